"""Two assessments of one case side by side: what changed in words, section by section, each line leading to its question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hsb_assess.desk import caseload, sidebyside
from hsb_assess.desk.sidebyside import CHANGED, GONE, LESS, LEVELS, MORE, NEW, SAME
from hsb_assess.desk.standing import STATE_WORDS
from hsb_assess.instrument.schema import Polarity, address_of
from ui.form.dates import day_text
from ui.form.naming import question_at, short, written
from ui.form.words import said
from ui.language import sentence, tr
from ui.navigation import Page, PageContext, Target
from ui.widgets.buttons import button
from ui.widgets.cards import Card, Column
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Field, choice
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph
from ui.widgets.titles import titles

if TYPE_CHECKING:
    from hsb_assess.desk.sidebyside import Line, Section, SideBySide, Version
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError

__all__ = ["BetweenPage"]

_SHORT: Final = 200
_CONCERN: Final = "concern_answers"


class BetweenPage(Page):
    """Which two is chosen above; below stand the alerts, then the sections, the levels first."""

    def __init__(self, context: PageContext, *, case: str, assessment: str | None = None) -> None:
        super().__init__(context)
        self.heading = tr("Two assessments compared")
        self.case = case
        self.tables: dict[str, Table] = {}
        self._found: SideBySide | None = None
        self._lines: dict[str, Line] = {}
        self._column = Column(width=1100)
        self.body.addWidget(self._column)
        self._column.body.addWidget(Heading(self.heading))
        lines = caseload.assessments(context.at, case)
        self._known = {line.id: line for line in lines}
        self._called = titles(lines)
        self.case_button = button(tr("Back to the case"), self._to_case)
        if len(self._known) < 2:  # noqa: PLR2004 (two are compared)
            self._column.body.addWidget(
                EmptyState(
                    tr("There are no two assessments to compare yet"),
                    tr(
                        "When this child is assessed again, both stand here side by side: what is new, what changed and what stayed."
                    ),
                    self.case_button,
                )
            )
            self._column.body.addStretch(1)
            return
        self._build(assessment)

    def _build(self, wanted: str | None) -> None:
        ids = list(self._known)
        later = wanted if wanted in self._known and wanted != ids[-1] else ids[0]
        after = self._known[later].after
        earlier = after if after in self._known else ids[ids.index(later) + 1]
        offered = [(each, self._offer(each)) for each in ids]
        self.earlier, self.later = choice(offered), choice(offered)
        self.earlier_field = Field(tr("The earlier one"), self.earlier)
        self.later_field = Field(tr("The later one"), self.later)
        self.earlier.setCurrentIndex(ids.index(earlier))
        self.later.setCurrentIndex(ids.index(later))
        self.all_box = QCheckBox(tr("Show what is the same, too"))
        card = Card(margin=20)
        card.body.setSpacing(12)
        for part in (self.earlier_field, self.later_field, self.all_box):
            card.body.addWidget(part)
        self._column.body.addWidget(card)
        self.summary = Paragraph("")
        self.progress = Paragraph("")
        for words in (self.summary, self.progress):
            self._column.body.addWidget(words)
        self._holder = QVBoxLayout()
        self._holder.setSpacing(12)
        self._column.body.addLayout(self._holder)
        self._column.body.addStretch(1)
        for box in (self.earlier, self.later):
            box.currentIndexChanged.connect(lambda _at: self.compare())
        self.all_box.toggled.connect(lambda _on: self._show_sections())
        self.compare()

    def _offer(self, assessment: str) -> str:
        line = self._known[assessment]
        state = tr(STATE_WORDS.get(line.standing.state, line.standing.state))
        return tr(
            "{title}, begun {day}: {state}", title=self._called[assessment], day=day_text(line.started), state=state
        )

    # -- comparing -------------------------------------------------------------------------------------------

    def compare(self) -> None:
        """Lay the two that are chosen side by side."""
        self.later_field.set_fault("")
        self.context.operations.look(
            sidebyside.lay,
            self.earlier.currentData(),
            self.later.currentData(),
            on_done=self._show,
            on_error=self._refused,
        )

    def _refused(self, error: HsbAssessError) -> None:
        self.later_field.set_fault(sentence(error))

    def _show(self, found: SideBySide) -> None:
        self._found = found
        self.summary.setText(
            "\n".join(
                (
                    tr("Then: {what}", what=_version(found.earlier)),
                    tr("Now: {what}", what=_version(found.later)),
                    tr(
                        "{changed} changed, {new} not asked then, {gone} not asked this time, {same} the same.",
                        changed=found.count(CHANGED),
                        new=found.count(NEW),
                        gone=found.count(GONE),
                        same=found.count(SAME),
                    ),
                    tr("What was not asked says nothing: it is never a no."),
                )
            )
        )
        words = _progress(found)
        self.progress.setText("\n".join(words))
        self.progress.setVisible(bool(words))
        self._show_sections()

    def _show_sections(self) -> None:
        found = self._found
        if found is None:
            return
        self.tables.clear()
        self._lines.clear()
        while (old := self._holder.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._show_alerts(found)
        self._holder.addWidget(Caption(tr("Enter or a double click opens a question.")))
        shown = [section for section in found.sections if self._shown(section)]
        for section in shown:
            self._show_section(found, section)
        if not shown:
            self._holder.addWidget(Paragraph(tr("No answer is another one.")))

    def _show_alerts(self, found: SideBySide) -> None:
        self._holder.addWidget(Heading(tr("What stands tonight"), 2))
        if not found.alerts:
            self._holder.addWidget(Caption(tr("Nothing stood then, and nothing stands now.")))
            return
        kinds = {
            NEW: (tr("Stands now, did not then"), "bad"),
            SAME: (tr("Stood then and stands now"), "warning"),
            GONE: (tr("Stood then, is not found now"), "neutral"),
        }
        table = Table(tr("What stands tonight"), [tr("What"), tr("Then and now")], stretch=0)
        rows = []
        for at, alert in enumerate(found.alerts):
            words, tone = kinds[alert.kind]
            rows.append(Row(f"{at} {alert.path}", (Cell(alert.message, bold=True), Cell(words, tone=tone))))
        table.show_rows(rows)
        table.opened.connect(lambda key: self._go_to(found.later.assessment, key.partition(" ")[2]))
        table.fit_height(8)
        self.tables["alerts"] = table
        self._holder.addWidget(table)

    def _shown(self, section: Section) -> list[Line]:
        return [each for each in section.lines if self.all_box.isChecked() or each.kind != SAME]

    def _show_section(self, found: SideBySide, section: Section) -> None:
        title = said(found.after.definition.module(section.module).title) if section.module else section.module
        self._holder.addWidget(Heading(title, 2))
        same = section.count(SAME)
        if same and not self.all_box.isChecked():
            self._holder.addWidget(Caption(tr("The same as then, and not listed: {n}.", n=same)))
        table = Table(title, [tr("Question"), tr("What"), tr("Then"), tr("Now")], stretch=3)
        rows = []
        for line in self._shown(section):
            key = line.path or f"then {line.before_path}"
            self._lines[key] = line
            rows.append(Row(key, self._cells(found, line)))
        table.show_rows(rows)
        table.opened.connect(self._open)
        table.fit_height(12)
        self.tables[section.module] = table
        self._holder.addWidget(table)

    def _cells(self, found: SideBySide, line: Line) -> tuple[Cell, ...]:
        words = _what(found, line)
        reading, path = (found.after, line.path) if line.path else (found.before, line.before_path)
        if line.kind == GONE and line.before_path:  # a row that is not listed any more has its name then
            reading, path = found.before, line.before_path
        not_asked = tr("Not asked")
        before = short(written(found.before, line.before_path, line.before), _SHORT) if line.before_path else ""
        after = short(written(found.after, line.path, line.after), _SHORT) if line.path else ""
        return (
            Cell(short(question_at(reading, path), _SHORT), bold=True),
            Cell(words),  # words alone: a pill does not wrap, and large text needs the room
            Cell(before or not_asked),
            Cell(after or not_asked),
        )

    # -- going on --------------------------------------------------------------------------------------------

    def _open(self, key: str) -> None:
        line, found = self._lines.get(key), self._found
        if line is not None and found is not None:
            if line.path and line.asked:
                self._go_to(found.later.assessment, line.path)
            else:
                self._go_to(found.earlier.assessment, line.before_path)

    def _go_to(self, assessment: str, path: str) -> None:
        self.context.navigate(Target("assessment", case=self.case, assessment=assessment, path=path or None))

    def _to_case(self) -> None:
        self.context.navigate(Target("case", case=self.case))

    def place(self) -> Target:
        """Return this page of this case."""
        return Target("between", case=self.case)

    def first_focus(self) -> QWidget:
        """Start at the choice, or at the way back where there is nothing to choose."""
        return self.earlier if len(self._known) > 1 else self.case_button

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Show what was recorded meanwhile."""
        if change.case == self.case and not mine and len(self._known) > 1:
            self.compare()


