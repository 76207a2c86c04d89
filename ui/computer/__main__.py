"""Prints what this computer tells of, as JSON: ``python -m ui.computer``, for ``hsb-assess doctor``."""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from ui.computer.here import this_computer

PATIENCE_MS = 3_000


def main() -> int:
    """Ask, wait for the answers for a while, and print ``{"told": [...], "settled": …}``."""
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the answer needs no display
    application = QApplication(["assess"])
    window = QWidget()  # never shown: Windows tells windows only
    computer = this_computer(window)
    computer.start()
    until = QDeadlineTimer(PATIENCE_MS)
    while not computer.settled and not until.hasExpired():
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    application.processEvents()  # the last answer is heard here
    sys.stdout.write(json.dumps({"told": sorted(computer.told), "settled": computer.settled}) + "\n")
    computer.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
