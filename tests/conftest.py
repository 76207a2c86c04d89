"""What every test gets: no display, no network, no keyring, and a home folder of its own."""

from __future__ import annotations

import functools
import gc
import os
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# Before anything imports Qt or looks for a home folder.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_ACCESSIBILITY"] = "0"  # tests of the accessibility tree ask for it themselves
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
for name in ("DISPLAY", "WAYLAND_DISPLAY", "HSB_ASSESS_PAINTED"):
    os.environ.pop(name, None)

# No deadline for one example: the machines that run this share two cores. Failures print how to repeat them.
settings.register_profile(
    "shared", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow], max_examples=40
)
settings.register_profile("thorough", parent=settings.get_profile("shared"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "shared"))


# Far more is alive here than in the app, and most of it stays: looking through it all the time takes a twelfth of a run.
gc.set_threshold(20_000, 20, 20)

WINDOWS = {"ui", "a11y", "journeys"}
"""Folders of tests that show windows."""
_collected: list[Path] = []


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Collect rubbish between files of window tests, as the app does between acts, and never by itself meanwhile.

    Collected while Qt takes a window apart, a window that is rubbish would be taken apart inside: Qt holds a lock
    there that it then waits for itself, for ever.
    """
    windows = bool(WINDOWS & {*item.path.relative_to(Path(__file__).parent).parts})
    if item.path not in _collected and (windows or not gc.isenabled()):
        gc.collect()
    _collected[:] = [item.path]
    if windows:
        gc.disable()
    else:
        gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _home() -> Iterator[None]:
    """An empty home for the whole run, so that no test reads or leaves anything in a person's own."""
    with tempfile.TemporaryDirectory(prefix="hsb-home-") as folder, pytest.MonkeyPatch.context() as patch:
        for variable, place in {
            "HOME": ".",
            "USERPROFILE": ".",
            "XDG_CONFIG_HOME": ".config",
            "XDG_DATA_HOME": ".local/share",
            "XDG_CACHE_HOME": ".cache",
            "XDG_STATE_HOME": ".local/state",
            "XDG_RUNTIME_DIR": ".run",
        }.items():
            path = Path(folder, place)
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            patch.setenv(variable, str(path))
        yield


@pytest.fixture(scope="session", autouse=True)
def _derived_once() -> Iterator[None]:
    """Derive a key from the same passphrase, salt and cost once a run: copies of one vault are unlocked hundreds of times.

    The outcome is Argon2's own; a vault that is made, sealed or guessed at anew has another salt or passphrase. What the
    calibration measures, with a salt of noughts, is derived each time.
    """
    from argon2 import low_level

    really = low_level.hash_secret_raw
    once = functools.lru_cache(maxsize=256)(really)

    def derive(secret: bytes, salt: bytes, *cost: Any) -> bytes:  # noqa: ANN401 (Argon2's own arguments)
        return once(secret, salt, *cost) if any(salt) else really(secret, salt, *cost)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(low_level, "hash_secret_raw", derive)
        yield


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test fail that reaches for the network; local sockets stay open."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: tuple[object, ...] | str) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            pytest.fail(f"a test tried to reach the network: {address!r}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)
