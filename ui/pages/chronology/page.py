"""The page of the chronology: what to show, the timeline, the event that is chosen, and the table that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.diagrams.lanes import Lane, lane_of
from ui.draw.readingtable import ReadingTable
from ui.draw.timeline import TimelineDrawing
from ui.form.casebook import CaseView
from ui.form.flow import buttons_in_a_row
from ui.form.labels import put_away
from ui.form.words import question_words
from ui.language import tr
from ui.navigation import Target
from ui.pages.chronology.words import EVENTS, GAP, happening_of, lane_words, row_of, silence_row
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.empty import EmptyState
from ui.widgets.errors import link
from ui.widgets.fields import Field, choice
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from hsb_assess.record.reading import Thing
    from ui.form.casebook import CaseBook
    from ui.widgets.tables import Row

__all__ = ["ChronologyPage"]

_ALL: Final = ""
_LANE: Final = "lane:"
_GAPS: Final = "M02.gaps"


class ChronologyPage(CaseView):
    """Events by day. What happened to this child stands in a lane of its own, apart from what this child did."""

    _kept_filter = _ALL
    sections = ("M02",)

    def title(self) -> str:
        """Return what the page is called."""
        return tr("Chronology")

    def fill(self, parts: QVBoxLayout, book: CaseBook) -> None:
        """Show the events, or say what will stand here."""
        self.events = book.reading.events()
        self.numbers = {event.id: at for at, event in enumerate(self.events, start=1)}
        self.drawing: TimelineDrawing | None = None
        self.table: ReadingTable | None = None
        self.kind: QComboBox | None = None
        parts.addWidget(Heading(tr("Chronology")))
        self.add_button = button(
            tr("Add an event"), self.context.add_event, kind="primary", tip=tr("From any page: Ctrl+Shift+E")
        )
        self.add_button.setEnabled(book.may_write)
        self.list_button = button(tr("Go to the list of events"), lambda: self.go(EVENTS))
        self.asked = book.reading.engine.visible(EVENTS)
        """Whether the list of events is asked for now; at the first levels an event can be added, and waits there."""
        put_away(self.list_button, shown=self.asked)
        if not self.events:
            words = tr(
                "This child’s life in order: what happened to this child, what this child said or did, and what adults did"
                " about it. Begin with what you know: a month or a year will do, and good times belong here as well. An event"
                " can be added from any page with Ctrl+Shift+E."
            )
            parts.addWidget(EmptyState(tr("No event is entered yet"), words, self.add_button, self.list_button))
            return
        parts.addWidget(
            Paragraph(
                tr(
                    "The lanes at the top are this child’s own. What is said to have happened is shown as it was recorded."
                )
            )
        )
        parts.addWidget(buttons_in_a_row(self.add_button, self.list_button))
        if not self.asked:
            words = tr(
                "The list of events is asked for at a fuller level. What is added here is kept, and can be opened there then."
            )
            parts.addWidget(Caption(words))
        self._ask_what(parts, book)
        self.below = QWidget()
        self.inner = QVBoxLayout(self.below)
        self.inner.setContentsMargins(0, 0, 0, 0)
        self.inner.setSpacing(16)
        parts.addWidget(self.below)
        self._show()

    def _ask_what(self, parts: QVBoxLayout, book: CaseBook) -> None:
        lanes = [lane for lane in Lane if any(lane_of(each.value("category")) == lane for each in self.events)]
        kinds = dict.fromkeys(str(each.value("category") or "") for each in self.events)
        offered = [(_ALL, tr("Everything: {n}", n=len(self.events)))]
        offered += [(f"{_LANE}{lane}", self._counted(lane_words(lane), self._in(f"{_LANE}{lane}"))) for lane in lanes]
        named = [(code, book.code(f"{EVENTS}.category", code)) for code in kinds if code]
        offered += [
            (code, self._counted(words, self._in(code))) for code, words in sorted(named, key=lambda each: each[1])
        ]
        kind = self.kind = choice(offered, self._kept_filter)
        kind.currentIndexChanged.connect(lambda _at: self._show())
        parts.addWidget(Field(tr("Show"), kind))

    @staticmethod
    def _counted(words: str, events: tuple[Thing, ...]) -> str:
        return tr("{words}: {n}", words=words, n=len(events))

    def _in(self, wanted: str) -> tuple[Thing, ...]:
        """Return the events of a lane or a kind; all of them where nothing is wanted apart."""
        if wanted.startswith(_LANE):
            return tuple(each for each in self.events if lane_of(each.value("category")) == wanted.removeprefix(_LANE))
        return tuple(each for each in self.events if wanted in (_ALL, each.value("category")))

    def _show(self) -> None:
        """Show the events that are wanted; their numbers stay those of the whole chronology."""
        assert self.book is not None
        assert self.kind is not None
        while (old := self.inner.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._kept_filter = str(self.kind.currentData() or _ALL)
        shown, book, whole = self._in(self._kept_filter), self.book, self._kept_filter == _ALL
        drawn = [found for each in shown if (found := happening_of(book, each, self.numbers[each.id])) is not None]
        lanes = [(lane.value, lane_words(lane)) for lane in Lane if any(each.lane == lane for each in drawn)]
        self.drawing = None
        if drawn:
            drawing = self.drawing = TimelineDrawing(drawn, lanes, silences=whole)
            if self.wanted:
                drawing.select(self.wanted)
            drawing.opened.connect(self.open_event)
            drawing.current_changed.connect(self._tell)
            self.inner.addWidget(drawing)
            self.inner.addWidget(self._chosen(drawing))
        undated = len(shown) - len(drawn)
        if undated:
            self.inner.addWidget(
                Caption(tr("Without a day, so not drawn: {n}. They stand last in the table.", n=undated))
            )
        self._tell_gaps(whole=whole)
        self.inner.addWidget(Heading(tr("The same as a table"), 2))
        columns = [
            tr("No"),
            tr("When"),
            tr("Kind"),
            tr("What happened"),
            tr("What it meant for this child"),
            tr("Who says so"),
        ]
        self.table = ReadingTable(tr("Events by day"), columns, (2, 5, 5, 10, 7, 4))
        self.table.show_rows(self._rows(shown, whole=whole))
        self.table.opened.connect(self.open_event)
        self.inner.addWidget(self.table)

    def _chosen(self, drawing: TimelineDrawing) -> QWidget:
        """Return the card with the words of the event that has the keyboard."""
        card = Card(margin=16)
        self.words = Paragraph("")
        self.open_button = button(tr("Open this event"), lambda: self.open_event(drawing.current))
        card.body.addWidget(self.words)
        card.body.addWidget(buttons_in_a_row(self.open_button))
        put_away(self.open_button, shown=self.asked)
        self._tell(drawing.current)
        return card

    def _tell(self, event: str) -> None:
        assert self.drawing is not None
        said = next((each.said for each in self.drawing.events if each.id == event), "")
        self.words.setText(said)
        self.open_button.setAccessibleDescription(said)
        if self.drawing.hasFocus():
            self.column.ensureWidgetVisible(self.drawing, 0, 24)

    def _tell_gaps(self, *, whole: bool) -> None:
        assert self.book is not None
        item = self.book.reading.definition.find(_GAPS)
        if not whole or item is None or not self.asked:
            return
        known = self.book.words(_GAPS)
        self.inner.addWidget(Heading(question_words(item), 3))
        self.inner.addWidget(Paragraph(known or tr("Not yet asked.")))
        self.inner.addWidget(link(tr("Go to this question"), lambda: self.go(_GAPS)), 0, Qt.AlignmentFlag.AlignLeft)

    def _rows(self, shown: tuple[Thing, ...], *, whole: bool) -> list[Row]:
        assert self.book is not None
        plan = self.drawing.plan(self.drawing.width()) if self.drawing is not None and whole else None
        silences = list(plan.silences) if plan is not None else []
        found: list[Row] = []
        for each in shown:
            when = each.day("when")
            while silences and (when is None or when.earliest() >= silences[0].last):
                found.append(silence_row(silences.pop(0)))
            found.append(row_of(self.book, each, self.numbers[each.id]))
        return found

    # -- acting --------------------------------------------------------------------------------------------------

    def open_event(self, event: str) -> None:
        """Open an event where it is entered; of a gap, the question what is known of it."""
        if not self.asked:
            return
        if event.startswith(GAP):
            self.go(_GAPS)
        else:
            self.wanted = event
            self.go(f"{EVENTS}[{event}]")

    def place(self) -> Target:
        """Return this chronology, with the event that has the keyboard."""
        current = self.drawing.current if self.book is not None and self.drawing is not None else None
        return Target("chronology", case=self.case, assessment=self._assessment, path=current or None)

    def first_focus(self) -> QWidget | None:
        """Start at the top, or at the event where somebody was."""
        if self.book is None:
            return None
        if self.wanted and self.drawing is not None:
            return self.drawing
        if self.add_button.isEnabled():
            return self.add_button
        return self.list_button if self.asked else None
