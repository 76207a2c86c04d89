"""Editors of dates as people know them, and of a day with a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from hsb_assess.domain.errors import HsbAssessError
from ui.form.dates import date_text, read_date, read_moment, value_text
from ui.form.editor import Editor
from ui.form.flow import Flow
from ui.form.labels import quiet
from ui.language import sentence, tr
from ui.widgets.assisted import Tick, WrittenLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pydantic import JsonValue

    from hsb_assess.domain.fuzzydate import FuzzyDate

__all__ = ["DateEditor", "MomentEditor"]

_AROUND: Final = 36
"""Pixels around the words of a field."""


class _Short(WrittenLine):
    """A field as wide as its example, so that this is never cut off, whatever the text size."""

    def __init__(self, example: str) -> None:
        super().__init__()
        self.setPlaceholderText(example)

    def sizeHint(self) -> QSize:
        """Return the room of the example and a little more."""
        room = self.fontMetrics().horizontalAdvance(self.placeholderText()) + _AROUND
        return QSize(room, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: a line that has no room goes on below."""
        return self.sizeHint()


class _Typed(Editor):
    """A line that is read as a date when it is left."""

    def __init__(self, now: Callable[[], datetime], example: str) -> None:
        super().__init__()
        self._now = now
        self.widget = QWidget()
        self.field: QLineEdit = _Short(example)
        self.row = Flow(self.widget, gap=8, line_gap=2)
        self.row.addWidget(self.field)
        policy = self.widget.sizePolicy()
        policy.setHeightForWidth(True)
        self.widget.setSizePolicy(policy)
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
            self._problem = sentence(error)
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

    def raw(self) -> JsonValue:
        """Return the words as they stand."""
        return {"words": self.field.text()}

    def fill_raw(self, raw: JsonValue) -> None:
        """Put them back."""
        words = raw.get("words") if isinstance(raw, dict) else None
        self.field.setText(words if isinstance(words, str) else "")

    def cursor(self) -> int:
        """Return the caret's place."""
        return self.field.cursorPosition()

    def put_cursor(self, position: int) -> None:
        """Put the caret there."""
        self.field.setCursorPosition(position)


class DateEditor(_Typed):
    """A year, a month or a day, *about*, and perhaps an end; all of it may be typed in one line.

    An ``exact`` one, such as a date of birth, takes neither *about* nor an end. One that is ``small`` takes them in its
    line and has no boxes for them.
    """

    def __init__(self, now: Callable[[], datetime], *, exact: bool = False, small: bool = False) -> None:
        super().__init__(now, tr("For example 14 Apr 2026"))
        self._exact, self._one_line = exact, exact or small
        self.field.setToolTip(tr("A day, a month or a year: 14 Apr 2026, April 2026, 2026"))
        self.about = Tick(tr("About"))
        self.about.setToolTip(tr("The date is not exact"))
        self.until = _Short(tr("End, if it went on"))
        self.until.setAccessibleName(tr("End"))
        self.about.clicked.connect(self._about)
        self.until.textEdited.connect(self._edited)
        self.until.editingFinished.connect(self._ended)
        if not self._one_line:
            self.row.addWidget(self.about)
            self.row.addWidget(_after(tr("to"), self.until))

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
        if found is not None and self._exact and (found.about or found.end is not None):
            raise HsbAssessError(
                "date_exact", "This should be one date.", "Write a day, a month or a year, without about or an end."
            )
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
        if self._one_line:
            self.field.setText(date_text(when) if when is not None else "")
            return
        self.about.setChecked(when is not None and when.about)
        start = when.model_copy(update={"about": False, "end": None}) if when is not None else None
        self.field.setText(date_text(start) if start is not None else "")
        end = when.model_copy(update={"about": False, "date": when.end, "end": None}) if when and when.end else None
        self.until.setText(date_text(end) if end is not None else "")

    def fill(self, value: JsonValue) -> None:
        """Show a fuzzy date."""
        self._show(fuzzy(value))

    def raw(self) -> JsonValue:
        """Return start, *about* and end as they stand."""
        return {"words": self.field.text(), "about": self.about.isChecked(), "end": self.until.text()}

    def fill_raw(self, raw: JsonValue) -> None:
        """Put them back."""
        super().fill_raw(raw)
        if isinstance(raw, dict):
            end = raw.get("end")
            self.about.setChecked(bool(raw.get("about")))
            self.until.setText(end if isinstance(end, str) else "")

    def name(self, text: str) -> None:
        """Name the parts."""
        super().name(text)
        self.about.setAccessibleDescription(text)
        self.until.setAccessibleDescription(text)


def _after(words: str, field: QWidget) -> QWidget:
    """Return a field with the word that stands before it; both stay on one line."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    word = quiet(words)
    word.setWordWrap(False)
    row.addWidget(word)
    row.addWidget(field)
    return holder


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
    """A day, with its time where that is known."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now, tr("For example 14 Apr 2026 15:30"))
        self.field.setToolTip(tr("A day, with the time if it is known, or now"))

    def read(self) -> JsonValue:
        """Return the moment as ISO 8601 with offset, the day alone where no time is written."""
        return read_moment(self.field.text(), self._now().date(), self._now())

    def _tidy(self) -> None:
        found = self.value()
        if found is not None:
            self.fill(found)

    def fill(self, value: JsonValue) -> None:
        """Show a moment."""
        self.field.setText(value_text(value))
