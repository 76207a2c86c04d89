"""Ways to tamper with an audit as somebody could who holds the vault's key, each at a place of one's choice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import rfc8785

from hsb_assess.vault.audit import Audit, chained
from hsb_assess.vault.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hsb_assess.vault.anchors import Checkpoint
    from hsb_assess.vault.file import Connection

Row = tuple[int, str, str]
"""Number, payload and hash of one row."""


def rows_of(connection: Connection) -> list[Row]:
    """Return the rows of the audit."""
    return [(row[0], row[1], row[2]) for row in connection.execute("SELECT seq, payload, hash FROM audit ORDER BY seq")]


def codes(connection: Connection, vault: str, checkpoints: Sequence[Checkpoint]) -> set[str]:
    """Return the codes of what the vault finds wrong with itself."""
    audit = Audit(Unit(connection, "", writing=False), vault)
    return {fault.code for fault in audit.verify(checkpoints).faults}


def _put(connection: Connection, rows: Sequence[Row]) -> None:
    """Have these rows, and the entries that they name, and nothing else."""
    kept = {name for _, payload, _ in rows for name in json.loads(payload)["entries"]}
    connection.execute("DELETE FROM audit")
    connection.executemany("INSERT INTO audit VALUES (?, ?, ?)", rows)
    for seq, name in [(row[0], row[1]) for row in connection.execute("SELECT seq, hash FROM entry")]:
        if name not in kept:
            connection.execute("DELETE FROM head WHERE seq = ?", (seq,))
            connection.execute("DELETE FROM entry WHERE seq = ?", (seq,))


def _edited(row: Row) -> Row:
    return row[0], rfc8785.dumps({**json.loads(row[1]), "act": "something_else"}).decode(), row[2]


def _anew(rows: Sequence[Row], vault: str) -> list[Row]:
    """Number and chain rows anew, as a holder of the key can."""
    made: list[Row] = []
    for seq, (_, payload, _) in enumerate(rows, start=1):
        renumbered = rfc8785.dumps({**json.loads(payload), "seq": seq})
        before = made[-1][2] if made else vault
        made.append((seq, renumbered.decode(), chained(before, renumbered)))
    return made


def edit(connection: Connection, at: int, _vault: str, _older: Sequence[Row]) -> None:
    """Change what one row says."""
    row = _edited(rows_of(connection)[at])
    connection.execute("UPDATE audit SET payload = ? WHERE seq = ?", (row[1], row[0]))


def delete(connection: Connection, at: int, _vault: str, _older: Sequence[Row]) -> None:
    """Take one row out."""
    connection.execute("DELETE FROM audit WHERE seq = ?", (at + 1,))


def reorder(connection: Connection, at: int, _vault: str, _older: Sequence[Row]) -> None:
    """Have a row and the one before it change places."""
    other = at or 2
    connection.execute("UPDATE audit SET seq = -1 WHERE seq = ?", (at + 1,))
    connection.execute("UPDATE audit SET seq = ? WHERE seq = ?", (at + 1, other))
    connection.execute("UPDATE audit SET seq = ? WHERE seq = -1", (other,))


def cut(connection: Connection, at: int, _vault: str, _older: Sequence[Row]) -> None:
    """Cut everything from one row on, with its entries."""
    _put(connection, rows_of(connection)[:at])


def empty(connection: Connection, _at: int, _vault: str, _older: Sequence[Row]) -> None:
    """Take every row and every entry out."""
    _put(connection, [])


def edit_anew(connection: Connection, at: int, vault: str, _older: Sequence[Row]) -> None:
    """Change what one row says, and compute the chain anew."""
    rows = rows_of(connection)
    rows[at] = _edited(rows[at])
    _put(connection, _anew(rows, vault))


def delete_anew(connection: Connection, at: int, vault: str, _older: Sequence[Row]) -> None:
    """Take one row out with its entries, number the others and compute the chain anew."""
    rows = rows_of(connection)
    del rows[at]
    _put(connection, _anew(rows, vault))


def swap_in(connection: Connection, at: int, _vault: str, older: Sequence[Row]) -> None:
    """Put in a row's place the one with its number out of another copy of the vault."""
    connection.execute("UPDATE audit SET payload = ?, hash = ? WHERE seq = ?", (*older[at][1:], at + 1))


ATTACKS: tuple[Callable[[Connection, int, str, Sequence[Row]], None], ...] = (
    edit,
    delete,
    reorder,
    cut,
    empty,
    edit_anew,
    delete_anew,
    swap_in,
)
MISSED_WITHOUT = frozenset({cut, empty, edit_anew, delete_anew})
"""What only a checkpoint outside can find."""
