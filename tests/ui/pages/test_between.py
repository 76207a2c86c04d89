"""Two assessments of a case on screen: what changed in words, every line a way to its question, all by keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hsb_assess.desk import access, again, assessing
from hsb_assess.desk.lasttime import last_time
from hsb_assess.domain.answer import answered
from hsb_assess.domain.clock import clock_for
from tests.ui.pages.bench import words_in
from tests.ui.pages.open_case import PASSPHRASE, Desk, Made, desk_on, make_vault
from ui.pages.assessment import AssessmentPage
from ui.pages.between import BetweenPage
from ui.pages.case import CasePage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

WHY, TOLD, NEED, STRONG, WORRY = (
    "M01.reason", "M01.told_child", "M19.needs.calm", "M19.strengths.child", "M19.context_concern",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A case that was assessed in March and again in April."""
    made = make_vault(tmp_path_factory.mktemp("between") / "vault")
    second = ""
    for day, values in (
        (date(2026, 3, 12), {WHY: "Seen alone", TOLD: "Told", NEED: 3, STRONG: 1, WORRY: "yes"}),
        (date(2026, 4, 14), {NEED: 1, STRONG: 3, WORRY: "no", "M15.talents": "Drawing"}),
    ):
        vault = access.unlock(made.folder, PASSPHRASE, clock=clock_for(day))
        at = vault.workplace(read_only=False)
        if day.month == 4:
            second = str(again.reassess(at, made.case).created)
            again.take_over(at, second, {WHY: last_time(at, second).answers[WHY].entry})
        for path, value in values.items():
            assessing.record_answer(at, second or made.assessment, path, answered(value))
        at.book.close()
        vault.close()
    return Made(made.folder, made.case, second)


@pytest.fixture
def desk(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A copy of it, unlocked and on screen."""
    with desk_on(made, tmp_path, qtbot) as opened:
        yield opened


def compared(desk: Desk) -> BetweenPage:
    """Go there from the page of the case."""
    case = desk.go("case")
    assert isinstance(case, CasePage)
    assert case.assessments is not None
    case.assessments.compare_button.click()
    desk.quiet()
    page = desk.session.frame.navigator.page
    assert isinstance(page, BetweenPage)
    return page


def cells(page: BetweenPage, section: str, path: str) -> list[str]:
    """Return the words of a row."""
    table = page.tables[section]
    row = table.keys().index(path)
    return [table.model().index(row, column).data() for column in range(4)]


def test_progress_is_told_in_words_and_what_was_not_asked_is_no_answer(desk: Desk) -> None:
    """Levels first, each by itself and by its own scale; no figure stands for a child."""
    page = compared(desk)
    assert next(iter(page.tables)) == "alerts"
    assert list(page.tables)[1] == "M19"
    assert cells(page, "M19", NEED)[1] == "Less of a need than then"
    assert cells(page, "M19", STRONG)[1] == "Stronger than then"
    assert "A concern then, not now: Are there situations of concern now?" in page.progress.text()
    assert cells(page, "M01", TOLD)[1:] == ["Not asked this time", "Told", "Not asked"]
    assert cells(page, "M15", "M15.talents")[1:] == ["Answered now, not asked then", "Not asked", "Drawing"]
    assert "never a no" in page.summary.text()
    listed = page.tables["M01"].keys()
    assert WHY not in listed
    page.all_box.click()
    assert cells(page, "M01", WHY)[1:] == ["The same: taken over, not asked again", "Seen alone", "Seen alone"]


def test_a_line_leads_to_its_question_by_keyboard(desk: Desk, made: Made) -> None:
    """Enter opens the later assessment at the question."""
    page = compared(desk)
    table = page.tables["M01"]
    assert table.accessibleName() == "Referral and safety now"
    table.select(TOLD)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    desk.quiet()
    shown = desk.session.frame.navigator.page
    assert isinstance(shown, AssessmentPage)
    assert (shown.assessment, shown.form.current and shown.form.current.path) == (made.assessment, TOLD)


def test_the_two_can_be_chosen_and_must_be_two(desk: Desk) -> None:
    """The same one twice says so at the field."""
    page = compared(desk)
    page.earlier.setCurrentIndex(page.later.currentIndex())
    desk.quiet()
    assert "Choose two different ones." in page.later_field.fault()


def test_a_case_with_one_assessment_says_what_will_stand_here(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, qtbot: QtBot
) -> None:
    """An empty state that teaches, with a way back."""
    alone = make_vault(tmp_path_factory.mktemp("alone") / "vault")
    with desk_on(alone, tmp_path, qtbot) as opened:
        page = opened.go("between")
        assert isinstance(page, BetweenPage)
        assert "assessed again" in words_in(page)
        page.case_button.click()
        opened.quiet()
        assert isinstance(opened.session.frame.navigator.page, CasePage)
