"""The command palette on a real vault: found at once, opened with Enter, put away without a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hsb_assess.desk import assessing, caseload
from hsb_assess.desk.indexing import index_all
from hsb_assess.domain.answer import answered
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.case import CasePage
from ui.pages.caseload import CaseloadPage
from ui.pages.help import HelpPage
from ui.pages.settings import SettingsPage

if TYPE_CHECKING:
    from tests.ui.conftest import Running
    from ui.shell.palette import Palette

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


def opened(running: Running) -> Palette:
    """Press Ctrl+K and wait until everything is read in."""
    QTest.keyClick(running.app.window.windowHandle(), Key.Key_K, Control)
    assert running.app.desktop is not None
    palette = running.app.desktop.palette
    assert palette.isVisible()
    running.settle()
    return palette


def with_case(running: Running) -> tuple[str, str]:
    """Unlock, open a case with an assessment in which the child has a name, and go to it."""
    session = running.unlock()
    session.operations.run(caseload.create_case, "A-17")
    running.settle()
    case = caseload.cases(session.at)[0].case
    session.operations.run(assessing.start_assessment, case, tier="full")
    running.settle()
    assessment = caseload.assessments(session.at, case)[0].id
    session.operations.run(assessing.record_answer, assessment, "M00.name", answered("Rowan Ellis"))
    session.operations.read(index_all, on_done=lambda _done: None)
    running.settle()
    session.context.navigate(Target("case", case=case))
    running.settle()
    return case, assessment


def titles(palette: Palette, kind: str) -> list[str]:
    """Return what is shown of a kind."""
    return [line.title for line in palette.list.lines() if line.kind == kind]


def test_a_child_an_answer_and_a_question_are_found(running: Running) -> None:
    """A child by name and reference (never in the window's title), an answer by its words, a question by words and code."""
    with_case(running)
    session = running.app.session
    assert session is not None
    session.context.navigate(Target("settings"))
    palette = opened(running)
    QTest.keyClicks(palette.box, "rowan")
    assert titles(palette, "case") == ["A-17"]
    palette.box.selectAll()
    QTest.keyClicks(palette.box, "a-1")
    line = palette.list.line()
    assert line is not None
    assert (line.kind, line.title) == ("case", "A-17")
    assert running.app.window.windowTitle() == "Assess"
    QTest.keyClick(palette.box, Key.Key_Return)
    running.page(CasePage)
    palette = opened(running)
    QTest.keyClicks(palette.box, "ellis")
    running.bot.waitUntil(lambda: bool(titles(palette, "answer")), timeout=20_000)
    assert any("Rowan Ellis" in line.note for line in palette.list.lines() if line.kind == "answer")
    palette.box.selectAll()
    QTest.keyClicks(palette.box, "M00.name")
    assert titles(palette, "question")
    palette.box.selectAll()
    QTest.keyClicks(palette.box, "sleep tonight")
    line = palette.list.line()
    assert line is not None
    assert line.path == "M01.sleeps_tonight"
    QTest.keyClick(palette.box, Key.Key_Return)
    page = running.page(AssessmentPage)
    assert isinstance(page, AssessmentPage)
    running.bot.waitUntil(
        lambda: page.form.current is not None and page.form.current.path == "M01.sleeps_tonight", timeout=20_000
    )


def test_acts_pages_guidance_and_help_are_found(running: Running) -> None:
    """An act with its key, a part of the settings, a limit in force, a topic; the arrows choose, Enter opens."""
    running.unlock()
    palette = opened(running)
    QTest.keyClicks(palette.box, "lock")
    line = palette.list.line()
    assert line is not None
    assert (line.title, line.shortcut) == ("Lock", "Ctrl+L")
    for typed, kind in (("appearance", "page"), ("assessment", "guidance"), ("recovery", "help")):
        palette.box.selectAll()
        QTest.keyClicks(palette.box, typed)
        assert titles(palette, kind), typed
    palette.box.selectAll()
    QTest.keyClicks(palette.box, "settings")
    QTest.keyClick(palette.box, Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    QTest.keyClick(palette.box, Key.Key_Up)
    QTest.keyClick(palette.box, Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.list.count() - 1
    palette.box.selectAll()
    QTest.keyClicks(palette.box, "forgotten passphrase")
    QTest.keyClick(palette.box, Key.Key_Return)
    assert running.page(HelpPage).place() == Target("help", part="passphrase")


def test_escape_gives_the_keyboard_back_and_nothing_stays(running: Running) -> None:
    """A key of the menus works meanwhile and its page keeps the keyboard; after a lock no word and no line is left."""
    running.unlock()
    page = running.page(CaseloadPage)
    assert isinstance(page, CaseloadPage)
    page.ask_reference()
    palette = opened(running)
    QTest.keyClicks(palette.box, "rowan")
    QTest.keyClick(palette.box, Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is page.new_case.line
    opened(running)
    assert palette.box.text() == ""
    QTest.keyClick(running.app.window.windowHandle(), Key.Key_Comma, Control)
    there = running.page(SettingsPage)
    assert not palette.isVisible()
    assert there.isAncestorOf(QApplication.focusWidget())
    assert running.windows() == [running.app.window]
    opened(running)
    QTest.keyClicks(palette.box, "row")
    running.app.lock()
    assert palette.box.text() == ""
    assert palette.list.lines() == ()
    assert not palette.box.isUndoAvailable()
    assert palette._matcher is None
