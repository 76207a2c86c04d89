"""The first parts of the review: this child in five lines, who is with whom tonight, and harm to this child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence, AnswerState
from hsb_assess.rules.facts import HARM, harm_paths
from hsb_assess.rules.grid import PAIRS, standing_of
from ui.form.protection import OPEN_STANDINGS, TONES, contact_words, protects, urgency
from ui.form.teller import state_tone
from ui.form.words import code_word, said
from ui.language import tr
from ui.pages.review.lines import Content, Said
from ui.widgets.tables import Cell, Row

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hsb_assess.domain.fuzzydate import FuzzyDate
    from hsb_assess.record.reading import Reading
    from hsb_assess.record.reading import Row as RecordRow
    from ui.form.teller import Teller
    from ui.pages.review.room import Room

__all__ = ["child_part", "grid_part", "harm_part"]


def line_of(room: Room, path: str, *, label: str = "", quote: bool = False) -> Said:
    """Return the answer at a path as a line, with what it rests on."""
    teller = room.teller
    own = quote and room.review.reading.answer(path).absence is None
    return Said(path, label or teller.question(path), teller.words(path), teller.evidence(path), quote=own)


def _age(born: FuzzyDate | None, today: date) -> str:
    if born is None:
        return tr("age not known")
    first = born.earliest()
    years = today.year - first.year - ((today.month, today.day) < (first.month, first.day))
    return (
        tr("about {n} years old", n=years)
        if born.about or born.earliest() != born.latest()
        else tr("{n} years old", n=years)
    )


def child_part(room: Room) -> QWidget:
    """Return the child in five lines, in their own words wherever there are any."""
    reading, teller, content = room.review.reading, room.teller, Content(room)
    name = reading.text("M00.known_as") or reading.text("M00.name") or tr("This child")
    age = _age(reading.day("M00.dob"), reading.today)
    content.lines([Said("M00.name", tr("Who this child is"), f"{name}, {age}")])
    spoken = sorted(reading.rows("M14.words"), key=_when, reverse=True)
    if spoken:
        newest = spoken[0]
        how = (teller.value(newest.at(name)) for name in ("when", "to", "how_came"))
        content.lines(
            [
                Said(
                    newest.at("words"),
                    tr("Newest words of this child"),
                    newest.text("words") or teller.words(newest.at("words")),
                    (", ".join(part for part in how if part),),
                    quote=True,
                )
            ]
        )
        if len(spoken) > 1:
            content.quiet(
                tr("{n} earlier entries of this child’s words are under this child’s voice.", n=len(spoken) - 1)
            )
    else:
        content.lines([Said("M14.words", tr("Newest words of this child"), tr("No words are recorded."))])
    for path in ("M14.best_worst", "M14.view_of_plan", "M15.aspirations"):
        content.lines([line_of(room, path, quote=True)])
    return content


def _when(row: RecordRow) -> str:
    day = row.day("when")
    return "" if day is None else day.earliest().isoformat()


def grid_part(room: Room) -> QWidget:
    """Return each child with each adult or older child tonight, and what protects them."""
    reading, content = room.review.reading, Content(room)
    pairs = sorted(reading.rows(PAIRS), key=lambda row: urgency(standing_of(row, reading.today)))
    if pairs:
        bare = sum(1 for row in pairs if standing_of(row, reading.today) in OPEN_STANDINGS)
        if bare:
            content.say(tr("In {n} rows there is or may be contact and the protection is not complete.", n=bare))
        content.table(
            tr("Who is with whom tonight"),
            [tr("Who"), tr("Child"), tr("Contact"), tr("What protects: what, who, until when")],
            (4, 4, 4, 11),
            [_pair(room.teller, row) for row in pairs],
        )
    else:
        content.say(tr("Nobody is listed with anybody: nothing says what protects each child tonight."))
    content.heading(tr("Tonight"))
    for path in (
        "M01.sleeps_tonight",
        "M01.stops_contact_tonight",
        "M01.arrangement.what",
        "M01.arrangement.agreed_by",
        "M01.arrangement.until",
    ):
        content.lines([line_of(room, path)])
    return content


def _pair(teller: Teller, row: RecordRow) -> Row:
    standing = standing_of(row, teller.reading.today)
    return Row(
        row.at("contact"),
        (
            Cell(teller.value(row.at("older")) or tr("Not named"), bold=True),
            Cell(teller.value(row.at("child")) or tr("Not named")),
            Cell(contact_words(teller.words(row.at("contact")), standing), tone=TONES[standing]),
            Cell(" ".join(protects(lambda name: teller.value(row.at(name)), standing))),
        ),
    )


def harm_part(room: Room) -> QWidget:
    """Return who looked for harm to this child, what is known line by line, and what was decided."""
    reading, content = room.review.reading, Content(room)
    for path in ("M05.enquiry", "M05.interview", "M05.harmed_by"):
        content.lines([line_of(room, path)])
    content.table(
        tr("What is known about harm to this child"),
        [tr("Kind of harm"), tr("State"), tr("Who looked, what it rests on")],
        (5, 5, 13),
        [_harm_row(room, path) for path in sorted(harm_paths(reading), key=lambda path: _worry(reading, path))],
    )
    content.heading(tr("What was decided for this child"))
    for path in ("M05.threshold", "M05.threshold_why", "M05.threshold_date", "M05.threshold_ref"):
        if reading.engine.visible(path):
            content.lines([line_of(room, path)])
    for row in reading.rows("M05.investigation"):
        content.lines([Said(row.path, tr("Investigation"), room.teller.row(f"{row.path}.force"))])
    return content


_ORDER = (AnswerState.YES, AnswerState.SUSPECTED, AnswerState.CONFLICTING)


def _worry(reading: Reading, path: str) -> int:
    """Return where a line stands: what is known or suspected first, what nobody asked next, no sign found last."""
    answer = reading.answer(path)
    state = answer.state()
    if state in _ORDER:
        return _ORDER.index(AnswerState(state))
    if answer.absence is Absence.NOT_ASKED:
        return len(_ORDER)
    return len(_ORDER) + (1 if answer.absence is not None else 2)


def _harm_row(room: Room, path: str) -> Row:
    reading, teller = room.review.reading, room.teller
    answer = reading.answer(path)
    words = teller.words(path)
    head, _, rest = words.partition(" (") if answer.absence is None else words.partition(". ")
    rests = [rest.removesuffix(")"), *teller.evidence(path)]
    return Row(
        path,
        (
            Cell(_kind_of_harm(reading, path), bold=True),
            Cell(head, tone=state_tone(answer)),
            Cell("\n".join(part for part in rests if part) or tr("Nothing is cited.")),
        ),
    )


def _kind_of_harm(reading: Reading, path: str) -> str:
    """Return the short name of a kind of harm, as the plan's own list of kinds has it."""
    item = reading.definition.find("M21.actions.for_harm")
    if item is not None:
        return code_word(reading.definition, item, path.removeprefix(f"{HARM}."))
    return said(reading.definition.item(path).label)
