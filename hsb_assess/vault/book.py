"""The book: an open vault's units of work. It can begin one and close, and nothing else."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.audit import Audit
from hsb_assess.vault.erasures import Erasures
from hsb_assess.vault.file import checkpoint, damaged, plain_errors, read_only_vault
from hsb_assess.vault.kept import Kept
from hsb_assess.vault.stores import Caseload, Contacts, Definitions, Documents, Drafts, Settings
from hsb_assess.vault.stores_entries import Entries
from hsb_assess.vault.stores_parcels import Parcels
from hsb_assess.vault.stores_search import Search
from hsb_assess.vault.trail import Trail
from hsb_assess.vault.unit import Unit, utc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hsb_assess.domain.clock import Clock
    from hsb_assess.vault.file import Connection

__all__ = ["READ", "Book", "Work"]

READ: Final = "read"
_CLOSE_SECONDS: Final = 2.0


def _free() -> HsbAssessError | None:
    """Bar nothing."""
    return None


def _nowhere(_seq: int, _hash: str) -> None:
    """Keep a checkpoint nowhere."""


def _nobody() -> None:
    """Tell no other book."""


class Work:
    """What may be read and written while one unit of work lasts; ``at`` is when it began (UTC).

    ``case`` is what its audit row says it was about; an act that learns it only inside the unit sets it there.
    """

    def __init__(self, unit: Unit, vault: str, case: str | None) -> None:
        self.at = unit.at
        self.case = case
        self.entries = Entries(unit)
        self.drafts = Drafts(unit)
        self.audit = Audit(unit, vault)
        self.trail = Trail(unit)
        self.definitions = Definitions(unit)
        self.documents = Documents(unit)
        self.contacts = Contacts(unit)
        self.parcels = Parcels(unit)
        self.settings = Settings(unit)
        self.caseload = Caseload(unit)
        self.erasures = Erasures(unit)
        self.search = Search(unit)
        self._unit = unit

    @property
    def version(self) -> int:
        """A number of the state that is read, which changes with every commit of another connection, and not with one's own."""
        return int(self._unit.reading().execute("PRAGMA data_version").fetchone()[0])


class Book:
    """One connection to the vault. Threads may share it in turn, not at once.

    ``actor`` is the person and ``device`` the laptop that its audit rows name. ``barred`` returns why nothing may be
    written now, or ``None``; ``anchored`` takes number and hash of a committed row that is to be kept outside;
    ``forgotten`` tells every book of the vault that a case is gone.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        vault: str,
        actor: str,
        device: str,
        clock: Clock,
        read_only: bool,
        barred: Callable[[], HsbAssessError | None] = _free,
        anchored: Callable[[int, str], object] = _nowhere,
        forgotten: Callable[[], object] = _nobody,
    ) -> None:
        self._connection = connection
        self._connection.row_factory = dbapi2.Row
        self._vault = vault
        self._actor = actor
        self._device = device
        self._clock = clock
        self._busy = threading.Lock()
        self._closed = False
        self._kept = Kept()
        self.read_only = read_only
        self._barred = barred
        self._anchored = anchored
        self._forgotten = forgotten
        self._stale = False

    @contextmanager
    def begin(self, act: str = READ, *, case: str | None = None, write: bool = True) -> Iterator[Work]:
        """Begin a unit of work named ``act``, about ``case``.

        With a name of its own it writes: one IMMEDIATE transaction, durable when the block is left, undone
        whole by any exception, with one audit row if it changed or noted anything (drafts and the caseload
        alone leave none). ``begin()`` and ``write=False`` read one consistent snapshot; writing in them
        raises ``unit_reads_only``. Codes: ``unit_open`` (another one is open on this book),
        ``vault_read_only``, ``vault_older``, ``disk_full``, ``vault_busy``, ``vault_damaged``, ``vault_io``.
        """
        if not self._busy.acquire(blocking=False):
            raise _unit_open()
        try:
            if self._closed:
                raise HsbAssessError("book_closed", "The vault is locked.", "Unlock it and try again.")
            writing = write and act != READ
            if writing and self.read_only:
                raise read_only_vault()
            if writing and (reason := self._barred()) is not None:
                raise reason
            with plain_errors():
                self._start(writing=writing)
                unit = self._unit(writing=writing)
                work = Work(unit, self._vault, case)
                try:
                    yield work
                    if writing:
                        work.audit.write_row(act, self._actor, self._device, work.case)
                    self._connection.execute("COMMIT")
                except BaseException as error:
                    spoilt = not isinstance(error, HsbAssessError | dbapi2.Error) and self._is_spoilt()
                    self._undo()
                    if spoilt:
                        raise damaged() from error
                    raise
                finally:
                    unit.over = True
            self._afterwards(unit)
        finally:
            self._busy.release()

    def _unit(self, *, writing: bool) -> Unit:
        if self._stale:
            self._stale = False
            self._kept.clear()
        return Unit(self._connection, utc(self._clock.now()), writing, self._kept)

    def _afterwards(self, unit: Unit) -> None:
        """Do what a unit asked for, now that it is committed."""
        if unit.anchor and unit.row is not None:
            self._anchored(*unit.row)
        if unit.forget:
            self._let_go()

    def forget(self) -> None:
        """Let go of every entry that was read before, when the next unit begins; harmless from any thread."""
        self._stale = True

    def _let_go(self) -> None:
        """Have nothing of an erased case in any book, nor in the write-ahead file."""
        self.forget()
        self._forgotten()
        with suppress(HsbAssessError):  # somebody reads, or the disk is full: closing the vault does it again
            checkpoint(self._connection)

    def _start(self, *, writing: bool) -> None:
        self._connection.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
        if not writing:
            # The snapshot is taken by the first read, so there is one at once.
            self._connection.execute("SELECT 1 FROM meta LIMIT 1").fetchone()

    def _is_spoilt(self) -> bool:
        """Say whether a page did not fit: what failed on its zeros is then no fault of the program.

        SQLCipher hands the first page that fails its check out as zeros, and refuses what comes after it: another
        page, and the end of the transaction. So what was read is never believed, but the end of a long text, on a page
        of its own, may be stumbled over before that.
        """
        try:
            self._connection.execute("SELECT max(seq) FROM audit").fetchone()
        except dbapi2.Error:
            return True
        return False

    def _undo(self) -> None:
        self._kept.clear()  # it may hold what was appended and is undone now; its numbers come again
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except dbapi2.Error:
            # Whatever keeps it from rolling back, a closed connection cannot commit; the cause is on its way up.
            self._closed = True
            self._connection.close()

    def close(self) -> None:
        """Close; waits up to two seconds for another thread's unit, breaks its statement off, then ``unit_open``."""
        if not self._busy.acquire(timeout=_CLOSE_SECONDS):
            self._connection.interrupt()
            if not self._busy.acquire(timeout=_CLOSE_SECONDS):
                raise _unit_open()
        try:
            if not self._closed:
                self._closed = True
                self._kept.clear()
                self._connection.close()
        finally:
            self._busy.release()


def _unit_open() -> HsbAssessError:
    return HsbAssessError(
        "unit_open", "Another change to the vault is still being made.", "Wait a moment and try again."
    )
