"""The record's table: appended once, in any order, and the heads that follow from it."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Entry, InstrumentRef, Stream, check
from hsb_assess.record.history import heads

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.vault.book import Book, Work
    from hsb_assess.vault.opening import Vault
    from tests.unit.vault.conftest import Made


def _entry(case: str, *parents: str, key: str = "k", entry_id: str | None = None) -> Entry:
    name = entry_id or new_id()
    return Entry(
        id=name,
        case=case,
        stream=Stream.ANSWERS,
        subject="subject",
        key=key,
        body={"value": ["a\x00b", 1, None, {"é": 1.5}]},
        parents=parents,
        author="author",
        device="device",
        occurred="2026",
        recorded="2026",
        instrument=InstrumentRef(id="holistic", version="1.0.0", hash="00"),
        previous=None,
        hash=hashlib.sha256(name.encode()).hexdigest(),
        signature="00",
    )


def test_an_entry_comes_back_as_it_was_sealed(book: Book, made: Made, say: Callable[..., Entry], case_id: str) -> None:
    """Stored and read, it is equal and its signature still holds; the same again changes nothing."""
    with book.begin("answer", case=case_id) as work:
        first = say(work, case_id, "M01.reason", "Said “no”, twice \x00 é 𝄞")
        second = say(work, case_id, "M01.reason", "again", first)
        assert second.previous == first.hash
    with book.begin("again") as work:
        assert not work.entries.append(first)
        assert work.entries.get(first.id) == first
        assert work.entries.has(second.id)
        assert not work.entries.has(new_id())
        assert work.entries.get(new_id()) is None
        assert work.entries.of_case(case_id) == (first, second)
        assert work.entries.heads(case_id) == (second,)
        assert work.entries.count() == 2
        for read in work.entries.of_case(case_id):
            check(read, made.identity.signing_public_key)
        assert isinstance(work.entries.of_case(case_id)[0].stream, Stream)
        assert len([row for row in work.audit.rows() if row.act == "again"]) == 0
    with book.begin() as work:
        assert [row.act for row in work.audit.rows(case_id)] == ["answer"]


def test_an_identifier_is_not_used_twice(book: Book, case_id: str) -> None:
    """Another entry under a known id is refused and changes nothing."""
    first = _entry(case_id)
    with book.begin("answer") as work:
        work.entries.append(first)
    other = first.model_copy(update={"body": {"value": "other"}, "hash": "11"})
    with pytest.raises(HsbAssessError, match="entry_id_reused"), book.begin("answer") as work:
        work.entries.append(other)
    with book.begin() as work:
        assert work.entries.of_case(case_id) == (first,)


def test_an_entry_cannot_be_changed(book: Book, case_id: str) -> None:
    """Not even by a fault of the program."""
    with book.begin("answer") as work:
        work.entries.append(_entry(case_id))
    with pytest.raises(dbapi2.IntegrityError), book.begin("wrong"):
        book._connection.execute("UPDATE entry SET body = '{}'")


def test_reads_are_narrowed_as_asked(book: Book, case_id: str) -> None:
    """By stream, subject and key, in order of arrival; heads sorted by place."""
    one, two = _entry(case_id, key="b"), _entry(case_id, key="a")
    three = _entry(case_id, key="a").model_copy(update={"subject": "other", "stream": Stream.PLAN})
    far = _entry(new_id())
    with book.begin("answer") as work:
        for item in (one, two, three, far):
            work.entries.append(item)
        assert work.entries.of_case(case_id) == (one, two, three)
        assert work.entries.of_case(case_id, stream=Stream.PLAN) == (three,)
        assert work.entries.of_case(case_id, subject="subject") == (one, two)
        assert work.entries.of_case(case_id, subject="subject", key="b") == (one,)
        assert work.entries.of_case(case_id, key="a") == (two, three)
        assert work.entries.heads(case_id) == (three, two, one)
        assert work.entries.heads(case_id, "subject") == (two, one)
        assert work.entries.heads(case_id, "subject", "a") == (two,)
        assert work.entries.heads(case_id, key="a") == (three, two)
        assert work.entries.last_of_device(case_id, "device") == three.hash
        assert work.entries.last_of_device(case_id, "elsewhere") is None


def test_case_reads_use_an_index(book: Book) -> None:
    """Opening a case does not read the others."""
    from hsb_assess.vault import stores_entries as texts

    values = {"case": "c", "stream": None, "subject": "s", "key": "k"}
    for sql in (
        texts._OF_CASE,
        texts._OF_SUBJECT,
        texts._HEADS,
        texts._HEADS_OF_SUBJECT,
        texts._HEADS_OF_PLACE,
        texts._NUMBERS.replace("?", ":case"),
    ):
        with book.begin():
            plan = [row["detail"] for row in book._connection.execute("EXPLAIN QUERY PLAN " + sql, values)]
        assert plan
        assert all("SEARCH" in line for line in plan if "TEMP B-TREE" not in line), plan


def test_another_case_cannot_supersede(book: Book, case_id: str) -> None:
    """An entry that names a parent in another case leaves that case's answers standing."""
    first = _entry(case_id)
    with book.begin("answer") as work:
        work.entries.append(first)
        work.entries.append(_entry(new_id(), first.id))
        assert work.entries.heads(case_id) == (first,)
        work.entries.rebuild()
        assert work.entries.heads(case_id) == (first,)


