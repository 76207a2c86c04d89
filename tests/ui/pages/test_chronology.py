"""The chronology on screen: lanes, spans, gaps, filters, and a table that says the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hsb_assess.desk import gathering
from tests.ui.pages.bench import Bench, words_in
from ui.pages.chronology import ChronologyPage

if TYPE_CHECKING:
    import pytest

    from tests.ui.pages.two_vaults import TwoVaults


def lines(page: ChronologyPage) -> list[list[str]]:
    """Return the words of the table, line by line."""
    assert page.table is not None
    model = page.table.model()
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_what_happened_to_this_child_stands_apart_from_what_this_child_did(bench: Bench, vaults: TwoVaults) -> None:
    """Two lanes hold them; the table has every event once, in order, and each gap that is drawn."""
    page = bench.page(ChronologyPage, case=vaults.case)
    assert page.drawing is not None
    by_lane = {each.lane for each in page.drawing.events}
    assert {"happened", "behaviour"} <= by_lane
    plan = page.drawing.plan(page.drawing.width())
    assert plan is not None
    told = [line for line in lines(page) if line[2] == "Gap"]
    assert len(told) == len(plan.silences) > 0
    drawing = page.drawing
    bench.qtbot.waitUntil(lambda: drawing.height() == drawing.heightForWidth(drawing.width()))
    assert all("No entry for" in line[3] for line in told)
    numbers = [int(line[0]) for line in lines(page) if line[2] != "Gap"]
    assert numbers == list(range(1, len(page.events) + 1))


def test_the_timeline_is_walked_and_opened_by_keyboard(bench: Bench, vaults: TwoVaults) -> None:
    """Right goes on in time, End to the last, up and down to another lane; the words stand below; Enter opens the entry."""
    page = bench.page(ChronologyPage, case=vaults.case)
    drawing = page.drawing
    assert drawing is not None
    drawing.setFocus()
    assert drawing.current == drawing.events[0].id
    QTest.keyClick(drawing, Qt.Key.Key_Right)
    assert drawing.current == drawing.events[1].id
    assert page.words.text() == drawing.events[1].said
    assert drawing.accessibleDescription().startswith(drawing.events[1].said)
    lane = drawing.events[1].lane
    QTest.keyClick(drawing, Qt.Key.Key_Down)
    now = next(each for each in drawing.events if each.id == drawing.current)
    assert now.lane != lane
    QTest.keyClick(drawing, Qt.Key.Key_End)
    QTest.keyClick(drawing, Qt.Key.Key_Return)
    assert bench.went[-1].path == f"M02.events[{drawing.events[-1].id}]"


def test_a_filter_shows_one_lane_or_kind_and_keeps_the_numbers(bench: Bench, vaults: TwoVaults) -> None:
    """What is left out makes no gap: gaps are named only where everything is shown."""
    page = bench.page(ChronologyPage, case=vaults.case)
    assert page.kind is not None
    page.kind.setCurrentIndex(page.kind.findData("lane:behaviour"))
    assert page.drawing is not None
    assert {each.lane for each in page.drawing.events} == {"behaviour"}
    assert [line[0] for line in lines(page)] == [str(each.number) for each in page.drawing.events]
    assert all(line[2] != "Gap" for line in lines(page))
    page.kind.setCurrentIndex(page.kind.findData("seen"))
    assert all(line[2] == "Seen by a worker" for line in lines(page))


def test_a_fuzzy_date_is_a_span_and_an_event_without_a_day_is_told(bench: Bench, vaults: TwoVaults) -> None:
    """A month is drawn from its first day to its last; what has no day stands last in the table and is said not to be drawn."""
    page = bench.page(ChronologyPage, case=vaults.case)
    when = {"date": "2025-11", "about": True}
    bench.operations.run(
        gathering.add_thing, vaults.case, "event", {"when": when, "what": "Moved.", "category": "move"}
    )
    bench.operations.run(gathering.add_thing, vaults.case, "event", {"what": "A fall.", "category": "health"})
    bench.settle()
    assert page.drawing is not None
    first = page.drawing.events[0]
    assert ((first.last - first.first).days, first.about) == (29, True)
    assert "Without a day, so not drawn: 1." in words_in(page)
    assert lines(page)[-1][1] == "Day not recorded"
    assert lines(page)[0][4] == "Not recorded"


def test_the_add_button_opens_the_panel_of_the_shell(
    bench: Bench, vaults: TwoVaults, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page has no way of its own to add: it asks for the one that is everywhere."""
    asked: list[int] = []
    monkeypatch.setattr(bench, "context", replace(bench.context, add_event=lambda: asked.append(1)))
    page = bench.page(ChronologyPage, case=vaults.case)
    assert page.first_focus() is page.add_button
    page.add_button.click()
    assert asked == [1]
