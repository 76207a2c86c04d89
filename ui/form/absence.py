"""The small control beside every question: which of the six absences stands, and its particulars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QMenu, QWidget

from hsb_assess.domain.answer import ABSENCE_DETAILS, Absence
from hsb_assess.domain.errors import HsbAssessError
from ui.form.dates import date_text, read_date
from ui.form.editor import line, show_line
from ui.form.labels import SmallButton, label_for, quiet
from ui.form.when import fuzzy
from ui.form.words import absence_word, detail_word
from ui.language import sentence, tr
from ui.widgets.still import StillCombo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from hsb_assess.domain.answer import Answer
    from ui.form.model import FormModel

__all__ = ["AbsenceButton", "AbsenceDetails", "readable", "take_up_absences"]

PARTICULARS: Final = "absence."
"""Kind of scrap: particulars of an absence, as they are being typed at a question."""
_DAYS: Final = frozenset({(Absence.UNKNOWN, "by"), (Absence.NOT_SAFE, "recheck"), (Absence.LED_BY_OTHER, "recheck")})


class AbsenceButton(SmallButton):
    """Opens the list of reasons for having no answer, and says which of them stands.

    Where there is an answer it is drawn only while somebody is at the question, with the keyboard or the pointer: its room
    and its place on the way of the Tab key stay, and a screen reader finds it as before.
    """

    picked = Signal(object)
    """The :class:`Absence` that was chosen."""

    def __init__(self, absences: tuple[Absence, ...], question: str) -> None:
        super().__init__()
        self._absences = absences
        self._question = question
        self._menu: QMenu | None = None
        self._rests = False
        self.clicked.connect(self.open_menu)

    def is_drawn(self) -> bool:
        """Say whether its words are seen now."""
        around, focused = self.parentWidget(), self.window().focusWidget()  # also while another window is in front
        if not self._rests or around is None:
            return True
        return around.underMouse() or around.isAncestorOf(focused)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, or nothing where nobody asks for them."""
        if self.is_drawn():
            super().paintEvent(event)

    def show_answer(self, answer: Answer, *, noted: bool = False) -> None:
        """Say what stands in place of an answer, and where there is one, what the list holds.

        ``noted`` says that somebody recorded *not yet asked*; else nothing is recorded.
        """
        if answer.absence is None:
            words = tr("Reasons for no answer…")
        elif answer.absence is Absence.NOT_ASKED:
            words = tr("Recorded: not yet asked") if noted else tr("No answer yet…")
        else:
            words = absence_word(answer.absence)
        if words != self.text():
            self._rests = answer.absence is None
            self.setText(words)
            self.setAccessibleName(f"{words}: {self._question}")

    def announce(self) -> None:
        """Have a screen reader say what was just recorded."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def open_menu(self) -> None:
        """Show the reasons; each names its key."""
        if self._menu is None:
            self._menu = QMenu(self)
            for number, absence in enumerate(Absence, 1):
                if absence in self._absences:
                    action = QAction(f"{absence_word(absence)}\t{shortcut_text(number)}", self._menu)
                    action.triggered.connect(lambda _checked=False, absence=absence: self.picked.emit(absence))
                    self._menu.addAction(action)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))


def _asked(absence: Absence, name: str) -> str:
    """Return the words of a particular, with *optional* where it counts without it."""
    word = detail_word(absence, name)
    return word if absence is not Absence.UNKNOWN or name == "asked_of" else f"{word} {tr('(optional)')}"


def shortcut_text(number: int) -> str:
    """Return how the key of an absence is written on this system."""
    return QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)


def readable(absence: Absence, texts: Mapping[str, str], today: date) -> dict[str, str]:
    """Return particulars as they are recorded, days as ISO dates; leaves out what is empty or no date."""
    found = {name: text.strip() for name, text in texts.items()}
    for name, text in found.items():
        if (absence, name) in _DAYS:
            try:
                when = read_date(text, today)
            except HsbAssessError:
                when = None
            found[name] = when.latest().isoformat() if when is not None else ""
    return {name: text for name, text in found.items() if text}


def take_up_absences(model: FormModel) -> None:
    """Record the particulars that were being typed when the app last ended, where their absence still stands."""
    for path, answer in tuple(model.reading.answers.items()):
        begun = model.scraps.kept(f"{PARTICULARS}{path}")
        absence = answer.absence
        if absence is None or not isinstance(begun, dict):
            continue
        texts = {key: str(text) for key, text in begun.items()}
        detail = {**model.answer(path).detail, **readable(absence, texts, model.today)}
        model.put_absence(path, absence, detail)
        if texts.keys() <= detail.keys():
            model.scraps.drop(f"{PARTICULARS}{path}")


class AbsenceDetails(QWidget):
    """The particulars that an absence asks for, each on its line."""

    def __init__(self, absence: Absence, today: Callable[[], date]) -> None:
        super().__init__()
        self.absence = absence
        self._today = today
        self.changed: Callable[[], None] = lambda: None
        self.typed: Callable[[], None] = lambda: None
        self.fields: dict[str, QLineEdit | StillCombo] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 0, 0, 4)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(ABSENCE_DETAILS[absence]):
            field = self._field(name)
            self.fields[name] = field
            grid.addWidget(label_for(_asked(absence, name), field), at, 0)
            grid.addWidget(field, at, 1)
        if absence is Absence.UNKNOWN:
            grid.addWidget(quiet(tr("It counts as answered once it says who was asked.")), len(self.fields), 0, 1, 2)

    def _field(self, name: str) -> QLineEdit | StillCombo:
        if self.absence is Absence.DECLINED and name == "by":
            combo = StillCombo()
            for code, word in (("", tr("Choose…")), ("child", tr("This child")), ("carer", tr("A carer"))):
                combo.addItem(word, code)
            combo.addItem(tr("An agency"), "agency")
            combo.activated.connect(self._edited)
            return combo
        field = line(tr("For example 14 Apr 2026") if self._is_day(name) else "")
        field.editingFinished.connect(self._edited)
        field.textEdited.connect(self._wrote)
        return field

    def _is_day(self, name: str) -> bool:
        return (self.absence, name) in _DAYS

    def _edited(self) -> None:
        self.changed()

    def _wrote(self) -> None:
        self.typed()

    def raw(self) -> dict[str, str]:
        """Return the particulars as they stand, readable or not."""
        texts = ((name, field.text()) for name, field in self.fields.items() if isinstance(field, QLineEdit))
        return {name: text for name, text in texts if text.strip()}

    def fill_raw(self, texts: Mapping[str, str]) -> None:
        """Put them back."""
        for name, field in self.fields.items():
            if isinstance(field, QLineEdit) and name in texts:
                field.setText(texts[name])

    def fill(self, detail: Mapping[str, str]) -> None:
        """Show particulars."""
        for name, field in self.fields.items():
            text = detail.get(name, "")
            if isinstance(field, StillCombo):
                field.setCurrentIndex(max(0, field.findData(text)))
            elif not field.hasFocus():
                day = fuzzy({"date": text}) if self._is_day(name) else None
                show_line(field, date_text(day) if day is not None else text)

    def detail(self) -> dict[str, str]:
        """Return the particulars that were given; a day that is not readable is left out."""
        given = {
            name: str(field.currentData()) if isinstance(field, StillCombo) else field.text()
            for name, field in self.fields.items()
        }
        return readable(self.absence, given, self._today())

    def problem(self) -> str:
        """Return which day is not readable."""
        for name, field in self.fields.items():
            if isinstance(field, QLineEdit) and self._is_day(name) and field.text().strip():
                try:
                    read_date(field.text(), self._today())
                except HsbAssessError as error:
                    return f"{detail_word(self.absence, name)}: {sentence(error)}"
        return ""
