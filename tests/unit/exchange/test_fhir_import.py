"""Questionnaires of other people: what they say in our words, what comes back out, what is refused by its name."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from hsb_assess.domain.answer import Answer, answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.fhir.answers import answers_to_response
from hsb_assess.exchange.fhir.definition import definition_to_questionnaire
from hsb_assess.exchange.fhir.reading import import_questionnaire
from hsb_assess.instrument.engine import Engine
from hsb_assess.instrument.values import value_faults
from hsb_assess.record.unsealed import reading_from
from tests.unit.exchange.foreign import (
    EVERYTHING,
    HL7,
    OFTEN,
    SDC,
    Json,
    calculated,
    coding,
    enabled,
    item,
    questionnaire,
    taken,
    told,
)

TODAY = date(2026, 4, 20)


def shows(found: Any, asked: str, **answers: object) -> bool:  # noqa: ANN401 - an import
    """Say whether a question is shown once these are answered, all on the first page."""
    given = {f"P01.{name}": answered(value) for name, value in answers.items()}
    return Engine(found.definition, given, {}, TODAY).visible(f"P01.{asked}")


def test_one_of_everything_is_carried() -> None:
    """Every type, nested groups, value sets, conditions, scores, bounds: nothing is told as missing."""
    found = import_questionnaire(json.dumps(EVERYTHING).encode())
    assert found.not_carried == ()
    assert found.carried == 22
    definition = found.definition
    assert (definition.id, definition.version) == ("everything", "2.1")
    kinds = {each.kept.get("linkId"): each.type.value for each in definition.items()}
    assert kinds["/1"] == "choice"
    assert kinds["file"] == "attachment"
    assert kinds["other"] == "open_choice"
    assert definition.item("P01.q1").mandatory is True
    assert definition.item("P01.q1").prefix == "1."
    assert definition.item("P02.half").minimum == 0.5
    assert definition.item("P02.secret").hidden
    assert definition.item("P02.rows").repeats
    assert [code.code for code in definition.codes(definition.item("P02.weight"))] == ["kg"]


def test_an_option_that_excludes_the_others_stands_alone() -> None:
    """What FHIR calls exclusive is ours to keep: the form refuses both, and it goes back as it came."""
    exclusive = {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "valueBoolean": True}
    options = [
        {"valueCoding": {"code": "none", "display": "None of these"}, "extension": [exclusive]},
        {"valueCoding": {"code": "sleep", "display": "Sleep"}},
    ]
    form = taken(item("a", "choice", repeats=True, answerOption=options)).definition
    (asked,) = [each for each in form.items() if each.is_question]
    assert [code.alone for code in form.codes(asked)] == [True, False]
    (fault,) = value_faults(form, asked, ["none", "sleep"])
    assert fault.code == "value_alone"
    back = definition_to_questionnaire(form)
    (given,) = [each for each in back["item"] if each["linkId"] == "a"]
    assert exclusive in given["answerOption"][0]["extension"]


def test_it_goes_back_under_its_own_names_with_all_that_nobody_here_knows() -> None:
    """Link ids in their order, unknown extensions, codes, publisher: as they came; importing that gives the same form."""
    found = import_questionnaire(json.dumps(EVERYTHING).encode())
    made = definition_to_questionnaire(found.definition)
    Questionnaire.model_validate(made)

    def links(element: Json) -> list[str]:
        inner = element.get("item", [])
        return [link for each in inner for link in (each["linkId"], *links(each))]

    assert links(made) == links(EVERYTHING)
    text = json.dumps(made)
    assert json.dumps({"url": "https://example.org/colour", "valueCode": "blue"}) in text
    assert made["item"][1]["code"] == [coding("44255-8", "Feeling down")]
    assert (made["publisher"], made["url"]) == ("Somebody", "https://example.org/Questionnaire/everything")
    assert made["item"][1]["answerValueSet"] == "#scale"
    assert import_questionnaire(text.encode()).definition == found.definition


def test_answers_go_back_in_the_shape_of_the_questionnaire_they_answer() -> None:
    """The groups that were made here are not seen: a question that repeats has several answers, with what is under it."""
    definition = import_questionnaire(json.dumps(EVERYTHING).encode()).definition
    given: dict[str, Answer] = {
        "P01.q1": answered("LA6570-1"),
        "P01.why[r1].why": answered("one"),
        "P01.why[r2].why": answered("two"),
        "P01.why[r1].why_more.why_more": answered("yes"),
        "P02.other": answered({"codes": ["this"], "other": "more"}),
    }
    made = answers_to_response(reading_from(definition, given, today=TODAY), authored="2026-04-20T10:00:00+01:00")
    QuestionnaireResponse.model_validate(made)
    by_link = {each["linkId"]: each for each in made["item"]}
    assert by_link["/1"]["answer"][0]["valueCoding"]["code"] == "LA6570-1"
    first, second = by_link["why"]["answer"]
    assert (first["valueString"], second["valueString"]) == ("one", "two")
    assert first["item"][0]["answer"][0]["valueBoolean"] is True
    other = next(each for each in by_link["block"]["item"] if each["linkId"] == "other")
    assert [each["valueString"] for each in other["answer"]] == ["this", "more"]
    assert made["questionnaire"] == "https://example.org/Questionnaire/everything|2.1"


@pytest.mark.parametrize(
    ("kind", "operator", "operand", "yes", "no"),
    [
        ("integer", "=", {"answerInteger": 3}, 3, 4),
        ("integer", "!=", {"answerInteger": 3}, 4, 3),
        ("integer", ">", {"answerInteger": 3}, 4, 3),
        ("decimal", ">=", {"answerDecimal": 2.5}, 2.5, 2.4),
        ("integer", "<", {"answerInteger": 3}, 2, 3),
        ("decimal", "<=", {"answerDecimal": 2.5}, 2.5, 2.6),
        ("boolean", "=", {"answerBoolean": True}, "yes", "no"),
        ("boolean", "!=", {"answerBoolean": True}, "no", "yes"),
        ("string", "=", {"answerString": "a b"}, "a b", "a"),
        ("date", ">", {"answerDate": "2026-04-01"}, {"date": "2026-04-02"}, {"date": "2026-03-31"}),
        ("date", "=", {"answerDate": "2026-04-01"}, {"date": "2026-04-01"}, {"date": "2026-04-02"}),
        ("dateTime", "<", {"answerDateTime": "2026-04-01T10:00:00Z"}, "2026-03-01", "2026-05-01"),
        ("time", ">=", {"answerTime": "09:30:00"}, "10:00", "09:00"),
    ],
)
def test_enable_when_asks_what_it_asked(kind: str, operator: str, operand: Json, yes: object, no: object) -> None:
    """Every operator, on every type that has it."""
    found = taken(item("a", kind), item("b", "string", enableWhen=[{"question": "a", "operator": operator, **operand}]))
    assert not found.not_carried
    assert shows(found, "b", a=yes)
    assert not shows(found, "b", a=no)
    assert shows(found, "b") == (operator == "!=")


@pytest.mark.parametrize(("behaviour", "one", "both"), [("all", False, True), ("any", True, True), (None, False, True)])
def test_both_behaviours(behaviour: str | None, one: bool, both: bool) -> None:
    """All and any; a Questionnaire that says neither means all."""
    whens = [{"question": name, "operator": "exists", "answerBoolean": True} for name in ("a", "b")]
    more = {"enableBehavior": behaviour} if behaviour else {}
    found = taken(item("a", "string"), item("b", "string"), item("c", "string", enableWhen=whens, **more))
    assert shows(found, "c", a="x") is one
    assert shows(found, "c", a="x", b="x") is both


def test_a_choice_is_asked_by_its_code_and_a_multiple_one_by_what_it_includes() -> None:
    """Codings are found by system and code; a choice that repeats holds where one of its answers is meant."""
    when = [{"question": "a", "operator": "=", "answerCoding": coding("LA6570-1", "Often")}]
    for more, value in (({}, "LA6570-1"), ({"repeats": True}, ["LA6568-5", "LA6570-1"])):
        found = taken(item("a", "choice", answerOption=OFTEN, **more), item("b", "string", enableWhen=when))
        assert shows(found, "b", a=value)
        assert not shows(found, "b")


@pytest.mark.parametrize(
    ("text", "answers", "expected"),
    [
        ("%resource.item.where(linkId='a').answer.value + 1", {"a": 2}, 3),
        ("item.where(linkId = 'a').answer.valueInteger * 2 - 1", {"a": 2}, 3),
        ("iif(%resource.item.where(linkId='a').answer.exists(), 5, 7)", {}, 7),
        ("%resource.descendants().where(linkId='a' or linkId='d').answer.value.sum()", {"a": 2, "d": 0.5}, 2.5),
        ("(%resource.item.where(linkId='a').answer.value / 3).round(1)", {"a": 2}, 0.7),
        ("%resource.item.where(linkId='c').answer.value.ordinal()", {"c": "LA6570-1"}, 2),
        ("%resource.item.where(linkId='c').answer.value.weight() + 1", {"c": "LA6570-1"}, 3),
        (
            f"item.where(linkId='c').answer.valueCoding.extension.where(url='{HL7}ordinalValue').valueDecimal",
            {"c": "LA6570-1"},
            2,
        ),
        ("%resource.item.where(linkId='c').answer.count()", {"c": "LA6570-1"}, 1),
        ("-%resource.item.where(linkId='a').answer.value", {"a": 2}, -2),
    ],
)
def test_calculations_of_the_subset(text: str, answers: dict[str, object], expected: float) -> None:
    """Sums, ordinals, weights, conditions and rounding, worked out as answers come."""
    found = taken(
        item("a", "integer"), item("d", "decimal"), item("c", "choice", answerOption=OFTEN),
        item("t", "decimal", extension=[calculated(text)]),
    )  # fmt: skip
    assert not found.not_carried
    given = {f"P01.{name}": answered(value) for name, value in answers.items()}  # type: ignore[arg-type] # JSON of a test
    assert Engine(found.definition, given, {}, TODAY).answer("P01.t").value == expected


@pytest.mark.parametrize(
    ("text", "answers", "expected"),
    [
        ("%resource.item.where(linkId='a').answer.value > 3", {"a": 4}, True),
        ("3 < %resource.item.where(linkId='a').answer.value", {"a": 3}, False),
        ("%resource.item.where(linkId='c').answer.value.code = 'LA6570-1'", {"c": "LA6570-1"}, True),
        ("%resource.item.where(linkId='b').answer.value = true", {"b": "yes"}, True),
        ("%resource.item.where(linkId='b').answer.value", {"b": "no"}, False),
        ("%resource.item.where(linkId='b').answer.value.not()", {"b": "no"}, True),
        ("%resource.item.where(linkId='a').answer.empty() or %resource.item.where(linkId='b').answer.exists()", {}, True),
        ("%resource.item.where(linkId='a').answer.value + 1 >= 3 and true", {"a": 2}, True),
        ("%resource.item.where(linkId='c').answer.value.ordinal() >= 1", {"c": "LA6568-5"}, False),
        ("%resource.item.where(linkId='a').answer.exists() implies %resource.item.where(linkId='b').answer.exists()", {"a": 1}, False),
    ],
)  # fmt: skip
def test_conditions_of_the_subset(text: str, answers: dict[str, object], expected: bool) -> None:
    """Comparisons, logic, codes, ordinals and arithmetic decide what is asked."""
    found = taken(
        item("a", "integer"), item("b", "boolean"), item("c", "choice", answerOption=OFTEN),
        item("t", "string", extension=[enabled(text)]),
    )  # fmt: skip
    assert not found.not_carried
    assert shows(found, "t", **answers) is expected


@pytest.mark.parametrize(
    ("more", "feature"),
    [
        ({"extension": [calculated("%resource.item.where(linkId='a').answer.value & 'x'")]}, "calculatedExpression"),
        ({"extension": [calculated("today()")]}, "calculatedExpression"),
        ({"extension": [calculated("%unknown + 1")]}, "calculatedExpression"),
        ({"extension": [calculated("1 +")]}, "calculatedExpression"),
        ({"extension": [enabled("%resource.item.answer.exists()")]}, "enableWhenExpression"),
        ({"extension": [{"url": f"{HL7}regex", "valueString": "a+"}]}, "regex"),
        ({"extension": [{"url": f"{HL7}minValue", "valueDate": "2026-01-01"}]}, "minValue"),
        ({"extension": [{"url": f"{SDC}sdc-questionnaire-initialExpression"}]}, "initialExpression"),
        ({"enableWhen": [{"question": "nobody", "operator": "exists", "answerBoolean": True}]}, "enableWhen"),
        ({"enableWhen": [{"question": "a", "operator": "like", "answerString": "x"}]}, "enableWhen"),
        ({"enableWhen": [{"question": "f", "operator": "exists", "answerBoolean": True}]}, "enableWhen"),
        ({"maxLength": 3}, "maxLength"),
        ({"initial": [{"valueString": "three"}]}, "initial"),
        ({"modifierExtension": [{"url": "https://example.org/not", "valueBoolean": True}]}, "modifierExtension"),
    ],
)
def test_what_is_not_carried_is_told_and_comes_out_again(more: Json, feature: str) -> None:
    """Item, feature and a reason; the form is usable, and goes back with what it said."""
    found = taken(item("a", "integer"), item("f", "attachment"), item("t", "integer", **more))
    assert told(found) == [("t", feature)]
    assert found.carried == 2
    assert found.not_carried[0].reason.endswith(".")
    back = definition_to_questionnaire(found.definition)["item"][2]
    key, value = next(iter(more.items()))
    assert back[key] == value or value[0] in back[key]


def test_files_and_records_of_others_are_kept_and_not_told() -> None:
    """An attachment and a reference are in the form, and nobody can answer or must."""
    found = taken(item("file", "attachment", required=True), item("who", "reference", repeats=True))
    assert not found.not_carried
    engine = Engine(found.definition, {}, {}, TODAY)
    assert engine.visible("P01.file")
    assert engine.mandatory_open() == ()
    assert definition_to_questionnaire(found.definition)["item"][0]["required"] is True


def test_a_value_set_out_of_reach_leaves_a_question_in_words() -> None:
    """Options that are not in the file are told; the question can be answered all the same."""
    found = taken(item("a", "choice", answerValueSet="http://hl7.org/fhir/ValueSet/languages"))
    assert told(found) == [("a", "answerValueSet")]
    assert found.definition.item("P01.a").type.value == "text"
    back = definition_to_questionnaire(found.definition)["item"][0]
    assert (back["type"], back["answerValueSet"]) == ("choice", "http://hl7.org/fhir/ValueSet/languages")


def test_welsh_is_taken_and_other_translations_are_kept() -> None:
    """A Welsh translation becomes the Welsh text."""
    beside = {"extension": [{"url": f"{HL7}translation", "extension": [
        {"url": "lang", "valueCode": "cy"}, {"url": "content", "valueString": "Enw"}]}]}  # fmt: skip
    found = taken({**item("a", "string"), "_text": beside})
    assert found.definition.item("P01.a").label.cy == "Enw"
    other = json.loads(json.dumps(beside).replace('"cy"', '"fr"'))
    back = definition_to_questionnaire(taken({**item("a", "string"), "_text": other}).definition)
    assert back["item"][0]["_text"] == other


def variable(name: str, text: str) -> Json:
    """Return a variable."""
    return {"url": f"{HL7}variable", "valueExpression": {"name": name, "language": "text/fhirpath", "expression": text}}


def test_a_variable_in_another_language_is_told() -> None:
    """A query to a server is no expression of ours."""
    made = variable("x", "Condition?patient={{%patient.id}}")
    made["valueExpression"]["language"] = "application/x-fhir-query"
    found = taken(item("a", "string"), extension=[made])
    assert [(each.feature, each.reason) for each in found.not_carried] == [("variable x", "It is not in FHIRPath.")]


def circle() -> Json:
    """Return two value sets that are made of each other."""
    sets = [
        {"resourceType": "ValueSet", "id": name, "compose": {"include": [{"valueSet": [f"#{other}"]}]}}
        for name, other in (("a", "b"), ("b", "a"))
    ]
    return questionnaire(item("x", "choice", answerValueSet="#a"), contained=sets)


def deep(levels: int) -> Json:
    """Return groups inside groups."""
    inner = item("end", "string")
    for level in range(levels):
        inner = item(f"g{level}", "group", item=[inner])
    return questionnaire(inner)


def looking(one: str, other: str) -> Json:
    """Return an item whose condition looks at another."""
    return item(one, "string", enableWhen=[{"question": other, "operator": "exists", "answerBoolean": True}])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (questionnaire(looking("a", "b"), looking("b", "a")), "condition_cycle"),
        (questionnaire(looking("a", "a")), "condition_cycle"),
        (
            questionnaire(item("a", "integer", extension=[calculated("item.where(linkId='a').answer.value + 1")])),
            "condition_cycle",
        ),
        (questionnaire(item("a", "string"), extension=[variable("x", "%y"), variable("y", "%x")]), "variable_cycle"),
        (circle(), "value_set_cycle"),
        (questionnaire(item("a", "string"), item("a", "string")), "duplicate_link_id"),
        (questionnaire(item("g", "group", item=[item("a", "string")]), item("a", "string")), "duplicate_link_id"),
        (questionnaire({"type": "string"}), "link_id"),
        (questionnaire({"linkId": "", "type": "string"}), "link_id"),
        (questionnaire({"linkId": "a"}), "item_type"),
        (questionnaire(), "empty_form"),
        (deep(14), "too_deep"),
        (deep(60), "too_deep"),
        (questionnaire(*(item(f"q{number}", "string") for number in range(5_001))), "too_many_items"),
        ({"resourceType": "Patient"}, "not_a_questionnaire"),
        ({"resourceType": "Questionnaire", "item": {"linkId": "a"}}, "item_shape"),
        ([], "not_an_object"),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_name(content: object, code: str) -> None:
    """Circles, doubles, depth, size: nothing is guessed and nothing is half imported."""
    with pytest.raises(HsbAssessError) as caught:
        import_questionnaire(json.dumps(content).encode())
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "not_json"),
        (b"", "not_json"),
        (b'{"a":1,"a":2}', "duplicate_key"),
        (b'{"a":NaN}', "bad_number"),
        (b'{"a":1e999}', "bad_number"),
        (b'{"a":' + b"9" * 5_000 + b"}", "bad_number"),
        (b'{"a":"\\ud800"}', "bad_character"),
        (b'{"a":"\\u0000"}', "bad_character"),
        (b'{"a":"\xff"}', "not_utf8"),
        (b"[" * 200_000, "too_deep"),
        (b'{"a":' * 50_000, "too_deep"),
        (b'{"a":"' + b"x" * 5_000_000 + b'"}', "too_large"),
        (b"[" + b"1," * 500_000 + b"1]", "too_many_values"),
        (b'"' + b"\\" * 999_999, "not_json"),
    ],
)
def test_bytes_that_are_no_json_for_us_are_refused_by_their_name(data: bytes, code: str) -> None:
    """Bad text, bad numbers, names that stand twice, depth and size, before anything is built."""
    with pytest.raises(HsbAssessError) as caught:
        import_questionnaire(data)
    assert caught.value.code == code


def test_names_of_strangers_cannot_steer_a_terminal() -> None:
    """A linkId is shown without control characters, and cut."""
    name = "\N{RIGHT-TO-LEFT OVERRIDE}" + "x" * 500
    found = taken(item(name, "integer", maxLength=3))
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in found.not_carried[0].item
    assert len(found.not_carried[0].item) < 200


def test_a_form_of_strangers_cannot_take_the_name_of_ours() -> None:
    """Rules are written for the holistic form; nobody else's form is called so."""
    assert taken(item("a", "string"), name="Holistic").definition.id == "holistic_2"
