"""The organisation's configuration in a vault: where it comes from, when it counts, what it sets, what came before.

A file in the administrators' folder counts at once, because only they can write there. Any other counts once a person
has compared the eight words of its key. A later file of the same key follows by itself; another key has to be compared.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from hsb_assess.desk.workplace import Change
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.organisation import MAX_BYTES, MOST_IDLE_MINUTES, MOST_SESSION_HOURS, Organisation
from hsb_assess.vault.escrow import ESCROW, Escrow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.vault.book import Work

__all__ = [
    "ADMINISTRATOR",
    "FILE_NAME",
    "EscrowState",
    "Known",
    "administrators_folder",
    "allow_escrow",
    "confirm",
    "end_escrow",
    "escrow_state",
    "history",
    "idle_seconds",
    "known",
    "look",
    "of_administrators",
    "offered_here",
    "other_edition",
    "refuse",
    "session_seconds",
    "shared_folder",
    "standard_profile",
    "take_in",
]

ADMINISTRATOR: Final = "administrator"
FILE_NAME: Final = "organisation.json"
_KIND: Final = "organisation"
_SETTING: Final = "organisation"
_MINUTE, _HOUR = 60.0, 3600.0
_FIRST_PROFILE: Final = "england"
_MOST_HISTORY: Final = 200


@dataclass(frozen=True)
class Known:
    """What counts now, how and when it came to count; and what waits until somebody has compared its words.

    ``how`` is ``administrator``, ``phone`` or ``in_person``.
    """

    accepted: Organisation | None = None
    how: str = ""
    at: str = ""
    pending: Organisation | None = None

    @property
    def changed_key(self) -> bool:
        """Whether what waits is signed with another key than what counts."""
        return self.accepted is not None and self.pending is not None


class EscrowState(NamedTuple):
    """Whether the organisation can open this vault.

    ``allowed`` says whom the key file names, ``offered`` whom the configuration names; ``missing`` that the key file
    lacks, or has another than, what this vault's person allowed.
    """

    allowed: Escrow | None
    offered: Escrow | None
    missing: bool


def administrators_folder() -> Path:
    """Return the folder that only an administrator of this computer can write to, where there is one."""
    system: str = sys.platform
    if system == "linux":
        return Path("/etc/hsb-assess")  # not XDG_CONFIG_DIRS: everybody sets their own environment
    import platformdirs

    return Path(platformdirs.site_config_dir("hsb-assess", appauthor=False))


def of_administrators(folder: Path | None = None) -> bytes | None:
    """Return the bytes of the administrators' file, ``None`` where there is none that they alone can have written.

    The file and every folder above it have to belong to root and be writable by nobody else. Windows does not tell
    that simply, so there a file counts only once its words were compared.
    """
    path = (folder or administrators_folder()) / FILE_NAME
    if os.name != "posix":
        return None
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            own = os.fstat(file.fileno())
            if not (stat.S_ISREG(own.st_mode) and _is_theirs(own)):
                return None
            if not all(_is_theirs(above.lstat()) for above in path.absolute().parents):
                return None
            return file.read(MAX_BYTES + 1)
    except OSError:
        return None


def offered_here() -> Escrow | None:
    """Return whom the administrators' file names to open new vaults too, if it names anybody."""
    data = of_administrators()
    try:
        found = None if data is None else Organisation.from_bytes(data)
    except HsbAssessError:
        return None  # what is spoilt sets nothing; an administrator sees it by `hsb-assess organisation show`
    return None if found is None or found.escrow is None else Escrow(found.escrow, found.name)


def _is_theirs(found: os.stat_result) -> bool:
    return found.st_uid == 0 and not found.st_mode & 0o022


def known(at: Workplace) -> Known:
    """Return what counts and what waits."""
    with at.book.begin(write=False) as work:
        return _known(work)


