"""The levels of an assessment as three displays that are never added up: concerns in words, needs, strengths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.instrument.values import evidence_is_due
from hsb_assess.rules.facts import FORM, has_answer
from hsb_assess.rules.thread import ACTIONS, DECLINED, LEVELS, PLANS, grave_needs, rows_asked, unmet_needs

if TYPE_CHECKING:
    from hsb_assess.record.reading import Reading

__all__ = ["Concern", "Levels", "Rating", "levels"]

NEEDS_GROUP, STRENGTHS_GROUP = "M19.needs", "M19.strengths"


@dataclass(frozen=True)
class Concern:
    """One level in words: the question whether it is of concern, the words that say why, and what answers it.

    ``answer`` is ``yes``, ``no``, ``cannot_tell`` or empty, ``answered_by`` the paths of actions and safety plan rows. ``open``
    says that it is of concern and nothing answers it; ``declined`` that help is not wanted now.
    """

    path: str
    words: str
    code: str
    answer: str
    evidence: tuple[str, ...]
    answered_by: tuple[str, ...]
    open: bool
    declined: bool


@dataclass(frozen=True)
class Rating:
    """One rating: where on its own scale it stands, never a figure to add to another.

    ``step`` is a place in ``steps`` (codes of the scale from its beginning on), ``None`` where it cannot be rated or is not.
    """

    path: str
    code: str
    steps: tuple[str, ...]
    step: int | None
    evidence: tuple[str, ...]
    uncited: bool
    answered_by: tuple[str, ...]
    open: bool
    declined: bool


@dataclass(frozen=True)
class Levels:
    """The three displays, each in the order of the form, so that none is ranked."""

    concerns: tuple[Concern, ...]
    needs: tuple[Rating, ...]
    strengths: tuple[Rating, ...]

    @property
    def begun(self) -> bool:
        """Whether anything is answered."""
        rated = any(each.step is not None for each in (*self.needs, *self.strengths))
        return rated or any(each.answer for each in self.concerns)


def levels(reading: Reading) -> Levels:
    """Return the displays; those of another form are empty."""
    if reading.definition.id != FORM:
        return Levels((), (), ())
    return Levels(
        tuple(_concern(reading, code) for code in LEVELS if reading.engine.visible(f"M19.{code}_concern")),
        _ratings(reading, NEEDS_GROUP),
        _ratings(reading, STRENGTHS_GROUP),
    )


def answering(reading: Reading, code: str) -> tuple[str, ...]:
    """Return the path of each action and each safety plan row that names a need or concern."""
    actions = [row.at("action") for row in rows_asked(reading, ACTIONS) if code in row.codes("for_need")]
    plans = [row.at("adults_do") for row in rows_asked(reading, PLANS) if code in row.codes("for_concern")]
    return (*actions, *plans)


def _concern(reading: Reading, code: str) -> Concern:
    path, words = f"M19.{code}_concern", f"M19.{code}"
    value = reading.value(path)
    return Concern(
        path,
        words,
        code,
        value if isinstance(value, str) else "",
        (*reading.answer(words).evidence, *reading.answer(path).evidence),
        answering(reading, code),
        open=code in unmet_needs(reading),
        declined=code in grave_needs(reading) and code in reading.codes(DECLINED),
    )


def _ratings(reading: Reading, group: str) -> tuple[Rating, ...]:
    definition = reading.definition
    parent = definition.find(group)
    found = []
    for item in parent.items if parent is not None else ():
        if not reading.engine.visible(item.address):
            continue
        answer = reading.answer(item.address)
        rated = sorted(
            (each for each in definition.codes(item) if each.ordinal is not None), key=lambda each: each.ordinal or 0
        )
        steps = tuple(each.code for each in rated)
        chosen = definition.code(item, answer.value) if has_answer(answer) else None
        is_need = group == NEEDS_GROUP
        found.append(
            Rating(
                item.address,
                item.id,
                steps,
                steps.index(chosen.code) if chosen is not None and chosen.code in steps else None,
                answer.evidence,
                uncited=evidence_is_due(definition, item, answer),
                answered_by=answering(reading, item.id) if is_need else (),
                open=is_need and item.id in unmet_needs(reading),
                declined=is_need and item.id in grave_needs(reading) and item.id in reading.codes(DECLINED),
            )
        )
    return tuple(found)
