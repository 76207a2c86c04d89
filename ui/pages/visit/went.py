"""On which day a visit was, at what time, and who went: asked beside a note, and when a sealed one is mended."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hsb_assess.desk.went import OWN, Went
from hsb_assess.domain.errors import HsbAssessError
from ui.form.dates import date_text, read_date, read_moment
from ui.form.picking import PickCombo
from ui.language import sentence, tr
from ui.widgets.assisted import WrittenLine
from ui.widgets.buttons import button
from ui.widgets.labelled import Field
from ui.widgets.text import Scaled

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hsb_assess.desk.went import Worker

__all__ = ["WentFields"]

_HOUR = re.compile(r"^(\d{1,2})\s*([ap]m)$", re.IGNORECASE)
_TIME = slice(11, 16)
"""Where hours and minutes stand in an ISO moment."""
_AT_DAY = frozenset({"visit_day", "visit_day_shape", "visit_ahead", "visit_before_birth"})
_AT_TIME = frozenset({"visit_time", "visit_time_ahead"})


def _day(words: str, now: datetime) -> str:
    """Return a year, a month or a day as ISO; raises where the words are not one date."""
    day = read_date(words, now.date())
    if day is not None and (day.about or day.end is not None):
        raise HsbAssessError(
            "date_exact", "This should be one date.", "Write a day, a month or a year, without about or an end."
        )
    return day.date if day is not None else ""


def _clock(words: str, now: datetime) -> str:
    """Return a time of day such as ``14:05``, also of *3 pm*; raises where the words are none."""
    words = _HOUR.sub(r"\1:00 \2", words)
    try:
        moment = read_moment(f"{now:%Y-%m-%d} {words}", now.date(), now) if words else ""
    except HsbAssessError:
        moment = None
    clock = moment[_TIME] if moment is not None else ""
    if words and not clock:
        raise HsbAssessError(
            "visit_time", "The time of the visit is not written as a time.", "Write it like 14:05, or leave it empty."
        )
    return clock


class _Short(WrittenLine):
    """A field of the width of its example, or wider."""

    def sizeHint(self) -> QSize:
        """Return the room of the example and a little more."""
        return QSize(self.fontMetrics().horizontalAdvance(self.placeholderText()) + 60, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: the example is never cut off."""
        return self.sizeHint()


