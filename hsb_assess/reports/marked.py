"""Marks in documents: beside the carer's printed line in B as strokes, with everything that was said of them in A."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.marks import MEANING, MarkAnswer, NotShown
from hsb_assess.reports.blocks import AgreementLine, Fact, Facts, Heading, Para, Value
from hsb_assess.reports.wording import moment
from hsb_assess.rules.marks import carers_of, standing_marks

if TYPE_CHECKING:
    from hsb_assess.domain.marks import Mark
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.source import Source
    from hsb_assess.rules.marks import StandingMark

__all__ = ["carer_lines", "marks_recorded"]

_OPTIONS: Final = ("agrees", "does not agree", "not shown")
_PLACE: Final = {MarkAnswer.AGREES: 0, MarkAnswer.DIFFERS: 1, MarkAnswer.NOT_SHOWN: 2}
_SAID: Final = {
    MarkAnswer.AGREES: "Agrees",
    MarkAnswer.DIFFERS: "Does not agree",
    MarkAnswer.NOT_SAID: "Gone through together; would rather not say",
    MarkAnswer.NOT_SHOWN: "Not shown",
}
_WHY: Final = {
    NotShown.NOT_SAFE: "it is not safe for somebody",
    NotShown.NOT_REACHED: "they could not be reached",
    NotShown.NOT_WANTED: "they did not want to see it",
    NotShown.NOT_READY: "it is not ready in a way or language that they understand",
    NotShown.OTHER: "another reason",
}
_LATER: Final = "Made before later changes."


def carer_lines(source: Source, recorded: str) -> tuple[AgreementLine, ...]:
    """Return the carers' lines of the plan: with their marks where there are any, else one to be filled in on paper.

    The plan says that somebody disagrees or was not shown it; what they said, and why, is in the full assessment.
    """
    newest: dict[str, StandingMark] = {}
    for each in standing_marks(source.reading):
        if not each.child:
            newest.setdefault(each.mark.who, each)
    if not newest:
        return (AgreementLine(who="Carer", options=_OPTIONS, reason="why:", recorded=recorded),)
    lines = []
    for person in carers_of(source.reading):
        named = f"Carer: {source.roles.name(person.id)}" if source.tells_apart(person.id) else "Carer"
        given = newest.get(person.id)
        if given is None:
            lines.append(AgreementLine(who=named, options=_OPTIONS, reason="why:", recorded=recorded))
            continue
        mark = given.mark
        notes = [
            _LATER if given.later else "",
            "What they say is wrong is recorded and answered in the full assessment." if mark.words else "",
            "Why is recorded in the full assessment." if mark.answer is MarkAnswer.NOT_SHOWN else "",
            "It was gone through; they would rather not say." if mark.answer is MarkAnswer.NOT_SAID else "",
        ]
        lines.append(
            AgreementLine(
                who=named,
                options=_OPTIONS,
                recorded=" ".join(filter(None, notes)),
                chosen=_PLACE.get(mark.answer, -1),
                given=_given(mark),
                ink=_ink(mark),
            )
        )
    return tuple(lines)


def _given(mark: Mark) -> str:
    when = moment(mark.made)
    if mark.answer is MarkAnswer.NOT_SHOWN:
        return f"Recorded on {when}"
    return f"Drawn on screen on {when}" if mark.ink is not None else f"Said, and heard by somebody else, on {when}"


def _ink(mark: Mark) -> tuple[tuple[tuple[int, int, int], ...], ...]:
    ink = mark.drawn()
    if ink is None:
        return ()
    return tuple(tuple((point.x, point.y, point.pressure) for point in stroke) for stroke in ink.strokes)


def marks_recorded(source: Source) -> list[Block]:
    """Return, for the full assessment, everything that stands of marks, this child's among them."""
    given = standing_marks(source.reading)
    if not given:
        return []
    return [
        Heading(text="Gone through with this child and the carers"),
        Para(text=MEANING, style="small"),
        Facts(rows=tuple(_fact(source, each) for each in given), numbered=False),
    ]


def _fact(source: Source, given: StandingMark) -> Fact:
    mark = given.mark
    why = _WHY[mark.why] if mark.why is not None else ""
    said = f"{_SAID[mark.answer]}: {why}" if why else _SAID[mark.answer]
    words = f"In their words: “{source.plain(mark.words, verbatim=True)}”" if mark.words else ""
    note = source.plain(mark.note) if mark.note else ""
    heard = f"Heard by {source.plain(mark.heard_by)}." if mark.heard_by else ""
    told = [f"{_given(mark)}.", heard, _LATER if given.later else ""]
    return Fact(
        label=source.roles.name(mark.who),
        value=Value(text=" ".join(filter(None, (f"{said}.", note, words))), note=" ".join(filter(None, told))),
    )
