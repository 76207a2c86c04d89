"""The middle parts of the review: two explanations, from harm and need to action, and what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence
from hsb_assess.instrument.schema import Stream
from ui.draw.answering import COLUMNS, WEIGHTS, strand_row, strands_of
from ui.draw.strands import StrandsDrawing
from ui.form.words import absence_word
from ui.language import tr
from ui.pages.review.child import line_of
from ui.pages.review.lines import Content, Said
from ui.widgets.tables import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from hsb_assess.record.reading import Reading
    from ui.pages.review.room import Room

__all__ = ["explanations_part", "thread_part", "unknowns_part"]

BEHIND = (Absence.UNKNOWN, Absence.NOT_SAFE, Absence.LED_BY_OTHER)
TWO = 2


def explanations_part(room: Room) -> QWidget:
    """Return the explanations that were considered, and what would change the assessors' minds."""
    reading, content = room.review.reading, Content(room)
    rows = reading.rows("M05.explanations")
    if len(rows) < TWO:
        content.say(tr("Fewer than two explanations were considered."))
    for row in rows:
        expect = room.teller.words(row.at("expect")) if row.answer("expect").is_asked() else ""
        notes = [tr("We would then expect: {words}", words=expect)] if expect else []
        notes += room.teller.evidence(row.at("why"))
        why = room.teller.words(row.at("why"))
        content.lines([Said(row.at("why"), room.teller.value(row.at("what")), why, tuple(notes))])
    for path in ("M18.alternative", "M18.change_mind", "M18.harm_bearing", "M18.function", "M18.confidence"):
        content.lines([line_of(room, path)])
    return content


def thread_part(room: Room) -> QWidget:
    """Return the thread from harm and need to action, drawn and as a table."""
    content, strands = Content(room), strands_of(room.review.reading, room.teller)
    if not strands:
        content.say(tr("No harm is known or suspected, no need is rated high, and no action is planned."))
        return content
    late = sum(1 for each in strands if each.late)
    bare = sum(1 for each in strands if not each.action and not each.wish)
    if late:
        content.say(tr("Late: {n}. They stand first.", n=late))
    if bare:
        content.say(tr("Harm or need without an action: {n}.", n=bare))
    content.add(StrandsDrawing(strands))
    content.quiet(tr("The same as a table:"))
    content.table(
        tr("From harm and need to action"),
        [tr(column) for column in COLUMNS],
        WEIGHTS,
        [strand_row(strand) for strand in strands],
    )
    return content


def unknowns_part(room: Room) -> QWidget:
    """Return what is not known, not safe to ask yet or led by others, with who will find out by when."""
    reading, content = room.review.reading, Content(room)
    paths = [
        path
        for module in reading.definition.modules
        if module.stream is not Stream.REVIEW
        for path in reading.engine.paths(module.id)
        if reading.answer(path).absence in BEHIND
    ]
    if not paths:
        content.say(tr("Nothing is recorded as unknown, not safe to ask yet or led by another agency."))
    else:
        content.quiet(tr("Those whose day has passed stand first, then those without a day."))
        content.table(
            tr("Unknowns"),
            [tr("Question"), tr("Why it is open"), tr("Who finds out"), tr("By when")],
            (8, 9, 4, 4),
            [_unknown_row(room, path) for path in sorted(paths, key=lambda path: _standing(reading, path))],
        )
    decided = [*_behind_decisions(room)]
    if decided:
        content.heading(tr("Not known when a decision was made"))
        content.lines(decided)
    content.heading(tr("What nobody has pinned down"))
    for path in ("M02.gaps", "M18.change_mind", "M19.unknowns"):
        if reading.definition.find(path) is not None:
            content.lines([line_of(room, path)])
    return content


def _behind_decisions(room: Room) -> Iterator[Said]:
    """Yield what was not known when a safety decision was made, with who finds out by when."""
    reading, teller = room.review.reading, room.teller
    for row in reading.rows("M17.decisions"):
        unknown = row.text("unknown")
        if not unknown or not reading.engine.visible(row.at("unknown")):
            continue
        owner, by = teller.value(row.at("unknown_owner")), teller.value(row.at("unknown_by"))
        note = tr("{who} finds out by {day}", who=owner or tr("Nobody"), day=by or tr("no day"))
        yield Said(row.at("unknown"), row.text("what"), unknown, (note,))


def _day(reading: Reading, path: str) -> str:
    detail = reading.answer(path).detail
    return detail.get("by") or detail.get("recheck") or ""


def _standing(reading: Reading, path: str) -> tuple[int, str]:
    day = _day(reading, path)
    if day and day < reading.today.isoformat():
        return (0, day)
    return (1, "") if not day else (2, day)


def _unknown_row(room: Room, path: str) -> Row:
    reading, teller = room.review.reading, room.teller
    answer = reading.answer(path)
    assert answer.absence is not None
    detail = answer.detail
    why = [absence_word(answer.absence)]
    for words, name in (
        (tr("Asked: {words}"), "asked_of"),
        (tr("Next: {words}"), "next_step"),
        (tr("Advised by {words}"), "advised_by"),
        (tr("It asks: {words}"), "question"),
    ):
        if detail.get(name):
            why.append(words.format(words=detail[name]))
    owner = detail.get("owner") or detail.get("agency") or ""
    day = _day(reading, path)
    by_when = Cell(teller.day(day) if day else tr("No day"))
    if day and day < reading.today.isoformat():
        by_when = Cell(tr("Past: {day}", day=teller.day(day)), tone="bad")
    return Row(
        path,
        (
            Cell(teller.question(path), bold=True),
            Cell(". ".join(why)),
            Cell(owner or tr("Nobody is named")),
            by_when,
        ),
    )
