"""Packages that are properly sealed by a verified person and hold what no app of theirs would have written."""

from __future__ import annotations

import copy
import hashlib
import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import rfc8785
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hsb_assess.desk import access, arriving, assessing, caseload, issuing, reviewing, sharing
from hsb_assess.desk.scribe import Scribe
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.exchange.package import Outline, seal
from hsb_assess.record.entry import Entry, InstrumentRef, Statement, Stream
from hsb_assess.record.entry import seal as seal_entry
from hsb_assess.trust.card import Card
from hsb_assess.vault import stores_parcels

from .conftest import PASSPHRASE, begin, meet, open_person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.desk.script import Script

    from .conftest import Opened, Person


def manifest_of(person: Person, case: str) -> tuple[dict[str, Any], list[bytes]]:
    """Return what an honest package of ``case`` would hold."""
    with person.at.book.begin(write=False) as work:
        entries = work.entries.of_case(case)
        hashes = sorted({entry.instrument.hash for entry in entries if entry.instrument})
        forms = [kept.content for each in hashes if (kept := work.definitions.get(each))]
        papers = [paper for line in work.documents.of_case(case) if (paper := work.documents.get(line.sha256))]
    listed = [
        {"sha256": p.sha256, "submission": p.submission, "audience": p.audience, "state": p.state} for p in papers
    ]
    changes = {"case": case, "entries": [entry.as_json() for entry in entries], "missing": []}
    return {"changes": changes, "definitions": hashes, "documents": listed}, [*forms, *(p.content for p in papers)]


def sealed(
    sender: Person, reader: Person, manifest: dict[str, Any], blobs: list[bytes], sequence: int = 1, previous: str = ""
) -> bytes:
    """Seal a package as its sender's own key can, whatever is in it."""
    card = Card.from_bytes(access.card_bytes(reader.at))
    return seal(sender.vault.identity, [card], Outline("review", sequence, previous, ""), manifest, blobs)[1]


def said(
    person: Person,
    case: str,
    stream: Stream,
    subject: str,
    key: str,
    body: dict[str, Any],
    *parents: Entry,
    previous: str | None = None,
    later: timedelta = timedelta(),
    instrument: InstrumentRef | None = None,
) -> Entry:
    """Return an entry that somebody sealed past their app."""
    now = person.at.clock.now() + later
    ids = tuple(each.id for each in parents)
    statement = Statement(
        case=case, stream=stream, subject=subject, key=key, body=body, parents=ids, occurred=now, instrument=instrument
    )
    return seal_entry(statement, person.vault.identity, recorded=now, previous=previous)


def bring(sender: Person, reader: Person, case: str, *entries: Entry, sequence: int = 1) -> sharing.Received:
    """Have ``reader`` open a package with an honest case and some more entries."""
    manifest, blobs = manifest_of(sender, case)
    manifest["changes"]["entries"] += [entry.as_json() for entry in entries]
    present = {entry["id"] for entry in manifest["changes"]["entries"]}
    lacking = {parent for entry in entries for parent in entry.parents} - present
    manifest["changes"]["missing"] = sorted(lacking)
    return sharing.receive(reader.at, sealed(sender, reader, manifest, blobs, sequence))


