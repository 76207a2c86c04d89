"""Answers as a FHIR R4 QuestionnaireResponse: values, typed absences as data-absent-reason, and what they rest on."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.answer import Absence, Answer
from hsb_assess.exchange.fhir.conditions import DATE, MOMENT, TIME
from hsb_assess.exchange.fhir.extensions import attach, extension
from hsb_assess.exchange.fhir.names import ABSENT, BASE, MOST_INTEGER, STRING, system
from hsb_assess.exchange.fhir.options import coding_of
from hsb_assess.instrument.schema import ItemType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import JsonValue

    from hsb_assess.exchange.fhir.names import Json
    from hsb_assess.instrument.schema import Item, Module
    from hsb_assess.record.reading import Reading

__all__ = ["REASONS", "answers_to_response"]

REASONS: Final = {
    Absence.NOT_ASKED: "not-asked",
    Absence.UNKNOWN: "asked-unknown",
    Absence.DECLINED: "asked-declined",
    Absence.NOT_SAFE: "temp-unknown",
    Absence.LED_BY_OTHER: "not-performed",
    Absence.NOT_APPLICABLE: "not-applicable",
}
"""FHIR's nearest word for each of the six absences; our own word travels beside it."""


def answers_to_response(reading: Reading, *, authored: str, status: str = "completed") -> Json:
    """Return an assessment as a QuestionnaireResponse: plain JSON.

    Every question that is shown is there: what nobody asked says so, so that a reader cannot take it for a *no*.
    Dormant answers are not there. ``authored`` is ISO 8601 with offset; ``status`` a code of FHIR's.
    """
    definition = reading.definition
    made: Json = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{definition.kept.get('url') or f'{BASE}/Questionnaire/{definition.id}'}|{definition.version}",
        "status": status,
        "authored": authored,
    }
    writer = _Writer(reading)
    made["item"] = [item for module in definition.all_modules() for item in writer.module(module)]
    attach(made, extension("definition_hash", definition.hash))
    return made


class _Writer:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def module(self, module: Module) -> list[Json]:
        """Return a page as a group, or its items alone where it had none around them when it came."""
        items = self.items(module.items, module.id) if self.reading.engine.visible(module.id) else []
        if not items or module.kept.get("role") == "loose":
            return items
        return [{"linkId": module.kept.get("linkId", module.id), "text": module.title.en, "item": items}]

    def items(self, items: tuple[Item, ...], above: str) -> list[Json]:
        made: list[Json] = []
        for item in items:
            path = f"{above}.{item.id}"
            if not self.reading.engine.visible(path) or item.kept.get("role") == "number":
                continue
            if item.type is ItemType.GROUP:
                self.group(item, path, made)
            elif item.is_question:
                made.append({**_head(item), "answer": self.answers(item, path)})
        return made

    def group(self, item: Item, path: str, made: list[Json]) -> None:
        """Add a group, each of its rows as one; a question that repeats, and questions under a question, in their place."""
        role = item.kept.get("role")
        if item.repeats and role == "wrap":
            rows = [self.items(item.items, f"{path}[{row}]") for row in self.reading.rows_of.get(path, ())]
            answers = [answer for row in rows for answer in row[0]["answer"]]
            if answers:
                made.append({**_head(item.items[0]), "answer": answers})
        elif item.repeats:
            for row in self.reading.rows_of.get(path, ()):
                one = {**_head(item), "item": self.items(item.items, f"{path}[{row}]")}
                attach(one, extension("row", row))
                if one["item"]:
                    made.append(one)
        else:
            items = self.items(item.items, path)
            if role == "inside" and made and made[-1].get("answer"):
                made[-1]["answer"][0]["item"] = items
            elif items:
                made.append({**_head(item), "item": items})

    def answers(self, item: Item, path: str) -> list[Json]:
        answer = self.reading.answer(path)
        if answer.absence is not None:
            made: Json = {}
            attach(made, {"url": ABSENT, "valueCode": REASONS[answer.absence]})
            attach(made, _absence(answer))
            answers = [made]
        else:
            answers = list(self.values(item, answer.value))
        attach(answers[0], *(self.evidence(each) for each in answer.evidence))
        return answers

    def evidence(self, cited: str) -> Json:
        thing = self.reading.thing(cited)
        words = (thing.text("label") or thing.text("what")) if thing is not None else ""
        made = extension("evidence", "")
        made["extension"] = [{"url": "item", "valueReference": _reference(cited, words)}]
        return made

    def values(self, item: Item, value: JsonValue) -> Iterator[Json]:
        several = value if isinstance(value, list) else [value]
        match item.type:
            case ItemType.MULTICHOICE | ItemType.REF:
                for each in several:
                    yield self.value(item, each)
            case ItemType.OPEN_CHOICE if isinstance(value, dict):
                codes = value.get("codes")
                for code in codes if isinstance(codes, list) else []:
                    yield self.value(item, code)
                if value.get("other"):
                    yield {"valueString": value["other"]}
            case _:
                yield self.value(item, value)

    def value(self, item: Item, value: JsonValue) -> Json:
        """Return one answer element; a value that FHIR cannot hold as it is travels in our extension."""
        made = _value(item, value) or self.coded(item, value)
        if made is None:
            made = {}
            attach(made, {"url": ABSENT, "valueCode": "unsupported"})
            attach(made, extension("value", value))
        return made

    def coded(self, item: Item, value: JsonValue) -> Json | None:
        definition = self.reading.definition
        if item.type is ItemType.REF and isinstance(value, str):
            return {"valueReference": _reference(value, self.reading.label(value))}
        if item.type is ItemType.STATE and isinstance(value, dict):
            made: Json = {"valueCoding": coding_of(definition, item, value.get("state"))}
            looked = {key: value[key] for key in ("who", "how", "when") if value.get(key)}
            if looked:
                attach(made, extension("looked", looked))
            return made
        if item.type is ItemType.SCALE and value == "cannot_rate":
            return {"valueCoding": {"system": system("scale"), "code": "cannot_rate", "display": "Cannot be rated"}}
        code = definition.code(item, value)
        option = code.kept.get("option") if code is not None else None
        if isinstance(option, dict) and "valueCoding" not in option:
            return {key: option[key] for key in option if key.startswith("value")}
        coding = coding_of(definition, item, value)
        return None if coding is None else {"valueCoding": coding}


