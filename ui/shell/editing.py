"""The Edit menu: what was done last is taken back and done again, by name, across questions; text comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from hsb_assess.desk import assessing, undoing
from hsb_assess.desk.undoing import Steps
from ui.form.words import said
from ui.language import tr
from ui.navigation import Page, Target
from ui.shell.sidebar import page_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hsb_assess.desk.undoing import Step
    from hsb_assess.desk.workplace import Change, Workplace
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.instrument.schema import Definition
    from ui.shell.session import Session

__all__ = ["Editing", "step_words", "undo_typing"]

_MOST: Final = 48
_FILING: Final = "paragraph_filed"
_ASKING: Final = frozenset({"assessment", "history"})


def step_words(step: Step, definition: Definition | None) -> str:
    """Return what a step was, as it follows the word *Undo*: ``answer to ‘Date of birth’``."""
    item = definition.find(step.path) if definition is not None and step.path else None
    name = said(item.label) if item is not None else ""
    name = name if len(name) <= _MOST else name[: _MOST - 1].rstrip() + "…"
    words = {
        "answer_recorded": tr("answer to ‘{name}’", name=name),
        "answer_restored": tr("restored answer to ‘{name}’", name=name),
        "row_added": tr("adding to ‘{name}’", name=name),
        "row_removed": tr("removing from ‘{name}’", name=name),
        "taken_over": tr("taking over ‘{name}’", name=name),
        "row_restored": tr("putting back in ‘{name}’", name=name),
        "finding_justified": tr("explanation"),
        "paragraph_filed": tr("filing to ‘{name}’", name=name),
        "thing_added": tr("adding to the case"),
        "thing_changed": tr("change in the case"),
        "thing_removed": tr("removing from the case"),
    }
    return words.get(step.act, "") if name or not step.path else tr("last act")


def undo_typing(focused: QWidget | None, *, again: bool) -> bool:
    """Have a text field that has the keyboard take its own typing back (or do it again); ``False`` if it has none."""
    if isinstance(focused, QLineEdit):
        if focused.isRedoAvailable() if again else focused.isUndoAvailable():
            (focused.redo if again else focused.undo)()
            return True
    elif isinstance(focused, QPlainTextEdit | QTextEdit):
        document = focused.document()
        if not focused.isReadOnly() and (document.isRedoAvailable() if again else document.isUndoAvailable()):
            (focused.redo if again else focused.undo)()
            return True
    return False


def _reach(_at: Workplace) -> None:
    """Do nothing, after everything that was asked for before."""


class Editing(QObject):
    """Keeps the steps of a session; ``actions`` are those of the menu, ``None`` a line between them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.frame)
        self._session = session
        self.steps = Steps()
        self._waiting: list[tuple[str, bool]] = []
        self._forms: dict[str, Definition | None] = {}
        self.undo_action = self._action("Ctrl+Z", lambda: self._ask(again=False))
        self.redo_action = self._action("Ctrl+Shift+Z", lambda: self._ask(again=True))
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.history_action = self._action("Alt+H", self._history)
        self.history_action.setText(page_words("history"))
        self.compare_action = self._action("Alt+Shift+H", self._compare)
        self.compare_action.setText(page_words("compare"))
        self.actions: tuple[QAction | None, ...] = (
            self.undo_action,
            self.redo_action,
            None,
            self.history_action,
            self.compare_action,
        )
        session.operations.changed.connect(self._changed)
        session.frame.navigator.moved.connect(lambda _target: self.look())
        self.look()

    def _action(self, keys: str, act: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _here(self) -> str | None:
        target = self._session.frame.navigator.target
        return target.assessment if target is not None else None

    def _at_hand(self, *, again: bool) -> tuple[str | None, Step | None]:
        """Return the assessment on screen and its next step; from a page of the case alone, only what was filed there."""
        here, page = self._here(), self._session.frame.navigator.page
        if here is not None:
            return here, self._step(here, again=again)
        filing = page.undoes_filing if isinstance(page, Page) else None
        step = self._step(filing, again=again) if filing is not None else None
        return (filing, step) if step is not None and step.act == _FILING else (None, None)

    def _step(self, assessment: str, *, again: bool) -> Step | None:
        return self.steps.to_redo(assessment) if again else self.steps.to_undo(assessment)

    def _form(self, assessment: str) -> Definition | None:
        """Return the form of an assessment, looked up once: every answer names its step anew."""
        if assessment not in self._forms:
            self._forms[assessment] = assessing.form_of(self._session.at, assessment)
        return self._forms[assessment]

    def look(self) -> None:
        """Name what comes next in the menu. A text field's own typing comes before it, so the keys stay alive."""
        for action, word, again in ((self.undo_action, tr("Undo"), False), (self.redo_action, tr("Redo"), True)):
            here, step = self._at_hand(again=again)
            words = step_words(step, self._form(here)) if step is not None and here else ""
            action.setText(f"{word} {words}".strip())

    def _history(self) -> None:
        """Show how the answer to the question that has the keyboard came to be."""
        here = self._session.frame.navigator.here()
        if here is not None and here.page in _ASKING and here.path and not here.path.endswith("]") and "." in here.path:
            self._session.context.navigate(
                Target("history", case=here.case, assessment=here.assessment, path=here.path)
            )
        else:
            self._session.notices.say(tr("Go to a question first, then its history can be shown."))

    def _compare(self) -> None:
        here = self._session.frame.navigator.here()
        if here is not None and here.assessment is not None:
            self._session.context.navigate(Target("compare", case=here.case, assessment=here.assessment))
        else:
            self._session.notices.say(tr("Open an assessment first, then what changed in it can be shown."))

    def _ask(self, *, again: bool) -> None:
        """Take back (or do again): first in the field that has the keyboard, else the last step of the assessment."""
        if undo_typing(QApplication.focusWidget(), again=again):
            return
        here, _ = self._at_hand(again=again)
        if here is not None:
            self._wait(here, again=again)

    def take_back(self, change: Change) -> None:
        """Take an act back as Ctrl+Z does, if nothing was done after it."""
        here = change.assessment
        step = self.steps.to_undo(here) if here is not None else None
        made = {entry.id for entry in change.entries}
        if here is None or step is None or not made.issuperset(entry.id for entry in step.entries):
            self._session.notices.say(
                tr("Something else was done after that. Ctrl+Z takes back one after the other, the last one first.")
            )
        else:
            self._wait(here, again=False)

    def _wait(self, here: str, *, again: bool) -> None:
        self._waiting.append((here, again))
        if len(self._waiting) == 1:
            self._next()

    def _next(self) -> None:
        """Do the next one that was asked for, once everything before it stands in the record."""
        page = self._session.frame.navigator.page
        if isinstance(page, Page):
            page.seal()
        here, again = self._waiting[0]
        self._session.operations.read(_reach, on_done=lambda _nothing: self._go(here, again=again))

    def _go(self, here: str, *, again: bool) -> None:
        step = self._step(here, again=again)
        if step is None:
            self._waiting.clear()
            return
        words = step_words(step, self._form(here))

        def done(change: Change) -> None:
            (self.steps.redone if again else self.steps.undone)(here, step, change)
            told = tr("Done again: {what}.", what=words) if again else tr("Undone: {what}.", what=words)
            self._session.notices.done(told)
            page = self._session.frame.navigator.page
            stays = step.act == _FILING and isinstance(page, Page) and page.undoes_filing == here
            if step.path and not stays:
                self._session.context.navigate(Target("assessment", case=change.case, assessment=here, path=step.path))
            self._goes_on()

        def refused(error: HsbAssessError) -> None:
            self.steps.dropped(here, step)
            self._session.notices.error(error)
            self._waiting.clear()
            self.look()

        self._session.operations.run(
            undoing.redo if again else undoing.undo, here, step, on_done=done, on_error=refused
        )

    def _goes_on(self) -> None:
        self._waiting.pop(0)
        self.look()
        if self._waiting:
            self._next()

    def _changed(self, change: Change, _by: object) -> None:
        if change.act == "form_moved":
            self._forms.clear()
        if change.act == "case_erased":
            self.steps = Steps()  # its entries are not kept in memory for the sake of undoing
            self.look()
        assessment = change.assessment or self._here()
        if assessment is not None and change.entries:
            self.steps.took(assessment, change)
            self.look()
