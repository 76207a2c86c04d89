"""Rows of columns that split over pages: the one flowable under facts, panels and tables.

A row's cells hold flowables. Where a page ends, whole rows stay before the break if they can, a row that is
longer than its room is cut inside its cells, and the header row stands again at the head of the next page.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable

from hsb_assess.reports.styles import RULE, TINT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.colors import Color

__all__ = ["Grid", "GridRow"]

_LEAST: Final = 34.0
"""Height in points below which a row is not begun at the foot of a page."""
_WHOLE: Final = 110.0
"""Height in points up to which a row is never cut."""
_TOGETHER: Final = 150.0
"""Height in points up to which all rows of a table or panel stay on one page."""
_ROOMY: Final = 400.0
"""Height in points above which rows begin where they are, however few of them fit."""
_BETWEEN: Final = 3.0


@dataclass(frozen=True)
class GridRow:
    """One row: ``cells`` of flowables in columns of ``widths`` (points), with room and a rule around them.

    ``drops`` lowers the text of a column, so that smaller type stands on the same first line as larger.
    """

    cells: tuple[tuple[Flowable, ...], ...]
    widths: tuple[float, ...]
    above: float = 4.5
    below: float = 5.0
    inset: float = 0.0
    rule: Color | None = RULE
    fill: Color | None = None
    drops: tuple[float, ...] = ()
    heights: dict[int, float] = field(default_factory=dict, compare=False)

    def _room(self, column: int) -> float:
        return self.widths[column] - 2 * self.inset

    def _drop(self, column: int) -> float:
        return self.drops[column] if self.drops else 0.0

    def _height_of(self, column: int) -> float:
        if column not in self.heights:
            total = self._drop(column)
            for part in self.cells[column]:
                total += _height_of(part, self._room(column))
            self.heights[column] = total + _BETWEEN * max(0, len(self.cells[column]) - 1)
        return self.heights[column]

    def height(self) -> float:
        """Return the height of the row with its room above and below."""
        tallest = max((self._height_of(column) for column in range(len(self.cells))), default=0.0)
        return tallest + self.above + self.below

    def split(self, height: float) -> tuple[GridRow, GridRow] | None:
        """Cut the row so that its first part is at most ``height``; ``None`` if nothing sensible fits."""
        room = height - self.above - self.below
        if self.height() <= _WHOLE or room < _LEAST - self.above - self.below:
            return None
        heads: list[tuple[Flowable, ...]] = []
        tails: list[tuple[Flowable, ...]] = []
        for column, cell in enumerate(self.cells):
            head, tail = _cut(cell, self._room(column), room - self._drop(column))
            if tail and not head:
                return None
            heads.append(head)
            tails.append(tail)
        return (
            replace(self, cells=tuple(heads), heights={}),
            replace(self, cells=tuple(tails), heights={}, rule=None),
        )

    def draw(self, grid: Flowable, left: float, top: float) -> float:
        """Draw the row with its top edge at ``top``; return where it ends."""
        canvas = grid.canv
        bottom = top - self.height()
        width = sum(self.widths)
        if self.fill is not None:
            canvas.saveState()
            canvas.setFillColor(self.fill)
            canvas.rect(left, bottom, width, top - bottom, stroke=0, fill=1)
            canvas.restoreState()
        if self.rule is not None:
            _line(canvas, self.rule, (left, top, left + width, top))
        x = left
        for column, cell in enumerate(self.cells):
            y = top - self.above - self._drop(column)
            for part in cell:
                height = _height_of(part, self._room(column))
                y -= height
                part.drawOn(canvas, x + self.inset, y)
                y -= _BETWEEN
            x += self.widths[column]
        return bottom


def _line(canvas: Flowable, colour: Color, ends: tuple[float, float, float, float]) -> None:
    canvas.saveState()
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(0.5)
    canvas.line(*ends)
    canvas.restoreState()


def _height_of(part: Flowable, width: float) -> float:
    """Return how high ``part`` is at a width; wrapped once, because a long cell is cut on page after page."""
    known: tuple[float, float] | None = getattr(part, "grid_size", None)
    if known is None or known[0] != width:
        known = (width, float(part.wrap(width, 10**6)[1]))
        part.grid_size = known
    return known[1]


def _cut(cell: Sequence[Flowable], width: float, room: float) -> tuple[tuple[Flowable, ...], tuple[Flowable, ...]]:
    """Return what of ``cell`` fits into ``room`` points of height, and the rest."""
    left = room
    for place, part in enumerate(cell):
        height = _height_of(part, width)
        if height <= left:
            left -= height + _BETWEEN
            continue
        parts = part.splitOn(None, width, left) if left > 0 else []
        if not parts:
            # A paragraph that refuses to split forgets its lines.
            part.grid_size = None
        if len(parts) > 1:
            return (*cell[:place], parts[0]), (*parts[1:], *cell[place + 1 :])
        return tuple(cell[:place]), tuple(cell[place:])
    return tuple(cell), ()


class Grid(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """Rows under one another, with an optional header row that every page repeats.

    ``again`` is the header of the pages after the first, where it differs (a panel's *continued*).
    """

    def __init__(
        self,
        rows: Sequence[GridRow],
        *,
        header: GridRow | None = None,
        again: GridRow | None = None,
        closed: bool = True,
        outlined: bool = False,
    ) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self.header = header
        self.again = again if again is not None else header
        self.closed = closed
        self.outlined = outlined

    def _all(self) -> tuple[GridRow, ...]:
        return self.rows if self.header is None else (self.header, *self.rows)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the grid's own size, whatever is available."""
        del available_height
        self.width = max((sum(row.widths) for row in self._all()), default=available_width)
        self.height = sum(row.height() for row in self._all())
        return self.width, self.height

    def least(self) -> float:
        """Return the height of the smallest part with which the grid can begin on a page."""
        if self._stays_whole():
            return sum(row.height() for row in self._all())
        head = self.header.height() if self.header is not None else 0.0
        return head + sum(min(row.height(), _WHOLE) for row in self.rows[: self._first()])

    def _stays_whole(self) -> bool:
        """Say whether this is a short table or panel: plain questions and answers may part anywhere."""
        return self.header is not None and sum(row.height() for row in self._all()) <= _TOGETHER

    def _first(self) -> int:
        """Return how many rows stand before a break at least, and two after it: one alone looks lost."""
        return 3 if self.outlined else 2

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return the part that fits and the rest, or nothing if not even the first row can begin here."""
        del available_width
        if self._stays_whole() and available_height < _ROOMY:
            return []
        left = available_height - (self.header.height() if self.header is not None else 0.0)
        for place, row in enumerate(self.rows):
            height = row.height()
            if height <= left:
                left -= height
                continue
            cut = row.split(left)
            if cut is None and available_height < _ROOMY and place < min(self._first(), len(self.rows)):
                return []
            if cut is None and place == len(self.rows) - 1 and place > self._first():
                return self._parted(place - 1)
            head = [*self.rows[:place], cut[0]] if cut is not None else list(self.rows[:place])
            tail = [cut[1], *self.rows[place + 1 :]] if cut is not None else list(self.rows[place:])
            if not head:
                return []
            return [
                self._part(head, self.header, closed=cut is None),
                self._part(tail, self.again, closed=self.closed),
            ]
        return [self]

    def _parted(self, place: int) -> list[Flowable]:
        """Return the rows before ``place`` and the rest."""
        return [
            self._part(list(self.rows[:place]), self.header, closed=True),
            self._part(list(self.rows[place:]), self.again, closed=self.closed),
        ]

    def _part(self, rows: list[GridRow], header: GridRow | None, *, closed: bool) -> Grid:
        return Grid(rows, header=header, again=self.again, closed=closed, outlined=self.outlined)

    def draw(self) -> None:
        """Draw the rows from the top, the closing rule and the outline."""
        top = self.height
        for row in self._all():
            top = row.draw(self, 0, top)
        if self.outlined:
            self.canv.saveState()
            self.canv.setStrokeColor(RULE)
            self.canv.setLineWidth(0.7)
            self.canv.rect(0, 0, self.width, self.height, stroke=1, fill=0)
            self.canv.restoreState()
        elif self.closed:
            _line(self.canv, RULE, (0, 0, self.width, 0))


def header_row(cells: tuple[tuple[Flowable, ...], ...], widths: tuple[float, ...]) -> GridRow:
    """Return the header row of a table."""
    return GridRow(cells=cells, widths=widths, inset=4.0, fill=TINT, above=5.0, below=5.0)
