"""Editors that offer options: radio buttons, a list to pick from, check boxes, a scale."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QLayout, QListView, QRadioButton, QSizePolicy, QStyle, QVBoxLayout, QWidget

from ui.form.editor import Editor
from ui.form.flow import Flow
from ui.form.labels import plain, quiet
from ui.form.words import CANNOT_RATE, said
from ui.language import tr
from ui.widgets.assisted import Radio, Tick
from ui.widgets.still import StillCombo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from hsb_assess.instrument.schema import Code

__all__ = ["CheckEditor", "ComboEditor", "RadioEditor", "StatedChoice", "check_editor", "choice_editor", "scale_editor"]

MOST_RADIOS: Final = 5
_Metric = QStyle.PixelMetric
_BELOW: Final = 6
_AROUND: Final = 24
"""Pixels that a radio button keeps around its words besides its circle."""
_SHORT: Final = 30
"""Options no longer than this stand side by side."""

_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}

Options = list[tuple["str | int", str, str]]
"""Code, wording, help."""


def _layout(widget: QWidget, options: Options, *, flow: bool = False, meanings: bool = True) -> QLayout:
    """Return a layout side by side for short options; one below the other where each has its meaning beneath it."""
    explained = meanings and any(meaning for _, _, meaning in options)
    if flow or (not explained and all(len(word) <= _SHORT for _, word, _ in options)):
        return Flow(widget, aligned=True)
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _indent(button: QRadioButton) -> int:
    """Return where a button's words begin, so that its meaning stands under them."""
    style = button.style()
    return style.pixelMetric(_Metric.PM_ExclusiveIndicatorWidth) + style.pixelMetric(_Metric.PM_RadioButtonLabelSpacing)


class _InOrder(Radio):
    """A radio button from which the arrows go on to the next or the one before, round and round, however they stand.

    Qt looks for what lies in the arrow's direction: whoever hears the options and only goes down misses those beside.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or the one before; where an option is chosen already, choose that one."""
        step = _STEPS.get(Qt.Key(event.key()))
        around = self.parentWidget()
        if step is None or event.modifiers() & ~_KEYPAD or around is None:
            super().keyPressEvent(event)
            return
        own = around.findChildren(QRadioButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        buttons = [each for each in own if each.isVisible() and each.isEnabled()]
        other = buttons[(buttons.index(self) + step) % len(buttons)]
        if self.isChecked() and other is not self:
            other.click()
        other.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)


class _Radio(_InOrder):
    """A radio button whose words go on in the next line where there is no room beside."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setAccessibleName(words)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room of the words unbroken, and the height of the words as they stand."""
        wide = self._beside() + self.fontMetrics().horizontalAdvance(self._words)
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the room of the longest word, and the height of the words as they stand."""
        longest = max(self._words.split(), key=len, default="")
        return QSize(self._beside() + self.fontMetrics().horizontalAdvance(longest), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        if self.fontMetrics().horizontalAdvance(self._words) + self._beside() <= self.width():
            broken = self._words
        else:
            broken = self._broken(self.width() - self._beside())
        if broken != self.text():
            self.setText(broken)

    def _beside(self) -> int:
        return _indent(self) + _AROUND

    def _broken(self, room: int) -> str:
        lines, metrics = [""], self.fontMetrics()
        for word in self._words.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and metrics.horizontalAdvance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return "\n".join(lines)


class RadioEditor(Editor):
    """One of a few options, all in sight."""

    def __init__(self, options: Options, *, flow: bool = False) -> None:
        super().__init__()
        self.widget = QWidget()
        layout = _layout(self.widget, options, flow=flow)
        self.buttons: dict[str | int, QRadioButton] = {}
        self._meanings = {} if flow else {code: meaning for code, _, meaning in options if meaning}
        for code, word, meaning in options:
            button = _Radio(word) if len(word) > _SHORT else _InOrder(word)
            button.setToolTip("" if self._meanings else meaning)
            button.clicked.connect(self._clicked)
            self.buttons[code] = button
            layout.addWidget(button)
            if code in self._meanings:
                line = quiet(meaning)
                line.setContentsMargins(_indent(button), 0, 0, _BELOW)
                layout.addWidget(line)

    def _clicked(self) -> None:
        self.chosen()

    def value(self) -> JsonValue:
        """Return the code of the chosen option."""
        return next((code for code, button in self.buttons.items() if button.isChecked()), None)

    def fill(self, value: JsonValue) -> None:
        """Choose an option; ``None`` or an unknown code leaves none chosen."""
        for code, button in self.buttons.items():
            wanted = code == value and type(code) is type(value)
            if wanted != button.isChecked():
                # A group of radio buttons keeps one chosen; to choose none, it must forget that it is a group.
                button.setAutoExclusive(False)
                button.setChecked(wanted)
                button.setAutoExclusive(True)

    def name(self, text: str) -> None:
        """Name the set; each button keeps its wording and says the question as its description."""
        self.widget.setAccessibleName(text)
        for code, button in self.buttons.items():
            button.setAccessibleDescription(" ".join(filter(None, (text, self._meanings.get(code)))))

    def first(self) -> QWidget:
        """Return the chosen button, else the first that is offered."""
        chosen = (button for button in self.buttons.values() if button.isChecked())
        offered = (button for button in self.buttons.values() if not button.isHidden())
        return next(chosen, next(offered, self.widget))

    def offer(self, withheld: frozenset[str]) -> None:
        """Hide the options that cannot be chosen now, unless one of them is."""
        for code, button in self.buttons.items():
            button.setVisible(code not in withheld or button.isChecked())


class StatedChoice(Editor):
    """A choice that is made already and cannot be changed: its wording in plain words, with its meaning."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self._options = {code: (word, meaning) for code, word, meaning in options}
        self._value: JsonValue = None
        self.words, self.meaning = plain(""), quiet("")
        self.widget = QWidget()
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.meaning)

    def value(self) -> JsonValue:
        """Return the code that stands."""
        return self._value

    def fill(self, value: JsonValue) -> None:
        """Show an option; ``None`` or an unknown code shows none."""
        self._value = value
        word, meaning = self._options.get(value, ("", "")) if isinstance(value, str) else ("", "")
        self.words.setText(word)
        self.meaning.setText(meaning)
        self.meaning.setHidden(not meaning)

    def name(self, text: str) -> None:
        """Name the words."""
        self.widget.setAccessibleName(text)

    def lock(self) -> None:
        """Stay as it is: nothing here can be changed, and nothing is greyed out."""