def _version(version: Version) -> str:
    day = day_text(version.day)
    if version.submitted:
        return tr("as it was submitted on {day} (form {form})", day=day, form=version.form)
    return tr("as it stands on {day} (form {form})", day=day, form=version.form)


def _what(found: SideBySide, line: Line) -> str:
    """Return what became of an answer in words."""
    if line.kind == NEW:
        return tr("Answered now, not asked then")
    if line.kind == SAME:
        return tr("The same: taken over, not asked again") if line.taken else tr("The same")
    if line.kind == GONE:
        return _gone(found, line)
    if line.only_evidence:
        return tr("The same, on other evidence")
    ways = {
        (Polarity.NEED, LESS): tr("Less of a need than then"),
        (Polarity.NEED, MORE): tr("More of a need than then"),
        (Polarity.STRENGTH, MORE): tr("Stronger than then"),
        (Polarity.STRENGTH, LESS): tr("Less strong than then"),
        (None, MORE): tr("A higher step than then"),
        (None, LESS): tr("A lower step than then"),
    }
    return ways.get((line.polarity, line.direction), tr("Changed"))


def _gone(found: SideBySide, line: Line) -> str:
    if line.path:
        return tr("Not asked this time") if line.asked else tr("Not asked as things stand now")
    known = found.after.definition.find(address_of(line.before_path)) is not None
    return tr("Not listed this time") if known else tr("This form does not ask it any more")


