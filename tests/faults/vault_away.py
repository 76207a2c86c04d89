"""A process to be killed: for each line on its input it forks one child that does something to a vault.

Not a test. Input, one line each: ``ACT FOLDER KEY OTHER CONTROL``. ``ACT`` is ``write``, ``index``, ``migrate``, ``backup``,
``restore`` or ``erase``; ``OTHER`` is where copies go, or the backup that is restored. Output: the child's process id, ``began``,
what it did as soon as that is promised (``entry ID``, ``backup NAME``, ``migrated``, ``restored``), and ``gone``.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from hsb_assess.desk import access, assessing, backups, caseload, indexing
from hsb_assess.domain.answer import answered
from hsb_assess.domain.clock import SystemClock
from hsb_assess.vault import backup, erasures, migrations, restoring, updating
from hsb_assess.vault.opening import unlock_with_recovery
from tests.faults.small import LATER, write_one

if TYPE_CHECKING:
    from hsb_assess.vault.file import Connection


def tell(word: str) -> None:
    """Say something at once: it is there even if this process is killed the moment after."""
    os.write(1, f"{word}\n".encode())


def write(folder: Path, key: str, _other: Path, control: str) -> None:
    """Record one answer after the other; as a control, promise each before it is committed."""
    vault = unlock_with_recovery(folder, key)
    book = vault.book()
    tell("began")
    if control == "early":
        write_one(vault, book, early=lambda name: tell(f"entry {name}"))
        return
    while True:
        tell(f"entry {write_one(vault, book)}")


def index(folder: Path, key: str, _other: Path, control: str) -> None:
    """Record one answer after the other and index behind them; as a control, forget what is due before it is indexed."""
    at = access.unlock_with_recovery_key(folder, key).workplace(read_only=False)
    (line,) = caseload.cases(at)
    assessment = str(line.assessment)
    tell("began")
    number = 0
    while True:
        number += 1
        path = ("M01.reason", "M14.worries", "M14.hopes", "M00.faith")[number % 4]
        change = assessing.record_answer(at, assessment, path, answered(f"Number {number} of many words"))
        tell(f"entry {change.entries[0].id}")
        if control == "forgetful":
            with at.book.begin("search_indexed") as work:
                work.search.look_for_new()
                due = work.search.due()
                for case in due:
                    work.search.done(case)
            for case in due:
                with at.book.begin("search_indexed") as work:
                    indexing._bring_up(at, work, case, work.search.basis(), indexing.ROWS)
        else:
            indexing.index_some(at, 2)


def _piecemeal(connection: Connection, at: str, more: object = None, *, check: object = None) -> tuple[str, ...]:
    """The fault that the harness has to see: each statement of a change is committed by itself."""
    del more, check
    for name, change in migrations.pending(connection):
        change(connection)
        connection.execute("INSERT INTO migration VALUES (?, ?)", (name, at))
    return ("piecemeal",)


def migrate(folder: Path, key: str, _other: Path, control: str) -> None:
    """Open the vault with a later version of the program."""
    migrations.MIGRATIONS = (*migrations.MIGRATIONS, LATER)  # type: ignore[misc]  # a later version of the program
    if control == "piecemeal":
        updating.migrate = _piecemeal
        updating.make = lambda *_: SimpleNamespace(path=folder)  # type: ignore[assignment]  # so that the window is wide
    tell("began")
    vault = unlock_with_recovery(folder, key)
    tell("migrated")
    vault.close()


def make_backups(folder: Path, key: str, other: Path, control: str) -> None:
    """Record and back up in turn, with copies on a second medium; as a control, under its name from the start."""
    if control == "named":
        backup.PARTIAL = ""  # type: ignore[misc]  # that is the fault, and nothing tidies up after it
        backup._drop_partials = lambda *_: None
    vault = unlock_with_recovery(folder, key)
    book = vault.book()
    tell("began")
    for number in range(3):
        tell(f"entry {write_one(vault, book)}")
        made = backups.choose_second(vault, other, SystemClock()) if not number else None
        made = made or backups.back_up(vault, "asked", SystemClock())
        tell(f"backup {made.path.name}")
    vault.close()


def restore(folder: Path, key: str, other: Path, control: str) -> None:
    """Put the backup in the vault's place; as a control, by copying it over what is there."""
    tell("began")
    if control == "over":
        for name in ("keys.json", "vault.db"):
            shutil.copyfile(other / name, folder / name)
    else:
        restoring.restore(other, folder, key, with_recovery_key=True, clock=SystemClock())
    tell("restored")


def erase(folder: Path, key: str, other: Path, control: str) -> None:
    """Erase a case that two people agreed to erase; as a control, one table after the other, each committed by itself."""
    from tests.faults import erasing

    vault = unlock_with_recovery(folder, key, clock=erasing.CLOCK)
    at = erasing.workplace(vault)
    case, _, erasure = str(other).partition(":")
    prepared = erasing.make_ready(at, erasing.Agreed(folder, key, case, "", erasure, {}, 0))
    if control == "pieces":
        whole = erasures.Erasures.erase

        def in_pieces(self: erasures.Erasures, *given: object, **named: object) -> None:
            for table in reversed(erasures.case_tables(self._unit)):
                sql = f"DELETE FROM {table} WHERE case_id = ?"
                self._unit.connection.execute(sql, (case,))
                self._unit.connection.execute("COMMIT")
                self._unit.connection.execute("BEGIN IMMEDIATE")
            whole(self, *given, **named)  # type: ignore[arg-type]  # what it was given

        erasures.Erasures.erase = in_pieces  # type: ignore[method-assign]  # that is the fault
    tell("began")
    started = time.monotonic()
    erasing.erase(at, prepared)
    tell("erased")
    at.book.close()
    vault.close()
    tell(f"took {time.monotonic() - started:.4f}")


ACTS = {"erase": erase, "write": write, "index": index, "migrate": migrate, "backup": make_backups, "restore": restore}


def _main() -> None:
    while line := sys.stdin.readline().split():
        act, folder, key, other, control = line
        if act == "erase":  # only then: what is loaded here makes every fork dearer
            from tests.faults import erasing

            erasing.forms()
        child = os.fork()
        if child == 0:
            try:
                tell(str(os.getpid()))
                ACTS[act](Path(folder), key, Path(other), control)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        tell("gone")


if __name__ == "__main__":
    _main()
