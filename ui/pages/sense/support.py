"""The support plan on a line of weeks or months: what begins, lasts, ends and overlaps, what is late, what has no day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout

from hsb_assess.diagrams.planline import arrange
from hsb_assess.rules.thread import OVER
from ui.draw.answering import harm_word, need_word
from ui.draw.planline import LineRow, PlanLineDrawing
from ui.form.naming import short
from ui.language import tr
from ui.pages.sense.view import View
from ui.widgets.cards import Card
from ui.widgets.errors import link
from ui.widgets.marks import Mark
from ui.widgets.tables import Cell, Row
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hsb_assess.desk.planning import Step
    from ui.pages.sense.viewed import Viewed

__all__ = ["SupportView"]

_SHORT: Final = 110
_NAME: Final = 60


class SupportView(View):
    """The line with what has no day below it, or one table; what is late stands over both."""

    def __init__(self, viewed: Viewed) -> None:
        super().__init__(viewed)
        self.support = viewed.sense.support
        self.drawing: PlanLineDrawing | None = None
        self._list(tr("Late: {n}", n=len(self.support.late)), self.support.late, "bad")
        if viewed.tables:
            self._table()
        else:
            self._line()

    def _name(self, row_path: str) -> str:
        return self.viewed.teller.value(f"{row_path}.action") or tr("No action is written")

    def _owner(self, step: Step) -> str:
        return self.viewed.teller.value(step.row.at("owner")) or tr("nobody")

    def _list(self, title: str, steps: Sequence[Step], tone: str) -> None:
        if not steps:
            return
        card = Card(tone=tone, margin=16)
        card.body.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Mark(tone, 24))
        head.addWidget(Heading(title, 2), 1)
        card.body.addLayout(head)
        for step in steps:
            who, words = self._owner(step), short(self._name(step.row.path), _SHORT)
            if step.late:
                day = self.viewed.teller.value(step.row.at("by_when"))
                words = tr("By {day}, {who}: {action}", day=day, who=who, action=words)
            else:
                words = tr("{who}: {action}", who=who, action=words)
            field = "by_when" if step.late or not step.span.backwards else "end"
            card.body.addWidget(link(words, partial(self.viewed.go, step.row.at(field)), tone=tone))
        self.add(card)

    def _line(self) -> None:
        plan = arrange([step.span for step in self.support.steps], self.viewed.sense.reading.today)
        if plan is not None:
            self.heading(tr("In weeks") if plan.weeks else tr("In months"))
            self.quiet(
                tr(
                    "A bar is the time that an action lasts; an arrow in it says that it goes on. A diamond is the day by which it is due: "
                    "with a cross it is late, with a tick it is done."
                )
            )
            rows = [
                LineRow(
                    step.row.path,
                    short(self._name(step.row.path), _SHORT),
                    self._note(step),
                    late=step.late,
                    done=step.row.value("status") in OVER,
                )
                for step in self.support.steps
            ]
            self.drawing = PlanLineDrawing(tr("the support plan on its days"), plan, rows, count=True)
            self.drawing.opened.connect(lambda key: self.viewed.go(f"{key}.action"))
            self.add(self.drawing)
        self._list(tr("Without a day: {n}", n=len(self.support.undated)), self.support.undated, "warning")
        backwards = [step for step in self.support.steps if step.span.backwards]
        self._list(tr("Said to end before it begins: {n}", n=len(backwards)), backwards, "warning")

    def _note(self, step: Step) -> str:
        return " · ".join(part for part in (self._state(step), self._owner(step), *self._days(step)) if part)

    def _table(self) -> None:
        rows = []
        for step in self.support.steps:
            beside = "\n".join(short(self._name(path), _NAME) for path in step.beside)
            name = "\n".join(part for part in (self._name(step.row.path), self._state(step)) if part)
            cells = (
                Cell(name, bold=True),
                Cell(self._for(step)),
                Cell(self._owner(step)),
                Cell("\n".join(self._days(step)) or tr("No day at all")),
                Cell(beside or tr("Nothing")),
            )
            rows.append(Row(step.row.at("action"), cells))
        columns = [tr("Action and its state"), tr("Answers"), tr("Who"), tr("When"), tr("Together with")]
        self.table(tr("Support plan"), columns, (6, 6, 4, 5, 5), rows)

    def _state(self, step: Step) -> str:
        return tr("Late") if step.late else self.viewed.teller.value(step.row.at("status"))

    def _days(self, step: Step) -> list[str]:
        """Return when an action begins, how long it lasts, when it ends and by when it is due, as far as that is said."""
        begins, lasts, ends, due = (
            self.viewed.teller.value(step.row.at(name)) for name in ("start", "duration", "end", "by_when")
        )
        if ends and step.span.backwards:
            ends = tr("{day}, which is before it begins", day=ends)
        parts = (
            tr("begins {day}", day=begins) if begins else "",
            lasts,
            tr("ends {day}", day=ends) if ends else "",
            tr("by {day}", day=due) if due else "",
        )
        return [part for part in parts if part]

    def _for(self, step: Step) -> str:
        reading = self.viewed.sense.reading
        harms = [tr("Harm: {what}", what=harm_word(reading, code).lower()) for code in step.row.codes("for_harm")]
        needs = [need_word(reading, code) for code in step.row.codes("for_need")]
        return "\n".join([*harms, *needs]) or tr("No need is named")
