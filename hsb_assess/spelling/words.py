"""Which words of a text are looked at: not codes, not abbreviations, not names with capitals inside, nothing within quotes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LONGEST", "Token", "flat", "plain", "tokens"]

LONGEST: Final = 48
"""Letters beyond which something is no word that anybody looks up."""
_REACH: Final = 300
"""How far beyond the given place the beginning of a chunk is looked for; what is longer is no text."""
_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
_CHUNK: Final = re.compile("[^\\s\u2013\u2014\u2026]+")
"""What stands between spaces, dashes and dots."""
_WORD: Final = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f]|['\u2019\u2010\u2011-](?=[^\\W\\d_]))*")
_NO_WORD: Final = re.compile("[0-9@_\\\\#=<>~]|/[^/]*/|[^\\W\\d_]\\.[^\\W\\d_]{2}|\u00ad")
"""What a chunk has that is an address, a code, a number or a name of a file; one stroke is none: he/she are two words."""
_FOREIGN: Final = re.compile("[^\u0000-\u024f\u0300-\u036f\u1e00-\u1eff\u2010\u2011\u2018\u2019]")
_OPENS: Final = re.compile("(?:(?<=^)|(?<=[\\s(\\[\u2013\u2014-]))['\u2018](?=\\S)", re.MULTILINE)
_CLOSES: Final = re.compile("(?<=\\S)['\u2019](?![^\\W\\d_])")


@dataclass(frozen=True, slots=True)
class Token:
    """A word to look up, as the dictionaries write it, and where it stands in the text."""

    start: int
    end: int
    word: str


def flat(text: str) -> str:
    """Return ``text`` with two signs for each letter beyond the basic plane, so that places are counted as windows do."""
    return text if text.isascii() else _BEYOND.sub("\u25a1\u25a1", text)


def plain(word: str) -> str:
    """Return a word as the dictionaries write it: one letter for each sign with its accent, straight apostrophes."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word).translate({0x2019: "'", 0x2010: "-", 0x2011: "-"})


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the words of ``text[start:end]`` that are looked up; one that reaches over an edge counts as inside."""
    last = len(text) if end is None else min(end, len(text))
    first = _chunk_start(text, start)
    quoted = _quotes(text, first, last)
    at = 0
    for chunk in _CHUNK.finditer(text, first, min(len(text), last + _REACH)):
        if chunk.start() >= last:
            return
        # A chunk as long as this is pasted data; it is not even looked through.
        if len(chunk[0]) > _REACH or _NO_WORD.search(chunk[0]):
            continue
        for found in _WORD.finditer(chunk[0]):
            begins, ends = chunk.start() + found.start(), chunk.start() + found.end()
            if ends <= start or begins >= last:
                continue
            while at < len(quoted) and quoted[at][1] <= begins:
                at += 1
            if at < len(quoted) and quoted[at][0] < ends:
                continue
            if _is_looked_up(found[0]):
                yield Token(begins, ends, plain(found[0]))


def _chunk_start(text: str, place: int) -> int:
    first = max(0, min(place, len(text)))
    for _ in range(_REACH):
        if first == 0 or text[first - 1].isspace():
            return first
        first -= 1
    return first


def _is_looked_up(word: str) -> bool:
    if not 1 < len(word) <= LONGEST or _FOREIGN.search(word):
        return False
    bare = word.removesuffix("'s").removesuffix("\u2019s").removesuffix("s") or word
    if bare.isupper():  # CAMHS, CAMHS's, MPs
        return len(bare) == 1
    inside = word.translate({ord(sign): None for sign in "'\u2019\u2010\u2011-"})
    joined = any(sign in word for sign in "'\u2019\u2010\u2011-")
    return joined or inside[1:] == inside[1:].lower()  # not McGregor, iPad


def _quotes(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return the spans within quotes, somebody's exact words, from the paragraph of ``first`` to ``last``, by their start."""
    found: list[tuple[int, int]] = []
    at = text.rfind("\n", 0, first) + 1
    # A quotation of several paragraphs has its mark at the beginning of the first, far above perhaps.
    opened = text.rfind("\u201c", 0, at)
    if opened != -1 and text.rfind("\u201d", opened, at) == -1 and (closed := text.find("\u201d", at)) != -1:
        found.append((at, closed + 1))
    while at < last:
        line_end = text.find("\n", at)
        line_end = len(text) if line_end == -1 else line_end
        found += _of_line(text, at, line_end)
        at = line_end + 1
    return _joined(found)


def _of_line(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what is quoted in one paragraph. A curly mark may close in a later one; what nothing closes goes on to the end."""
    place = at
    while (opened := text.find("\u201c", place, end)) != -1:
        closed = text.find("\u201d", opened)
        again = text.find("\u201c", opened + 1, closed) if closed != -1 else -1
        # Each paragraph of a long quotation may begin with a mark of its own; then this one ends with its paragraph.
        place = end if closed == -1 or again > end else closed + 1
        yield opened, place
        place = min(place, end)
    place = at
    while (opened := text.find('"', place, end)) != -1:
        closed = text.find('"', opened + 1, end)
        place = end if closed == -1 else closed + 1
        yield opened, place
    yield from _single(text, at, end)


def _single(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands within single quotes: an apostrophe may close them too early, so the last that can counts."""
    opens = [found.start() for found in _OPENS.finditer(text, at, end)]
    if not opens:
        return
    closes = [found.end() for found in _CLOSES.finditer(text, at, end)]
    for here, after in zip(opens, [*opens[1:], end], strict=True):
        last = bisect_right(closes, after) - 1
        if last >= 0 and closes[last] > here + 1:
            yield here, closes[last]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found