def _head(item: Item) -> Json:
    link = item.kept.get("linkId", item.address)
    return {"linkId": link, "text": item.label.en} if STRING.fullmatch(item.label.en) else {"linkId": link}


def _reference(thing: str, words: str) -> Json:
    made: Json = {"identifier": {"system": system("thing"), "value": thing}}
    if words.strip():
        made["display"] = words
    return made


def _absence(answer: Answer) -> Json:
    assert answer.absence is not None
    made = extension("absence", "")
    parts: list[Json] = [{"url": "code", "valueCode": answer.absence.value}]
    parts += [
        {"url": key.replace("_", "-"), "valueString": value} for key, value in answer.detail.items() if value.strip()
    ]
    made["extension"] = parts
    return made


def _value(item: Item, value: JsonValue) -> Json | None:  # noqa: PLR0911 - one return a type
    match item.type, value:
        case ((ItemType.TEXT | ItemType.LONGTEXT), str()) if STRING.fullmatch(value):
            return {"valueString": value}
        case ItemType.URL, str():
            return {"valueUri": value}
        case ItemType.BOOLEAN, "yes" | "no":
            return {"valueBoolean": value == "yes"}
        case ((ItemType.NUMBER | ItemType.DECIMAL), (int() | float())):
            whole = item.type is ItemType.NUMBER and abs(value) <= MOST_INTEGER
            return {"valueInteger" if whole else "valueDecimal": value}
        case ItemType.TIME, str():
            full = value if TIME.fullmatch(value) else f"{value}:00"
            return {"valueTime": full} if TIME.fullmatch(full) else None
        case ItemType.QUANTITY, {"value": number, **more}:
            return {"valueQuantity": {"value": number, **more}}
        case ItemType.DATETIME, str():
            return _moment(value)
        case ItemType.DATE, dict():
            return _date(value)
        case _:
            return None


def _moment(value: str) -> Json | None:
    """Return a day, or a moment with its seconds, which FHIR asks for."""
    if len(value) > len("2026-04-14"):
        try:
            value = datetime.fromisoformat(value).isoformat(timespec="seconds")
        except ValueError:
            return None
    return {"valueDateTime": value} if MOMENT.fullmatch(value) else None


def _date(value: Json) -> Json | None:
    day = value.get("date")
    if not isinstance(day, str) or DATE.fullmatch(day) is None:
        return None
    made: Json = {"valueDate": day}
    if value.get("about") is True:
        attach(made, extension("about", value=True))
    if isinstance(value.get("end"), str):
        attach(made, extension("end", value["end"]))
    return made
