"""Drawings on paper, as vector: the four bars of the balance and the chronology's timeline."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable

from hsb_assess.diagrams.balance import bar
from hsb_assess.diagrams.timeline import Event, arrange
from hsb_assess.reports.markup import printable
from hsb_assess.reports.styles import ACCENT, INK, MUTED, RULE, TEXT_WIDTH, TINT, WHITE, mm
from hsb_assess.reports.typeface import BOLD, REGULAR, width

if TYPE_CHECKING:
    from hsb_assess.diagrams.timeline import Mark, TimelinePlan
    from hsb_assess.reports.blocks import Balance, Timeline

__all__ = ["BalanceFigure", "TimelineFigure"]

_SMALL: Final = 8.0


class BalanceFigure(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """Four equal bars in a row, each with its words and numbers underneath."""

    def __init__(self, block: Balance) -> None:
        super().__init__()
        self.bars = [bar(side.title, side.answered, side.total, side.evidence) for side in block.sides]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the figure's size: the text width, one line of bars."""
        del available_width, available_height
        self.width, self.height = TEXT_WIDTH, 17 * mm
        return self.width, self.height

    def draw(self) -> None:
        """Draw each bar as a frame with its answered share filled, then its words."""
        gap = 6 * mm
        each = (self.width - gap * (len(self.bars) - 1)) / max(1, len(self.bars))
        canvas = self.canv
        for place, shown in enumerate(self.bars):
            left = place * (each + gap)
            canvas.setFillColor(INK)
            canvas.setFont(BOLD, 9)
            canvas.drawString(left, self.height - 9, printable(shown.title))
            base = self.height - 23
            canvas.setLineWidth(0.8)
            canvas.setStrokeColor(ACCENT)
            canvas.setFillColor(WHITE)
            canvas.rect(left, base, each, 9, stroke=1, fill=1)
            canvas.setFillColor(ACCENT)
            if shown.share > 0:
                canvas.rect(left, base, each * shown.share, 9, stroke=0, fill=1)
            canvas.setFillColor(INK)
            canvas.setFont(REGULAR, _SMALL)
            canvas.drawString(left, base - 11, shown.words)
            canvas.setFillColor(MUTED)
            canvas.drawString(left, base - 21, shown.evidence)


class TimelineFigure(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """Lanes with numbered marks on a scale of days; a date that is not exact is drawn as a span."""

    LABEL: Final = 33 * mm
    LEVEL: Final = 6.2 * mm
    RADIUS: Final = 2.35 * mm

    def __init__(self, block: Timeline) -> None:
        super().__init__()
        self.lanes = block.lanes
        field = TEXT_WIDTH - self.LABEL - 2 * self.RADIUS - 2
        self.field = field
        known = {lane: place for place, lane in enumerate(block.lanes)}
        events = [
            Event(
                event.number,
                date.fromisoformat(event.first),
                date.fromisoformat(event.last),
                known[event.lane],
                event.about,
            )
            for event in block.events
            if event.lane in known
        ]
        self.plan: TimelinePlan | None = arrange(events, len(block.lanes), mark_width=2.3 * self.RADIUS / field)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the figure's size: the text width and as many levels as the lanes need."""
        del available_width, available_height
        self.width = TEXT_WIDTH
        levels = sum(self.plan.levels) if self.plan is not None else 0
        self.height = 10 * mm + levels * self.LEVEL
        return self.width, self.height

    def _x(self, share: float) -> float:
        return float(self.LABEL + self.RADIUS + share * self.field)

    def draw(self) -> None:
        """Draw the scale, the lanes, the stretches without an entry and the marks."""
        if self.plan is None:
            return
        top = self.height - 8 * mm
        self._draw_scale(self.plan, top, top - sum(self.plan.levels) * self.LEVEL)
        lane_top = top
        tops: list[float] = []
        for name, levels in zip(self.lanes, self.plan.levels, strict=True):
            tops.append(lane_top)
            self._draw_lane(name, lane_top, levels * self.LEVEL)
            lane_top -= levels * self.LEVEL
        self._draw_silences(self.plan, top)
        for mark in self.plan.marks:
            self._draw_mark(mark, tops[mark.lane] - (mark.level + 0.5) * self.LEVEL)

    def _draw_scale(self, plan: TimelinePlan, top: float, bottom: float) -> None:
        canvas = self.canv
        canvas.setFont(REGULAR, _SMALL)
        free = 0.0
        for tick in plan.ticks:
            x = self._x(tick.at)
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.4)
            canvas.line(x, bottom, x, top)
            if x >= free:
                canvas.setFillColor(MUTED)
                canvas.drawString(x + 1, self.height - 9, tick.label)
                free = x + width(tick.label, REGULAR, _SMALL) + 5

    def _draw_lane(self, name: str, top: float, height: float) -> None:
        canvas = self.canv
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.6)
        canvas.line(0, top, self.width, top)
        canvas.line(0, top - height, self.width, top - height)
        canvas.setFillColor(INK)
        canvas.setFont(REGULAR, _SMALL)
        canvas.drawString(0, top - self.LEVEL / 2 - 3, printable(name))

    def _draw_silences(self, plan: TimelinePlan, top: float) -> None:
        canvas = self.canv
        for silence in plan.silences:
            start, end = self._x(silence.start) + 4, self._x(silence.end) - 4
            words = f"no entry for {silence.days} days"
            if width(words, REGULAR, 7) > end - start:
                continue
            y = top + 4.5
            canvas.setStrokeColor(MUTED)
            canvas.setLineWidth(0.6)
            canvas.setDash(1.5, 1.5)
            canvas.line(start, y, end, y)
            canvas.setDash()
            middle = (start + end) / 2
            half = width(words, REGULAR, 7) / 2 + 2
            canvas.setFillColor(WHITE)
            canvas.rect(middle - half, y - 3, 2 * half, 7, stroke=0, fill=1)
            canvas.setFillColor(MUTED)
            canvas.setFont(REGULAR, 7)
            canvas.drawCentredString(middle, y - 2, words)

    def _draw_mark(self, mark: Mark, y: float) -> None:
        canvas = self.canv
        start, end = self._x(mark.start), self._x(mark.end)
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(ACCENT)
        if end > start:
            canvas.setFillColor(TINT)
            canvas.roundRect(
                start - self.RADIUS,
                y - self.RADIUS,
                end - start + 2 * self.RADIUS,
                2 * self.RADIUS,
                self.RADIUS,
                fill=1,
            )
        if mark.about:
            canvas.setDash(1.6, 1.4)
        canvas.setFillColor(WHITE if mark.about else ACCENT)
        canvas.circle(start, y, self.RADIUS, stroke=1, fill=1)
        canvas.setDash()
        canvas.setFillColor(INK if mark.about else WHITE)
        canvas.setFont(BOLD, 7)
        canvas.drawCentredString(start, y - 2.4, str(mark.number))
