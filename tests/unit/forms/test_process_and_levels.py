"""Criminal process, agencies and decisions, levels, review: each field of the design has its question, asked when it applies."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.answer import Absence, Answer, absent, answered
from hsb_assess.instrument.engine import Engine
from hsb_assess.instrument.loading import load_yaml
from hsb_assess.instrument.schema import DataClass, Demand, ItemType, Side
from hsb_assess.instrument.values import evidence_is_due

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.instrument.schema import Definition

FORMS = Path(__file__).parents[3] / "forms"
TODAY = date(2026, 9, 14)
LEVELS = ("likelihood", "seriousness", "context", "imminence", "risk_to", "risk_from")
NEEDS = ("belonging", "fun", "achievement", "independence", "calm", "meaning", "health", "relationships")

FIELDS = {
    # What the design calls a field: where the form asks it.
    "M16 nation": "M16.nation",
    "M16 status": "M16.status",
    "M16 route": "M16.route",
    "M16 legal advice offered": "M16.legal_advice",
    "M16 told how this record may be used": "M16.told_use",
    "M16 conditions: text": "M11.conditions.text",
    "M16 conditions: from": "M11.conditions.from",
    "M16 conditions: to": "M11.conditions.to",
    "M16 conditions: set, varied, ended by": "M11.conditions.changed_by",
    "M16 arrest or voluntary interview": "M16.contact",
    "M16 released under investigation": "M16.under_investigation",
    "M16 interview planned": "M16.interview_planned",
    "M16 interview done": "M16.interview_done",
    "M16 appropriate adult or solicitor": "M16.adult",
    "M16 tool of youth justice": "M16.tool_used",
    "M16 conclusion of the tool": "M16.tool_conclusion",
    "M16 disclosure limits": "M16.disclosure_limits",
    "M16 delay reason": "M16.delay_reason",
    "M16 effect on child": "M16.effect",
    "M16 outcome": "M16.outcome",
    "M16 notification": "M16.notification",
    "M17 agencies: who": "M17.agencies.who",
    "M17 agencies: asked": "M17.agencies.asked",
    "M17 agencies: called": "M17.agencies.called",
    "M17 agencies: received": "M17.agencies.received",
    "M17 agencies: summary": "M17.agencies.summary",
    "M17 agencies: missing": "M17.agencies.missing",
    "M17 agencies: used in": "M17.agencies.used_in",
    "M17 decisions: what": "M17.decisions.what",
    "M17 decisions: who": "M17.decisions.who",
    "M17 decisions: safety": "M17.decisions.safety",
    "M17 decisions: alternatives": "M17.decisions.alternatives",
    "M17 decisions: known": "M17.decisions.known",
    "M17 decisions: unknown": "M17.decisions.unknown",
    "M17 decisions: unknown, owner": "M17.decisions.unknown_owner",
    "M17 decisions: unknown, day": "M17.decisions.unknown_by",
    "M17 decisions: effect on child": "M17.decisions.effect",
    "M17 decisions: dissent": "M17.decisions.dissent",
    "M17 extent: other incidents": "M17.extent.other_incidents",
    "M17 extent: children": "M17.extent.other_children",
    "M17 extent: adults": "M17.extent.adults",
    "M17 extent: places": "M17.extent.places",
    "M17 extent: devices": "M17.extent.devices",
    "M17 extent: period": "M17.extent.period",
    "M17 extent: looked by": "M17.extent.looked_by",
    "M17 extent: looked when": "M17.extent.looked_when",
    "M17 challenge: by": "M17.challenges.by",
    "M17 challenge: to": "M17.challenges.to",
    "M17 challenge: issue": "M17.challenges.issue",
    "M17 challenge: policy stage": "M17.challenges.stage",
    "M17 challenge: response day": "M17.challenges.response_on",
    "M17 challenge: outcome": "M17.challenges.outcome",
    "M17 nil: hardest decision": "M17.no_challenge.hardest",
    "M17 nil: who could have challenged it": "M17.no_challenge.who_could",
    "M17 basis of sharing": "M17.sharing_basis",
    "M17 why against a wish": "M17.sharing_override",
    **{f"M19 {level}": f"M19.{level}" for level in LEVELS},
    **{f"M19 {level} of concern": f"M19.{level}_concern" for level in LEVELS},
    **{f"M19 need: {need}": f"M19.needs.{need}" for need in NEEDS},
    "M19 strengths of the child": "M19.strengths.child",
    "M19 strengths of the family": "M19.strengths.family",
    "M19 strengths at school": "M19.strengths.school",
    "M19 strengths in the community": "M19.strengths.community",
    "M19 unknowns": "M19.unknowns",
    "M19 continuum overview": "M19.continuum",
    "M19 valid until": "M19.valid_until",
    "M22 review": "M22.review_date",
    "M22 trigger": "M22.trigger",
    "M22 changes": "M22.changes",
    "M22 recurrence": "M22.recurrence",
    "M22 actions done": "M22.actions_done",
    "M22 outcomes: measure": "M22.outcomes.measure",
    "M22 outcomes: baseline": "M22.outcomes.baseline",
    "M22 outcomes: now": "M22.outcomes.now",
    "M22 outcomes: source": "M22.outcomes.source",
    "M22 child's view": "M22.child_view",
    "M22 carers' view": "M22.carers_view",
    "M22 what worked": "M22.worked",
    "M22 who harmed this child": "M22.harmed_by",
    "M22 what differs now": "M22.differs_now",
    "M22 closure reason": "M22.closure_reason",
    "M22 residual need": "M22.residual",
    "M22 step-down owner": "M22.step_down_owner",
    "M22 re-entry route": "M22.reentry",
    "M01 tier's reason": "M00.tier_reason",
    "M01 late first decision: reason": "M01.decision_late_reason",
    "M01 late first decision: meanwhile": "M01.decision_late_effect",
    "M01 over the limit: reason": "M01.overrun_reason",
    "M01 over the limit: effect": "M01.overrun_effect",
    "M01 enquiries by one agency: why": "M01.s47_single_why",
    "M01 enquiries by one agency: agreed": "M01.s47_agreed_by",
    "M01 conference needed": "M01.conference_needed",
    "M03 account: interpreter": "M03.incidents.account_interpreter",
    "M03 account: aid": "M03.incidents.account_aid",
    "M11 release: what protects": "M11.adults.release_what",
    "M11 release: who": "M11.adults.release_who",
    "M11 conditions: status": "M11.conditions.status",
    "M11 conditions: whom it binds": "M11.conditions.binds",
    "M11 conditions: whom it protects": "M11.conditions.about",
    "M11 conditions: what protects then": "M11.conditions.then_what",
    "M11 conditions: who then": "M11.conditions.then_who",
    "M11 conditions: who has been told": "M11.conditions.then_told",
    "M14 aid used": "M14.words.aid_used",
    "M20 answers which concern": "M20.settings.for_concern",
    "M20 unknown: owner": "M20.settings.unknown_owner",
    "M20 unknown: day": "M20.settings.unknown_by",
    "M21 answers which need": "M21.actions.for_need",
    "M21 duration": "M21.actions.duration",
}


@cache
def _definition() -> Definition:
    return load_yaml(FORMS / "holistic")


def _day(text: str) -> Answer:
    return answered({"date": text})


def _engine(answers: Mapping[str, Answer], **rows: int) -> Engine:
    """Return an engine with ``rows`` numbered rows ``r0``, ``r1`` … in each group (``M17_decisions`` is M17.decisions)."""
    groups = {name.replace("_", ".", 1): tuple(f"r{number}" for number in range(count)) for name, count in rows.items()}
    return Engine(_definition(), answers, groups, TODAY)


def _at(born: str, *incidents: Answer, nation: str = "england") -> Engine:
    """Return an engine for a child born on a day, with an incident for each date."""
    answers = {"M00.dob": _day(born), "M00.jurisdiction": answered(nation)}
    answers |= {f"M03.incidents[r{number}].when": when for number, when in enumerate(incidents)}
    return _engine(answers, M03_incidents=len(incidents))


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_the_design_has_its_question(field: str) -> None:
    """What the design asks for is asked, at the address that rules and documents read."""
    item = _definition().find(FIELDS[field])
    assert item is not None
    assert item.is_question


@pytest.mark.parametrize(
    ("born", "incidents", "nation", "shown"),
    [
        ("2017-01-20", [_day("2026-04-14"), _day("2026-05-18")], "england", False),
        ("2015-01-20", [_day("2024-12-01"), _day("2026-05-18")], "england", True),  # one on each side
        ("2015-01-20", [_day("2026-05-18")], "scotland", False),  # eleven
        ("2012-02-03", [_day("2026-03-11")], "england", True),
        ("2016-06-01", [_day("2026")], "england", True),  # may have been ten
        ("2012-02-03", [absent(Absence.UNKNOWN)], "england", True),  # as late as today
        ("2017-01-20", [absent(Absence.UNKNOWN)], "england", False),
        ("2012-02-03", [], "england", False),
    ],
)
def test_the_criminal_process_is_closed_below_the_age_of_responsibility(
    born: str, incidents: list[Answer], nation: str, *, shown: bool
) -> None:
    """No question of that page is there for a child who was below the age of the nation at every incident."""
    engine = _at(born, *incidents, nation=nation)
    assert engine.visible("M16") is shown
    assert engine.visible("M16.status") is shown
    assert any(path.startswith("M16.") for path in engine.mandatory_open()) is shown


def test_investigations_of_others_stay_open_for_the_youngest() -> None:
    """Below that age, what is done about harm to a child by others is asked as for every child."""
    engine = _at("2017-01-20", _day("2026-05-18"))
    assert engine.visible("M05.investigation")
    assert engine.visible("M11.conditions")


@pytest.mark.parametrize(
    ("status", "asked"), [("none", False), ("under_investigation", True), ("bailed", True), ("no_further_action", True)]
)
def test_a_process_asks_for_what_protects_this_childs_rights(status: str, *, asked: bool) -> None:
    """Legal advice, what may be shared and what it does to this child are asked where there is a process, else nothing."""
    base = {"M00.dob": _day("2012-02-03"), "M03.incidents[r0].when": _day("2026-03-11")}
    engine = _engine({**base, "M16.status": answered(status)}, M03_incidents=1)
    for name in ("legal_advice", "told_use", "disclosure_limits", "effect"):
        assert engine.mandatory(f"M16.{name}") is asked, name
    assert engine.visible("M16.devices") is asked


@pytest.mark.parametrize(("contact", "asked"), [("arrest", True), ("voluntary_interview", False), ("neither", False)])
def test_release_under_investigation_follows_custody_only(contact: str, *, asked: bool) -> None:
    """After a voluntary interview nobody is released under investigation, so it is not asked."""
    base = {"M00.dob": _day("2012-02-03"), "M03.incidents[r0].when": _day("2026-03-11")}
    answers = {**base, "M16.status": answered("reported"), "M16.contact": answered(contact)}
    assert _engine(answers, M03_incidents=1).visible("M16.under_investigation") is asked


def test_of_a_tool_only_its_name_and_conclusion_are_kept() -> None:
    """Who used it, when and what it concluded are asked once a tool is named; there is no place for a score."""
    base = {
        "M00.dob": _day("2012-02-03"),
        "M03.incidents[r0].when": _day("2026-03-11"),
        "M16.status": answered("reported"),
    }
    for tool, asked in {"none": False, "assetplus": True, "aim3_by_trained": True}.items():
        engine = _engine({**base, "M16.tool_used": answered(tool)}, M03_incidents=1)
        for name in ("tool_by", "tool_date", "tool_conclusion"):
            assert engine.visible(f"M16.{name}") is asked, (tool, name)
    assert not [each.address for each in _definition().items("M16") if each.type in {ItemType.NUMBER, ItemType.SCALE}]


@pytest.mark.parametrize(("safety", "asked"), [("yes", True), ("no", False)])
def test_full_detail_is_asked_of_safety_decisions_only(safety: str, *, asked: bool) -> None:
    """Alternatives, what was known, effect and dissent belong to decisions on which somebody's safety rests."""
    engine = _engine({"M17.decisions[r0].safety": answered(safety)}, M17_decisions=1)
    for name in ("alternatives", "known", "unknown", "effect", "dissent"):
        assert engine.visible(f"M17.decisions[r0].{name}") is asked, name


