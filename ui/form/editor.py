"""Editors of plain words and numbers, and what every editor of a form can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.language import tr
from ui.widgets.assisted import WrittenLine
from ui.widgets.fields import GrowingText

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue
    from PySide6.QtGui import QFocusEvent

__all__ = ["Editor", "LettersEditor", "LineEditor", "NumberEditor", "TextEditor", "line", "show_line"]

_NUMBER_WIDTH: Final = 160


def _unheard() -> None:
    """Stand for whoever has not asked to be told."""


class Editor(ABC):
    """One way of giving a value: ``widget`` is what is shown, ``typed`` and ``chosen`` are told of changes.

    ``typed`` is for what is still being written, ``chosen`` for what is settled with one act. ``where`` is the path
    of the question, or the name of the panel that asks it.
    """

    widget: QWidget

    def __init__(self) -> None:
        self.typed: Callable[[], None] = _unheard
        self.chosen: Callable[[], None] = _unheard
        self.where = ""

    @abstractmethod
    def value(self) -> JsonValue:
        """Return the value, ``None`` while there is none."""

    @abstractmethod
    def fill(self, value: JsonValue) -> None:
        """Show a value without telling anybody; ``None`` empties."""

    @abstractmethod
    def name(self, text: str) -> None:
        """Give every part a name for screen readers, made from the question."""

    def first(self) -> QWidget:
        """Return what takes the keyboard."""
        return self.widget

    def cursor(self) -> int:
        """Return where the caret stands."""
        return 0

    def put_cursor(self, position: int) -> None:
        """Put the caret somewhere."""
        del position

    def problem(self) -> str:
        """Return why what was typed is no value, empty where it is one."""
        return ""

    def raw(self) -> JsonValue:
        """Return what stands in the field while it is no value, so that it outlives a lock."""
        return None

    def fill_raw(self, raw: JsonValue) -> None:  # noqa: B027 (only editors that read what is typed keep it raw)
        """Put back what stood there."""

    def offer(self, withheld: frozenset[str]) -> None:  # noqa: B027 (only options can be withheld)
        """Show all options but those that cannot be chosen as things stand."""

    def enter(self) -> None:  # noqa: B027 (most editors have nothing to get ready)
        """Get ready: the keyboard has come here."""

    def lock(self) -> None:
        """Show without letting anybody change."""
        self.widget.setEnabled(False)


class _Line(WrittenLine):
    """Shows how its words begin; whoever is led to it goes on at their end."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the caret at the end where somebody is led here; a click, Tab and a window that comes back say where."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.end(False)  # noqa: FBT003 (Qt's own parameter: without marking the words)


def show_line(field: QLineEdit, words: str) -> None:
    """Put words into a field, their beginning in sight unless somebody is writing there."""
    field.setText(words)
    if not field.hasFocus():
        field.home(False)  # noqa: FBT003 (Qt's own parameter: without marking the words)


def line(placeholder: str = "") -> QLineEdit:
    """Return a one-line field."""
    field = _Line()
    field.setPlaceholderText(placeholder)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return field


class LineEditor(Editor):
    """One line of words."""

    def __init__(self) -> None:
        super().__init__()
        self.field = line()
        self.widget = self.field
        self.field.textEdited.connect(self._edited)

    def _edited(self) -> None:
        self.typed()

    def value(self) -> JsonValue:
        """Return the words, ``None`` where there are none."""
        return self.field.text() if self.field.text().strip() else None

    def fill(self, value: JsonValue) -> None:
        """Show words; emptying can be undone with Ctrl+Z."""
        if isinstance(value, str):
            show_line(self.field, value)
        else:
            self.field.clear()

    def name(self, text: str) -> None:
        """Name the field."""
        self.field.setAccessibleName(text)

    def cursor(self) -> int:
        """Return the caret's place."""
        return self.field.cursorPosition()

    def put_cursor(self, position: int) -> None:
        """Put the caret there."""
        self.field.setCursorPosition(position)

    def lock(self) -> None:
        """Show the words only."""
        self.field.setReadOnly(True)


class LettersEditor(LineEditor):
    """One line whose letters may be no value yet; they are kept as they stand."""

    def raw(self) -> JsonValue:
        """Return the letters as they stand."""
        return self.field.text()

    def fill_raw(self, raw: JsonValue) -> None:
        """Put them back."""
        self.field.setText(raw if isinstance(raw, str) else "")


class NumberEditor(LettersEditor):
    """A whole number, typed in figures."""

    def __init__(self) -> None:
        super().__init__()
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.field.setMaximumWidth(_NUMBER_WIDTH)

    def value(self) -> JsonValue:
        """Return the number, ``None`` while it is not one."""
        words = self.field.text().strip()
        return int(words) if words.lstrip("-").isdecimal() and words.isascii() else None

    def fill(self, value: JsonValue) -> None:
        """Show a number."""
        self.field.setText(str(value) if isinstance(value, int) else "")

    def problem(self) -> str:
        """Say that letters are no number."""
        if self.field.text().strip() and self.value() is None:
            return tr("This is not a whole number. Type it in figures.")
        return ""


class TextEditor(Editor):
    """As many lines of words as are needed."""

    def __init__(self) -> None:
        super().__init__()
        self.box = GrowingText()
        self.widget = self.box
        self._filling = False
        self.box.textChanged.connect(self._edited)

    def _edited(self) -> None:
        if not self._filling:
            self.typed()

    def value(self) -> JsonValue:
        """Return the words, ``None`` where there are none."""
        text = self.box.toPlainText()
        return text if text.strip() else None

    def fill(self, value: JsonValue) -> None:
        """Show words; emptying can be undone with Ctrl+Z."""
        self._filling = True
        if isinstance(value, str):
            self.box.setPlainText(value)
        else:
            words = QTextCursor(self.box.document())
            words.select(QTextCursor.SelectionType.Document)
            words.removeSelectedText()
        self._filling = False

    def name(self, text: str) -> None:
        """Name the box."""
        self.box.setAccessibleName(text)

    def cursor(self) -> int:
        """Return the caret's place."""
        return self.box.textCursor().position()

    def put_cursor(self, position: int) -> None:
        """Put the caret there."""
        caret = self.box.textCursor()
        caret.setPosition(min(position, len(self.box.toPlainText())))
        self.box.setTextCursor(caret)

    def lock(self) -> None:
        """Show the words only."""
        self.box.setReadOnly(True)
