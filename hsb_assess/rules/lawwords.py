"""Rules about words that judge before the law can: offences of a child too young for them, consent below thirteen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.instrument.condition import Pathway
from hsb_assess.instrument.paths import parent_row
from hsb_assess.instrument.pathway import ages, responsibility_age
from hsb_assess.instrument.schema import DataClass
from hsb_assess.rules.finding import Case, Fired, Outcome, Skipped
from hsb_assess.rules.language import Wording, own_words
from hsb_assess.rules.pathways import is_established

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pydantic import JsonValue

    from hsb_assess.record.reading import Reading, Row, Thing

__all__ = ["LawWords", "consent_wording", "offence_wording"]

THIRTEEN: Final = 13
INCIDENTS: Final = "M03.incidents"
CHILDREN: Final = "M11.children"
OF_OTHERS: Final = ("M05.", "M11.adults[", "M10.carers[")
CONDITIONS: Final = "M11.conditions["
GROWN: Final = frozenset({"adult", "unidentified", "worker"})
NEAR: Final = 6
_WORD: Final = re.compile(r"[^\W_]+")
_END: Final = re.compile(r"[.;:!?\n]")


@dataclass(frozen=True)
class LawWords:
    """Words that presume an offence, and words that presume consent; about what consent may be spoken of."""

    offence: Wording
    consent: Wording
    matters: frozenset[str]
    never: frozenset[str]

    @classmethod
    def of(cls, content: Mapping[str, JsonValue]) -> LawWords:
        """Read the compiled wording list; a key that is missing has no words."""
        return cls(
            _looking_for(content, "offence"),
            _looking_for(content, "consent"),
            frozenset(_texts(content, "consent_matters")),
            frozenset(_texts(content, "consent_never")),
        )

    def presumes_offence(self, text: str) -> bool:
        """Say whether a text speaks of an offence or of somebody who commits one."""
        return bool(self.offence.check(text))

    def presumes_consent(self, text: str) -> bool:
        """Say whether a text speaks of consent, other than to sharing information or to medical care."""
        return any(not self._is_about_care(text, flag.start, flag.end) for flag in self.consent.check(text))

    def _is_about_care(self, text: str, start: int, end: int) -> bool:
        before = _WORD.findall(_END.split(text[:start].lower())[-1])
        after = _WORD.findall(_END.split(text[end:].lower(), maxsplit=1)[0])[:NEAR]
        around = {*before[-1:], *after}
        return bool(around & self.matters) and not around & self.never


def _texts(content: Mapping[str, JsonValue], key: str) -> list[str]:
    value = content.get(key)
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _looking_for(content: Mapping[str, JsonValue], kind: str) -> Wording:
    exempt: list[JsonValue] = [*_texts(content, "exempt"), *_texts(content, f"{kind}_exempt")]
    words: list[JsonValue] = [*_texts(content, f"{kind}_words")]
    return Wording({"exempt": exempt, "pairs": [{"avoid": words, "prefer": "", "why": ""}]})


def offence_wording(case: Case, words: LawWords) -> Outcome:
    """R39: offence wording about this child for an incident below the age of criminal responsibility.

    Where every incident was below it, the whole record is looked at; where some were later, the rows of the earlier
    ones are.
    """
    reading = case.reading
    too_young = _too_young(case)
    if isinstance(too_young, Skipped):
        return too_young
    found = _found(
        reading, lambda path: too_young(path) and not _is_about_others(reading, path), words.presumes_offence
    )
    return (Fired(found),) if found else ()


def consent_wording(case: Case, words: LawWords) -> Outcome:
    """R40: consent wording about a child below thirteen, this child or the other one."""
    reading = case.reading
    young = _below_thirteen(case)
    if young is None:
        return Skipped("No child below thirteen is recorded.")
    found = _found(reading, lambda path: young(path) and not _is_about_others(reading, path), words.presumes_consent)
    return (Fired(found),) if found else ()


def _found(reading: Reading, within: Callable[[str], bool], presumes: Callable[[str], bool]) -> tuple[str, ...]:
    told = ((path, text) for path, text in own_words(reading) if not _is_of_law(reading, path))
    return tuple(dict.fromkeys(path for path, text in told if presumes(text) and within(path)))


def _is_of_law(reading: Reading, path: str) -> bool:
    """Say whether a question is about law itself, so that its words may be a statute's."""
    return reading.definition.item(path).data_class is DataClass.LEGAL


