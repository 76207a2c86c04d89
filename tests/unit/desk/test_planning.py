"""The two plans: safety by setting with what the checks find missing, and support on its days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hsb_assess.desk.planning import Safety, Standing, safety, support
from hsb_assess.rules.check import evaluate
from tests.unit.rules.making import TODAY, book, given, on, reading, told

if TYPE_CHECKING:
    from tests.unit.rules.making import Given

WHOLE: dict[str, Any] = {
    "setting": "home",
    "name": "mother's home",
    "adults_do": "Grandmother does bath time.",
    "adults": ["mother"],
    "adults_agreed": on("2026-06-07"),
    "supervision": "in_sight",
    "good_kept": "Football.",
    "restrictive": "no",
    "from": on("2026-06-08"),
    "to": on("2026-07-01"),
    "review": on("2026-06-22"),
    "shown_child": on("2026-06-07"),
    "shown_carer": on("2026-06-07"),
}


def plan(held: Given, today: date = TODAY) -> Safety:
    """Return the safety plan of a record, with what the checks find."""
    read = reading(held, today)
    return safety(read, evaluate(read, today, book()))


def with_rows(**rows: dict[str, Any]) -> Given:
    """Return a full assessment with these rows of the safety plan."""
    return given({"M00.tier": "full"}, setting=rows)


def test_a_whole_row_lacks_nothing() -> None:
    """What protects, who, until when: nothing is missing, and it holds today."""
    setting = plan(with_rows(p=WHOLE)).settings[0]
    assert setting.missing == ()
    assert setting.standing is Standing.IN_FORCE
    assert (setting.span.first, setting.span.last, setting.span.due) == (
        date(2026, 6, 8),
        date(2026, 7, 1),
        date(2026, 6, 22),
    )


def test_what_is_missing_is_what_the_checks_say_in_the_order_of_the_form() -> None:
    """A row without who agreed, review and being shown names exactly those questions, with the check's own words."""
    bare = {name: value for name, value in WHOLE.items() if name not in {"adults_agreed", "review", "shown_child"}}
    setting = plan(with_rows(p=bare)).settings[0]
    names = [each.path.removeprefix("M20.settings[p].") for each in setting.missing]
    assert names == ["adults_agreed", "review", "shown_child"]
    assert all(each.finding.message and each.finding.mend for each in setting.missing)


def test_each_row_has_its_own_gaps() -> None:
    """What one setting lacks is not told of another."""
    other = {**WHOLE, "setting": "school", "name": "primary school"}
    other.pop("good_kept")
    first, second = plan(with_rows(p=WHOLE, q=other)).settings
    assert first.missing == ()
    assert [each.path for each in second.missing] == ["M20.settings[q].good_kept"]


def test_whether_a_plan_holds_today() -> None:
    """Over, to come, in force, or without a first day; a day to look again that has passed is said."""
    rows = {
        "p": {**WHOLE, "from": on("2026-05-01"), "to": on("2026-06-01")},
        "q": {**WHOLE, "from": on("2026-07-01"), "to": on("2026-08-01")},
        "r": {**WHOLE, "review": on("2026-06-01")},
        "s": {name: value for name, value in WHOLE.items() if name != "from"},
    }
    found = {each.row.id: each for each in plan(with_rows(**rows)).settings}
    assert [found[row].standing for row in "pqrs"] == [
        Standing.OVER,
        Standing.TO_COME,
        Standing.IN_FORCE,
        Standing.UNDATED,
    ]
    assert [found[row].review_passed for row in "pqrs"] == [False, False, True, False]


def test_what_the_checks_say_of_the_whole_plan_stands_apart() -> None:
    """A shared home without a plan is said of the plan as a whole, and of no row."""
    shares = {"M00.tier": "full", "M01.shares_home": {"state": "yes"}}
    school = {**WHOLE, "setting": "school"}
    found = plan(given(shares, setting={"p": school}))
    assert "R18" in {finding.rule for finding in found.whole}
    assert "R18" not in {each.finding.rule for setting in found.settings for each in setting.missing}


def test_the_support_plan_on_its_days() -> None:
    """By the day on which each begins or is due, undated ones last; late ones and what runs together are said."""
    held = given(
        action={
            "none": {"action": "Talk", "work": "wellbeing"},
            "late": {"action": "Clinic", "work": "wellbeing", "by_when": on("2026-06-05"), "status": "planned"},
            "done": {"action": "Letter", "work": "family", "by_when": on("2026-06-01"), "status": "done"},
            "play": {"action": "Play", "work": "own_harm", "start": on("2026-06-22"), "end": on("2026-09-11")},
            "term": {"action": "Lessons", "work": "education", "start": on("2026-06-29")},
        }
    )
    found = support(reading(held))
    assert [step.row.id for step in found.steps] == ["done", "late", "play", "term", "none"]
    assert [step.row.id for step in found.late] == ["late"]
    assert [step.row.id for step in found.undated] == ["none"]
    beside = {step.row.id: step.beside for step in found.steps}
    assert beside["play"] == ("M21.actions[term]",)
    assert beside["late"] == ()


def test_the_fictional_case() -> None:
    """Child A: two settings in force, five actions, none late on the day of the story and two a week later."""
    held = told("child-a-complete")
    assert [each.standing for each in plan(held).settings] == [Standing.IN_FORCE, Standing.IN_FORCE]
    assert len(support(reading(held)).steps) == 5
    assert support(reading(held)).late == ()
    assert len(support(reading(held, date(2026, 6, 16))).late) == 3
