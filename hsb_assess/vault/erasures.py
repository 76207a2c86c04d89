"""Erasing one case from the vault, and what is kept of it for ever: the two people's statements and the receipt.

Deleting a row is not enough. A page that SQLite once cut in two can keep an old copy of a row beside those that stand in
it, and ``secure_delete`` overwrites the row alone. So what people wrote is first overwritten where it stands, and the
small tables, whose rows come and go all day, are emptied whole and filled again: a page that is given back is zeroed.
The search index is dropped and made anew from what is left.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.erasure import Answer, Proposal, Receipt, Signed, hash_of_all
from hsb_assess.trust.card import Card
from hsb_assess.vault.stores_search import Search
from hsb_assess.vault.unit import digest, from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hsb_assess.vault.unit import Unit

__all__ = ["CASE_COLUMN", "ERASED", "Erasures", "KeptErasure"]

ERASED: Final = "case_erased"
"""The act, and the note in its audit row, by which a case went; the note names the erasure."""
CASE_COLUMN: Final = "case_id"
"""A table with this column holds something of a case, and loses it when the case is erased."""

_OWN_CARD: Final = "own_card"
_OVERWRITTEN: Final = (
    "UPDATE entry SET body = printf('%.*c', length(body), ' ') WHERE case_id = ?",
    "UPDATE document SET content = zeroblob(length(content)) WHERE case_id = ?",
)
"""As long as what stood there, so that every row stays where it is while it is overwritten."""
_STANDS: Final = "entry_stands"
_LAST: Final = ("head", "entry")
"""What refers to an entry goes before it."""


@dataclass(frozen=True)
class KeptErasure:
    """One erasure, from the proposal on: ``receipt`` is there once it was carried out; ``cards`` are both people's."""

    id: str
    case: str
    proposal: Signed[Proposal] = field(repr=False)
    answer: Signed[Answer] | None = field(repr=False)
    receipt: Signed[Receipt] | None = field(repr=False)
    cards: tuple[bytes, ...] = field(repr=False)
    changed: str

    @property
    def is_done(self) -> bool:
        """Whether the case was erased."""
        return self.receipt is not None


