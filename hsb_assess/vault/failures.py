"""Tries to unlock: counted beside the vault before each is judged, held up when wrong, folded into the audit later.

The count is written *before* the secret is tried, so that ending the process in between saves nobody a wait.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.folder import FAILURES, disk_errors, replace_file
from hsb_assess.vault.throttle import IN_WINDOW, Tries
from hsb_assess.vault.unit import utc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import JsonValue

__all__ = ["TooManyTriesError", "counted", "counted_beside", "failures", "forget", "seconds_to_wait"]

_WRONG: Final = frozenset({"wrong_passphrase", "wrong_recovery_key", "wrong_escrow_key"})
_IN_SECONDS: Final = 2  # minutes that are told in seconds
_STREAK, _RECENT = "streak", "recent"


class TooManyTriesError(HsbAssessError):
    """Somebody has to wait ``seconds`` before the next try is judged; code ``too_many_tries``."""

    def __init__(self, seconds: float) -> None:
        self.seconds = math.ceil(seconds)
        minutes = math.ceil(self.seconds / 60)
        left = f"{minutes} minutes" if minutes > _IN_SECONDS else f"{self.seconds} seconds"
        super().__init__(
            "too_many_tries",
            "Wrong tries came too close together, so the vault waits before the next one.",
            f"Wait {left}, then try again; nothing is lost.",
        )


@contextmanager
def counted(folder: Path, slot: str, at: str) -> Iterator[None]:
    """Judge one secret for ``slot`` in this block, under the folder's lock; ``at`` is UTC, for the audit.

    Raises :class:`TooManyTriesError` instead of beginning while somebody has to wait. A try that fails otherwise than by
    a wrong secret is not counted; a right one ends the streak, and its count stays for the audit.
    """
    # The computer's own clock: another one can be asked for at the start of the program, and would end the wait.
    now = SystemClock().now().timestamp()
    known = _read(folder / FAILURES)
    tries = _tries(known)
    seconds = tries.wait(now)
    if seconds > 0:
        if tries.as_of(now) is not tries:
            _write(folder, {**known, **_as_json(tries.as_of(now))})
        raise TooManyTriesError(seconds)
    count = known.get(slot)
    begun = {
        **known,
        "first": known.get("first", at),
        "last": at,
        slot: (count if isinstance(count, int) else 0) + 1,
        **_as_json(tries.one_more(now)),
    }
    _write(folder, begun)
    try:
        yield
    except HsbAssessError as error:
        if error.code not in _WRONG:
            _write(folder, known)
        raise
    _write(folder, {name: value for name, value in known.items() if name not in {_STREAK, _RECENT}})


@contextmanager
def counted_beside(path: Path, slot: str) -> Iterator[None]:
    """Judge one secret for the backup at ``path`` in this block; the count lies beside it, where it can be written.

    Otherwise the vault's own backups would be the way round its wait. A medium that takes no writing counts nothing.
    """
    if os.access(path.parent, os.W_OK):
        with counted(path.parent, slot, utc(SystemClock().now())):
            yield
    else:
        yield


def seconds_to_wait(folder: Path) -> int:
    """Return how many seconds are left before the next try is judged; nought where nobody has to wait."""
    return math.ceil(_tries(_read(folder / FAILURES)).wait(SystemClock().now().timestamp()))


def failures(folder: Path) -> tuple[str, dict[str, JsonValue]] | None:
    """Return a digest that names this count, and the count itself, or ``None`` if nothing failed.

    The file holds numbers and times only. Whoever can write to the folder can also delete it.
    """
    path = folder / FAILURES
    with disk_errors():
        if not path.exists():
            return None
        data = path.read_bytes()
    known = {name: value for name, value in _read(path).items() if name not in {_STREAK, _RECENT}}
    return hashlib.sha256(data).hexdigest(), known


def forget(folder: Path) -> None:
    """Start at nought again, once the count stands in the audit."""
    with disk_errors():
        (folder / FAILURES).unlink(missing_ok=True)


def _write(folder: Path, known: dict[str, JsonValue]) -> None:
    if known:
        replace_file(folder / FAILURES, json.dumps(known, sort_keys=True).encode())
    else:
        forget(folder)


def _as_json(tries: Tries) -> dict[str, JsonValue]:
    return {_STREAK: tries.streak, _RECENT: list(tries.recent)}


def _tries(known: dict[str, JsonValue]) -> Tries:
    streak, recent = known.get(_STREAK), known.get(_RECENT)
    if not isinstance(streak, int) or not isinstance(recent, list):
        return Tries()
    moments = tuple(each for each in recent if isinstance(each, int | float) and math.isfinite(each))
    return Tries(streak, moments[-IN_WINDOW:])


def _read(path: Path) -> dict[str, JsonValue]:
    try:
        known = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        # A damaged count must not keep the owner out; the audit says that it could not be read.
        return {"unreadable": True}
    return known if isinstance(known, dict) else {"unreadable": True}
