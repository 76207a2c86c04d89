"""Every page by Tab alone: whatever is on screen and can be used is reached, and has a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from tests.ui.pages.open_case import desk_on, make_vault
from tests.ui.pages.two_vaults import open_vault
from ui.app import PAGES
from ui.computer.base import Computer
from ui.navigation import Page, Target
from ui.pages.assessment import AssessmentPage
from ui.shell.session import Session
from ui.theme.appearance import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk, Made
    from tests.ui.pages.two_vaults import TwoVaults

USED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView)
MOST = 900
PLACES = ("caseload", "packages", "case", "assessment", "sense", "check", "documents", "review", "family", "grid")
PARTS = ("people", "keys", "appearance")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A vault with one case and an empty assessment."""
    return make_vault(tmp_path_factory.mktemp("made") / "vault")


@pytest.fixture
def desk(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A copy of it, unlocked and on screen."""
    with desk_on(made, tmp_path, qtbot) as opened:
        yield opened


def walk() -> list[QWidget]:
    """Press Tab until the keyboard is back where it was; return everything that had it."""
    start = QApplication.focusWidget()
    assert start is not None
    QTest.keyClick(start, Qt.Key.Key_Tab)  # a page may begin at its whole content, which Tab does not come back to
    first = QApplication.focusWidget()
    seen: list[QWidget] = []
    now = first
    while now is not None and now not in seen and len(seen) < MOST:
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
    assert now is first, f"Tab does not come round: it stays at {named(now)}"
    return seen


def named(widget: QWidget | None) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget) if widget is not None else None
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def to_be_reached(root: QWidget) -> list[QWidget]:
    """Return what a person can use on screen: a set of radio buttons counts once, a list box without its inside."""
    found = []
    for each in root.findChildren(QWidget):
        inside = isinstance(each.parentWidget(), QComboBox | QAbstractItemView | QLineEdit)
        bar = isinstance(each.parentWidget(), QAbstractScrollArea) and not isinstance(each, USED)
        usable = isinstance(each, USED) and each.isVisible() and each.isEnabled()
        if usable and not inside and not bar and each.parentWidget() is not None and _may_have_keys(each):
            found.append(each)
    return found


def _may_have_keys(widget: QWidget) -> bool:
    # Buttons that a container walks by arrow keys say so by taking no focus themselves.
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def assert_all_reached(root: QWidget) -> None:
    """Walk, and say by name what was missed or has no name."""
    seen = walk()
    assert len(seen) < MOST
    nameless = [f"{type(each).__name__} {each.objectName()}" for each in seen if not named(each).strip()]
    assert nameless == []
    reached = set(seen) | {each.focusProxy() for each in seen} | {each.parentWidget() for each in seen}
    sets = {each.parentWidget() for each in seen if isinstance(each, QRadioButton)}
    missed = [
        f"{type(each).__name__} {named(each)!r}"
        for each in to_be_reached(root)
        if each not in reached and not (isinstance(each, QRadioButton) and each.parentWidget() in sets)
    ]
    assert missed == []


@pytest.mark.parametrize("place", PLACES)
def test_every_page_of_a_fresh_case(desk: Desk, place: str) -> None:
    """Nothing on a page needs the mouse, and nothing is without a name."""
    if place == "packages":
        desk.session.frame.navigator.go(Target(place))
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


@pytest.mark.parametrize("role", ["practitioner", "supervisor"])
@pytest.mark.parametrize("place", ["review", "documents", "check", "sense", "family", "chronology", "grid"])
def test_pages_of_a_submitted_case(vaults: TwoVaults, qtbot: QtBot, role: str, place: str) -> None:
    """The desk, the comments, the documents and the check are walked by Tab as well."""
    if role == "supervisor" and place in {"check", "family", "chronology"}:
        pytest.skip("a supervisor does not submit, and sees these pages as the practitioner does")
    opened = open_vault(vaults.supervisor if role == "supervisor" else vaults.practitioner)
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
