"""What calls for the full assessment, and R61: less is asked only with a manager's printed reason."""

from __future__ import annotations

import pytest

from hsb_assess.domain.answer import Absence, absent
from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Severity
from hsb_assess.rules.tiers import TRIGGERS, asked_for, triggers
from tests.unit.rules.making import (
    CONFLICTING,
    NONE_FOUND,
    NOT_EVALUATED,
    PASSES,
    SISTER,
    SUSPECTED,
    TODAY,
    YES,
    Given,
    book,
    data,
    definition,
    every_line,
    given,
    on,
    reading,
    said,
    table,
)

BAND = "M03.incidents[i].band"
FOUND: list[tuple[str, Given, dict[str, tuple[str, ...]]]] = [
    ("abusive", given({BAND: "abusive"}), {"band": (BAND,)}),
    ("violent", given({BAND: "violent"}), {"band": (BAND,)}),
    ("problematic", given({BAND: "problematic"}), {}),
    ("secrecy", given({"M03.incidents[i].pressure": ["secrecy"]}), {"pressure": ("M03.incidents[i].pressure",)}),
    ("no pressure", given({"M03.incidents[i].pressure": ["none_evident"]}), {}),
    ("unknown pressure", given({"M03.incidents[i].pressure": ["unknown"]}), {}),
    ("harm yes", given({"M05.harm.neglect": YES}), {"harm": ("M05.harm.neglect",)}),
    ("harm suspected", given({"M05.harm.sexual": SUSPECTED}), {"harm": ("M05.harm.sexual",)}),
    ("no sign of harm", given(every_line(NONE_FOUND)), {}),
    ("harm unknown", given({"M05.harm.sexual": absent(Absence.UNKNOWN)}), {}),
    (
        "harm in the chronology",
        given(event={"e": {"category": "harm_to_child", "what": "W", "when": on("2026-05-01")}}),
        {"harm": ("M02.events[e].what",)},
    ),
    (
        "approached",
        given({"M04.device_use": YES, "M04.approached": SUSPECTED}),
        {"harm": ("M04.approached",), "images": ("M04.approached",)},
    ),
    (
        "a discussion held",
        given({"M01.strategy[s].held": on("2026-05-01")}),
        {"strategy": ("M01.strategy[s].held",)},
    ),
    ("a discussion not held", given({"M01.strategy[s].not_held_reason": "R"}), {}),
    (
        "a discussion in the chronology",
        given(event={"e": {"category": "strategy_discussion", "what": "W", "when": on("2026-05-01")}}),
        {"strategy": ("M02.events[e].what",)},
    ),
    ("an enquiry", given({"M01.s47": "single"}), {"strategy": ("M01.s47",)}),
    ("no enquiry", given({"M01.s47": "none"}), {}),
    (
        "repeated",
        given({"M03.incidents[i].redirected": "repeated_later"}),
        {"repeated": ("M03.incidents[i].redirected",)},
    ),
    ("stopped", given({"M03.incidents[i].redirected": "stopped"}), {}),
    (
        "one home",
        given({BAND: "problematic", "M01.shares_home": YES}),
        {"same_home": ("M01.shares_home", BAND)},
    ),
    (
        "weekends in one home",
        given({BAND: "problematic"}, person=SISTER, child={"k": {"person": "b", "sleeps_same_home": "weekends"}}),
        {"same_home": ("M11.children[k].sleeps_same_home", BAND)},
    ),
    ("one home, a lower band", given({BAND: "inappropriate", "M01.shares_home": YES}), {}),
    ("another home", given({BAND: "problematic", "M01.shares_home": NONE_FOUND}), {}),
    (
        "an adult who may be a risk",
        given(adult={"r": {"person": "partner", "contact_kind": "care", "reason_listed": "may_be_risk"}}),
        {"adult": ("M11.adults[r].reason_listed",)},
    ),
    (
        "a risk that the grid says is met",
        given(
            person=SISTER,
            adult={"r": {"person": "partner", "contact_kind": "none", "reason_listed": "may_have_harmed"}},
            pair={"g": {"older": "partner", "child": "b", "contact": "possible"}},
        ),
        {"adult": ("M11.adults[r].reason_listed",)},
    ),
    (
        "a risk without contact",
        given(adult={"r": {"person": "partner", "contact_kind": "none", "reason_listed": "may_be_risk"}}),
        {},
    ),
    (
        "a new partner and nothing else",
        given(adult={"r": {"person": "partner", "contact_kind": "care", "reason_listed": "care"}}),
        {},
    ),
    (
        "nobody knows who",
        given(adult={"r": {"not_yet_identified": "yes"}}),
        {"adult": ("M11.adults[r].not_yet_identified",)},
    ),
    (
        "an unnamed person of the case",
        given(
            person={"he": {"label": "he", "is": "unidentified"}}, adult={"r": {"person": "he", "contact_kind": "care"}}
        ),
        {"adult": ("M11.adults[r].person",)},
    ),
    ("own images", given({"M04.device_use": YES, "M04.uses": ["own_image"]}), {"images": ("M04.uses",)}),
    ("messages", given({"M04.device_use": YES, "M04.uses": ["messages"]}), {}),
    ("self-harm", given({"M01.self_harm_now": CONFLICTING}), {"self_harm": ("M01.self_harm_now",)}),
    ("no self-harm", given({"M01.self_harm_now": NONE_FOUND}), {}),
    ("looked after", given({"M00.legal_status": ["care_order"]}), {"looked_after": ("M00.legal_status",)}),
    ("child in need", given({"M00.legal_status": ["child_in_need"]}), {}),
    ("an interview", given({"M05.interview": "done"}), {"interview": ("M05.interview",)}),
    ("no interview", given({"M05.interview": "none_planned"}), {}),
    ("nothing", given(), {}),
]


