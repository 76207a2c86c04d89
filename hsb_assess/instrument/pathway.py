"""Derived facts that open or close parts of the form: ages at each incident and now, home, status, needs.

Nothing is presumed. A fact that lacks an input is not established. A date that is only roughly known counts
with its whole span, and a fact about an age is established when the child *may* have had that age, so that doubt
leads to the more careful path.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.instrument.condition import Pathway
from hsb_assess.instrument.values import fuzzy_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hsb_assess.domain.answer import Answer

__all__ = [
    "DOB",
    "DOB_ESTIMATED",
    "INPUTS",
    "Readings",
    "ages",
    "born_between",
    "established",
    "responsibility_age",
    "span",
]

DOB: Final = "M00.dob"
DOB_ESTIMATED: Final = "M00.dob_estimated"
NATION: Final = "M00.jurisdiction"
LEGAL_STATUS: Final = "M00.legal_status"
INCIDENT_WHEN: Final = "M03.incidents.when"
INCIDENT_NATION: Final = "M03.incidents.jurisdiction"
AGAIN_WHEN: Final = "M03.incidents.times.when"
"""Further incidents of the same pattern: each has its own day, and its own nation where that is another one."""
AGAIN_NATION: Final = "M03.incidents.times.jurisdiction"
INCIDENT_OTHER: Final = "M03.incidents.other_person"
INCIDENT_RELATION: Final = "M03.incidents.relation"
OTHER: Final = "M11.children.person"
OTHER_AGE: Final = "M11.children.age"
OTHER_DOB: Final = "M11.children.dob"
OTHER_RELATION: Final = "M11.children.relation"
OTHER_SLEEPS: Final = "M11.children.sleeps_same_home"
SHARES: Final = "M01.shares_home"
CONDITIONS: Final = ("M06.learning_disability", "M06.autism", "M06.adhd", "M06.speech_language")

_AGES: Final = (DOB, DOB_ESTIMATED, NATION, INCIDENT_WHEN, INCIDENT_NATION, AGAIN_WHEN, AGAIN_NATION)

INPUTS: Final[Mapping[Pathway, tuple[str, ...]]] = {
    Pathway.UNDER_TEN_AT_INCIDENT: _AGES,
    Pathway.TEN_ELEVEN_AT_INCIDENT: _AGES,
    Pathway.ADOLESCENT_AT_INCIDENT: _AGES,
    Pathway.RESPONSIBLE_AT_INCIDENT: _AGES,
    Pathway.TRANSITION_AGE: (DOB, DOB_ESTIMATED),
    Pathway.ADULT_NOW: (DOB, DOB_ESTIMATED),
    Pathway.OTHER_CHILD_UNDER_13: (OTHER_AGE, OTHER_DOB, OTHER, INCIDENT_OTHER),
    Pathway.SHARES_HOME: (SHARES, OTHER_SLEEPS),
    Pathway.SIBLING: (OTHER_RELATION, INCIDENT_RELATION),
    Pathway.LOOKED_AFTER: (LEGAL_STATUS,),
    Pathway.NEURODIVERGENT: CONDITIONS,
}
"""Which questions each fact is worked out from; those that a form does not have are passed over."""

Rows: TypeAlias = tuple[str, ...]

_SCOTLAND: Final = "scotland"
_RESPONSIBLE: Final = 10
_RESPONSIBLE_SCOTLAND: Final = 12
_ADULT: Final = 18
_TRANSITION_MONTHS: Final = 17 * 12 + 6
_THIRTEEN: Final = 13
_LIKELY: Final = frozenset({"yes", "suspected", "conflicting"})
_LOOKED_AFTER: Final = frozenset({"looked_after", "care_order", "emergency_protection"})
_SIBLINGS: Final = frozenset({"sibling", "half_sibling", "step_sibling"})
_SAME_HOME: Final = frozenset({"yes", "weekends"})
_YEAR: Final = timedelta(days=365)
_ABOUT: Final = {4: _YEAR, 7: timedelta(days=31), 10: timedelta(days=7)}


class Readings(Protocol):
    """Gives the answers to a question that a condition may look at from where it stands."""

    def readings(self, address: str) -> Sequence[tuple[Rows, Answer]]:
        """Return each answer with the rows it stands in: this row's where it is shared, else any row's."""
        ...


def span(when: FuzzyDate) -> tuple[date, date]:
    """Return the first and last day meant; *about* widens each side by one year, one month or one week."""
    first, last = when.earliest(), when.latest()
    if when.about:
        first = _moved(first, -_ABOUT[len(when.date)])
        last = _moved(last, _ABOUT[len(when.end or when.date)])
    return first, last


def _moved(day: date, span: timedelta) -> date:
    try:
        return day + span
    except OverflowError:
        return day


def _months(born: date, day: date) -> int:
    """Return whole months lived on ``day``; negative before birth."""
    return (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)


def ages(born: FuzzyDate, when: FuzzyDate) -> tuple[int, int]:
    """Return the lowest and the highest age in whole years that two rough dates allow."""
    return _ages(span(born), span(when))


def _ages(born: tuple[date, date], when: tuple[date, date]) -> tuple[int, int]:
    return max(_months(born[1], when[0]), 0) // 12, max(_months(born[0], when[1]), 0) // 12


def responsibility_age(nation: str | None) -> int:
    """Return the age of criminal responsibility: 12 in Scotland, 10 elsewhere and where the nation is not known."""
    return _RESPONSIBLE_SCOTLAND if nation == _SCOTLAND else _RESPONSIBLE


def _values(seen: Readings, address: str) -> dict[Rows, object]:
    return {rows: answer.value for rows, answer in seen.readings(address) if answer.absence is None}


def _dates(seen: Readings, address: str) -> dict[Rows, FuzzyDate]:
    found = {rows: fuzzy_date(answer.value) for rows, answer in seen.readings(address) if answer.absence is None}
    return {rows: when for rows, when in found.items() if when is not None}


def _born(seen: Readings) -> tuple[date, date] | None:
    """Return the first and last day on which this child may have been born; an estimate counts a year each way."""
    born = _dates(seen, DOB).get(())
    return None if born is None else born_between(born, estimated=_values(seen, DOB_ESTIMATED).get(()) == "yes")


def born_between(born: FuzzyDate, *, estimated: bool) -> tuple[date, date]:
    """Return the first and last day that a date of birth can mean; an estimate counts a year each way."""
    first, last = span(born)
    return (_moved(first, -_YEAR), _moved(last, _YEAR)) if estimated else (first, last)


def _months_now(seen: Readings, today: date) -> int:
    """Return how many months this child may at most have lived; -1 where no birthday is known."""
    born = _born(seen)
    return -1 if born is None else _months(born[0], today)


def _incident_ages(seen: Readings) -> list[tuple[int, int, int]]:
    """Return for each dated incident the lowest and highest age and that nation's age of responsibility."""
    born = _born(seen)
    if born is None:
        return []
    days = {**_dates(seen, INCIDENT_WHEN), **_dates(seen, AGAIN_WHEN)}
    return [(*_ages(born, span(when)), limit) for when, limit in zip(days.values(), _limits(seen, days), strict=True)]


