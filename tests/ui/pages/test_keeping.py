"""Keeping, closing and erasing on screen: both people's sides, what is said at which field, and what is left afterwards."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, caseload, closing, erasing, keeping, schedule, sharing
from hsb_assess.domain.answer import answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.vault.keys import KdfParameters
from tests.ui.pages.bench import Bench, Chosen, words_in
from tests.ui.pages.two_vaults import PASSPHRASE, SCRIPT, open_vault
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.case import CasePage
from ui.pages.caseload import CaseloadPage
from ui.pages.check import CheckPage
from ui.pages.erasures import ErasuresPage
from ui.pages.keeping import KeepingPage
from ui.pages.packages import PackagesPage
from ui.pages.settings.schedule import ScheduleCard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.widgets.tables import Table


@dataclass(frozen=True)
class Two:
    """Where both vaults lie, and the small case in the first."""

    folder: Path
    case: str
    assessment: str


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    """Two people who have compared their words, and a case with one answer."""
    folder, clock = tmp_path_factory.mktemp("keeping"), clock_for(SCRIPT.today)
    people = []
    for name, role in (("Worker P", "practitioner"), ("Manager S", "supervisor")):
        access.first_run(
            folder / role, PASSPHRASE, name=name, role=role, agency="Agency", clock=clock, kdf=KdfParameters.floor()
        )
        vault = open_vault(folder / role)
        people.append((vault, vault.workplace(read_only=False)))
    (_, mine), (_, theirs) = people
    for at, other in ((mine, theirs), (theirs, mine)):
        access.confirm_card(at, access.import_card(at, access.card_bytes(other)).person, "phone")
    case = str(caseload.create_case(mine, "A-17").created)
    assessment = str(assessing.start_assessment(mine, case, tier="full").created)
    assessing.record_answer(mine, assessment, "M00.dob", answered({"date": "2012-03-04"}))
    for vault, _ in people:
        vault.close()
    return Two(folder, case, assessment)


@pytest.fixture
def mine(two: Two, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    """The practitioner's vault, open."""
    yield from at_a_copy(two, "practitioner", tmp_path, qtbot)