def _progress(found: SideBySide) -> list[str]:
    """Return what became of levels, needs and strengths, in words and for each by itself; nothing is added up."""
    lines = [line for section in found.sections if section.module == LEVELS for line in section.lines if line.path]

    def named(*wanted: tuple[Polarity, str]) -> str:
        paths = [line.path for line in lines if (line.polarity, line.direction) in wanted]
        return " ".join(said(found.after.definition.item(path).label) for path in paths)

    def concerns(before: str, now: str) -> str:
        definition = found.after.definition
        paths = [
            line.path
            for line in lines
            if definition.item(line.path).options == _CONCERN and (line.before.value, line.after.value) == (before, now)
        ]
        return " ".join(said(definition.item(path).label) for path in paths)

    told = (
        (tr("A concern now, not then: {questions}"), concerns("no", "yes")),
        (tr("A concern then, not now: {questions}"), concerns("yes", "no")),
        (tr("Less of a need than then: {questions}"), named((Polarity.NEED, LESS))),
        (tr("More of a need than then: {questions}"), named((Polarity.NEED, MORE))),
        (tr("Stronger than then: {questions}"), named((Polarity.STRENGTH, MORE))),
        (tr("Less strong than then: {questions}"), named((Polarity.STRENGTH, LESS))),
    )
    return [words.format(questions=questions) for words, questions in told if questions]
