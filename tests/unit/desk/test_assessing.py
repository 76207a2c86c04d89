"""Answering: what is kept, what supersedes what, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import assessing, caseload
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.errors import HsbAssessError

from .conftest import begin

if TYPE_CHECKING:
    from hsb_assess.desk.script import Script

    from .conftest import Person


def test_an_answer_supersedes_the_one_before(practitioner: Person, child_a: Script) -> None:
    """The newest answer stands, the history keeps both, and there is no conflict."""
    opened = begin(practitioner, child_a)
    for name in ("Child", "Child A"):
        assessing.record_answer(practitioner.at, opened.assessment, "M00.name", answered(name))
    reading = assessing.reading(practitioner.at, opened.assessment)
    assert reading.value("M00.name") == "Child A"
    assert reading.conflicts == ()
    with practitioner.at.book.begin(write=False) as work:
        said = work.entries.of_case(opened.case, subject=opened.assessment, key="M00.name")
    assert [entry.body["value"] for entry in said] == ["Child", "Child A"]


def test_a_new_assessment_knows_the_reference_of_its_case(practitioner: Person, child_a: Script) -> None:
    """Somebody typed it when the case was opened; one that the form has no room for is left to be written."""
    opened = begin(practitioner, child_a)
    assert assessing.reading(practitioner.at, opened.assessment).value("M00.ref") == child_a.reference
    case = str(caseload.create_case(practitioner.at, "A" * 61).created)
    assessment = str(assessing.start_assessment(practitioner.at, case, tier="full").created)
    assert assessing.reading(practitioner.at, assessment).value("M00.ref") is None


def test_a_day_ahead_is_kept_and_stands_in_the_way(practitioner: Person, child_a: Script) -> None:
    """A wrong year is recorded, so that nothing typed is lost; the check names it until it is mended."""
    opened = begin(practitioner, child_a)
    path = "M01.received"
    for value, faulty in (("2062-05-19", True), ("2026-05-19", False)):
        assessing.record_answer(practitioner.at, opened.assessment, path, answered(value))
        assert assessing.reading(practitioner.at, opened.assessment).value(path) == value
        report = assessing.findings(practitioner.at, opened.assessment)
        named = {name for finding in report.findings if finding.rule == "R60" for name in finding.questions}
        assert (path in named) is faulty


def test_the_same_answer_again_writes_nothing(practitioner: Person, child_a: Script) -> None:
    """Leaving a field untouched does not grow the record."""
    opened = begin(practitioner, child_a)
    assessing.record_answer(practitioner.at, opened.assessment, "M00.name", answered("Child A"))
    with practitioner.at.book.begin(write=False) as work:
        before = work.entries.count()
    assessing.record_answer(practitioner.at, opened.assessment, "M00.name", answered("Child A"))
    with practitioner.at.book.begin(write=False) as work:
        assert work.entries.count() == before


def test_not_yet_asked_is_written_where_somebody_says_so(practitioner: Person, child_a: Script) -> None:
    """An emptied field where nothing stands writes nothing; noting that nobody asked writes who said so, once."""
    opened = begin(practitioner, child_a)
    path = "M13.telling_others"
    assessing.record_answer(practitioner.at, opened.assessment, path, absent(Absence.NOT_ASKED))
    assert assessing.reading(practitioner.at, opened.assessment).recorded(path) is None
    for _ in range(2):
        change = assessing.record_answer(
            practitioner.at, opened.assessment, path, absent(Absence.NOT_ASKED), noted=True
        )
    assert change.entries == ()
    known = assessing.reading(practitioner.at, opened.assessment).recorded(path)
    assert known is not None
    assert known.author == practitioner.at.identity.person


def test_a_draft_waits_until_it_is_sealed(practitioner: Person, child_a: Script) -> None:
    """What is typed is there after a crash; recording the answer takes the draft away."""
    opened = begin(practitioner, child_a)
    assessing.put_draft(practitioner.at, opened.assessment, "M01.reason", "Mother t", 8)
    assessing.put_draft(practitioner.at, opened.assessment, "M01.reason", "Mother told", 11)
    (draft,) = assessing.drafts(practitioner.at, opened.assessment)
    assert (draft.key, draft.body, draft.cursor) == ("M01.reason", {"value": "Mother told"}, 11)
    assert assessing.reading(practitioner.at, opened.assessment).value("M01.reason") is None
    assessing.record_answer(practitioner.at, opened.assessment, "M01.reason", answered("Mother told the nurse"))
    assert assessing.drafts(practitioner.at, opened.assessment) == ()


def test_an_absence_is_not_no(practitioner: Person, child_a: Script) -> None:
    """A typed absence keeps its particulars and is neither blank nor a value."""
    opened = begin(practitioner, child_a)
    waiting = absent(Absence.NOT_SAFE, advised_by="police", recheck="2026-06-19")
    assessing.record_answer(practitioner.at, opened.assessment, "M05.harm.sexual", waiting)
    reading = assessing.reading(practitioner.at, opened.assessment)
    assert reading.answer("M05.harm.sexual") == waiting
    assert reading.state("M05.harm.sexual") is None
    assert reading.answer("M05.harm.neglect").absence is Absence.NOT_ASKED


def test_rows_of_a_register_are_things_of_the_case(practitioner: Person, child_a: Script) -> None:
    """What is entered in a register is there for the next assessment of the same case."""
    opened = begin(practitioner, child_a)
    row = assessing.add_row(practitioner.at, opened.assessment, "M02.events").created
    path = f"M02.events[{row}].what"
    assessing.record_answer(practitioner.at, opened.assessment, path, answered("Referral received."))
    later = assessing.start_assessment(practitioner.at, opened.case, tier="full").created
    assert assessing.reading(practitioner.at, str(later)).value(path) == "Referral received."


def test_a_removed_row_is_gone_from_the_list_and_kept_in_the_history(practitioner: Person, child_a: Script) -> None:
    """Removing is an entry; answers in the row are no longer read."""
    opened = begin(practitioner, child_a)
    row = assessing.add_row(practitioner.at, opened.assessment, "M03.incidents").created
    path = f"M03.incidents[{row}]"
    assessing.record_answer(practitioner.at, opened.assessment, f"{path}.band", answered("abusive"))
    assessing.remove_row(practitioner.at, opened.assessment, path)
    reading = assessing.reading(practitioner.at, opened.assessment)
    assert reading.rows("M03.incidents") == ()
    assert f"{path}.band" not in reading.answers
    with practitioner.at.book.begin(write=False) as work:
        assert work.entries.of_case(opened.case, subject=opened.assessment, key=f"{path}.band")


def test_a_path_that_the_form_does_not_have_is_refused(practitioner: Person, child_a: Script) -> None:
    """Nothing is written for a question that does not exist."""
    opened = begin(practitioner, child_a)
    with pytest.raises(HsbAssessError, match="no_such_question"):
        assessing.record_answer(practitioner.at, opened.assessment, "M99.x", answered("y"))


def test_the_supervisor_does_not_answer_for_the_assessor(supervisor: Person) -> None:
    """A supervisor opens no case and writes no answer."""
    with pytest.raises(HsbAssessError, match="not_your_role"):
        caseload.create_case(supervisor.at, "A-1")


def test_the_assessor_does_not_answer_for_the_supervisor(practitioner: Person, child_a: Script) -> None:
    """The supervisor's own questions are refused to the author."""
    opened = begin(practitioner, child_a)
    with pytest.raises(HsbAssessError, match="not_your_role"):
        assessing.record_answer(practitioner.at, opened.assessment, "M23.balance", answered("Good."))


