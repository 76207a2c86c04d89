"""A process to be killed: for each line on its input it forks one child that uses the vault in a given way.

Not a test. Input: the vault's folder and recovery key first, then one word a line. Output: the child's
process id, what the child says, and ``gone`` when it has ended.
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Statement, Stream, seal
from hsb_assess.vault.opening import Vault, unlock_with_recovery


def _tell(word: str) -> None:
    os.write(1, f"{word}\n".encode())


def _write_one(vault: Vault, book: object, text: str) -> str:
    clock, identity = SystemClock(), vault.identity
    with book.begin("answer", case="case") as work:  # type: ignore[attr-defined]  # its type is not told here
        heads = work.entries.heads("case", "subject", "M01.reason")
        statement = Statement(
            case="case",
            stream=Stream.ANSWERS,
            subject="subject",
            key="M01.reason",
            body={"value": text},
            parents=tuple(head.id for head in heads),
            occurred=clock.now(),
        )
        previous = work.entries.last_of_device("case", identity.device)
        entry = seal(statement, identity, recorded=clock.now(), previous=previous)
        work.entries.append(entry)
        work.drafts.put("case", "subject", new_id(), {"value": text})
    return entry.id


def _write_until_killed(folder: Path, recovery: str) -> None:
    vault = unlock_with_recovery(folder, recovery)
    book = vault.book()
    while True:
        _tell(_write_one(vault, book, "words " * 300))


def _fill_the_disk(folder: Path, recovery: str) -> None:
    vault = unlock_with_recovery(folder, recovery)
    book = vault.book()
    size = (folder / "vault.db-wal").stat().st_size
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(size, 64 * 1024) + 100_000, hard))
    try:
        while True:
            _tell(_write_one(vault, book, "words " * 2000))
    except HsbAssessError as error:
        _tell(error.code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    _tell(_write_one(vault, book, "after the disk had space again"))
    vault.close()


def _open_where_writing_is_forbidden(folder: Path, recovery: str) -> None:
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    try:
        unlock_with_recovery(folder, recovery)
    except HsbAssessError as error:
        _tell(error.code)


WAYS = {"write": _write_until_killed, "fill": _fill_the_disk, "forbidden": _open_where_writing_is_forbidden}


def _main() -> None:
    folder, recovery = Path(sys.stdin.readline().strip()), sys.stdin.readline().strip()
    while way := sys.stdin.readline().strip():
        child = os.fork()
        if child == 0:
            try:
                _tell(str(os.getpid()))
                WAYS[way](folder, recovery)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        _tell("gone")


if __name__ == "__main__":
    _main()
