"""The questions to which a paragraph of a visit note can be filed: all of the form's, and for each whether it is asked now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.opening import read_assessment
from hsb_assess.instrument.paths import last_row
from hsb_assess.instrument.schema import Demand, ItemType, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.engine import Engine
    from hsb_assess.instrument.schema import Definition, Item, Module
    from hsb_assess.record.reading import Reading

__all__ = ["ANSWER", "EVIDENCE", "Asked", "Place", "places", "ways_of"]

ANSWER: Final = "answer"
EVIDENCE: Final = "evidence"
_WORDS: Final = frozenset({ItemType.TEXT, ItemType.LONGTEXT})


class Asked(StrEnum):
    """Whether a question is asked now, and if not, what it waits for."""

    NOW = "now"
    MORE = "more"
    """Until more is asked: the tier leaves it out."""
    APPLIES = "applies"
    """Until an answer elsewhere says that it applies."""
    ENTRY = "entry"
    """Until the list in which it stands has an entry."""


@dataclass(frozen=True)
class Place:
    """A question. ``section`` is the title under which it stands on screen, ``ways`` how a paragraph can be filed to it now.

    ``entry`` counts the entries of a list from 1; 0 outside of lists. ``keys`` are other words that find it.
    """

    path: str
    title: str
    section: str
    ways: frozenset[str]
    asked: Asked = Asked.NOW
    entry: int = 0
    keys: tuple[str, ...] = ()


def places(at: Workplace, assessment: str) -> tuple[Place, ...]:
    """Return every question of the form that takes a paragraph in any way, in screen order, those of one page together."""
    with at.book.begin("read", write=False) as work:
        reading = read_assessment(at, work, assessment)
    modules = [module for module in reading.definition.modules if module.stream is not Stream.REVIEW]
    return tuple(place for module in modules for place in _of_module(reading, module, at.language))


def _of_module(reading: Reading, module: Module, language: str) -> Iterator[Place]:
    definition, engine = reading.definition, reading.engine
    own = module.title.get(language)
    shown = engine.paths(module.id) if engine.visible(module.id) else ()
    asked: set[str] = set()
    for path in shown:
        item = definition.item(path)
        if _takes(item) and not path.endswith("]"):
            asked.add(item.address)
            section = _on_screen(definition, engine, module, language)
            title, keys = item.label.get(language), (item.address, own)
            yield Place(path, title, section, ways_of(item), entry=_entry(engine, path), keys=keys)
    for item in definition.items(module.id):
        if _takes(item) and item.address not in asked:
            # An answer to what is not asked would not count, and what waits in a list has no entry to wait at.
            ways = frozenset() if _list_around(definition, item) else ways_of(item) - {ANSWER}
            title, keys = item.label.get(language), (item.address, own)
            yield Place(item.address, title, own, ways, _waits(definition, engine, item), keys=keys)


def _takes(item: Item) -> bool:
    return item.is_question and not item.hidden and not item.is_fixed and bool(ways_of(item))


def _on_screen(definition: Definition, engine: Engine, module: Module, language: str) -> str:
    """Return the title under which a page's questions stand: that of a small tier, which has one page, else its own."""
    tier = definition.tiers.tier(engine.tier) if definition.tiers is not None else None
    lined = tier is not None and tier.lines and module.stream is Stream.ANSWERS
    return tier.title.get(language) if tier is not None and lined else module.title.get(language)


def _entry(engine: Engine, path: str) -> int:
    row = last_row(path)
    if row is None:
        return 0
    return engine.rows(path[: path.rindex(f"[{row}]")]).index(row) + 1


def _waits(definition: Definition, engine: Engine, item: Item) -> Asked:
    """Say what a question that is not asked now waits for."""
    if not engine.asks(item.address):
        return Asked.MORE
    around = _list_around(definition, item)
    return Asked.ENTRY if around and engine.visible(around) and not engine.rows(around) else Asked.APPLIES


def _list_around(definition: Definition, item: Item) -> str:
    """Return the address of the outermost list in which a question stands, empty where there is none."""
    parts = item.address.split(".")
    above = (".".join(parts[:end]) for end in range(2, len(parts)))
    return next((address for address in above if definition.item(address).repeats), "")


def ways_of(item: Item) -> frozenset[str]:
    """Return in which ways a question takes a paragraph at all: as its answer, as evidence for it, both or neither."""
    ways = {ANSWER} if item.type in _WORDS else set()
    return frozenset(ways | ({EVIDENCE} if item.evidence is not Demand.NONE else set()))
