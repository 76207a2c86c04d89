"""Change sets: who may bring what into a record."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.entry import Entry, Statement, Stream, seal
from hsb_assess.record.merge import Author, ChangeSet, admit
from hsb_assess.trust.identity import Identity, create_identity

NOW = datetime(2026, 6, 8, 9, 0, tzinfo=UTC)
PRACTITIONER = create_identity("Worker P", "practitioner", "Agency", NOW)
SUPERVISOR = create_identity("Manager S", "supervisor", "Agency", NOW)
AUTHORS = {each.person: Author(each.person, each.role, each.card().signing_key) for each in (PRACTITIONER, SUPERVISOR)}


def entry(who: Identity, stream: Stream, key: str = "M00.name") -> Entry:
    """Return an entry by ``who`` in ``stream``."""
    return seal(
        Statement(case="case", stream=stream, subject="s", key=key, body={"value": 1}, occurred=NOW),
        who,
        recorded=NOW,
        previous=None,
    )


@pytest.mark.parametrize(
    ("who", "stream", "key", "code"),
    [
        (PRACTITIONER, Stream.ANSWERS, "M00.name", None),
        (PRACTITIONER, Stream.PLAN, "goal", None),
        (PRACTITIONER, Stream.REVIEW, "messages[x]", None),
        (PRACTITIONER, Stream.REVIEW, "@decision", "author_role"),
        (PRACTITIONER, Stream.REVIEW, "@accepted.R23.x", "author_role"),
        (PRACTITIONER, Stream.REVIEW, "M23.balance", "author_role"),
        (SUPERVISOR, Stream.REVIEW, "@decision", None),
        (SUPERVISOR, Stream.ANSWERS, "M00.name", "author_role"),
        (SUPERVISOR, Stream.CASE_FACTS, "label", "author_role"),
        (SUPERVISOR, Stream.PLAN, "goal", "author_role"),
    ],
)
def test_streams_have_owners(who: Identity, stream: Stream, key: str, code: str | None) -> None:
    """An entry in a stream that is not its author's to write is refused, the rest is let in."""
    accepted, refused = admit(ChangeSet.of("case", [entry(who, stream, key)]), AUTHORS)
    assert [each.error.code for each in refused] == ([] if code is None else [code])
    assert len(accepted) == (1 if code is None else 0)


def test_an_unknown_author_is_refused_and_the_others_are_let_in() -> None:
    """One bad entry does not keep out the good ones."""
    stranger = create_identity("Somebody", "practitioner", "Elsewhere", NOW)
    good, bad = entry(PRACTITIONER, Stream.ANSWERS), entry(stranger, Stream.ANSWERS)
    accepted, refused = admit(ChangeSet.of("case", [good, bad]), AUTHORS)
    assert accepted == (good,)
    assert [(each.entry, each.error.code) for each in refused] == [(bad, "author_unknown")]


def test_a_change_set_travels_as_json_and_marks_what_it_lacks() -> None:
    """Entries and missing parents come back as they were."""
    first = entry(PRACTITIONER, Stream.ANSWERS)
    second = seal(
        Statement(
            case="case",
            stream=Stream.ANSWERS,
            subject="s",
            key="M00.name",
            body={"value": 2},
            parents=(first.id,),
            occurred=NOW,
        ),
        PRACTITIONER,
        recorded=NOW,
        previous=first.hash,
    )
    changes = ChangeSet.of("case", [second])
    assert changes.missing == {first.id}
    assert ChangeSet.from_json(changes.as_json()) == changes


@pytest.mark.parametrize(
    "value",
    [None, [], {}, {"case": "case", "entries": [], "missing": ["x"]}, {"case": 1, "entries": [], "missing": []}],
)
def test_a_malformed_change_set_is_refused_by_name(value: object) -> None:
    """Anything that was not written by this app is refused whole."""
    with pytest.raises(HsbAssessError, match="changes_shape"):
        ChangeSet.from_json(value)  # type: ignore[arg-type]  # that is what is tested


def test_entries_of_another_case_are_refused() -> None:
    """One change set is about one case."""
    with pytest.raises(HsbAssessError, match="changes_shape"):
        ChangeSet.from_json(ChangeSet.of("other", [entry(PRACTITIONER, Stream.ANSWERS)]).as_json())
