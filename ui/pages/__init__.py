"""The pages, one module each; strangers to each other."""
