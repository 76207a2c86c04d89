"""R27: how long since this child was last seen, counted in working days from the day itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hsb_assess.rules.check import evaluate
from tests.unit.rules import child_a, child_c, child_e
from tests.unit.rules.making import NOT_EVALUATED, PASSES, Given, book, given, on, reading, said, table

SEEN = "M01.contacts[c].when"
TOLD = "M02.events[e].what"
HELD = {"M01.strategy[s].held": "2026-05-20T15:00:00+01:00"}


def contact(day: str, how: str = "alone") -> dict[str, dict[str, Any]]:
    """Return one row of the contact log."""
    return {"c": {"when": on(day), "by": "worker", "how": how}}


def seen(day: str) -> dict[str, dict[str, Any]]:
    """Return a chronology event *seen by a worker*."""
    return {"e": {"when": on(day), "category": "seen", "what": "Seen."}}


@table(
    ("never recorded", given(), NOT_EVALUATED),
    ("a visit at which nobody was met", given(contact=contact("2026-06-05", "not_seen")), NOT_EVALUATED),
    ("twenty working days ago, no enquiry", given(contact=contact("2026-05-08")), PASSES),
    ("twenty-one working days ago, no enquiry", given(contact=contact("2026-05-07")), [(SEEN,)]),
    ("ten working days ago, discussion held", given(HELD, contact=contact("2026-05-22")), PASSES),
    ("eleven working days ago, discussion held", given(HELD, contact=contact("2026-05-21")), [(SEEN,)]),
    ("eleven days, seen with others there", given(HELD, contact=contact("2026-05-21", "not_alone")), [(SEEN,)]),
    ("known from the chronology", given(HELD, event=seen("2026-05-21")), [(TOLD,)]),
    ("the newer of both counts", given(HELD, contact=contact("2026-05-21"), event=seen("2026-06-01")), PASSES),
    ("a month counts as its last day", given(HELD, event=seen("2026-05")), PASSES),
    (
        "open enquiries shorten the limit",
        given({"M01.s47": "joint", "M01.s47_state": "open"}, contact=contact("2026-05-21")),
        [(SEEN,)],
    ),
    (
        "closed enquiries do not",
        given({"M01.s47": "joint", "M01.s47_state": "closed"}, contact=contact("2026-05-21")),
        PASSES,
    ),
    (
        "a child protection plan shortens the limit",
        given({"M00.legal_status": ["child_protection"]}, contact=contact("2026-05-21")),
        [(SEEN,)],
    ),
)
def test_r27(held: Given, expected: object) -> None:
    """Ten working days where an enquiry is needed or open, else twenty."""
    assert said("R27", held) == expected


@pytest.mark.parametrize(
    ("case", "last_day", "first_day"),
    [
        (child_a, date(2026, 6, 18), date(2026, 6, 19)),
        (child_c, date(2026, 9, 4), date(2026, 9, 7)),
        (child_e, date(2026, 11, 11), date(2026, 11, 12)),
    ],
)
def test_from_which_day(case: Any, last_day: date, first_day: date) -> None:  # noqa: ANN401 - a module of a vignette
    """The limit is kept on its last day, over weekends and the bank holiday of 31 August."""
    held: Given = case.draft()
    assert said("R27", held, last_day) == PASSES
    assert len(said("R27", held, first_day)) == 1  # type: ignore[arg-type] - a list where the rule was evaluated


def test_the_days_and_the_limit_are_told() -> None:
    """Child C was seen sixteen working days before 14 September, and the limit is ten."""
    found = evaluate(reading(child_c.draft(), child_c.TODAY), child_c.TODAY, book()).findings
    (finding,) = [each for each in found if each.rule == "R27"]
    assert finding.message == "This child was last seen 16 working days ago; the limit here is 10."
