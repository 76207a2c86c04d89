"""Three statements drawn by the app, to be opened to their source."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from hsb_assess.instrument.schema import ItemType, Stream
from ui.language import tr
from ui.pages.review.lines import Content, Said
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hsb_assess.record.reading import Reading
    from ui.pages.review.room import Room

__all__ = ["drawn_statements", "statements_part"]

DRAWN = 3
WORTH_OPENING = 40
"""Letters: a statement shorter than this is a label and no statement."""


def drawn_statements(reading: Reading, submission: str) -> tuple[str, ...]:
    """Return the paths of three statements, drawn by the submission's own id: the same three for everybody.

    Statements that cite evidence are drawn first; others only where there are not enough.
    """
    cited, others = [], []
    for module in reading.definition.modules:
        if module.stream is Stream.REVIEW:
            continue
        for path in reading.engine.paths(module.id):
            answer = reading.answer(path)
            item = reading.definition.find(path)
            if item is None or item.type not in {ItemType.LONGTEXT, ItemType.STATE} or answer.absence is not None:
                continue
            if answer.evidence:
                cited.append(path)
            elif isinstance(answer.value, str) and len(answer.value) >= WORTH_OPENING:
                others.append(path)

    def lot(path: str) -> str:
        return hashlib.sha256(f"{submission}\n{path}".encode()).hexdigest()

    return (*sorted(cited, key=lot), *sorted(others, key=lot))[:DRAWN]


class Statement(Card):
    """A statement; what it rests on is shown when it is asked for."""

    def __init__(self, room: Room, path: str, opened: Callable[[], None]) -> None:
        super().__init__(margin=16)
        self.room, self.path, self._opened = room, path, opened
        self.shown = False
        self.setObjectName(f"statement:{path}")
        teller = room.teller
        words = Content(room)
        own = isinstance(room.review.reading.value(path), str)
        words.lines([Said("", teller.question(path), teller.words(path), quote=own)])
        self.body.addWidget(words)
        self.open_button = button(
            tr("Open its source"), self.open_source, name=tr("Open the source of: {what}", what=teller.question(path))
        )
        self.body.addLayout(button_row(self.open_button))

    def open_source(self) -> None:
        """Show what the statement rests on, who recorded it and when."""
        if self.shown:
            return
        self.shown = True
        self.open_button.hide()
        teller, source = self.room.teller, Content(self.room)
        items = teller.evidence(self.path)
        source.heading(tr("It rests on"))
        for words in items:
            source.add(Paragraph(words))
        if not items:
            source.say(tr("It cites no evidence. Open the question and judge from what stands around it."))
        recorded = teller.recorded(self.path)
        source.lines([Said(self.path, tr("Recorded by"), recorded or tr("not known"))])
        self.body.addWidget(source)
        self._opened()


def statements_part(room: Room) -> QWidget:
    """Return three statements drawn by the app; the part counts as read when all are opened to their source."""
    content = Content(room)
    paths = drawn_statements(room.review.reading, room.review.submission.id)
    made: list[Statement] = []

    def opened() -> None:
        if all(each.shown for each in made):
            room.mark("statements")

    content.say(
        tr(
            "Open each to its source and see whether the source says what is written. The app drew them, not the author."
        )
    )
    for path in paths:
        made.append(Statement(room, path, opened))
        content.add(made[-1])
    if not paths:
        content.say(tr("There is no statement to draw."))
        room.mark("statements")
    return content
