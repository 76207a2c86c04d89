"""Child A's first draft, as the vignette tells it: referral, chronology and behaviour, and nothing else.

A wholly fictional case. No devices come up, so M04 stays *not yet asked*. Labels stand in for ids.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.unit.rules.making import YES, Given, cited, on

TODAY = date(2026, 6, 8)


def worker(label: str, agency: str) -> dict[str, Any]:
    """Return somebody who works with the family."""
    return {"label": label, "is": "worker", "role": label, "agency": agency}


PEOPLE = {
    "a": {"label": "Child A", "is": "this_child"},
    "b": {"label": "half-sister B", "is": "child", "relation": "half-sister"},
    "pupil": {"label": "pupil (8)", "is": "child", "relation": "pupil at the same school"},
    "mother": {"label": "mother", "is": "adult", "relation": "mother"},
    "partner": {"label": "Adult M", "is": "adult", "relation": "mother's partner"},
    "p": worker("Worker P", "social care"),
    "duty": worker("duty manager", "social care"),
    "nurse": worker("school nurse", "health"),
    "gp": worker("GP", "health"),
    "teacher": worker("class teacher", "school"),
    "officer": worker("police officer", "police"),
}


def event(day: str, category: str, source: str, what: str, *people: str, **more: object) -> dict[str, Any]:
    """Return one chronology event."""
    found = {"when": on(day), "category": category, "source": source, "what": what, **more}
    return {**found, "people": list(people)} if people else found


EVENTS = {
    "e_school": event("2026-02-02", "sign", "teacher", "Attendance fell from 96% to 81%; no longer changes for PE."),
    "e_gp": event("2026-03-09", "health", "gp", "Bed-wetting came back after four dry years. Review in three months."),
    "e_april": event(
        "2026-04-14",
        "behaviour",
        "teacher",
        "Touched another pupil over clothing, once; stopped when told. The pupil was upset.",
        "pupil",
        response="Staff spoke to both children. No referral.",
    ),
    "e_may": event("2026-05-18", "behaviour", "mother", "Found with B under a blanket, both partly undressed.", "b"),
    "e_referral": event("2026-05-19", "referral", "nurse", "Referral to children's social care, received 16:20."),
    "e_decision": event("2026-05-20", "decision", "duty", "Child and family assessment for both children."),
    "e_strategy": event("2026-05-20", "strategy_discussion", "duty", "Social care and police. Health not invited."),
    "e_home": event(
        "2026-05-21", "seen", "p", "The children share a bedroom. Adult M looks after both in holidays.", "partner", "b"
    ),
    "e_seen": event("2026-05-22", "seen", "p", "Seen at school with a teaching assistant there. Tummy hurts."),
    "e_police": event("2026-06-01", "police_milestone", "officer", "No further action because of his age."),
    "e_timetable": event("2026-06-03", "restriction", "teacher", "Reduced timetable proposed."),
    "e_words": event(
        "2026-06-04", "child_words", "p", "I don't like it when he does bath time.", verbatim="yes", to="p"
    ),
}

EVIDENCE = {
    "x_april": {"source": "teacher", "when": on("2026-04-14"), "kind": "record", "what": "What staff saw and said."},
    "x_may": {"source": "mother", "when": on("2026-05-18"), "kind": "carer_said", "what": "What mother found."},
}

CONTACTS = {
    "c_home": {"when": on("2026-05-21"), "by": "p", "where": "home", "how": "not_alone"},
    "c_school": {"when": on("2026-05-22"), "by": "p", "where": "school", "how": "not_alone"},
    "c_alone": {"when": on("2026-06-04"), "by": "p", "where": "school", "how": "alone"},
}

REFERRAL = {
    "M00.ref": "A-1",
    "M00.name": "Child A",
    "M00.dob": on("2017-01-20"),
    "M00.jurisdiction": "england",
    "M00.tier": "full",
    "M00.lead": "p",
    "M01.received": "2026-05-19T16:20:00+01:00",
    "M01.source": "nurse",
    "M01.reason": "Mother told the school nurse what she had found, and that she is not sure what she saw.",
    "M01.decision_at": "2026-05-20T11:00:00+01:00",
    "M01.decision_by": "duty",
    "M01.decision_what": "assessment_and_strategy",
    "M01.shares_home": YES,
    "M01.shares_home_with": ["b"],
    "M01.strategy[s].held": "2026-05-20T15:00:00+01:00",
    "M01.strategy[s].attendees": ["police", "social_care"],
}


def incident(row: str, **fields: object) -> dict[str, Any]:
    """Return one incident, by category."""
    return {f"M03.incidents[{row}].{name}": value for name, value in fields.items()}


BEHAVIOUR = {
    **incident(
        "april",
        when=on("2026-04-14"),
        place="school",
        category=["touch_over"],
        other_person="pupil",
        relation="fellow_pupil",
        pressure=["none_evident"],
        frequency="once",
        redirected="stopped",
        effect_other="distressed",
        band=cited("inappropriate", "x_april"),
        band_why="Once, over clothing, stopped when told.",
    ),
    **incident(
        "may",
        when=on("2026-05-18"),
        place="home",
        category=["other"],
        other_person="b",
        relation="half_sibling",
        age_gap="other_much_younger",
        pressure=["secrecy"],
        redirected="not_known",
        effect_other="not_known",
        band=cited("problematic", "x_may"),
        band_why="A younger child, spoken of as a secret, after adults had stepped in once.",
    ),
}


def draft(answers: dict[str, Any] | None = None, **things: dict[str, Any]) -> Given:
    """Return the first draft, with what is recorded later on top of it."""
    held = {"person": PEOPLE, "event": EVENTS, "evidence": EVIDENCE, "contact": CONTACTS}
    merged = {kind: {**held.get(kind, {}), **things.get(kind, {})} for kind in {*held, *things}}
    return Given({**REFERRAL, **BEHAVIOUR, **(answers or {})}, merged)
