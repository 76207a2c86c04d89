"""Completeness and balance: what the rules find. A rule forbids nothing itself; only signing refuses."""
