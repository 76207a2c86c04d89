"""The error summary: what is wrong, at the top, each line a link that goes to its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.language import tr
from ui.theme.shapes import ring
from ui.theme.style import tokens_of
from ui.widgets.cards import Card
from ui.widgets.marks import Mark
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["ErrorSummary", "Link", "link"]

LINK_ROW = 36
_PAD = 6
_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value


class Link(QAbstractButton):
    """Words to click: underlined, wrapping, with a ring; a screen reader hears a button."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room of the words on one line."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PAD + 2, self.heightForWidth(10_000))

    def minimumSizeHint(self) -> QSize:
        """Allow wrapping down to a narrow column."""
        return QSize(min(120, self.sizeHint().width()), self.heightForWidth(10_000))

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at ``width``, at least that of a finger's row."""
        room = QRect(0, 0, max(40, width - 2 * _PAD), 10_000)
        wrapped = self.fontMetrics().boundingRect(room, _WRAP, self.text())
        return max(LINK_ROW, wrapped.height() + 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow with Enter as well as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the ring."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(not self.underMouse())
        painter.setFont(font)
        tone = tokens.tone(str(self.property("tone"))) if self.property("tone") else None
        painter.setPen(QColor(tone.ink if tone is not None else tokens.accent))
        painter.drawText(self.rect().adjusted(_PAD, 0, -_PAD, 0), _WRAP, self.text())
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), tokens.focus)


def link(text: str, on_click: Callable[[], object], *, tone: str = "") -> Link:
    """Return a link; on a coloured ground give the ground's ``tone``, so that the words can be read."""
    made = Link(text)
    made.setProperty("tone", tone)
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
            self._lines.addWidget(link(words, go, tone=self.tone))
        if title:
            self._title.setText(title)
        self.setAccessibleDescription(". ".join(words for words, _ in faults))
        self.setVisible(bool(faults))
        if faults:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self, words: str) -> None:
        """Take away what was mended; with the last line the panel goes."""
        for at in reversed(range(self._lines.count())):
            item = self._lines.itemAt(at)
            widget = item.widget() if item is not None else None
            if isinstance(widget, Link) and widget.text() == words:
                self._lines.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.setVisible(self._lines.count() > 0)
