"""Signed entries, and what is true now because of them: no storage, no screen."""
