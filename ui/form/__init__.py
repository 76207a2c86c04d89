"""A form on screen, from its definition alone: nothing here knows which form it shows."""
