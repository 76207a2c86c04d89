"""Findings on the check page: what is wrong, why it matters, what mends it, where, and how it is explained."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hsb_assess.rules.finding import Severity
from ui.form.evidence import EvidencePanel
from ui.form.words import said
from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.errors import link
from ui.widgets.fields import GrowingText
from ui.widgets.labelled import Field
from ui.widgets.pills import Pill
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hsb_assess.desk.gate import Justification
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.rules.finding import Finding
    from ui.form.model import FormModel

__all__ = ["Explanation", "FindingCard", "question_words"]

_LINKS: Final = 5
_CODES: Final = re.compile(r"\s*\((?:[A-Z]+\d+(?:, )?)+\)")
_REST: Final = 2000
"""Milliseconds of rest after which an explanation is recorded, if it is not left before."""


def question_words(definition: Definition, path: str) -> str:
    """Return how a question is named in a link: its section and its sentence."""
    item = definition.find(path)
    module = said(definition.module(path).title)
    return f"{module}: {said(item.label)}" if item is not None else module


def without_codes(why: str) -> str:
    """Return why a check is there without the numbers of the inspections' findings, which few readers look up."""
    return _CODES.sub("", why)


class Explanation(QWidget):
    """What the author writes about one finding, and the evidence that it cites."""

    def __init__(
        self,
        finding: Finding,
        model: FormModel,
        written: Justification | None,
        keep: Callable[[str, tuple[str, ...]], None],
    ) -> None:
        super().__init__()
        self._keep, self._scraps, self._name = keep, model.scraps, f"explanation.{finding.key}"
        begun = self._scraps.kept(self._name)
        kept = written.text if written is not None else ""
        self.text = GrowingText(begun if isinstance(begun, str) else kept)
        self.evidence: tuple[str, ...] = written.evidence if written is not None else ()
        self._kept = (kept.strip(), self.evidence)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        hint = tr("Say what was done about it and why it can stand. Cite what this rests on.")
        body.addWidget(Field(tr("Your explanation"), self.text, hint=hint))
        self.text.setAccessibleName(tr("Your explanation: {title}", title=finding.title))
        row = QHBoxLayout()
        self.state = Pill("", "neutral")
        self.cite = button(
            tr("Evidence…"), self._open, kind="quiet", name=tr("Evidence for: {title}", title=finding.title)
        )
        row.addWidget(self.state)
        row.addWidget(self.cite)
        row.addStretch(1)
        body.addLayout(row)
        self.panel = EvidencePanel(model, finding.title, scrap=f"new.evidence@{finding.key}")
        self.panel.hide()
        self.panel.changed = self._cited
        self.panel.closed = self.cite.setFocus
        body.addWidget(self.panel)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.seal)
        self.text.textChanged.connect(self._wrote)
        self.text.left.connect(self.seal)
        self._show_state()
        if begun is not None:
            self._rest.start(0)

    def _wrote(self) -> None:
        self._rest.start(_REST)
        self._scraps.write(self._name, self.text.toPlainText())

    def _open(self) -> None:
        if self.panel.isHidden():
            self.panel.open(self.evidence)
        else:
            self.panel.close_panel()

    def _cited(self, evidence: tuple[str, ...]) -> None:
        self.evidence = evidence
        self.seal()

    def seal(self) -> None:
        """Record what stands, if it is not recorded yet."""
        self._rest.stop()
        now = (self.text.toPlainText().strip(), self.evidence)
        self._show_state()
        if now != self._kept and now[0]:
            self._kept = now
            self._keep(*now)
        if now[0]:
            self._scraps.drop(self._name)

    def _show_state(self) -> None:
        written = bool(self.text.toPlainText().strip())
        if written and self.evidence:
            self.state.say(tr("Explained, with evidence: {n}", n=len(self.evidence)), "good")
        elif written:
            self.state.say(tr("Cite at least one evidence item"), "warning")
        else:
            self.state.say(tr("Not explained yet"), "warning")


class FindingCard(Card):
    """One item of the report: a finding, and what another rule says of the same people.

    Its links go to the questions that it is about.
    """

    def __init__(
        self,
        item: tuple[Finding, ...],
        model: FormModel,
        go: Callable[[str], object],
        written: Mapping[str, Justification],
        keep: Callable[[str, str, tuple[str, ...]], None],
        *,
        codes: bool = False,
    ) -> None:
        super().__init__(margin=20)
        finding = item[0]
        self.finding, self.item = finding, item
        self.questions = tuple(dict.fromkeys(path for each in item for path in each.questions))
        self._go = go
        self._definition = model.definition
        self.setObjectName(finding.key)
        self.setAccessibleName(finding.message)
        self.body.setSpacing(6)
        head = QHBoxLayout()
        title = Heading(finding.message, 3)
        head.addWidget(title, 1)
        if any(each.alert for each in item):
            head.addWidget(Pill(tr("Tonight"), "bad"), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        if finding.mend:
            self.body.addWidget(Paragraph(finding.mend))
        for other in item[1:]:
            self.body.addWidget(Paragraph(f"{other.message} {other.mend}".strip()))
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        self.body.addLayout(self._links)
        self._more: QWidget | None = None
        self.show_links(_LINKS)
        for each in item:
            words = tr("Check {rule}: {why}", rule=each.rule, why=each.why) if codes else without_codes(each.why)
            self.body.addWidget(Caption(words))
        self._explained = {
            each.key: Explanation(each, model, written.get(each.key), partial(keep, each.key))
            for each in item
            if each.severity is Severity.JUSTIFY
        }
        self.explanations = tuple(self._explained.values())
        self.explanation = self.explanations[0] if self.explanations else None
        for made in self.explanations:
            self.body.addWidget(made)

    def show_links(self, most: int) -> None:
        """Show links to the first questions; the others wait behind a button."""
        for path in self.questions[self._links.count() : most]:
            words = question_words(self._definition, path)
            self._links.addWidget(link(words, partial(self._go, path)), 0, Qt.AlignmentFlag.AlignLeft)
        rest = len(self.questions) - most
        if self._more is not None:
            self._more.hide()
            self._more.deleteLater()
            self._more = None
        if rest > 0:
            self._more = button(tr("Show {rest} more", rest=rest), partial(self.show_links_all), kind="quiet")
            self._links.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def take_focus(self, key: str = "") -> None:
        """Give the keyboard to the explanation of the finding ``key``, else to the first one, else to the first link."""
        first = self._links.itemAt(0)
        widget = first.widget() if first is not None else None
        explanation = self._explained.get(key, self.explanation)
        target = explanation.text if explanation is not None else widget
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_links_all(self) -> None:
        """Show every link."""
        if self._more is not None:
            self._links.removeWidget(self._more)
        self.show_links(len(self.questions))
