"""What is true now, in whatever order and however often entries arrive."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random  # noqa: TC003 - hypothesis reads the annotation

from hypothesis import given, settings
from hypothesis import strategies as st

from hsb_assess.record.contenthash import content_hash
from hsb_assess.record.entry import Entry, Statement, Stream, seal
from hsb_assess.record.history import Slot, heads, missing_parents, slots
from hsb_assess.trust.identity import create_identity

NOW = datetime(2026, 6, 8, 9, 0, tzinfo=UTC)
WORKERS = [create_identity(f"Worker {letter}", "practitioner", "Agency", NOW) for letter in "PQ"]


def say(worker: int, value: int, *parents: Entry) -> Entry:
    """Return an entry of one of two workers on the same question."""
    return seal(
        Statement(
            case="case",
            stream=Stream.ANSWERS,
            subject="assessment",
            key="M00.name",
            body={"value": value},
            parents=tuple(parent.id for parent in parents),
            occurred=NOW,
        ),
        WORKERS[worker],
        recorded=NOW,
        previous=None,
    )


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Draw a history in which each entry supersedes some earlier ones."""
    made: list[Entry] = []
    for number in range(draw(st.integers(1, 9))):
        parents = draw(st.lists(st.sampled_from(made), max_size=3, unique_by=id)) if made else []
        made.append(say(draw(st.integers(0, 1)), number, *parents))
    return made


@settings(max_examples=80, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_order_and_repetition_of_arrival_do_not_matter(history: list[Entry], chance: Random) -> None:
    """Any order, with duplicates, gives the same heads and the same content hash."""
    arrived = history + [chance.choice(history) for _ in range(3)]
    chance.shuffle(arrived)
    assert heads(arrived) == heads(history)
    hashes = {"definition": "d", "profile": "p", "rules": "r"}
    assert content_hash(slots(arrived), **hashes) == content_hash(slots(history), **hashes)


@settings(max_examples=80, deadline=None)
@given(histories())
def test_a_head_is_what_nothing_supersedes(history: list[Entry]) -> None:
    """There is always a head, the newest entry is one, and no head has a child."""
    found = heads(history)
    superseded = {parent for entry in history for parent in entry.parents}
    assert history[-1] in found
    assert not {entry.id for entry in found} & superseded


def test_two_people_who_did_not_see_each_other_leave_two_heads() -> None:
    """Both answers are kept until somebody decides; deciding leaves one."""
    first = say(0, 1)
    left, right = say(0, 2, first), say(1, 3, first)
    place = Slot("assessment", "M00.name")
    assert {entry.id for entry in slots([first, left, right])[place]} == {left.id, right.id}
    decided = say(0, 2, left, right)
    assert slots([decided, right, left, first])[place] == (decided,)


def test_missing_parents_are_named() -> None:
    """A change set says what it supersedes without containing it."""
    first = say(0, 1)
    second = say(0, 2, first)
    assert missing_parents([second]) == {first.id}
    assert missing_parents([first, second]) == frozenset()


def test_the_content_hash_names_the_forms_and_the_answers() -> None:
    """Another form, guidance, rules or answer is another hash."""
    said = slots([say(0, 1)])
    base = content_hash(said, definition="d", profile="p", rules="r")
    others = {
        content_hash(said, definition="x", profile="p", rules="r"),
        content_hash(said, definition="d", profile="x", rules="r"),
        content_hash(said, definition="d", profile="p", rules="x"),
        content_hash(slots([say(0, 1)]), definition="d", profile="p", rules="r"),
    }
    assert base not in others
    assert len(others) == 4
