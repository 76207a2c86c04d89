"""Making a vault, unlocking it, and the vault while it is unlocked."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from secrets import token_bytes
from typing import TYPE_CHECKING, Self

from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.trust.identity import Identity
from hsb_assess.vault import calibration, failures, recoverykey, rekeying
from hsb_assess.vault.backup import Source
from hsb_assess.vault.book import READ, Book
from hsb_assess.vault.file import check_header, checkpoint, new_database, open_database, plain_errors
from hsb_assess.vault.folder import (
    DATABASE,
    SLOTS,
    UNFINISHED,
    FolderLock,
    announce,
    clear_unfinished,
    disk_errors,
    make_private,
    must_be_vault,
    prepare,
    replace_file,
    sync_folder,
)
from hsb_assess.vault.keys import KEY_BYTES, Header, KdfParameters, Secrets, SlotFile, wipe
from hsb_assess.vault.medium import must_be_local
from hsb_assess.vault.migrations import migrate
from hsb_assess.vault.outside import Outside
from hsb_assess.vault.restoring import clear_staging
from hsb_assess.vault.unit import utc
from hsb_assess.vault.updating import bring_up_to_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from hsb_assess.domain.clock import Clock
    from hsb_assess.vault.anchors import AnchorStore, Checkpoint, Older
    from hsb_assess.vault.book import Work

__all__ = ["Created", "Vault", "create", "unlock", "unlock_with_recovery"]

PASSPHRASE, RECOVERY = "passphrase", "recovery"


@dataclass(frozen=True)
class Created:
    """A new vault's id, and the recovery key to print: it is shown once and kept nowhere."""

    vault: str
    recovery_key: str = field(repr=False)


def create(
    folder: Path, passphrase: str, identity: Identity, *, kdf: KdfParameters | None = None, clock: Clock | None = None
) -> Created:
    """Make a vault for ``identity`` in ``folder``, which is empty, absent, or holds a half-made vault.

    Until the last step the database bears another name: a vault is there whole or not at all. Codes:
    ``folder_not_empty``, ``vault_in_use``, ``passphrase_empty``, ``disk_full``, ``vault_read_only``.
    """
    clock = clock or SystemClock()
    must_be_local(folder)
    at = utc(clock.now())
    prepare(folder)
    lock = FolderLock(folder)
    lock.acquire()
    secrets = Secrets(bytearray(token_bytes(KEY_BYTES)), bytearray(identity.to_bytes()))
    recovery = recoverykey.new_recovery_key()
    try:
        clear_unfinished(folder)
        header = Header(vault=new_id(), created=at)
        slots = SlotFile(header).with_passphrase(passphrase, secrets, kdf or calibration.for_this_computer())
        slots = slots.with_recovery(recovery, secrets)
        _make_database(folder / UNFINISHED, secrets, header, identity, clock)
        replace_file(folder / SLOTS, slots.to_bytes())
        make_private(folder)
        announce(folder)
        return Created(header.vault, recoverykey.printed(recovery))
    finally:
        secrets.wipe()
        wipe(recovery)
        lock.release()


def _make_database(path: Path, secrets: Secrets, header: Header, identity: Identity, clock: Clock) -> None:
    connection = new_database(path, secrets.vault_key)
    try:
        migrate(connection, header.created)
        with plain_errors():
            connection.execute("INSERT INTO meta VALUES ('vault', ?), ('created', ?)", (header.vault, header.created))
        book = Book(
            connection, vault=header.vault, actor=identity.person, device=identity.device, clock=clock, read_only=False
        )
        with book.begin("create") as work:
            work.audit.note("create", header.vault)
        checkpoint(connection)
    finally:
        connection.close()
    with disk_errors():
        sync_folder(path.parent)


