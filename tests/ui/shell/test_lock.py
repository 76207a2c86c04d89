"""Locking: it never asks, loses nothing, tells the launcher, and brings back the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hsb_assess.desk import access
from ui import options
from ui.app import App
from ui.computer.base import Computer
from ui.configuration import Configuration
from ui.navigation import Target
from ui.pages.caseload import CaseloadPage
from ui.shell.clipboard import HINTS, ClipboardGuard
from ui.shell.idle import IdleWatch
from ui.shell.session import place_from, place_to

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Running


def test_unlock_shows_the_caseload(running: Running) -> None:
    """The right passphrase opens the vault at the caseload; the window's title names nobody."""
    running.unlock()
    running.page(CaseloadPage)
    assert running.app.window.windowTitle() == "Assess"
    assert running.app.configuration.vaults[0] == running.app.chosen.vault


def test_a_wrong_passphrase_says_so_at_the_field(running: Running) -> None:
    """What went wrong and how to mend it stand at the field, which has the keyboard; the vault stays shut."""
    page = running.entry()
    running.bot.keyClicks(page.passphrase.edit, "not this one at all")
    running.bot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    running.bot.waitUntil(lambda: bool(page.fault()), timeout=20_000)
    assert "passphrase" in page.fault()
    assert page.passphrase.edit.echoMode() == QLineEdit.EchoMode.Password
    assert page.fault() in page.passphrase.edit.accessibleDescription()
    assert running.app.session is None


def test_an_empty_passphrase_is_not_tried(running: Running) -> None:
    """Pressing Unlock with nothing typed costs no second and counts as no guess."""
    page = running.entry()
    page.unlock_button.click()
    assert page.fault() == "Type your passphrase, then press Unlock."
    assert page.unlock_button.isEnabled()


