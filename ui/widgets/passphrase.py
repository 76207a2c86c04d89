"""Choosing a passphrase: five suggested words or one's own, judged for strength, typed twice."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from hsb_assess.desk import access
from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import Field, PassphraseEdit
from ui.widgets.text import Caption, Scaled

__all__ = ["STRONG", "PassphraseChooser", "strength"]

STRONG = 3
"""The least strength, of zxcvbn's 0 to 4."""
LEAST = 15
JUDGED_LETTERS = 72


def strength(words: str) -> int:
    """Return how hard ``words`` are to guess, 0 to 4 (zxcvbn)."""
    if not words:
        return 0
    from zxcvbn import zxcvbn

    score = zxcvbn(words[:JUDGED_LETTERS])["score"]
    return int(score) if isinstance(score, int) else 0


def _strength_words(words: str, score: int) -> str:
    if not words:
        return tr("At least {n} characters. No capitals or signs needed.", n=LEAST)
    if len(words) < LEAST:
        return tr("{n} more characters needed", n=LEAST - len(words))
    return {0: tr("Far too easy to guess"), 1: tr("Too easy to guess"), 2: tr("Still easy to guess")}.get(
        score, tr("Strong") if score == STRONG else tr("Very strong")
    )


class PassphraseChooser(QWidget):
    """Two fields and a suggestion. ``faults`` says what is missing; ``text`` is the passphrase."""

    submitted = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score = 0
        self.suggestion = Scaled(access.suggest_passphrase(), 1.35, bold=True)
        suggest = Card(tone="neutral")
        suggest.body.setSpacing(6)
        suggest.body.addWidget(Caption(tr("Suggested: five random words. Easy to remember, hard to guess.")))
        suggest.body.addWidget(self.suggestion)
        suggest.body.addLayout(
            button_row(
                button(tr("Use these words"), self._use), button(tr("Suggest others"), self._another, kind="quiet")
            )
        )
        self.first, self.second = PassphraseEdit(), PassphraseEdit()
        self.first_field = Field(label, self.first, hint=tr("The words above, or a sentence of your own."))
        self.second_field = Field(tr("Type it once more"), self.second)
        self.bar = QProgressBar()
        self.bar.setRange(0, 4)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(14)
        self.bar.setMaximumWidth(200)
        self.bar.setAccessibleName(tr("Strength"))
        self.words = Caption(_strength_words("", 0))
        judged = QHBoxLayout()
        judged.setContentsMargins(4, 0, 4, 0)
        judged.setSpacing(12)
        judged.addWidget(self.bar)
        judged.addWidget(self.words, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(suggest)
        body.addWidget(self.first_field)
        body.addLayout(judged)
        body.addWidget(self.second_field)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(200)
        self._rest.timeout.connect(self.judge)
        self.first.edit.textChanged.connect(self._typed)
        self.first.edit.textChanged.connect(self._same)
        self.first.submitted.connect(self.second.edit.setFocus)
        self.second.submitted.connect(self.submitted)

    def text(self) -> str:
        """Return the passphrase."""
        return self.first.text()

    def judge(self) -> None:
        """Judge what was typed; runs when the keys have rested."""
        self._rest.stop()
        self._score = strength(self.text())
        enough = len(self.text()) >= LEAST
        self.bar.setValue(self._score if enough else min(self._score, 1))
        self.words.setText(_strength_words(self.text(), self._score))

    def faults(self) -> list[tuple[str, Field]]:
        """Return what is wrong, each with the field to mend it in, and show it there."""
        self.judge()
        found: list[tuple[str, Field]] = []
        if len(self.text()) < LEAST:
            found.append((tr("The passphrase needs at least {n} characters.", n=LEAST), self.first_field))
        elif self._score < STRONG:
            found.append((tr("This passphrase is easy to guess. Use the suggested words."), self.first_field))
        if self.second.text() != self.text():
            found.append((tr("The two passphrases are not the same. Type it once more."), self.second_field))
        wrong = {field: words for words, field in reversed(found)}
        for field in (self.first_field, self.second_field):
            field.set_fault(wrong.get(field, ""))
        return found

    def clear(self) -> None:
        """Forget both."""
        self.first.clear()
        self.second.clear()
        self._another()

    def _use(self) -> None:
        self.first.set_text(self.suggestion.text())
        self.second.edit.setFocus()

    def _another(self) -> None:
        self.suggestion.setText(access.suggest_passphrase())

    def _typed(self) -> None:
        self._rest.start()

    def _same(self) -> None:
        """Take away at the second field what is mended at the first."""
        if self.second.text() == self.text():
            self.second_field.mend()
