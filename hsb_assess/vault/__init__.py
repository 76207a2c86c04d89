"""One person's encrypted vault: key slots, the SQLCipher file, its stores, and the unit of work."""
