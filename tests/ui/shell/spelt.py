"""A text with spelling marks on screen, for the tests of spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from ui.pages.assessment.page import AssessmentPage
from ui.widgets.fields import GrowingText
from ui.widgets.spelling import SpellMarks

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from tests.ui.pages.open_case import Desk
    from ui.form.question import QuestionField

REASON, EXACT = "M01.reason", "M13.identity"
WRONG = "The class techer saw it and the behavour stopped."


def field_of(desk: Desk, path: str) -> QuestionField:
    """Return a question on screen."""
    page = desk.go("assessment", path)
    assert isinstance(page, AssessmentPage)
    return page.form.fields[path]


def box_of(desk: Desk, path: str = REASON) -> GrowingText:
    """Return the text box of a question, with the keyboard in it."""
    box = field_of(desk, path).editor.widget
    assert isinstance(box, GrowingText)
    box.setFocus()
    return box


def marks_of(box: GrowingText) -> SpellMarks:
    """Return what marks a text."""
    found = box.findChild(SpellMarks)
    assert isinstance(found, SpellMarks)
    return found


def written(desk: Desk, text: str, path: str = REASON) -> tuple[GrowingText, SpellMarks]:
    """Type a text; QTest has no keys for curly marks, so a text with them comes at once."""
    box = box_of(desk, path)
    if text.isascii():
        QTest.keyClicks(box, text)
    else:
        box.insertPlainText(text)
    return box, marks_of(box)


def waves(box: GrowingText) -> list[str]:
    """Return what is drawn with a wavy line, as the lines of the text themselves say."""
    block, found = box.document().begin(), []
    while block.isValid():
        found += [
            block.text()[each.start : each.start + each.length]
            for each in block.layout().formats()
            if each.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
        ]
        block = block.next()
    return found


def wait_marked(desk: Desk, marks: SpellMarks, *words: str) -> None:
    """Wait until exactly these words are marked."""
    desk.qtbot.waitUntil(lambda: marks.marked == words, timeout=20_000)


def menu_of(desk: Desk, box: GrowingText) -> QMenu:
    """Return the menu that was opened at a text."""
    desk.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=20_000)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.parent() is box
    return menu


def words_of(menu: QMenu) -> list[str]:
    """Return what a menu offers."""
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def event_at(box: GrowingText, word: str) -> QContextMenuEvent:
    """Return a right click in the middle of a word."""
    cursor = box.textCursor()
    cursor.setPosition(box.toPlainText().index(word) + 1)
    place: QPoint = box.cursorRect(cursor).center()
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, box.viewport().mapToGlobal(place))
