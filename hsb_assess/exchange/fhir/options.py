"""Options as ``answerOption`` and as contained value sets, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.answer import AnswerState
from hsb_assess.exchange.fhir.extensions import (
    attach,
    extension,
    extensions_of,
    read_extension,
    translated,
    translation_of,
)
from hsb_assess.exchange.fhir.names import EXCLUSIVE, ORDINAL, STRING, system

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.exchange.fhir.names import Json
    from hsb_assess.instrument.schema import Definition, Item

__all__ = ["coding_of", "decode_list", "decode_option", "encode_list", "encode_option", "list_id", "set_id", "states"]

_STATES = {
    AnswerState.YES: "Yes",
    AnswerState.SUSPECTED: "Suspected",
    AnswerState.CONFLICTING: "Accounts conflict",
    AnswerState.NONE_FOUND: "No sign found",
}


def set_id(name: str) -> str:
    """Return the id of a code list's value set; FHIR ids know no underscore, and code lists no full stop."""
    return name.replace("_", ".")


def list_id(contained: str) -> str:
    """Return the name of the code list that a contained value set holds."""
    return contained.replace(".", "_")


def coding_of(definition: Definition, item: Item, code: JsonValue) -> Json | None:
    """Return the coding of one option of a question: the one that a form from elsewhere gave it, else our own."""
    if item.type.value == "state" and code in set(AnswerState):
        return {"system": system("answer_state"), "code": str(code), "display": _STATES[AnswerState(str(code))]}
    found = definition.code(item, code)
    if found is None:
        return None
    option = found.kept.get("option")
    given = option.get("valueCoding") if isinstance(option, dict) else None
    if isinstance(given, dict):
        return {key: given[key] for key in ("system", "version", "code", "display") if key in given}
    name = item.options if isinstance(item.options, str) else "inline"
    return {"system": system(name), "code": found.code, "display": found.en}


def states() -> list[JsonValue]:
    """Return the four answers of an answer-state question."""
    return [
        {"valueCoding": {"system": system("answer_state"), "code": state.value, "display": words}}
        for state, words in _STATES.items()
    ]


def _coding(code: Json, list_name: str) -> Json | None:
    """Return a coding with ordinal and translation; ``None`` where FHIR cannot hold its words."""
    coding: Json = {"system": system(list_name), "code": code["code"]}
    if not translated(coding, "display", {key: code[key] for key in ("en", "cy") if key in code}):
        return None
    if "ordinal" in code:
        attach(coding, {"url": ORDINAL, "valueDecimal": code["ordinal"]})
    return coding


def encode_option(code: Json) -> Json:
    """Return one option (the dumped :class:`Code`) as an ``answerOption``."""
    kept = code.get("kept") or {}
    given = kept.get("option")
    if isinstance(given, dict):
        option = dict(given)
        attach(option, extension("whole", {**code, "kept": {key: kept[key] for key in kept if key != "option"}}))
        return option
    coding = _coding(code, "inline")
    if coding is None:
        bare: Json = {"valueCoding": {"system": system("inline"), "code": code["code"]}}
        attach(bare, extension("whole", code))
        return bare
    option = {"valueCoding": coding}
    if code.get("alone") is True:
        attach(option, {"url": EXCLUSIVE, "valueBoolean": True})
    attach(option, *(extension(key, code[key]) for key in code if key not in {"code", "en", "cy", "ordinal"}))
    return option


def decode_option(option: Json) -> Json:
    """Return what :func:`encode_option` was given; raises ``ValueError`` or ``TypeError`` on what it cannot have made."""
    own = {field: read_extension(each) for field, each in extensions_of(option) if field is not None}
    whole = own.pop("whole", None)
    if isinstance(whole, dict):
        if "kept" not in whole:
            return whole
        others = [each for field, each in extensions_of(option) if field is None]
        given = {key: value for key, value in option.items() if key not in {"extension", "initialSelected"}}
        kept = whole["kept"] if isinstance(whole["kept"], dict) else {}
        return {**whole, "kept": {**kept, "option": {**given, **({"extension": others} if others else {})}}}
    coding = option.get("valueCoding")
    if not isinstance(coding, dict):
        raise TypeError("option")
    code: Json = {"code": coding.get("code"), **(translation_of(coding, "display") or {}), **own}
    for _, each in extensions_of(coding):
        if each.get("url") == ORDINAL:
            code["ordinal"] = each.get("valueDecimal")
    return code


def encode_list(given: Json) -> Json:
    """Return a code list (dumped) as a value set to be contained."""
    name = str(given["id"])
    made: Json = {"resourceType": "ValueSet", "id": set_id(name), "status": "active"}
    title, codes = given["title"], given.get("codes")
    fits = isinstance(title, dict) and translated(made, "title", title)
    concepts: list[JsonValue] = []
    for code in codes if isinstance(codes, list) else []:
        concept = _concept(code) if isinstance(code, dict) else None
        fits = fits and concept is not None
        concepts.append(concept)
    if not fits or not concepts:
        made = {key: made[key] for key in ("resourceType", "id", "status")}
        attach(made, extension("whole", given))
        return made
    made["compose"] = {"include": [{"system": system(name), "concept": concepts}]}
    attach(made, *(extension(key, given[key]) for key in given if key not in {"id", "title", "codes"}))
    return made


def _concept(code: Json) -> Json | None:
    words = (code.get("en"), code.get("cy", "-"))
    if not all(isinstance(word, str) and STRING.fullmatch(word) for word in words):
        return None
    concept: Json = {"code": code["code"], "display": code["en"]}
    if "cy" in code:
        concept["designation"] = [{"language": "cy", "value": code["cy"]}]
    if "ordinal" in code:
        attach(concept, {"url": ORDINAL, "valueDecimal": code["ordinal"]})
    attach(concept, *(extension(key, code[key]) for key in code if key not in {"code", "en", "cy", "ordinal"}))
    return concept


def decode_list(given: Json) -> Json:
    """Return what :func:`encode_list` was given; raises ``ValueError``, ``KeyError`` or ``TypeError`` otherwise."""
    own = {field: read_extension(each) for field, each in extensions_of(given) if field is not None}
    whole = own.pop("whole", None)
    if isinstance(whole, dict):
        return whole
    compose = given["compose"]
    if not isinstance(compose, dict):
        raise TypeError("compose")
    (include,) = compose["include"]
    codes = [_code(concept) for concept in include["concept"]]
    return {"id": list_id(str(given["id"])), "title": translation_of(given, "title"), "codes": codes, **own}


def _code(concept: Json) -> Json:
    code: Json = {"code": concept["code"], "en": concept["display"]}
    named = concept.get("designation")
    for each in named if isinstance(named, list) else []:
        if isinstance(each, dict) and each.get("language") == "cy":
            code["cy"] = each.get("value")
    for field, each in extensions_of(concept):
        if field is not None:
            code[field] = read_extension(each)
        elif each.get("url") == ORDINAL:
            code["ordinal"] = each.get("valueDecimal")
    return code
