"""Checks what stands beside the questions: guidance profiles, the texts of the checks, and word pairs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StrictInt, ValidationError

from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.instrument.faults import Fault, Wrong
from hsb_assess.instrument.nodes import read_file
from hsb_assess.instrument.schema import Text

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.instrument.nodes import Node

__all__ = ["SHEETS", "LanguageSheet", "ProfileSheet", "RulesSheet", "read_sheet"]


def _day(text: str) -> str:
    return FuzzyDate(date=text).date


Day = Annotated[str, AfterValidator(_day)]
Words = Annotated[str, Field(min_length=1, max_length=4_000)]
Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, coerce_numbers_to_str=True)


class Counted(StrEnum):
    """How the days of a limit are counted."""

    WORKING = "working"
    CALENDAR = "calendar"


class Basis(StrEnum):
    """What a limit rests on."""

    LAW = "law"
    GUIDANCE = "guidance"
    PRODUCT_DEFAULT = "product_default"
    LOCAL = "local"


class _Limit(_Strict):
    days: Annotated[StrictInt, Field(ge=0, le=3_660)] | None = None
    counted: Counted
    basis: Basis
    source: Name | None = None
    rule: Name | None = None
    start: Text = Field(alias="from")
    title: Text
    note: Text | None = None
    verified: StrictBool = False


class _Holiday(_Strict):
    date: Day
    name: Text


class _Edition(_Strict):
    id: Name
    title: Text
    dated: Day
    note: Text | None = None
    verified: StrictBool = False


_Years = Annotated[StrictInt, Field(ge=0, le=150)]


class _Retention(_Strict):
    """A class of files. Without ``until_birthday`` and ``after_closing`` (years) the local schedule says how long."""

    id: Name
    title: Text
    rule: Text
    until_birthday: _Years | None = None
    after_closing: _Years | None = None
    after_death: _Years | None = None
    died_under: _Years | None = None
    verified: StrictBool = False


class _Responsibility(_Strict):
    age: StrictInt
    text: Text


class _LocalName(_Strict):
    title: Text
    name: Text


class _Edited(_Strict):
    """What somebody changed on one laptop: which limit or name, when; why and by whom stands in the vault."""

    what: Words
    on: Day


class ProfileSheet(_Strict):
    """One nation's dated guidance: limits, bank holidays, editions, names, terms, retention.

    A limit without days has no figure in this nation: its rule says so instead of judging. ``names`` are what an area
    calls things; ``edited`` says what an area changed.
    """

    id: Name
    title: Text
    edition: Name
    nation: Name
    time_zone: Words
    counting: Text | None = None
    limits: dict[Name, _Limit]
    defaults: dict[Name, _Limit] = {}
    bank_holidays: tuple[_Holiday, ...]
    bank_holidays_until: Day
    bank_holidays_projected_from: Day | None = None
    guidance: tuple[_Edition, ...] = ()
    support_does_not_wait: Text | None = None
    criminal_responsibility: _Responsibility | None = None
    terms: dict[Name, Text] = {}
    names: dict[Name, _LocalName] = {}
    retention: tuple[_Retention, ...] = ()
    edited: tuple[_Edited, ...] = ()


class _Severity(StrEnum):
    BLOCKER = "blocker"
    JUSTIFY = "justify"
    ADVISORY = "advisory"


class _Gate(StrEnum):
    SUBMIT = "submit"
    APPROVE = "approve"
    EXPORT = "export"
    CLOSURE = "closure"
    ALERT = "alert"


class _Weight(StrEnum):
    """How much a rule weighs in a tier: its own severity but no more than this, or ``alert``: shown, stopping nothing."""

    BLOCKER = "blocker"
    JUSTIFY = "justify"
    ADVISORY = "advisory"
    ALERT = "alert"


class _Variant(_Strict):
    severity: _Severity | None = None
    title: Text | None = None
    message: Text
    why: Text | None = None
    mend: Text | None = None


class _Rule(_Strict):
    id: Name
    title: Text
    severity: _Severity | tuple[_Severity, ...]
    gate: _Gate | tuple[_Gate, ...]
    alert: StrictBool = False
    tiers: dict[Name, _Weight | dict[Name, _Weight]]
    message: Text
    why: Text
    mend: Text
    variants: dict[Name, _Variant] = {}
    questions: tuple[str, ...] = ()


class RulesSheet(_Strict):
    """The texts of the checks of one instrument; what they judge is code."""

    id: Name
    version: Name
    rules: tuple[_Rule, ...]


class _Pair(_Strict):
    avoid: Annotated[tuple[Words, ...], Field(min_length=1)]
    prefer: Annotated[tuple[Words, ...], Field(min_length=1)]
    why: Words


class LanguageSheet(_Strict):
    """Words to point out in one language, what to write instead, and what is exempt.

    ``offence_words`` are looked for below the age of criminal responsibility, ``consent_words`` below thirteen.
    A consent to one of ``consent_matters`` is not meant, unless one of ``consent_never`` stands beside it.
    """

    id: Name
    language: Name
    verified: StrictBool = True
    exempt: tuple[Words, ...] = ()
    offence_words: tuple[Words, ...] = ()
    offence_exempt: tuple[Words, ...] = ()
    consent_words: tuple[Words, ...] = ()
    consent_exempt: tuple[Words, ...] = ()
    consent_matters: tuple[Words, ...] = ()
    consent_never: tuple[Words, ...] = ()
    pairs: tuple[_Pair, ...]


SHEETS: Final[dict[str, type[BaseModel]]] = {
    "profiles": ProfileSheet,
    "rules": RulesSheet,
    "language": LanguageSheet,
}
"""The folders of ``forms`` that hold sheets, and what each sheet must look like."""

_PLAIN: Final = {
    "int_type": "a whole number",
    "bool_type": "true or false",
    "string_type": "a text",
    "dict_type": "a mapping of keys and values",
    "model_type": "a mapping of keys and values",
    "tuple_type": "a list",
    "string_pattern_mismatch": "a name of letters, digits and hyphens",
    "string_too_short": "a text that is not empty",
    "value_error": "a date such as 2026-04-14",
}


def _written(trail: tuple[int | str, ...], node: Node, kind: str) -> tuple[int | str, ...]:
    """Cut a trail where the file ends and the schema's own branches begin (one word or a list of them)."""
    if kind == "missing":
        return trail
    found: Node | None = node
    for depth, step in enumerate(trail):
        if isinstance(step, str) and found is not None:
            found = (found.entries or {}).get(step)
        elif isinstance(step, int) and found is not None and found.parts is not None and step < len(found.parts):
            found = found.parts[step]
        else:
            found = None
        if found is None:
            return trail[:depth]
    return trail


