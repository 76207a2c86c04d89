"""Who stands on the family and network map, and what is recorded of each: codes and ids, never a guess.

Nobody has a role here but a relation to this child. What nobody recorded is empty, what is recorded in two ways is
kept in both, and an unnamed *he* or *she* stays a person not yet identified.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from hsb_assess.diagrams.family import Kin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.domain.fuzzydate import FuzzyDate
    from hsb_assess.record.reading import Reading, Row, Thing

__all__ = ["GROUPS", "Somebody", "kin_of", "people_of"]

GROUPS: Final = ("children", "adults", "school", "unidentified", "workers", "agencies")
"""The groups of the network, in the order in which they stand."""

_FAMILY: Final = frozenset(
    {
        "sibling",
        "half_sibling",
        "step_sibling",
        "adult_sibling",
        "cousin",
        "parent",
        "step_parent",
        "parents_partner",
        "grandparent",
        "aunt_uncle",
        "other_relative",
    }
)
_GENERATION: Final = {
    "sibling": 0,
    "half_sibling": 0,
    "step_sibling": 0,
    "adult_sibling": 0,
    "parent": -1,
    "step_parent": -1,
    "parents_partner": -1,
    "aunt_uncle": -1,
    "grandparent": -2,
}
"""What a relation says of a generation. *Cousin or other young relative* says none, nor does *other adult relative*."""
_SCHOOL: Final = frozenset({"fellow_pupil", "school_adult"})
_NOT_SAID: Final = frozenset({"not_known", "prefers_not_to_say"})
_LIVES: Final = {"yes": "with_child", "weekends": "part_time", "no": "elsewhere"}
"""What *do the two children ever sleep in the same home* says of a household."""
_CHILD: Final = "this_child"


@dataclass(frozen=True)
class Somebody:
    """A person or an agency of the case.

    ``kind`` is a code of *person_kinds*, or ``agency``. ``sex``, ``lives``, ``contact`` and ``relations`` are codes and
    empty where nothing is recorded; several say that it is recorded in several ways. ``places`` are the rows in
    which the person stands, each by its path; ``entry`` is where they are entered.
    """

    id: str
    kind: str
    label: str = field(repr=False)
    entry: str
    relation: str = field(default="", repr=False)
    relations: tuple[str, ...] = ()
    sex: str = ""
    age: int | None = None
    died: FuzzyDate | None = None
    lives: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    family: bool = False
    group: str = ""

    @property
    def with_child(self) -> bool:
        """Whether the record says that they live with this child, and nothing else."""
        return self.kind == _CHILD or self.lives == ("with_child",)

    @property
    def generation(self) -> int | None:
        """What the recorded relation says, 0 for this child's own; ``None`` where it says none, or two."""
        if self.kind == _CHILD:
            return 0
        said = {_GENERATION.get(code) for code in self.relations}
        return said.pop() if len(said) == 1 else None


def people_of(reading: Reading) -> tuple[Somebody, ...]:
    """Return everybody of the case, in the order in which they were entered, and the agencies after them."""
    people = reading.things("person")
    found = [_person(reading, each) for each in people]
    family = _family(found)
    return (
        *(_grouped(each, family=each.id in family) for each in found),
        *(
            Somebody(each.id, "agency", each.text("label"), f"things.agency[{each.id}]", group="agencies")
            for each in reading.things("agency")
        ),
    )


def kin_of(people: tuple[Somebody, ...]) -> tuple[Kin, ...]:
    """Return what the layout needs to know of them."""
    return tuple(Kin(each.id, each.generation, each.parents, each.partners, each.group) for each in people)


def _person(reading: Reading, person: Thing) -> Somebody:
    kind = str(person.value("is") or "")
    rows = [*_rows_of(reading, person.id)]
    children = [row for row in rows if row.path.startswith("M11.children")]
    relations = [code for row in rows if (code := row.value("relation")) is not None and code not in _NOT_SAID]
    sex = reading.value("M00.sex") if kind == _CHILD else person.value("sex")
    age = next((number for row in children if isinstance(number := row.value("age"), int)), None)
    return Somebody(
        id=person.id,
        kind=kind,
        label=person.text("label"),
        entry=f"things.person[{person.id}]",
        relation=person.text("relation"),
        relations=tuple(dict.fromkeys(str(code) for code in relations)),
        sex=sex if isinstance(sex, str) and sex not in _NOT_SAID else "",
        age=_this_childs_age(reading) if kind == _CHILD else age,
        died=person.day("died"),
        lives=tuple(dict.fromkeys(_lives(reading, person.id, rows))),
        contact=tuple(dict.fromkeys(_contact(reading, person.id, kind))),
        parents=person.codes("parents"),
        partners=person.codes("partners"),
        places=tuple(row.path for row in rows),
    )


def _rows_of(reading: Reading, person: str) -> Iterator[Row]:
    for group in ("M09.family", "M11.children", "M11.adults", "M10.carers"):
        for row in reading.rows(group):
            if row.value("person") == person:
                yield row


def _this_childs_age(reading: Reading) -> int | None:
    born = reading.day("M00.dob")
    if born is None or born.about or born.earliest() != born.latest():
        return None
    first, today = born.earliest(), reading.today
    return today.year - first.year - ((today.month, today.day) < (first.month, first.day))


def _lives(reading: Reading, person: str, rows: list[Row]) -> Iterator[str]:
    for row in rows:
        lives = row.value("lives")
        if isinstance(lives, str) and lives not in _NOT_SAID:
            yield lives
        if (sleeps := row.value("sleeps_same_home")) in _LIVES:
            yield _LIVES[str(sleeps)]
    # That two children share a home counts weekends too: it says more than nothing, and less than where they live.
    if person in reading.codes("M01.shares_home_with") and not any(row.value("sleeps_same_home") for row in rows):
        yield "shares_home"


def _contact(reading: Reading, person: str, kind: str) -> Iterator[str]:
    """Yield what the protection grid says of contact between somebody and this child, either way round."""
    child = next((each.id for each in reading.things("person") if each.value("is") == _CHILD), None)
    if kind == _CHILD or child is None:
        return
    for row in reading.rows("M11.pairs"):
        both = {*row.codes("older"), *row.codes("child")}
        said = row.value("contact")
        if both == {person, child} and isinstance(said, str):
            yield said


def _family(people: list[Somebody]) -> frozenset[str]:
    """Return who is family: this child, whom a register calls so, and whoever is tied to one of these."""
    family = {
        each.id
        for each in people
        if each.kind == _CHILD
        or _FAMILY & set(each.relations)
        or any(path.startswith("M09.family") for path in each.places)
    }
    ties = [(each.id, other) for each in people for other in (*each.parents, *each.partners)]
    known = {each.id for each in people}
    while True:
        more = {
            side
            for one, other in ties
            for side in (one, other)
            if (one in family or other in family) and side in known and side not in family
        }
        if not more:
            return frozenset(family)
        family |= more


def _grouped(person: Somebody, *, family: bool) -> Somebody:
    if family:
        return replace(person, family=True)
    return replace(person, group=_group(person))


def _group(person: Somebody) -> str:
    if person.kind == "unidentified":
        return "unidentified"
    if _SCHOOL & set(person.relations):
        return "school"
    return {"child": "children", "worker": "workers"}.get(person.kind, "adults")
