"""Failed unlocks, counted beside the vault while nobody can write in it, and folded into the audit later."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.folder import FAILURES, disk_errors, replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import JsonValue

__all__ = ["count_failure", "failures", "forget"]


def count_failure(folder: Path, slot: str, at: str) -> None:
    """Add one failed try with ``slot`` (passphrase or recovery) at ``at`` (UTC); called under the lock.

    The file holds numbers and times only. Whoever can write to the folder can also delete it.
    """
    known = _read(folder / FAILURES)
    count = known.get(slot)
    known[slot] = (count if isinstance(count, int) else 0) + 1
    known.setdefault("first", at)
    known["last"] = at
    try:
        replace_file(folder / FAILURES, json.dumps(known, sort_keys=True).encode())
    except HsbAssessError:
        # The person must hear that the passphrase was wrong, not that its counting failed on a full disk.
        return


def failures(folder: Path) -> tuple[str, dict[str, JsonValue]] | None:
    """Return a digest that names this count, and the count itself, or ``None`` if nothing failed."""
    path = folder / FAILURES
    with disk_errors():
        if not path.exists():
            return None
        data = path.read_bytes()
    return hashlib.sha256(data).hexdigest(), _read(path)


def forget(folder: Path) -> None:
    """Start at nought again, once the count stands in the audit."""
    with disk_errors():
        (folder / FAILURES).unlink(missing_ok=True)


def _read(path: Path) -> dict[str, JsonValue]:
    try:
        known = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        # A damaged count must not keep the owner out; the audit says that it could not be read.
        return {"unreadable": True}
    return known if isinstance(known, dict) else {"unreadable": True}
