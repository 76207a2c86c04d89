"""Where people stand on the family map: kept with the case, no part of the record, gone with the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import closing, mapping
from hsb_assess.domain.errors import HsbAssessError
from tests.unit.desk.conftest import begin

if TYPE_CHECKING:
    from hsb_assess.desk.script import Script
    from tests.unit.desk.conftest import Person


def test_places_are_kept_and_leave_no_trace(practitioner: Person, child_a: Script) -> None:
    """What was put down is read again; neither the record nor the audit grows, and nothing counts as being typed."""
    at, opened = practitioner.at, begin(practitioner, child_a)
    with at.book.begin("read", write=False) as work:
        before = work.entries.count(), len(work.audit.rows(opened.case))
    assert mapping.places(at, opened.case) == {}
    change = mapping.keep_places(at, opened.case, {"p": (1.5, 2.0), "q": (3.0, 0.5)})
    assert (change.case, change.entries) == (opened.case, ())
    assert mapping.places(at, opened.case) == {"p": (1.5, 2.0), "q": (3.0, 0.5)}
    with at.book.begin("read", write=False) as work:
        assert (work.entries.count(), len(work.audit.rows(opened.case))) == before
    assert all(each.kind != "typing" for each in closing.open_ends(at, opened.case))
    mapping.keep_places(at, opened.case, {})
    assert mapping.places(at, opened.case) == {}


def test_nobody_is_moved_in_a_closed_case(practitioner: Person, child_a: Script) -> None:
    """A closed case is read as on its day, its map too."""
    at, opened = practitioner.at, begin(practitioner, child_a)
    mapping.keep_places(at, opened.case, {"p": (1.5, 2.0)})
    closing.close_case(at, opened.case, "other", "A pause.")
    with pytest.raises(HsbAssessError, match="closed"):
        mapping.keep_places(at, opened.case, {"p": (2.0, 2.0)})
    assert mapping.places(at, opened.case) == {"p": (1.5, 2.0)}
