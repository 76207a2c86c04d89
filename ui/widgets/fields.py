"""Fields to write and choose in, with their labels."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextLayout, QTextOption
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QScrollArea, QWidget

from ui.widgets.assisted import Combo
from ui.widgets.labelled import Field, PassphraseEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QShowEvent, QTextBlock

__all__ = ["Field", "GrowingText", "PassphraseEdit", "choice", "exact"]


_SHARE = 0.6
"""How much of what can be seen of a page a text box takes at most; from there on it scrolls by itself."""


def exact() -> bool:
    """Say that words are to stand exactly as somebody said them."""
    return True


def _own_words() -> bool:
    return False


class GrowingText(QPlainTextEdit):
    """A text box that grows with what is written; Tab leaves it; tells when it is left. The caret stays in sight.

    ``is_exact`` says whether what stands here are somebody's exact words, which nothing marks or offers to change;
    ``menu`` may show one of its own in place of the ordinary one, and says whether it does.
    """

    left = Signal()
    exact_changed = Signal()
    """What ``is_exact`` says may be another thing now."""

    def __init__(self, text: str = "", *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.is_exact: Callable[[], bool] = _own_words
        self.menu: Callable[[QContextMenuEvent], bool] | None = None
        self._marks: dict[str, list[tuple[QTextCursor, QTextCharFormat]]] = {}
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(8)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self._follow_caret)
        self._grow()

    def sizeHint(self) -> QSize:
        """Return a width that reads well and the height of the text."""
        return QSize(400, self.height())

    def mark(self, what: str, places: Sequence[tuple[int, int]], form: QTextCharFormat | None = None) -> None:
        """Give places of the text (from, to) a look; what others marked for another reason stays, none takes marks away.

        The marks go with the text as it is written on. They are formats of the lines themselves: *extra selections* have
        each line drawn once more for each of them, at every key.
        """
        touched = {cursor.block().blockNumber() for cursor, _ in self._marks.get(what, ())}
        made = []
        for start, end in places:
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            touched.add(cursor.block().blockNumber())
            made.append((cursor, form or QTextCharFormat()))
        had = any(self._marks.values())
        self._marks[what] = made
        has = any(self._marks.values())
        if has and not had:
            self.document().contentsChange.connect(self._written_on)
        elif had and not has:
            self.document().contentsChange.disconnect(self._written_on)
        for number in touched:
            self._draw_marks(self.document().findBlockByNumber(number))

    def marks(self, what: str) -> tuple[QTextCursor, ...]:
        """Return the places that are marked as they stand now, with the words in them."""
        return tuple(cursor for cursor, _ in self._marks.get(what, ()))

    def _written_on(self, position: int, _removed: int, added: int) -> None:
        """Have marks stand where their words went, before the lines are laid out anew."""
        block, last = self.document().findBlock(position), self.document().findBlock(position + added)
        if not last.isValid():  # the end of the text counts as one letter more than there are
            last = self.document().lastBlock()
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            self._draw_marks(block)
            block = block.next()

    def _draw_marks(self, block: QTextBlock) -> None:
        first, length, ranges = block.position(), block.length(), []
        for cursor, form in chain.from_iterable(self._marks.values()):
            start, end = cursor.selectionStart() - first, cursor.selectionEnd() - first
            if 0 <= start < end <= length:
                made = QTextLayout.FormatRange()
                made.start, made.length, made.format = start, end - start, form
                ranges.append(made)
        layout = block.layout()
        if ranges or layout.formats():
            layout.setFormats(ranges)
            self.document().markContentsDirty(first, length)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the place, else the ordinary one."""
        if self.menu is None or not self.menu(event):
            super().contextMenuEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Mind the page that the box stands in."""
        super().showEvent(event)
        self._grow()

    def _page(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _grow(self) -> None:
        around = 2 * 8 + 2 * self.frameWidth() + 4
        line = self.fontMetrics().lineSpacing()
        wanted = max(self._lines, round(self.document().size().height())) * line + around
        page = self._page()
        seen = page.viewport().height() if page is not None and page.isVisible() else 0
        most = max(self._lines * line + around, round(seen * _SHARE)) if seen else wanted
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if wanted > most else policy.ScrollBarAlwaysOff)
        if min(wanted, most) != self.height():
            self.setFixedHeight(min(wanted, most))

    def _follow_caret(self) -> None:
        """Scroll the page to the caret where it moves out of sight, as Ctrl+Home and Ctrl+End do."""
        page = self._page()
        ground = page.widget() if page is not None else None
        if page is not None and ground is not None and self.hasFocus():
            caret = self.cursorRect()
            middle = self.viewport().mapTo(ground, caret.center())
            page.ensureVisible(page.horizontalScrollBar().value(), middle.y(), 0, 2 * caret.height())


def choice(options: list[tuple[str, str]], current: str = "") -> QComboBox:
    """Return a combo box of ``(code, words)``; ``currentData()`` gives the code."""
    box = Combo()
    for code, words in options:
        box.addItem(words, code)
    at = box.findData(current)
    box.setCurrentIndex(max(at, 0))
    return box
