"""The unit of work: all or nothing, one at a time, a still picture for readers, plain words for failures."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.opening import unlock_with_recovery

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.book import Book
    from hsb_assess.vault.opening import Vault
    from tests.unit.vault.conftest import Made, StandingClock


def test_an_exception_undoes_everything(book: Book, say: Callable[..., Entry], case_id: str) -> None:
    """Entries, drafts, settings and the audit row go together."""

    def count() -> int:
        with book.begin() as work:
            return len(work.audit.rows())

    before = count()
    with pytest.raises(KeyboardInterrupt), book.begin("answer", case=case_id) as work:  # noqa: PT012 — the unit is the block
        say(work, case_id, "M01.reason", "text")
        work.drafts.put(case_id, "s", "k", {"value": "typing"})
        work.settings.put("a", 1)
        raise KeyboardInterrupt
    with book.begin() as work:
        assert work.entries.of_case(case_id) == ()
        assert work.drafts.all() == ()
        assert work.settings.get("a", "none") == "none"
    assert count() == before


def test_one_unit_at_a_time(book: Book) -> None:
    """A unit inside a unit, or beside it from another thread, is refused, and the first one goes on."""
    with book.begin("outer") as work:
        with pytest.raises(HsbAssessError, match="unit_open"), book.begin():
            pass
        caught: list[str] = []

        def other() -> None:
            try:
                with book.begin("other"):
                    pass
            except HsbAssessError as error:
                caught.append(error.code)

        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        assert caught == ["unit_open"]
        work.settings.put("a", 1)
    with book.begin() as work:
        assert work.settings.get("a") == 1


def test_a_reader_sees_one_moment(vault: Vault, say: Callable[..., Entry], case_id: str) -> None:
    """What is written while a reading unit lasts is seen by the next one."""
    writer, reader = vault.book(), vault.book(read_only=True)
    with reader.begin() as before:
        with writer.begin("answer") as work:
            say(work, case_id, "M01.reason", "text")
        assert before.entries.count() == 0
    with reader.begin() as after:
        assert after.entries.count() == 1


def test_reading_units_do_not_write(vault: Vault, book: Book) -> None:
    """Neither a plain begin nor ``write=False`` writes, nor does a read-only book, whatever it is asked."""
    for arguments in ({}, {"act": "view", "write": False}, {"act": "read", "write": True}):
        with pytest.raises(HsbAssessError, match="unit_reads_only"), book.begin(**arguments) as work:
            work.settings.put("a", 1)
        with pytest.raises(HsbAssessError, match="unit_reads_only"), book.begin(**arguments) as work:
            work.audit.note("view", "x")
    reader = vault.book(read_only=True)
    with pytest.raises(HsbAssessError, match="vault_read_only"), reader.begin("answer"):
        pass
    with pytest.raises(HsbAssessError, match="vault_read_only"), reader.begin() as work:
        reader._connection.execute("INSERT INTO setting VALUES ('a', '1')")
    with reader.begin() as work:
        assert work.settings.get("a") is None


def test_a_finished_unit_is_of_no_more_use(book: Book) -> None:
    """A store that somebody kept cannot write outside a transaction."""
    with book.begin("first") as work:
        work.settings.put("a", 1)
    with pytest.raises(RuntimeError):
        work.settings.put("a", 2)
    with pytest.raises(RuntimeError):
        work.settings.get("a")


def test_scratch_leaves_no_trace_in_the_audit(book: Book, case_id: str) -> None:
    """Typing is not audited key by key; what is sealed, changed or noted is, in one row."""
    with book.begin() as work:
        before = len(work.audit.rows())
    with book.begin("type", case=case_id) as work:
        work.drafts.put(case_id, "s", "k", {"value": "typing"})
        work.caseload.upsert(case_id, {"name": "AB"})
    with book.begin("nothing", case=case_id):
        pass
    with book.begin("view", case=case_id) as work:
        work.audit.note("view", "M09.note")
        work.settings.put("a", 1)
    with book.begin() as work:
        assert [row.act for row in work.audit.rows()[before:]] == ["view"]


def test_a_full_disk_is_named_and_loses_nothing(book: Book, say: Callable[..., Entry], case_id: str) -> None:
    """SQLite's own limit stands for the disk here; a real one is in test_killed."""
    with book.begin("answer") as work:
        kept = say(work, case_id, "M01.reason", "kept")
    book._connection.set_authorizer(None)
    pages = book._connection.execute("PRAGMA page_count").fetchone()[0]
    book._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(HsbAssessError, match="disk_full"), book.begin("answer") as work:  # noqa: PT012 — likewise
        for number in range(200):
            say(work, case_id, f"M01.q{number}", "lost " * 500)
    with book.begin() as work:
        assert work.entries.of_case(case_id) == (kept,)
    book._connection.execute("PRAGMA max_page_count = 1000000")
    with book.begin("answer") as work:
        say(work, case_id, "M01.more", "more")
        assert work.audit.verify().faults == ()


def test_two_writers_wait_for_each_other(vault: Vault) -> None:
    """Eighty writes from two books in two threads: none is lost, none is refused."""
    books = [vault.book(), vault.book()]

    def write(book: Book, start: int) -> None:
        for number in range(start, start + 40):
            with book.begin("count") as work:
                work.settings.put(str(number), number)

    threads = [threading.Thread(target=write, args=(book, 100 * place)) for place, book in enumerate(books)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with books[0].begin() as work:
        assert all(work.settings.get(str(number)) == number for number in (*range(40), *range(100, 140)))
        assert work.audit.verify().faults == ()


def test_what_cannot_be_rolled_back_is_closed(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """A book whose rollback fails commits nothing ever again."""
    connection = book._connection

    class Broken:
        in_transaction = True

        def execute(self, sql: str, parameters: tuple[object, ...] = ()) -> object:
            if sql == "ROLLBACK":
                raise dbapi2.OperationalError("broken")
            return connection.execute(sql, parameters)

        def close(self) -> None:
            connection.close()

    monkeypatch.setattr(book, "_connection", Broken())
    with pytest.raises(ZeroDivisionError), book.begin("answer") as work:  # noqa: PT012 — likewise
        work.settings.put("a", 1)
        raise ZeroDivisionError
    with pytest.raises(HsbAssessError, match="book_closed"), book.begin():
        pass


def test_a_closed_book_is_refused(vault: Vault) -> None:
    """After the lock nothing is read."""
    book = vault.book()
    book.close()
    book.close()
    with pytest.raises(HsbAssessError, match="book_closed"), book.begin():
        pass


def test_a_long_text_whose_end_is_damaged_is_never_read_as_something_else(made: Made, clock: StandingClock) -> None:
    """Each page in turn: SQLCipher hands the first bad one out as zeros, and the unit of work says what that was."""
    with unlock_with_recovery(made.folder, made.recovery, clock=clock) as vault, vault.unit("long") as work:
        work.settings.put("long", "words " * 3000)
    path = made.folder / "vault.db"
    whole = path.read_bytes()
    found = []
    for page in range(len(whole) // 4096):
        spoilt = bytearray(whole)
        spoilt[page * 4096 + 2000] ^= 1
        path.write_bytes(spoilt)
        try:
            with unlock_with_recovery(made.folder, made.recovery, clock=clock) as vault, vault.unit() as work:
                read = work.settings.get("long")
        except HsbAssessError as error:
            read = error.code
        found.append(read)  # what was read counts once its unit of work is over
    assert set(found) <= {"vault_damaged", "words " * 3000}
    assert found.count("vault_damaged") > 5
