"""Checks what a form means once its shape is right: addresses, operators, options, anchors, columns, cycles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from hsb_assess.domain.answer import AnswerState
from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.instrument.accordcheck import accord_problems, beside_problems
from hsb_assess.instrument.condition import Condition, OnPathway, OnQuestion, leaves
from hsb_assess.instrument.dependence import cycles, needs
from hsb_assess.instrument.faults import Wrong
from hsb_assess.instrument.pathway import INPUTS
from hsb_assess.instrument.problem import Problem, Trail, guessed, listed
from hsb_assess.instrument.schema import KINDS, Definition, Item, ItemType
from hsb_assess.instrument.score import Op, Score, asked_by
from hsb_assess.instrument.tiercheck import tier_problems
from hsb_assess.instrument.values import CANNOT_RATE, is_time, value_faults
from hsb_assess.instrument.vocabulary import OPTIONED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["ITEM_LIMIT", "Problem", "problems"]

ITEM_LIMIT: Final = 5_000
COLUMN_LIMIT: Final = 4
_ANCHORS: Final = [0, 1, 2, 3, 4]
_CYCLE_SHOWN: Final = 10

_BOUNDS: Final = ("at_least", "at_most", "above", "below")
_ANY: Final = ("answered", "absent")
_FITS: Final[dict[ItemType, tuple[str, ...]]] = {
    ItemType.TEXT: ("is", *_ANY),
    ItemType.LONGTEXT: ("is", *_ANY),
    ItemType.CHOICE: ("is", *_ANY),
    ItemType.MULTICHOICE: ("includes", *_ANY),
    ItemType.SCALE: ("is", *_BOUNDS, *_ANY),
    ItemType.NUMBER: ("is", *_BOUNDS, *_ANY),
    ItemType.DATE: (*_BOUNDS, *_ANY),
    ItemType.DATETIME: (*_BOUNDS, *_ANY),
    ItemType.STATE: ("is", *_ANY),
    ItemType.REF: _ANY,
    ItemType.GROUP: ("rows_at_least",),
    ItemType.NOTE: (),
    ItemType.BOOLEAN: ("is", *_ANY),
    ItemType.DECIMAL: ("is", *_BOUNDS, *_ANY),
    ItemType.TIME: (*_BOUNDS, *_ANY),
    ItemType.QUANTITY: ("is", *_BOUNDS, *_ANY),
    ItemType.URL: ("is", *_ANY),
    ItemType.OPEN_CHOICE: ("includes", *_ANY),
    ItemType.ATTACHMENT: (),
    ItemType.REFERENCE: (),
}


_WORDS: Final = frozenset({ItemType.TEXT, ItemType.LONGTEXT, ItemType.URL})
_NUMBERS: Final = frozenset({ItemType.NUMBER, ItemType.DECIMAL, ItemType.QUANTITY})
_PLAIN: Final = _WORDS | _NUMBERS
"""Types that ``is`` compares with any text, or any number, and not with options."""
_BOUND_WORDS: Final = {
    ItemType.DATE: "a date such as 2026-04-14",
    ItemType.DATETIME: "a date such as 2026-04-14",
    ItemType.TIME: "a time such as 14:30",
}


def _codes_of(definition: Definition, item: Item) -> list[str | int]:
    match item.type:
        case ItemType.STATE:
            return [state.value for state in AnswerState]
        case ItemType.SCALE:
            return [*_ANCHORS, CANNOT_RATE]
        case _:
            return [code.code for code in definition.codes(item)]


def _is_day(value: object) -> bool:
    try:
        FuzzyDate.model_validate({"date": value})
    except ValidationError:
        return False
    return True


def _fits_bound(item: Item, value: object) -> bool:
    """Say whether a bound is of the kind that a question's answers can be compared with."""
    match item.type:
        case ItemType.DATE | ItemType.DATETIME:
            return isinstance(value, str) and _is_day(value)
        case ItemType.TIME:
            return isinstance(value, str) and is_time(value)
        case _:
            return isinstance(value, int | float)


