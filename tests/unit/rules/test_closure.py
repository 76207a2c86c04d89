"""R54, R67: a case closes with its outcome shown, this child asked, and what stays open named."""

from __future__ import annotations

from hsb_assess.domain.answer import Absence, absent
from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Gate
from tests.unit.rules.making import PASSES, SUSPECTED, TODAY, Given, book, every_line, given, on, reading, said, table

CLOSING = {"M22.kind": "closure", "M22.review_date": on("2026-06-08")}
MEASURE = {**CLOSING, "M22.outcomes[o].baseline": "Three nights", "M22.outcomes[o].now": "None"}
VIEW = {"M22.child_view": "I sleep now."}
OUTCOMES = ("M22.outcomes",)
ASKED = ("M22.child_view",)


@table(
    ("nothing", given(CLOSING), [OUTCOMES, ASKED]),
    ("both", given({**MEASURE, **VIEW}), PASSES),
    ("no last measure", given({**CLOSING, **VIEW, "M22.outcomes[o].baseline": "x"}), [("M22.outcomes[o].now",)]),
    (
        "one whole outcome is enough",
        given({**MEASURE, **VIEW, "M22.outcomes[p].baseline": "x"}),
        PASSES,
    ),
    ("not asked", given(MEASURE), [ASKED]),
    ("declined is an answer", given({**MEASURE, "M22.child_view": absent(Absence.DECLINED, by="child")}), PASSES),
)
def test_r54(held: Given, expected: object) -> None:
    """What changed is measured twice, and this child says what changed."""
    assert said("R54", held) == expected


HARM = {**every_line(absent(Absence.UNKNOWN)), "M05.harm.sexual": SUSPECTED}
BY = ("M22.harmed_by",)
TWO = {"M02.earlier_referrals[p].received": on("2025-01"), "M02.earlier_referrals[q].received": on("2026-01")}
TOLD = {
    name: {"when": on(day), "category": "referral", "what": "x"}
    for name, day in (("e", "2025-01-05"), ("f", "2026-01-05"), ("g", "2026-05-19"))
}


@table(
    ("no harm suspected", given(CLOSING), PASSES),
    ("harm, and nobody asked by whom", given({**CLOSING, **HARM}), [BY]),
    ("harm, not known by whom", given({**CLOSING, **HARM, "M22.harmed_by": "unknown"}), [BY]),
    ("harm, known by whom", given({**CLOSING, **HARM, "M22.harmed_by": "identified"}), PASSES),
    ("known before the review", given({**CLOSING, **HARM, "M05.harmed_by": "identified"}), PASSES),
    (
        "the review's answer goes first",
        given({**CLOSING, **HARM, "M05.harmed_by": "identified", "M22.harmed_by": "unknown"}),
        [BY],
    ),
    ("referred twice before", given({**CLOSING, **TWO}), [("M22.differs_now",)]),
    ("referred twice before, and what differs", given({**CLOSING, **TWO, "M22.differs_now": "He is safe."}), PASSES),
    ("referred once before", given({**CLOSING, "M02.earlier_referrals[p].received": on("2025-01")}), PASSES),
    (
        "told in the chronology",
        given({**CLOSING, "M01.received": "2026-05-19T16:20:00+01:00"}, event=TOLD),
        [("M22.differs_now",)],
    ),
)
def test_r67(held: Given, expected: object) -> None:
    """Nothing that stays open is closed in silence."""
    assert said("R67", held) == expected


def test_both_speak_at_closing_alone() -> None:
    """They say nothing when an assessment is signed."""
    held = given({**CLOSING, **HARM})
    assert {"R54", "R67"} == evaluate(reading(held), TODAY, book(), gate=Gate.CLOSURE).rules()
    assert not {"R54", "R67"} & evaluate(reading(held), TODAY, book()).rules()
