"""The head and the end of every paper for tonight: whom it is about, how old it is, who made it, what nobody asked yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hsb_assess.reports.blocks import Fact, Front, Heading, Notice, Value
from hsb_assess.reports.source import Signatory
from hsb_assess.reports.tonight import age, first_day_lines, told_until, told_value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.source import Source

__all__ = ["EXTRACT", "HANDOVER", "KINDS", "NAMES", "PLAN", "PaperMeta", "front", "not_asked"]

EXTRACT: Final = "extract"
HANDOVER: Final = "handover"
PLAN: Final = "plan"
KINDS: Final = (EXTRACT, HANDOVER, PLAN)
NAMES: Final = {
    EXTRACT: "Urgent referral extract",
    HANDOVER: "Out-of-hours handover",
    PLAN: "Interim safety plan",
}
_WRITE_IN: Final = "Write the number here by hand: ____________________"


@dataclass(frozen=True)
class PaperMeta:
    """What a paper says of itself: when it was made, by whom, and how they are reached tonight.

    ``reach`` are the telephone numbers as the person gave them, ``names`` people's names by the author ids of the record.
    """

    made: datetime
    name: str
    role: str
    agency: str
    reach: str = ""
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    earlier: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Answers of the assessment before this one that stand until they are asked again; see ``DocumentMeta``."""

    @property
    def who(self) -> str:
        """The person who made it, with role and agency."""
        return ", ".join(part for part in (self.name, Signatory("", self.role).role_words.lower(), self.agency) if part)


def front(kind: str, source: Source, meta: PaperMeta, said: str) -> Front:
    """Return the head of a paper: whom it is about, how old it is, who made it and how they are reached."""
    total, still = first_day_lines(source)
    born = age(source)
    rows = [
        Fact(label="Child", value=told_value(source, "M00.name").model_copy(update={"strong": True})),
        Fact(label="Born", value=Value(text=born) if born else told_value(source, "M00.dob")),
        Fact(label="Information up to", value=Value(text=told_until(source), strong=True)),
        Fact(label="State", value=Value(text="Draft, not signed. It can change at any time.")),
        Fact(label="Made by", value=Value(text=meta.who)),
        Fact(label="To ring", value=Value(text=meta.reach or _WRITE_IN, strong=bool(meta.reach))),
    ]
    if meta.earlier:
        again = "This child is being assessed again. What is not asked again yet stands as it was said last time, and says so."
        rows.append(Fact(label="Assessed again", value=Value(text=again, strong=True)))
    if total and kind != PLAN:
        answered = total - len(still)
        rows.append(Fact(label="First day", value=Value(text=f"{answered} of {total} answers given")))
    return Front(title=NAMES[kind], subtitle=said, rows=tuple(rows))


def not_asked(source: Source) -> list[Block]:
    """Return the first day's answers that are not given, counted and named."""
    total, still = first_day_lines(source)
    if not total:
        return []
    if not still:
        return [
            Notice(title="Every answer of the first day is given.", text="Some may be a reason why nothing is known.")
        ]
    return [
        Heading(text=f"Not yet asked: {len(still)} of {total}"),
        Notice(
            title="Nobody has asked yet, or nobody has written it down. It never means no.",
            text="; ".join(line.title.en for line in still) + ".",
        ),
    ]
