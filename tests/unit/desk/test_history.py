"""The history of an answer, restoring one, and what changed between two moments."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, comparing, gathering, viewing
from hsb_assess.desk.comparing import LOOKED, STARTED, SUBMITTED, Moment
from hsb_assess.desk.history import history_of, restore_answer
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.errors import HsbAssessError

from .conftest import PASSPHRASE, Person, begin
from .packages import said, sharing_package, submitted

if TYPE_CHECKING:
    from hsb_assess.desk.script import Script


def test_an_answer_has_a_history_and_any_of_it_is_restored(practitioner: Person, child_a: Script) -> None:
    """Newest first, with author, times and marks; restoring one is an answer more."""
    opened = begin(practitioner, child_a)
    at, assessment, path = practitioner.at, opened.assessment, "M01.reason"
    week_ago = at.clock.now() - timedelta(days=7)
    assessing.record_answer(at, assessment, path, answered("first"), occurred=week_ago)
    assessing.record_answer(at, assessment, path, answered("second"))
    assessing.record_answer(at, assessment, path, absent(Absence.DECLINED, by="child"))
    newest, middle, oldest = history_of(at, assessment, path)
    assert [each.answer and each.answer.value for each in (newest, middle, oldest)] == [None, "second", "first"]
    assert [each.stands for each in (newest, middle, oldest)] == [True, False, False]
    assert (oldest.name, oldest.laptop, oldest.marks) == ("Worker P", 1, ("late_entry",))
    assert (middle.marks, middle.form) == ((), at.catalogue.latest("holistic").version)
    change = restore_answer(at, assessment, path, oldest.entry)
    assert (change.paths, len(change.entries)) == ({path}, 1)
    assert assessing.reading(at, assessment).text(path) == "first"
    assert len(history_of(at, assessment, path)) == 4
    assert restore_answer(at, assessment, path, oldest.entry).entries == ()
    with pytest.raises(HsbAssessError) as refused:
        restore_answer(at, assessment, "M00.name", oldest.entry)
    assert refused.value.code == "no_such_answer"


def test_clocks_that_were_wrong_are_marked(practitioner: Person, child_a: Script) -> None:
    """An entry from before the one that it follows, and one from a time that has not come."""
    opened = begin(practitioner, child_a)
    at, path = practitioner.at, "M01.reason"
    assessing.record_answer(at, opened.assessment, path, answered("now"))
    with at.book.begin("by_hand", case=opened.case) as work:
        (before,) = work.entries.heads(opened.case, opened.assessment, path)
        ahead = said(
            practitioner,
            opened.case,
            before.stream,
            before.subject,
            path,
            {"value": "tomorrow"},
            before,
            previous=before.hash,
            later=timedelta(days=1),
        )
        back = said(
            practitioner,
            opened.case,
            before.stream,
            before.subject,
            path,
            {"value": "then"},
            ahead,
            previous=ahead.hash,
        )
        work.entries.append(ahead)
        work.entries.append(back)
    assert [each.marks for each in history_of(at, opened.assessment, path)] == [("clock_back",), ("clock_ahead",), ()]


def test_two_answers_are_decided_between_before_one_is_restored(practitioner: Person, child_a: Script) -> None:
    """Restoring does not go round the decision and its reason."""
    opened = begin(practitioner, child_a)
    at, path = practitioner.at, "M01.reason"
    assessing.record_answer(at, opened.assessment, path, answered("one"))
    with at.book.begin("by_hand", case=opened.case) as work:
        (one,) = work.entries.heads(opened.case, opened.assessment, path)
        two = said(practitioner, opened.case, one.stream, one.subject, path, {"value": "two"}, previous=one.hash)
        work.entries.append(two)
    with pytest.raises(HsbAssessError) as refused:
        restore_answer(at, opened.assessment, path, one.id)
    assert refused.value.code == "conflict_first"
    assessing.settle(at, opened.assessment, path, two.id, "It was seen.")
    newest, *_ = history_of(at, opened.assessment, path)
    assert (newest.settled, newest.stands) == ("It was seen.", True)


def test_what_changed_between_two_moments(practitioner: Person, child_a: Script) -> None:
    """Added, changed and removed answers by section, a thing's field once, and nothing else."""
    opened = begin(practitioner, child_a)
    at, assessment = practitioner.at, opened.assessment
    assessing.record_answer(at, assessment, "M01.reason", answered("first"))
    assessing.record_answer(at, assessment, "M00.name", answered("Sam"))
    then = Moment("", at.clock.now().isoformat())
    while at.clock.now().isoformat(timespec="milliseconds") <= then.at:
        pass  # what is recorded in the same millisecond counts as before
    assessing.record_answer(at, assessment, "M01.reason", answered("second"))
    assessing.record_answer(at, assessment, "M00.name", absent(Absence.NOT_ASKED))
    gathering.add_thing(at, opened.case, "person", {"label": "class teacher"})
    assessing.record_answer(at, assessment, "M01.reason", answered("third"))
    found = comparing.compare(at, assessment, then)
    told = {each.path: each for section in found.sections for each in section.differences}
    assert (found.count("added"), found.count("changed"), found.count("removed")) == (1, 1, 1)
    assert [section.module for section in found.sections][:2] == ["M00", "M01"]
    changed = told["M01.reason"]
    assert (changed.kind, changed.before.value, changed.after.value, changed.name) == (
        "changed",
        "first",
        "third",
        "Worker P",
    )
    assert comparing.compare(at, assessment, then, then).sections == ()
    (started,) = comparing.moments(at, assessment)
    assert started.code == STARTED
    assert comparing.compare(at, assessment, started, then).count("added") >= 2
    with pytest.raises(HsbAssessError) as refused:
        comparing.compare(at, assessment, then, Moment("", "2020-01-01T00:00:00+00:00"))
    assert refused.value.code == "moments_order"


def test_since_it_was_submitted_and_since_one_last_looked(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """A supervisor sees what a second package brought since the session in which they last had it open."""
    opened, package = submitted(practitioner, supervisor, child_a)
    from hsb_assess.desk import sharing

    sharing.receive(supervisor.at, package)
    viewing.opened(supervisor.at, "review", opened.case, opened.assessment)
    assert [each.code for each in comparing.moments(supervisor.at, opened.assessment)] == [SUBMITTED, STARTED]
    assessing.record_answer(practitioner.at, opened.assessment, "M01.reason", answered("since"))
    assert (
        comparing.compare(
            practitioner.at, opened.assessment, comparing.moments(practitioner.at, opened.assessment)[0]
        ).count("added")
        == 1
    )
    folder, clock = supervisor.vault.folder, supervisor.at.clock
    supervisor.vault.close()
    again = access.unlock(folder, PASSPHRASE, clock=clock)
    reader = Person(again, again.workplace(read_only=False))
    sharing.receive(reader.at, sharing_package(practitioner, reader, opened))
    looked, sent, *_ = comparing.moments(reader.at, opened.assessment)
    assert (looked.code, sent.code) == (LOOKED, SUBMITTED)
    for moment in (looked, sent):
        (section,) = comparing.compare(reader.at, opened.assessment, moment).sections
        assert [each.path for each in section.differences] == ["M01.reason"]
    again.close()