def submitted(practitioner: Person, supervisor: Person, story: Script) -> tuple[Opened, bytes]:
    """Have a case submitted, with stand-ins for its documents; return it with the package."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, story)
    at, submission = practitioner.at, new_id()
    reading = assessing.reading(at, opened.assessment)
    body: dict[str, Any] = {
        "value": opened.assessment,
        "content_hash": reading.content_hash,
        "supervisor": supervisor.person,
        "documents": [],
        "findings": [],
    }
    with at.book.begin("submitted", case=opened.case) as work:
        for audience in ("A", "B"):
            pdf = f"%PDF-1.7 document {audience} of {submission}".encode()
            sha256 = hashlib.sha256(pdf).hexdigest()
            work.documents.put(sha256, opened.case, submission, audience, "submitted", pdf)
            body["documents"].append({"audience": audience, "sha256": sha256})
        scribe = Scribe(at, work, opened.case, reading.definition)
        scribe.say(Stream.DOCUMENTS, submission, "@submission", body, fresh=True)
    return opened, sharing_package(practitioner, supervisor, opened)


def counted(person: Person) -> tuple[int, int]:
    """Return how many entries and documents a vault holds."""
    with person.at.book.begin(write=False) as work:
        papers = [paper for case in work.entries.cases() for paper in work.documents.of_case(case)]
        return work.entries.count(), len(papers)


# --- who may say what --------------------------------------------------------------------------------------------


def test_an_author_cannot_approve_their_own_work(practitioner: Person, supervisor: Person, child_a: Script) -> None:
    """A decision, an acceptance or a mark of reading that the author wrote in any stream is not let in."""
    opened, package = submitted(practitioner, supervisor, child_a)
    sharing.receive(supervisor.at, package)
    with practitioner.at.book.begin(write=False) as work:
        (made,) = work.entries.of_case(opened.case, Stream.DOCUMENTS)
    body = {"value": "approve", "submission": made.hash, "content_hash": made.body["content_hash"], "documents": []}
    hostile = [
        said(practitioner, opened.case, stream, subject, key, content)
        for stream in (Stream.DOCUMENTS, Stream.ANSWERS, Stream.REVIEW)
        for subject, key, content in (
            (made.subject, "@decision", body),
            (opened.assessment, "@accepted.x", {"value": True}),
            (opened.assessment, "@opened.M05", {"value": True}),
        )
    ]
    received = bring(practitioner, supervisor, opened.case, *hostile)
    assert received.refused == ("author_role",)
    (line,) = caseload.cases(supervisor.at)
    assert line.state == "submitted"
    with supervisor.at.book.begin(write=False) as work:
        assert not [entry for entry in work.entries.of_case(opened.case) if entry.id in {each.id for each in hostile}]


def test_a_supervisors_own_part_is_not_answered_in_another_stream(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """An answer to the supervisor's questions that stands among the author's answers is not read."""
    opened, package = submitted(practitioner, supervisor, child_a)
    sharing.receive(supervisor.at, package)
    hostile = said(
        practitioner, opened.case, Stream.ANSWERS, opened.assessment, "M23.required_read", {"value": ["m00"]}
    )
    bring(practitioner, supervisor, opened.case, hostile)
    assert assessing.reading(supervisor.at, opened.assessment).raw("M23.required_read").value is None


@pytest.mark.parametrize("spoil", ["content", "submission", "documents", "author"])
def test_a_decision_counts_only_on_what_was_submitted_to_whoever_decides(
    practitioner: Person, supervisor: Person, tmp_path: Path, child_a: Script, spoil: str
) -> None:
    """Other content, another submission, missing documents or another supervisor: it reads as undecided."""
    opened, package = submitted(practitioner, supervisor, child_a)
    sharing.receive(supervisor.at, package)
    with supervisor.at.book.begin(write=False) as work:
        (made,) = work.entries.of_case(opened.case, Stream.DOCUMENTS)
    body: dict[str, Any] = {
        "value": "approve",
        "reasons": "Good.",
        "submission": made.hash,
        "content_hash": made.body["content_hash"],
        "documents": made.body["documents"],
    }
    decider = supervisor
    if spoil == "author":
        decider = open_person(tmp_path / "other", "Manager T", "supervisor", child_a)
        meet(practitioner, decider)
        meet(supervisor, decider)
        sharing.receive(decider.at, sharing_package(practitioner, decider, opened))
    else:
        name = "content_hash" if spoil == "content" else spoil
        body[name] = [] if spoil == "documents" else "00" * 32
    try:
        entry = said(decider, opened.case, Stream.REVIEW, made.subject, "@decision", body)
        assert bring(decider, practitioner, opened.case, entry).refused == ()
        (line,) = caseload.cases(practitioner.at)
        assert line.state == "submitted"
        if spoil == "author":
            with pytest.raises(HsbAssessError, match="not_your_decision"):
                issuing.decide(decider.at, opened.assessment, "return", "No.", PASSPHRASE)
    finally:
        if decider is not supervisor:
            decider.vault.close()


def sharing_package(sender: Person, reader: Person, opened: Opened) -> bytes:
    """Return an honest package of a case for somebody else."""
    with sender.at.book.begin("package_again") as work:
        card = Card.from_bytes(access.card_bytes(reader.at))
        return sharing.pack(sender.at, work, opened.case, card, "review")


def test_a_submission_put_in_the_place_of_a_decided_one_is_undecided(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """An approval binds the very submission that the supervisor saw."""
    opened, package = submitted(practitioner, supervisor, child_a)
    sharing.receive(supervisor.at, package)
    returned = issuing.decide(supervisor.at, opened.assessment, "return", "One thing is open.", PASSPHRASE)
    sharing.receive(practitioner.at, returned.package)
    assert caseload.cases(supervisor.at)[0].state == "returned"
    with practitioner.at.book.begin(write=False) as work:
        (made,) = work.entries.of_case(opened.case, Stream.DOCUMENTS)
    other = said(practitioner, opened.case, Stream.DOCUMENTS, made.subject, "@submission", dict(made.body), made)
    bring(practitioner, supervisor, opened.case, other)
    assert caseload.cases(supervisor.at)[0].state == "submitted"


def test_the_same_keys_under_another_name_are_not_another_person(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """A supervisor's card that carries the author's own keys cannot review."""
    opened = begin(practitioner, child_a)
    twin = replace(practitioner.vault.identity, person=new_id(), role="supervisor")
    pending = access.import_card(practitioner.at, twin.card().to_bytes())
    access.confirm_card(practitioner.at, pending.person, "phone")
    with pytest.raises(HsbAssessError, match="own_review"):
        issuing.submit(practitioner.at, opened.assessment, twin.person, PASSPHRASE)
    assert supervisor.person != twin.person


def test_a_message_is_not_taken_back_by_another(practitioner: Person, supervisor: Person, child_a: Script) -> None:
    """What the supervisor wrote in a thread stays in it; an unknown thread cannot be answered."""
    opened, package = submitted(practitioner, supervisor, child_a)
    sharing.receive(supervisor.at, package)
    thread = str(reviewing.comment(supervisor.at, opened.assessment, "M14.best_worst", "What does he want?").created)
    with supervisor.at.book.begin(write=False) as work:
        spoken = next(e for e in work.entries.of_case(opened.case, Stream.REVIEW, thread) if "messages" in e.key)
    over = said(practitioner, opened.case, Stream.REVIEW, thread, spoken.key, {"value": "Nothing."}, spoken)
    assert bring(practitioner, supervisor, opened.case, over).refused == ("author_role",)
    (talk,) = reviewing.threads(supervisor.at, opened.assessment)
    assert [turn.text for turn in talk.messages] == ["What does he want?"]
    with pytest.raises(HsbAssessError, match="no_such_thread"):
        reviewing.resolve(supervisor.at, opened.assessment, opened.assessment)
    with pytest.raises(HsbAssessError, match="no_such_thread"):
        reviewing.reply(practitioner.at, opened.assessment, new_id(), "Yes.")


# --- what a package may carry ------------------------------------------------------------------------------------


def test_an_assessment_is_not_taken_into_another_case(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """Another case that claims a known assessment does not get it; nothing without a case is let in."""
    opened, package = submitted(practitioner, supervisor, child_a)
    sharing.receive(supervisor.at, package)
    case = new_id()
    entries = [
        said(practitioner, case, Stream.CASE_FACTS, case, "@case", {"value": "R2"}),
        said(practitioner, case, Stream.ANSWERS, opened.assessment, "@assessment", {"value": "full"}),
    ]
    changes = {"case": case, "entries": [entry.as_json() for entry in entries], "missing": []}
    manifest = {"changes": changes, "definitions": [], "documents": []}
    received = sharing.receive(supervisor.at, sealed(practitioner, supervisor, manifest, []))
    assert received.refused == ("assessment_elsewhere",)
    assert assessing.reading(supervisor.at, opened.assessment).case == opened.case
    other = new_id()
    lone = said(practitioner, other, Stream.ANSWERS, new_id(), "M00.name", {"value": "x"})
    manifest["changes"] = {"case": other, "entries": [lone.as_json()], "missing": []}
    with pytest.raises(HsbAssessError, match="case_unopened"):
        sharing.receive(supervisor.at, sealed(practitioner, supervisor, manifest, []))
    with supervisor.at.book.begin(write=False) as work:
        assert work.entries.of_case(other) == ()


def test_a_document_is_kept_only_where_the_record_names_it(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """An unnamed file is left out, and what is here does not change its state at a sender's word."""
    opened, package = submitted(practitioner, supervisor, child_a)
    sharing.receive(supervisor.at, package)
    manifest, blobs = manifest_of(practitioner, opened.case)
    stray = b"%PDF-1.7 a stray file"
    sha256 = hashlib.sha256(stray).hexdigest()
    for line in manifest["documents"]:
        line["state"] = "issued"
    manifest["documents"].append({**manifest["documents"][0], "sha256": sha256, "state": "submitted"})
    more = said(practitioner, opened.case, Stream.ANSWERS, opened.assessment, "M00.name", {"value": "x"})
    manifest["changes"]["entries"].append(more.as_json())
    received = sharing.receive(supervisor.at, sealed(practitioner, supervisor, manifest, [*blobs, stray]))
    assert received.refused == ("document_unnamed",)
    assert {line.state for line in issuing.documents(supervisor.at, opened.case)} == {"submitted"}
    assert sha256 not in {line.sha256 for line in issuing.documents(supervisor.at, opened.case)}