@pytest.mark.parametrize(
    ("held", "expected"), [(held, found) for _, held, found in FOUND], ids=[t for t, _, _ in FOUND]
)
@pytest.mark.parametrize("tier", ["full", "ordinary"])
def test_each_trigger_names_the_answers_that_set_it(
    held: Given, expected: dict[str, tuple[str, ...]], tier: str
) -> None:
    """What a small tier has put out of sight still calls for the full assessment."""
    record = reading(Given({**held.answers, "M00.tier": tier}, held.things))
    assert {trigger.id: trigger.questions for trigger in triggers(record)} == expected


def test_every_trigger_is_met_by_the_table_and_has_its_words() -> None:
    """None can be added without words for the page and a case here."""
    tiers = definition().tiers
    assert tiers is not None
    assert {name for _, _, found in FOUND for name in found} == set(TRIGGERS)
    assert [call.id for call in tiers.triggers] == [*TRIGGERS]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (given(), ""),
        (given({BAND: "normal"}), "ordinary"),
        (given({BAND: "inappropriate"}), "short"),
        (given({BAND: "problematic"}), "short"),
        (given({BAND: "abusive"}), "full"),
        (given({BAND: "normal", "M05.harm.sexual": SUSPECTED}), "full"),
    ],
)
def test_how_much_the_concern_asks_for(held: Given, expected: str) -> None:
    """Ordinary behaviour asks for no more than fifteen answers; a trigger asks for everything."""
    assert asked_for(reading(held)) == expected


SET = {"M00.tier": "short", BAND: "abusive"}
MANAGER = {"manager": {"label": "Manager", "is": "worker"}}


@table(
    ("fires: short while a trigger stands", given(SET), [("M00.tier_reason", BAND)]),
    ("fires: ordinary too", given({**SET, "M00.tier": "ordinary"}), [("M00.tier_reason", BAND)]),
    (
        "fires: a reason that no manager gave",
        given({**SET, "M00.tier_reason": "Because."}),
        [("M00.tier_reason_by", BAND)],
    ),
    (
        "fires: a reason that the lead gave themselves",
        given({**SET, "M00.tier_reason": "Because.", "M00.tier_reason_by": "worker", "M00.lead": "worker"}),
        [("M00.tier_reason_by", BAND)],
    ),
    (
        "fires: an absence is no reason",
        given({**SET, "M00.tier_reason": absent(Absence.NOT_APPLICABLE, why="None needed.")}),
        [("M00.tier_reason", BAND)],
    ),
    ("fires about an answer that this tier hides", given({"M00.tier": "ordinary", "M05.harm.sexual": SUSPECTED}),
     [("M00.tier_reason", "M05.harm.sexual")]),
    (
        "does not fire: a manager's reason",
        given(
            {**SET, "M00.tier_reason": "Because.", "M00.tier_reason_by": "manager", "M00.lead": "worker"},
            person=MANAGER,
        ),
        PASSES,
    ),
    ("does not fire: nothing calls for more", given({"M00.tier": "short", BAND: "problematic"}), PASSES),
    ("is not evaluated in the full assessment", given({**SET, "M00.tier": "full"}), NOT_EVALUATED),
    ("is not evaluated on the first day", given({**SET, "M00.tier": "first_day"}), NOT_EVALUATED),
    ("is not evaluated before the tier is known", given({BAND: "abusive"}), NOT_EVALUATED),
)  # fmt: skip
def test_r61(held: Given, expected: object) -> None:
    """R61: less than the full assessment, while something calls for it, needs a manager's reason."""
    assert said("R61", held) == expected


def test_r61_blocks_and_cannot_be_explained_away() -> None:
    """Its justification is the manager's reason itself; in the full tier it is not even listed."""
    (finding,) = [each for each in evaluate(reading(given(SET)), TODAY, book()).findings if each.rule == "R61"]
    assert finding.severity is Severity.BLOCKER
    full = evaluate(reading(given({**SET, "M00.tier": "full"})), TODAY, book())
    assert "R61" not in full.rules() | {each.rule for each in full.not_evaluated}


def test_the_small_tiers_count_as_practice_says() -> None:
    """Twenty-two answers on the first day, fifteen for ordinary behaviour, each of them asked."""
    tiers = definition().tiers
    assert tiers is not None
    counts = {tier.id: (len(tier.lines), tier.budget) for tier in tiers.tiers}
    assert counts == {"first_day": (22, 22), "ordinary": (15, 15), "short": (0, 75), "full": (0, 350)}
    assert data("holistic/tiers.yaml")["question"] == "M00.tier"
