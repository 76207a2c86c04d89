"""Backups on screen: made, copied, looked into beside the vault, and put in its place from the page before it."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from hsb_assess.desk import access, caseload, upkeep
from hsb_assess.desk.backups import back_up
from hsb_assess.desk.looking import lay_out, take_away
from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import ballast
from tests.ui.conftest import PASSPHRASE, Running
from ui import options
from ui.app import App
from ui.computer.base import Computer
from ui.configuration import Configuration
from ui.navigation import Target
from ui.pages.caseload import CaseloadPage
from ui.pages.restoring import RestorePage
from ui.pages.settings import SettingsPage
from ui.sidewindow import look_into

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def settings(running: Running) -> SettingsPage:
    """Unlock and go to the backups."""
    session = running.unlock()
    session.context.navigate(Target("settings", part="backups"))
    page = running.page(SettingsPage)
    assert isinstance(page, SettingsPage)
    running.settle()
    return page


def test_a_backup_is_made_and_copied(running: Running, tmp_path: Path) -> None:
    """None at first; one now; then a folder elsewhere that gets the next one, and says when it is not there."""
    part = settings(running).backups
    assert part.empty.isVisible()
    assert not part.copy_button.isEnabled()
    part.now_button.click()
    running.bot.waitUntil(lambda: len(part.table.keys()) == 1, timeout=20_000)
    part.choose(tmp_path / "stick")
    running.bot.waitUntil(part.copy_button.isEnabled, timeout=20_000)
    assert str(tmp_path / "stick") in part.where.text()
    part.copy_button.click()
    running.bot.waitUntil(lambda: len(part.table.keys()) == 2, timeout=20_000)
    assert len(list((tmp_path / "stick").iterdir())) == 2
    shutil.rmtree(tmp_path / "stick")
    part.read()
    running.settle()
    running.bot.waitUntil(lambda: "not connected" in part.where.text(), timeout=20_000)
    assert not part.copy_button.isEnabled()
    assert part.now_button.isEnabled()


def test_upkeep_makes_the_first_backup_and_asks_for_a_second_medium(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A while after the unlock, once a session; the note leads to the backups."""
    monkeypatch.setattr(ballast, "BALLAST_BYTES", 1 << 20)
    monkeypatch.setattr(upkeep, "ASKED_AFTER", timedelta())
    session = running.unlock()
    said = []
    session.notices.said.connect(said.append)
    with running.bot.waitSignal(session.operations.changed):
        session.operations.run(caseload.create_case, "REF-1")
    session.upkeep.look()
    running.bot.waitUntil(lambda: not session.upkeep.busy(), timeout=30_000)
    running.bot.waitUntil(lambda: len(said) > 0, timeout=20_000)
    assert "second medium" in said[0].text
    assert said[0].action is not None
    said[0].action[1]()
    page = running.page(SettingsPage)
    assert isinstance(page, SettingsPage)
    running.settle()
    running.bot.waitUntil(lambda: len(page.backups.table.keys()) == 1, timeout=20_000)
    session.upkeep.look()
    running.bot.waitUntil(lambda: not session.upkeep.busy(), timeout=30_000)
    QApplication.processEvents()
    assert len([each for each in said if "second medium" in each.text]) == 1


