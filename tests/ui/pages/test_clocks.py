"""The clocks on the case page: how each stands, and what is asked where one has run out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk import assessing, closing
from hsb_assess.domain.answer import answered
from ui.pages.case import CasePage

if TYPE_CHECKING:
    from tests.ui.pages.open_case import Desk
    from ui.pages.case.clocks import Clocks


def clocks_of(desk: Desk, **answers: str) -> Clocks:
    """Record answers by path, and return what the case page shows of the clocks."""
    for name, value in answers.items():
        path = name.replace("__", ".")
        desk.session.operations.run(assessing.record_answer, desk.assessment, path, answered(value))
    desk.quiet()
    page = desk.go("case")
    assert isinstance(page, CasePage)
    assert page.clocks is not None
    return page.clocks


def lines(clocks: Clocks) -> dict[str, tuple[str, ...]]:
    """Return the words of the table by the first of each line."""
    model = clocks.table.model()
    rows = [
        tuple(str(model.data(model.index(row, column))) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    return {first: rest for first, *rest in rows}


def test_a_new_assessment_has_nothing_that_runs(desk: Desk) -> None:
    """Nothing is late before the referral has a day, and nothing is asked."""
    clocks = clocks_of(desk)
    assert {state for *_, state in lines(clocks).values()} == {"Not started"}
    assert clocks.asked == ()


def test_a_limit_that_has_passed_asks_why_and_what_it_means(desk: Desk) -> None:
    """Reason and effect on this child are asked under the table; what is late stands first."""
    clocks = clocks_of(desk, M01__received="2026-01-05T09:00:00+00:00", M01__decision_at="2026-01-06T09:00:00+00:00")
    shown = lines(clocks)
    assert next(iter(shown)) == "Assessment"
    assert (shown["Assessment"][-1], shown["First decision"][-1]) == ("Over", "Kept")
    assert clocks.asked == ("M01.overrun_reason", "M01.overrun_effect")


def test_nothing_runs_in_a_closed_case(desk: Desk) -> None:
    """What ran has stopped; what was late when the case was closed stays late."""
    received = {"M01__received": "2026-04-13T09:00:00+01:00"}
    before = lines(clocks_of(desk, **received))
    assert (before["Assessment"][-1], before["First decision"][-1]) == ("Running", "Over")
    desk.session.operations.run(closing.close_case, desk.case, "other", "A pause.")
    after = lines(clocks_of(desk))
    assert (after["Assessment"][-1], after["First decision"][-1]) == ("Stopped", "Over")


def test_a_line_leads_to_its_question(desk: Desk) -> None:
    """Opening a clock opens the question that stops it."""
    clocks = clocks_of(desk, M01__received="2026-04-17T09:00:00+01:00")
    model = clocks.table.model()
    (row,) = [row for row in range(model.rowCount()) if model.data(model.index(row, 0)) == "First decision"]
    clocks.table.opened.emit(clocks.table.keys()[row])
    desk.quiet()
    target = desk.session.frame.navigator.target
    assert target is not None
    assert target.path == "M01.decision_at"
