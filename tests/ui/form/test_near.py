"""What was answered elsewhere and comes near to a question stands with it, and leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hsb_assess.domain.answer import answered
from tests.ui.pages.open_case import Desk, desk_on, make_vault
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.widgets.errors import Link
from ui.widgets.text import Caption

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Made
    from ui.form.question import QuestionField


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A vault with one case, for this module."""
    return make_vault(tmp_path_factory.mktemp("near") / "vault")


@pytest.fixture
def desk(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A copy of it on screen."""
    with desk_on(made, tmp_path, qtbot) as found:
        yield found


def lines(field: QuestionField) -> list[Link]:
    """Return what stands with a question."""
    return [each for each in field.findChildren(Link) if each.isVisible()]


def test_self_harm_in_health_shows_what_the_first_day_said_and_asks_of_any_time(desk: Desk) -> None:
    """The question is another one, the answer of the first day stands with it and follows it, and Enter goes there."""
    page = desk.go("assessment")
    assert isinstance(page, AssessmentPage)

    def at(path: str) -> QuestionField:
        page.show_target(Target("assessment", case=desk.case, assessment=desk.assessment, path=path))
        return page.form.fields[path]

    health = at("M07.self_harm")
    assert "ever" in health.question
    assert lines(health) == []
    at("M01.self_harm_now")
    page.model.put("M01.self_harm_now", answered({"state": "suspected"}))
    (line,) = lines(at("M07.self_harm"))
    assert line.text() == (
        "Said already, in Referral and safety now: Is there any sign now that this child may harm themselves? Suspected"
    )
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.current_module() == "M01"
    assert page.form.current is page.form.fields["M01.self_harm_now"]


def test_where_the_children_sleep_is_shown_at_the_home_they_share(desk: Desk) -> None:
    """Each child's row of the first day has its line, with the child's name."""
    page = desk.go("assessment", "M01.shares_home")
    assert isinstance(page, AssessmentPage)
    children: list[str] = []
    page.model.add_thing("person", {"label": answered("child B"), "is": answered("child")}, children.append)
    desk.qtbot.waitUntil(lambda: bool(children))
    rows: list[str] = []
    page.model.add_row("M11.children", rows.append)
    desk.qtbot.waitUntil(lambda: bool(rows))
    page.model.put(f"M11.children[{rows[0]}].person", answered(children[0]))
    page.model.put(f"M11.children[{rows[0]}].sleeps_same_home", answered("weekends"))
    (line,) = lines(page.form.fields["M01.shares_home"])
    assert "(child B)" in line.text()


def test_lists_call_this_child_by_their_name(desk: Desk) -> None:
    """*This child* until somebody wrote a name, then what they like to be called, and a label that was chosen stands."""
    page = desk.go("assessment")
    assert isinstance(page, AssessmentPage)
    child = next(each for each in page.model.things_of("person") if each.text("is") == "this_child")
    assert page.model.thing_text(child.id) == "this child"
    page.model.put("M00.name", answered("Samuel Example"))
    assert page.model.thing_text(child.id) == "Samuel Example"
    page.model.put("M00.known_as", answered("Sam"))
    assert page.model.thing_text(child.id) == "Sam"
    page.model.put(f"things.person[{child.id}].label", answered("Child A"))
    assert page.model.thing_text(child.id) == "Child A"


def test_the_case_counts_nobody_who_is_only_a_worker(desk: Desk) -> None:
    """A new case has no people around this child: whoever works on it is none of them."""
    page = desk.go("case")
    told = [each.text() for each in page.findChildren(Caption)]
    assert not [each for each in told if each.startswith("People around this child")]
    assert [each for each in told if each.startswith("Nobody else is entered yet.")]
