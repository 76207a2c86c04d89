"""Spelling: which words of a text are looked at, and what the dictionaries that came with the program say of them."""