def unlock(folder: Path, passphrase: str, *, clock: Clock | None = None, anchors: Sequence[AnchorStore] = ()) -> Vault:
    """Unlock with the passphrase; ``anchors`` are the places outside that say how far the vault had come.

    Codes: ``not_a_vault``, ``vault_unfinished``, ``vault_missing``, ``slots_missing``, ``vault_in_use``,
    ``slots_damaged``, ``kdf_out_of_bounds``, ``wrong_passphrase``, ``vault_empty``, ``vault_not_encrypted``,
    ``vault_damaged``, ``vault_mismatch``, ``vault_newer``, ``vault_read_only``, ``disk_full``, ``too_many_tries``.
    """
    return Vault(folder, passphrase, PASSPHRASE, clock or SystemClock(), anchors)


def unlock_with_recovery(
    folder: Path, key: str, *, clock: Clock | None = None, anchors: Sequence[AnchorStore] = ()
) -> Vault:
    """Unlock with the printed key; codes as :func:`unlock`, ``recovery_key_typo`` and ``wrong_recovery_key``."""
    return Vault(folder, key, RECOVERY, clock or SystemClock(), anchors)


def _cost_of(slots: SlotFile) -> KdfParameters:
    """Return what a new passphrase costs to guess; a passphrase slot that is damaged has no say in it."""
    here = calibration.for_this_computer()
    try:
        return calibration.stronger(here, slots.kdf())
    except HsbAssessError:
        return here


