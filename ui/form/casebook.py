"""What a page about a whole case reads: its newest assessment as it stands, and who may write in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hsb_assess.desk import assessing, caseload, closing, viewing
from hsb_assess.domain.roles import Role
from hsb_assess.instrument.schema import address_of
from ui.form.naming import thing_name, written
from ui.form.words import answer_text, said
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.widgets.buttons import button
from ui.widgets.cards import Column
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from hsb_assess.desk.workplace import Change
    from hsb_assess.record.reading import Reading, Thing

__all__ = ["CaseBook", "CaseView", "case_book"]


@dataclass(frozen=True)
class CaseBook:
    """A case as an assessment of it says now. ``may_write`` is false for a reviewer and in a closed case."""

    case: str
    assessment: str
    reading: Reading = field(repr=False)
    may_write: bool

    def value(self, path: str) -> str:
        """Return the value at a path as one line; empty for every absence."""
        item = self.reading.definition.find(address_of(path))
        answer = self.reading.answer(path)
        if item is None or answer.value is None:
            return ""
        return answer_text(self.reading.definition, item, answer, self.name)

    def words(self, path: str) -> str:
        """Return the answer at a path in full: its words or the reason for having none; empty for *not yet asked*."""
        return written(self.reading, path, self.reading.answer(path))

    def told_of(self, thing: Thing, group: str, name: str) -> str:
        """Return a field of a person, an event … in full, also where the assessment does not ask for such things (yet)."""
        return written(self.reading, f"{group}[{thing.id}].{name}", thing.answer(name))

    def name(self, thing: str) -> str:
        """Return what a person or another thing is called."""
        return thing_name(self.reading, thing)

    def code(self, question: str, code: str) -> str:
        """Return the wording of one option of a question, the code where the form does not know it."""
        item = self.reading.definition.find(question)
        found = self.reading.definition.code(item, code) if item is not None else None
        return said(found) if found is not None else code


def case_book(context: PageContext, case: str, assessment: str | None = None) -> CaseBook | None:
    """Return the case by ``assessment``, else by its newest one; ``None`` where it has none yet."""
    if assessment is None:
        lines = caseload.assessments(context.at, case)
        assessment = lines[0].id if lines else None
    if assessment is None:
        return None
    shut = closing.closing(context.at, case) is not None
    reading = assessing.reading(context.at, assessment)
    return CaseBook(case, assessment, reading, may_write=not shut and context.at.role != Role.SUPERVISOR)


class CaseView(Page):
    """A page that shows a case another way: built from the record, and built anew when somebody changed it.

    A page of this kind gives its ``title`` and fills the column in ``fill``.
    """

    wide = 1180
    """Pixels of width at ordinary text size beyond which the column does not grow."""
    sections: tuple[str, ...] = ()
    """The sections of the form whose answers stand here: the audit says that restricted ones were on screen."""

    def __init__(
        self, context: PageContext, *, case: str, assessment: str | None = None, path: str | None = None
    ) -> None:
        super().__init__(context)
        self.case, self._assessment, self.wanted = case, assessment, path or ""
        self.heading = self.title()
        self.column = Column(width=self.wide)
        self.body.addWidget(self.column)
        self.holder: QWidget | None = None
        self.book: CaseBook | None = None
        self._restricted: set[str] = set()
        self.build()

    def title(self) -> str:
        """Return what the page is called, never whom it is about."""
        raise NotImplementedError

    def fill(self, parts: QVBoxLayout, book: CaseBook) -> None:
        """Build the page from what stands now."""
        raise NotImplementedError

    def build(self) -> None:
        """Read the case and show it, in place of what was shown before; whoever had the keyboard here has it again."""
        focused = QApplication.focusWidget()
        held = self.holder is not None and focused is not None and self.holder.isAncestorOf(focused)
        if self.holder is not None:
            self.holder.hide()
            self.holder.deleteLater()
        self.holder = QWidget()
        parts = QVBoxLayout(self.holder)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(16)
        self.book = case_book(self.context, self.case, self._assessment)
        if self.book is None:
            self.no_assessment(parts)
        else:
            self.fill(parts, self.book)
            self._note_restricted(self.book)
        parts.addStretch(1)
        self.column.body.addWidget(self.holder)
        start = self.first_focus() if held else None
        if start is not None:
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_restricted(self, book: CaseBook) -> None:
        """Have the audit say, once a visit, that restricted answers of a section are on screen."""
        for section in self.sections:
            classes = viewing.restricted_in(book.reading, section)
            if classes and section not in self._restricted:
                self._restricted.add(section)
                self.context.operations.read(
                    viewing.restricted_shown,
                    self.case,
                    book.assessment,
                    section,
                    classes,
                    on_done=lambda _nothing: None,
                )

    def no_assessment(self, parts: QVBoxLayout) -> None:
        """Say what is needed before there is anything to show."""
        back = button(tr("Go to the case"), lambda: self.context.navigate(Target("case", case=self.case)))
        words = tr("Start an assessment on the page of the case. What is entered in it is shown here by itself.")
        parts.addWidget(EmptyState(tr("No assessment yet"), words, back))

    def go(self, path: str) -> None:
        """Open the assessment at a question or a row."""
        if self.book is not None:
            self.context.navigate(Target("assessment", case=self.case, assessment=self.book.assessment, path=path))

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Show what was changed in this case."""
        if change.case == self.case and not mine:
            self.build()
