"""R34: what restricts this child has a legal route, an end, something in its place, and its effect is known."""

from __future__ import annotations

from typing import Any

from tests.unit.rules.making import NOT_EVALUATED, PASSES, Given, given, on, outcome, said, table

PLAN = "M20.settings[p]"
WHOLE: dict[str, Any] = {
    "setting": "home",
    "restrictive": "yes",
    "legal_route": "Agreed with the parents.",
    "restrict_end": on("2026-07-01"),
    "replacement": "Football with his grandfather.",
    "effect": "He misses his sister.",
}
SENT_HOME = {"e": {"when": on("2026-06-03"), "category": "restriction", "what": "Timetable."}}
MOVED = {"e": {"when": on("2026-06-03"), "category": "move", "what": "Moved."}}
EVENT = ("M02.events[e].what",)
INCIDENT = {"M03.incidents[i].when": on("2026-05-18")}


def plan(**fields: object) -> dict[str, dict[str, Any]]:
    """Return one safety plan that restricts."""
    return {"p": {**WHOLE, **fields}}


def without(*names: str) -> dict[str, dict[str, Any]]:
    """Return one safety plan that restricts and lacks some fields."""
    return {"p": {name: value for name, value in WHOLE.items() if name not in names}}


@table(
    ("nobody has said", given(), NOT_EVALUATED),
    ("no separation", given({"M01.separation": "none"}), PASSES),
    ("closer supervision is no separation", given({"M01.separation": "closer_supervision"}), PASSES),
    (
        "this child moved",
        given({"M01.separation": "this_child_moved"}),
        [("M01.separation_route", "M01.separation_effect")],
    ),
    (
        "the effect is not known",
        given({"M01.separation": "adult_left", "M01.separation_route": "Agreed."}),
        [("M01.separation_effect",)],
    ),
    ("only proposed", given({"M01.separation": "proposed"}), [("M01.separation_effect",)]),
    (
        "route and effect",
        given({"M01.separation": "this_child_moved", "M01.separation_route": "x", "M01.separation_effect": "y"}),
        PASSES,
    ),
    ("a whole plan", given(setting=plan()), PASSES),
    ("no end", given(setting=without("restrict_end")), [(f"{PLAN}.restrict_end",)]),
    (
        "nothing in its place, effect not known",
        given(setting=without("replacement", "effect")),
        [(f"{PLAN}.replacement", f"{PLAN}.effect")],
    ),
    ("no legal route", given(setting=without("legal_route")), [(f"{PLAN}.legal_route",)]),
    ("a plan that has ended", given(setting=plan(legal_route="", to=on("2026-06-01"))), PASSES),
    ("a plan that does not restrict", given({"M01.separation": "none"}, setting={"p": {"restrictive": "no"}}), PASSES),
    ("told in the chronology", given(event=SENT_HOME), [EVENT]),
    ("a move told in the chronology", given(event=MOVED), [EVENT]),
    ("a move since the incident", given(INCIDENT, event=MOVED), [EVENT]),
    (
        "a move long before it",
        given(INCIDENT, event={"e": {**MOVED["e"], "when": on("2024-06")}}),
        NOT_EVALUATED,
    ),
    (
        "a move since an earlier incident of the same pattern",
        given(
            {**INCIDENT, "M03.incidents[i].times[j].when": on("2024-05-20")},
            event={"e": {**MOVED["e"], "when": on("2024-06")}},
        ),
        [EVENT],
    ),
    ("a move, once separation is answered", given({"M01.separation": "none"}, event=MOVED), PASSES),
    ("a move, once a home's plan says", given(event=MOVED, setting=plan()), PASSES),
    ("a school measure is not answered by a home's plan", given(event=SENT_HOME, setting=plan()), [EVENT]),
    ("a school's plan answers it", given(event=SENT_HOME, setting=plan(setting="school")), PASSES),
)
def test_r34(held: Given, expected: object) -> None:
    """Each restriction is asked for what makes it bearable and lawful."""
    assert said("R34", held) == expected


SUSPENDED = {"M08.exclusion": {"state": "yes"}}
TIMETABLE = {**SUSPENDED, "M08.exclusion_kind": ["reduced_timetable"]}
OF_SCHOOL = tuple(f"M08.exclusion_{name}" for name in ("route", "end", "replacement", "effect"))


@table(
    ("school keeps him away", given(SUSPENDED), [OF_SCHOOL]),
    ("it may be proposed", given({"M08.exclusion": {"state": "suspected"}}), [OF_SCHOOL]),
    ("it does not", given({"M08.exclusion": {"state": "none_found"}}), PASSES),
    (
        "only the end is open",
        given({**SUSPENDED, **dict.fromkeys(OF_SCHOOL[:1] + OF_SCHOOL[2:], "x")}),
        [OF_SCHOOL[1:2]],
    ),
    ("told, until school's answer decides", given({"M08.exclusion": {"state": "none_found"}}, event=SENT_HOME), PASSES),
)
def test_r34_school(held: Given, expected: object) -> None:
    """What school does is asked for the same four things."""
    assert said("R34", held) == expected


def test_r34_a_shorter_timetable_in_england_has_its_own_words() -> None:
    """There it should not manage behaviour; nothing of it is said elsewhere."""
    (fired,) = outcome("R34", given(TIMETABLE))
    assert fired.variant == "timetable"
    (other,) = outcome("R34", given(SUSPENDED))
    assert other.variant == "school"