def test_ctrl_l_locks_and_the_place_comes_back(
    running: Running, vault_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+L tells the launcher, ends with code 75, and the next unlock finds the same place."""
    session = running.unlock()
    session.context.navigate(Target("settings", part="keys"))
    QTest.keyClick(running.app.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    running.bot.waitUntil(lambda: bool(running.codes), timeout=10_000)
    assert running.codes == [75]
    assert capsys.readouterr().out == "locking\n"
    vault = access.unlock(vault_folder, "marble otter lantern quiet seven")
    at = vault.workplace(read_only=True)
    assert place_from(access.last_place(at)) == Target("settings", part="keys")
    at.book.close()
    vault.close()


def test_locking_before_unlocking_does_nothing(running: Running) -> None:
    """There is nothing to lock on the unlock page."""
    running.app.lock()
    assert running.codes == []


def test_closing_the_window_seals_too(running: Running, capsys: pytest.CaptureFixture[str]) -> None:
    """Closing puts the vault away like a lock does, and ends with code 0 so that the launcher ends too."""
    running.unlock()
    running.app.window.close()
    assert running.codes == [0]
    assert capsys.readouterr().out == ""


def test_what_is_queued_is_written_before_the_lock(running: Running, vault_folder: Path) -> None:
    """A case opened a moment before the lock is in the vault."""
    from hsb_assess.desk import caseload

    session = running.unlock()
    for n in range(3):
        session.operations.run(caseload.create_case, f"A-{n}")
    running.app.lock()
    vault = access.unlock(vault_folder, "marble otter lantern quiet seven")
    at = vault.workplace(read_only=True)
    assert [line.ref for line in caseload.cases(at)] == ["A-0", "A-1", "A-2"]
    at.book.close()
    vault.close()


class Clipboard(QObject):
    """A clipboard that knows whose text it holds, which the offscreen platform's does not."""

    dataChanged = Signal()  # noqa: N815 — Qt's own name
    selectionChanged = Signal()  # noqa: N815 — Qt's own name
    Mode = QClipboard.Mode

    def __init__(self) -> None:
        super().__init__()
        self.held, self.selected, self.ours = QMimeData(), "", False

    @property
    def text(self) -> str:
        """The text that can be pasted."""
        return self.held.text()

    def put(self, text: str, *, ours: bool) -> None:
        """Hold a text, ours or another app's; as an editor puts it, also in a form with its fonts."""
        self.held, self.ours = QMimeData(), ours
        self.held.setText(text)
        self.held.setHtml(f"<b>{text}</b>")
        self.dataChanged.emit()

    def select(self, text: str) -> None:
        """Hold what was merely selected, in this app."""
        self.selected, self.ours = text, True
        self.selectionChanged.emit()

    def mimeData(self) -> QMimeData:  # noqa: N802 — Qt's own name
        """Return what is held."""
        return self.held

    def setMimeData(self, held: QMimeData) -> None:  # noqa: N802 — Qt's own name
        """Hold it."""
        self.held = held
        self.dataChanged.emit()

    def ownsSelection(self) -> bool:  # noqa: N802 — Qt's own name
        """Say whose selection it is."""
        return self.ours

    def ownsClipboard(self) -> bool:  # noqa: N802 — Qt's own name
        """Say whose text it is."""
        return self.ours

    def supportsSelection(self) -> bool:  # noqa: N802 — Qt's own name
        """Have two clipboards, as Linux has."""
        return True

    def clear(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        """Forget the text, or the selection."""
        if mode == QClipboard.Mode.Clipboard:
            self.held = QMimeData()
        else:
            self.selected = ""


def test_our_own_clipboard_goes_with_the_lock(running: Running) -> None:
    """What was copied in the app does not outlive it; what another app holds is left alone."""
    running.unlock()
    assert running.app.desktop is not None
    clipboard = Clipboard()
    running.app.desktop.clipboard = ClipboardGuard(cast("QClipboard", clipboard))
    clipboard.put("another app's", ours=False)
    running.app.desktop.clipboard.clear()
    assert clipboard.text == "another app's"
    clipboard.put("words of a child", ours=True)
    running.app.lock()
    assert clipboard.text == ""


def test_our_own_clipboard_goes_after_a_while(qtbot: QtBot) -> None:
    """What was copied is gone when its time is up."""
    clipboard = Clipboard()
    guard = ClipboardGuard(cast("QClipboard", clipboard), seconds=0)
    clipboard.put("words of a child", ours=True)
    qtbot.waitUntil(lambda: clipboard.text == "")
    clipboard.select("words of a child")
    qtbot.waitUntil(lambda: not clipboard.selected)
    guard.deleteLater()


def test_our_own_text_asks_to_be_kept_nowhere(qtbot: QtBot) -> None:
    """Clipboard managers find their hint, and no form but the text; another app's text stays as it is."""
    del qtbot
    clipboard = Clipboard()
    guard = ClipboardGuard(cast("QClipboard", clipboard))
    clipboard.put("words of a child", ours=True)
    assert clipboard.text == "words of a child"
    assert set(clipboard.held.formats()) == {"text/plain", *HINTS}
    assert bytes(clipboard.held.data("x-kde-passwordManagerHint").data()) == b"secret"
    clipboard.put("another app's", ours=False)
    assert set(clipboard.held.formats()) == {"text/plain", "text/html"}
    guard.deleteLater()


def test_minimising_locks(running: Running) -> None:
    """A window put aside is a locked one."""
    running.unlock()
    running.app.window.showMinimized()
    running.bot.waitUntil(lambda: bool(running.codes), timeout=10_000)
    assert running.codes == [75]
    assert running.app.configuration.minimised


@pytest.mark.parametrize(("locked", "was_minimised"), [(True, True), (True, False), (False, True)])
def test_what_was_minimised_comes_back_minimised(
    qtbot: QtBot, vault_folder: Path, tmp_path: Path, *, locked: bool, was_minimised: bool
) -> None:
    """Only after a lock, and once; it gets ready all the same, so that a second start finds it."""
    configuration = Configuration(tmp_path / "config")
    configuration.minimised = was_minimised
    app = App(
        options.Options(vault=vault_folder, locked=locked), configuration, end=lambda _code: None, computer=Computer()
    )
    qtbot.addWidget(app.window)
    with qtbot.waitSignal(app.window.painted, timeout=10_000):
        app.start()
    assert app.window.isMinimized() is (locked and was_minimised)
    assert not configuration.minimised
    app.handed_over([])
    assert not app.window.isMinimized()


def test_stillness_locks(running: Running) -> None:
    """Five minutes without a key lock; a key puts it off."""
    now = [0.0]
    watch = IdleWatch(300, clock=lambda: now[0], boot_clock=lambda: now[0], parent=running.app.window)
    heard: list[bool] = []
    watch.still.connect(lambda: heard.append(True))
    watch.watch(running.app.window.windowHandle())
    now[0] = 299
    watch.look()
    assert not heard
    QTest.keyClick(running.app.window.windowHandle(), Qt.Key.Key_A)
    now[0] = 598
    watch.look()
    assert not heard
    now[0] = 599
    watch.look()
    assert heard == [True]
    watch.stop()


def test_sleep_locks(qtbot: QtBot) -> None:
    """A computer that slept locks at once when it wakes: the boot clock ran on, the monotonic one did not."""
    del qtbot
    now, boot = [0.0], [0.0]
    watch = IdleWatch(300, clock=lambda: now[0], boot_clock=lambda: boot[0])
    heard: list[bool] = []
    watch.still.connect(lambda: heard.append(True))
    now[0], boot[0] = 5, 5
    watch.look()
    assert not heard
    now[0], boot[0] = 6, 120
    watch.look()
    assert heard == [True]
    watch.stop()


def test_a_place_comes_back_as_it_was() -> None:
    """Every field of a place survives the vault; an unknown page, or none, means the caseload."""
    place = Target("assessment", case="c", assessment="a", path="M05.impact", cursor=17)
    assert place_from(place_to(place)) == place
    assert place_from({}) is None
    assert place_from({"page": "unlock"}) is None
    assert place_from({"page": "from_a_newer_version", "x": 1}) is None
    assert place_from({"page": "settings", "of_a_newer_version": 1}) == Target("settings")