class Erasures:
    """The store of erasures, and the act itself, within one unit of work."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def put(self, proposal: Signed[Proposal], card: bytes) -> None:
        """Keep a proposal with its author's card; the same again changes nothing."""
        if self.get(proposal.said.id) is not None:
            return
        self._unit.write().execute(
            "INSERT INTO erasure (id, about, proposal, cards, changed) VALUES (?, ?, ?, ?, ?)",
            (
                proposal.said.id,
                proposal.said.case,
                to_text(proposal.as_json()),
                to_text([_encoded(card)]),
                self._unit.at,
            ),
        )
        self._unit.changed("erasure", proposal.said.id, proposal.text.encode())

    def answered(self, erasure: str, answer: Signed[Answer], card: bytes) -> None:
        """Keep the second person's answer with their card, in place of an earlier answer."""
        kept = self._known(erasure)
        cards = [_encoded(kept.cards[0]), _encoded(card)]
        self._unit.write().execute(
            "UPDATE erasure SET answer = ?, cards = ?, changed = ? WHERE id = ?",
            (to_text(answer.as_json()), to_text([*cards]), self._unit.at, erasure),
        )
        self._unit.changed("erasure", erasure, answer.text.encode())

    def withdraw(self, erasure: str) -> None:
        """Forget what was proposed and not carried out; ``erasure_done`` where it was."""
        if self._known(erasure).is_done:
            raise _done()
        self._unit.write().execute("DELETE FROM erasure WHERE id = ?", (erasure,))

    def get(self, erasure: str) -> KeptErasure | None:
        """Return one erasure."""
        row = self._unit.reading().execute(f"{_SELECT} WHERE id = ?", (erasure,)).fetchone()
        return None if row is None else _kept(row)

    def of_case(self, case: str) -> tuple[KeptErasure, ...]:
        """Return what was proposed or carried out about one case, oldest first."""
        return tuple(map(_kept, self._unit.reading().execute(f"{_SELECT} WHERE about = ? ORDER BY id", (case,))))

    def all(self) -> tuple[KeptErasure, ...]:
        """Return everything that was proposed or carried out, oldest first."""
        return tuple(map(_kept, self._unit.reading().execute(f"{_SELECT} ORDER BY id")))

    def document(self, erasure: str) -> bytes | None:
        """Return the signed receipt as people read it."""
        row = self._unit.reading().execute("SELECT document FROM erasure WHERE id = ?", (erasure,)).fetchone()
        return None if row is None or row[0] is None else bytes(row[0])

    def _known(self, erasure: str) -> KeptErasure:
        kept = self.get(erasure)
        if kept is None:
            raise HsbAssessError("no_such_erasure", "This proposal is not here any more.", "Open the page again.")
        return kept

    # -- the act -------------------------------------------------------------------------------------------------

    def counts(self, case: str) -> dict[str, int]:
        """Return how many rows about a case each table has, by the table's name; tables with none are left out."""
        found = {}
        for table in case_tables(self._unit):
            sql = f'SELECT count(*) FROM "{table}" WHERE {CASE_COLUMN} = ?'  # noqa: S608 - a name out of the schema
            count = self._unit.reading().execute(sql, (case,)).fetchone()[0]
            if count:
                found[table] = int(count)
        return found

    def erase(self, erasure: str, receipt: Signed[Receipt], document: bytes, *, set_aside: Iterable[str] = ()) -> None:
        """Take everything of the case out of the vault, and keep the receipt; ``set_aside`` are hashes in quarantine.

        The caller has checked that both people signed, and that it is this what they signed.
        """
        kept = self._known(erasure)
        if kept.is_done:
            raise _done()
        case, connection = kept.case, self._unit.write()
        stands = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (_STANDS,)).fetchone()
        connection.execute(f"DROP TRIGGER {_STANDS}")
        for statement in _OVERWRITTEN:
            connection.execute(statement, (case,))
        connection.execute(stands[0])
        for sha256 in set_aside:
            connection.execute("DELETE FROM quarantine WHERE sha256 = ?", (sha256,))
        others = connection.execute("SELECT * FROM draft WHERE case_id <> ?", (case,)).fetchall()
        connection.execute("DELETE FROM draft")
        connection.executemany("INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?)", [tuple(row) for row in others])
        connection.execute("DELETE FROM caseload")
        Search(self._unit).make_anew()
        # Without it each entry that goes would have every head of the vault looked at, to see that none names it.
        connection.execute("CREATE INDEX head_of_entry ON head (seq)")
        for table in sorted(case_tables(self._unit), key=_order):
            connection.execute(f'DELETE FROM "{table}" WHERE {CASE_COLUMN} = ?', (case,))  # noqa: S608 - as above
        connection.execute("DROP INDEX head_of_entry")
        connection.execute(
            "UPDATE erasure SET receipt = ?, document = ?, changed = ? WHERE id = ?",
            (to_text(receipt.as_json()), document, self._unit.at, erasure),
        )
        self._unit.changed("erasure", erasure, receipt.text.encode())
        self._unit.changed("erasure_receipt", digest(document), document)
        self._unit.kept.end_elsewhere(self._unit.tail())
        self._unit.forget = True

    # -- whether an erasure was one ------------------------------------------------------------------------------

    def proves(self, erasure: str, case: str, actor: str, hashes: Sequence[str]) -> bool:
        """Say whether two people agreed, in writing, that ``actor`` takes exactly the entries with ``hashes`` out of ``case``.

        One of them is the actor, the other somebody else whose card was verified here; each signed with the key of
        their card, and what was signed in this vault's name counts as many entries, with that one hash over them all.
        """
        try:
            kept = self.get(erasure)
        except (HsbAssessError, ValueError, TypeError):  # whoever put it there proves nothing with it
            return False
        if kept is None or kept.case != case or kept.answer is None or kept.receipt is None:
            return False
        proposal, answer = kept.proposal.said, kept.answer.said
        cards = {card.person: card for card in _read_cards(kept.cards)}
        mine, theirs = cards.get(actor), cards.get(answer.by if proposal.by == actor else proposal.by)
        if mine is None or theirs is None or mine.person == theirs.person or mine.signing_key == theirs.signing_key:
            return False
        keys = {card.person: card.signing_key for card in (mine, theirs)}
        meant = proposal.state if proposal.by == actor else answer.copy_state
        return (
            {proposal.by, answer.by} == {mine.person, theirs.person}
            and kept.proposal.is_by(keys[proposal.by])
            and kept.answer.is_by(keys[answer.by])
            and kept.receipt.is_by(mine.signing_key)
            and proposal.case == answer.case == case
            and answer.proposal == kept.proposal.hash
            and answer.agrees
            and meant is not None
            and (meant.entries, meant.entries_hash) == (len(hashes), hash_of_all(hashes))
            and self._is_verified(theirs.fingerprint)
            and self._is_own(mine)
        )

    def _is_verified(self, fingerprint: str) -> bool:
        found = self._unit.reading().execute(
            "SELECT 1 FROM contact WHERE fingerprint = ? AND verified_at IS NOT NULL", (fingerprint,)
        )
        return found.fetchone() is not None

    def _is_own(self, card: Card) -> bool:
        """Say whether this is the card of the vault's person; in a copy that a custodian has, they are a contact."""
        row = self._unit.reading().execute("SELECT value FROM setting WHERE name = ?", (_OWN_CARD,)).fetchone()
        own = from_text(row[0]) if row is not None else None
        read = Card.from_bytes(base64.b64decode(own)) if isinstance(own, str) else None
        if read is None or read.person != card.person:
            return self._is_verified(card.fingerprint)
        return read.signing_key == card.signing_key


_SELECT: Final = "SELECT id, about, proposal, answer, receipt, cards, changed FROM erasure"


def _kept(row: Any) -> KeptErasure:  # noqa: ANN401 — a row of the table, by position: whoever checks a vault has plain rows
    erasure, about, proposal, answer, receipt, cards, changed = row
    return KeptErasure(
        erasure,
        about,
        Signed.read(Proposal, from_text(proposal)),
        None if answer is None else Signed.read(Answer, from_text(answer)),
        None if receipt is None else Signed.read(Receipt, from_text(receipt)),
        tuple(base64.b64decode(each) for each in from_text(cards)),
        changed,
    )


def _encoded(card: bytes) -> str:
    return base64.b64encode(card).decode()


def _read_cards(cards: Iterable[bytes]) -> Iterator[Card]:
    for each in cards:
        try:
            yield Card.from_bytes(each)
        except HsbAssessError:
            continue  # whoever put it there proves nothing with it


def case_tables(unit: Unit) -> tuple[str, ...]:
    """Return the tables that hold something of a case, as the database itself says."""
    connection = unit.reading()
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = []
    for name in names:
        columns = connection.execute(f'SELECT * FROM "{name}" LIMIT 0').description  # noqa: S608 - as above
        if CASE_COLUMN in {column[0] for column in columns}:
            found.append(name)
    return tuple(sorted(found))


def _order(table: str) -> tuple[int, str]:
    return (_LAST.index(table) + 1 if table in _LAST else 0, table)


def _done() -> HsbAssessError:
    return HsbAssessError("erasure_done", "This case was erased already.", "Its receipt is in the settings.")
