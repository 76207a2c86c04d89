"""The search index: a projection of what stands now, made from entries and thrown away at will.

The entry table is its own queue: how far it was looked at moves in the same transaction as the list of cases that are
due, and a case stops being due in the same transaction as its last rows. So nothing is added to the recording of an
answer, and whatever breaks off indexing leaves what is still to be done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from hsb_assess.vault.migrations_search import SECURE_DELETE
from hsb_assess.vault.unit import digest, to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hsb_assess.vault.unit import Unit

__all__ = ["MARK_OFF", "MARK_ON", "Hit", "Search", "Text", "without_pictures"]

MARK_ON: Final = "\x02"
MARK_OFF: Final = "\x03"
"""What stands around a word that was found; no text in the index has them."""

_SNIPPET_WORDS: Final = 24
_NO_CONTROLS: Final = {number: " " for number in (*range(32), *range(127, 160)) if chr(number) not in "\n\t"}
_PICTURES: Final = re.compile("(?:[\U0001f000-\U0001faff][\u200d\ufe0f]*)+")
"""What FTS5, which knows Unicode 6.1, may take for letters: ``home🙂`` would be a word of its own."""
_FEW: Final = 5_000
"""So many new entries are looked through in their own order; of more, the cases are read from an index."""

_NEW_FEW: Final = """INSERT OR REPLACE INTO search_due SELECT case_id, max(seq) FROM entry WHERE seq > ?
    GROUP BY case_id"""
_NEW_MANY: Final = """INSERT OR REPLACE INTO search_due SELECT case_id, max(seq) FROM entry INDEXED BY entry_place
    GROUP BY case_id"""
# Not INSERT … SELECT: for that SQLite keeps a way back for each row, which costs twice what the words do.
_SAID: Final = "SELECT author, recorded FROM entry WHERE seq = ?"
_PUT: Final = "INSERT INTO search_place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FIND: Final = """SELECT place.seq, place.case_id, place.assessment, place.page, place.path, place.place,
    place.restricted, place.dormant, place.author, place.recorded,
    highlight(search_text, 0, :on, :off) AS title,
    CASE WHEN place.restricted THEN '' ELSE snippet(search_text, 1, :on, :off, '…', :long) END AS words
    FROM search_text CROSS JOIN search_place AS place ON place.seq = search_text.rowid
    WHERE search_text MATCH :match ORDER BY search_text.rowid DESC LIMIT :most"""


@dataclass(frozen=True)
class Text:
    """What is indexed of one entry: where it leads, and its words.

    ``page`` and ``path`` are where a person reads it, ``place`` says so in words. ``title`` is the question, ``words``
    what was said, ``also`` other ways to write it (a date in figures). ``restricted`` keeps the words off lists of hits;
    ``dormant`` is what was answered and is not asked now.
    """

    page: str
    assessment: str
    path: str
    place: str
    title: str
    words: str = field(repr=False)
    also: str = field(default="", repr=False)
    restricted: bool = False
    dormant: bool = False

    def digest(self, basis: str) -> str:
        """Return a name for all of it, as made by ``basis``."""
        return digest(to_text([basis, *vars(self).values()]).encode())[:32]


@dataclass(frozen=True)
class Hit:
    """One entry that was found. ``title`` and ``words`` have :data:`MARK_ON` and :data:`MARK_OFF` around what was sought.

    ``words`` is empty where the answer is restricted.
    """

    seq: int
    case: str
    assessment: str
    page: str
    path: str
    place: str
    restricted: bool
    dormant: bool
    author: str
    recorded: str
    title: str
    words: str = field(repr=False)


def plain(text: str) -> str:
    """Return ``text`` without what could be taken for a mark, and with pictures apart from the words beside them."""
    return (
        _PICTURES.sub(r" \g<0> ", text.translate(_NO_CONTROLS)) if not text.isascii() else text.translate(_NO_CONTROLS)
    )


def without_pictures(text: str) -> str:
    """Return what is sought without the pictures in it, which are no words."""
    return _PICTURES.sub(" ", text)


def scope(case: str) -> str:
    """Return a case's id as one word of the index."""
    return "".join(letter for letter in case if letter.isalnum()) or "0"


