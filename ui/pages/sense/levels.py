"""The levels in three displays: concerns in words, needs, strengths. They are never added up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.draw.answering import need_word
from ui.draw.steps import StepsRow
from ui.form.naming import short
from ui.form.words import absence_word, code_word
from ui.language import tr
from ui.pages.sense.view import SideBySide, View, small_button, thread_button
from ui.pages.sense.words import evidence_count
from ui.widgets.cards import Card, Line
from ui.widgets.errors import link
from ui.widgets.pills import Pill
from ui.widgets.tables import Cell, Row
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.levels import Concern, Rating
    from ui.pages.sense.viewed import Viewed

__all__ = ["LevelsView"]

_LONG: Final = 360
_ANSWERS: Final = {"yes": ("Of concern", "warning"), "no": ("Not of concern", "neutral")}
_CANNOT_TELL: Final = ("Cannot tell", "information")
_BESIDE: Final = ("M19.unknowns", "M19.continuum", "M19.declined", "M19.declined_why", "M19.valid_until")


class LevelsView(View):
    """Three displays under one another, each with a heading and a shape of its own."""

    def __init__(self, viewed: Viewed) -> None:
        super().__init__(viewed)
        self.levels = viewed.sense.levels
        self.rows: dict[str, StepsRow] = {}
        self.say(
            tr("Three displays that are read each by itself. Nothing here is added up, and no level describes a child.")
        )
        self.heading(tr("Concerns, in words"))
        if viewed.tables:
            self._concern_table()
        else:
            self.add(SideBySide([self._concern(each) for each in self.levels.concerns], least=22))
        for title, ratings, side in (
            (tr("Needs, each by itself"), self.levels.needs, "needs"),
            (tr("Strengths, each by itself"), self.levels.strengths, "strengths"),
        ):
            if not ratings:
                continue
            self.heading(title)
            self.quiet(self._scale(ratings[0]))
            if viewed.tables:
                self._rating_table(title, ratings, needs=side == "needs")
            else:
                self.add(self._display(ratings, side))
        self._rest()

    # -- concerns --------------------------------------------------------------------------------------------

    def _concern(self, each: Concern) -> Card:
        teller, title = self.viewed.teller, need_word(self.viewed.sense.reading, each.code)
        card = Card(margin=14)
        card.body.setSpacing(4)
        card.body.addWidget(Heading(title, 3))
        row = QHBoxLayout()
        row.setContentsMargins(4, 2, 0, 2)
        row.addWidget(Pill(*self._answer(each)))
        row.addStretch(1)
        card.body.addLayout(row)
        answered = self.viewed.sense.reading.answer(each.words).is_asked()
        card.body.addWidget(
            Paragraph(short(teller.words(each.words), _LONG)) if answered else Caption(tr("No words are written yet."))
        )
        card.body.addWidget(Caption(" · ".join((evidence_count(len(each.evidence)), self._answered_by(each)))))
        card.body.addStretch(1)
        acts = QHBoxLayout()
        acts.addWidget(
            small_button(
                tr("Open"), partial(self.viewed.go, each.words), name=tr("Open the question of: {title}", title=title)
            )
        )
        if (thread := thread_button(self.viewed, each.path, title)) is not None:
            acts.addWidget(thread)
        acts.addStretch(1)
        card.body.addLayout(acts)
        return card

    def _answer(self, each: Concern) -> tuple[str, str]:
        answer = self.viewed.sense.reading.answer(each.path)
        if answer.absence is not None and answer.is_asked():
            return absence_word(answer.absence), "information"
        if not each.answer:
            return tr("Not answered yet"), "neutral"
        words, tone = _ANSWERS.get(each.answer, _CANNOT_TELL)
        return tr(words), tone

    def _answered_by(self, each: Concern | Rating) -> str:
        if each.open:
            return tr("No action answers it yet")
        if each.declined and not each.answered_by:
            return tr("Help is not wanted now")
        many = len(each.answered_by)
        if not many:
            return tr("No action names it")
        return tr("1 action or plan answers it") if many == 1 else tr("{n} actions or plans answer it", n=many)

    def _answering_words(self, each: Concern | Rating) -> str:
        words = [short(self.viewed.teller.value(path), 80) for path in each.answered_by]
        return "\n".join(word for word in words if word) or self._answered_by(each)

    def _concern_table(self) -> None:
        teller, reading = self.viewed.teller, self.viewed.sense.reading
        rows = [
            Row(
                each.words,
                (
                    Cell(f"{need_word(reading, each.code)}\n{self._answer(each)[0]}", bold=True),
                    Cell(teller.words(each.words) if reading.answer(each.words).is_asked() else ""),
                    Cell("\n".join(teller.evidence(each.words)) or evidence_count(len(each.evidence))),
                    Cell(self._answering_words(each)),
                ),
            )
            for each in self.levels.concerns
        ]
        columns = [tr("Concern"), tr("Words"), tr("Rests on"), tr("Answered by")]
        self.table(tr("Concerns, in words"), columns, (5, 6, 6, 6), rows)

    # -- needs and strengths ---------------------------------------------------------------------------------

    def _word(self, each: Rating, code: str) -> str:
        definition = self.viewed.sense.reading.definition
        return code_word(definition, definition.item(each.path), code)

    def _scale(self, each: Rating) -> str:
        return tr(
            "From left to right: {steps}.", steps=", ".join(self._word(each, code).lower() for code in each.steps)
        )

    def _name(self, each: Rating) -> str:
        words = need_word(self.viewed.sense.reading, each.code)
        if words != each.code:
            return words
        names = {"child": tr("This child’s own"), "family": tr("Family"), "school": tr("School or nursery")}
        return names.get(
            each.code, tr("Community") if each.code == "community" else self.viewed.teller.question(each.path)
        )

    def _says(self, each: Rating) -> str:
        answer = self.viewed.sense.reading.answer(each.path)
        if answer.absence is not None:
            return absence_word(answer.absence) if answer.is_asked() else tr("Not rated yet")
        return self.viewed.teller.value(each.path)

    def _note(self, each: Rating, side: str) -> tuple[str, str]:
        parts = [evidence_count(len(each.evidence))] if each.evidence else []
        if each.uncited:
            parts.append(tr("It calls for evidence, and none is cited"))
        if side == "needs" and (each.open or each.answered_by or each.declined):
            parts.append(self._answered_by(each))
        return " · ".join(parts), "warning" if each.open or each.uncited else ""

    def _display(self, ratings: tuple[Rating, ...], side: str) -> Card:
        card = Card(margin=6)
        card.body.setSpacing(0)
        for at, each in enumerate(ratings):
            if at:
                card.body.addWidget(Line())
            note, tone = self._note(each, side)
            row = StepsRow(
                self._name(each),
                len(each.steps),
                each.step,
                self._says(each),
                note=note,
                tone=tone,
                side=side,
                round_=side == "strengths",
            )
            row.setAccessibleDescription(tr("Opens its question."))
            row.clicked.connect(lambda _checked=False, path=each.path: self.viewed.go(path))
            self.rows[each.path] = row
            card.body.addWidget(row)
        return card

    def _rating_table(self, title: str, ratings: tuple[Rating, ...], *, needs: bool) -> None:
        teller = self.viewed.teller
        rows = []
        for each in ratings:
            cited = "\n".join(teller.evidence(each.path))
            lacks = tr("It calls for evidence, and none is cited") if each.uncited else evidence_count(0)
            cells = [Cell(self._name(each), bold=True), Cell(self._says(each)), Cell(cited or lacks)]
            rows.append(Row(each.path, (*cells, *([Cell(self._answering_words(each))] if needs else []))))
        columns = [tr("Need") if needs else tr("Strength"), tr("Where it stands"), tr("Rests on")]
        weights = [4, 4, 8]
        if needs:
            columns.append(tr("Answered by"))
            weights.append(6)
        self.table(title, columns, weights, rows)

    # -- the rest --------------------------------------------------------------------------------------------

    def _rest(self) -> None:
        """Add what stands beside the displays: what is not known, until when they hold, the band of known days."""
        reading, teller = self.viewed.sense.reading, self.viewed.teller
        asked = [path for path in _BESIDE if reading.engine.visible(path)]
        if not asked:
            return
        self.heading(tr("Beside the displays"))
        holder = QWidget()
        body = QVBoxLayout(holder)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        for path in asked:
            words = teller.words(path) if reading.answer(path).is_asked() else ""
            if path in {"M19.declined", "M19.declined_why"} and not words:
                continue
            body.addWidget(link(teller.question(path), partial(self.viewed.go, path)))
            body.addWidget(Paragraph(words or tr("Nothing is written yet.")))
            if path == "M19.continuum":
                body.addWidget(Caption(tr("It describes behaviour on known days; it is not a level of risk.")))
            if path == "M19.valid_until" and (day := reading.day(path)) is not None and day.latest() < reading.today:
                row = QHBoxLayout()
                row.setContentsMargins(4, 2, 0, 2)
                row.addWidget(Pill(tr("The day has passed"), "bad"))
                row.addStretch(1)
                body.addLayout(row)
        self.add(holder)
