"""What an open vault needs from time to time, beside the work: room kept aside, a look at all of it, a backup."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from hsb_assess.desk import backups
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import ballast
from hsb_assess.vault.checking import check_database
from hsb_assess.vault.folder import DATABASE
from hsb_assess.vault.medium import synced_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.domain.clock import Clock
    from hsb_assess.vault.opening import Vault

__all__ = ["CHECK_EVERY", "StoppedError", "Upkeep", "keep_up"]

CHECK_EVERY: Final = timedelta(days=7)
"""How old the last look at the whole vault may be."""


ASKED_AFTER: Final = timedelta(days=1)
"""How old the first backup is before somebody is asked for a second medium."""


class StoppedError(Exception):
    """The vault is being locked: upkeep goes on after the next unlock."""


@dataclass(frozen=True)
class Upkeep:
    """What was done and what somebody should hear of: ``fault`` first, then ``synced`` (the program's name), ``second_due``."""

    ballast: bool
    checked: bool
    backed_up: bool
    fault: HsbAssessError | None = None
    synced: str | None = None
    second_due: bool = False


def keep_up(vault: Vault, clock: Clock, stop: Callable[[], bool] = lambda: False) -> Upkeep:
    """Do what is due; raises :class:`StoppedError` soon after ``stop`` says so. Nothing of this is in anybody's way.

    A vault that is not whole is told by ``fault`` and not backed up: its last good backups stay.
    """

    def go_on(*_: object) -> None:
        if stop():
            raise StoppedError

    go_on()
    room = ballast.keep(vault.folder)
    go_on()
    if vault.older is not None:
        # Nothing is written in it until somebody explained; its backups are not the ones to keep.
        return Upkeep(room, checked=False, backed_up=False, synced=synced_by(vault.folder))
    try:
        looked, made, asked = _look(vault, clock, go_on)
    except HsbAssessError as error:
        go_on()  # what fails because the vault was locked meanwhile is no fault of the vault's
        return Upkeep(room, checked=False, backed_up=False, fault=error, synced=synced_by(vault.folder))
    go_on()
    return Upkeep(room, looked, made, None, synced_by(vault.folder), asked)


def _look(vault: Vault, clock: Clock, go_on: Callable[..., None]) -> tuple[bool, bool, bool]:
    """Return whether the vault was looked at whole, whether a backup was made, and whether the second medium is due."""
    with vault.unit() as work:
        checked, written = work.settings.get(backups.CHECKED), work.entries.count()
    looked = made = False
    if backups.due(backups.kept(vault).backups, clock.now()):
        backups.back_up(vault, "automatic", clock, progress=go_on)
        looked = made = True
    elif _older(checked, clock.now()):
        with vault.lend() as source:
            check_database(vault.folder / DATABASE, source.key, vault.id)
        with vault.unit("integrity_checked") as work:
            backups.note_checked(work, clock)
        looked = True
    found = backups.kept(vault)
    return looked, made, bool(written) and _used_a_day(found, clock.now()) and backups.second_due(found, clock.now())


def _used_a_day(found: backups.Kept, now: datetime) -> bool:
    """Say whether work has gone into this vault for a day: whoever made it a moment ago has nothing to lose yet."""
    return any(now - each.manifest.moment() >= ASKED_AFTER for each in found.backups)


def _older(checked: object, now: datetime) -> bool:
    """Say whether the last look was a week ago, or never, or in the future."""
    if not isinstance(checked, str):
        return True
    return not timedelta() <= now - datetime.fromisoformat(checked) < CHECK_EVERY
