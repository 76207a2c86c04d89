"""Check and submit: what the rules find, by what it asks of the author, and then the signature."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.desk import assessing, closing
from hsb_assess.desk.gate import in_the_way, justifications
from hsb_assess.desk.judging import judge
from hsb_assess.desk.organisation import shared_folder
from hsb_assess.desk.readingtime import ReadingTime, reading_time
from hsb_assess.domain.roles import Role
from hsb_assess.rules.finding import Severity
from ui.form.keeper import DeskKeeper
from ui.form.marking import MarksCard
from ui.form.model import FormModel
from ui.form.scraps import Scraps
from ui.language import sentence, tr
from ui.navigation import Page, PageContext, Target
from ui.pages.check.before import SameWords, reading_words
from ui.pages.check.findings import FindingCard, question_words
from ui.pages.check.submit import SubmitCard
from ui.widgets.balance import Balance, SideCount
from ui.widgets.buttons import button
from ui.widgets.cards import Card, Column
from ui.widgets.errors import ErrorSummary
from ui.widgets.files import Files
from ui.widgets.place import keyboard_kept
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.workplace import Change, Workplace
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Finding, Report

__all__ = ["CheckPage"]


STILL_OPEN: Final = "R60"
_MANY: Final = 10
"""Questions from which those that are still open are no one thing to do, and their number is said beside."""


@dataclass(frozen=True)
class _Looked:
    reading: Reading
    report: Report
    time: ReadingTime


def _look(at: Workplace, assessment: str) -> _Looked:
    reading = assessing.reading(at, assessment)
    return _Looked(reading, judge(at, reading), reading_time(reading))


class CheckPage(Page):
    """Findings under *Fix*, *Explain* and *Consider*, what could not be judged, and the signature."""

    def __init__(self, context: PageContext, *, case: str, assessment: str, part: str | None = None) -> None:
        super().__init__(context)
        del part
        self.heading = tr("Check and submit")
        self.case, self.assessment = case, assessment
        self.keeper = DeskKeeper(self, case, assessment)
        self.scraps = Scraps(self, assessment)
        self.model: FormModel | None = None
        self.cards: dict[str, FindingCard] = {}
        self.looked: _Looked | None = None
        self.column = Column(width=860)
        self.body.addWidget(self.column)
        self.summary = ErrorSummary()
        self.column.body.addWidget(self.summary)
        self.title = Heading(tr("Check and submit"))
        self.column.body.addWidget(self.title)
        self.lead = Paragraph(tr("Looking at what is written…"))
        self.column.body.addWidget(self.lead)
        self.ids = Caption(
            tr(
                "R and a number is the number of a check; F and G in brackets are findings of the inspections that it answers."
            )
        )
        self.codes = button(tr("Show the numbers of the checks"), self._show_codes, kind="quiet")
        self.codes.setCheckable(True)
        self.codes.setChecked(context.at.role == Role.SUPERVISOR)
        self.codes.hide()
        self.ids.hide()
        self.column.body.addWidget(self.codes, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addWidget(self.ids)
        self.balance = Balance()
        self.column.body.addWidget(self.balance)
        self.groups = QVBoxLayout()
        self.groups.setSpacing(16)
        self.column.body.addLayout(self.groups)
        self.same = SameWords(self._to_card)
        self.column.body.addWidget(self.same)
        self.marks: MarksCard | None = None
        self._show_marks()
        self.files = Files(lambda: shared_folder(context.at))
        self.submit = SubmitCard(context, assessment, files=lambda: self.files, refused=self._refused)
        self.column.body.addWidget(self.submit)
        if closing.closing(context.at, case) is not None:
            self.submit.show_closed()
        self.column.body.addStretch(1)
        self.look()

    def _show_marks(self) -> None:
        """Show the marks of this child and the carers, which are asked before anything is signed."""
        at = self.context.at
        may_ask = at.role != Role.SUPERVISOR and not self.context.vault.only_read
        may_ask = may_ask and closing.closing(at, self.case) is None
        self.marks = MarksCard(self, self.case, self.assessment, self.scraps, may_ask=may_ask)
        self.column.body.addWidget(self.marks)

    def look(self) -> None:
        """Work out the findings, on the worker."""
        self.context.operations.look(_look, self.assessment, on_done=self._show, on_error=self._not_looked)

    def _not_looked(self, error: HsbAssessError) -> None:
        if shiboken6.isValid(self):
            self.lead.setText(sentence(error))

    def first_focus(self) -> QWidget | None:
        """Start at the first thing to do."""
        return self.column.column

    # -- showing ---------------------------------------------------------------------------------------------

    def _show(self, looked: _Looked) -> None:
        if not shiboken6.isValid(self):
            return
        same = self.looked is not None and [f.key for f in self.looked.report.findings] == [
            finding.key for finding in looked.report.findings
        ]
        self.looked = looked
        sides = looked.reading.engine.balance()
        self.balance.show_counts({side.value: SideCount(*counts) for side, counts in sides.items()})
        waiting = in_the_way(looked.report, looked.reading)
        self.submit.show_waiting(len(waiting) + len(looked.reading.conflicts))
        self.submit.show_reading(reading_words(looked.time))
        self.lead.setText(_lead(looked.report))
        self.codes.setVisible(bool(looked.report.findings or looked.report.not_evaluated))
        self.ids.setVisible(self.codes.isChecked() and not self.codes.isHidden())
        if not same:
            with keyboard_kept(self, self.first_focus):
                self._rebuild(looked)
        self.same.show_report(looked.report, justifications(looked.reading))

    def _rebuild(self, looked: _Looked) -> None:
        while (old := self.groups.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards.clear()
        self.model = FormModel(looked.reading, self.keeper, self, scraps=self.scraps)
        for severity in (Severity.BLOCKER, Severity.JUSTIFY, Severity.ADVISORY):
            self._show_group(severity, _items(looked.report, severity))
        if looked.reading.conflicts:
            self._show_conflicts(looked.reading)
        if looked.report.not_evaluated:
            self._show_not_evaluated(looked.report)

    def _show_group(self, severity: Severity, items: list[tuple[Finding, ...]]) -> None:
        if not items or self.model is None or self.looked is None:
            return
        title, words = _group_words(severity)
        self.groups.addWidget(Heading(f"{title}: {_counted(items)}", 2))
        self.groups.addWidget(Caption(words))
        written = justifications(self.looked.reading)
        for item in items:
            card = FindingCard(item, self.model, self._go, written, self._justify, codes=self.codes.isChecked())
            for finding in item:
                self.cards[finding.key] = card
            self.groups.addWidget(card)

    def _show_conflicts(self, reading: Reading) -> None:
        self.groups.addWidget(Heading(tr("Decide: {n}", n=len(reading.conflicts)), 2))
        card = Card()
        card.body.addWidget(Paragraph(tr("Two answers were given to these questions. Say which one stands.")))
        for path in reading.conflicts:
            card.body.addWidget(button(question_words(reading.definition, path), partial(self._go, path), kind="link"))
        self.groups.addWidget(card)

    def _show_not_evaluated(self, report: Report) -> None:
        self.groups.addWidget(Heading(tr("Not judged: {n}", n=len(report.not_evaluated)), 2))
        card = Card()
        card.body.setSpacing(4)
        card.body.addWidget(Paragraph(tr("These checks had nothing to look at. They neither passed nor failed.")))
        texts = self.context.at.rules.texts
        for each in report.not_evaluated:
            title = texts[each.rule].title if each.rule in texts else each.rule
            head = f"{each.rule}, {title}" if self.codes.isChecked() else title
            card.body.addWidget(Caption(f"{head}: {each.reason}"))
        self.groups.addWidget(card)

    def _show_codes(self) -> None:
        """Say with each finding which check it comes from, or leave it to those who look for it."""
        if self.looked is not None:
            self.ids.setVisible(self.codes.isChecked())
            with keyboard_kept(self, lambda: self.codes):
                self._rebuild(self.looked)

    # -- acting ----------------------------------------------------------------------------------------------

    def _go(self, path: str) -> None:
        self.seal()
        self.context.navigate(Target("assessment", case=self.case, assessment=self.assessment, path=path))

    def _justify(self, key: str, text: str, evidence: tuple[str, ...]) -> None:
        self.context.operations.run(assessing.justify, self.assessment, key, text, evidence, by=self)

    def _refused(self, error: HsbAssessError) -> None:
        """Say at the top what stands in the way; that it does is the title, and not a fault of its own."""
        faults: list[tuple[str, Callable[[], object]]] = []
        if self.looked is not None and error.code == "not_ready":
            reading = self.looked.reading
            waiting = in_the_way(self.looked.report, reading)
            faults.extend((_short(finding), partial(self._to_card, finding.key)) for finding in waiting)
            faults.extend(
                (question_words(reading.definition, path), partial(self._go, path)) for path in reading.conflicts
            )
        if not faults:
            faults.append((sentence(error), self.title.setFocus))
        self.summary.show_faults(faults, title=tr("It is not signed yet: this comes first"))
        self.column.verticalScrollBar().setValue(0)

    def _to_card(self, key: str) -> None:
        card = self.cards.get(key)
        if card is not None:
            self.column.ensureWidgetVisible(card, 0, 40)
            card.take_focus(key)

    def seal(self) -> None:
        """Record what is being written as an explanation."""
        for card in self.cards.values():
            for explanation in card.explanations:
                explanation.seal()
        self.scraps.seal()

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Look again when something in this case changed."""
        del mine
        if change.case == self.case and change.act != "draft_kept":
            self.look()
            if self.marks is not None:
                self.marks.look()


