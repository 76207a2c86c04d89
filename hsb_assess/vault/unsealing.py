"""From a secret to the keys: counted, held up when wrong, and a change of key that was broken off settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import failures, recoverykey, rekeying
from hsb_assess.vault.escrow import ESCROW, open_with_escrow
from hsb_assess.vault.keys import RECOVERY, wipe

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.vault.keys import Secrets, SlotFile

__all__ = ["each_opened", "unseal"]


def unseal(folder: Path, slots: SlotFile, kind: str, secret: str, at: str) -> Secrets:
    """Open the slot of ``kind`` (passphrase, recovery or escrow) with ``secret``, under the folder's lock.

    Codes: those of the slots, ``recovery_key_typo``, ``too_many_tries``, ``key_replaced``, ``rekey_unfinished``.
    """
    key = recoverykey.typed(secret) if kind == RECOVERY else bytearray()
    try:
        with failures.counted(folder, kind, at):
            opened = each_opened(slots, kind, secret, key)
    finally:
        wipe(key)
    if not slots.next:
        return opened[0].secrets
    found = rekeying.settle(folder, slots.header.vault, opened)
    for each in opened:
        if each is not found:
            each.secrets.wipe()
    return found.secrets


def each_opened(slots: SlotFile, kind: str, secret: str, key: bytearray) -> list[rekeying.Opened]:
    """Open one set of slots, or both while the key is being renewed; raises what the last one said if none opens."""
    opened: list[rekeying.Opened] = []
    refused: HsbAssessError | None = None
    for each in slots.apart():
        try:
            opened.append(rekeying.Opened(each, _open(each, kind, secret, key)))
        except HsbAssessError as error:
            refused = error
    if not opened and refused is not None:
        raise refused
    return opened


def _open(slots: SlotFile, kind: str, secret: str, key: bytearray) -> Secrets:
    if kind == ESCROW:
        return open_with_escrow(slots, secret)
    return slots.open_with_recovery(key) if kind == RECOVERY else slots.open_with_passphrase(secret)
