"""The menus: whole, without two equal keys or letters, and the help's list of keys is read from them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from hsb_assess.desk.topics import topics
from tests.ui.shell.test_palette import with_case
from ui.keys import PAGE_KEYS
from ui.navigation import PAGE_NAMES, Target
from ui.pages.assessment import AssessmentPage
from ui.pages.help import HelpPage
from ui.shell.helping import topic_of
from ui.shell.menus import bare

if TYPE_CHECKING:
    from tests.ui.conftest import Running
    from ui.shell.menus import Menus


def menus_of(running: Running) -> Menus:
    """Return the menus of the window."""
    assert running.app.desktop is not None
    return running.app.desktop.menus


def letter(words: str) -> str:
    """Return the letter after the mark, empty where an entry has none."""
    at = words.replace("&&", "").find("&")
    return words.replace("&&", "")[at + 1].casefold() if at >= 0 else ""


def test_no_two_keys_and_no_two_letters_are_the_same(running: Running) -> None:
    """On the caseload and within an assessment, whose own acts come and go with it; one that needs a question says so."""
    case, assessment = with_case(running)
    menus, session = menus_of(running), running.app.session
    assert session is not None
    for target in (Target("caseload"), Target("assessment", case=case, assessment=assessment)):
        session.context.navigate(target)
        keys: list[str] = []
        letters: dict[str, list[str]] = {"": [letter(each.text()) for each in running.app.window.menuBar().actions()]}
        for menu, action in menus.entries():
            keys += [each.toString() for each in action.shortcuts()]
            letters.setdefault(menu, []).append(letter(action.text()))
        keys += [f"Alt+{each.upper()}" for each in letters[""]]
        assert [key for key, count in Counter(keys).items() if count > 1] == []
        for menu, held in letters.items():
            assert all(held), menu
            assert [each for each, count in Counter(held).items() if count > 1] == [], menu
    page = running.page(AssessmentPage)
    assert isinstance(page, AssessmentPage)
    words = [bare(action.text()) for menu, action in menus_of(running).entries() if menu == "Page"]
    assert "Next section" in words
    assert len(words) == sum(of == "assessment" for of, _ in PAGE_KEYS.values())
    before = page.current_module()
    next(action for _, action in menus_of(running).entries() if bare(action.text()) == "Next section").trigger()
    assert page.current_module() != before
    page.sections.setFocus()
    next(action for _, action in menus_of(running).entries() if bare(action.text()).startswith("Evidence")).trigger()
    assert "question" in session.frame.notices.text()
    session.context.navigate(Target("settings"))
    assert not [action for menu, action in menus_of(running).entries() if menu == "Page"]


def test_whatever_the_navigation_opens_has_an_entry(running: Running) -> None:
    """Each row is in a menu; what leads nowhere as things stand cannot be chosen; no key of a page is one of the menus."""
    session = running.unlock()
    entries = {action.data(): action for _, action in menus_of(running).entries() if action.data()}
    rows = set(session.frame.sidebar._items) - {"lock"}
    assert rows <= entries.keys()
    assert entries["caseload"].isEnabled()
    assert not entries["case"].isEnabled()
    with_words = {bare(action.text()) for _, action in menus_of(running).entries()}
    assert {"Lock", "Close", "Dismiss the notice"} <= with_words
    of_menus = {
        each.toString() for _, action in menus_of(running).entries(of_page=False) for each in action.shortcuts()
    }
    assert not of_menus & {QKeySequence(keys).toString() for _, keys in PAGE_KEYS.values()}
    for page in {page for page, _ in PAGE_KEYS.values()}:
        held = [keys for of, keys in PAGE_KEYS.values() if of == page]
        assert len(held) == len(set(held)), page


def test_the_help_lists_every_key_of_the_menus(running: Running) -> None:
    """It is made from the menus as they are now and from the one list of pages' keys; F1 opens the topic of the page."""
    running.unlock()
    wanted = [
        each.toString(QKeySequence.SequenceFormat.NativeText)
        for _, action in menus_of(running).entries(of_page=False)
        for each in action.shortcuts()
    ]
    wanted += [QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for _, keys in PAGE_KEYS.values()]
    QTest.keyClick(
        running.app.window.windowHandle(),
        Qt.Key.Key_K,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    page = running.page(HelpPage)
    assert isinstance(page, HelpPage)
    text = page.reader.toPlainText()
    assert [keys for keys in wanted if keys not in text] == []
    assert "Find anything" in text
    names = {topic.name for topic in topics()}
    assert {topic_of(page) for page in PAGE_NAMES} <= names
    session = running.app.session
    assert session is not None
    session.context.navigate(Target("settings"))
    QTest.keyClick(running.app.window.windowHandle(), Qt.Key.Key_F1)
    page = running.page(HelpPage)
    assert isinstance(page, HelpPage)
    assert page.place() == Target("help", part="settings")
    page.box.setText("envelope")
    page.look()
    assert {part.name for part in page.parts.list.parts()} < names
    assert page.reader.extraSelections()
    page.box.setText("")
    page.look()
    QTest.keyClick(page.reader, Qt.Key.Key_Escape)
    assert session.frame.navigator.target == Target("settings", part="people")
