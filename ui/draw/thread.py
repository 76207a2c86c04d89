"""The golden thread of one thing, drawn: what it rests on at the left, what is to get better at the right.

Where the page is narrow or the text large, the stages stand one under the other along one line. A click opens what is hit;
the keyboard has the table beside it, which says the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from hsb_assess.diagrams.thread import Bead, arrange
from ui.draw.drawing import Drawing
from ui.language import tr
from ui.theme.fonts import scaled
from ui.theme.shapes import SPARE, face
from ui.theme.style import tokens_of
from ui.widgets.marks import draw_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from hsb_assess.diagrams.thread import ThreadPlan
    from ui.theme.palettes import Tokens

__all__ = ["BeadWords", "ThreadDrawing"]

_PAD: Final = 10
_GAP: Final = 14
_CHANNEL: Final = 34
"""Pixels between two columns, in which the lines bend."""
_PASSAGE: Final = 16
_MARK: Final = 18
_BAR: Final = 4
_SPINE: Final = 30
_LEAST: Final = 8
"""Widths of a letter's height that a column has at least; below that the stages stand one under the other."""
_WRAP: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


@dataclass(frozen=True)
class BeadWords:
    """A bead in words. ``side`` is a side of the balance whose colour it bears, ``tone`` a sign before its words.

    ``nothing`` says that nothing stands here: it is drawn with a broken edge.
    """

    key: str
    stage: int
    title: str
    note: str = ""
    side: str = ""
    tone: str = ""
    nothing: bool = False


@dataclass(frozen=True)
class _Scene:
    """Where everything is drawn at one width."""

    headings: tuple[tuple[str, QRectF], ...]
    boxes: dict[str, QRectF]
    plan: ThreadPlan | None
    top: float
    height: int


def _height(metrics: QFontMetrics, words: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, max(40, width), 10_000), _WRAP, words).height() if words else 0


