"""Two assessments of a case side by side: told question by question, in words, and *not asked* is never *no*."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import again, assessing, caseload, gathering, meanwhile
from hsb_assess.desk.lasttime import last_time
from hsb_assess.desk.sidebyside import CHANGED, GONE, LESS, MORE, NEW, SAME, Line, SideBySide, lay
from hsb_assess.domain.answer import NOT_ASKED, Absence, absent, answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.schema import Polarity

from .conftest import Person, begin

if TYPE_CHECKING:
    from hsb_assess.desk.script import Script

WHY, TOLD, NEED, BAND = "M01.reason", "M01.told_child", "M19.needs.calm", "M19.continuum"


def lines(found: SideBySide) -> dict[str, Line]:
    """Return the lines by their path."""
    return {line.path or line.before_path: line for section in found.sections for line in section.lines}


def test_each_question_is_new_gone_changed_or_the_same(practitioner: Person, child_a: Script) -> None:
    """By path and row; an absence is told as what it is, and a question that was not asked again is gone, not *no*."""
    at = practitioner.at
    opened = begin(practitioner, child_a)
    first = opened.assessment
    item = str(gathering.add_thing(at, opened.case, "evidence", {"label": "a letter"}).created)
    for path, value in ((WHY, "What was said"), ("M02.differs_now", "x"), (NEED, 3), (BAND, "normal")):
        assessing.record_answer(at, first, path, answered(value))
    assessing.record_answer(at, first, "M01.danger_note", answered("The same words"))
    assessing.record_answer(at, first, TOLD, answered("Told at home"))
    row = str(assessing.add_row(at, first, "M05.losses").created)
    assessing.record_answer(at, first, f"M05.losses[{row}].what", answered("A small loss"))
    second = str(again.reassess(at, opened.case).created)
    again.take_over(at, second, {WHY: last_time(at, second).answers[WHY].entry})
    assessing.record_answer(at, second, TOLD, absent(Absence.DECLINED, by="child"))
    assessing.record_answer(at, second, NEED, answered(1))
    assessing.record_answer(at, second, BAND, answered("problematic"))
    assessing.record_answer(at, second, "M15.talents", answered("Drawing"))
    found = lay(at, first, second)
    told = lines(found)
    assert (told[WHY].kind, told[WHY].taken) == (SAME, True)
    assert (told[TOLD].kind, told[TOLD].after.absence) == (CHANGED, Absence.DECLINED)
    assert (told[NEED].kind, told[NEED].direction, told[NEED].polarity) == (CHANGED, LESS, Polarity.NEED)
    assert (told[BAND].direction, told[BAND].polarity) == (MORE, None)
    assert (told["M15.talents"].kind, told["M15.talents"].before) == (NEW, NOT_ASKED)
    gone = told[f"M05.losses[{row}].what"]
    assert (gone.kind, gone.after, gone.asked) == (GONE, NOT_ASKED, False)
    assert found.sections[0].module == "M19"
    assert sum(found.count(kind) for kind in (NEW, GONE, CHANGED, SAME)) == len(told)
    assessing.record_answer(at, second, WHY, answered("What was said", item))
    assert lines(lay(at, first, second))[WHY].only_evidence


def test_people_and_plans_of_the_case_are_told_once_and_alerts_of_then_and_now(
    practitioner: Person, child_a: Script
) -> None:
    """Nothing of the case changed, so all of it is the same; what stands tonight is told for both."""
    at = practitioner.at
    opened = begin(practitioner, child_a, "first_draft")
    second = str(again.reassess(at, opened.case).created)
    found = lay(at, opened.assessment, second)
    things = [line for line in lines(found).values() if line.path.startswith(("things.", "M11.", "M21."))]
    assert things
    assert {line.kind for line in things if "[" in line.path} == {SAME}
    assert len({(line.path[line.path.index("[") :]) for line in things if "[" in line.path}) == len(
        [line for line in things if "[" in line.path]
    )
    now = {each.message for each in meanwhile.standing_alerts(at, second)}
    assert {alert.kind for alert in found.alerts} == {SAME}, "asking anew ends no alert"
    assert {alert.message for alert in found.alerts if alert.kind in {NEW, SAME}} == now


def test_another_form_brings_what_it_can(practitioner: Person, child_a: Script) -> None:
    """What the newer form renamed is one line; what it does not ask any more is gone and says so."""
    at = practitioner.at
    case = str(caseload.create_case(at, child_a.reference).created)
    older = at.catalogue.get("holistic", "1.0.0")
    before = str(assessing.start_assessment(at, case, tier="full", form=older.hash).created)
    assessing.record_answer(at, before, "M01.conference", answered("yes"))
    assessing.record_answer(at, before, "M01.shares_elsewhere", answered({"state": "yes"}))
    second = str(again.reassess(at, case).created)
    assessing.record_answer(at, second, "M01.conference_needed", answered("yes"))
    told = lines(lay(at, before, second))
    moved = told["M01.conference_needed"]  # answered, and not asked as things stand
    assert (moved.kind, moved.before_path, moved.asked) == (GONE, "M01.conference", False)
    assert (told["M01.shares_elsewhere"].kind, told["M01.shares_elsewhere"].path) == (GONE, "")


def test_two_of_one_case_are_needed(practitioner: Person, child_a: Script) -> None:
    """One assessment, or one of another case, is not laid beside itself."""
    at = practitioner.at
    one, other = begin(practitioner, child_a), begin(practitioner, child_a)
    for later in (one.assessment, other.assessment):
        with pytest.raises(HsbAssessError) as refused:
            lay(at, one.assessment, later)
        assert refused.value.code == "two_needed"
