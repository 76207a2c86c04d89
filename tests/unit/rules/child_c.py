"""Child C's first draft, as the vignette tells it: referral, chronology, behaviour and devices, and nothing else.

A wholly fictional case. Labels stand in for ids.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.unit.rules.child_a import event, incident, worker
from tests.unit.rules.making import NONE_FOUND, YES, Given, cited, on

TODAY = date(2026, 9, 14)

PEOPLE = {
    "c": {"label": "Child C", "is": "this_child"},
    "girl": {"label": "girl in his year (13)", "is": "child", "relation": "fellow pupil"},
    "father": {"label": "father", "is": "adult", "relation": "father"},
    "mother": {"label": "mother", "is": "adult", "relation": "mother"},
    "q": worker("Worker Q", "social care"),
    "school": worker("school", "school"),
    "nurse": worker("school nurse", "health"),
    "officer": worker("police officer", "police"),
    "camhs": worker("CAMHS", "health"),
}

EVENTS = {
    "e_bullied": event("2024-11", "other", "school", "Bullied after a speech difficulty was mocked."),
    "e_phone": event("2025-09", "other", "mother", "Given a phone without filters; up most nights."),
    "e_picture": event("2026-03-11", "behaviour", "school", "An altered picture was sent round a group chat.", "girl"),
    "e_seized": event("2026-03-12", "police_milestone", "officer", "Phone and laptop taken. Voluntary interview."),
    "e_out": event("2026-03-13", "restriction", "school", "Suspended, then educated elsewhere three hours a day."),
    "e_first": event("2026-03-16", "referral", "school", "First referral, received 09:05."),
    "e_nfa": event("2026-03-19", "decision_other_acting", "q", "No further action, police matter."),
    "e_asked": event("2026-06-02", "support_asked", "camhs", "Referral from GP for low mood."),
    "e_camhs": event(
        "2026-06-02",
        "support_on_hold",
        "camhs",
        "Will consider after the court outcome.",
        hold_reason="police_or_court",
    ),
    "e_console": event("2026-07-24", "harm_to_child", "father", "Messages found: pictures sent, then money asked for."),
    "e_again": event("2026-07-27", "referral", "father", "Re-referred, received 11:40."),
    "e_strategy": event("2026-07-29", "strategy_discussion", "q", "Social care, police, health, education."),
    "e_arm": event("2026-08-03", "self_harm", "nurse", "Self-harm noticed. Says that he is fine."),
    "e_words": event("2026-08-20", "child_words", "q", "I just wanted them to stop.", verbatim="yes", to="q"),
    "e_wait": event("2026-09-02", "police_milestone", "officer", "Examination expected in January 2027."),
}

CONTACTS = {"c_alone": {"when": on("2026-08-20"), "by": "q", "where": "school", "how": "alone"}}

ANSWERS = {
    "M00.ref": "C-1",
    "M00.name": "Child C",
    "M00.dob": on("2012-02-03"),
    "M00.jurisdiction": "england",
    "M00.tier": "full",
    "M01.received": "2026-07-27T11:40:00+01:00",
    "M01.source": "father",
    "M01.reason": "Father found messages on a games console.",
    "M01.decision_at": "2026-07-27T15:00:00+01:00",
    "M01.decision_what": "assessment_and_strategy",
    "M01.shares_home": NONE_FOUND,
    "M01.strategy[s].held": "2026-07-29T10:00:00+01:00",
    "M01.strategy[s].attendees": ["education", "health", "police", "social_care"],
    "M02.earlier_referrals[r].received": on("2026-03-16"),
    "M02.earlier_referrals[r].decision": "other_agency_acting",
    "M02.earlier_referrals[r].decided": on("2026-03-19"),
    **incident(
        "march",
        when=on("2026-03-11"),
        place="online",
        category=["technology"],
        other_person="girl",
        relation="fellow_pupil",
        age_gap="similar",
        band=cited("problematic", "x_school"),
        band_why="An altered picture, sent to many.",
    ),
    "M04.device_use": YES,
    "M04.approached": YES,
    "M04.uses": ["altered_image"],
}

EVIDENCE = {
    "x_school": {"source": "school", "when": on("2026-03-11"), "kind": "record", "what": "What was reported."},
}


def draft(answers: dict[str, Any] | None = None, **things: dict[str, Any]) -> Given:
    """Return the first draft, with what is recorded later on top of it."""
    held: dict[str, dict[str, Any]] = {"person": PEOPLE, "event": EVENTS, "evidence": EVIDENCE, "contact": CONTACTS}
    merged = {kind: {**held.get(kind, {}), **things.get(kind, {})} for kind in {*held, *things}}
    return Given({**ANSWERS, **(answers or {})}, merged)
