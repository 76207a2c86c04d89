"""What changed in an assessment between two moments, section by section, each line leading to its question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hsb_assess.desk.comparing import MOMENTS, Moment, compare, moments
from hsb_assess.domain.errors import HsbAssessError
from ui.form.dates import moment_text, read_moment
from ui.form.naming import question_at, short, written
from ui.form.words import said
from ui.language import sentence, tr
from ui.navigation import Page, PageContext, Target
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Column
from ui.widgets.fields import Field, choice
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.comparing import Comparison, Difference, SectionChanges
    from hsb_assess.desk.workplace import Change

__all__ = ["ComparePage"]

_BETWEEN: Final = "between"
_SHORT: Final = 200


class ComparePage(Page):
    """Quick choices by name, or two moments that are typed; what is different stands below."""

    def __init__(self, context: PageContext, *, case: str, assessment: str) -> None:
        super().__init__(context)
        self.heading = tr("What changed")
        self.case, self.assessment = case, assessment
        self.known = {each.code: each for each in moments(context.at, assessment)}
        column = Column(width=1100)
        self.body.addWidget(column)
        column.body.addWidget(Heading(tr("What changed")))
        offered = [(code, self._offer(code)) for code in self.known]
        self.which = choice([*offered, (_BETWEEN, tr("Between two moments"))])
        self.which_field = Field(tr("Show what changed"), self.which)
        self.since, self.until = QLineEdit(), QLineEdit()
        hint = tr("A day and a time, like 14 Apr 2026 15:30.")
        self.since_field = Field(tr("From"), self.since, hint=hint)
        self.until_field = Field(tr("Until"), self.until, hint=tr("Leave it empty for now."), optional=True)
        self.show_button = button(tr("Show"), self.show_between, kind="primary")
        card = Card(margin=20)
        card.body.setSpacing(12)
        self.between = QWidget()
        inner = QVBoxLayout(self.between)
        inner.setContentsMargins(0, 0, 0, 0)
        for part in (self.since_field, self.until_field):
            inner.addWidget(part)
        inner.addLayout(button_row(self.show_button))
        card.body.addWidget(self.which_field)
        card.body.addWidget(self.between)
        column.body.addWidget(card)
        self.summary = Paragraph("")
        column.body.addWidget(self.summary)
        self.holder = QVBoxLayout()
        self.holder.setSpacing(12)
        column.body.addLayout(self.holder)
        column.body.addStretch(1)
        self.tables: dict[str, Table] = {}
        self.which.currentIndexChanged.connect(lambda _at: self._chosen())
        for edit in (self.since, self.until):
            edit.returnPressed.connect(self.show_between)
        self._chosen()

    def _offer(self, code: str) -> str:
        return f"{tr(MOMENTS[code])}: {moment_text(self.known[code].at)}"

    def _chosen(self) -> None:
        code = self.which.currentData()
        self.between.setVisible(code == _BETWEEN)
        if code != _BETWEEN:
            self._compare(self.known[code], None)

    def show_between(self) -> None:
        """Compare the two moments that are typed, or say at the field what is wrong."""
        since = self._typed(self.since_field, self.since.text(), needed=True)
        until = self._typed(self.until_field, self.until.text(), needed=False)
        faulty = next((each for each in (self.since_field, self.until_field) if each.fault()), None)
        if faulty is not None:
            faulty.focus()
        elif since is not None:
            self._compare(since, until)

    def _typed(self, field: Field, words: str, *, needed: bool) -> Moment | None:
        now = self.context.at.clock.now()
        field.set_fault("")
        try:
            found = read_moment(words, now.date(), now)
        except HsbAssessError as error:
            field.set_fault(sentence(error))
            return None
        if found is None:
            if needed:
                field.set_fault(tr("Write from when on."))
            return None
        # A day alone is its beginning; without an offset it would be no moment.
        whole = found if "T" in found else read_moment(f"{words} 00:00", now.date(), now)
        return Moment("", whole or found)

    def _compare(self, since: Moment, until: Moment | None) -> None:
        self.context.operations.look(compare, self.assessment, since, until, on_done=self._show, on_error=self._refused)

    def _refused(self, error: HsbAssessError) -> None:
        self.until_field.set_fault(sentence(error))

    def _show(self, found: Comparison) -> None:
        self.tables.clear()
        while (old := self.holder.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        added, changed, removed = (found.count(kind) for kind in ("added", "changed", "removed"))
        self.summary.setText(
            tr("{added} added, {changed} changed, {removed} removed.", added=added, changed=changed, removed=removed)
            if found.sections
            else tr("Nothing changed.")
        )
        if found.sections:
            self.holder.addWidget(Caption(tr("Enter or a double click opens a question.")))
        for section in found.sections:
            self._show_section(found, section)

    def _show_section(self, found: Comparison, section: SectionChanges) -> None:
        title = said(found.definition.module(section.module).title)
        self.holder.addWidget(Heading(title, 2))
        table = Table(
            title, [tr("Question"), tr("What"), tr("Before"), tr("After"), tr("Who, when")], stretch=3, spare=(4,)
        )
        table.show_rows([Row(each.path, self._cells(found, each)) for each in section.differences])
        table.opened.connect(self._go)
        table.fit_height(12)
        self.tables[section.module] = table
        self.holder.addWidget(table)

    def _cells(self, found: Comparison, each: Difference) -> tuple[Cell, ...]:
        kinds = {
            "added": (tr("Added"), "good"),
            "changed": (tr("Changed"), "information"),
            "removed": (tr("Removed"), "warning"),
        }
        words, tone = kinds[each.kind]
        reading = found.after if each.kind != "removed" else found.before
        before, after = (
            short(written(side, each.path, answer), _SHORT) or tr("Nothing")
            for side, answer in ((found.before, each.before), (found.after, each.after))
        )
        when = f"{each.name or tr('somebody else')}, {moment_text(each.recorded)}" if each.recorded else ""
        return (
            Cell(short(question_at(reading, each.path), _SHORT), bold=True),
            Cell(words, tone=tone),
            Cell(before),
            Cell(after),
            Cell(when, sort=each.recorded),
        )

    def _go(self, path: str) -> None:
        self.context.navigate(Target("assessment", case=self.case, assessment=self.assessment, path=path))

    def first_focus(self) -> QWidget:
        """Start at the choice."""
        return self.which

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Show what was recorded meanwhile."""
        if change.case == self.case and not mine and self.which.currentData() != _BETWEEN:
            self._chosen()
