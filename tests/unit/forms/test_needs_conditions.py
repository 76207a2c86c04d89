"""Health, school, family, carers, community and identity ask more only where an answer calls for it."""

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

    from hsb_assess.instrument.schema import Definition

FORMS = Path(__file__).parents[3] / "forms"
TODAY = date(2026, 6, 8)


@cache
def _definition() -> Definition:
    return load_yaml(FORMS / "holistic")


def _state(code: str) -> Answer:
    return answered({"state": code})


def _engine(answers: Mapping[str, Answer], **rows: int) -> Engine:
    """Return an engine with ``rows`` numbered rows ``r0``, ``r1`` … in each group (``M10_carers`` is M10.carers)."""
    groups = {name.replace("_", ".", 1): tuple(f"r{number}" for number in range(count)) for name, count in rows.items()}
    return Engine(_definition(), answers, groups, TODAY)


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        (_state("yes"), True),
        (_state("suspected"), True),
        (_state("conflicting"), True),
        (absent(Absence.UNKNOWN), True),
        (_state("none_found"), False),
        (absent(Absence.NOT_ASKED), False),
    ],
)
@pytest.mark.parametrize("question", ["M07.self_harm", "M01.self_harm_now"])
def test_anything_but_a_clear_no_about_self_harm_asks_for_a_clinician(
    question: str, answer: Answer, *, asked: bool
) -> None:
    """Who was spoken to, when and with what outcome is asked, also when only the first day's question was answered."""
    engine = _engine({question: answer})
    for field in ("who", "at", "outcome"):
        assert engine.visible(f"M07.clinical.{field}") is asked, field
        assert engine.mandatory(f"M07.clinical.{field}") is asked, field


def test_self_harm_has_the_day_on_which_it_was_noticed() -> None:
    """A delay can be seen; where nobody knows of any self-harm there is no such day."""
    assert _engine({"M07.self_harm": _state("suspected")}).mandatory("M07.self_harm_noticed")
    assert not _engine({"M07.self_harm": absent(Absence.UNKNOWN)}).visible("M07.self_harm_noticed")
    assert _engine({"M07.self_harm": _state("suspected")}).visible("M07.self_harm_note")


@pytest.mark.parametrize(("said", "who", "agreed"), [
    ("advised_needed", True, True),
    ("advised_not_needed", True, False),
    ("asked_waiting", False, True),
    ("not_considered", False, False),
])  # fmt: skip
def test_advice_on_an_examination_has_a_name(said: str, *, who: bool, agreed: bool) -> None:
    """Advice was given by somebody; whether this child agrees is asked only where an examination may come."""
    engine = _engine({"M07.medical_considered": answered(said)})
    assert engine.mandatory("M07.medical_advised_by") is who
    assert engine.visible("M07.examination_agreement") is agreed
    assert not engine.mandatory("M07.examination_agreement")


@pytest.mark.parametrize(("answers", "asked"), [
    ({"M05.harm.sexual": _state("suspected")}, True),
    ({"M05.harm.physical": _state("conflicting")}, True),
    ({"M01.medical_need": absent(Absence.UNKNOWN)}, True),
    ({"M05.harm.sexual": _state("none_found")}, False),
    ({"M05.harm.bullying": _state("yes")}, False),
    ({}, False),
])  # fmt: skip
def test_the_day_of_possible_harm_is_asked_where_a_clinician_needs_it(
    answers: dict[str, Answer], *, asked: bool
) -> None:
    """The date matters for medical care only, and nothing computes that it is too late."""
    engine = _engine(answers)
    assert engine.visible("M07.last_possible_harm") is asked
    assert not engine.mandatory("M07.last_possible_harm")


@pytest.mark.parametrize(("state", "asked"), [("yes", True), ("suspected", True), ("none_found", False)])
def test_what_school_takes_away_has_a_route_an_end_and_a_replacement(state: str, *, asked: bool) -> None:
    """Only where something is taken away is more asked about it."""
    engine = _engine({"M08.exclusion": _state(state)})
    assert engine.mandatory("M08.exclusion_kind") is asked
    for field in ("route", "end", "replacement", "effect", "only_measure"):
        assert engine.visible(f"M08.exclusion_{field}") is asked, field


def test_an_exclusion_as_the_only_measure_is_questioned() -> None:
    """The page says what to do when being kept away is all there is, and only then."""
    away = {"M08.exclusion": _state("yes")}
    assert _engine({**away, "M08.exclusion_only_measure": answered("yes")}).visible("M08.exclusion_note")
    assert not _engine({**away, "M08.exclusion_only_measure": answered("unsure")}).visible("M08.exclusion_note")
    assert not _engine({"M08.exclusion_only_measure": answered("yes")}).visible("M08.exclusion_note")


