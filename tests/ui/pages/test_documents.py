"""The documents page: shown from memory, verified, exported with a basis, and issued after a whole review."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QAbstractButton

from hsb_assess.desk import access, assessing, issuing, reviewing, sharing
from hsb_assess.desk.script import Labels, play
from tests.ui.pages.bench import Bench, Chosen, words_in
from tests.ui.pages.two_vaults import PASSPHRASE, SCRIPT, open_vault
from ui.pages.documents import DocumentsPage
from ui.pages.documents.words import made_words
from ui.pages.review import ReviewPage
from ui.pages.review.judging import Decide
from ui.pages.review.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.two_vaults import TwoVaults


@pytest.fixture
def bench(vaults: TwoVaults, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    """A copy of the supervisor's vault, open."""
    shutil.copytree(vaults.supervisor, tmp_path / "vault")
    bench = Bench(qtbot, tmp_path / "vault")
    yield bench
    bench.close()


def documents_page(bench: Bench, vaults: TwoVaults) -> DocumentsPage:
    """Show the documents of the case."""
    return bench.page(DocumentsPage, case=vaults.case, assessment=vaults.assessment)


def test_documents_are_listed_in_words(bench: Bench, vaults: TwoVaults) -> None:
    """Audience, state, version; when it was made, how large it is and who signed."""
    page = documents_page(bench, vaults)
    shown = [page._shown[key] for key in page.table.keys()]  # noqa: SIM118 (a table, not a mapping)
    assert sorted(each.title for each in shown) == ["A · Full assessment", "B · Multi-agency plan"]
    assert {(each.version, each.signed) for each in shown} == {(1, ("Worker P",))}
    assert page.about.text().endswith("KB. Signed by: Worker P.")


def test_a_document_is_shown_from_memory(bench: Bench, vaults: TwoVaults) -> None:
    """Its pages are there, and nothing was written to the folder for temporary files."""
    before = {path.name for path in Path(tempfile.gettempdir()).iterdir()}
    page = documents_page(bench, vaults)
    bench.settle()
    assert page.preview.document.pageCount() == 2
    assert page.preview.page_words.text() == "Page 1 of 2"
    left = {
        name
        for name in {path.name for path in Path(tempfile.gettempdir()).iterdir()} - before
        if not name.startswith("pytest")
    }
    assert not [name for name in left if Path(tempfile.gettempdir(), name).suffix == ".pdf"]


def test_pages_turn_and_grow_by_keyboard(bench: Bench, vaults: TwoVaults) -> None:
    """Page Down and Up turn, plus and minus change the size, nought fits the width again."""
    page = documents_page(bench, vaults)
    view, press = page.preview.view, bench.qtbot.keyClick
    view.setFocus()
    press(view, Qt.Key.Key_PageDown)
    assert page.preview.page() == 2
    assert not page.preview.next.isEnabled()
    press(view, Qt.Key.Key_PageUp)
    assert page.preview.page() == 1
    press(view, Qt.Key.Key_Plus)
    assert view.zoomMode() == QPdfView.ZoomMode.Custom
    larger = view.zoomFactor()
    press(view, Qt.Key.Key_Minus)
    assert view.zoomFactor() < larger
    press(view, Qt.Key.Key_0)
    assert view.zoomMode() == QPdfView.ZoomMode.FitToWidth


def test_a_document_reads_as_plain_text(bench: Bench, vaults: TwoVaults) -> None:
    """Whoever cannot see the pages gets their words."""
    page = documents_page(bench, vaults)
    page.preview.as_text.click()
    assert "page 1" in page.preview.text.toPlainText()
    assert "page 2" in page.preview.text.toPlainText()
    page.preview.as_text.click()
    assert page.preview.stack.currentWidget() is page.preview.view


def test_a_document_without_signatures_is_refused_in_words(bench: Bench, vaults: TwoVaults) -> None:
    """The small document of this test carries no signature, and the page says not to rely on it."""
    page = documents_page(bench, vaults)
    page.verify_button.click()
    bench.settle()
    assert page.verdict.head.text() == "Do not rely on this document."
    assert "(code no_signature)" in page.verdict.reasons.text()


