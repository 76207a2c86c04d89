"""The notice bar: one line of news above the page, which never takes the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import tr
from ui.notices import Kind, Notice, Notices
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.marks import Mark
from ui.widgets.text import Caption, Paragraph

__all__ = ["NoticeBar"]

_TONES = {Kind.INFORMATION: "information", Kind.DONE: "good", Kind.WARNING: "warning", Kind.ERROR: "bad"}
DONE_SECONDS = 8
ACT_SECONDS = 20
"""How long *done* stays, and how long where something can still be done about it, such as undoing."""


class NoticeBar(Card):
    """Shows the newest notice; *done* goes by itself, the rest stay until dismissed."""

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="information", margin=12)
        self.body.setContentsMargins(16, 8, 8, 8)
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
        self._dismiss = button(tr("Dismiss"), self.hide, kind="quiet", name=tr("Dismiss this notice"))
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
        notices.cleared.connect(self.hide)
        self.hide()

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
        self.show()
        self.update()
        if self.isVisible():  # on a page that stands alone nothing is said aloud either
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def text(self) -> str:
        """Return the words that stand in the bar, or nothing while it is hidden."""
        return self._text.text() if not self.isHidden() else ""

    def _go(self) -> None:
        """Go away by itself, but not from under a pointer or the keyboard."""
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start(1000)
        else:
            self.hide()

    def _act(self) -> None:
        if self._notice is not None and self._notice.action is not None:
            self._notice.action[1]()
        self.hide()
