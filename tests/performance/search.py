"""Searching 60,000 answers in 200 cases as the page does, against the raw FTS5 query of the same words over the same texts.

``search`` is the 95th percentile of 200 queries through the desk: what was typed is read, the words are looked for and
marked, where each hit stands and who said it is looked up, and hits are put under the reference of their case. Its floor
asks a bare FTS5 table, in a SQLCipher file with the same settings, for the same words in the same order, with the words
around them marked; it looks nothing up. ``search_indexed`` is an answer from its recording to where it can be found, without
the time for which the window waits first; ``search_step`` the longest that an answer typed meanwhile would have to wait
while a case is indexed that came in a package of 3,000 entries, of which 600 stand.
"""

from __future__ import annotations

import json
import random
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hsb_assess.desk import access, assessing, caseload, indexing
from hsb_assess.desk.searching import MOST, read_query, search
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.ids import new_id
from hsb_assess.instrument.schema import ItemType
from hsb_assess.record.places import KIND_KEY
from hsb_assess.vault.book import Book
from hsb_assess.vault.file import WAL, _open, new_database
from hsb_assess.vault.folder import DATABASE
from hsb_assess.vault.keys import KdfParameters
from tests.performance.bulk import BULK, Rows, containers, hurried
from tests.performance.frame import Row, absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.vault.file import Connection

CASES: Final = 200
LARGE: Final = 600
ENTRIES: Final = 60_000
QUERIES: Final = 200
ROUNDS: Final = 3
VOCABULARY: Final = 6_000
PASSPHRASE: Final = "four plain words here"
FOUND_LIMIT_MS: Final = 700.0
"""A second, less the 300 ms for which the window waits before it begins."""
STEP_LIMIT_MS: Final = 100.0
"""Of the quarter of a second within which what is typed has to be kept."""

_RAW: Final = """SELECT rowid, snippet(raw, 1, char(2), char(3), '…', 24) FROM raw WHERE raw MATCH ?
    ORDER BY rowid DESC LIMIT ?"""


