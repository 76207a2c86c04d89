"""What can be told of an evidence item from its source: the kind, the agency, the day, how much it bears at first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from pydantic import JsonValue

    from hsb_assess.record.reading import Thing

__all__ = ["EVIDENCE_DEFAULTS", "told_by"]

EVIDENCE_DEFAULTS: Final = frozenset({"kind", "agency", "recorded", "verbatim", "confidence"})
"""The fields that are filled in where nobody says something else."""
_KINDS: Final = {
    "this_child": "child_said",
    "child": "other_child_said",
    "adult": "carer_said",
    "worker": "professional_report",
}


def told_by(source: Thing | None, today: date) -> dict[str, JsonValue]:
    """Return the defaults of an item that comes from ``source``; what cannot be told is left out.

    This child's own words stand as this child's account; everything else is unverified until somebody weighs it.
    """
    who = str(source.value("is") or "") if source is not None else ""
    found: dict[str, JsonValue] = {
        "recorded": {"date": today.isoformat()},
        "verbatim": "no",
        "confidence": "childs_account" if who == "this_child" else "unverified",
    }
    if who in _KINDS:
        found["kind"] = _KINDS[who]
    if source is not None and (agency := source.value("agency")):
        found["agency"] = agency
    return found
