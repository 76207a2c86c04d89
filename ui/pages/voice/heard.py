"""To whom words were said first: somebody of the case, or somebody new who is entered without leaving the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hsb_assess.desk import assessing
from hsb_assess.desk.voicing import OWN_WORDS
from ui.form.added import AddedLine
from ui.form.labels import SmallButton
from ui.form.words import new_word
from ui.language import tr
from ui.widgets.labelled import Field
from ui.widgets.still import StillCombo

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.form.model import FormModel
    from ui.form.newthing import NewThing
    from ui.form.scraps import Scraps
    from ui.navigation import Page

__all__ = ["HeardBy"]

_SCRAP: Final = "new.person@voice"
"""Under which name a person who is being entered is kept."""


class HeardBy(QWidget):
    """A list of people and a button for a new one; the form is read when that is first pressed."""

    def __init__(self, people: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.combo = StillCombo()
        self.field = Field(tr("To whom was it said first?"), self.combo, optional=True)
        self.new_button = SmallButton(new_word("person"))
        self.new_button.setAccessibleDescription(self.field.label.text())
        self.new_button.clicked.connect(lambda _checked=False: self.open_new())
        self.new_button.setEnabled(False)
        self.panel: NewThing | None = None
        self.added_line = AddedLine()
        self._make: Callable[[], FormModel] | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.new_button.hide()
        self._fill(people)

    def _fill(self, people: Sequence[tuple[str, str]]) -> None:
        self.combo.clear()
        self.combo.addItem(tr("Choose, or leave it for later"), "")
        for person, label in people:
            self.combo.addItem(label, person)

    def person(self) -> str:
        """Return the person who is chosen, or nothing."""
        return str(self.combo.currentData() or "")

    def choose(self, person: str) -> None:
        """Show a person as chosen."""
        self.combo.setCurrentIndex(max(0, self.combo.findData(person)))

    def offer_new(self, page: Page, case: str, assessment: str, scraps: Scraps) -> None:
        """Let somebody new be entered by the form of an assessment, and go on where that was left."""

        def make() -> FormModel:
            from ui.form.keeper import DeskKeeper
            from ui.form.model import FormModel

            at = page.context.at
            return FormModel(assessing.reading(at, assessment), DeskKeeper(page, case, assessment), self, scraps=scraps)

        self._make = make
        self.new_button.setEnabled(True)
        self.new_button.show()
        if scraps.kept(_SCRAP) is not None:
            self.open_new(focus=False)

    def open_new(self, *, focus: bool = True) -> None:
        """Ask for the few things that a new person needs, here."""
        if self.panel is None and self._make is not None:
            from ui.form.newthing import NewThing

            model = self._make()
            item = model.definition.find(f"{OWN_WORDS}.to")
            if item is None:  # a form without a list of this child's words has no people to enter for it
                self.new_button.hide()
                return
            self.panel = NewThing(item, model, "person", scrap=_SCRAP)
            self.panel.adding = self._adding
            self.panel.made = self._made
            self.panel.closed = lambda: self.combo.setFocus(Qt.FocusReason.OtherFocusReason)
            self.body.addWidget(self.panel)
            self.body.addWidget(self.added_line)
        self.added_line.hide()
        if self.panel is not None:
            self.panel.start(focus=focus)

    def _adding(self, name: str) -> None:
        """Rest the keyboard where letters change nothing: in the list they would choose somebody else."""
        self.added_line.wait_for(name)

    def _made(self, person: str) -> None:
        label = self.panel.model.thing_text(person) if self.panel is not None else ""
        self.combo.addItem(label, person)
        self.choose(person)
        self.added_line.added(label)
