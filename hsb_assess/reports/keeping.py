"""Keeps a heading with what it stands above: nothing that leads is left alone at the foot of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Paragraph

from hsb_assess.reports.flow import Gap
from hsb_assess.reports.grid import Grid
from hsb_assess.reports.styles import PAGE, TEXT_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Anchor", "Lead", "kept_together", "leading"]

_LINES: Final = 3
_SHORT: Final = 62.0
"""Height of a paragraph, in points, that may stand between a heading and its table without parting them."""


class Lead(Gap):
    """The empty height around a heading."""


class Anchor(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """A bookmark at the place where a section begins."""

    def __init__(self, key: str, title: str, level: int) -> None:
        super().__init__()
        self.key, self.title, self.level = key, title, level
        self.width = self.height = 0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return no size: a bookmark takes no room."""
        del available_width, available_height
        return 0, 0

    def draw(self) -> None:
        """Write the bookmark and its outline entry."""
        _, top = self.canv.absolutePosition(0, 16)
        self.canv.bookmarkHorizontalAbsolute(self.key, min(PAGE[1], top))
        self.canv.addOutlineEntry(self.title, self.key, level=self.level, closed=self.level == 0)


def leading(flowables: Iterable[Flowable]) -> list[Flowable]:
    """Mark flowables that must not be parted from what follows them."""
    found = list(flowables)
    for flowable in found:
        flowable.leads = True
    return found


def _leads(flowable: Flowable) -> bool:
    return isinstance(flowable, Anchor | Lead) or getattr(flowable, "leads", False)


def _height(flowable: Flowable) -> float:
    return float(flowable.wrap(TEXT_WIDTH, PAGE[1])[1])


def _least(flowable: Flowable) -> float:
    """Return the height without which this cannot begin on a page."""
    if isinstance(flowable, Grid):
        return flowable.least()
    height = _height(flowable)
    if isinstance(flowable, Paragraph):
        return min(height, _LINES * float(flowable.style.leading))
    return height


def kept_together(story: Sequence[Flowable]) -> list[Flowable]:
    """Return the story with a conditional page break before each run of leading flowables."""
    found: list[Flowable] = []
    place = 0
    while place < len(story):
        if not _leads(story[place]):
            found.append(story[place])
            place += 1
            continue
        end, needed = _run(story, place)
        if not (found and isinstance(found[-1], PageBreak)):
            found.append(CondPageBreak(needed))
        found.extend(story[place:end])
        place = end
    return found


def _run(story: Sequence[Flowable], start: int) -> tuple[int, float]:
    """Return where a run of leading flowables ends, and the room that it and its follower need."""
    end, needed, followed = start, 0.0, False
    while end < len(story):
        flowable = story[end]
        if followed and _leads(flowable):
            # A heading with its sentence is complete; the next heading looks after itself.
            return end, min(needed, 0.7 * PAGE[1])
        short = isinstance(flowable, Paragraph) and _height(flowable) <= _SHORT
        if not (_leads(flowable) or short or isinstance(flowable, Gap)):
            break
        followed = followed or not (_leads(flowable) or isinstance(flowable, Gap))
        needed += _height(flowable)
        end += 1
    if end < len(story):
        needed += _least(story[end])
    return end, min(needed, 0.7 * PAGE[1])
