"""The decision: return or approve with reasons and passphrase, then the package that goes back to the author."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from hsb_assess.desk import issuing
from hsb_assess.desk.organisation import shared_folder
from hsb_assess.domain.errors import HsbAssessError
from ui.form.scraps import KeptText
from ui.form.teller import day_of
from ui.language import sentence, tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.errors import ErrorSummary
from ui.widgets.fields import Field, PassphraseEdit
from ui.widgets.files import PACKAGES, Files, package_name, write_file
from ui.widgets.pills import Pill
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.issuing import Sent
    from ui.pages.review.room import Room

__all__ = ["DecisionPanel", "decision_words"]


def decision_words(decision: str) -> tuple[str, str]:
    """Return the words of a decision, and their tone."""
    return (tr("Approved and signed"), "good") if decision == "approve" else (tr("Returned with comments"), "warning")


class _Progress(QObject):
    """Carries words from the worker to the screen."""

    said = Signal(str)


class DecisionPanel(Card):
    """``files`` is the seam for the native dialog. ``package`` is what the last decision made, until it is saved."""

    def __init__(self, room: Room) -> None:
        super().__init__(margin=24)
        self.room = room
        self.files = Files(lambda: shared_folder(room.context.at))
        self.package: bytes | None = None
        self._to = ""
        self.setObjectName("decision")
        self.body.setSpacing(16)
        self.body.addWidget(Heading(tr("Your decision"), 2))
        self.errors = ErrorSummary()
        self.body.addWidget(self.errors)
        self._progress = _Progress(self)
        self._progress.said.connect(self._say_progress)
        self._ask()
        self._told()
        room.refreshed.connect(self.show_state)
        self.show_state()

    def _ask(self) -> None:
        self.asking = QWidget()
        body = QVBoxLayout(self.asking)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        self.reasons = KeptText(self.room.scraps, "decision")
        self.reasons.setObjectName("decision_reasons")
        self.reasons_field = Field(
            tr("Your reasons, for the author"),
            self.reasons,
            hint=tr("Goes back to the author with your comments. A few sentences are enough."),
        )
        self.passphrase = PassphraseEdit()
        self.passphrase.setMaximumWidth(420)
        self.passphrase_field = Field(
            tr("Your passphrase"), self.passphrase, hint=tr("Asked again, because you are about to sign.")
        )
        for field in (self.reasons_field, self.passphrase_field):
            field.mended.connect(self.errors.drop)
        self.approve_button = button(tr("Approve and sign"), lambda: self.decide("approve"), kind="primary")
        self.return_button = button(tr("Return to the author"), lambda: self.decide("return"))
        self.busy = QWidget()
        row = QHBoxLayout(self.busy)
        row.setContentsMargins(0, 0, 0, 0)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setFixedSize(160, 12)
        bar.setAccessibleName(tr("Under way"))
        self.busy_words = Caption("")
        row.addWidget(bar)
        row.addWidget(self.busy_words, 1)
        body.addWidget(self.reasons_field)
        body.addWidget(self.reasons.note)
        body.addWidget(self.passphrase_field)
        body.addLayout(button_row(self.approve_button, self.return_button))
        body.addWidget(self.busy)
        body.addWidget(
            Caption(
                tr(
                    "Approving signs exactly the documents that were submitted. What you wrote yourself goes into the supervisor’s record only."
                )
            )
        )
        self.busy.hide()
        self.body.addWidget(self.asking)
        self.reasons.take_up()

    def _told(self) -> None:
        self.told = QWidget()
        body = QVBoxLayout(self.told)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        self.pill = Pill("", "neutral")
        head.addWidget(self.pill)
        head.addStretch(1)
        self.when = Caption("")
        self.words = Paragraph("")
        self.package_words = Paragraph("")
        self.save_button = button(tr("Save the package…"), self.save_package, kind="primary")
        self.again_button = button(tr("Make the package again"), self.make_again)
        body.addLayout(head)
        for part in (self.when, self.words, self.package_words):
            body.addWidget(part)
        body.addLayout(button_row(self.save_button, self.again_button))
        self.told.hide()
        self.body.addWidget(self.told)

    # -- what is shown ---------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Ask for a decision, or say what was decided."""
        decision = self.room.review.submission.decision
        self.asking.setVisible(decision is None)
        self.told.setVisible(decision is not None)
        if decision is None:
            return
        self.pill.say(*decision_words(decision.decision))
        who = self.room.teller.name(decision.by)
        self.when.setText(tr("{who}, {when}", who=who, when=day_of(decision.at)))
        self.words.setText(decision.reasons)
        self._show_package()

    def _show_package(self) -> None:
        ready = self.package is not None
        self.save_button.setVisible(ready)
        self.again_button.setVisible(not ready)
        self.package_words.setText(
            tr("The package for {who} is ready. Save it and hand it over: only they can open it.", who=self._to)
            if ready
            else tr("The package is not kept. Make it again if it was lost or never saved.")
        )

    # -- deciding --------------------------------------------------------------------------------------------

    def decide(self, decision: str) -> None:
        """Ask the desk to decide, unless something is missing here."""
        self.room.page.seal()
        faults: list[tuple[str, Callable[[], object]]] = []
        self.reasons_field.set_fault("")
        self.passphrase_field.set_fault("")
        if not self.reasons.toPlainText().strip():
            self.reasons_field.set_fault(tr("Write your reasons in a few sentences."))
            faults.append((tr("Write your reasons in a few sentences."), self.reasons_field.focus))
        if not self.passphrase.text():
            self.passphrase_field.set_fault(tr("Type your passphrase."))
            faults.append((tr("Type your passphrase."), self.passphrase_field.focus))
        if faults and decision == "approve":
            faults += self._standing()
        self.errors.show_faults(faults, title=tr("This cannot be signed yet"))
        if faults:
            return
        self._set_busy(tr("Checking"))
        self.room.scraps.spend(
            self.reasons.name,
            issuing.decide,
            self.room.assessment,
            decision,
            self.reasons.toPlainText(),
            self.passphrase.text(),
            progress=self._progress.said.emit,
            label=tr("Signing") if decision == "approve" else tr("Sealing the package"),
            on_done=self._decided,
            on_error=self._refused,
        )

    def _set_busy(self, words: str) -> None:
        self.busy.setVisible(bool(words))
        self.busy_words.setText(words)
        for part in (self.approve_button, self.return_button, self.reasons, self.passphrase):
            part.setEnabled(not words)

    def _say_progress(self, words: str) -> None:
        self.busy_words.setText(words)

    def _decided(self, sent: Sent) -> None:
        self._set_busy("")
        self.passphrase.clear()
        self.reasons.take_up()
        self.package, self._to = sent.package, sent.to
        self.room.context.operations.changed.emit(sent.change, self.room.page)
        self.room.context.notices.done(sent.change.words)
        self.room.refreshed.connect(self._to_package, Qt.ConnectionType.SingleShotConnection)

    def _to_package(self) -> None:
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: HsbAssessError) -> None:
        self._set_busy("")
        if error.code == "not_ready":
            # The desk judged what is recorded now, which may be newer than what this page has read.
            self.room.refreshed.connect(self._show_waiting, Qt.ConnectionType.SingleShotConnection)
            self.room.refresh()
            return
        if error.code == "wrong_passphrase":
            self.passphrase.clear()
            self.passphrase_field.set_fault(sentence(error))
            self.passphrase_field.focus()
        self.room.context.notices.error(error)

    def _show_waiting(self) -> None:
        self.errors.show_faults(self._standing(), title=tr("This cannot be signed yet"))

    def _standing(self) -> list[tuple[str, Callable[[], object]]]:
        """Return what approval waits for, each with the way to it."""
        go = self.room.go_to_finding
        return [(self.room.finding_words(each), partial(go, each)) for each in self.room.review.waiting]

    # -- the package -----------------------------------------------------------------------------------------

    def make_again(self) -> None:
        """Make the package of this decision once more."""
        self.room.context.operations.run(
            issuing.send_again,
            self.room.assessment,
            label=tr("Sealing the package"),
            by=self.room.page,
            on_done=self._made_again,
        )

    def _made_again(self, sent: Sent) -> None:
        self.package, self._to = sent.package, sent.to
        self._show_package()
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_package(self) -> None:
        """Ask where the package goes, and write it there."""
        if self.package is None:
            return
        name = package_name(self.room.context.at.clock.today(), self.package)
        path = self.files.save(self, tr("Save the package"), name, PACKAGES)
        if path is None:
            return
        try:
            write_file(path, self.package)
        except HsbAssessError as error:
            self.room.context.notices.error(error)
            return
        self.room.context.notices.done(tr("The package is saved. Hand it over by a way that your service allows."))
