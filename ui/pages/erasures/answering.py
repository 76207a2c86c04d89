"""The second person's side: what is proposed, whether the copy here is the same, and agreeing or declining in writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk import erasing
from ui.language import sentence, tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import Field, GrowingText
from ui.widgets.labelled import PassphraseEdit
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.erasing import Erasure
    from hsb_assess.desk.issuing import Sent
    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import Page

__all__ = ["AnswerCard"]


class AnswerCard(Card):
    """``answered`` hears what was sent."""

    def __init__(self, page: Page, answered: Callable[[Sent], object]) -> None:
        super().__init__(margin=24)
        self.page, self._answered = page, answered
        self.erasure: Erasure | None = None
        self.body.setSpacing(12)
        self.body.addWidget(Heading(tr("Your answer"), 2))
        self.words, self.copy = Paragraph(""), Paragraph("")
        self.why = GrowingText(lines=2)
        self.why_field = Field(
            tr("What do you want to say with it?"),
            self.why,
            hint=tr(
                "Needed where you decline. It goes back with your answer and stays there, so write no name of a child or family."
            ),
        )
        self.passphrase = PassphraseEdit()
        self.passphrase_field = Field(
            tr("Your passphrase, once more"), self.passphrase, hint=tr("Your answer is signed with your key.")
        )
        self.agree_button = button(tr("Agree in writing"), lambda: self.answer(agrees=True), kind="primary")
        self.decline_button = button(tr("Decline"), lambda: self.answer(agrees=False))
        for part in (self.words, self.copy, self.why_field, self.passphrase_field):
            self.body.addWidget(part)
        self.body.addLayout(button_row(self.agree_button, self.decline_button))
        self.hide()

    def show_for(self, erasure: Erasure) -> None:
        """Show what is asked about one proposal."""
        self.erasure = erasure
        self.words.setText(
            tr(
                "{who} asks you to agree that case {ref} is erased from their vault as it stands: its statements ({entries}) "
                "and its documents ({documents}). You sign exactly that; whatever is recorded later makes your agreement void.",
                who=erasure.by,
                ref=erasure.reference,
                entries=erasure.entries,
                documents=erasure.documents,
            )
        )
        copies = {
            True: tr(
                "The copy in your vault is the same. It is erased by you, with these two signatures, when you choose."
            ),
            False: tr(
                "The copy in your vault is not the same: ask for the case once more if you want to see what is meant."
            ),
            None: tr("Your vault holds no copy of this case, so you see only what stands here."),
        }
        self.copy.setText(copies[erasure.same if erasure.here else None])
        self.show()

    def answer(self, *, agrees: bool) -> None:
        """Agree or decline; what is missing is said at its field."""
        why, secret = self.why.toPlainText().strip(), self.passphrase.text()
        self.why_field.set_fault("" if why or agrees else tr("Say in a sentence why you decline."))
        self.passphrase_field.set_fault("" if secret else tr("Type your passphrase."))
        missing = next((field for field in (self.why_field, self.passphrase_field) if field.fault()), None)
        if missing is not None or self.erasure is None:
            if missing is not None:
                missing.focus()
            return
        self.page.context.operations.run(
            erasing.answer,
            self.erasure.id,
            secret,
            agrees=agrees,
            why=why,
            on_done=self._done,
            on_error=self._refused,
            by=self.page,
        )
        self.passphrase.clear()

    def _done(self, sent: Sent) -> None:
        self.why.clear()
        self._answered(sent)

    def _refused(self, error: HsbAssessError) -> None:
        self.passphrase_field.set_fault(sentence(error))
        self.passphrase_field.focus()
