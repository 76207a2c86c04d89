"""R45: police or probation are asked about each adult with care or contact, or it says why not yet."""

from __future__ import annotations

from typing import Any

from tests.unit.rules.making import PASSES, Given, given, on, table, weighed

CHECK = "M11.adults[r].check"
OPEN = {"M01.s47": "joint", "M01.s47_state": "open"}
CLOSED = {"M01.s47": "joint", "M01.s47_state": "closed"}


def adult(answers: dict[str, Any] | None = None, **fields: object) -> Given:
    """Return one adult on the register."""
    return given(answers, adult={"r": {"person": "mother", "contact_kind": "care", **fields}})


@table(
    ("nobody listed", given(), [("justify", "M11.adults")]),
    ("nobody listed, enquiries open", given(OPEN), [("blocker", "M11.adults")]),
    ("nobody listed, enquiries closed", given(CLOSED), [("justify", "M11.adults")]),
    ("nobody asked", adult(), [("justify", CHECK)]),
    ("nobody asked, enquiries open", adult(OPEN), [("blocker", CHECK)]),
    ("chosen as not asked", adult(check="not_asked", check_why_not="x"), [("justify", CHECK)]),
    ("asked", adult(check="asked", check_asked=on("2026-06-05")), PASSES),
    ("answered", adult(OPEN, check="result_received"), PASSES),
    ("not lawful yet, and why", adult(check="not_yet_lawful", check_why_not="No basis yet."), PASSES),
    ("not lawful yet", adult(check="not_yet_lawful"), [("justify", "M11.adults[r].check_why_not")]),
    ("no contact", adult(contact_kind="none"), PASSES),
    ("in contact, no care", adult(contact_kind="contact"), [("justify", CHECK)]),
    ("nobody has said what contact", given(adult={"r": {"person": "mother"}}), [("justify", CHECK)]),
)
def test_r45(held: Given, expected: object) -> None:
    """Each adult near a child is asked about, and nobody is put under suspicion by it."""
    assert weighed("R45", held) == expected