def test_an_export_names_who_and_why(bench: Bench, vaults: TwoVaults, tmp_path: Path) -> None:
    """Both are asked at their fields; then the copy is written where it was chosen, and the vault knows."""
    page = documents_page(bench, vaults)
    page.files = Chosen(tmp_path / "copy.pdf")
    page.export_button.click()
    assert "no longer protected" in words_in(page.export)
    page.export.go_button.click()
    assert page.export.recipient_field.fault()
    assert page.export.basis_field.fault()
    page.export.recipient.setText("Case file A-2026-014")
    page.export.basis.setText("Public task: safeguarding")
    bench.qtbot.keyClick(page.export.basis, Qt.Key.Key_Return)
    bench.settle()
    sha256 = page.table.current_key()
    assert (tmp_path / "copy.pdf").read_bytes() == issuing.document_bytes(bench.at, sha256)
    assert page.files.suggested.startswith("2026-06-08-document-")
    with bench.at.book.begin("read", write=False) as work:
        rows = [row for row in work.audit.rows() if row.act == "exported"]
    assert len(rows) == 1
    assert page.export.isHidden()


def test_an_export_that_is_given_up_leaves_no_trace(bench: Bench, vaults: TwoVaults) -> None:
    """No place chosen: nothing is taken out of the vault and nothing is noted."""
    page = documents_page(bench, vaults)
    page.files = Chosen(None)
    page.export_button.click()
    page.export.recipient.setText("Case file")
    page.export.basis.setText("Public task")
    page.export.go_button.click()
    bench.settle()
    with bench.at.book.begin("read", write=False) as work:
        assert not [row for row in work.audit.rows() if row.act == "exported"]


def test_an_export_that_cannot_be_written_says_so(bench: Bench, vaults: TwoVaults, tmp_path: Path) -> None:
    """The reason and the mend stand in the notice; the form stays open."""
    page = documents_page(bench, vaults)
    page.files = Chosen(tmp_path / "nowhere" / "copy.pdf")
    page.export_button.click()
    page.export.recipient.setText("Case file")
    page.export.basis.setText("Public task")
    page.export.go_button.click()
    bench.settle()
    assert bench.said[-1].code == "file_not_written"
    assert not page.export.isHidden()


def test_the_package_can_be_made_again(bench: Bench, vaults: TwoVaults, tmp_path: Path) -> None:
    """It is made for the same person and saved where it was chosen."""
    page = documents_page(bench, vaults)
    page.files = Chosen(tmp_path / "again.assess")
    page.again_button.click()
    bench.settle()
    page.save_button.click()
    assert (tmp_path / "again.assess").stat().st_size > 1000


def test_a_case_without_documents_says_when_there_will_be_some(vaults: TwoVaults, tmp_path: Path, qtbot: QtBot) -> None:
    """The empty page names what will stand here."""
    from hsb_assess.desk import caseload

    shutil.copytree(vaults.practitioner, tmp_path / "own")
    bench = Bench(qtbot, tmp_path / "own")
    at = bench.vault.workplace(read_only=False)
    case = str(caseload.create_case(at, "B-3").created)
    at.book.close()
    page = bench.page(DocumentsPage, case=case)
    assert page.first_focus() is None
    assert page.empty.isVisible()
    assert not page.acts.isVisible()
    bench.close()


def _submit(vaults: TwoVaults, folder: Path) -> bytes:
    """Submit the case for real, from the practitioner's vault."""
    vault = open_vault(folder)
    at = vault.workplace(read_only=False)
    labels = Labels(assessing.reading(at, vaults.assessment).definition)
    play(at, vaults.case, vaults.assessment, SCRIPT.phases["after_return"], labels)
    supervisor = access.contacts(at)[0].person
    package = issuing.submit(at, vaults.assessment, supervisor, PASSPHRASE).package
    at.book.close()
    vault.close()
    return package


