"""The form's own values: a definition with its modules, questions, code lists and texts, all frozen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StrictFloat,
    StrictInt,
    StrictStr,
    model_validator,
)

from hsb_assess.domain.answer import Absence, AnswerState
from hsb_assess.instrument.accord import Accord
from hsb_assess.instrument.condition import Condition, OnQuestion, leaves
from hsb_assess.instrument.paths import address_of, module_of, parent_row
from hsb_assess.instrument.score import Score
from hsb_assess.instrument.vocabulary import (
    KINDS,
    UNANSWERED,
    DataClass,
    Demand,
    ItemType,
    Polarity,
    Sensitivity,
    Side,
    Stream,
    Tense,
)

__all__ = [
    "KINDS",
    "YES_NO",
    "Accord",
    "Call",
    "Code",
    "CodeList",
    "DataClass",
    "Definition",
    "Demand",
    "Item",
    "ItemType",
    "Line",
    "Module",
    "Polarity",
    "Sensitivity",
    "Side",
    "Stream",
    "Tense",
    "Text",
    "Tier",
    "Tiers",
    "address_of",
    "module_of",
    "parent_row",
]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
ModuleName = Annotated[str, Field(pattern=r"^(?:things|[A-Z][A-Z0-9]{0,15})$")]
CodeName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
Version = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]


Kept = dict[str, JsonValue]
"""What a form from elsewhere says and this language has no word for, by the element's name: given back on export."""

Bound = StrictInt | StrictFloat | StrictStr


class Text(_Value):
    """One text in English and, where it exists, in Welsh."""

    en: str
    cy: str | None = None

    def get(self, language: str) -> str:
        """Return the text in ``language`` (``en_GB``, ``cy``…), in English where it is not translated."""
        return self.cy if self.cy and language.startswith("cy") else self.en


class Code(_Value):
    """One option of a list: the code is kept for ever, its wording may improve.

    An option that stands ``alone`` goes with no other where several can be chosen: it says that none of them holds.
    """

    code: CodeName
    en: str
    cy: str | None = None
    ordinal: StrictInt | StrictFloat | None = None
    help: Text | None = None
    when: Condition | None = None
    alone: bool = False
    kept: Kept = {}

    def get(self, language: str) -> str:
        """Return the option's wording in ``language``, in English where it is not translated."""
        return self.cy if self.cy and language.startswith("cy") else self.en


YES_NO = (Code(code="yes", en="Yes", cy="Ie"), Code(code="no", en="No", cy="Na"))
"""The two answers of a boolean."""


class CodeList(_Value):
    """A named list of codes that several questions share; to one that is ``local`` an area may add options."""

    id: CodeName
    title: Text
    polarity: Polarity | None = None
    local: bool = False
    codes: tuple[Code, ...]
    kept: Kept = {}


class Item(_Value):
    """One question, note or group, with all that the form says about it.

    ``address`` is where it stands in the form (``M03.incidents.band``). ``options`` is the name of a list
    or the codes themselves; ask :meth:`Definition.codes` for the codes either way. ``of`` names the kinds
    that a reference picks from (a group names one). ``filter`` keeps only things whose field has one of the codes. ``time`` says whether a
    date may lie ahead, ``exact`` that it is one day, month or year without *about* and end. ``columns`` are what a
    group's table shows, ``first`` what an open row asks first (the columns where it is empty). ``prefix`` stands before the label. A ``hidden``
    item is never shown; it is there for others to look at. ``calculate`` works its number out of other answers. ``agrees`` says what
    the answer may not say beside another one. ``beside`` names questions whose answers are shown with this one, because they come near
    to it: nobody has to remember what was said elsewhere, or say it again.
    """

    id: Name
    address: str
    type: ItemType
    label: Text
    help: Text | None = None
    hint: Text | None = None
    mandatory: bool | Condition = False
    when: Condition | None = None
    absences: tuple[Absence, ...] = tuple(Absence)
    evidence: Demand = Demand.NONE
    options: str | tuple[Code, ...] = ()
    data_class: DataClass = DataClass.GENERAL
    sensitivity: Sensitivity | None = None
    verbatim: bool = False
    child_voice: bool = False
    legal: bool = False
    plain_fact: bool = False
    read_only: bool = False
    max_length: int | None = None
    minimum: Bound | None = None
    maximum: Bound | None = None
    initial: JsonValue = None
    time: Tense = Tense.ANY
    exact: bool = False
    of: tuple[str, ...] = ()
    multiple: bool = False
    filter: dict[str, tuple[str, ...]] = {}
    repeats: bool = False
    columns: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    row_label: Text | None = None
    prefix: str | None = None
    hidden: bool = False
    calculate: Score | None = None
    agrees: tuple[Accord, ...] = ()
    beside: tuple[str, ...] = ()
    kept: Kept = {}
    items: tuple[Item, ...] = ()

    @property
    def kind(self) -> str | None:
        """The kind of thing whose rows a group lists, or the first that a reference picks."""
        return self.of[0] if self.of else None

    @property
    def is_question(self) -> bool:
        """Whether the item itself takes an answer."""
        return self.type not in UNANSWERED

    @property
    def is_fixed(self) -> bool:
        """Whether nobody types the answer: the form says it, or works it out."""
        return self.read_only or self.calculate is not None

    def child(self, field: str) -> Item | None:
        """Return the item with the id ``field`` directly inside this group."""
        return next((item for item in self.items if item.id == field), None)


