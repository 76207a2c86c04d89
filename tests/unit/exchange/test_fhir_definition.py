"""Definitions as FHIR Questionnaires: nothing is lost on the way there and back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.structuredefinition import StructureDefinition
from hypothesis import given

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.fhir.definition import definition_to_questionnaire, questionnaire_to_definition
from hsb_assess.exchange.fhir.names import BASE
from hsb_assess.exchange.fhir.published import published
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.instrument.compiled import hashed
from hsb_assess.instrument.schema import Code, CodeList, Definition, Item, Module
from tests.unit.exchange.forms_made import definitions

if TYPE_CHECKING:
    from pydantic import BaseModel

DOCS = Path(__file__).parents[3] / "docs" / "fhir"
SHIPPED = Catalogue.shipped()
FORMS = sorted({name for name, _ in SHIPPED._files})


def there_and_back(definition: Definition) -> tuple[dict[str, Any], Definition]:
    """Return the Questionnaire and what is read of it, having travelled as text."""
    made = json.loads(json.dumps(definition_to_questionnaire(definition)))
    return made, questionnaire_to_definition(made)


@pytest.mark.parametrize("name", FORMS)
def test_every_shipped_form_comes_back_as_it_went(name: str) -> None:
    """Definition, FHIR, definition: the same content and the same hash, in every version."""
    for version in SHIPPED.versions(name):
        definition = SHIPPED.get(name, version)
        made, back = there_and_back(definition)
        assert back == definition
        assert back.hash == definition.hash
        Questionnaire.model_validate(made)


@given(definitions())
def test_every_definition_comes_back_as_it_went(definition: Definition) -> None:
    """Whatever the form language can say survives FHIR, and FHIR's own model takes it."""
    made, back = there_and_back(definition)
    assert back == definition
    Questionnaire.model_validate(made)


def test_link_ids_are_addresses_and_stand_once() -> None:
    """Each question's linkId is its address; FHIR asks that none stands twice."""
    definition = SHIPPED.latest("holistic")
    links = re.findall(r'"linkId": "([^"]+)"', json.dumps(definition_to_questionnaire(definition)))
    assert len(links) == len(set(links))
    assert set(links) >= set(definition.addresses())


def small(**marks: object) -> Definition:
    """Return a form of one choice and one text that has ``marks``."""
    return Definition.model_validate(
        {
            "id": "small", "version": "1", "title": {"en": "Small", "cy": "Bach"},
            "modules": [{"id": "M01", "title": {"en": "Page"}, "items": [
                {"id": "kind", "address": "M01.kind", "type": "choice", "label": {"en": "Kind", "cy": "Math"},
                 "options": [{"code": "a", "en": "A", "ordinal": 3}, {"code": "b", "en": "B"}]},
                {"id": "more", "address": "M01.more", "type": "text", "label": {"en": "More"}, **marks},
            ]}],
        }
    )  # fmt: skip


def item_of(definition: Definition, number: int = 1) -> dict[str, Any]:
    """Return one FHIR item of the small form."""
    found: dict[str, Any] = definition_to_questionnaire(definition)["item"][0]["item"][number]
    return found


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"question": "M01.kind", "is": "a"}, [("=", "a")]),
        ({"not": {"question": "M01.kind", "is": "a"}}, [("!=", "a")]),
        ({"all": [{"question": "M01.kind", "is": "a"}, {"question": "M01.kind", "answered": True}]}, [("=", "a"), ("exists", None)]),
    ],
)  # fmt: skip
def test_a_condition_that_fhir_can_say_is_an_enable_when(when: dict[str, Any], expected: list[Any]) -> None:
    """What ``enableWhen`` has words for is said in them, with options as codings."""
    item = item_of(small(when=when))
    said = [(each["operator"], each.get("answerCoding", {}).get("code")) for each in item["enableWhen"]]
    assert said == expected
    assert ("enableBehavior" in item) == ("all" in when)


def test_a_condition_that_fhir_cannot_say_travels_whole() -> None:
    """Nested conditions and absences have no ``enableWhen``; nothing is said by halves."""
    item = item_of(small(when={"not": {"any": [{"question": "M01.kind", "absent": "unknown"}]}}))
    assert "enableWhen" not in item
    assert [each["url"] for each in item["extension"]] == [f"{BASE}/StructureDefinition/when"]


