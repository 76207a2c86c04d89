"""The page of the papers for tonight on a real vault: seen at once, printed and saved with a recipient, by key from anywhere."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtTest import QTest

from hsb_assess.desk import assessing, auditing, caseload, tonight
from hsb_assess.domain.answer import answered
from tests.ui.pages.bench import Chosen
from tests.ui.pages.open_case import Desk, desk_on, make_vault
from ui.navigation import Target
from ui.pages.tonight import TonightPage
from ui.pages.tonight.printing import Printers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One vault; each test works on a copy."""
    return make_vault(tmp_path_factory.mktemp("made") / "vault")


@pytest.fixture
def desk(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A copy of it, unlocked and on screen."""
    with desk_on(made, tmp_path, qtbot) as opened:
        yield opened


class OnPaper(Printers):
    """Stands in for the system's dialog: a printer that writes a PDF, or nobody who wants to print."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def choose(self, parent: QWidget) -> QPagedPaintDevice | None:
        """Answer at once."""
        del parent
        return QPdfWriter(str(self.path)) if self.path is not None else None


def papers(desk: Desk, part: str | None = None) -> TonightPage:
    """Go to the page."""
    desk.session.frame.navigator.go(Target("tonight", case=desk.case, part=part))
    desk.quiet()
    page = desk.session.frame.navigator.page
    assert isinstance(page, TonightPage)
    return page


def record(desk: Desk, path: str, value: Any) -> None:  # noqa: ANN401 (any JSON value)
    """Answer a question."""
    desk.session.operations.run(assessing.record_answer, desk.assessment, path, answered(value))
    desk.quiet()


def exports(desk: Desk) -> list[str]:
    """Return what the audit tells of what left the vault, newest first."""
    sought = auditing.Sought(case=desk.case, action="exported")
    return ["\n".join(line.details) for line in auditing.lines(desk.session.at, sought)]


def test_a_paper_is_seen_at_once_and_follows_what_is_recorded(desk: Desk) -> None:
    """One press shows the extract; an answer that comes meanwhile is in it; another paper is one press more."""
    page = papers(desk)
    assert page.preview.document.pageCount() > 0
    assert page.print_button.isEnabled()
    record(desk, "M01.reason", "Two boys were found behind the sheds.")
    assert page.paper is not None
    assert "behind the sheds" in PdfReader(io.BytesIO(page.paper.pdf)).pages[-1].extract_text() + "".join(
        each.extract_text() for each in PdfReader(io.BytesIO(page.paper.pdf)).pages
    )
    page.choice.buttons["handover"].click()
    desk.quiet()
    assert page.paper.kind == "handover"
    assert page.preview.document.pageCount() == 1
    assert "One page for the team" in page.about.text()


def test_saving_names_who_and_proposes_why(desk: Desk, tmp_path: Path) -> None:
    """Nothing leaves without a recipient; the basis is there already; the name of the file is neutral; the audit knows."""
    page = papers(desk)
    page.files = files = Chosen(tmp_path / "out.pdf")
    page.export_button.click()
    assert page.export.basis.text()
    page.export.go()
    assert page.export.recipient_field.fault()
    assert not (tmp_path / "out.pdf").exists()
    QTest.keyClicks(page.export.recipient, "Duty desk, County police")
    page.export.go()
    desk.quiet()
    assert files.suggested == "2026-04-20-extract.pdf"
    assert (tmp_path / "out.pdf").read_bytes() == page.paper.pdf if page.paper is not None else False
    assert page.export.isHidden()
    (told,) = exports(desk)
    assert "Duty desk, County police" in told
    assert "extract" in told


def test_printing_paints_each_page_and_is_noted(desk: Desk, tmp_path: Path) -> None:
    """What the printer gets has as many pages as the paper; whoever thinks better of it has printed nothing."""
    page = papers(desk, "plan")
    page.printers = OnPaper(None)
    page.ask(on_paper=True)
    page.export.recipient.setText("Grandmother")
    page.export.go()
    desk.quiet()
    assert not exports(desk)
    page.printers = OnPaper(tmp_path / "printed.pdf")
    page.export.go()
    desk.quiet()
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == page.preview.document.pageCount()
    (told,) = exports(desk)
    assert "printed" in told


def test_how_somebody_is_reached_is_kept_for_the_next_paper(desk: Desk) -> None:
    """A number typed once stands on this paper and, on another visit, on the next."""
    page = papers(desk)
    QTest.keyClicks(page.reach, "0700 900 456")
    desk.session.frame.navigator.go(Target("case", case=desk.case))
    desk.quiet()
    again = papers(desk, "handover")
    assert again.reach.text() == "0700 900 456"
    assert again.paper is not None
    assert "0700 900 456" in PdfReader(io.BytesIO(again.paper.pdf)).pages[0].extract_text()


def test_a_case_without_an_assessment_says_where_to_begin(desk: Desk) -> None:
    """There is nothing to print, and a button that leads to where it starts."""
    case = desk.session.operations
    opened: list[str] = []
    case.run(caseload.create_case, "B-18", on_done=lambda change: opened.append(str(change.created)))
    desk.quiet()
    desk.session.frame.navigator.go(Target("tonight", case=opened[0]))
    desk.quiet()
    page = desk.session.frame.navigator.page
    assert isinstance(page, TonightPage)
    assert not page.empty.isHidden()
    page.start_button.click()
    target = desk.session.frame.navigator.target
    assert target is not None
    assert (target.page, target.case) == ("case", opened[0])


def test_the_case_and_the_assessment_lead_there(desk: Desk) -> None:
    """A button on the case and one under the questions, where what was typed is sealed first."""
    case: Any = desk.go("case")
    case.papers_button.click()
    desk.quiet()
    assert isinstance(desk.session.frame.navigator.page, TonightPage)
    assessment: Any = desk.go("assessment", "M01.reason")
    QTest.keyClicks(assessment.form.fields["M01.reason"].editor.widget, "Seen by a neighbour.")
    assessment.frame.papers.click()
    desk.quiet()
    page = desk.session.frame.navigator.page
    assert isinstance(page, TonightPage)
    assert page.paper is not None
    made = PdfReader(io.BytesIO(page.paper.pdf))
    assert "Seen by a neighbour." in "".join(each.extract_text() for each in made.pages)
    assert page.paper.content_hash == assessing.reading(desk.session.at, desk.assessment).content_hash
    assert tonight.KINDS == ("extract", "handover", "plan")
