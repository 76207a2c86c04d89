"""Opening a case: 3,000 entries of it in a vault of 600,000, against reading and parsing the same rows raw.

``case_open`` is the value: what stands is read on a fresh connection (nothing cached but by the system) and made
into a reading. Its floor reads every row of the case by the same index and parses its JSON. ``case_scale`` is the
same value for a case of 120 entries, in this vault of 5,000 cases and in one of 10. Entries of a case lie scattered
over the file, as they do where many cases are worked on side by side.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.ids import new_id
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.instrument.schema import ItemType
from hsb_assess.record.history import slots
from hsb_assess.record.projection import project
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault.folder import DATABASE
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import create, unlock_with_recovery
from tests.performance.bulk import BULK, START, Rows, containers, hurried
from tests.performance.frame import Row, turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.instrument.schema import Definition
    from hsb_assess.vault.file import Connection
    from hsb_assess.vault.opening import Vault

ENTRIES: Final = 600_000
LARGE: Final = 3_000
REVISIONS: Final = 5
SMALL: Final = 120
CASES: Final = 5_000
FEW: Final = 10
ROUNDS: Final = 15

_RAW: Final = "SELECT * FROM entry WHERE case_id = ? ORDER BY seq"


def _bodies(definition: Definition) -> list[tuple[str, str]]:
    """Return question paths of the form with an answer each, as JSON: sentences, and reasons why there is none."""
    words = json.dumps(answered("What was seen, who told it, and what was done about it on the same day. " * 3).body())
    unknown = json.dumps(absent(Absence.UNKNOWN, asked_of="School").body())
    plain = [item for item in definition.items() if item.type not in {ItemType.GROUP, ItemType.NOTE}]
    alone = [item for item in plain if not any(group.repeats for group in containers(definition, item.address))]
    return [(item.address, words if item.type is ItemType.LONGTEXT else unknown) for item in alone]


class _Filler:
    """Writes cases of one assessment each, in bulk; nothing is signed, because nothing that is read here is checked."""

    def __init__(self, vault: Vault, definition: Definition) -> None:
        self.rows = Rows(vault.identity, definition)
        self.bodies = _bodies(definition)

    def case(self, entries: int) -> Iterator[tuple[object, ...]]:
        """Yield the rows of a case of this many entries, without their numbers."""
        case, assessment = new_id(), new_id()
        questions = max(1, entries // REVISIONS)
        before: dict[int, str] = {}
        for number in range(entries):
            at = number % questions
            path, body = self.bodies[at % len(self.bodies)]
            # More questions than the form has stand for those of rows: other keys, read in the same way.
            key = path if at < len(self.bodies) else f"M03.incidents[{at}].band"
            parents = (before[at],) if at in before else ()
            row = self.rows.row(case, "answers", assessment, key, body, parents)
            before[at] = str(row[0])
            yield row

    def fill(self, connection: Connection, sizes: list[int]) -> list[tuple[str, str]]:
        """Fill the vault with cases of these sizes, their entries side by side; return case and assessment of each."""
        makers = [self.case(size) for size in sizes]
        ids: list[tuple[str, str]] = [("", "")] * len(sizes)
        shares = [max(1, round(size / min(sizes))) for size in sizes]
        heads: list[tuple[object, ...]] = []

        def rows() -> Iterator[tuple[object, ...]]:
            seq, done = 0, [0] * len(sizes)
            while seq < sum(sizes):
                for number, size in enumerate(sizes):
                    for _ in range(min(shares[number], size - done[number])):
                        row = next(makers[number])
                        ids[number] = (str(row[1]), str(row[3]))
                        seq += 1
                        done[number] += 1
                        if done[number] > size - max(1, size // REVISIONS):
                            heads.append((row[1], row[3], row[4], seq))
                        yield (seq, *row)

        for statement in ("BEGIN", "DROP INDEX entry_place"):
            connection.execute(statement)
        # One by one: 400 MB of them at once would be the bench's own memory that is measured.
        connection.executemany(BULK, rows())  # type: ignore[arg-type]  # the binding takes any iterator
        connection.executemany("INSERT INTO head VALUES (?, ?, ?, ?)", sorted(heads))  # type: ignore[type-var]  # texts and numbers, place by place
        for statement in (_PLACE_INDEX, "COMMIT"):
            connection.execute(statement)
        return ids


_PLACE_INDEX: Final = "CREATE INDEX entry_place ON entry (case_id, subject, key)"


class _Opening:
    """Opens one case of a vault, again and again, each time on a connection that has read nothing yet."""

    def __init__(self, vault: Vault, definition: Definition, case: str, assessment: str) -> None:
        self.vault, self.definition = vault, definition
        self.case, self.assessment = case, assessment
        self.answers = self.rows = 0

    def open(self) -> float:
        """Read what stands and make a reading of it; returns milliseconds."""
        book = self.vault.book(read_only=True)
        started = time.perf_counter()
        with book.begin(write=False) as work:
            heads = work.entries.heads(self.case)
            reading = project(
                self.case,
                self.assessment,
                self.definition,
                slots(heads),
                today=START.date(),
                profile={},
            )
        taken = (time.perf_counter() - started) * 1000
        self.answers = len(reading.answers)
        book.close()
        return taken

    def raw(self) -> float:
        """Read the case's rows by their index and parse their JSON; returns milliseconds."""
        book = self.vault.book(read_only=True)
        connection = book._connection
        started = time.perf_counter()
        self.rows = 0
        for row in connection.execute(_RAW, (self.case,)):
            for text in (row["body"], row["parents"], row["instrument"]):
                json.loads(text)
            self.rows += 1
        taken = (time.perf_counter() - started) * 1000
        book.close()
        return taken


def _made(folder: Path, definition: Definition, sizes: list[int]) -> tuple[Vault, list[tuple[str, str]]]:
    identity = create_identity("Avery Example", "practitioner", "Example Service", SystemClock().now())
    recovery = create(folder, "words for the bench", identity, kdf=KdfParameters.floor()).recovery_key
    with unlock_with_recovery(folder, recovery) as vault, vault.lend() as source:
        connection = hurried(folder / DATABASE, source.key)
        ids = _Filler(vault, definition).fill(connection, sizes)
        connection.close()
    return unlock_with_recovery(folder, recovery), ids


def rows() -> Iterator[Row]:
    """Yield the opening of a large case, and that of a small one among many cases and among few."""
    definition = Catalogue.shipped().latest("holistic")
    small = (ENTRIES - LARGE) // (CASES - 1)
    with tempfile.TemporaryDirectory() as parent:
        many, ids = _made(Path(parent) / "many", definition, [LARGE, *([small] * (CASES - 1))])
        few, others = _made(Path(parent) / "few", definition, [small] * FEW)
        large = _Opening(many, definition, *ids[0])
        value, floor = turns(large.open, large.raw, rounds=ROUNDS)
        if large.rows != LARGE or not large.answers:
            raise RuntimeError("the case that was opened is not the one that was made")
        yield Row.of("case_open", value=value, floor=floor, goal=2.0)
        among_many, among_few = (
            _Opening(vault, definition, *listed[len(listed) // 2]) for vault, listed in ((many, ids), (few, others))
        )
        value, floor = turns(among_many.open, among_few.open, rounds=ROUNDS * 3)
        yield Row.of("case_scale", value=value, floor=floor, goal=1.2)
        many.close()
        few.close()
