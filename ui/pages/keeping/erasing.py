"""Where erasing a case begins and ends on its page: proposing it, waiting for the second person, carrying it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk import erasing
from hsb_assess.domain.errors import HsbAssessError
from ui.form.erasingdialogs import EraseDialog, ProposeDialog
from ui.form.flow import Flow
from ui.form.keptwords import day_words
from ui.form.labels import put_away
from ui.language import tr
from ui.navigation import Target
from ui.pages.keeping.fields import ActCard
from ui.widgets.buttons import button
from ui.widgets.files import PACKAGES, package_name, write_file
from ui.widgets.pills import Pill
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.erasing import Erasure, Standing
    from hsb_assess.desk.issuing import Sent
    from ui.pages.keeping.page import KeepingPage

__all__ = ["ErasingCard"]

_TONES = {"asked": "information", "agreed": "good", "declined": "warning", "moved": "warning"}


class ErasingCard(ActCard):
    """Says what stands in the way, what was proposed and how it was answered."""

    def __init__(self, page: KeepingPage, standing: Standing) -> None:
        super().__init__(page)
        self.keeping_page, self.standing = page, standing
        self.asking: ProposeDialog | None = None
        self.last: EraseDialog | None = None
        self.body.addWidget(Heading(tr("Erasing"), 2))
        self.body.addWidget(
            Paragraph(
                tr(
                    "A closed case is erased by two people: one proposes it, a supervisor agrees in writing, and a signed "
                    "receipt says what remains. The audit keeps its hashes for ever."
                )
            )
        )
        self.propose_button = button(tr("Propose to erase it…"), self.ask)
        self.erase_button = button(tr("Erase it…"), self.ask_last, kind="danger")
        self.withdraw_button = button(tr("Take the proposal back"), self.withdraw)
        self.save_button = button(
            tr("Save the package for {name}…", name=page.sent.to if page.sent else ""), self.save, kind="primary"
        )
        self.receipts_button = button(tr("Proposals and receipts"), page.go_to_receipts, kind="quiet")
        found = standing.open
        if found is None:
            self._nothing_proposed()
        else:
            self._proposed(found)
        put_away(self.save_button, shown=page.sent is not None)
        acts = Flow(gap=8)
        for made in (
            self.save_button,
            self.erase_button,
            self.propose_button,
            self.withdraw_button,
            self.receipts_button,
        ):
            acts.addWidget(made)
        self.body.addLayout(acts)

    def _nothing_proposed(self) -> None:
        self.erase_button.hide()
        self.withdraw_button.hide()
        for _code, words in self.standing.obstacles:
            self.body.addWidget(Caption(words))
        blocked = {"case_open", "nobody_to_ask"} & {code for code, _words in self.standing.obstacles}
        self.propose_button.setEnabled(not blocked)

    def _proposed(self, found: Erasure) -> None:
        words = tr(erasing.STATES[found.state])
        self.state = Pill(words, _TONES.get(found.state, "neutral"))
        self.body.addWidget(self.state)
        told = [tr("Proposed on {day} by {who}.", day=day_words(found.proposed[:10]), who=found.by)]
        if found.answered:
            told.append(tr("Answered on {day} by {who}.", day=day_words(found.answered[:10]), who=found.answered_by))
        if found.answer_why:
            told.append(found.answer_why)
        told.append(
            {
                "agreed": tr("It can be carried out in this vault."),
                "moved": tr("Something was recorded in the case since, so it has to be proposed again."),
            }.get(found.state, "")
        )
        self.body.addWidget(Paragraph(" ".join(filter(None, told))))
        put_away(self.erase_button, shown=found.state == "agreed" and found.mine)
        put_away(self.propose_button, shown=found.state in {"moved", "declined"} and found.mine)
        put_away(self.withdraw_button, shown=found.mine)

    # -- acting ----------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Open the dialog in which it is proposed."""
        dialog = ProposeDialog(self.context, self.standing, self)
        dialog.sent.connect(self._sent)
        dialog.export_wanted.connect(lambda: self.context.navigate(Target("audit", case=self.standing.keeping.case)))
        self.asking = dialog
        dialog.open()

    def ask_last(self) -> None:
        """Open the dialog in which it is carried out."""
        if self.standing.open is None:
            return
        dialog = EraseDialog(self.context, self.standing.open, self)
        dialog.erased.connect(lambda _change: self._erased())
        self.last = dialog
        dialog.open()

    def _erased(self) -> None:
        self.context.navigate(Target("erasures"))
        self.context.notices.done(
            tr("The case is erased. Lock the vault, so that nothing of it stays in this computer’s memory."),
            action=(tr("Lock now"), self._lock),
        )

    def _lock(self) -> None:
        self.context.lock()

    def _sent(self, sent: Sent) -> None:
        self.keeping_page.sent = sent
        self.context.operations.changed.emit(sent.change, self.keeping_page)
        self.save()

    def withdraw(self) -> None:
        """Take the proposal back."""
        if self.standing.open is not None:
            self.keeping_page.sent = None
            self.run(tr("The proposal is taken back."), erasing.withdraw, self.standing.open.id)

    def save(self) -> None:
        """Ask where, and save the package that asks the second person."""
        sent = self.keeping_page.sent
        if sent is None:
            return
        name = package_name(self.context.at.clock.today(), sent.package)
        path = self.keeping_page.files.save(self.keeping_page, tr("Save the package"), name, PACKAGES)
        if path is None:
            return
        try:
            write_file(path, sent.package)
        except HsbAssessError as error:
            self.context.notices.error(error)
        else:
            self.context.notices.done(
                tr("The package is saved as {name}. Only {who} can open it.", name=path.name, who=sent.to)
            )
