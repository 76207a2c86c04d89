"""The rule about new information: who knows what came after the last discussion or review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.facts import WORRYING, event_path, events_of, last_strategy, newest
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.tiers import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hsb_assess.record.reading import Reading

__all__ = ["RULES"]

NEW_INFORMATION = ("child_words", "sign", "self_harm", "contact")
SELF_HARM = "M07.self_harm"
SELF_HARM_NOTICED = "M07.self_harm_noticed"
TOLD_IN_ROWS = (("M14.words", "words"), ("M05.signs", "description"))


def not_passed_on(case: Case) -> Outcome:
    """R65: words, a sign, self-harm or contact is newer than the last discussion or review, and was not shared.

    What is recorded counts, whether or not the tier asks it.
    """
    reading = whole(case.reading)
    reviewed = reading.day("M20.last_review")
    held = last_strategy(reading)
    since = newest(day for day in (held, reviewed.earliest() if reviewed else None) if day is not None)
    if since is None:
        return Skipped("No strategy discussion and no plan review is recorded.")
    shared = {thing for row in reading.rows("M01.strategy") for thing in row.codes("shared_things")}
    news = [(day, path) for day, path in _news(reading, shared) if day > since]
    variant = "review" if held is None or since > held else ""
    return (Fired(("M01.strategy", *(path for _, path in news)), variant=variant),) if news else ()


def _news(reading: Reading, shared: set[str]) -> Iterator[tuple[date, str]]:
    """Yield what was not shared: its latest day and its question.

    Only events can be picked as shared. Words, signs and self-harm in their own modules count as shared with an event
    of the same day, which is how the chronology tells the same thing. An evidence item on this child's words is new
    where nothing else of its day tells it.
    """
    shared_days, told_days = set(), set()
    for event in events_of(reading, *NEW_INFORMATION):
        if (day := event.day("when")) is not None:
            told_days.add(day.latest())
            if event.id in shared:
                shared_days.add(day.latest())
            else:
                yield day.latest(), event_path(event)
    for told, path in _told_in_modules(reading):
        told_days.add(told)
        if told not in shared_days:
            yield told, path
    for item in reading.things("evidence"):
        when = item.day("when") if item.value("kind") == "child_said" else None
        if when is not None and when.latest() not in told_days:
            yield when.latest(), f"things.evidence[{item.id}].what"


def _told_in_modules(reading: Reading) -> Iterator[tuple[date, str]]:
    for group, field in TOLD_IN_ROWS:
        for row in reading.rows(group):
            if (day := row.day("when")) is not None:
                yield day.latest(), row.at(field)
    noticed = reading.day(SELF_HARM_NOTICED)
    if noticed is not None and reading.state(SELF_HARM) in WORRYING:
        yield noticed.latest(), SELF_HARM_NOTICED


RULES = (Rule("R65", Gate.SUBMIT, not_passed_on),)
