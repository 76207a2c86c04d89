"""Starts the desk process: ``python -m ui``. Imports as little as the first paint needs."""

import gc
import sys

if __name__ == "__main__":
    gc.disable()  # nothing made before the first paint is rubbish; ui.app collects it from then on
    from ui.app import main

    sys.exit(main(sys.argv[1:]))