def test_the_content_hash_changes_with_an_answer_and_not_by_reading(practitioner: Person, child_a: Script) -> None:
    """An approval names what was said; looking at it changes nothing."""
    opened = begin(practitioner, child_a)
    before = assessing.reading(practitioner.at, opened.assessment).content_hash
    assessing.reading(practitioner.at, opened.assessment)
    assert assessing.reading(practitioner.at, opened.assessment).content_hash == before
    assessing.record_answer(practitioner.at, opened.assessment, "M00.name", answered("Child A"))
    changed = assessing.reading(practitioner.at, opened.assessment).content_hash
    assert changed != before


def test_the_audit_says_which_case_an_act_was_about(practitioner: Person, child_a: Script) -> None:
    """Somebody who asks what was done in a case finds every act, also those that name only an assessment."""
    opened = begin(practitioner, child_a)
    assessing.record_answer(practitioner.at, opened.assessment, "M00.name", answered("Child A"))
    with practitioner.at.book.begin(write=False) as work:
        acts = [row.act for row in work.audit.rows(opened.case)]
    assert acts[:2] == ["case_opened", "assessment_started"]
    assert acts[-1] == "answer_recorded"


@pytest.mark.parametrize(("group", "name"), [("M03.incidents", "band_why"), ("M21.actions", "what")])
def test_a_removed_row_comes_back_with_what_was_said_in_it(
    practitioner: Person, child_a: Script, group: str, name: str
) -> None:
    """Undoing is one more entry, for a row as for a thing; nothing is lost on the way."""
    opened = begin(practitioner, child_a)
    row = assessing.add_row(practitioner.at, opened.assessment, group).created
    path = f"{group}[{row}]"
    assessing.record_answer(practitioner.at, opened.assessment, f"{path}.{name}", answered("Said before."))
    assessing.remove_row(practitioner.at, opened.assessment, path)
    assert assessing.reading(practitioner.at, opened.assessment).rows(group) == ()
    assessing.restore_row(practitioner.at, opened.assessment, path)
    reading = assessing.reading(practitioner.at, opened.assessment)
    assert [each.id for each in reading.rows(group)] == [row]
    assert reading.value(f"{path}.{name}") == "Said before."


def test_restoring_what_was_not_removed_writes_nothing(practitioner: Person, child_a: Script) -> None:
    """A second press on Undo changes nothing."""
    opened = begin(practitioner, child_a)
    row = assessing.add_row(practitioner.at, opened.assessment, "M03.incidents").created
    with practitioner.at.book.begin(write=False) as work:
        before = work.entries.count()
    assessing.restore_row(practitioner.at, opened.assessment, f"M03.incidents[{row}]")
    with practitioner.at.book.begin(write=False) as work:
        assert work.entries.count() == before
