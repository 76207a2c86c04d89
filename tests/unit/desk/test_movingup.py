"""What moving up would ask is said before anybody moves, from the answers as they stand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk.movingup import ahead
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.record.unsealed import reading_from
from hsb_assess.rules.clocks import clocks

if TYPE_CHECKING:
    from hsb_assess.record.reading import Reading

RECEIVED = "2026-06-01T10:00:00+01:00"


@pytest.fixture(scope="module")
def first_day() -> Reading:
    """A first day with two answers."""
    catalogue = Catalogue.shipped()
    answers = {"M00.tier": "first_day", "M00.name": "Sam", "M01.received": RECEIVED}
    profile = catalogue.profile("england").content
    return reading_from(catalogue.latest("holistic"), answers, today=date(2026, 6, 8), profile=profile)


def test_it_counts_what_is_needed_what_can_be_left_and_what_waits(first_day: Reading) -> None:
    """What is needed is what stays open once the tier is chosen; what is not in sight counts apart; answers stay."""
    told = ahead(first_day, "full")
    moved = first_day.definition
    full = reading_from(moved, {"M00.tier": "full", "M00.name": "Sam", "M01.received": RECEIVED}, today=first_day.today)
    needed = [path for path in full.engine.mandatory_open() if not path.startswith("M23.")]
    assert told.needed == len(needed)
    assert told.kept == 3
    assert told.first == needed[0].partition(".")[0]
    assert told.waiting > told.needed
    assert first_day.engine.tier == "first_day"


def test_an_answer_makes_it_less(first_day: Reading) -> None:
    """The next answer is one less to give, and one more that stays."""
    answers = {path: answer.value for path, answer in first_day.answers.items()} | {"M01.reason": "A neighbour rang."}
    more = reading_from(first_day.definition, answers, today=first_day.today)
    before, after = ahead(first_day, "full"), ahead(more, "full")
    assert (after.needed, after.kept) == (before.needed - 1, before.kept + 1)


def test_what_is_due_stands_in_the_order_of_its_days(first_day: Reading) -> None:
    """Each clock that runs and is not done, the next first."""
    due = ahead(first_day, "full").due
    assert due
    assert [day for _, day in due] == sorted(day for _, day in due)
    running = {
        clock.name for clock in clocks(first_day, first_day.today) if clock.due is not None and clock.done is None
    }
    assert {name for name, _ in due} <= running