class ThreadDrawing(Drawing):
    """Draws ``beads`` in the columns of ``stages`` with the lines between them; ``opened`` carries a bead's key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[str, ...] = ()
        self._beads: dict[str, BeadWords] = {}
        self._links: tuple[tuple[str, str], ...] = ()
        self._chosen = ""
        self._known: tuple[int, _Scene] | None = None
        self.setMouseTracking(True)

    def show_thread(
        self, stages: Sequence[str], beads: Sequence[BeadWords], links: Sequence[tuple[str, str]], chosen: str
    ) -> None:
        """Draw another thread."""
        self._stages, self._beads, self._links = tuple(stages), {bead.key: bead for bead in beads}, tuple(links)
        self._chosen, self._known = chosen, None
        self.setAccessibleName(tr("Drawing: the thread of {what}", what=self._beads[chosen].title))
        self.setAccessibleDescription(
            tr("{n} parts, {links} lines. The table below says the same.", n=len(beads), links=len(links))
        )
        self.updateGeometry()
        self.update()

    def at(self, key: str) -> QRectF:
        """Return where a bead is drawn."""
        return self._scene(self.width()).boxes[key]

    def heightForWidth(self, width: int) -> int:
        """Return the height at ``width``."""
        return self._scene(width).height

    def forget(self) -> None:
        """Let go of where everything stands."""
        self._known = None

    def hit(self, where: QPointF) -> str:
        """Return the key of what stands at a place."""
        boxes = self._scene(self.width()).boxes
        return next((key for key, box in boxes.items() if box.contains(where)), "")

    # -- where things stand ----------------------------------------------------------------------------------

    @staticmethod
    def _fonts() -> tuple[QFont, QFont, QFont]:
        base = QApplication.font()
        return scaled(base, 0.92, bold=True), scaled(base, 0.84), scaled(base, 0.84, bold=True)

    def _scene(self, width: int) -> _Scene:
        if self._known is None or self._known[0] != width:
            letter = max(16, QApplication.font().pixelSize())
            across = (width - 2 * SPARE - _CHANNEL * (len(self._stages) - 1)) / max(1, len(self._stages))
            wide = across >= _LEAST * letter
            self._known = (width, self._columns(across) if wide else self._down(width))
        return self._known[1]

    def _box_height(self, bead: BeadWords, width: float) -> float:
        title, note, _ = self._fonts()
        inner = round(width) - 2 * _PAD - _BAR - (_MARK + 6 if bead.tone else 0)
        words = _height(QFontMetrics(title), bead.title, inner) + _height(QFontMetrics(note), bead.note, inner)
        return max(40.0, words + 2 * _PAD)

    def _columns(self, across: float) -> _Scene:
        heading = QFontMetrics(self._fonts()[2])
        top = max((_height(heading, words, round(across)) for words in self._stages), default=0) + 10.0
        lefts = [SPARE + at * (across + _CHANNEL) for at in range(len(self._stages))]
        plan = arrange(
            [Bead(bead.key, bead.stage, self._box_height(bead, across)) for bead in self._beads.values()],
            self._links,
            gap=_GAP,
            passage=_PASSAGE,
        )
        return _Scene(
            tuple((words, QRectF(left, 0, across, top)) for words, left in zip(self._stages, lefts, strict=True)),
            {bead.key: QRectF(lefts[bead.layer], top + bead.top, across, bead.height) for bead in plan.beads},
            plan,
            top,
            round(top + plan.height) + SPARE,
        )

    def _down(self, width: int) -> _Scene:
        heading = QFontMetrics(self._fonts()[2])
        across = float(width - 2 * SPARE - _SPINE)
        y, headings, boxes = 0.0, [], {}
        for stage, words in enumerate(self._stages):
            here = [bead for bead in self._beads.values() if bead.stage == stage]
            if not here:
                continue
            tall = _height(heading, words, round(across)) + 4
            headings.append((words, QRectF(SPARE + _SPINE, y, across, tall)))
            y += tall
            for bead in here:
                box = self._box_height(bead, across)
                boxes[bead.key] = QRectF(SPARE + _SPINE, y, across, box)
                y += box + _GAP / 2
            y += _GAP
        return _Scene(tuple(headings), boxes, None, 0.0, round(y))

    # -- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines first, then the boxes."""
        del event
        if not self._beads:
            return
        tokens, painter, scene = tokens_of(self), QPainter(self), self._scene(self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._fonts()[2])
        painter.setPen(QColor(tokens.muted))
        for words, room in scene.headings:
            painter.drawText(room, _WRAP, words)
        if scene.plan is not None:
            self._lines(painter, tokens, scene, scene.plan)
        else:
            self._spine(painter, tokens, scene)
        for key, box in scene.boxes.items():
            self._box(painter, tokens, self._beads[key], box)

    def _pen(self, tokens: Tokens, *, broken: bool) -> QPen:
        pen = QPen(QColor(tokens.edge), 2)
        if broken:
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen

    def _lines(self, painter: QPainter, tokens: Tokens, scene: _Scene, plan: ThreadPlan) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for route in plan.routes:
            start, end = scene.boxes[route.start], scene.boxes[route.end]
            path = QPainterPath(QPointF(start.right(), start.center().y()))
            layer = self._beads[route.start].stage
            for at, height in enumerate(route.through, start=1):
                left = SPARE + (layer + at) * (start.width() + _CHANNEL)
                self._bend(path, QPointF(left, scene.top + height))
                path.lineTo(left + start.width(), scene.top + height)
            self._bend(path, QPointF(end.left(), end.center().y()))
            broken = self._beads[route.start].nothing or self._beads[route.end].nothing
            painter.setPen(self._pen(tokens, broken=broken))
            painter.drawPath(path)

    @staticmethod
    def _bend(path: QPainterPath, to: QPointF) -> None:
        here = path.currentPosition()
        reach = QPointF((to.x() - here.x()) / 2, 0)
        path.cubicTo(here + reach, to - reach, to)

    def _spine(self, painter: QPainter, tokens: Tokens, scene: _Scene) -> None:
        """Draw one line down the side with a bead for each stage: everything below hangs on it."""
        x = SPARE + _SPINE / 3
        painter.setPen(self._pen(tokens, broken=False))
        ends = [box.center().y() for box in scene.boxes.values()]
        first = scene.headings[0][1].center().y()
        painter.drawLine(QPointF(x, first), QPointF(x, ends[-1]))
        for key, box in scene.boxes.items():
            painter.setPen(self._pen(tokens, broken=self._beads[key].nothing))
            painter.drawLine(QPointF(x, box.center().y()), QPointF(box.left(), box.center().y()))
        painter.setPen(self._pen(tokens, broken=False))
        painter.setBrush(QColor(tokens.surface))
        for _, room in scene.headings:
            painter.drawEllipse(QPointF(x, room.center().y() - 2), 6, 6)

    def _box(self, painter: QPainter, tokens: Tokens, bead: BeadWords, box: QRectF) -> None:
        title, note, _ = self._fonts()
        tone = tokens.tone(bead.tone) if bead.tone else None
        chosen = bead.key == self._chosen
        ground = tone.ground if tone is not None else tokens.surface
        edge = tokens.accent if chosen else tone.edge if tone is not None else tokens.edge
        face(painter, box, ground, None if bead.nothing else edge, 3.0 if chosen else 1.0, 6.0)
        if bead.nothing:
            pen = QPen(QColor(edge), 1.6)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        if bead.side:
            bar = QRectF(box.left() + 4, box.top() + 5, _BAR, box.height() - 10)
            face(painter, bar, tokens.side(bead.side), None, 1.0, 2.0)
        inner = box.adjusted(_PAD + _BAR, _PAD, -_PAD, -_PAD)
        if tone is not None:
            draw_mark(painter, QRectF(inner.left(), inner.top(), _MARK, _MARK), bead.tone, tone.ink)
            inner.setLeft(inner.left() + _MARK + 6)
        painter.setPen(QColor(tone.ink if tone is not None else tokens.text))
        painter.setFont(title)
        painter.drawText(inner, _WRAP, bead.title)
        inner.setTop(inner.top() + _height(QFontMetrics(title), bead.title, int(inner.width())))
        painter.setPen(QColor(tone.ink if tone is not None else tokens.muted))
        painter.setFont(note)
        painter.drawText(inner, _WRAP, bead.note)
