"""The formulation as a board: its parts with what they cite, competing explanations, and the open ends of its threads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.goldenthread import PARTS, Web, web
from hsb_assess.rules.facts import FORM, has_answer
from hsb_assess.rules.finding import Case
from hsb_assess.rules.thinking import formulation_one_sided, one_explanation
from hsb_assess.rules.thread import (
    EXPLANATIONS,
    FIVE_PS,
    aimless,
    rated_at,
    rows_asked,
    uncited,
    unmet_needs,
    unsupported_harm,
    wishes_to_wait,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.record.reading import Reading, Row
    from hsb_assess.rules.finding import Outcome

__all__ = ["OTHER_VIEW", "Board", "Explanation", "Gap", "OpenEnd", "Part", "board"]

OTHER_VIEW: Final = ("M18.alternative", "M18.change_mind", "M18.confidence", "M18.agreement")
"""What is asked of the understanding as a whole: another way to see it, what would change it, how sure, who agrees."""


class Gap(StrEnum):
    """What a thread can lack."""

    HARM = "harm_without_support"
    NEED = "need_without_action"
    ACTION = "action_without_need"
    EXPLANATION = "explanation_without_evidence"


@dataclass(frozen=True)
class Part:
    """A card: the question at ``path``, the evidence items that its answer cites, and whether it should cite one."""

    path: str
    evidence: tuple[str, ...]
    written: bool
    uncited: bool


@dataclass(frozen=True)
class Explanation:
    """One that was considered: the paths of what it is, of what speaks for and against it, and of what it would show.

    ``code`` names it in the form's list, ``evidence`` are the items that it cites.
    """

    what: str
    why: str
    expect: str
    code: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class OpenEnd:
    """A gap, the question where it is mended, and the bead whose thread shows it (empty for one that is on none)."""

    gap: Gap
    path: str
    bead: str = ""


@dataclass(frozen=True)
class Board:
    """What the formulation says, and the web of all threads.

    ``other_view`` are the paths of :data:`OTHER_VIEW` that are asked. ``one_sided`` says that all it cites is about the
    behaviour (R29), ``too_few`` that fewer than two explanations were considered (R30).
    """

    parts: tuple[Part, ...]
    explanations: tuple[Explanation, ...]
    other_view: tuple[str, ...]
    open_ends: tuple[OpenEnd, ...]
    web: Web
    one_sided: bool = False
    too_few: bool = False

    @property
    def begun(self) -> bool:
        """Whether anything is written that belongs on a board."""
        return any(part.written for part in self.parts) or bool(self.explanations or self.web.beads)


def board(reading: Reading) -> Board:
    """Return the board of an assessment; one of another form is empty, and what a tier does not ask is not on it."""
    if reading.definition.id != FORM:
        return Board((), (), (), (), Web({}, frozenset()))
    bare, threads, case = frozenset(uncited(reading)), web(reading), Case(reading, reading.today)
    asked = reading.engine.visible
    return Board(
        tuple(
            Part(path, reading.answer(path).evidence, has_answer(reading.answer(path)), path in bare)
            for path in PARTS
            if asked(path)
        ),
        tuple(_explanation(row) for row in rows_asked(reading, EXPLANATIONS)),
        tuple(path for path in OTHER_VIEW if asked(path)),
        tuple(_open_ends(reading, bare, threads)),
        threads,
        one_sided=_says(formulation_one_sided(case), "one_sided"),
        too_few=asked(EXPLANATIONS) and _says(one_explanation(case), ""),
    )


def _says(outcome: Outcome, variant: str) -> bool:
    return isinstance(outcome, tuple) and any(fired.variant == variant for fired in outcome)


def _explanation(row: Row) -> Explanation:
    why = row.at("why")
    return Explanation(row.at("what"), why, row.at("expect"), row.text("what"), row.answer("why").evidence)


def _open_ends(reading: Reading, bare: frozenset[str], threads: Web) -> Iterator[OpenEnd]:
    """Yield what the checks R04, R62 and the form itself find missing, harm to this child first."""

    def at(gap: Gap, path: str, bead: str) -> OpenEnd:
        return OpenEnd(gap, path, bead if bead in threads.beads else "")

    if not wishes_to_wait(reading, reading.today):
        for path in unsupported_harm(reading):
            yield at(Gap.HARM, path, path)
    paths = rated_at()
    for code in unmet_needs(reading):
        yield at(Gap.NEED, paths[code], paths[code])
    for row in aimless(reading):
        yield at(Gap.ACTION, row.at("for_need"), row.path)
    considered = (row.at("why") for row in rows_asked(reading, EXPLANATIONS))
    for path in (*FIVE_PS, *considered):
        if path in bare:
            yield at(Gap.EXPLANATION, path, path)
