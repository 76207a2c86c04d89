"""Words on a page: headings, paragraphs and captions whose size follows the text size."""

from __future__ import annotations

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from ui.theme.follows import FollowsTextSize
from ui.theme.fonts import scaled
from ui.theme.shapes import SPARE

__all__ = ["Caption", "Heading", "Paragraph", "Scaled"]

_FACTORS = {1: 1.7, 2: 1.25, 3: 1.0}


class Scaled(QLabel, FollowsTextSize):
    """A label at ``factor`` of the ordinary text size; plain text only, so nothing written is ever markup.

    A widget with a font of its own hears of another text size by ``follow_text_size`` (see ``FollowsTextSize``).
    """

    def __init__(self, text: str, factor: float, *, bold: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._factor, self._bold = factor, bold
        self.setProperty("textFormat", 0)  # Qt.TextFormat.PlainText; see ui/theme/shapes.py
        self.setWordWrap(True)
        self.setContentsMargins(SPARE, 0, SPARE, 0)  # in line with the faces of fields and buttons
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow_text_size()

    def follow_text_size(self) -> None:
        """Take the size that goes with the present text size."""
        self.setFont(scaled(QFont(QApplication.font()), self._factor, bold=self._bold))


class Heading(Scaled):
    """A heading of level 1 (a page), 2 (a part) or 3 (a group)."""

    def __init__(self, text: str, level: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(text, _FACTORS[level], bold=True, parent=parent)
        self.level = level
        self.setAccessibleDescription(f"Heading, level {level}")


class Paragraph(Scaled):
    """Ordinary words that wrap."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, 1.0, parent=parent)


class Caption(Scaled):
    """Quieter, slightly smaller words: a hint, a date, who said it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, 0.9, parent=parent)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