def _known(work: Work) -> Known:
    kept = work.settings.get(_SETTING)
    if not isinstance(kept, dict):
        return Known()
    return Known(
        _stored(work, kept.get("hash")),
        str(kept.get("how", "")),
        str(kept.get("at", "")),
        _stored(work, kept.get("pending")),
    )


def _stored(work: Work, name: JsonValue) -> Organisation | None:
    found = work.definitions.get(name) if isinstance(name, str) else None
    return Organisation.from_bytes(found.content) if found is not None and found.kind == _KIND else None


def history(at: Workplace) -> tuple[Known, ...]:
    """Return every configuration that ever counted here, oldest first, each with how and since when."""
    with at.book.begin(write=False) as work:
        kept = work.settings.get(_SETTING)
        listed = kept.get("history") if isinstance(kept, dict) else None
        found = []
        for each in listed if isinstance(listed, list) else []:
            if isinstance(each, dict):
                stored = _stored(work, each.get("hash"))
                found.append(Known(stored, str(each.get("how", "")), str(each.get("at", ""))))
    return tuple(found)


def take_in(at: Workplace, data: bytes, *, how: str = "") -> Known:
    """Take in a configuration file and return what counts and what waits now.

    It counts at once if it is signed with the key that counts, or if it comes from the administrators (``how``) and
    none counts yet; otherwise it waits for :func:`confirm`. Nothing is written when it is refused. Codes: those of
    the file, ``organisation_older`` (a later one counts already).
    """
    found = Organisation.from_bytes(data)
    with at.book.begin(write=False) as work:
        now = _known(work)
    if now.accepted is not None and now.accepted.signing_key == found.signing_key:
        if now.accepted.to_bytes() == data:
            return now
        if found.serial <= now.accepted.serial:
            raise HsbAssessError(
                "organisation_older",
                "A later configuration of your organisation is in use already.",
                "Ask your organisation for its newest file.",
            )
        return _accept(at, found, how or now.how)
    if now.accepted is None and how == ADMINISTRATOR:
        return _accept(at, found, how)
    if now.pending is not None and now.pending.to_bytes() == data:
        return now
    with at.book.begin("organisation_imported") as work:
        name = _keep(work, found)
        kept = work.settings.get(_SETTING)
        work.settings.put(_SETTING, {**(kept if isinstance(kept, dict) else {}), "pending": name})
        work.audit.note("organisation_imported", name, {"words": list(found.words)})
        return _known(work)


def look(at: Workplace, folder: Path | None = None) -> Known:
    """Take in what the administrators put on this computer, if anything new; a spoilt file changes nothing."""
    data = of_administrators(folder)
    if data is None:
        return known(at)
    try:
        return take_in(at, data, how=ADMINISTRATOR)
    except HsbAssessError as error:
        if error.code.startswith("organisation_"):
            return known(at)
        raise


def confirm(at: Workplace, how: str) -> Known:
    """Have what waits count: a person compared its eight words, by ``phone`` or ``in_person``."""
    if how not in {"phone", "in_person"}:
        raise HsbAssessError("how_compared", "The words are compared by phone or in person.", "Choose one of the two.")
    waiting = known(at).pending
    if waiting is None:
        raise HsbAssessError("no_configuration", "No configuration waits to be compared.", "Import the file first.")
    return _accept(at, waiting, how)


def refuse(at: Workplace) -> Known:
    """Throw away what waits: its words were not those that the organisation tells."""
    with at.book.begin("organisation_refused") as work:
        kept = work.settings.get(_SETTING)
        if isinstance(kept, dict) and kept.get("pending"):
            work.audit.note("organisation_refused", str(kept["pending"]))
            work.settings.put(_SETTING, {name: value for name, value in kept.items() if name != "pending"})
        return _known(work)


def _accept(at: Workplace, found: Organisation, how: str) -> Known:
    with at.book.begin("organisation_accepted") as work:
        name = _keep(work, found)
        kept = work.settings.get(_SETTING)
        before = kept.get("history") if isinstance(kept, dict) else None
        line: dict[str, JsonValue] = {"hash": name, "how": how, "at": work.at}
        listed = [*(before if isinstance(before, list) else []), line][-_MOST_HISTORY:]
        work.settings.put(_SETTING, {**line, "history": listed})
        work.audit.note("organisation_accepted", name, {"how": how, "serial": found.serial, "words": list(found.words)})
        return _known(work)


