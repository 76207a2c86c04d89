"""The few shapes that the style draws: faces, rings, ticks and chevrons (the typeface has no such signs).

The namespace ``Qt`` is imported inside functions here and wherever the entry pages come by: Python builds its
enumerations at the first touch, which takes 13 ms that the first paint need not wait for.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette, QPen

__all__ = ["RADIUS", "RING", "SPARE", "brush", "chevron", "dot", "face", "ring", "tick"]

RADIUS = 6.0
RING = 3
"""The focus ring's width in pixels."""
SPARE = 4
"""The room that every control keeps around its face, so that the ring moves nothing."""


@cache
def brush(colour: str) -> QBrush:
    """Return a brush of ``colour``, by way of a palette: ``QBrush(QColor)`` would touch the namespace ``Qt``."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    return palette.brush(QPalette.ColorRole.Window)


def face(
    painter: QPainter,
    rect: QRectF,
    fill: str | None,
    edge: str | None,
    width: float = 1.0,
    radius: float = RADIUS,
) -> None:
    """Draw a rounded face with an edge of ``width`` inside ``rect``; ``None`` leaves fill or edge out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outer = QPainterPath()
    outer.addRoundedRect(rect, radius, radius)
    inner = outer
    if edge:
        inner = QPainterPath()
        inside = max(0.0, radius - width)
        inner.addRoundedRect(rect.adjusted(width, width, -width, -width), inside, inside)
    if fill:
        painter.fillPath(outer if not edge else inner, brush(fill))
    if edge:
        outer.addPath(inner)  # what lies between the two is the edge: paths fill by odd and even
        painter.fillPath(outer, brush(edge))
    painter.restore()


def ring(painter: QPainter, rect: QRectF, colour: str, radius: float = RADIUS) -> None:
    """Draw the focus ring inside the outer edge of ``rect``."""
    face(painter, rect, None, colour, float(RING), radius + RING / 2)


def tick(painter: QPainter, rect: QRectF, colour: str, width: float = 2.4) -> None:
    """Draw a tick in ``rect``."""
    path = QPainterPath(QPointF(rect.left() + rect.width() * 0.24, rect.top() + rect.height() * 0.53))
    path.lineTo(rect.left() + rect.width() * 0.43, rect.top() + rect.height() * 0.71)
    path.lineTo(rect.left() + rect.width() * 0.77, rect.top() + rect.height() * 0.31)
    _stroke(painter, path, colour, width)


def dot(painter: QPainter, rect: QRectF, colour: str, part: float = 0.24) -> None:
    """Draw a filled dot in the middle of ``rect`` whose radius is ``part`` of its width."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addEllipse(rect.center(), rect.width() * part, rect.width() * part)
    painter.fillPath(path, brush(colour))
    painter.restore()


def chevron(painter: QPainter, rect: QRectF, colour: str, way: str = "down", width: float = 2.0) -> None:
    """Draw a chevron in the middle of ``rect`` that points ``down``, ``up``, ``right`` or ``left``."""
    centre, reach = rect.center(), min(rect.width(), rect.height()) * 0.22
    across = {"down": (1, 0, 0, 1), "up": (1, 0, 0, -1), "right": (0, 1, 1, 0), "left": (0, 1, -1, 0)}
    ax, ay, tx, ty = across[way]
    path = QPainterPath(QPointF(centre.x() - ax * reach - tx * reach / 2, centre.y() - ay * reach - ty * reach / 2))
    path.lineTo(centre.x() + tx * reach / 2, centre.y() + ty * reach / 2)
    path.lineTo(centre.x() + ax * reach - tx * reach / 2, centre.y() + ay * reach - ty * reach / 2)
    _stroke(painter, path, colour, width)


def _stroke(painter: QPainter, path: QPainterPath, colour: str, width: float) -> None:
    from PySide6.QtCore import Qt

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QBrush())
    painter.drawPath(path)
    painter.restore()
