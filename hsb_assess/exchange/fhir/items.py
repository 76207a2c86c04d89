"""One item of a form as one item of a Questionnaire and back, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hsb_assess.exchange.fhir.conditions import DATE, MOMENT, TIME, lift, project
from hsb_assess.exchange.fhir.extensions import (
    attach,
    extension,
    extensions_of,
    read_extension,
    translated,
    translation_of,
)
from hsb_assess.exchange.fhir.names import GREATEST, HIDDEN, LEAST, MOST_INTEGER, STRING
from hsb_assess.exchange.fhir.options import coding_of, decode_option, encode_option, list_id, set_id, states

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from hsb_assess.exchange.fhir.names import Json
    from hsb_assess.instrument.schema import Definition, Item

__all__ = ["NATIVE", "SEVERAL", "Links", "bare_item", "decode_item", "encode_item", "fhir_type", "own_type"]

_TYPES: Final = {
    "text": "string",
    "longtext": "text",
    "choice": "choice",
    "multichoice": "choice",
    "scale": "choice",
    "number": "integer",
    "datetime": "dateTime",
    "state": "choice",
    "ref": "reference",
    "note": "display",
    "open_choice": "open-choice",
}
"""FHIR's word for a type where it is another one."""
_OWN: Final = frozenset({"scale", "state", "ref"})
"""Types of which FHIR's word does not tell enough."""
_BACK: Final = {
    "string": "text",
    "text": "longtext",
    "integer": "number",
    "dateTime": "datetime",
    "display": "note",
    "open-choice": "open_choice",
}
SEVERAL: Final = frozenset({"multichoice", "open_choice"})
"""Types of which a condition asks what they include."""
NATIVE: Final = frozenset(
    {
        "id", "address", "type", "label", "prefix", "mandatory", "when", "options", "read_only", "max_length", "initial",
        "minimum", "maximum", "hidden", "repeats", "multiple", "items", "kept",
    }
)  # fmt: skip
"""Fields that have, at least at times, a place of FHIR's own."""


class Links(NamedTuple):
    """How addresses and linkIds of one form go together; the FHIR items are there for their types only."""

    links: Mapping[str, tuple[str, Json]]
    addresses: Mapping[str, tuple[str, Json]]


def fhir_type(kind: str) -> str:
    """Return FHIR's word for one of our types."""
    return _TYPES.get(kind, kind)


def _link(given: Json) -> str:
    kept = given.get("kept")
    link = kept.get("linkId") if isinstance(kept, dict) else None
    return link if isinstance(link, str) else str(given["address"])


def bare_item(given: Json) -> Json:
    """Return the FHIR item that other conditions need to know of: its linkId and type."""
    kind = str(given["type"])
    kept = given.get("kept")
    named = kept.get("type") if isinstance(kept, dict) else None
    item: Json = {"linkId": _link(given), "type": named if isinstance(named, str) else fhir_type(kind)}
    if kind == "multichoice" or given.get("repeats") or given.get("multiple"):
        item["repeats"] = True
    return item


def encode_item(given: Json, definition: Definition, item: Item, links: Links) -> Json:
    """Return a dumped item (without what is inside it) as a FHIR item; :func:`decode_item` gives the same back.

    What cannot be said in FHIR's own words and our extensions for it travels whole, as JSON in one extension.
    """
    made = _natural(given, definition, item, links)
    try:
        same = decode_item(made, str(given["address"]).rpartition(".")[0], links) == given
    except (ValueError, KeyError, TypeError):
        same = False
    if not same:
        made = bare_item(given)
        label = given.get("label")
        if isinstance(label, dict):
            translated(made, "text", label)
        kept = {key: value for key, value in given.get("kept", {}).items() if key not in {"linkId", "role"}}
        made.update({key: value for key, value in kept.items() if value is not None and key != "extension"})
        attach(made, extension("whole", given), *kept.get("extension", ()))
    return made


