"""Rules about tonight: does anything protect the contact there is, and is each pair of the grid complete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.rules.conditions import REGISTER, conditions_told
from hsb_assess.rules.facts import (
    HARM,
    HOMES,
    WORRYING,
    events_of,
    has_answer,
    is_over,
    lacks,
    other_children,
    this_child,
)
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.grid import ARRANGEMENT, MEETING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hsb_assess.record.reading import Reading, Row, Thing

__all__ = ["RULES"]

RISKY = frozenset({"may_have_harmed", "may_be_risk"})
ARRANGED = "M01.arrangement.what"


@dataclass(frozen=True)
class _Contact:
    """Contact between two people of the case, the question that says what protects, and the grid's row if any."""

    people: frozenset[str]
    question: str
    row: Row | None = None


def contact_unprotected(case: Case) -> Outcome:
    """R21: contact is possible between people of this concern, with nothing enforceable in force or agreed.

    One finding for each pair, so that it can stand beside what R59 says of the same pair.
    """
    reading = case.reading
    contacts = [*_in_grid(reading), *_at_home(reading)]
    asked = any(row.answer("contact").is_asked() for row in reading.rows("M11.pairs"))
    if not contacts and not asked and not reading.answer("M01.shares_home").is_asked():
        return Skipped("Contact has not been asked about yet.")
    if _arranged(reading, case.today):
        return ()
    open_contacts = [each for each in contacts if not _is_protected(case, each)]
    return tuple(Fired(tuple(dict.fromkeys((each.question, ARRANGED)))) for each in open_contacts)


def _in_grid(reading: Reading) -> Iterator[_Contact]:
    for row in reading.rows("M11.pairs"):
        if str(row.value("contact")) in MEETING:
            yield _Contact(_pair(row), row.at("what"), row)


def _pair(row: Row) -> frozenset[str]:
    return frozenset({*row.codes("older"), *row.codes("child")})


def _at_home(reading: Reading) -> Iterator[_Contact]:
    """Yield the contact of a shared home, until the grid says of each child who lives there what contact there is."""
    if reading.state("M01.shares_home") != "yes":
        return
    child = this_child(reading) or ""
    asked = {_pair(row) for row in reading.rows("M11.pairs") if row.answer("contact").is_asked()}
    named = reading.codes("M01.shares_home_with")
    open_children = [each for each in named if frozenset({child, each}) not in asked]
    if open_children:
        yield from (_Contact(frozenset({child, each}), ARRANGED) for each in open_children)
    elif not named and not any(frozenset({child, each}) in asked for each in other_children(reading)):
        yield _Contact(frozenset(), ARRANGED)


def _arranged(reading: Reading, today: date) -> bool:
    """Say whether somebody has agreed to an arrangement for tonight that has not run out."""
    until = reading.day("M01.arrangement.until")
    agreed = has_answer(reading.answer(ARRANGED)) and has_answer(reading.answer("M01.arrangement.agreed_by"))
    return agreed and (until is None or until.latest() >= today)


def _is_protected(case: Case, contact: _Contact) -> bool:
    return (
        (contact.row is not None and _has_arrangement(contact.row, case.today))
        or _is_planned(case, contact)
        or _is_ordered(case, contact)
    )


def _has_arrangement(pair: Row, today: date) -> bool:
    """Say whether anything was agreed for this pair that has not run out; R59 asks whether it is complete."""
    someone = has_answer(pair.answer("who")) or has_answer(pair.answer("agreed_by"))
    return has_answer(pair.answer("what")) and someone and not is_over(pair, "until", today)


def _is_planned(case: Case, contact: _Contact) -> bool:
    """Say whether the adults agreed to a safety plan in force that protects a child from contact with this child."""
    reading = case.reading
    child = this_child(reading) or ""
    others = set(other_children(reading))
    if not contact.people <= {child, *others}:
        return False
    return any(
        not lacks(plan, "adults_do", "adults_agreed")
        and not is_over(plan, "to", case.today)
        and (contact.row is not None or plan.value("setting") in HOMES)
        and ((contact.people - {child}) & set(plan.codes("protects")) or not contact.people)
        for plan in reading.rows("M20.settings")
    )


def _is_ordered(case: Case, contact: _Contact) -> bool:
    """Say whether an order or condition in force is about these two: from the register, until then from M02."""
    reading = case.reading
    if recorded := [row for row in reading.rows(REGISTER) if _is_between(row, contact.people)]:
        return any(row.value("status") == "in_force" and not is_over(row, "to", case.today) for row in recorded)
    child = frozenset({this_child(reading) or ""})
    return bool(contact.people) and any(
        people and (contact.people <= people or contact.people - child == people - child)
        for people in _conditions_told(reading, case.today)
    )