def _operand(
    definition: Definition, item: Item, operator: str, value: object
) -> Iterator[tuple[Wrong, Mapping[str, object]]]:
    if operator in {"is", "includes"}:
        codes = value if isinstance(value, tuple) else (value,)
        if item.type in _PLAIN:
            kind, expected = (str, "a text") if item.type in _WORDS else ((int, float), "a number")
            if not all(isinstance(code, kind) for code in codes):
                yield Wrong.OPERATOR_VALUE, {"value": value, "address": item.address, "expected": expected}
            return
        allowed = _codes_of(definition, item)
        for code in codes:
            if code not in allowed:
                yield (
                    Wrong.UNKNOWN_CODE,
                    {"code": code, "address": item.address, "known": listed([str(c) for c in allowed])},
                )
    elif operator in _BOUNDS:
        if not _fits_bound(item, value):
            expected = _BOUND_WORDS.get(item.type, "a number")
            yield Wrong.OPERATOR_VALUE, {"value": value, "address": item.address, "expected": expected}
    elif operator == "rows_at_least" and isinstance(value, int) and value < 1:
        yield Wrong.OPERATOR_VALUE, {"value": value, "address": item.address, "expected": "a number from 1"}


def _takes_several(item: Item) -> bool:
    return item.type is ItemType.MULTICHOICE or (item.type is ItemType.OPEN_CHOICE and item.multiple)


