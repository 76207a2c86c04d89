"""What a typical case asks, counted from the form alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hsb_assess.instrument.budget import Budget, budgets
from hsb_assess.instrument.loading import load_yaml
from tests.unit.instrument.making import page, write_form

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Definition

FORMS = Path(__file__).resolve().parents[3] / "forms"


@cache
def _holistic() -> Definition:
    return load_yaml(FORMS / "holistic")


@cache
def _budgets() -> dict[str, Budget]:
    return {each.tier: each for each in budgets(_holistic())}


def _budget(tier: str) -> Budget:
    return _budgets()[tier]


@pytest.mark.parametrize("tier", ["first_day", "ordinary", "short", "full"])
def test_each_tier_keeps_its_budget(tier: str) -> None:
    """Whoever adds a question that everybody has to answer takes another one away."""
    budget = _budget(tier)
    assert budget.entries <= budget.most
    assert sum(budget.by_module.values()) == budget.asked


def test_the_budgets_are_those_of_practice() -> None:
    """Twenty-two, fifteen, about seventy, and 350 with forty evidence items."""
    assert {tier: _budget(tier).most for tier in ("first_day", "ordinary", "full")} == {
        "first_day": 22,
        "ordinary": 15,
        "full": 350,
    }
    assert (_budget("first_day").entries, _budget("ordinary").entries) == (22, 15)
    assert 60 <= _budget("short").entries <= 75
    assert _budget("full").evidence == 120, "forty items, three questions each"


def test_the_typical_full_case_is_the_one_of_practice() -> None:
    """Two incidents, two carers, three children, six actions, forty evidence items."""
    tiers = _holistic().tiers
    assert tiers is not None
    full = tiers.tier("full")
    assert full is not None
    named = ("M10.carers", "M11.children", "M21.actions", "things.evidence")
    assert [full.typical[group] for group in named] == [2, 3, 6, 40]
    assert [full.typical[group] for group in ("M03.incidents", "M03.incidents.times")] == [1, 1], "one pattern, twice"


def test_a_further_incident_of_a_pattern_asks_its_day_and_place_alone() -> None:
    """Practice asks one set of details a pattern: the second time costs two entries, and nothing on demand."""
    form = _holistic()
    assert form.tiers is not None
    full = form.tiers.tier("full")
    assert full is not None

    def counted(**typical: int) -> tuple[int, int]:
        rows = {**full.typical, "M03.incidents.times": 0, **{name.replace("_", "."): n for name, n in typical.items()}}
        tier = full.model_copy(update={"typical": rows})
        others = tuple(tier if each.id == "full" else each for each in form.tiers.tiers) if form.tiers else ()
        tiers = form.tiers.model_copy(update={"tiers": others}) if form.tiers else None
        found = next(each for each in budgets(form.model_copy(update={"tiers": tiers})) if each.tier == "full")
        return found.by_module["M03"], found.on_demand

    once, demanded = counted(M03_incidents=1)
    assert counted(M03_incidents=1, M03_incidents_times=1) == (once + 2, demanded)
    assert counted(M03_incidents=2, M03_incidents_times=0) > (once + 2, demanded + 5), (
        "a different pattern asks its own"
    )


SIZES = """
id: sizes
title: {en: Sizes}
codes:
  - {code: small, en: Small}
  - {code: large, en: Large}
"""
FORM = """
- {id: size, type: choice, label: {en: S?}, options: sizes, mandatory: true}
- {id: ref, type: text, label: {en: R?}, mandatory: true}
- {id: name, type: text, label: {en: N?}, mandatory: true}
- {id: more, type: text, label: {en: M?}, mandatory: true}
- {id: free, type: text, label: {en: F?}}
- {id: why, type: text, label: {en: W?}, mandatory: {question: ONE.more, answered: true}}
- id: rows
  type: group
  label: {en: Rows}
  repeats: true
  columns: [a, b]
  items:
    - {id: a, type: text, label: {en: A?}, mandatory: true}
    - {id: b, type: text, label: {en: B?}}
    - {id: c, type: text, label: {en: C?}, mandatory: true}
"""
THINGS = """
- id: evidence
  type: group
  label: {en: Evidence}
  of: evidence
  items:
    - {id: what, type: text, label: {en: What?}, mandatory: true}
    - {id: when, type: text, label: {en: When?}, mandatory: true}
    - {id: kind, type: text, label: {en: Kind?}}
"""
TIERS = """\
id: tiers
question: ONE.size
filled: [ONE.ref]
tiers:
  - {id: small, title: {en: S}, sentence: {en: S}, budget: 2, asks: [ONE.name]}
  - id: large
    title: {en: L}
    sentence: {en: L}
    budget: 9
    typical: {ONE.rows: 2, things.evidence: 5}
"""


def test_what_counts_and_what_does_not(tmp_path: Path) -> None:
    """The name was asked before; the reference and the tier are filled in; *c* of each row is asked on demand."""
    pages = {"ONE": page("ONE", FORM), "things": page("things", THINGS)}
    folder = write_form(tmp_path, pages, {"sizes": SIZES})
    with (folder / "instrument.yaml").open("a", encoding="utf-8") as instrument:
        instrument.write("tiers: tiers\n")
    (folder / "tiers.yaml").write_text(TIERS, encoding="utf-8")
    small, large = budgets(load_yaml(folder))
    assert (small.entries, small.by_module) == (1, {"ONE": 1})
    assert (large.asked, large.on_demand, large.before, large.evidence, large.entries) == (3, 2, 1, 10, 13)
    assert large.entries > large.most


def test_a_form_without_tiers_has_no_budget(tmp_path: Path) -> None:
    """A form from elsewhere is asked as it is."""
    folder = write_form(tmp_path, {"ONE": page("ONE", "- {id: a, type: text, label: {en: A?}, mandatory: true}")})
    assert budgets(load_yaml(folder)) == ()