def _natural(given: Json, definition: Definition, item: Item, links: Links) -> Json:
    rest = dict(given)
    made = bare_item(rest)
    kind = str(rest.pop("type"))
    if kind in _OWN or made["type"] != fhir_type(kind):
        attach(made, extension("type", kind))
    address, name = str(rest.pop("address")), str(rest.pop("id"))
    if made["linkId"] != address:
        attach(made, extension("id", name))
    kept = rest.pop("kept", {})
    kept = dict(kept) if isinstance(kept, dict) else {}
    kept.pop("linkId", None)
    if "role" in kept:
        attach(made, extension("role", kept.pop("role")))
    label = rest["label"]
    if not kept.keys() & {"text", "_text"} and isinstance(label, dict) and translated(made, "text", label):
        del rest["label"]
    _marks(made, rest)
    when = rest.get("when")
    said = (
        project(when, links.links, lambda at, code: _coding(definition, at, code)) if isinstance(when, dict) else None
    )
    if said is not None and not kept.keys() & {"enableWhen", "enableBehavior"}:
        made.update(said)
        del rest["when"]
    if "answerValueSet" not in kept:
        _options(made, rest, kind)
    _initial(made, rest, definition, item)
    rest.pop("repeats" if kind == "group" else "multiple", None) if made.get("repeats") else None
    others = kept.pop("extension", [])
    names = [key for key in kept if key not in made or key == "type"]
    made.update({key: kept[key] for key in names if kept[key] is not None})
    if names:
        attach(made, extension("kept", list(names)))
    attach(made, *(extension(key, rest[key]) for key in rest))
    attach(made, *(each for each in (others if isinstance(others, list) else []) if isinstance(each, dict)))
    return made


def _marks(made: Json, rest: Json) -> None:
    prefix, longest = rest.get("prefix"), rest.get("max_length")
    if isinstance(prefix, str) and STRING.fullmatch(prefix):
        made["prefix"] = rest.pop("prefix")
    if rest.get("mandatory") is True:
        made["required"] = rest.pop("mandatory")
    if rest.get("read_only") is True:
        made["readOnly"] = rest.pop("read_only")
    if isinstance(longest, int) and 0 < longest <= MOST_INTEGER:
        made["maxLength"] = rest.pop("max_length")
    if rest.get("hidden") is True:
        attach(made, {"url": HIDDEN, "valueBoolean": rest.pop("hidden")})
    for key, url in (("minimum", LEAST), ("maximum", GREATEST)):
        said = _bound(str(made["type"]), rest.get(key))
        if said is not None:
            attach(made, {"url": url, **said})
            del rest[key]


def _bound(kind: str, bound: JsonValue) -> Json | None:
    match kind:
        case "date" if isinstance(bound, str) and DATE.fullmatch(bound):
            return {"valueDate": bound}
        case "dateTime" if isinstance(bound, str) and MOMENT.fullmatch(bound):
            return {"valueDateTime": bound}
        case "time" if isinstance(bound, str) and TIME.fullmatch(bound):
            return {"valueTime": bound}
        case "integer" if isinstance(bound, int) and abs(bound) <= MOST_INTEGER:
            return {"valueInteger": bound}
        case "decimal" | "quantity" if isinstance(bound, int | float):
            return {"valueDecimal": bound}
        case _:
            return None


def _coding(definition: Definition, address: str, code: JsonValue) -> Json | None:
    item = definition.find(address)
    return None if item is None else coding_of(definition, item, code)


def _options(made: Json, rest: Json, kind: str) -> None:
    options = rest.get("options")
    if kind not in {"choice", "multichoice", "open_choice", "scale", "state"}:
        return
    if isinstance(options, str):
        made["answerValueSet"] = f"#{set_id(options)}"
        del rest["options"]
    elif isinstance(options, list) and options:
        made["answerOption"] = [encode_option(code) for code in options if isinstance(code, dict)]
        del rest["options"]
    elif kind == "state":
        made["answerOption"] = states()


def _initial(made: Json, rest: Json, definition: Definition, item: Item) -> None:
    """Put the initial value where FHIR has it: on the options where they are listed, else in ``initial``."""
    value = rest.get("initial")
    if value is None or made["type"] in {"group", "display"}:
        return
    options = made.get("answerOption")
    if isinstance(options, list):
        wanted = value if isinstance(value, list) else [value]
        codes = [code.code for code in definition.codes(item)] if item.type.value != "state" else []
        if item.type.value in {"choice", "multichoice"} and all(code in codes for code in wanted):
            for code in wanted:
                option = options[codes.index(str(code))]
                if isinstance(option, dict):
                    option["initialSelected"] = True
            del rest["initial"]
        return
    found = _initial_values(definition, item, value)
    if found:
        made["initial"] = list(found)
        del rest["initial"]


def _initial_values(definition: Definition, item: Item, value: JsonValue) -> list[Json]:
    kind, listed = item.type.value, value if isinstance(value, list) else [value]
    if kind in {"choice", "multichoice"}:
        codings = [coding_of(definition, item, code) for code in listed]
        return [{"valueCoding": each} for each in codings if each is not None] if None not in codings else []
    single = _single(kind, value)
    return [] if single is None else [single]