class Module(_Value):
    """One page of the form."""

    id: ModuleName
    title: Text
    side: Side = Side.NONE
    stream: Stream = Stream.ANSWERS
    intro: Text | None = None
    help: Text | None = None
    when: Condition | None = None
    kept: Kept = {}
    items: tuple[Item, ...]


class Line(_Value):
    """One numbered answer of a tier: what it is called there, and the questions and groups that hold it."""

    title: Text
    asks: tuple[str, ...]


class Tier(_Value):
    """How much is asked: one option of the question that keeps the tier.

    ``asks`` and ``leaves_out`` name modules, groups and questions; the nearest name around a question decides, and
    where a tier asks nothing by name it asks everything. ``lines`` are its numbered answers in their order, asked
    too. ``carries`` names a tier whose questions stay in sight here without having to be answered again.
    ``mandatory`` names questions that have to be answered here whatever the form says, ``optional`` what has not (a group
    or module with all inside). ``fills`` is what the program answers on entering this tier where nobody has, and takes back
    on leaving it where nobody has said otherwise. ``budget`` is the most answers that a typical case takes, ``typical`` how many
    rows its lists then have, by their address.
    """

    id: CodeName
    title: Text
    sentence: Text
    budget: int
    lines: tuple[Line, ...] = ()
    carries: str | None = None
    asks: tuple[str, ...] = ()
    leaves_out: tuple[str, ...] = ()
    mandatory: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    fills: Mapping[str, str] = {}
    typical: Mapping[str, int] = {}


class Call(_Value):
    """Something that calls for the largest tier; what finds it is code, what it is called is data."""

    id: CodeName
    title: Text


class Tiers(_Value):
    """The tiers of a form, the smallest first, and the question whose answer says which one holds.

    ``always`` are the questions that stay in sight in every tier, the tier itself among them, ``filled`` those that the
    program fills in. ``triggers`` are what calls for the largest. Without an answer everything is asked.
    """

    question: str
    always: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    triggers: tuple[Call, ...] = ()
    tiers: tuple[Tier, ...]

    def tier(self, tier_id: str) -> Tier | None:
        """Return one tier by its id, or ``None``."""
        return next((tier for tier in self.tiers if tier.id == tier_id), None)

    def trigger(self, trigger_id: str) -> Call | None:
        """Return what calls for the largest tier by its id, or ``None``."""
        return next((call for call in self.triggers if call.id == trigger_id), None)

    def place(self, tier_id: str) -> int:
        """Return where a tier stands on the ladder; what is not on it asks everything, so it stands above all."""
        return next((place for place, tier in enumerate(self.tiers) if tier.id == tier_id), len(self.tiers))


