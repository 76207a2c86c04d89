"""R20, R22, R24 and R25: support does not wait for police or court, comes in time, lasts, and is offered to each carer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hsb_assess.record.reading import Recorded
from hsb_assess.rules.check import RULES, evaluate
from hsb_assess.rules.finding import Case
from tests.unit.rules import child_c
from tests.unit.rules.making import (
    NOT_EVALUATED,
    PASSES,
    SUSPECTED,
    TODAY,
    YES,
    Given,
    book,
    data,
    given,
    on,
    reading,
    said,
    table,
    weighed,
)

TOLD = "M02.events[e].what"
NEXT = "M02.events[f].what"
STATUS = "M21.actions[r].status"
INTERIM = "M21.actions[r].hold_interim"
WISH = "M21.actions[r].hold_wish"
CHALLENGES = "M17.challenges"
RECEIVED = {"M01.received": "2026-05-19T16:20:00+01:00"}


def event(category: str, day: str, **fields: object) -> dict[str, Any]:
    """Return one support event of the chronology."""
    return {"when": on(day), "category": category, "what": "Told.", "source": "worker", **fields}


def action(**fields: object) -> dict[str, dict[str, Any]]:
    """Return one action of the support plan."""
    return {"r": {"work": "wellbeing", **fields}}


HOLD = event("support_on_hold", "2026-06-02", hold_reason="police_or_court")
ON_HOLD = {"status": "on_hold", "hold_reason": "police_or_court"}
BOTH_SAID = {"hold_interim": "School counsellor, weekly.", "hold_wish": "To talk to somebody soon."}


@table(
    ("no support recorded", given(), NOT_EVALUATED),
    ("support that runs", given(action=action(status="started")), PASSES),
    (
        "on hold for police, nothing else said",
        given(action=action(**ON_HOLD)),
        [("blocker", STATUS, INTERIM, WISH, CHALLENGES)],
    ),
    (
        "without a challenge",
        given(action=action(**ON_HOLD, **BOTH_SAID)),
        [("blocker", STATUS, CHALLENGES)],
    ),
    (
        "a challenge about something else",
        given({"M17.challenges[c].about": "decision"}, action=action(**ON_HOLD, **BOTH_SAID)),
        [("blocker", STATUS, CHALLENGES)],
    ),
    (
        "without help meanwhile",
        given({"M17.challenges[c].about": "support_waits"}, action=action(**ON_HOLD, hold_wish="Soon.")),
        [("blocker", STATUS, INTERIM)],
    ),
    (
        "without this child's wishes",
        given({"M17.challenges[c].about": "support_waits"}, action=action(**ON_HOLD, hold_interim="Weekly.")),
        [("blocker", STATUS, WISH)],
    ),
    (
        "all three",
        given({"M17.challenges[c].about": "support_waits"}, action=action(**ON_HOLD, **BOTH_SAID)),
        [("justify", STATUS)],
    ),
    ("on hold for a place", given(action=action(status="on_hold", hold_reason="waiting_list")), PASSES),
    ("by this child's own wish", given(action=action(status="on_hold", hold_reason="child_wish")), PASSES),
    ("why is not said yet", given(action=action(status="on_hold")), NOT_EVALUATED),
    ("an old reason does not count once it runs", given(action=action(**{**ON_HOLD, "status": "started"})), PASSES),
    ("work on the behaviour may wait", given(action=action(**{**ON_HOLD, "work": "behaviour_focused"})), PASSES),
    ("told by the chronology", given(event={"e": HOLD}), [("blocker", TOLD, "M21.actions")]),
    ("told, and why is not said", given(event={"e": event("support_on_hold", "2026-06-02")}), NOT_EVALUATED),
    ("told, and begun since", given(event={"e": HOLD, "f": event("support_started", "2026-06-05")}), PASSES),
    (
        "told, and begun before",
        given(event={"e": HOLD, "f": event("support_started", "2026-05-05")}),
        [("blocker", TOLD, "M21.actions")],
    ),
    (
        "an action that goes on from it decides: started",
        given(event={"e": HOLD}, action=action(status="started", about_events=["e"])),
        PASSES,
    ),
    (
        "an action that goes on from it decides: still on hold",
        given(event={"e": HOLD}, action=action(**ON_HOLD, about_events=["e"])),
        [("blocker", STATUS, INTERIM, WISH, CHALLENGES)],
    ),
    (
        "an action about something else does not",
        given(event={"e": HOLD}, action=action(status="started")),
        [("blocker", TOLD, "M21.actions")],
    ),
)
def test_r20(held: Given, expected: object) -> None:
    """Waiting for police or court asks for a challenge, help meanwhile and this child's wishes."""
    assert weighed("R20", held) == expected


