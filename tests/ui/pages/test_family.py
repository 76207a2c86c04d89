"""The family map on screen: keyboard, moving, opening, and the table that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hsb_assess.desk import gathering, mapping
from hsb_assess.domain.answer import answered
from tests.ui.pages.bench import Bench, words_in
from tests.ui.pages.open_case import Desk, desk_on, make_vault
from ui.navigation import Target
from ui.pages.family import FamilyPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.two_vaults import TwoVaults
    from ui.draw.family import FamilyDrawing

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A case in which nobody is entered but this child and the worker, who are there from the start."""
    made = make_vault(tmp_path / "made")
    with desk_on(made, tmp_path, qtbot, copied=True) as desk:
        yield desk


def shown(bench: Bench, vaults: TwoVaults, path: str | None = None) -> tuple[FamilyPage, FamilyDrawing]:
    """Show the map with the keyboard on it."""
    page = bench.page(FamilyPage, case=vaults.case, path=path)
    assert page.drawing is not None
    page.drawing.setFocus()
    return page, page.drawing


def called(page: FamilyPage, label: str) -> str:
    """Return the id of somebody by what they are called."""
    return next(each.id for each in page.people if each.label == label)


def test_the_map_is_walked_and_opened_by_keyboard(bench: Bench, vaults: TwoVaults) -> None:
    """It starts at this child; arrows go about, each name is said; Enter opens where the person is entered."""
    page, drawing = shown(bench, vaults)
    child = next(each.id for each in page.people if each.kind == "this_child")
    assert drawing.current == child
    QTest.keyClick(drawing, Qt.Key.Key_Up)
    above = drawing.current
    assert above != child
    assert drawing.accessibleDescription().startswith(page.faces[above].said)
    QTest.keyClick(drawing, Qt.Key.Key_Home)
    assert drawing.current == child
    seen = {drawing.current}
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        for _each in page.people:
            QTest.keyClick(drawing, key)
            seen.add(drawing.current)
    assert seen == {each.id for each in page.people}
    QTest.keyClick(drawing, Qt.Key.Key_Return)
    assert bench.went[-1].path == f"things.person[{drawing.current}]" or bench.went[-1].path == (
        f"things.agency[{drawing.current}]"
    )


def test_somebody_is_moved_by_keyboard_and_by_mouse_and_stays(bench: Bench, vaults: TwoVaults) -> None:
    """The place is kept in the vault with the case; putting everybody in order forgets it, and can be taken back."""
    page, drawing = shown(bench, vaults)
    mother = called(page, "mother")
    drawing.select(mother)
    before = drawing.plan.spot(mother)
    QTest.keyClick(drawing, Qt.Key.Key_Right, _CTRL)
    bench.settle()
    after = drawing.plan.spot(mother)
    assert before is not None
    assert after is not None
    assert after.x > before.x
    assert mapping.places(bench.at, vaults.case) == {mother: (after.x, after.y)}
    grab = drawing.measures().shape(after).center().toPoint()
    QTest.mousePress(drawing, Qt.MouseButton.LeftButton, pos=grab)
    QTest.mouseMove(drawing, grab + QPoint(0, 3 * drawing.measures().tall))
    QTest.mouseRelease(drawing, Qt.MouseButton.LeftButton, pos=grab + QPoint(0, 3 * drawing.measures().tall))
    bench.settle()
    there = drawing.plan.spot(mother)
    assert there is not None
    assert there.y == after.y + 3
    again = FamilyPage(bench.context, case=vaults.case)
    assert again.moved == {mother: (there.x, there.y)}
    again.deleteLater()
    page.tidy_button.click()
    bench.settle()
    assert mapping.places(bench.at, vaults.case) == {}
    assert drawing.plan.spot(mother) == before
    assert page.tidy_button.text() == "Back to where they were"
    page.tidy_button.click()
    bench.settle()
    assert mapping.places(bench.at, vaults.case) == {mother: (there.x, there.y)}


def test_who_has_the_keyboard_is_in_sight(bench: Bench, vaults: TwoVaults) -> None:
    """On a map that is higher than the window, the page scrolls to the person, not to the map as a whole."""
    page, drawing = shown(bench, vaults)
    page.resize(900, 420)
    last = max(drawing.plan.spots, key=lambda each: (each.y, each.x)).id
    drawing.select(last)

    def seen() -> bool:
        top = drawing.mapTo(page, drawing.current_rect().topLeft()).y()
        return 0 <= top <= page.height()

    bench.qtbot.waitUntil(seen)


def test_larger_text_leaves_room_for_fewer_side_by_side(bench: Bench, vaults: TwoVaults) -> None:
    """The network goes on in the next line, so that nobody in it is beyond the edge at 150 per cent."""
    page, drawing = shown(bench, vaults)
    before = page.columns
    bench.appearance.choose(percent=150)
    bench.qtbot.waitUntil(lambda: page.columns < before)
    assert max(band.columns for band in drawing.plan.bands) <= max(2, page.columns)
    bench.appearance.choose(percent=100)


def test_the_table_says_what_the_map_shows_and_what_nobody_recorded(bench: Bench, vaults: TwoVaults) -> None:
    """Everybody has a line; sex, home and contact that are not recorded are said to be not recorded, never left empty."""
    page, drawing = shown(bench, vaults)
    assert page.table is not None
    assert set(page.table.keys()) == {spot.id for spot in drawing.plan.spots}
    model = page.table.model()
    lines = {
        page.table.keys()[row]: [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    }
    mother = lines[called(page, "mother")]
    assert mother[:3] == ["mother", "Parent", "With this child"]
    assert "Sex: not recorded." in mother[4]
    unknown = lines[next(each.id for each in page.people if each.kind == "unidentified")]
    assert unknown[2] == "Not recorded"
    page.table.opened.emit(called(page, "mother"))
    assert bench.went[-1] == Target(
        "assessment",
        case=vaults.case,
        assessment=vaults.assessment,
        path=f"things.person[{called(page, 'mother')}]",
    )


def test_what_is_recorded_later_is_drawn_at_once(bench: Bench, vaults: TwoVaults) -> None:
    """Parents that somebody records give a line; the keyboard stays on the map."""
    page, drawing = shown(bench, vaults, path=None)
    mother, child = called(page, "mother"), drawing.current
    assert drawing.plan.descents == ()
    bench.operations.run(gathering.set_field, vaults.case, child, "parents", answered([mother]))
    bench.settle()
    assert page.drawing is not None
    assert page.drawing is not drawing
    assert [each.parents for each in page.drawing.plan.descents] == [(mother,)]


def test_an_empty_map_says_what_will_stand_here(empty: Desk) -> None:
    """Without anybody else there is no drawing, but a sentence and a way to enter people."""
    page = empty.go("family")
    assert isinstance(page, FamilyPage)
    assert page.drawing is None
    assert "Nobody else is entered yet" in words_in(page)
    assert page.first_focus() is page.add_button
    page.add_button.click()
    empty.quiet()
    target = empty.session.frame.navigator.target
    assert target is not None
    assert (target.page, target.path) == ("assessment", "things.person")
