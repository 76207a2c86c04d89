"""Receiving a package: what came of it in words, and what is set aside."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, sharing
from hsb_assess.desk.arriving import NOTES
from hsb_assess.desk.laptops import vault_for_other_laptop
from hsb_assess.vault.keys import KdfParameters
from tests.ui.pages.bench import Bench, Chosen
from tests.ui.pages.open_case import PASSPHRASE
from tests.ui.pages.two_vaults import make_two_vaults
from ui.navigation import Target
from ui.pages.packages import PackagesPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.two_vaults import TwoVaults


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> TwoVaults:
    """Two vaults; the supervisor has not received anything yet."""
    return make_two_vaults(tmp_path_factory.mktemp("two"), received=False)


@pytest.fixture
def bench(vaults: TwoVaults, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    """A copy of the supervisor's vault, open."""
    shutil.copytree(vaults.supervisor, tmp_path / "vault")
    bench = Bench(qtbot, tmp_path / "vault")
    yield bench
    bench.close()


def receive(bench: Bench, page: PackagesPage, path: Path, data: bytes) -> None:
    """Choose a file in the dialog and wait for the result."""
    path.write_bytes(data)
    page.files = Chosen(path)
    page.receive_button.click()
    bench.settle()


def test_a_package_is_taken_in_once(bench: Bench, vaults: TwoVaults, tmp_path: Path) -> None:
    """Received says from whom and how much; the same file again says so and changes nothing."""
    page = bench.page(PackagesPage)
    receive(bench, page, tmp_path / "one.assess", vaults.package)
    assert page.result.head.text() == "Received"
    assert page.result.words.text().startswith("Worker P sent an assessment for review: ")
    page.result.open_button.click()
    assert bench.went == [Target("case", case=vaults.case)]
    receive(bench, page, tmp_path / "one.assess", vaults.package)
    assert page.result.head.text() == "Already received"
    assert page.table.isHidden()


def test_a_package_that_was_changed_is_set_aside(bench: Bench, vaults: TwoVaults, tmp_path: Path) -> None:
    """The reason, the mend and the code are said, and the list keeps it."""
    spoiled = bytearray(vaults.package)
    spoiled[len(spoiled) // 2] ^= 1
    page = bench.page(PackagesPage)
    receive(bench, page, tmp_path / "two.assess", bytes(spoiled))
    assert page.result.head.text() == "Not taken in"
    assert page.result.code.text().startswith("Code: package")
    assert len(page.table.keys()) == len(sharing.quarantined(bench.at)) == 1
    assert page.receive_button.isEnabled()


def test_a_file_that_cannot_be_read_is_said(bench: Bench, tmp_path: Path) -> None:
    """A stick that was pulled out is no package: nothing is set aside."""
    page = bench.page(PackagesPage)
    page.receive(tmp_path / "gone.assess")
    assert page.result.code.text() == "Code: file_unreadable"
    assert not page.table.keys()


def test_choosing_no_file_changes_nothing(bench: Bench) -> None:
    """Thinking better of it is fine."""
    page = bench.page(PackagesPage)
    page.files = Chosen(None)
    page.ask_which()
    assert page.result.isHidden()


def test_what_was_noticed_about_a_package_is_said(bench: Bench) -> None:
    """A package that was let in, with something the reader should know of, says so in a sentence."""
    page = bench.page(PackagesPage)
    page.result.say("good", "Received", "Worker P sent an assessment for review.")
    assert page.result.notes.isHidden()
    page.result.remark([NOTES["package_gap"]])
    assert "has not been opened here" in page.result.notes.text()
    assert page.result.tone == "warning"
    assert "has not been opened here" in page.result.accessibleName()


def test_a_case_for_ones_own_other_laptop(vaults: TwoVaults, tmp_path: Path, qtbot: QtBot) -> None:
    """Offered only to who has another laptop; the package says nothing in its name, and only its sender opens it."""
    shutil.copytree(vaults.practitioner, tmp_path / "vault")
    bench = Bench(qtbot, tmp_path / "vault")
    assert bench.page(PackagesPage).own.isHidden()
    writing = bench.vault.workplace(read_only=False)
    vault_for_other_laptop(bench.vault, writing, tmp_path / "stick", PASSPHRASE, kdf=KdfParameters.floor())
    page = bench.page(PackagesPage)
    assert page.own.isVisible()
    chosen = Chosen(tmp_path / "own.assess")
    page.files = chosen
    page.own.save_button.click()
    qtbot.waitUntil((tmp_path / "own.assess").is_file, timeout=20_000)
    bench.settle()
    assert chosen.suggested.endswith(".assess")
    assert any("saved" in each.text for each in bench.said)
    bench.close()
    other = access.unlock(tmp_path / "stick", PASSPHRASE)
    received = sharing.receive(other.workplace(read_only=False), (tmp_path / "own.assess").read_bytes())
    assert (received.status, received.refused, received.case) == ("received", (), vaults.case)
    other.close()
