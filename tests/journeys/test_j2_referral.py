"""J2, a new referral on a Friday afternoon: prefilled from a file, papers from the first answers on, the first day, papers again."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from hsb_assess.desk import assessing, auditing
from hsb_assess.desk.script import known_people, steps_of_text
from hsb_assess.rules.finding import Gate
from hsb_assess.rules.grid import Standing, grid_of
from tests.journeys.firstday import WITH_PAIRS
from tests.journeys.keys import KeyTypist
from ui.demo.filling import Filling
from ui.demo.person import Chosen
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.case import CasePage
from ui.pages.caseload import CaseloadPage
from ui.pages.grid import GridPage
from ui.pages.tonight import TonightPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.demo.person import Person

pytestmark = pytest.mark.timeout(240)

REFERRAL = """
instrument: holistic
things:
  person:
    teacher: {label: class teacher, is: worker, role: class teacher, agency: school}
answers:
  M00.ref: K-2026-07
  M00.name: Child K
  M01.received: 2026-06-08T09:30
  M01.source: teacher
  M01.reason: "Two boys were found together behind the sheds, partly undressed."
"""
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def take_in(person: Person, referral: Path) -> tuple[str, str]:
    """Open the case with what the referral's file says; return case and assessment."""
    referral.write_text(REFERRAL, encoding="utf-8")
    page = person.page(CaseloadPage)
    page.ask_reference()
    page.ask_file()
    card = page.from_file
    assert card is not None
    card.files = Chosen(referral)
    person.typist.click(card.choose_button)
    person.typist.settle(lambda: card.found is not None, "what the file holds")
    person.typist.click(card.take_button)
    opened = person.page(AssessmentPage)
    return opened.case, opened.assessment


def papers(person: Person, typed: str = "") -> TonightPage:
    """Press the key of the papers, wherever one is, or look for one by its name; wait for the extract."""
    if typed:
        KeyTypist().find_anything(typed)
    else:
        KeyTypist().key(Qt.Key.Key_T, CONTROL_SHIFT)
    page = person.page(TonightPage)
    person.typist.settle(lambda: page.paper is not None, "the paper")
    return page


def shown(person: Person, page: TonightPage, kind: str) -> str:
    """Choose a paper and return its words, white space apart."""
    person.typist.click(page.choice.buttons[kind])
    person.typist.settle(lambda: page.paper is not None and page.paper.kind == kind, kind)
    assert page.paper is not None
    pages = PdfReader(io.BytesIO(page.paper.pdf)).pages
    if kind == "handover":
        assert len(pages) == 1
    return "".join("".join(each.extract_text().split()) for each in pages)


def bare(words: str) -> str:
    """Return words without white space."""
    return "".join(words.split())


def give_the_first_day(person: Person, case: str, assessment: str) -> AssessmentPage:
    """Answer what the file did not: twenty-two answers, and who is with whom."""
    page = person.go(Target("assessment", case=case, assessment=assessment), AssessmentPage)
    labels = known_people(person.session.at, case, page.model.definition)
    labels.ids["teacher"] = str(page.model.reading.value("M01.source"))
    steps = steps_of_text(page.model.definition, WITH_PAIRS, page.model.today)
    Filling(page, person.typist, labels, {}).steps(steps)
    return page


def save(person: Person, page: TonightPage, path: Path) -> None:
    """Save the paper on screen for somebody."""
    page.files = Chosen(path)
    person.typist.click(page.export_button)
    person.typist.write(page.export.recipient, "Emergency duty team")
    person.typist.click(page.export.go_button)
    person.quiet()


def test_a_referral_on_a_friday(blank: Callable[[Path], Path], sitting: Callable[..., Person], tmp_path: Path) -> None:
    """The papers say what is known and what nobody asked, before and after the first day; nothing stood in the way."""
    folder = blank(tmp_path / "vault")
    person = sitting(folder)
    person.start()
    person.unlock()
    case, assessment = take_in(person, tmp_path / "referral.yaml")
    person.go(Target("case", case=case), CasePage)

    page = papers(person)
    early = shown(person, page, "extract")
    assert bare("found together behind the sheds") in early
    assert bare("Not yet asked: 18 of 22") in early
    assert bare("Get a clinician's advice about medical need") in early
    assert bare("class teacher") not in early
    assert bare("No adult is entered yet.") in shown(person, page, "handover")
    report = assessing.alerts(person.session.at, assessment)
    assert {finding.gate for finding in report.findings} == {Gate.ALERT}

    page_of_answers = give_the_first_day(person, case, assessment)
    assert "22 of 22 answered" in page_of_answers.frame.tier.words.text()
    person.go(Target("grid", case=case), GridPage)
    grid = grid_of(assessing.reading(person.session.at, assessment))
    assert grid.count(Standing.NOT_ASKED, Standing.BARE) == 0
    assert grid.count(Standing.PROTECTED) == 2

    page = papers(person, "handover")
    late = shown(person, page, "extract")
    assert bare("Every answer of the first day is given.") in late
    assert bare("A teacher is with them in every break.") in late
    assert (
        bare("Adult 1: no contact known with Other child 1") in late
        or bare("no contact known with Other child 1") in late
    )
    assert bare("8 June 2026 at 11:00 Health was told") in late
    assert bare("Not yet asked:") not in late
    night = shown(person, page, "handover")
    assert bare("Do not question the child") in night
    assert bare("His grandmother stays the night.") in night
    save(person, page, tmp_path / "page.pdf")
    assert page.paper is not None
    assert (tmp_path / "page.pdf").read_bytes() == page.paper.pdf
    (told,) = auditing.lines(person.session.at, auditing.Sought(case=case, action="exported"))
    assert "Emergency duty team" in "\n".join(told.details)
    assert bare("Both children stay at home this evening.") in shown(person, page, "plan")
