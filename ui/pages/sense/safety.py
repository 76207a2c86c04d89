"""The safety plan setting by setting: what protects, who does it, until when, and what is missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hsb_assess.desk.planning import Standing
from hsb_assess.diagrams.planline import arrange
from ui.draw.planline import LineRow, PlanLineDrawing
from ui.form.naming import short
from ui.language import tr
from ui.pages.sense.view import SideBySide, View, small_button, thread_button
from ui.pages.sense.words import place_name
from ui.widgets.cards import Card
from ui.widgets.errors import link
from ui.widgets.marks import Mark
from ui.widgets.pills import Pill
from ui.widgets.tables import Cell, Row
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.planning import Setting
    from ui.pages.sense.viewed import Viewed

__all__ = ["SafetyView"]

_LONG: Final = 400
_LAST_REVIEW: Final = "M20.last_review"
_STANDING: Final = {
    Standing.IN_FORCE: ("In force", "good"),
    Standing.TO_COME: ("Begins later", "information"),
    Standing.OVER: ("Over", "neutral"),
    Standing.UNDATED: ("No first day", "warning"),
}
_PROTECTS: Final = (
    ("adults_do", "Adults"),
    ("child_does", "This child"),
    ("supervision", "Supervision"),
    ("sleeping", "Sleeping, washing, dressing"),
    ("devices", "Devices"),
    ("contact", "Contact with other children"),
    ("good_kept", "Good things that stay"),
    ("replacement", "In place of what is taken away"),
)
_WHO: Final = (
    ("adults", "Adults it relies on"),
    ("adults_agreed", "They agreed on"),
    ("protects", "Whom it protects"),
    ("shown_child", "Gone through with this child"),
    ("shown_carer", "Gone through with the carers"),
)
_WHEN: Final = (
    ("from", "From"),
    ("to", "Until"),
    ("review", "Looked at again"),
    ("restrict_end", "What is taken away ends"),
    ("unknown_by", "What is not known, found out by"),
)


class SafetyView(View):
    """A card for each setting under the days of all of them, or one table."""

    def __init__(self, viewed: Viewed) -> None:
        super().__init__(viewed)
        self.safety = viewed.sense.safety
        self.cards: dict[str, Card] = {}
        self.drawing: PlanLineDrawing | None = None
        self.say(tr("How everybody stays safe in each place, with as little taken away from this child as can be."))
        self._whole()
        if viewed.tables:
            self._table()
        else:
            self._line()
            for setting in self.safety.settings:
                self.add(self._card(setting))
        self._last_review()

    def _whole(self) -> None:
        """Add what the checks say of the plan as a whole."""
        if not self.safety.whole:
            return
        card = Card(tone="warning", margin=16)
        card.body.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Mark("warning", 24))
        head.addWidget(Heading(tr("The plan as a whole"), 2), 1)
        card.body.addLayout(head)
        for finding in self.safety.whole:
            path = next((each for each in finding.questions if each.startswith("M20.")), finding.questions[0])
            words = f"{finding.message} {finding.mend}"
            card.body.addWidget(link(words, partial(self.viewed.go, path), tone=card.tone))
        self.add(card)

    def _line(self) -> None:
        plan = arrange([setting.span for setting in self.safety.settings], self.viewed.sense.reading.today)
        if plan is None:
            return
        self.quiet(tr("A bar is the time that a plan holds, a diamond the day on which it is looked at again."))
        rows = [
            LineRow(
                setting.row.path,
                place_name(self.viewed.teller, setting.row),
                self._line_note(setting),
                late=setting.review_passed,
                done=setting.standing is Standing.OVER,
            )
            for setting in self.safety.settings
        ]
        self.drawing = PlanLineDrawing(tr("the safety plan on its days"), plan, rows, side="strengths")
        self.drawing.opened.connect(lambda key: self.viewed.go(f"{key}.from"))
        self.add(self.drawing)

    def _line_note(self, setting: Setting) -> str:
        days = self._facts(setting, _WHEN[:3], " · ")
        return tr("The day to look again has passed. {days}", days=days) if setting.review_passed else days

    def _facts(self, setting: Setting, fields: tuple[tuple[str, str], ...], between: str) -> str:
        value = self.viewed.teller.value
        said = ((label, value(setting.row.at(name))) for name, label in fields)
        return between.join(f"{tr(label)}: {words}" for label, words in said if words)

    # -- cards -----------------------------------------------------------------------------------------------

    def _card(self, setting: Setting) -> Card:
        title = place_name(self.viewed.teller, setting.row)
        card = Card(margin=16)
        card.setObjectName(f"setting:{setting.row.path}")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Heading(title, 2), 1)
        words, tone = _STANDING[setting.standing]
        head.addWidget(Pill(tr(words), tone))
        head.addWidget(
            small_button(
                tr("Open"),
                partial(self.viewed.go, setting.row.at("adults_do")),
                name=tr("Open the safety plan of: {title}", title=title),
            )
        )
        if (thread := thread_button(self.viewed, setting.row.path, title)) is not None:
            head.addWidget(thread)
        card.body.addLayout(head)
        risky = self.viewed.teller.value(setting.row.at("risky"))
        if risky:
            card.body.addWidget(Caption(tr("Harm is more likely: {words}", words=short(risky, _LONG))))
        blocks = [
            self._block(setting, tr("What protects"), _PROTECTS),
            self._block(setting, tr("Who"), _WHO),
            self._block(setting, tr("Until when"), _WHEN),
            self._missing(setting),
        ]
        card.body.addWidget(SideBySide(blocks, least=13, most=2))
        self.cards[setting.row.path] = card
        return card

    def _block(self, setting: Setting, title: str, fields: tuple[tuple[str, str], ...]) -> QWidget:
        holder, body = _column(title)
        said = False
        for name, label in fields:
            words = self.viewed.teller.value(setting.row.at(name))
            if words:
                body.addWidget(Caption(tr(label)))
                text = Paragraph(short(words, _LONG))
                text.setAccessibleName(f"{tr(label)}: {words}")
                body.addWidget(text)
                said = True
        if not said:
            body.addWidget(Caption(tr("Nothing is written yet.")))
        body.addStretch(1)
        return holder

    def _missing(self, setting: Setting) -> QWidget:
        holder, body = _column(tr("What is missing"))
        for each in setting.missing:
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(Mark("warning", 18))
            made = link(self._question(each.path), partial(self.viewed.go, each.path))
            made.setAccessibleDescription(f"{each.finding.message} {each.finding.mend}")
            made.setToolTip(f"{each.finding.message} {each.finding.mend}")
            row.addWidget(made, 1)
            body.addLayout(row)
        if not setting.missing:
            row = QHBoxLayout()
            row.addWidget(Pill(tr("Nothing is missing"), "good"))
            row.addStretch(1)
            body.addLayout(row)
        body.addStretch(1)
        return holder

    def _question(self, path: str) -> str:
        item = self.viewed.teller.item(path)
        return self.viewed.teller.label(item) if item is not None else path

    # -- the table -------------------------------------------------------------------------------------------

    def _table(self) -> None:
        rows = []
        for setting in self.safety.settings:
            state, _ = _STANDING[setting.standing]
            when = self._facts(setting, _WHEN, "\n")
            if setting.review_passed:
                when = tr("The day to look again has passed. {days}", days=when)
            lacks = "\n".join(self._question(each.path) for each in setting.missing) or tr("Nothing is missing")
            cells = (
                Cell(place_name(self.viewed.teller, setting.row), bold=True),
                Cell(self._facts(setting, _PROTECTS, "\n") or tr("Nothing is written yet.")),
                Cell(self._facts(setting, _WHO, "\n") or tr("Nobody")),
                Cell("\n".join(part for part in (tr(state), when) if part)),
                Cell(lacks),
            )
            rows.append(Row(setting.row.at("adults_do"), cells))
        columns = [tr("Setting"), tr("What protects"), tr("Who"), tr("Until when"), tr("What is missing")]
        self.table(tr("Safety plan"), columns, (4, 8, 6, 5, 5), rows)

    def _last_review(self) -> None:
        if self.viewed.sense.reading.engine.visible(_LAST_REVIEW):
            teller = self.viewed.teller
            self.add(link(teller.question(_LAST_REVIEW), partial(self.viewed.go, _LAST_REVIEW)))
            self.say(teller.value(_LAST_REVIEW) or tr("No day is written yet."))


def _column(title: str) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    body = QVBoxLayout(holder)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(2)
    body.addWidget(Heading(title, 3))
    return holder, body