class _Checker:
    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        self.addresses = definition.addresses()
        self.several = {
            item.options for item in definition.items() if _takes_several(item) and isinstance(item.options, str)
        }

    def everything(self) -> Iterator[Problem]:
        definition = self.definition
        if len(self.addresses) > ITEM_LIMIT:
            yield Problem("", (), Wrong.TOO_MANY_ITEMS, {"limit": ITEM_LIMIT})
            return
        seen: set[str] = set()
        for module in definition.all_modules():
            if module.id in seen:
                yield Problem("", ("modules",), Wrong.DUPLICATE_ID, {"id": module.id})
            seen.add(module.id)
            if module.when is not None:
                yield from self.condition(module.id, "when", module.when)
        for item in definition.items():
            yield from self.item(item)
        yield from self.kinds()
        yield from tier_problems(definition)
        graph = needs(definition)
        for cycle in cycles(graph):
            shown = (
                " → ".join(cycle) if len(cycle) <= _CYCLE_SHOWN else " → ".join((*cycle[:_CYCLE_SHOWN], "…", cycle[0]))
            )
            at = next((name for name in cycle if self.asks(name)), cycle[0])
            yield Problem(at, ("when",), Wrong.CONDITION_CYCLE, {"cycle": shown})

    def asks(self, name: str) -> bool:
        item = self.definition.find(name)
        if item is None:
            return self.definition.module(name).when is not None
        return item.when is not None or item.calculate is not None

    def item(self, item: Item) -> Iterator[Problem]:
        if item.when is not None:
            yield from self.condition(item.address, "when", item.when)
        if not isinstance(item.mandatory, bool):
            yield from self.condition(item.address, "mandatory", item.mandatory)
        if item.type in OPTIONED or item.options:
            yield from self.options(item)
        if item.calculate is not None:
            yield from self.score(item, item.calculate)
        if item.type is ItemType.GROUP:
            yield from self.group(item)
        if item.type is ItemType.REF:
            yield from self.filter(item)
        yield from accord_problems(self.definition, item)
        yield from beside_problems(self.definition, item)
        yield from self.marks(item)

    def marks(self, item: Item) -> Iterator[Problem]:
        fillable = item.is_question or (item.type is ItemType.GROUP and item.repeats)
        if item.mandatory is not False and not fillable:
            yield Problem(item.address, ("mandatory",), Wrong.MANDATORY_NOTE)
        for number, kind in enumerate(item.of):
            if kind not in KINDS:
                yield Problem(
                    item.address, ("of", number), Wrong.UNKNOWN_KIND, {"word": kind, "known": listed([*KINDS])}
                )
        if item.hidden and item.mandatory is not False:
            yield Problem(item.address, ("mandatory",), Wrong.HIDDEN_MANDATORY)
        yield from self.range(item)
        if item.initial is not None and item.is_question:
            for fault in value_faults(self.definition, item, item.initial):
                yield Problem(item.address, ("initial",), Wrong.INITIAL_MISFIT, {"reason": fault.message})

    def range(self, item: Item) -> Iterator[Problem]:
        for key, bound in (("minimum", item.minimum), ("maximum", item.maximum)):
            if bound is not None and not _fits_bound(item, bound):
                gaps = {"key": key, "expected": _BOUND_WORDS.get(item.type, "a number")}
                yield Problem(item.address, (key,), Wrong.WRONG_TYPE, gaps)
                return
        low, high = item.minimum, item.maximum
        crossed = (
            low > high
            if isinstance(low, int | float) and isinstance(high, int | float)
            else isinstance(low, str) and isinstance(high, str) and low > high
        )
        if crossed:
            yield Problem(item.address, ("minimum",), Wrong.RANGE)

    def score(self, item: Item, score: Score) -> Iterator[Problem]:
        if item.type not in {ItemType.NUMBER, ItemType.DECIMAL}:
            yield Problem(item.address, ("calculate",), Wrong.SCORE_PLACE)
        for asked in asked_by(score):
            if isinstance(asked, OnQuestion):
                yield from (Problem(item.address, ("calculate",), wrong, gaps) for _, wrong, gaps in self.leaf(asked))
            elif isinstance(asked, OnPathway):
                yield from self.pathway(item.address, ("calculate",), asked)
            else:
                yield from self.asked(item, asked)

    def asked(self, item: Item, asked: Score) -> Iterator[Problem]:
        address = asked.question or ""
        found = self.definition.find(address) if "[" not in address else None
        if found is None:
            yield Problem(item.address, ("calculate",), Wrong.UNKNOWN_ADDRESS, {"address": address, "guess": ""})
        elif (
            (asked.op is Op.VALUE and found.type not in {*_NUMBERS, ItemType.SCALE})
            or (asked.op is Op.POINTS and not self.definition.codes(found))
            or (asked.op is Op.COUNT and not found.is_question)
        ):
            gaps = {"op": asked.op.value, "address": address, "type": found.type.value}
            yield Problem(item.address, ("calculate",), Wrong.SCORE_MISFIT, gaps)

    def options(self, item: Item) -> Iterator[Problem]:
        several = _takes_several(item) or (isinstance(item.options, str) and item.options in self.several)
        for code in self.definition.codes(item):
            if code.when is not None:
                yield from self.condition(item.address, "options", code.when)
            if code.alone and not several and "option" not in code.kept:  # a form from elsewhere says what it likes
                yield Problem(item.address, ("options",), Wrong.MISFIT_KEY, {"key": "alone", "type": item.type.value})
        if isinstance(item.options, str) and item.options not in self.definition.lists:
            yield Problem(item.address, ("options",), Wrong.UNKNOWN_LIST, {"name": item.options})
        elif item.type is ItemType.SCALE:
            ordinals = [code.ordinal for code in self.definition.codes(item) if code.ordinal is not None]
            if sorted(ordinals) != _ANCHORS or len(self.definition.codes(item)) != len(_ANCHORS):
                yield Problem(item.address, ("options",), Wrong.SCALE_ANCHORS)

    def group(self, item: Item) -> Iterator[Problem]:
        if len(item.columns) > COLUMN_LIMIT:
            yield Problem(item.address, ("columns",), Wrong.TOO_MANY_COLUMNS)
        for key, names in (("columns", item.columns), ("first", item.first)):
            for number, name in enumerate(names):
                child = item.child(name)
                opens = child is not None and (child.is_question or (key == "first" and bool(child.items)))
                if not opens:
                    yield Problem(item.address, (key, number), Wrong.UNKNOWN_COLUMN, {"name": name})

    def filter(self, item: Item) -> Iterator[Problem]:
        group = next((found for kind in item.of if (found := self.definition.group_for_kind(kind)) is not None), None)
        for name, codes in item.filter.items():
            child = group.child(name) if group is not None else None
            if child is None:
                gaps = {"name": name, "kind": " or ".join(item.of)}
                yield Problem(item.address, ("filter", name), Wrong.FILTER_FIELD, gaps)
                continue
            allowed = [str(code) for code in _codes_of(self.definition, child)]
            for number, code in enumerate(codes):
                if code not in allowed:
                    more = {"code": code, "address": child.address, "known": listed(allowed)}
                    yield Problem(item.address, ("filter", name, number), Wrong.UNKNOWN_CODE, more)

    def kinds(self) -> Iterator[Problem]:
        """A field of a thing is one field, wherever groups show it; things stand at the level of the case."""
        fields: dict[tuple[str, str], Item] = {}
        for group in self.definition.items():
            if group.type is not ItemType.GROUP or group.kind is None:
                continue
            above = group.address.rpartition(".")[0]
            while "." in above:
                if self.definition.item(above).repeats:
                    yield Problem(group.address, ("of",), Wrong.KIND_PLACE)
                above = above.rpartition(".")[0]
            for child in group.items:
                first = fields.setdefault((group.kind, child.id), child)
                if (first.type, first.options, first.of) != (child.type, child.options, child.of):
                    yield Problem(child.address, (), Wrong.KIND_FIELD, {"address": first.address})

    def condition(self, address: str, key: str, condition: Condition) -> Iterator[Problem]:
        for leaf, trail in leaves(condition, (key,)):
            if isinstance(leaf, OnQuestion):
                for more, wrong, gaps in self.leaf(leaf):
                    yield Problem(address, (*trail, *more), wrong, gaps)
            else:
                yield from self.pathway(address, trail, leaf)

    def pathway(self, address: str, trail: Trail, leaf: OnPathway) -> Iterator[Problem]:
        inputs = INPUTS[leaf.pathway]
        if all(self.definition.find(each) is None for each in inputs):
            yield Problem(
                address, trail, Wrong.PATHWAY_INPUT, {"name": leaf.pathway.value, "known": listed(list(inputs))}
            )

    def leaf(self, leaf: OnQuestion) -> Iterator[tuple[Trail, Wrong, Mapping[str, object]]]:
        operator, value = leaf.operator
        item = self.definition.find(leaf.question) if "[" not in leaf.question else None
        if not operator:
            yield (), Wrong.CONDITION_OPERATOR, {"known": "is, includes, answered, absent, at_least, rows_at_least"}
        elif item is None:
            yield (
                ("question",),
                Wrong.UNKNOWN_ADDRESS,
                {"address": leaf.question, "guess": guessed(leaf.question, self.addresses)},
            )
        elif operator not in _FITS[item.type] or (item.type is ItemType.GROUP and not item.repeats):
            kind = item.type.value if item.type is not ItemType.GROUP or item.repeats else "plain group"
            known = listed(list(_FITS[item.type])) if kind != "plain group" else "the questions inside"
            gaps = {"operator": operator, "address": item.address, "type": kind, "known": known or "another question"}
            yield (operator,), Wrong.OPERATOR_MISFIT, gaps
        else:
            for wrong, more in _operand(self.definition, item, operator, value):
                yield (operator,), wrong, more


def problems(definition: Definition) -> Iterator[Problem]:
    """Yield everything about a well-shaped definition that does not hold together; nothing here raises."""
    return _Checker(definition).everything()
