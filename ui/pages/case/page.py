"""The case: who this child is, what cannot wait tonight, the assessments, ways to see the case, people and lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hsb_assess.desk import again, assessing, caseload, forms, keeping, meanwhile
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role
from ui.form.form import Form
from ui.form.keeper import DeskKeeper
from ui.form.keptwords import closed_words, kept_words
from ui.form.model import FormModel
from ui.form.rows import RowsView
from ui.form.words import said
from ui.keys import page_act
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.case.choosing import FormChoice
from ui.pages.case.clocks import Clocks
from ui.pages.case.logs import ThingLog
from ui.pages.case.looks import Looks
from ui.pages.case.standing import Assessments
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Column
from ui.widgets.errors import link
from ui.widgets.marks import Mark
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.keeping import Keeping
    from hsb_assess.desk.workplace import Change
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Finding

__all__ = ["CasePage"]

_BORN: Final = "M00.dob"


class CasePage(Page):
    """One case. Names stand on the page only, never in the heading."""

    def __init__(
        self, context: PageContext, *, case: str, assessment: str | None = None, part: str | None = None
    ) -> None:
        super().__init__(context)
        del part, assessment
        self.heading = tr("Case")
        self.case = case
        self._reviewing = context.at.role == Role.SUPERVISOR
        self.column = Column(width=980)
        self.body.addWidget(self.column)
        self.holder: QWidget | None = None
        self.model: FormModel | None = None
        self.form: Form | None = None
        self.assessments: Assessments | None = None
        self.choice: FormChoice | None = None
        self.people: RowsView | None = None
        self.clocks: Clocks | None = None
        self.looks: Looks | None = None
        self.kept_line: Caption | None = None
        self.papers_button: QWidget | None = None
        self.alerts = Card(tone="bad", margin=20)
        self.alerts.hide()
        page_act(self, "reassess", self.reassess)
        self.show_case()

    # -- showing ---------------------------------------------------------------------------------------------

    def show_case(self) -> None:
        """Build the page from what stands now."""
        at = self.context.at
        lines = caseload.assessments(at, self.case)
        newest = lines[0].id if lines else None
        reading = assessing.reading(at, newest) if newest is not None else None
        if self.holder is not None:
            self.alerts.setParent(None)
            self.holder.hide()
            self.holder.deleteLater()
        self.holder = QWidget()
        parts = QVBoxLayout(self.holder)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(20)
        kept = self._kept()
        self._show_child(parts, reading)
        if kept is not None and kept.closing is not None:
            closed = Card(tone="information", margin=16)
            closed.body.addWidget(Paragraph(closed_words(kept)))
            closed.body.addWidget(
                Caption(
                    tr(
                        "It can be read. Nothing is written in it until it is opened again; clocks and ages stand as on that day."
                    )
                )
            )
            parts.addWidget(closed)
        parts.addWidget(self.alerts)
        if newest is not None:
            self._show_papers(parts)
        parts.addWidget(Heading(tr("Assessments"), 2))
        shut = kept is None or kept.closing is not None
        self.assessments = Assessments(
            lines,
            reviewing=self._reviewing,
            closed=shut,
            go=self.open_assessment,
            start=self.start,
            again=self.reassess,
            compare=partial(context_go, self, "between"),
        )
        parts.addWidget(self.assessments)
        if reading is not None and newest is not None:
            self._show_things(parts, reading, newest, shut=shut)
            if not shut:
                self.context.operations.look(
                    meanwhile.standing_alerts, newest, on_done=self._show_alerts, on_error=self._no_alerts
                )
        self._show_writing(parts)
        parts.addWidget(Heading(tr("Documents and contributions"), 2))
        parts.addWidget(Caption(tr("No contribution from another agency has been asked for yet.")))
        parts.addLayout(button_row(button(tr("Documents"), lambda: context_go(self, "documents"))))
        parts.addWidget(Heading(tr("Who has looked"), 2))
        parts.addWidget(
            Caption(
                tr(
                    "Who opened, read, changed, exported or signed something in this case, and when. It writes itself and cannot"
                    " be changed."
                )
            )
        )
        parts.addLayout(button_row(button(tr("Audit and access"), lambda: context_go(self, "audit"))))
        parts.addWidget(Heading(tr("Keeping and closing"), 2))
        if kept is not None:
            self.kept_line = Caption(kept_words(kept, at.clock.today()))
            parts.addWidget(self.kept_line)
        self.keeping_button = button(tr("Keeping and closing…"), lambda: context_go(self, "keeping"))
        parts.addLayout(button_row(self.keeping_button))
        parts.addStretch(1)
        self.column.body.addWidget(self.holder)

    def _kept(self) -> Keeping | None:
        """Return how the case is kept; ``None`` of one that is not in this vault any more."""
        try:
            return keeping.keeping(self.context.at, self.case)
        except HsbAssessError:
            return None

    def _show_writing(self, parts: QVBoxLayout) -> None:
        """Show the ways to visit notes and to this child's words."""
        parts.addWidget(Heading(tr("Visit notes"), 2))
        parts.addWidget(Caption(tr("Written first, on the visit or right after it, and filed to questions later.")))
        self.visit_button = button(tr("Visit notes…"), lambda: context_go(self, "visit"), tip="Ctrl+Shift+V")
        parts.addLayout(button_row(self.visit_button))
        parts.addWidget(Heading(tr("In this child’s words"), 2))
        parts.addWidget(Caption(tr("All that this child said, in one place, and a page to sit beside them with.")))
        self.voice_button = button(tr("In this child’s words…"), lambda: context_go(self, "voice"), tip="Ctrl+Shift+O")
        parts.addLayout(button_row(self.voice_button))

    def _show_child(self, parts: QVBoxLayout, reading: Reading | None) -> None:
        name = caseload.name_of(self.context.at, self.case) if reading is not None else ""
        parts.addWidget(Heading(name or tr("This child")))
        born = reading.day(_BORN) if reading is not None else None
        facts = []
        if reading is not None and born is not None:
            years = (reading.today - born.earliest()).days // 365.25
            facts.append(tr("{years} years old", years=int(years)))
        reference = next((line.ref for line in caseload.cases(self.context.at) if line.case == self.case), "")
        facts.append(tr("Reference {ref}", ref=reference))
        parts.addWidget(Paragraph(" · ".join(facts)))

    def _show_papers(self, parts: QVBoxLayout) -> None:
        self.papers_button = button(
            tr("Papers for tonight…"),
            lambda: context_go(self, "tonight"),
            tip=tr("Urgent referral extract, out-of-hours handover and interim plan: {keys}", keys="Ctrl+Shift+T"),
        )
        parts.addLayout(button_row(self.papers_button))
        words = tr("Urgent referral extract, out-of-hours handover and interim safety plan, printable at any time.")
        parts.addWidget(Caption(words))

    def _show_things(self, parts: QVBoxLayout, reading: Reading, assessment: str, *, shut: bool) -> None:
        self.model = FormModel(
            reading,
            DeskKeeper(self, self.case, assessment),
            self,
            may_write=lambda _path: not self._reviewing and not shut,
            wording=self.context.at.rules.wording.check,
        )
        self.form = Form(self.model, self)
        self.form.told.connect(self.context.notices.say)
        self.looks = Looks(reading, partial(context_go, self))
        parts.addWidget(self.looks)
        self.clocks = Clocks(self.form, reading.today, partial(self._go, assessment), closed=shut)
        parts.addWidget(self.clocks)
        people = self.model.definition.group_for_kind("person")
        if people is not None:
            self.people = RowsView(self.form, people.address)
            parts.addWidget(Heading(tr("People"), 2))
            self.people.title.hide()
            parts.addWidget(self.people)
        for kind, (title, empty) in _lists().items():
            group = self.model.definition.group_for_kind(kind)
            if group is not None:
                parts.addWidget(ThingLog(self.model, group, title, empty, partial(self._go, assessment)))

    def _show_alerts(self, found: tuple[Finding, ...]) -> None:
        if not shiboken6.isValid(self) or self.model is None:
            return
        while (old := self.alerts.body.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.alerts.setVisible(bool(found))
        if not found:
            return
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Mark("bad", 24))
        row.addWidget(Heading(tr("Tonight: {n}", n=len(found)), 2), 1)
        self.alerts.body.addWidget(head)
        for finding in found:
            path = finding.questions[0] if finding.questions else ""
            item = self.model.definition.find(path) if path else None
            self.alerts.body.addWidget(Paragraph(f"{finding.message} {finding.mend}"))
            if item is not None:
                words = said(item.label)
                go = partial(self._go, self.model.reading.assessment, path)
                self.alerts.body.addWidget(link(words, go), 0, Qt.AlignmentFlag.AlignLeft)

    def _no_alerts(self, error: HsbAssessError) -> None:
        self.context.notices.error(error)

    # -- acting ----------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Start an assessment and open it; ask with which form where there is more than one."""
        offered = forms.choices(self.context.at)
        if len(offered) == 1:
            self.start_with("")
            return
        self.choice = FormChoice(offered, self)
        self.choice.chosen.connect(self.start_with)
        self.choice.open()

    def start_with(self, form: str) -> None:
        """Start an assessment with the form of this hash (the holistic one where it is empty) and open it."""

        def started(change: Change) -> None:
            if change.created is not None:
                self.open_assessment(change.created)

        self.context.operations.run(assessing.start_assessment, self.case, form=form, on_done=started, by=self)

    def reassess(self) -> None:
        """Start an assessment that follows the newest one, and open it."""
        offered = self.assessments.again_button if self.assessments is not None else None
        if offered is None or not offered.isEnabled():
            self.context.notices.say(
                offered.accessibleDescription()
                if offered is not None and not self._reviewing
                else tr("There is nothing here that could be assessed again by you now.")
            )
            return

        def started(change: Change) -> None:
            if change.created is not None:
                self.open_assessment(change.created)

        self.context.operations.run(again.reassess, self.case, on_done=started, by=self)

    def open_assessment(self, assessment: str) -> None:
        """Open an assessment, a reviewer at the review desk."""
        page = "review" if self._reviewing else "assessment"
        self.context.navigate(Target(page, case=self.case, assessment=assessment))

    def _go(self, assessment: str, path: str) -> None:
        self.seal()
        self.context.navigate(Target("assessment", case=self.case, assessment=assessment, path=path))

    def seal(self) -> None:
        """Record what is being typed about a person."""
        if self.model is not None:
            self.model.seal_all()

    def first_focus(self) -> QWidget | None:
        """Start at the button that goes on."""
        if self.assessments is None:
            return None
        return self.assessments.start_button if self.assessments.table is None else self.assessments.go_button

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Show what others changed; what was typed here is here already."""
        if change.case == self.case and not mine:
            self.seal()
            self.show_case()


def _lists() -> dict[str, tuple[str, str]]:
    """Return the lists of a case by kind of thing: what each is called, and what is said while it is empty."""
    return {
        "contact": (
            tr("Contacts and visits"),
            tr(
                "No visit is entered yet. When this child was last seen, and last seen alone, is read from this list; enter"
                " visits that did not happen, too."
            ),
        ),
        "agency": (
            tr("Agencies"),
            tr("No agency is entered yet. Each is entered once, then picked wherever it was asked, told or took part."),
        ),
        "condition": (
            tr("Orders and conditions"),
            tr(
                "None is entered yet. Every order, bail condition or rule that keeps people apart belongs here with its last"
                " day: you are warned before it ends."
            ),
        ),
    }


def context_go(page: CasePage, name: str) -> None:
    """Go to another page of the same case."""
    page.context.navigate(Target(name, case=page.case))
