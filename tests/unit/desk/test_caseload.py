"""The caseload: a projection that is right when it is kept and when it is thrown away."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, caseload, caseviews, sharing
from hsb_assess.desk.caseviews import CaseView
from hsb_assess.domain.answer import answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import InstrumentRef, Stream
from hsb_assess.rules.clocks import State, clocks

from .conftest import PASSPHRASE, begin, meet
from .test_hostile import manifest_of, said, sealed

if TYPE_CHECKING:
    from datetime import date

    from hsb_assess.desk.script import Script

    from .conftest import Person


def kept(person: Person) -> set[str]:
    """Return the cases whose line is in the vault."""
    with person.at.book.begin(write=False) as work:
        return {row.case for row in work.caseload.all()}


def test_a_line_is_kept_until_its_case_changes(
    practitioner: Person, child_a: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept and fresh lines are equal; an answer throws away its own case's line alone."""
    first, second = begin(practitioner, child_a, "first_draft"), begin(practitioner, child_a)
    worked_out = caseload.cases(practitioner.at)
    assert kept(practitioner) == set()
    caseload.refresh(practitioner.at)
    assert kept(practitioner) == {first.case, second.case}
    practitioner.at.lines.clear()
    with monkeypatch.context() as patch:
        patch.setattr(caseload, "_line", None)
        assert caseload.cases(practitioner.at) == worked_out
    with practitioner.at.book.begin(write=False) as work:
        assert [row.act for row in work.audit.rows()].count("caseload_kept") == 0
    assessing.record_answer(practitioner.at, first.assessment, "M00.name", answered("Child B"))
    assert kept(practitioner) == {second.case}
    assert {line.case: line.name for line in caseload.cases(practitioner.at)}[first.case] == "Child B"
    assessing.record_answer(practitioner.at, first.assessment, "M00.name", answered("Child C"))
    assert {line.case: line.name for line in caseload.cases(practitioner.at)}[first.case] == "Child C"


def test_lines_are_of_the_day(practitioner: Person, child_a: Script) -> None:
    """What stands tonight is worked out anew at the first unlock of another day, and written."""
    opened = begin(practitioner, child_a)
    folder = practitioner.vault.folder
    practitioner.vault.close()

    def summary(day: date) -> object:
        vault = access.unlock(folder, PASSPHRASE, clock=clock_for(day))
        with vault.workplace(read_only=True).book.begin(write=False) as work:
            (row,) = work.caseload.all()
        vault.close()
        assert row.case == opened.case
        return row.summary

    assert summary(child_a.today) == summary(child_a.today)
    assert summary(child_a.today) != summary(child_a.today.replace(year=child_a.today.year + 1))


def test_one_case_that_cannot_be_read_keeps_nobody_from_the_others(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """An assessment with a form that nobody has is said in its own line."""
    meet(practitioner, supervisor)
    good = begin(practitioner, child_a)
    manifest, blobs = manifest_of(practitioner, good.case)
    assert sharing.receive(supervisor.at, sealed(practitioner, supervisor, manifest, blobs)).status == "received"
    case, form = new_id(), InstrumentRef(id="other", version="1", hash="00" * 32)
    opened = said(practitioner, case, Stream.CASE_FACTS, case, "@case", {"value": "R2"})
    start = said(practitioner, case, Stream.ANSWERS, new_id(), "@assessment", {"value": "full"}, instrument=form)
    changes = {"case": case, "entries": [opened.as_json(), start.as_json()], "missing": []}
    manifest = {"changes": changes, "definitions": [], "documents": []}
    sharing.receive(supervisor.at, sealed(practitioner, supervisor, manifest, []))
    lines = {line.case: (line.ref, line.state) for line in caseload.cases(supervisor.at)}
    assert lines == {good.case: (child_a.reference, "draft"), case: ("R2", "unreadable")}


def test_a_line_says_what_is_due_and_what_is_over(practitioner: Person, child_a: Script) -> None:
    """The earliest limit that is not kept, by the name of its clock; days later it is over, and counted."""
    at = practitioner.at
    case = str(caseload.create_case(at, "A-1").created)
    (line,) = caseload.cases(at)
    assert (line.due, line.due_clock, line.late, line.soon, line.unsent) == ("", "", 0, False, False)
    assessment = str(assessing.start_assessment(at, case).created)
    assessing.record_answer(at, assessment, "M01.received", answered("2026-05-19T16:20:00+01:00"))
    (line,) = caseload.cases(at)
    limits = {clock.name: clock for clock in clocks(assessing.reading(at, assessment), child_a.today)}
    first = limits["first_decision"]
    assert first.due is not None
    assert (line.due, line.due_clock) == (first.due.isoformat(), "first_decision")
    assert (line.late, line.stale) == (int(first.state is State.OVERDUE), False)
    later = replace(at, clock=clock_for(child_a.today + timedelta(days=200)))
    (line,) = caseload.cases(later)
    assert (line.due_clock, line.late) == ("first_decision", 2)


def test_views_are_kept_by_name(practitioner: Person) -> None:
    """One of the same name is replaced, what is no view is not read, and there is a limit."""
    at = practitioner.at
    for number in range(caseviews.MOST_VIEWS):
        caseviews.keep_view(at, CaseView(f"View {number:02}", "", "due", "due"))
    caseviews.keep_view(at, CaseView("  View   07 ", "a", "mine", "changed"))
    kept = caseviews.views(at)
    assert len(kept) == caseviews.MOST_VIEWS
    assert kept[7] == CaseView("View 07", "a", "mine", "changed")
    with pytest.raises(HsbAssessError, match="too_many_views"):
        caseviews.keep_view(at, CaseView("One more", "", "", ""))
    with pytest.raises(HsbAssessError, match="view_name_needed"):
        caseviews.keep_view(at, CaseView("  ", "", "", ""))
    caseviews.drop_view(at, "View 07")
    caseviews.drop_view(at, "never was")
    assert len(caseviews.views(at)) == caseviews.MOST_VIEWS - 1
    with at.book.begin("wrong") as work:
        work.settings.put("caseload.views", [{"name": "x"}, 5, {"name": 1, "words": "", "show": "", "order": ""}])
    assert caseviews.views(at) == ()
