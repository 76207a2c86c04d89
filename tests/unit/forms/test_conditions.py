"""What the holistic form asks follows what has been answered: neither too much nor too little."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.answer import Absence, Answer, absent, answered
from hsb_assess.instrument.engine import Engine
from hsb_assess.instrument.loading import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Definition

FORMS = Path(__file__).parents[3] / "forms"
TODAY = date(2026, 6, 8)
NINE = {"M00.dob": answered({"date": "2017-01-20"}), "M00.jurisdiction": answered("england")}


@cache
def _definition() -> Definition:
    return load_yaml(FORMS / "holistic")


def _day(text: str) -> Answer:
    return answered({"date": text})


def _state(code: str) -> Answer:
    return answered({"state": code})


def _engine(answers: Mapping[str, Answer], **rows: int) -> Engine:
    """Return an engine with ``rows`` numbered rows ``r0``, ``r1`` … in each group (``M03_incidents`` is M03.incidents)."""
    groups = {name.replace("_", ".", 1): tuple(f"r{number}" for number in range(count)) for name, count in rows.items()}
    return Engine(_definition(), answers, groups, TODAY)


def test_an_empty_case_asks_nothing_that_depends_on_an_answer() -> None:
    """Before anything is known, no conditional detail is shown."""
    engine = _engine({})
    for path in (
        "M00.consultee",
        "M01.medical_raised",
        "M01.danger_note",
        "M04.uses",
        "M06.autism_formed",
        "M21.transition_owner",
    ):
        assert not engine.visible(path), path


def test_criminal_responsibility_is_read_for_each_incident() -> None:
    """A child of nine and of ten in two incidents has the note on the first only."""
    answers = {
        **NINE,
        "M03.incidents[r0].when": _day("2026-05-18"),
        "M03.incidents[r1].when": _day("2027-02-01"),
    }
    engine = _engine(answers, M03_incidents=2)
    assert engine.visible("M03.incidents[r0].under_ten")
    assert not engine.visible("M03.incidents[r1].under_ten")


def test_a_child_of_eleven_has_the_note_in_scotland_only() -> None:
    """Twelve is the age of criminal responsibility in Scotland, ten elsewhere."""
    answers = {
        "M00.dob": _day("2015-01-20"),
        "M00.jurisdiction": answered("england"),
        "M03.incidents[r0].when": _day("2026-05-18"),
        "M03.incidents[r1].when": _day("2026-05-18"),
        "M03.incidents[r1].jurisdiction": answered("scotland"),
    }
    engine = _engine(answers, M03_incidents=2)
    assert not engine.visible("M03.incidents[r0].under_ten")
    assert engine.visible("M03.incidents[r1].under_ten")


@pytest.mark.parametrize(("state", "asked"), [("yes", True), ("suspected", True), ("none_found", False)])
def test_details_of_devices_are_asked_only_where_one_played_a_part(state: str, *, asked: bool) -> None:
    """Where no device was involved, nothing more is asked about devices."""
    engine = _engine({"M04.device_use": _state(state)})
    assert engine.visible("M04.uses") is asked
    assert engine.visible("M04.peers") is asked
    assert engine.mandatory("M04.approached") is asked


def test_approach_online_is_mandatory_until_devices_are_ruled_out() -> None:
    """Whether this child was targeted stays open while the use of devices has not been asked about."""
    assert _engine({}).mandatory("M04.approached")


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        (_state("yes"), True),
        (_state("conflicting"), True),
        (absent(Absence.UNKNOWN), True),
        (_state("none_found"), False),
    ],
)
def test_medical_need_asks_for_advice_unless_it_was_ruled_out(answer: Answer, *, asked: bool) -> None:
    """Yes, suspected, conflicting and unknown all lead to a clinician."""
    engine = _engine({"M01.medical_need": answer})
    assert engine.mandatory("M01.medical_advised_by") is asked


def test_danger_shows_what_to_do_first() -> None:
    """An answer that somebody is in danger brings up the words about acting first."""
    assert _engine({"M01.danger": _state("suspected")}).visible("M01.danger_note")


def test_a_strategy_discussion_was_held_or_says_why_not() -> None:
    """A row with a day asks who took part; a row without one asks why."""
    held = _engine({"M01.strategy[r0].held": answered("2026-05-20T15:00:00+01:00")}, M01_strategy=1)
    assert held.mandatory("M01.strategy[r0].attendees")
    assert not held.visible("M01.strategy[r0].not_held_reason")
    not_held = _engine({}, M01_strategy=1)
    assert not_held.mandatory("M01.strategy[r0].not_held_reason")
    assert not not_held.visible("M01.strategy[r0].attendees")


def test_an_adult_is_somebody_or_not_yet_identified() -> None:
    """An unnamed person needs no name: nobody is filled in by guess."""
    assert _engine({}, M11_adults=1).mandatory("M11.adults[r0].person")
    unnamed = _engine({"M11.adults[r0].not_yet_identified": answered("yes")}, M11_adults=1)
    assert not unnamed.mandatory("M11.adults[r0].person")


@pytest.mark.parametrize(("check", "asked", "hidden"), [
    ("asked", "check_asked", "check_why_not"),
    ("not_yet_lawful", "check_why_not", "check_asked"),
    ("not_asked", "check_why_not", "check_result"),
    ("result_received", "check_result", "check_why_not"),
])  # fmt: skip
def test_a_check_asks_what_belongs_to_it(check: str, asked: str, hidden: str) -> None:
    """A check that was asked for has a day; one that was not has a reason."""
    engine = _engine({"M11.adults[r0].check": answered(check)}, M11_adults=1)
    assert engine.mandatory(f"M11.adults[r0].{asked}")
    assert not engine.visible(f"M11.adults[r0].{hidden}")


def test_a_child_who_declined_is_offered_another_way() -> None:
    """Declining is a complete answer, and then an alternative has to be offered."""
    assert not _engine({}).mandatory("M14.alternative")
    engine = _engine({"M14.best_worst": absent(Absence.DECLINED, by="child")})
    assert engine.mandatory("M14.alternative")
    assert "M14.best_worst" not in engine.mandatory_open()


def test_a_planned_interview_asks_nobody_to_question_this_child() -> None:
    """While an interview is planned, the behaviour page says so at the top."""
    assert _engine({"M05.interview": answered("planned")}).visible("M03.do_not_question")
    assert not _engine({"M05.interview": answered("done")}).visible("M03.do_not_question")


@pytest.mark.parametrize(("level", "band", "needed"), [
    ("none", "abusive", True), ("none", "problematic", False), ("assessment", "violent", False),
])  # fmt: skip
def test_a_second_assessor_is_needed_where_training_and_concern_are_far_apart(
    level: str, band: str, *, needed: bool
) -> None:
    """An untrained lead with an abusive or violent incident has a co-assessor."""
    engine = _engine({"M00.hsb_training": answered(level), "M03.incidents[r0].band": answered(band)}, M03_incidents=1)
    assert engine.mandatory("M00.co_assessor") is needed


def test_taking_something_away_asks_for_route_end_and_replacement() -> None:
    """A restriction says by which right, until when and what takes its place; an ordinary row does not."""
    fields = ("least_restrictive", "legal_route", "replacement", "effect", "restrict_end")
    restricted = _engine({"M20.settings[r0].restrictive": answered("yes")}, M20_settings=1)
    ordinary = _engine({"M20.settings[r0].restrictive": answered("no")}, M20_settings=1)
    for field in fields:
        assert restricted.mandatory(f"M20.settings[r0].{field}"), field
        assert not ordinary.visible(f"M20.settings[r0].{field}"), field


@pytest.mark.parametrize(("work", "asked"), [("wellbeing", True), ("education", True), ("behaviour_safety", False)])
def test_length_and_measure_are_asked_of_support_only(work: str, *, asked: bool) -> None:
    """Keeping people safe is not a course of support."""
    engine = _engine({"M21.actions[r0].work": answered(work)}, M21_actions=1)
    assert engine.visible("M21.actions[r0].duration") is asked
    assert engine.visible("M21.actions[r0].measure") is asked


def test_therapy_says_who_decided_and_why() -> None:
    """Therapy rests on this child's wish and wellbeing, decided by somebody with a name."""
    answers = {"M21.actions[r0].work": answered("own_harm"), "M21.actions[r0].therapy": answered("yes")}
    engine = _engine(answers, M21_actions=1)
    for field in ("therapy_by", "therapy_wish", "therapy_why"):
        assert engine.mandatory(f"M21.actions[r0].{field}"), field


