"""Settings: spelling on or off, its languages, and words of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hsb_assess.desk import spelling
from hsb_assess.desk.spelling import Chosen
from ui.pages.settings import SettingsPage

if TYPE_CHECKING:
    from tests.ui.pages.open_case import Desk
    from ui.pages.settings.spelling import SpellingPart


def _part(desk: Desk) -> SpellingPart:
    desk.session.spelling.settings_action.trigger()
    desk.quiet()
    page = desk.session.frame.navigator.page
    assert isinstance(page, SettingsPage)
    assert page.spelling.isVisible()
    return page.spelling


def test_spelling_is_switched_off_and_its_language_chosen(desk: Desk) -> None:
    """Both are kept in the vault; without spelling there is no language to choose."""
    part = _part(desk)
    assert part.on.isChecked()
    assert part.languages["screen"].isChecked()
    part.languages["both"].click()
    desk.quiet()
    assert spelling.chosen(desk.session.at) == Chosen(on=True, languages="both")
    part.on.click()
    desk.quiet()
    assert spelling.chosen(desk.session.at) == Chosen(on=False, languages="both")
    assert not part.languages["en"].isEnabled()


def test_own_words_are_added_told_and_taken_back(desk: Desk) -> None:
    """Enter adds; what is no word is told at the field; the list says what each word is kept with; removing empties it."""
    desk.session.operations.run(spelling.add_word, "zorbing", desk.case)
    part = _part(desk)
    QTest.keyClicks(part.word, "two words")
    QTest.keyClick(part.word, Qt.Key.Key_Return)
    desk.quiet()
    assert (
        part.word_field.fault()
        == "This is not one word in letters. Type one word, with an apostrophe or a hyphen if it has one."
    )
    part.word.setText("kinwork")
    QTest.keyClick(part.word, Qt.Key.Key_Return)
    desk.quiet()
    assert part.word.text() == ""
    shown = [[part.table.model().index(row, column).data() for column in range(2)] for row in range(2)]
    assert shown == [["kinwork", "The settings"], ["zorbing", "A case"]]
    for word in ("zorbing", "kinwork"):
        assert part.table.select(word)
        part.remove_button.click()
        desk.quiet()
    assert spelling.own_words(desk.session.at) == ()
    assert part.nothing.isVisible()
    assert not part.remove_button.isVisible()