@pytest.fixture(scope="module")
def backed(sealed_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked vault with two cases and a backup that has one of them."""
    folder = tmp_path_factory.mktemp("backed") / "vault"
    shutil.copytree(sealed_vault, folder)
    opened = access.unlock(folder, PASSPHRASE)
    at = opened.workplace(read_only=False)
    caseload.create_case(at, "REF-1")
    back_up(opened.vault, "asked", SystemClock())
    caseload.create_case(at, "REF-2")
    opened.close()
    return folder


@pytest.fixture
def backup(backed: Path, tmp_path: Path) -> Path:
    """The backup in a copy of that vault."""
    shutil.copytree(backed, tmp_path / "backed")
    (found,) = (tmp_path / "backed" / "backups").iterdir()
    return found


def references(app: App) -> list[str]:
    """Return the references of the cases on the first page."""
    assert app.session is not None
    return sorted(line.ref for line in caseload.cases(app.session.at))


def started(qtbot: QtBot, tmp_path: Path, chosen: options.Options) -> Running:
    """Start the app as after a lock."""
    codes: list[int] = []
    app = App(chosen, Configuration(tmp_path / "config"), end=codes.append, computer=Computer())
    app.start()
    qtbot.addWidget(app.window)
    return Running(app, qtbot, codes)


def test_a_look_shows_the_backup_and_changes_nothing(backup: Path, qtbot: QtBot, tmp_path: Path) -> None:
    """The usual pages, with a note what this is; writing is refused; afterwards the copy is gone and the backup as it was."""
    before = {path.name: path.read_bytes() for path in backup.iterdir()}
    folder = lay_out(backup, tmp_path / "looking")
    aside = started(qtbot, tmp_path, options.Options(vault=folder, look=folder))
    assert not aside.entry().restore_button.isVisible()
    session = aside.unlock(PASSPHRASE)
    assert isinstance(aside.page(CaseloadPage), CaseloadPage)
    assert references(aside.app) == ["REF-1"]
    with qtbot.waitSignal(session.operations.failed) as failed:
        session.operations.run(caseload.create_case, "REF-3")
    assert failed.args is not None
    assert isinstance(failed.args[0], HsbAssessError)
    assert failed.args[0].code == "vault_read_only"
    assert not take_away(folder), "it is open"
    aside.app.close()
    assert aside.codes == [0]
    assert not folder.exists()
    assert {path.name: path.read_bytes() for path in backup.iterdir()} == before
    assert folder not in Configuration(tmp_path / "config").vaults


def test_a_backup_takes_the_vaults_place(backup: Path, qtbot: QtBot, tmp_path: Path) -> None:
    """From the unlock page: the newest is chosen, a wrong passphrase is told, then it is in place and opens."""
    folder = backup.parent.parent
    other = started(qtbot, tmp_path, options.Options(vault=folder))
    other.entry().restore_button.click()
    page = other.app.window.centralWidget()
    assert isinstance(page, RestorePage)
    assert page.table.current_key() == str(backup)
    page.put_button.click()
    assert "Type what opens" in page.field.fault()
    page.secret.edit.setText("not the right words at all")
    page.put_button.click()
    qtbot.waitUntil(lambda: "passphrase" in page.field.fault() and page.put_button.isEnabled(), timeout=30_000)
    page.secret.edit.setText(PASSPHRASE)
    page.put_button.click()
    qtbot.waitUntil(lambda: hasattr(page, "unlock_button"), timeout=30_000)
    page.unlock_button.click()
    other.unlock(PASSPHRASE)
    assert references(other.app) == ["REF-1"]
    assert len(list(folder.glob("before-restore-*"))) == 1
    other.app.close()


def test_a_folder_with_copies_is_chosen_where_there_is_no_vault(backup: Path, qtbot: QtBot, tmp_path: Path) -> None:
    """A stick with backups, or one of them; nothing can be put in place before there is one."""
    stick = tmp_path / "stick"
    shutil.copytree(backup, stick / backup.name)
    other = started(qtbot, tmp_path, options.Options(vault=tmp_path / "none"))
    other.app.show_entry("restore", tmp_path / "new" / "vault")
    page = other.app.window.centralWidget()
    assert isinstance(page, RestorePage)
    assert not page.opening.isEnabled()
    for chosen in (stick, stick / backup.name):
        page.show_folder(chosen)
        assert page.table.keys() == (str(stick / backup.name),)
    page.secret.edit.setText(PASSPHRASE)
    page.put_in_place()
    qtbot.waitUntil(lambda: hasattr(page, "unlock_button"), timeout=30_000)
    assert (tmp_path / "new" / "vault" / "vault.db").is_file()


def test_the_window_beside_is_a_process_that_clears_up_after_itself(
    backup: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It starts although the app is open, on a copy of its own; ended, it leaves nothing."""
    looking = tmp_path / "looking"
    painted = tmp_path / "painted"
    monkeypatch.setenv("HSB_ASSESS_PAINTED", str(painted))
    process = look_into(lay_out(backup, looking))
    try:
        qtbot.waitUntil(painted.is_file, timeout=60_000)
        (folder,) = looking.iterdir()
        assert (folder / "vault.db").is_file()
        process.terminate()
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
    assert list(looking.iterdir()) == []
