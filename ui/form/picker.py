"""The editor of a reference: pick a person, an agency, an event … that was entered once, or enter a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.form.editor import Editor
from ui.form.labels import SmallButton, plain
from ui.form.order import follow
from ui.form.picking import PickCombo
from ui.form.words import kind_word, new_word
from ui.language import tr
from ui.widgets.buttons import button

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Item
    from ui.form.added import AddedLine
    from ui.form.model import FormModel
    from ui.form.newthing import NewThing

__all__ = ["RefEditor"]


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
        self.combo = PickCombo(self._entries, tr("Type to find, or choose"))
        self.combo.taken.connect(self._picked)
        self.combo.unknown.connect(self.open_new)
        self.combo.words.editingFinished.connect(self._left)
        row.addWidget(self.combo, 1)
        self.new_button = SmallButton(new_word(kind))
        self.new_button.clicked.connect(lambda _checked=False: self.open_new())
        row.addWidget(self.new_button)
        self.body.addLayout(row)
        self.new_panel: NewThing | None = None
        self.added_line: AddedLine | None = None
        self._unknown = ""

    # -- the list --------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Have the list ready to be typed in."""
        self.fetch()

    def fetch(self) -> None:
        """Fill the list with what there is now, keeping what is written in the line."""
        self.combo.fetch()

    def _entries(self) -> list[tuple[str, str]]:
        """Return what can be picked now and what each is called."""
        things = self.model.things(self.item)
        return [(each.id, self._words(each.id)) for each in things if not (self.item.multiple and each.id in self._ids)]

    def _words(self, thing_id: str) -> str:
        thing = self.model.thing(thing_id)
        if thing is None:
            return ""
        return self.model.thing_text(thing_id) or self.model.thing_line(thing) or kind_word(thing.kind)

    def _match(self) -> str | None:
        words = self.combo.currentText().strip().casefold()
        return next(
            (thing.id for thing in self.model.things(self.item) if self._words(thing.id).casefold() == words), None
        )

    def _left(self) -> None:
        if self.new_panel is not None and not self.new_panel.isHidden():
            return  # whoever is called so is being entered just now
        if self.combo.is_choosing():
            return  # those that fit are being shown: nothing is said before one of them is taken, or none
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

    def _picked(self, thing: str) -> None:
        if self.added_line is not None:
            self.added_line.hide()
        self._take(thing)

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
            self.new_panel.adding = self._adding
            self.new_panel.made = self._made
            self.new_panel.closed = self._closed
            self.body.addWidget(self.new_panel)
            follow(self.new_button, self.new_panel)
        if self.added_line is not None:
            self.added_line.hide()
        if self._unknown:
            self._unknown = ""
            self.typed()
        self.new_panel.start(label or ("" if self._match() else self.combo.currentText().strip()))

    def _adding(self, name: str) -> None:
        """Rest the keyboard where letters that are typed on change nothing: in the line above they would be a name."""
        if self.added_line is None:
            from ui.form.added import AddedLine

            self.added_line = AddedLine()
            self.body.addWidget(self.added_line)
            follow(self.new_panel or self.new_button, self.added_line)
        self._show()
        self.added_line.wait_for(name)

    def _made(self, thing: str) -> None:
        self._take(thing)
        if self.added_line is not None:
            self.added_line.added(self._words(thing))

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
            self.combo.show_picked("", "")
        else:
            self.combo.show_picked(*((self._ids[0], self._words(self._ids[0])) if self._ids else ("", "")))

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
