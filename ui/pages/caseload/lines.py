"""What the caseload shows of a case, which cases a view shows, and in which order."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from ui.language import tr
from ui.widgets.clocks import clock_words
from ui.widgets.people import sentence
from ui.widgets.tables import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hsb_assess.desk.caseload import CaseLine

__all__ = ["LOOK", "chosen", "columns", "orders", "row", "shows"]

LOOK = 5
"""The column that says what needs a look: the one with sentences."""
_NEVER = "9999"
_WAITS = {"": "Nobody", "you": "You", "the assessor": "The assessor", "the supervisor": "The supervisor"}
"""Whom a case waits on, by what the desk calls them."""
_TONES = {
    "new": "neutral",
    "draft": "information",
    "submitted": "information",
    "returned": "warning",
    "approved": "good",
    "changed_since": "warning",
    "closed": "neutral",
}


def columns() -> list[str]:
    """Return the headings of the table."""
    return [
        tr("Reference"),
        tr("Child"),
        tr("State"),
        tr("Due"),
        tr("Waiting on"),
        tr("Look at"),
        tr("Last change"),
    ]


def shows() -> list[tuple[str, str]]:
    """Return which cases can be shown, as code and words; an empty code is every open case."""
    return [
        ("", tr("Every open case")),
        ("mine", tr("Waiting on you")),
        ("due", tr("Over or due soon")),
        ("alerts", tr("With alerts tonight")),
        ("stale", tr("Safety plan out of date")),
        ("conflicts", tr("With two answers to one question")),
        ("unsent", tr("Written since the last package")),
        ("draft", tr("Being written")),
        ("submitted", tr("With the supervisor")),
        ("returned", tr("Returned with comments")),
        ("approved", tr("Approved and signed")),
        ("closed", tr("Closed")),
        ("all", tr("Every case, closed ones too")),
    ]


def orders() -> list[tuple[str, str]]:
    """Return the orders of the table, as code and words."""
    return [
        ("reference", tr("By reference")),
        ("due", tr("What is due first")),
        ("changed", tr("The newest change first")),
        ("child", tr("By the child’s name")),
        ("state", tr("By state")),
    ]


_SHOWN: dict[str, Callable[[CaseLine], bool]] = {
    "mine": lambda line: line.is_mine,
    "due": lambda line: bool(line.late or line.soon),
    "alerts": lambda line: bool(line.alerts),
    "stale": lambda line: line.stale,
    "conflicts": lambda line: bool(line.conflicts),
    "unsent": lambda line: line.unsent,
}
_ORDERED: dict[str, Callable[[CaseLine], tuple[str, str]]] = {
    "due": lambda line: (line.due or _NEVER, line.ref.casefold()),
    "child": lambda line: (line.name.casefold() or "\uffff", line.ref.casefold()),
    "state": lambda line: (line.words, line.ref.casefold()),
    "changed": lambda line: (line.changed, line.ref.casefold()),
}


def chosen(lines: Iterable[CaseLine], words: str, show: str, order: str) -> list[CaseLine]:
    """Return the lines that are shown, in order. Closed cases are there only where they are asked for."""
    wanted = words.casefold().split()
    found = [line for line in lines if _is_shown(line, show) and _has(line, wanted)]
    if order in _ORDERED:
        found.sort(key=_ORDERED[order], reverse=order == "changed")
    return found


def _is_shown(line: CaseLine, show: str) -> bool:
    if show == "all":
        return True
    if show in _SHOWN:
        return line.state != "closed" and _SHOWN[show](line)
    return line.state == show if show else line.state != "closed"


def _has(line: CaseLine, wanted: list[str]) -> bool:
    """Say whether every word that is sought stands somewhere in the line."""
    if not wanted:
        return True
    text = f"{line.ref} {line.name} {line.words} {line.waiting_on} {' '.join(line.alerts)}".casefold()
    return all(word in text for word in wanted)


def row(line: CaseLine) -> Row:
    """Return a case as a row of the table."""
    return Row(
        line.case,
        (
            Cell(line.ref, bold=True),
            Cell(line.name or tr("Not named yet")),
            Cell(tr(line.words), tone=_TONES.get(line.state, "neutral")),
            _due(line),
            Cell(tr(_WAITS.get(line.waiting_on, "Nobody"))),
            Cell(_look(line)),
            Cell(_day(line.changed)),
        ),
    )


def _due(line: CaseLine) -> Cell:
    if not line.due:
        return Cell(tr("Nothing"))
    day = _day(line.due)
    if line.late:
        return Cell(tr("Over since {day}", day=day), tone="bad")
    return Cell(day, tone="warning" if line.soon else "neutral")


def _look(line: CaseLine) -> str:
    """Say in words what stands in this case that somebody should look at."""
    said = []
    if line.late:
        first = clock_words(line.due_clock)
        said.append(tr("{what} is over", what=first) if line.late == 1 else tr("{n} limits are over", n=line.late))
    elif line.soon:
        said.append(tr("{what} is due soon", what=clock_words(line.due_clock)))
    if line.alerts:
        count = len(line.alerts)
        said.append(tr("1 alert tonight") if count == 1 else tr("{n} alerts tonight", n=count))
    if line.stale:
        said.append(tr("safety plan older than a condition"))
    if line.conflicts:
        one = tr("1 question with two answers")
        said.append(one if line.conflicts == 1 else tr("{n} questions with two answers", n=line.conflicts))
    if line.unsent:
        said.append(tr("written since the last package"))
    if line.look_again:
        said.append(tr("the file may be looked at"))
    return sentence("; ".join(said))


def _day(stamp: str) -> str:
    return _day_words(stamp[:10], date.today().year, QLocale().name())  # noqa: DTZ011 - only whether the year needs saying


@lru_cache(maxsize=4096)
def _day_words(day: str, this_year: int, language: str) -> str:
    """Return a day as a table says it; the same few days stand in many rows."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return ""
    month = QLocale(language).standaloneMonthName(found.month, QLocale.FormatType.ShortFormat)
    return f"{found.day} {month}" if found.year == this_year else f"{found.day} {month} {found.year}"