def test_r20_gives_the_nations_reason() -> None:
    """What the guidance of this nation says stands in the message."""
    (finding,) = [
        each for each in evaluate(reading(given(event={"e": HOLD})), TODAY, book()).findings if each.rule == "R20"
    ]
    assert finding.message.startswith("An investigation is not itself a reason to wait: pre-trial therapy guidance")


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern_ireland"])
def test_r20_each_nation_has_its_reason(nation: str) -> None:
    """The message never leaves its place for the reason open."""
    held = replace(reading(given(event={"e": HOLD})), profile=data(f"profiles/{nation}.yaml"))
    (finding,) = [each for each in evaluate(held, TODAY, book()).findings if each.rule == "R20"]
    assert finding.message.startswith(data(f"profiles/{nation}.yaml")["support_does_not_wait"]["en"])


def test_r20_without_guidance_says_the_least() -> None:
    """A profile without the sentence does not leave a gap."""
    held = replace(reading(given(event={"e": HOLD})), profile={})
    (finding,) = [each for each in evaluate(held, TODAY, book()).findings if each.rule == "R20"]
    assert finding.message.startswith("An investigation is not itself a reason to wait. The chronology")


OFFERED = "M21.actions[r].offered"
START = "M21.actions[r].start"


@table(
    ("no support recorded", given(), NOT_EVALUATED),
    ("support without days", given(action=action(status="planned")), NOT_EVALUATED),
    ("asked ten working days ago", given(event={"e": event("support_asked", "2026-05-22")}), PASSES),
    ("asked eleven working days ago", given(event={"e": event("support_asked", "2026-05-21")}), [(TOLD,)]),
    ("asked in a month that is not over", given(event={"e": event("support_asked", "2026-06")}), PASSES),
    (
        "offered in time",
        given(event={"e": event("support_asked", "2026-05-01"), "f": event("support_offered", "2026-05-18")}),
        PASSES,
    ),
    (
        "offered too late",
        given(event={"e": event("support_asked", "2026-05-01"), "f": event("support_offered", "2026-05-19")}),
        [(TOLD,)],
    ),
    (
        "started without an offer of its own",
        given(event={"e": event("support_asked", "2026-05-01"), "f": event("support_started", "2026-05-11")}),
        PASSES,
    ),
    (
        "offered twenty working days ago, not started",
        given(event={"e": event("support_offered", "2026-05-08")}),
        PASSES,
    ),
    (
        "offered twenty-one working days ago, not started",
        given(event={"e": event("support_offered", "2026-05-07")}),
        [(TOLD,)],
    ),
    (
        "offered, and ended without a start",
        given(event={"e": event("support_offered", "2026-05-07"), "f": event("support_ended", "2026-05-20")}),
        PASSES,
    ),
    (
        "one offer answers one request, that of its own source",
        given(
            event={
                "e": event("support_asked", "2026-05-01", source="mother"),
                "f": event("support_asked", "2026-05-01"),
                "g": event("support_offered", "2026-05-11"),
            },
        ),
        [(TOLD,)],
    ),
    (
        "an offer of another source answers what nothing else does",
        given(
            event={
                "e": event("support_asked", "2026-05-01", source="mother"),
                "f": event("support_offered", "2026-05-11"),
            }
        ),
        PASSES,
    ),
    (
        "the action that takes up the request decides: offered late",
        given(
            event={"e": event("support_asked", "2026-05-01")},
            action=action(status="planned", about_events=["e"], offered=on("2026-05-29"), start=on("2026-06-12")),
        ),
        [(OFFERED,)],
    ),
    (
        "the action that takes up the request decides: not offered yet",
        given(event={"e": event("support_asked", "2026-05-01")}, action=action(status="planned", about_events=["e"])),
        [(OFFERED,)],
    ),
    (
        "the start in time",
        given(action=action(status="planned", offered=on("2026-05-08"), start=on("2026-06-08"))),
        PASSES,
    ),
    (
        "the start planned too late",
        given(action=action(status="planned", offered=on("2026-05-08"), start=on("2026-06-09"))),
        [(START,)],
    ),
    (
        "it runs, and its first day is not known",
        given(action=action(status="started", offered=on("2026-05-01"))),
        NOT_EVALUATED,
    ),
    (
        "a carer who accepted, and it has not started",
        given(
            {
                "M10.carers[k].support_offer": "accepted",
                "M10.carers[k].offered": on("2026-05-07"),
            }
        ),
        [("M10.carers[k].started",)],
    ),
    (
        "a carer who accepted, started in time",
        given(
            {
                "M10.carers[k].support_offer": "accepted",
                "M10.carers[k].offered": on("2026-04-07"),
                "M10.carers[k].started": on("2026-05-06"),
            }
        ),
        PASSES,
    ),
    (
        "a carer who declined",
        given({"M10.carers[k].support_offer": "declined", "M10.carers[k].offered": on("2026-04-07")}),
        NOT_EVALUATED,
    ),
    (
        "work on the behaviour has no such limit",
        given(action=action(work="behaviour_focused", status="planned", offered=on("2026-01-08"))),
        NOT_EVALUATED,
    ),
)
def test_r22(held: Given, expected: object) -> None:
    """Ten working days to an offer, twenty from there to a start."""
    assert said("R22", held) == expected


