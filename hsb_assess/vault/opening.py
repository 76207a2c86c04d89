"""Unlocking a vault, and the vault while it is unlocked."""

from __future__ import annotations

import threading
from base64 import b64encode
from contextlib import contextmanager
from secrets import token_bytes
from typing import TYPE_CHECKING, Final, Self

from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.identity import Identity
from hsb_assess.vault import calibration, failures, recoverykey, rekeying
from hsb_assess.vault.backup import Source
from hsb_assess.vault.book import READ, Book
from hsb_assess.vault.creating import ON_PAPER, Created, create
from hsb_assess.vault.escrow import ESCROW, escrow_of, with_escrow
from hsb_assess.vault.file import busy, check_header, checkpoint, open_database
from hsb_assess.vault.folder import DATABASE, SLOTS, FolderLock, disk_errors, make_private, must_be_vault, replace_file
from hsb_assess.vault.keys import KEY_BYTES, PASSPHRASE, RECOVERY, Secrets, SlotFile, wipe
from hsb_assess.vault.medium import must_be_local
from hsb_assess.vault.outside import Outside
from hsb_assess.vault.restoring import clear_staging
from hsb_assess.vault.unit import utc
from hsb_assess.vault.unsealing import unseal
from hsb_assess.vault.updating import bring_up_to_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from pydantic import JsonValue

    from hsb_assess.domain.clock import Clock
    from hsb_assess.vault.anchors import AnchorStore, Checkpoint, Older
    from hsb_assess.vault.book import Work
    from hsb_assess.vault.escrow import Escrow
    from hsb_assess.vault.keys import KdfParameters

__all__ = ["OWN_CARD", "Created", "Vault", "create", "unlock", "unlock_with_escrow", "unlock_with_recovery"]

OWN_CARD: Final = "own_card"
"""The setting that holds the card of the vault's person, for whoever reads the record without their keys."""


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


def unlock_with_escrow(folder: Path, key: str, custodian: Identity, *, clock: Clock | None = None) -> Vault:
    """Unlock with the organisation's private key; what is done then is done by ``custodian``, who has keys of their own.

    Codes as :func:`unlock`, and ``no_escrow``, ``escrow_key_unreadable``, ``wrong_escrow_key``.
    """
    return Vault(folder, key, ESCROW, clock or SystemClock(), custodian=custodian)


