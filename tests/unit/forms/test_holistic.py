"""The holistic form says what rules, documents and screens rely on, and says it in plain, kind words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from hsb_assess.domain.answer import Absence, AnswerState
from hsb_assess.instrument.loading import check, load_yaml
from hsb_assess.instrument.schema import DataClass, Definition, Demand, Item, ItemType, Side, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS = Path(__file__).parents[3] / "forms"

QUESTIONS = {
    "M00": "ref name dob dob_estimated jurisdiction tier tier_reason tier_reason_by retention_class legal_status sex gender_words ethnicity language faith "
    "communication lead co_assessor supervisor hsb_training qualifications complex complex_why consultee consulted told_about_record",
    "M01": "received source reason decision_at decision_by decision_what sleeps_tonight danger self_harm_now medical_need medical_raised "
    "medical_advised_by shares_home shares_home_with stops_contact_tonight arrangement.what arrangement.agreed_by arrangement.until separation "
    "separation_route separation_effect contacts.when contacts.by contacts.where contacts.how contacts.missed_because contacts.note told_child "
    "police_told health_told manager_told strategy.held strategy.not_held_reason strategy.manager_reason strategy.attendees "
    "strategy.told_who_what_when strategy.shared_since strategy.shared_things s47 s47_state s47_single_why s47_agreed_by overrun_reason overrun_effect decision_late_reason decision_late_effect conference_late_reason conference_needed conference_route conference_held "
    "separate_worker duty.aware duty.reported_to duty.on duty.reference",
    "M02": "events.when events.what events.category events.source events.response events.meaning events.people events.verbatim events.to "
    "earlier_referrals.received earlier_referrals.source earlier_referrals.decision earlier_referrals.decided earlier_referrals.reason "
    "earlier_referrals.outcome differs_now earlier_behaviour earlier_harm carers.who carers.from carers.until carers.why gaps missed_opportunity",
    "M03": "incidents.when incidents.place incidents.supervision incidents.category incidents.other_person incidents.relation incidents.age_gap "
    "incidents.power incidents.pressure incidents.frequency incidents.redirected incidents.child_account incidents.account_interpreter incidents.account_aid incidents.effect_other "
    "incidents.effect_other_text incidents.times.when incidents.times.place incidents.times.source incidents.times.jurisdiction incidents.stage incidents.stage_why incidents.standing incidents.summary incidents.band incidents.band_why pattern",
    "M04": "device_use supervision uses first_exposure approached peers report_help devices.holder devices.seized devices.expected filters image_free",
    "M05": "enquiry interview interview_planned interview_done harm.sexual harm.exploitation harm.sibling_peer harm.online harm.physical "
    "harm.emotional harm.neglect harm.domestic_abuse harm.bullying harm.institutional harm.harmful_practice signs.family signs.description "
    "signs.when signs.observer signs.context signs.other_explanations signs.referred_behaviour boundaries.who boundaries.what harmed_by "
    "investigation.which_child investigation.force investigation.officer investigation.trained investigation.reported investigation.route "
    "investigation.device_expected investigation.conditions investigation.next_chase investigation.outcome losses.when losses.what coping impact "
    "threshold threshold_why threshold_date threshold_ref explanations.what explanations.why explanations.expect support_need wish_to_wait wait_recheck",
    "M06": "milestones learning_disability autism adhd speech_language learning_disability_formed autism_formed adhd_formed speech_language_formed "
    "understanding regulation peer_skills puberty adaptations",
    "M11": "children.person children.relation children.where_met children.sleeps children.sleeps_same_home children.age children.dob children.concern "
    "children.spoken_to children.own_referral children.own_referral_ref children.decision children.decision_by children.wishes "
    "children.support_offer children_checked children_checked_where adults.person adults.not_yet_identified adults.relation adults.contact_kind "
    "adults.reason_listed adults.access adults.earlier_allegations adults.boundary_testing adults.change_over_time adults.check adults.check_asked "
    "adults.check_of adults.check_result adults.check_why_not adults.release adults.release_what adults.release_who adults.offender_manager conditions.binds conditions.about "
    "conditions.kind conditions.text conditions.from conditions.to conditions.status conditions.set_by conditions.changed "
    "conditions.changed_on conditions.changed_by conditions.changed_why conditions.then_what conditions.then_who conditions.then_told "
    "adults_checked adults_checked_where pairs.older pairs.child pairs.contact pairs.what pairs.who pairs.until pairs.agreed_by",
    "M07": "contributions.service contributions.asked contributions.called contributions.received contributions.summary contributions.used_in "
    "physical medical_considered medical_advised_by last_possible_harm examination_agreement sexual_health mental_health self_harm "
    "self_harm_noticed clinical.who clinical.at clinical.outcome sleep medication substances camhs",
    "M08": "setting kind safeguarding_lead attendance exclusion exclusion_kind exclusion_route exclusion_end exclusion_replacement "
    "exclusion_effect exclusion_only_measure sen peers strengths risky_places safe_places school_plan other_child_same_setting elsewhere",
    "M09": "family.person family.relation family.lives family.parental_responsibility arrangements arrangements_detail boundaries "
    "adult_material domestic_abuse safety_check safety_check_by location_risk family_abuse_history substances mental_health discipline reaction",
    "M10": "carers.person carers.understanding carers.accepts carers.supervision carers.helps carers.hinders carers.unsafe "
    "carers.unsafe_decided_by carers.trauma carers.needs carers.support_offer carers.offered carers.started carers.view carers.literacy "
    "carers.limits",
    "M12": "places.name places.kind places.why peers exploitation missing groups housing retaliation online protective_adults",
    "M13": "identity culture discrimination interpreter disability_access bias_first bias_missed bias_same telling_others",
    "M14": "how_sought words.words words.when words.to words.how_came words.interpreter words.aid_used words.aid worries hopes best_worst wants_known understanding "
    "view_of_plan changed advocate alternative observation",
    "M15": "talents trusted_adults peers times_not self_control goods.belonging goods.fun goods.achievement goods.independence goods.calm "
    "goods.meaning goods.health goods.relationships aspirations strengths.what strengths.rating strengths.where",
    "M16": "status route nation legal_advice told_use contact under_investigation interview_planned interview_done adult tool_used tool_by "
    "tool_date tool_conclusion disclosure_limits delay_reason effect outcome notification devices.holder devices.seized devices.expected "
    "devices.returned",
    "M17": "agencies.agency agencies.who agencies.asked agencies.called agencies.received agencies.summary agencies.missing agencies.used_in "
    "decisions.when decisions.what decisions.who decisions.by decisions.safety decisions.other_acting decisions.alternatives decisions.known "
    "decisions.unknown decisions.unknown_owner decisions.unknown_by decisions.effect decisions.dissent decisions.since extent.other_incidents "
    "extent.other_children extent.adults extent.places extent.devices extent.period extent.looked_by extent.looked_when challenges.raised "
    "challenges.by challenges.to challenges.issue challenges.stage challenges.response challenges.response_on challenges.outcome "
    "no_challenge.hardest no_challenge.who_could sharing_basis sharing_override",
    "M18": "presenting predisposing precipitating perpetuating protective function needs_behind harm_bearing alternative change_mind confidence agreement",
    "M19": "likelihood likelihood_concern seriousness seriousness_concern context context_concern imminence imminence_concern risk_to "
    "risk_to_concern risk_from risk_from_concern needs.belonging needs.fun needs.achievement needs.independence needs.calm needs.meaning "
    "needs.health needs.relationships strengths.child strengths.family strengths.school strengths.community unknowns continuum declined "
    "declined_why valid_until",
    "M20": "settings.setting settings.name settings.risky settings.protects settings.signs settings.child_does settings.adults_do settings.adults "
    "settings.adults_agreed settings.supervision settings.sleeping settings.devices settings.contact settings.good_kept settings.restrictive "
    "settings.legal_route settings.replacement settings.effect settings.restrict_end settings.breach settings.from settings.to settings.review "
    "settings.for_concern settings.unknown settings.unknown_owner settings.unknown_by settings.shown_child settings.shown_carer settings.disagreement settings.our_answer last_review",
    "M21": "actions.need actions.for_need actions.goal actions.action actions.work actions.preventive actions.owner actions.by_when actions.status actions.for_harm "
    "actions.agency actions.offered actions.start actions.duration actions.frequency actions.measure actions.therapy actions.therapy_by "
    "actions.therapy_wish actions.therapy_why carer_actions sibling_actions",
    "M22": "kind review_date trigger changes recurrence actions_done outcomes.measure outcomes.need outcomes.baseline outcomes.baseline_on "
    "outcomes.now outcomes.now_on outcomes.source child_view carers_view worked harmed_by differs_now closure_reason residual step_down_owner "
    "reentry",
    "M23": "required_read rules_seen statements_opened balance challenge reasons wellbeing next_supervision",
}
"""Ids that rules, documents and screens name; adding is free, renaming breaks a record."""

THINGS = {
    "person": "label is relation role agency",
    "agency": "label",
    "evidence": "source when what kind agency recorded verbatim confidence basis sensitivity how_came record_search_only",
    "event": "when what category source",
    "contact": "when by how",
    "child": "person relation decision",
    "adult": "person reason_listed check",
    "pair": "older child contact",
    "condition": "binds kind text from to status",
    "setting": "setting name review",
    "action": "action work owner",
}
"""Kinds of thing with fields that a picker or a list shows."""

HARM_LINES = 11
TRIVIAL = {"M00.name"}


def _yaml(path: str) -> Any:  # noqa: ANN401  # a data file has whatever shape the test goes on to check
    return yaml.safe_load((FORMS / path).read_text(encoding="utf-8"))


@cache
def _definition() -> Definition:
    return load_yaml(FORMS / "holistic")


def _questions() -> Iterator[Item]:
    return (item for item in _definition().items() if item.is_question)


def _texts(node: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every English text below ``node`` with where it stands."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "en":
                yield place, value
            else:
                yield from _texts(value, f"{place}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            name = value.get("id", number) if isinstance(value, dict) else number
            yield from _texts(value, f"{place}[{name}]")


def test_the_form_has_no_faults() -> None:
    """The linter finds nothing in any form, list or module."""
    assert [str(fault) for fault in check([FORMS])] == []


@pytest.mark.parametrize("module", QUESTIONS)
def test_every_id_that_others_name_is_there(module: str) -> None:
    """A rule or a document that names a question finds it."""
    missing = [name for name in QUESTIONS[module].split() if _definition().find(f"{module}.{name}") is None]
    assert missing == []


@pytest.mark.parametrize("kind", THINGS)
def test_every_kind_of_thing_has_a_group_with_its_fields(kind: str) -> None:
    """A picker can make a new thing, and a list can show it."""
    group = _definition().group_for_kind(kind)
    assert group is not None
    assert [name for name in THINGS[kind].split() if group.child(name) is None] == []


def test_modules_stand_in_child_first_order() -> None:
    """Safety and this child's voice come before harm, and harm before the behaviour."""
    order = " ".join(module.id for module in _definition().modules)
    assert order == "M00 M01 M02 M11 M14 M15 M06 M07 M08 M09 M10 M12 M13 M05 M03 M04 M16 M17 M18 M19 M20 M21 M22 M23"