def test_an_unknown_asks_who_finds_out_and_by_when() -> None:
    """Owner and day follow the unknown, in a decision and in a plan."""
    decision = {"M17.decisions[r0].safety": answered("yes")}
    blank = _engine(decision, M17_decisions=1, M20_settings=1)
    told = {
        "M17.decisions[r0].unknown": answered("Who was there."),
        "M20.settings[r0].unknown": answered("Who wakes first."),
    }
    engine = _engine({**decision, **told}, M17_decisions=1, M20_settings=1)
    for path in ("M17.decisions[r0].unknown", "M20.settings[r0].unknown"):
        assert not blank.visible(f"{path}_owner")
        assert engine.visible(f"{path}_owner")
        assert engine.visible(f"{path}_by")


def test_no_action_because_another_acts_asks_what_was_done_since() -> None:
    """What the other agencies thought and did is asked also where nobody called it a safety decision."""
    answers = {"M17.decisions[r0].safety": answered("no"), "M17.decisions[r0].other_acting": answered("yes")}
    assert _engine(answers, M17_decisions=1).visible("M17.decisions[r0].since")
    assert not _engine({"M17.decisions[r0].safety": answered("no")}, M17_decisions=1).visible("M17.decisions[r0].since")


def test_a_nil_is_asked_only_where_nobody_challenged() -> None:
    """The hardest decision is asked for until a challenge has its row."""
    assert _engine({}).visible("M17.no_challenge.hardest")
    assert not _engine({}, M17_challenges=1).visible("M17.no_challenge.hardest")


