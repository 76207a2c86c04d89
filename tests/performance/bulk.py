"""Filling a vault by the hundred thousand: rows of the record without the cost of signing, into a file without its guards."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

from hsb_assess.domain.ids import new_id
from hsb_assess.vault.keys import raw_key_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hsb_assess.instrument.schema import Definition, Item
    from hsb_assess.trust.identity import Identity
    from hsb_assess.vault.file import Connection

__all__ = ["BULK", "START", "Rows", "containers", "hurried"]

START: Final = datetime(2025, 1, 6, 9, 0, tzinfo=UTC)
BULK: Final = f"INSERT INTO entry VALUES ({', '.join('?' * 16)})"


class Rows:
    """Makes rows of the entry table, without their numbers; nothing is signed, because nothing that is read is checked."""

    def __init__(self, identity: Identity, definition: Definition) -> None:
        self._author, self._device = identity.person, identity.device
        self._instrument = json.dumps({"id": definition.id, "version": definition.version, "hash": definition.hash})
        self._count = 0

    def row(
        self, case: str, stream: str, subject: str, key: str, body: str, parents: Sequence[str] = ()
    ) -> tuple[object, ...]:
        """Return an entry a minute after the one before; ``body`` is JSON."""
        self._count += 1
        when = (START + timedelta(minutes=self._count)).isoformat(timespec="milliseconds")
        return (
            new_id(),
            case,
            stream,
            subject,
            key,
            body,
            json.dumps(list(parents)),
            self._author,
            self._device,
            when,
            when,
            self._instrument,
            None,
            f"{self._count:064x}",
            "0" * 128,
        )


def containers(definition: Definition, address: str) -> list[Item]:
    """Return the groups that a question stands in, below its module."""
    parts = address.split(".")
    found = (definition.find(".".join(parts[:end])) for end in range(2, len(parts)))
    return [each for each in found if each is not None]


def hurried(path: Path, key: bytearray) -> Connection:
    """Open the vault's file without what protects it, for filling: locking memory alone takes minutes of it."""
    connection: Connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_memory_security = OFF")
    connection.set_key(raw_key_text(key))
    for setting in ("journal_mode = MEMORY", "synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection
