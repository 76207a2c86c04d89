"""A new case from a file of answers: looked into before anything is in the vault, by keyboard, and refused whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hsb_assess.desk import assessing, caseload
from ui.demo.person import Chosen
from ui.pages.assessment import AssessmentPage
from ui.pages.caseload import CaseloadPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Running
    from ui.pages.caseload.fromfile import FromFile

REFERRAL = """
instrument: holistic
note: Sent by the school.
things:
  person:
    teacher: {label: class teacher, is: worker, role: class teacher, agency: school}
answers:
  M00.ref: K-2026-07
  M01.source: teacher
  M01.reason: "Two pupils were found together in a place where nobody goes."
  M00.name: {absence: unknown, detail: {by: 2026-06-09}}
"""
FAULTY = """
instrument: holistic
answers:
  M00.ref: K-2026-07
  M99.nothing: yes
  M01.received: last Tuesday
"""


@pytest.fixture
def card(running: Running) -> FromFile:
    """The card, opened from the little form of a new case by its button."""
    running.unlock()
    page = running.page(CaseloadPage)
    assert isinstance(page, CaseloadPage)
    page.ask_reference()
    page.ask_file()
    assert not page.new_case.isVisible()
    assert page.from_file is not None
    assert QApplication.focusWidget() is page.from_file.choose_button
    return page.from_file


def look_into(running: Running, card: FromFile, path: Path, words: str) -> str:
    """Choose a file that says these words, and return what is said of it."""
    path.write_text(words, encoding="utf-8")
    card.files = Chosen(path)
    running.bot.keyClick(card.choose_button, Qt.Key.Key_Return)
    running.settle()
    return card.words()


def test_a_file_is_looked_into_and_then_taken_in(running: Running, card: FromFile, tmp_path: Path) -> None:
    """It says what it holds while the vault is empty; Enter at the reference opens the case with these answers."""
    said = look_into(running, card, tmp_path / "referral.yaml", REFERRAL)
    assert "3 answers" in said
    assert "Reasons for having no answer: 1" in said
    assert "People besides this child: 1" in said
    assert "Sent by the school." in said
    assert caseload.cases(card.context.at) == ()
    assert QApplication.focusWidget() is card.line
    assert card.line.text() == "K-2026-07"
    running.bot.keyClick(card.line, Qt.Key.Key_Return)
    running.settle()
    page = running.page(AssessmentPage)
    assert isinstance(page, AssessmentPage)
    reading = assessing.reading(card.context.at, page.assessment)
    assert "where nobody goes" in str(reading.value("M01.reason"))
    assert not reading.answer("M01.received").is_asked()


def test_a_file_with_faults_is_refused_whole(running: Running, card: FromFile, tmp_path: Path) -> None:
    """Each fault is told with its line and how to mend it; nothing is in the vault, and a mended file can follow."""
    said = look_into(running, card, tmp_path / "referral.yaml", FAULTY)
    assert "nothing was changed" in said
    assert "Line 5:" in said
    assert "Line 6:" in said
    assert "hsb-assess" not in said, "nobody types commands here"
    assert caseload.cases(card.context.at) == ()
    assert not card.take_button.isVisible()
    assert "3 answers" in look_into(running, card, tmp_path / "referral.yaml", REFERRAL)


def test_escape_forgets_the_file(running: Running, card: FromFile, tmp_path: Path) -> None:
    """Nothing is taken, and the empty caseload has the keyboard again."""
    look_into(running, card, tmp_path / "referral.yaml", REFERRAL)
    running.bot.keyClick(card.line, Qt.Key.Key_Escape)
    page = running.page(CaseloadPage)
    assert isinstance(page, CaseloadPage)
    assert card.found is None
    assert card.words() == ""
    assert not card.isVisible()
    assert page.empty.isVisible()
    assert QApplication.focusWidget() is page.first_button


def test_a_case_needs_a_reference_from_a_file_too(running: Running, card: FromFile, tmp_path: Path) -> None:
    """A file without one is taken in once somebody gives it."""
    words = REFERRAL.replace("  M00.ref: K-2026-07\n", "")
    look_into(running, card, tmp_path / "referral.yaml", words)
    assert card.line.text() == ""
    running.bot.keyClick(card.line, Qt.Key.Key_Return)
    running.settle()
    assert "reference" in card.field.fault()
    assert caseload.cases(card.context.at) == ()
    running.bot.keyClicks(card.line, "A-9")
    running.bot.keyClick(card.line, Qt.Key.Key_Return)
    running.settle()
    assert [line.ref for line in caseload.cases(card.context.at)] == ["A-9"]
