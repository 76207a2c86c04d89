"""A part of the review: agencies that were not at the table or have not answered, and who tested the decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.facts import has_answer
from ui.form.words import code_word
from ui.language import tr
from ui.pages.review.child import line_of
from ui.pages.review.lines import Content, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from hsb_assess.record.reading import Row
    from ui.pages.review.room import Room

__all__ = ["agencies_part"]

CORE = ("social_care", "police", "health")
ASKED = (("M17.agencies", "agency"), ("M07.contributions", "service"))
"""The lists of who was asked for what they know, and the question of each that says who."""


def agencies_part(room: Room) -> QWidget:
    """Return who was not at the table, who has not answered, what they gave, and who questioned what was decided."""
    content = Content(room)
    content.heading(tr("Strategy discussions"))
    _lines_or(content, [*_discussions(room)], tr("No strategy discussion is recorded."))
    content.heading(tr("Asked, and no answer recorded"))
    waiting = [*_waiting(room), *_checks(room)]
    _lines_or(content, waiting, tr("Everything that was asked for has its answer, or nothing was asked for."))
    content.heading(tr("What agencies brought"))
    _lines_or(content, [*_answered(room)], tr("No contribution of an agency is recorded."))
    content.heading(tr("Who was told, and when"))
    content.lines([line_of(room, f"M01.{name}") for name in ("police_told", "health_told", "manager_told")])
    content.heading(tr("Challenges and their answers"))
    if room.review.reading.definition.find("M17.challenges") is None:
        content.say(tr("This version of the form does not record challenges. Ask the author about them."))
        return content
    challenges = [*_challenges(room)]
    content.lines(challenges)
    if not challenges:
        content.say(
            tr("No challenge is recorded. This is what was hardest to decide, and who could have questioned it.")
        )
        content.lines([line_of(room, f"M17.no_challenge.{name}") for name in ("hardest", "who_could")])
    return content


def _lines_or(content: Content, lines: list[Said], otherwise: str) -> None:
    content.lines(lines)
    if not lines:
        content.say(otherwise)


def _discussions(room: Room) -> Iterator[Said]:
    reading, teller = room.review.reading, room.teller
    names = reading.definition.find("M01.strategy.attendees")
    for row in reading.rows("M01.strategy"):
        there = row.codes("attendees")
        missing = [code_word(reading.definition, names, code) if names else code for code in CORE if code not in there]
        held = teller.value(row.at("held"))
        words = tr("Held {when}: {who}", when=held, who=teller.value(row.at("attendees"))) if held else tr("Not held")
        why = row.text("not_held_reason") or row.text("manager_reason")
        state = tr("Missing: {who}", who=", ".join(missing)) if missing and held else "" if held else tr("Not held")
        notes = (why,) if why and not held else ()
        yield Said(row.at("attendees"), tr("Strategy discussion"), words, notes, state=state, tone="warning")


def _rows(room: Room) -> Iterator[tuple[Row, str]]:
    reading = room.review.reading
    for group, who in ASKED:
        if reading.definition.find(group) is not None:
            yield from ((row, who) for row in reading.rows(group))


def _waiting(room: Room) -> Iterator[Said]:
    """Yield each agency or health service that was asked and has not answered."""
    teller = room.teller
    for row, who in _rows(room):
        if has_answer(row.answer("received")) or not has_answer(row.answer("asked")):
            continue
        words = [tr("Asked {day}", day=teller.value(row.at("asked")))]
        called = teller.value(row.at("called"))
        words.append(tr("called {day}", day=called) if called else tr("not called since"))
        notes = (row.text("missing"),) if row.text("missing") else ()
        yield Said(row.at("received"), teller.value(row.at(who)), ", ".join(words), notes)


def _checks(room: Room) -> Iterator[Said]:
    """Yield each check about an adult that was asked for and has no result."""
    teller = room.teller
    for row in room.review.reading.rows("M11.adults"):
        if row.value("check") == "asked":
            yield Said(
                row.at("check_result"),
                tr("Check about {who}", who=teller.value(row.at("person")) or tr("a person not yet identified")),
                tr("Asked: {whom}, {when}", whom=row.text("check_of"), when=teller.value(row.at("check_asked"))),
            )


def _answered(room: Room) -> Iterator[Said]:
    """Yield what each agency or health service gave, and where it is used."""
    teller = room.teller
    for row, who in _rows(room):
        if has_answer(row.answer("received")):
            used = teller.value(row.at("used_in"))
            notes = [tr("Answered {day}", day=teller.value(row.at("received")))]
            notes.append(tr("Used in: {where}", where=used) if used else tr("Not used anywhere yet"))
            summary = row.text("summary") or tr("Nothing is written of what it said.")
            yield Said(row.at("summary"), teller.value(row.at(who)), summary, tuple(notes))


def _challenges(room: Room) -> Iterator[Said]:
    """Yield each challenge with its answer, the unanswered ones first."""
    teller = room.teller
    rows = room.review.reading.rows("M17.challenges")
    for row in sorted(rows, key=lambda row: has_answer(row.answer("response"))):
        head = tr(
            "{by} to {to}, {day}",
            by=teller.value(row.at("by")) or tr("Not named"),
            to=teller.value(row.at("to")) or tr("not named"),
            day=teller.value(row.at("raised")) or tr("no day"),
        )
        answer = row.text("response")
        notes = [tr("Answer: {words}", words=answer)] if answer else []
        outcome = teller.value(row.at("outcome"))
        notes += [tr("Outcome: {words}", words=outcome)] if outcome else []
        state = "" if answer else tr("No answer yet")
        yield Said(row.at("issue"), head, row.text("issue"), tuple(notes), state=state, tone="warning")
