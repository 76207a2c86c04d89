"""How far each section is, in words that are true of a section that nobody has touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.answer import answered
from ui.pages.assessment import AssessmentPage
from ui.pages.assessment.sections import SectionState

if TYPE_CHECKING:
    from tests.ui.pages.open_case import Desk


@pytest.fixture
def page(desk: Desk) -> AssessmentPage:
    """The assessment page of a case in which nobody has answered anything."""
    found = desk.go("assessment")
    assert isinstance(found, AssessmentPage)
    return found


def state(page: AssessmentPage, name: str) -> SectionState:
    """Return how far a section is."""
    return page.tiering.state(name)


def test_no_section_of_an_untouched_assessment_says_that_it_is_complete(page: AssessmentPage) -> None:
    """What the program put there itself, such as the first value of *Review and closure*, completes nothing."""
    told = {each.name: each.words() for each in page.sections.parts()}
    assert "Complete" not in told.values()
    assert told["M22"] == "Optional, not started"
    assert told["things"] == "Entered: 2"
    assert told["M05"] == "Not started"


def test_a_section_is_complete_only_where_something_was_asked_and_answered(page: AssessmentPage) -> None:
    """Saying *no review yet* oneself changes nothing; a review asks, and counts."""
    page.model.put("M22.kind", answered("review"))
    assert state(page, "M22").words() == "1 of 6 answered"
    assert not state(page, "M22").complete
    page.model.put("M22.kind", answered("not_yet"))
    assert state(page, "M22").words() == "Optional, not started"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (SectionState("M", "M", 0, 3, open=True), "Not started"),
        (SectionState("M", "M", 1, 3, open=True), "1 of 3 answered"),
        (SectionState("M", "M", 3, 3, open=False), "Complete"),
        (SectionState("M", "M", 0, 0, open=False, needed=False, said=False), "Optional, not started"),
        (SectionState("M", "M", 2, 2, open=False, needed=False), "Optional, begun"),
        (SectionState("things", "Things", 0, 0, open=False, entered=0), "Nothing entered yet"),
        (SectionState("things", "Things", 3, 4, open=True, entered=2), "3 of 4 answered"),
    ],
)
def test_words_of_each_state(state: SectionState, words: str) -> None:
    """A register tells its entries, optional questions say that they are, and only needed ones are ever complete."""
    assert state.words() == words
    assert state.complete is (words == "Complete")