@pytest.mark.parametrize(("answers", "asked"), [
    ({"M08.kind": answered("home_educated")}, True),
    ({"M08.kind": answered("none")}, True),
    ({"M08.exclusion": _state("yes"), "M08.exclusion_kind": answered(["educated_elsewhere"])}, True),
    ({"M08.exclusion": _state("yes"), "M08.exclusion_kind": answered(["device_ban"])}, False),
    ({"M08.kind": answered("primary")}, False),
])  # fmt: skip
def test_learning_elsewhere_is_described(answers: dict[str, Answer], *, asked: bool) -> None:
    """A child who is not in an ordinary school has a day that somebody knows about."""
    assert _engine(answers).visible("M08.elsewhere") is asked


@pytest.mark.parametrize(("state", "asked"), [("yes", True), ("suspected", True), ("conflicting", True), ("none_found", False)])  # fmt: skip
def test_domestic_abuse_asks_for_a_safety_check_before_anything_goes_out(state: str, *, asked: bool) -> None:
    """The separate check has to be recorded, and the page says what waits for it."""
    engine = _engine({"M09.domestic_abuse": _state(state)})
    assert engine.visible("M09.safety_check_note") is asked
    assert engine.mandatory("M09.safety_check") is asked
    assert engine.visible("M09.safety_check_by") is asked


@pytest.mark.parametrize(("relation", "shown", "needed"), [
    ("parent", True, True), ("step_parent", True, True), ("grandparent", True, False), ("foster_carer", True, False),
    ("sibling", False, False), ("cousin", False, False), ("not_known", False, False),
])  # fmt: skip
def test_parental_responsibility_is_asked_of_adults(relation: str, *, shown: bool, needed: bool) -> None:
    """Nobody is asked whether a child holds parental responsibility."""
    engine = _engine({"M09.family[r0].relation": answered(relation)}, M09_family=1)
    assert engine.visible("M09.family[r0].parental_responsibility") is shown
    assert engine.mandatory("M09.family[r0].parental_responsibility") is needed


@pytest.mark.parametrize(("offer", "day", "start"), [
    ("offered", True, False), ("accepted", True, True), ("declined", True, False), ("not_offered", False, False),
])  # fmt: skip
def test_an_offer_to_a_carer_has_its_day(offer: str, *, day: bool, start: bool) -> None:
    """An offer has a day; support that was accepted has a start."""
    engine = _engine({"M10.carers[r0].support_offer": answered(offer)}, M10_carers=1)
    assert engine.visible("M10.carers[r0].offered") is day
    assert engine.visible("M10.carers[r0].started") is start


def test_leaving_a_carer_out_was_decided_by_somebody() -> None:
    """A carer recorded as unsafe to involve has the name of who decided it; each carer's own row asks."""
    engine = _engine({"M10.carers[r1].unsafe": _state("yes")}, M10_carers=2)
    assert engine.mandatory("M10.carers[r1].unsafe_decided_by")
    assert not engine.visible("M10.carers[r0].unsafe_decided_by")
    suspected = _engine({"M10.carers[r0].unsafe": _state("suspected")}, M10_carers=1)
    assert suspected.visible("M10.carers[r0].unsafe_decided_by")
    assert not suspected.mandatory("M10.carers[r0].unsafe_decided_by")


@pytest.mark.parametrize(("state", "shown"), [("yes", True), ("suspected", True), ("none_found", False)])
def test_retaliation_says_to_keep_places_out(state: str, *, shown: bool) -> None:
    """Where somebody might be threatened, the page says that places stay out of documents."""
    assert _engine({"M12.retaliation": _state(state)}).visible("M12.retaliation_note") is shown


@pytest.mark.parametrize(
    ("needs", "asked"), [(["spoken_interpreter"], True), (["more_time", "sign_language"], True), (["hearing"], False)]
)
def test_an_interpreter_is_settled_where_this_child_needs_one(needs: list[str], *, asked: bool) -> None:
    """Which interpreter, never a relative, has to be said where interpreting helps this child."""
    assert _engine({"M00.communication": answered([*needs])}).mandatory("M13.interpreter") is asked
    assert "relative" not in {code.code for code in _definition().codes(_definition().item("M13.interpreter"))}
