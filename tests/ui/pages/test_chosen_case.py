"""The case that is chosen in the caseload is read while nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.caseload import CaseloadPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.pages.open_case import Desk


def test_the_case_that_is_chosen_is_read_ahead_once_and_noted_nowhere(
    desk: Desk,
) -> None:
    """However often another case is chosen, one step waits; reading ahead is no looking, so the audit says nothing."""
    steps: list[Callable[[], object]] = []
    desk.session.do_ahead = steps.append
    desk.go("case")
    page = desk.go("caseload")
    assert isinstance(page, CaseloadPage)
    for step in steps:
        step()
    steps.clear()
    with desk.session.at.book.begin("read", write=False) as work:
        noted = work.audit.head()
    for _ in range(3):
        page.table.current_changed.emit(page.table.current_key())
    assert len(steps) == 1
    steps[0]()
    with desk.session.at.book.begin("read", write=False) as work:
        assert work.audit.head() == noted