class Vault:
    """An unlocked vault: its owner's ``identity``, its id, its books. Made by :func:`unlock`.

    ``opened_with`` is ``passphrase`` or ``recovery``. It holds the folder's lock until :meth:`close`.
    Where it is older than when it was last seen (:attr:`older`), its books only read until somebody explains.
    """

    def __init__(self, folder: Path, secret: str, slot: str, clock: Clock, anchors: Sequence[AnchorStore] = ()) -> None:
        must_be_local(folder)
        must_be_vault(folder)
        self.folder = folder
        self.opened_with = slot
        self._outside = Outside(anchors)
        self._clock = clock
        self._lock = FolderLock(folder)
        self._books: list[Book] = []
        self._key = bytearray()
        self._lock.acquire()
        try:
            clear_staging(folder)
            slots = self._slots()
            self._outside.look(slots.header.vault)
            self.id = slots.header.vault
            secrets = self._secrets(slots, secret)
            self._key[:] = secrets.vault_key
            try:
                self.identity = Identity.from_bytes(bytes(secrets.identity))
            finally:
                secrets.wipe()
            rekeying.clear_copy(folder)
            make_private(folder)
            check_header(folder / DATABASE)
            self._settle()
        except BaseException:
            wipe(self._key)
            self._lock.release()
            raise

    @staticmethod
    def locked_by_other(folder: Path) -> bool:
        """Say whether somebody, here or in another process, has the vault in ``folder`` open now."""
        must_be_vault(folder)
        lock = FolderLock(folder)
        try:
            lock.acquire()
        except HsbAssessError as error:
            if error.code != "vault_in_use":
                raise
            return True
        lock.release()
        return False

    def book(self, *, clock: Clock | None = None, read_only: bool = False) -> Book:
        """Open a connection of its own to the vault; ``clock`` defaults to the one it was unlocked with."""
        return self._book(clock=clock, read_only=read_only, barred=self._outside.barred)

    def _book(
        self,
        *,
        clock: Clock | None = None,
        read_only: bool = False,
        barred: Callable[[], HsbAssessError | None] = lambda: None,
    ) -> Book:
        """Open a book; the vault's own are never barred."""
        if not self._key:
            raise HsbAssessError("book_closed", "The vault is locked.", "Unlock it and try again.")
        connection = open_database(self.folder / DATABASE, self._key, vault=self.id, read_only=read_only)
        book = Book(
            connection,
            vault=self.id,
            actor=self.identity.person,
            device=self.identity.device,
            clock=clock or self._clock,
            read_only=read_only,
            barred=barred,
            anchored=self._anchored,
        )
        self._books.append(book)
        return book

    @contextmanager
    def unit(self, act: str = READ) -> Iterator[Work]:
        """Begin one unit of work in a book of its own, which is closed with it; an older vault does not bar it."""
        book = self._book(read_only=act == READ)
        try:
            with book.begin(act) as work:
                yield work
        finally:
            self._books.remove(book)
            book.close()

    @contextmanager
    def lend(self) -> Iterator[Source]:
        """Lend the key to whoever makes or verifies a backup, beside the books; it is overwritten afterwards."""
        if not self._key:
            raise HsbAssessError("book_closed", "The vault is locked.", "Unlock it and try again.")
        lent = Source(self.folder, self.id, bytearray(self._key))
        try:
            yield lent
        finally:
            wipe(lent.key)

    def _anchored(self, size: int, head: str) -> int:
        return self._outside.keep(self.id, self.identity, size, head)

    @property
    def older(self) -> Older | None:
        """How this vault falls short of what was last seen of it, or ``None``."""
        return self._outside.older

    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """Return how far the vault had come as the places outside knew it at unlock, the furthest first."""
        return self._outside.checkpoints(self.id, self.identity)[0]

    def explain_older(self, name: str, role: str, reason: str) -> None:
        """Record a second person's explanation why the vault is older, and let it be written in again.

        Codes: ``explanation_needed`` (something is empty), ``second_person`` (it is the vault's own person).
        """
        explanation = self._outside.explanation(self.identity, name, role, reason)
        with self.unit("older_explained") as work:
            self._outside.explain(work, self.id, explanation)
        self._outside.older = None
        with self.unit() as work:
            last = work.audit.last()
        self._anchored(*last)

    def confirm(self, secret: str) -> None:
        """Raise unless ``secret`` is what this vault was opened with: asked again before signing."""
        self._again(secret)[1].wipe()

    def change_passphrase(self, current: str, new: str, *, kdf: KdfParameters | None = None) -> None:
        """Seal the passphrase slot with ``new``; ``current`` is what the vault was opened with.

        The vault key stays: a backup made before still opens with the old passphrase. Without ``kdf`` the new
        passphrase is as dear to guess as this computer bears, and never cheaper than before.
        """
        slots, secrets = self._again(current)
        try:
            cost = kdf or _cost_of(slots)
            self._replace(slots.with_passphrase(new, secrets, cost), PASSPHRASE)
        finally:
            secrets.wipe()

    def renew_recovery_key(self, current: str, new: str) -> None:
        """Seal the recovery slot with the printed key ``new``, which came back from paper; the old one opens no more."""
        slots, secrets = self._again(current)
        try:
            key = recoverykey.typed(new)
            try:
                self._replace(slots.with_recovery(key, secrets), RECOVERY)
            finally:
                wipe(key)
        finally:
            secrets.wipe()

    def rekey(self, current: str, recovery: str, *, kdf: KdfParameters | None = None) -> None:
        """Give the vault a new key, sealed by the passphrase ``current`` and the new recovery key ``recovery``.

        The books are closed for it. Copies that were made before stay readable with what opened them then. Codes:
        ``rekey_needs_passphrase``, those of :meth:`confirm` and of :func:`rekeying.stage`.
        """
        if self.opened_with != PASSPHRASE:
            raise HsbAssessError(
                "rekey_needs_passphrase",
                "The vault's key is renewed with the passphrase, and the vault was opened with something else.",
                "Set a new passphrase, unlock with it, and try again.",
            )
        if (barred := self._outside.barred()) is not None:
            raise barred
        slots, secrets = self._again(current)
        fresh = Secrets(bytearray(token_bytes(KEY_BYTES)), bytearray(secrets.identity))
        printed = recoverykey.typed(recovery)
        try:
            new = SlotFile(slots.header).with_passphrase(current, fresh, kdf or _cost_of(slots))
            new = new.with_recovery(printed, fresh)
            for book in self._books:
                book.close()
            self._books.clear()
            rekeying.stage(self.folder, self.id, self._key, fresh.vault_key, self.identity, self._clock)
            replace_file(self.folder / SLOTS, slots.with_next(new).to_bytes())
            rekeying.take_over(self.folder)
            self._key[:] = fresh.vault_key
            open_database(self.folder / DATABASE, self._key, vault=self.id).close()
            replace_file(self.folder / SLOTS, new.to_bytes())
        finally:
            secrets.wipe()
            fresh.wipe()
            wipe(printed)

    def close(self) -> None:
        """Close the books, empty the write-ahead file, overwrite the key, let go of the folder. Harmless twice.

        With a full disk it raises ``disk_full`` after letting go: what was committed stays in the write-ahead file.
        Record text stays in this process's memory: locking means ending the process. Last of all, a checkpoint of
        the audit is kept outside.
        """
        if not self._key:
            return
        for book in self._books:
            book.close()
        last = None
        try:
            connection = open_database(self.folder / DATABASE, self._key, vault=self.id)
            try:
                last = connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
                checkpoint(connection)
            finally:
                connection.close()
        finally:
            wipe(self._key)
            self._key = bytearray()
            self._lock.release()
        if last is not None:
            self._anchored(*last)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _slots(self) -> SlotFile:
        with disk_errors():
            data = (self.folder / SLOTS).read_bytes()
        return SlotFile.from_bytes(data)

    def _secrets(self, slots: SlotFile, secret: str) -> Secrets:
        key = None if self.opened_with == PASSPHRASE else recoverykey.typed(secret)
        try:
            with failures.counted(self.folder, self.opened_with, utc(self._clock.now())):
                opened = self._each_opened(slots, secret, key)
        finally:
            wipe(key or bytearray())
        if not slots.next:
            return opened[0].secrets
        found = rekeying.settle(self.folder, self.id, opened)
        for each in opened:
            if each is not found:
                each.secrets.wipe()
        return found.secrets

    @staticmethod
    def _each_opened(slots: SlotFile, secret: str, key: bytearray | None) -> list[rekeying.Opened]:
        """Open one set of slots, or both while the key is being renewed; raises what the last one said if none opens."""
        opened: list[rekeying.Opened] = []
        refused: HsbAssessError | None = None
        for each in slots.apart():
            try:
                secrets = each.open_with_passphrase(secret) if key is None else each.open_with_recovery(key)
                opened.append(rekeying.Opened(each, secrets))
            except HsbAssessError as error:
                refused = error
        if not opened and refused is not None:
            raise refused
        return opened

    def _again(self, secret: str) -> tuple[SlotFile, Secrets]:
        slots = self._slots()
        secrets = self._secrets(slots, secret)
        if secrets.vault_key == self._key:
            return slots, secrets
        secrets.wipe()
        raise HsbAssessError(
            "slots_damaged",
            "The vault's key file was exchanged while the vault was open.",
            "Put keys.json back from a backup of this vault.",
        )

    def _replace(self, slots: SlotFile, slot: str) -> None:
        # Inside the unit: if the file cannot be replaced, the audit does not say that it was.
        with self.unit("change_keys") as work:
            work.audit.note("change_slot", slot)
            replace_file(self.folder / SLOTS, slots.to_bytes())

    def _settle(self) -> None:
        """Bring the tables up to date, write this unlock into the audit and fold failed ones in."""
        with self.lend() as source:
            moved = bring_up_to_date(source, self._clock.now())
        failed = failures.failures(self.folder)
        with self.unit("unlock") as work:
            work.audit.note("unlock", self.opened_with)
            if moved is not None:
                work.audit.note("migrated", self.id, moved)
            self._outside.compare(work, self.id, self.identity)
            # The count is deleted after the commit; killed in between, it is not folded in twice.
            if failed is not None and work.settings.get("failures_folded") != failed[0]:
                work.audit.note("failed_unlocks", self.id, failed[1])
                work.settings.put("failures_folded", failed[0])
        if failed is not None:
            failures.forget(self.folder)