class Search:
    """Keeps the index and asks it. Writing it leaves no trace in the audit: it says nothing that the record does not."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    # -- what is to be done --------------------------------------------------------------------------------------

    def basis(self) -> str:
        """Return how the words were made that are there now."""
        return str(self._unit.reading().execute("SELECT basis FROM search_state").fetchone()[0])

    def is_behind(self) -> bool:
        """Say whether entries stand that were not looked at, or cases are due."""
        row = self._unit.reading().execute(
            """SELECT (SELECT coalesce(max(seq), 0) FROM entry) > (SELECT upto FROM search_state)
            OR EXISTS (SELECT 1 FROM search_due)"""
        )
        return bool(row.fetchone()[0])

    def start_again(self, basis: str) -> None:
        """Have every case be due, its words to be made by ``basis``; what is there stays until then."""
        connection = self._unit.write()
        connection.execute("UPDATE search_state SET upto = 0, basis = ?", (basis,))

    def make_anew(self) -> None:
        """Drop the table of words with all its pages and make it again, empty: of no word a copy is left in the file.

        A page that is given back is zeroed. A row that is deleted may leave a copy beside the rows of a page that was
        once cut in two.
        """
        connection = self._unit.write()
        made = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'search_text'").fetchone()[0]
        for statement in ("DROP TABLE search_text", made, SECURE_DELETE, "DELETE FROM search_place"):
            connection.execute(statement)
        connection.execute("DELETE FROM search_due")
        connection.execute("UPDATE search_state SET upto = 0")

    def look_for_new(self) -> None:
        """Take note of every case that has entries which came since the last look."""
        connection = self._unit.write()
        last = connection.execute("SELECT coalesce(max(seq), 0) FROM entry").fetchone()[0]
        upto = connection.execute("SELECT upto FROM search_state").fetchone()[0]
        if last > upto:
            if last - upto <= _FEW:
                connection.execute(_NEW_FEW, (upto,))
            else:
                connection.execute(_NEW_MANY)
            connection.execute("UPDATE search_state SET upto = ?", (last,))

    def due(self) -> tuple[str, ...]:
        """Return the cases that are due, the one that changed last first."""
        rows = self._unit.reading().execute("SELECT case_id FROM search_due ORDER BY since DESC")
        return tuple(row[0] for row in rows)

    def done(self, case: str) -> None:
        """Take a case off the list: its rows are as they should be."""
        self._unit.write().execute("DELETE FROM search_due WHERE case_id = ?", (case,))

    # -- its rows ------------------------------------------------------------------------------------------------

    def numbers(self, case: str) -> dict[str, int]:
        """Return the numbers of the entries that stand in a case, by their id."""
        rows = self._unit.reading().execute(
            "SELECT entry.id, head.seq FROM head JOIN entry USING (seq) WHERE head.case_id = ?", (case,)
        )
        return {row[0]: row[1] for row in rows}

    def digests(self, case: str) -> dict[int, str]:
        """Return what is there of a case: the digest of each row by its number."""
        rows = self._unit.reading().execute("SELECT seq, digest FROM search_place WHERE case_id = ?", (case,))
        return {row[0]: row[1] for row in rows}

    def remove(self, numbers: Iterable[int]) -> None:
        """Take rows out, words and all."""
        connection = self._unit.write()
        for number in sorted(numbers):
            connection.execute("DELETE FROM search_text WHERE rowid = ?", (number,))
            connection.execute("DELETE FROM search_place WHERE seq = ?", (number,))

    def put(self, case: str, texts: Mapping[int, Text], basis: str) -> None:
        """Put rows in, in place of those that are there under the same numbers."""
        self.remove(texts)
        connection, within = self._unit.write(), scope(case)
        # In rising order: FTS5 writes out what it gathered when a lower number comes.
        for number, text in sorted(texts.items(), key=_number):
            place = (text.assessment, text.page, text.path, text.place, int(text.restricted), int(text.dormant))
            author, recorded = connection.execute(_SAID, (number,)).fetchone()
            connection.execute(_PUT, (number, case, *place, author, recorded, text.digest(basis)))
            connection.execute(
                "INSERT INTO search_text (rowid, title, words, also, scope) VALUES (?, ?, ?, ?, ?)",
                (number, plain(text.title), plain(text.words), plain(text.also), within),
            )

    # -- asking --------------------------------------------------------------------------------------------------

    def find(self, expression: str, most: int, case: str | None = None) -> tuple[Hit, ...]:
        """Return the newest ``most`` entries that an FTS5 expression finds, newest first, of one case or of all."""
        match = f"{{title words also}} : ({expression})"
        if case is not None:
            match = f'scope : "{scope(case)}" AND {match}'
        sought = {"match": match, "most": most, "on": MARK_ON, "off": MARK_OFF, "long": _SNIPPET_WORDS}
        return tuple(_hit(row) for row in self._unit.reading().execute(_FIND, sought))


def _number(numbered: tuple[int, Text]) -> int:
    return numbered[0]


def _hit(row: Any) -> Hit:  # noqa: ANN401 — a row of the query, by position
    seq, case, assessment, page, path, place, restricted, dormant, author, recorded, title, words = row
    return Hit(
        seq, case, assessment, page, path, place, bool(restricted), bool(dormant), author, recorded, title, words
    )
