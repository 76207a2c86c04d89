"""Imports and reads what unlocking needs while the passphrase is being typed, and nothing beside anybody else.

Two threads that import the same library at once may each find half of it: Python breaks a deadlock between two modules
that import one another by handing out the unfinished one. So whoever needs more than a page of the entry says so first.
"""

from __future__ import annotations

import gc
import sys
import threading
from importlib import import_module

from PySide6.QtWidgets import QApplication, QScrollArea

__all__ = ["MODULES", "preload", "settled"]

MODULES = (
    "pydantic",
    "cryptography.hazmat.primitives.ciphers.aead",
    "sqlcipher3",
    "hsb_assess.desk.access",
    "hsb_assess.desk.caseload",
    "ui.shell.desktop",
    "ui.pages.caseload",
)


_running: list[threading.Thread] = []
_over = threading.Event()


def preload(*, lasting: bool = False) -> None:
    """Start importing on a thread that ends with the process, unless somebody needed the modules before. On the UI thread.

    In a ``lasting`` process, which is the app alone, what is loaded then is never looked through for rubbish.
    """
    if not _over.is_set():
        if QApplication.instance() is not None:
            # To tell what kind a widget is that Qt made itself, PySide loads every kind: now, not when the vault opens.
            QScrollArea().viewport()
        thread = threading.Thread(target=_import_all, args=(lasting,), name="preload", daemon=True)
        _running.append(thread)
        thread.start()


def settled() -> None:
    """Wait until nothing is being imported here any more, and have nothing begin: called before importing on any thread."""
    _over.set()
    for thread in _running:
        thread.join()


def _import_all(lasting: bool) -> None:  # noqa: FBT001 (a thread passes its arguments by place)
    for name in MODULES:
        if _over.is_set():
            return  # whoever waits imports what it needs itself
        try:
            import_module(name)
        except Exception as error:  # noqa: BLE001 (whoever needs the module meets the error and tells it)
            from ui.eventlog import unforeseen

            unforeseen(error)
            return
    if not _over.is_set():
        sys.modules["hsb_assess.desk.access"].prepare()
    if lasting:
        gc.freeze()  # looking through what stays takes longer than looking through what may be rubbish
