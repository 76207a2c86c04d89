"""A page that stands alone: no menu and none of its keys, but the screen can be covered and the vault locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hsb_assess.desk import access, sitting
from tests.ui.conftest import PASSPHRASE
from tests.ui.shell.test_frame import press
from tests.ui.shell.test_palette import with_case
from ui.navigation import Target
from ui.pages.beside import BesidePage
from ui.pages.beside.steps import Ask

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Running

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_no_key_of_a_menu_leads_anywhere(running: Running) -> None:
    """Ctrl+K, F1, Alt+1, Ctrl+Shift+C and Ctrl+comma do nothing; menus and navigation come back with the next page."""
    case, _assessment = with_case(running)
    session, window = running.app.session, running.app.window
    assert session is not None
    assert running.app.desktop is not None
    session.context.navigate(Target("beside", case=case, part="200 child"))
    running.settle()
    page = running.page(BesidePage)
    assert not window.menuBar().isVisible()
    assert window.windowTitle() == "Assess"
    for key, modifier in (
        (Key.Key_K, Modifier.ControlModifier),
        (Key.Key_F1, Modifier.NoModifier),
        (Key.Key_1, Modifier.AltModifier),
        (Key.Key_C, Modifier.ControlModifier | Modifier.ShiftModifier),
        (Key.Key_E, Modifier.ControlModifier | Modifier.ShiftModifier),
        (Key.Key_Comma, Modifier.ControlModifier),
        (Key.Key_Left, Modifier.AltModifier),
    ):
        press(running, key, modifier)
        assert session.frame.navigator.page is page
        assert running.windows() == [window]
    assert session.frame.panel is None
    press(running, Key.Key_Space, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert running.app.desktop.veil.isVisible()
    running.app.desktop.veil.lift()
    session.context.navigate(Target("voice", case=case))
    running.settle()
    assert window.menuBar().isVisible()
    assert session.frame.sidebar.isVisible()


def test_it_locks_and_comes_back_to_the_adults_page(running: Running, vault_folder: Path) -> None:
    """Ctrl+L ends it as anywhere and keeps the last key; whoever unlocks is not this child and comes to their own page."""
    case, _assessment = with_case(running)
    session = running.app.session
    assert session is not None
    session.context.navigate(Target("beside", case=case, part="200 child"))
    running.settle()
    page = running.page(BesidePage)
    page.show_step(page.steps.index("hopes"))
    assert isinstance(page.step, Ask)
    QTest.keyClicks(page.step.box, "To swi")
    assert session.frame.navigator.here() == Target("voice", case=case)
    press(running, Key.Key_L, Modifier.ControlModifier)
    assert running.codes
    opened = access.unlock(vault_folder, PASSPHRASE)
    at = opened.workplace(read_only=True)
    kept, place = sitting.being_written(at, case), access.last_place(at)
    at.book.close()
    opened.close()
    assert kept is not None
    assert kept.replies["hopes"].text == "To swi"
    assert place == {"page": "voice", "case": case}
