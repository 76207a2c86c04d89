"""What every view of the page shares: what was read, its words, where a question opens, and drawing or table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.form.teller import Teller

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.makingsense import Sense

__all__ = ["Viewed"]


@dataclass
class Viewed:
    """``go`` opens a question, ``see_thread`` the thread of a bead on the board; ``tables`` says that tables are wanted instead of drawings.

    ``chosen`` is the bead whose thread is shown (empty: all harms and needs), ``unfolded`` are the cards whose evidence is open.
    """

    sense: Sense
    go: Callable[[str], object]
    see_thread: Callable[[str], object]
    tables: bool = False
    chosen: str = ""
    unfolded: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Make the words."""
        self.teller = Teller(self.sense.reading, {})
