"""How much is asked: the tiers as a ladder, what calls for the full assessment, and the ways up and down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hsb_assess.desk.movingup import ahead
from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.rules.tiers import FIRST_DAY, LEAD, REASON, asked_for, triggers
from ui.form.dates import date_text
from ui.form.words import said
from ui.language import tr
from ui.widgets.buttons import PushButton, button, button_row
from ui.widgets.cards import Card, Column
from ui.widgets.clocks import clock_words
from ui.widgets.errors import link
from ui.widgets.fields import GrowingText, choice
from ui.widgets.labelled import Field
from ui.widgets.marks import Mark
from ui.widgets.pills import Pill
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.movingup import Ahead
    from hsb_assess.instrument.schema import Definition, Tier
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.tiers import Trigger

__all__ = ["LadderView", "TierStrip"]

_DUE = 3
"""So many days are named; the case has all of them."""


def tier_title(definition: Definition, tier: str) -> str:
    """Return what a tier is called; empty where the form has none of this name."""
    found = definition.tiers.tier(tier) if definition.tiers is not None else None
    return said(found.title) if found is not None else ""


def ahead_words(definition: Definition, ahead: Ahead) -> tuple[str, ...]:
    """Return what moving up means, a sentence each: how much, what stays, where to start, what is due."""
    said_of = [
        tr(
            "{needed} questions and lists have to be answered. {optional} more are in sight and can be left, and {waiting} come "
            "only if they apply to this child.",
            needed=ahead.needed,
            optional=ahead.optional,
            waiting=ahead.waiting,
        ),
        tr("What is answered stays answered: {kept} so far.", kept=ahead.kept),
    ]
    if ahead.first:
        section = said(definition.module(ahead.first).title)
        said_of.append(
            tr("Start with: {section}. Any order will do, and everything is kept as you write.", section=section)
        )
    days = [f"{clock_words(name)}, {date_text(FuzzyDate(date=day.isoformat()))}" for name, day in ahead.due[:_DUE]]
    if days:
        said_of.append(tr("Due: {what}.", what="; ".join(days)))
    return tuple(said_of)


class TierStrip(QWidget):
    """One line on every page of the assessment: which tier, and what calls for more. ``wanted`` opens the ladder.

    ``papers_wanted`` goes to what prints from the first answer on. In a low window ``short`` and ``papers_short``, buttons
    among others, stand for the line.
    """

    wanted = Signal()
    papers_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.mark = Mark("warning", 20)
        self.words = Paragraph()
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.open_button = button(tr("How much is asked…"), self.wanted.emit, kind="quiet")
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        self.papers = self._papers_button()
        row.addWidget(self.papers)
        row.addWidget(self.open_button)
        self.short = button("", self.wanted.emit, kind="quiet")
        self.papers_short = self._papers_button()
        self._stands = self._low = False
        self._show()

    def _papers_button(self) -> PushButton:
        return button(
            tr("Papers for tonight…"),
            self.papers_wanted.emit,
            kind="quiet",
            tip=tr("Urgent referral extract, out-of-hours handover and interim plan: {keys}", keys="Ctrl+Shift+T"),
        )

    def show_tier(self, title: str, answered: tuple[int, int] | None, called: int, *, less: bool) -> None:
        """Say what is asked. ``called`` counts what calls for the full assessment, ``less`` that less is asked."""
        words = tr("Asked now: {tier}", tier=title)
        if answered is not None:
            words += tr(", {answered} of {total} answered", answered=answered[0], total=answered[1])
        if called and less:
            words += (
                tr(". {n} things recorded call for the full assessment.", n=called)
                if called > 1
                else tr(". One thing recorded calls for the full assessment.")
            )
        self.words.setText(words)
        self.mark.setVisible(bool(called) and less)
        self.short.setText(tr("More is called for…") if called and less else tr("How much is asked…"))
        self.short.setAccessibleName(f"{self.short.text()} {words}")
        self.short.setToolTip(words)
        self._stands = True
        self._show()

    def set_low(self, *, low: bool) -> None:
        """Have the button stand for the line, or the line itself."""
        self._low = low
        self._show()

    def _show(self) -> None:
        self.setVisible(self._stands and not self._low)
        for each in (self.short, self.papers_short):
            if each.parentWidget() is not None:  # one without would be a window
                each.setVisible(self._stands and self._low)


class LadderView(Column):
    """The whole ladder. ``moved`` asks for a move (tier, reason, manager), ``asked`` to see a question."""

    moved = Signal(str, str, str)
    asked = Signal(str)

    def __init__(self, reading: Reading) -> None:
        super().__init__(width=760)
        self.setAccessibleName(tr("How much is asked"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.setSpacing(14)
        self.reading = reading
        tiers = reading.definition.tiers
        assert tiers is not None
        self.now = reading.engine.tier
        standing = triggers(reading)
        self.called = asked_for(reading, standing)
        self.buttons: dict[str, PushButton] = {}
        self.body.addWidget(Heading(tr("How much is asked")))
        self.body.addWidget(
            Paragraph(
                tr(
                    "How much is asked follows the concern. Moving up keeps every answer; where a new question comes near to "
                    "one that is answered, that answer stands with it. "
                    "Moving down takes a manager's reason, which is printed; what is no longer asked is kept."
                )
            )
        )
        callers = self._callers(standing)
        rungs: list[QWidget] = [self._rung(tier, tiers.place(tier.id)) for tier in tiers.tiers]
        more = bool(standing) and self.called != self.now  # then why comes first
        for part in (callers, *rungs) if more else (*rungs, callers):
            self.body.addWidget(part)
        self.reason: GrowingText | None = None
        self._less(tiers.tiers)
        self.body.addStretch(1)

    # -- what calls for more -----------------------------------------------------------------------------------

    def _callers(self, standing: tuple[Trigger, ...]) -> Card:
        card = Card(tone="warning" if standing else "")
        card.body.setSpacing(8)
        if not standing:
            card.body.addWidget(Paragraph(tr("Nothing that is recorded so far calls for the full assessment.")))
            return card
        card.body.addWidget(Heading(tr("What calls for the full assessment"), 2))
        for trigger in standing:
            tiers = self.reading.definition.tiers
            call = tiers.trigger(trigger.id) if tiers is not None else None
            card.body.addWidget(Paragraph(said(call.title) if call is not None else trigger.id))
            for path in trigger.questions:
                item = self.reading.definition.find(path)
                if item is not None:
                    card.body.addWidget(link(said(item.label), partial(self.asked.emit, path), tone="warning"))
        return card

    # -- the rungs ---------------------------------------------------------------------------------------------

    def _rung(self, tier: Tier, place: int) -> Card:
        tiers = self.reading.definition.tiers
        assert tiers is not None
        here = tier.id == self.now
        card = Card(tone="information" if here else "", margin=16)
        card.body.setSpacing(6)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Heading(said(tier.title), 2), 1)
        if here:
            row.addWidget(Pill(tr("Asked now"), "information"), 0, Qt.AlignmentFlag.AlignTop)
        if tier.id == self.called:
            tone = "good" if here else "warning"
            row.addWidget(Pill(tr("What the concern asks for"), tone), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(head)
        card.body.addWidget(Paragraph(said(tier.sentence)))
        if place > tiers.place(self.now) or (here and tier.id != FIRST_DAY):
            for words in ahead_words(self.reading.definition, ahead(self.reading, tier.id)):
                card.body.addWidget(Caption(words))
        if tier.id == FIRST_DAY and not here:
            card.body.addWidget(Caption(tr("Done first; its answers are carried on.")))
        elif not here and (place > tiers.place(self.now) or self.now == FIRST_DAY):
            move = button(
                tr("Move up to: {tier}", tier=said(tier.title)),
                lambda: self.moved.emit(tier.id, "", ""),
                kind="primary" if tier.id == (self.called or "full") else "",
            )
            self.buttons[tier.id] = move
            card.body.addLayout(button_row(move))
        return card

    # -- asking less -------------------------------------------------------------------------------------------

    def _less(self, tiers: tuple[Tier, ...]) -> None:
        """Offer the tiers below, and to stay where a trigger stands, for a manager's reason."""
        places = [tier.id for tier in tiers]
        if self.now not in places or self.now == FIRST_DAY:
            return
        below = [tier for tier in tiers[: places.index(self.now)] if tier.id != FIRST_DAY]
        stays = self.called == "full" and self.now != "full"
        offered = [*([tiers[places.index(self.now)]] if stays else []), *below]
        if not offered:
            return
        card = Card()
        card.body.addWidget(Heading(tr("Asking less: a manager's reason"), 2))
        self.choice = choice([(tier.id, said(tier.title)) for tier in offered])
        self.reason = GrowingText(self.reading.text(REASON))
        lead = self.reading.value(LEAD)
        people = [
            (each.id, each.text("label"))
            for each in self.reading.things("person")
            if each.value("is") == "worker" and each.id != lead
        ]
        self.manager = choice([("", tr("Choose the manager")), *people])
        card.body.addWidget(Field(tr("How much is asked then?"), self.choice))
        card.body.addWidget(
            Field(
                tr("What is the manager's reason?"),
                self.reason,
                hint=tr("It is printed in the documents, with the name."),
            )
        )
        card.body.addWidget(
            Field(
                tr("Which manager gave it?"),
                self.manager,
                hint=tr(
                    "A worker of this case who does not lead it and is not you. Add people under People and evidence."
                ),
            )
        )
        self.less_button = button(tr("Record the reason and ask this much"), self._ask_less)
        card.body.addLayout(button_row(self.less_button))
        self.body.addWidget(card)

    def _ask_less(self) -> None:
        if self.reason is not None:
            chosen, manager = str(self.choice.currentData()), str(self.manager.currentData() or "")
            self.moved.emit(chosen, self.reason.toPlainText(), manager)

    def take_focus(self) -> None:
        """Start at the way up that is called for, else at the first one; where there is none, at the top."""
        first = self.buttons.get(self.called, next(iter(self.buttons.values()), None))
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)
