"""A page that stands alone: no menu and none of its keys, but the screen can be covered and the vault locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.shell.test_frame import press
from tests.ui.shell.test_palette import with_case
from ui.navigation import Target
from ui.pages.beside import BesidePage

if TYPE_CHECKING:
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


def test_it_locks_and_comes_back_to_the_adults_page(running: Running) -> None:
    """Ctrl+L ends it as anywhere; whoever unlocks is not this child, so the place that is kept is the adult's page."""
    case, _assessment = with_case(running)
    session = running.app.session
    assert session is not None
    session.context.navigate(Target("beside", case=case, part="200 child"))
    running.settle()
    assert session.frame.navigator.here() == Target("voice", case=case)
    press(running, Key.Key_L, Modifier.ControlModifier)
    assert running.codes
