"""History, what changed, and the audit on screen, on a real vault."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import assessing
from hsb_assess.domain.answer import answered
from tests.ui.pages.open_case import Desk, desk_on
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.audit import AuditPage
from ui.pages.compare import ComparePage
from ui.pages.history import HistoryPage
from ui.shell.editing import Editing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Made


@pytest.fixture
def desk(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A copy of it, unlocked and on screen, with two answers to one question."""
    with desk_on(made, tmp_path, qtbot) as opened:
        for words in ("first reason", "second reason"):
            opened.session.operations.run(assessing.record_answer, opened.assessment, "M01.reason", answered(words))
        opened.quiet()
        yield opened


def shown(desk: Desk) -> QWidget | None:
    """Return the page on screen."""
    desk.quiet()
    return desk.session.frame.navigator.page


def test_the_history_of_a_question_restores_an_answer(desk: Desk, qtbot: QtBot) -> None:
    """From the question by the menu, newest first; the earlier answer stands again at its question."""
    editing = Editing(desk.session)
    assert isinstance(desk.go("assessment", "M01.reason"), AssessmentPage)
    editing.history_action.trigger()
    page = shown(desk)
    assert isinstance(page, HistoryPage)
    assert len(page.table.keys()) == 2
    assert page.words.text() == "second reason"
    assert not page.restore_button.isEnabled()
    page.table.select(page.table.keys()[1])
    assert page.words.text() == "first reason"
    assert "Worker P" in page.facts.text()
    page.restore_button.click()
    desk.quiet()
    qtbot.waitUntil(lambda: len(page.table.keys()) == 3)
    assert assessing.reading(desk.session.at, desk.assessment).text("M01.reason") == "first reason"
    page.back_button.click()
    again = shown(desk)
    assert isinstance(again, AssessmentPage)
    assert again.form.fields["M01.reason"].editor.value() == "first reason"
    assert editing.undo_action.text().startswith("Undo restored answer to ‘")


def test_what_changed_since_a_moment(desk: Desk, qtbot: QtBot) -> None:
    """By name or between two moments; a line leads to its question, a moment that is none is told at its field."""
    editing = Editing(desk.session)
    desk.go("assessment", "M01.reason")
    editing.compare_action.trigger()
    page = shown(desk)
    assert isinstance(page, ComparePage)
    page.which.setCurrentIndex(page.which.findData("started"))
    qtbot.waitUntil(lambda: "M01" in page.tables)
    assert "M01.reason" in list(page.tables["M01"].keys())
    page.which.setCurrentIndex(page.which.findData("between"))
    page.since.setText("no day at all")
    page.show_between()
    assert page.since_field.fault()
    page.since.setText("20 Apr 2026 00:01")
    page.until.setText("20 Apr 2026 00:02")
    page.show_between()
    desk.quiet()
    assert page.summary.text() == "Nothing changed."
    page.until.setText("19 Apr 2026")
    page.show_between()
    desk.quiet()
    assert page.until_field.fault()
    page.which.setCurrentIndex(page.which.findData("started"))
    qtbot.waitUntil(lambda: "M01" in page.tables)
    page.tables["M01"].opened.emit("M01.reason")
    assert isinstance(shown(desk), AssessmentPage)


def test_the_audit_is_narrowed_and_exported(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """What was opened is in it; an export asks for whom and why, and stands in it afterwards."""
    desk.go("case")
    desk.session.frame.navigator.go(Target("audit", case=desk.case))
    page = shown(desk)
    assert isinstance(page, AuditPage)
    qtbot.waitUntil(lambda: bool(page.found))
    assert {"answer_recorded", "opened"} <= {each.act for each in page.found.values()}
    page.action.setCurrentIndex(page.action.findData("opened"))
    page.show_button.click()
    desk.quiet()
    assert {each.act for each in page.found.values()} == {"opened"}
    assert any("page: case" in line for each in page.found.values() for line in each.details)
    page.first.setText("not a day")
    page.show_button.click()
    assert page.first_field.fault()
    page.first.clear()

    class Saving:
        """Where exports go."""

        def save(self, *_asked: object) -> Path:
            """Return the place."""
            return tmp_path / "export.json"

    page.files = Saving()  # type: ignore[assignment]  # the seam for the native dialog
    page.json_button.click()
    page.export.recipient.setText("Information governance")
    page.export.basis.setText("quarterly review")
    page.export.go()
    qtbot.waitUntil((tmp_path / "export.json").exists, timeout=20_000)
    rows = json.loads((tmp_path / "export.json").read_text(encoding="utf-8"))["rows"]
    assert {row["act"] for row in rows} == {"opened"}
    page.action.setCurrentIndex(0)
    page.which.setCurrentIndex(0)
    page.look()
    desk.quiet()
    qtbot.waitUntil(lambda: "audit_exported" in {each.act for each in page.found.values()})