@pytest.mark.parametrize(
    "elsewhere",
    [{"key": "@decision"}, {"subject": "other"}, {"stream": Stream.REVIEW}],
    ids=["key", "subject", "stream"],
)
@pytest.mark.parametrize("child_first", [False, True])
def test_an_entry_supersedes_only_in_its_own_place(
    book: Book, case_id: str, elsewhere: dict[str, object], *, child_first: bool
) -> None:
    """Naming what was said under another subject, key or stream hides nothing, whichever comes first."""
    said = _entry(case_id).model_copy(update=elsewhere)
    other = _entry(case_id, said.id)
    with book.begin("answer") as work:
        for item in (other, said) if child_first else (said, other):
            work.entries.append(item)
        kept = work.entries.heads(case_id)
        assert {item.id for item in kept} == {said.id, other.id}
        work.entries.rebuild()
        assert work.entries.heads(case_id) == kept
    assert {item.id for item in heads([said, other])} == {said.id, other.id}


def test_nobody_gets_into_another_persons_chain(book: Book, case_id: str) -> None:
    """An entry that names this laptop under another author is not the one that the next is chained to."""
    mine = _entry(case_id)
    theirs = _entry(case_id).model_copy(update={"author": "somebody else"})
    with book.begin("answer") as work:
        work.entries.append(mine)
        work.entries.append(theirs)
        assert work.entries.last_of_device(case_id, "device", "author") == mine.hash


def test_a_chain_goes_on_after_what_another_book_wrote(vault: Vault, case_id: str) -> None:
    """Two connections in turn, and one that is undone: each entry's predecessor is the last one that was kept."""
    books, before = (vault.book(), vault.book()), None
    for number in range(12):
        entry = _entry(case_id)
        with suppress(RuntimeError), books[number % 3 % 2].begin("answer") as work:
            assert work.entries.last_of_device(case_id, "device", "author") == before
            assert work.entries.last_of_device(case_id, "device") == before
            work.entries.append(entry)
            assert work.entries.last_of_device(case_id, "device", "author") == entry.hash
            if number % 4 == 2:
                raise RuntimeError
            before = entry.hash
    with books[0].begin() as work:
        assert work.entries.last_of_device(case_id, "device", "author") == before
        assert work.audit.verify().faults == ()


def test_a_child_that_another_book_brought_first_keeps_its_parent_from_the_heads(vault: Vault, case_id: str) -> None:
    """What is waited for is known to every book, also to one that had looked and found nothing."""
    one, other = vault.book(), vault.book()
    parent = _entry(case_id)
    child = _entry(case_id, parent.id)
    with one.begin("answer") as work:
        work.entries.append(_entry(case_id, key="elsewhere"))
    with other.begin("answer") as work:
        work.entries.append(child)
    with one.begin("answer") as work:
        work.entries.append(parent)
        assert work.entries.heads(case_id, "subject", child.key) == (child,)


def test_an_assessment_stays_in_the_case_where_it_was_started(book: Book, case_id: str) -> None:
    """A later case that claims it does not take it over."""
    with book.begin("answer") as work:
        for case in (case_id, new_id()):
            work.entries.append(_entry(case, key="@assessment"))
        assert work.entries.case_of("subject") == case_id


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[list[Entry], list[Entry]]:
    """A history of up to nine entries, and the order (repeats and gaps too) in which some of it arrives."""
    case = new_id()
    names = [new_id() for _ in range(draw(st.integers(1, 9)))]
    history = []
    for place, name in enumerate(names):
        parents = draw(st.sets(st.sampled_from(names[:place]), max_size=3)) if place else set()
        stream = draw(st.sampled_from([Stream.ANSWERS, Stream.PLAN]))
        made = _entry(case, *sorted(parents), key=draw(st.sampled_from("ab")), entry_id=name)
        history.append(made.model_copy(update={"stream": stream}))
    return history, draw(st.lists(st.sampled_from(history), max_size=14))


class UndoError(Exception):
    """Leaves a unit of work so that nothing of it stays."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(arrivals())
def test_heads_do_not_depend_on_the_order_of_arrival(book: Book, example: tuple[list[Entry], list[Entry]]) -> None:
    """Kept heads equal the definition and the rebuilt ones, after every arrival; none is lost when all are in."""
    history, order = example
    case = history[0].case

    def compare(work: Work, present: dict[str, Entry]) -> None:
        expected = {item.id for item in heads(present.values())}
        kept = work.entries.heads(case)
        assert {item.id for item in kept} == expected
        awaited = _dump(book)
        work.entries.rebuild()
        assert work.entries.heads(case) == kept
        assert _dump(book) == awaited

    with pytest.raises(UndoError), book.begin("receive") as work:  # noqa: PT012 — the unit is the block
        present: dict[str, Entry] = {}
        for item in order:
            assert work.entries.append(item) == (item.id not in present)
            present[item.id] = item
            compare(work, present)
        for item in history:
            work.entries.append(item)
        compare(work, {item.id: item for item in history})
        raise UndoError


def _dump(book: Book) -> list[tuple[object, ...]]:
    rows = book._connection.execute("SELECT * FROM awaited ORDER BY parent").fetchall()
    return [tuple(row) for row in rows]