def _is_between(condition: Row, people: frozenset[str]) -> bool:
    """Say whether a condition binds one of ``people`` and protects another; one that names no child protects all."""
    bound = set(condition.codes("binds")) & people
    protected = set(condition.codes("about"))
    return bool(bound) and (not protected or bool(protected & people))


def _conditions_told(reading: Reading, today: date) -> list[frozenset[str]]:
    """Return whom each condition that only the chronology knows, and that cannot have ended, is about."""
    ends = events_of(reading, "condition_ended")
    return [
        frozenset(event.codes("people"))
        for event in conditions_told(reading, "condition_set", "condition_varied")
        if (day := event.day("when")) is not None
        and day.earliest() <= today
        and not any(_may_end(end, event, day.earliest(), today) for end in ends)
    ]


def _may_end(end: Thing, condition: Thing, since: date, today: date) -> bool:
    """Say whether an end may be of this condition; one that names nobody may be of any, one without a day is past."""
    people = set(end.codes("people"))
    day = end.day("when")
    in_time = day is None or (day.earliest() <= today and day.latest() >= since)
    return in_time and (not people or bool(people & set(condition.codes("people"))))


def grid_incomplete(case: Case) -> Outcome:
    """R59: a pair is not asked about, or contact with somebody who may be a risk lacks what, who or until.

    An empty register of adults fires as well. This child counts among those who may have harmed.
    """
    reading = case.reading
    fired = [] if reading.rows("M11.adults") else [Fired(("M11.adults",), variant="nobody_listed")]
    child = this_child(reading)
    older = _risky_adults(reading) | _older_children(reading) | ({child} if child is not None else set())
    if _misses_a_pair(reading, older):
        fired.append(Fired(("M11.pairs",), variant="pair_missing"))
    fired.extend(
        Fired(tuple(pair.at(name) for name in missing), variant=_variant(pair, missing))
        for pair in reading.rows("M11.pairs")
        if (missing := _open_parts(pair, older, case.today))
    )
    return tuple(fired)


def _variant(pair: Row, missing: tuple[str, ...]) -> str:
    """Return which words fit a pair that lacks these fields."""
    if missing == ("contact",):
        return "contact_open"
    if not lacks(pair, *missing):
        return "run_out"
    return "nothing_arranged" if len(missing) == len(ARRANGEMENT) else ""


def _risky_adults(reading: Reading) -> frozenset[str]:
    """Return the adults who may have harmed, or may be a risk to, a child.

    Somebody not yet identified counts for every adult with care or contact, all alike, and puts nobody in their
    place.
    """
    rows = reading.rows("M11.adults")
    nameless = {row.id for row in rows if _is_nameless(reading, row)}
    return frozenset(
        person
        for row in rows
        if isinstance(person := row.value("person"), str)
        and (
            row.id in nameless
            or row.value("reason_listed") in RISKY
            or (nameless and row.value("contact_kind") in {"care", "contact"})
        )
    )


def _older_children(reading: Reading) -> frozenset[str]:
    """Return the children whom the grid lists as the older one, where another child may have harmed this child.

    Nobody is picked by guess: only who stands there already, and all of them alike.
    """
    if reading.state(f"{HARM}.sibling_peer") not in WORRYING:
        return frozenset()
    listed = {person for row in reading.rows("M11.pairs") for person in row.codes("older")}
    return frozenset(listed & set(other_children(reading)))


def _is_nameless(reading: Reading, row: Row) -> bool:
    person = row.value("person")
    found = reading.thing(person) if isinstance(person, str) else None
    return row.value("not_yet_identified") == "yes" or (found is not None and found.value("is") == "unidentified")


def _misses_a_pair(reading: Reading, older: frozenset[str]) -> bool:
    """Say whether somebody who may be a risk and a child of the case have no row together, either way round."""
    child = this_child(reading)
    children = {person for row in reading.rows("M11.children") for person in row.codes("person")}
    if child is not None:
        children.add(child)
    listed = {_pair(row) for row in reading.rows("M11.pairs")}
    return any(frozenset({one, each}) not in listed for one in older for each in children if one != each)


def _open_parts(pair: Row, older: frozenset[str], today: date) -> tuple[str, ...]:
    """Return the fields that this pair still lacks; an arrangement that has run out lacks its *until*."""
    if not pair.answer("contact").is_asked():
        return ("contact",)
    if str(pair.value("contact")) not in MEETING or str(pair.value("older")) not in older:
        return ()
    missing = lacks(pair, *ARRANGEMENT)
    return missing or (("until",) if is_over(pair, "until", today) else ())


RULES = (
    Rule("R21", Gate.SUBMIT, contact_unprotected),
    Rule("R59", Gate.SUBMIT, grid_incomplete),
)
