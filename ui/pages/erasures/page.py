"""What was proposed to be erased, by this person or to them, how it was answered, and the receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk import erasing
from hsb_assess.desk.carryingout import receipt_document, receipt_json, verify_receipt
from hsb_assess.desk.organisation import shared_folder
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role
from ui.form.erasingdialogs import EraseDialog
from ui.form.exporting import ExportPanel
from ui.form.flow import Flow
from ui.form.keptwords import day_words
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.erasures.answering import AnswerCard
from ui.widgets.buttons import button
from ui.widgets.cards import Card, Column
from ui.widgets.empty import EmptyState
from ui.widgets.files import PACKAGES, PDFS, Files, package_name, write_file
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hsb_assess.desk.erasing import Erasure
    from hsb_assess.desk.issuing import Sent
    from hsb_assess.desk.workplace import Change

__all__ = ["ErasuresPage"]

_TONES = {"asked": "information", "agreed": "warning", "declined": "neutral", "moved": "warning", "done": "good"}


class ErasuresPage(Page):
    """A table, and under it what can be done with the line that is marked; ``files`` is the seam for the native dialogs."""

    def __init__(self, context: PageContext, *, part: str | None = None) -> None:
        super().__init__(context)
        self.heading = tr("Erasing and receipts")
        self.files = Files(lambda: shared_folder(context.at))
        self.found: dict[str, Erasure] = {}
        self.sent: Sent | None = None
        self.dialog: EraseDialog | None = None
        column = Column(width=980)
        self.body.addWidget(column)
        column.body.addWidget(Heading(tr("Erasing and receipts")))
        column.body.addWidget(
            Paragraph(
                tr("Erasing a case takes two people. What each of them signed, and the receipt, stay here for ever.")
            )
        )
        self.empty = EmptyState(
            tr("Nothing was proposed or erased here"),
            tr("A case is proposed to be erased on its page “Keeping and closing”, once it is closed."),
        )
        columns = [tr("Case"), tr("State"), tr("Proposed by"), tr("On"), tr("Answered by"), tr("Erased")]
        self.table = Table(tr("Proposals and receipts"), columns, stretch=1, spare=(3, 4, 5))
        self.table.current_changed.connect(self._show)
        self.card = Card(margin=24)
        self.title, self.facts, self.reason, self.code = Heading("", 2), Paragraph(""), Paragraph(""), Caption("")
        for words in (self.title, self.facts, self.reason, self.code):
            self.card.body.addWidget(words)
        self.save_button = button(tr("Save your answer…"), self.save, kind="primary")
        self.erase_button = button(tr("Erase the copy in this vault…"), self.ask_last, kind="danger")
        self.case_button = button(tr("Go to the case"), self.go_to_case)
        self.export_button = button(tr("Export the receipt…"), self.export)
        self.check_button = button(tr("Check its signature"), self.check)
        acts = Flow(gap=8)
        self._acts = (self.save_button, self.erase_button, self.case_button, self.export_button, self.check_button)
        for made in self._acts:
            acts.addWidget(made)
        self.card.body.addLayout(acts)
        self.panel = ExportPanel(self._choose_place, self.export_button.setFocus)
        self.answer = AnswerCard(self, self._answered)
        for part_ in (self.empty, self.table, self.card, self.answer, self.panel):
            column.body.addWidget(part_)
        column.body.addStretch(1)
        self.read()
        if part is not None:
            self.table.select(part)

    def read(self) -> None:
        """Show what there is now."""
        found = erasing.erasures(self.context.at)
        self.found = {each.id: each for each in found}
        self.table.show_rows([_row(each) for each in found])
        self.table.fit_height(8)
        for part in (self.table, self.card):
            part.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._show(self.table.current_key())

    def _current(self) -> Erasure | None:
        return self.found.get(self.table.current_key())

    def _show(self, key: str) -> None:
        each = self.found.get(key)
        self.answer.hide()
        if each is None:
            return
        self.title.setText(tr("Case {ref}: {state}", ref=each.reference, state=tr(erasing.STATES[each.state])))
        facts = [
            tr("Proposed by {who} on {day}.", who=each.by, day=day_words(each.proposed[:10])),
            tr("Closed on {day}.", day=day_words(each.closed)) if each.closed else "",
            tr("Answered by {who} on {day}.", who=each.answered_by, day=day_words(each.answered[:10]))
            if each.answered
            else "",
            tr("Erased on {day}.", day=day_words(each.done[:10])) if each.done else "",
            tr("Statements: {entries}, documents: {documents}.", entries=each.entries, documents=each.documents),
        ]
        self.facts.setText(" ".join(filter(None, facts)))
        said = [
            tr("Basis: {basis}.", basis=tr(erasing.BASES.get(each.basis, each.basis))),
            each.why,
            tr("A legal hold stands since {days}.", days=", ".join(map(day_words, each.hold.split(", "))))
            if each.hold
            else "",
            tr("The answer says: {why}", why=each.answer_why) if each.answer_why else "",
        ]
        self.reason.setText("\n".join(filter(None, said)))
        self.code.hide()
        self._offer(each)

    def _offer(self, each: Erasure) -> None:
        done = each.state == "done"
        asked = not each.mine and not done and self.context.at.role == Role.SUPERVISOR
        self.save_button.setVisible(self.sent is not None and self.sent.change.created == each.id)
        self.erase_button.setVisible(not each.mine and each.state == "agreed" and each.here)
        self.case_button.setVisible(each.here and not done)
        self.export_button.setVisible(done)
        self.check_button.setVisible(done)
        if asked:
            self.answer.show_for(each)

    # -- acting ----------------------------------------------------------------------------------------------

    def _answered(self, sent: Sent) -> None:
        self.sent = sent
        self.context.operations.changed.emit(sent.change, self)
        self.read()
        self.context.notices.done(tr("Signed. Save your answer and hand it to {who}.", who=sent.to))
        self.save_button.setFocus()

    def save(self) -> None:
        """Ask where, and save the answer."""
        if self.sent is None:
            return
        name = package_name(self.context.at.clock.today(), self.sent.package)
        path = self.files.save(self, tr("Save your answer"), name, PACKAGES)
        if path is not None and self._write((path, self.sent.package)):
            self.context.notices.done(tr("The answer is saved as {name}.", name=path.name))

    def _write(self, *given: tuple[object, bytes]) -> bool:
        try:
            for path, data in given:
                write_file(path, data)  # type: ignore[arg-type]  # paths, told as objects to keep the pairs short
        except HsbAssessError as error:
            self.context.notices.error(error)
            return False
        return True

    def ask_last(self) -> None:
        """Open the dialog in which the copy here is erased."""
        each = self._current()
        if each is None:
            return
        self.dialog = EraseDialog(self.context, each, self)
        self.dialog.erased.connect(lambda _change: self._erased())
        self.dialog.open()

    def _erased(self) -> None:
        self.read()
        self.context.notices.done(
            tr("The case is erased. Lock the vault, so that nothing of it stays in this computer’s memory."),
            action=(tr("Lock now"), self._lock),
        )

    def _lock(self) -> None:
        self.context.lock()

    def go_to_case(self) -> None:
        """Go to the page of the case on which it is kept and closed."""
        each = self._current()
        if each is not None:
            self.context.navigate(Target("keeping", case=each.case))

    def check(self) -> None:
        """Check the signature of the receipt."""
        each = self._current()
        if each is not None:
            self.context.operations.look(
                verify_receipt, each.id, on_done=self._checked, label=tr("Checking the signature")
            )

    def _checked(self, verdict: dict[str, object]) -> None:
        genuine = verdict.get("verdict") == "accepted"
        words = (
            tr("Genuine: signed by whoever erased the case, and unchanged since.")
            if genuine
            else tr("Do not rely on this receipt: its signature does not hold.")
        )
        self.code.setText(words)
        self.code.show()

    def export(self) -> None:
        """Ask for whom and on what basis the receipt leaves the vault."""
        self.panel.open(tr("the receipt"))

    def _choose_place(self, recipient: str, basis: str) -> None:
        each = self._current()
        path = self.files.save(self, tr("Export"), f"receipt-{self.context.at.clock.today().isoformat()}.pdf", PDFS)
        if each is None or path is None:
            return

        def keep(made: bytes) -> None:
            if self._write((path, made), (path.with_suffix(".json"), receipt_json(self.context.at, each.id))):
                self.panel.close_panel()
                self.context.notices.done(tr("Exported: the pages, and a JSON file for programs beside them."))

        self.context.operations.run(receipt_document, each.id, recipient, basis, on_done=keep, by=self)

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Show what came or was done."""
        if not mine and change.act.startswith(("erasure", "case_erased", "package_received")):
            self.read()

    def first_focus(self) -> QWidget | None:
        """Start in the table."""
        return self.table if self.found else None


def _row(each: Erasure) -> Row:
    day, done = day_words(each.proposed[:10]), day_words(each.done[:10]) if each.done else ""
    return Row(
        each.id,
        (
            Cell(each.reference, bold=True),
            Cell(tr(erasing.STATES[each.state]), tone=_TONES[each.state]),
            Cell(each.by),
            Cell(day, sort=each.proposed),
            Cell(each.answered_by),
            Cell(done, sort=each.done),
        ),
    )
