"""R14 and R15: somebody may test each decision, and who does has an answer."""

from __future__ import annotations

from datetime import date

from hsb_assess.rules.check import evaluate
from tests.unit.rules.making import NOT_EVALUATED, PASSES, Given, book, given, on, reading, said, table

CHALLENGES = "M17.challenges"
ROW = f"{CHALLENGES}[c]"
HARDEST = "M17.no_challenge.hardest"
WHO = "M17.no_challenge.who_could"


@table(
    ("neither", given(), [(CHALLENGES, HARDEST, WHO)]),
    ("a challenge", given({f"{ROW}.issue": "Health was not asked."}), PASSES),
    ("a row that says nothing", given({f"{ROW}.raised": on("2026-06-01")}), [(f"{ROW}.issue",)]),
    ("a nil with both", given({HARDEST: "No strategy in April.", WHO: "worker"}), PASSES),
    ("a nil without who", given({HARDEST: "No strategy in April."}), [(CHALLENGES, WHO)]),
    ("a nil without which", given({WHO: "worker"}), [(CHALLENGES, HARDEST)]),
)
def test_r14(held: Given, expected: object) -> None:
    """A challenge, or a nil that names the hardest decision and who could have questioned it."""
    assert said("R14", held) == expected


RAISED = {f"{ROW}.raised": on("2026-05-22"), f"{ROW}.issue": "Health was not asked."}
OVERDUE = [(f"{ROW}.response",)]


@table(
    ("no challenge", given(), NOT_EVALUATED),
    ("ten working days ago", given(RAISED), PASSES),
    ("eleven working days ago", given({**RAISED, f"{ROW}.raised": on("2026-05-21")}), OVERDUE),
    ("without its day", given({f"{ROW}.issue": "Health was not asked."}), PASSES),
    ("in a month that is not over", given({**RAISED, f"{ROW}.raised": on("2026-06")}), PASSES),
    (
        "answered",
        given({**RAISED, f"{ROW}.raised": on("2026-05-01"), f"{ROW}.response": "Health joins today."}),
        PASSES,
    ),
    (
        "withdrawn",
        given({**RAISED, f"{ROW}.raised": on("2026-05-01"), f"{ROW}.outcome": "withdrawn"}),
        PASSES,
    ),
    (
        "not resolved is no answer",
        given({**RAISED, f"{ROW}.raised": on("2026-05-01"), f"{ROW}.outcome": "unresolved"}),
        OVERDUE,
    ),
)
def test_r15(held: Given, expected: object) -> None:
    """Ten working days to an answer, the bank holiday of 25 May not counted."""
    assert said("R15", held) == expected


def test_r15_fires_from_the_day_after_and_tells_the_days() -> None:
    """The limit is kept on its last day."""
    held = given(RAISED)
    assert said("R15", held, date(2026, 6, 8)) == PASSES
    found = evaluate(reading(held, date(2026, 6, 9)), date(2026, 6, 9), book()).findings
    (finding,) = [each for each in found if each.rule == "R15"]
    assert finding.message == "A challenge was raised 11 working days ago and has no answer; the limit is 10."
