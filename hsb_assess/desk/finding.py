"""What the command palette can find in this vault: children, the questions of the open case, guidance, help, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.desk import assessing, caseload, searching, topics
from hsb_assess.desk.guidance import guidance_in_force, lines_of
from hsb_assess.desk.matching import Line
from hsb_assess.desk.organisation import standard_profile
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.schema import ItemType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.schema import Definition, Item
    from hsb_assess.record.reading import Reading

__all__ = ["answers", "everything"]

_ANSWERS: Final = 12
"""How many answers are shown at most; the search page has them all."""


def everything(at: Workplace, assessment: str | None = None) -> tuple[Line, ...]:
    """Return every child, every question of ``assessment`` that is asked now, the guidance in force, and the help.

    An assessment that cannot be read here keeps nobody from finding the rest.
    """
    reading = None
    if assessment is not None:
        try:
            reading = assessing.reading(at, assessment)
        except HsbAssessError:
            reading = None
    asked = _questions(reading, at.language) if reading is not None else ()
    return (*_cases(at), *asked, *_guidance(at, reading), *_help())


def _cases(at: Workplace) -> Iterator[Line]:
    for line in caseload.cases(at):
        note = ". ".join(filter(None, (line.name, line.words)))
        yield Line("case", line.ref, note, (line.name,), page="case", case=line.case)


def _questions(reading: Reading, language: str) -> Iterator[Line]:
    """Yield the questions that are asked; one in a list leads to its list, as there may be no row of it yet."""
    definition, engine = reading.definition, reading.engine
    for module in definition.all_modules():
        if not engine.visible(module.id):
            continue
        for item in definition.items(module.id):
            path = _reached(definition, item)
            if item.type is not ItemType.NOTE and engine.visible(path):
                yield Line(
                    "question",
                    item.label.get(language),
                    f"{item.address} · {module.title.get(language)}",
                    tuple(filter(None, (item.address, item.prefix, item.label.en, item.label.cy))),
                    page="assessment",
                    case=reading.case,
                    assessment=reading.assessment,
                    path=path,
                )


def _reached(definition: Definition, item: Item) -> str:
    """Return the address of a question, or of the outermost list that it stands in."""
    parts = item.address.split(".")
    for end in range(2, len(parts)):
        above = definition.find(".".join(parts[:end]))
        if above is not None and above.repeats:
            return above.address
    return item.address


def _guidance(at: Workplace, reading: Reading | None) -> Iterator[Line]:
    """Yield the limits in force, in words: those that the open assessment keeps, else those that a new one would."""
    for limit in lines_of(_content(at, reading)):
        if limit.days is None:
            told = "No figure here"
        else:
            told = f"{limit.days} {'working' if limit.working else 'calendar'} day{'' if limit.days == 1 else 's'}"
        told = ", ".join(filter(None, (told, limit.start)))
        yield Line(
            "guidance", limit.title, f"{told}. {limit.source}".rstrip(". ") + ".", page="settings", part="guidance"
        )


def _content(at: Workplace, reading: Reading | None) -> Mapping[str, JsonValue]:
    if reading is not None:
        return reading.profile
    with at.book.begin("read", write=False) as work:
        return guidance_in_force(at, work, standard_profile(at, work)).content


def _help() -> Iterator[Line]:
    for topic in topics.topics():
        yield Line("help", topic.title, topic.summary, topic.headings, page="help", part=topic.name)


def answers(at: Workplace, typed: str) -> tuple[Line, ...]:
    """Return what was recorded and has the words, newest first; restricted answers without theirs."""
    found = searching.search(at, typed, typing=True, most=_ANSWERS)
    lines = []
    for group in found.groups:
        for each in group.lines:
            hit = each.hit
            words = "" if hit.restricted else _bare(hit.words)
            note = " · ".join(filter(None, (words, group.ref, hit.place)))
            lines.append(
                Line(
                    "answer",
                    _bare(hit.title) or hit.place,
                    note,
                    page=hit.page,
                    case=hit.case,
                    assessment=hit.assessment,
                    path=hit.path,
                )
            )
    return tuple(lines)


def _bare(marked: str) -> str:
    return " ".join("".join(words for words, _ in searching.pieces(marked)).split())
