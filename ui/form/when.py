"""Editors of dates as people know them, and of a day with a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from hsb_assess.domain.errors import HsbAssessError
from ui.form.dates import date_text, read_date, read_moment, value_text
from ui.form.editor import Editor, line
from ui.form.labels import quiet
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pydantic import JsonValue

    from hsb_assess.domain.fuzzydate import FuzzyDate

__all__ = ["DateEditor", "MomentEditor"]

_WIDTH: Final = 250


class _Typed(Editor):
    """A line that is read as a date when it is left."""

    def __init__(self, now: Callable[[], datetime], example: str) -> None:
        super().__init__()
        self._now = now
        self.widget = QWidget()
        self.field: QLineEdit = line(example)
        self.field.setMinimumWidth(150)
        self.field.setMaximumWidth(2 * _WIDTH)
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 4)
        self.row = row
        self._problem = ""
        self.field.textEdited.connect(self._edited)
        self.field.editingFinished.connect(self._finished)

    def _edited(self) -> None:
        self.typed()

    def _finished(self) -> None:
        if self.field.isModified():
            self.field.setModified(False)
            self._tidy()
            self.chosen()

    def _tidy(self) -> None:
        """Write the value in full, as it was understood."""

    def read(self) -> JsonValue:
        """Return the value; raises :class:`HsbAssessError` where the words are no date."""
        raise NotImplementedError

    def value(self) -> JsonValue:
        """Return the value, ``None`` where the line is empty or not readable."""
        try:
            found = self.read()
        except HsbAssessError as error:
            self._problem = f"{error.what} {error.mend}"
            return None
        self._problem = ""
        return found

    def name(self, text: str) -> None:
        """Name the line."""
        self.widget.setAccessibleName(text)
        self.field.setAccessibleName(text)

    def first(self) -> QWidget:
        """Return the line."""
        return self.field

    def problem(self) -> str:
        """Return why the words are no date."""
        self.value()
        return self._problem

    def cursor(self) -> int:
        """Return the caret's place."""
        return self.field.cursorPosition()

    def put_cursor(self, position: int) -> None:
        """Put the caret there."""
        self.field.setCursorPosition(position)


class DateEditor(_Typed):
    """A year, a month or a day, *about*, and perhaps an end; all of it may be typed in one line."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now, tr("For example 14 Apr 2026, April 2026 or 2026"))
        self.about = QCheckBox(tr("About"))
        self.about.setToolTip(tr("The date is not exact"))
        self.until = QLineEdit()
        self.until.setPlaceholderText(tr("End, if it went on"))
        self.until.setAccessibleName(tr("End"))
        self.until.setMinimumWidth(110)
        self.until.setMaximumWidth(_WIDTH)
        self.about.clicked.connect(self._about)
        self.until.textEdited.connect(self._edited)
        self.until.editingFinished.connect(self._ended)
        self.row.addWidget(self.about)
        self.row.addWidget(quiet_to())
        self.row.addWidget(self.until, 2)
        self.row.addStretch(1)

    def _about(self) -> None:
        self.chosen()

    def _ended(self) -> None:
        if self.until.isModified():
            self.until.setModified(False)
            self._tidy()
            self.chosen()

    def read(self) -> JsonValue:
        """Return a fuzzy date as a mapping."""
        found = self._fuzzy()
        if found is None:
            return None
        return found.model_dump(exclude_defaults=True)

    def _fuzzy(self) -> FuzzyDate | None:
        words = self.field.text().strip()
        if not words:
            return None
        end = self.until.text().strip()
        found = read_date(f"{words} to {end}" if end else words, self._now().date())
        if found is not None and self.about.isChecked():
            found = found.model_copy(update={"about": True})
        return found

    def _tidy(self) -> None:
        try:
            found = self._fuzzy()
        except HsbAssessError:
            return
        if found is not None:
            self._show(found)

    def _show(self, when: FuzzyDate | None) -> None:
        self.about.setChecked(when is not None and when.about)
        start = when.model_copy(update={"about": False, "end": None}) if when is not None else None
        self.field.setText(date_text(start) if start is not None else "")
        end = when.model_copy(update={"about": False, "date": when.end, "end": None}) if when and when.end else None
        self.until.setText(date_text(end) if end is not None else "")

    def fill(self, value: JsonValue) -> None:
        """Show a fuzzy date."""
        self._show(fuzzy(value))

    def name(self, text: str) -> None:
        """Name the parts."""
        super().name(text)
        self.about.setAccessibleDescription(text)
        self.until.setAccessibleDescription(text)


def quiet_to() -> QWidget:
    """Return the word between a start and an end."""
    word = quiet(tr("to"))
    word.setWordWrap(False)
    return word


def fuzzy(value: JsonValue) -> FuzzyDate | None:
    """Return a date value as a fuzzy date, ``None`` for anything else."""
    from hsb_assess.domain.fuzzydate import FuzzyDate

    if not isinstance(value, dict) or "date" not in value:
        return None
    try:
        return FuzzyDate.model_validate(value)
    except ValueError:
        return None


class MomentEditor(_Typed):
    """A day and a time of day."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now, tr("For example 14 Apr 2026 15:30, or now"))
        self.row.addStretch(1)

    def read(self) -> JsonValue:
        """Return the moment as ISO 8601 with offset."""
        return read_moment(self.field.text(), self._now().date(), self._now())

    def _tidy(self) -> None:
        found = self.value()
        if found is not None:
            self.fill(found)

    def fill(self, value: JsonValue) -> None:
        """Show a moment."""
        self.field.setText(value_text(value))
