"""What the tier makes of the assessment page: its sections, the page of a small tier, the strip, and moving."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from hsb_assess.desk import tiering
from hsb_assess.desk.tiering import TierMoved
from hsb_assess.rules.tiers import asked_for, triggers
from ui.form.lines import LinesView, answered_lines
from ui.form.section import QuestionsView, SectionView
from ui.form.words import said
from ui.language import tr
from ui.pages.assessment.ladder import LadderView, tier_title
from ui.pages.assessment.putaside import resting_words
from ui.pages.assessment.sections import SectionState

if TYPE_CHECKING:
    from hsb_assess.desk.workplace import Change
    from hsb_assess.instrument.schema import Module, Tier
    from ui.form.form import Form
    from ui.navigation import PageContext
    from ui.pages.assessment.frame import AssessmentFrame

__all__ = ["LADDER", "Tiering"]

LADDER: Final = "@tier"
"""Stands in place of a section's name for the page on how much is asked."""


class Tiering(QObject):
    """Knows which tier the page was built for, and what a section's name stands for in it."""

    left = Signal()
    """The tier is another one now: the page is built anew."""
    asked = Signal(str)
    """A question is to be shown."""

    def __init__(self, form: Form, context: PageContext, assessment: str, frame: AssessmentFrame) -> None:
        super().__init__(form)
        self._form, self._context, self._assessment, self._frame = form, context, assessment, frame
        self.tier = form.model.engine.tier

    @property
    def lined(self) -> Tier | None:
        """The tier that holds now, where all its answers stand on one page."""
        tiers = self._form.model.definition.tiers
        found = tiers.tier(self.tier) if tiers is not None else None
        return found if found is not None and found.lines else None

    def sections(self, modules: tuple[Module, ...]) -> tuple[str, ...]:
        """Return the names of the sections: the modules, or the one page of a small tier and what stands beside it."""
        lined = self.lined
        if lined is None:
            return tuple(module.id for module in modules)
        definition = self._form.model.definition
        things = definition.things.id if definition.things is not None else ""
        beside = (module.id for module in modules if module.stream.value != "answers" or module.id == things)
        return (lined.id, *beside)

    def section_of(self, name: str) -> str:
        """Return the section in which a module's questions are shown."""
        lined = self.lined
        definition = self._form.model.definition
        things = definition.things.id if definition.things is not None else ""
        if lined is None or name in {lined.id, LADDER, things}:
            return name
        return lined.id if definition.module(name).stream.value == "answers" else name

    def view(self, name: str) -> QuestionsView | LadderView:
        """Build a section."""
        lined = self.lined
        if name == LADDER:
            ladder = LadderView(self._form.model.reading)
            ladder.moved.connect(self.move)
            ladder.asked.connect(self.asked)
            return ladder
        if lined is not None and name == lined.id:
            return LinesView(self._form, lined)
        return SectionView(self._form, self._form.model.definition.module(name), gradually=True)

    def guide(self, name: str) -> None:
        """Say beside a section what it is about."""
        lined = self.lined
        if name == LADDER:
            self._frame.guidance.show_words(tr("How much is asked"), tr("What is asked follows what is recorded."))
        elif lined is not None and name == lined.id:
            self._frame.guidance.show_words(said(lined.title), said(lined.sentence))
        else:
            self._frame.guidance.show_module(self._form.model.definition.module(name))

    def state(self, name: str) -> SectionState:
        """Return how far a section is."""
        engine, lined = self._form.model.engine, self.lined
        if lined is not None and name == lined.id:
            answered, total = answered_lines(engine, lined), len(lined.lines)
            return SectionState(name, said(lined.title), answered, total, answered < total)
        counts, begun = engine.counts(name), engine.begun(name)
        definition = self._form.model.definition
        module = definition.module(name)
        register = definition.things is not None and name == definition.things.id
        return SectionState(
            name,
            said(module.title),
            counts.answered,
            counts.total,
            bool(engine.mandatory_open(name)),
            needed=begun.needed > 0,
            said=begun.said > 0,
            entered=sum(len(engine.rows(item.address)) for item in module.items) if register else None,
        )

    def show_strip(self) -> None:
        """Say on the strip which tier holds, how far a small one is, and what calls for more."""
        model = self._form.model
        if model.definition.tiers is None:
            return
        lined = self.lined
        count = (answered_lines(model.engine, lined), len(lined.lines)) if lined is not None else None
        standing = triggers(model.reading)
        less = self.tier != asked_for(model.reading, standing)
        title = tier_title(model.definition, self.tier) or tr("Everything is asked")
        self._frame.tier.show_tier(title, count, len(standing), less=less)

    def move(self, tier: str, reason: str, manager: str) -> None:
        """Move to a tier, and say what it did."""
        self._form.model.seal_all()
        before = self.tier

        def moved(change: Change) -> None:
            definition = self._form.model.definition
            words = tr("Asked from now on: {tier}.", tier=tier_title(definition, tier))
            if isinstance(change, TierMoved):
                if change.opens and change.tier != before:
                    words += " " + tr("What is answered stays answered. “How much is asked…” says how much that is.")
                if change.dormant:
                    words += " " + resting_words(definition, change.dormant)
            self._context.notices.say(words)

        self._context.operations.run(
            tiering.change_tier,
            self._assessment,
            tier,
            reason=reason,
            manager=manager,
            on_done=moved,
            on_error=self._context.notices.error,
        )

    def look(self) -> None:
        """See whether the tier is another one now."""
        now = self._form.model.engine.tier
        if now != self.tier:
            self.tier = now
            self.left.emit()
