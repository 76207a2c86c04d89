"""Every page by Tab alone: whatever is on screen and can be used is reached, and has a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tests.a11y.walking import assert_all_reached
from tests.ui.pages.open_case import desk_on, make_vault
from tests.ui.pages.two_vaults import open_vault
from ui.app import PAGES
from ui.computer.base import Computer
from ui.navigation import Page, Target
from ui.pages.assessment import AssessmentPage
from ui.settingsparts import settings_parts
from ui.shell.session import Session
from ui.theme.appearance import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk, Made
    from tests.ui.pages.two_vaults import TwoVaults

PLACES = (
    "caseload",
    "packages",
    "case",
    "assessment",
    "sense",
    "check",
    "documents",
    "review",
    "family",
    "grid",
    "tonight",
    "chronology",
    "visit",
    "voice",
    "beside",
)
PARTS = tuple(settings_parts())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A vault with one case and an empty assessment."""
    return make_vault(tmp_path_factory.mktemp("made") / "vault")


@pytest.fixture
def desk(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A copy of it, unlocked and on screen."""
    with desk_on(made, tmp_path, qtbot) as opened:
        yield opened


@pytest.mark.parametrize("place", PLACES)
def test_every_page_of_a_fresh_case(desk: Desk, place: str) -> None:
    """Nothing on a page needs the mouse, and nothing is without a name."""
    if place in {"packages", "beside"}:
        desk.session.frame.navigator.go(Target(place, case=desk.case if place == "beside" else None))
        desk.quiet()
    else:
        desk.go(place)
    assert_all_reached(desk.session.frame)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_settings(desk: Desk, part: str) -> None:
    """Nothing in the settings needs the mouse."""
    desk.session.frame.navigator.go(Target("settings", part=part))
    desk.quiet()
    assert_all_reached(desk.session.frame)


@pytest.mark.parametrize("path", ["M01.received", "M05.harm.sexual", "M14.wants_known", "M20.settings", "M21.actions"])
def test_sections_with_panels_open(desk: Desk, path: str) -> None:
    """A row, an evidence panel and a new item in it are reached in the order in which they stand."""
    page = desk.go("assessment", path)
    assert isinstance(page, AssessmentPage)
    field = page.form.fields.get(path)
    if field is not None and field.evidence_button is not None:
        field.open_evidence()
        assert field.evidence_panel is not None
        field.evidence_panel.new_panel.start()
        field.evidence_panel.new_panel.more_button.click()
    elif field is None:
        rows = page.views[path[:3]].list.parts[path[4:]]
        rows.add()  # type: ignore[attr-defined]  # a list of rows, as the form says
    desk.quiet()
    assert_all_reached(desk.session.frame)


@pytest.mark.parametrize("place", ["review", "documents", "sense", "grid", "voice"])
def test_pages_of_a_supervisor(vaults: TwoVaults, qtbot: QtBot, place: str) -> None:
    """What a supervisor sees of a submitted case is walked, too; the practitioner's side is in :mod:`test_themes`."""
    opened = open_vault(vaults.supervisor)
    session = Session(opened, PAGES, Appearance("light", 100), Computer(), lock=lambda: None)
    session.frame.resize(1280, 860)
    session.frame.show()
    session.start()
    session.frame.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is session.frame)
    session.frame.navigator.go(Target(place, case=vaults.case, assessment=vaults.assessment))
    qtbot.waitUntil(lambda: not session.operations.busy(), timeout=20_000)
    try:
        assert isinstance(session.frame.navigator.page, Page)
        assert_all_reached(session.frame)
    finally:
        session.seal()
        assert session.put_away(None, 10.0)
        session.frame.close()
        session.frame.deleteLater()