def _keep(work: Work, found: Organisation) -> str:
    data = found.to_bytes()
    name = hashlib.sha256(data).hexdigest()
    work.definitions.put(name, _KIND, found.name, str(found.serial), data)
    return name


def idle_seconds(at: Workplace) -> float:
    """Return after how many seconds of stillness the vault locks: the safe default, or less if the organisation says so."""
    accepted = known(at).accepted
    minutes = accepted.idle_minutes if accepted is not None else None
    return _MINUTE * min(MOST_IDLE_MINUTES, minutes or MOST_IDLE_MINUTES)


def session_seconds(at: Workplace) -> float:
    """Return after how many seconds the passphrase is asked for again: the safe default, or less if the organisation says so."""
    accepted = known(at).accepted
    hours = accepted.session_hours if accepted is not None else None
    return _HOUR * min(MOST_SESSION_HOURS, hours or MOST_SESSION_HOURS)


def standard_profile(at: Workplace, work: Work) -> str:
    """Return the guidance profile for new assessments: the organisation's, if this program has it, else England's."""
    accepted = _known(work).accepted
    wanted = accepted.profile if accepted is not None else None
    return wanted if wanted is not None and wanted in at.catalogue.profiles() else _FIRST_PROFILE


def other_edition(at: Workplace) -> bool:
    """Say whether the organisation names an edition of the guidance that this program does not have in force."""
    accepted = known(at).accepted
    if accepted is None or accepted.profile is None:
        return False
    if accepted.profile not in at.catalogue.profiles():
        return True
    return accepted.profile_hash not in {None, at.catalogue.profile(accepted.profile).hash}


def shared_folder(at: Workplace) -> Path | None:
    """Return the folder in which the organisation exchanges packages, where it can be reached now."""
    accepted = known(at).accepted
    folder = Path(accepted.shared_folder) if accepted is not None and accepted.shared_folder else None
    try:
        return folder if folder is not None and folder.is_dir() else None
    except OSError:  # a share that is not connected
        return None


def escrow_state(vault: OpenedVault, at: Workplace) -> EscrowState:
    """Return whether the organisation can open this vault, and whether its configuration asks to."""
    with at.book.begin(write=False) as work:
        said = work.settings.get(ESCROW)
        accepted = _known(work).accepted
    offered = None
    if accepted is not None and accepted.escrow is not None:
        offered = Escrow(accepted.escrow, accepted.name)
    try:
        allowed = vault.escrow()
    except HsbAssessError:
        return EscrowState(None, offered, missing=True)
    wanted = _allowed(said) if isinstance(said, dict) else None
    return EscrowState(allowed, offered, missing=wanted != allowed)


def _allowed(said: Mapping[str, JsonValue]) -> Escrow | None:
    pair = said.get("allowed")
    return Escrow(*map(str, pair)) if isinstance(pair, list) and len(pair) == len(Escrow._fields) else None


def allow_escrow(at: Workplace, vault: OpenedVault, current: str) -> Change:
    """Let the organisation open this vault: its configuration names the key, ``current`` is the passphrase in use."""
    accepted = known(at).accepted
    if accepted is None or accepted.escrow is None:
        raise HsbAssessError(
            "no_escrow_offered",
            "No configuration of an organisation asks to open this vault.",
            "Import your organisation's configuration first.",
        )
    vault.allow_escrow(current, Escrow(accepted.escrow, accepted.name))
    return Change("escrow_allowed")


def end_escrow(at: Workplace, vault: OpenedVault, current: str) -> Change:
    """Let nobody else open this vault from now on."""
    del at  # an act like the others, although the vault writes the audit row itself
    vault.end_escrow(current)
    return Change("escrow_ended")
