"""The plain line signs of the navigation, drawn as shapes so that they take the theme's ink."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

__all__ = ["draw_sign"]

# Each sign is a list of strokes on a grid of 20; a stroke of one number group is a circle (x, y, r).
_SIGNS: dict[str, tuple[tuple[float, ...], ...]] = {
    "caseload": ((3, 6, 3, 16, 17, 16, 17, 6, 10, 6, 8, 4, 3, 4, 3, 6), (3, 9, 17, 9)),
    "packages": ((3, 7, 10, 3.4, 17, 7, 17, 14, 10, 17.4, 3, 14, 3, 7, 10, 10.6, 17, 7), (10, 10.6, 10, 17.4)),
    "search": ((8.6, 8.6, 5.2), (12.4, 12.4, 17, 17)),
    "case": ((10, 7, 3), (4, 17, 4.6, 13.6, 7, 12, 13, 12, 15.4, 13.6, 16, 17)),
    "assessment": ((4, 5, 6, 5), (9, 5, 16, 5), (4, 10, 6, 10), (9, 10, 16, 10), (4, 15, 6, 15), (9, 15, 16, 15)),
    "visit": ((3, 10.5, 10, 4, 17, 10.5), (5, 9, 5, 16.5, 15, 16.5, 15, 9), (8.6, 16.5, 8.6, 12, 11.4, 12, 11.4, 16.5)),
    "voice": (
        (6.4, 12.4, 2.4),
        (4, 12.4, 4, 10, 5.2, 7.4, 7.6, 6),
        (14, 12.4, 2.4),
        (11.6, 12.4, 11.6, 10, 12.8, 7.4, 15.2, 6),
    ),
    "sense": ((4, 6, 2.2), (4, 14, 2.2), (16, 10, 2.2), (6.2, 6.6, 13.9, 9.4), (6.2, 13.4, 13.9, 10.6)),
    "check": ((4, 4, 16, 4, 16, 16, 4, 16, 4, 4), (7, 10, 9.4, 12.4, 13.4, 7.6)),
    "review": ((4, 4, 16, 4, 16, 13, 10, 13, 6.5, 16.5, 6.5, 13, 4, 13, 4, 4), (7, 8.5, 13, 8.5)),
    "documents": ((5, 3, 12, 3, 15, 6, 15, 17, 5, 17, 5, 3), (8, 9, 12, 9), (8, 12.5, 12, 12.5)),
    "family": ((3, 3, 8, 3, 8, 8, 3, 8, 3, 3), (14.5, 5.5, 2.5), (8, 5.5, 12, 5.5), (10, 5.5, 10, 12), (10, 14.6, 2.6)),
    "chronology": ((3, 10, 17, 10), (5, 7.6, 5, 12.4), (10, 10, 2.4), (15, 7.6, 15, 12.4)),
    "grid": (
        (3, 3, 17, 3, 17, 17, 3, 17, 3, 3),
        (3, 8, 17, 8),
        (3, 12.5, 17, 12.5),
        (8, 3, 8, 17),
        (12.5, 3, 12.5, 17),
    ),
    "settings": ((3, 6, 10, 6), (14, 6, 17, 6), (12, 6, 2), (3, 14, 5, 14), (9, 14, 17, 14), (7, 14, 2)),
    "lock": ((5, 9, 15, 9, 15, 16.5, 5, 16.5, 5, 9), (7, 9, 7, 6.4, 8.4, 4.4, 10, 3.8, 11.6, 4.4, 13, 6.4, 13, 9)),
}


def draw_sign(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw the sign ``name`` (a page's name, or ``lock``) in ``rect``; an unknown name draws nothing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = rect.width() / 20
    pen = QPen(QColor(colour), 1.6 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.translate(rect.topLeft())
    for stroke in _SIGNS.get(name, ()):
        if len(stroke) == 3:  # noqa: PLR2004 (a circle)
            painter.drawEllipse(QPointF(stroke[0] * unit, stroke[1] * unit), stroke[2] * unit, stroke[2] * unit)
            continue
        path = QPainterPath(QPointF(stroke[0] * unit, stroke[1] * unit))
        for at in range(2, len(stroke), 2):
            path.lineTo(stroke[at] * unit, stroke[at + 1] * unit)
        painter.drawPath(path)
    painter.restore()