def test_an_issued_document_is_the_submitted_one_with_a_signature(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """A decision that names other bytes as the issued document does not bring them in."""
    opened, package = submitted(practitioner, supervisor, child_a)
    sharing.receive(supervisor.at, package)
    with supervisor.at.book.begin(write=False) as work:
        (made,) = work.entries.of_case(opened.case, Stream.DOCUMENTS)
    manifest, blobs = manifest_of(supervisor, opened.case)
    named = []
    for audience in ("A", "B"):
        other = f"%PDF-1.7 {audience}".encode()
        sha256 = hashlib.sha256(other).hexdigest()
        named.append({"audience": audience, "sha256": sha256})
        manifest["documents"].append({**named[-1], "submission": made.subject, "state": "issued"})
        blobs.append(other)
    body = {"value": "approve", "submission": made.hash, "content_hash": made.body["content_hash"], "documents": named}
    entry = said(supervisor, opened.case, Stream.REVIEW, made.subject, "@decision", body)
    manifest["changes"]["entries"].append(entry.as_json())
    received = sharing.receive(practitioner.at, sealed(supervisor, practitioner, manifest, blobs))
    assert received.refused == ("document_differs",)
    assert {line.state for line in issuing.documents(practitioner.at, opened.case)} == {"submitted"}


def _one_more_form(manifest: dict[str, Any], blobs: list[bytes]) -> None:
    other = json.loads(blobs[0])
    other["version"] = "9.9.9"
    blobs.insert(1, rfc8785.dumps(other))
    manifest["definitions"].append(hashlib.sha256(blobs[1]).hexdigest())


def _no_pdf(manifest: dict[str, Any], blobs: list[bytes]) -> None:
    blobs.append(b"a letter")
    sha256 = hashlib.sha256(b"a letter").hexdigest()
    manifest["documents"].append({"sha256": sha256, "submission": "s", "audience": "A", "state": "submitted"})


def _changed_form(manifest: dict[str, Any], blobs: list[bytes]) -> None:
    blobs[0] = blobs[0].replace(b"M00", b"M99", 1)
    manifest["definitions"][0] = hashlib.sha256(blobs[0]).hexdigest()


def _deep_form(manifest: dict[str, Any], blobs: list[bytes]) -> None:
    blobs[0] = b'{"id":' + b"[" * 5000 + b"]" * 5000 + b"}"
    manifest["definitions"][0] = hashlib.sha256(blobs[0]).hexdigest()


@pytest.mark.parametrize(
    "spoil",
    [
        _one_more_form,
        _no_pdf,
        _changed_form,
        _deep_form,
        lambda manifest, _blobs: manifest.pop("documents"),
        lambda manifest, _blobs: manifest.update(definitions=[5]),
        lambda manifest, _blobs: manifest.update(documents=[{"sha256": 5}]),
        lambda manifest, _blobs: manifest.update(documents=[None] * 5000),
        lambda manifest, _blobs: manifest["changes"].update(case="not an id"),
        lambda manifest, _blobs: manifest["changes"].update(missing=[{"a": 1}]),
        lambda manifest, _blobs: manifest["changes"]["entries"].append(None),
        lambda manifest, _blobs: manifest["changes"]["entries"][0].update(body=[]),
        lambda manifest, _blobs: manifest["changes"]["entries"][0].update(parents="x"),
        lambda _manifest, blobs: blobs.append(b"more"),
        lambda _manifest, blobs: blobs.clear(),
    ],
)
def test_a_package_that_does_not_hold_together_is_refused_whole(
    practitioner: Person,
    supervisor: Person,
    child_a: Script,
    spoil: Callable[[dict[str, Any], list[bytes]], object],
) -> None:
    """By name, into quarantine, with nothing else changed."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a)
    manifest, blobs = manifest_of(practitioner, opened.case)
    spoil(manifest, blobs)
    with pytest.raises(HsbAssessError) as caught:
        sharing.receive(supervisor.at, sealed(practitioner, supervisor, manifest, blobs))
    assert [kept[1] for kept in sharing.quarantined(supervisor.at)] == [caught.value.code]
    assert counted(supervisor) == (0, 0)


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 - JSON
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, each in inner for found in _paths(each, (*path, key)))]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(number=st.integers(0, 2**32), value=values)
def test_whatever_a_manifest_holds_it_is_refused_by_name(
    practitioner: Person, supervisor: Person, child_a: Script, number: int, value: object
) -> None:
    """Any part of a manifest replaced by any JSON: an error with a code, or a package without what was altered."""
    if not access.contacts(supervisor.at):
        meet(practitioner, supervisor)
        begin(practitioner, child_a)
    (case,) = (line.case for line in caseload.cases(practitioner.at))
    manifest, blobs = manifest_of(practitioner, case)
    honest = {entry["id"]: entry for entry in copy.deepcopy(manifest["changes"]["entries"])}
    places = _paths(manifest)
    place = places[number % len(places)]
    if not place:
        manifest = value if isinstance(value, dict) else {}
    else:
        inside: Any = manifest
        for key in place[:-1]:
            inside = inside[key]
        inside[place[-1]] = value
    before = counted(supervisor)
    try:
        sharing.receive(supervisor.at, sealed(practitioner, supervisor, manifest, blobs))
    except HsbAssessError:
        assert counted(supervisor) == before
    with supervisor.at.book.begin(write=False) as work:
        assert [entry for entry in work.entries.of_case(case) if entry.as_json() != honest.get(entry.id)] == []


# --- what is noticed, what is bounded ----------------------------------------------------------------------------


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
