"""What others saw of each other's audit: every package tells how far its sender's vault had come, and is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.vault.outside import WITNESSED

if TYPE_CHECKING:
    from hsb_assess.exchange.package import Opened
    from hsb_assess.vault.book import Work

__all__ = ["heard", "seen_of"]

SEEN: Final = "witness."
"""The setting, with a person's id behind it, of size and head of their audit as their furthest package told them."""


def seen_of(work: Work, person: str) -> tuple[int, str] | None:
    """Return size and head of a person's audit as it was last seen here, to be told back to them."""
    kept = work.settings.get(f"{SEEN}{person}")
    if not isinstance(kept, list) or len(kept) != len(("size", "head")):
        return None
    size, head = kept
    return (size, head) if isinstance(size, int) and isinstance(head, str) else None


def heard(work: Work, opened: Opened) -> tuple[str, ...]:
    """Keep how far the sender's audit had come, and hold against this vault what they saw of it.

    Returns ``("own_older",)`` where they saw what is not here: this vault is older, and at its next unlock it will
    only read until a second person explains.
    """
    outline, sender = opened.outline, opened.sender.person
    known = seen_of(work, sender)
    if outline.audit_size and (known is None or known[0] < outline.audit_size):
        work.settings.put(f"{SEEN}{sender}", [outline.audit_size, outline.audit_head])
    if outline.witnessed is None or work.audit.has_head(outline.witnessed[1]):
        return ()
    size, head = outline.witnessed
    kept = work.settings.get(WITNESSED)
    missing = kept if isinstance(kept, list) else []
    if [size, head] not in missing:
        work.settings.put(WITNESSED, [*missing, [size, head]])
        work.audit.note("older_than_seen", sender, {"seen": size, "found": work.audit.last()[0]})
    return ("own_older",)
