"""Editors of what forms from elsewhere ask for: numbers with a point, times, quantities, options or own words."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.form.choices import CheckEditor, ComboEditor, RadioEditor, check_editor, options_of
from ui.form.editor import Editor, LettersEditor, LineEditor, NumberEditor, line
from ui.form.labels import label_for
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Code

__all__ = ["DecimalEditor", "OpenChoiceEditor", "QuantityEditor", "TimeEditor"]

_NUMBER: Final = re.compile(r"-?\d{1,15}(?:[.,]\d{1,10})?")
_TIME: Final = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?::([0-5]\d))?")
_MOST_RADIOS: Final = 5
_WIDTH: Final = 160


class DecimalEditor(NumberEditor):
    """A number, with a point or a comma."""

    def value(self) -> JsonValue:
        """Return the number, whole where it is; ``None`` while it is not one."""
        words = self.field.text().strip()
        if _NUMBER.fullmatch(words) is None:
            return None
        found = float(words.replace(",", "."))
        return int(found) if found.is_integer() else found

    def fill(self, value: JsonValue) -> None:
        """Show a number."""
        number = isinstance(value, int | float) and math.isfinite(value)
        self.field.setText(str(value) if number else "")

    def problem(self) -> str:
        """Say that letters are no number."""
        if self.field.text().strip() and self.value() is None:
            return tr("This is not a number. Type it in figures.")
        return ""


class TimeEditor(LettersEditor):
    """A time of day."""

    def __init__(self) -> None:
        super().__init__()
        self.field.setPlaceholderText(tr("14:30"))
        self.field.setMaximumWidth(_WIDTH)

    def value(self) -> JsonValue:
        """Return the time, ``None`` while it is not one."""
        match = _TIME.fullmatch(self.field.text().strip())
        if match is None:
            return None
        hours, minutes, seconds = match.groups()
        return f"{int(hours):02}:{minutes}{f':{seconds}' if seconds else ''}"

    def problem(self) -> str:
        """Say that letters are no time."""
        if self.field.text().strip() and self.value() is None:
            return tr("This is not a time of day. Type hours and minutes, such as 14:30.")
        return ""


class QuantityEditor(Editor):
    """A number and its unit: one that the form names, a choice of several, or words."""

    def __init__(self, units: Sequence[Code]) -> None:
        super().__init__()
        self.number = DecimalEditor()
        self.unit: ComboEditor | LineEditor = ComboEditor(options_of(units)) if units else LineEditor()
        self._only = units[0].code if len(units) == 1 else None
        self.widget = QWidget()
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.number.widget)
        row.addWidget(label_for(tr("Unit"), self.unit.widget))
        row.addWidget(self.unit.widget)
        row.addStretch(1)
        self.number.typed = self.unit.typed = self._written
        self.unit.chosen = self._picked
        self.unit.fill(self._only)

    # Whoever wants to be told is known only after this editor is made.
    def _written(self) -> None:
        self.typed()

    def _picked(self) -> None:
        self.chosen()

    def value(self) -> JsonValue:
        """Return number and unit, ``None`` while there is no number."""
        number, unit = self.number.value(), self.unit.value()
        if number is None:
            return None
        return {"value": number, **({"unit": unit} if unit is not None else {})}

    def fill(self, value: JsonValue) -> None:
        """Show number and unit."""
        given = value if isinstance(value, dict) else {}
        self.number.fill(given.get("value"))
        self.unit.fill(given.get("unit") or self._only)

    def name(self, text: str) -> None:
        """Name both parts."""
        self.number.name(text)
        self.unit.name(tr("Unit: {question}", question=text))

    def first(self) -> QWidget:
        """Return the number."""
        return self.number.widget

    def problem(self) -> str:
        """Say that letters are no number."""
        return self.number.problem()

    def raw(self) -> JsonValue:
        """Return the letters as they stand."""
        return self.number.raw()

    def fill_raw(self, raw: JsonValue) -> None:
        """Put them back."""
        self.number.fill_raw(raw)


class OpenChoiceEditor(Editor):
    """Options, and a line for an answer that is none of them."""

    def __init__(self, codes: Sequence[Code], *, several: bool) -> None:
        super().__init__()
        self._several = several
        options = options_of(codes)
        self.options: CheckEditor | RadioEditor | ComboEditor
        if several:
            self.options = check_editor(codes)
        else:
            self.options = RadioEditor(options) if len(options) <= _MOST_RADIOS else ComboEditor(options)
        self.other = line(tr("Another answer"))
        self.widget = QWidget()
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.options.widget)
        column.addWidget(self.other)
        self.options.chosen = self._picked
        self.other.textEdited.connect(self._written)

    def _picked(self) -> None:
        if self.options.stands_alone() if isinstance(self.options, CheckEditor) else self.options.value() is not None:
            self.other.clear()
        self.chosen()

    def _written(self) -> None:
        if self.other.text().strip():
            if isinstance(self.options, CheckEditor):
                self.options.clear_alone()
            else:
                self.options.fill(None)
        self.typed()

    def value(self) -> JsonValue:
        """Return what is chosen and what is written, ``None`` where there is neither."""
        chosen = self.options.value()
        codes: list[JsonValue] = chosen if isinstance(chosen, list) else [] if chosen is None else [chosen]
        words = self.other.text().strip()
        if not codes and not words:
            return None
        return {"codes": codes, **({"other": words} if words else {})}

    def fill(self, value: JsonValue) -> None:
        """Show both."""
        given = value if isinstance(value, dict) else {}
        codes = given.get("codes")
        listed = codes if isinstance(codes, list) else []
        self.options.fill(listed if self._several else (listed[0] if listed else None))
        words = given.get("other")
        self.other.setText(words if isinstance(words, str) else "")

    def name(self, text: str) -> None:
        """Name the options and the line."""
        self.options.name(text)
        self.other.setAccessibleName(tr("Another answer: {question}", question=text))

    def first(self) -> QWidget:
        """Return the first option."""
        return self.options.first()