def test_what_fhir_has_words_for_is_said_in_them() -> None:
    """Required, read-only, longest, initial, ordinals and Welsh stand where FHIR has them."""
    item = item_of(small(mandatory=True, read_only=True, max_length=80, initial="as before"))
    assert (item["required"], item["readOnly"], item["maxLength"]) == (True, True, 80)
    assert item["initial"] == [{"valueString": "as before"}]
    choice = item_of(small(), 0)
    assert choice["answerOption"][0]["valueCoding"]["extension"][0]["valueDecimal"] == 3
    assert choice["_text"]["extension"][0]["extension"][1]["valueString"] == "Math"


def test_a_question_that_repeats_and_questions_under_a_question_look_as_they_did_elsewhere() -> None:
    """The groups that stand for them here are not seen by others."""
    definition = Definition.model_validate(
        {
            "id": "roles", "version": "1", "title": {"en": "R"},
            "modules": [{"id": "M01", "title": {"en": "P"}, "items": [
                {"id": "q_all", "address": "M01.q_all", "type": "group", "repeats": True, "mandatory": True,
                 "label": {"en": "Q"}, "kept": {"role": "wrap"}, "items": [
                    {"id": "q", "address": "M01.q_all.q", "type": "text", "label": {"en": "Q"}, "kept": {"linkId": "1/2"}}]},
                {"id": "p", "address": "M01.p", "type": "boolean", "label": {"en": "P"}},
                {"id": "p_in", "address": "M01.p_in", "type": "group", "label": {"en": "P"}, "kept": {"role": "inside"},
                 "when": {"question": "M01.p", "answered": True}, "items": [
                    {"id": "why", "address": "M01.p_in.why", "type": "text", "label": {"en": "Why"},
                     "when": {"question": "M01.q_all.q", "is": "x"}}]},
            ]}],
        }
    )  # fmt: skip
    made, back = there_and_back(definition)
    first, second = made["item"][0]["item"]
    assert (first["linkId"], first["type"], first["repeats"], first["required"]) == ("1/2", "string", True, True)
    assert second["item"][0]["enableWhen"][0]["question"] == "1/2"
    assert back == hashed(definition)


@pytest.mark.parametrize("broken", ["version", "item", "name of a type", "unknown question", "json"])
def test_what_says_that_it_is_ours_and_is_not_is_refused(broken: str) -> None:
    """A Questionnaire in our name is judged as strictly as our own source."""
    made = definition_to_questionnaire(small(when={"question": "M01.kind", "is": "a"}))
    inner = made["item"][0]["item"]
    match broken:
        case "name of a type":
            inner[0]["type"] = "riddle"
        case "unknown question":
            inner[1]["enableWhen"][0]["question"] = "M99.nothing"
        case "json":
            inner[1]["extension"] = [
                {"url": f"{BASE}/StructureDefinition/when", "extension": [{"url": "json", "valueString": "{"}]}
            ]
        case _:
            del made[broken]
    with pytest.raises(HsbAssessError) as caught:
        questionnaire_to_definition(made)
    assert caught.value.code == "not_our_form"


def test_every_field_of_the_form_language_has_a_published_extension() -> None:
    """Whoever adds a field publishes it, and the files say what the program says."""
    made = published()
    assert {path.name for path in DOCS.glob("*.json")} == set(made), (
        "run: python -m hsb_assess.exchange.fhir.published docs/fhir"
    )
    for name, definition in made.items():
        assert json.loads((DOCS / name).read_text(encoding="utf-8")) == definition
        StructureDefinition.model_validate(definition)
    always = {"id", "address", "items", "codes", "code", "modules", "hash", "version", "en", "cy"}
    models: tuple[type[BaseModel], ...] = (Definition, Module, Item, CodeList, Code)
    fields = {name for model in models for name in model.model_fields} - always
    assert {name.replace("_", "-") for name in fields} <= {name.removesuffix(".json") for name in made}
