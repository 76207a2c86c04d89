"""Keeps a form's fields together: which one has the keyboard, what is sealed when it is left, who is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from hsb_assess.domain.answer import Absence
from ui.form.labels import put_away
from ui.form.question import QuestionField

if TYPE_CHECKING:
    from ui.form.items import ItemList
    from ui.form.model import FormModel

__all__ = ["Form"]

_ABSENCE_KEYS = {Qt.Key(Qt.Key.Key_1 + at): absence for at, absence in enumerate(Absence)}


class _Fields(dict[str, "QuestionField"]):
    """Fields by their path. Whoever asks for one that is not there yet has those built that wait."""

    def __init__(self, unfinished: list[ItemList]) -> None:
        super().__init__()
        self._unfinished = unfinished

    def __missing__(self, path: str) -> QuestionField:
        """Build every field that waits, then return the one that was asked for."""
        while self._unfinished:
            self._unfinished[0].complete()
        if path not in self:
            raise KeyError(path)
        return self[path]


class Form(QObject):
    """The fields of one assessment that are on screen. Fields join when they are built and go when they die."""

    focused = Signal(str)
    """The path of the question that has the keyboard now."""
    built = Signal(object)
    """A :class:`QuestionField` that was just made."""
    listed = Signal(object)
    """A :class:`RowsView` that was just made."""
    row_removed = Signal(str)
    """The path of a row that was taken out, so that this can be undone."""
    wanted = Signal(str)
    """The path of another question that somebody wants to see."""
    put_aside = Signal(str)
    """The path of a question whose answer was put aside, so that this can be undone."""
    told = Signal(str)
    """Why a key does nothing at the question that has the keyboard."""

    def __init__(self, model: FormModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.unfinished: list[ItemList] = []
        """Lists whose questions are still being built, one after the other."""
        self.fields: dict[str, QuestionField] = _Fields(self.unfinished)
        self.current: QuestionField | None = None
        self._watched: QWidget | None = None
        model.answered.connect(self._answered)
        model.shown.connect(self._shown)
        model.things_changed.connect(self._things_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def field(self, path: str) -> QuestionField:
        """Build the field of a question and keep it in touch with the model."""
        made = QuestionField(self.model, path)
        self.fields[path] = made
        made.put_aside = self.put_aside.emit
        made.show_other = self.wanted.emit
        made.say_why = self.told.emit
        put_away(made, shown=self.model.engine.visible(path))
        self.built.emit(made)
        return made

    def forget(self, prefix: str) -> None:
        """Let go of the fields of a row that is put away."""
        for path in [path for path in self.fields if path.startswith(prefix)]:
            self.model.seal(path)
            if self.fields.pop(path) is self.current:
                self.current = None

    # -- what the model says ---------------------------------------------------------------------------------

    def _answered(self, path: str) -> None:
        field = self.fields.get(path)
        if field is not None:
            field.refresh()
        for other in self.fields.values():
            if other.looks_around and other is not field:
                other.refresh()

    def _shown(self, paths: frozenset[str] | None) -> None:
        for path in self.fields.keys() if paths is None else paths & self.fields.keys():
            field = self.fields[path]
            shown = self.model.engine.visible(path)
            if field.isHidden() is shown:
                field.setVisible(shown)
            field.show_mandatory()

    def _things_changed(self, kind: str) -> None:
        for field in self.fields.values():
            field.things_changed(kind)

    # -- the keyboard ----------------------------------------------------------------------------------------

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        field = _field_around(now, self)
        if field is not self.current:
            for each in (self.current, field):
                if each is not None and shiboken6.isValid(each):
                    each.absence_button.update()
            if self.current is not None:
                self.model.seal(self.current.path)
            self.current = field
            if field is not None:
                self.focused.emit(field.path)
        if field is None or now is None:
            return
        now.installEventFilter(self)
        self._watched = now
        if field.editor.widget is now or field.editor.widget.isAncestorOf(now):
            field.editor.enter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+1 … 6 and Ctrl+E before a text field takes them for its own."""
        if event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            ours = event.modifiers() == Qt.KeyboardModifier.ControlModifier and (
                key in _ABSENCE_KEYS or key == Qt.Key.Key_E
            )
            if ours and self.current is not None:
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                elif key == Qt.Key.Key_E:
                    self.current.open_evidence()
                else:
                    self.current.set_absence(_ABSENCE_KEYS[key])
                return True
            if event.type() == QEvent.Type.ShortcutOverride and _has_nothing_to_undo(watched, event):
                return True  # and not accepted: the Edit menu takes back what was done before this field
        return super().eventFilter(watched, event)


def _has_nothing_to_undo(watched: QObject, event: QKeyEvent) -> bool:
    """Say whether a text field would take a key for undoing or redoing that does nothing in it."""
    keys = QKeySequence.StandardKey
    again = event.matches(keys.Redo)
    if not (again or event.matches(keys.Undo)):
        return False
    if isinstance(watched, QLineEdit):
        return not (watched.isRedoAvailable() if again else watched.isUndoAvailable())
    if isinstance(watched, QPlainTextEdit):
        document = watched.document()
        return not (document.isRedoAvailable() if again else document.isUndoAvailable())
    return False


def _field_around(widget: QWidget | None, form: Form) -> QuestionField | None:
    """Return the question of ``form`` in which a widget stands."""
    while widget is not None:
        if isinstance(widget, QuestionField):
            return widget if form.fields.get(widget.path) is widget else None
        widget = widget.parentWidget()
    return None
