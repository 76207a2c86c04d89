"""Labelled fields: the question above, a hint under it, what is wrong beside it, all said to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.language import tr
from ui.widgets.marks import Mark
from ui.widgets.text import Caption, Scaled

__all__ = ["Field", "GrowingText", "PassphraseEdit", "choice"]


class Field(QWidget):
    """A control with its label, hint and fault. ``optional`` adds the word to the label."""

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
        self._hint = Caption(hint)
        self._hint.setVisible(bool(hint))
        self._fault = Scaled("", 1.0, bold=True)
        self._fault_row = QWidget()
        row = QHBoxLayout(self._fault_row)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Mark("bad"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._fault, 1)
        self._fault_row.hide()
        self._focus_on = focus_on
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        for part in (self.label, self._hint, self._fault_row, control):
            body.addWidget(part)
        self._name = words
        focus_on.setAccessibleName(words)
        focus_on.setAccessibleDescription(hint)

    def set_fault(self, words: str) -> None:
        """Show what is wrong at the field and in what a screen reader says; empty words take it away."""
        self._fault.setText(words)
        self._fault_row.setVisible(bool(words))
        self._focus_on.setProperty("fault", bool(words))
        described = ". ".join(part for part in (words, self._hint.text()) if part)
        self._focus_on.setAccessibleDescription(described)
        self._focus_on.update()

    def fault(self) -> str:
        """Return what is wrong, or nothing."""
        return self._fault.text()

    def set_hint(self, words: str) -> None:
        """Show another hint."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self._focus_on.setAccessibleDescription(words)

    def focus(self) -> None:
        """Give the keyboard to the control."""
        self._focus_on.setFocus(Qt.FocusReason.OtherFocusReason)


class PassphraseEdit(QWidget):
    """A field whose letters are hidden until somebody asks to see them."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
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


class GrowingText(QPlainTextEdit):
    """A text box that grows with what is written; Tab leaves it; tells when it is left."""

    left = Signal()

    def __init__(self, text: str = "", *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(8)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        """Return a width that reads well and the height of the text."""
        return QSize(400, self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+L and other app keys to the window."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_L:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _grow(self) -> None:
        lines = max(self._lines, round(self.document().size().height()))
        height = lines * self.fontMetrics().lineSpacing() + 2 * 8 + 2 * self.frameWidth() + 4
        if height != self.height():
            self.setFixedHeight(height)


def choice(options: list[tuple[str, str]], current: str = "") -> QComboBox:
    """Return a combo box of ``(code, words)``; ``currentData()`` gives the code."""
    box = QComboBox()
    for code, words in options:
        box.addItem(words, code)
    at = box.findData(current)
    box.setCurrentIndex(max(at, 0))
    return box
