"""A small panel in the page that enters a new person, agency, evidence item … without leaving the question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.domain.answer import NOT_ASKED, Answer
from hsb_assess.instrument.condition import holds, meets
from hsb_assess.instrument.schema import ItemType
from hsb_assess.record.evidence import EVIDENCE_DEFAULTS, told_by
from ui.form.choices import RadioEditor
from ui.form.editor import TextEditor
from ui.form.flow import buttons_in_a_row
from ui.form.hints import asks_for_own_words
from ui.form.keeping import INSIDE
from ui.form.labels import plain, put_away, quiet
from ui.form.order import follow
from ui.form.words import kind_word, new_word, said
from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.cards import Card, Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue
    from PySide6.QtGui import QKeyEvent

    from hsb_assess.instrument.condition import OnQuestion
    from hsb_assess.instrument.schema import Item
    from ui.form.editor import Editor
    from ui.form.model import FormModel

__all__ = ["NewThing"]


_ASKED: Final = 3
"""How many questions stand in the panel before *More*."""


def _asked(group: Item) -> tuple[Item, ...]:
    """Return the questions without which a thing cannot be used, filled up from the list's columns to three."""
    needed = [each for each in group.items if each.is_question and each.when is None and each.mandatory is True]
    # Needed once something else is said: they stand ready, hidden until it is.
    later = [each for each in group.items if each.is_question and each.when is not None and each.mandatory is not False]
    others = [each for name in group.columns if (each := group.child(name)) is not None and each not in needed]
    chosen = [*needed, *(each for each in others if each.when is None)][: max(_ASKED, len(needed))]
    return tuple(each for each in group.items if each in chosen or each in later)


