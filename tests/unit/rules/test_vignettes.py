"""The three vignettes: what has to fire on a first draft, what must not, and what fires once a fact is recorded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.instrument.schema import address_of
from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Finding, Report, Severity
from tests.unit.rules import child_a, child_c, child_e
from tests.unit.rules.making import YES, book, cited, definition, on, reading

if TYPE_CHECKING:
    from types import ModuleType

    from tests.unit.rules.making import Given

B, J, A = Severity.BLOCKER, Severity.JUSTIFY, Severity.ADVISORY
CHILDREN = (child_a, child_c, child_e)

MUST_FIRE = [
    # rule, then the gravest finding of it on the first draft of child A, child C and child E; None: in no list
    ("R01", B, B, B),
    ("R02", B, B, B),
    ("R04", None, B, B),
    ("R08", None, B, B),
    ("R09", B, B, B),
    ("R10", B, B, B),
    ("R11", J, None, None),
    ("R13", None, J, J),
    ("R14", B, B, B),
    ("R16", B, B, B),
    ("R18", B, None, None),
    ("R19", None, None, B),
    ("R20", None, B, None),
    ("R21", B, None, None),
    ("R22", None, J, None),
    ("R24", None, None, J),
    ("R25", B, B, B),
    ("R26", B, B, B),
    ("R27", None, J, None),
    ("R28", B, B, B),
    ("R29", B, B, B),
    ("R30", B, B, B),
    ("R31", A, A, A),
    ("R32", B, B, B),
    ("R33", B, B, B),
    ("R34", J, J, J),
    ("R36", B, B, B),
    ("R38", J, None, None),
    ("R45", J, J, J),
    ("R46", B, B, B),
    ("R47", B, None, B),
    ("R51", J, J, J),
    ("R56", J, J, J),
    ("R59", B, B, B),
    ("R60", B, B, B),
    ("R65", B, B, B),
    ("R69", None, J, None),
]
MUST_NOT_FIRE = {
    child_a: "R13 R17 R19 R27 R35 R42 R57 R61 R64 R68 R69 R70",
    child_c: "R11 R18 R19 R21 R35 R42 R43 R47 R55 R57 R61 R64 R68 R70",
    child_e: "R11 R18 R21 R27 R37 R42 R44 R52 R55 R57 R61 R64 R68 R69",
}
ALERTS = {
    child_a: {"R10", "R21", "R46", "R59", "R65"},
    child_c: {"R10", "R46", "R59", "R65"},
    child_e: {"R10", "R46", "R59", "R65"},
}
NOT_YET_JUDGED = {
    child_a: {"R04", "R05", "R06", "R07", "R08", "R17", "R23", "R58"},
    child_c: {"R17", "R23", "R58"},
    child_e: {"R05", "R06", "R07", "R17", "R18", "R21", "R23", "R58"},
}
CASES = pytest.mark.parametrize("case", CHILDREN, ids=["child A", "child C", "child E"])


def judged(case: ModuleType, answers: dict[str, Any] | None = None, **things: dict[str, Any]) -> Report:
    """Return what the rules find in the first draft of a case, with what was recorded later."""
    held: Given = case.draft(answers, **things)
    return evaluate(reading(held, case.TODAY), case.TODAY, book())


def questions(report: Report, rule: str) -> list[tuple[str, ...]]:
    """Return what each finding of one rule is about."""
    return [finding.questions for finding in report.findings if finding.rule == rule]


@CASES
def test_a_first_draft_is_well_formed(case: ModuleType) -> None:
    """Each answer has the shape that its question takes, so that what fires does so for what is missing."""
    read = reading(case.draft(), case.TODAY)
    assert {path: faults for path in read.answers if (faults := read.engine.faults(path))} == {}
    assert read.engine.unplaced() == frozenset()


def gravest(report: Report) -> dict[str, Severity]:
    """Return the gravest severity of each rule that fired; a report has the gravest findings first."""
    return {finding.rule: finding.severity for finding in reversed(report.findings)}


@CASES
def test_what_must_fire_on_a_first_draft(case: ModuleType) -> None:
    """What the vignette expects fires, each rule as gravely as it says."""
    expected = {rule: each[CHILDREN.index(case)] for rule, *each in MUST_FIRE}
    wanted = {rule: severity for rule, severity in expected.items() if severity is not None}
    found = gravest(judged(case))
    assert {rule: found.get(rule) for rule in wanted} == wanted


@CASES
def test_what_must_not_fire_on_a_first_draft(case: ModuleType) -> None:
    """What the vignette excludes stays silent."""
    assert set(MUST_NOT_FIRE[case].split()) & judged(case).rules() == set()


@CASES
def test_what_cannot_be_judged_yet_is_listed(case: ModuleType) -> None:
    """A rule whose inputs are blank neither passes nor fails."""
    report = judged(case)
    skipped = {each.rule for each in report.not_evaluated}
    assert skipped >= NOT_YET_JUDGED[case]
    assert skipped & report.rules() == set()


@CASES
def test_alerts_on_a_first_draft(case: ModuleType) -> None:
    """What cannot wait until somebody signs is shown while recording, and nothing else is."""
    assert {finding.rule for finding in judged(case).findings if finding.alert} == ALERTS[case]


def test_a_tonight() -> None:
    """A shared bedroom with nothing agreed, no adult listed, and words of 4 June that nobody else knows."""
    report = judged(child_a)
    assert questions(report, "R21") == [("M01.arrangement.what",)]
    assert questions(report, "R59") == [("M11.adults",)]
    assert questions(report, "R65") == [("M01.strategy", "M02.events[e_words].what")]
    assert questions(report, "R18") == [("M20.settings",)]


@pytest.mark.parametrize("finding", judged(child_a).findings, ids=lambda finding: finding.rule)
def test_a_nobody_is_put_in_the_place_of_the_unnamed_he(finding: Finding) -> None:
    """No finding says or points to who *he* is; the register is empty, and nobody fills it."""
    said = f"{finding.title} {finding.message} {finding.why} {finding.mend}"
    assert not {word for word in ("Adult M", "partner", "mother", "step") if word in said}
    assert not [path for path in finding.questions if "adult_m]" in path or address_of(path).startswith("M11.adults.")]


def test_a_somebody_not_yet_identified_counts_for_all_alike() -> None:
    """With *he* as a person not yet identified, each adult with care or contact has the same to answer."""
    he = {"he": {"label": "person not yet identified", "is": "unidentified"}}
    adults = {
        f"r_{person}": {"person": person, "contact_kind": "care", "reason_listed": "care"}
        for person in ("mother", "adult_m")
    }
    adults["r_he"] = {"person": "he", "not_yet_identified": "yes", "reason_listed": "may_have_harmed"}
    pairs = {
        f"g_{older}_{child}": {"older": older, "child": child, "contact": "possible"}
        for older in ("mother", "adult_m", "he")
        for child in ("this_child", "b")
    }
    pairs["g_a_b"] = {"older": "this_child", "child": "b", "contact": "yes"}
    children = {"k": {"person": "b", "sleeps_same_home": "yes"}}
    report = judged(child_a, person=he, adult=adults, pair=pairs, child=children)
    asked = {path[: path.index("]") + 1] for paths in questions(report, "R59") for path in paths}
    assert asked == {f"M11.pairs[{row}]" for row in pairs}
    assert {len(paths) for paths in questions(report, "R59")} == {3}


WORDS = {
    "x_words": {
        "source": "this_child",
        "when": on("2026-06-04"),
        "kind": "child_said",
        "what": "I don't like it when he does bath time.",
        "verbatim": "yes",
        "confidence": "childs_account",
        "how_came": "spontaneous",
    }
}
SUSPECTED = {"M05.harm.sexual": cited({"state": "suspected"}, "x_words")}


def test_a_harm_suspected_on_his_words() -> None:
    """Support and a decision about him are asked for; his words alone are enough to suspect, and quoted freely."""
    report = judged(child_a, SUSPECTED, evidence=WORDS)
    assert {"R04", "R08"} <= report.rules()
    assert not {"R07", "R41"} & report.rules()


def test_a_support_and_a_decision_answer_it() -> None:
    """A support action for this harm, and a decision of today on his own enquiries."""
    answers = {**SUSPECTED, "M05.threshold": "enquiries_now", "M05.threshold_date": on("2026-06-08")}
    help_him = {"help": {"work": "own_harm", "for_harm": ["sexual"], "owner": "me", "by_when": on("2026-06-19")}}
    report = judged(child_a, answers, evidence=WORDS, action=help_him)
    assert not {"R04", "R08", "R32"} & report.rules()
    waits = {"M05.wish_to_wait": YES, "M05.wait_recheck": on("2026-06-22")}
    assert "R04" not in judged(child_a, {**answers, **waits}, evidence=WORDS).rules()


def test_a_called_established_on_one_item() -> None:
    """His words are his account; nothing has been established."""
    established = {"x_words": {**WORDS["x_words"], "confidence": "established"}}
    assert "R07" in judged(child_a, SUSPECTED, evidence=established).rules()


def test_a_children_registered_without_decision_or_offer() -> None:
    """B and the pupil each need both."""
    rows = {"k_b": {"person": "b"}, "k_pupil": {"person": "pupil"}}
    assert len(questions(judged(child_a, child=rows), "R17")) == 2


@pytest.mark.parametrize("place", ["M01.reason", "M03.incidents[i2].band_why", "M00.complex_why"])
def test_a_a_label_is_pointed_out_where_it_is_typed(place: str) -> None:
    """*Perpetrator* about this child is flagged outside exact quotes."""
    answers = {"M00.complex": "yes", place: "He is the perpetrator."}
    report = judged(child_a, answers)
    assert questions(report, "R41") == [(place,)]
    (finding,) = [each for each in report.findings if each.rule == "R41"]
    assert finding.severity is Severity.ADVISORY


def test_c_what_was_done_to_him_counts_from_the_chronology_and_from_devices() -> None:
    """Blackmail is harm to this child, before any line about harm is filled."""
    report = judged(child_c)
    harm = ("M04.approached", "M02.events[e_console].what")
    assert questions(report, "R04") == [(*harm, "M21.actions")]
    assert questions(report, "R08") == [("M05.threshold", *harm)]


def test_c_what_came_after_the_discussion() -> None:
    """Self-harm on 3 August and his words of 20 August are newer than the discussion of 29 July."""
    (paths,) = questions(judged(child_c), "R65")
    assert paths == ("M01.strategy", "M02.events[e_arm].what", "M02.events[e_words].what")


def test_c_contact_with_the_girl_recorded_as_possible() -> None:
    """Contact that nothing protects is pointed out; the voluntary interview set no condition."""
    assert "R21" not in judged(child_c).rules()
    pair = {"g": {"older": "this_child", "child": "girl", "contact": "possible"}}
    assert questions(judged(child_c, pair=pair), "R21") == [("M11.pairs[g].what", "M01.arrangement.what")]


def test_c_enquiries_by_one_agency_alone() -> None:
    """Recorded as single, they are explained."""
    assert "R12" not in judged(child_c).rules()
    assert gravest(judged(child_c, {"M01.s47": "single"}))["R12"] is J


def test_c_the_first_referral_and_the_wait_for_police() -> None:
    """Both are named where they stand: the decision of 19 March, the request of 2 June and the answer to it."""
    report = judged(child_c)
    assert questions(report, "R13") == [("M02.earlier_referrals[r1].decision",)]
    assert questions(report, "R22") == [("M02.events[e_asked].what",)]
    assert questions(report, "R20") == [("M02.events[e_hold].what", "M21.actions")]


def test_c_an_action_takes_up_the_wait() -> None:
    """Support that starts now, linked to what was asked and to what was put off, answers R20 and dates R22."""
    help_him = {
        "help": {
            "work": "wellbeing",
            "owner": "me",
            "by_when": on("2026-09-18"),
            "status": "planned",
            "about_events": ["e_asked", "e_hold"],
            "offered": on("2026-09-14"),
            "start": on("2026-09-18"),
        }
    }
    report = judged(child_c, action=help_him)
    assert "R20" not in report.rules()
    assert questions(report, "R22") == [("M21.actions[help].offered",)]


def test_e_known_harm_does_not_cover_what_is_new() -> None:
    """A decision of 2018 covers what was known then; words of 12 October ask for another."""
    old = {"M05.threshold": "already_made", "M05.threshold_ref": "2018/7", "M05.threshold_date": on("2018-03")}
    assert "R08" not in judged(child_e, old).rules()
    new = {"x_new": {"source": "this_child", "when": on("2026-10-12"), "kind": "child_said", "what": "Nobody asked."}}
    line = {"M05.harm.exploitation": cited({"state": "suspected"}, "x_new")}
    assert "R08" in judged(child_e, {**old, **line}, evidence=new).rules()


def test_e_what_police_alone_ended_and_what_nobody_took_up() -> None:
    """The end of bail was decided by police; five of twelve sessions were never followed by anything."""
    report = judged(child_e)
    assert questions(report, "R13") == [("M02.events[e_bail_off].what",)]
    assert questions(report, "R19") == [("M02.events[e_bail].what", "M02.events[e_bail_off].what", "M20.settings")]
    assert questions(report, "R24") == [("M02.events[e_therapy].what", "M21.actions")]
    again = {"help": {"work": "own_harm", "about_events": ["e_therapy"]}}
    assert "R24" not in judged(child_e, action=again).rules()


def test_e_no_condition_stands_in_the_way_of_a_plan_made_since() -> None:
    """A plan that holds from after the end of bail has met the change."""
    plan = {"p": {"setting": "placement", "from": on("2026-10-27")}}
    assert "R19" not in judged(child_e, setting=plan).rules()


def test_e_contact_with_the_child_after_the_condition_was_removed() -> None:
    """While bail held, something enforceable protected; since 19 October nothing does."""
    pair = {"g": {"older": "this_child", "child": "child", "contact": "possible"}}
    assert "R21" in judged(child_e, pair=pair).rules()
    held: Given = child_e.draft(pair=pair)
    before = date(2026, 10, 1)
    assert "R21" not in evaluate(reading(held, before), before, book()).rules()


def test_e_an_adult_who_may_be_a_risk() -> None:
    """The adult of 24, in contact: the pair is named."""
    row = {"m": {"person": "adult24", "contact_kind": "contact", "reason_listed": "may_be_risk"}}
    pair = {"g": {"older": "adult24", "child": "this_child", "contact": "yes"}}
    asked = questions(judged(child_e, adult=row, pair=pair), "R59")
    assert ("M11.pairs[g].what", "M11.pairs[g].who", "M11.pairs[g].until") in asked


def test_e_the_words_of_january_copied_outside_a_quote() -> None:
    """What the notes say of her is pointed out where it is written as our own words, quotation marks or not."""
    copied = "Notes say “putting herself at risk” and “promiscuous”."
    later = {**child_e.draft().things["event"]["e_missing"], "meaning": copied}
    assert questions(judged(child_e, event={"e_missing": later}), "R41") == [("M02.events[e_missing].meaning",)]


def test_the_form_knows_a_child_of_a_former_placement() -> None:
    """A relation that these cases need."""
    codes = {code.code for code in definition().codes(definition().item("M11.children.relation"))}
    assert "child_in_former_placement" in codes
