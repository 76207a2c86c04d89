"""Two laptops of one person: a vault for the other one, and packages between them that both take as one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.desk.access import must_be_strong
from hsb_assess.desk.sharing import pack
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import opening

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.vault.book import Work
    from hsb_assess.vault.keys import KdfParameters

__all__ = ["has_other_laptop", "note_on_paper", "package_for_own_laptop", "vault_for_other_laptop"]

_OTHERS: Final = "other_laptops"


def vault_for_other_laptop(
    vault: OpenedVault, at: Workplace, folder: Path, passphrase: str, *, kdf: KdfParameters | None = None
) -> str:
    """Make a vault in ``folder`` (on a stick) for this person's other laptop; return its recovery key, shown once.

    The same person with the same keys and contacts, under a name of its own for the laptop, so that each has a chain of
    entries of its own. Cases come by package (:func:`package_for_own_laptop`). The new vault reminds of its recovery
    key until :func:`note_on_paper`. Codes: ``passphrase_short``, ``passphrase_common``, ``passphrase_weak``, and those
    of making a vault.
    """
    must_be_strong(passphrase, (vault.identity.name, vault.identity.agency))
    identity = vault.identity.for_other_laptop()
    made = opening.create(folder, passphrase, identity, kdf=kdf, clock=at.clock, proved=False)
    with at.book.begin(write=False) as work:
        contacts = [(each.card, each.verified_how) for each in work.contacts.verified_ever()]
    with (
        opening.unlock_with_recovery(folder, made.recovery_key, clock=at.clock) as other,
        other.unit("other_laptop") as work,
    ):
        for card, how in contacts:
            work.contacts.put(card, how)
        _remember(work, vault.identity.device)
    with at.book.begin("other_laptop") as work:
        _remember(work, identity.device)
    return made.recovery_key


def _remember(work: Work, device: str) -> None:
    known = work.settings.get(_OTHERS)
    work.settings.put(_OTHERS, [*(known if isinstance(known, list) else []), device])
    work.audit.note("other_laptop", device)


def has_other_laptop(at: Workplace) -> bool:
    """Say whether a vault for another laptop was made here, or this is one that was."""
    with at.book.begin(write=False) as work:
        return bool(work.settings.get(_OTHERS))


def note_on_paper(folder: Path, key: str) -> None:
    """Have the vault in ``folder`` know that its recovery key came back from paper; codes as for unlocking with it."""
    with opening.unlock_with_recovery(folder, key) as other:
        other.note_on_paper()


def package_for_own_laptop(at: Workplace, case: str) -> bytes:
    """Return a package of ``case`` that only this person's laptops open, and that they take as their own."""
    with at.book.begin("package_own_laptop", case=case) as work:
        if not work.entries.of_case(case):
            raise HsbAssessError("no_such_case", "This case is not in this vault.", "Go back to the caseload.")
        return pack(at, work, case, at.identity.card(), "review")
