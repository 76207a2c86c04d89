"""The floor of a start: a blank PySide6 window, which says in a file when it was first painted."""

from __future__ import annotations

import os
import sys

from PySide6.QtWidgets import QApplication, QWidget


class Blank(QWidget):
    """A window with nothing in it."""

    def paintEvent(self, event: object) -> None:
        """Say once that the window was painted."""
        super().paintEvent(event)  # type: ignore[arg-type]  # PySide's stub wants another event
        if path := os.environ.pop("HSB_ASSESS_PAINTED", ""):
            with open(path, "ab") as file:  # noqa: PTH123 - the floor imports nothing that it does not need
                file.write(b"painted\n")


app = QApplication(sys.argv)
window = Blank()
window.resize(1100, 760)
window.show()
sys.exit(app.exec())
