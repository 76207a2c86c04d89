"""Starts the desk process: ``python -m ui``. Imports as little as the first paint needs."""

import sys

from ui.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
