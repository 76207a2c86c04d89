"""The editor of an answer-state: four values, and who looked, how and when where no sign was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hsb_assess.domain.answer import AnswerState
from ui.form.choices import RadioEditor
from ui.form.editor import Editor, line, show_line
from ui.form.labels import label_for
from ui.form.order import follow
from ui.form.when import DateEditor
from ui.form.words import state_word
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pydantic import JsonValue
    from PySide6.QtWidgets import QLineEdit

    from hsb_assess.instrument.schema import Item

__all__ = ["StateEditor"]


class _Looked(QWidget):
    """Who looked, how and when: three short answers in a row of their own."""

    def __init__(self, item: Item, now: Callable[[], datetime]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(34, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        self.who: QLineEdit = line()
        self.how: QLineEdit = line()
        self.when = DateEditor(now, small=True)
        names = (
            (tr("Who says so"), tr("How they know"), tr("When"))
            if item.plain_fact
            else (tr("Who looked"), tr("How"), tr("When"))
        )
        for at, (name, widget) in enumerate(zip(names, (self.who, self.how, self.when.field), strict=True)):
            grid.addWidget(label_for(name, widget), at, 0)
        grid.addWidget(self.who, 0, 1)
        grid.addWidget(self.how, 1, 1)
        grid.addWidget(self.when.widget, 2, 1)
        grid.setColumnStretch(1, 1)


class StateEditor(Editor):
    """Yes, suspected, conflicting, no sign found; the fourth asks who looked, how and when.

    ``offered`` are those of them that fit this question; another one that is on record is shown as long as it stands.
    """

    def __init__(
        self, item: Item, now: Callable[[], datetime], offered: tuple[AnswerState, ...] = tuple(AnswerState)
    ) -> None:
        super().__init__()
        self._withheld = frozenset(state.value for state in AnswerState if state not in offered)
        self._item, self._now = item, now
        self.widget = QWidget()
        self.radios = RadioEditor(
            [(state.value, state_word(item, state.value), "") for state in AnswerState], flow=True
        )
        self.radios.chosen = self._picked
        if self._withheld:
            self.radios.offer(self._withheld)
        self.body = QVBoxLayout(self.widget)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.body.addWidget(self.radios.widget)
        self.looked: _Looked | None = None
        self._named = ""

    def _picked(self) -> None:
        self._show_looked()
        self.chosen()

    def _show_looked(self) -> None:
        wanted = self.radios.value() == AnswerState.NONE_FOUND
        if wanted and self.looked is None:
            self.looked = _Looked(self._item, self._now)
            self.looked.who.textEdited.connect(self._wrote)
            self.looked.how.textEdited.connect(self._wrote)
            self.looked.when.typed = self._wrote
            self.looked.when.chosen = self._settled
            self._describe()
            self.body.addWidget(self.looked)
            follow(self.radios.widget, self.looked)
        if self.looked is not None:
            self.looked.setVisible(wanted)

    def _wrote(self) -> None:
        self.typed()

    def _settled(self) -> None:
        self.chosen()

    def value(self) -> JsonValue:
        """Return the state, with who, how and when where no sign was found."""
        state = self.radios.value()
        if not isinstance(state, str):
            return None
        found: dict[str, JsonValue] = {"state": state}
        if state == AnswerState.NONE_FOUND and self.looked is not None:
            parts: dict[str, JsonValue] = {
                "who": self.looked.who.text().strip() or None,
                "how": self.looked.how.text().strip() or None,
                "when": self.looked.when.value(),
            }
            found.update({name: part for name, part in parts.items() if part is not None})
        return found

    def fill(self, value: JsonValue) -> None:
        """Show a state."""
        given = value if isinstance(value, dict) else {}
        self.radios.fill(given.get("state"))
        if self._withheld:
            self.radios.offer(self._withheld)
        self._show_looked()
        if self.looked is not None:
            who, how, when = given.get("who"), given.get("how"), given.get("when")
            show_line(self.looked.who, who if isinstance(who, str) else "")
            show_line(self.looked.how, how if isinstance(how, str) else "")
            self.looked.when.fill({"date": when} if isinstance(when, str) else when)

    def raw(self) -> JsonValue:
        """Return the state with the day as it stands."""
        if self.looked is None:
            return None
        found = self.value()
        return {**(found if isinstance(found, dict) else {}), "typed": self.looked.when.raw()}

    def fill_raw(self, raw: JsonValue) -> None:
        """Put it back."""
        if isinstance(raw, dict):
            self.fill({name: part for name, part in raw.items() if name != "typed"})
            if self.looked is not None:
                self.looked.when.fill_raw(raw.get("typed"))

    def name(self, text: str) -> None:
        """Name the parts."""
        self._named = text
        self.widget.setAccessibleName(text)
        self.radios.name(text)
        self._describe()

    def _describe(self) -> None:
        if self.looked is not None:
            self.looked.who.setAccessibleDescription(self._named)
            self.looked.how.setAccessibleDescription(self._named)

    def first(self) -> QWidget:
        """Return the chosen button, else the first."""
        return self.radios.first()

    def problem(self) -> str:
        """Return why the day is not readable."""
        shown = self.looked is not None and self.radios.value() == AnswerState.NONE_FOUND
        return self.looked.when.problem() if shown and self.looked is not None else ""
