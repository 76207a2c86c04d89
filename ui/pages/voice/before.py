"""What an adult reads before a page is turned to this child: what not to ask, how to stop, and what to do if they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.labelled import Field
from ui.widgets.still import StillCombo
from ui.widgets.text import Caption, Heading, Paragraph, Scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hsb_assess.desk.sitting import Caution

__all__ = ["SIZES", "BeforeCard"]

SIZES = (150, 175, 200, 250)


class BeforeCard(Card):
    """``opened`` carries the size in per cent, who types first, and whether a mark is asked at the end."""

    opened = Signal(int, str, bool)
    closed = Signal()

    def __init__(self, *, begun: bool) -> None:
        super().__init__(tone="information", margin=20)
        self.body.setSpacing(10)
        title = tr("Before you turn the screen to this child")
        self.first = Card(margin=12)
        self.first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # it is read from its first line on
        self.first.setAccessibleName(title)
        self.first.setAccessibleDescription(" ".join(f"{name}. {words}" for name, words in _notes()))
        self.first.body.addWidget(Heading(title, 2))
        self.body.addWidget(self.first)
        self.caution = QWidget()
        self._caution = QVBoxLayout(self.caution)
        self._caution.setContentsMargins(0, 0, 0, 0)
        self.caution.hide()
        self.body.addWidget(self.caution)
        for title, words in _notes():
            self.body.addWidget(Scaled(title, 1.0, bold=True))
            self.body.addWidget(Paragraph(words))
        self.large = StillCombo()
        for percent in SIZES:
            self.large.addItem(tr("{n} per cent", n=percent), percent)
        self.large.setCurrentIndex(SIZES.index(200))
        self.body.addWidget(
            Field(tr("How large are the words?"), self.large, hint=tr("Ctrl++ and Ctrl+- change it there, too."))
        )
        label = Scaled(tr("Who types?"), 1.0, bold=True)
        self.body.addWidget(label)
        who = QWidget()
        column = QVBoxLayout(who)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.child_types = QRadioButton(tr("This child"))
        self.adult_types = QRadioButton(tr("I do, word for word"))
        self.child_types.setChecked(True)
        for made in (self.child_types, self.adult_types):
            made.setAccessibleDescription(label.text())
            column.addWidget(made)
        self.body.addWidget(who)
        self.body.addWidget(Caption(tr("This child can change it there. Each answer says who typed it.")))
        self.mark = QCheckBox(tr("Ask for a mark at the end"))
        told = tr("Where this child’s plan was gone through with them. They may leave it out.")
        self.mark.setAccessibleDescription(told)
        self.body.addWidget(self.mark)
        self.body.addWidget(Caption(told))
        words = tr("Go on where you stopped") if begun else tr("Open the page for this child")
        self.open_button = button(words, self._open, kind="primary")
        self.body.addLayout(
            button_row(self.open_button, button(tr("Not now"), self.closed.emit, kind="quiet", tip=tr("Escape")))
        )

    def show_caution(self, caution: Caution) -> None:
        """Say first of all what waits and what is not safe."""
        if not caution.interview and not caution.not_safe:
            return
        card = Card(tone="warning", margin=16)
        card.body.setSpacing(6)
        if caution.interview:
            card.body.addWidget(Scaled(tr("A police interview of this child has not been completed."), 1.0, bold=True))
            card.body.addWidget(
                Paragraph(
                    tr(
                        "Until then nobody asks this child about what happened. Agree with the interview team first whether "
                        "to sit down with this page. This child may always talk; what is said unasked is written down exactly."
                    )
                )
            )
        if caution.not_safe:
            card.body.addWidget(Scaled(tr("Not safe to ask yet:"), 1.0, bold=True))
            for each in caution.not_safe[:6]:
                card.body.addWidget(Paragraph(each))
        first = " ".join(each.text() for each in card.findChildren(QLabel))
        self.first.setAccessibleDescription(f"{first} {self.first.accessibleDescription()}")
        self._caution.addWidget(card)
        self.caution.show()

    def _open(self) -> None:
        typed = "child" if self.child_types.isChecked() else "adult"
        self.opened.emit(int(self.large.currentData()), typed, self.mark.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the card away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _notes() -> tuple[tuple[str, str], ...]:
    return (
        (
            tr("What it asks"),
            tr(
                "One thing at a time, in words for about eight years: how they want to be called, good and hard days, worries, "
                "hopes, who helps, what others should know and not know. It never asks what happened. Do not ask it either: "
                "no question about the concern, no guess, no “did anybody”."
            ),
        ),
        (
            tr("What it shows"),
            tr(
                "Nothing of the record: no names, no reference, no menus. Each answer is kept with every key, and goes to its "
                "question with who typed it. Skipping leaves no trace, and nobody counts."
            ),
        ),
        (
            tr("If this child begins to tell"),
            tr(
                "Listen. Do not ask, do not promise to keep it secret. Ctrl+E opens a plain box for the exact words; what is "
                "in it is recorded as said unasked. Then follow your procedure the same day."
            ),
        ),
        (
            tr("How to stop"),
            tr(
                "Escape covers the page at once and shows nothing else. When the screen is turned back to you, Ctrl+Enter "
                "leads back here; without a keyboard, hold the small ring in the corner for a second. Ctrl+L locks at any time."
            ),
        ),
    )
