"""What the strict verifier says about a document, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea

from ui.form.dates import moment_text
from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.marks import Mark
from ui.widgets.people import role_words
from ui.widgets.text import Caption, Paragraph, Scaled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

__all__ = ["VerdictCard"]


class VerdictCard(Card):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__(tone="information", margin=14)
        self.setObjectName("verdict")
        self.mark = Mark("information", 22)
        self.head = Scaled("", 1.0, bold=True)
        self.dismiss = button(tr("Close"), self.hide, kind="quiet", name=tr("Close the result"))
        row = QHBoxLayout()
        row.addWidget(self.mark)
        row.addWidget(self.head, 1)
        row.addWidget(self.dismiss)
        self.body.setSpacing(4)
        self.body.addLayout(row)
        self.signers, self.reasons = Paragraph(""), Caption("")
        self.body.addWidget(self.signers)
        self.body.addWidget(self.reasons)
        self.hide()

    def say_busy(self) -> None:
        """Say that the document is being checked."""
        self._say("information", tr("Checking the signatures"), "", "")

    def show_verdict(self, verdict: Mapping[str, JsonValue], *, pending: bool) -> None:
        """Show a verdict; ``pending`` says that a signature is still to come."""
        accepted = verdict.get("verdict") == "accepted"
        if not accepted:
            head = tr("Do not rely on this document.")
        elif pending:
            head = tr("In order so far: the author signed it, and it waits for the supervisor.")
        else:
            head = tr("Genuine: signed by everybody who must sign, and unchanged since.")
        reasons = [_code(each) for each in _listed(verdict.get("reasons"))]
        signers = [_signer(each) for each in _listed(verdict.get("signers"))]
        self._say("good" if accepted else "bad", head, "\n".join(signers), "\n".join(reasons))

    def _say(self, tone: str, head: str, signers: str, reasons: str) -> None:
        self.tone = self.mark.tone = tone
        self.head.setText(head)
        self.signers.setText(signers)
        self.reasons.setText(reasons)
        self.signers.setVisible(bool(signers))
        self.reasons.setVisible(bool(reasons))
        self.setAccessibleName(" ".join(part for part in (head, signers, reasons) if part))
        self.show()
        self.update()
        self.mark.update()
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        """Bring the result into sight where the list scrolls."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.isVisible():
            above.ensureWidgetVisible(self, 0, 24)


def _listed(value: JsonValue) -> list[Mapping[str, JsonValue]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _code(reason: Mapping[str, JsonValue]) -> str:
    return tr("{message} (code {code})", message=str(reason.get("message", "")), code=str(reason.get("code", "")))


def _signer(signer: Mapping[str, JsonValue]) -> str:
    when = signer.get("signed_at")
    told = moment_text(str(when)) if when else tr("no time stated")
    name, role = str(signer.get("name", "")), role_words(str(signer.get("role", "")))
    return tr("Signed by {name}, {role}, {when}", name=name, role=role, when=told)
