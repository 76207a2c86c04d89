"""A part of the page that is read by opening it: a heading that unfolds, and whether it was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.language import tr
from ui.theme.shapes import chevron, face, ring
from ui.theme.style import ROW, tokens_of
from ui.widgets.cards import Card
from ui.widgets.pills import Pill
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Part"]

_LEFT = 44


class _Header(QAbstractButton):
    def __init__(self, title: str, note: str) -> None:
        super().__init__()
        self.setText(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(ROW + 8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Heading(title, 3))
        if note:
            words.addWidget(Caption(note))
        words.addStretch(1)
        self.pill = Pill(tr("Not opened"), "neutral")
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 6, 12, 6)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as well as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chevron, and the ring."""
        del event
        tokens, painter = tokens_of(self), QPainter(self)
        if self.underMouse():
            face(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), tokens.hover, None, 1.0, 7.0)
        mark = QRectF(10, (self.height() - 24) / 2, 24, 24)
        chevron(painter, mark, tokens.text, "down" if self.isChecked() else "right")
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), tokens.focus)


class Part(Card):
    """``build`` makes the content when the part is first opened. ``opened`` carries ``code``, each time."""

    opened = Signal(str)

    def __init__(self, code: str, title: str, build: Callable[[], QWidget], *, note: str = "") -> None:
        super().__init__(margin=0)
        self.code, self.title = code, title
        self._build, self._note = build, note
        self.content: QWidget | None = None
        self.setObjectName(f"part:{code}")
        self.body.setSpacing(0)
        self.header = _Header(title, note)
        self.header.setObjectName(f"open:{code}")
        self.header.toggled.connect(self._toggled)
        self.body.addWidget(self.header)
        self._holder = QVBoxLayout()
        self._holder.setContentsMargins(20, 4, 20, 20)
        self.show_state(opened=False)

    def open_part(self) -> None:
        """Open it, as a click on its heading does."""
        self.header.setChecked(True)

    def is_open(self) -> bool:
        """Say whether its content is shown."""
        return self.header.isChecked()

    def show_state(self, *, opened: bool, changed: bool = False) -> None:
        """Say whether this part was opened as it stands, or ``changed`` since it was."""
        self._opened, self._changed = opened, changed
        if opened:
            words, tone = tr("Opened"), "good"
        elif changed:
            words, tone = tr("Changed since you opened it"), "warning"
        elif self.is_open():  # it counts only once all of it was opened, or nothing is counted any more
            words, tone = (tr("Opened in part") if self._note else tr("Open")), "neutral"
        else:
            words, tone = tr("Not opened"), "neutral"
        self._state = words[:1].lower() + words[1:]
        self.header.pill.say(words, tone)
        self._name()

    def rebuild(self) -> None:
        """Throw the content away; make it anew if it is shown."""
        if self.content is not None:
            self._holder.removeWidget(self.content)
            self.content.hide()
            self.content.deleteLater()
            self.content = None
        if self.is_open():
            self._show()

    def _name(self) -> None:
        fold = tr("shown") if self.is_open() else tr("folded")
        self.header.setAccessibleName(f"{self.title}: {self._state}, {fold}")
        self.header.setAccessibleDescription(self._note)

    def _toggled(self, shown: bool) -> None:  # noqa: FBT001 (Qt's signal)
        if shown:
            self._show()
            self.opened.emit(self.code)
        elif self.content is not None:
            self.content.hide()
        self.show_state(opened=self._opened, changed=self._changed)
        self.header.update()

    def _show(self) -> None:
        if self.content is None:
            self.content = self._build()
            if self._holder.parent() is None:
                self.body.addLayout(self._holder)
            self._holder.addWidget(self.content)
        self.content.show()
