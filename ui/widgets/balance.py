"""The balance: four equal bars side by side, answered of total and evidence, never one sum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.language import tr
from ui.theme.shapes import face
from ui.theme.style import tokens_of
from ui.widgets.text import Caption, Scaled

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SIDES", "Balance", "SideCount", "side_name"]

SIDES = ("behaviour", "harm", "needs", "strengths")


@dataclass(frozen=True)
class SideCount:
    """How far one side is: questions answered, questions there are, evidence items cited."""

    answered: int
    total: int
    evidence: int


def side_name(side: str) -> str:
    """Return the words of a side."""
    names = {
        "behaviour": tr("Behaviour"),
        "harm": tr("Harm to this child"),
        "needs": tr("Needs"),
        "strengths": tr("Strengths"),
    }
    return names[side]


class _Bar(QWidget):
    def __init__(self, side: str) -> None:
        super().__init__()
        self.side = side
        self.part = 0.0
        self.setFixedHeight(10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the groove and what is answered."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        whole = QRectF(self.rect())
        edge = tokens.edge if tokens.name == "high_contrast" else None
        face(painter, whole, tokens.track, edge, 1.0, 5.0)
        if self.part > 0:
            done = QRectF(whole)
            done.setWidth(max(whole.height(), whole.width() * self.part))
            face(painter, done, tokens.side(self.side), None, 1.0, 5.0)


class Balance(QWidget):
    """Four equal columns: name, bar, and the counts in words. ``show_counts`` fills them."""

    def __init__(self, parent: QWidget | None = None, *, columns: int = 4) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        self._bars = {side: _Bar(side) for side in SIDES}
        self._words = {side: Caption() for side in SIDES}
        self._counts: Mapping[str, SideCount] = {}
        self._new: dict[str, int] = {}
        self._low = False
        for at, side in enumerate(SIDES):
            name = Scaled(side_name(side), 0.95, bold=True)
            name.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            # Rows are shared, so the bars stand level where one name wraps; widths are shared, so none is longer.
            for row, part in enumerate((name, self._bars[side], self._words[side])):
                policy = part.sizePolicy()
                policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
                part.setSizePolicy(policy)
                grid.addWidget(part, 3 * (at // columns) + row, at % columns)
        for at in range(columns):
            grid.setColumnStretch(at, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._say()

    def minimumSizeHint(self) -> QSize:
        """Stay narrow enough for a side column."""
        return QSize(160, super().minimumSizeHint().height())

    def set_low(self, *, low: bool) -> None:
        """Say less in a ``low`` window: how many are answered; a screen reader is told all of it."""
        if low is not self._low:
            self._low = low
            self._say()

    def show_counts(self, counts: Mapping[str, SideCount]) -> None:
        """Show the counts of each side; a missing side stands at nothing.

        Where a side asks more than a moment ago, it says how many questions are new, until it changes again: an entry
        in a list, such as exact words, brings questions of its own, and a bar that grows shorter is not understood.
        """
        before, self._counts = self._counts, counts
        for side in SIDES:
            was, now = before.get(side), counts.get(side)
            if was is not None and now is not None and was != now:
                self._new[side] = max(0, now.total - was.total)
        self._say()

    def _say(self) -> None:
        for side in SIDES:
            count, new = self._counts.get(side, SideCount(0, 0, 0)), self._new.get(side, 0)
            self._bars[side].part = count.answered / count.total if count.total else 0.0
            self._bars[side].update()
            answered, evidence = _answered_words(count, new, low=False), _evidence_words(count)
            why = tr("New questions here: {n}. They follow from what was just recorded.", n=new) if new else ""
            # A line is kept for what is not there yet, so that the page stands still when it comes.
            few = _answered_words(count, new, low=True)
            self._words[side].setText(few if self._low else f"{answered}\n{evidence}")
            self._words[side].setToolTip(why)
            said = ", ".join(filter(None, (answered, evidence, why)))
            self._words[side].setAccessibleName(said)
            self._bars[side].setAccessibleName(f"{side_name(side)}: {said}")


def _answered_words(count: SideCount, new: int, *, low: bool) -> str:
    """Return how much of a side is answered, and how many questions are new; of a side about which nothing is asked, that."""
    if not count.total:
        return tr("Nothing asked yet")
    if new:
        return tr("{answered} of {total}, {new} new", answered=count.answered, total=count.total, new=new)
    if low:
        return tr("{answered} of {total}", answered=count.answered, total=count.total)
    return tr("{answered} of {total} answered", answered=count.answered, total=count.total)


def _evidence_words(count: SideCount) -> str:
    """Return how many evidence items a side cites; nothing where it cites none."""
    if not count.evidence:
        return ""
    return tr("1 evidence item") if count.evidence == 1 else tr("{n} evidence items", n=count.evidence)
