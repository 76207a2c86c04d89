"""Ways to tamper with an audit as somebody could who holds the vault's key, each at a place of one's choice."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import rfc8785

from hsb_assess.domain.ids import new_id
from hsb_assess.record.erasure import Answer, Proposal, Receipt, Signed, hash_of_all
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault.audit import Audit, chained
from hsb_assess.vault.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hsb_assess.trust.identity import Identity
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


# -- erasing without two people ------------------------------------------------------------------------------------


def _case_rows(connection: Connection, case: str) -> list[str]:
    """Return the hashes of the entries of a case, and take all of them out."""
    hashes = [row[0] for row in connection.execute("SELECT hash FROM entry WHERE case_id = ?", (case,))]
    connection.execute("DELETE FROM head WHERE case_id = ?", (case,))
    connection.execute("DELETE FROM entry WHERE case_id = ?", (case,))
    return hashes


def _append(connection: Connection, vault: str, case: str, erasure: str, actor: str) -> None:
    """Have the audit say that a case was erased, chained as the next row would be."""
    rows = rows_of(connection)
    said = {
        **json.loads(rows[-1][1]),
        "seq": rows[-1][0] + 1,
        "act": "case_erased",
        "actor": actor,
        "case": case,
        "entries": [],
        "changes": [],
        "notes": [{"action": "case_erased", "object": erasure, "detail": None}],
    }
    payload = rfc8785.dumps(said)
    row = (said["seq"], payload.decode(), chained(rows[-1][2] if rows else vault, payload))
    connection.execute("INSERT INTO audit VALUES (?, ?, ?)", row)


def _erasure(connection: Connection) -> tuple[str, str, str, str, str]:
    """Return id, proposal, answer, receipt and cards of the erasure that both people signed."""
    row = connection.execute(
        "SELECT id, proposal, answer, receipt, cards FROM erasure WHERE receipt IS NOT NULL"
    ).fetchone()
    return tuple(row)  # type: ignore[return-value]  # five texts


def delete_case(connection: Connection, _vault: str, other: str, _me: Identity) -> None:
    """Take another case out and say nothing."""
    _case_rows(connection, other)


def delete_one_more(connection: Connection, _vault: str, other: str, _me: Identity) -> None:
    """Take one entry of another case out, beside what was erased."""
    seq = connection.execute("SELECT seq FROM entry WHERE case_id = ?", (other,)).fetchone()[0]
    connection.execute("DELETE FROM head WHERE seq = ?", (seq,))
    connection.execute("DELETE FROM entry WHERE seq = ?", (seq,))


def say_erased(connection: Connection, vault: str, other: str, me: Identity) -> None:
    """Take another case out, and have the audit say that it was erased under a number that nobody proposed."""
    _case_rows(connection, other)
    _append(connection, vault, other, new_id(), me.person)


def borrow_agreement(connection: Connection, vault: str, other: str, me: Identity) -> None:
    """Take another case out under the agreement for the one that was erased."""
    _case_rows(connection, other)
    _append(connection, vault, other, _erasure(connection)[0], me.person)


def _forge(connection: Connection, vault: str, other: str, me: Identity, second: Identity, *, own: bool) -> None:
    """Take another case out with statements that look right, signed by ``second`` for the second person."""
    hashes = _case_rows(connection, other)
    proposal, answer, receipt, cards = (json.loads(part) for part in _erasure(connection)[1:])
    asked = Proposal.model_validate_json(proposal["text"])
    state = asked.state.model_copy(update={"entries": len(hashes), "entries_hash": hash_of_all(hashes)})
    erasure = new_id()
    signed = Signed.by(asked.model_copy(update={"id": erasure, "case": other, "state": state}), me)
    said = Answer.model_validate_json(answer["text"])
    by = {"by": me.person} if own else {"by": second.person, "card": second.card().fingerprint}
    agreed = Signed.by(said.model_copy(update={"case": other, "proposal": signed.hash, **by}), second)
    told = Receipt.model_validate_json(receipt["text"]).model_copy(update={"id": erasure, "case": other})
    given = [cards[0], base64.b64encode(second.card().to_bytes()).decode()]
    connection.execute(
        "INSERT INTO erasure VALUES (?, ?, ?, ?, ?, ?, NULL, '')",
        (
            erasure,
            other,
            json.dumps(signed.as_json()),
            json.dumps(agreed.as_json()),
            json.dumps(Signed.by(told, me).as_json()),
            json.dumps(given),
        ),
    )
    _append(connection, vault, other, erasure, me.person)


def forge_agreement(connection: Connection, vault: str, other: str, me: Identity) -> None:
    """Have a stranger sign for the second person."""
    stranger = create_identity("Manager S", "supervisor", "Agency", datetime.now(UTC))
    _forge(connection, vault, other, me, stranger, own=False)


def agree_alone(connection: Connection, vault: str, other: str, me: Identity) -> None:
    """Have the first person sign for the second one, too."""
    _forge(connection, vault, other, me, me, own=True)


def lose_statements(connection: Connection, _vault: str, _other: str, _me: Identity) -> None:
    """Take out what both people signed."""
    connection.execute("DELETE FROM erasure")


def change_statement(connection: Connection, _vault: str, _other: str, _me: Identity) -> None:
    """Change what was agreed to, after it was signed."""
    erasure, _, answer, *_ = _erasure(connection)
    said = json.loads(answer)
    said["text"] = said["text"].replace('"why":""', '"why":"Of course."')
    connection.execute("UPDATE erasure SET answer = ? WHERE id = ?", (json.dumps(said), erasure))


def spoil_cards(connection: Connection, _vault: str, _other: str, _me: Identity) -> None:
    """Put something else where the cards are kept."""
    connection.execute("UPDATE erasure SET cards = '[1, 2]'")


def unverify(connection: Connection, _vault: str, _other: str, _me: Identity) -> None:
    """Have the second person's card be one that nobody verified."""
    connection.execute("UPDATE contact SET verified_at = NULL, verified_how = NULL")


ERASING: tuple[Callable[[Connection, str, str, Identity], None], ...] = (
    delete_case,
    delete_one_more,
    say_erased,
    borrow_agreement,
    forge_agreement,
    agree_alone,
    lose_statements,
    change_statement,
    spoil_cards,
    unverify,
)
"""Ways to have a case gone that two people did not agree to; each is found without any checkpoint."""
