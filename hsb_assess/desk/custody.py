"""The organisation opens a vault whose person is gone: under a name of its own, in a copy, and the person can see it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final, NamedTuple

from hsb_assess.desk.access import must_be_strong
from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.identity import create_identity
from hsb_assess.trust.particulars import is_printable_line
from hsb_assess.vault.custody import copy_for
from hsb_assess.vault.escrow import ESCROW
from hsb_assess.vault.opening import OWN_CARD, unlock_with_escrow

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.clock import Clock
    from hsb_assess.vault.book import Work
    from hsb_assess.vault.keys import KdfParameters

__all__ = ["MOST_REASON", "Use", "recover_for_organisation", "told", "untold", "uses"]

MOST_REASON: Final = 200
_USES: Final = "escrow_uses"


class Use(NamedTuple):
    """One opening by the organisation: when (UTC), by whom, why."""

    at: str
    name: str
    role: str
    agency: str
    reason: str


def recover_for_organisation(
    folder: Path,
    key: str,
    out: Path,
    new_passphrase: str,
    *,
    name: str,
    role: str,
    agency: str,
    reason: str,
    clock: Clock | None = None,
    kdf: KdfParameters | None = None,
) -> str:
    """Open the vault in ``folder`` with the organisation's private key and copy it into ``out`` for whoever does that.

    Returns the copy's recovery key. The vault keeps its passphrase, and its person sees who opened it at the next
    unlock. Codes: ``escrow_reason``, those of a new passphrase and identity, of unlocking, and of making a vault.
    """
    time = clock or SystemClock()
    must_be_strong(new_passphrase, (name, agency))
    if not is_printable_line(reason.strip(), MOST_REASON):
        raise HsbAssessError(
            "escrow_reason",
            "The vault's person will be told why it was opened, and no reason was given.",
            f"Say in one line of up to {MOST_REASON} characters why; name no child.",
        )
    custodian = create_identity(name.strip(), role, agency.strip(), time.now())
    with unlock_with_escrow(folder, key, custodian, clock=time) as vault:
        with vault.unit("escrow_open") as work:
            use = Use(work.at, custodian.name, custodian.role, custodian.agency, reason.strip())
            work.audit.note("escrow_open", vault.id, use._asdict())
            known = work.settings.get(_USES)
            work.settings.put(_USES, [*(known if isinstance(known, list) else []), {**use._asdict(), "told": False}])
            card = work.settings.get(OWN_CARD)

        def fill(copy: Work) -> None:
            if isinstance(card, str):
                # What the vault's person signed is checked with their card, which their own vault vouches for.
                copy.contacts.put(base64.b64decode(card), "escrow")
            copy.settings.put(OWN_CARD, None)
            copy.settings.put(ESCROW, {"allowed": None})
            copy.settings.put(_USES, [])

        with vault.lend() as source:
            return copy_for(source, out, custodian, new_passphrase, fill, time, kdf=kdf).recovery_key


def uses(at: Workplace) -> tuple[Use, ...]:
    """Return every opening by the organisation, oldest first."""
    return tuple(_use(each) for each in _kept(at))


def untold(at: Workplace) -> tuple[Use, ...]:
    """Return the openings that the vault's person was not told of yet."""
    return tuple(_use(each) for each in _kept(at) if each.get("told") is False)


def told(at: Workplace) -> None:
    """Record that the vault's person was told."""
    kept = _kept(at)
    if all(each.get("told") is True for each in kept):
        return
    with at.book.begin("escrow_told") as work:
        work.settings.put(_USES, [{**each, "told": True} for each in kept])
        work.audit.note("escrow_told", at.identity.person)


def _kept(at: Workplace) -> list[dict[str, JsonValue]]:
    with at.book.begin(write=False) as work:
        kept = work.settings.get(_USES)
    return [each for each in kept if isinstance(each, dict)] if isinstance(kept, list) else []


def _use(each: dict[str, JsonValue]) -> Use:
    return Use(*(str(each.get(name, "")) for name in Use._fields))
