"""The panel in which a mark is made: who, what they say, and the pad; or what was said, and who heard it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.marks import MarkAnswer, NotShown
from hsb_assess.domain.strokes import Ink
from ui.draw.pad import Pad
from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import GrowingText, exact
from ui.widgets.labelled import Field
from ui.widgets.still import StillCombo
from ui.widgets.text import Caption, Heading, Scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from hsb_assess.desk.marking import Asked
    from ui.form.scraps import Scraps

__all__ = ["MarkPanel", "answer_words", "why_words"]

_MOST_WORDS = 2000


def answer_words(answer: MarkAnswer) -> str:
    """Return what somebody said of what was gone through with them."""
    words = {
        MarkAnswer.AGREES: tr("Agrees"),
        MarkAnswer.DIFFERS: tr("Does not agree"),
        MarkAnswer.NOT_SAID: tr("Gone through; would rather not say"),
        MarkAnswer.NOT_SHOWN: tr("Not shown"),
    }
    return words[answer]


def why_words(why: NotShown | None) -> str:
    """Return why it was not shown."""
    words = {
        NotShown.NOT_SAFE: tr("It is not safe for somebody"),
        NotShown.NOT_REACHED: tr("They could not be reached"),
        NotShown.NOT_WANTED: tr("They did not want to see it"),
        NotShown.NOT_READY: tr("It is not ready in a way or language that they understand"),
        NotShown.OTHER: tr("Another reason"),
    }
    return words[why] if why is not None else ""


class MarkPanel(Card):
    """``done`` tells that it is to be recorded, ``closed`` that it is put away; what is entered is kept meanwhile."""

    done = Signal()
    closed = Signal()
    SCRAP: ClassVar = "mark"

    def __init__(self, scraps: Scraps) -> None:
        super().__init__(margin=16)
        self._scraps = scraps
        self._filling = True
        self.body.setSpacing(10)
        self.body.addWidget(Heading(tr("A mark"), 3))
        self.who = StillCombo()
        self.who_field = Field(tr("Whose mark is it?"), self.who)
        self.body.addWidget(self.who_field)
        self._answers = QButtonGroup(self)
        self.answers = self._radios()
        self.why = StillCombo()
        for code, words in _whys():
            self.why.addItem(words, code)
        self.why_field = Field(tr("Why was it not shown?"), self.why)
        self.body.addWidget(self.why_field)
        self.note = QLineEdit()
        self.note.setMaxLength(300)
        self.note_field = Field(tr("What else explains it?"), self.note, optional=True)
        self.body.addWidget(self.note_field)
        self.words = GrowingText(lines=2)
        self.words.is_exact = exact
        self.words_field = Field(
            tr("What do they say is wrong, in their words?"),
            self.words,
            hint=tr("Exactly as said. It is answered, and it changes nothing about what they may ask for."),
            optional=True,
        )
        self.body.addWidget(self.words_field)
        self._shown = QWidget()
        shown = QVBoxLayout(self._shown)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(4)
        label = Scaled(tr("Their mark, with pen, finger or mouse"), 1.0, bold=True)
        self.pad = Pad(label.text())
        self.clear_button = button(tr("Clear the pad"), self.pad.clear, kind="quiet")
        self.heard = QLineEdit()
        self.heard.setMaxLength(120)
        shown.addWidget(label)
        shown.addWidget(self.pad)
        shown.addLayout(button_row(self.clear_button))
        shown.addWidget(
            Field(
                tr("Or they said it: who else heard it?"),
                self.heard,
                hint=tr(
                    "By role, such as family support worker. Without a mark, somebody besides you has to be named."
                ),
            )
        )
        self.body.addWidget(self._shown)
        self.fault = Caption()
        self.fault.hide()
        self.body.addWidget(self.fault)
        self.record_button = button(tr("Record this mark"), self.done.emit, kind="primary")
        self.cancel_button = button(tr("Throw it away"), self._throw, kind="quiet", tip=tr("Escape"))
        self.body.addLayout(button_row(self.record_button, self.cancel_button))
        self._fill()
        self.why.currentIndexChanged.connect(self._wrote)
        self.who.currentIndexChanged.connect(self._wrote)
        for line in (self.note, self.heard):
            line.textEdited.connect(self._wrote)
        self.words.textChanged.connect(self._wrote)
        self.pad.changed.connect(self._wrote)
        self._filling = False
        self._fit()

    def _radios(self) -> dict[MarkAnswer, QRadioButton]:
        label = Scaled(tr("What do they say of it?"), 1.0, bold=True)
        self.body.addWidget(label)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        found = {}
        for answer, words in (
            (MarkAnswer.AGREES, tr("They agree")),
            (MarkAnswer.DIFFERS, tr("They do not agree")),
            (MarkAnswer.NOT_SAID, tr("They would rather not say")),
            (MarkAnswer.NOT_SHOWN, tr("It was not shown")),
        ):
            made = found[answer] = QRadioButton(words)
            made.setAccessibleDescription(label.text())
            made.clicked.connect(self._wrote)
            self._answers.addButton(made)
            column.addWidget(made)
        self.body.addWidget(holder)
        return found

    # -- what is entered -----------------------------------------------------------------------------------------

    def show_people(self, asked: Sequence[Asked]) -> None:
        """Offer the people whose mark is asked."""
        wanted = self.who.currentData() or self._kept().get("who")
        self._filling = True
        self.who.clear()
        for each in asked:
            self.who.addItem(each.label, each.person)
        self.who.setCurrentIndex(max(0, self.who.findData(wanted)))
        self._filling = False

    def person(self) -> str:
        """Return whose mark it is."""
        return str(self.who.currentData() or "")

    def answer(self) -> MarkAnswer:
        """Return what they say; *would rather not say* where nothing is chosen and the act refuses below."""
        return next((answer for answer, made in self.answers.items() if made.isChecked()), MarkAnswer.NOT_SAID)

    def particulars(self) -> dict[str, Any]:
        """Return what else :func:`.marking.make` is given."""
        return {
            "why": NotShown(self.why.currentData()) if self.why.currentData() else None,
            "note": self.note.text(),
            "words": self.words.toPlainText()[:_MOST_WORDS],
            "heard_by": self.heard.text(),
            "ink": self.pad.ink(),
        }

    def refuse(self, error: HsbAssessError) -> None:
        """Say what is missing, at the place where it is mended."""
        words = f"{error.what} {error.mend}"
        self.fault.setText(words)
        self.fault.show()
        place = {"mark_why": self.why, "mark_how": self.heard}.get(error.code, self.who)
        place.setAccessibleDescription(words)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self) -> dict[str, Any]:
        kept = self._scraps.kept(self.SCRAP)
        return kept if isinstance(kept, dict) else {}

    def _fill(self) -> None:
        """Show what was entered before."""
        kept = self._kept()
        answer = kept.get("answer")
        if answer in set(MarkAnswer):
            self.answers[MarkAnswer(answer)].setChecked(True)
        self.why.setCurrentIndex(max(0, self.why.findData(kept.get("why"))))
        self.note.setText(str(kept.get("note", "")))
        self.words.setPlainText(str(kept.get("words", "")))
        self.heard.setText(str(kept.get("heard_by", "")))
        if kept.get("ink"):
            try:
                self.pad.show_ink(Ink.from_json(kept["ink"]))
            except HsbAssessError:
                self.pad.show_ink(None)

    def _wrote(self) -> None:
        if self._filling:
            return
        self.fault.hide()
        self._fit()
        ink = self.pad.ink()
        chosen = next((answer for answer, made in self.answers.items() if made.isChecked()), None)
        self._scraps.write(
            self.SCRAP,
            {
                "who": self.person(),
                "answer": chosen.value if chosen is not None else "",
                "why": self.why.currentData() or "",
                "note": self.note.text(),
                "words": self.words.toPlainText(),
                "heard_by": self.heard.text(),
                "ink": ink.as_json() if ink is not None else [],
            },
        )

    def _fit(self) -> None:
        """Ask only what goes with the answer."""
        shown = not self.answers[MarkAnswer.NOT_SHOWN].isChecked()
        chosen = any(made.isChecked() for made in self.answers.values())
        self.why_field.setVisible(not shown)
        self.note_field.setVisible(not shown)
        self.words_field.setVisible(shown)
        self._shown.setVisible(shown)
        self.record_button.setEnabled(chosen)

    def _throw(self) -> None:
        self._scraps.drop(self.SCRAP)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the panel away; what was entered is kept and offered again."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _whys() -> list[tuple[str, str]]:
    return [("", tr("Choose the reason")), *((each.value, why_words(each)) for each in NotShown)]
