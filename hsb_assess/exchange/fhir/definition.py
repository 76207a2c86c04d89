"""A whole definition as a Questionnaire and back: definition → FHIR → definition is the same definition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.fhir.extensions import (
    attach,
    extension,
    extensions_of,
    read_extension,
    translated,
    translation_of,
)
from hsb_assess.exchange.fhir.items import SEVERAL, Links, bare_item, decode_item, encode_item, own_type
from hsb_assess.exchange.fhir.names import BASE
from hsb_assess.exchange.fhir.options import decode_list, encode_list
from hsb_assess.instrument.compiled import hashed
from hsb_assess.instrument.meaning import problems
from hsb_assess.instrument.schema import Definition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import JsonValue

    from hsb_assess.exchange.fhir.names import Json

__all__ = ["ROLES", "definition_to_questionnaire", "is_ours", "questionnaire_to_definition"]

ROLES: Final = ("wrap", "inside")
"""What a group of ours may be that FHIR has no group for: a question that repeats, the questions under a question."""


def definition_to_questionnaire(definition: Definition) -> Json:
    """Return a definition as a FHIR R4 Questionnaire: plain JSON, complete with its lists."""
    given: Json = definition.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    links = _links(given)
    made: Json = {
        "resourceType": "Questionnaire",
        "url": f"{BASE}/Questionnaire/{definition.id}",
        "version": definition.version,
        "name": definition.id,
        "status": "active",
        "subjectType": ["Patient"],
    }
    marks: list[Json] = [extension("form", definition.id)]
    for name in ("title", "description"):
        text = given.get(name)
        if isinstance(text, dict) and not translated(made, name, text):
            marks.append(extension(name, text))
    lists = given.get("lists")
    kept = dict(definition.kept)
    contained = kept.get("contained")
    sets: list[JsonValue] = (
        [encode_list(each) for each in (lists or {}).values() if isinstance(each, dict)]
        if isinstance(lists, dict)
        else []
    )
    sets += contained if isinstance(contained, list) else []
    if sets:
        made["contained"] = sets
        named: list[JsonValue] = list(lists) if isinstance(lists, dict) else []
        marks += [extension("lists", named)] if named else []
    rest = {
        key: given[key]
        for key in given
        if key not in {"id", "version", "title", "description", "modules", "things", "lists", "kept"}
    }
    marks += [extension(key, rest[key]) for key in rest]
    others = kept.pop("extension", [])
    made.update({key: kept[key] for key in kept if key != "contained" and kept[key] is not None})
    if kept:
        marks.append(extension("kept", list(kept)))
    attach(made, *marks, *(each for each in (others if isinstance(others, list) else []) if isinstance(each, dict)))
    modules = given["modules"]
    made["item"] = [item for each in _items(modules) for item in _page(each, definition, links)]
    if isinstance(given.get("things"), dict):
        things = _module(given["things"], definition, links)
        attach(things, extension("things", value=True))
        made["item"] = [*made["item"], things]
    return made


def _items(given: JsonValue) -> list[Json]:
    return [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []


def _walk(given: Json) -> Iterator[Json]:
    for item in _items(given.get("items")):
        yield item
        yield from _walk(item)


def _links(given: Json) -> Links:
    """Return how addresses and linkIds go together, before anything is encoded."""
    modules = [*_items(given["modules"]), *_items([given.get("things")])]
    # Numbers that were made on import are beside the item that looks at them, not items of their own.
    pairs = [
        (str(item["address"]), {**bare_item(item), "several": item["type"] in SEVERAL})
        for module in modules
        for item in _walk(module)
        if _role(item) != "number"
    ]
    return Links(
        {address: (str(item["linkId"]), item) for address, item in pairs},
        {str(item["linkId"]): (address, item) for address, item in pairs},
    )


def _module(given: JsonValue, definition: Definition, links: Links) -> Json:
    assert isinstance(given, dict)
    # A page is a group without a row: what is said of a group is said of it, and what is left is ours.
    inner = {key: given[key] for key in given if key != "items"}
    stand_in: Json = {**inner, "label": inner.pop("title"), "type": "group", "address": f".{inner['id']}"}
    stand_in.pop("title", None)
    first = next(definition.items(str(given["id"])), None)
    if first is None:
        made = {**bare_item(stand_in), "text": str(given["id"])}
        attach(made, extension("whole", stand_in))
    else:
        made = encode_item(stand_in, definition, first, links)
        if made["linkId"] == stand_in["address"]:
            made["linkId"] = str(given["id"])
    made["item"] = _encode(_items(given.get("items")), definition, links)
    return made


def _page(given: Json, definition: Definition, links: Links) -> list[Json]:
    """Return a page as a group, or as its items alone where it had none around them when it came."""
    if _role(given) != "loose":
        return [_module(given, definition, links)]
    items = _encode(_items(given.get("items")), definition, links)
    alone = {key: given[key] for key in given if key != "items"}
    for at, item in enumerate(items):
        attach(item, extension("page", given["id"] if at else alone))
    return items


def _role(given: Json) -> JsonValue:
    kept = given.get("kept")
    return kept.get("role") if isinstance(kept, dict) else None


def _encode(items: list[Json], definition: Definition, links: Links) -> list[Json]:
    made: list[Json] = []
    numbers: list[Json] = []
    for given in items:
        inner = _items(given.get("items"))
        alone = {key: given[key] for key in given if key != "items"}
        role = _role(given)
        if role == "number" and given is not items[-1]:
            numbers.append(given)
            continue
        if role == "inside" and made and "item" not in made[-1]:
            attach(made[-1], extension("inside", alone))
            made[-1]["item"] = _encode(inner, definition, links)
            continue
        below = _encode(inner, definition, links) if inner else []
        if role == "wrap" and len(below) == 1 and "repeats" not in below[0]:
            item = below[0]
            item["repeats"] = True
            attach(item, extension("wrap", alone))
            if given.get("mandatory") is True:
                item["required"] = True
        else:
            item = encode_item(alone, definition, definition.item(str(given["address"])), links)
            item.update({"item": below} if below else {})
        if numbers:
            attach(item, extension("numbers", list(numbers)))
            numbers.clear()
        made.append(item)
    return made


# --- back ------------------------------------------------------------------------------------------


def is_ours(questionnaire: Json) -> bool:
    """Say whether a Questionnaire says that it was made by :func:`definition_to_questionnaire`."""
    return any(field == "form" for field, _ in extensions_of(questionnaire))


def questionnaire_to_definition(questionnaire: Json) -> Definition:
    """Return the definition that a Questionnaire of ours holds; raises ``not_our_form`` on anything else.

    What another laptop sends passes the same checks as our own source.
    """
    try:
        definition = Definition.model_validate(_decoded(questionnaire))
    except (ValueError, LookupError, TypeError, AttributeError, StopIteration, ValidationError, RecursionError):
        raise _refused("It says that it was made by HSB Assess, and cannot be read as that.") from None
    found = next(problems(definition), None)
    if found is not None:
        raise _refused(f"It does not hold together ({found.wrong.code} at {found.address[:80] or 'the form'}).")
    return hashed(definition)


def _refused(what: str) -> HsbAssessError:
    return HsbAssessError("not_our_form", what, "Export the form again where it comes from.")


def _decoded(made: Json) -> Json:
    own: Json = {}
    others: list[JsonValue] = []
    for field, each in extensions_of(made):
        if field is None:
            others.append(each)
        else:
            own[field] = read_extension(each)
    given: Json = {"id": own.pop("form"), "version": made["version"]}
    names = own.pop("kept", [])
    kept: Json = {str(name): made.get(str(name)) for name in (names if isinstance(names, list) else [])}
    listed = own.pop("lists", [])
    sets = _items(made.get("contained"))
    count = len(listed) if isinstance(listed, list) else 0
    lists = [decode_list(each) for each in sets[:count]]
    if lists:
        given["lists"] = {str(each["id"]): each for each in lists}
    if "contained" in kept:
        kept["contained"] = list(sets[count:])
    for name in ("title", "description"):
        text = translation_of(made, name)
        if text is not None and name not in kept:
            given[name] = text
    if others or "extension" in kept:
        kept["extension"] = others
    if kept:
        given["kept"] = kept
    given.update(own)
    _decode_modules(made, given)
    return given


def _decode_modules(made: Json, given: Json) -> None:
    groups = _items(made["item"])
    pages = [_own(group).get("page") for group in groups]
    names = [page["id"] if isinstance(page, dict) else page for page in pages]
    addresses = {
        link: (address, item)
        for group, name in zip(groups, names, strict=True)
        for link, address, item in _addresses(group, str(name or ""))
    }
    links = Links({}, addresses)
    modules: list[Json] = []
    for group, page in zip(groups, pages, strict=True):
        if page is not None:
            if isinstance(page, dict):
                modules.append({**page, "items": []})
            modules[-1]["items"] += _decode([group], str(modules[-1]["id"]), links)
            continue
        module = _decode_module(group, links)
        if module.pop("things", None) is True:
            given["things"] = module
        else:
            modules.append(module)
    given["modules"] = modules


def _own(item: Json) -> Json:
    return {field: read_extension(each) for field, each in extensions_of(item) if field is not None}


def _addresses(item: Json, above: str) -> Iterator[tuple[str, str, Json]]:
    """Yield linkId, address and item of an item of ours and of all inside it."""
    own = _own(item)
    link = str(item["linkId"])
    whole = own.get("whole")
    name = str(whole["id"] if isinstance(whole, dict) else own.get("id") or link.rpartition(".")[2])
    wrap = own.get("wrap")
    around = f"{above}.{wrap['id']}" if isinstance(wrap, dict) else above
    address = f"{around}.{name}" if around else name
    if above:
        alone = {"type": item.get("type"), "repeats": item.get("repeats") is True and not isinstance(wrap, dict)}
        kind = whole["type"] if isinstance(whole, dict) else own.get("type") or own_type(alone)
        yield link, address, {**alone, "several": kind in SEVERAL}
    inside = own.get("inside")
    below = f"{around}.{inside['id']}" if isinstance(inside, dict) else address
    for each in _items(item.get("item")):
        yield from _addresses(each, below)


def _decode_module(group: Json, links: Links) -> Json:
    stand_in = decode_item({key: group[key] for key in group if key != "item"}, "", links)
    module = {key: stand_in[key] for key in stand_in if key not in {"type", "address", "label"}}
    module["title"] = stand_in["label"]
    module["items"] = _decode(_items(group.get("item")), str(module["id"]), links)
    return module


_AROUND: Final = ("wrap", "inside", "page", "numbers")
"""Our extensions that say what stands around or beside an item."""


def _decode(items: list[Json], above: str, links: Links) -> list[Json]:
    given: list[Json] = []
    for made in items:
        own = _own(made)
        inside = own.get("inside")
        given += own.get("numbers", [])
        alone = {key: made[key] for key in made if key != "item"}
        drop = [extension(key, own[key]) for key in _AROUND if key in own]
        if drop:
            alone["extension"] = [each for each in alone["extension"] if each not in drop]
        if isinstance(own.get("wrap"), dict):
            given.append(_unwrapped(made, own, links))
            continue
        item = decode_item(alone, above, links)
        inner = _items(made.get("item"))
        if inner and not isinstance(inside, dict):
            item["items"] = _decode(inner, str(item["address"]), links)
        given.append(item)
        if isinstance(inside, dict):
            given.append({**inside, "items": _decode(inner, str(inside["address"]), links)})
    return given


def _unwrapped(made: Json, own: Json, links: Links) -> Json:
    wrap = own["wrap"]
    drop = [extension(key, own[key]) for key in ("wrap", "page", "numbers") if key in own]
    bare = {key: made[key] for key in made if key != "repeats"}
    bare["extension"] = [each for each in made["extension"] if each not in drop]
    if wrap.get("mandatory") is True:
        bare.pop("required", None)
    return {**wrap, "items": _decode([bare], str(wrap["address"]), links)}
