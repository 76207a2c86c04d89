"""How far a section of an assessment is, in words and as a shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.language import tr
from ui.theme.shapes import tick

if TYPE_CHECKING:
    from ui.theme.palettes import Tokens

__all__ = ["SectionState"]


@dataclass(frozen=True)
class SectionState:
    """One section: its module, its title, and how far it is. ``open`` says that something mandatory is missing.

    ``needed`` says that something has to be answered in it at all, ``said`` that somebody answered something. ``entered``
    is how many entries a register has, whose entries nobody asks for; ``None`` for a section of questions.
    """

    name: str
    title: str
    answered: int
    total: int
    open: bool
    needed: bool = True
    said: bool = True
    entered: int | None = None

    @property
    def complete(self) -> bool:
        """Whether something was asked for, and all of it is answered."""
        return self.needed and not self.open and self.answered >= self.total > 0 and self.entered is None

    def words(self) -> str:
        """Return the state in words."""
        if self.complete:
            return tr("Complete")
        if self.entered is not None and not self.open:
            return tr("Entered: {n}", n=self.entered) if self.entered else tr("Nothing entered yet")
        if not self.needed:
            return tr("Optional, begun") if self.said else tr("Optional, not started")
        if not self.answered:
            return tr("Not started")
        return tr("{answered} of {total} answered", answered=self.answered, total=self.total)

    def draw(self, painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
        """Draw the state: an empty ring, a ring filled in part, a disc with a tick; what is optional is never filled."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        begun = self.answered and self.said
        ink = QColor(tokens.accent if begun else tokens.edge)
        painter.setPen(QPen(ink, 2))
        inner = rect.adjusted(1, 1, -1, -1)
        if self.complete:
            painter.setBrush(ink)
            painter.drawEllipse(inner)
            tick(painter, rect, tokens.on_accent, 2.2)
        else:
            painter.drawEllipse(inner)
            if begun and self.needed and self.entered is None:
                part = min(0.95, max(0.1, self.answered / max(1, self.total)))
                painter.setBrush(ink)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawPie(rect.adjusted(4, 4, -4, -4), 90 * 16, -round(part * 360 * 16))
        painter.restore()
