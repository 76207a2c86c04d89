"""One vault's anchors while it is open: looked up while the key is derived, compared at unlock, renewed later."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.anchors import Checkpoint, newest, older_than_seen, signed_note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import JsonValue

    from hsb_assess.trust.identity import Identity
    from hsb_assess.vault.anchors import AnchorStore, Older
    from hsb_assess.vault.book import Work

__all__ = ["EXPLAINED", "WITNESSED", "Outside", "explained", "vault_older"]

EXPLAINED: Final = "older_explained"
"""The setting that lists the heads whose loss a second person explained."""

WITNESSED: Final = "witnessed_missing"
"""The setting that lists size and head of what others saw of this vault and what is not in it."""

_SECONDS: Final = 4.0


def vault_older() -> HsbAssessError:
    """Return the error for writing in a vault that is older than when it was last seen."""
    return HsbAssessError(
        "vault_older",
        "This vault is older than when it was last open, so nothing can be changed in it yet.",
        "Find the newer copy, or have a second person explain what happened.",
    )


class Outside:
    """Where a vault's checkpoints are kept, and what they said at unlock: ``older`` bars writing until explained."""

    def __init__(self, stores: Sequence[AnchorStore]) -> None:
        self._stores = tuple(stores)
        self._notes: list[str | None] = []
        self._looking: threading.Thread | None = None
        self.older: Older | None = None

    def look(self, vault: str) -> None:
        """Begin to read the notes on ``vault``: a keyring takes its time, and so does the passphrase."""
        if self._stores:
            self._looking = threading.Thread(target=self._look, args=(vault,), daemon=True, name="anchors")
            self._looking.start()

    def _look(self, vault: str) -> None:
        for store in self._stores:
            self._notes.append(store.read(vault))

    def checkpoints(self, vault: str, owner: Identity) -> tuple[tuple[Checkpoint, ...], int]:
        """Return what the notes say, the furthest first, and how many could not be read."""
        if self._looking is not None:
            self._looking.join(_SECONDS)
        return newest(list(self._notes), vault, owner)

    def compare(self, work: Work, vault: str, owner: Identity) -> None:
        """Hold the vault against its checkpoints, within the unit of the unlock, and have the audit say what differs."""
        checkpoints, unreadable = self.checkpoints(vault, owner)
        known = (*checkpoints, *_witnessed(work, vault))
        self.older = older_than_seen(known, work.audit.hash_at, work.audit.last()[0], explained(work))
        if unreadable:
            work.audit.note("anchor_unreadable", vault, {"notes": unreadable})
        if self.older is not None:
            work.audit.note("older_than_seen", vault, {"seen": self.older.seen, "found": self.older.found})

    def barred(self) -> HsbAssessError | None:
        """Return why nothing may be written now, or ``None``."""
        return None if self.older is None else vault_older()

    @staticmethod
    def explanation(owner: Identity, name: str, role: str, reason: str) -> dict[str, JsonValue]:
        """Return who explains, as what, and how; raises ``explanation_needed`` and ``second_person``."""
        who, what, why = name.strip(), role.strip(), reason.strip()
        if not (who and what and why):
            raise HsbAssessError(
                "explanation_needed",
                "The explanation is not complete.",
                "Write who explains it, their role, and what happened.",
            )
        if who.casefold() == owner.name.casefold():
            raise HsbAssessError(
                "second_person",
                "Somebody else has to explain why this vault is older.",
                "Ask a colleague or your manager, and write their name.",
            )
        return {"by": who, "role": what, "reason": why}

    def explain(self, work: Work, vault: str, explanation: dict[str, JsonValue]) -> None:
        """Have the audit say how it was explained; the head that is missing is not asked about again."""
        if self.older is None:
            return
        work.settings.put(EXPLAINED, [*explained(work), self.older.head])
        lacks: dict[str, JsonValue] = {"seen": self.older.seen, "found": self.older.found, "head": self.older.head}
        work.audit.note("older_explained", vault, {**explanation, **lacks})

    def keep(self, vault: str, owner: Identity, size: int, head: str) -> int:
        """Keep a checkpoint wherever it can be kept and return in how many places; an older vault changes none."""
        if self.older is not None or not self._stores or size < 1:
            return 0
        note = signed_note(Checkpoint(vault, size, head), owner, owner.signing_public_key)
        return sum(store.write(vault, note) for store in self._stores)


def explained(work: Work) -> tuple[str, ...]:
    """Return the heads whose loss a second person explained."""
    kept = work.settings.get(EXPLAINED)
    return tuple(each for each in kept if isinstance(each, str)) if isinstance(kept, list) else ()


def _witnessed(work: Work, vault: str) -> Iterator[Checkpoint]:
    """Yield what others saw of this vault and what was not in it when they told."""
    kept = work.settings.get(WITNESSED)
    for each in kept if isinstance(kept, list) else ():
        if isinstance(each, list) and len(each) == len(("size", "head")):
            size, head = each
            if isinstance(size, int) and isinstance(head, str):
                yield Checkpoint(vault, size, head)
