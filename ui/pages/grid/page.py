"""The page of the protection grid: what is open first, then the grid; each cell opens its row in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from hsb_assess.desk import gathering
from hsb_assess.rules.grid import PAIRS, Pair, Standing, grid_of
from ui.draw.gridtable import GridCell, GridTable
from ui.form.casebook import CaseView
from ui.form.flow import buttons_in_a_row
from ui.form.protection import OPEN_STANDINGS, TONES, contact_words, protects
from ui.form.words import absence_word
from ui.language import tr
from ui.navigation import Target
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.errors import link
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from hsb_assess.desk.workplace import Change
    from ui.form.casebook import CaseBook

__all__ = ["GridPage"]

_BETWEEN: Final = "|"
_SILENT: Final = frozenset({Standing.SAME, Standing.YOUNGER})
_ADULTS: Final = "M11.adults"
_CHILDREN: Final = "M11.children"


class GridPage(CaseView):
    """Rows are the adults and the older children, columns the children. Nobody is called anything by standing here."""

    sections = ("M11",)

    def title(self) -> str:
        """Return what the page is called."""
        return tr("Protection grid")

    def fill(self, parts: QVBoxLayout, book: CaseBook) -> None:
        """Show the grid, or say what will stand here."""
        self.grid = grid_of(book.reading)
        self.table: GridTable | None = None
        parts.addWidget(Heading(tr("Protection grid")))
        self.adults_button = button(tr("Go to the adults"), lambda: self.go(_ADULTS))
        self.children_button = button(tr("Go to the other children"), lambda: self.go(_CHILDREN))
        if not self.grid.older or not self.grid.children:
            words = tr(
                "Every adult with care or contact, and every older child, stands here beside every child: what contact there"
                " is, what protects, who makes sure of it and until when. It says what protects; it says nothing about guilt."
                " List the adults and the other children first."
            )
            parts.addWidget(EmptyState(tr("Nobody is listed yet"), words, self.adults_button, self.children_button))
            return
        parts.addWidget(
            Paragraph(
                tr(
                    "Each adult or older child, and each child. It says what protects each child; it says nothing about guilt."
                    " A pair that nobody asked about is not the same as no contact."
                )
            )
        )
        self._tell_open(parts)
        cells = [
            [self._cell(book, self.grid.pairs[one, each]) for each in self.grid.children] for one in self.grid.older
        ]
        self.table = GridTable(
            tr("Protection grid"),
            [self._name(book, each) for each in self.grid.older],
            [self._name(book, each) for each in self.grid.children],
            cells,
        )
        if self.wanted:
            self.table.select(self.wanted)
        self.table.opened.connect(self.open_pair)
        self.table.current_changed.connect(lambda _key: self._reveal())
        parts.addWidget(self.table)
        parts.addWidget(
            Caption(
                tr(
                    "Arrow keys go from cell to cell, Enter opens its row; where nobody has asked yet, Enter begins one."
                )
            )
        )
        for path in self.grid.nameless:
            words = tr(
                "An adult is listed without a person, so that no pair can be entered. Enter a person not yet identified."
            )
            parts.addWidget(link(words, lambda path=path: self.go(path)), 0, Qt.AlignmentFlag.AlignLeft)  # type: ignore[misc]  # a default of a lambda has no type
        parts.addWidget(buttons_in_a_row(self.adults_button, self.children_button))

    def _tell_open(self, parts: QVBoxLayout) -> None:
        """Say how many pairs are open and lead to the first of each kind."""
        told = (
            (OPEN_STANDINGS, tr("Contact, and protection not complete: {n}")),
            ((Standing.NOT_ASKED,), tr("Not asked: {n}")),
            ((Standing.OPEN,), tr("Asked, and not known: {n}")),
        )
        said = False
        for standings, words in told:
            number, first = self.grid.count(*standings), self.grid.first(*standings)
            if number and first is not None:
                go = link(words.format(n=number), lambda pair=first: self.show_pair(pair))  # type: ignore[misc]  # a default of a lambda has no type
                go.setAccessibleDescription(tr("Goes to the first of them in the grid."))
                parts.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
                said = True
        if not said:
            parts.addWidget(Paragraph(tr("Every pair has been asked about, and what contact there is has protection.")))

    def show_pair(self, pair: Pair) -> None:
        """Give the keyboard to a cell."""
        if self.table is not None:
            self.table.select(_key(pair))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal()

    def _reveal(self) -> None:
        inside = self.column.widget()
        if self.table is None or inside is None or not self.table.hasFocus():
            return
        rect = self.table.current_rect()
        middle = self.table.mapTo(inside, rect.center())
        self.column.ensureVisible(middle.x(), middle.y(), 0, rect.height() // 2 + 16)

    @staticmethod
    def _name(book: CaseBook, person: str) -> str:
        return book.name(person) or tr("No name")

    def _cell(self, book: CaseBook, pair: Pair) -> GridCell:
        """Return what a cell says, with both names for whoever hears it."""
        older, child = self._name(book, pair.older), self._name(book, pair.child)
        row = pair.row
        lines = protects(lambda name: book.value(row.at(name)), pair.standing) if row is not None else ()
        state = self._state(book, pair)
        if pair.standing is Standing.NOT_ASKED and book.may_write:
            lines = (tr("Enter asks about it."),)
        both = tr("{older} with {child}", older=older, child=child)
        said = f"{both}: {state}. {' '.join(lines)}".strip()
        quiet = pair.standing in _SILENT
        return GridCell(_key(pair), state, lines, TONES.get(pair.standing, "neutral"), said, quiet=quiet)

    @staticmethod
    def _state(book: CaseBook, pair: Pair) -> str:
        words = {
            Standing.SAME: "–",
            Standing.YOUNGER: tr("Younger: see the other row"),
            Standing.NOT_ASKED: tr("Not asked"),
        }
        if pair.standing in words or pair.row is None:
            return words.get(pair.standing, "")
        absence = pair.row.answer("contact").absence
        if absence is not None:
            return absence_word(absence)
        contact = book.value(pair.row.at("contact"))
        return tr("Contact: {words}", words=contact_words(contact, pair.standing))

    # -- acting --------------------------------------------------------------------------------------------------

    def open_pair(self, key: str) -> None:
        """Open the row of a pair; begin one where nobody has asked about it yet."""
        one, _, child = key.partition(_BETWEEN)
        pair = self.grid.pairs[one, child]
        self.wanted = key
        if pair.row is not None:
            self.go(f"{PAIRS}[{pair.row.id}]")
        elif pair.standing is Standing.SAME:
            return
        elif pair.standing is Standing.YOUNGER and (child, one) in self.grid.pairs:
            self.show_pair(self.grid.pairs[child, one])
        elif self.book is not None and self.book.may_write:
            fields = {"older": one, "child": child}
            self.context.operations.run(gathering.add_thing, self.case, "pair", fields, by=self, on_done=self._begun)
        else:
            self.context.notices.say(tr("Nobody has asked about these two, so there is no row to open yet."))

    def _begun(self, change: Change) -> None:
        if change.created is not None:
            self.go(f"{PAIRS}[{change.created}]")

    def place(self) -> Target:
        """Return this grid, with the cell that has the keyboard."""
        current = self.table.current_key() if self.book is not None and self.table is not None else None
        return Target("grid", case=self.case, assessment=self._assessment, path=current or None)

    def first_focus(self) -> QWidget | None:
        """Start in the grid."""
        if self.book is None:
            return None
        return self.table if self.table is not None else self.adults_button


def _key(pair: Pair) -> str:
    return f"{pair.older}{_BETWEEN}{pair.child}"
