"""From what an answers file says at one question to an answer of the shape that the question takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from hsb_assess.domain.answer import ABSENCE_DETAILS, Absence, Answer
from hsb_assess.domain.clock import LOCAL
from hsb_assess.exchange.prefill_faults import Misfit, fault
from hsb_assess.instrument.schema import Demand, ItemType
from hsb_assess.instrument.values import CANNOT_RATE, value_faults

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.instrument.faults import Fault
    from hsb_assess.instrument.nodes import Node
    from hsb_assess.instrument.schema import Definition, Item

__all__ = ["Named", "Values"]

_PARTS: Final = frozenset({"value", "absence", "detail", "evidence"})
_DECLINED_BY: Final = frozenset({"child", "carer", "agency"})
_DAYS: Final = frozenset({"recheck", "by"})
_MAPPINGS: Final = {
    ItemType.DATE: {"date", "about", "end"},
    ItemType.STATE: {"state", "who", "how", "when"},
    ItemType.QUANTITY: {"value", "unit"},
    ItemType.OPEN_CHOICE: {"codes", "other"},
}
_EXPECTED: Final = {
    ItemType.CHOICE: "one code",
    ItemType.BOOLEAN: "yes or no",
    ItemType.MULTICHOICE: "a list of codes in square brackets",
    ItemType.SCALE: f"0, 1, 2, 3, 4 or {CANNOT_RATE}",
    ItemType.NUMBER: "a whole number",
    ItemType.DECIMAL: "a number",
    ItemType.QUANTITY: "a number, or a mapping with value and unit",
    ItemType.OPEN_CHOICE: "a list of codes, or a mapping with codes and other",
    ItemType.DATE: "a date such as 2026-06-04, 2026-06 or 2026, or a mapping with date, about and end",
    ItemType.STATE: "yes, suspected, conflicting or none_found, or a mapping with state, who, how and when",
    ItemType.REF: "a label, or a list of labels where several can be picked",
}

_MENDS: Final = {
    "value_date": "Write it as 2026-09-07, 2026-09 or 2026.",
    "value_datetime": "Write it as 2026-09-07T16:20, or the day alone: 2026-09-07.",
    "value_option": "Use a code that `hsb-assess forms template` lists at this question.",
    "value_options": "Write a list of codes in square brackets.",
    "value_ref": "Write a label that stands under things.",
    "value_scale": f"Write 0, 1, 2, 3, 4 or {CANNOT_RATE}.",
    "value_state": "Write yes, suspected, conflicting or none_found: a plain no is none_found.",
    "value_state_detail": "Write who and how in words, and when as 2026-09-07, 2026-09 or 2026.",
}
"""How to mend it in a file, by the code of a fault whose own words are for whoever sits in front of a form."""


@dataclass(frozen=True)
class Named:
    """A label that an answer names, to be looked up when every file has been read."""

    label: str
    kinds: tuple[str, ...]
    path: str
    file: str
    line: int


class _UnfitError(Exception):
    """A node that is not of the shape its question takes."""


def _text(node: Node) -> str:
    if node.entries is not None or node.parts is not None or node.scalar is None:
        raise _UnfitError
    return node.text


def _texts(node: Node) -> list[str]:
    if node.parts is None:
        raise _UnfitError
    return [_text(part) for part in node.parts]


def _is_empty(node: Node) -> bool:
    return node.entries is None and node.parts is None and node.scalar is None


@dataclass
class Values:
    """Reads answers of one file; what is wrong collects in ``faults``, labels to look up in ``named``."""

    definition: Definition
    file: str
    faults: list[Fault] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)

    def answer(self, item: Item, node: Node, path: str) -> Answer | None:
        """Return the answer at ``path``, or ``None`` where nothing is said or what is said has a fault."""
        before = len(self.faults)
        keys = set(node.entries or ())
        if node.entries is None or (keys <= _MAPPINGS.get(item.type, set()) and keys - {"value"}):
            found = None if _is_empty(node) else self._valued(item, node, path, ())
        elif keys <= _PARTS:
            found = self._parts(item, node, path)
        else:
            self._say(Misfit.ANSWER_SHAPE, node.line, path)
            found = None
        return found if len(self.faults) == before else None

    def _say(self, misfit: Misfit, line: int, path: str, /, **gaps: object) -> None:
        self.faults.append(fault(misfit, self.file, line, path, **gaps))

    # -- the parts of an answer ------------------------------------------------------------------------------

    def _parts(self, item: Item, node: Node, path: str) -> Answer | None:
        said = {key: part for key, part in (node.entries or {}).items() if not _is_empty(part)}
        evidence = self._evidence(item, said["evidence"], path) if "evidence" in said else ()
        if not said:
            return None
        if ("value" in said) == ("absence" in said) or ("detail" in said and "absence" not in said):
            self._say(Misfit.ANSWER_SHAPE, node.line, path)
            return None
        if "value" in said:
            return self._valued(item, said["value"], path, evidence)
        return self._absent(item, said, path, evidence)

    def _evidence(self, item: Item, node: Node, path: str) -> tuple[str, ...]:
        if item.evidence is Demand.NONE:
            self._say(Misfit.NO_EVIDENCE_HERE, node.line, path)
            return ()
        try:
            labels = _texts(node) if node.parts is not None else [_text(node)]
        except _UnfitError:
            self._say(Misfit.VALUE_SHAPE, node.line, path, expected="a list of labels of evidence")
            return ()
        self.named += [Named(label, ("evidence",), path, self.file, node.line) for label in labels]
        return tuple(dict.fromkeys(labels))

    def _absent(self, item: Item, said: dict[str, Node], path: str, evidence: tuple[str, ...]) -> Answer | None:
        word, line = said["absence"].text, said["absence"].line
        offered = (Absence.NOT_ASKED, *item.absences)
        absence = next((each for each in offered if each.value == word), None)
        if absence is None:
            known = ", ".join(dict.fromkeys(each.value for each in offered))
            self._say(Misfit.UNKNOWN_ABSENCE, line, path, word=word, known=known)
            return None
        return Answer(absence=absence, detail=self._detail(absence, said, line, path), evidence=evidence)

    def _detail(self, absence: Absence, said: dict[str, Node], line: int, path: str) -> dict[str, str]:
        node = said.get("detail")
        known = ABSENCE_DETAILS[absence]
        found: dict[str, str] = {}
        if node is not None and node.entries is None:
            self._say(Misfit.NOT_A_MAPPING, node.line, path, what="detail")
        for key, part in ((node.entries or {}) if node is not None else {}).items():
            if key not in known:
                self._say(
                    Misfit.DETAIL, part.line, path, key=key, absence=absence.value, known=", ".join(known) or "none"
                )
            elif part.entries is not None or part.parts is not None:
                self._say(Misfit.VALUE_SHAPE, part.line, path, expected="words")
            elif part.scalar is not None:
                found[key] = part.text
                if key in _DAYS and absence is not Absence.DECLINED and not _is_day(part.text):
                    self._say(Misfit.DETAIL_DAY, part.line, path, key=key)
        if absence is Absence.DECLINED and found.get("by", "child") not in _DECLINED_BY:
            self._say(Misfit.DETAIL_BY, line, path)
        return found

    # -- values ----------------------------------------------------------------------------------------------

    def _valued(self, item: Item, node: Node, path: str, evidence: tuple[str, ...]) -> Answer | None:
        try:
            value = self._value(item, node, path)
        except _UnfitError:
            expected = _EXPECTED.get(item.type, "one text")
            self._say(Misfit.VALUE_SHAPE, node.line, path, expected=expected)
            return None
        options = {code.code for code in self.definition.codes(item)}
        if item.type in {ItemType.CHOICE, ItemType.MULTICHOICE}:
            for code in value if isinstance(value, list) else [value]:
                if code not in options:
                    self._say(Misfit.OPTION, node.line, path, code=code, known=", ".join(sorted(options)))
                    return None
        alone = [code.code for code in self.definition.codes(item) if code.alone]
        if isinstance(value, list) and len(value) > 1 and (named := [code for code in alone if code in value]):
            self._say(Misfit.ALONE, node.line, path, code=named[0])
            return None
        for found in value_faults(self.definition, item, value, path):
            self._say(Misfit.VALUE, node.line, path, message=found.message, mend=_MENDS.get(found.code, found.mend))
            return None
        return Answer(value=value, evidence=evidence)

    def _value(self, item: Item, node: Node, path: str) -> JsonValue:  # noqa: PLR0911 - one return a type
        match item.type:
            case ItemType.MULTICHOICE:
                return sorted(_texts(node))  # type: ignore[return-value]  # a list of texts is JSON; lists are invariant
            case ItemType.SCALE | ItemType.NUMBER | ItemType.DECIMAL:
                return _number(node)
            case ItemType.QUANTITY:
                return _quantity(node)
            case ItemType.OPEN_CHOICE:
                return _open_choice(node)
            case ItemType.DATE:
                return _date(node)
            case ItemType.DATETIME:
                return _moment(_text(node))
            case ItemType.REF:
                return self._ref(item, node, path)
            case ItemType.STATE:
                return _state(node)
            case _:
                return _text(node)

    def _ref(self, item: Item, node: Node, path: str) -> JsonValue:
        labels = _texts(node) if item.multiple and node.parts is not None else [_text(node)]
        self.named += [Named(label, item.of, path, self.file, node.line) for label in labels]
        return [*labels] if item.multiple else labels[0]


def _quantity(node: Node) -> JsonValue:
    if node.entries is None:
        return {"value": _number(node)}
    number, unit = node.entries.get("value"), node.entries.get("unit")
    if number is None:
        raise _UnfitError
    return {"value": _number(number), **({"unit": _text(unit)} if unit is not None and not _is_empty(unit) else {})}


def _open_choice(node: Node) -> JsonValue:
    if node.entries is None:
        return {"codes": sorted(_texts(node)) if node.parts is not None else [_text(node)]}  # type: ignore[dict-item]  # a list of texts is JSON; lists are invariant
    codes, other = node.entries.get("codes"), node.entries.get("other")
    found: dict[str, JsonValue] = {}
    if codes is not None and not _is_empty(codes):
        found["codes"] = sorted(_texts(codes))  # type: ignore[assignment]  # as above
    if other is not None and not _is_empty(other):
        found["other"] = _text(other)
    return found


def _number(node: Node) -> JsonValue:
    if isinstance(node.scalar, int | float) and not isinstance(node.scalar, bool):
        return node.scalar
    if node.scalar == CANNOT_RATE:
        return CANNOT_RATE
    raise _UnfitError


def _date(node: Node) -> JsonValue:
    if node.entries is None:
        return {"date": _text(node), "about": False, "end": None}
    said: dict[str, Any] = {"date": "", "about": False, "end": None}
    for key, part in node.entries.items():
        if key == "about":
            if not isinstance(part.scalar, bool):
                raise _UnfitError
            said[key] = part.scalar
        elif not _is_empty(part):
            said[key] = _text(part)
    return said


def _state(node: Node) -> JsonValue:
    if node.entries is None:
        return {"state": _text(node)}
    return {key: _text(part) for key, part in node.entries.items() if not _is_empty(part)}


def _moment(text: str) -> JsonValue:
    """Return a day as it is, a day and time with its offset: where none is written, that of the United Kingdom."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    if ":" not in text or moment.tzinfo is not None:
        return text
    return moment.replace(tzinfo=LOCAL).isoformat()


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
