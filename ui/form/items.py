"""A list of a form's items, one under the other: questions, notes, groups and repeating groups."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.instrument.schema import ItemType
from hsb_assess.instrument.vocabulary import UNANSWERED
from ui.form.labels import put_away, quiet
from ui.form.note import Note
from ui.form.question import QuestionField
from ui.form.rows import RowsView
from ui.form.words import question_words, said
from ui.language import tr
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QShowEvent

    from hsb_assess.instrument.schema import Item
    from ui.form.form import Form

__all__ = ["ItemList"]

_BETWEEN = 22
_AT_ONCE: Final = 5
"""So many questions fill the window of most laptops; the next ones come a moment after it is painted."""
_PAUSE_MS: Final = 40
"""How long what was painted has to get to the screen before more is built."""
_SLICE_SECONDS: Final = 0.012
_CLOSED: Final = {
    ItemType.ATTACHMENT: lambda: tr(
        "This form asks for a file here. Files are not kept in this app; keep it with your own records."
    ),
    ItemType.REFERENCE: lambda: tr(
        "This form names a record of another system here. It cannot be answered in this app."
    ),
}
"""What stands in place of a question that cannot be answered here."""


class ItemList(QWidget):
    """The items under ``path``, built once; what is hidden now is there and waits.

    ``gradually`` builds the first few at once and the others once it is on screen and nothing else is to be done, so that a
    long section is there as soon as a short one. Whoever asks for a part that is not there yet gets all of them first.
    """

    def __init__(
        self, form: Form, path: str, items: tuple[Item, ...], *, level: int = 2, gradually: bool = False
    ) -> None:
        super().__init__()
        items = tuple(item for item in items if not item.hidden)
        self.form, self.path, self.items, self.level = form, path, items, level
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(_BETWEEN)
        self._parts: dict[str, QWidget] = {}
        self._waiting = deque(items)
        self._others: list[tuple[str, QWidget]] = []
        form.model.shown.connect(self._shown)
        if not gradually:
            self.complete()
            return
        in_sight = 0
        while self._waiting and in_sight < _AT_ONCE:
            in_sight += self._build_next()
        if self._waiting:
            self._timer = QTimer(self)
            self._timer.setInterval(_PAUSE_MS)
            self._timer.timeout.connect(self._go_on)

    @property
    def parts(self) -> dict[str, QWidget]:
        """The widgets of the items, by their ids."""
        self.complete()
        return self._parts

    def complete(self) -> None:
        """Build what is not there yet."""
        while self._waiting:
            self._build_next()
        self._finish()

    def showEvent(self, event: QShowEvent) -> None:
        """From here on whoever asks the form for a question gets the ones of this list, too."""
        super().showEvent(event)
        if self._waiting and self not in self.form.unfinished:
            self.form.unfinished.append(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Go on building once the first questions are on screen."""
        super().paintEvent(event)
        if self._waiting and self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def leave_off(self) -> None:
        """Build no more: the list goes."""
        self._waiting.clear()
        self._finish()

    def _go_on(self) -> None:
        end = time.perf_counter() + _SLICE_SECONDS
        while self._waiting and time.perf_counter() < end:
            self._build_next()
        self._timer.setInterval(0)
        self._finish()

    def _finish(self) -> None:
        if not self._waiting and self in self.form.unfinished:
            self.form.unfinished.remove(self)
            self._timer.stop()

    def _build_next(self) -> bool:
        """Build one part; say whether it is shown."""
        item = self._waiting.popleft()
        path = f"{self.path}.{item.id}"
        part = self._part(item, path)
        self._parts[item.id] = part
        self.body.addWidget(part)
        if not isinstance(part, QuestionField):
            self._others.append((path, part))
        shown = self.form.model.engine.visible(path)
        if shown and self.isVisible():
            part.show()  # now, not with the next events: it may be given the keyboard
        return shown

    def _part(self, item: Item, path: str) -> QWidget:
        if item.type is ItemType.NOTE:
            part: QWidget = Note(question_words(item))
        elif item.type in UNANSWERED and item.type is not ItemType.GROUP:
            part = Note(f"{question_words(item)}\n{_CLOSED[item.type]()}")
        elif item.type is not ItemType.GROUP:
            return self.form.field(path)
        elif item.repeats:
            part = RowsView(self.form, path)
            part.removed = self.form.row_removed.emit
        else:
            part = GroupView(self.form, path, item, self.level)
        put_away(part, shown=self.form.model.engine.visible(path))
        return part

    def _shown(self, paths: frozenset[str] | None) -> None:
        for path, part in self._others:
            if paths is None or path in paths:
                part.setVisible(self.form.model.engine.visible(path))

    def take_focus(self) -> None:
        """Give the keyboard to the first question that is shown."""
        for part in tuple(self._parts.values()):
            if not part.isHidden():
                if isinstance(part, QuestionField):
                    part.take_focus()
                elif isinstance(part, RowsView):
                    part.add_button.setFocus()
                elif isinstance(part, GroupView):
                    part.list.take_focus()
                else:
                    continue
                return
        if self._waiting:
            self.complete()
            self.take_focus()

    def reveal(self, path: str) -> None:
        """Open the rows and groups in which ``path`` stands, so that its field is built."""
        rest = path[len(self.path) + 1 :]
        name = rest.partition(".")[0].partition("[")[0]
        part = self.parts.get(name)
        if isinstance(part, GroupView):
            part.list.reveal(path)
        elif isinstance(part, RowsView) and "[" in rest.partition(".")[0]:
            row = rest[rest.index("[") + 1 : rest.index("]")]
            part.open_row(row, focus=False)
            if part.panel is not None and len(rest) > rest.index("]") + 1:
                part.panel.reveal(path)
                for built in part.panel.lists():
                    if isinstance(built, ItemList):
                        built.reveal(path)


class GroupView(QWidget):
    """Questions that belong together, under a heading of their own."""

    def __init__(self, form: Form, path: str, item: Item, level: int) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 8, 0, 0)
        body.setSpacing(8)
        body.addWidget(Heading(question_words(item), level))
        for words in (item.help, item.hint):
            if words is not None:
                body.addWidget(quiet(said(words)))
        self.list = ItemList(form, path, item.items, level=level + 1 if level < 3 else 3)  # noqa: PLR2004 (three sizes)
        body.addWidget(self.list)
