"""The unlock page after wrong tries: it says how long to wait, counts down, keeps what was typed, and forgets nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hsb_assess.vault.recoverykey import printed
from tests.ui.conftest import PASSPHRASE
from ui.entry import EntryContext
from ui.pages.unlock import UnlockPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hsb_assess.desk.access import OpenedVault

WRONG = printed(bytes(20))


def shown(bot: QtBot, folder: Path, opened: list[OpenedVault] | None = None) -> UnlockPage:
    """Show the page for a vault, as after a start of the app."""
    into = [] if opened is None else opened
    context = EntryContext(
        folder=folder,
        known=(),
        today=None,
        go=lambda _page, _folder: None,
        opened=lambda vault, _folder: into.append(vault),
        anchors=folder.parent / "anchors",
    )
    page = UnlockPage(context)
    bot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    return page


def fail(bot: QtBot, page: UnlockPage, times: int) -> None:
    """Type a recovery key that is none of this vault's; it costs no time to judge."""
    if not page._with_recovery:
        page.switch()
    for _ in range(times):
        page.field.set_fault("")
        page.passphrase.set_text(WRONG)
        bot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
        bot.waitUntil(lambda: bool(page.fault()), timeout=20_000)


def test_the_page_counts_down_and_keeps_what_was_typed(qtbot: QtBot, vault_folder: Path) -> None:
    """After three wrong tries: a live wait, no button, the words still in the field; then it can be tried again."""
    page = shown(qtbot, vault_folder)
    fail(qtbot, page, 2)
    assert page.unlock_button.isEnabled()
    fail(qtbot, page, 1)
    assert not page.unlock_button.isEnabled()
    assert page.passphrase.isEnabled()
    assert page.passphrase.text() == WRONG
    assert "You can try again in" in page.working.text()
    assert "seconds. Nothing is lost" in page.working.text()
    qtbot.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    assert "Opening" not in page.working.text()
    page.wait(1)  # the page may look at the file once more, where five seconds stand
    qtbot.waitUntil(page.unlock_button.isEnabled, timeout=20_000)
    assert page.working.isHidden()
    assert page.passphrase.text() == WRONG


def test_the_wait_is_there_after_a_restart(qtbot: QtBot, vault_folder: Path) -> None:
    """A fresh page looks for a wait that began before, and the right passphrase does not go round it."""
    fail(qtbot, shown(qtbot, vault_folder), 3)
    opened: list[OpenedVault] = []
    page = shown(qtbot, vault_folder, opened)
    page.passphrase.set_text(PASSPHRASE)
    page.unlock()
    qtbot.waitUntil(lambda: not page.unlock_button.isEnabled() and page.passphrase.isEnabled(), timeout=20_000)
    assert "You can try again in" in page.working.text()
    assert not opened
    assert not page.fault()


def test_long_waits_are_told_in_minutes(qtbot: QtBot, vault_folder: Path) -> None:
    """Nobody has to reckon with 900 seconds."""
    page = shown(qtbot, vault_folder)
    page.wait(900)
    assert "15 min 0 s" in page.working.text()
