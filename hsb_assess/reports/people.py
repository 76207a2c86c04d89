"""What people are called in a document: this child, other children and adults by role, workers by name.

Initials and labels identify, so they are not printed for anybody but workers, and inside sentences they are
replaced (:mod:`hsb_assess.reports.aliases`). A number makes roles distinct; the key is the record itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.reports.aliases import Aliases, Labelled, role_in
from hsb_assess.reports.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hsb_assess.record.reading import Reading, Thing

__all__ = ["Roles"]

THIS_CHILD: Final = "This child"
NOT_IDENTIFIED: Final = "A person not yet identified"
AN_ADULT: Final = "an adult"
REFERENCE_APART: Final = "reference kept apart"

_RELATIONS: Final = (("M11.children", "person"), ("M11.adults", "person"), ("M03.incidents", "other_person"))


class Roles:
    """Names every person of one reading, the same way throughout a document.

    ``unnamed`` are people whom this document does not tell apart; ``signers`` are names that stay as they are.
    """

    def __init__(self, reading: Reading, *, unnamed: Iterable[str] = (), signers: Iterable[str] = ()) -> None:
        self._reading = reading
        self._relations = dict(_relations(reading))
        self._short: dict[str, str] = {}
        self._names: dict[str, str] = {}
        counts: dict[str, int] = {}
        people = reading.things("person")
        for person in people:
            if person.value("is") != "worker":
                self._names[person.id] = self._named(person, counts)
        self._aliases = self._all_aliases(frozenset(unnamed), tuple(signers))

    def _all_aliases(self, unnamed: frozenset[str], signers: tuple[str, ...]) -> Aliases:
        """Return what replaces the names of others, and name the workers: their own label stays, as far as it may."""
        own = [self._reading.text("M00.name"), self._reading.text("M00.known_as")]
        others: list[Labelled] = []
        workers: list[Thing] = []
        for person in self._reading.things("person"):
            if person.value("is") == "worker":
                workers.append(person)
            elif person.value("is") == "this_child":
                own.append(person.text("label"))
            else:
                role = AN_ADULT if person.id in unnamed else self._short[person.id]
                others.append(Labelled(person.text("label"), role))
        references = (row.text("own_referral_ref") for row in self._reading.rows("M11.children"))
        ours = self._reading.text("M00.ref")
        exact = {ref: REFERENCE_APART for ref in references if ref and ref != ours}
        alone = Aliases(others, kept=signers, own=own, exact=exact)
        for worker in workers:
            called = _worker(worker)
            self._short[worker.id] = self._names[worker.id] = alone.replaced(called, of_worker=True)
        kept = [*signers]
        for worker in workers:
            label = worker.text("label")
            if label and label != self._names[worker.id]:
                exact.setdefault(label, self._names[worker.id])
            else:
                kept.append(label)
        return Aliases(others, kept=kept, own=own, exact=exact)

    def plain(self, text: str, *, verbatim: bool = False) -> str:
        """Return a sentence with the names of others replaced by roles; in somebody's exact words, in [brackets]."""
        return self._aliases.replaced(text, bracketed=verbatim)

    def _named(self, person: Thing, counts: dict[str, int]) -> str:
        match person.value("is"):
            case "this_child":
                self._short[person.id] = THIS_CHILD
                return THIS_CHILD
            case "child":
                stem = "Other child"
            case "adult":
                stem = "Adult"
            case "unidentified":
                stem = NOT_IDENTIFIED
            case _:
                stem = "Person"
        counts[stem] = counts.get(stem, 0) + 1
        number = counts[stem]
        if stem == NOT_IDENTIFIED:
            called = stem if number == 1 else f"{stem} ({number})"
            self._short[person.id] = called[0].lower() + called[1:]
            return called
        self._short[person.id] = f"{stem} {number}"
        relation = (
            self._relations.get(person.id, "") or role_in(person.text("label")) or role_in(person.text("relation"))
        )
        return f"{stem} {number} ({relation})" if relation else f"{stem} {number}"

    def name(self, person: str) -> str:
        """Return what the person with this id is called; agencies keep their names, other things their day."""
        if person in self._names:
            return self._names[person]
        thing = self._reading.thing(person)
        if thing is not None and thing.kind == "agency":
            return self.plain(thing.text("label")) or "An agency"
        when = thing.day("when") if thing is not None else None
        if when is not None:
            return f"the entry of {day(when)}"
        return "Somebody"

    def short(self, person: str) -> str:
        """Return what the person is called without their relation, where that stands near already."""
        found = self._short.get(person) or self.name(person)
        return found[:1].upper() + found[1:]

    def is_unidentified(self, person: str) -> bool:
        """Say whether this is somebody whom nobody has identified yet."""
        thing = self._reading.thing(person)
        return thing is not None and thing.value("is") == "unidentified"

    def workers(self) -> tuple[tuple[str, str], ...]:
        """Return each worker with their role and agency."""
        found: list[tuple[str, str]] = []
        for person in self._reading.things("person"):
            if person.value("is") == "worker":
                parts = [self._aliases.replaced(person.text(name), of_worker=True) for name in ("role", "agency")]
                name = self._names[person.id]
                found.append((name[:1].upper() + name[1:], ", ".join(part for part in parts if part)))
        return tuple(found)

    def others(self) -> tuple[str, ...]:
        """Return what everybody else is called, without this child."""
        named = (
            person for person in self._reading.things("person") if person.value("is") not in {"worker", "this_child"}
        )
        return tuple(self._names[person.id] for person in named)


def _worker(person: Thing) -> str:
    return person.text("label") or person.text("role") or person.text("agency") or "A worker"


def _relations(reading: Reading) -> Iterable[tuple[str, str]]:
    """Yield person and coded relation; what is said first in the register counts, before any incident."""
    seen: set[str] = set()
    for group, field in _RELATIONS:
        item = reading.definition.find(f"{group}.relation")
        if item is None:
            continue
        for row in reading.rows(group):
            person = row.value(field)
            code = reading.definition.code(item, row.value("relation"))
            if isinstance(person, str) and person not in seen and code is not None and code.code != "not_known":
                seen.add(person)
                words = code.en
                yield person, words[0].lower() + words[1:]