def _group_words(severity: Severity) -> tuple[str, str]:
    words = {
        Severity.BLOCKER: (tr("Fix"), tr("Each of these can be cleared today by what you record.")),
        Severity.JUSTIFY: (
            tr("Explain"),
            tr("Write what was done about it, citing evidence; your supervisor accepts each one."),
        ),
        Severity.ADVISORY: (tr("Consider"), tr("Worth a thought; these never stop a signature.")),
    }
    return words[severity]


def _items(report: Report, severity: Severity) -> list[tuple[Finding, ...]]:
    """Return the items of one severity; what two rules say of the same people is one item."""
    return [item for item in report.items() if item[0].severity is severity]


def _short(finding: Finding) -> str:
    """Return a finding as one line of the list at the top, with the number of its questions where they are many."""
    many = len(finding.questions)
    return finding.message if many < _MANY else tr("{message} ({n} questions)", message=finding.message, n=many)


def _counted(items: list[tuple[Finding, ...]]) -> str:
    """Return how many things there are to do, and beside them how many questions are open: they are of another kind."""
    still = [len(finding.questions) for item in items for finding in item if finding.rule == STILL_OPEN]
    most = max(still, default=0)
    if most < _MANY:
        return str(len(items))
    if len(items) == 1:
        return tr("{n} questions still open", n=most)
    return tr("{n}, and {questions} questions still open", n=len(items) - 1, questions=most)


def _lead(report: Report) -> str:
    groups = [_items(report, severity) for severity in (Severity.BLOCKER, Severity.JUSTIFY, Severity.ADVISORY)]
    if not any(groups):
        return tr("The rules find nothing to fix, explain or consider.")
    fix, explain, consider = map(_counted, groups)
    return tr(
        "To fix: {fix}. To explain: {explain}. To consider: {consider}.", fix=fix, explain=explain, consider=consider
    )
