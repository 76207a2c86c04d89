"""An assessment on screen in which somebody writes, for the tests of spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.pages.open_case import Made, desk_on, make_vault
from tests.ui.shell.spelt import REASON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A vault with one assessment in which nothing is answered."""
    return make_vault(tmp_path_factory.mktemp("made") / "vault")


@pytest.fixture
def here(made: Made, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The assessment at the section of the referral; writing rests sooner than for people, and a menu waits for longer."""
    monkeypatch.setattr("ui.widgets.spelling.REST_MS", 60)
    monkeypatch.setattr("ui.shell.spelling.SUGGEST_MS", 20_000)
    with desk_on(made, tmp_path, qtbot) as desk:
        desk.go("assessment", REASON)
        yield desk
