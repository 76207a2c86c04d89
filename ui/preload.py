"""Imports what unlocking needs while the passphrase is being typed."""

from __future__ import annotations

import threading
from importlib import import_module

__all__ = ["MODULES", "preload"]

MODULES = (
    "pydantic",
    "cryptography.hazmat.primitives.ciphers.aead",
    "sqlcipher3",
    "hsb_assess.desk.access",
    "hsb_assess.desk.caseload",
    "ui.shell.desktop",
    "ui.pages.caseload",
)


def preload() -> threading.Thread:
    """Start importing on a thread that ends with the process."""
    thread = threading.Thread(target=_import_all, name="preload", daemon=True)
    thread.start()
    return thread


def _import_all() -> None:
    for name in MODULES:
        try:
            import_module(name)
        except Exception as error:  # noqa: BLE001 (whoever needs the module meets the error and tells it)
            from ui.eventlog import unforeseen

            unforeseen(error)
            return
