"""Making a vault: the database whole first, then its key file, then its name."""

from __future__ import annotations

from dataclasses import dataclass, field
from secrets import token_bytes
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.ids import new_id
from hsb_assess.vault import calibration, recoverykey
from hsb_assess.vault.book import Book
from hsb_assess.vault.escrow import ESCROW, with_escrow
from hsb_assess.vault.file import checkpoint, new_database, plain_errors
from hsb_assess.vault.folder import (
    SLOTS,
    UNFINISHED,
    FolderLock,
    announce,
    clear_unfinished,
    disk_errors,
    make_private,
    prepare,
    replace_file,
    sync_folder,
)
from hsb_assess.vault.keys import KEY_BYTES, Header, Secrets, SlotFile, wipe
from hsb_assess.vault.medium import must_be_local
from hsb_assess.vault.migrations import migrate
from hsb_assess.vault.unit import utc

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.domain.clock import Clock
    from hsb_assess.trust.identity import Identity
    from hsb_assess.vault.escrow import Escrow
    from hsb_assess.vault.keys import KdfParameters

__all__ = ["ON_PAPER", "Created", "create"]

ON_PAPER: Final = "recovery_on_paper"
"""The setting that is ``waiting`` while the recovery key was shown and has not come back from paper."""


@dataclass(frozen=True)
class Created:
    """A new vault's id, and the recovery key to print: it is shown once and kept nowhere."""

    vault: str
    recovery_key: str = field(repr=False)


def create(
    folder: Path,
    passphrase: str,
    identity: Identity,
    *,
    kdf: KdfParameters | None = None,
    clock: Clock | None = None,
    escrow: Escrow | None = None,
    proved: bool = True,
) -> Created:
    """Make a vault for ``identity`` in ``folder``, which is empty, absent, or holds a half-made vault.

    With ``escrow`` an organisation can open it too, and the audit's first row says so. Without ``proved`` the vault
    remembers that its recovery key has yet to come back from paper.

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
        if escrow is not None:
            slots = with_escrow(slots, escrow, secrets.vault_key)
        _make_database(folder / UNFINISHED, secrets, header, identity, clock, escrow, proved=proved)
        replace_file(folder / SLOTS, slots.to_bytes())
        make_private(folder)
        announce(folder)
        return Created(header.vault, recoverykey.printed(recovery))
    finally:
        secrets.wipe()
        wipe(recovery)
        lock.release()


def _make_database(
    path: Path,
    secrets: Secrets,
    header: Header,
    identity: Identity,
    clock: Clock,
    escrow: Escrow | None,
    *,
    proved: bool,
) -> None:
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
            if not proved:
                work.settings.put(ON_PAPER, "waiting")
            if escrow is not None:
                work.audit.note("change_slot", ESCROW, {"allowed": [*escrow]})
                work.settings.put(ESCROW, {"allowed": [*escrow]})
        checkpoint(connection)
    finally:
        connection.close()
    with disk_errors():
        sync_folder(path.parent)
