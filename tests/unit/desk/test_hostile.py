"""Packages that are properly sealed by a verified person and hold what no app of theirs would have written."""

from __future__ import annotations

import copy
import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import rfc8785
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hsb_assess.desk import access, assessing, caseload, issuing, reviewing, sharing
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Stream

from .conftest import PASSPHRASE, begin, meet, open_person
from .packages import bring, counted, manifest_of, said, sealed, sharing_package, submitted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.desk.script import Script

    from .conftest import Person


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
