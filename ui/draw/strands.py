"""The thread from harm and need to action, drawn: what is to be answered at the left, what answers it at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.draw.drawing import Drawing
from ui.language import tr
from ui.theme.fonts import scaled
from ui.theme.shapes import SPARE, face
from ui.theme.style import tokens_of
from ui.widgets.marks import draw_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from ui.theme.palettes import Tokens

__all__ = ["Strand", "StrandsDrawing", "place"]

_PAD: Final = 10
_GAP: Final = 12
_MARK: Final = 20
_WRAP: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


@dataclass(frozen=True)
class Strand:
    """One harm or need and one action that answers it; an empty ``action`` says that none does.

    ``path`` is the source. ``due`` is an ISO day to sort by, ``by_when`` the same in words. ``wish`` says whose wish it is
    that there is no action.
    """

    path: str
    source: str
    harm: bool
    action: str = ""
    owner: str = ""
    by_when: str = ""
    due: str = ""
    state: str = ""
    late: bool = False
    wish: str = ""

    def words(self) -> str:
        """Return what answers it, or why nothing does."""
        return self.action or self.wish or tr("No action answers it yet")


@dataclass(frozen=True)
class _Node:
    key: tuple[str, str]
    title: str
    note: str
    tone: str
    rect: QRectF


@dataclass(frozen=True)
class _Plan:
    left: tuple[_Node, ...]
    right: tuple[_Node, ...]
    lines: tuple[tuple[_Node, _Node, bool], ...]
    height: int


def _height(metrics: QFontMetrics, words: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, max(40, width), 10_000), _WRAP, words).height() if words else 0


def _note(strand: Strand) -> str:
    if strand.wish:
        return tr("asked again {when}", when=strand.by_when) if strand.by_when else ""
    if not strand.action:
        return ""
    who, when = strand.owner or tr("nobody"), strand.by_when or tr("no day")
    parts = [tr("Late") if strand.late else strand.state, tr("{who}, by {when}", who=who, when=when)]
    return " · ".join(part for part in parts if part)


def place(strands: Sequence[Strand], width: int, title: QFont, note: QFont) -> _Plan:
    """Return where everything stands in a drawing of ``width`` pixels."""
    bold, plain = QFontMetrics(title), QFontMetrics(note)
    across = max(120, round(width * 0.38))

    def column(cells: dict[tuple[str, str], tuple[str, str, str]], x: int) -> tuple[_Node, ...]:
        nodes, y = [], 0.0
        for key, (words, under, tone) in cells.items():
            inner = across - 2 * _PAD - (_MARK + 6 if tone else 0)
            tall = _height(bold, words, inner) + _height(plain, under, inner) + 2 * _PAD
            nodes.append(_Node(key, words, under, tone, QRectF(x, y, across, tall)))
            y += tall + _GAP
        return tuple(nodes)

    sources: dict[tuple[str, str], tuple[str, str, str]] = {}
    actions: dict[tuple[str, str], tuple[str, str, str]] = {}
    for each in strands:
        kind = tr("Harm to this child") if each.harm else tr("Need")
        sources.setdefault((kind, each.source), (each.source, kind, ""))
        tone = "bad" if each.late else "" if each.action else "information" if each.wish else "warning"
        actions.setdefault((each.path, each.action), (each.words(), _note(each), tone))
    left, right = column(sources, SPARE), column(actions, width - across - SPARE)
    tall = max((column[-1].rect.bottom() for column in (left, right) if column), default=0.0)
    left, right = (_spread(column, tall) for column in (left, right))
    by_left, by_right = {node.key: node for node in left}, {node.key: node for node in right}
    lines = tuple(
        (
            by_left[tr("Harm to this child") if each.harm else tr("Need"), each.source],
            by_right[each.path, each.action],
            bool(each.action),
        )
        for each in strands
    )
    return _Plan(left, right, lines, round(tall) + 2)


def _spread(column: tuple[_Node, ...], tall: float) -> tuple[_Node, ...]:
    """Share out the room that the shorter column has to spare, so that lines stay short."""
    if not column:
        return column
    spare = (tall - column[-1].rect.bottom()) / len(column)
    return tuple(
        _Node(each.key, each.title, each.note, each.tone, each.rect.translated(0, spare * (at + 0.5)))
        for at, each in enumerate(column)
    )


class StrandsDrawing(Drawing):
    """Draws the strands. Its words are in the table beside it; a screen reader hears how many there are."""

    def __init__(self, strands: Sequence[Strand], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strands = tuple(strands)
        late = sum(1 for each in strands if each.late)
        self.setAccessibleName(tr("Drawing: from harm and need to action"))
        self.setAccessibleDescription(
            tr("{n} lines, {late} late. The table below says the same.", n=len(strands), late=late)
        )

    def heightForWidth(self, width: int) -> int:
        """Return the height at ``width``."""
        return self._plan(width).height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lines first, then the boxes."""
        del event
        tokens, painter, plan = tokens_of(self), QPainter(self), self._plan(self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for start, end, answered in plan.lines:
            self._line(painter, tokens, start.rect, end.rect, answered=answered)
        for node in plan.left:
            side = tokens.harm if node.key[0] == tr("Harm to this child") else tokens.needs
            self._box(painter, tokens, node, side, at_left=True)
        for node in plan.right:
            self._box(painter, tokens, node, tokens.strengths, at_left=False)

    def _fonts(self) -> tuple[QFont, QFont]:
        base = QApplication.font()
        return scaled(base, 0.95, bold=True), scaled(base, 0.86)

    def _plan(self, width: int) -> _Plan:
        return place(self._strands, width, *self._fonts())

    @staticmethod
    def _line(painter: QPainter, tokens: Tokens, start: QRectF, end: QRectF, *, answered: bool) -> None:
        one, two = QPointF(start.right(), start.center().y()), QPointF(end.left(), end.center().y())
        reach = (two.x() - one.x()) / 2
        path = QPainterPath(one)
        path.cubicTo(one + QPointF(reach, 0), two - QPointF(reach, 0), two)
        pen = QPen(QColor(tokens.edge), 2)
        if not answered:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _box(self, painter: QPainter, tokens: Tokens, node: _Node, side: str, *, at_left: bool) -> None:
        title, note = self._fonts()
        tone = tokens.tone(node.tone) if node.tone else None
        ground, edge = (tone.ground, tone.edge) if tone is not None else (tokens.surface, tokens.edge)
        face(painter, node.rect, ground, edge, 1.0, 6.0)
        bar = QRectF(
            node.rect.left() if at_left else node.rect.right() - 4, node.rect.top() + 4, 4, node.rect.height() - 8
        )
        face(painter, bar, side, None, 1.0, 2.0)
        inner = node.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        if tone is not None:
            draw_mark(painter, QRectF(inner.left(), inner.top(), _MARK, _MARK), node.tone, tone.ink)
            inner.setLeft(inner.left() + _MARK + 6)
        painter.setPen(QColor(tone.ink if tone is not None else tokens.text))
        painter.setFont(title)
        painter.drawText(inner, _WRAP, node.title)
        inner.setTop(inner.top() + _height(QFontMetrics(title), node.title, int(inner.width())))
        painter.setPen(QColor(tone.ink if tone is not None else tokens.muted))
        painter.setFont(note)
        painter.drawText(inner, _WRAP, node.note)
