"""Health, school, family, carers, community and identity: each row of the practice table is asked, gently and in time."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.answer import Absence, Answer, answered
from hsb_assess.instrument.loading import load_yaml
from hsb_assess.instrument.schema import DataClass, Definition, Item, ItemType, Sensitivity, Side
from hsb_assess.instrument.values import evidence_is_due

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS = Path(__file__).parents[3] / "forms"
MODULES = ("M07", "M08", "M09", "M10", "M12", "M13")

PRACTICE = {
    # what practitioners asked for: the question that asks it, with * where it has to be answered
    "M07": {
        "contribution: service, asked, called, received, summary, used in": "contributions* contributions.service* contributions.asked* "
        "contributions.called contributions.received contributions.summary contributions.used_in",
        "physical": "physical*",
        "medical or SARC considered, and who advised": "medical_considered* medical_advised_by?",
        "date of last possible harm, with its precision": "last_possible_harm",
        "sexual health": "sexual_health*",
        "mental health": "mental_health*",
        "self-harm or suicide, and the clinical conversation": "self_harm* self_harm_noticed? clinical.who* clinical.at* clinical.outcome*",
        "sleep": "sleep",
        "medication": "medication",
        "substances": "substances*",
        "CAMHS or F-CAMHS": "camhs*",
        "agreement to examination": "examination_agreement",
    },
    "M08": {
        "setting": "setting* kind",
        "safeguarding lead": "safeguarding_lead*",
        "attendance": "attendance",
        "suspension, exclusion, reduced timetable": "exclusion* exclusion_kind? exclusion_route exclusion_end exclusion_replacement "
        "exclusion_effect exclusion_only_measure",
        "SEN": "sen*",
        "peers": "peers",
        "strengths": "strengths*",
        "where and when risky and safe": "risky_places* safe_places",
        "school plan exists": "school_plan*",
        "other child in the same setting": "other_child_same_setting*",
        "educated elsewhere": "elsewhere",
    },
    "M09": {
        "family map: person, relation, lives, PR": "family* family.person* family.relation* family.lives family.parental_responsibility?",
        "privacy, sleeping, bathing": "arrangements* arrangements_detail",
        "boundaries": "boundaries*",
        "adult material or talk children could meet": "adult_material*",
        "domestic abuse, and the separate safety check": "domestic_abuse* safety_check? safety_check_by",
        "location": "location_risk",
        "family abuse history": "family_abuse_history",
        "substances and mental health": "substances* mental_health*",
        "discipline": "discipline",
        "reaction to the concern": "reaction*",
    },
    "M10": {
        "understanding": "carers* carers.person* carers.understanding*",
        "accepts, unsure, does not accept": "carers.accepts*",
        "supervision": "carers.supervision*",
        "what helps and what gets in the way": "carers.helps* carers.hinders",
        "unsafe to involve, who decided": "carers.unsafe carers.unsafe_decided_by?",
        "own trauma": "carers.trauma",
        "own needs": "carers.needs*",
        "support offered, offered, started": "carers.support_offer* carers.offered carers.started",
        "view of the plan": "carers.view*",
        "literacy and language": "carers.literacy*",
        "limits": "carers.limits",
    },
    "M12": {
        "places, safe or risky": "places places.name* places.kind* places.why",
        "peers": "peers*",
        "exploitation": "exploitation*",
        "missing": "missing*",
        "groups and clubs": "groups",
        "housing and poverty": "housing",
        "stigma or retaliation": "retaliation*",
        "online communities": "online",
        "protective adults": "protective_adults",
    },
    "M13": {
        "identity in this child's words": "identity",
        "culture and faith as strengths": "culture",
        "discrimination": "discrimination*",
        "interpreter": "interpreter?",
        "disability access": "disability_access",
        "bias check: seen first, missed, same view": "bias_first* bias_missed* bias_same",
        "what telling others would mean": "telling_others",
    },
}
"""Marks: * always has to be answered, ? only where an answer calls for it, none is open to be left."""


@cache
def _definition() -> Definition:
    return load_yaml(FORMS / "holistic")


def _named() -> Iterator[tuple[str, str]]:
    """Yield each address of the table with its mark."""
    for module, fields in PRACTICE.items():
        for names in fields.values():
            for name in names.split():
                yield f"{module}.{name.rstrip('*?')}", name[-1] if name[-1] in "*?" else ""


def _questions(module: str) -> list[Item]:
    return [item for item in _definition().items(module) if item.is_question]


@pytest.mark.parametrize(("address", "mark"), list(_named()))
def test_every_field_of_the_practice_table_is_asked(address: str, mark: str) -> None:
    """Each field has its question, and has to be answered exactly where practice asks for it."""
    item = _definition().find(address)
    assert item is not None
    marked = {True: "*", False: ""}.get(item.mandatory, "?") if isinstance(item.mandatory, bool) else "?"
    assert marked == mark


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_asked_that_practice_does_not_ask(module: str) -> None:
    """Every question of these pages stands in the table: none was added unseen."""
    named = {address for address, _ in _named()}
    assert [item.address for item in _questions(module) if item.address not in named] == []
    assert _definition().module(module).side is Side.NEEDS


@pytest.mark.parametrize(
    "address",
    [
        "M07.physical", "M07.sexual_health", "M07.mental_health", "M07.self_harm", "M07.substances", "M07.medical_considered",
        "M09.adult_material", "M09.domestic_abuse", "M12.peers", "M12.exploitation", "M12.missing", "M12.retaliation",
        "M13.discrimination",
    ],
)  # fmt: skip
def test_possible_harm_cannot_be_set_aside(address: str) -> None:
    """What may have harmed this child is never not applicable; every other honest absence is open."""
    assert set(Absence) - set(_definition().item(address).absences) == {Absence.NOT_APPLICABLE}


def test_nothing_is_filled_in_before_anybody_asked() -> None:
    """No question of these pages starts with an answer, and no state about harm has *no* for its fourth value."""
    for module in MODULES:
        for item in _questions(module):
            assert item.initial is None, item.address
    facts = {item.address for module in MODULES for item in _questions(module) if item.plain_fact}
    assert facts == {"M08.exclusion", "M08.other_child_same_setting"}


def test_the_bias_check_is_never_blank() -> None:
    """What adults saw first and may have missed can be open, and cannot be explained away."""
    for address in ("M13.bias_first", "M13.bias_missed"):
        assert _definition().item(address).absences == (Absence.NOT_ASKED,), address


def test_not_accepting_is_described_and_never_rated() -> None:
    """What a carer makes of the report is one of three descriptions without an order, and warmth is no question."""
    accepts = _definition().item("M10.carers.accepts")
    assert accepts.type is ItemType.CHOICE
    codes = _definition().codes(accepts)
    assert [code.code for code in codes] == ["accepts", "unsure", "does_not_accept"]
    assert all(code.ordinal is None for code in codes)
    assert [item.address for item in _questions("M10") if "warm" in item.id or "love" in item.id] == []


@pytest.mark.parametrize(("address", "value", "due"), [
    ("M08.peers", 3, True), ("M08.peers", 2, False), ("M08.peers", 0, False),
    ("M09.boundaries", 4, True), ("M09.boundaries", 1, False),
    ("M10.carers.understanding", 0, True), ("M10.carers.understanding", 3, True), ("M10.carers.understanding", 1, False),
    ("M10.carers.supervision", 0, True), ("M10.carers.supervision", 4, True), ("M10.carers.supervision", "cannot_rate", False),
])  # fmt: skip
def test_a_rating_at_an_end_calls_for_evidence(address: str, value: int | str, *, due: bool) -> None:
    """Three and above, and none seen of a strength, rest on something that somebody saw."""
    item = _definition().item(address)
    assert evidence_is_due(_definition(), item, answered(value)) is due
    assert not evidence_is_due(_definition(), item, Answer(value=value, evidence=("e1",)))


def test_rows_open_with_what_is_asked_first() -> None:
    """A new row shows at most four questions, and who or what it is about comes first."""
    groups = [
        item for module in MODULES for item in _definition().items(module) if item.type is ItemType.GROUP and item.repeats
    ]  # fmt: skip
    assert {group.address: group.first[0] for group in groups} == {
        "M07.contributions": "service",
        "M09.family": "person",
        "M10.carers": "person",
        "M12.places": "name",
    }
    assert all(len(group.first) <= 4 for group in groups)


@pytest.mark.parametrize(("data_class", "addresses"), [
    (DataClass.OWN_HARM, "M07.self_harm M07.clinical.outcome M07.contributions.summary M07.last_possible_harm"),
    (DataClass.OWN_HARM, "M09.adult_material M12.exploitation M12.missing M13.discrimination"),
    (DataClass.SEXUAL_HEALTH, "M07.sexual_health M07.examination_agreement"),
    (DataClass.OTHER_CARER_PRIVATE, "M09.domestic_abuse M09.safety_check M09.location_risk M09.family_abuse_history"),
    (DataClass.OTHER_CARER_PRIVATE, "M09.substances M09.mental_health M12.housing M13.telling_others"),
    (DataClass.OTHER_CARER_PRIVATE, "M10.carers.trauma M10.carers.unsafe M10.carers.hinders M10.carers.needs"),
    (DataClass.DISAGREEMENT, "M10.carers.accepts M10.carers.view"),
    (DataClass.OTHER_CHILD_IDENTITY, "M08.other_child_same_setting"),
    (DataClass.LEGAL, "M09.family.parental_responsibility M10.carers.limits"),
    (DataClass.FORMULATION, "M13.bias_first M13.bias_missed M13.bias_same"),
    (DataClass.WORDS, "M13.identity"),
])  # fmt: skip
def test_what_is_private_is_marked_for_documents(data_class: DataClass, addresses: str) -> None:
    """Each document includes or leaves out an answer by what it is about."""
    assert [name for name in addresses.split() if _definition().item(name).data_class is not data_class] == []


@pytest.mark.parametrize(
    "address",
    [
        "M09.location_risk", "M12.retaliation", "M12.places.name", "M08.setting",
        "M01.sleeps_tonight", "M01.contacts.where", "M11.children.sleeps", "M20.settings.name",
    ],
)  # fmt: skip
def test_what_shows_a_place_is_marked(address: str) -> None:
    """An answer that could show where somebody lives, learns or spends time can be kept out of documents."""
    assert _definition().item(address).sensitivity is Sensitivity.LOCATION_RISK


def test_identity_is_kept_in_this_childs_own_words() -> None:
    """Exact words are exempt from the language check and are known as this child's own."""
    identity = _definition().item("M13.identity")
    assert identity.verbatim
    assert identity.child_voice
