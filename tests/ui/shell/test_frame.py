"""The frame: going about by keyboard, the breadcrumb, the veil, notices that leave the focus alone."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from hsb_assess.desk import assessing, caseload
from hsb_assess.desk.workplace import Change
from hsb_assess.domain.errors import HsbAssessError
from tests.a11y.walking import named
from tests.ui.shell.test_palette import with_case
from ui.app import PAGES
from ui.form.editor import TextEditor
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.caseload import CaseloadPage
from ui.pages.settings import SettingsPage
from ui.pages.visit import VisitPage
from ui.pages.voice import VoicePage
from ui.settingsparts import settings_parts
from ui.shell.navigation import load_page
from ui.shell.veil import Veil

if TYPE_CHECKING:
    from tests.ui.conftest import Running

_Ctrl, _Shift, _Alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def press(running: Running, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the window system does."""
    QTest.keyClick(running.app.window.windowHandle(), key, modifiers)


def test_going_and_coming_back_by_keyboard(running: Running) -> None:
    """Ctrl+comma opens settings, Alt+Left goes back, Alt+Right forward; the navigation marks where we are."""
    session = running.unlock()
    press(running, Qt.Key.Key_Comma, _Ctrl)
    running.page(SettingsPage)
    assert session.frame.sidebar.item("settings").is_current
    press(running, Qt.Key.Key_Left, _Alt)
    running.page(CaseloadPage)
    assert session.frame.sidebar.item("caseload").is_current
    press(running, Qt.Key.Key_Right, _Alt)
    running.page(SettingsPage)


def test_there_is_one_window(running: Running) -> None:
    """Going about opens no window beside ours, not even for a moment: it would take the keyboard."""
    case, assessment = with_case(running)
    session = running.app.session
    assert session is not None
    known = {"case": case, "assessment": assessment, "path": "M00.name"}
    targets = [Target("settings", part=part) for part in settings_parts()]
    for place in sorted(PAGES.keys() - {"unlock", "first_run", "older", "beside"}):
        taken = signature(load_page(PAGES, place)).parameters
        targets.append(Target(place, **{name: value for name, value in known.items() if name in taken}))
    for target in targets:
        session.context.navigate(target)
        running.settle()
        assert running.windows() == [running.app.window], target
        assert running.app.window.isActiveWindow(), target


def test_f6_goes_round_the_parts_of_the_window(running: Running) -> None:
    """F6 moves the keyboard from the page to the navigation and back."""
    session = running.unlock()
    page = running.page(CaseloadPage)
    session.frame.sidebar.first().setFocus()
    press(running, Qt.Key.Key_F6)
    assert page.isAncestorOf(QApplication.focusWidget())
    press(running, Qt.Key.Key_F6)
    assert session.frame.sidebar.isAncestorOf(QApplication.focusWidget())


def test_a_case_shows_its_parts_and_its_crumbs(running: Running) -> None:
    """With a case open, its reference stands in the breadcrumb and its parts in the navigation; no name does."""
    session = running.unlock()
    session.operations.run(caseload.create_case, "A-17")
    running.settle()
    case = caseload.cases(session.at)[0].case
    session.frame._moved(Target("settings", case=case))
    assert session.frame.crumbs.words() == ("A-17", "Caseload")
    for part in ("case", "visit", "voice"):
        assert session.frame.sidebar.item(part).isVisibleTo(session.frame)
    assert not session.frame.sidebar.item("review").isVisibleTo(session.frame)
    assert running.app.window.windowTitle() == "Assess"


def test_the_veil_covers_and_lifts(running: Running) -> None:
    """Ctrl+Shift+Space covers everything at once; Escape gives the same field back; keys in between go nowhere."""
    session = running.unlock()
    page = running.page(CaseloadPage)
    assert isinstance(page, CaseloadPage)
    page.ask_reference()
    page.new_case.line.setFocus()
    press(running, Qt.Key.Key_Space, _Ctrl | _Shift)
    veil = running.app.window.findChild(Veil)
    assert veil is not None
    assert veil.isVisible()
    assert veil.geometry() == running.app.window.rect()
    press(running, Qt.Key.Key_A)
    assert page.new_case.line.text() == ""
    press(running, Qt.Key.Key_Escape)
    assert not veil.isVisible()
    assert QApplication.focusWidget() is page.new_case.line
    assert session.operations.busy() is False


def test_a_notice_leaves_the_keyboard_where_it_is(running: Running) -> None:
    """An error tells what, how to mend it and its code, without taking the focus."""
    session = running.unlock()
    page = running.page(CaseloadPage)
    assert isinstance(page, CaseloadPage)
    page.ask_reference()
    session.notices.error(HsbAssessError("disk_full", "The disk is full.", "Make room."))
    assert session.frame.notices.isVisible()
    assert session.frame.notices.text() == "The disk is full. Make room."
    assert QApplication.focusWidget() is page.new_case.line


def test_larger_text_by_keyboard_stays_for_the_next_start(running: Running) -> None:
    """Ctrl+plus makes text larger at once; the configuration keeps it."""
    running.unlock()
    press(running, Qt.Key.Key_Plus, _Ctrl)
    assert running.app.appearance.percent == 125
    assert running.app.configuration.text_percent == 125
    press(running, Qt.Key.Key_0, _Ctrl)
    assert running.app.appearance.percent == 100