def test_levels_are_words_and_never_a_number() -> None:
    """Each level is told in words with whether it is of concern; scales are for needs and strengths alone."""
    for level in LEVELS:
        words, concern = _definition().item(f"M19.{level}"), _definition().item(f"M19.{level}_concern")
        assert words.type is ItemType.LONGTEXT
        assert concern.mandatory is True
        for answer, asked in {"yes": True, "cannot_tell": True, "no": False}.items():
            engine = _engine({f"M19.{level}_concern": answered(answer)})
            assert engine.visible(f"M19.{level}")
            assert engine.mandatory(f"M19.{level}") is asked, (level, answer)
        assert [code.code for code in _definition().codes(concern)] == ["yes", "no", "cannot_tell"]
    scales = {each.address for each in _definition().items("M19") if each.type is ItemType.SCALE}
    assert scales == {*(f"M19.needs.{need}" for need in NEEDS),
                      *(f"M19.strengths.{where}" for where in ("child", "family", "school", "community"))}  # fmt: skip
    assert not [each.address for each in _definition().items("M19") if each.type is ItemType.NUMBER]
    assert not [code for code in _definition().lists["concern_answers"].codes if code.ordinal is not None]


@pytest.mark.parametrize(
    ("path", "rating", "due"),
    [
        ("M19.needs.calm", 3, True), ("M19.needs.calm", 2, False), ("M19.needs.calm", 0, False),
        ("M19.strengths.family", 0, True), ("M19.strengths.family", 2, False), ("M19.strengths.family", 4, True),
    ],
)  # fmt: skip
def test_a_rating_at_the_ends_rests_on_something(path: str, rating: int, *, due: bool) -> None:
    """A need that harms daily life, a strength that nobody has seen or that is reliable, cites what it rests on."""
    assert evidence_is_due(_definition(), _definition().item(path), answered(rating)) is due


