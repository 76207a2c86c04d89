"""The panel under a question that says what its answer rests on: pick evidence items, or write a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from hsb_assess.instrument.schema import Item, ItemType, Text
from hsb_assess.instrument.values import evidence_is_due
from ui.form.added import AddedLine
from ui.form.editor import line
from ui.form.flow import buttons_in_a_row
from ui.form.labels import plain, quiet
from ui.form.newthing import NewThing
from ui.form.order import follow
from ui.language import tr
from ui.widgets.assisted import Tick
from ui.widgets.buttons import button
from ui.widgets.cards import Card

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from hsb_assess.domain.answer import Answer
    from ui.form.model import FormModel

__all__ = ["EVIDENCE", "EvidencePanel", "evidence_words"]

EVIDENCE: Final = "evidence"
_FILTER_FROM: Final = 7
_SIGN: Final = 24
"""Tenths of a line's height that the box to tick takes beside the words."""


def evidence_words(model: FormModel, item: Item, answer: Answer) -> str:
    """Return what the button of the panel says: how much is cited, or that something has to be."""
    if answer.evidence:
        return tr("Evidence: {n}", n=len(answer.evidence))
    return tr("Evidence is needed…") if evidence_is_due(model.definition, item, answer) else tr("Evidence…")


class EvidencePanel(Card):
    """Every evidence item of the case with a tick for those that are cited; stays in the page, asks nothing twice."""

    def __init__(self, model: FormModel, question: str, *, scrap: str = "") -> None:
        super().__init__(margin=16)
        self.model = model
        self.changed: Callable[[tuple[str, ...]], None] = lambda _ids: None
        self.closed: Callable[[], None] = lambda: None
        self._cited: tuple[str, ...] = ()
        self.setAccessibleName(tr("Evidence for: {question}", question=question))
        self.body.setSpacing(4)
        self.body.addWidget(plain(tr("What does this answer rest on?"), bold=True))
        self.filter: QLineEdit = line(tr("Type to narrow the list"))
        self.filter.setAccessibleName(tr("Narrow the list of evidence"))
        self.filter.textEdited.connect(self._narrow)
        self.body.addWidget(self.filter)
        self._holder = QWidget()
        self._list = QVBoxLayout(self._holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.body.addWidget(self._holder)
        self.boxes: dict[str, _Tick] = {}
        self.none_yet = quiet(tr("No evidence item is entered in this case yet. Write the first one here."))
        self.body.addWidget(self.none_yet)
        made_by = Item(id=EVIDENCE, address=EVIDENCE, type=ItemType.REF, label=Text(en=""), of=(EVIDENCE,))
        self.new_panel = NewThing(made_by, model, scrap=scrap)
        self.new_panel.made = self._made
        self.new_panel.closed = self._focus_new
        self.new_panel.adding = self._adding
        self.body.addWidget(self.new_panel)
        self.added_line = AddedLine()
        self.body.addWidget(self.added_line)
        self.new_button = button(tr("Write a new evidence item…"), self._write_new)
        self.close_button = button(tr("Close"), self.close_panel, kind="quiet", tip=tr("Escape"))
        self.body.addWidget(buttons_in_a_row(self.new_button, self.close_button))

    def show_cited(self, cited: tuple[str, ...]) -> None:
        """Show every item there is, those that are cited first."""
        self._cited = cited
        things = sorted(self.model.things_of(EVIDENCE), key=lambda thing: thing.id not in cited)
        for gone in [each for each in self.boxes if each not in {thing.id for thing in things}]:
            self.boxes.pop(gone).deleteLater()
        for thing in things:
            box = self.boxes.get(thing.id)
            if box is None:
                box = _Tick()
                box.clicked.connect(self._ticked)
                self.boxes[thing.id] = box
                self._list.addWidget(box)
            box.say(self.model.thing_line(thing))
            box.setChecked(thing.id in cited)
        follow(self.filter, self._holder)
        self.filter.setVisible(len(things) >= _FILTER_FROM)
        self.none_yet.setVisible(not things)

    def open(self, cited: tuple[str, ...], *, focus: bool = True) -> None:
        """Show the panel and take the keyboard; with nothing to pick, or an item begun, go on with a new one."""
        self.added_line.hide()
        self.show_cited(cited)
        self.show()
        if not self.boxes or self.new_panel.begun():
            self.new_panel.start(focus=focus)
        elif focus:
            first = self.filter if not self.filter.isHidden() else next(iter(self.boxes.values()))
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self, words: str) -> None:
        for box in self.boxes.values():
            box.setVisible(all(word in box.toolTip().casefold() for word in words.casefold().split()))

    def _ticked(self) -> None:
        self._cited = tuple(thing for thing, box in self.boxes.items() if box.isChecked())
        self.changed(self._cited)

    def _made(self, thing: str) -> None:
        self._cited = (*self._cited, thing)
        self.changed(self._cited)
        self.show_cited(self._cited)
        found = self.model.thing(thing)
        self.added_line.added(self.model.thing_line(found) if found is not None else "")

    def _write_new(self) -> None:
        self.added_line.hide()
        self.new_panel.start()

    def _adding(self, name: str) -> None:
        """Rest the keyboard where letters that are typed on change nothing, and Space opens nothing."""
        self.added_line.wait_for(name)

    def _focus_new(self) -> None:
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Put the panel away."""
        self.hide()
        self.closed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the panel away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)


class _Tick(Tick):
    """A line that is cut to the room there is; all of it stands in the tip and in what a screen reader says."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(80, self.width() - _SIGN * self.fontMetrics().height() // 10)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
