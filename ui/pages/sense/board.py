"""The formulation board: open ends, the parts, competing explanations side by side, and the golden thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from ui.language import tr
from ui.pages.sense.cards import BoardCard
from ui.pages.sense.threads import ThreadPart
from ui.pages.sense.view import SideBySide, View, small_button
from ui.pages.sense.words import end_words, evidence_count, part_name
from ui.widgets.cards import Card
from ui.widgets.errors import link
from ui.widgets.marks import Mark
from ui.widgets.tables import Cell, Row
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.formulating import Explanation, OpenEnd
    from ui.pages.sense.viewed import Viewed

__all__ = ["BoardView"]

_OTHER = "other"
_SETTLED = (0, 60)
"""Milliseconds after which another thread has its height: at once, and on a busy laptop."""
_UNCITING = frozenset({"M18.function", "M18.needs_behind", "M18.harm_bearing"})
"""Parts for which the form asks for no evidence: that they cite none is no gap."""


class BoardView(View):
    """Cards, or the same as tables; the thread of what is chosen stands below either."""

    def __init__(self, viewed: Viewed) -> None:
        super().__init__(viewed)
        self.board = viewed.sense.board
        self.cards: dict[str, BoardCard] = {}
        self.threads: ThreadPart | None = None
        self._open_ends()
        if self.board.web.beads:
            self.jump_button = small_button(
                tr("Go to the golden thread"),
                lambda: self.show_thread(self.viewed.chosen),
                name=tr("Go to the golden thread"),
                tip=tr("Below the cards: from what is known to what gets better"),
            )
            self.add(self.jump_button, Qt.AlignmentFlag.AlignLeft)
        if viewed.tables:
            self._part_table()
            self._explanation_table()
        else:
            self._part_cards()
            self._explanation_cards()
        if self.board.web.beads:
            self.threads = ThreadPart(viewed)
            self.add(self.threads)
        for card in self.cards.values():
            card.wanted.connect(self.show_thread)

    def show_thread(self, key: str) -> None:
        """Show the thread of a bead, and take the keyboard there."""
        if self.threads is not None:
            self.threads.show_thread(key)
            self.threads.choice.setFocus(Qt.FocusReason.OtherFocusReason)
            for after in _SETTLED:
                QTimer.singleShot(after, self, self._thread_to_top)

    def _thread_to_top(self) -> None:
        """Scroll so that the drawing is seen and not only the list that chose it."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        ground = area.widget() if area is not None else None
        if area is not None and ground is not None and self.threads is not None:
            area.verticalScrollBar().setValue(self.threads.mapTo(ground, QPoint(0, 0)).y())

    # -- open ends -------------------------------------------------------------------------------------------

    def _open_ends(self) -> None:
        ends, board = self.board.open_ends, self.board
        about = []
        if board.one_sided:
            about.append(
                tr("All that the explanation cites was seen of the behaviour. What else is known of this child?")
            )
        if board.too_few:
            about.append(tr("Fewer than two explanations are considered. Another one keeps the first idea honest."))
        if not ends and not about:
            self._ends_card(tr("No open ends"), "good")
            self.ends.body.addWidget(
                Paragraph(
                    tr("What calls for an answer has one, each action has its reason, and each part cites evidence.")
                )
            )
            return
        self._ends_card(tr("Open ends: {n}", n=len(ends) + len(about)), "warning")
        for words in about:
            self.ends.body.addWidget(Paragraph(words))
        for end in ends:
            self.ends.body.addLayout(self._end(end))

    def _ends_card(self, title: str, tone: str) -> None:
        self.ends = Card(tone=tone, margin=16)
        self.ends.body.setSpacing(4)
        self.ends.setAccessibleName(title)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Mark(tone, 24))
        row.addWidget(Heading(title, 2), 1)
        self.ends.body.addWidget(head)
        self.add(self.ends)

    def _end(self, end: OpenEnd) -> QHBoxLayout:
        words = end_words(self.viewed.teller, end)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(link(words, partial(self.viewed.go, end.path), tone=self.ends.tone), 1)
        if end.bead:
            row.addWidget(
                small_button(
                    tr("See its thread"),
                    partial(self.show_thread, end.bead),
                    name=tr("Show the thread. {what}", what=words),
                )
            )
        return row

    # -- parts -----------------------------------------------------------------------------------------------

    def _part_cards(self) -> None:
        if not self.board.parts:
            return
        self.heading(tr("How we understand it"))
        cards = []
        for part in self.board.parts:
            question = self.viewed.teller.question(part.path)
            card = BoardCard(
                self.viewed,
                part.path,
                part_name(part.path),
                question=question,
                evidence=part.evidence,
                uncited=part.uncited,
            )
            self.cards[part.path] = card
            cards.append(card)
        self.add(SideBySide(cards, least=22))

    def _part_table(self) -> None:
        if not self.board.parts:
            return
        self.heading(tr("How we understand it"))
        teller = self.viewed.teller
        rows = []
        for part in self.board.parts:
            words = teller.words(part.path) if self.viewed.sense.reading.answer(part.path).is_asked() else ""
            cited = "\n".join(teller.evidence(part.path)) or tr("No evidence is cited")
            rows.append(
                Row(
                    part.path,
                    (
                        Cell(part_name(part.path), bold=True),
                        Cell(words or tr("Nothing is written yet")),
                        Cell("" if part.path in _UNCITING else cited),
                    ),
                )
            )
        self.table(tr("Parts of the formulation"), [tr("Part"), tr("What it says"), tr("Rests on")], (4, 9, 8), rows)

    # -- explanations ----------------------------------------------------------------------------------------

    def _ordered(self) -> list[Explanation]:
        """Return the explanations as the form lists them: by their words, so that the order suggests nothing."""
        value = self.viewed.teller.value
        return sorted(self.board.explanations, key=lambda each: (each.code == _OTHER, value(each.what)))

    def _explanation_cards(self) -> None:
        if not (self.board.explanations or self.board.other_view):
            return
        teller, asked = self.viewed.teller, self.viewed.sense.reading.answer
        self.heading(tr("Competing explanations"))
        self.quiet(tr("Side by side, by name and not by weight: several can be true together."))
        considered, others = [], []
        for each in self._ordered():
            expect = teller.words(each.expect) if asked(each.expect).is_asked() else ""
            card = BoardCard(
                self.viewed,
                each.why,
                teller.value(each.what) or tr("An explanation that is not named yet"),
                evidence=each.evidence,
                uncited=any(end.path == each.why for end in self.board.open_ends),
                more=[(tr("We would then expect"), expect)] if expect else (),
            )
            self.cards[each.why] = card
            considered.append(card)
        for path in self.board.other_view:
            card = BoardCard(self.viewed, path, part_name(path), question=teller.question(path))
            self.cards[path] = card
            others.append(card)
        for cards in (considered, others):
            if cards:
                self.add(SideBySide(cards, least=16, most=3 if cards is considered else 2))

    def _explanation_table(self) -> None:
        if not (self.board.explanations or self.board.other_view):
            return
        teller, asked = self.viewed.teller, self.viewed.sense.reading.answer
        self.heading(tr("Competing explanations"))
        rows = []
        for each in self._ordered():
            expect = teller.words(each.expect) if asked(each.expect).is_asked() else ""
            cited = "\n".join(teller.evidence(each.why)) or evidence_count(0)
            words = (
                teller.value(each.what),
                teller.words(each.why) if asked(each.why).is_asked() else "",
                expect,
                cited,
            )
            rows.append(Row(each.why, tuple(Cell(text, bold=not at) for at, text in enumerate(words))))
        self.table(
            tr("Competing explanations"),
            [tr("Explanation"), tr("For and against"), tr("We would then expect"), tr("Rests on")],
            (5, 7, 6, 6),
            rows,
        )
        others = [
            Row(
                path,
                (
                    Cell(part_name(path), bold=True),
                    Cell(teller.words(path) if asked(path).is_asked() else tr("Nothing is written yet")),
                ),
            )
            for path in self.board.other_view
        ]
        self.table(tr("Another view, and how sure we are"), [tr("Question"), tr("What is written")], (4, 10), others)
