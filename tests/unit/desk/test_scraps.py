"""What is written and not sent yet outlives a lock and a crash, and is never taken for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import assessing, gathering, scraps
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError

from .conftest import begin

if TYPE_CHECKING:
    from hsb_assess.desk.script import Script

    from .conftest import Person


def test_a_scrap_is_kept_replaced_and_dropped(practitioner: Person, child_a: Script) -> None:
    """The newest words stand; once sent they are gone, and the record never had them."""
    opened = begin(practitioner, child_a)
    with practitioner.at.book.begin(write=False) as work:
        before = work.entries.count()
    scraps.keep_scrap(practitioner.at, opened.assessment, "comment.M05.impact", "What do")
    scraps.keep_scrap(practitioner.at, opened.assessment, "comment.M05.impact", "What does he say?")
    scraps.keep_scrap(practitioner.at, opened.assessment, "new.evidence", {"what": "Seen"})
    assert scraps.scraps(practitioner.at, opened.assessment) == {
        "comment.M05.impact": "What does he say?",
        "new.evidence": {"what": "Seen"},
    }
    scraps.drop_scrap(practitioner.at, opened.assessment, "comment.M05.impact")
    assert set(scraps.scraps(practitioner.at, opened.assessment)) == {"new.evidence"}
    assert "M05.impact" not in assessing.reading(practitioner.at, opened.assessment).answers
    with practitioner.at.book.begin(write=False) as work:
        assert work.entries.count() == before


def test_scraps_and_drafts_of_answers_do_not_mix(practitioner: Person, child_a: Script) -> None:
    """Restoring drafts of answers does not meet a scrap."""
    opened = begin(practitioner, child_a)
    scraps.keep_scrap(practitioner.at, opened.assessment, "new.evidence", {"what": "Seen"})
    assessing.put_draft(practitioner.at, opened.assessment, "M01.reason", "Mother", 6)
    assert [draft.key for draft in assessing.drafts(practitioner.at, opened.assessment)] == ["M01.reason"]
    assert set(scraps.scraps(practitioner.at, opened.assessment)) == {"new.evidence"}


def test_a_scrap_goes_with_what_it_became_and_stays_where_that_failed(practitioner: Person, child_a: Script) -> None:
    """Sending forgets it in the same act; a refusal leaves it."""
    opened = begin(practitioner, child_a)
    at, assessment = practitioner.at, opened.assessment
    scraps.keep_scrap(at, assessment, "new.person", {"label": "Nurse"})
    with pytest.raises(HsbAssessError):
        scraps.spend_scrap(at, assessment, "new.person", gathering.add_thing, opened.case, "no such kind", {})
    assert set(scraps.scraps(at, assessment)) == {"new.person"}
    made = scraps.spend_scrap(
        at, assessment, "new.person", gathering.add_thing, opened.case, "person", {"label": answered("Nurse")}
    )
    assert made.created is not None
    assert scraps.scraps(at, assessment) == {}
