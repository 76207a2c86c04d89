"""The cards of the board: what a part says, what it rests on, and ways to its question and its thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.form.flow import buttons_in_a_row
from ui.form.labels import put_away
from ui.form.naming import short
from ui.form.teller import state_tone
from ui.form.words import absence_word
from ui.language import tr
from ui.pages.sense.view import small_button
from ui.pages.sense.words import evidence_count
from ui.widgets.cards import Card
from ui.widgets.errors import link
from ui.widgets.pills import Pill
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.sense.viewed import Viewed

__all__ = ["BoardCard"]

_LONG: Final = 480
"""Letters that a card shows; the question has all of them."""


class BoardCard(Card):
    """A card about the question at ``path``. ``wanted`` carries the bead whose thread somebody wants to see."""

    wanted = Signal(str)

    def __init__(
        self,
        viewed: Viewed,
        path: str,
        title: str,
        *,
        question: str = "",
        evidence: Sequence[str] = (),
        uncited: bool = False,
        more: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(margin=14)
        self.viewed, self.path, self.title = viewed, path, title
        self.setObjectName(f"card:{path}")
        self.body.setSpacing(4)
        if question:
            self.body.addWidget(Caption(question))
        self.body.addWidget(Heading(title, 3))
        self._says()
        for label, words in more:
            self.body.addWidget(Caption(f"{label}: {short(words, _LONG)}"))
        if uncited:
            self._pill(tr("No evidence is cited"), "warning")
        self.body.addStretch(1)
        self._acts(evidence)

    def _says(self) -> None:
        answer = self.viewed.sense.reading.answer(self.path)
        if answer.absence is not None:
            tone = "neutral" if not answer.is_asked() else state_tone(answer)
            self._pill(absence_word(answer.absence) if answer.is_asked() else tr("Nothing is written yet"), tone)
        words = self.viewed.teller.words(self.path)
        if answer.absence is not None:
            words = words.partition(". ")[2]  # the pill has said why there is no answer; its particulars follow
        if answer.is_asked() and words:
            text = Paragraph(short(words, _LONG))
            text.setAccessibleName(f"{self.title}: {words}")
            self.body.addWidget(text)

    def _pill(self, words: str, tone: str) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(4, 2, 0, 2)
        row.addWidget(Pill(words, tone))
        row.addStretch(1)
        self.body.addLayout(row)

    def _acts(self, evidence: Sequence[str]) -> None:
        go = self.viewed.go
        self.open_button = small_button(
            tr("Open"), lambda: go(self.path), name=tr("Open the question of: {title}", title=self.title)
        )
        buttons: list[QWidget] = [self.open_button]
        if evidence:
            self.evidence_button = small_button(
                evidence_count(len(evidence)),
                self._unfold,
                name=tr("{title}: {count}", title=self.title, count=evidence_count(len(evidence))),
                tip=tr("Show or hide what it rests on"),
            )
            self.evidence_button.setCheckable(True)
            buttons.append(self.evidence_button)
        if self.path in self.viewed.sense.board.web.beads:
            self.thread_button = small_button(
                tr("See its thread"),
                lambda: self.wanted.emit(self.path),
                name=tr("Show the thread of: {title}", title=self.title),
            )
            buttons.append(self.thread_button)
        self.body.addWidget(buttons_in_a_row(*buttons))
        self.items = QWidget()
        inside = QVBoxLayout(self.items)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        group = self.viewed.sense.reading.definition.group_for_kind("evidence")
        for item in evidence:
            thing = self.viewed.sense.reading.thing(item)
            if thing is not None and group is not None:
                opens = f"{group.address}[{item}]"
                inside.addWidget(link(self.viewed.teller.evidence_line(thing), lambda opens=opens: go(opens)))  # type: ignore[misc]  # a default of a lambda has no type
        self.body.addWidget(self.items)
        unfolded = self.path in self.viewed.unfolded and bool(evidence)
        put_away(self.items, shown=unfolded)
        if unfolded:
            self.evidence_button.setChecked(True)

    def _unfold(self) -> None:
        shown = self.items.isHidden()
        self.items.setVisible(shown)
        self.evidence_button.setChecked(shown)
        if shown:
            self.viewed.unfolded.add(self.path)
        else:
            self.viewed.unfolded.discard(self.path)
