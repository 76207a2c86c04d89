"""What leaves a laptop and what comes in: sealed packages, and nothing that was not asked for."""