def _own_answers(page: ReviewPage) -> None:
    assert page.desk is not None
    for name in ("rules_seen", "statements_opened"):
        field = page.desk.form.fields[f"M23.{name}"]
        field.editor.widget.findChild(QAbstractButton).click()  # type: ignore[union-attr]  # there is one, or the test fails here
    for name in ("balance", "challenge", "reasons"):
        page.desk.model.put_value(f"M23.{name}", "Weighed, and said so.")
    page.desk.model.put_value("M23.next_supervision", {"date": "2026-06-15", "about": False, "end": None})


def issued_at(page: DocumentsPage, audience: str) -> str:
    """Return the newest issued document for an audience."""
    lines = [page._shown[key].line for key in page.table.keys()]  # noqa: SIM118 (a table, not a mapping)
    return next(line.sha256 for line in lines if line.state == "issued" and line.audience == audience)


def _all_of_one_document(bench: Bench, page: DocumentsPage) -> str:
    """Return the document of the marked row, once words, buttons and pages are of the same one."""
    sha256, shown = page.table.current_key(), page.current()
    assert shown is not None
    assert shown.line.sha256 == sha256
    assert [index.row() for index in page.table.selectionModel().selectedRows()] == [page.table.currentIndex().row()]
    assert bytes(page.preview._bytes.data()) == issuing.document_bytes(bench.at, sha256)
    assert page.export_button.accessibleName().endswith(shown.title)
    assert made_words(shown.line.made) in page.about.text()
    return sha256


def test_a_review_from_the_package_to_the_issued_document(bench: Bench, vaults: TwoVaults, tmp_path: Path) -> None:
    """Everything is opened, every explanation accepted, the questions answered; then it is signed and genuine."""
    shutil.copytree(vaults.practitioner, tmp_path / "own")
    at = bench.vault.workplace(read_only=False)
    sharing.receive(at, _submit(vaults, tmp_path / "own"))
    at.book.close()
    page = bench.page(ReviewPage, case=vaults.case, assessment=vaults.assessment)
    assert page.desk is not None
    assert page.room is not None
    assert "M14.wants_known" in page.room.review.changed
    for part in page.desk.parts.values():
        part.open_part()
    for statement in page.findChildren(Statement):
        statement.open_button.click()
    for decide in page.findChildren(Decide):
        decide.accept_button.click()
    _own_answers(page)
    bench.settle()
    bench.qtbot.waitUntil(lambda: not page.room.review.waiting, timeout=10_000)  # type: ignore[union-attr]  # there is one, or the test fails here
    decision = page.desk.decision
    decision.reasons.setPlainText("Harm to him is looked for as closely as his behaviour.")
    decision.passphrase.set_text(PASSPHRASE)
    decision.approve_button.click()
    assert decision.errors.isHidden()
    bench.settle()
    assert decision.pill.text() == "Approved and signed"
    assert not reviewing.review(bench.at, vaults.assessment).waiting
    shown = documents_page(bench, vaults)
    issued = [each for each in shown._shown.values() if each.line.state == "issued"]
    assert {each.signed for each in issued} == {("Worker P", "Manager S")}
    order = [(shown._shown[key].line.state, shown._shown[key].line.audience) for key in shown.table.keys()]  # noqa: SIM118 (a table, not a mapping)
    assert order[:4] == [("issued", "A"), ("issued", "B"), ("submitted", "A"), ("submitted", "B")]
    assert _all_of_one_document(bench, shown) == issued_at(shown, "A")
    for key in shown.table.keys():  # noqa: SIM118 (a table, not a mapping)
        assert shown.show_document(key)
        assert _all_of_one_document(bench, shown) == key
    assert not shown.show_document("of another case")
    shown.show_document(issued_at(shown, "B"))
    shown.read()
    assert _all_of_one_document(bench, shown) == issued_at(shown, "B")
    shown.show_document(issued_at(shown, "A"))
    shown.verify_button.click()
    bench.settle()
    assert shown.verdict.head.text() == "Genuine: signed by everybody who must sign, and unchanged since."
    assert "Manager S" in shown.verdict.signers.text()
