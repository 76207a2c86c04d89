"""R11 to R13: the three core agencies think together, and no decision about safety rests on one of them."""

from __future__ import annotations

from typing import Any

from tests.unit.rules.making import NOT_EVALUATED, PASSES, SISTER, Given, given, on, said, table

HELD = {"M01.strategy[s].held": "2026-05-20T15:00:00+01:00"}
ATTENDEES = "M01.strategy[s].attendees"
ALL = ["health", "police", "social_care"]


@table(
    ("none held", given(), NOT_EVALUATED),
    ("held, and nobody said yet who was there", given(HELD), NOT_EVALUATED),
    ("not held, with a reason", given({"M01.strategy[s].not_held_reason": "Manager."}), NOT_EVALUATED),
    ("told by the chronology alone", given(event={"e": {"category": "strategy_discussion"}}), NOT_EVALUATED),
    ("all three", given({**HELD, ATTENDEES: ALL}), PASSES),
    ("all three and more", given({**HELD, ATTENDEES: [*ALL, "education"]}), PASSES),
    ("without health", given({**HELD, ATTENDEES: ["police", "social_care"]}), [(ATTENDEES,)]),
    ("without police", given({**HELD, ATTENDEES: ["health", "social_care"]}), [(ATTENDEES,)]),
    ("without social care", given({**HELD, ATTENDEES: ["health", "police"]}), [(ATTENDEES,)]),
    (
        "each discussion on its own",
        given(
            {
                **HELD,
                ATTENDEES: ALL,
                "M01.strategy[t].held": "2026-05-29T10:00:00+01:00",
                "M01.strategy[t].attendees": ["social_care"],
            }
        ),
        [("M01.strategy[t].attendees",)],
    ),
)
def test_r11(held: Given, expected: object) -> None:
    """A discussion that was held had police, social care and health in it."""
    assert said("R11", held) == expected


@table(
    ("nobody has said", given(), NOT_EVALUATED),
    ("no enquiries", given({"M01.s47": "none"}), PASSES),
    ("made together", given({"M01.s47": "joint"}), PASSES),
    ("made by one agency", given({"M01.s47": "single"}), [("M01.s47",)]),
)
def test_r12(held: Given, expected: object) -> None:
    """Enquiries by one agency alone are explained."""
    assert said("R12", held) == expected


def event(category: str, day: str = "2026-05-27", **fields: object) -> dict[str, dict[str, Any]]:
    """Return one chronology event."""
    return {"e": {"when": on(day), "category": category, "what": "Decided.", **fields}}


TOLD = "M02.events[e].what"
EARLIER = {"M02.earlier_referrals[r].decided": on("2026-05-27")}


@table(
    ("nothing decided", given(), PASSES),
    ("no action because another agency is acting", given(event=event("decision_other_acting")), [(TOLD,)]),
    ("a decision of several agencies", given(event=event("decision", decided_by=["health", "police"])), PASSES),
    ("a decision of police alone", given(event=event("decision", decided_by=["police"])), [(TOLD,)]),
    ("a decision of social care alone", given(event=event("decision", decided_by=["social_care"])), PASSES),
    ("nobody said who took part", given(event=event("condition_ended")), PASSES),
    ("a condition set by police alone", given(event=event("condition_set", decided_by=["police"])), [(TOLD,)]),
    ("a condition varied by police alone", given(event=event("condition_varied", decided_by=["police"])), [(TOLD,)]),
    ("a condition ended by police alone", given(event=event("condition_ended", decided_by=["police"])), [(TOLD,)]),
    ("a criminal outcome is no safety decision", given(event=event("police_milestone")), PASSES),
    (
        "an earlier referral left to another agency",
        given({"M02.earlier_referrals[r].decision": "other_agency_acting"}),
        [("M02.earlier_referrals[r].decision",)],
    ),
    ("an earlier referral closed", given({"M02.earlier_referrals[r].decision": "no_further_action"}), PASSES),
    ("the first decision", given({"M01.decision_what": "other_agency_acting"}), [("M01.decision_what",)]),
    (
        "the row decides, and the event of that day says no more",
        given(
            {**EARLIER, "M02.earlier_referrals[r].decision": "other_agency_acting"},
            event=event("decision_other_acting"),
        ),
        [("M02.earlier_referrals[r].decision",)],
    ),
    (
        "a row of another day decides nothing",
        given(
            {**EARLIER, "M02.earlier_referrals[r].decision": "assessment"},
            event=event("decision_other_acting", "2026-05-28"),
        ),
        [(TOLD,)],
    ),
    (
        "a decision about safety by police alone, in its row",
        given({"M17.decisions[d].safety": "yes", "M17.decisions[d].by": ["police"]}),
        [("M17.decisions[d].by",)],
    ),
    (
        "a decision about safety by several agencies, in its row",
        given({"M17.decisions[d].safety": "yes", "M17.decisions[d].by": ["police", "social_care"]}),
        PASSES,
    ),
    (
        "a decision on which no safety rests",
        given({"M17.decisions[d].safety": "no", "M17.decisions[d].by": ["police"]}),
        PASSES,
    ),
    (
        "nothing done because another agency was acting, in its row",
        given({"M17.decisions[d].other_acting": "yes", "M17.decisions[d].by": ["health", "police"]}),
        [("M17.decisions[d].other_acting",)],
    ),
    (
        "the decision's own row, with who took part, decides about its event",
        given(
            {"M17.decisions[d].when": on("2026-05-27"), "M17.decisions[d].by": ["police", "social_care"]},
            event=event("decision", decided_by=["police"]),
        ),
        PASSES,
    ),
    (
        "a condition in the register, by police alone",
        given(condition={"k": {"binds": ["a"], "decided_by": ["police"]}}),
        [("M11.conditions[k].decided_by",)],
    ),
    (
        "the register decides about the events of its people",
        given(
            person=SISTER,
            event=event("condition_ended", decided_by=["police"], people=["b"]),
            condition={"k": {"binds": ["a"], "about": ["b"], "decided_by": ["police", "social_care"]}},
        ),
        PASSES,
    ),
    (
        "a decision of the same day is none about a condition",
        given(
            {"M01.decision_at": "2026-05-27T10:00:00+01:00", "M01.decision_what": "assessment"},
            event=event("condition_ended", decided_by=["police"]),
        ),
        [(TOLD,)],
    ),
)
def test_r13(held: Given, expected: object) -> None:
    """What police decided alone, or what was left to another agency, is explained."""
    assert said("R13", held) == expected