def _walk(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if item.items:
            yield from _walk(item.items)


class Definition(_Value):
    """One version of one instrument, complete with its lists; ``hash`` is SHA-256 of its compiled bytes.

    ``modules`` are the pages in screen order. ``things`` holds the groups of things that are entered once and picked
    everywhere (people, agencies, evidence): it is no page, but has addresses (``things.person.label``).
    ``tiers`` say how much is asked, where a form has more than one size.
    """

    id: Name
    version: Version
    title: Text
    description: Text | None = None
    modules: tuple[Module, ...]
    things: Module | None = None
    lists: Mapping[str, CodeList] = {}
    tiers: Tiers | None = None
    kept: Kept = {}
    hash: str = Field(default="", exclude=True)

    # Cached properties, as a private attribute of pydantic costs twenty times as much to reach.
    @cached_property
    def _items(self) -> dict[str, Item]:
        return {}

    @cached_property
    def _modules(self) -> dict[str, Module]:
        return {}

    @cached_property
    def _codes_asked_about(self) -> dict[str, set[object]]:
        """By address the answers on which some other question depends."""
        found: dict[str, set[object]] = {}
        for item in self._items.values():
            for condition in (item.when, item.mandatory):
                for leaf, _ in leaves(condition) if condition is not None and not isinstance(condition, bool) else ():
                    if isinstance(leaf, OnQuestion) and leaf.is_ is not None:
                        codes = leaf.is_ if isinstance(leaf.is_, tuple) else (leaf.is_,)
                        found.setdefault(leaf.question, set()).update(codes)
        return found

    def __repr__(self) -> str:
        return f"Definition({self.id} {self.version} {self.hash[:12]})"

    @model_validator(mode="after")
    def _index(self) -> Self:
        for module in self.all_modules():
            self._modules[module.id] = module
            self._index_items(module.items, module.id)
        return self

    def _index_items(self, items: tuple[Item, ...], above: str) -> None:
        for item in items:
            if item.address != f"{above}.{item.id}" or item.address in self._items:
                message = "An item's address does not say where it stands."
                raise ValueError(message)
            self._items[item.address] = item
            self._index_items(item.items, item.address)

    def all_modules(self) -> tuple[Module, ...]:
        """Return the pages in screen order, then the module of things."""
        return self.modules if self.things is None else (*self.modules, self.things)

    def item(self, address: str) -> Item:
        """Return the item at an address or a path; raises ``KeyError`` where there is none."""
        return self._items[address_of(address)]

    def find(self, address: str) -> Item | None:
        """Return the item at an address or a path, or ``None``."""
        return self._items.get(address_of(address))

    def module(self, module_id: str) -> Module:
        """Return a module by its id, or the one in which an address or a path stands; raises ``KeyError``."""
        return self._modules[module_of(module_id)]

    def addresses(self) -> tuple[str, ...]:
        """Return the address of every item in screen order, groups before what they hold."""
        return tuple(self._items)

    def items(self, module_id: str | None = None) -> Iterator[Item]:
        """Yield every item, or those of one module, in screen order, groups before what they hold."""
        return iter(self._items.values()) if module_id is None else _walk(self._modules[module_id].items)

    def codes(self, item: Item) -> tuple[Code, ...]:
        """Return the options of a choice, multichoice, scale or open choice, the units of a quantity, else nothing.

        A boolean is a choice of *yes* and *no*.
        """
        if item.type is ItemType.BOOLEAN:
            return YES_NO
        if isinstance(item.options, str):
            found = self.lists.get(item.options)
            return found.codes if found is not None else ()
        return item.options

    def code(self, item: Item, code: object) -> Code | None:
        """Return one option by its code (for a scale, by its ordinal too)."""
        if not isinstance(code, str | int) or isinstance(code, bool):
            return None
        return next((each for each in self.codes(item) if code in (each.code, each.ordinal)), None)

    def states(self, item: Item) -> tuple[AnswerState, ...]:
        """Return the answers that a state question offers; a record may hold another one of the four.

        A plain fact, such as whether something was done, is so or is not. It can be suspected, or told in two ways, only
        where the form goes on to ask something then.
        """
        if not item.plain_fact:
            return tuple(AnswerState)
        asked = self._codes_asked_about.get(item.address, set())
        return tuple(each for each in AnswerState if each in (AnswerState.YES, AnswerState.NONE_FOUND) or each in asked)

    def groups_for_kind(self, kind: str) -> tuple[Item, ...]:
        """Return the groups that list things of a kind, in screen order."""
        return tuple(item for item in self._items.values() if item.type is ItemType.GROUP and item.kind == kind)

    def group_for_kind(self, kind: str) -> Item | None:
        """Return the first group that lists things of a kind: where such a thing is entered."""
        return next(iter(self.groups_for_kind(kind)), None)