class ComboEditor(Editor):
    """One of many options."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.combo = StillCombo()
        self.widget = self.combo
        self.combo.addItem(tr("Choose…"), None)
        for code, word, _ in options:
            self.combo.addItem(word, code)
        self.combo.setMaxVisibleItems(14)
        self.combo.activated.connect(self._activated)

    def _activated(self) -> None:
        self.chosen()

    def value(self) -> JsonValue:
        """Return the code of the chosen option."""
        found = self.combo.currentData()
        return found if isinstance(found, str) else None

    def fill(self, value: JsonValue) -> None:
        """Choose an option; ``None`` or an unknown code leaves none chosen."""
        self.combo.setCurrentIndex(max(0, self.combo.findData(value) if value is not None else 0))

    def offer(self, withheld: frozenset[str]) -> None:
        """Hide the options that cannot be chosen now, unless one of them is."""
        view, kept = self.combo.view(), self.combo.currentIndex()
        for index in range(1, self.combo.count()):
            hidden = self.combo.itemData(index) in withheld and index != kept
            if isinstance(view, QListView):
                view.setRowHidden(index, hidden)

    def name(self, text: str) -> None:
        """Name the list."""
        self.combo.setAccessibleName(text)


class CheckEditor(Editor):
    """Any number of options. Ticking one that stands ``alone`` clears the others, and ticking another clears it."""

    def __init__(self, options: Options, alone: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self._alone = alone
        self.widget = QWidget()
        layout = _layout(self.widget, options, meanings=False)
        self.boxes: dict[str, QCheckBox] = {}
        for code, word, tip in options:
            box = Tick(word)
            box.setToolTip(tip)
            box.clicked.connect(partial(self._clicked, str(code)))
            self.boxes[str(code)] = box
            layout.addWidget(box)

    def _clicked(self, ticked: str) -> None:
        if self.boxes[ticked].isChecked():
            for code, box in self.boxes.items():
                if code != ticked and (ticked in self._alone or code in self._alone):
                    box.setChecked(False)
        self.chosen()

    def stands_alone(self) -> bool:
        """Say whether an option is ticked that goes with no other."""
        return any(self.boxes[code].isChecked() for code in self._alone if code in self.boxes)

    def clear_alone(self) -> None:
        """Take away what goes with no other answer."""
        for code in self._alone & self.boxes.keys():
            self.boxes[code].setChecked(False)

    def value(self) -> JsonValue:
        """Return the sorted codes, ``None`` where none is ticked."""
        codes: list[JsonValue] = [code for code, box in sorted(self.boxes.items()) if box.isChecked()]
        return codes or None

    def fill(self, value: JsonValue) -> None:
        """Tick the options of a list."""
        wanted = value if isinstance(value, list) else []
        for code, box in self.boxes.items():
            box.setChecked(code in wanted)

    def offer(self, withheld: frozenset[str]) -> None:
        """Hide the options that cannot be chosen now, unless they are."""
        for code, box in self.boxes.items():
            box.setVisible(code not in withheld or box.isChecked())

    def name(self, text: str) -> None:
        """Name the set."""
        self.widget.setAccessibleName(text)
        for code, box in self.boxes.items():
            clears = tr("Choosing this clears the others.") if code in self._alone else ""
            box.setAccessibleDescription(" ".join(filter(None, (text, clears))))

    def first(self) -> QWidget:
        """Return the first box."""
        return next(iter(self.boxes.values()), self.widget)


def options_of(codes: Sequence[Code]) -> Options:
    """Return codes with their wording and help."""
    return [(code.code, said(code), said(code.help)) for code in codes]


def check_editor(codes: Sequence[Code]) -> CheckEditor:
    """Return check boxes, of which those that stand alone clear the others."""
    return CheckEditor(options_of(codes), frozenset(code.code for code in codes if code.alone))


def choice_editor(codes: Sequence[Code]) -> Editor:
    """Return radio buttons for up to five options, a list to pick from for more."""
    options = options_of(codes)
    return RadioEditor(options) if len(options) <= MOST_RADIOS else ComboEditor(options)


def scale_editor(codes: Sequence[Code]) -> Editor:
    """Return a row of anchored points, 0 to 4, and *cannot rate*."""
    points: Options = [
        (int(code.ordinal), f"{code.ordinal}  {said(code)}", said(code.help))
        for code in codes
        if code.ordinal is not None
    ]
    return RadioEditor([*points, (CANNOT_RATE, tr("Cannot rate"), "")], flow=True)
