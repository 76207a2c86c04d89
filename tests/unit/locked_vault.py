"""A locked vault for tests of the command line, with files that hold what opens it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from hsb_assess.trust.identity import create_identity
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import create, unlock_with_recovery

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Kept", "keep"]


class Kept(NamedTuple):
    """A vault, and the files that hold what opens it."""

    folder: Path
    passphrase: Path
    recovery: Path
    id: str


def keep(root: Path, passphrase: str, *, rows: int = 0) -> Kept:
    """Make a vault without a case below ``root``, with so many long rows in its audit beside its own."""
    identity = create_identity("Avery Example", "practitioner", "Example Service", datetime.now(UTC))
    created = create(root / "vault", passphrase, identity, kdf=KdfParameters.floor())
    if rows:
        with unlock_with_recovery(root / "vault", created.recovery_key) as vault:
            for number in range(rows):
                with vault.unit("note") as work:
                    work.audit.note("view", f"thing {number}", "words " * 30)
    (root / "passphrase").write_text(passphrase + "\n", "utf-8")
    (root / "recovery").write_text(created.recovery_key + "\n", "utf-8")
    return Kept(root / "vault", root / "passphrase", root / "recovery", created.vault)
