"""An older copy of a vault, as its person meets it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.ui.conftest import Running
from ui import options
from ui.app import App
from ui.computer.base import Computer
from ui.configuration import Configuration
from ui.pages.caseload import CaseloadPage
from ui.pages.older import OlderPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_an_older_vault_says_so_and_goes_on_after_an_explanation(
    running: Running, vault_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """After unlocking it tells what is missing, takes the second person's words, and the next unlock is as usual."""
    shutil.copytree(vault_folder, tmp_path / "copy")
    running.unlock()
    running.app.close()
    shutil.rmtree(vault_folder)
    shutil.move(tmp_path / "copy", vault_folder)

    codes: list[int] = []
    app = App(
        options.Options(vault=vault_folder), Configuration(tmp_path / "config"), end=codes.append, computer=Computer()
    )
    app.start()
    qtbot.addWidget(app.window)
    again = Running(app, qtbot, codes)
    session = again.unlock()
    page = again.page(OlderPage)
    assert isinstance(page, OlderPage)
    page.explain_button.click()
    assert page.name_field.fault()
    assert page.role_field.fault()
    assert page.reason_field.fault()
    page.name.setText("Asha Rahman")
    page.role.setText("Manager")
    page.reason.setPlainText("The laptop was replaced and a backup put back.")
    page.explain_button.click()
    again.settle()
    assert "Somebody else" in page.name_field.fault()
    page.name.setText("Sam Manager")
    page.explain_button.click()
    qtbot.waitUntil(lambda: isinstance(session.frame.navigator.page, CaseloadPage))
    assert session.vault.older is None
    app.close()
    app.window.may_close = True
