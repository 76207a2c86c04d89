"""Each harm and each need of an assessment with the actions that answer it, as strands to draw and as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.facts import HARM
from hsb_assess.rules.thread import (
    ACTIONS,
    DECLINED,
    grave_needs,
    harm_line,
    is_late,
    rated_at,
    rows_asked,
    unmet_needs,
    unsupported_harm,
    wishes_to_wait,
)
from ui.draw.strands import Strand
from ui.form.words import code_word
from ui.language import tr
from ui.widgets.tables import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.record.reading import Reading
    from hsb_assess.record.reading import Row as RecordRow
    from ui.form.teller import Teller

__all__ = ["COLUMNS", "WEIGHTS", "harm_word", "need_word", "strand_row", "strands_of"]

COLUMNS = ("Harm or need", "Action", "Who", "By when", "State")
WEIGHTS = (6, 7, 4, 4, 3)


def harm_word(reading: Reading, code: str) -> str:
    """Return what a harm is called in the support plan."""
    item = reading.definition.find(f"{ACTIONS}.for_harm")
    return code_word(reading.definition, item, code) if item is not None else code


def need_word(reading: Reading, code: str) -> str:
    """Return what a need or concern is called in the support plan."""
    item = reading.definition.find(f"{ACTIONS}.for_need")
    return code_word(reading.definition, item, code) if item is not None else code


def strands_of(reading: Reading, teller: Teller) -> tuple[Strand, ...]:
    """Return each harm and each need with the action that answers it; what is late or lacks an action first."""
    planned = [strand for action in rows_asked(reading, ACTIONS) for strand in _of_action(reading, teller, action)]
    return tuple(sorted((*planned, *_unanswered(reading, teller)), key=_first_things))


def _of_action(reading: Reading, teller: Teller, action: RecordRow) -> Iterator[Strand]:
    names = [harm_word(reading, line) for line in action.codes("for_harm")]
    need = action.text("need") or tr("No need is named")
    due = action.day("by_when")
    for source, harm in [*((name, True) for name in names), *([] if names else [(need, False)])]:
        yield Strand(
            path=action.at("action"),
            source=source,
            harm=harm,
            action=teller.value(action.at("action")) or tr("No action is written"),
            owner=teller.value(action.at("owner")),
            by_when=teller.value(action.at("by_when")),
            due=due.latest().isoformat() if due is not None else "",
            state=teller.words(action.at("status")),
            late=is_late(action, reading.today),
        )


def _unanswered(reading: Reading, teller: Teller) -> Iterator[Strand]:
    """Yield what the checks find without an answer, and what has none by somebody's wish, which says so."""
    waits = tr("This child wishes to wait") if wishes_to_wait(reading, reading.today) else ""
    again = teller.value("M05.wait_recheck") if waits else ""
    for path in unsupported_harm(reading):
        if path.startswith(HARM):
            yield Strand(path, harm_word(reading, harm_line(path)), harm=True, wish=waits, by_when=again)
    paths, unmet, declined = rated_at(), unmet_needs(reading), reading.codes(DECLINED)
    for code in grave_needs(reading):
        if code in unmet:
            yield Strand(paths[code], need_word(reading, code), harm=False)
        elif code in declined:
            yield Strand(paths[code], need_word(reading, code), harm=False, wish=tr("Help is not wanted now"))


def _first_things(strand: Strand) -> tuple[bool, bool, str]:
    return (not strand.late, bool(strand.action or strand.wish), strand.due or "9999")


def strand_row(strand: Strand) -> Row:
    """Return a strand as a row of the table that says the same as the drawing; its key is the strand's source."""
    state = Cell(tr("Late"), tone="bad") if strand.late else Cell(strand.state)
    if strand.wish:
        state = Cell(tr("Waits"), tone="information")
    elif not strand.action:
        state = Cell(tr("No action"), tone="warning")
    return Row(
        strand.path,
        (
            Cell(strand.source, bold=True),
            Cell(strand.words()),
            Cell(strand.owner or ("" if strand.wish else tr("Nobody"))),
            Cell(strand.by_when or ("" if strand.wish else tr("No day"))),
            state,
        ),
    )
