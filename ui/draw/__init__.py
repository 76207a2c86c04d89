"""Small drawings, painted by us, each with a table that says the same."""
