"""The next section is built while somebody is with this one, and nothing about it is seen or counted before it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.form.section import SectionView
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def steps(desk: Desk) -> list[Callable[[], object]]:
    """What the app was asked to do in a quiet moment."""
    asked: list[Callable[[], object]] = []
    desk.session.do_ahead = asked.append
    return asked


@pytest.fixture
def page(desk: Desk, steps: list[Callable[[], object]]) -> AssessmentPage:
    """The assessment page at its first section."""
    del steps
    found = desk.go("assessment")
    assert isinstance(found, AssessmentPage)
    return found


def quiet_moment(page: AssessmentPage, steps: list[Callable[[], object]], qtbot: QtBot) -> None:
    """Let the section on screen be built to its end, then do what was put off."""
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in page.form.unfinished), timeout=20_000)
    while steps:
        steps.pop(0)()


def test_the_next_section_is_there_before_it_is_wanted(
    page: AssessmentPage, steps: list[Callable[[], object]], qtbot: QtBot
) -> None:
    """It is built, laid out and hidden; going on shows that very one, with the keyboard in its first question."""
    assert list(page.views) == ["M00"]
    quiet_moment(page, steps, qtbot)
    assert list(page.views) == ["M00", "M01"]
    ahead = page.views["M01"]
    assert page.current_module() == "M00"
    assert not ahead.isVisible()
    assert ahead.size() == page.stack.size()
    page.go_on()
    assert page.stack.currentWidget() is ahead
    focused = QApplication.focusWidget()
    assert focused is not None
    assert ahead.isAncestorOf(focused)


def test_a_long_section_is_finished_once_it_is_shown(
    desk: Desk, page: AssessmentPage, steps: list[Callable[[], object]], qtbot: QtBot
) -> None:
    """Ahead of time only its beginning is built; every question is there soon after it is on screen."""
    page.show_target(Target("assessment", case=desk.case, assessment=desk.assessment, path="M13"))
    name = page.beside(1)
    assert len(page.model.engine.paths(name)) > 30
    quiet_moment(page, steps, qtbot)
    ahead = page.views[name]
    assert isinstance(ahead, SectionView)

    def built() -> set[str]:
        return {path for path in page.form.fields if path.startswith(f"{name}.")}

    begun = built()
    page.go_on()
    qtbot.waitUntil(lambda: not page.form.unfinished, timeout=20_000)
    assert begun < built()


def test_a_step_that_comes_too_late_does_nothing(
    desk: Desk, page: AssessmentPage, steps: list[Callable[[], object]], qtbot: QtBot
) -> None:
    """Whoever left the page meanwhile is not kept waiting for it."""
    qtbot.waitUntil(lambda: not page.form.unfinished, timeout=20_000)
    desk.go("caseload")
    assert steps
    for step in steps:
        step()
    assert list(page.views) == ["M00"]
