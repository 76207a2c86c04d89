"""Where things stand in a drawing, for paper and screen alike: positions and words, no paint."""
