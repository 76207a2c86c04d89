"""Acts on real vaults."""
