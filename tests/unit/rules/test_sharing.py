"""R65: what a child says or shows after the last discussion is passed on."""

from __future__ import annotations

from typing import Any

from tests.unit.rules.making import NOT_EVALUATED, PASSES, Given, given, on, said, table

HELD = {"M01.strategy[s].held": "2026-05-20T15:00:00+01:00"}
WORDS_PATH = "M02.events[e].what"


def event(day: str = "2026-06-04", category: str = "child_words", **more: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return one chronology event."""
    return {"e": {"when": on(day), "category": category, "what": "Said."}, **more}


FIRED = [("M01.strategy", WORDS_PATH)]


@table(
    ("no discussion and no review", given(event=event()), NOT_EVALUATED),
    ("words after the discussion", given(HELD, event=event()), FIRED),
    ("words before it", given(HELD, event=event("2026-05-19")), PASSES),
    ("words of the same day", given(HELD, event=event("2026-05-20")), PASSES),
    ("some day in the same month", given(HELD, event=event("2026-05")), FIRED),
    ("a sign", given(HELD, event=event(category="sign")), FIRED),
    ("self-harm", given(HELD, event=event(category="self_harm")), FIRED),
    ("contact", given(HELD, event=event(category="contact")), FIRED),
    ("a police milestone is not news of this kind", given(HELD, event=event(category="police_milestone")), PASSES),
    ("shared since", given({**HELD, "M01.strategy[s].shared_things": ["e"]}, event=event()), PASSES),
    ("a sentence alone shares nothing", given({**HELD, "M01.strategy[s].shared_since": "All."}, event=event()), FIRED),
    ("a newer discussion", given({**HELD, "M01.strategy[t].held": "2026-06-05T10:00:00+01:00"}, event=event()), PASSES),
    ("a newer review of the plan", given({**HELD, "M20.last_review": on("2026-06-05")}, event=event()), PASSES),
    (
        "a discussion in the chronology",
        given(event=event(d={"when": on("2026-05-20"), "category": "strategy_discussion"})),
        FIRED,
    ),
    (
        "a discussion known by its month may have come before",
        given(event=event(d={"when": on("2026-06"), "category": "strategy_discussion"})),
        FIRED,
    ),
    ("a review known by its month, too", given({**HELD, "M20.last_review": on("2026-06")}, event=event()), FIRED),
    ("a review alone", given({"M20.last_review": on("2026-06-01")}, event=event()), FIRED),
    (
        "once there is a row, the row decides",
        given(HELD, event=event(d={"when": on("2026-06-05"), "category": "strategy_discussion"})),
        FIRED,
    ),
    (
        "words in their own module",
        given({**HELD, "M14.words[w].words": "Words.", "M14.words[w].when": on("2026-06-04")}),
        [("M01.strategy", "M14.words[w].words")],
    ),
    (
        "words of some day in the month",
        given({**HELD, "M14.words[w].words": "Words.", "M14.words[w].when": on("2026-05")}),
        [("M01.strategy", "M14.words[w].words")],
    ),
    (
        "a sign in its own module",
        given({**HELD, "M05.signs[n].description": "Seen.", "M05.signs[n].when": on("2026-06-04")}),
        [("M01.strategy", "M05.signs[n].description")],
    ),
    (
        "words shared as an event of that day",
        given(
            {
                **HELD,
                "M01.strategy[s].shared_things": ["e"],
                "M14.words[w].words": "Words.",
                "M14.words[w].when": on("2026-06-04"),
            },
            event=event(),
        ),
        PASSES,
    ),
)
def test_r65(held: Given, expected: object) -> None:
    """New information that nobody was told of is pointed out until it is shared or discussed."""
    assert said("R65", held) == expected


def item(day: str, kind: str = "child_said") -> dict[str, dict[str, Any]]:
    """Return one item of evidence."""
    return {"x": {"when": on(day), "kind": kind, "what": "Said."}}


def test_r65_counts_what_is_recorded_in_every_tier() -> None:
    """A discussion that was held and what was shared since are no less known where the tier asks neither."""
    first = {"M00.tier": "first_day", **HELD}
    assert said("R65", given(first, event=event())) == FIRED
    assert said("R65", given({**first, **SHARED}, event=event())) == PASSES


NOTICED = {"M07.self_harm": {"state": "suspected"}, "M07.self_harm_noticed": on("2026-06-04")}
SHARED = {"M01.strategy[s].shared_things": ["e"]}


@table(
    (
        "this child's words as evidence",
        given(HELD, evidence=item("2026-06-04")),
        [("M01.strategy", "things.evidence[x].what")],
    ),
    ("said before the discussion", given(HELD, evidence=item("2026-05-19")), PASSES),
    ("what a carer said", given(HELD, evidence=item("2026-06-04", "carer_said")), PASSES),
    ("told by an event of that day", given(HELD, event=event(), evidence=item("2026-06-04")), FIRED),
    ("shared with an event of that day", given({**HELD, **SHARED}, event=event(), evidence=item("2026-06-04")), PASSES),
    ("self-harm noticed", given({**HELD, **NOTICED}), [("M01.strategy", "M07.self_harm_noticed")]),
    (
        "self-harm noticed and shared",
        given({**HELD, **NOTICED, **SHARED}, event=event(category="self_harm")),
        PASSES,
    ),
    ("no self-harm", given({**HELD, **NOTICED, "M07.self_harm": {"state": "none_found"}}), PASSES),
)
def test_r65_what_stands_elsewhere(held: Given, expected: object) -> None:
    """Words kept as evidence, and self-harm that was noticed, are news as events are, each told once."""
    assert said("R65", held) == expected
