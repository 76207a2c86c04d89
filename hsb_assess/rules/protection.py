"""Rules about tonight: homes, contact, the protection grid, review dates, and what has not been passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.facts import (
    BANDS,
    events_of,
    has_answer,
    lacks,
    last_strategy,
    newest,
    this_child,
    worst_band,
)
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.workingdays import latest_day, limit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hsb_assess.record.reading import Reading, Row

__all__ = ["RULES"]

HOMES = frozenset({"home", "other_home", "placement"})
SHARED = frozenset({"yes", "weekends"})
MEETING = frozenset({"possible", "yes"})
RISKY = frozenset({"may_have_harmed", "may_be_risk"})
NEW_INFORMATION = ("child_words", "sign", "self_harm", "contact")


def home_without_plan(case: Case) -> Outcome:
    """R18: this child and a child at risk sleep in one home, weekends included, and it has no safety plan."""
    reading = case.reading
    shared = [row for row in reading.rows("M11.children") if row.value("sleeps_same_home") in SHARED]
    if reading.state("M01.shares_home") != "yes" and not shared:
        return ()
    planned = [row for row in reading.rows("M20.settings") if row.value("setting") in HOMES]
    return () if planned else (Fired(("M20.settings",)),)


def _arranged(reading: Reading, today: date) -> bool:
    """Say whether tonight's arrangement is agreed with somebody and has not run out."""
    until = reading.day("M01.arrangement.until")
    return (
        has_answer(reading.answer("M01.arrangement.what"))
        and has_answer(reading.answer("M01.arrangement.agreed_by"))
        and until is not None
        and until.latest() >= today
    )


def _protected(pair: Row, today: date) -> bool:
    until = pair.day("until")
    return not lacks(pair, "what", "who") and until is not None and until.latest() >= today


def contact_unprotected(case: Case) -> Outcome:
    """R21: contact is possible between people of this concern and nothing at all protects it."""
    reading = case.reading
    meeting = [row for row in reading.rows("M11.pairs") if row.value("contact") in MEETING]
    shares = reading.state("M01.shares_home") == "yes"
    if not meeting and not shares:
        return Skipped("Contact has not been asked about, or none is known.")
    if _arranged(reading, case.today):
        return ()
    open_pairs = tuple(row.at("what") for row in meeting if not _protected(row, case.today))
    if not open_pairs and (meeting or not shares):
        return ()
    return (Fired(("M01.arrangement.what", *open_pairs)),)


def no_safety_action(case: Case) -> Outcome:
    """R33: the behaviour is rated problematic or above and nothing in the plans keeps people safe."""
    band = worst_band(case.reading)
    if band is None or band < BANDS.index("problematic"):
        return ()
    settings = any(has_answer(row.answer("adults_do")) for row in case.reading.rows("M20.settings"))
    actions = any(row.value("work") == "behaviour_safety" for row in case.reading.rows("M21.actions"))
    return () if settings or actions else (Fired(("M20.settings", "M21.actions")),)


def plan_without_review(case: Case) -> Outcome:
    """R58: a safety plan has no review date, or one later than the limit."""
    rows = case.reading.rows("M20.settings")
    if not rows:
        return Skipped("No safety plan is written yet.")
    days = limit(case.reading.profile, "R58", 20)
    last = latest_day(case.today, days, case.reading.profile)
    return tuple(
        Fired((row.at("review"),)) for row in rows if (day := row.day("review")) is None or day.latest() > last
    )


def _risky_people(reading: Reading) -> frozenset[str]:
    """Return people who may have harmed, or may be a risk to, a child.

    Somebody not yet identified counts for every adult with care or contact, and puts nobody in their place.
    """
    rows = reading.rows("M11.adults")
    unidentified = any(row.value("not_yet_identified") == "yes" or _is_unidentified(reading, row) for row in rows)
    return frozenset(
        person
        for row in rows
        if isinstance(person := row.value("person"), str)
        and (row.value("reason_listed") in RISKY or (unidentified and row.value("contact_kind") in {"care", "contact"}))
    )


def _is_unidentified(reading: Reading, row: Row) -> bool:
    person = row.value("person")
    found = reading.thing(person) if isinstance(person, str) else None
    return found is not None and found.value("is") == "unidentified"


def _missing_pairs(reading: Reading, risky: frozenset[str]) -> bool:
    """Say whether a person who may be a risk and a child of the case are not in the grid together."""
    child = this_child(reading)
    children = {child.id} if child is not None else set()
    children |= {person for row in reading.rows("M11.children") if isinstance(person := row.value("person"), str)}
    listed = {(row.value("older"), row.value("child")) for row in reading.rows("M11.pairs")}
    return any((adult, each) not in listed for adult in risky for each in children if adult != each)


def grid_incomplete(case: Case) -> Outcome:
    """R59: a listed pair is not asked about, or contact with somebody who may be a risk lacks what, who or until."""
    reading = case.reading
    if not reading.rows("M11.adults"):
        return (Fired(("M11.adults",)),)
    fired = []
    risky = _risky_people(reading)
    if _missing_pairs(reading, risky):
        fired.append(Fired(("M11.pairs",)))
    child = this_child(reading)
    older = risky | ({child.id} if child is not None else set())
    for pair in reading.rows("M11.pairs"):
        if not pair.answer("contact").is_asked():
            fired.append(Fired((pair.at("contact"),)))
        elif pair.value("contact") in MEETING and pair.value("older") in older:
            open_parts = lacks(pair, "what", "who", "until")
            if not open_parts and not _protected(pair, case.today):
                open_parts = ("until",)
            if open_parts:
                fired.append(Fired(tuple(pair.at(name) for name in open_parts)))
    return tuple(fired)


def _news(reading: Reading) -> Iterator[tuple[date, str, str]]:
    """Yield what somebody should know: its latest day, its question, and the event's id or nothing."""
    for event in events_of(reading, *NEW_INFORMATION):
        if (day := event.day("when")) is not None:
            yield day.latest(), f"M02.events[{event.id}].what", event.id
    for group, field in (("M14.words", "words"), ("M05.signs", "description")):
        for row in reading.rows(group):
            if (day := row.day("when")) is not None:
                yield day.latest(), row.at(field), ""


def not_passed_on(case: Case) -> Outcome:
    """R65: words, a sign, self-harm or contact is newer than the last discussion or review, and was not shared."""
    reading = case.reading
    reviewed = reading.day("M20.last_review")
    held = last_strategy(reading)
    since = newest([day for day in (held, reviewed.latest() if reviewed else None) if day is not None])
    if since is None:
        return Skipped("No strategy discussion and no plan review is recorded.")
    shared = {thing for row in reading.rows("M01.strategy") for thing in row.codes("shared_things")}
    news = tuple(_news(reading))
    shared_days = {day for day, _, event in news if event in shared}
    fresh = tuple(
        path
        for day, path, event in news
        if day > since and event not in shared and not (not event and day in shared_days)
    )
    return (Fired(("M01.strategy", *fresh)),) if fresh else ()


RULES = (
    Rule("R18", Gate.SUBMIT, home_without_plan),
    Rule("R21", Gate.SUBMIT, contact_unprotected),
    Rule("R33", Gate.SUBMIT, no_safety_action),
    Rule("R58", Gate.SUBMIT, plan_without_review),
    Rule("R59", Gate.SUBMIT, grid_incomplete),
    Rule("R65", Gate.SUBMIT, not_passed_on),
)
