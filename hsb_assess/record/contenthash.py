"""The hash that an approval names: what the assessment and the things it cites say, and nothing else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from hsb_assess.domain.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.record.entry import Entry
    from hsb_assess.record.history import Slot

__all__ = ["content_hash"]


def content_hash(slots: Mapping[Slot, tuple[Entry, ...]], *, definition: str, profile: str, rules: str) -> str:
    """Return SHA-256 (hexadecimal) over canonical JSON (RFC 8785) of what was said.

    ``slots`` are those of the assessment and of the things it cites, chosen by the caller;
    ``definition``, ``profile`` and ``rules`` are the hashes of what it was asked and judged by.
    Reviews, documents and access are not part of it, so they never make an approval stale.
    """
    said = sorted([slot.subject, slot.key, sorted(entry.hash for entry in entries)] for slot, entries in slots.items())
    return hashlib.sha256(
        canonical({"definition": definition, "profile": profile, "rules": rules, "said": said})
    ).hexdigest()