@pytest.mark.parametrize(("born", "asked"), [("2008-11-30", True), ("2017-01-20", False)])
def test_the_move_to_adult_services_has_an_owner_from_seventeen_and_a_half(born: str, *, asked: bool) -> None:
    """A child who is nearly grown needs somebody who owns the handover."""
    assert _engine({"M00.dob": _day(born)}).mandatory("M21.transition_owner") is asked


@pytest.mark.parametrize(("statuses", "asked"), [(["looked_after"], True), (["care_order"], True), (["none"], False)])
def test_a_looked_after_child_has_a_reviewing_officer(statuses: list[JsonValue], *, asked: bool) -> None:
    """Looked-after children have somebody who reviews their plan."""
    assert _engine({"M00.legal_status": answered(statuses)}).mandatory("M00.iro") is asked


def test_the_note_on_agreement_follows_the_other_childs_age() -> None:
    """Under thirteen, agreement is left out."""
    young = _engine({"M11.children[r0].age": answered(5)}, M11_children=1, M03_incidents=1)
    older = _engine({"M11.children[r0].age": answered(14)}, M11_children=1, M03_incidents=1)
    assert young.visible("M03.incidents[r0].under_thirteen")
    assert not older.visible("M03.incidents[r0].under_thirteen")


def test_a_suspected_difference_asks_how_the_view_was_formed() -> None:
    """A place on a waiting list counts, and the page says to adapt."""
    engine = _engine({"M06.autism": _state("suspected")})
    assert engine.mandatory("M06.autism_formed")
    assert engine.visible("M06.adapt_note")


def test_an_evidence_item_asks_three_things() -> None:
    """From whom, when and what; the rest is filled in or left."""
    evidence = _definition().group_for_kind("evidence")
    assert evidence is not None
    assert [item.id for item in evidence.items if item.mandatory is True] == ["source", "when", "what"]