def _is_about_others(reading: Reading, path: str) -> bool:
    """Say whether a text is about somebody else: harm to this child, an adult's record, an event they are in."""
    if path.startswith(OF_OTHERS):
        return True
    row = parent_row(path)
    if row is None:
        return False
    if path.startswith(CONDITIONS):
        return _are_grown(reading, reading.codes(f"{row}.binds"))
    if path.startswith("M02.events["):
        harm = reading.value(f"{row}.category") == "harm_to_child"
        return harm or _are_grown(reading, reading.codes(f"{row}.people"))
    return path.startswith("things.person[") and reading.value(f"{row}.is") in GROWN


def _are_grown(reading: Reading, people: Iterable[str]) -> bool:
    kinds = {found.value("is") for each in people if (found := reading.thing(each)) is not None}
    return bool(kinds) and kinds <= GROWN


def _too_young(case: Case) -> Callable[[str], bool] | Skipped:
    """Return which paths are about a time at which this child was too young for an offence."""
    reading = case.reading
    born = reading.day("M00.dob")
    if born is None:
        return Skipped("This child's date of birth is not recorded.")
    nation = reading.value("M00.jurisdiction")
    age = responsibility_age(nation if isinstance(nation, str) else None)
    if ages(born, _on(case))[1] < age:
        return _anywhere
    rows = [row for row in reading.rows(INCIDENTS) if row.day("when") is not None]
    if not rows:
        return Skipped("No incident has a day yet.")
    young = [row for row in rows if not is_established(reading, Pathway.RESPONSIBLE_AT_INCIDENT, row.id)]
    return _anywhere if len(young) == len(rows) else _in_rows(young)


def _on(case: Case) -> FuzzyDate:
    return FuzzyDate(date=case.today.isoformat())


def _anywhere(path: str) -> bool:
    return bool(path)


def _in_rows(rows: Iterable[Thing]) -> Callable[[str], bool]:
    inside = tuple({f"[{row.id}]" for row in rows})
    return lambda path: any(row in path for row in inside)


def _below_thirteen(case: Case) -> Callable[[str], bool] | None:
    """Return which paths are about a child below thirteen, or ``None`` where no such child is known."""
    reading = case.reading
    born = reading.day("M00.dob")
    if born is not None and ages(born, _on(case))[1] < THIRTEEN:
        return _anywhere
    rows = reading.rows(INCIDENTS)
    incidents = [row for row in rows if _is_of_a_young_child(reading, row, born)]
    if rows and len(incidents) == len(rows):
        return _anywhere
    children = [row for row in reading.rows(CHILDREN) if _is_young(row, _on(case))]
    named = {person for row in children for person in row.codes("person")}
    events = [event for event in reading.events() if named & set(event.codes("people"))]
    found: list[Thing] = [*incidents, *children, *events]
    return _in_rows(found) if found else None


def _is_of_a_young_child(reading: Reading, row: Row, born: FuzzyDate | None) -> bool:
    when = row.day("when")
    own = born is not None and when is not None and ages(born, when)[0] < THIRTEEN
    return own or is_established(reading, Pathway.OTHER_CHILD_UNDER_13, row.id)


def _is_young(row: Row, today: FuzzyDate) -> bool:
    age, born = row.value("age"), row.day("dob")
    if born is not None and ages(born, today)[0] < THIRTEEN:
        return True
    return isinstance(age, int) and age < THIRTEEN
