"""A copy of a vault for somebody whom its person's organisation sent: the same record and audit, other keys."""

from __future__ import annotations

from secrets import token_bytes
from typing import TYPE_CHECKING, Final

from hsb_assess.vault import calibration, recoverykey
from hsb_assess.vault.book import Book
from hsb_assess.vault.creating import Created
from hsb_assess.vault.file import DELETE, open_database
from hsb_assess.vault.folder import (
    DATABASE,
    SLOTS,
    UNFINISHED,
    FolderLock,
    announce,
    clear_unfinished,
    make_private,
    prepare,
    replace_file,
)
from hsb_assess.vault.keys import KEY_BYTES, Header, Secrets, SlotFile, wipe
from hsb_assess.vault.medium import must_be_local
from hsb_assess.vault.rekeying import copy_under, must_hold_the_same
from hsb_assess.vault.unit import utc

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.domain.clock import Clock
    from hsb_assess.trust.identity import Identity
    from hsb_assess.vault.backup import Source
    from hsb_assess.vault.book import Work
    from hsb_assess.vault.keys import KdfParameters

__all__ = ["ACT", "copy_for"]

ACT: Final = "escrow_copy"


def copy_for(
    source: Source,
    out: Path,
    custodian: Identity,
    passphrase: str,
    fill: Callable[[Work], None],
    clock: Clock,
    *,
    kdf: KdfParameters | None = None,
) -> Created:
    """Copy the vault of ``source`` into the empty folder ``out``, opened by ``custodian``'s passphrase and recovery key.

    ``fill`` writes into the copy's first unit of work, whose audit row says that it is a copy. Codes: those of making
    a vault and of checking one.
    """
    must_be_local(out)
    prepare(out)
    lock = FolderLock(out)
    lock.acquire()
    secrets = Secrets(bytearray(token_bytes(KEY_BYTES)), bytearray(custodian.to_bytes()))
    recovery = recoverykey.new_recovery_key()
    try:
        clear_unfinished(out)
        header = Header(vault=source.vault, created=utc(clock.now()))
        slots = SlotFile(header).with_passphrase(passphrase, secrets, kdf or calibration.for_this_computer())
        slots = slots.with_recovery(recovery, secrets)
        target = out / UNFINISHED
        before = copy_under(source.folder / DATABASE, target, source.vault, source.key, secrets.vault_key)
        must_hold_the_same(target, source.vault, secrets.vault_key, before, more=0)
        _begin(target, source.vault, secrets.vault_key, custodian, fill, clock)
        replace_file(out / SLOTS, slots.to_bytes())
        make_private(out)
        announce(out)
        return Created(source.vault, recoverykey.printed(recovery))
    finally:
        secrets.wipe()
        wipe(recovery)
        lock.release()


def _begin(
    target: Path, vault: str, key: bytearray, custodian: Identity, fill: Callable[[Work], None], clock: Clock
) -> None:
    connection = open_database(target, key, vault=vault, journal=DELETE)
    book = Book(connection, vault=vault, actor=custodian.person, device=custodian.device, clock=clock, read_only=False)
    try:
        with book.begin(ACT) as work:
            work.audit.note(ACT, vault)
            fill(work)
    finally:
        book.close()
