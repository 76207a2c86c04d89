"""The line at the foot of the window: where the newest words are, in words, and what is under way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.language import tr
from ui.operations import SaveState
from ui.theme.style import tokens_of
from ui.widgets.marks import Mark
from ui.widgets.text import Caption

__all__ = ["StatusLine", "save_words"]

_BESIDE = 120
"""Pixels of margins, of the mark, and of a gap that keeps the two apart."""


def save_words(state: SaveState) -> tuple[str, str]:
    """Return what to say about ``state`` and its tone."""
    if state.error is not None:
        return tr("Not saved: {what} {mend}", what=tr(state.error.what), mend=tr(state.error.mend)), "bad"
    if state.saving and state.label:
        return state.label, "information"
    if state.saving:
        return tr("Saving"), "information"
    if state.saved_at:
        return tr("Saved in this vault at {time}", time=state.saved_at), "good"
    return tr("Everything is saved as you write"), "neutral"


class StatusLine(QWidget):
    """Save state at the left, progress of a long act in the middle, one quiet fact at the right."""

    def __init__(self, fact: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(8)
        self._mark = Mark("neutral", 18)
        self.words = Caption()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setFixedSize(120, 12)
        self._progress.setAccessibleName(tr("Under way"))
        self._progress.hide()
        self._fact = Caption(fact)
        self._fact.setWordWrap(False)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self._progress)
        row.addWidget(self._fact)
        self.show_state(SaveState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the fact away where the save state would have to wrap beside it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self.words.fontMetrics().horizontalAdvance(self.words.text()) + self._fact.sizeHint().width()
        self._fact.setVisible(wanted + _BESIDE < self.width())

    def event(self, event: QEvent) -> bool:
        """Follow the text size."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            QTimer.singleShot(0, self, self._fit)
        return super().event(event)

    def show_state(self, state: SaveState) -> None:
        """Say the save state; an act with a label shows that it is under way."""
        words, tone = save_words(state)
        self.words.setText(words)
        self.words.setToolTip(words)
        self.words.setAccessibleName(words)
        self._mark.tone = tone
        self._mark.update()
        self._progress.setVisible(bool(state.label))
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line above it."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.sunken))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.line))
