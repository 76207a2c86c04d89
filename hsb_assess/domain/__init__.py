"""The field's plain values: no storage, no screen, no cryptography."""
