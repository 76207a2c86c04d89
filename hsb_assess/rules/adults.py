"""The rule about adults with care or contact: police or probation were asked about each, or it says why not yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.facts import enquiry_open, has_answer
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Severity

if TYPE_CHECKING:
    from hsb_assess.record.reading import Row

__all__ = ["RULES"]

ADULTS = "M11.adults"
NEAR = frozenset({"care", "contact"})
ASKED = frozenset({"asked", "result_received"})


def adult_not_checked(case: Case) -> Outcome:
    """R45: no adult is listed, or one with care or contact is neither asked about nor explained as not yet lawful.

    It blocks while child protection enquiries are open. Nobody is left out for being trusted, and a row whose kind
    of contact is not said yet counts as contact.
    """
    reading = case.reading
    severity = Severity.BLOCKER if enquiry_open(reading) else Severity.JUSTIFY
    rows = reading.rows(ADULTS)
    if not rows:
        return (Fired((ADULTS,), severity, "nobody_listed"),)
    near = (row for row in rows if row.value("contact_kind") in NEAR or not row.answer("contact_kind").is_asked())
    return tuple(Fired((row.at(name),), severity, variant) for row in near for name, variant in _open(row))


def _open(row: Row) -> list[tuple[str, str]]:
    """Return the field that this adult's check still lacks, with the words that fit."""
    if row.value("check") in ASKED:
        return []
    if row.value("check") == "not_yet_lawful":
        return [] if has_answer(row.answer("check_why_not")) else [("check_why_not", "unexplained")]
    return [("check", "")]


RULES = (Rule("R45", Gate.SUBMIT, adult_not_checked),)
