"""How dear guessing a passphrase is made on this computer: 0.7 to 1.0 seconds of Argon2id a try."""

from __future__ import annotations

import os
import sys
import time
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.keys import KdfParameters

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.vault.keys import SlotFile

__all__ = ["calibrated", "for_new", "for_this_computer", "stronger"]

LEAST_SECONDS: Final = 0.7
MOST_SECONDS: Final = 1.0
_AIM: Final = 0.85
_SHARE: Final = 8  # at most this part of the memory, so that the windows and other programs keep theirs
_MOST_KIB: Final = 1024 * 1024
_STEP_KIB: Final = 8 * 1024
_MOST_PASSES: Final = 16
_ROUNDS: Final = 3
_UNKNOWN_MEMORY: Final = 4 * 1024**3


def calibrated(measure: Callable[[KdfParameters], float], memory_bytes: int) -> KdfParameters:
    """Return the parameters that take 0.7 to 1.0 s by ``measure``, within bounds and an eighth of the memory.

    Memory is raised before passes, because memory is what makes guessing in bulk dear. A computer on which even
    the floor takes longer gets the floor.
    """
    floor = KdfParameters.floor()
    most = max(floor.memory_kib, min(_MOST_KIB, memory_bytes // _SHARE // 1024))
    # The quicker of two: another program may have been busy during one.
    cost, seconds = floor, min(measure(floor), measure(floor))
    for _ in range(_ROUNDS):
        wanted = _scaled(cost, _AIM / max(seconds, 0.001), most)
        if wanted == cost:
            break
        cost, seconds = wanted, measure(wanted)
        if LEAST_SECONDS <= seconds <= MOST_SECONDS:
            break
    return cost


def _scaled(cost: KdfParameters, factor: float, most: int) -> KdfParameters:
    floor = KdfParameters.floor()
    work = cost.memory_kib * cost.passes * factor
    memory = int(work / floor.passes) // _STEP_KIB * _STEP_KIB
    memory = max(floor.memory_kib, min(memory, most))
    passes = max(floor.passes, min(int(work / memory), _MOST_PASSES))
    return KdfParameters(memory, passes, floor.lanes)


@lru_cache(maxsize=1)
def for_this_computer() -> KdfParameters:
    """Measure, for two seconds or so, once in a process. Not for the thread that draws windows."""
    return calibrated(_timed, _memory_bytes())


def stronger(here: KdfParameters, kept: KdfParameters) -> KdfParameters:
    """Return the dearer of two: what was sealed on a quicker or quieter computer is not made cheaper in passing."""
    return max((here, kept), key=lambda cost: cost.memory_kib * cost.passes)


def for_new(slots: SlotFile) -> KdfParameters:
    """Return what a new passphrase costs to guess; a passphrase slot that is damaged has no say in it."""
    here = for_this_computer()
    try:
        return stronger(here, slots.kdf())
    except HsbAssessError:
        return here


def _timed(cost: KdfParameters) -> float:
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    started = time.perf_counter()
    try:
        hash_secret_raw(b"measured", bytes(16), cost.passes, cost.memory_kib, cost.lanes, 32, Type.ID)
    except HashingError:  # so much memory is not to be had now: too dear
        return 2 * MOST_SECONDS
    return time.perf_counter() - started


def _memory_bytes() -> int:
    if sys.platform == "win32":
        import ctypes

        class Status(ctypes.Structure):
            _fields_ = (
                ("length", ctypes.c_ulong),
                ("load", ctypes.c_ulong),
                *((name, ctypes.c_ulonglong) for name in ("total", "free", "paged", "more", "virtual", "left", "last")),
            )

        status = Status(length=ctypes.sizeof(Status))
        known = ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.total) if known else _UNKNOWN_MEMORY
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (OSError, ValueError):
        return _UNKNOWN_MEMORY