@pytest.mark.parametrize(
    ("kind", "review", "closure"), [("not_yet", False, False), ("review", True, False), ("closure", True, True)]
)
def test_review_and_closure_are_asked_when_they_go_on(kind: str, *, review: bool, closure: bool) -> None:
    """Nothing is asked until a review is going on; a closure asks why, what remains and how to come back."""
    engine = _engine({"M22.kind": answered(kind)})
    for name in ("review_date", "recurrence", "child_view", "carers_view", "harmed_by"):
        assert engine.mandatory(f"M22.{name}") is review, name
    assert engine.mandatory("M22.closure_reason") is closure
    for name in ("residual", "step_down_owner", "reentry"):
        assert engine.visible(f"M22.{name}") is closure, name


def test_single_enquiries_say_why_and_who_agreed() -> None:
    """One agency alone gives its reason; enquiries made together do not."""
    for kind, asked in {"single": True, "joint": False, "none": False}.items():
        engine = _engine({"M01.s47": answered(kind)})
        assert engine.mandatory("M01.s47_single_why") is asked
        assert engine.mandatory("M01.s47_agreed_by") is asked


def test_a_change_of_a_condition_says_when_by_whom_and_why() -> None:
    """The details of a change follow the change; what protects from the last day is always there to be answered."""
    blank = _engine({}, M11_conditions=1)
    changed = _engine({"M11.conditions[r0].changed": answered("varied")}, M11_conditions=1)
    for name in ("changed_on", "changed_by", "changed_why"):
        assert not blank.visible(f"M11.conditions[r0].{name}")
        assert changed.visible(f"M11.conditions[r0].{name}")
    assert blank.visible("M11.conditions[r0].then_what")


