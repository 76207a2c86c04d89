"""Rules about safety plans: each shared home has one, each keeps people safe, each has a day to look again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.conditions import LAST_REVIEW, condition_changes, plan_looked_at
from hsb_assess.rules.facts import BANDS, HOMES, has_answer, is_over, worst_band
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.workingdays import latest_day, limit

if TYPE_CHECKING:
    from hsb_assess.record.reading import Reading, Row

__all__ = ["RULES"]

SHARED = frozenset({"yes", "weekends"})


def home_without_plan(case: Case) -> Outcome:
    """R18: this child and a child at risk sleep in one home, weekends included, and it has no safety plan."""
    reading = case.reading
    asleep = [row for row in reading.rows("M11.children") if has_answer(row.answer("sleeps_same_home"))]
    shares = _shares_undecided(reading, asleep)
    if not asleep and not reading.answer("M01.shares_home").is_asked():
        return Skipped("Nobody has said yet whether this child shares a home.")
    plans = [
        row
        for row in reading.rows("M20.settings")
        if row.value("setting") in HOMES and not is_over(row, "to", case.today)
    ]
    bare = [row for row in asleep if row.value("sleeps_same_home") in SHARED and not _is_planned_for(row, plans)]
    if (shares and not plans) or bare:
        return (Fired(("M20.settings", *(row.at("sleeps_same_home") for row in bare))),)
    return ()


def _shares_undecided(reading: Reading, asleep: list[Row]) -> bool:
    """Say whether M01's shared home still counts: where a child sleeps, once recorded in the register, decides."""
    if reading.state("M01.shares_home") != "yes":
        return False
    known = {row.value("person") for row in asleep}
    named = set(reading.codes("M01.shares_home_with"))
    return bool(named - known) if named else not asleep


def _is_planned_for(child: Row, plans: list[Row]) -> bool:
    """Say whether a plan for a home protects this child; one that does not say whom protects whoever lives there."""
    return any(not plan.codes("protects") or child.value("person") in plan.codes("protects") for plan in plans)


def conditions_changed(case: Case) -> Outcome:
    """R19: a condition or order was set, varied or ended after the last review of the plan, or there is no plan.

    A plan that nobody has looked at again counts from the day on which its oldest row holds.
    """
    reading = case.reading
    changes = condition_changes(reading, case.today)
    if not changes:
        return Skipped("No condition or order is recorded.")
    plans = reading.rows("M20.settings")
    if not plans:
        return (Fired((*(path for path, _ in changes), "M20.settings"), variant="no_plan"),)
    reviewed = plan_looked_at(reading)
    later = tuple(path for path, day in changes if reviewed is None or day.latest() > reviewed)
    return (Fired((*later, LAST_REVIEW)),) if later else ()


def no_safety_action(case: Case) -> Outcome:
    """R33: the behaviour is rated problematic or above and nothing in the plans keeps people safe."""
    band = worst_band(case.reading)
    if band is None:
        return Skipped("No behaviour has been rated yet.")
    if band < BANDS.index("problematic"):
        return ()
    settings = any(has_answer(row.answer("adults_do")) for row in case.reading.rows("M20.settings"))
    actions = any(row.value("work") == "behaviour_safety" for row in case.reading.rows("M21.actions"))
    return () if settings or actions else (Fired(("M20.settings", "M21.actions")),)


def plan_without_review(case: Case) -> Outcome:
    """R58: a safety plan has no review date, or one later than the limit; one that has ended needs none."""
    rows = [row for row in case.reading.rows("M20.settings") if not is_over(row, "to", case.today)]
    if not rows:
        return Skipped("No safety plan is in force.")
    profile = case.reading.profile
    last = latest_day(case.today, limit(profile, "safety_plan_review", 20), profile)
    return tuple(
        Fired((row.at("review"),), variant="" if day is None else "late")
        for row in rows
        if (day := row.day("review")) is None or day.latest() > last
    )


RULES = (
    Rule("R18", Gate.SUBMIT, home_without_plan),
    Rule("R19", Gate.SUBMIT, conditions_changed),
    Rule("R33", Gate.SUBMIT, no_safety_action),
    Rule("R58", Gate.SUBMIT, plan_without_review),
)
