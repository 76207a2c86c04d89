"""What must happen next, and by when, read from the record for somebody who takes over tonight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.answer import Absence
from hsb_assess.reports.blocks import Table, Value
from hsb_assess.reports.tonight import columns
from hsb_assess.reports.wording import day
from hsb_assess.rules.clock import State
from hsb_assess.rules.clocks import clocks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hsb_assess.reports.source import Source
    from hsb_assess.rules.finding import Report

__all__ = ["next_steps", "steps_now"]

NOW: Final = "Now"
_ALERTS: Final = {
    "R10": "Get a clinician's advice about medical need, however long ago it was: ask, or ring and say what is known.",
    "R21": "Agree what keeps apart the people whom this concern involves. Nothing that is recorded does.",
    "R46": "Have this child's risk of harming themselves looked at by a clinician today, and say what keeps them safe.",
    "R59": "Say for every pair in the table whether there is contact, and what protects, who and until when.",
    "R65": "Tell the agencies what came since they last met: something newer is recorded.",
    "R68": "Arrange what protects from the day an order, a condition or a stay in custody ends, or find out whether it holds.",
}
"""What an alert asks of whoever takes over; the app's own words are for the person at the form."""
_TOLD: Final = (
    ("M01.manager_told", "Tell the manager. That is not recorded yet."),
    ("M01.police_told", "Decide whether the police are told now. Nothing is recorded."),
    ("M01.health_told", "Tell health. That is not recorded yet."),
)
_CLOCKS: Final = {
    "first_decision": "First decision about the referral",
    "conference": "Conference or planning meeting",
    "child_seen": "This child is seen again",
}
_FIRST_ANSWERS: Final = (
    ("M01.danger", "Danger now"),
    ("M01.medical_need", "Medical need"),
    ("M01.self_harm_now", "Self-harm"),
    ("M01.police_told", "Police"),
    ("M01.health_told", "Health"),
    ("M01.sleeps_tonight", "Where this child sleeps"),
)


def steps_now(source: Source, report: Report) -> tuple[str, ...]:
    """Return what cannot wait, a sentence each: alerts that stand, then who is not told."""
    rules = dict.fromkeys(finding.rule for finding in report.findings if finding.alert)
    found = [_ALERTS[rule] for rule in _ALERTS if rule in rules]
    found += [words for path, words in _TOLD if not source.is_asked(path) and source.reading.engine.visible(path)]
    return tuple(found)


def next_steps(source: Source, report: Report) -> Table:
    """Return what must happen next: what cannot wait first, then by day, with whoever is recorded for it."""
    rows = [(Value(text=NOW, strong=True), Value(text=words), Value(text="")) for words in steps_now(source, report)]
    dated = sorted(_dated(source), key=lambda each: each[0])
    today = source.reading.today
    for when, what, who in dated:
        words = f"{day(when)}: this day has passed" if when < today else day(when)
        rows.append((Value(text=words, strong=when <= today), Value(text=what), Value(text=who)))
    return Table(
        columns=columns(("By when", 1.3), ("What", 4.0), ("Who", 1.5)),
        rows=tuple(rows),
        empty="Nothing recorded calls for a next step. That is no plan: ask the worker.",
    )


def _dated(source: Source) -> Iterator[tuple[date, str, str]]:
    """Yield day, what and who of everything that ends or falls due."""
    reading = source.reading
    until = reading.day("M01.arrangement.until")
    if until is not None:
        who = source.text("M01.arrangement.agreed_by")
        yield until.earliest(), "The arrangement for tonight ends: agree what follows.", who
    yield from _ends_of_pairs(source)
    for row in source.rows("M11.conditions"):
        end = row.day("to")
        if end is not None:
            kind = source.text(row.at("kind")) or "An order or condition"
            then = source.text(row.at("then_what"))
            yield (
                end.earliest(),
                f"{kind} ends. From that day: {then or 'nothing is recorded'}.",
                source.text(row.at("then_who")),
            )
    for row in source.rows("M20.settings"):
        review = row.day("review")
        if review is not None:
            where = source.text(row.at("setting")) or "A place"
            yield review.earliest(), f"Safety plan looked at again: {where[:1].lower()}{where[1:]}.", ""
    for clock in clocks(reading, reading.today):
        if clock.name in _CLOCKS and clock.due is not None and clock.state is not State.KEPT and clock.done is None:
            yield clock.due, f"{_CLOCKS[clock.name]}.", ""
    yield from _open_enquiries(source)


def _ends_of_pairs(source: Source) -> Iterator[tuple[date, str, str]]:
    ends: dict[date, list[str]] = {}
    for row in source.rows("M11.pairs"):
        end = row.day("until")
        if end is not None and row.value("contact") in {"possible", "yes"}:
            ends.setdefault(end.earliest(), []).append(source.text(row.at("who")))
    for last, whose in ends.items():
        count = len(whose)
        what = (
            "One arrangement for a pair in the table ends"
            if count == 1
            else f"{count} arrangements for pairs in the table end"
        )
        yield last, f"{what}: agree what follows.", ", ".join(dict.fromkeys(filter(None, whose)))


def _open_enquiries(source: Source) -> Iterator[tuple[date, str, str]]:
    """Yield what somebody has to find out, or look at again, about the answers of the first day."""
    for path, label in _FIRST_ANSWERS:
        answer = source.reading.answer(path)
        if answer.absence not in {Absence.UNKNOWN, Absence.NOT_SAFE, Absence.LED_BY_OTHER}:
            continue
        text = answer.detail.get("by") or answer.detail.get("recheck") or ""
        when = _day(text)
        if when is not None:
            step = source.plain(answer.detail.get("next_step", "")) or "look at it again"
            owner = answer.detail.get("owner", "")
            yield when, f"{label}: {step}", source.name(owner) if owner else ""


def _day(text: str) -> date | None:
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
