"""What an author sees before signing as the supervisor will: explanations in the same words together, and how long it reads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.desk.gate import same_words
from hsb_assess.desk.readingtime import MEANT, RATE
from hsb_assess.rules.finding import Severity
from ui.language import tr
from ui.widgets.cards import Card
from ui.widgets.errors import link
from ui.widgets.pills import Pill
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hsb_assess.desk.gate import Justification
    from hsb_assess.desk.readingtime import ReadingTime
    from hsb_assess.rules.finding import Finding, Report

__all__ = ["SameWords", "reading_words"]


def reading_words(time: ReadingTime) -> str:
    """Return how long a supervisor reads, as sentences; nothing where there is nothing to read yet."""
    if not time.whole:
        return ""
    said = tr(
        "Time to read for your supervisor: about {minutes} min for what is read in full ({words} words at {rate} a minute),"
        " {whole} min for everything.",
        minutes=time.minutes,
        words=f"{time.words:,}",
        rate=RATE,
        whole=time.whole_minutes,
    )
    if time.minutes <= MEANT:
        return said
    return f"{said} {tr('A review is meant to take {meant} min: look for what is said twice.', meant=MEANT)}"


class SameWords(QWidget):
    """Explanations that say the same, each group once with the findings that it is about; hidden where there is none."""

    def __init__(self, go: Callable[[str], object]) -> None:
        super().__init__()
        self._go = go
        self.groups: tuple[tuple[str, tuple[Finding, ...]], ...] = ()
        self._shown: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(16)
        self.hide()

    def show_report(self, report: Report, written: Mapping[str, Justification]) -> None:
        """Show what stands now; what is shown already stays, and keeps the keyboard."""
        found = [each for each in same_words(report.of(Severity.JUSTIFY), written) if len(each) > 1]
        self.groups = tuple((written[each[0].key].text, each) for each in found)
        shown = tuple((text, tuple(finding.key for finding in each)) for text, each in self.groups)
        if shown == self._shown:
            return
        self._shown = shown
        while (old := self._body.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(shown))
        if not shown:
            return
        self._body.addWidget(Heading(tr("Explained in the same words: {n}", n=len(shown)), 2))
        self._body.addWidget(
            Caption(
                tr(
                    "Your supervisor sees these together and decides on each by itself. Where something is different"
                    " for one of them, say it there."
                )
            )
        )
        for text, findings in self.groups:
            self._body.addWidget(self._group(text, findings))

    def _group(self, text: str, findings: tuple[Finding, ...]) -> QWidget:
        card = Card(margin=20)
        card.setAccessibleName(tr("The same words {n} times", n=len(findings)))
        card.body.setSpacing(6)
        card.body.addWidget(Pill(tr("The same words {n} times", n=len(findings)), "warning"))
        card.body.addWidget(Paragraph(tr("“{words}”", words=text)))
        for finding in findings:
            card.body.addWidget(link(finding.message, partial(self._go, finding.key)), 0, Qt.AlignmentFlag.AlignLeft)
        return card
