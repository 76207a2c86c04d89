"""A small tier on one page: its numbered answers in their order, each with the questions that hold it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.instrument.tiers import open_lines, scope_of
from ui.form.items import ItemList
from ui.form.labels import plain
from ui.form.section import QuestionsView
from ui.form.words import said
from ui.language import tr
from ui.widgets.text import Caption

if TYPE_CHECKING:
    from hsb_assess.instrument.engine import Engine
    from hsb_assess.instrument.schema import Definition, Item, Tier
    from ui.form.form import Form

__all__ = ["Entry", "LinesView", "answered_lines", "entries_of"]


@dataclass
class Entry:
    """One or more numbered answers and what is shown for them: lists of questions by the address above them.

    ``numbers`` is empty for what the first day asked and this tier keeps in sight.
    """

    numbers: list[int]
    titles: list[str]
    places: list[str]


def _place(definition: Definition, address: str) -> str:
    """Return what is shown for a question: the outermost list in which it is a column, else the question."""
    parts = address.split(".")
    for end in range(2, len(parts)):
        around = definition.find(".".join(parts[:end]))
        if around is not None and around.repeats:
            return around.address
    return address


def entries_of(definition: Definition, tier: Tier) -> list[Entry]:
    """Return what a tier with numbered answers shows, in the order of its page; each place stands once."""
    entries: list[Entry] = []
    shown: dict[str, Entry] = {}
    for number, line in enumerate(tier.lines, 1):
        places = list(dict.fromkeys(_place(definition, address) for address in line.asks))
        fresh = [place for place in places if place not in shown]
        if not fresh:
            entry = shown[places[0]]
            entry.numbers.append(number)
            entry.titles.append(said(line.title))
            continue
        entry = Entry([number], [said(line.title)], fresh)
        entries.append(entry)
        shown.update(dict.fromkeys(fresh, entry))
    _add_others(definition, tier, entries, shown)
    return entries


def _add_others(definition: Definition, tier: Tier, entries: list[Entry], shown: dict[str, Entry]) -> None:
    """Put what answers may call for after the answers before it in the form, and what is carried at the end."""
    own = scope_of(definition, tier.id)
    carried = set(_asked(definition, tier.carries)) if tier.carries is not None else set()
    kept = Entry([], [], [])
    before: Entry | None = None
    module = ""
    for item in definition.items():
        if item.address.partition(".")[0] != module:
            before, module = None, item.address.partition(".")[0]
        place = _place(definition, item.address)
        if place in shown:
            before = shown[place]
        elif any(place.startswith(f"{around}.") for around in shown):
            continue
        elif (
            place == item.address
            and item.address not in own.left_out
            and _is_leaf(item)
            and _is_page(definition, module)
        ):
            if item.address in carried:
                kept.places.append(place)
            elif item.address in _always(definition):
                continue
            else:
                (before or entries[-1]).places.append(place)
                shown[place] = before or entries[-1]
    if kept.places:
        entries.append(kept)


def _is_leaf(item: Item) -> bool:
    return item.repeats or not item.items


def _is_page(definition: Definition, module: str) -> bool:
    return module in {each.id for each in definition.modules} and definition.module(module).stream.value == "answers"


def _always(definition: Definition) -> set[str]:
    tiers = definition.tiers
    return {tiers.question, *tiers.always} if tiers is not None else set()


def _asked(definition: Definition, tier: str) -> list[str]:
    left_out = scope_of(definition, tier).left_out
    return [
        address for address in definition.addresses() if address not in left_out and address not in _always(definition)
    ]


def answered_lines(engine: Engine, tier: Tier) -> int:
    """Return how many of a tier's numbered answers are given: something is shown for each, and nothing of it is open."""
    return len(tier.lines) - len(open_lines(engine, tier))


class LinesView(QuestionsView):
    """The page of a small tier."""

    def __init__(self, form: Form, tier: Tier) -> None:
        super().__init__(form, tier.id, said(tier.title))
        self.tier = tier
        self.body.addWidget(plain(said(tier.sentence)))
        definition = form.model.definition
        for entry in entries_of(definition, tier):
            part = QWidget()
            body = QVBoxLayout(part)
            body.setContentsMargins(0, 0, 0, 0)
            body.setSpacing(6)
            body.addWidget(Caption(self._words(entry)))
            for place in entry.places:
                made = ItemList(form, place.rpartition(".")[0], (definition.item(place),))
                self.lists.append(made)
                body.addWidget(made)
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _words(self, entry: Entry) -> str:
        """Return the numbers of an entry, with its names where more than one question is behind them."""
        if not entry.numbers:
            return tr("From the first day")
        of = tr("{numbers} of {total}", numbers=", ".join(map(str, entry.numbers)), total=len(self.tier.lines))
        simple = len(entry.places) == 1 and self.form.model.definition.item(entry.places[0]).is_question
        return of if simple else f"{of}: {' · '.join(entry.titles)}"
