"""Spelling: on or off, in which languages, and one's own words, which can be added and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from hsb_assess.desk import spelling
from hsb_assess.desk.spelling import Chosen
from ui.language import LANGUAGES, sentence, tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Field
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import PageContext

__all__ = ["SpellingPart"]

_MOST_ROWS: Final = 12


class SpellingPart(QWidget):
    """What is chosen counts at once, in every text on screen."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.languages: dict[str, QRadioButton] = {}
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        for card in (self._choosing(), self._language(), self._own()):
            body.addWidget(card)
        context.operations.changed.connect(self._changed)
        self.read()

    # -- building --------------------------------------------------------------------------------------------

    def _choosing(self) -> Card:
        card = Card(margin=24)
        card.body.addWidget(Heading(tr("Spelling"), 2))
        card.body.addWidget(
            Caption(
                tr(
                    "A word that is in no dictionary gets a wavy line once you rest. F7 leads to the next one, Shift+F7 or a "
                    "right click offers other words. Nothing is changed by itself. This child’s exact words and whatever "
                    "stands in quotation marks are never marked."
                )
            )
        )
        self.on = QCheckBox(tr("Mark words that are in no dictionary"))
        self.on.clicked.connect(lambda _on: self._choose())
        card.body.addWidget(self.on)
        return card

    def _language(self) -> Card:
        card = Card(margin=24)
        card.body.setSpacing(0)
        card.body.addWidget(Heading(tr("Languages of spelling"), 2))
        card.body.addWidget(Caption(tr("With both, a word of either language is right.")))
        card.body.addSpacing(8)
        self._group = QButtonGroup(self)
        words = {
            "screen": tr("As the screen"),
            "en": LANGUAGES["en"],
            "cy": LANGUAGES["cy"],
            "both": tr("{first} and {second}", first=LANGUAGES["en"], second=LANGUAGES["cy"]),
        }
        for code in spelling.CHOICES:
            made = QRadioButton(words[code])
            made.clicked.connect(lambda _on: self._choose())
            self._group.addButton(made)
            card.body.addWidget(made)
            self.languages[code] = made
        return card

    def _own(self) -> Card:
        card = Card(margin=24)
        card.body.addWidget(Heading(tr("Own words"), 2))
        card.body.addWidget(
            Caption(
                tr(
                    "They are kept in this vault and nowhere else. One that you add while a case is open goes with that case "
                    "when it is erased. Names of a case are known without being here."
                )
            )
        )
        self.word = QLineEdit()
        self.word.returnPressed.connect(self.add)
        self.word_field = Field(tr("A word to add"), self.word)
        card.body.addWidget(self.word_field)
        card.body.addLayout(button_row(button(tr("Add the word"), self.add)))
        self.table = Table(tr("Own words"), [tr("Word"), tr("Kept with")], stretch=0)
        self.nothing = EmptyState(
            tr("No words of your own yet"), tr("Add one here, or from the menu at a word with a wavy line.")
        )
        self.remove_button = button(tr("Remove the word"), self.remove, kind="quiet")
        card.body.addWidget(self.table)
        card.body.addWidget(self.nothing)
        card.body.addLayout(button_row(self.remove_button))
        return card

    # -- reading and choosing --------------------------------------------------------------------------------

    def read(self) -> None:
        """Show what is chosen and the words as they stand."""
        at = self.context.at
        chosen, words = spelling.chosen(at), spelling.own_words(at)
        self.on.setChecked(chosen.on)
        self.languages[chosen.languages].setChecked(True)
        for each in self.languages.values():
            each.setEnabled(chosen.on)
        cases = {each.word: each.case for each in words if each.case is not None}
        cases |= dict.fromkeys((each.word for each in words if each.case is None), "")
        rows = [
            Row(each, (Cell(each, bold=True), Cell(tr("A case") if cases[each] else tr("The settings"))))
            for each in dict.fromkeys(each.word for each in words)
        ]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.remove_button.setVisible(bool(rows))
        self.table.fit_height(_MOST_ROWS)

    def _choose(self) -> None:
        code = next(code for code, made in self.languages.items() if made.isChecked())
        self.context.operations.run(spelling.choose, Chosen(self.on.isChecked(), code), by=self)

    def add(self) -> None:
        """Keep the word that is written."""
        self.word_field.set_fault("")
        self.context.operations.run(
            spelling.add_word, self.word.text(), on_done=self._added, on_error=self._refused, by=self
        )

    def _added(self, _change: Change) -> None:
        self.word.clear()

    def _refused(self, error: HsbAssessError) -> None:
        self.word_field.set_fault(sentence(error))

    def remove(self) -> None:
        """Take the chosen word back."""
        word = self.table.current_key()
        if not word:
            self.context.notices.say(tr("Choose a word in the list first."))
            return
        self.context.operations.run(spelling.remove_word, word, by=self)

    def _changed(self, change: Change, _by: object) -> None:
        if change.act in {"spelling_chosen", "spelling_words"}:
            self.read()
