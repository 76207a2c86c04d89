"""The assessment: its sections, one section of questions at a time, guidance, and the balance always in sight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QTimer

from hsb_assess.desk import access, assessing, closing, meanwhile, viewing, worksheets
from hsb_assess.domain.answer import Absence
from hsb_assess.domain.roles import Role
from hsb_assess.instrument.schema import Module, Side, Stream, module_of
from hsb_assess.record.taken import follows
from hsb_assess.rules.facts import FORM
from ui.form.absence import take_up_absences
from ui.form.form import Form
from ui.form.keeper import DeskKeeper
from ui.form.lasttime import LastTimes
from ui.form.model import FormModel
from ui.form.question import QuestionField
from ui.form.scraps import Scraps
from ui.form.section import QuestionsView, SectionView
from ui.keys import page_act
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.assessment.conflict import ConflictPanel
from ui.pages.assessment.frame import AssessmentFrame
from ui.pages.assessment.newer import Newer
from ui.pages.assessment.nextsection import NextSection
from ui.pages.assessment.panes import PaneKeys
from ui.pages.assessment.putaside import PutAside
from ui.pages.assessment.tiering import LADDER, Tiering
from ui.pages.assessment.undoing import Undoing
from ui.widgets.balance import SideCount

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.rules.finding import Finding
    from ui.pages.assessment.ladder import LadderView

__all__ = ["AssessmentPage"]

_REST: Final = 1500
_AT_ONCE: Final = 200
"""Milliseconds of rest before the alerts are worked out again: while somebody writes, and after an answer is recorded
where the answers are for tonight."""
_KEPT: Final = 5
"""So many sections stay as they are when another one is shown."""
_STANDS_ANEW: Final = frozenset({"undone", "redone", "answer_restored"})
"""Acts by which another answer stands where somebody may just have been typing."""

_DRAWN: Final = {"M02": "chronology", "M09": "family", "M11": "grid", "M14": "voice"}
"""Which page shows what a section says in another way."""
_SEEN_AS: Final = {"M18": "board", "M19": "levels", "M20": "safety", "M21": "support", **_DRAWN}
"""Which view shows what a section says: of the page *Making sense*, or a page of its own."""


class AssessmentPage(Page):
    """Sections at the left, questions in the middle, guidance at the right, four equal bars above."""

    def __init__(
        self, context: PageContext, *, case: str, assessment: str, path: str | None = None, cursor: int | None = None
    ) -> None:
        super().__init__(context)
        self.heading = tr("Assessment")
        self.case, self.assessment = case, assessment
        self._reviewing = context.at.role == Role.SUPERVISOR
        self._closed = closing.closing(context.at, case) is not None
        reading = assessing.reading(context.at, assessment)
        if follows(reading):
            self.heading = tr("Reassessment")
        self.model = FormModel(
            reading,
            DeskKeeper(self, case, assessment),
            self,
            may_write=self._may_write,
            scraps=Scraps(self, assessment),
            wording=context.at.rules.wording.check,
        )
        self.form = Form(self.model, self)
        self.form.told.connect(self.context.notices.say)
        self._names = {each.person: each.name for each in access.contacts(context.at)}
        self._names[context.at.identity.person] = context.at.identity.name
        self.views: dict[str, QuestionsView | LadderView] = {}
        self._path: str | None = None
        self._restricted: set[str] = set()
        self.next = NextSection(self)
        self._lay_out()
        self.newer = Newer(self, self.frame.newer, case, assessment)
        self.newer.look(reading, may_move=not self._reviewing)
        self.last = LastTimes(self.form, self, assessment)
        self._painted = False
        self._listen()
        self._restore_drafts()
        self._count()
        self._show_module(self.tiering.section_of(module_of(path)) if path else self._first_module())
        self._wanted: tuple[str | None, int | None] = (path, cursor)

    def _may_write(self, path: str) -> bool:
        """Say whether this person answers here: in an open case, the review is the supervisor's, all else the assessors'."""
        return not self._closed and self._reviewing == (self.model_stream(path) is Stream.REVIEW)

    def model_stream(self, path: str) -> Stream:
        """Return whose answers stand at a path."""
        return self.model.definition.module(path).stream

    def modules(self) -> tuple[Module, ...]:
        """Return the sections that this person sees and that are asked now, people and evidence last."""
        definition = self.model.definition
        return tuple(
            module
            for module in (*definition.modules, *((definition.things,) if definition.things is not None else ()))
            if self.model.engine.visible(module.id) and (self._reviewing or module.stream is Stream.ANSWERS)
        )

    # -- building --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.body.setContentsMargins(20, 8, 20, 8)
        self.frame = AssessmentFrame()
        self.body.addWidget(self.frame)
        self.sections, self.stack, self.guidance = self.frame.sections, self.frame.stack, self.frame.guidance
        self.tiering = Tiering(self.form, self.context, self.assessment, self.frame)
        self.panes = PaneKeys(self, (self.sections, self.stack, self.guidance), self._enter_pane)

    def _listen(self) -> None:
        self.frame.parts.chosen.connect(self._show_module)
        for made, act in (
            (self.frame.previous, self.go_back),
            (self.frame.next, self.go_on),
            (self.frame.check, self.go_to_check),
            (self.frame.alerts, self.go_to_check),
            (self.frame.sense, self.go_to_sense),
        ):
            made.clicked.connect(act)
        self.form.focused.connect(self._focused)
        self.form.built.connect(self._built)
        Undoing(self.form, self.context, self.case, self.assessment)
        PutAside(self.model, self.context.notices)
        self.frame.tier.wanted.connect(self._show_ladder)
        self.frame.tier.papers_wanted.connect(self.go_to_papers)
        self.tiering.left.connect(self._rebuild)
        self.tiering.asked.connect(self._go_to)
        self.frame.tonight.asked.connect(self._go_to)
        self.frame.tonight.moved.connect(self.context.notices.say)
        self.form.wanted.connect(self._go_to)
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.timeout.connect(self._count)
        self._alert_soon = QTimer(self)
        self._alert_soon.setSingleShot(True)
        self._alert_soon.timeout.connect(self._look_for_alerts)
        for signal in (self.model.answered, self.model.shown, self.model.rows_changed):
            signal.connect(self._changed)
        self._offer_acts()
        self._alert_soon.start(_REST)

    def _offer_acts(self) -> None:
        """Put the acts of this page and of its questions into the menu."""
        for name, act in (
            ("next_section", self.go_on),
            ("previous_section", self.go_back),
            ("guidance", self.frame.guide.click),
            ("worksheet", self.save_worksheet),
            ("evidence", lambda: self._at_question(QuestionField.open_evidence)),
            ("last_time", lambda: self._at_question(lambda field: self.last.press(field.path))),
        ):
            page_act(self, name, act)
        for absence in Absence:
            page_act(self, absence.value, partial(self._at_question, partial(_set_absence, absence)))

    def save_worksheet(self) -> None:
        """Save the section that is shown as a blank worksheet, to be filled in by hand."""
        from ui.form.paper import save_worksheet

        sections = {module.id for module in self.modules()} & {each.id for each in self.model.definition.modules}
        section = self.current_module() if self.current_module() in sections else ""
        save_worksheet(self, worksheets.of_assessment, self.assessment, section)

    def _at_question(self, act: Callable[[QuestionField], object]) -> None:
        """Do something at the question that has the keyboard, and say so where none has."""
        if self.form.current is not None:
            act(self.form.current)
        else:
            self.context.notices.say(tr("Go to a question first."))

    def _restore_drafts(self) -> None:
        """Take up what was being typed when the app last ended, as answers."""
        for draft in assessing.drafts(self.context.at, self.assessment):
            item = self.model.definition.find(draft.key)
            if item is not None and isinstance(draft.body, dict) and self._may_write(draft.key):
                self.model.put_value(draft.key, draft.body.get("value"), cursor=draft.cursor)
        take_up_absences(self.model)
        self.model.seal_all()

    # -- going from section to section -----------------------------------------------------------------------

    def _first_module(self) -> str:
        """Return the first section in which something is missing, else the first."""
        names = self.tiering.sections(self.modules())
        return next((each for each in names if self.tiering.state(each).open), names[0])

    def _show_module(self, name: str) -> None:
        self.model.seal_all()
        if name == LADDER and name in self.views:
            self._drop(name)  # what calls for more may have changed
        if name not in self.views:
            if name == LADDER:
                self.model.replace_reading(assessing.reading(self.context.at, self.assessment))
            self.build(name)
        else:
            self.views[name] = self.views.pop(name)  # the last one shown stands last
        self.stack.setCurrentWidget(self.views[name])
        self.frame.parts.show_current(name)
        names = self.tiering.sections(self.modules())
        self.frame.previous.setEnabled(name in names and name != names[0])
        self.frame.next.setEnabled(name in names and name != names[-1])
        self.frame.show_sense(_SEEN_AS.get(name, "") if self.model.definition.id == FORM else "")
        self.tiering.guide(name)
        self._path = name
        self._note_restricted(name)
        self.next.soon()

    def build(self, name: str) -> QWidget:
        """Build a section; it is not shown yet."""
        view = self.tiering.view(name)
        self.views[name] = view
        self.stack.addWidget(view)
        self._let_go()
        return view

    def _show_ladder(self) -> None:
        self._show_module(LADDER)
        self.views[LADDER].take_focus()

    def _note_restricted(self, name: str) -> None:
        """Have the audit say, once a visit, that a section with restricted answers is on screen."""
        classes = viewing.restricted_in(self.model.reading, name)
        if classes and name not in self._restricted:
            self._restricted.add(name)
            self.context.operations.read(
                viewing.restricted_shown, self.case, self.assessment, name, classes, on_done=lambda _nothing: None
            )

    def _let_go(self) -> None:
        """Keep the sections that were shown last; an older one is built again when somebody comes back to it."""
        kept = [name for name, view in self.views.items() if isinstance(view, SectionView)]
        for name in kept[:-_KEPT]:
            self.form.forget(f"{name}.")
            self._drop(name)

    def _drop(self, name: str) -> None:
        view = self.views.pop(name)
        if isinstance(view, QuestionsView):
            for each in view.lists:
                each.leave_off()
        self.stack.removeWidget(view)
        view.deleteLater()

    def _rebuild(self) -> None:
        """Build the page anew for another tier: other sections, other questions in each."""
        for path in list(self.form.fields):
            self.form.forget(path)
        for name in list(self.views):
            self._drop(name)
        self._count()
        self._show_module(self._first_module())
        self.views[self.current_module()].take_focus()

    def current_module(self) -> str:
        """Return the name of the section that is shown."""
        view = self.stack.currentWidget()
        return next((name for name, each in self.views.items() if each is view), "")

    def go_on(self) -> None:
        """Show the next section."""
        self._step(1)

    def go_back(self) -> None:
        """Show the previous section."""
        self._step(-1)

    def _step(self, by: int) -> None:
        name = self.beside(by)
        if name:
            self._show_module(name)
            self.views[name].take_focus()

    def beside(self, by: int) -> str:
        """Return the name of the section ``by`` after the one that is shown; empty where there is none."""
        names = self.tiering.sections(self.modules())
        at = (names.index(self.current_module()) if self.current_module() in names else -1) + by
        return names[at] if 0 <= at < len(names) else ""

    def go_to_check(self) -> None:
        """Go to what the rules find."""
        self.seal()
        self.context.navigate(Target("check", case=self.case, assessment=self.assessment))

    def go_to_papers(self) -> None:
        """Go to what prints from the first answer on."""
        self.seal()
        self.context.navigate(Target("tonight", case=self.case, assessment=self.assessment))

    def go_to_sense(self) -> None:
        """Go to the view of what this section says."""
        self.seal()
        here = self.current_module()
        if here in _DRAWN:
            self.context.navigate(Target(_DRAWN[here], case=self.case, assessment=self.assessment))
            return
        self.context.navigate(Target("sense", case=self.case, assessment=self.assessment, part=_SEEN_AS.get(here)))

    # -- what the shell asks ---------------------------------------------------------------------------------

    def seal(self) -> None:
        """Record everything that was typed."""
        self.model.seal_all()

    def place(self) -> Target | None:
        """Return the question and the caret."""
        field = self.form.current or (self.form.fields.get(self._path) if self._path else None)
        cursor = field.caret() if field is not None else None
        return Target("assessment", case=self.case, assessment=self.assessment, path=self._path, cursor=cursor)

    def is_stale(self) -> bool:
        """After a move to another form the page has to be built anew."""
        return self.newer.stale

    def show_target(self, target: Target) -> bool:
        """Go to a question."""
        if target.path is not None:
            self._go_to(target.path, target.cursor)
        return True

    def _go_to(self, path: str, cursor: int | None = None) -> None:
        module = module_of(path)
        if module not in {each.id for each in self.modules()} and module not in self.tiering.sections(self.modules()):
            return
        name = self.tiering.section_of(module)
        self._show_module(name)
        view = self.views[name]
        if path != name and isinstance(view, QuestionsView) and view.show_question(path, cursor):
            self._path = path

    def first_focus(self) -> QWidget | None:
        """Return the question that was asked for, else the first one of the section."""
        path, cursor = self._wanted
        self._wanted = (None, None)
        if path is not None and path != self.current_module():
            self._go_to(path, cursor)
        else:
            self.views[self.current_module()].take_focus()
        return self.focusWidget()

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Take what others changed in this case; what was done here is here already, and may call for something tonight."""
        if change.case == self.case and change.act != "draft_kept" and self.tiering.lined is not None:
            self._alert_soon.start(_AT_ONCE)
        if change.case == self.case and (not mine or change.act == "conflict_settled"):
            reading = assessing.reading(self.context.at, self.assessment)
            if reading.definition.hash == self.model.definition.hash:
                self.model.replace_reading(reading)
                self.tiering.look()
                for path in change.paths & self.form.fields.keys() if change.act in _STANDS_ANEW else ():
                    self.form.fields[path].show_anew()
            elif not self.newer.stale:
                self.newer.build_anew()

    # -- what is shown ---------------------------------------------------------------------------------------

    def _changed(self, _what: object = None) -> None:
        if not self._count_soon.isActive():
            self._count_soon.start(0)
        self._alert_soon.start(_REST)

    def _count(self) -> None:
        engine = self.model.engine
        states = [self.tiering.state(name) for name in self.tiering.sections(self.modules())]
        self.frame.parts.show_parts(states, self.current_module())
        self.tiering.show_strip()
        self.frame.show_tonight(wanted=self.tiering.lined is not None)
        sides = {side.value: SideCount(*counts) for side, counts in engine.balance().items()}
        self.frame.balance.show_counts(sides)
        self.frame.balance.setVisible(any(module.side is not Side.NONE for module in self.model.definition.modules))

    def _look_for_alerts(self) -> None:
        self.context.operations.look(
            meanwhile.standing_alerts, self.assessment, on_done=self._show_alerts, on_error=self._no_alerts
        )

    def _show_alerts(self, standing: tuple[Finding, ...]) -> None:
        if shiboken6.isValid(self.frame):
            self.frame.show_alerts(self.frame.tonight.show_standing(standing))

    def _no_alerts(self, error: HsbAssessError) -> None:
        self.context.notices.error(error)

    def _focused(self, path: str) -> None:
        self._path = path
        known = self.model.reading.recorded(path)
        recorded = (self._name_of(known.author), known.recorded) if known is not None else None
        mandatory = self.model.engine.mandatory(path)
        self.guidance.show_question(self.model.item(path), mandatory=mandatory, recorded=recorded)

    def _name_of(self, person: str) -> str:
        return self._names.get(person, tr("somebody else"))

    def _built(self, field: QuestionField) -> None:
        if field.path in self.model.reading.conflicts:
            panel = ConflictPanel(
                self.model, field.path, self._name_of, lambda entry, reason: self._settle(field.path, entry, reason)
            )
            field.put_above(panel)

    def _settle(self, path: str, entry: str, reason: str) -> None:
        field = self.form.fields.get(path)

        def settled(_change: Change) -> None:
            if field is not None:
                field.take_above()

        self.context.operations.run(assessing.settle, self.assessment, path, entry, reason, by=self, on_done=settled)

    def event(self, event: QEvent) -> bool:
        """Follow the text size; read what was said last time once the page is on screen."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.last.look)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.frame.fit()
        return super().event(event)

    def _enter_pane(self, pane: QWidget) -> None:
        if pane is self.stack:
            view = self.views[self.current_module()]
            field = self.form.fields.get(self._path or "")
            if field is not None and view.isAncestorOf(field):
                field.take_focus()
            else:
                view.take_focus()
        else:
            pane.setFocus()


def _set_absence(absence: Absence, field: QuestionField) -> None:
    field.set_absence(absence)
