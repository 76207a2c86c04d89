"""The page for this child. It stands alone in the window, keeps every key, and leaves by way of a plain cover."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hsb_assess.desk import marking, sitting, voicing
from hsb_assess.desk.sitting import PROMPTS, Reply, Sitting
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.marks import MarkAnswer
from hsb_assess.domain.strokes import Ink
from ui.form.flow import buttons_in_a_row
from ui.keys import page_act
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.beside.parts import Corner, Large, LargeButton, WritingBox, wide_as_the_widest
from ui.pages.beside.steps import Ask, AskMark, Hello
from ui.pages.beside.words import HELLO, MARK
from ui.theme.follows import FollowsTextSize
from ui.widgets.cards import Column

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hsb_assess.desk.workplace import Change
    from ui.operations import SaveState

__all__ = ["BesidePage"]

_REST: Final = 100
_SIZES: Final = (150, 175, 200, 250)
_BASE: Final = 16


class BesidePage(Page, FollowsTextSize):
    """``part`` is how it was asked for: the size in per cent, who types first, and ``mark`` if one is asked at the end."""

    alone = True

    def __init__(self, context: PageContext, *, case: str, part: str | None = None) -> None:
        super().__init__(context)
        self.heading = tr("Side by side")
        self.case = case
        wanted = (part or "").split()
        self.percent = next((int(each) for each in wanted if each.isdecimal() and int(each) in _SIZES), 200)
        typed = "adult" if "adult" in wanted else "child"
        self.assessment = voicing.newest(context.at, case)
        begun = sitting.being_written(context.at, case)
        self.sitting = replace(begun or Sitting(), typed=typed)
        self.steps = (HELLO, *(prompt.code for prompt in PROMPTS), *((MARK,) if "mark" in wanted else ()))
        self.at = min(self.sitting.at, len(self.steps) - 1)
        self.step: Hello | Ask | AskMark = Hello()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.body.addWidget(self.stack)
        self._build_asking()
        self._build_cover()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self._keep)
        page_act(self, "quick_notes", self.open_notes)
        self.leave_act = page_act(self, "leave_beside", self.leave)
        self.leave_act.setEnabled(False)
        for keys, by in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.resize_by, by))
        context.operations.state_changed.connect(self._state)
        self._leaving = False
        self.show_step(self.at)

    def _build_asking(self) -> None:
        self.column = Column(width=980, centred=True)
        self.column.body.setContentsMargins(32, 28, 32, 24)
        self._place = QVBoxLayout()
        self.column.body.addLayout(self._place)
        self.back_button = LargeButton(tr("Back"), partial(self.go, -1))
        self.next_button = LargeButton(tr("Next"), partial(self.go, 1), kind="primary")
        self.skip_button = LargeButton(tr("Skip"), self.skip)
        self.rather_not_button = LargeButton(tr("I do not want to say"), self.rather_not)
        self.stop_button = LargeButton(tr("Stop for now"), self.cover)
        self.ways = (self.next_button, self.skip_button, self.rather_not_button, self.back_button, self.stop_button)
        self.unkept = Large(0.85)
        self.unkept.setText(tr("This is not being kept just now. Tell the grown-up beside you."))
        self.unkept.hide()
        self.column.body.addWidget(self.unkept)
        self.notes_label = Large(0.7)
        self.notes_label.setText(tr("Notes"))
        self.notes = WritingBox()
        self.notes.setAccessibleName(tr("Notes"))
        self.notes.setPlainText(self.sitting.notes)
        self.notes.textChanged.connect(self._noted)
        for each in (self.notes_label, self.notes):
            self.column.body.addWidget(each)
            each.setVisible(bool(self.sitting.notes))
        self.column.body.addStretch(1)
        self.asking = QWidget()
        whole = QVBoxLayout(self.asking)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.column, 1)
        foot = QHBoxLayout()  # what a child may always do stays in sight, however large the words are
        foot.setContentsMargins(32, 0, 44, 20)
        self._foot = buttons_in_a_row(*self.ways)
        foot.addStretch(1)
        foot.addWidget(self._foot, 100)
        foot.addStretch(1)
        whole.addLayout(foot)
        self.stack.addWidget(self.asking)

    def _build_cover(self) -> None:
        """Make what is shown between this child's page and the record: nothing that anybody could read."""
        self.covered = QWidget()
        body = QVBoxLayout(self.covered)
        body.setContentsMargins(32, 32, 16, 16)
        self.thanks = Large(1.5, bold=True)
        self.thanks.setText(tr("Thank you"))
        self.thanks.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.go_on_button = LargeButton(tr("Go on"), self.uncover)
        body.addStretch(1)
        body.addWidget(self.thanks)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.go_on_button)
        middle.addStretch(1)
        body.addLayout(middle)
        body.addStretch(1)
        self.corner = Corner()
        self.corner.held.connect(self.leave)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.corner)
        body.addLayout(foot)
        self.stack.addWidget(self.covered)

    # -- steps -----------------------------------------------------------------------------------------------

    def show_step(self, at: int) -> None:
        """Show one step, and give it the keyboard."""
        self.at = at
        code = self.steps[at]
        old = self.step
        self.step = self._made(code)
        self._place.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._place.addWidget(self.step)
        self.step.show()
        first = code == HELLO
        self.back_button.setVisible(not first)
        self.skip_button.setVisible(isinstance(self.step, Ask))
        self.rather_not_button.setVisible(isinstance(self.step, Ask))
        words = tr("Start") if first else tr("Finish") if at == len(self.steps) - 1 else tr("Next")
        self.next_button.setText(words)
        self.next_button.setAccessibleName(words)
        self._resize()
        self.column.verticalScrollBar().setValue(0)
        if self.isVisible():
            (self.step.start() or self.next_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, code: str) -> Hello | Ask | AskMark:
        if code == HELLO:
            return Hello()
        if code == MARK:
            made_mark = AskMark(self.sitting.mark)
            made_mark.changed.connect(self._marked)
            return made_mark
        prompt = next(each for each in PROMPTS if each.code == code)
        reply = self.sitting.replies.get(code, Reply(typed=self.sitting.typed))
        made = Ask(prompt, reply, line=self.sitting.line)
        made.changed.connect(partial(self._replied, code))
        made.drawn.connect(self._drawn)
        return made

    def go(self, by: int) -> None:
        """Go to the next step or the one before; after the last comes the cover."""
        at = self.at + by
        if at >= len(self.steps):
            self.cover()
        elif at >= 0:
            self.sitting = replace(self.sitting, at=at)
            self._later()
            self.show_step(at)

    def skip(self) -> None:
        """Leave this one for now; nothing that is written is lost by that."""
        self.go(1)

    def rather_not(self) -> None:
        """Take it that this child does not want to say, and go on."""
        if isinstance(self.step, Ask):
            self.step.rather_not()
        self.go(1)

    def resize_by(self, by: int) -> None:
        """Make the words larger or smaller."""
        at = min(len(_SIZES) - 1, max(0, _SIZES.index(self.percent) + by))
        self.percent = _SIZES[at]
        self._resize()

    def _resize(self) -> None:
        pixels = _BASE * self.percent / 100
        for part in (self.step, *self.ways, self.unkept, self.notes_label, self.notes, self.thanks, self.go_on_button):
            part.resize_words(pixels)
        wide_as_the_widest(self.ways)
        self._fit_foot()

    def follow_text_size(self) -> None:
        """Keep the buttons in line with what is asked, whose column grows with the app's text."""
        QTimer.singleShot(0, self, self._fit_foot)

    def _fit_foot(self) -> None:
        self._foot.setMaximumWidth(self.column.column.maximumWidth() - 64)

    # -- keeping ---------------------------------------------------------------------------------------------

    def _replied(self, code: str, reply: Reply) -> None:
        self.sitting = replace(self.sitting, replies={**self.sitting.replies, code: reply})
        self._later()

    def _drawn(self, line: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self.sitting = replace(self.sitting, line=line)
        self._later()

    def _marked(self, mark: dict[str, object]) -> None:
        self.sitting = replace(self.sitting, mark=mark)  # type: ignore[arg-type]  # values of JSON
        self._later()

    def _noted(self) -> None:
        self.sitting = replace(self.sitting, notes=self.notes.toPlainText())
        self._later()

    def _later(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _keep(self) -> None:
        self.context.operations.run(sitting.keep, self.case, self.sitting, by=self)

    def _state(self, state: SaveState) -> None:
        if shiboken6.isValid(self):
            self.unkept.setVisible(state.error is not None)

    # -- notes, the cover, and the way back ------------------------------------------------------------------

    def open_notes(self) -> None:
        """Open the plain box for exact words, or go back from it."""
        if self.stack.currentWidget() is self.covered:
            return
        if self.notes.hasFocus():
            self._close_notes()
            return
        for each in (self.notes_label, self.notes):
            each.show()
        self.notes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close_notes(self) -> None:
        for each in (self.notes_label, self.notes):
            each.hide()
        (self.step.start() or self.next_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def cover(self) -> None:
        """Show nothing but thanks."""
        self.seal()
        self.leave_act.setEnabled(True)
        self.stack.setCurrentWidget(self.covered)
        self.go_on_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Go on where this child was."""
        self.leave_act.setEnabled(False)
        self.stack.setCurrentWidget(self.asking)
        (self.step.start() or self.next_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Put what was written together into the record, and go back to it."""
        if self._leaving or self.stack.currentWidget() is not self.covered:
            return
        self._leaving = True
        self.seal()
        self.context.operations.run(
            sitting.seal, self.case, self.sitting, by=self, on_done=self._sealed, on_error=self._refused
        )

    def _sealed(self, _change: Change) -> None:
        mark = self.sitting.mark
        answer = str(mark.get("answer", ""))
        ink = mark.get("ink")
        if self.assessment is None or MARK not in self.steps or not (answer or ink):
            self._go_back()
            return
        try:
            drawn = Ink.from_json(ink) if ink else None
        except HsbAssessError:
            drawn = None
        self.context.operations.run(
            marking.make_of_child,
            self.assessment,
            MarkAnswer(answer) if answer else MarkAnswer.NOT_SAID,
            words=str(mark.get("words", "")),
            ink=drawn,
            by=self,
            on_done=lambda _change: self._go_back(),
            on_error=self._refused,
        )

    def _refused(self, error: HsbAssessError) -> None:
        self.context.notices.error(error)
        self._go_back()

    def _go_back(self) -> None:
        if shiboken6.isValid(self):
            self.context.navigate(self.place())

    # -- what the shell asks ---------------------------------------------------------------------------------

    def seal(self) -> None:
        """Hand over what is not kept yet."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    def place(self) -> Target:
        """Return the adult's page: whoever unlocks is not this child."""
        return Target("voice", case=self.case)

    def first_focus(self) -> QWidget | None:
        """Begin with what is asked."""
        return self.step.start() or self.next_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the notes, or covers the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.notes.hasFocus():
            self._close_notes()
        elif self.stack.currentWidget() is not self.covered:
            self.cover()
