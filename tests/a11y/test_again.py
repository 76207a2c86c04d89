"""A child who is assessed again: what stands beside questions, and two assessments compared, for every reader and size."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from hsb_assess.datafiles import data_dir
from hsb_assess.desk import access, again, assessing
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.clock import clock_for
from tests.a11y.cuts import cut
from tests.a11y.desks import on_screen
from tests.a11y.inks import faint
from tests.a11y.walking import assert_all_reached
from tests.ui.pages.open_case import PASSPHRASE, make_vault
from tests.ui.pages.two_vaults import TwoVaults, open_vault
from ui.language import LANGUAGES, install
from ui.navigation import Page, Target
from ui.pages.assessment import AssessmentPage
from ui.theme import fonts
from ui.theme.appearance import Appearance
from ui.theme.palettes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.shell.session import Session

PLACES = {"between": "", "M01": "M01.reason", "M05": "M05.harm.sexual"}


LONG = "A sentence that goes on about what was reported. " * 9


@pytest.fixture(scope="module")
def assessed(tmp_path_factory: pytest.TempPathFactory) -> TwoVaults:
    """A vault with a child who was assessed and is being assessed again."""
    made = make_vault(tmp_path_factory.mktemp("again") / "vault")
    vault = access.unlock(made.folder, PASSPHRASE, clock=clock_for(date(2026, 3, 12)))
    at = vault.workplace(read_only=False)
    row = str(assessing.add_row(at, made.assessment, "M05.losses").created)
    said = {"M01.reason": LONG, "M01.told_child": "Told", "M19.needs.calm": 3, f"M05.losses[{row}].what": "A loss"}
    for path, value in said.items():
        assessing.record_answer(at, made.assessment, path, answered(value))
    waits = absent(Absence.NOT_SAFE, advised_by="police", recheck="2026-03-13")
    assessing.record_answer(at, made.assessment, "M05.harm.sexual", waits)
    at.book.close()
    vault.close()
    vault = open_vault(made.folder)
    at = vault.workplace(read_only=False)
    second = str(again.reassess(at, made.case).created)
    for path, value in {"M19.needs.calm": 1, "M15.talents": "Drawing"}.items():
        assessing.record_answer(at, second, path, answered(value))
    at.book.close()
    vault.close()
    return TwoVaults(made.folder, made.folder, made.case, second, b"")


def copied(assessed: TwoVaults, tmp_path_factory: pytest.TempPathFactory) -> TwoVaults:
    """Return a copy of the vault, for a window of its own."""
    copy = shutil.copytree(assessed.practitioner, tmp_path_factory.mktemp("copy") / "vault")
    return replace(assessed, practitioner=copy)


@pytest.fixture(scope="module", params=sorted(LANGUAGES))
def large(
    assessed: TwoVaults, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Session]:
    """It in a window of an ordinary laptop, with text of 200 per cent, in each language; nothing is written in it."""
    install(request.param)
    fonts.load(data_dir("resources") / "fonts", fonts.FIRST + fonts.LATER)
    with on_screen(
        copied(assessed, tmp_path_factory), Appearance("light", 200, language=request.param), 1366, 768
    ) as made:
        yield made
    install("en")
    Appearance("light", 100).apply()


def shown(session: Session, vaults: TwoVaults, qtbot: QtBot, place: str) -> Page:
    """Go to a page, with everything on it that comes later."""
    path = PLACES[place]
    target = Target(place, case=vaults.case)
    if path:
        target = Target("assessment", case=vaults.case, assessment=vaults.assessment, path=path)
    session.frame.navigator.go(target)
    qtbot.waitUntil(lambda: not session.operations.busy(), timeout=20_000)
    page = session.frame.navigator.page
    assert isinstance(page, Page)
    if isinstance(page, AssessmentPage):
        qtbot.waitUntil(lambda: bool(page.last.last.answers), timeout=20_000)
        page.last.complete()
        assert page.last.lines or page.last.rows
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("place", sorted(PLACES))
def test_no_word_is_cut_at_twice_the_size(large: Session, assessed: TwoVaults, qtbot: QtBot, place: str) -> None:
    """In English and in Welsh, whatever stands beside a question has the room that it needs."""
    shown(large, assessed, qtbot, place)

    def all_fits() -> None:
        assert list(cut(large.frame)) == []

    qtbot.waitUntil(all_fits, timeout=5_000)


@pytest.fixture(scope="module")
def session(assessed: TwoVaults, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A copy of it at ordinary size; nothing is written in it."""
    with on_screen(copied(assessed, tmp_path_factory), Appearance("light", 100), 1280, 860) as made:
        yield made
    Appearance("light", 100).apply()


@pytest.mark.parametrize("place", ["M01", "between"])
def test_it_is_reached_by_tab_named_and_read_in_every_theme(
    session: Session, assessed: TwoVaults, qtbot: QtBot, place: str
) -> None:
    """Nothing needs the mouse, nothing is without a name, nothing is too faint."""
    shown(session, assessed, qtbot, place)
    session.frame.activateWindow()
    for theme in THEMES:
        session.context.appearance.choose(theme=theme)
        QApplication.processEvents()
        assert list(faint(session.frame)) == [], theme
    session.context.appearance.choose(theme="light")
    assert_all_reached(session.frame)
