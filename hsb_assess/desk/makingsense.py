"""Everything that the page *Making sense* shows, read in one go: the board, the levels, and both plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.desk.formulating import board
from hsb_assess.desk.judging import judge
from hsb_assess.desk.levels import levels
from hsb_assess.desk.opening import read_assessment
from hsb_assess.desk.planning import safety, support

if TYPE_CHECKING:
    from hsb_assess.desk.formulating import Board
    from hsb_assess.desk.levels import Levels
    from hsb_assess.desk.planning import Safety, Support
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.record.reading import Reading

__all__ = ["Sense", "making_sense"]


@dataclass(frozen=True)
class Sense:
    """An assessment's reading, and the four views of it."""

    reading: Reading
    board: Board
    levels: Levels
    safety: Safety
    support: Support


def making_sense(at: Workplace, assessment: str) -> Sense:
    """Read an assessment and return the four views; raises what reading it raises (``no_such_assessment``)."""
    with at.book.begin("read", write=False) as work:
        reading = read_assessment(at, work, assessment)
    report = judge(at, reading)
    return Sense(reading, board(reading), levels(reading), safety(reading, report), support(reading))
