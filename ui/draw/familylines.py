"""The lines of the family map: partners, parents and children, and the line around a household."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from hsb_assess.diagrams.family import households
from ui.draw.faces import household_pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from hsb_assess.diagrams.family import FamilyPlan, Spot
    from ui.draw.family import Measures
    from ui.theme.palettes import Tokens

__all__ = ["draw_households", "draw_ties"]

_APART: Final = 3
"""So many lines above one row stand at different heights, so that they can be told from each other."""
_TOUCH: Final = 1.05
"""Cells between two people who stand side by side."""


def _side_by_side(one: Spot, other: Spot) -> bool:
    return one.y == other.y and abs(one.x - other.x) <= _TOUCH


def draw_ties(painter: QPainter, plan: FamilyPlan, found: Measures, tokens: Tokens) -> None:
    """Draw who is whose partner and whose child, as far as that is recorded."""
    painter.save()
    pen = QPen(QColor(tokens.text), 2)
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    spots = {spot.id: spot for spot in plan.spots}
    couples: set[frozenset[str]] = set()
    for tie in plan.couples:
        couples.add(frozenset({tie.one, tie.other}))
        painter.drawPath(_partners(spots[tie.one], spots[tie.other], found))
    for number, descent in enumerate(plan.descents):
        parents = [spots[each] for each in descent.parents]
        children = [spots[each] for each in descent.children]
        pair = frozenset(descent.parents) in couples
        painter.drawPath(_descent(parents, children, found, number % _APART, pair=pair))
    painter.restore()


def _partners(one: Spot, other: Spot, found: Measures) -> QPainterPath:
    """Return the line between partners: straight where they stand side by side, else over whoever stands between."""
    first, last = sorted((found.shape(one), found.shape(other)), key=lambda rect: rect.left())
    if _side_by_side(one, other):
        path = QPainterPath(QPointF(first.right(), first.center().y()))
        path.lineTo(last.left(), last.center().y())
        return path
    path = QPainterPath(QPointF(first.center().x(), first.top()))
    if one.y == other.y:
        over = first.top() - found.above * 0.3
        path.lineTo(first.center().x(), over)
        path.lineTo(last.center().x(), over)
    path.lineTo(last.center().x(), last.top())
    return path


def _descent(
    parents: Sequence[Spot], children: Sequence[Spot], found: Measures, at: int, *, pair: bool
) -> QPainterPath:
    """Return the lines from parents to a bar above their children, beside the words and not through them."""
    path = QPainterPath()
    highest = min(found.cell(child).top() for child in children)
    bar = highest + found.above * (0.2 + 0.17 * at)
    ends = [found.shape(child).center().x() for child in children]
    beside = [each for each in parents[1:] if pair and _side_by_side(parents[0], each)]
    starts: list[QPointF] = []
    if beside:
        middle = (found.shape(parents[0]).center() + found.shape(beside[0]).center()) / 2
        starts.append(middle)
    for parent in parents:
        if beside and parent in (parents[0], beside[0]):
            continue
        shape, gutter = found.shape(parent), found.cell(parent).right() - 7.0 - 4.0 * at
        path.moveTo(shape.right(), shape.center().y())
        path.lineTo(gutter, shape.center().y())
        starts.append(QPointF(gutter, shape.center().y()))
    for start in starts:
        path.moveTo(start)
        path.lineTo(start.x(), bar)
    across = [*ends, *(start.x() for start in starts)]
    path.moveTo(min(across), bar)
    path.lineTo(max(across), bar)
    for child in children:
        shape = found.shape(child)
        path.moveTo(shape.center().x(), bar)
        path.lineTo(shape.center().x(), shape.top())
    return path


def draw_households(
    painter: QPainter,
    plan: FamilyPlan,
    found: Measures,
    homes: Sequence[tuple[tuple[str, ...], bool]],
    tokens: Tokens,
) -> None:
    """Draw a line around those who live together, and around nobody else."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for members, part_time in homes:
        path = QPainterPath()
        for left, top, wide, tall in households(plan, members):
            corner = found.at(left, top)
            rect = QRectF(corner.x(), corner.y(), wide * found.wide, tall * found.tall)
            ground = QPainterPath()
            ground.addRect(rect.adjusted(2, found.above * 0.55, -2, -1))
            path = path.united(ground)
        painter.setPen(household_pen(tokens, part_time=part_time))
        painter.drawPath(path.simplified())
    painter.restore()
