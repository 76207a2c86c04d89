"""Ways of looking at a case instead of reading it: each with a line of what it shows, and how to get there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.rules.grid import Standing, grid_of
from ui.form.dates import date_text
from ui.form.flow import buttons_in_a_row
from ui.form.protection import OPEN_STANDINGS
from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.record.reading import Reading
    from ui.widgets.buttons import PushButton

__all__ = ["Looks"]


class Looks(QWidget):
    """The family map, the chronology and the protection grid."""

    def __init__(self, reading: Reading, go: Callable[[str], object]) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(Heading(tr("See this case"), 2))
        self.buttons: dict[str, PushButton] = {}
        for page, words, line in (
            ("family", tr("Family and network map"), _family_line(reading)),
            ("chronology", tr("Chronology"), _chronology_line(reading)),
            ("grid", tr("Protection grid"), _grid_line(reading)),
        ):
            made = self.buttons[page] = button(words, lambda page=page: go(page))  # type: ignore[misc]  # a default of a lambda has no type
            made.setAccessibleDescription(line)
            body.addWidget(buttons_in_a_row(made))
            body.addWidget(Caption(line))


def _family_line(reading: Reading) -> str:
    people = [each for each in reading.things("person") if each.value("is") not in {"this_child", "worker"}]
    if not people:
        return tr("Nobody else is entered yet. Whoever belongs to this child or is around them is drawn here.")
    return tr(
        "People around this child: {n}. Who lives together, whose child somebody is, what contact there is.",
        n=len(people),
    )


def _chronology_line(reading: Reading) -> str:
    events = reading.events()
    if not events:
        return tr("No event is entered yet. Ctrl+Shift+E adds one from any page.")
    days = [when for each in events if (when := each.day("when")) is not None]
    if not days:
        return tr("Events: {n}, none with a day.", n=len(events))
    newest = max(days, key=lambda when: when.latest())
    return tr(
        "Events: {n}, the newest of {day}. Ctrl+Shift+E adds one from any page.", n=len(events), day=date_text(newest)
    )


def _grid_line(reading: Reading) -> str:
    grid = grid_of(reading)
    if not grid.older or not grid.children:
        return tr(
            "No adult or other child is listed as in contact yet. Each stands here beside every child, with what protects."
        )
    bare, unasked = grid.count(*OPEN_STANDINGS), grid.count(Standing.NOT_ASKED)
    if not bare and not unasked:
        return tr("Every pair has been asked about, and what contact there is has protection.")
    parts = [
        tr("Contact, and protection not complete: {n}.", n=bare) if bare else "",
        tr("Not asked: {n}.", n=unasked) if unasked else "",
    ]
    return " ".join(part for part in parts if part)
