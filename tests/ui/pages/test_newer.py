"""Above an assessment: a newer form and newer guidance, shown before anything moves, and what was carried over."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, guidance
from hsb_assess.domain.clock import clock_for
from tests.ui.pages import open_case
from tests.ui.pages.open_case import Made, desk_on, make_vault
from ui.pages.assessment.newer import CarriedDialog, FormDialog, GuidanceDialog
from ui.pages.assessment.page import AssessmentPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk
    from ui.widgets.tables import Table

OLD = Path(__file__).parents[2] / "vaults" / "form-1.0.0"


@pytest.fixture
def old(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The vault that was made with the first version of the form, on screen."""
    kept = json.loads((OLD / "answers.json").read_text("utf-8"))
    monkeypatch.setattr(open_case, "PASSPHRASE", (OLD / "passphrase.txt").read_text("utf-8").strip())
    monkeypatch.setattr(open_case, "CLOCK", clock_for(date.fromisoformat(kept["today"])))
    shutil.copytree(OLD / "vault", tmp_path / "made")
    made = Made(tmp_path / "made", kept["case"], kept["assessment"])
    with desk_on(made, tmp_path / "copy", qtbot) as desk:
        yield desk


def _assessment(desk: Desk) -> AssessmentPage:
    page = desk.go("assessment")
    assert isinstance(page, AssessmentPage)
    return page


def _words(table: Table, row: int, column: int) -> str:
    return str(table.model().index(row, column).data())


def test_a_newer_form_is_shown_and_moved_to(old: Desk) -> None:
    """A quiet line, a table of what happens, and only then the move; carried-over answers stay in sight."""
    page = _assessment(old)
    assert page.model.definition.version == "1.0.0"
    assert set(page.frame.newer.buttons) == {"form", "guidance"}
    page.frame.newer.buttons["form"].click()
    old.qtbot.waitUntil(lambda: page.newer.dialog is not None, timeout=20_000)
    dialog = page.newer.dialog
    assert isinstance(dialog, FormDialog)
    told = {_words(dialog.table, at, 0): _words(dialog.table, at, 1) for at in range(len(dialog.table.keys()))}
    assert told["How long will this support last?"] == "moves to: How long will this support last? (4 times)"
    assert told["Does this child meet another child in this concern anywhere else?"].endswith(
        "carried over: yes; school"
    )
    dialog.later_button.click()
    assert assessing.reading(old.session.at, old.assessment).definition.version == "1.0.0"
    page.newer.show_form()
    old.qtbot.waitUntil(lambda: page.newer.dialog is not dialog, timeout=20_000)
    again = page.newer.dialog
    assert isinstance(again, FormDialog)
    again.agree_button.click()
    old.quiet()
    moved = _assessment(old)
    assert moved is not page
    assert moved.model.definition.version == "1.1.0"
    assert "form" not in moved.frame.newer.buttons
    moved.frame.newer.buttons["carried"].click()
    carried = moved.newer.dialog
    assert isinstance(carried, CarriedDialog)
    assert len(carried.table.keys()) == 2
    carried.later_button.click()


def test_newer_guidance_needs_a_reason(tmp_path: Path, qtbot: QtBot) -> None:
    """What would change is listed; without a reason nothing does; with one the assessment follows."""
    made = make_vault(tmp_path / "made")
    opened = access.unlock(made.folder, open_case.PASSPHRASE, clock=open_case.CLOCK)
    at = opened.workplace(read_only=False)
    guidance.change_limit(at, "england", "defaults.safety_plan_review", 10, "Ours.")
    at.book.close()
    opened.close()
    with desk_on(made, tmp_path / "copy", qtbot) as desk:
        page = _assessment(desk)
        assert set(page.frame.newer.buttons) == {"guidance"}
        page.frame.newer.buttons["guidance"].click()
        dialog = page.newer.dialog
        assert isinstance(dialog, GuidanceDialog)
        assert _words(dialog.table, 0, 2) == "10 working days"
        dialog.agree_button.click()
        assert dialog.reason_field.fault()
        dialog.reason.setPlainText("We review sooner here.")
        dialog.agree_button.click()
        desk.quiet()
        assert _assessment(desk).frame.newer.buttons == {}


def test_nothing_is_said_where_nothing_is_newer(tmp_path: Path, qtbot: QtBot) -> None:
    """A fresh assessment has no line."""
    with desk_on(make_vault(tmp_path / "made"), tmp_path / "copy", qtbot) as desk:
        assert not _assessment(desk).frame.newer.isVisible()
