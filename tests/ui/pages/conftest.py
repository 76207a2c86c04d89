"""Two vaults with a submitted case, made once for all pages; each test copies what it writes in."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, cast

import pytest

from tests.ui.pages.bench import Bench
from tests.ui.pages.two_vaults import TwoVaults, make_two_vaults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="session")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> TwoVaults:
    """A whole case of a practitioner, submitted, and received by their supervisor."""
    return make_two_vaults(tmp_path_factory.mktemp("two"))


@pytest.fixture(scope="module")
def opened_once(vaults: TwoVaults, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Bench]:
    """A copy of the practitioner's vault, unlocked once for the tests of a module."""
    del qapp
    folder = tmp_path_factory.mktemp("once") / "own"
    shutil.copytree(vaults.practitioner, folder)
    made = Bench(cast("QtBot", None), folder)  # each test gives its own
    yield made
    made.close()


@pytest.fixture
def bench(opened_once: Bench, qtbot: QtBot) -> Iterator[Bench]:
    """The practitioner's vault, open; what a test writes in it stays there for those after it in its module."""
    opened_once.qtbot = qtbot
    yield opened_once
    opened_once.forget()
