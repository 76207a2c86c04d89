"""Packages that came late, out of order or too often, and bodies that cannot be read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.desk import arriving, assessing, caseload, issuing, sharing
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Entry, Stream
from hsb_assess.vault import stores_parcels

from .conftest import PASSPHRASE, begin, meet, open_person
from .packages import bring, counted, manifest_of, said, sealed, submitted

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.desk.script import Script

    from .conftest import Person


def test_gaps_forks_and_clocks_are_noticed(practitioner: Person, supervisor: Person, child_a: Script) -> None:
    """They are let in, because they are signed, and told."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a)
    first = bring(practitioner, supervisor, opened.case)
    assert (first.status, first.notes, first.refused) == ("received", (), ())

    def name(value: str, *, previous: str | None, later: timedelta = timedelta()) -> Entry:
        return said(
            practitioner, opened.case, Stream.ANSWERS, opened.assessment, "M00.name", {"value": value},
            previous=previous, later=later,
        )  # fmt: skip

    with practitioner.at.book.begin(write=False) as work:
        chain = work.entries.of_case(opened.case)
    more = [
        name("gap", previous="00" * 32),
        name("fork", previous=chain[2].hash),
        name("back", previous=chain[-1].hash, later=timedelta(days=-3)),
        name("ahead", previous=chain[-1].hash, later=timedelta(days=400)),
    ]
    found = bring(practitioner, supervisor, opened.case, *more, sequence=4)
    assert found.notes == ("chain_fork", "chain_gap", "clock_ahead", "clock_back", "package_gap")
    assert set(found.notes) <= set(arriving.NOTES)
    late = bring(practitioner, supervisor, opened.case, name("again", previous=more[0].hash), sequence=2)
    assert late.notes == ("package_late",)
    wrong = bring(practitioner, supervisor, opened.case, name("more", previous=more[1].hash), sequence=5)
    assert wrong.notes == ("package_chain",)


def test_a_package_is_opened_again_once_an_author_is_known(
    practitioner: Person, supervisor: Person, tmp_path: Path, child_a: Script
) -> None:
    """What was refused for want of a card joins when the card was verified, from the same package."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a)
    other = open_person(tmp_path / "other", "Worker Q", "co_assessor", child_a)
    try:
        entry = said(other, opened.case, Stream.ANSWERS, opened.assessment, "M00.name", {"value": "x"})
        manifest, blobs = manifest_of(practitioner, opened.case)
        manifest["changes"]["entries"].append(entry.as_json())
        package = sealed(practitioner, supervisor, manifest, blobs)
        assert sharing.receive(supervisor.at, package).refused == ("author_unknown",)
        assert sharing.receive(supervisor.at, package).status == "already_received"
        meet(supervisor, other)
        again = sharing.receive(supervisor.at, package)
        assert (again.status, again.entries, again.notes) == ("received", 1, ("author_new", "package_late"))
        assert sharing.receive(supervisor.at, package).status == "already_received"
    finally:
        other.vault.close()


def test_quarantine_is_bounded(supervisor: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond its room only the reason is kept, beyond its length only the audit knows; the same bytes count once."""
    monkeypatch.setattr(stores_parcels, "MAX_QUARANTINE_BYTES", 1000)
    monkeypatch.setattr(stores_parcels, "MAX_QUARANTINED", 3)
    for number in (1, 1, 2, 3, 4, 5):
        with pytest.raises(HsbAssessError, match="not_a_package"):
            sharing.receive(supervisor.at, str(number).encode() * 400)
    with supervisor.at.book.begin(write=False) as work:
        kept = work.parcels.quarantined()
        full = [note for row in work.audit.rows() for note in row.notes if note.action == "quarantine_full"]
    assert [len(each.content) for each in kept] == [400, 400, 0]
    assert [stores_parcels.NOT_KEPT in each.reason for each in kept] == [False, False, True]
    assert len(full) == 2


def test_many_refused_entries_are_one_line_in_quarantine(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """A package cannot fill quarantine with a line for each of its entries."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a)
    hostile = [said(practitioner, opened.case, Stream.REVIEW, new_id(), "@decision", {}) for _ in range(20)]
    assert bring(practitioner, supervisor, opened.case, *hostile).refused == ("author_role",)
    ((_, code, reason),) = sharing.quarantined(supervisor.at)
    assert (code, "20" in reason) == ("author_role", True)


# --- reading what another version wrote --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        {"value": "x", "absence": "unknown"},
        {"colour": "green"},
        {"absence": "never_heard_of"},
        {"value": {"date": "some day"}},
        {"value": ["x"]},
        {"value": 5},
    ],
)
def test_a_body_of_another_version_does_not_make_the_rest_unreadable(
    practitioner: Person, supervisor: Person, child_a: Script, body: dict[str, Any]
) -> None:
    """It is listed, reads as not asked, and signing waits for it; everything else is there."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a)
    with practitioner.at.book.begin("other_version") as work:
        standing = work.entries.heads(opened.case, opened.assessment, "M00.name")
        for key in ("M00.name", "M00.jurisdiction"):
            work.entries.append(
                said(practitioner, opened.case, Stream.ANSWERS, opened.assessment, key, body, *standing)
            )
        people = [entry for entry in work.entries.heads(opened.case, key="is") if entry.stream is Stream.CASE_FACTS]
        for each in people:
            work.entries.append(said(practitioner, opened.case, Stream.CASE_FACTS, each.subject, "is", body, each))
    reading = assessing.reading(practitioner.at, opened.assessment)
    assert "M00.name" in reading.unreadable
    assert reading.value("M00.name") is None
    assert reading.answers
    assessing.findings(practitioner.at, opened.assessment)
    assert len(caseload.cases(practitioner.at)) == 1
    with pytest.raises(HsbAssessError, match="answers_malformed"):
        issuing.submit(practitioner.at, opened.assessment, supervisor.person, PASSPHRASE)


def test_an_answer_that_its_question_does_not_take_is_not_signed(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """It may be recorded, and is shown with its fault; only signing refuses."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a)
    assessing.record_answer(practitioner.at, opened.assessment, "M00.jurisdiction", answered("atlantis"))
    with pytest.raises(HsbAssessError, match="answers_malformed"):
        issuing.submit(practitioner.at, opened.assessment, supervisor.person, PASSPHRASE)


def test_nothing_is_decided_on_what_moved_meanwhile(practitioner: Person, supervisor: Person, child_a: Script) -> None:
    """What arrives while documents are being signed stops the decision, and nothing half-done stays."""
    opened, package = submitted(practitioner, supervisor, child_a)
    sharing.receive(supervisor.at, package)
    before = counted(supervisor)

    def meanwhile(words: str) -> None:
        if words == "Sealing the package":
            entry = said(practitioner, opened.case, Stream.ANSWERS, opened.assessment, "M00.name", {"value": "x"})
            bring(practitioner, supervisor, opened.case, entry)

    with pytest.raises(HsbAssessError, match="content_moved"):
        issuing.decide(supervisor.at, opened.assessment, "return", "No.", PASSPHRASE, meanwhile)
    assert counted(supervisor) == (before[0] + 1, before[1])