@pytest.fixture
def theirs(two: Two, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    """The supervisor's vault, open."""
    yield from at_a_copy(two, "supervisor", tmp_path, qtbot)


def at_a_copy(two: Two, role: str, folder: Path, qtbot: QtBot) -> Iterator[Bench]:
    """Open a copy of one person's vault, and close it afterwards."""
    shutil.copytree(two.folder / role, folder / role)
    bench = Bench(qtbot, folder / role)
    yield bench
    bench.close()


def write(bench: Bench, act: Callable[..., object], *args: object) -> None:
    """Do an act in a workplace of its own."""
    at = bench.vault.workplace(read_only=False)
    try:
        act(at, *args)
    finally:
        at.book.close()


def row_words(table: Table) -> list[str]:
    """Return the words of a table's first row."""
    model = table.model()
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


def test_how_long_it_is_kept_is_ticked_with_a_reason(mine: Bench, two: Two) -> None:
    """Nothing is chosen before somebody ticks and says why; the day of the next look is worked out at once."""
    page = mine.page(KeepingPage, case=two.case)
    assert page.kinds is not None
    assert "Nobody has said yet" in page.kinds.words.text()
    page.kinds.boxes["looked_after"].setChecked(True)
    assert "75th birthday" in page.kinds.boxes["looked_after"].accessibleDescription()
    page.kinds.choose_button.click()
    assert page.kinds.reason is not None
    assert page.kinds.reason.fault() == "Say in a sentence why."
    page.kinds.reason.text.setPlainText("Looked after since May.")
    assert page.kinds.died is not None
    assert not page.kinds.died.isHidden()
    page.kinds.died.edit.setText("nonsense")
    page.kinds.choose_button.click()
    assert page.kinds.died.fault()
    page.kinds.died.edit.setText("May 2026")
    page.kinds.choose_button.click()
    assert "not one day" in page.kinds.died.fault()
    page.kinds.died.edit.clear()
    page.kinds.choose_button.click()
    mine.settle()
    assert page.kinds is not None
    assert page.kinds.words.text() == "Its file is kept until 4 Mar 2087 at the least."
    assert keeping.keeping(mine.at, two.case).why == "Looked after since May."
    assert page.hold is not None
    assert page.hold.reason is not None
    page.hold.hold_button.click()
    assert page.hold.reason.fault()
    page.hold.reason.text.setPlainText("A claim is expected.")
    page.hold.hold_button.click()
    mine.settle()
    assert "Held since" in words_in(page)
    assert page.hold.hold_button.text() == "Lift the hold"


def test_a_case_is_closed_with_what_is_still_open_in_sight(mine: Bench, two: Two) -> None:
    """It leaves the daily list, is read only, and comes back with a reason; the keyboard reaches every act."""
    page = mine.page(KeepingPage, case=two.case)
    card = page.closing
    assert card is not None
    assert card.reason is not None
    assert "Still open" in words_in(card.ends)
    card.go_button.click()
    assert card.outcome_field.fault()
    card.outcome.setCurrentIndex(card.outcome.findData("needs_met"))
    card.go_button.click()
    assert card.reason.fault()
    card.reason.text.setPlainText("The plan was carried out.")
    card.go_button.click()
    mine.settle()
    assert "Needs are met and people are safe" in words_in(page)
    listed = mine.page(CaseloadPage)
    assert listed.table.keys() == ()
    listed.state.setCurrentIndex(listed.state.findData("closed"))
    assert listed.table.keys() == (two.case,)
    listed.state.setCurrentIndex(listed.state.findData("all"))
    assert listed.table.keys() == (two.case,)
    shown = mine.page(CasePage, case=two.case)
    assert "Closed on" in words_in(shown)
    assert shown.assessments is not None
    assert not shown.assessments.start_button.isEnabled()
    assert shown.assessments.table is not None
    assert "Nothing: the case is closed" in row_words(shown.assessments.table)
    checked = mine.page(CheckPage, case=two.case, assessment=two.assessment)
    mine.settle()
    assert checked.submit.submit_button.isHidden()
    assert "closed" in checked.submit.words.text()
    opened = mine.page(AssessmentPage, case=two.case, assessment=two.assessment)
    assert not opened.model.may_write("M00.name")
    page = mine.page(KeepingPage, case=two.case)
    assert page.closing is not None
    assert page.closing.reason is not None
    page.closing.go_button.click()
    assert page.closing.reason.fault()
    page.closing.reason.text.setPlainText("A new referral.")
    page.closing.go_button.click()
    mine.settle()
    assert closing.closing(mine.at, two.case) is None


def test_two_people_erase_a_case_on_screen(mine: Bench, theirs: Bench, two: Two, tmp_path: Path) -> None:
    """Propose, agree, carry out: what is missing is said at its field, and only the receipt is left."""
    write(mine, closing.close_case, two.case, "needs_met", "The plan was carried out.")
    propose(mine, two.case, tmp_path / "ask.assess")
    agree(theirs, tmp_path / "ask.assess", tmp_path / "answer.assess")
    write(mine, sharing.receive, (tmp_path / "answer.assess").read_bytes())
    carry_out(mine, two.case)
    assert mine.went == [Target("erasures")]
    assert caseload.cases(mine.at) == ()
    export(mine, tmp_path / "receipt.pdf")
    gone = mine.page(KeepingPage, case=two.case)
    assert "not here any more" in words_in(gone)
    shown = mine.page(CasePage, case=two.case)
    assert shown.kept_line is None
    assert erasing.erasures(mine.at)[0].state == "done"


def propose(bench: Bench, case: str, path: Path) -> None:
    """Propose it in the dialog and save the package."""
    page = bench.page(KeepingPage, case=case)
    page.files = Chosen(path)
    card = page.erasing
    assert card is not None
    assert card.erase_button.isHidden()
    card.propose_button.click()
    dialog = card.asking
    assert dialog is not None
    dialog.propose_button.click()
    assert dialog.basis_field.fault()
    assert dialog.why_field.fault()
    dialog.basis.setCurrentIndex(dialog.basis.findData("kept_elsewhere"))
    dialog.why.setPlainText("Everything is in the organisation’s file.")
    dialog.propose_button.click()
    bench.settle()
    assert path.exists()
    assert page.erasing is not None
    assert page.erasing.state.text() == "Waits for an answer"


def agree(bench: Bench, asked: Path, answered_in: Path) -> None:
    """Take the proposal in, try to decline without a reason, agree in writing, and save the answer."""
    arrived = bench.page(PackagesPage)
    arrived.files = Chosen(asked)
    arrived.receive_button.click()
    bench.settle()
    assert "asks you to agree" in arrived.result.words.text()
    arrived.result.open_button.click()
    assert bench.went == [Target("erasures")]
    page = bench.page(ErasuresPage)
    page.files = Chosen(answered_in)
    assert "A-17" in page.answer.words.text()
    page.answer.decline_button.click()
    assert page.answer.why_field.fault()
    page.answer.passphrase.set_text("not it at all")
    page.answer.agree_button.click()
    bench.settle()
    assert page.answer.passphrase_field.fault()
    page.answer.passphrase.set_text(PASSPHRASE)
    page.answer.agree_button.click()
    bench.settle()
    page.save_button.click()
    assert answered_in.exists()


def carry_out(bench: Bench, case: str) -> None:
    """Type the reference and the passphrase in the last dialog."""
    page = bench.page(KeepingPage, case=case)
    assert page.erasing is not None
    page.erasing.erase_button.click()
    last = page.erasing.last
    assert last is not None
    bench.settle()
    assert last.remains.isVisibleTo(last)
    last.erase_button.click()
    assert last.word_field.fault()
    for typed in ("A-18", "a-17"):
        last.word.setText(typed)
        last.passphrase.set_text(PASSPHRASE)
        last.erase_button.click()
        bench.settle()
        if typed == "A-18":
            assert "reference" in last.word_field.fault()


def export(bench: Bench, path: Path) -> None:
    """Check the receipt, and write it outside the vault with who receives it and why."""
    page = bench.page(ErasuresPage)
    assert "Erased" in page.title.text()
    page.check_button.click()
    bench.settle()
    assert page.code.text().startswith("Genuine")
    page.files = Chosen(path)
    page.export_button.click()
    page.panel.recipient.setText("The archive")
    page.panel.basis.setText("information governance")
    page.panel.go_button.click()
    bench.settle()
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.with_suffix(".json").exists()


def test_an_erased_case_is_taken_in_anew_with_a_reason(mine: Bench) -> None:
    """The page asks why; without a reason nothing is taken in."""
    page = mine.page(PackagesPage)
    assert page.anew.isHidden()
    page.anew.open()
    page.anew.take_button.click()
    assert page.anew.why_field.fault()


def test_an_area_enters_the_years_of_its_schedule(mine: Bench, qtbot: QtBot) -> None:
    """Whole years with a reason; what the guidance says about a death stays."""
    card = ScheduleCard(mine.context)
    qtbot.addWidget(card)
    card.show_nation("england")
    card.kind.setCurrentIndex(card.kind.findData("protection"))
    card.closing.setText("many")
    card.change_button.click()
    assert card.closing_field.fault()
    assert card.why_field.fault()
    card.closing.setText("35")
    card.why.setPlainText("Our schedule of 2025.")
    card.change_button.click()
    mine.settle()
    found = {each.id: each for each in schedule.classes_of(mine.at, "england")}
    assert found["protection"].after_closing == 35