def test_four_sides_are_balanced_and_the_review_is_apart() -> None:
    """Each bar has a module; the supervisor's answers belong to the review stream and to no bar."""
    modules = _definition().modules
    assert {module.side for module in modules} == set(Side)
    assert [module.id for module in modules if module.stream is Stream.REVIEW] == ["M23"]
    assert _definition().module("M23").side is Side.NONE


def test_every_question_asks() -> None:
    """Each label is one question of at most eighteen words."""
    labels = [(item.address, item.label.en) for item in _questions()]
    assert [each for each in labels if not each[1].endswith("?") or len(each[1].split()) > 18] == []


def test_every_question_has_short_help_beside_it() -> None:
    """Help is there for all but the plainest, and is read in a breath."""
    without = {item.address for item in _questions() if item.help is None}
    long = [item.address for item in _questions() if item.help is not None and len(item.help.en.split()) > 45]
    assert without <= TRIVIAL
    assert long == []


def test_labels_are_understood_out_of_their_place() -> None:
    """A list of open questions shows labels alone, so no two in one group read the same."""
    seen: dict[tuple[str, str], str] = {}
    for item in _questions():
        key = (item.address.rpartition(".")[0], item.label.en)
        assert key not in seen, item.address
        seen[key] = item.address


def test_harm_grid_asks_eleven_lines_and_bars_not_applicable() -> None:
    """Each line of harm is asked about every child, offers nine states and evidence, and is about own harm."""
    lines = _definition().item("M05.harm").items
    assert len(lines) == HARM_LINES
    for line in lines:
        assert line.type is ItemType.STATE
        assert line.mandatory is True
        assert line.when is None
        assert set(Absence) - set(line.absences) == {Absence.NOT_APPLICABLE}
        assert line.evidence is Demand.OFFERED
        assert line.data_class is DataClass.OWN_HARM


