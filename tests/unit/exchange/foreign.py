"""Questionnaires of other people, as tests need them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hsb_assess.exchange.fhir.reading import import_questionnaire

if TYPE_CHECKING:
    from hsb_assess.exchange.incoming.report import Imported

HL7 = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
LOINC = "http://loinc.org"

Json = dict[str, Any]


def coding(code: str, display: str, points: float | None = None, system: str = LOINC) -> Json:
    """Return a coding, with an ordinal where ``points`` are given."""
    made: Json = {"system": system, "code": code, "display": display}
    if points is not None:
        made["extension"] = [{"url": f"{HL7}ordinalValue", "valueDecimal": points}]
    return made


def expression(url: str, text: str) -> Json:
    """Return an extension with a FHIRPath expression."""
    return {"url": url, "valueExpression": {"language": "text/fhirpath", "expression": text}}


def calculated(text: str) -> Json:
    """Return the extension of a calculated item."""
    return expression(f"{SDC}sdc-questionnaire-calculatedExpression", text)


def enabled(text: str) -> Json:
    """Return the extension of an item's condition."""
    return expression(f"{SDC}sdc-questionnaire-enableWhenExpression", text)


def questionnaire(*items: Json, **more: object) -> Json:
    """Return a Questionnaire of these items."""
    return {"resourceType": "Questionnaire", "status": "active", "title": "Of others", "item": list(items), **more}


def item(link: str, kind: str, **more: object) -> Json:
    """Return one item."""
    return {"linkId": link, "type": kind, "text": f"Question {link}", **more}


def taken(*items: Json, **more: object) -> Imported:
    """Import a Questionnaire of these items."""
    return import_questionnaire(json.dumps(questionnaire(*items, **more)).encode())


def told(found: Imported) -> list[tuple[str, str]]:
    """Return item and feature of what was not carried."""
    return [(each.item, each.feature) for each in found.not_carried]


OFTEN = [{"valueCoding": coding("LA6568-5", "Not at all", 0)}, {"valueCoding": coding("LA6570-1", "Often", 2)}]
"""Two options with points."""

EVERYTHING = questionnaire(
    item("/1", "choice", answerOption=OFTEN, prefix="1.", required=True),
    item("/2", "choice", answerValueSet="#scale", code=[coding("44255-8", "Feeling down")]),
    item("total", "integer", readOnly=True, extension=[calculated("%one + %resource.item.where(linkId='/2').answer.value.ordinal()")]),
    item("why", "string", repeats=True, maxLength=200, enableWhen=[
        {"question": "/1", "operator": "=", "answerCoding": coding("LA6570-1", "Often")},
        {"question": "total", "operator": ">=", "answerInteger": 3}], enableBehavior="any",
        item=[item("why.more", "boolean", initial=[{"valueBoolean": True}])]),
    item("block", "group", item=[
        item("note", "display"), item("half", "decimal", extension=[{"url": f"{HL7}minValue", "valueDecimal": 0.5}]),
        item("day", "date", extension=[{"url": "https://example.org/colour", "valueCode": "blue"}]),
        item("moment", "dateTime"), item("clock", "time"), item("words", "text"), item("page", "url"),
        item("file", "attachment", required=True), item("patient", "reference"),
        item("weight", "quantity", extension=[{"url": f"{HL7}questionnaire-unit", "valueCoding": coding("kg", "kg")}]),
        item("other", "open-choice", repeats=True, answerOption=[{"valueString": "this"}, {"valueString": "that"}]),
        item("rows", "group", repeats=True, required=True, item=[item("name", "string"), item("gone", "string", enableWhen=[
            {"question": "name", "operator": "exists", "answerBoolean": True}])]),
        item("secret", "integer", extension=[{"url": f"{HL7}questionnaire-hidden", "valueBoolean": True}]),
        item("hint", "string", extension=[enabled("%one > 1 and %resource.item.where(linkId='/2').answer.exists()")]),
    ]),
    url="https://example.org/Questionnaire/everything", version="2.1", publisher="Somebody",
    contained=[{"resourceType": "ValueSet", "id": "scale", "status": "active", "compose": {"include": [{
        "system": LOINC, "concept": [{"code": "a", "display": "A", "extension": [{"url": f"{HL7}ordinalValue", "valueDecimal": 1}]},
                                     {"code": "b", "display": "B"}]}]}}],
    extension=[{"url": f"{HL7}variable", "valueExpression": {
        "name": "one", "language": "text/fhirpath", "expression": "%resource.item.where(linkId='/1').answer.value.ordinal()"}}],
)  # fmt: skip
"""One of everything that can be carried."""