class NewThing(Card):
    """Asks the few questions without which a thing cannot be used; the rest under *More*."""

    def __init__(self, item: Item, model: FormModel, kind: str | None = None, *, scrap: str = "") -> None:
        super().__init__(margin=16)
        self._scrap = scrap
        self.kind = kind or item.kind or "person"
        self.model = model
        self.made: Callable[[str], None] = lambda _thing: None
        self.closed: Callable[[], None] = lambda: None
        self.adding: Callable[[str], None] = lambda _name: self.closed()
        self.escaped: Callable[[], None] = self.close_panel
        free = {
            name: [code for code in codes if code not in model.withheld_of(self.kind, name)]
            for name, codes in item.filter.items()
        }
        self._presets: dict[str, JsonValue] = {name: codes[0] for name, codes in free.items() if codes}
        group = model.definition.group_for_kind(self.kind)
        self.items: tuple[Item, ...] = group.items if group is not None else ()
        self.asked = _asked(group) if group is not None else ()
        self.rest = tuple(each for each in self.items if each.is_question and each not in self.asked)
        self.editors: dict[str, Editor] = {}
        self._holders: dict[str, QWidget] = {}
        self.body.setSpacing(4)
        self.body.addWidget(plain(new_word(self.kind).rstrip("…"), bold=True))
        self._note = quiet(tr("Not added yet"))
        self._note.hide()
        self.body.addWidget(self._note)
        for each in self.asked:
            self._ask(each, self.body)
        self._more = QWidget()
        self._more_body = QVBoxLayout(self._more)
        self._more_body.setContentsMargins(0, 0, 0, 0)
        self._more_body.setSpacing(4)
        self._more.hide()
        self.body.addWidget(self._more)
        self._faulty = ""
        self._fault = plain("", bold=True)
        self._fault.hide()
        self.body.addWidget(self._fault)
        self.add_button = button(tr("Add {kind}", kind=kind_word(self.kind)), self.add, kind="primary")
        self.more_button = button(tr("More…"), self._open_more, kind="quiet")
        put_away(self.more_button, shown=bool(self.rest))
        self.body.addWidget(
            buttons_in_a_row(self.add_button, self.more_button, button(tr("Cancel"), self.close_panel, kind="quiet"))
        )
        self.hide()

    def _ask(self, item: Item, body: QVBoxLayout) -> None:
        from ui.form.editors import editor_for

        label = said(item.label) + ("" if item.mandatory is True else f" {tr('(optional)')}")
        editor = editor_for(item, self.model)
        editor.name(label)
        editor.chosen = editor.typed = partial(self._wrote, item)
        editor.where = f"{self._scrap}{INSIDE}{item.id}"
        if isinstance(editor, TextEditor):
            editor.box.is_exact = partial(self._is_exact, item)
        words = plain(label)
        words.setBuddy(editor.first())
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words)
        if item.hint is not None:
            column.addWidget(quiet(said(item.hint)))
        column.addWidget(editor.widget)
        body.addWidget(holder)
        self.editors[item.id] = editor
        self._holders[item.id] = holder

    def _is_exact(self, item: Item) -> bool:
        """Say whether what is written at an item are somebody's exact words, also by what is chosen beside it."""

        def chosen(name: str) -> JsonValue:
            return self.editors[name].value() if name in self.editors else self._presets.get(name)

        quoted = item.id == "what" and (chosen("verbatim") == "yes" or chosen("category") == "child_words")
        return not asks_for_own_words(item) or item.child_voice or quoted

    def _tell_exact(self, item: Item) -> None:
        what = self.editors.get("what")
        if item.id != "what" and isinstance(what, TextEditor):
            what.box.exact_changed.emit()

    def begun(self) -> bool:
        """Say whether an item was being written here when the app was locked."""
        return bool(self._scrap) and self.model.scraps.kept(self._scrap) is not None

    def _wrote(self, item: Item) -> None:
        """Take what is typed: fill in what follows from it, show what depends on it, and keep it."""
        if item.id == "source" and self.kind == "evidence":
            self._told()
        self._follow()
        self._tell_exact(item)
        self._mended(item)
        if self._scrap:
            self.model.scraps.write(self._scrap, self._begun())

    def _mended(self, item: Item) -> None:
        """Take away what was said to be wrong as soon as it is being put right, here or by what follows from here."""
        editor = self.editors.get(self._faulty)
        if item.id == self._faulty or (editor is not None and editor.value() is not None and not editor.problem()):
            self._faulty = ""
            self._fault.hide()

    def _begun(self) -> dict[str, JsonValue]:
        """Return what stands in the editors, as values or, where they are none yet, as they were typed."""
        found: dict[str, JsonValue] = {}
        for name, editor in self.editors.items():
            if editor.problem():
                found[name] = {"typed": editor.raw()}
            elif (value := editor.value()) is not None:
                found[name] = {"value": value}
        return found

    def _go_on(self) -> None:
        """Put back what was being written."""
        begun = self.model.scraps.kept(self._scrap) if self._scrap else None
        self._note.setVisible(isinstance(begun, dict))
        if not isinstance(begun, dict):
            return
        if begun.keys() - self.editors.keys():
            self._open_more(focus=False)
        for name, kept in begun.items():
            editor = self.editors.get(name)
            if editor is None or not isinstance(kept, dict):
                continue
            if "typed" in kept:
                editor.fill_raw(kept["typed"])
            else:
                editor.fill(kept.get("value"))

    def _told(self) -> None:
        """Fill in what the source tells, where nobody has said something else."""
        before = self._presets
        source = self.editors["source"].value()
        told = told_by(self.model.thing(source) if isinstance(source, str) else None, self.model.today)
        self._presets = told
        for name in EVIDENCE_DEFAULTS & self.editors.keys():
            if self.editors[name].value() in (None, before.get(name)):
                self.editors[name].fill(told.get(name))

    def _follow(self) -> None:
        """Show what is asked only after another answer, where that answer is given."""
        moved = False
        for item in self.items:
            if item.when is not None and item.id in self._holders:
                holder, shown = self._holders[item.id], self._holds(item)
                moved = moved or shown is holder.isHidden()
                holder.setVisible(shown)
        if moved and self.isVisible():
            self._show_whole()

    def _show_whole(self) -> None:
        """Have the page show the buttons, too, where more is asked than before."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, Column):
            above = above.parentWidget()
        if above is not None:
            above.reveal_again()

    def _holds(self, item: Item) -> bool:
        """Work out a condition from what stands in this panel; anything else reads as not asked."""

        def asked(leaf: OnQuestion) -> bool:
            operator, operand = leaf.operator
            name = leaf.question.rpartition(".")[2]
            value = self.editors[name].value() if name in self.editors else self._presets.get(name)
            return meets(operator, operand, NOT_ASKED if value is None else Answer(value=value))

        return item.when is None or holds(item.when, asked, lambda _pathway: False)

    def _open_more(self, *, focus: bool = True) -> None:
        for item in self.rest:
            if item.id not in self.editors:
                self._ask(item, self._more_body)
                self.editors[item.id].fill(self._default(item))
        follow(self._holders[self.asked[-1].id] if self.asked else self, self._more)
        self._follow()
        self._more.show()
        self.more_button.hide()
        self._show_whole()
        if self.rest and focus:
            self.editors[self.rest[0].id].first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _default(self, item: Item) -> JsonValue:
        return self._presets.get(item.id, item.initial)

    def start(self, label: str = "", *, focus: bool = True) -> None:
        """Show the panel, empty but for what is known or was begun, and take the keyboard."""
        if self.kind == "evidence":
            self._presets = told_by(None, self.model.today)
        for item in self.items:
            if item.id in self.editors:
                self.editors[item.id].fill(self._default(item))
        if label and "label" in self.editors:
            self.editors["label"].fill(label)
        self._go_on()
        self._follow()
        self._fault.hide()
        self.show()
        self._offer()
        target = self._begins_at(named=bool(label))
        if target is not None and focus:
            target.first().setFocus(Qt.FocusReason.OtherFocusReason)
            target.enter()

    def _offer(self) -> None:
        """Offer what this thing can be: who is there already is nobody new."""
        for name, editor in self.editors.items():
            withheld = self.model.withheld_of(self.kind, name)
            if withheld and editor.value() in withheld:
                editor.fill(None)
            if withheld:
                editor.offer(withheld)

    def _begins_at(self, *, named: bool) -> Editor | None:
        """Return where the keyboard starts: at the name that came along, else at the first question that is open.

        Never on an option while there is a field before it: a key that was meant for somewhere else would choose it.
        """
        asked = [self.editors[item.id] for item in self.asked]
        if named and "label" in self.editors:
            return self.editors["label"]
        at = next((at for at, editor in enumerate(asked) if editor.value() is None), None)
        if at is None:
            return None
        before = (each for each in reversed(asked[:at]) if not isinstance(each, RadioEditor))
        return next(before, asked[at]) if isinstance(asked[at], RadioEditor) else asked[at]

    def add(self) -> None:
        """Enter the thing, or say what is missing."""
        for item in self.items:
            editor = self.editors.get(item.id)
            if editor is None:
                continue
            problem = editor.problem()
            needed = item in self.asked and item.mandatory is not False and self._holds(item)
            if not problem and needed and editor.value() is None:
                problem = tr("Answer this first: {question}", question=said(item.label))
            if problem:
                self._faulty = item.id
                self._fault.setText(problem)
                self._fault.show()
                editor.first().setFocus(Qt.FocusReason.OtherFocusReason)
                return
        fields = {
            item.id: Answer(value=value)
            for item in self.items
            if item.type is not ItemType.GROUP and (value := self._value(item)) is not None
        }
        self.adding(
            self._name()
        )  # first: hiding what has the keyboard would give it to whatever comes next on the page
        self.hide()
        self.model.scraps.seal()
        self.model.add_thing(self.kind, fields, self._added)

    def _name(self) -> str:
        called = self.editors["label"].value() if "label" in self.editors else None
        return called.strip() if isinstance(called, str) else ""

    def _added(self, thing: str) -> None:
        """Forget what was typed only now: where the thing could not be entered, its words are offered again."""
        self._throw_away()
        self.made(thing)

    def _throw_away(self) -> None:
        if self._scrap:
            self.model.scraps.drop(self._scrap)

    def _value(self, item: Item) -> JsonValue:
        editor = self.editors.get(item.id)
        if editor is None:
            return self._default(item)
        return editor.value() if self._holds(item) else None

    def close_panel(self) -> None:
        """Put the panel away without entering anything."""
        self._throw_away()
        self.hide()
        self.closed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the panel away; Enter in a one-line field enters the thing."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.add()
        else:
            super().keyPressEvent(event)