def test_development_cannot_be_set_aside() -> None:
    """No question about growing and learning may be called not applicable."""
    assert [
        item.address
        for item in _definition().items("M06")
        if item.is_question and Absence.NOT_APPLICABLE in item.absences
    ] == []


def test_bands_and_the_five_parts_demand_evidence() -> None:
    """A rating of an incident, and each part of the explanation, cites what it rests on."""
    assert _definition().item("M03.incidents.band").evidence is Demand.REQUIRED
    for part in ("presenting", "predisposing", "precipitating", "perpetuating", "protective"):
        assert _definition().item(f"M18.{part}").evidence is Demand.REQUIRED, part


def test_bands_run_from_normal_to_violent() -> None:
    """The order of the bands is in the list, for comparison only."""
    codes = _definition().codes(_definition().item("M03.incidents.band"))
    assert [code.code for code in sorted(codes, key=lambda code: code.ordinal or 0)] == [
        "normal", "inappropriate", "problematic", "abusive", "violent",
    ]  # fmt: skip


def test_explanations_are_alphabetical_with_other_last() -> None:
    """The order of explanations suggests nothing."""
    words = [code.en.casefold() for code in _definition().lists["explanations"].codes]
    assert words[:-1] == sorted(words[:-1])
    assert words[-1] == "other"


