"""The audit: who did what, and that nobody changed it since."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hsb_assess.vault.audit import chained

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.book import Book
    from hsb_assess.vault.opening import Vault
    from tests.unit.vault.conftest import Made, StandingClock


def test_a_row_says_who_did_what_and_when(
    book: Book, made: Made, say: Callable[..., Entry], case_id: str, clock: StandingClock
) -> None:
    """One row a unit, with the entries' hashes, the other rows' digests, the notes, actor and time."""
    with book.begin("answer", case=case_id) as work:
        entries = [say(work, case_id, f"M01.q{number}", "text") for number in range(2)]
        work.settings.put("a", 1)
        work.audit.note("view", "M09.note", {"why": "supervision"})
    clock.move(timedelta(hours=-2))
    with book.begin("export") as work:
        work.audit.note("export", "document")
    with book.begin() as work:
        first, second = work.audit.rows()[-2:]
        assert (first.act, first.actor, first.device) == ("answer", made.identity.person, made.identity.device)
        assert first.entries == tuple(entry.hash for entry in entries)
        assert [(c.table, c.name, c.content) for c in first.changes] == [
            ("setting", "a", hashlib.sha256(b"1").hexdigest())
        ]
        assert [(n.action, n.object, n.detail) for n in first.notes] == [("view", "M09.note", {"why": "supervision"})]
        assert (first.at, first.case) == ("2026-11-22T12:00:00.000+00:00", case_id)
        assert not first.clock_set_back
        assert (second.at, second.seen) == ("2026-11-22T10:00:00.000+00:00", first.at)
        assert second.clock_set_back
        assert work.audit.rows(case_id) == (first,)
        verdict = work.audit.verify()
        assert (verdict.rows, verdict.head, verdict.faults) == (second.seq, second.hash, ())


def test_the_chain_has_a_fixed_form() -> None:
    """Length-prefixed, so that nothing can move from one part into the next."""
    assert chained("ab", b"{}") == hashlib.sha256(b"\0" * 7 + b"\x02ab" + b"\0" * 7 + b"\x02{}").hexdigest()
    assert chained("a", b"b{}") != chained("ab", b"{}")


@pytest.fixture
def filled(vault: Vault, say: Callable[..., Entry], case_id: str) -> Book:
    """Ten audited answers, and a connection that lets itself be tampered with."""
    book = vault.book()
    for number in range(10):
        with book.begin("answer", case=case_id) as work:
            say(work, case_id, f"M01.q{number}", f"text {number}")
    for trigger in ("audit_stands", "audit_stays", "entry_stands"):
        book._connection.execute(f"DROP TRIGGER {trigger}")
    return book


def _codes(book: Book) -> set[str]:
    with book.begin() as work:
        return {fault.code for fault in work.audit.verify().faults}


def _rows(book: Book) -> list[tuple[int, str, str]]:
    return [tuple(row) for row in book._connection.execute("SELECT seq, payload, hash FROM audit ORDER BY seq")]


@pytest.mark.parametrize("place", range(0, 11, 2))
def test_an_edit_a_deletion_and_a_changed_order_are_found(filled: Book, place: int) -> None:
    """At the beginning, in the middle and, but for a deletion, at the end."""
    kept = _rows(filled)
    run = filled._connection.execute
    seq, payload, _ = kept[place]  # never the last: a deletion there is the next but one test's
    edited = json.dumps({**json.loads(payload), "act": "other"})

    def restore() -> None:
        run("DELETE FROM audit")
        filled._connection.executemany("INSERT INTO audit VALUES (?, ?, ?)", kept)
        assert _codes(filled) == set()

    run("UPDATE audit SET payload = ? WHERE seq = ?", (edited, seq))
    assert "audit_altered" in _codes(filled)
    restore()
    run("DELETE FROM audit WHERE seq = ?", (seq,))
    assert _codes(filled) & {"audit_gap", "audit_altered"}
    restore()
    run("UPDATE audit SET seq = -1 WHERE seq = ?", (seq,))
    run("UPDATE audit SET seq = ? WHERE seq = ?", (seq, seq + 1))
    run("UPDATE audit SET seq = ? WHERE seq = -1", (seq + 1,))
    assert _codes(filled) & {"audit_gap", "audit_altered"}
    restore()
    run("UPDATE audit SET payload = 'no JSON' WHERE seq = ?", (seq,))
    assert "audit_altered" in _codes(filled)


def test_entries_and_audit_are_held_against_each_other(filled: Book) -> None:
    """An entry that vanished, and one that came without a unit of work, are found."""
    run = filled._connection.execute
    run("DELETE FROM head")
    run("DELETE FROM entry WHERE seq = 3")
    assert _codes(filled) == {"entry_missing"}
    run("UPDATE entry SET hash = 'slipped in' WHERE seq = 4")
    assert _codes(filled) == {"entry_missing", "entry_unaudited"}


def test_a_cut_tail_shows_only_outside(filled: Book) -> None:
    """Cut with its entries, the chain is whole: a head that was kept elsewhere is what tells."""
    with filled.begin() as work:
        head = work.audit.verify().head
    run = filled._connection.execute
    run("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")
    assert _codes(filled) == {"entry_unaudited"}
    run("DELETE FROM head")
    run("DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)")
    with filled.begin() as work:
        verdict = work.audit.verify()
    assert verdict.faults == ()
    assert verdict.head != head