class Words:
    """A language of made-up words, some used much more often than others, as in any."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        letters = "aeioubcdfghlmnprstvwy"
        self.all = sorted(
            {"".join(self.chance.choices(letters, k=self.chance.randint(3, 10))) for _ in range(VOCABULARY)}
        )
        self.chance.shuffle(self.all)
        self.weights = [1 / (place + 2) for place in range(len(self.all))]

    def some(self, least: int, most: int) -> str:
        """Return a text of so many words."""
        return " ".join(self.chance.choices(self.all, self.weights, k=self.chance.randint(least, most)))

    def queries(self) -> Iterator[str]:
        """Yield what people type: a word or two, common and rare, beginnings, phrases, refusals."""
        for number in range(QUERIES):
            common, rare = self.chance.choice(self.all[:60]), self.chance.choice(self.all[60:3000])
            yield (
                common,
                rare,
                f"{common} {rare}",
                f"{common[:3]}*",
                f'"{common} {self.chance.choice(self.all[:20])}"',
                f"{rare} -{common}",
                rare[:4],
                f"{common} {self.chance.choice(self.all[:60])}",
            )[number % 8]


class _Filler:
    """Writes the answers of started assessments in bulk; nothing is signed, because nothing that is read here is checked."""

    def __init__(self, at: Workplace, definition: Definition, words: Words) -> None:
        self.words = words
        self.rows = Rows(at.identity, definition)
        self.plain = [
            item
            for item in definition.items()
            if item.is_question
            and item.type in {ItemType.LONGTEXT, ItemType.TEXT, ItemType.STATE, ItemType.CHOICE, ItemType.MULTICHOICE}
            and item.address not in {"M00.tier", "M00.ref", "M00.jurisdiction"}
            and item.address.startswith("M")
            and not any(above.repeats for above in containers(definition, item.address))
        ]

    def case(self, case: str, assessment: str, entries: int) -> Iterator[tuple[object, ...]]:
        """Yield the rows of a case without their numbers: its questions, then events of the chronology."""
        for item in self.plain[:entries]:
            if item.type in {ItemType.LONGTEXT, ItemType.TEXT}:
                body = answered(self.words.some(8, 70)).body()
            else:
                body = absent(Absence.UNKNOWN, asked_of=self.words.some(2, 5)).body()
            yield self.rows.row(case, "answers", assessment, item.address, json.dumps(body))
        left = entries - len(self.plain)
        while left > 0:
            event = new_id()
            yield self.rows.row(case, "case_facts", event, KIND_KEY, json.dumps({"value": "event"}))
            yield self.rows.row(case, "case_facts", event, "when", json.dumps(answered({"date": "2026-04-14"}).body()))
            yield self.rows.row(case, "case_facts", event, "what", json.dumps(answered(self.words.some(8, 40)).body()))
            left -= 3


def _start(at: Workplace, ref: str) -> tuple[str, str]:
    case = str(caseload.create_case(at, ref).created)
    return case, str(assessing.start_assessment(at, case, tier="full").created)


class _Shop:
    """The vault of the bench, and a quick way into its file while nobody else has it open."""

    def __init__(self, folder: Path, words: Words) -> None:
        access.first_run(
            folder, PASSPHRASE, name="Avery Example", role="practitioner", agency="Example", kdf=KdfParameters.floor()
        )
        self.vault = access.unlock(folder, PASSPHRASE)
        self.vault.workplace(read_only=True).book.close()  # the filling wants the file to itself
        at = self.workplace()
        self.filler = _Filler(at, at.catalogue.latest("holistic"), words)
        at.book.close()

    def workplace(self) -> Workplace:
        """Return a workplace as the worker of the window has it."""
        return self.vault.workplace(read_only=False)

    def fill(self, started: list[tuple[str, str]], entries: int) -> None:
        """Write so many entries into each of these cases, and index them unless it is one alone."""
        with self.vault.vault.lend() as source:
            connection = hurried(self.vault.folder / DATABASE, source.key)
            self._write(connection, started, entries)
            if len(started) > 1:
                at = self.workplace()
                at.book.close()
                _index(replace(at, book=_quick_book(connection, self.vault)), 1000)
            connection.close()

    def _write(self, connection: Connection, started: list[tuple[str, str]], entries: int) -> None:
        seq = connection.execute("SELECT max(seq) FROM entry").fetchone()[0]
        known = {tuple(row) for row in connection.execute("SELECT case_id, subject, key FROM head")}
        connection.execute("BEGIN")
        for case, assessment in started:
            rows = self.filler.case(case, assessment, entries)
            fresh = [row for row in rows if (row[1], row[3], row[4]) not in known]
            connection.executemany(BULK, [(seq + at + 1, *row) for at, row in enumerate(fresh)])
            heads = [(row[1], row[3], row[4], seq + at + 1) for at, row in enumerate(fresh)]
            connection.executemany("INSERT INTO head VALUES (?, ?, ?, ?)", heads)
            seq += len(fresh)
        connection.execute("COMMIT")


def _quick_book(connection: Connection, vault: access.OpenedVault) -> Book:
    identity = vault.identity
    return Book(
        connection,
        vault=vault.vault.id,
        actor=identity.person,
        device=identity.device,
        clock=vault.clock,
        read_only=False,
    )


def _index(at: Workplace, rows: int = indexing.ROWS) -> float:
    """Index everything as the window does, so many rows a step; return the longest wait of the worker in milliseconds.

    The reading is not in it: it is done aside, and nothing that is typed waits for it.
    """
    longest = 0.0
    read = None
    while True:
        started = time.perf_counter()
        progress = indexing.index_some(at, rows, reads=False, read=read)
        longest = max(longest, (time.perf_counter() - started) * 1000)
        read = indexing.read_case(at, progress.unread) if progress.unread else None
        if not progress.left:
            if progress.waits:
                raise RuntimeError(f"the index cannot be written: {progress.waits}")
            return longest


def _raw(folder: Path, at: Workplace) -> Connection:
    """Return a bare FTS5 table with the texts of the index."""
    path, key = folder / "raw.db", bytearray(32)
    new_database(path, key).close()
    with at.book.begin(write=False) as work:
        texts = work.search._unit.connection.execute("SELECT rowid, title, words, also FROM search_text").fetchall()
    if len(texts) < ENTRIES / 2:
        raise RuntimeError(f"only {len(texts)} texts were indexed")
    connection = hurried(path, key)
    connection.execute(
        """CREATE VIRTUAL TABLE raw USING fts5 (title, words, also,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"""
    )
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO raw (rowid, title, words, also) VALUES (?, ?, ?, ?)", list(map(tuple, texts)))
    connection.execute("COMMIT")
    connection.close()
    return _open(path, key, WAL, read_only=False)


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _compare(at: Workplace, raw: Connection, queries: list[str]) -> tuple[float, float]:
    """Return the 95th percentiles of searching and of the raw query, each query measured in turn."""
    values, floors = [], []
    for typed in queries:
        expression = read_query(typed).expression()
        pairs = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            found = search(at, typed)
            between = time.perf_counter()
            rows = raw.execute(_RAW, (expression, MOST + 1)).fetchall()
            ended = time.perf_counter()
            if found.count != min(MOST, len(rows)):
                raise RuntimeError("the two do not find the same")
            pairs.append(((between - started) * 1000, (ended - between) * 1000))
        values.append(statistics.median(pair[0] for pair in pairs))
        floors.append(statistics.median(pair[1] for pair in pairs))
    return _p95(values), _p95(floors)


def _found_after(at: Workplace, assessment: str) -> float:
    """Return how long it takes from an answer's recording to where it is found, in milliseconds."""
    times = []
    for number in range(9):
        word = f"uncommonly{number}"
        assessing.record_answer(at, assessment, "M01.reason", answered(f"They said {word}."))
        started = time.perf_counter()
        indexing.index_all(at)
        times.append((time.perf_counter() - started) * 1000)
        if search(at, word).count != 1:
            raise RuntimeError("what was indexed is not found")
    return statistics.median(times)


def rows() -> Iterator[Row]:
    """Yield searching, an answer's way into the index, and the longest step."""
    words = Words(5)
    with tempfile.TemporaryDirectory() as parent:
        shop = _Shop(Path(parent) / "vault", words)
        at = shop.workplace()
        started = [_start(at, f"B-{number}") for number in range(CASES)]
        at.book.close()
        shop.fill(started, ENTRIES // CASES)
        at = shop.workplace()
        raw = _raw(Path(parent), at)
        value, floor = _compare(at, raw, list(words.queries()))
        yield Row.of("search", value=value, floor=floor, goal=2.0)
        yield absolute("search_indexed", _found_after(at, started[CASES // 2][1]), FOUND_LIMIT_MS, "ms")
        large = [_start(at, "B-large")]
        at.book.close()
        shop.fill(large, LARGE)
        at = shop.workplace()
        yield absolute("search_step", _index(at), STEP_LIMIT_MS, "ms")
        raw.close()
        shop.vault.close()
