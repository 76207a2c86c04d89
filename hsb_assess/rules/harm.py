"""Rules about harm to this child: was it considered, on what does the answer rest, what follows from it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence
from hsb_assess.rules.facts import HARM, HARM_LINES, has_answer, harm_lines, newest, worst_band
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.workingdays import latest_day, limit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hsb_assess.record.reading import Reading, Thing

__all__ = ["RULES"]

TWO_KINDS = 2
FOUND = frozenset({"court_finding", "admission", "agency_conclusion"})


def behaviour_without_enquiry(case: Case) -> Outcome:
    """R01: a band is set and nobody has said whether possible harm to this child was looked into."""
    if worst_band(case.reading) is None:
        return Skipped("No behaviour has been rated yet.")
    asked = case.reading.answer("M05.enquiry").is_asked()
    return () if asked else (Fired(("M05.enquiry",)),)


def harm_line_not_asked(case: Case) -> Outcome:
    """R02: a harm line is still *not yet asked*."""
    open_lines = tuple(path for line in HARM_LINES if not case.reading.answer(path := f"{HARM}.{line}").is_asked())
    return (Fired(open_lines),) if open_lines else ()


def waiting_without_advice(case: Case) -> Outcome:
    """R03: *not safe to ask yet* without who advised it, or with no recheck date within the limit."""
    days = limit(case.reading.profile, "R03", 20)
    last = latest_day(case.today, days, case.reading.profile)
    return tuple(
        Fired((path,))
        for path in case.reading.answers
        if (answer := case.reading.answer(path)).absence is Absence.NOT_SAFE
        and not (answer.detail.get("advised_by", "").strip() and _within(answer.detail.get("recheck", ""), last))
    )


def _within(text: str, last: date) -> bool:
    try:
        return date.fromisoformat(text) <= last
    except ValueError:
        return False


def harm_without_support(case: Case) -> Outcome:
    """R04: harm is yes or suspected, and no support action is linked and this child did not wish to wait."""
    reading = case.reading
    waits = reading.state("M05.wish_to_wait") == "yes" and reading.day("M05.wait_recheck") is not None
    worrying = harm_lines(reading)
    if not worrying:
        return Skipped("No harm line is yes or suspected.")
    if waits:
        return ()
    actions = reading.rows("M21.actions")
    linked = {line for action in actions for line in action.codes("for_harm")}
    helps = any(action.value("work") == "own_harm" for action in actions)
    return tuple(
        Fired((path, "M21.actions"))
        for path in worrying
        if (path.removeprefix(f"{HARM}.") not in linked if path.startswith(HARM) else not helps)
    )


def silence_as_evidence(case: Case) -> Outcome:
    """R05: *no sign found* without two kinds of source besides this child's silence and a record search."""
    thin = []
    for line in HARM_LINES:
        path = f"{HARM}.{line}"
        if case.reading.state(path) == "none_found":
            kinds = {
                item.value("kind")
                for item in case.reading.evidence_of(path)
                if item.value("record_search_only") != "yes" and item.value("kind") is not None
            }
            if len(kinds) < TWO_KINDS:
                thin.append(path)
    return (Fired(tuple(thin)),) if thin else ()


def signs_not_weighed(case: Case) -> Outcome:
    """R06: every harm line says *no sign found* although a sign other than the behaviour is recorded."""
    reading = case.reading
    if not all(reading.state(f"{HARM}.{line}") == "none_found" for line in HARM_LINES):
        return ()
    signs = tuple(
        row.at("description") for row in reading.rows("M05.signs") if row.value("referred_behaviour") != "yes"
    )
    return (Fired(signs),) if signs else ()


def presumed(case: Case) -> Outcome:
    """R07: called established without a finding, admission or conclusion; or *yes* on unverified items alone."""
    fired = []
    for line in HARM_LINES:
        path = f"{HARM}.{line}"
        items = tuple(case.reading.evidence_of(path))
        established = any(
            item.value("confidence") == "established" and item.value("basis") not in FOUND for item in items
        )
        unverified = (
            case.reading.state(path) == "yes"
            and items
            and all(item.value("confidence") == "unverified" for item in items)
        )
        if established or unverified:
            fired.append(Fired((path,)))
    return tuple(fired)


def threshold_not_decided(case: Case) -> Outcome:
    """R08: harm is yes or suspected and the decision about this child's own enquiries is open or outdated."""
    reading = case.reading
    worrying = harm_lines(reading)
    if not worrying:
        return Skipped("No harm line is yes or suspected.")
    decided = reading.value("M05.threshold")
    day = reading.day("M05.threshold_date")
    latest = newest(list(_item_days(reading, worrying)))
    current = (
        has_answer(reading.answer("M05.threshold")) and day is not None and (latest is None or day.latest() >= latest)
    )
    if decided == "already_made" and not has_answer(reading.answer("M05.threshold_ref")):
        current = False
    return () if current else (Fired(("M05.threshold", *worrying)),)


def _item_days(reading: Reading, paths: Iterable[str]) -> Iterable[date]:
    for path in paths:
        if path.startswith("M02."):
            event = reading.thing(path[path.index("[") + 1 : path.index("]")])
            yield from _day_of(event)
        else:
            for item in reading.evidence_of(path):
                yield from _day_of(item)


def _day_of(thing: Thing | None) -> Iterable[date]:
    day = thing.day("when") if thing is not None else None
    if day is not None:
        yield day.earliest()


RULES = (
    Rule("R01", Gate.SUBMIT, behaviour_without_enquiry),
    Rule("R02", Gate.SUBMIT, harm_line_not_asked),
    Rule("R03", Gate.SUBMIT, waiting_without_advice),
    Rule("R04", Gate.SUBMIT, harm_without_support),
    Rule("R05", Gate.SUBMIT, silence_as_evidence),
    Rule("R06", Gate.SUBMIT, signs_not_weighed),
    Rule("R07", Gate.SUBMIT, presumed),
    Rule("R08", Gate.SUBMIT, threshold_not_decided),
)