def test_this_childs_words_are_exempt_and_marked() -> None:
    """Exact words are not checked for language and are known as this child's own."""
    words = _definition().item("M14.words.words")
    assert words.verbatim
    assert words.child_voice
    assert words.data_class is DataClass.WORDS


def test_nothing_offers_a_place_for_an_image() -> None:
    """A form has no type that could hold one, and the device module says so."""
    assert _definition().item("M04.image_free").mandatory is True
    assert _definition().item("M04.no_images").type is ItemType.NOTE


def test_no_question_names_an_offence_of_this_child() -> None:
    """A child under ten has no offence field: no label, option or id of the form has one for any child."""
    texts = [text for module in QUESTIONS for _, text in _texts(_yaml(f"holistic/{module}.yaml"))]
    assert [
        text for text in texts if re.search(r"\boffen[cs]e|\bguilty\b|\bcriminal record\b", text, re.IGNORECASE)
    ] == []
    assert [item.address for item in _questions() if "offence" in item.address] == []


@pytest.mark.parametrize(
    "address",
    [
        "M04.uses", "M04.supervision", "M04.first_exposure", "M04.peers", "M04.filters", "M04.devices",
        "M00.complex_why", "M00.consultee", "M01.medical_raised", "M01.medical_advised_by", "M01.shares_home_with",
        "M01.separation_route", "M01.conference_route", "M01.s47_single_why", "M01.s47_agreed_by", "M01.conference_late_reason", "M05.interview_planned", "M05.threshold_ref", "M05.wait_recheck",
        "M06.autism_formed", "M11.adults.check_asked", "M20.settings.legal_route", "M20.settings.replacement",
        "M20.settings.effect", "M20.settings.restrict_end", "M21.actions.therapy_by",
    ],
)  # fmt: skip
def test_detail_is_asked_only_where_it_applies(address: str) -> None:
    """A conditional question stays hidden until an answer calls for it."""
    assert _definition().item(address).when is not None


