"""The notice bar: one line of news over the foot of the page, which never takes the focus nor any room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import tr
from ui.notices import Kind, Notice, Notices
from ui.theme.shapes import face
from ui.theme.style import tokens_of
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.marks import Mark
from ui.widgets.text import Caption, Paragraph

__all__ = ["NoticeBar"]

_TONES = {Kind.INFORMATION: "information", Kind.DONE: "good", Kind.WARNING: "warning", Kind.ERROR: "bad"}
DONE_SECONDS = 8
ACT_SECONDS = 20
"""How long *done* stays, and how long where something can still be done about it, such as undoing."""


_MOAT = 4
"""Pixels of plain ground around a notice, so that it never runs into a card of its own colour below it."""


class NoticeBar(Card):
    """Shows the newest notice; *done* goes by itself, the rest stay until dismissed. ``came`` tells of each new one.

    ``going`` is said before it goes, while it still may have the keyboard.
    """

    came = Signal()
    going = Signal()

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="information", margin=12)
        self.body.setContentsMargins(16 + _MOAT, 8 + _MOAT, 8 + _MOAT, 8 + _MOAT)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._mark = Mark("information", 22)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._text, self._code = Paragraph(), Caption()
        words.addStretch(1)
        words.addWidget(self._text)
        words.addWidget(self._code)
        words.addStretch(1)
        self._action = button("", self._act, kind="quiet", name=tr("Act on this notice"))
        self._dismiss = button(
            tr("Dismiss"), self.dismiss, kind="quiet", name=tr("Dismiss this notice"), tip=tr("Escape")
        )
        for each in (self._action, self._dismiss):  # a click leaves the keyboard in the field where somebody writes
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._action)
        row.addWidget(self._dismiss)
        self.body.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self._notice: Notice | None = None
        notices.said.connect(self.show_notice)
        notices.cleared.connect(self.dismiss)
        self._stands = self._away = False
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a moat of the page's own ground, and the card in it with an edge that is seen on any page."""
        del event
        tokens = tokens_of(self)
        painter, tone = QPainter(self), tokens.tone(self.tone)
        around = QRectF(self.rect())
        face(painter, around, tokens.window, None, 1.0, 8.0 + _MOAT)
        face(painter, around.adjusted(_MOAT, _MOAT, -_MOAT, -_MOAT), tone.ground, tone.ink, 1.5, 8.0)

    def show_notice(self, notice: Notice) -> None:
        """Show ``notice`` in place of the one before, and have a screen reader say it."""
        self._notice = notice
        self.tone = self._mark.tone = _TONES[notice.kind]
        words = f"{notice.text} {notice.mend}".strip()
        self._text.setText(words)
        self._code.setText(tr("Code: {code}", code=notice.code) if notice.code else "")
        self._code.setVisible(bool(notice.code))
        self._action.setVisible(notice.action is not None)
        if notice.action is not None:
            self._action.setText(notice.action[0])
            self._action.setAccessibleName(notice.action[0])
        self.setAccessibleName(words)
        self._timer.stop()
        if notice.kind is Kind.DONE:
            self._timer.start((DONE_SECONDS if notice.action is None else ACT_SECONDS) * 1000)
        self._stands = True
        self._show()
        self.came.emit()
        self.update()
        if self.isVisible():  # on a page that stands alone nothing is said aloud either
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def text(self) -> str:
        """Return the words that stand in the bar, or nothing while it is hidden."""
        return self._text.text() if self._stands else ""

    def dismiss(self) -> None:
        """Take the notice away."""
        self._stands = False
        self._show()

    def keep_back(self, *, away: bool) -> None:
        """Show nothing while ``away`` holds: a page stands alone. What stands then comes back with the others."""
        self._away = away
        self._show()

    def _show(self) -> None:
        if not self.isHidden() and not (self._stands and not self._away):
            self.going.emit()
        self.setVisible(self._stands and not self._away)

    def height_for(self, width: int) -> int:
        """Return the pixels that it is high at ``width``, so that all of its words are read."""
        layout = self.body
        return max(layout.heightForWidth(width) if layout.hasHeightForWidth() else 0, layout.minimumSize().height())

    def first(self) -> QWidget:
        """Return what F6 goes to: what can be done about it, else the way to dismiss it."""
        return self._action if not self._action.isHidden() else self._dismiss

    def _go(self) -> None:
        """Go away by itself, but not from under a pointer or the keyboard."""
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start(1000)
        else:
            self.dismiss()

    def _act(self) -> None:
        if self._notice is not None and self._notice.action is not None:
            self._notice.action[1]()
        self.dismiss()