def _faults(file: str, node: Node, error: ValidationError) -> list[Fault]:
    """Return one fault for each place that the schema refuses."""
    told: dict[tuple[int | str, ...], Fault] = {}
    for found in error.errors(include_url=False, include_input=False):
        kind = found["type"]
        trail = _written(found["loc"], node, kind)
        if trail not in told:
            told[trail] = _fault(file, node.at(trail), trail, kind, str(found.get("ctx", {}).get("expected", "")))
    return list(told.values())


def _fault(file: str, line: int, trail: tuple[int | str, ...], kind: str, expected: str) -> Fault:
    last = str(trail[-1]) if trail else "The file"
    if kind == "missing" and last == "en":
        return Fault.of(Wrong.MISSING_ENGLISH, file, line, key=str(trail[-2]) if len(trail) > 1 else last)
    if kind == "missing":
        return Fault.of(Wrong.MISSING_KEY, file, line, key=last)
    if kind == "extra_forbidden":
        return Fault.of(Wrong.UNKNOWN_KEY, file, line, key=last, known="the keys that its neighbours have")
    if kind == "enum":
        return Fault.of(Wrong.UNKNOWN_WORD, file, line, word="This", key=last, known=expected.replace("'", ""))
    return Fault.of(Wrong.WRONG_TYPE, file, line, key=last, expected=_PLAIN.get(kind, "what its neighbours have"))


def _twice(file: str, node: Node, key: str) -> list[Fault]:
    entries = node.entries or {}
    seen: set[str] = set()
    faults = []
    for part in entries[key].parts or [] if key in entries else []:
        name = (part.entries or {}).get("id")
        if name is not None and name.text in seen:
            faults.append(Fault.of(Wrong.DUPLICATE_ID, file, name.line, id=name.text))
        if name is not None:
            seen.add(name.text)
    return faults


def read_sheet(path: Path) -> tuple[BaseModel | None, Node | None, list[Fault]]:
    """Return a profile, rules or language sheet with its node, or ``None``, and every fault with its line."""
    file = str(path)
    node, faults = read_file(path)
    if node is None:
        return None, None, faults
    sheet: BaseModel | None = None
    try:
        sheet = SHEETS[path.parent.name].model_validate(node.plain())
    except ValidationError as error:
        faults.extend(_faults(file, node, error))
    name = (node.entries or {}).get("id")
    if name is not None and name.text != path.stem:
        faults.append(Fault.of(Wrong.FILE_NAME, file, name.line, name=path.stem, id=name.text))
    for key in ("rules", "guidance", "retention"):
        faults.extend(_twice(file, node, key))
    return (sheet if not faults else None), node, faults