def test_r22_a_need_counts_from_its_first_record() -> None:
    """Without a request in the chronology, the day on which the action was first recorded is when the need was known."""
    held = reading(given(action=action(status="planned", need="Sleep.")))
    judge = next(rule.judge for rule in RULES if rule.id == "R22")

    def recorded(need: str, status: str) -> object:
        moments = {"need": need, "status": status}
        known = {
            f"M21.actions[r].{name}": Recorded("p", "d", f"{day}T09:00:00+01:00", f"{day}T09:00:00+01:00", name)
            for name, day in moments.items()
        }
        return judge(Case(replace(held, recorded_at=known), TODAY))

    assert recorded("2026-05-22", "2026-05-22") == ()
    late = recorded("2026-06-05", "2026-05-21")
    assert isinstance(late, tuple)
    assert [fired.questions for fired in late] == [(OFFERED,)]


def test_r22_tells_the_days() -> None:
    """Child C was referred to CAMHS on 2 June; by 14 September no offer had come in 73 working days."""
    found = evaluate(reading(child_c.draft(), child_c.TODAY), child_c.TODAY, book()).findings
    (finding,) = [each for each in found if each.rule == "R22"]
    assert "73 working days ago" in finding.message
    assert "the limit is 10" in finding.message


ENDED = "M21.actions[r].ended_why"
END = "M21.actions[r].end"
BEFORE = [(TOLD, "M21.actions")]
PLAN = {"p": {"setting": "home", "for_concern": ["calm"], "review": on("2026-06-26")}}


