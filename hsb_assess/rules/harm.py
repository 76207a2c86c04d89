"""Rules about harm to this child: was it considered, on what does the answer rest, what follows from it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence
from hsb_assess.rules.facts import (
    harm_paths,
    harm_suspected,
    harm_untouched,
    has_answer,
    newest,
    standing,
    worst_band,
)
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.thread import unsupported_harm, wishes_to_wait
from hsb_assess.rules.workingdays import latest_day, limit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hsb_assess.record.reading import Reading, Thing

__all__ = ["RULES"]

TWO_KINDS = 2
FOUND = frozenset({"court_finding", "admission", "agency_conclusion"})
UNTOUCHED = Skipped("No line about harm to this child has an answer yet.")


def behaviour_without_enquiry(case: Case) -> Outcome:
    """R01: a band is set and nobody has said whether possible harm to this child was looked into."""
    if worst_band(case.reading) is None:
        return Skipped("No behaviour has been rated yet.")
    asked = case.reading.answer("M05.enquiry").is_asked()
    return () if asked else (Fired(("M05.enquiry",)),)


def harm_line_not_asked(case: Case) -> Outcome:
    """R02: a harm line is still *not yet asked*."""
    open_lines = tuple(path for path in harm_paths(case.reading) if not case.reading.answer(path).is_asked())
    return (Fired(open_lines),) if open_lines else ()


def waiting_without_advice(case: Case) -> Outcome:
    """R03: *not safe to ask yet* without who advised it, or with no recheck date within the limit."""
    profile = case.reading.profile
    last = latest_day(case.today, limit(profile, "not_safe_recheck", 20), profile)
    return tuple(
        Fired((path,), variant="" if lacking == ("adviser", "day") else lacking[0])
        for path, answer in standing(case.reading)
        if answer.absence is Absence.NOT_SAFE and (lacking := _lacking(answer.detail, last))
    )


def _lacking(detail: Mapping[str, str], last: date) -> tuple[str, ...]:
    """Return what an answer that waits still lacks: an adviser, a day, or one within the limit."""
    again = detail.get("recheck", "")
    adviser = () if detail.get("advised_by", "").strip() else ("adviser",)
    return adviser if _within(again, last) else (*adviser, "late" if again and not adviser else "day")


def _within(text: str, last: date) -> bool:
    try:
        return date.fromisoformat(text) <= last
    except ValueError:
        return False


def harm_without_support(case: Case) -> Outcome:
    """R04: harm is yes or suspected, with no support action linked and no wish of this child's to wait until a day."""
    reading = case.reading
    if not harm_suspected(reading):
        return UNTOUCHED if harm_untouched(reading) else ()
    if wishes_to_wait(reading, case.today):
        return ()
    alone = unsupported_harm(reading)
    return (Fired((*alone, "M21.actions")),) if alone else ()


def silence_as_evidence(case: Case) -> Outcome:
    """R05: *no sign found* without two kinds of source besides this child's silence and a record search."""
    if harm_untouched(case.reading):
        return UNTOUCHED
    quiet = (path for path in harm_paths(case.reading) if case.reading.state(path) == "none_found")
    thin = tuple(path for path in quiet if len(_kinds_that_looked(case.reading, path)) < TWO_KINDS)
    return (Fired(thin),) if thin else ()


def _kinds_that_looked(reading: Reading, path: str) -> set[str]:
    """Return the kinds of source cited, leaving out this child (not telling is no evidence) and record searches."""
    return {
        kind
        for item in reading.evidence_of(path)
        if item.value("record_search_only") != "yes"
        and isinstance(kind := item.value("kind"), str)
        and kind != "child_said"
    }


def signs_not_weighed(case: Case) -> Outcome:
    """R06: every harm line says *no sign found* although a sign other than the behaviour is recorded."""
    reading = case.reading
    if harm_untouched(reading):
        return UNTOUCHED
    if not all(reading.state(path) == "none_found" for path in harm_paths(reading)):
        return ()
    signs = tuple(
        row.at("description") for row in reading.rows("M05.signs") if row.value("referred_behaviour") != "yes"
    )
    return (Fired(signs),) if signs else ()


def presumed(case: Case) -> Outcome:
    """R07: called established without a finding, admission or conclusion; or *yes* on unverified items alone.

    The items are among the questions, so that an explanation covers these items and no later ones.
    """
    if harm_untouched(case.reading):
        return UNTOUCHED
    fired = []
    for path in harm_paths(case.reading):
        items = tuple(case.reading.evidence_of(path))
        weak = [item for item in items if _is_unfounded(item)]
        if not weak and case.reading.state(path) == "yes" and all(_is_unverified(item) for item in items):
            weak = [*items]
        if weak:
            fired.append(Fired((path, *(f"things.evidence[{item.id}].confidence" for item in weak))))
    return tuple(fired)


def _is_unfounded(item: Thing) -> bool:
    return item.value("confidence") == "established" and item.value("basis") not in FOUND


def _is_unverified(item: Thing) -> bool:
    """This child's own words are never unverified, whatever was chosen."""
    return item.value("confidence") == "unverified" and item.value("kind") != "child_said"


def threshold_not_decided(case: Case) -> Outcome:
    """R08: harm is yes or suspected and the decision about this child's own enquiries is open or outdated.

    Only a decision counts, or that another agency leads it; *unknown* decides nothing.
    """
    reading = case.reading
    worrying = harm_suspected(reading)
    if not worrying:
        return UNTOUCHED if harm_untouched(reading) else ()
    decision = reading.answer("M05.threshold")
    if decision.absence is Absence.LED_BY_OTHER:
        return ()
    if not has_answer(decision):
        return (Fired(("M05.threshold", *worrying)),)
    questions = []
    if decision.value == "already_made" and not has_answer(reading.answer("M05.threshold_ref")):
        questions.append("M05.threshold_ref")
    day = reading.day("M05.threshold_date")
    latest = newest(_item_days(reading, worrying))
    variant = "reference" if questions else ""
    if day is None or (latest is not None and day.earliest() < latest):
        questions.append("M05.threshold_date")
        variant = variant or ("undated" if day is None else "outdated")
    return (Fired((*questions, *worrying), variant=variant),) if questions else ()


def _item_days(reading: Reading, paths: Iterable[str]) -> Iterator[date]:
    """Yield the first day that each cited item, or each event counted as a suspicion, can mean."""
    for path in paths:
        event = reading.thing(path[path.index("[") + 1 : path.index("]")]) if path.startswith("M02.") else None
        for thing in (event,) if event is not None else reading.evidence_of(path):
            if (day := thing.day("when")) is not None:
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
