"""Signing and sending: to whom, with the passphrase once more, progress, and the package that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar

from hsb_assess.desk import access, issuing
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role
from ui.language import sentence, tr
from ui.navigation import Target
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.errors import link
from ui.widgets.fields import choice
from ui.widgets.files import PACKAGES, package_name, write_file
from ui.widgets.labelled import Field, PassphraseEdit
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.issuing import Sent
    from ui.navigation import PageContext
    from ui.widgets.files import Files

__all__ = ["SubmitCard"]


class _Progress(QObject):
    """Carries words from the worker's thread to the window's."""

    said = Signal(str)


class SubmitCard(Card):
    """``refused`` hears why it could not be signed; ``done`` what was sent."""

    def __init__(
        self,
        context: PageContext,
        assessment: str,
        *,
        files: Callable[[], Files],
        refused: Callable[[HsbAssessError], None],
    ) -> None:
        super().__init__(margin=24)
        self.context, self.assessment = context, assessment
        self.files = files
        self.refused = refused
        self.done: Callable[[Sent], None] = lambda _sent: None
        self.sent: Sent | None = None
        self.closed = False
        self.body.addWidget(Heading(tr("Sign and submit"), 2))
        self.words = Paragraph()
        self.body.addWidget(self.words)
        self.reading = Caption()
        self.reading.hide()
        self.body.addWidget(self.reading)
        people = [
            (each.person, f"{each.name}, {each.agency}" if each.agency else each.name)
            for each in access.contacts(context.at)
            if each.verified and each.role == Role.SUPERVISOR
        ]
        self.supervisor = choice([("", tr("Choose a supervisor")), *people])
        hint = "" if people else tr("No supervisor can be chosen yet: import their card and compare the eight words.")
        self.supervisor_field = Field(tr("Who receives it?"), self.supervisor, hint=hint)
        self.body.addWidget(self.supervisor_field)
        self.people_link = link(
            tr("Import a supervisor’s card under Settings, People"),
            lambda: context.navigate(Target("settings", part="people")),
        )
        self.body.addWidget(self.people_link)
        self.people_link.setVisible(not people)
        if len(people) == 1:
            self.supervisor.setCurrentIndex(1)
        self.passphrase = PassphraseEdit()
        self.passphrase.submitted.connect(self.submit)
        self.passphrase_field = Field(
            tr("Your passphrase, once more"), self.passphrase, hint=tr("Signing needs you, not only an open laptop.")
        )
        self.body.addWidget(self.passphrase_field)
        self.submit_button = button(tr("Sign and submit"), self.submit, kind="primary")
        self.save_button = button(tr("Save the package…"), self.save, kind="primary")
        self.save_button.hide()
        self.body.addLayout(button_row(self.submit_button, self.save_button))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("Signing is under way"))
        self.bar.hide()
        self.body.addWidget(self.bar)
        self.step = Paragraph()
        self.step.hide()
        self.body.addWidget(self.step)
        self._progress = _Progress(self)
        self._progress.said.connect(self.step.setText)

    def show_waiting(self, count: int) -> None:
        """Say how many things stand in the way; once it is signed, that stays said."""
        if self.closed or self.sent is not None:
            return
        if count:
            self.words.setText(
                tr("Things still to fix or explain: {count}. Drafts are saved all the same.", count=count)
            )
        else:
            self.words.setText(
                tr("Nothing stands in the way. Signing makes two documents and a package for your supervisor.")
            )

    def show_reading(self, words: str) -> None:
        """Say how long what is submitted takes to read."""
        self.reading.setText(words)
        self.reading.setVisible(bool(words) and not self.closed and self.sent is None)

    def show_closed(self) -> None:
        """Say that nothing is submitted in a closed case, and offer nothing of it."""
        self.closed = True
        self.words.setText(tr("This case is closed, so nothing is submitted. It can be opened again with a reason."))
        for part in (self.reading, self.supervisor_field, self.people_link, self.passphrase_field, self.submit_button):
            part.hide()

    def submit(self) -> None:
        """Sign and seal; what is missing is said at its field."""
        person = str(self.supervisor.currentData() or "")
        typed = self.passphrase.text()
        nobody = not self.people_link.isHidden()
        missing = tr("Import a supervisor’s card first.") if nobody else tr("Choose who receives it.")
        self.supervisor_field.set_fault("" if person else missing)
        self.passphrase_field.set_fault("" if typed else tr("Type your passphrase."))
        if not person or not typed:
            if nobody and not person:
                self.people_link.setFocus()
            else:
                (self.passphrase_field if person else self.supervisor_field).focus()
            return
        self._busy(tr("Checking what is written"))
        self.context.operations.run(
            issuing.submit,
            self.assessment,
            person,
            typed,
            self._progress.said.emit,
            on_done=self._submitted,
            on_error=self._failed,
            label=tr("Making and signing the documents"),
            by=self,
        )
        self.passphrase.clear()

    def _busy(self, words: str) -> None:
        self.submit_button.setEnabled(False)
        self.step.setText(words)
        self.step.show()
        self.bar.show()

    def _idle(self) -> None:
        self.submit_button.setEnabled(True)
        self.step.hide()
        self.bar.hide()

    def _failed(self, error: HsbAssessError) -> None:
        self._idle()
        if error.code == "wrong_passphrase":
            self.passphrase_field.set_fault(sentence(error))
            self.passphrase_field.focus()
        else:
            self.refused(error)

    def _submitted(self, sent: Sent) -> None:
        self._idle()
        self.sent = sent
        for part in (self.reading, self.supervisor_field, self.people_link, self.passphrase_field, self.submit_button):
            part.hide()
        self.words.setText(
            tr(
                "Signed and sealed for {name}. Save the package and hand it over; only {name} can open it.",
                name=sent.to,
            )
        )
        self.save_button.show()
        self.save_button.setFocus()
        self.done(sent)
        self.context.operations.changed.emit(sent.change, self)

    def save(self) -> None:
        """Ask where, and save the package; it is encrypted for its recipient."""
        if self.sent is None:
            return
        name = package_name(self.context.at.clock.today(), self.sent.package)
        path = self.files().save(self, tr("Save the package"), name, PACKAGES)
        if path is None:
            return
        try:
            write_file(path, self.sent.package)
        except HsbAssessError as error:
            self.context.notices.error(error)
        else:
            self.context.notices.done(tr("The package is saved as {name}.", name=path.name))
