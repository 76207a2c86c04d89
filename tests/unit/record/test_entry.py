"""Entries: what sealing keeps, and every way in which an altered one is noticed."""

from __future__ import annotations

import contextlib
import hashlib
import traceback
from datetime import UTC, datetime, timedelta, timezone

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from hsb_assess.domain.answer import Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Entry, InstrumentRef, Statement, Stream, check, seal
from hsb_assess.trust.bytesigning import ENTRY_CONTEXT
from hsb_assess.trust.identity import create_identity

NOW = datetime(2026, 6, 8, 9, 0, tzinfo=UTC)
WORKER = create_identity("Worker P", "practitioner", "Children's services", NOW)
OTHER = create_identity("Worker Q", "practitioner", "Children's services", NOW)
KEY = WORKER.card().signing_key

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
bodies = st.dictionaries(
    text,
    st.recursive(st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | text, st.lists, max_leaves=5),
    max_size=4,
)


def statement(**changes: object) -> Statement:
    """Return a statement about an answer, with what the caller changes."""
    given_values: dict[str, object] = {
        "case": new_id(),
        "stream": Stream.ANSWERS,
        "subject": new_id(),
        "key": "M00.name",
        "body": {"value": "Child A"},
        "occurred": NOW,
        "instrument": InstrumentRef(id="holistic", version="1.0.0", hash="00" * 32),
    }
    return Statement.model_validate(given_values | changes)


def sealed(**changes: object) -> Entry:
    """Return a sealed statement of the worker's."""
    return seal(statement(**changes), WORKER, recorded=NOW, previous=None)


@given(bodies)
def test_what_is_sealed_can_be_checked_and_travels_as_json(body: dict[str, object]) -> None:
    """Any JSON body survives sealing, checking and a round trip."""
    entry = sealed(body=body)
    check(entry, KEY)
    assert Entry.from_json(entry.as_json()) == entry
    assert entry.body == body


CHANGES = {
    "case": new_id(),
    "subject": new_id(),
    "key": "M00.ref",
    "body": {"value": "Child B"},
    "parents": (new_id(),),
    "author": OTHER.person,
    "device": OTHER.device,
    "occurred": "2026-06-07T09:00:00.000+00:00",
    "recorded": "2026-06-07T09:00:00.000+00:00",
    "instrument": None,
    "previous": "11" * 32,
    "stream": Stream.PLAN,
}


@pytest.mark.parametrize("field", sorted(CHANGES))
def test_changing_any_field_is_noticed(field: str) -> None:
    """Every field is covered by the hash."""
    altered = sealed().model_copy(update={field: CHANGES[field]})
    with pytest.raises(HsbAssessError, match="entry_hash"):
        check(altered, KEY)


def test_recomputing_the_hash_does_not_help() -> None:
    """An altered entry with a matching hash lacks the author's signature."""
    other = seal(statement(body={"value": "Child B"}), OTHER, recorded=NOW, previous=None)
    forged = other.model_copy(update={"author": WORKER.person})
    with pytest.raises(HsbAssessError, match="entry_hash"):
        check(forged, KEY)
    with pytest.raises(HsbAssessError, match="entry_signature"):
        check(other, KEY)


@pytest.mark.parametrize("signature", ["", "zz", "00" * 64])
def test_a_missing_or_malformed_signature_is_refused(signature: str) -> None:
    """Nothing but the author's own signature passes."""
    with pytest.raises(HsbAssessError, match="entry_signature"):
        check(sealed().model_copy(update={"signature": signature}), KEY)


def test_an_entry_cannot_supersede_itself_or_bear_a_foreign_id() -> None:
    """Identifiers are uuid7, and a parent is another entry."""
    with pytest.raises(HsbAssessError, match="entry_shape"):
        check(sealed().model_copy(update={"id": "1"}), KEY)


def nested(depth: int) -> object:
    """Return lists within lists."""
    value: object = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "field",
    [
        {"occurred": "last Tuesday"},
        {"recorded": "2026-06-08T09:00:00"},
        {"occurred": "0001-01-01T00:00:00+00:00"},
        {"key": ""},
        {"key": "a" * 1000},
        {"subject": "a\x00b"},
        {"previous": "before"},
        {"parents": ("1",)},
        {"parents": tuple(sorted(new_id() for _ in range(65)))},
        {"body": {"value": nested(40)}},
        {"body": {"value": nested(5000)}},
    ],
    ids=lambda field: next(iter(field)),
)
def test_what_this_app_would_not_write_is_refused_though_signed(field: dict[str, object]) -> None:
    """A holder of the key cannot bring in a time, a name or a nesting that no reader could show."""
    entry = sealed().model_copy(update=field)
    with contextlib.suppress(RecursionError):
        entry = signed_again(entry)
    with pytest.raises(HsbAssessError, match="entry_shape"):
        check(entry, KEY)


def signed_again(entry: Entry) -> Entry:
    """Return an altered entry as its author's own app would never have sealed it, properly signed."""
    digest = hashlib.sha256(rfc8785.dumps(entry.signed_part())).hexdigest()
    return entry.model_copy(
        update={"hash": digest, "signature": WORKER.sign(ENTRY_CONTEXT, bytes.fromhex(digest)).hex()}
    )


def test_too_large_a_body_is_refused_on_arrival() -> None:
    """The limit holds for what comes in as for what is written here."""
    with pytest.raises(HsbAssessError, match="entry_size"):
        check(signed_again(sealed().model_copy(update={"body": {"value": "x" * (2 * 1024 * 1024)}})), KEY)


def test_no_text_of_an_entry_gets_into_a_representation_or_an_error() -> None:
    """What was written about a child is not in what a log could hold."""
    words = "Her words"
    entry = sealed(body={"value": words})
    assert words not in repr(entry) + repr(statement(body={"value": words}))
    with pytest.raises(HsbAssessError, match="entry_shape") as caught:
        Entry.from_json({**entry.as_json(), "id": {"value": words}})
    assert words not in "".join(traceback.format_exception(caught.value))
    with pytest.raises(ValidationError) as refused:
        Answer.from_body({"value": words, "detail": {"note": words}})
    assert words not in str(refused.value)


def test_times_keep_their_offset() -> None:
    """What was signed at a local time is shown at that local time."""
    summer = datetime(2026, 6, 8, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    assert sealed(occurred=summer).occurred == "2026-06-08T10:00:00.000+01:00"


def test_text_that_json_cannot_carry_is_refused_by_name() -> None:
    """A lone surrogate is a clear error, not a crash later."""
    with pytest.raises(HsbAssessError, match="entry_text"):
        sealed(body={"value": "\ud800"})


def test_too_long_a_text_is_refused_by_name() -> None:
    """An answer of more than two mebibytes is refused before anything is written."""
    with pytest.raises(HsbAssessError, match="entry_size"):
        sealed(body={"value": "x" * (2 * 1024 * 1024 + 1)})


@settings(max_examples=200)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=8), inner),
        max_leaves=8,
    )
)
def test_anything_else_is_refused_by_name(value: object) -> None:
    """Arbitrary JSON is never taken for an entry and never raises anything unexpected."""
    with pytest.raises(HsbAssessError, match="entry_shape"):
        Entry.from_json(value)  # type: ignore[arg-type]  # that is what is tested
