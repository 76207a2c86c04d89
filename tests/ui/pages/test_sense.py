"""Making sense on screen: four views of a whole case, each with its table, every part a way to its question."""

from __future__ import annotations

import shutil
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView

from hsb_assess.desk import assessing
from hsb_assess.domain.answer import answered
from tests.ui.pages.bench import Bench, named
from ui.draw.planline import PlanLineDrawing
from ui.draw.steps import StepsRow
from ui.draw.thread import ThreadDrawing
from ui.navigation import Target
from ui.pages.sense import PARTS, SensePage
from ui.pages.sense.board import BoardView
from ui.pages.sense.levels import LevelsView
from ui.pages.sense.safety import SafetyView
from ui.pages.sense.support import SupportView
from ui.widgets.empty import EmptyState
from ui.widgets.pills import Pill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.pages.two_vaults import TwoVaults

CALM = "M19.needs.calm"


@pytest.fixture(scope="module")
def vault(vaults: TwoVaults, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the practitioner's vault that only these tests use."""
    return shutil.copytree(vaults.practitioner, tmp_path_factory.mktemp("sense") / "vault")


@pytest.fixture
def bench(vault: Path, qtbot: QtBot) -> Iterator[Bench]:
    """The vault, open."""
    opened = Bench(qtbot, vault)
    yield opened
    opened.close()


def shown(bench: Bench, vaults: TwoVaults, part: str = "board", *, tables: bool = False) -> SensePage:
    """Return the page at a view, once everything is read."""
    page = bench.page(SensePage, case=vaults.case, assessment=vaults.assessment, part=part)
    page.as_tables.setChecked(tables)
    bench.qtbot.waitUntil(lambda: part in page.views, timeout=20_000)
    return page


def words(widget: QWidget) -> str:
    """Return all that is written on a widget: labels, buttons, cells."""
    found = [each.text() for each in widget.findChildren(QLabel)]
    found += [each.text() for kind in (QAbstractButton, Pill) for each in widget.findChildren(kind)]
    for each in widget.findChildren(QTableView):
        model = each.model()
        found += [
            str(model.index(row, column).data())
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
    return "\n".join(found)


def went(bench: Bench) -> str | None:
    """Return the question that was opened last."""
    assert bench.went[-1].page == "assessment"
    return bench.went[-1].path


def test_the_board_shows_each_part_with_its_evidence(bench: Bench, vaults: TwoVaults) -> None:
    """A card says what is written; its evidence unfolds; it opens its question; an item opens where it is entered."""
    page = shown(bench, vaults)
    board = page.views["board"]
    assert isinstance(board, BoardView)
    card = board.cards["M18.predisposing"]
    assert "Father gone since he was three" in words(card)
    assert card.items.isHidden()
    card.evidence_button.click()
    assert not card.items.isHidden()
    assert "guinea pig" in words(card.items)
    card.open_button.click()
    assert went(bench) == "M18.predisposing"
    item = card.items.findChild(QAbstractButton)
    assert isinstance(item, QAbstractButton)
    QTest.keyClick(item, Qt.Key.Key_Return)
    opened = went(bench)
    assert opened is not None
    assert opened.startswith("things.evidence[")
    considered = [board.cards[each.why] for each in board.board.explanations]
    assert all(isinstance(each, type(card)) for each in considered)
    assert len(considered) >= 2
    assert "Another account of bath time" in words(board.cards["M18.change_mind"])


def test_choosing_a_card_draws_its_thread(bench: Bench, vaults: TwoVaults) -> None:
    """The drawing and the table hold the same beads; a row and a box open their question."""
    page = shown(bench, vaults)
    board = page.views["board"]
    assert isinstance(board, BoardView)
    board.cards["M18.needs_behind"].thread_button.click()
    part = board.threads
    assert part is not None
    assert part.choice.currentData() == "M18.needs_behind"
    assert not part.drawing.isHidden()
    board.jump_button.click()
    assert page.focusWidget() is part.choice
    assert part.choice.currentData() == "M18.needs_behind"
    part.show_thread(CALM)
    drawn = set(part.table.keys())
    assert {CALM, "M18.precipitating"} <= drawn
    assert "Trauma-informed play sessions" in words(part)
    part.table.select(CALM)
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    assert went(bench) == CALM
    for drawing in (part.drawing,):
        assert isinstance(drawing, ThreadDrawing)
        drawing.resize(900, drawing.heightForWidth(900))
        where = drawing.at("M18.precipitating").center().toPoint()
        QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        assert went(bench) == "M18.precipitating"
        assert {key for key in drawn if not drawing.at(key).isEmpty()} == drawn


def test_a_narrow_thread_stands_under_each_other(bench: Bench, vaults: TwoVaults) -> None:
    """Where five columns have no room, the stages stand one below the other, and none is cut."""
    page = shown(bench, vaults)
    board = page.views["board"]
    assert isinstance(board, BoardView)
    assert board.threads is not None
    board.threads.show_thread(CALM)
    drawing = board.threads.drawing
    wide, narrow = drawing.heightForWidth(1000), drawing.heightForWidth(420)
    assert narrow > wide
    drawing.resize(420, narrow)
    boxes = [drawing.at(key) for key in board.threads.table.keys()]  # noqa: SIM118 (a table is no dictionary)
    assert all(box.right() <= 420 and box.bottom() <= narrow for box in boxes)
    assert all(one.bottom() <= other.top() for one, other in pairwise(boxes))


@pytest.mark.parametrize("part", PARTS)
def test_each_table_says_what_the_drawing_says(bench: Bench, vaults: TwoVaults, part: str) -> None:
    """Every question that a view opens is a row of its table, and what is written stands in both."""
    page = shown(bench, vaults, part)
    drawn = words(page.views[part])
    page.as_tables.setChecked(True)
    told = words(page.views[part])
    sense = page.sense
    assert sense is not None
    keys = {key for each in page.views[part].findChildren(QTableView) for key in each.keys()}  # type: ignore[attr-defined]  # noqa: SIM118  # all tables are ours, and no dictionaries
    if part == "board":
        assert {each.path for each in sense.board.parts} <= keys
    elif part == "levels":
        assert {each.path for each in (*sense.levels.needs, *sense.levels.strengths)} <= keys
        assert {each.words for each in sense.levels.concerns} <= keys
    elif part == "safety":
        assert {each.row.at("adults_do") for each in sense.safety.settings} <= keys
    else:
        assert {each.row.at("action") for each in sense.support.steps} <= keys
    said = {
        "board": "Father gone since he was three",
        "levels": "Somebody may be harming him",
        "safety": "Grandmother does bath and bed time",
        "support": "Trauma-informed play sessions",
    }[part]
    assert said in told
    assert said in drawn or part == "support"
    assert not page.views[part].findChildren(PlanLineDrawing) or not page.as_tables.isChecked()


def test_levels_are_three_displays_and_no_sum(bench: Bench, vaults: TwoVaults) -> None:
    """Eight needs and four strengths stand each in its own row with its word; no figure is on the view at all."""
    page = shown(bench, vaults, "levels")
    view = page.views["levels"]
    assert isinstance(view, LevelsView)
    named(view, "Show the thread of: Concern: harm to this child").click()
    board = page.views["board"]
    assert isinstance(board, BoardView)
    assert board.threads is not None
    assert board.threads.choice.currentData() == "M19.risk_to_concern"
    assert len(view.rows) == 12
    row = view.rows[CALM]
    assert isinstance(row, StepsRow)
    assert row.accessibleName().startswith("Need: calm: Harming daily life")
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert went(bench) == CALM
    names = [each.accessibleName() for each in view.rows.values()]
    assert not any("%" in name or " of 4" in name or "total" in name.lower() for name in names)


def test_the_safety_plan_says_what_is_missing(bench: Bench, vaults: TwoVaults) -> None:
    """What a check finds of one setting stands in that setting, and leads to its question."""
    page = shown(bench, vaults, "safety")
    view = page.views["safety"]
    assert isinstance(view, SafetyView)
    sense = page.sense
    assert sense is not None
    assert [each.missing for each in sense.safety.settings] == [(), ()]
    row = sense.safety.settings[0].row
    assert "Nothing is missing" in words(view.cards[row.path])
    bench.operations.run(assessing.record_answer, vaults.assessment, row.at("review"), answered({"date": "2026-12-01"}))
    bench.qtbot.waitUntil(lambda: page.sense is not sense, timeout=20_000)
    view = page.views["safety"]
    assert isinstance(view, SafetyView)
    missing = [
        each
        for each in view.cards[row.path].findChildren(QAbstractButton)
        if each.text() == "On which day will this plan be looked at again?"
    ]
    assert len(missing) == 1
    assert "later than the limit" in missing[0].accessibleDescription()
    missing[0].click()
    assert went(bench) == row.at("review")


def test_the_support_plan_stands_on_its_days(bench: Bench, vaults: TwoVaults) -> None:
    """Every dated action has its place on the line, a click opens it, and what is late stands first."""
    page = shown(bench, vaults, "support")
    view = page.views["support"]
    assert isinstance(view, SupportView)
    sense = page.sense
    assert sense is not None
    dated = [step for step in sense.support.steps if not step.span.undated]
    assert view.drawing is not None
    view.drawing.resize(900, view.drawing.heightForWidth(900))
    places = [view.drawing.at(step.row.path) for step in dated]
    assert all(one.bottom() <= other.top() for one, other in pairwise(places))
    where: QPoint = places[1].center().toPoint()
    QTest.mouseClick(view.drawing, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert went(bench) == dated[1].row.at("action")
    row = dated[0].row
    for name, value in (("by_when", {"date": "2026-06-01"}), ("status", "planned")):
        bench.operations.run(assessing.record_answer, vaults.assessment, row.at(name), answered(value))
    bench.qtbot.waitUntil(lambda: "Late: 1" in words(page.views.get("support", page)), timeout=20_000)


def test_a_case_in_which_nothing_is_written_teaches(bench: Bench, vaults: TwoVaults) -> None:
    """On the first day each view says what will stand there, and leads to where it is written."""
    started = assessing.start_assessment
    made: list[str] = []
    bench.operations.run(started, vaults.case, on_done=lambda change: made.append(change.created or ""))
    bench.qtbot.waitUntil(lambda: bool(made))
    page = bench.page(SensePage, case=vaults.case, assessment=made[0])
    for part in PARTS:
        assert page.show_target(Target("sense", case=vaults.case, assessment=made[0], part=part))
        bench.qtbot.waitUntil(lambda part=part: part in page.views, timeout=20_000)  # type: ignore[misc]  # a default of a lambda has no type
        empty = page.views[part]
        assert isinstance(empty, EmptyState)
        assert "a fuller one does" in words(empty)
        assert page.place().part == part
    button = page.views["support"].findChild(QAbstractButton)
    assert isinstance(button, QAbstractButton)
    button.click()
    assert bench.went[-1] == Target("assessment", case=vaults.case, assessment=made[0])