class WentFields(QWidget):
    """``changed`` tells of every key and choice; ``workers`` tells whom the case knows, whoever sits here among them."""

    changed = Signal()

    def __init__(self, workers: Callable[[], tuple[Worker, ...]], now: Callable[[], datetime]) -> None:
        super().__init__()
        self._workers, self._now = workers, now
        self._known: dict[str, Worker] = {}
        self._who: list[str] = []
        self._named: list[str] = []
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        self.day = _Short()
        self.day.setPlaceholderText(tr("For example 14 Apr 2026"))
        self.day.setToolTip(tr("A day, a month or a year: 14 Apr 2026, April 2026, 2026"))
        self.time = _Short()
        self.time.setPlaceholderText(tr("For example 14:05"))
        self.day_field = Field(tr("On which day was the visit?"), self.day)
        self.time_field = Field(tr("At what time?"), self.time, optional=True)
        together = QHBoxLayout()
        together.setSpacing(24)
        together.addWidget(self.day_field, 3, Qt.AlignmentFlag.AlignBottom)
        together.addWidget(self.time_field, 2, Qt.AlignmentFlag.AlignBottom)
        body.addLayout(together)
        self._chosen = QVBoxLayout()
        self._chosen.setSpacing(0)
        self.pick = PickCombo(self._entries, tr("Type to find, or write a name"))
        self.who_field = Field(
            tr("Who went?"),
            self.pick,
            hint=tr("Choose from the list, or write a name and press Enter. Several can have gone."),
        )
        body.addWidget(self.who_field)
        body.addLayout(self._chosen)
        self.removes: dict[str, QWidget] = {}
        self.day.textEdited.connect(self.changed)
        self.day.editingFinished.connect(self._tidy)
        self.time.textEdited.connect(self.changed)
        self.pick.words.textEdited.connect(self._typing)
        self.pick.taken.connect(self._take)
        self.pick.unknown.connect(self._name)
        self.pick.words.editingFinished.connect(self._left)

    # -- what stands here ----------------------------------------------------------------------------------------

    def fill(self, went: Went) -> None:
        """Show what is known; a day that is none yet as it was typed, today where there is no day."""
        self._known = {each.id: each for each in self._workers()}
        own = next((each.id for each in self._known.values() if each.own), OWN)
        self._who = list(dict.fromkeys(own if each == OWN else each for each in went.who))
        self._named = [*went.named]
        self.day.setText(went.day or self._now().date().isoformat())
        self._tidy()
        self.time.setText(went.time)
        self.pick.show_picked("", went.typed)
        for each in (self.day_field, self.time_field, self.who_field):
            each.set_fault("")
        self._list()

    def went(self) -> Went:
        """Return what stands here, as it was typed."""
        return Went(
            self.day.text().strip(), self.time.text().strip(), tuple(self._who), tuple(self._named), self._typed()
        )

    def people(self) -> tuple[bool, tuple[str, ...]]:
        """Return whether whoever sits here went, and the names of all others who did."""
        own = [each for each in self._who if (known := self._known.get(each)) is not None and known.own]
        return bool(own), (*(self._called(each) for each in self._who if each not in own), *self._named)

    def whole(self) -> Went | None:
        """Return what stands here as a day, a time and people; ``None`` where a field tells that it cannot be read."""
        self._settle()
        went = self.went()
        if went.typed:
            self.who_field.set_fault(tr("Several people fit. Choose one of them from the list."))
            self.pick.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        field = self.day_field
        try:
            day = _day(went.day, self._now())
            field = self.time_field
            return replace(went, day=day, time=_clock(went.time, self._now()))
        except HsbAssessError as error:
            self._told(field, error)
            return None

    def show_error(self, error: HsbAssessError) -> bool:
        """Tell at its field what was refused, and give the keyboard to it; say whether it is one of these fields."""
        field = self.day_field if error.code in _AT_DAY else self.time_field if error.code in _AT_TIME else None
        if error.code == "visit_who":
            field = self.who_field
        if field is not None:
            self._told(field, error)
        return field is not None

    def _told(self, field: Field, error: HsbAssessError) -> None:
        field.set_fault(sentence(error))
        field.focus()
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):  # what is wrong stands over the line, and has its room a moment later
            QTimer.singleShot(0, field, partial(above.ensureWidgetVisible, field))

    def _tidy(self) -> None:
        """Write the day in full, as it was understood."""
        try:
            day = read_date(self.day.text(), self._now().date())
        except HsbAssessError:
            return
        if day is not None:
            self.day.setText(date_text(day))

    # -- who ------------------------------------------------------------------------------------------------------

    def _entries(self) -> list[tuple[str, str]]:
        self._known |= {each.id: each for each in self._workers()}
        return [(each.id, self._called(each.id)) for each in self._known.values() if each.id not in self._who]

    def _called(self, worker: str) -> str:
        known = self._known.get(worker)
        if known is None:
            return tr("Somebody")
        return tr("{name} (you)", name=known.name) if known.own else known.name

    def _typed(self) -> str:
        return self.pick.currentText().strip()

    def _typing(self) -> None:
        self.who_field.set_fault("")
        self.changed.emit()

    def _take(self, worker: str) -> None:
        if worker not in self._who:
            self._who.append(worker)
        self._added()

    def _name(self, name: str) -> None:
        if name.casefold() not in {each.casefold() for each in self._named}:
            self._named.append(name)
        self._added()

    def _added(self) -> None:
        self.pick.show_picked("", "")
        self.who_field.set_fault("")
        self._list()
        self.changed.emit()

    def _left(self) -> None:
        if not self.pick.is_choosing() and not self.pick.hasFocus():
            self._settle()

    def _settle(self) -> None:
        """Take a name that was written and not entered; where it may be several people it stays as it is."""
        words = self._typed().casefold()
        if not words:
            return
        fits = [each for each, name in self._entries() if words in name.casefold()]
        alone = self.pick.called() or (fits[0] if len(fits) == 1 else "")
        if alone:
            self._take(alone)
        elif not fits:
            self._name(self._typed())

    def _list(self) -> None:
        while (old := self._chosen.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.removes = {}
        for each in self._who:
            self._row(self._called(each), partial(self._drop, self._who, each))
        for each in self._named:
            self._row(each, partial(self._drop, self._named, each))

    def _row(self, name: str, drop: Callable[[], None]) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 0, 0, 0)
        row.addWidget(Scaled(name, 1.0), 1)
        made = button(tr("Remove"), drop, kind="quiet", name=tr("Remove {name}", name=name))
        row.addWidget(made)
        self.removes[name] = made
        self._chosen.addWidget(holder)

    def _drop(self, people: list[str], who: str) -> None:
        people.remove(who)
        self._list()
        self.pick.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
