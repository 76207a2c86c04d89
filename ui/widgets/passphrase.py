"""Choosing a passphrase: five suggested words or one's own, judged for strength, typed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from hsb_assess.trust.strength import ENOUGH, LEAST_LETTERS, Strength, strength
from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import Field, PassphraseEdit
from ui.widgets.text import Caption, Scaled

__all__ = ["PassphraseChooser"]

SUGGEST_KEYS = "Alt+S"


def _strength_words(words: str, judged: Strength) -> str:
    if not words:
        return tr("At least {n} characters. No capitals or signs needed.", n=LEAST_LETTERS)
    if judged.fault == "short":
        return tr("{n} more characters needed", n=LEAST_LETTERS - len(words))
    if judged.fault == "common":
        return tr("Many people use this one")
    return {0: tr("Far too easy to guess"), 1: tr("Too easy to guess"), 2: tr("Still easy to guess")}.get(
        judged.score, tr("Strong") if judged.score == ENOUGH else tr("Very strong")
    )


class PassphraseChooser(QWidget):
    """Two fields, and five words when they are asked for. ``faults`` says what is missing; ``text`` is the passphrase.

    ``about`` is what anybody knows of the owner, such as name and agency: it counts for nothing.
    """

    submitted = Signal()

    def __init__(self, label: str, parent: QWidget | None = None, *, about: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self.about = about
        self._judged = Strength(0, "short")
        self.first, self.second = PassphraseEdit(), PassphraseEdit()
        self.first_field = Field(
            label, self.first, hint=tr("Five random words are best. A long sentence of your own will do.")
        )
        self.second_field = Field(tr("Type it once more"), self.second)
        self.suggest_button = button(tr("Suggest one"), self.suggest)
        self.suggest_button.setShortcut(QKeySequence(SUGGEST_KEYS))
        self.suggest_button.setToolTip(tr("Suggest five random words ({keys})", keys=SUGGEST_KEYS))
        self.suggestion = Scaled("", 1.35, bold=True)
        self.suggested = Card(tone="neutral")
        self.suggested.body.setSpacing(6)
        self.suggested.body.addWidget(self.suggestion)
        self.suggested.body.addWidget(
            Caption(tr("Say the words to yourself a few times, then type them once more below. Nobody else sees them."))
        )
        self.suggested.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.suggested.hide()
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(200)
        self._rest.timeout.connect(self.judge)
        self.first.edit.textChanged.connect(self._typed)
        self.first.edit.textChanged.connect(self._same)
        self.first.submitted.connect(self.second.edit.setFocus)
        self.second.submitted.connect(self.submitted)

    def _lay_out(self) -> None:
        self.bar = QProgressBar()
        self.bar.setRange(0, 4)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(14)
        self.bar.setMaximumWidth(200)
        self.bar.setAccessibleName(tr("Strength"))
        self.words = Caption(_strength_words("", self._judged))
        judged = QHBoxLayout()
        judged.setContentsMargins(4, 0, 4, 0)
        judged.setSpacing(12)
        judged.addWidget(self.bar)
        judged.addWidget(self.words, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.first_field)
        body.addLayout(judged)
        body.addLayout(button_row(self.suggest_button))
        body.addWidget(self.suggested)
        body.addWidget(self.second_field)

    def text(self) -> str:
        """Return the passphrase."""
        return self.first.text()

    def suggest(self) -> None:
        """Show five random words and fill them in; they have to be typed once more."""
        from hsb_assess.trust.words import passphrase

        words = passphrase()
        self.suggestion.setText(words)
        self.suggested.setAccessibleName(tr("Suggested passphrase: {words}", words=words))
        self.first.set_text(words)
        self.second.clear()
        self.suggested.show()
        self.suggest_button.setText(tr("Suggest another"))
        self.judge()
        self.second.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.suggested, self.suggested.accessibleName()))

    def judge(self) -> None:
        """Judge what was typed; runs when the keys have rested."""
        self._rest.stop()
        self._judged = strength(self.text(), self.about)
        self.bar.setValue(self._judged.score)
        self.words.setText(_strength_words(self.text(), self._judged))

    def faults(self) -> list[tuple[str, Field]]:
        """Return what is wrong, each with the field to mend it in, and show it there."""
        self.judge()
        found: list[tuple[str, Field]] = []
        said = {
            "short": tr("The passphrase needs at least {n} characters.", n=LEAST_LETTERS),
            "common": tr("Many people use this passphrase. Use five words that are suggested."),
            "weak": tr("This passphrase is easy to guess. Use five words that are suggested."),
        }
        if self._judged.fault:
            found.append((said[self._judged.fault], self.first_field))
        if self.second.text() != self.text():
            found.append((tr("The two passphrases are not the same. Type it once more."), self.second_field))
        wrong = {field: words for words, field in reversed(found)}
        for field in (self.first_field, self.second_field):
            field.set_fault(wrong.get(field, ""))
        return found

    def clear(self) -> None:
        """Forget both, and what was suggested."""
        self.first.clear()
        self.second.clear()

    def _typed(self) -> None:
        if not self.suggested.isHidden() and self.text() != self.suggestion.text():
            self.suggested.hide()
            self.suggested.setAccessibleName("")
            self.suggestion.setText("")
            self.suggest_button.setText(tr("Suggest one"))
        self._rest.start()

    def _same(self) -> None:
        """Take away at the second field what is mended at the first."""
        if self.second.text() == self.text():
            self.second_field.mend()