def _single(kind: str, value: JsonValue) -> Json | None:  # noqa: PLR0911 - one return a type
    match kind, value:
        case "text" | "longtext" | "url", str() if STRING.fullmatch(value):
            return {"valueUri" if kind == "url" else "valueString": value}
        case "boolean", "yes" | "no":
            return {"valueBoolean": value == "yes"}
        case "number", int() if abs(value) <= MOST_INTEGER:
            return {"valueInteger": value}
        case "decimal", int() | float():
            return {"valueDecimal": value}
        case "time", str() if TIME.fullmatch(value):
            return {"valueTime": value}
        case "datetime", str() if MOMENT.fullmatch(value):
            return {"valueDateTime": value}
        case "date", {"date": str(day), **more} if not more and DATE.fullmatch(day):
            return {"valueDate": day}
        case _:
            return None


# --- back ------------------------------------------------------------------------------------------


def decode_item(made: Json, above: str, links: Links) -> Json:
    """Return the dumped item that a FHIR item of ours holds, without what is inside it.

    ``above`` is the address around it. Raises ``ValueError``, ``KeyError`` or ``TypeError`` on what is not ours.
    """
    own, given, others = _sorted(made)
    whole = own.get("whole")
    if isinstance(whole, dict):
        return whole
    kept: Json = {name: made.get(name) for name in own.pop("kept", [])}
    if others:
        kept["extension"] = others
    link = str(made["linkId"])
    if "role" in own:
        kept["role"] = own.pop("role")
    if "id" in own:
        given["id"], kept["linkId"] = own.pop("id"), link
    else:
        given["id"] = link.rpartition(".")[2]
    given["address"] = f"{above}.{given['id']}"
    given["type"] = own.pop("type", None) or own_type(made)
    _read_marks(made, given, kept)
    if "enableWhen" not in kept:
        when = lift(made, links.addresses)
        given.update({"when": when} if when is not None else {})
    _read_options(made, given, kept)
    given.update(own)
    if kept:
        given["kept"] = kept
    return given


def _sorted(made: Json) -> tuple[Json, Json, list[Json]]:
    """Return what our own extensions say, what the standard ones that we use say, and everybody else's."""
    own: Json = {}
    given: Json = {}
    others: list[Json] = []
    for field, each in extensions_of(made):
        if field is not None:
            own[field] = read_extension(each)
        elif each.get("url") == HIDDEN and "hidden" not in given:
            given["hidden"] = each.get("valueBoolean")
        elif each.get("url") in {LEAST, GREATEST}:
            key = "minimum" if each["url"] == LEAST else "maximum"
            given[key] = next((each[name] for name in each if name.startswith("value")), None)
        else:
            others.append(each)
    return own, given, others


def _read_marks(made: Json, given: Json, kept: Json) -> None:
    if "text" in made and "text" not in kept:
        given["label"] = translation_of(made, "text")
    for name, field in (("prefix", "prefix"), ("readOnly", "read_only"), ("maxLength", "max_length")):
        if name in made and name not in kept:
            given[field] = made[name]
    if made.get("required") is True and "required" not in kept:
        given["mandatory"] = True
    if made.get("repeats") is True and "repeats" not in kept and given["type"] != "multichoice":
        given["repeats" if given["type"] == "group" else "multiple"] = True


def own_type(made: Json) -> str:
    """Return our type for a FHIR item that does not say it itself."""
    kind = str(made["type"])
    if kind == "choice" and made.get("repeats") is True:
        return "multichoice"
    return _BACK.get(kind, kind)


def _read_options(made: Json, given: Json, kept: Json) -> None:
    options, named, initial = made.get("answerOption"), made.get("answerValueSet"), made.get("initial")
    if isinstance(named, str) and "answerValueSet" not in kept:
        given["options"] = list_id(named.removeprefix("#"))
    if isinstance(options, list) and "answerOption" not in kept and given["type"] != "state":
        codes = [decode_option(each) for each in options if isinstance(each, dict)]
        given["options"] = list(codes)
        chosen: list[JsonValue] = [
            code["code"]
            for code, each in zip(codes, options, strict=True)
            if isinstance(each, dict) and each.get("initialSelected") is True
        ]
        if chosen:
            given["initial"] = sorted(map(str, chosen)) if given["type"] == "multichoice" else chosen[0]
    if isinstance(initial, list) and "initial" not in kept:
        values = [_plain(each) for each in initial if isinstance(each, dict)]
        given["initial"] = values if given["type"] == "multichoice" else values[0]


def _plain(initial: Json) -> JsonValue:
    name = next((key for key in initial if key.startswith("value")), "")
    value = initial[name]
    match name:
        case "valueCoding":
            return value["code"] if isinstance(value, dict) else None
        case "valueBoolean":
            return "yes" if value is True else "no"
        case "valueDate":
            return {"date": value}
        case _:
            plain: JsonValue = value
            return plain
