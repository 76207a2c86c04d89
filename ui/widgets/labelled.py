"""Labelled fields: the question above, a hint under it, what is wrong beside it, all said to a screen reader.

Light enough for the unlock page; :mod:`ui.widgets.fields` has the rest and passes these on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.language import tr
from ui.widgets.text import Caption, Scaled

if TYPE_CHECKING:
    from ui.widgets.faults import FaultLine

__all__ = ["Field", "PassphraseEdit"]


_EDITED = ("textEdited", "textChanged", "currentIndexChanged", "toggled", "valueChanged")
"""Signals by which controls say that somebody changed them, or something filled them."""


class Field(QWidget):
    """A control with its label, hint and fault. ``optional`` adds the word to the label.

    A fault goes as soon as the control is changed: whoever mends something is not told that it is still wrong.
    """

    mended = Signal(str)
    """The words of a fault that went because the control was changed."""
    stands_whole = True

    def __init__(
        self,
        label: str,
        control: QWidget,
        *,
        hint: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        words = f"{label} {tr('(optional)')}" if optional else label
        self.label = Scaled(words, 1.0, bold=True)
        focus_on = control.edit if isinstance(control, PassphraseEdit) else control
        self.label.setBuddy(focus_on)
        self._hint = Caption(hint, parent=self)
        self._hint.setVisible(bool(hint))
        self._fault: FaultLine | None = None
        self._focus_on = focus_on
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        self._body = body
        for part in (self.label, self._hint, control):
            body.addWidget(part)
        self._name = words
        focus_on.setAccessibleName(words)
        focus_on.setAccessibleDescription(hint)

    def set_fault(self, words: str) -> None:
        """Show what is wrong at the field and in what a screen reader says; empty words take it away."""
        if words and self._fault is None:
            from ui.widgets.faults import FaultLine

            self._fault = FaultLine()
            self._body.insertWidget(self._body.indexOf(self.control), self._fault)
            for name in _EDITED:
                if hasattr(self._focus_on, name):
                    getattr(self._focus_on, name).connect(self.mend)
        if self._fault is not None:
            self._fault.say(words)
        self._focus_on.setProperty("fault", bool(words))
        described = " ".join(part for part in (words, self._hint.text()) if part)
        self._focus_on.setAccessibleDescription(described)
        self._focus_on.update()

    def mend(self) -> None:
        """Take a fault away: what it says is not so any more."""
        words = self.fault()
        if words:
            self.set_fault("")
            self.mended.emit(words)

    def fault(self) -> str:
        """Return what is wrong, or nothing."""
        return self._fault.words() if self._fault is not None else ""

    def set_label(self, words: str) -> None:
        """Ask in other words."""
        self._name = words
        self.label.setText(words)
        self._focus_on.setAccessibleName(words)

    def set_hint(self, words: str) -> None:
        """Show another hint."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self._focus_on.setAccessibleDescription(words)

    def focus(self) -> None:
        """Give the keyboard to the control."""
        self._focus_on.setFocus()


class PassphraseEdit(QWidget):
    """A field whose letters are hidden until somebody asks to see them."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.returnPressed.connect(self.submitted)
        self.show_it = QCheckBox(tr("Show"))
        self.show_it.setAccessibleName(tr("Show what is typed"))
        self.show_it.toggled.connect(self._echo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(self.show_it)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def set_text(self, words: str) -> None:
        """Fill the field, as the generator does."""
        self.edit.setText(words)

    def clear(self) -> None:
        """Forget what was typed, as far as Qt can."""
        self.edit.clear()
        self.show_it.setChecked(False)

    def _echo(self, shown: bool) -> None:  # noqa: FBT001 (Qt's signal)
        mode = QLineEdit.EchoMode
        self.edit.setEchoMode(mode.Normal if shown else mode.Password)