def test_approach_online_is_asked_before_device_use_is_known() -> None:
    """What was done to this child is asked even while the use of devices has not been asked about."""
    assert _definition().item("M04.approached").when is None


def test_rows_show_at_most_four_columns() -> None:
    """A row opens with few fields, and its summary tells it from the others."""
    groups = [item for item in _definition().items() if item.type is ItemType.GROUP and item.repeats]
    assert [item.address for item in groups if not 1 <= len(item.columns) <= 4] == []
    assert [item.address for item in groups if item.row_label is None] == []


def test_scales_have_five_described_anchors() -> None:
    """Every point of a scale says what it means."""
    for item in _questions():
        if item.type is ItemType.SCALE:
            assert [code.ordinal for code in _definition().codes(item) if code.help] == [0, 1, 2, 3, 4], item.address


def test_states_about_plain_facts_are_marked() -> None:
    """Whether somebody was told, offered or seen has *no* for its fourth value."""
    for address in (
        "M00.told_about_record",
        "M01.shares_home",
        "M01.separate_worker",
        "M04.report_help",
        "M14.advocate",
    ):
        assert _definition().item(address).plain_fact, address
    assert not any(line.plain_fact for line in _definition().item("M05.harm").items)


def test_what_was_done_is_not_suspected() -> None:
    """Whether something was done or looked into is yes or no; what the form asks further about when suspected can be."""
    both = (AnswerState.YES, AnswerState.NONE_FOUND)
    for address in ("M00.told_about_record", "M01.separate_worker", "M05.enquiry", "M11.children.spoken_to"):
        assert _definition().states(_definition().item(address)) == both, address
    for address in ("M01.shares_home", "M05.wish_to_wait", "M08.exclusion", "M05.harm.sexual", "M01.danger"):
        assert _definition().states(_definition().item(address)) == tuple(AnswerState), address


def test_every_list_is_used_and_every_code_distinct() -> None:
    """No dead list; no code that could be mistaken for another."""
    used = {item.options for item in _questions() if isinstance(item.options, str)}
    files = {path.stem for path in (FORMS / "lists").glob("*.yaml")}
    assert files == used == set(_definition().lists)
    for listed in _definition().lists.values():
        assert len({code.code for code in listed.codes}) == len(listed.codes), listed.id
        assert len({code.en for code in listed.codes}) == len(listed.codes), listed.id


LASTING = {
    "M02.carers.from",
    "M02.carers.until",
    "M02.events.when",
    "M03.incidents.times.when",
    "M03.incidents.when",
    "M05.losses.when",
    "M05.signs.when",
    "M07.last_possible_harm",
    "M07.self_harm_noticed",
    "M14.words.when",
    "things.evidence.when",
    "things.person.died",
}
"""What may have gone on for a while, or is remembered as *about*."""


def test_only_what_can_last_or_blur_asks_for_more_than_one_date() -> None:
    """A meeting, a request or a day to look again is one date: no box for an end stands beside it."""
    form = load_yaml(FORMS / "holistic")
    assert {item.address for item in form.items() if item.type is ItemType.DATE and not item.exact} == LASTING
