"""The error summary: what is wrong, at the top, each line a link that goes to its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.language import tr
from ui.widgets.cards import Card
from ui.widgets.marks import Mark
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["ErrorSummary", "link"]


def link(text: str, on_click: Callable[[], object]) -> QPushButton:
    """Return a button that looks like a link: underlined, at the left, as wide as its words."""
    made = QPushButton(text)
    made.setProperty("kind", "link")
    made.setAutoDefault(False)
    font = made.font()
    font.setUnderline(True)
    made.setFont(font)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda _checked=False: on_click())
    return made


class ErrorSummary(Card):
    """Hidden while nothing is wrong; :meth:`show_faults` shows it and takes the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="bad")
        head = QHBoxLayout()
        head.addWidget(Mark("bad", 24))
        self._title = Heading(tr("There is something to mend"), 2)
        head.addWidget(self._title, 1)
        self.body.addLayout(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)
        self.setAccessibleName(tr("There is something to mend"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def show_faults(self, faults: Sequence[tuple[str, Callable[[], object]]], *, title: str = "") -> None:
        """Show ``(what is wrong and how to mend it, go there)`` lines; none hides the panel."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words, go in faults:
            row = link(words, go)
            self._lines.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
        if title:
            self._title.setText(title)
        self.setAccessibleDescription(". ".join(words for words, _ in faults))
        self.setVisible(bool(faults))
        if faults:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