class Vault:
    """An unlocked vault: its owner's ``identity``, its id, its books. Made by :func:`unlock`.

    ``opened_with`` is ``passphrase``, ``recovery`` or ``escrow``; in the last case ``identity`` is the custodian's. It holds the folder's lock until :meth:`close`.
    Where it is older than when it was last seen (:attr:`older`), its books only read until somebody explains.
    """

    def __init__(
        self,
        folder: Path,
        secret: str,
        slot: str,
        clock: Clock,
        anchors: Sequence[AnchorStore] = (),
        *,
        custodian: Identity | None = None,
    ) -> None:
        must_be_local(folder)
        must_be_vault(folder)
        self.folder = folder
        self.opened_with = slot
        self._outside = Outside(anchors)
        self._clock = clock
        self._lock = FolderLock(folder)
        self._books: list[Book] = []
        self._key = bytearray()
        self._lending = threading.Lock()
        self._lent = 0
        self._lock.acquire()
        try:
            clear_staging(folder)
            slots = self._slots()
            self._outside.look(slots.header.vault)
            self.id = slots.header.vault
            secrets = self._secrets(slots, secret)
            self._key[:] = secrets.vault_key
            try:
                self.identity = custodian or Identity.from_bytes(bytes(secrets.identity))
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
            forgotten=self._forgotten,
        )
        self._books.append(book)
        return book

    def _forgotten(self) -> None:
        for book in tuple(self._books):
            book.forget()

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
        with self._lending:
            if not self._key:
                raise HsbAssessError("book_closed", "The vault is locked.", "Unlock it and try again.")
            lent = Source(self.folder, self.id, bytearray(self._key))
            self._lent += 1
        try:
            yield lent
        finally:
            wipe(lent.key)
            with self._lending:
                self._lent -= 1

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
            cost = kdf or calibration.for_new(slots)
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

    @property
    def recovery_on_paper(self) -> bool:
        """Whether the recovery key came back from paper, as far as this vault knows."""
        with self.unit() as work:
            return work.settings.get(ON_PAPER) != "waiting"

    def note_on_paper(self) -> None:
        """Record that the recovery key came back from paper."""
        with self.unit("recovery_on_paper") as work:
            _note_on_paper(work)

    def rekey(self, current: str, recovery: str, *, kdf: KdfParameters | None = None) -> None:
        """Give the vault a new key, sealed by the passphrase ``current`` and the new recovery key ``recovery``.

        The books are closed for it. Copies that were made before stay readable with what opened them then. Codes:
        ``rekey_needs_passphrase``, ``vault_busy`` (a backup is being made), those of :meth:`confirm` and of :func:`rekeying.stage`.
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
            new = SlotFile(slots.header).with_passphrase(current, fresh, kdf or calibration.for_new(slots))
            new = new.with_recovery(printed, fresh)
            if (escrow := escrow_of(slots)) is not None:
                new = with_escrow(new, escrow, fresh.vault_key)
            with self._lending:
                # Whoever makes a backup now would keep a database of one key with slots of the other.
                if self._lent:
                    raise busy()
                self._exchange_key(slots, new, fresh)
        finally:
            secrets.wipe()
            fresh.wipe()
            wipe(printed)

    def _exchange_key(self, slots: SlotFile, new: SlotFile, fresh: Secrets) -> None:
        for book in self._books:
            book.close()
        self._books.clear()
        rekeying.stage(self.folder, self.id, self._key, fresh.vault_key, self.identity, self._clock)
        replace_file(self.folder / SLOTS, slots.with_next(new).to_bytes())
        rekeying.take_over(self.folder)
        self._key[:] = fresh.vault_key
        open_database(self.folder / DATABASE, self._key, vault=self.id).close()
        replace_file(self.folder / SLOTS, new.to_bytes())

    def escrow(self) -> Escrow | None:
        """Return who else can open the vault, as its key file says."""
        return escrow_of(self._slots())

    def allow_escrow(self, current: str, to: Escrow) -> None:
        """Let an organisation open the vault too; it gets the vault key, never this person's own keys."""
        slots, secrets = self._again(current)
        try:
            self._replace(with_escrow(slots, to, secrets.vault_key), ESCROW, {"allowed": [*to]})
        finally:
            secrets.wipe()

    def end_escrow(self, current: str) -> None:
        """Let nobody else open the vault from now on. Copies that were made before still open with the slot of then."""
        slots, secrets = self._again(current)
        secrets.wipe()
        self._replace(slots.without(ESCROW), ESCROW, {"allowed": None})

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
        return unseal(self.folder, slots, self.opened_with, secret, utc(self._clock.now()))

    def _again(self, secret: str) -> tuple[SlotFile, Secrets]:
        if self.opened_with == ESCROW:
            raise HsbAssessError(
                "escrow_only_reads",
                "The organisation opened this vault, and has none of its person's own keys.",
                "Work in a copy of it; its person's passphrase and signature stay theirs.",
            )
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

    def _replace(self, slots: SlotFile, slot: str, detail: JsonValue = None) -> None:
        # Inside the unit: if the file cannot be replaced, the audit does not say that it was.
        with self.unit("change_keys") as work:
            work.audit.note("change_slot", slot, detail)
            if slot == ESCROW:
                # So that a slot that somebody takes out of the file, or puts another for, is missed.
                work.settings.put(ESCROW, detail)
            if slot == RECOVERY:
                _note_on_paper(work)
            replace_file(self.folder / SLOTS, slots.to_bytes())

    def _keep_own_card(self, work: Work) -> None:
        if self.opened_with == ESCROW:
            return
        card = b64encode(self.identity.card().to_bytes()).decode()
        if work.settings.get(OWN_CARD) != card:
            work.settings.put(OWN_CARD, card)

    def _settle(self) -> None:
        """Bring the tables up to date, write this unlock into the audit and fold failed ones in."""
        with self.lend() as source:
            moved = bring_up_to_date(source, self._clock.now())
        failed = failures.failures(self.folder)
        with self.unit("unlock") as work:
            work.audit.note("unlock", self.opened_with)
            if moved is not None:
                work.audit.note("migrated", self.id, moved)
            self._keep_own_card(work)
            self._outside.compare(work, self.id, self.identity)
            # The count is deleted after the commit; killed in between, it is not folded in twice.
            if failed is not None and work.settings.get("failures_folded") != failed[0]:
                work.audit.note("failed_unlocks", self.id, failed[1])
                work.settings.put("failures_folded", failed[0])
        if failed is not None:
            failures.forget(self.folder)


def _note_on_paper(work: Work) -> None:
    if work.settings.get(ON_PAPER) == "waiting":
        work.settings.put(ON_PAPER, "yes")
