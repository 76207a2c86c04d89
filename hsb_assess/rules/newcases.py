"""Whom a new case may be about: children, and where an area provides for it, young people with special needs to 25."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.instrument.pathway import ages

if TYPE_CHECKING:
    from hsb_assess.record.reading import Reading

__all__ = ["closed_to"]

ADULT: Final = 18
OLDEST: Final = 25
SETTING: Final = "new_cases"
"""The key of a guidance profile under which an area says ``{send_until: 25}``; without it, new cases end at 18."""

SPECIAL: Final = frozenset({"support", "plan_in_place", "assessment_asked"})
CONDITIONS: Final = ("M06.learning_disability", "M06.autism", "M06.adhd", "M06.speech_language")
LIKELY: Final = frozenset({"yes", "suspected", "conflicting"})


def closed_to(reading: Reading) -> bool:
    """Say whether a new case is closed to this young person: certainly eighteen or over, and no local provision.

    A birthday that is only roughly known, or estimated, closes nothing while they may still be a child.
    """
    born = reading.day("M00.dob")
    if born is None:
        return False
    age = ages(born, FuzzyDate(date=reading.today.isoformat()))[0]
    if reading.value("M00.dob_estimated") == "yes":
        age -= 1
    return age >= ADULT and not (age <= _send_until(reading) and _has_special_needs(reading))


def _send_until(reading: Reading) -> int:
    setting = reading.profile.get(SETTING)
    until = setting.get("send_until") if isinstance(setting, dict) else None
    return min(until, OLDEST) if isinstance(until, int) and not isinstance(until, bool) else 0


def _has_special_needs(reading: Reading) -> bool:
    """Say whether a special educational need or disability is recorded; what the first day hides counts as it stands."""
    states = (reading.raw(path).state() for path in CONDITIONS)
    return reading.raw("M08.sen").value in SPECIAL or any(state in LIKELY for state in states)
