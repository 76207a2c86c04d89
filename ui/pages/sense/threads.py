"""The golden thread: all harms and needs with what answers them, or the thread of one thing from evidence to outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.desk.goldenthread import Stage, thread
from ui.draw.answering import COLUMNS, WEIGHTS, strand_row, strands_of
from ui.draw.readingtable import ReadingTable
from ui.draw.strands import StrandsDrawing
from ui.draw.thread import ThreadDrawing
from ui.language import tr
from ui.pages.sense.words import bead_words, stage_names
from ui.widgets.fields import Field
from ui.widgets.still import StillCombo
from ui.widgets.tables import Cell, Row
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from hsb_assess.desk.goldenthread import Bead
    from ui.pages.sense.viewed import Viewed

__all__ = ["ThreadPart"]

_OFFERED: Final = (Stage.CAUSE, Stage.PART, Stage.ACTION, Stage.EVIDENCE)
"""From which stages a thread can be chosen, in the order in which the list offers them."""


class ThreadPart(QWidget):
    """A list to choose from, the drawing, and the table that says the same."""

    def __init__(self, viewed: Viewed) -> None:
        super().__init__()
        self.viewed, self.web = viewed, viewed.sense.board.web
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 12, 0, 0)
        body.setSpacing(12)
        body.addWidget(Heading(tr("The golden thread"), 2))
        self.choice = StillCombo()
        self.choice.setMaxVisibleItems(16)
        self.choice.addItem(tr("All harms and needs, and what answers them"), "")
        for stage in _OFFERED:
            for bead in self.web.of(stage):
                self.choice.addItem(self._offer(bead), bead.key)
        body.addWidget(
            Field(
                tr("Show the thread of"),
                self.choice,
                hint=tr(
                    "From what is known, over a need or harm and how we understand it, to what is done and gets better."
                ),
            )
        )
        self.strands = strands_of(viewed.sense.reading, viewed.teller)
        self.overview: StrandsDrawing | None = None
        self.drawing = ThreadDrawing()
        self.drawing.opened.connect(self._open_bead)
        self.same = Caption(tr("The same as a table:"))
        self.overview_table = ReadingTable(
            tr("All harms and needs, and what answers them"), [tr(column) for column in COLUMNS], WEIGHTS
        )
        self.overview_table.show_rows([strand_row(strand) for strand in self.strands])
        self.overview_table.opened.connect(viewed.go)
        self.table = ReadingTable(
            tr("The thread, stage by stage"), [tr("Stage"), tr("What stands there"), tr("Leads on to")], (4, 8, 7)
        )
        self.table.opened.connect(self._open_bead)
        self.none = Caption(tr("No harm is known or suspected, no need is rated high, and no action is planned."))
        if not viewed.tables:
            self.overview = StrandsDrawing(self.strands)
            body.addWidget(self.overview)
        for part in (self.drawing, self.none, self.same, self.overview_table, self.table):
            body.addWidget(part)
        self.choice.setCurrentIndex(max(0, self.choice.findData(viewed.chosen)))
        self.choice.currentIndexChanged.connect(lambda _at: self._show())
        self._show()

    def show_thread(self, key: str) -> None:
        """Choose the thread of a bead."""
        self.choice.setCurrentIndex(max(0, self.choice.findData(key)))

    def _offer(self, bead: Bead) -> str:
        words = bead_words(self.viewed.teller, bead)
        kinds = {
            "harm": tr("Harm"),
            "part": tr("Explanation"),
            "action": tr("Action"),
            "evidence": tr("Evidence"),
        }
        kind = kinds.get(bead.kind, "")
        return f"{kind}: {words.title}" if kind else words.title

    def _show(self) -> None:
        chosen = self.viewed.chosen = str(self.choice.currentData() or "")
        drawn = not self.viewed.tables
        if self.overview is not None:
            self.overview.setVisible(not chosen and bool(self.strands))
        self.none.setVisible(not chosen and not self.strands)
        self.overview_table.setVisible(not chosen and bool(self.strands))
        self.drawing.setVisible(drawn and bool(chosen))
        self.table.setVisible(bool(chosen))
        self.same.setVisible(drawn and (bool(chosen) or bool(self.strands)))
        if chosen:
            self._show_one(chosen)

    def _show_one(self, chosen: str) -> None:
        found = thread(self.viewed.sense.reading, self.web, chosen)
        self._paths = {bead.key: bead.path for bead in found.beads}
        words = {bead.key: bead_words(self.viewed.teller, bead) for bead in found.beads}
        names = stage_names()
        self.drawing.show_thread(names, list(words.values()), found.links, chosen)
        rows = []
        for bead in found.beads:
            said = words[bead.key]
            text = " · ".join(part for part in (said.title, said.note) if part)
            onward = "\n".join(words[each.key].title for each in found.after(bead.key))
            what = Cell(text, bold=bead.key == chosen)
            rows.append(Row(bead.key, (Cell(names[bead.stage]), what, Cell(onward))))
        self.table.show_rows(rows)
        self.table.select(chosen)

    def _open_bead(self, key: str) -> None:
        self.viewed.go(self._paths[key])
