"""One question on screen: its sentence, its editor, why there is no answer, what it rests on, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from hsb_assess.domain.answer import ABSENCE_DETAILS, Absence
from hsb_assess.instrument.schema import ItemType
from ui.form import aside
from ui.form.absence import PARTICULARS, AbsenceDetails
from ui.form.editor import TextEditor
from ui.form.editors import editor_for
from ui.form.evidence import EVIDENCE, EvidencePanel, evidence_words
from ui.form.hints import HintLine, WordHints, asks_for_own_words, is_quoted
from ui.form.labels import plain, quiet
from ui.form.model import IS, PERSON
from ui.form.near import NearLines
from ui.form.order import follow
from ui.form.picker import RefEditor
from ui.form.quote import Quote
from ui.form.sources import source_words
from ui.form.tools import Tools
from ui.form.words import absence_word, allowed_absences, question_words, said
from ui.language import tr
from ui.widgets.faults import FaultLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Item
    from ui.form.model import FormModel

__all__ = ["QuestionField"]

_WORDS = frozenset({ItemType.TEXT, ItemType.LONGTEXT})
TYPED, NEW = "typed.", "new.evidence@"
"""Kinds of scraps at a question: words that are no value yet, an evidence item that is not added yet."""


class QuestionField(QWidget):
    """A question at one path. Built from the item alone; what it shows comes from the model."""

    stands_whole = True

    def __init__(self, model: FormModel, path: str) -> None:
        super().__init__()
        self.model, self.path = model, path
        self.item: Item = model.item(path)
        self.setObjectName(path)
        self.editor = editor_for(self.item, model)
        self.evidence_panel: EvidencePanel | None = None
        self.details: AbsenceDetails | None = None
        self.aside: aside.AsideLine | None = None
        self.put_aside: Callable[[str], None] = lambda _path: None
        self.show_other: Callable[[str], None] = lambda _path: None
        self.say_why: Callable[[str], None] = lambda _words: None
        self._near: NearLines | None = None
        self._sources: QLabel | None = None
        self._fault: FaultLine | None = None
        self._above: QWidget | None = None
        self._mandatory: bool | None = None
        self._own_problem = ""
        self._told = ""
        self.question = question_words(self.item)
        narrowed = any(code.when is not None for code in model.definition.codes(self.item))
        self.looks_around = narrowed or model.engine.heeds(path) or bool(self.item.beside)
        """Whether what is offered here, or what is wrong here, can change with an answer elsewhere."""
        self._hint: HintLine | None = None
        self.hints = self._hints()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(2)
        self.label: QLabel = plain(self.question, bold=True)
        self.label.setBuddy(self.editor.first())
        self.body.addWidget(self.label)
        if self.item.hint is not None:
            self.body.addWidget(quiet(said(self.item.hint)))
        if self.item.beside:
            self._near = NearLines(model, path, self._go_to_other)
            self.body.addWidget(self._near)
        exact = self.item.type in _WORDS and (self.item.verbatim or self.item.child_voice)
        self.body.addWidget(Quote(self.editor.widget) if exact else self.editor.widget)
        if isinstance(self.editor, TextEditor):
            self.editor.box.is_exact = self.is_exact
        self._tools(exact=exact)
        self.editor.where = path
        self.editor.typed = self._typed
        self.editor.chosen = self._chosen
        self.show_mandatory()
        if self.model.answer(self.path).value is not None:
            aside.forget(self.model, self.path)  # it was answered anew, and left
        self.refresh()
        self._go_on()

    def _go_on(self) -> None:
        """Show again what was being typed here and could not be recorded, with what is wrong with it."""
        self._show_raw(self.model.scraps.kept(f"{TYPED}{self.path}"))
        if self.evidence_button is not None and self.model.scraps.kept(f"{NEW}{self.path}") is not None:
            self.open_evidence(focus=False)

    def _go_to_other(self, path: str) -> None:
        self.show_other(path)

    def _show_raw(self, raw: JsonValue) -> None:
        if raw is not None:
            self.editor.fill_raw(raw)
            self._own_problem = self.editor.problem()
            self._show_fault()

    def _tools(self, *, exact: bool) -> None:
        tools = Tools(self.item, self.question, exact=exact)
        self.absence_button, self.evidence_button = tools.absence, tools.evidence
        self.absence_button.picked.connect(self.set_absence)
        if self.evidence_button is not None:
            self.evidence_button.clicked.connect(self.open_evidence)
        if self.item.is_fixed or not self.model.may_write(self.path):
            self.editor.lock()
            tools.lock()
        if self.item.is_fixed:
            tools.absence.hide()
        self.body.addLayout(tools)
        self._tool_row = self.body.count() - 1

    def _hints(self) -> WordHints | None:
        """Return what looks at the words that are typed here, where they are the writer's own."""
        check = self.model.wording
        if check is None or not asks_for_own_words(self.item) or not self.model.may_write(self.path):
            return None
        found = WordHints(self, self.editor, check, self._show_hint)
        found.exempt = lambda: is_quoted(self.model, self.path)
        return found

    def is_exact(self) -> bool:
        """Say whether what stands here is as somebody said it, or as a law is called."""
        return not asks_for_own_words(self.item) or self.item.child_voice or is_quoted(self.model, self.path)

    def _show_hint(self, words: str) -> None:
        if words and self._hint is None:
            self._hint = HintLine()
            self.body.insertWidget(self._tool_row, self._hint)
            self._tool_row += 1
            follow(self.editor.widget, self._hint)
        if self._hint is not None:
            self._hint.say(words)
        self._describe()

    def hint(self) -> str:
        """Return what is said of the words here, empty where nothing is."""
        return self._hint.said.text() if self._hint is not None else ""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what can be done here."""
        super().enterEvent(event)
        self.absence_button.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quieter again."""
        super().leaveEvent(event)
        self.absence_button.update()

    # -- what a person does ----------------------------------------------------------------------------------

    def _typed(self) -> None:
        if self.hints is not None:
            self.hints.soon()
        if self._own_problem:  # it is being mended
            self._own_problem = ""
            self._show_fault()
        if self.editor.problem():
            self.model.scraps.write(f"{TYPED}{self.path}", self.editor.raw())
        else:
            self.model.scraps.drop(f"{TYPED}{self.path}")
            if self.editor.value() != self.model.answer(self.path).value:
                self.model.put_value(self.path, self.editor.value(), cursor=self.editor.cursor())

    def _chosen(self) -> None:
        self._own_problem = self.editor.problem()
        if self._own_problem:
            self._show_fault()
        else:
            self.model.scraps.drop(f"{TYPED}{self.path}")
            self.model.put_value(self.path, self.editor.value())
            self.refresh()

    def set_absence(self, absence: Absence) -> None:
        """Record a reason for having no answer and ask for its particulars; an answer that stands is put aside."""
        if not self.absence_button.isEnabled():
            self.say_why(tr("This answer is only read here."))
            return
        if absence not in allowed_absences(self.item):
            self.say_why(tr("“{reason}” is no answer to this question.", reason=absence_word(absence)))
            return
        told = self.model.answer(self.path).absence is absence and (
            absence is not Absence.NOT_ASKED or self.model.noted(self.path)
        )
        if not told or self.editor.problem():
            asked = aside.put_aside(self.model, self.path, self.editor.raw() if self.editor.problem() else None)
            self._own_problem = ""
            for kind in (TYPED, PARTICULARS):
                self.model.scraps.drop(f"{kind}{self.path}")
            self.editor.fill(None)
            self.model.put_absence(self.path, absence)
            self.refresh()
            if asked:
                self.put_aside(self.path)
        self.absence_button.announce()
        if self.details is not None:
            next(iter(self.details.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def put_back(self) -> None:
        """Let the answer that was put aside stand again."""
        self._own_problem = ""
        raw = aside.put_back(self.model, self.path)
        self.editor.fill(self.model.answer(self.path).value)
        if raw is not None:
            self.model.scraps.write(f"{TYPED}{self.path}", raw)
            self._show_raw(raw)
        self.take_focus()
        self.refresh()

    def _detailing(self) -> None:
        if self.details is not None:
            self.model.scraps.write(f"{PARTICULARS}{self.path}", dict(self.details.raw()))

    def _detailed(self) -> None:
        if self.details is None:
            return
        self._own_problem = self.details.problem()
        if not self._own_problem:
            self.model.scraps.drop(f"{PARTICULARS}{self.path}")
        detail = self.details.detail()
        if self.model.answer(self.path).detail != detail:
            self.model.put_absence(self.path, self.details.absence, detail)
        self.refresh()

    def open_evidence(self, *, focus: bool = True) -> None:
        """Open the evidence panel under the question, or put it away."""
        if self.evidence_button is None:
            self.say_why(tr("This question takes no evidence."))
            return
        if not self.evidence_button.isEnabled():
            self.say_why(tr("This answer is only read here."))
            return
        if self.evidence_panel is None:
            self.evidence_panel = EvidencePanel(self.model, self.question, scrap=f"{NEW}{self.path}")
            self.evidence_panel.changed = self._cite
            self.evidence_panel.closed = self.evidence_button.setFocus
            self.body.insertWidget(self._tool_row + (1 if self.details is None else 2), self.evidence_panel)
            follow(self.details or self.absence_button, self.evidence_panel)
            self.evidence_panel.hide()
        if self.evidence_panel.isHidden():
            self.evidence_panel.open(self.model.answer(self.path).evidence, focus=focus)
        else:
            self.evidence_panel.close_panel()

    def _cite(self, evidence: tuple[str, ...]) -> None:
        self.model.put_evidence(self.path, evidence)
        self.refresh()

    def take_focus(self, cursor: int | None = None) -> None:
        """Give the keyboard to the editor, the caret to ``cursor``."""
        self.editor.first().setFocus(Qt.FocusReason.OtherFocusReason)
        if cursor is not None:
            self.editor.put_cursor(cursor)

    def caret(self) -> int:
        """Return where the caret stands."""
        return self.editor.cursor()

    def put_above(self, panel: QWidget) -> None:
        """Show something above the editor, such as two answers to choose between."""
        self._above = panel
        self.body.insertWidget(1, panel)
        self._tool_row += 1

    def put_below(self, line: QWidget) -> None:
        """Show something under all the rest, such as what was said last time."""
        self.body.addWidget(line)
        follow(self, line)
        if self.isVisible():
            line.show()

    def tell(self, words: str) -> None:
        """Have a screen reader say something with the field, besides what is wrong with it."""
        if words != self._told:
            self._told = words
            self._describe()

    def take_above(self) -> None:
        """Take it away again."""
        if self._above is not None:
            self._above.hide()
            self._above.deleteLater()
            self._above = None
            self._tool_row -= 1

    # -- what is shown ---------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the model says, leaving alone what is being typed."""
        answer = self.model.answer(self.path)
        self.editor.offer(self.model.withheld(self.path))
        if answer.value != self.editor.value() and not self._being_typed():
            self.editor.fill(answer.value)
        self.absence_button.show_answer(answer, noted=self.model.noted(self.path))
        self._show_details(answer)
        self._show_aside()
        if self._near is not None:
            self._near.show_said()
        self._show_evidence(answer)
        self._show_sources(answer)
        self._show_fault()
        if self.hints is not None and (self._hint is not None or isinstance(answer.value, str)):
            self.hints.soon()

    def show_anew(self) -> None:
        """Show what stands now in place of what was typed here: it was undone, or an earlier answer restored."""
        self._own_problem = ""
        self.model.scraps.drop(f"{TYPED}{self.path}")
        self.editor.fill(self.model.answer(self.path).value)
        first = self.editor.first()
        if isinstance(first, QPlainTextEdit):  # otherwise Ctrl+Z would bring the words back that were just undone
            first.document().clearUndoRedoStacks()
        elif isinstance(first, QLineEdit):
            first.setText(first.text())
        self.refresh()

    def _show_aside(self) -> None:
        found = aside.stands(self.model, self.path)
        if found and self.aside is None:
            self.aside = aside.AsideLine(self.put_back)
            self.body.insertWidget(self._tool_row + (1 if self.details is None else 2), self.aside)
            follow(self.details or self.absence_button, self.aside)
        if self.aside is not None:
            self.aside.show_kept(self.model, self.path, self.question)

    def _being_typed(self) -> bool:
        focused, widget = QApplication.focusWidget(), self.editor.widget
        return bool(self._own_problem) or (focused is not None and (focused is widget or widget.isAncestorOf(focused)))

    def _show_details(self, answer: Answer) -> None:
        wanted = answer.absence if answer.absence is not None and ABSENCE_DETAILS[answer.absence] else None
        if self.details is not None and self.details.absence is not wanted:
            gone, self.details = self.details, None  # first: hiding moves the keyboard on, and that tells us again
            gone.hide()
            gone.deleteLater()
        if wanted is not None and self.details is None:
            self.details = AbsenceDetails(wanted, lambda: self.model.today)
            self.details.changed, self.details.typed = self._detailed, self._detailing
            self.body.insertWidget(self._tool_row + 1, self.details)
            follow(self.absence_button, self.details)
            if self.isVisible():  # otherwise it comes with the question: showing a part alone lays it out alone
                self.details.show()
            self.details.fill(answer.detail)
            begun = self.model.scraps.kept(f"{PARTICULARS}{self.path}")
            if isinstance(begun, dict):
                self.details.fill_raw({name: str(text) for name, text in begun.items()})
                self._own_problem = self.details.problem()
        elif self.details is not None and not self.details.problem():
            self.details.fill(answer.detail)

    def _show_evidence(self, answer: Answer) -> None:
        if self.evidence_button is None:
            return
        words = evidence_words(self.model, self.item, answer)
        if words != self.evidence_button.text():
            self.evidence_button.setText(words)
            self.evidence_button.setAccessibleName(f"{words}: {self.question}")
        if self.evidence_panel is not None and not self.evidence_panel.isHidden():
            self.evidence_panel.show_cited(answer.evidence)

    def _show_sources(self, answer: Answer) -> None:
        """Say under the answer from which visit note it or its evidence came."""
        words = source_words(self.model, self.path, answer)
        if words and self._sources is None:
            self._sources = quiet("")
            self.body.insertWidget(self._tool_row, self._sources)
            self._tool_row += 1
        if self._sources is not None and self._sources.text() != words:
            self._sources.setText(words)
            self._sources.setVisible(bool(words))
            self._describe()

    def sources(self) -> str:
        """Return what is said of where the answer and its evidence came from, empty where nothing is."""
        return self._sources.text() if self._sources is not None else ""

    def _show_fault(self) -> None:
        faults = self.model.engine.faults(self.path)
        words = self._own_problem or " ".join(f"{fault.message} {fault.mend}" for fault in faults)
        if words and self._fault is None:
            self._fault = FaultLine()
            self.body.addWidget(self._fault)
        if self._fault is None or self._fault.words() == words:
            return
        self._fault.say(words)
        first = self.editor.first()
        first.setProperty("fault", bool(words))
        self._describe()
        first.update()

    def _describe(self) -> None:
        """Have a screen reader say with the field what is wrong with it, and which words to look at."""
        said_here = filter(
            None,
            (self.fault(), self._hint.accessibleName() if self._hint is not None else "", self._told, self.sources()),
        )
        self.editor.first().setAccessibleDescription(" ".join(said_here))

    def fault(self) -> str:
        """Return what is wrong, empty where nothing is."""
        return self._fault.words() if self._fault is not None else ""

    def show_mandatory(self) -> None:
        """Mark the question as optional where it is."""
        mandatory = self.model.engine.mandatory(self.path) or self.item.mandatory is True
        if mandatory is not self._mandatory:
            self._mandatory = mandatory
            words = self.question if mandatory else f"{self.question} {tr('(optional)')}"
            self.label.setText(words)
            self.editor.name(words)

    def things_changed(self, kind: str) -> None:
        """Show new names of things of ``kind`` that are picked or cited here."""
        if isinstance(self.editor, RefEditor) and kind in self.item.of:
            self.editor.things_changed()
            self._show_fault()
        elif kind == PERSON and self.item.id == IS:
            self.editor.offer(self.model.withheld(self.path))
        if self.evidence_panel is not None and not self.evidence_panel.isHidden():
            self.evidence_panel.show_cited(self.model.answer(self.path).evidence)
        if kind == EVIDENCE and self._sources is not None:
            self._show_sources(self.model.answer(self.path))