@table(
    ("no support recorded", given(RECEIVED), NOT_EVALUATED),
    ("support that runs", given(RECEIVED, action=action(status="started")), PASSES),
    ("ended years ago, nothing since", given(RECEIVED, event={"e": event("support_ended", "2019")}), BEFORE),
    ("no referral to count from", given(event={"e": event("support_ended", "2019")}), PASSES),
    ("ended since the referral", given(RECEIVED, event={"e": event("support_ended", "2026-05-28")}), PASSES),
    (
        "restarted",
        given(RECEIVED, event={"e": event("support_ended", "2019"), "f": event("support_restarted", "2019")}),
        PASSES,
    ),
    (
        "another began later",
        given(RECEIVED, event={"e": event("support_ended", "2019"), "f": event("support_started", "2021")}),
        PASSES,
    ),
    (
        "begun in the year in which it ended",
        given(RECEIVED, event={"e": event("support_ended", "2019"), "f": event("support_started", "2019")}),
        BEFORE,
    ),
    (
        "an action goes on from it",
        given(RECEIVED, event={"e": event("support_ended", "2019")}, action=action(about_events=["e"])),
        PASSES,
    ),
    (
        "it ends before its need is looked at again",
        given(setting=PLAN, action=action(status="planned", for_need=["calm"], end=on("2026-06-25"))),
        [(END,)],
    ),
    (
        "it lasts to that review",
        given(setting=PLAN, action=action(status="planned", for_need=["calm"], end=on("2026-06-26"))),
        PASSES,
    ),
    (
        "the review of another need",
        given(setting=PLAN, action=action(status="planned", for_need=["fun"], end=on("2026-06-25"))),
        PASSES,
    ),
    (
        "it ends before the levels run out",
        given(
            {"M19.valid_until": on("2026-12-08")},
            action=action(status="started", for_need=["fun"], end=on("2026-12-07")),
        ),
        [(END,)],
    ),
    (
        "a month that may reach the review",
        given(
            {"M19.valid_until": on("2026-12-08")},
            action=action(status="started", for_need=["fun"], end=on("2026-12")),
        ),
        PASSES,
    ),
    (
        "ended with its reason, however early",
        given(
            setting=PLAN,
            action=action(status="ended", ended_why="His wish.", for_need=["calm"], end=on("2026-06-05")),
        ),
        PASSES,
    ),
    ("an action ended without a reason", given(action=action(status="ended")), [(ENDED,)]),
    ("an action ended with its reason", given(action=action(status="ended", ended_why="Her wish.")), PASSES),
)
def test_r24(held: Given, expected: object) -> None:
    """Support lasts to the review of its need; what ended has a reason, and what ended long ago is decided about again."""
    assert said("R24", held) == expected


CARERS = "M10.carers"
CARER = f"{CARERS}[k]"
MOTHER = {f"{CARER}.person": "mother"}
NO_OFFER = [(f"{CARER}.support_offer",)]


@table(
    ("no carer listed", given(), [(CARERS,)]),
    ("nobody said whether support was offered", given(MOTHER), NO_OFFER),
    ("offered", given({**MOTHER, f"{CARER}.support_offer": "offered"}), PASSES),
    ("not offered is an answer", given({**MOTHER, f"{CARER}.support_offer": "not_offered"}), PASSES),
    ("declined is an answer", given({**MOTHER, f"{CARER}.support_offer": "declined"}), PASSES),
    ("unsafe to involve, as decided", given({**MOTHER, f"{CARER}.unsafe": YES}), PASSES),
    ("a suspicion decides nothing", given({**MOTHER, f"{CARER}.unsafe": SUSPECTED}), NO_OFFER),
    (
        "each carer on their own",
        given({**MOTHER, f"{CARER}.support_offer": "offered", f"{CARERS}[l].person": "partner"}),
        [(f"{CARERS}[l].support_offer",)],
    ),
)
def test_r25(held: Given, expected: object) -> None:
    """Each carer whom it is safe to involve has an answer about support."""
    assert said("R25", held) == expected
