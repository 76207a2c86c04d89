"""Who somebody is: identities, contact cards, the eight words; signing and checking bytes."""
