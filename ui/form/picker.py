"""The editor of a reference: pick a person, an agency, an event … that was entered once, or enter a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.form.editor import Editor
from ui.form.labels import SmallButton, plain
from ui.form.order import follow
from ui.form.words import kind_word, new_word
from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.still import StillCombo

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Item
    from ui.form.model import FormModel
    from ui.form.newthing import NewThing

__all__ = ["RefEditor"]


class _PickCombo(StillCombo):
    """A list that can be typed in to narrow it; its entries are fetched when it is first used."""

    def __init__(self, owner: RefEditor, placeholder: str) -> None:
        super().__init__()
        self._owner = owner
        self.words = QLineEdit()
        self.words.setPlaceholderText(placeholder)
        self.setEditable(True)
        self.setLineEdit(self.words)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)

    def showPopup(self) -> None:
        """Show the things there are now."""
        self._owner.fetch()
        super().showPopup()


class RefEditor(Editor):
    """A filtered list of things of one kind; more than one is a list that can be shortened again."""

    def __init__(self, item: Item, model: FormModel) -> None:
        super().__init__()
        self.item, self.model = item, model
        self._ids: list[str] = []
        self._named = ""
        self.widget = QWidget()
        self.body = QVBoxLayout(self.widget)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.chosen_list: QVBoxLayout | None = None
        if item.multiple:
            self.chosen_list = QVBoxLayout()
            self.chosen_list.setSpacing(0)
            self.body.addLayout(self.chosen_list)
        kind = item.kind or "person"
        row = QHBoxLayout()
        row.setSpacing(8)
        self.combo = _PickCombo(self, tr("Type to find, or choose"))
        self.combo.activated.connect(self._activated)
        self.combo.words.returnPressed.connect(self._entered)
        self.combo.words.editingFinished.connect(self._left)
        row.addWidget(self.combo, 1)
        self.new_button = SmallButton(new_word(kind))
        self.new_button.clicked.connect(lambda _checked=False: self.open_new())
        row.addWidget(self.new_button)
        self.body.addLayout(row)
        self.new_panel: NewThing | None = None
        self._unknown = ""

    # -- the list --------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Have the list ready to be typed in."""
        self.fetch()

    def fetch(self) -> None:
        """Fill the list with what there is now, keeping what is written in the line."""
        things = [thing for thing in self.model.things(self.item) if not (self.item.multiple and thing.id in self._ids)]
        wanted = [(thing.id, self._words(thing.id)) for thing in things]
        if wanted == [(self.combo.itemData(at), self.combo.itemText(at)) for at in range(self.combo.count())]:
            return
        text = self.combo.currentText()
        self.combo.blockSignals(True)  # noqa: FBT003 (Qt's own signature)
        self.combo.clear()
        for thing, words in wanted:
            self.combo.addItem(words, thing)
        self.combo.setCurrentIndex(-1 if self.item.multiple or not self._ids else self.combo.findData(self._ids[0]))
        self.combo.setEditText(text)
        self.combo.blockSignals(False)  # noqa: FBT003 (Qt's own signature)
        completer = self.combo.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def _words(self, thing_id: str) -> str:
        thing = self.model.thing(thing_id)
        if thing is None:
            return ""
        return self.model.thing_text(thing_id) or self.model.thing_line(thing) or kind_word(thing.kind)

    def _activated(self) -> None:
        thing = self.combo.currentData()
        if isinstance(thing, str):
            self._take(thing)

    def _match(self) -> str | None:
        words = self.combo.currentText().strip().casefold()
        return next(
            (thing.id for thing in self.model.things(self.item) if self._words(thing.id).casefold() == words), None
        )

    def _entered(self) -> None:
        """Take what was typed; where nothing is called so, offer to enter it."""
        words = self.combo.currentText().strip()
        if words and self._match() is None:
            self.open_new(words)

    def _left(self) -> None:
        if self.new_panel is not None and not self.new_panel.isHidden():
            return  # whoever is called so is being entered just now
        words = self.combo.currentText().strip()
        found = self._match() if words else None
        self._unknown = "" if found or not words else words
        if found is not None and found not in self._ids:
            self._take(found)
        elif not words and self._ids and not self.item.multiple:
            self._ids = []
            self.chosen()
        elif self._unknown:
            self.chosen()

    def _take(self, thing: str) -> None:
        self._unknown = ""
        if self.item.multiple:
            if thing not in self._ids:
                self._ids.append(thing)
        elif self._ids == [thing]:
            self._show()
            return
        else:
            self._ids = [thing]
        self._show()
        self.chosen()

    # -- something new ---------------------------------------------------------------------------------------

    def open_new(self, label: str = "") -> None:
        """Ask for the few things that a new entry needs, here."""
        from ui.form.newthing import NewThing

        if self.new_panel is None:
            self.new_panel = NewThing(self.item, self.model, scrap=f"new.{self.item.kind}@{self.where}")
            self.new_panel.made = self._made
            self.new_panel.closed = self._closed
            self.body.addWidget(self.new_panel)
            follow(self.new_button, self.new_panel)
        if self._unknown:
            self._unknown = ""
            self.typed()
        self.new_panel.start(label or ("" if self._match() else self.combo.currentText().strip()))

    def _made(self, thing: str) -> None:
        self._take(thing)
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _closed(self) -> None:
        self._show()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    # -- as an editor ----------------------------------------------------------------------------------------

    def value(self) -> JsonValue:
        """Return the id, or the list of ids."""
        if not self._ids:
            return None
        return list(self._ids) if self.item.multiple else self._ids[0]

    def fill(self, value: JsonValue) -> None:
        """Show what is picked."""
        self._ids = [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
        self._show()

    def _show(self) -> None:
        if self.chosen_list is not None:
            self._list_chosen(self.chosen_list)
            self.combo.setCurrentIndex(-1)
            self.combo.setEditText("")
        else:
            words = self._words(self._ids[0]) if self._ids else ""
            at = self.combo.findData(self._ids[0]) if self._ids else -1
            self.combo.setCurrentIndex(at)
            self.combo.setEditText(words)

    def _list_chosen(self, chosen: QVBoxLayout) -> None:
        while (old := chosen.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for thing in self._ids:
            words = self._words(thing)
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(8, 0, 0, 0)
            row.addWidget(plain(words), 1)
            name = tr("Remove {name}", name=words)
            row.addWidget(button(tr("Remove"), partial(self._drop, thing), kind="quiet", name=name))
            chosen.addWidget(holder)

    def _drop(self, thing: str) -> None:
        self._ids.remove(thing)
        self._show()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen()

    def things_changed(self) -> None:
        """Show new names of what is picked."""
        if not self.combo.words.isModified():
            self._show()

    def name(self, text: str) -> None:
        """Name the list."""
        self._named = text
        self.widget.setAccessibleName(text)
        self.combo.setAccessibleName(text)
        self.combo.words.setAccessibleName(text)
        self.new_button.setAccessibleDescription(text)

    def first(self) -> QWidget:
        """Return the list."""
        return self.combo

    def problem(self) -> str:
        """Return why what was typed is nobody."""
        if not self._unknown:
            return ""
        return tr("“{words}” is not entered yet. Choose from the list, or add it.", words=self._unknown)
