"""Child E's first draft, as the vignette tells it: referral, chronology and behaviour, and nothing else.

A wholly fictional case. Labels stand in for ids.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.unit.rules.child_a import event, incident, worker
from tests.unit.rules.making import Given, cited, on

TODAY = date(2026, 11, 2)

PEOPLE = {
    "e": {"label": "Child E", "is": "this_child"},
    "child": {"label": "foster carer's grandchild (7)", "is": "child", "relation": "child in a former placement"},
    "carer": {"label": "foster carer", "is": "adult", "relation": "former foster carer"},
    "adult24": {"label": "adult (24)", "is": "adult", "relation": "adult who collects her"},
    "r": worker("Worker R", "social care"),
    "home": worker("home staff", "placement"),
    "service": worker("fostering service", "placement"),
    "officer": worker("police officer", "police"),
    "advocate": worker("advocate", "advocacy service"),
    "camhs": worker("CAMHS", "health"),
    "file": worker("social care file", "social care"),
}

EVENTS = {
    "e_early": event("2014", "harm_to_child", "file", "Neglect, domestic abuse at home, sexual abuse by an uncle."),
    "e_therapy": event("2019", "support_ended", "camhs", "Ended after five of twelve sessions when she had to move."),
    "e_missing": event("2026-01", "contact", "home", "Missing four times; an adult of 24 collects her.", "adult24"),
    "e_august": event("2026-09-06", "behaviour", "carer", "Touched a younger child under clothing in August.", "child"),
    "e_moved": event("2026-09-07", "move", "service", "Placement ended within the day."),
    "e_referral": event("2026-09-08", "referral", "service", "Received 10:15; decided the same day."),
    "e_strategy": event("2026-09-09", "strategy_discussion", "r", "Social care, police, health, education, fostering."),
    "e_bail": event("2026-09-15", "condition_set", "officer", "Not to contact the child, to 8 December.", "child"),
    "e_interview": event("2026-10-06", "police_milestone", "officer", "Interview done, solicitor present."),
    "e_words": event(
        "2026-10-12",
        "child_words",
        "advocate",
        "I know it was wrong. Nobody asked why I can't sleep in that house.",
        verbatim="yes",
        to="advocate",
    ),
    "e_bail_off": event(
        "2026-10-19", "condition_ended", "officer", "Removed by police alone.", "child", decided_by=["police"]
    ),
    "e_seen": event("2026-10-28", "seen", "r", "Seen alone. Wants college, a dog, and her sister's number."),
}

ANSWERS = {
    "M00.ref": "E-1",
    "M00.name": "Child E",
    "M00.dob": on("2010-10-14"),
    "M00.jurisdiction": "england",
    "M00.tier": "full",
    "M00.legal_status": ["looked_after"],
    "M01.received": "2026-09-08T10:15:00+01:00",
    "M01.source": "service",
    "M01.reason": "The carer reports that a younger child told his mother.",
    "M01.decision_at": "2026-09-08T16:00:00+01:00",
    "M01.decision_what": "assessment_and_strategy",
    "M01.strategy[s].held": "2026-09-09T10:00:00+01:00",
    "M01.strategy[s].attendees": ["education", "health", "placement", "police", "social_care"],
    **incident(
        "august",
        when=on("2026-08"),
        place="placement",
        category=["touch_under"],
        other_person="child",
        relation="child_in_former_placement",
        age_gap="other_much_younger",
        power=["age"],
        band=cited("abusive", "x_carer"),
        band_why="A much younger child.",
    ),
}

EVIDENCE = {
    "x_carer": {"source": "carer", "when": on("2026-09-06"), "kind": "carer_said", "what": "What the carer was told."},
}


def draft(answers: dict[str, Any] | None = None, **things: dict[str, Any]) -> Given:
    """Return the first draft, with what is recorded later on top of it."""
    held: dict[str, dict[str, Any]] = {"person": PEOPLE, "event": EVENTS, "evidence": EVIDENCE}
    merged = {kind: {**held.get(kind, {}), **things.get(kind, {})} for kind in {*held, *things}}
    return Given({**ANSWERS, **(answers or {})}, merged)
