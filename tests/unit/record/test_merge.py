"""Change sets: who may bring what into a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.entry import Entry, Statement, Stream, seal
from hsb_assess.record.history import heads
from hsb_assess.record.merge import Author, ChangeSet, admit
from hsb_assess.trust.identity import Identity, create_identity

if TYPE_CHECKING:
    from pydantic import JsonValue

NOW = datetime(2026, 6, 8, 9, 0, tzinfo=UTC)
PRACTITIONER = create_identity("Worker P", "practitioner", "Agency", NOW)
SUPERVISOR = create_identity("Manager S", "supervisor", "Agency", NOW)
AUTHORS = {each.person: Author(each.person, each.role, each.card().signing_key) for each in (PRACTITIONER, SUPERVISOR)}


def entry(
    who: Identity, stream: Stream, key: str = "M00.name", *parents: Entry, value: JsonValue = 1, subject: str = "s"
) -> Entry:
    """Return an entry by ``who`` in ``stream``."""
    return seal(
        Statement(
            case="case",
            stream=stream,
            subject=subject,
            key=key,
            body={"value": value},
            parents=tuple(each.id for each in parents),
            occurred=NOW,
        ),
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
        (PRACTITIONER, Stream.REVIEW, "status", "author_role"),
        (PRACTITIONER, Stream.REVIEW, "@opened.M05", "author_role"),
        (PRACTITIONER, Stream.REVIEW, "@thread", "author_role"),
        (PRACTITIONER, Stream.REVIEW, "@submission", "author_role"),
        (PRACTITIONER, Stream.DOCUMENTS, "@submission", None),
        (PRACTITIONER, Stream.DOCUMENTS, "@decision", "author_role"),
        (PRACTITIONER, Stream.DOCUMENTS, "M00.name", "author_role"),
        (PRACTITIONER, Stream.ANSWERS, "@decision", "author_role"),
        (PRACTITIONER, Stream.ANSWERS, "@accepted.R23.x", "author_role"),
        (PRACTITIONER, Stream.ANSWERS, "@opened.M05", "author_role"),
        (PRACTITIONER, Stream.ANSWERS, "@unheard_of", "author_role"),
        (PRACTITIONER, Stream.CASE_FACTS, "@assessment", "author_role"),
        (SUPERVISOR, Stream.DOCUMENTS, "@submission", "author_role"),
        (SUPERVISOR, Stream.REVIEW, "@submission", "author_role"),
        (SUPERVISOR, Stream.REVIEW, "@justification.R23.x", "author_role"),
        (SUPERVISOR, Stream.REVIEW, "status", None),
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


def test_an_author_may_say_that_a_thread_was_answered_and_nothing_else() -> None:
    """Only the supervisor closes a thread."""
    entries = [entry(PRACTITIONER, Stream.REVIEW, "status", value=state) for state in ("answered", "resolved")]
    accepted, refused = admit(ChangeSet.of("case", entries), AUTHORS)
    assert accepted == (entries[0],)
    assert [each.entry for each in refused] == [entries[1]]


@pytest.mark.parametrize("is_known", [False, True])
def test_nobody_supersedes_what_was_said_elsewhere(*, is_known: bool) -> None:
    """A message that names the supervisor's decision as its parent is refused, and the decision stands."""
    decision = entry(SUPERVISOR, Stream.REVIEW, "@decision")
    hostile = entry(PRACTITIONER, Stream.ANSWERS, "M00.name", decision)
    arriving = [hostile] if is_known else [decision, hostile]
    accepted, refused = admit(ChangeSet.of("case", arriving), AUTHORS, {decision.id: decision} if is_known else {})
    assert [each.error.code for each in refused] == ["entry_parent"]
    assert hostile not in accepted
    assert heads([decision, hostile]) == [decision, hostile]


def test_a_message_supersedes_nothing() -> None:
    """What was said in a thread stays said, whoever would take it back."""
    said = entry(SUPERVISOR, Stream.REVIEW, "messages[x]")
    over = entry(PRACTITIONER, Stream.REVIEW, "messages[x]", said)
    _, refused = admit(ChangeSet.of("case", [said, over]), AUTHORS)
    assert [(each.entry, each.error.code) for each in refused] == [(over, "author_role")]


def test_a_device_belongs_to_one_person() -> None:
    """An entry under somebody else's laptop would get between the links of their chain."""
    mine = entry(SUPERVISOR, Stream.REVIEW, "@decision")
    part = entry(replace(PRACTITIONER, device=SUPERVISOR.device), Stream.ANSWERS)
    _, refused = admit(ChangeSet.of("case", [part]), AUTHORS, {mine.id: mine})
    assert [each.error.code for each in refused] == ["entry_device"]


def test_an_identifier_is_not_used_twice() -> None:
    """Another entry under a known id is refused by itself; the rest of the package is let in."""
    known, good = entry(PRACTITIONER, Stream.ANSWERS), entry(PRACTITIONER, Stream.ANSWERS)
    other = known.model_copy(update={"body": {"value": 2}})
    accepted, refused = admit(ChangeSet.of("case", [other, good]), AUTHORS, {known.id: known})
    assert accepted == (good,)
    assert [each.error.code for each in refused] == ["entry_id_reused"]


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
