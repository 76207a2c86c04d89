"""Whether a vault is sound, what can be said of it without a key, and whether this computer is fit for one."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from hsb_assess.desk import access
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.backup import backups_in
from hsb_assess.vault.checking import Standing, check_database
from hsb_assess.vault.file import check_file
from hsb_assess.vault.folder import BACKUPS, BALLAST, DATABASE, SLOTS, FolderLock, disk_errors, must_be_vault
from hsb_assess.vault.keys import SlotFile
from hsb_assess.vault.medium import network_kind, synced_by
from hsb_assess.vault.opening import Vault, unlock, unlock_with_recovery

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hsb_assess.vault.anchors import AnchorStore

__all__ = ["VERDICTS", "Inspection", "anchors_here", "describe", "inspect_locked", "inspect_opened"]

VERDICTS: Final = {
    "sound": (),
    "not_a_vault": ("not_a_vault", "vault_unfinished"),
    "wrong_key": ("wrong_passphrase", "wrong_recovery_key", "recovery_key_typo", "passphrase_empty"),
    "audit_broken": ("audit_broken",),
    "vault_older": ("vault_older",),
    "vault_damaged": (
        "vault_damaged",
        "vault_empty",
        "vault_not_encrypted",
        "vault_missing",
        "vault_mismatch",
        "slots_missing",
        "slots_damaged",
        "kdf_out_of_bounds",
        "identity_unreadable",
    ),
}
"""What a check can come to, and the errors that each stands for; any other error means that it was *not_checked*."""


@dataclass(frozen=True)
class Inspection:
    """What was found. ``with_key`` says whether the contents were looked at; ``standing`` then says how much there is."""

    faults: tuple[HsbAssessError, ...]
    with_key: bool
    vault: str = ""
    standing: Standing | None = None

    @property
    def verdict(self) -> str:
        """The gravest of what was found, as one of :data:`VERDICTS`, or ``not_checked``."""
        found = {_verdict(fault.code) for fault in self.faults}
        order = ("not_a_vault", "wrong_key", "vault_damaged", "audit_broken", "vault_older", "not_checked")
        return next((each for each in order if each in found), "sound")


def _verdict(code: str) -> str:
    return next((verdict for verdict, codes in VERDICTS.items() if code in codes), "not_checked")


def inspect_opened(
    folder: Path, secret: str, *, with_recovery_key: bool, anchors: Sequence[AnchorStore] = ()
) -> Inspection:
    """Open a vault and check all of it: keys, pages, tables, audit, and that it goes on from where it was last seen.

    As any opening, this one stands in the vault's audit.
    """
    faults: list[HsbAssessError] = []
    way = unlock_with_recovery if with_recovery_key else unlock
    try:
        with way(folder, secret, anchors=anchors) as vault:
            if vault.older is not None:
                faults.append(_older())
            try:
                found = _check(vault)
            except HsbAssessError as error:
                found = None
                faults.append(error)
            return Inspection(tuple(faults), with_key=True, vault=vault.id, standing=found)
    except HsbAssessError as error:
        return Inspection((*faults, error), with_key=True)


def _check(vault: Vault) -> Standing:
    with vault.lend() as source:
        return check_database(vault.folder / DATABASE, source.key, vault.id)


def _older() -> HsbAssessError:
    return HsbAssessError(
        "vault_older",
        "This vault is older than when it was last open on this computer.",
        "Find the newer copy, or open it in the app, where a second person explains what happened.",
    )


def inspect_locked(folder: Path) -> Inspection:
    """Check what can be checked without a key: the files, the key slots against their checksums, sizes and headers.

    Whether a page or the audit was changed takes a key.
    """
    vault = ""
    try:
        must_be_vault(folder)
        with disk_errors():
            slots = SlotFile.from_bytes((folder / SLOTS).read_bytes())
        vault = slots.header.vault
        slots.check()
        lock = FolderLock(folder)
        lock.acquire()
        try:
            check_file(folder / DATABASE)
        finally:
            lock.release()
    except HsbAssessError as error:
        return Inspection((error,), with_key=False, vault=vault)
    return Inspection((), with_key=False, vault=vault)


def describe(folder: Path) -> dict[str, Any]:
    """Return what a vault says of itself without a key; raises as :func:`must_be_vault` and the slots do."""
    must_be_vault(folder)
    with disk_errors():
        slots = SlotFile.from_bytes((folder / SLOTS).read_bytes())
        size = (folder / DATABASE).stat().st_size
        mode = stat.S_IMODE(folder.stat().st_mode)
    backups = backups_in(folder / BACKUPS, slots.header.vault)
    return {
        "vault": slots.header.vault,
        "folder": str(folder),
        "created": slots.header.created,
        "slots": [
            {name: value for name, value in slot.items() if name in {"kind", "kdf", "memory_kib", "passes", "lanes"}}
            for slot in slots.slots
        ],
        "database_bytes": size,
        "open_now": Vault.locked_by_other(folder),
        "backups": len(backups),
        "newest_backup": backups[0].manifest.made if backups else None,
        "room_kept_aside": (folder / BALLAST).is_file(),
        "private": os.name != "posix" or not mode & 0o077,
        "network_share": network_kind(folder),
        "synchronised_by": synced_by(folder),
    }


class _OnlyRead:
    """A place that is asked how far a vault had come, and not told: what is checked may be a copy of it."""

    def __init__(self, store: AnchorStore) -> None:
        self._store = store

    def read(self, vault: str) -> str | None:
        """Return what is kept."""
        return self._store.read(vault)

    def write(self, _vault: str, _note: str) -> bool:
        """Keep nothing."""
        return False


def anchors_here() -> tuple[AnchorStore, ...]:
    """Return where the app keeps how far a vault had come, to be read: the keyring, and the configuration's folder."""
    from platformdirs import user_config_path

    places = access.anchors(user_config_path("assess", appauthor=False) / "anchors")
    return tuple(_OnlyRead(each) for each in places)
