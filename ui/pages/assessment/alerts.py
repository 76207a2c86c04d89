"""What stands tonight, while the first answers are given: how many alerts, and the newest of them in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from ui.language import tr
from ui.theme.follows import FollowsTextSize
from ui.widgets.buttons import button
from ui.widgets.marks import Mark
from ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.rules.finding import Finding

__all__ = ["AlertStrip"]

_LINES = 2
"""Lines that are kept free, so that nothing below moves when an alert comes, changes or goes."""


class AlertStrip(QWidget, FollowsTextSize):
    """One line that follows what was answered, and has it said aloud. ``asked`` goes to what the alert is about.

    ``moved`` tells in words what just came or went, for where the strip itself has no room.
    """

    asked = Signal(str)
    moved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._standing: Mapping[str, Finding] | None = None
        self._path = ""
        self._wanted = self._low = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.mark = Mark("neutral", 20)
        self.words = Paragraph(tr("Looking at what is written…"))
        self.words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.go = button(tr("Go there"), self._go, kind="quiet")
        policy = self.go.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.go.setSizePolicy(policy)
        self.go.hide()
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.go)
        self.follow_text_size()
        self._show()

    def follow_text_size(self) -> None:
        """Keep as many lines free at another text size."""
        font = QApplication.font()
        self.words.setMinimumHeight(round(_LINES * max(16, font.pixelSize()) * 1.35))

    def set_wanted(self, *, wanted: bool) -> None:
        """Show the strip where the tier asks for what is needed tonight."""
        self._wanted = wanted
        self._show()

    def set_low(self, *, low: bool) -> None:
        """Leave the room to the questions in a low window: what moves is told by ``moved``."""
        self._low = low
        self._show()

    def _show(self) -> None:
        self.setVisible(self._wanted and not self._low)

    def show_standing(self, standing: tuple[Finding, ...]) -> int:
        """Show what stands now and what just came or went; return how many alerts there are."""
        found = {each.key: each for each in standing}
        before, self._standing = self._standing, found
        count = len(found)
        came = [each for key, each in found.items() if before is not None and key not in before]
        gone = [each for key, each in (before or {}).items() if key not in found]
        first = came[0] if came else next(iter(found.values()), None)
        change = ""
        if came:
            change = tr("New: {message}", message=came[0].message)
        elif gone:
            change = tr("Cleared: {message}", message=gone[0].message)
        says = change or (tr("First: {message}", message=first.message) if first is not None else "")
        head = tr("Alerts tonight: {count}.", count=count) if count else tr("No alert stands tonight.")
        if before is None or change:
            self.words.setText(f"{head} {says}".strip())
            self.mark.tone = "bad" if count else "good"
            self.mark.update()
            self._path = first.questions[0] if first is not None and first.questions and not (gone and not came) else ""
            self.go.setVisible(bool(self._path))
            self.go.setAccessibleName(f"{self.go.text()}: {first.message}" if first is not None else self.go.text())
        if change and self._wanted:
            if self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.words, self.words.text()))
            else:
                self.moved.emit(f"{head} {says}")
        return count

    def _go(self) -> None:
        self.asked.emit(self._path)
