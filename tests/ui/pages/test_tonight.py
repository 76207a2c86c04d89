"""The page of the papers for tonight on a real vault: seen at once, printed and saved with a recipient, by key from anywhere."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pypdf import PdfReader
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from hsb_assess.desk import assessing, auditing, caseload
from hsb_assess.domain.answer import answered
from tests.ui.pages.bench import Chosen
from ui.navigation import Target
from ui.pages.case import CasePage
from ui.pages.tonight import TonightPage
from ui.pages.tonight.printing import Printers

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.ui.pages.open_case import Desk


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


def exports(desk: Desk) -> list[str]:
    """Return what the audit tells of what left the vault, newest first."""
    sought = auditing.Sought(case=desk.case, action="exported")
    return ["\n".join(line.details) for line in auditing.lines(desk.session.at, sought)]


def words_of(page: TonightPage) -> str:
    """Return what stands on the paper that is shown."""
    assert page.paper is not None
    return "\n".join(each.extract_text() for each in PdfReader(io.BytesIO(page.paper.pdf)).pages)


def test_a_paper_is_seen_at_once_and_follows_what_is_recorded(desk: Desk) -> None:
    """One press shows the extract; what is recorded meanwhile is in it; how somebody is reached is kept for the next."""
    page = papers(desk)
    assert page.preview.document.pageCount() > 0
    assert page.print_button.isEnabled()
    change = assessing.record_answer, desk.assessment, "M01.reason", answered("Two boys were found behind the sheds.")
    desk.session.operations.run(*change)
    desk.quiet()
    assert "behind the sheds" in words_of(page)
    page.reach.setFocus()
    QTest.keyClicks(page.reach, "0700 900 456")
    desk.session.frame.navigator.go(Target("packages"))
    desk.quiet()
    again = papers(desk, "handover")
    assert again.preview.document.pageCount() == 1
    assert "One page for the team" in again.about.text()
    assert again.reach.text() == "0700 900 456"
    assert "0700 900 456" in words_of(again)


def test_leaving_the_vault_names_who_and_proposes_why(desk: Desk, tmp_path: Path) -> None:
    """Nothing leaves without a recipient; the name of the file is neutral; a printer gets every page; the audit knows."""
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
    assert page.paper is not None
    assert (tmp_path / "out.pdf").read_bytes() == page.paper.pdf
    assert page.export.isHidden()
    page.printers = OnPaper(None)
    page.print_button.click()
    page.export.recipient.setText("Grandmother")
    page.export.go()
    desk.quiet()
    assert len(exports(desk)) == 1  # who thinks better of it at the printer's dialog has printed nothing
    page.printers = OnPaper(tmp_path / "printed.pdf")
    page.export.go()
    desk.quiet()
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == page.preview.document.pageCount()
    printed, saved = exports(desk)
    assert "printed" in printed
    assert "Grandmother" in printed
    assert "Duty desk, County police" in saved
    assert "extract" in saved


def test_a_case_without_an_assessment_says_where_to_begin(desk: Desk) -> None:
    """There is nothing to print, and a button that leads to where it starts."""
    opened: list[str] = []
    operations = desk.session.operations
    operations.run(caseload.create_case, "B-18", on_done=lambda change: opened.append(str(change.created)))
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


def test_the_case_leads_there(desk: Desk) -> None:
    """One press on the case shows the papers."""
    case = desk.go("case")
    assert isinstance(case, CasePage)
    assert isinstance(case.papers_button, QPushButton)
    case.papers_button.click()
    assert isinstance(desk.session.frame.navigator.page, TonightPage)