def _limits(seen: Readings, incidents: Iterable[Rows]) -> Iterator[int]:
    """Yield the age of responsibility of each incident's nation: its own, that of its pattern, that of the assessment."""
    home = _values(seen, NATION).get(())
    nations = {**_values(seen, INCIDENT_NATION), **_values(seen, AGAIN_NATION)}
    for rows in incidents:
        yield responsibility_age(_text(nations.get(rows, nations.get(rows[:1], home))))


def _responsible(seen: Readings, today: date) -> bool:
    """Say whether this child may have been responsible in law at an incident.

    An incident whose day nobody could tell may have been on any day up to now.
    """
    if any(highest >= limit for _, highest, limit in _incident_ages(seen)):
        return True
    born = _born(seen)
    days = (*seen.readings(INCIDENT_WHEN), *seen.readings(AGAIN_WHEN))
    untold = {rows for rows, answer in days if answer.value is None and answer.is_asked()}
    if born is None or not untold:
        return False
    age = _ages(born, (today, today))[1]
    return any(age >= limit for limit in _limits(seen, untold))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _likely(seen: Readings, addresses: Sequence[str]) -> bool:
    return any(answer.state() in _LIKELY for address in addresses for _, answer in seen.readings(address))


def _people(value: object) -> set[str]:
    return {each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)}


def _other_under_13(seen: Readings, today: date) -> bool:
    """Look at the children whom the incident names; where it names nobody, at every child on the register."""
    named: set[str] = set()
    for value in _values(seen, INCIDENT_OTHER).values():
        named |= _people(value)
    children = {rows for rows, value in _values(seen, OTHER).items() if named & _people(value)}
    now = FuzzyDate(date=today.isoformat())
    young = {
        rows
        for rows, age in _values(seen, OTHER_AGE).items()
        if isinstance(age, int) and not isinstance(age, bool) and age < _THIRTEEN
    }
    young |= {rows for rows, born in _dates(seen, OTHER_DOB).items() if ages(born, now)[0] < _THIRTEEN}
    return bool(young & children if named else young)


def established(  # noqa: C901, PLR0911 - one return a fact
    pathway: Pathway, seen: Readings, today: date
) -> bool:
    """Say whether a derived fact is established; without its inputs it is not."""
    match pathway:
        case Pathway.UNDER_TEN_AT_INCIDENT:
            return any(lowest < limit for lowest, _, limit in _incident_ages(seen))
        case Pathway.TEN_ELEVEN_AT_INCIDENT:
            spans = _incident_ages(seen)
            return any(lowest < _RESPONSIBLE_SCOTLAND and highest >= limit for lowest, highest, limit in spans
                       if limit == _RESPONSIBLE)  # fmt: skip
        case Pathway.ADOLESCENT_AT_INCIDENT:
            return any(
                lowest < _ADULT and highest >= _RESPONSIBLE_SCOTLAND for lowest, highest, _ in _incident_ages(seen)
            )
        case Pathway.RESPONSIBLE_AT_INCIDENT:
            return _responsible(seen, today)
        case Pathway.TRANSITION_AGE:
            return _months_now(seen, today) >= _TRANSITION_MONTHS
        case Pathway.ADULT_NOW:
            return _months_now(seen, today) >= _ADULT * 12
        case Pathway.OTHER_CHILD_UNDER_13:
            return _other_under_13(seen, today)
        case Pathway.SHARES_HOME:
            return _likely(seen, (SHARES,)) or not _SAME_HOME.isdisjoint(map(str, _values(seen, OTHER_SLEEPS).values()))
        case Pathway.SIBLING:
            relations = (*_values(seen, OTHER_RELATION).values(), *_values(seen, INCIDENT_RELATION).values())
            return not _SIBLINGS.isdisjoint(map(str, relations))
        case Pathway.LOOKED_AFTER:
            chosen = _values(seen, LEGAL_STATUS).values()
            return any(isinstance(codes, list) and not _LOOKED_AFTER.isdisjoint(map(str, codes)) for codes in chosen)
        case Pathway.NEURODIVERGENT:
            return _likely(seen, CONDITIONS)
