"""The page of the family and network map: a key, the drawing, and the table that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hsb_assess.desk import mapping
from hsb_assess.diagrams.family import arrange, with_moved
from hsb_assess.diagrams.people import GROUPS, kin_of, people_of
from ui.draw.faces import AGENCY, CIRCLE, DIAMOND, HOUSEHOLD, PART_TIME, SQUARE, Face, Sign
from ui.draw.family import FamilyDrawing
from ui.draw.readingtable import ReadingTable
from ui.draw.sideways import Sideways
from ui.form.casebook import CaseView
from ui.form.flow import Flow, buttons_in_a_row
from ui.language import tr
from ui.navigation import Target
from ui.pages.family.words import band_words, face_of, generation_words, row_of
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QVBoxLayout

    from hsb_assess.desk.workplace import Change
    from hsb_assess.diagrams.people import Somebody
    from hsb_assess.domain.errors import HsbAssessError
    from ui.form.casebook import CaseBook

__all__ = ["FamilyPage"]

_PEOPLE = "things.person"
_AROUND = 96
"""Pixels of the page's width that the map has not: margins and the bar that scrolls."""


class FamilyPage(CaseView):
    """Draws the people of a case as they are recorded. Where somebody is put is kept with the case."""

    sections = ("M09", "M11", "things")

    def title(self) -> str:
        """Return what the page is called."""
        return tr("Family and network map")

    def fill(self, parts: QVBoxLayout, book: CaseBook) -> None:
        """Show everybody, or say what will stand here."""
        self.people = people_of(book.reading)
        self.drawing: FamilyDrawing | None = None
        self.table: ReadingTable | None = None
        self.moved = mapping.places(self.context.at, self.case)
        self._before: dict[str, tuple[float, float]] = {}
        parts.addWidget(Heading(tr("Family and network map")))
        self.add_button = button(tr("Add or change people"), lambda: self.go(_PEOPLE))
        if all(each.kind in {"this_child", "worker"} for each in self.people):
            words = tr(
                "Everybody who belongs to this child or is around them is entered once, by role or initials, and is then"
                " drawn here with what is recorded of them: who lives together, whose child somebody is, what contact there"
                " is. What nobody recorded is drawn as not recorded."
            )
            parts.addWidget(EmptyState(tr("Nobody else is entered yet"), words, self.add_button))
            return
        parts.addWidget(
            Paragraph(
                tr(
                    "It shows what is recorded and nothing else: a line that is missing means that nobody recorded it. Nobody"
                    " has a role in what was reported here."
                )
            )
        )
        parts.addWidget(_key())
        self.tidy_button = button(tr("Put everybody in order"), self.tidy)
        parts.addWidget(buttons_in_a_row(self.add_button, self.tidy_button))
        self._draw(parts, book)
        self._tell_gaps(parts, book)
        parts.addWidget(Heading(tr("The same as a table"), 2))
        columns = [
            tr("Person"),
            tr("Relation to this child"),
            tr("Where they live"),
            tr("Contact with this child"),
            tr("What else is recorded"),
        ]
        self.table = ReadingTable(tr("People and agencies"), columns, (4, 5, 4, 4, 7))
        self.table.show_rows([row_of(book, each) for each in self.people])
        self.table.opened.connect(self.open_person)
        parts.addWidget(self.table)

    def _draw(self, parts: QVBoxLayout, book: CaseBook) -> None:
        self.columns = 0
        drawing = self.drawing = FamilyDrawing()
        drawing.may_move = book.may_write
        if self.wanted:
            drawing.current = self.wanted
        self.room = Sideways(drawing)
        self.faces = {each.id: face_of(book, each) for each in self.people}
        self._arrange()
        drawing.opened.connect(self.open_person)
        drawing.moved.connect(self.put)
        drawing.current_changed.connect(lambda _person: QTimer.singleShot(0, drawing, self._reveal))
        parts.addWidget(self.room)
        told = [tr("Arrow keys go from person to person, Enter opens what is entered of them.")]
        if book.may_write:
            told.append(tr("Drag somebody, or hold Ctrl with an arrow, to move them."))
        parts.addWidget(Caption(" ".join(told)))

    def _reveal(self) -> None:
        """Bring who has the keyboard into sight, once the page has shown the map as a whole."""
        if self.drawing is not None and self.drawing.hasFocus():
            self.room.reveal(self.drawing.current_rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let as many of the network stand side by side as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Follow the text size: larger words leave room for fewer side by side."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            QTimer.singleShot(0, self, self._arrange)
        return super().event(event)

    def _arrange(self) -> None:
        if self.book is None or self.drawing is None:
            return
        columns = self.drawing.columns_in(self.width() - _AROUND)
        if columns != self.columns:
            self.columns = columns
            self.plan = arrange(kin_of(self.people), GROUPS, columns=columns)
            self._show_plan()

    def _show_plan(self) -> None:
        assert self.drawing is not None
        plan = with_moved(self.plan, self.moved)
        rows = {each.number: generation_words(each.number) for each in plan.generations}
        bands = {each.group: band_words(each.group) for each in plan.bands}
        self.drawing.show_plan(plan, self.faces, rows=rows, bands=bands, homes=_homes(self.people))
        self._show_tidy()

    def _show_tidy(self) -> None:
        self.tidy_button.setEnabled(bool(self.moved or self._before) and self.drawing is not None)
        words = tr("Put everybody in order") if self.moved or not self._before else tr("Back to where they were")
        self.tidy_button.setText(words)
        self.tidy_button.setAccessibleName(words)
        self.tidy_button.setVisible(self.book is not None and self.book.may_write)

    def _tell_gaps(self, parts: QVBoxLayout, book: CaseBook) -> None:
        for tie in self.plan.set_aside:
            words = (
                tr("{one} as a parent of {other} does not fit what else is recorded, so it is not drawn.")
                if tie.kind == "parent"
                else tr("{one} as a partner of {other} does not fit what else is recorded, so it is not drawn.")
            )
            parts.addWidget(Caption(words.format(one=book.name(tie.one), other=book.name(tie.other))))
        bare = sum(1 for each in self.people if each.family and not each.sex)
        if bare:
            parts.addWidget(
                Caption(tr("Sex not recorded: {n} in the family. It is asked where a person is entered.", n=bare))
            )

    # -- acting --------------------------------------------------------------------------------------------------

    def open_person(self, person: str) -> None:
        """Open where somebody is entered."""
        found = next((each for each in self.people if each.id == person), None)
        if found is not None:
            self.wanted = person
            self.go(found.entry)

    def put(self, person: str, x: float, y: float) -> None:
        """Put somebody elsewhere, and keep it."""
        self._keep({**{each: place for each, place in self.moved.items() if each != person}, person: (x, y)}, {})

    def tidy(self) -> None:
        """Put everybody where the layout puts them, or back to where they were."""
        self._keep(self._before if not self.moved else {}, self.moved)

    def _keep(self, moved: dict[str, tuple[float, float]], before: dict[str, tuple[float, float]]) -> None:
        self.moved, self._before = dict(moved), dict(before)
        self._show_plan()
        self.context.operations.run(
            mapping.keep_places, self.case, self.moved, by=self, on_done=_kept, on_error=self._not_kept
        )

    def _not_kept(self, error: HsbAssessError) -> None:
        self.context.notices.error(error)

    # -- what the shell asks -------------------------------------------------------------------------------------

    def place(self) -> Target:
        """Return this map, with the person who has the keyboard."""
        current = self.drawing.current if self.book is not None and self.drawing is not None else None
        return Target("family", case=self.case, assessment=self._assessment, path=current or None)

    def first_focus(self) -> QWidget | None:
        """Start at the top, or on the map where somebody was."""
        if self.book is None:
            return None
        return self.drawing if self.drawing is not None and self.wanted else self.add_button


def _kept(_change: Change) -> None:
    """Say nothing: the map shows it already."""


def _homes(people: tuple[Somebody, ...]) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """Return who lives with this child, and who does so part of the time; alone, this child has no line around them."""
    full = tuple(each.id for each in people if each.with_child)
    part = tuple(each.id for each in people if each.lives == ("part_time",))
    return ((full, False),) * (len(full) > 1) + ((part, True),) * bool(part)


def _key() -> QWidget:
    """Return what the signs mean, each beside its words."""
    holder = QWidget()
    flow = Flow(holder, gap=18, line_gap=6)
    faces: list[tuple[Face | str, str]] = [
        (Face("", SQUARE, ""), tr("Male")),
        (Face("", CIRCLE, ""), tr("Female")),
        (Face("", DIAMOND, ""), tr("Another sex")),
        (Face("", DIAMOND, "", known=False), tr("Sex not recorded")),
        (Face("", DIAMOND, "", known=False, unidentified=True), tr("Not yet identified")),
        (Face("", SQUARE, "", this_child=True), tr("Double line: this child")),
        (Face("", SQUARE, "", died=True), tr("Cross: has died")),
        (Face("", AGENCY, ""), tr("Worker or agency")),
        (HOUSEHOLD, tr("Dashes: lives with this child")),
        (PART_TIME, tr("Dots: part of the time")),
    ]
    for face, words in faces:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Sign(face))
        caption = Caption(words)
        caption.setWordWrap(False)
        row.addWidget(caption)
        flow.addWidget(pair)
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
