"""Guidance: changed with a reason and a history; a new assessment gets it, one that was started keeps its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import assessing, caseload, guidance, guidancekept, sharing
from hsb_assess.desk.opening import ASSESSMENT_KEY, kept_guidance, open_assessment
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from tests.unit.desk.conftest import Person, meet

if TYPE_CHECKING:
    from pydantic import JsonValue

REVIEW = "defaults.safety_plan_review"


def _start(person: Person) -> tuple[str, str]:
    case = str(caseload.create_case(person.at, "REF-1").created)
    return case, str(assessing.start_assessment(person.at, case).created)


def _days(person: Person, assessment: str, name: str = "safety_plan_review") -> JsonValue:
    part = assessing.reading(person.at, assessment).profile["defaults"]
    assert isinstance(part, dict)
    entry = part[name]
    assert isinstance(entry, dict)
    return entry["days"]


def test_every_nation_is_listed(practitioner: Person) -> None:
    """The nations that there is guidance for, each with its name."""
    assert guidance.nations(practitioner.at) == (
        ("england", "England"),
        ("northern_ireland", "Northern Ireland"),
        ("scotland", "Scotland"),
        ("wales", "Wales"),
    )


def test_limits_say_what_they_rest_on(practitioner: Person) -> None:
    """A limit of guidance names its source and stays; a limit of the product may be changed; none claims to be verified."""
    lines = {line.what: line for line in guidance.limits_of(practitioner.at, "england")}
    assert lines["limits.assessment"].days == 45
    assert "Working Together" in lines["limits.assessment"].source
    assert not lines["limits.assessment"].may_change
    assert lines[REVIEW].may_change
    assert not any(line.verified for line in lines.values())
    scots = {line.what: line for line in guidance.limits_of(practitioner.at, "scotland")}
    assert (scots["limits.conference"].days, scots["limits.conference"].working) == (28, False)
    assert scots["limits.assessment"].days is None
    assert scots["limits.assessment"].may_change, "where there is no national figure an area may set its own"


def test_editions_and_holidays_are_told(practitioner: Person) -> None:
    """What the guidance rests on; worked-out bank holidays say so; nothing claims to be verified."""
    lines = {line.title: line for line in guidance.papers_of(practitioner.at, "scotland")}
    assert lines["Age of Criminal Responsibility (Scotland) Act 2019"].words.startswith("2021-12-17 Raised the age")
    assert "2028-01-01" in lines["Bank holidays"].words
    assert not any(line.verified for line in lines.values())


def test_a_changed_limit_has_a_history_and_leaves_other_assessments_alone(practitioner: Person) -> None:
    """Who, when, what it was, what it is and why; a new assessment gets it, one that was started keeps its own."""
    case, first = _start(practitioner)
    hashed = assessing.reading(practitioner.at, first).content_hash
    guidance.change_limit(practitioner.at, "england", REVIEW, 10, " The area's own standard. ")
    second = str(assessing.start_assessment(practitioner.at, case).created)
    assert (_days(practitioner, first), _days(practitioner, second)) == (20, 10)
    assert assessing.reading(practitioner.at, first).content_hash == hashed
    (edit,) = guidance.history(practitioner.at, "england")
    assert (edit.what, edit.old, edit.new, edit.why, edit.name) == (
        REVIEW,
        20,
        10,
        "The area's own standard.",
        "Worker P",
    )
    assert edit.when.startswith(practitioner.at.clock.today().isoformat())
    line = next(each for each in guidance.limits_of(practitioner.at, "england") if each.what == REVIEW)
    assert (line.days, line.basis) == (10, "local")
    with practitioner.at.book.begin(write=False) as work:
        notes = [note for row in work.audit.rows() for note in row.notes if note.action == "guidance_changed"]
    assert [note.object for note in notes] == [f"england {REVIEW}"]


def test_an_assessment_moves_only_with_a_reason(practitioner: Person) -> None:
    """What would change is listed first; the reason stands in the record; then nothing differs any more."""
    _, assessment = _start(practitioner)
    guidance.change_limit(practitioner.at, "england", REVIEW, 10, "Ours.")
    guidance.change_name(practitioner.at, "england", "names.front_door", "First Contact  Team", "Our name.")
    _, differences = guidancekept.assessment_guidance(practitioner.at, assessment)
    assert [(each.title, each.kept, each.new) for each in differences] == [
        ("Review of the safety plan", "20 working days", "10 working days"),
        ("Where referrals arrive", "the multi-agency safeguarding hub", "First Contact Team"),
    ]
    with pytest.raises(HsbAssessError, match="no reason") as refused:
        guidancekept.move_guidance(practitioner.at, assessment, " ")
    assert refused.value.code == "reason_needed"
    before = assessing.reading(practitioner.at, assessment).content_hash
    guidancekept.move_guidance(practitioner.at, assessment, "The plan is reviewed sooner here.")
    assert _days(practitioner, assessment) == 10
    reading = assessing.reading(practitioner.at, assessment)
    assert reading.content_hash != before, "an approval of what was judged by the old limits does not cover it"
    note = reading.notes[ASSESSMENT_KEY]
    assert isinstance(note, dict)
    assert note["why"] == "The plan is reviewed sooner here."
    assert guidancekept.assessment_guidance(practitioner.at, assessment)[1] == ()


@pytest.mark.parametrize(
    ("what", "days", "why", "code"),
    [
        ("limits.assessment", 60, "Ours.", "limit_of_guidance"),
        (REVIEW, 0, "Ours.", "limit_days"),
        (REVIEW, 4_000, "Ours.", "limit_days"),
        (REVIEW, 10, "  ", "reason_needed"),
        ("defaults.no_such", 10, "Ours.", "no_such_limit"),
    ],
)
def test_a_change_that_cannot_be_meant_is_refused(
    practitioner: Person, what: str, days: int, why: str, code: str
) -> None:
    """With its code; nothing is changed and nothing stands in the history."""
    with pytest.raises(HsbAssessError) as refused:
        guidance.change_limit(practitioner.at, "england", what, days, why)
    assert refused.value.code == code
    assert guidance.history(practitioner.at, "england") == ()


def test_the_nation_that_assesses_brings_its_guidance(practitioner: Person) -> None:
    """Saying which nation assesses changes the guidance at once, and the record keeps which one."""
    _, assessment = _start(practitioner)
    assert assessing.reading(practitioner.at, assessment).profile["nation"] == "england"
    assessing.record_answer(practitioner.at, assessment, "M00.jurisdiction", answered("scotland"))
    assert assessing.reading(practitioner.at, assessment).profile["nation"] == "scotland"
    assessing.record_answer(practitioner.at, assessment, "M00.jurisdiction", answered("wales"))
    reading = assessing.reading(practitioner.at, assessment)
    assert reading.profile["nation"] == "wales"
    with practitioner.at.book.begin(write=False) as work:
        kept = work.definitions.get(reading.profile_hash)
    assert kept is not None
    assert (kept.kind, kept.id) == ("guidance", "wales")


def test_guidance_travels_with_the_case(practitioner: Person, supervisor: Person) -> None:
    """The supervisor, whose area changed nothing, judges by the guidance that the assessment keeps."""
    meet(practitioner, supervisor)
    guidance.change_limit(practitioner.at, "england", REVIEW, 10, "Ours.")
    case, assessment = _start(practitioner)
    with practitioner.at.book.begin("packed") as work:
        package = sharing.pack(practitioner.at, work, case, supervisor.at.identity.card(), "review")
    assert sharing.receive(supervisor.at, package).status == "received"
    assert _days(supervisor, assessment) == 10
    assert (
        assessing.reading(supervisor.at, assessment).content_hash
        == assessing.reading(practitioner.at, assessment).content_hash
    )


def test_a_record_that_does_not_say_keeps_the_first_guidance(practitioner: Person) -> None:
    """Assessments of the first version were judged by the guidance of their day, and still are."""
    _, assessment = _start(practitioner)
    with practitioner.at.book.begin(write=False) as work:
        opened = open_assessment(practitioner.at, work, assessment)
        kept = kept_guidance(practitioner.at, work, replace(opened, profile_hash=""))
    assert kept.hash == practitioner.at.catalogue.first_profile("england").hash
    assert kept.content["edition"] == "2026-11"


def test_a_document_names_its_guidance(practitioner: Person) -> None:
    """Nation and edition in its words; in small print what the area changed, that figures are unverified, and the hash."""
    _, assessment = _start(practitioner)
    reading = assessing.reading(practitioner.at, assessment)
    title, note = guidancekept.guidance_words(reading.profile, reading.profile_hash)
    assert title == f"England, edition {reading.profile['edition']}"
    assert note == f"Its figures are to be verified by a practitioner. {reading.profile_hash}"
    guidance.change_limit(practitioner.at, "england", REVIEW, 10, "Ours.")
    guidancekept.move_guidance(practitioner.at, assessment, "Ours.")
    reading = assessing.reading(practitioner.at, assessment)
    _, note = guidancekept.guidance_words(reading.profile, reading.profile_hash)
    assert note.startswith("Changed here: Review of the safety plan. Its figures are to be verified by a practitioner.")
