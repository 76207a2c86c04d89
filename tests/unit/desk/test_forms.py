"""Forms from elsewhere in a vault: taken in, chosen, filled in, signed, printed, sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.desk import assessing, caseload, forms, issuing, reviewing, sharing
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.fhir.answers import answers_to_response
from hsb_assess.exchange.fhir.definition import definition_to_questionnaire
from hsb_assess.instrument.catalogue import Catalogue
from tests.unit.exchange.foreign import EVERYTHING, OFTEN, calculated, item, questionnaire
from tests.unit.exchange.sheets import WHOLE, workbook

from .conftest import PASSPHRASE, meet

if TYPE_CHECKING:
    from .conftest import Person

SMALL = questionnaire(
    item("/1", "choice", answerOption=OFTEN, required=True, prefix="1."),
    item("score", "integer", extension=[calculated("item.where(linkId='/1').answer.value.ordinal()")]),
    item("why", "string", enableWhen=[{"question": "score", "operator": ">", "answerInteger": 1}]),
    item("group", "group", item=[
        item("flag", "boolean"), item("weight", "quantity"), item("clock", "time"), item("page", "url"), item("half", "decimal"),
        item("file", "attachment"), item("other", "open-choice", answerOption=[{"valueString": "this"}]),
        item("rows", "group", repeats=True, item=[item("name", "string"), item("day", "date")]),
    ]),
    name="small", version="1",
)  # fmt: skip


def data(content: dict[str, Any]) -> bytes:
    """Return a Questionnaire's bytes."""
    return json.dumps(content).encode()


def test_a_form_is_taken_in_once_and_offered(practitioner: Person) -> None:
    """The report says what is missing; taking it in again changes nothing."""
    at = practitioner.at
    before = forms.forms(at)
    assert [line.from_elsewhere for line in before] == [False] * len(before)
    taken = forms.import_form(at, data(SMALL))
    assert (taken.line.id, taken.line.version, taken.not_carried) == ("small", "1", ())
    assert taken.carried == 14
    forms.import_form(at, data(SMALL))
    assert [line.id for line in forms.forms(at)] == [*(line.id for line in before), "small"]
    forms.put_away(at, taken.line.hash)
    assert forms.forms(at) == before


def test_a_workbook_is_taken_in_too(practitioner: Person) -> None:
    """A spreadsheet is read in a process of its own and becomes a form like any other."""
    assert forms.import_form(practitioner.at, workbook(WHOLE)).line.id == "survey1"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "not_json"),
        (b"PK\x03\x04", "not_a_workbook"),
        (data({**SMALL, "title": "Another", "item": SMALL["item"][:1]}), "form_version_taken"),
        (
            data({**definition_to_questionnaire(Catalogue.shipped().latest("holistic")), "title": "Not ours"}),
            "form_name_taken",
        ),
    ],
)
def test_what_is_refused_leaves_nothing(practitioner: Person, content: bytes, code: str) -> None:
    """A refusal has its name, and the forms are as they were."""
    at = practitioner.at
    forms.import_form(at, data(SMALL))
    before = forms.forms(at)
    with pytest.raises(HsbAssessError) as caught:
        forms.import_form(at, content)
    assert caught.value.code == code
    assert forms.forms(at) == before


def test_of_each_id_the_version_that_came_last_is_offered(practitioner: Person) -> None:
    """Two versions are here, one is offered."""
    at = practitioner.at
    forms.import_form(at, data(SMALL))
    newer = forms.import_form(at, data({**SMALL, "version": "2"}))
    assert len([line for line in forms.forms(at) if line.id == "small"]) == 2
    assert [line for line in forms.choices(at) if line.id == "small"] == [newer.line]


def test_it_is_filled_in_judged_signed_printed_and_sent(practitioner: Person, supervisor: Person) -> None:
    """The whole way of an assessment, with a form of others: only what the form requires stands in the way."""
    meet(practitioner, supervisor)
    at = practitioner.at
    taken = forms.import_form(at, data(SMALL))
    case = str(caseload.create_case(at, "CASE-1").created)
    assessment = str(assessing.start_assessment(at, case, form=taken.line.hash, tier="full").created)
    (line,) = caseload.assessments(at, case)
    assert line.title == "Of others"
    (finding,) = assessing.findings(at, assessment).findings
    assert (finding.rule, finding.questions) == ("R60", ("P01.q1",))
    row = str(assessing.add_row(at, assessment, "P02.rows").created)
    for path, value in (
        ("P01.q1", "LA6570-1"), ("P01.why", "Because"), ("P02.flag", "no"), ("P02.weight", {"value": 3.5}),
        ("P02.clock", "14:30"), ("P02.page", "https://example.org"), ("P02.half", 1.5),
        ("P02.other", {"codes": [], "other": "that"}), (f"P02.rows[{row}].name", "Anna"),
        (f"P02.rows[{row}].day", {"date": "2026-04"}),
    ):  # fmt: skip
        assessing.record_answer(at, assessment, path, answered(value))  # type: ignore[arg-type] # JSON of a test
    reading = assessing.reading(at, assessment)
    assert reading.value("P01.score") == 2
    assert assessing.findings(at, assessment).findings == ()
    made = json.dumps(answers_to_response(reading, authored="2026-04-20T10:00:00+01:00"))
    assert '"linkId": "/1"' in made
    sent = issuing.submit(at, assessment, supervisor.person, PASSPHRASE)
    assert sharing.receive(supervisor.at, sent.package).status == "received"
    review = reviewing.review(supervisor.at, assessment)
    assert review.reading.content_hash == reading.content_hash
    assert review.reading.definition.hash == taken.line.hash
    for module in review.reading.definition.modules:
        reviewing.mark_opened(supervisor.at, assessment, module.id)
    approved = issuing.decide(supervisor.at, assessment, "approve", "Good.", PASSPHRASE)
    assert sharing.receive(at, approved.package).purpose == "return"
    (standing,) = caseload.cases(at)
    assert standing.state == "approved"
    listed = issuing.documents(at, case)
    assert {document.audience for document in listed} == {"A"}, "a form from elsewhere holds no plan"
    assert all(issuing.document_bytes(at, document.sha256).startswith(b"%PDF") for document in listed)


def test_one_of_everything_opens(practitioner: Person) -> None:
    """A form with one of every type and condition is started and read."""
    at = practitioner.at
    taken = forms.import_form(at, data(EVERYTHING))
    case = str(caseload.create_case(at, "CASE-2").created)
    assessment = str(assessing.start_assessment(at, case, form=taken.line.hash).created)
    assert assessing.reading(at, assessment).definition.id == "everything"
    assert caseload.cases(at)[0].state == "draft"


def test_a_form_that_is_not_here_starts_nothing(practitioner: Person) -> None:
    """An unknown hash is told."""
    case = str(caseload.create_case(practitioner.at, "CASE-3").created)
    with pytest.raises(HsbAssessError, match="no_such_form"):
        assessing.start_assessment(practitioner.at, case, form="0" * 64)
    assert caseload.assessments(practitioner.at, case) == ()


def test_a_supervisor_takes_no_form_in(supervisor: Person) -> None:
    """Forms are the assessors' choice."""
    with pytest.raises(HsbAssessError, match="not_your_role"):
        forms.import_form(supervisor.at, data(SMALL))
