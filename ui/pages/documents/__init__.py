"""The documents of a case: which there are, what they look like, whether they are genuine, and a copy to hand over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from hsb_assess.desk import issuing, viewing
from hsb_assess.domain.errors import HsbAssessError
from ui.draw.readingtable import ReadingTable
from ui.form.exporting import ExportPanel
from ui.form.preview import Preview
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.documents.verdict import VerdictCard
from ui.pages.documents.words import Shown, bytes_words, made_words, read_documents, state_words
from ui.widgets.buttons import button
from ui.widgets.cards import Column
from ui.widgets.empty import EmptyState
from ui.widgets.files import PACKAGES, PDFS, Files, package_name, write_file
from ui.widgets.fitting import FitsRoom
from ui.widgets.splitting import Split
from ui.widgets.tables import Cell, Row
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.desk.issuing import Sent
    from hsb_assess.desk.workplace import Change

__all__ = ["DocumentsPage"]

_LIST: Final = 27
_WIDE: Final = 52
"""Letters of width of the list, and of the page from which the document stands beside the list."""


class DocumentsPage(FitsRoom, Page):
    """The list at the left with what can be done, the document at the right. ``files`` is the seam for dialogs."""

    def __init__(
        self, context: PageContext, *, case: str, assessment: str | None = None, part: str | None = None
    ) -> None:
        super().__init__(context)
        self.heading = tr("Documents")
        self.case, self.assessment = case, assessment
        self.files = Files()
        self._shown: dict[str, Shown] = {}
        self._open_hash = ""
        self.body.setContentsMargins(24, 16, 24, 8)
        self._lay_out()
        self.read()
        if part is not None:
            self.show_document(part)

    # -- building --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.left = Column(width=560)
        self.preview = Preview()
        self.title = Heading(tr("Documents"))
        self.left.body.addWidget(self.title)
        columns = [tr("Document"), tr("State"), tr("Version")]
        self.table = ReadingTable(tr("Documents"), columns, (7, 4, 3))
        self.table.current_changed.connect(self._show)
        self.table.opened.connect(lambda _key: self.preview.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.about = Caption("")
        self.verify_button = button(
            tr("Verify"), self.verify, tip=tr("Check the signatures and that nothing was changed")
        )
        self.export_button = button(tr("Export…"), self.ask_export)
        self.again_button = button(tr("Make the package again"), self.make_again, kind="quiet")
        self.save_button = button(tr("Save the package…"), self.save_package, kind="primary")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for part in (self.verify_button, self.export_button):
            acts.addWidget(part)
        acts.addStretch(1)
        self.acts = QWidget()
        holder = QVBoxLayout(self.acts)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self.about)
        holder.addLayout(acts)
        self.verdict = VerdictCard()
        self.export = ExportPanel(self.choose_place, self.export_button.setFocus)
        self._package: bytes | None = None
        self.package = QWidget()
        again = QVBoxLayout(self.package)
        again.setContentsMargins(0, 8, 0, 0)
        again.addWidget(Caption(tr("The package for the other person can be made again if it was lost.")))
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(self.again_button)
        row.addStretch(1)
        again.addLayout(row)
        self.save_button.hide()
        words = tr("Documents A and B are made and signed when the assessment is submitted, and again at approval.")
        self.empty = EmptyState(tr("No documents yet"), words)
        for each in (self.empty, self.table, self.acts, self.verdict, self.export, self.package):
            self.left.body.addWidget(each)
        self.left.body.addStretch(1)
        self.split = Split(self.left, self.preview)
        self.body.addWidget(self.split, 1)

    # -- room ------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Put the document under the list where there is little room."""
        letter = max(16, QApplication.font().pixelSize())
        beside = self.width() // letter >= _WIDE
        self.left.setMinimumWidth(min(_LIST * letter, max(240, self.width() - 64)))
        self.split.arrange(beside=beside)

    # -- what is shown ---------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the list again; the current document stays current, at first it is the newest one that is issued."""
        found = read_documents(self.context.at, self.case)
        wanted = self._open_hash or next((each.line.sha256 for each in found if each.line.state == "issued"), "")
        self._shown = {each.line.sha256: each for each in found}
        for part in (self.table, self.acts, self.package, self.preview):
            part.setVisible(bool(found))
        self.empty.setVisible(not found)
        with QSignalBlocker(self.table):
            self.table.show_rows([_row(each) for each in found])
            self.table.select(wanted)
        self._show(self.table.current_key())

    def show_document(self, sha256: str) -> bool:
        """Mark the row of a document and show it; ``False`` where the case has no such document."""
        return self.table.select(sha256)

    def _show(self, sha256: str) -> None:
        """Show the document of the marked row from memory: list, words, buttons and pages are always of the same one."""
        shown = self._shown.get(sha256)
        if shown is None or sha256 == self._open_hash:
            return
        self._open_hash = sha256
        self.verdict.hide()
        self.preview.clear()
        if not self.export.isHidden():
            self.export.close_panel()
        signed = ", ".join(shown.signed) or tr("nobody")
        size = bytes_words(shown.line.size)
        self.about.setText(
            tr("Made {when}, {size}. Signed by: {who}.", when=made_words(shown.line.made), size=size, who=signed)
        )
        for made, words in ((self.verify_button, tr("Verify")), (self.export_button, tr("Export…"))):
            made.setAccessibleName(f"{words}: {shown.title}")
        try:
            pdf = issuing.document_bytes(self.context.at, sha256)
        except HsbAssessError as error:
            self.context.notices.error(error)
            return
        self.context.operations.read(viewing.document_shown, sha256, on_done=lambda _nothing: None)
        if not self.preview.show_bytes(pdf):
            told = tr("This document cannot be shown."), tr("Verify it, then make it again.")
            self.context.notices.error(HsbAssessError("document_unreadable", *told))

    def current(self) -> Shown | None:
        """Return the document that is shown."""
        return self._shown.get(self._open_hash)

    # -- what the shell asks ---------------------------------------------------------------------------------

    def place(self) -> Target | None:
        """Return the document that is shown."""
        return Target("documents", case=self.case, assessment=self.assessment, part=self._open_hash or None)

    def show_target(self, target: Target) -> bool:
        """Show another document."""
        return target.part is None or self.show_document(target.part)

    def first_focus(self) -> QWidget | None:
        """Start in the list."""
        return self.table if self._shown else None

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Read the list again where documents may have come."""
        del mine
        if change.case == self.case and change.act in {"submitted", "decided", "package_received"}:
            self.read()

    # -- acts ------------------------------------------------------------------------------------------------

    def verify(self) -> None:
        """Check the signatures of the document that is shown, in a child process."""
        shown = self.current()
        if shown is None:
            return
        self.verdict.say_busy()
        self.context.operations.look(
            issuing.verify,
            shown.line.sha256,
            label=tr("Checking the signatures"),
            on_done=partial(self._verified, shown),
            on_error=self._not_verified,
        )

    def _verified(self, shown: Shown, verdict: dict[str, object]) -> None:
        if shown.line.sha256 == self._open_hash:
            self.verdict.show_verdict(verdict, pending=shown.line.state == "submitted")  # type: ignore[arg-type]  # a verdict is JSON of a child process

    def _not_verified(self, error: HsbAssessError) -> None:
        self.verdict.hide()
        self.context.notices.error(error)

    def ask_export(self) -> None:
        """Ask who receives a copy and why."""
        shown = self.current()
        if shown is not None:
            self.export.open(shown.title)

    def choose_place(self, recipient: str, basis: str) -> None:
        """Ask where the copy goes; only then is it taken out of the vault, and noted."""
        shown = self.current()
        if shown is None:
            return
        name = f"{self.context.at.clock.today().isoformat()}-document-{shown.line.audience.lower()}.pdf"
        path = self.files.save(self, tr("Export a document"), name, PDFS)
        if path is None:
            return
        self.context.operations.run(
            issuing.export,
            shown.line.sha256,
            recipient,
            basis,
            by=self,
            on_done=lambda pdf: self._exported(path, pdf),
        )

    def _exported(self, path: Path, pdf: bytes) -> None:
        try:
            write_file(path, pdf)
        except HsbAssessError as error:
            self.context.notices.error(error)
            return
        self.export.close_panel()
        self.context.notices.done(tr("Exported. The vault keeps who receives it and why."))

    def make_again(self) -> None:
        """Make the package of the latest submission or decision once more."""
        shown = self.current()
        if shown is not None and shown.assessment:
            self.context.operations.run(
                issuing.send_again,
                shown.assessment,
                label=tr("Sealing the package"),
                by=self,
                on_done=self._made_again,
            )

    def _made_again(self, sent: Sent) -> None:
        self._package = sent.package
        self.save_button.show()
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.notices.say(tr("The package for {who} is ready to be saved.", who=sent.to))

    def save_package(self) -> None:
        """Ask where the package goes, and write it there."""
        if self._package is None:
            return
        name = package_name(self.context.at.clock.today(), self._package)
        path = self.files.save(self, tr("Save the package"), name, PACKAGES)
        if path is None:
            return
        try:
            write_file(path, self._package)
        except HsbAssessError as error:
            self.context.notices.error(error)
            return
        self.context.notices.done(tr("The package is saved. Hand it over by a way that your service allows."))


def _row(shown: Shown) -> Row:
    words, tone = state_words(shown.line.state)
    version = Cell(str(shown.version) if shown.version else tr("not known"))
    return Row(shown.line.sha256, (Cell(shown.title, bold=True), Cell(words, tone=tone), version))