@pytest.mark.parametrize(("state", "asked"), [("yes", True), ("conflicting", True), ("none_found", False)])
def test_how_an_account_was_understood_is_asked_where_there_is_one(state: str, *, asked: bool) -> None:
    """Interpreter and aid belong to something that this child said."""
    engine = _engine({"M03.incidents[r0].child_account": answered({"state": state})}, M03_incidents=1)
    assert engine.visible("M03.incidents[r0].account_interpreter") is asked
    assert engine.visible("M03.incidents[r0].account_aid") is asked


@pytest.mark.parametrize(
    ("address", "data_class"),
    [
        ("M16.tool_conclusion", DataClass.LEGAL),
        ("M11.conditions.text", DataClass.LEGAL),
        ("M11.conditions.about", DataClass.OTHER_CHILD_IDENTITY),
        ("M11.conditions.then_what", DataClass.ACTIONS),
        ("M17.agencies.summary", DataClass.OWN_HARM),
        ("M17.decisions.dissent", DataClass.CHALLENGE),
        ("M17.challenges.issue", DataClass.CHALLENGE),
        ("M17.extent.adults", DataClass.ADULTS_LISTED),
        ("M19.risk_to", DataClass.OWN_HARM),
        ("M19.likelihood", DataClass.FORMULATION),
        ("M19.declined", DataClass.DISAGREEMENT),
        ("M22.child_view", DataClass.WORDS),
        ("M22.harmed_by", DataClass.OWN_HARM),
        ("M22.recurrence", DataClass.BEHAVIOUR),
    ],
)
def test_each_answer_is_kept_from_those_whom_it_does_not_concern(address: str, data_class: DataClass) -> None:
    """The class decides which documents carry an answer."""
    assert _definition().item(address).data_class is data_class


def test_none_of_these_pages_fills_a_bar() -> None:
    """Process, agencies, levels and review weigh on no side of the balance."""
    assert {_definition().module(module).side for module in ("M16", "M17", "M19", "M22")} == {Side.NONE}


def test_what_was_given_is_offered_as_evidence() -> None:
    """A contribution, a decision and each level can cite what they rest on."""
    offered = ("M17.agencies.summary", "M17.decisions.what", "M19.risk_from", "M19.continuum")
    assert {_definition().item(address).evidence for address in offered} == {Demand.OFFERED}
