"""Moving an assessment between tiers: up keeps everything, down takes a manager's reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import assessing, caseload, gathering, issuing, tiering
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from tests.unit.desk.conftest import PASSPHRASE, meet

if TYPE_CHECKING:
    from tests.unit.desk.conftest import Person

WHY = "The manager of the team has looked at it; the concern is an old one."


def _begin(person: Person, tier: str = "") -> tuple[str, str]:
    """Return a case and an assessment in its first tier, or in ``tier``."""
    case = str(caseload.create_case(person.at, "A-17").created)
    return case, str(assessing.start_assessment(person.at, case, tier=tier).created)


def _manager(person: Person, case: str) -> str:
    return str(gathering.add_thing(person.at, case, "person", {"label": "Manager T", "is": "worker"}).created)


def test_a_new_assessment_begins_with_the_first_day(practitioner: Person) -> None:
    """Twenty-two answers on one page come before anything else."""
    _, assessment = _begin(practitioner)
    reading = assessing.reading(practitioner.at, assessment)
    assert reading.value("M00.tier") == reading.engine.tier == "first_day"
    assert not reading.engine.visible("M05")
    assert reading.value("M00.ref") == "A-17"


def test_moving_up_keeps_every_answer_and_says_what_is_asked_now(practitioner: Person) -> None:
    """Anybody who assesses may ask for more; nothing is asked twice."""
    case, assessment = _begin(practitioner)
    assessing.record_answer(practitioner.at, assessment, "M00.name", answered("Child A"))
    first = assessing.reading(practitioner.at, assessment)
    moved = tiering.change_tier(practitioner.at, assessment, "full")
    assert (moved.case, moved.tier, moved.dormant) == (case, "full", frozenset())
    assert {"M05.enquiry", "M03.pattern"} <= moved.opens
    assert "M00.name" not in moved.opens
    assert "M22.kind" not in first.answers
    reading = assessing.reading(practitioner.at, assessment)
    assert (reading.engine.tier, reading.value("M00.name")) == ("full", "Child A")
    assert reading.value("M22.kind") == "not_yet", "the form's own first value, which nobody is asked for"


def test_moving_down_takes_a_manager_and_their_reason_and_says_what_is_put_aside(practitioner: Person) -> None:
    """The reason and the name stand in the record; the answers rest, and come back on the way up."""
    case, assessment = _begin(practitioner, "full")
    manager = _manager(practitioner, case)
    assessing.record_answer(practitioner.at, assessment, "M05.support_need", answered("some"))
    moved = tiering.change_tier(practitioner.at, assessment, "ordinary", reason=WHY, manager=manager)
    assert moved.dormant == {"M05.support_need"}
    reading = assessing.reading(practitioner.at, assessment)
    assert reading.text("M00.tier_reason") == WHY
    assert reading.value("M00.tier_reason_by") == manager
    assert "M05.support_need" in reading.dormant
    again = tiering.change_tier(practitioner.at, assessment, "full")
    assert "M05.support_need" in again.opens
    assert assessing.reading(practitioner.at, assessment).value("M05.support_need") == "some"


def test_a_file_about_ordinary_behaviour_is_kept_for_the_shortest_time(practitioner: Person) -> None:
    """Its class is filled in on the way down and asked again on the way up."""
    case, assessment = _begin(practitioner, "full")
    manager = _manager(practitioner, case)
    tiering.change_tier(practitioner.at, assessment, "ordinary", reason=WHY, manager=manager)
    assert assessing.reading(practitioner.at, assessment).value("M00.retention_class") == "shortest"
    tiering.change_tier(practitioner.at, assessment, "full")
    assert not assessing.reading(practitioner.at, assessment).answer("M00.retention_class").is_asked()
    _, begun = _begin(practitioner, "ordinary")
    assert assessing.reading(practitioner.at, begun).value("M00.retention_class") == "shortest"


def test_a_class_that_somebody_chose_stays(practitioner: Person) -> None:
    """Where two apply the longer one wins: what a person said is neither written over nor taken back."""
    case, assessment = _begin(practitioner, "full")
    manager = _manager(practitioner, case)
    assessing.record_answer(practitioner.at, assessment, "M00.retention_class", answered("looked_after"))
    for tier in ("ordinary", "full"):
        tiering.change_tier(practitioner.at, assessment, tier, reason=WHY, manager=manager)
        assert assessing.reading(practitioner.at, assessment).value("M00.retention_class") == "looked_after"


def test_moving_down_is_refused_without_a_manager(practitioner: Person) -> None:
    """No reason, no name, somebody who is no worker, the lead, and oneself: each is refused, and nothing moves."""
    case, assessment = _begin(practitioner, "full")
    carer = str(gathering.add_thing(practitioner.at, case, "person", {"label": "mother", "is": "adult"}).created)
    lead = _manager(practitioner, case)
    own = {"label": "Worker P", "is": "worker", "card": practitioner.at.identity.person}
    self = str(gathering.add_thing(practitioner.at, case, "person", own).created)
    assessing.record_answer(practitioner.at, assessment, "M00.lead", answered(lead))
    for reason, manager, code in (
        ("", lead, "reason_needed"),
        ("  ", lead, "reason_needed"),
        (WHY, "", "manager_needed"),
        (WHY, carer, "manager_needed"),
        (WHY, lead, "manager_needed"),
        (WHY, self, "manager_needed"),
    ):
        with pytest.raises(HsbAssessError) as refused:
            tiering.change_tier(practitioner.at, assessment, "short", reason=reason, manager=manager)
        assert refused.value.code == code
    reading = assessing.reading(practitioner.at, assessment)
    assert (reading.engine.tier, reading.text("M00.tier_reason")) == ("full", "")


def test_a_reason_can_be_given_without_a_move(practitioner: Person) -> None:
    """A concern that grew may stay where it is, if a manager says why: that is what R61 asks for."""
    case, assessment = _begin(practitioner, "short")
    assessing.record_answer(practitioner.at, assessment, "M00.legal_status", answered(["looked_after"]))
    assert "R61" in assessing.findings(practitioner.at, assessment).rules()
    manager = _manager(practitioner, case)
    moved = tiering.change_tier(practitioner.at, assessment, "short", reason=WHY, manager=manager)
    assert (moved.dormant, moved.opens) == (frozenset(), frozenset())
    assert "R61" not in assessing.findings(practitioner.at, assessment).rules()


def test_ways_that_there_are_not(practitioner: Person) -> None:
    """The first day comes once, and a tier that the form does not have is not taken."""
    _, assessment = _begin(practitioner, "full")
    for tier, code in (("first_day", "first_day_over"), ("enormous", "no_such_tier")):
        with pytest.raises(HsbAssessError) as refused:
            tiering.change_tier(practitioner.at, assessment, tier, reason=WHY)
        assert refused.value.code == code


def test_a_supervisor_does_not_move_somebody_elses_assessment(supervisor: Person) -> None:
    """The answer is the assessors'; the manager's part is the reason."""
    with pytest.raises(HsbAssessError) as refused:
        tiering.change_tier(supervisor.at, "anything", "full")
    assert refused.value.code == "not_your_role"


def test_a_new_case_is_closed_to_an_adult_and_open_to_whoever_may_be_a_child(practitioner: Person) -> None:
    """A certain birthday of eighteen years ago closes it; a rough or a corrected one does not."""
    _, assessment = _begin(practitioner)
    today = practitioner.at.clock.today()
    for born, closed in ((f"{today.year - 30}-01-01", True), (f"{today.year - 18}", False)):
        assessing.record_answer(practitioner.at, assessment, "M00.dob", answered({"date": born}))
        if closed:
            with pytest.raises(HsbAssessError) as refused:
                tiering.change_tier(practitioner.at, assessment, "short")
            assert refused.value.code == "adult_case"
        else:
            assert tiering.change_tier(practitioner.at, assessment, "short").tier == "short"


def test_the_first_day_is_not_signed(practitioner: Person, supervisor: Person) -> None:
    """It has no gates, so nothing would stop an assessment in which nobody asked anything."""
    meet(practitioner, supervisor)
    _, assessment = _begin(practitioner)
    with pytest.raises(HsbAssessError) as refused:
        issuing.submit(practitioner.at, assessment, supervisor.person, PASSPHRASE)
    assert refused.value.code == "first_day_only"
