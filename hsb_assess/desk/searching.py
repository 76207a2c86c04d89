"""Searching the record: what somebody typed is read as words and phrases, and leads to the questions that hold them.

The language has four things and no more: words (all have to be there), ``"a phrase"``, ``-word`` (must not be there)
and ``word*`` (a beginning). Everything else is a word like any other. Nothing of what was sought is kept anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.caseload import CASE_KEY
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.card import Card
from hsb_assess.vault.stores_search import MARK_OFF, MARK_ON, without_pictures

if TYPE_CHECKING:
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.vault.book import Work
    from hsb_assess.vault.stores_search import Hit

__all__ = [
    "MOST",
    "MOST_LETTERS",
    "PROBLEMS",
    "Found",
    "Group",
    "Line",
    "Query",
    "Term",
    "pieces",
    "read_query",
    "search",
    "searched",
]

MOST: Final = 200
"""How many hits are shown at most, the newest first."""
MOST_LETTERS: Final = 500

PROBLEMS: Final = {
    "empty": "",
    "no_letters": "There is no word in this. Type a word, or a part of one with * behind it.",
    "only_excluded": "This only says what must not be there. Type a word that should be there as well.",
    "too_long": "This is too long to look for. A few words from the sentence are enough.",
}
"""Why nothing was sought, by code, in the words in which it is told."""

_PART: Final = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_LEAST_BEGINNING: Final = 2


@dataclass(frozen=True)
class Term:
    """One word or phrase that is sought; with ``begins`` its last word may go on."""

    words: str
    begins: bool = False
    excluded: bool = False

    def expression(self) -> str:
        """Return it for FTS5: quoted, so that nothing in it means anything."""
        quoted = '"' + self.words.replace('"', '""') + '"'
        return f"{quoted} *" if self.begins else quoted


@dataclass(frozen=True)
class Query:
    """What was typed, understood; ``problem`` is a code of :data:`PROBLEMS` where there is nothing to look for."""

    terms: tuple[Term, ...] = field(default=(), repr=False)
    problem: str = ""

    def expression(self) -> str:
        """Return it for FTS5."""
        wanted = " AND ".join(term.expression() for term in self.terms if not term.excluded)
        refused = " OR ".join(term.expression() for term in self.terms if term.excluded)
        return f"({wanted}) NOT ({refused})" if refused else wanted


def read_query(typed: str, *, typing: bool = False) -> Query:
    """Understand what was typed; any text can be. While ``typing``, the word at its end may go on."""
    if len(typed) > MOST_LETTERS:
        return Query(problem="too_long")
    text = _sendable(typed)
    terms = []
    for part in _PART.finditer(text):
        minus, phrase, word = part.groups()
        at_end = typing and word is not None and part.end() == len(text)
        words = phrase if phrase is not None else word.rstrip("*")
        begins = word is not None and (word.endswith("*") or (at_end and not minus and len(word) >= _LEAST_BEGINNING))
        if any(map(_is_of_word, words)):
            terms.append(Term(words, begins, excluded=bool(minus)))
    if not text.strip():
        return Query(problem="empty")
    if not terms:
        return Query(problem="no_letters")
    if all(term.excluded for term in terms):
        return Query(tuple(terms), "only_excluded")
    return Query(tuple(terms))


def _sendable(typed: str) -> str:
    """Return a text that the database takes and reads as we do: no half of a pair, no end in its midst, no pictures."""
    return without_pictures(typed.encode("utf-8", "replace").decode("utf-8").replace("\0", " "))


def _is_of_word(letter: str) -> bool:
    """Say whether the index takes a letter for a part of a word: letters, figures, and signs of private use."""
    category = unicodedata.category(letter)
    return category[0] in "LN" or category == "Co"


def pieces(marked: str) -> tuple[tuple[str, bool], ...]:
    """Return a hit's title or words in parts, each with whether it is what was sought."""
    found = []
    for at, part in enumerate(marked.split(MARK_ON)):
        inside, _, after = part.partition(MARK_OFF) if at else ("", "", part)
        found += [(words, is_sought) for words, is_sought in ((inside, True), (after, False)) if words]
    return tuple(found)


@dataclass(frozen=True)
class Line:
    """A hit, and the name of whoever recorded it; empty where it is not known here."""

    hit: Hit
    name: str


@dataclass(frozen=True)
class Group:
    """The hits in one case under its reference: where the words were said, newest first, then where a question has them."""

    case: str
    ref: str
    lines: tuple[Line, ...] = field(repr=False)


@dataclass(frozen=True)
class Found:
    """What was found, the case with the newest hit first.

    ``more`` says that there are more than are shown; ``behind`` that something was recorded that is not indexed yet.
    """

    groups: tuple[Group, ...] = ()
    count: int = 0
    more: bool = False
    behind: bool = False
    problem: str = ""


def search(at: Workplace, typed: str, *, case: str | None = None, typing: bool = False, most: int = MOST) -> Found:
    """Return what stands in ``case``, or in all of them, and has the words; never raises for what was typed."""
    query = read_query(typed, typing=typing)
    with at.book.begin(write=False) as work:
        behind = work.search.is_behind()
        if query.problem:
            return Found(behind=behind, problem=query.problem)
        hits = work.search.find(query.expression(), most + 1, case)
        groups = _grouped(at, work, hits[:most])
    return Found(groups, min(len(hits), most), len(hits) > most, behind)


def _grouped(at: Workplace, work: Work, hits: tuple[Hit, ...]) -> tuple[Group, ...]:
    known = {at.identity.person: at.identity.name}
    if any(hit.author not in known for hit in hits):
        known = {**{each.person: _name_on(each.card) for each in work.contacts.all()}, **known}
    by_case: dict[str, list[Line]] = {}
    for hit in hits:
        by_case.setdefault(hit.case, []).append(Line(hit, known.get(hit.author, "")))
    return tuple(
        Group(case, _ref(work, case), tuple(sorted(lines, key=_is_by_question))) for case, lines in by_case.items()
    )


def _is_by_question(line: Line) -> bool:
    """Say whether only a question has what was sought, which everybody is asked."""
    return MARK_ON in line.hit.title and MARK_ON not in line.hit.words


@lru_cache(maxsize=256)
def _name_on(card: bytes) -> str:
    """Return the name on a card, read once."""
    return Card.from_bytes(card).name


def _ref(work: Work, case: str) -> str:
    opened = work.entries.heads(case, case, CASE_KEY)
    ref = opened[-1].body.get("value") if opened else None
    return ref if isinstance(ref, str) else ""


def searched(at: Workplace, case: str | None = None) -> None:
    """Have the audit say that somebody looked through one case or all of them: once a visit, and never for what."""
    try:
        with at.book.begin("searched", case=case) as work:
            work.audit.note("searched", case or "all", None)
    except HsbAssessError as error:
        if error.code not in {"vault_older", "vault_read_only"}:
            raise
