"""One answer recorded, signed and audited, against a bare commit of the same bytes in the same kind of file.

The ratio says as much about the disk as about the vault: where a bare commit takes 4 ms it is close to 1,
where it takes 0.35 ms the signing, the indices and the encryption of some nine pages show (about 3), and in
memory files, where nothing is flushed, it means nothing. Read the milliseconds beside it.

Python's collector is off while it is measured, for both alike: in the app it never runs on the thread that records
(``ui/shell/rubbish.py``).
"""

from __future__ import annotations

import gc
import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import InstrumentRef, Statement, Stream, seal
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault.file import new_database
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import create, unlock_with_recovery
from tests.performance.frame import Row, absolute, turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.vault.file import Connection
    from hsb_assess.vault.opening import Vault

QUESTIONS = 300
FILLED = 3000
ROUNDS = 400
OPENING_LIMIT_MS = 50.0


class Answering:
    """Answers the questions of one assessment in turn, as an act of the desk does."""

    def __init__(self, vault: Vault) -> None:
        self.book = vault.book()
        self.identity = vault.identity
        self.clock = SystemClock()
        self.case, self.assessment = new_id(), new_id()
        self.count = 0
        self.last = ""

    def answer(self) -> float:
        """Record one answer; returns milliseconds."""
        self.count += 1
        key = f"M01.question_{self.count % QUESTIONS}"
        started = time.perf_counter()
        with self.book.begin("record_answer", case=self.case) as work:
            heads = work.entries.heads(self.case, self.assessment, key)
            statement = Statement(
                case=self.case,
                stream=Stream.ANSWERS,
                subject=self.assessment,
                key=key,
                body={"value": f"An answer of middling length, number {self.count}. " * 4},
                parents=tuple(head.id for head in heads),
                occurred=self.clock.now(),
                instrument=InstrumentRef(id="holistic", version="1.0.0", hash="0" * 64),
            )
            previous = work.entries.last_of_device(self.case, self.identity.device)
            entry = seal(statement, self.identity, recorded=self.clock.now(), previous=previous)
            work.entries.append(entry)
            work.drafts.remove(self.case, self.assessment, key)
        taken = (time.perf_counter() - started) * 1000
        self.last = json.dumps(entry.as_json())
        return taken

    def bare(self, connection: Connection) -> float:
        """Commit the last entry's bytes to a table without an index; returns milliseconds."""
        started = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare (text) VALUES (?)", (self.last,))
        connection.execute("COMMIT")
        return (time.perf_counter() - started) * 1000


def rows() -> Iterator[Row]:
    """Yield the time of one answer, and the opening of a vault after its key was derived."""
    clock = SystemClock()
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "vault"
        identity = create_identity("Avery Example", "practitioner", "Example Service", clock.now())
        recovery = create(folder, "words for the bench", identity, kdf=KdfParameters.floor()).recovery_key
        floor = new_database(Path(parent) / "bare.db", bytearray(32))
        floor.execute("CREATE TABLE bare (seq INTEGER PRIMARY KEY, text TEXT)")
        with unlock_with_recovery(folder, recovery) as vault:
            answering = Answering(vault)
            for _ in range(FILLED):
                answering.answer()
            gc.disable()
            value, bare = turns(answering.answer, lambda: answering.bare(floor), rounds=ROUNDS)
            gc.enable()
        floor.close()
        yield Row.of("record_answer", value=value, floor=bare, goal=2.5)
        times = []
        for _ in range(9):
            started = time.perf_counter()
            vault = unlock_with_recovery(folder, recovery)
            times.append((time.perf_counter() - started) * 1000)
            vault.close()
        yield absolute("vault_opening", sorted(times)[4], OPENING_LIMIT_MS, "ms")
