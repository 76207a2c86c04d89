"""Answers as a FHIR QuestionnaireResponse: values, typed absences, evidence, and what is hidden."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from hsb_assess.domain.answer import Absence, Answer, absent, answered
from hsb_assess.exchange.fhir.answers import answers_to_response
from hsb_assess.exchange.fhir.names import ABSENT, BASE
from hsb_assess.instrument.schema import Definition
from hsb_assess.record.unsealed import reading_from

TODAY = date(2026, 4, 20)
CODES = [{"code": "a", "en": "A"}, {"code": "b", "en": "B"}]
ITEMS: list[dict[str, Any]] = [
    {"id": "text", "type": "text"},
    {"id": "choice", "type": "choice", "options": CODES},
    {"id": "several", "type": "multichoice", "options": CODES},
    {"id": "open", "type": "open_choice", "options": CODES, "multiple": True},
    {"id": "state", "type": "state"},
    {"id": "whole", "type": "number"},
    {"id": "part", "type": "decimal"},
    {"id": "day", "type": "date"},
    {"id": "moment", "type": "datetime"},
    {"id": "clock", "type": "time"},
    {"id": "yes", "type": "boolean"},
    {"id": "weight", "type": "quantity", "options": [{"code": "kg", "en": "kg"}]},
    {"id": "page", "type": "url"},
    {"id": "who", "type": "ref", "of": ["person"]},
    {"id": "dormant", "type": "text", "when": {"question": "M01.yes", "is": "no"}},
    {"id": "file", "type": "attachment"},
    {"id": "rows", "type": "group", "repeats": True, "items": [{"id": "name", "type": "text"}]},
]


def form() -> Definition:
    """Return a form with a question of every type."""

    def placed(items: list[dict[str, Any]], above: str) -> list[dict[str, Any]]:
        return [
            {
                **item,
                "address": f"{above}.{item['id']}",
                "label": {"en": item["id"]},
                "items": placed(item.get("items", []), f"{above}.{item['id']}"),
            }
            for item in items
        ]

    pages = [{"id": "M01", "title": {"en": "Page"}, "items": placed(ITEMS, "M01")}]
    return Definition.model_validate({"id": "all", "version": "1", "title": {"en": "All"}, "modules": pages})


def exported(answers: dict[str, Answer]) -> dict[str, list[dict[str, Any]]]:
    """Return what each question of the page says, by linkId, having let FHIR's own model judge it."""
    people = {"person": {"p1": {"label": answered("Mum")}}, "evidence": {"e1": {"what": answered("A letter")}}}
    reading = reading_from(form(), answers, people, today=TODAY)
    made = answers_to_response(reading, authored="2026-04-20T10:00:00+01:00")
    QuestionnaireResponse.model_validate(made)
    found: dict[str, list[dict[str, Any]]] = {}
    for item in made["item"][0]["item"]:
        found.setdefault(item["linkId"], []).extend(item.get("answer") or [item])
    return found


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("text", "words", [{"valueString": "words"}]),
        ("several", ["a", "b"], ["a", "b"]),
        ("open", {"codes": ["b"], "other": "own words"}, ["b", {"valueString": "own words"}]),
        ("whole", 7, [{"valueInteger": 7}]),
        ("part", 7.5, [{"valueDecimal": 7.5}]),
        ("day", {"date": "2014-05"}, [{"valueDate": "2014-05"}]),
        ("moment", "2026-04-14T09:00+01:00", [{"valueDateTime": "2026-04-14T09:00:00+01:00"}]),
        ("moment", "2026-04-14", [{"valueDateTime": "2026-04-14"}]),
        ("clock", "14:30", [{"valueTime": "14:30:00"}]),
        ("yes", "no", [{"valueBoolean": False}]),
        ("weight", {"value": 3.5, "unit": "kg"}, [{"valueQuantity": {"value": 3.5, "unit": "kg"}}]),
        ("page", "https://example.org", [{"valueUri": "https://example.org"}]),
        ("choice", "a", ["a"]),
        ("state", {"state": "none_found"}, ["none_found"]),
    ],
)
def test_each_type_of_answer_has_its_value(name: str, value: Any, expected: list[Any]) -> None:  # noqa: ANN401 - any JSON
    """Every type says its value in FHIR's own element."""
    found = exported({f"M01.{name}": answered(value)})[f"M01.{name}"]
    assert [each["valueCoding"]["code"] if "valueCoding" in each else each for each in found] == expected


def test_a_person_is_named_and_referred_to() -> None:
    """A reference carries the id of the thing and what it is called."""
    (found,) = exported({"M01.who": answered("p1")})["M01.who"]
    assert found["valueReference"]["identifier"]["value"] == "p1"
    assert found["valueReference"]["display"] == "Mum"


@pytest.mark.parametrize(
    ("absence", "code"),
    [
        (Absence.NOT_ASKED, "not-asked"),
        (Absence.UNKNOWN, "asked-unknown"),
        (Absence.DECLINED, "asked-declined"),
        (Absence.NOT_SAFE, "temp-unknown"),
        (Absence.LED_BY_OTHER, "not-performed"),
        (Absence.NOT_APPLICABLE, "not-applicable"),
    ],
)
def test_an_absence_says_why_in_both_words(absence: Absence, code: str) -> None:
    """FHIR's nearest reason, and our own beside it; there is no value."""
    (found,) = exported({"M01.text": absent(absence)})["M01.text"]
    assert not [key for key in found if key.startswith("value")]
    reason, own = found["extension"]
    assert (reason["url"], reason["valueCode"]) == (ABSENT, code)
    assert own["extension"][0]["valueCode"] == absence.value


def test_particulars_and_evidence_travel() -> None:
    """Who declined, and which item an answer rests on."""
    found = exported(
        {"M01.text": absent(Absence.DECLINED, by="child", note="Not today"), "M01.whole": answered(3, "e1")}
    )
    parts = {part["url"]: part.get("valueString") for part in found["M01.text"][0]["extension"][1]["extension"]}
    assert (parts["by"], parts["note"]) == ("child", "Not today")
    (evidence,) = found["M01.whole"][0]["extension"]
    assert evidence["url"] == f"{BASE}/StructureDefinition/evidence"
    assert evidence["extension"][0]["valueReference"]["display"] == "A letter"


def test_what_nobody_asked_says_so_and_what_is_dormant_is_not_there() -> None:
    """Not asked is never no; an answer that is hidden now does not leave."""
    found = exported({"M01.dormant": answered("old")})
    assert found["M01.yes"][0]["extension"][0]["valueCode"] == "not-asked"
    assert "M01.dormant" not in found
    assert "M01.file" not in found


def test_rows_come_one_by_one_with_their_ids() -> None:
    """Each row of a repeating group is an item of its own."""
    found = exported({"M01.rows[r1].name": answered("one"), "M01.rows[r2].name": answered("two")})["M01.rows"]
    assert [row["extension"][0]["valueString"] for row in found] == ["r1", "r2"]
    assert [row["item"][0]["answer"][0]["valueString"] for row in found] == ["one", "two"]