def test_whatever_takes_the_keyboard_has_a_name(running: Running) -> None:
    """Every part of our pages that the keyboard reaches says what it is to a screen reader."""
    session = running.unlock()
    session.operations.run(caseload.create_case, "A-17")
    running.settle()
    nameless = []
    for target in (Target("caseload"), Target("settings", part="people"), Target("settings", part="keys")):
        session.context.navigate(target)
        for widget in running.app.window.findChildren(QWidget):
            wanted = isinstance(widget, QPushButton | QLineEdit | QPlainTextEdit | QComboBox)
            if wanted and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName():
                nameless.append(f"{target.page}: {type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []


def test_an_unforeseen_error_becomes_a_notice(running: Running) -> None:
    """An error in a slot is told by type and place; nothing that it quotes is."""
    session = running.unlock()
    running.app.unforeseen(ValueError("words of a child"))
    assert "ValueError" in session.frame.notices.text()
    assert "words of a child" not in session.frame.notices.text()


def test_the_place_in_the_form_is_kept_while_the_vault_is_open(running: Running) -> None:
    """Settings and back, by the navigation or by Alt+Left: the same question, and the caret where it was."""
    session = running.unlock()
    case = caseload.create_case(session.vault.workplace(read_only=False), "A-17").created or ""
    made = assessing.start_assessment(session.vault.workplace(read_only=False), case, tier="full").created or ""
    session.context.navigate(Target("assessment", case=case, assessment=made, path="M01.concern"))
    page = running.page(AssessmentPage)
    assert isinstance(page, AssessmentPage)
    path = next(each for each in page.form.fields if isinstance(page.form.fields[each].editor, TextEditor))
    session.context.navigate(Target("assessment", case=case, assessment=made, path=path))
    running.bot.keyClicks(QApplication.focusWidget(), "words")
    running.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    for way_back in (lambda: session.frame.choose("assessment"), session.frame.navigator.back):
        session.frame.choose("settings")
        running.page(SettingsPage)
        running.settle()
        way_back()
        page = running.page(AssessmentPage)
        assert isinstance(page, AssessmentPage)
        running.bot.waitUntil(
            lambda page=page: (
                page.form.current is not None
                and page.form.current.path == path
                and page.form.current.caret() == len("words") - 1
            )
        )
        running.settle()


def test_text_grows_by_keyboard_before_a_vault_is_open_and_after(running: Running) -> None:
    """Ctrl+Plus and Ctrl+Minus work on the unlock page, in the app and in a text field, and are not ambiguous."""
    for _ in range(2):
        for key, percent in (
            (Qt.Key.Key_Plus, 125),
            (Qt.Key.Key_Equal, 150),
            (Qt.Key.Key_Minus, 125),
            (Qt.Key.Key_0, 100),
        ):
            press(running, key, _Ctrl)
            assert running.app.appearance.percent == percent
        if running.app.session is None:
            running.unlock()


def test_no_word_of_the_navigation_is_cut_at_any_size(running: Running) -> None:
    """Every row has the width that its words need; in a narrow window it leaves the page its room."""
    session = running.unlock()
    running.app.window.resize(1280, 800)
    session.frame.sidebar.show_place("check", "A-17", assessment=True)
    for percent in (100, 200):
        running.app.appearance.choose(percent=percent)
        running.bot.wait(20)
        for page in ("caseload", "packages", "check", "documents"):
            item = session.frame.sidebar.item(page)
            assert item.width() >= item.sizeHint().width()
    running.app.window.resize(900, 800)
    running.bot.wait(20)
    assert session.frame.sidebar.width() < 0.4 * 900
    running.app.appearance.choose(percent=100)


def test_an_act_of_a_page_that_is_gone_is_heard_by_the_next(running: Running) -> None:
    """What was sealed while its page was left is told to the page on screen, as what somebody else did."""
    session = running.unlock()
    gone = QWidget()
    shiboken6.delete(gone)
    heard: list[bool] = []
    page = running.page(CaseloadPage)
    page.on_change = lambda _change, *, mine: heard.append(mine)  # type: ignore[method-assign]  # the test listens in its place
    session.frame.navigator._changed(Change("answered", "case", "assessment"), gone)
    assert heard == [False]


def test_the_navigation_is_heard_as_buttons(running: Running) -> None:
    """Nothing in it is a check box; the page on screen says so in words, and no other does."""
    session = running.unlock()
    sidebar = session.frame.sidebar
    current = {}
    for place in ("settings", "caseload"):
        session.frame.choose(place)
        for page in ("caseload", "packages", "search", "settings", "lock"):
            heard = QAccessible.queryAccessibleInterface(sidebar.item(page))
            assert heard.role() == QAccessible.Role.Button
            assert not heard.state().checkable
            current[page] = heard.text(QAccessible.Text.Description)
        assert {page for page, words in current.items() if words == "The page on screen"} == {place}


def test_notes_and_words_of_a_case_are_parts_of_the_navigation(running: Running) -> None:
    """The arrows and Enter lead to them, a screen reader's press does, and each is marked as the page on screen."""
    with_case(running)
    session = running.app.session
    assert session is not None
    sidebar = session.frame.sidebar
    sidebar.item("assessment").setFocus(Qt.FocusReason.TabFocusReason)
    press(running, Qt.Key.Key_Down)
    press(running, Qt.Key.Key_Return)
    running.page(VisitPage)
    assert sidebar.item("visit").is_current
    assert named(sidebar.item("voice")) == "In this child’s words"
    QAccessible.queryAccessibleInterface(sidebar.item("voice")).actionInterface().doAction("Press")
    running.bot.waitUntil(lambda: isinstance(session.frame.navigator.page, VoicePage))
    running.settle()
    assert sidebar.item("voice").is_current
