"""A process to be killed: for each line on its input it forks one child that changes what opens a vault.

Not a test. Input, one line each: ``ACT FOLDER SECRET NEW STOP CONTROL``, blanks in secrets as ``_``. ``ACT`` is ``rekey``
or ``passphrase``; the child kills itself before the ``STOP``-th time that it opens, renames or removes a file in the
folder after it has said ``began`` (``0``: never). Output: the child's process id, ``began``, ``done N`` with how many
such times there were, and ``gone`` when it has ended.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from hsb_assess.vault.keys import KdfParameters, SlotFile
from hsb_assess.vault.opening import unlock

WATCHED = frozenset({"open", "os.rename", "os.remove"})
FLOOR = KdfParameters.floor()


def _tell(word: str) -> None:
    os.write(1, f"{word}\n".encode())


class Stopper:
    """Counts what is done to files of the folder, and ends the process when there were enough."""

    def __init__(self, folder: Path, stop: int) -> None:
        self.folder, self.stop, self.seen, self.on = str(folder), stop, 0, False
        sys.addaudithook(self.hear)

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Hear what Python is about to do."""
        if self.on and event in WATCHED and str(arguments[0]).startswith(self.folder):
            self.seen += 1
            if self.seen == self.stop:
                os.kill(os.getpid(), signal.SIGKILL)


def _act(act: str, folder: Path, secret: str, new: str, stop: int, control: str) -> None:
    if control == "early":
        # The fault that the harness has to see: the old slots are dropped before the new database is in place.
        SlotFile.with_next = lambda _self, other: other  # type: ignore[assignment,method-assign,return-value]  # that is the fault
    stopper = Stopper(folder, stop)
    vault = unlock(folder, secret)
    stopper.on = True
    _tell("began")
    if act == "rekey":
        vault.rekey(secret, new, kdf=FLOOR)
    else:
        vault.change_passphrase(secret, new, kdf=FLOOR)
    stopper.on = False
    _tell(f"done {stopper.seen}")
    vault.close()


def _main() -> None:
    while line := sys.stdin.readline().split():
        act, folder, secret, new, stop, control = line
        child = os.fork()
        if child == 0:
            try:
                _tell(str(os.getpid()))
                _act(act, Path(folder), secret.replace("_", " "), new.replace("_", " "), int(stop), control)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        _tell("gone")


if __name__ == "__main__":
    _main()
