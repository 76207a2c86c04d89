"""A form from elsewhere on its way: a tree of items under their own names, before they have places here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.exchange.incoming.expressions import Expr
    from hsb_assess.exchange.incoming.report import NotCarried
    from hsb_assess.instrument.vocabulary import ItemType

__all__ = ["Condition", "DraftForm", "DraftItem"]

Json: TypeAlias = dict[str, Any]


@dataclass
class Condition:
    """A condition or calculation as it was written: what it is called there, what it says, what to keep if it cannot be said."""

    feature: str
    expr: Expr
    kept: Json = field(default_factory=dict)


@dataclass
class DraftItem:
    """One item. ``fields`` are fields of the form language that need no place yet; ``kept`` is what goes back as it came.

    ``codes`` gives the code of an option by the system and name that it had. ``initial`` is the initial value as it came.
    """

    name: str
    type: ItemType
    fields: Json
    kept: Json = field(default_factory=dict)
    repeats: bool = False
    required: bool = False
    codes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    has_points: bool = False
    when: list[Condition] = field(default_factory=list)
    calculate: Condition | None = None
    needed: Condition | None = None
    option_conditions: dict[str, Condition] = field(default_factory=dict)
    items: list[DraftItem] = field(default_factory=list)
    initial: object = None
    told: str = ""

    @property
    def row(self) -> str:
        """What the report calls the item."""
        return self.told or self.name


@dataclass
class DraftForm:
    """The whole: particulars, lists, items, and what its reader could not carry already."""

    id: str
    version: str
    title: Json
    items: list[DraftItem]
    description: Json | None = None
    lists: dict[str, Json] = field(default_factory=dict)
    kept: Json = field(default_factory=dict)
    not_carried: list[NotCarried] = field(default_factory=list)
    compares_whole: bool = False
