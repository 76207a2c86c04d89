"""A part of the review: explanations to accept or refuse one by one, and what else the rules say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hsb_assess.desk.gate import justifications, same_words
from hsb_assess.rules.finding import Severity
from ui.language import tr
from ui.pages.review.lines import Content, Said
from ui.pages.review.talk import Composer
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.pills import Pill
from ui.widgets.text import Caption

if TYPE_CHECKING:
    from hsb_assess.desk.gate import Justification
    from hsb_assess.rules.finding import Finding
    from ui.pages.review.room import Room

__all__ = ["Decide", "overrides_part"]


class Decide(QWidget):
    """Accept or refuse one explanation; a refusal asks for its reason. One at a time, never all at once."""

    def __init__(self, room: Room, finding: Finding) -> None:
        super().__init__()
        self.room, self.finding = room, finding
        self.setObjectName(f"decide:{finding.key}")
        self.pill = Pill("", "neutral")
        self.reason = Caption("")
        self.accept_button = button(
            tr("Accept"),
            lambda: room.accept(finding.key),
            name=tr("Accept the explanation of: {what}", what=finding.message),
        )
        self.refuse_button = button(
            tr("Refuse…"), self._refuse, name=tr("Refuse the explanation of: {what}", what=finding.message)
        )
        self.composer = Composer(
            tr("Why is it refused?"), tr("Refuse"), self._send, room.scraps, f"refusal.{finding.key}"
        )
        self.composer.closed = lambda: self.refuse_button.setFocus(Qt.FocusReason.OtherFocusReason)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        state = QHBoxLayout()
        state.setContentsMargins(4, 0, 0, 0)
        state.addWidget(self.pill)
        state.addWidget(self.reason, 1)
        body.addLayout(state)
        body.addLayout(button_row(self.accept_button, self.refuse_button))
        body.addWidget(self.composer)
        self.composer.setVisible(self._may() and self.composer.take_up())
        room.refreshed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Say what was decided."""
        decided = self.room.review.acceptances.get(self.finding.key)
        if decided is None:
            self.pill.say(tr("Not decided yet"), "warning")
        elif decided.accepted:
            self.pill.say(tr("Accepted"), "good")
        else:
            self.pill.say(tr("Refused"), "bad")
        self.reason.setText(decided.reason if decided is not None else "")
        may = self._may()
        self.accept_button.setVisible(may and (decided is None or not decided.accepted))
        self.refuse_button.setVisible(may and (decided is None or decided.accepted))

    def _may(self) -> bool:
        return self.room.reviewing and not self.room.decided

    def _refuse(self) -> None:
        self.composer.open_box()

    def _send(self, text: str, box: Composer) -> None:
        self.room.refuse(self.finding.key, text, box)


def overrides_part(room: Room) -> QWidget:
    """Return every explanation, identical texts together, and what else the rules say."""
    content, report = Content(room), room.review.report
    written = justifications(room.review.reading)
    asked = [each for each in report.of(Severity.JUSTIFY) if not room.about_review(each)]
    bare = [each for each in asked if each.key not in written]
    groups = same_words(asked, written)
    content.heading(tr("Explanations to accept or refuse, one by one"))
    if not groups:
        content.say(tr("There is no explanation to decide on."))
    for findings in groups:
        content.add(_group(room, findings, written[findings[0].key]))
    if bare:
        content.heading(tr("To be explained, and not explained"))
        content.lines([_finding_line(room, finding) for finding in bare])
    for severity, words in ((Severity.BLOCKER, tr("To be put right")), (Severity.ADVISORY, tr("To consider"))):
        found = [each for each in report.of(severity) if not room.about_review(each)]
        content.heading(words)
        content.lines([_finding_line(room, finding) for finding in found])
        if not found:
            content.say(tr("Nothing."))
    content.heading(tr("Not evaluated"))
    for skipped in report.not_evaluated:
        content.quiet(f"{skipped.rule}: {skipped.reason}")
    if not report.not_evaluated:
        content.say(tr("Every rule could be judged."))
    return content


def _finding_line(room: Room, finding: Finding) -> Said:
    path = finding.questions[0] if finding.questions else ""
    about = f"{finding.title}: {room.teller.question(path)}" if path else finding.title
    return Said(path, about, finding.message, (f"{finding.mend} ({finding.rule})",))


def _group(room: Room, findings: tuple[Finding, ...], given: Justification) -> QWidget:
    card = Card(margin=16)
    if len(findings) > 1:
        card.body.addWidget(Pill(tr("The same words {n} times", n=len(findings)), "warning"))
    words = Content(room)
    teller, reading = room.teller, room.review.reading
    cited = [reading.thing(each) for each in given.evidence]
    lines = tuple(teller.evidence_line(each) for each in cited if each is not None)
    words.lines(
        [Said("", tr("What the author wrote"), given.text, lines or (tr("No evidence is cited."),), quote=True)]
    )
    card.body.addWidget(words)
    for finding in findings:
        about = Content(room)
        about.lines([_finding_line(room, finding)])
        card.body.addWidget(about)
        card.body.addWidget(Decide(room, finding))
    return card
