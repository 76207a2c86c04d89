"""A note in a form: words to be read, no question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ui.form.labels import plain
from ui.widgets.cards import Card
from ui.widgets.marks import Mark

__all__ = ["Note"]


class Note(Card):
    """Words on a quiet ground, with a sign."""

    def __init__(self, words: str) -> None:
        super().__init__(tone="information", margin=12)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Mark("information", 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain(words), 1)
        self.body.addLayout(row)
        self.setAccessibleName(words)
