"""The pictures of a text with words that no dictionary knows, and of the menu that offers others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.navigation import Target
from ui.screenshots_scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.navigation import Page
    from ui.shell.desktop import Desktop
    from ui.widgets.fields import GrowingText

__all__ = ["spelt"]

SOON_MS: Final = 60
"""After other letters, until the page is laid out with them."""
_WORDS = (
    "The school nurse saw no sign of it in Febuary and asked agian in March. He said “I dint like it there” and went to "
    "his techer. His behavour since then is calm; the other child is safe."
)


def _wait(done: Callable[[], object]) -> None:
    """Handle events until something holds."""
    from PySide6.QtCore import QDeadlineTimer
    from PySide6.QtWidgets import QApplication

    end = QDeadlineTimer(20_000)
    while not done() and not end.hasExpired():
        QApplication.processEvents()


def _marked(page: Page, _desktop: Desktop) -> None:
    """Write a text with slips in it."""
    _marked_in(page)


def _marked_in(page: Page) -> GrowingText:
    from PySide6.QtGui import QTextCursor

    from ui.pages.assessment import AssessmentPage
    from ui.widgets.fields import GrowingText
    from ui.widgets.spelling import SpellMarks

    assert isinstance(page, AssessmentPage)
    box = page.form.fields["M01.reason"].editor.widget
    assert isinstance(box, GrowingText)
    box.setFocus()
    box.setPlainText(_WORDS)
    box.moveCursor(QTextCursor.MoveOperation.End)
    marks = box.findChild(SpellMarks)
    assert isinstance(marks, SpellMarks)
    _wait(lambda: len(marks.marked) == 4)  # noqa: PLR2004 (the slips above)
    return box


def _to_the_top(box: GrowingText) -> None:
    """Scroll the page so that a menu has room under a text."""
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QScrollArea

    above = box.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None and (ground := above.widget()) is not None:
        above.verticalScrollBar().setValue(box.mapTo(ground, QPoint()).y() - 40)


def _offered(page: Page, desktop: Desktop) -> None:
    """Go to the last slip and open the menu; with other letters it is opened anew, as it hangs at its word."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    box = _marked_in(page)
    spelling = desktop.session.spelling

    def open_menu() -> None:
        if not isValid(box):  # another picture is being taken by now
            return
        if (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
        _to_the_top(box)
        spelling.offer()
        _wait(lambda: QApplication.activePopupWidget() is not None)

    for _ in range(4):
        spelling.go_on()
    open_menu()
    page.context.appearance.changed.connect(lambda: QTimer.singleShot(SOON_MS, open_menu))


def spelt(case: str, assessment: str) -> Iterator[Scene]:
    """Yield a text with marks, and its menu."""
    here = Target("assessment", case=case, assessment=assessment, path="M01.reason")
    yield Scene("first_draft", "assessment_spelling", here, _marked)
    yield Scene("first_draft", "assessment_spelling_menu", here, _offered)
