"""Backups as people meet them: when one is due, where they are kept, the second medium, and bringing one back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import backup
from hsb_assess.vault.folder import BACKUPS
from hsb_assess.vault.outside import vault_older

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic import JsonValue

    from hsb_assess.domain.clock import Clock
    from hsb_assess.vault.backup import Backup
    from hsb_assess.vault.book import Work
    from hsb_assess.vault.manifest import Why
    from hsb_assess.vault.opening import Vault

__all__ = [
    "CHECKED",
    "EVERY",
    "SECOND_EVERY",
    "Kept",
    "back_up",
    "choose_second",
    "copy_to_second",
    "due",
    "kept",
    "note_checked",
    "second_due",
]

EVERY: Final = timedelta(days=1)
"""How old the newest backup may be before another is made by itself."""
APART: Final = timedelta(minutes=30)
"""How far apart those are at least that make themselves."""
SECOND_EVERY: Final = timedelta(days=7)
"""How old the newest copy on the second medium may be before somebody is asked for it."""

SECOND: Final = "second_medium"
CHECKED: Final = "integrity_checked"
"""The setting that says when the whole vault was looked at last."""


@dataclass(frozen=True)
class Kept:
    """The backups of a vault, newest first, and its second medium: the folder and when the last copy was made there."""

    folder: Path
    backups: tuple[Backup, ...]
    second: Path | None
    copied: datetime | None


def kept(vault: Vault) -> Kept:
    """Return which backups this vault has, and where else they go."""
    folder = vault.folder / BACKUPS
    with vault.unit() as work:
        second, copied = _second(work.settings.get(SECOND))
    return Kept(folder, backup.backups_in(folder, vault.id), second, copied)


def _second(value: JsonValue) -> tuple[Path | None, datetime | None]:
    if not isinstance(value, dict) or not isinstance(value.get("folder"), str):
        return None, None
    copied = value.get("copied")
    return Path(str(value["folder"])), datetime.fromisoformat(copied) if isinstance(copied, str) else None


def due(backups: Iterable[Backup], now: datetime) -> bool:
    """Say whether a backup has to be made by itself: the newest is a day old, or there is none.

    One from the future says that a clock was wrong; it is not counted, but neither is one made within half an hour of it.
    """
    moments = [each.manifest.moment() for each in backups]
    past = [moment for moment in moments if moment <= now]
    if any(abs(moment - now) < APART for moment in moments):
        return False
    return not past or now - max(past) >= EVERY


def second_due(found: Kept, now: datetime) -> bool:
    """Say whether somebody should be asked for the second medium: never chosen, never copied, or a week ago."""
    return found.second is None or found.copied is None or not timedelta() <= now - found.copied < SECOND_EVERY


def back_up(
    vault: Vault,
    why: Why,
    clock: Clock,
    *,
    into: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Backup:
    """Make a backup, thin the older ones out, copy it to the second medium if that is there, and have the audit say so.

    Codes: ``vault_older`` (nothing is written in it, and what it holds is not what to keep), and those of
    :func:`hsb_assess.vault.backup.make`.
    """
    if vault.older is not None:
        raise vault_older()
    target = into or vault.folder / BACKUPS
    with vault.lend() as source:
        made = backup.make(source, target, why, clock.now(), progress)
        if into is None:
            backup.thin(target, source.key, vault.id, clock.now())
    _note(vault, "backup_made", made, clock)
    if into is None:
        found = kept(vault)
        if found.second is not None and found.second.is_dir():
            _copy(vault, made, found.second, clock)
    return made


def choose_second(vault: Vault, folder: Path, clock: Clock) -> Backup:
    """Keep copies on another medium from now on, and copy the newest backup there, making one if there is none.

    Codes: ``second_is_first`` (it lies within the vault's own folder), and those of a backup.
    """
    if folder.resolve().is_relative_to(vault.folder.resolve()):
        raise HsbAssessError(
            "second_is_first",
            "This folder is part of the vault's own folder.",
            "Choose a folder on another medium, such as a memory stick that is kept elsewhere.",
        )
    newest = next(iter(kept(vault).backups), None) or back_up(vault, "asked", clock)
    return _copy(vault, newest, folder, clock)


def copy_to_second(vault: Vault, clock: Clock) -> Backup:
    """Make a backup and copy it to the second medium; code ``second_missing`` where that is not chosen or not there."""
    second = kept(vault).second
    if second is None or not second.is_dir():
        raise HsbAssessError(
            "second_missing",
            "The second medium is not there.",
            "Connect it, or choose another folder for the copies.",
        )
    made = back_up(vault, "asked", clock)
    return backup.read_backup(second / made.path.name)


def _copy(vault: Vault, made: Backup, folder: Path, clock: Clock) -> Backup:
    with vault.lend() as source:
        copied = backup.copy_to(made, folder, source.key)
        backup.thin(folder, source.key, vault.id, clock.now())
    with vault.unit("backup_copied") as work:
        work.settings.put(SECOND, {"folder": str(folder), "copied": clock.now().isoformat()})
        work.audit.note("backup_copied", made.path.name)
    return copied


def note_checked(work: Work, clock: Clock) -> None:
    """Keep that the whole vault was looked at now."""
    work.settings.put(CHECKED, clock.now().isoformat())


def _note(vault: Vault, action: str, made: Backup, clock: Clock) -> None:
    with vault.unit(action) as work:
        manifest = made.manifest
        note_checked(work, clock)  # a backup is made of a vault that was looked at, and of no other
        work.audit.note(action, made.path.name, {"why": manifest.why, "audit_head": manifest.audit_head})
