"""Makes any text printable: no control characters, no missing glyphs, no piece too long to set.

What people wrote never meets a markup parser: the flowables are built from fragments, not from marked-up
text. What remains is the text itself, in pieces that the line breaker can take.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from hsb_assess.reports.typeface import has_glyph

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["pieces", "printable"]

LONGEST = 3000
"""Characters that one paragraph takes; the line breaker is quadratic in them."""

LONGEST_RUN = 400
"""Unbroken characters that one paragraph takes; longer runs are set in several."""

_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
_STAND_INS = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "–",
    "\u2015": "—",
    "\u2192": "->",
    "\u2190": "<-",
    "\u2194": "<->",
    "\u21d2": "=>",
    "\u2713": "[tick]",
    "\u2714": "[tick]",
    "\u2705": "[tick]",
    "\u2717": "[cross]",
    "\u2718": "[cross]",
    "\u274c": "[cross]",
    "\u2610": "[empty box]",
    "\u2611": "[ticked box]",
    "\u2612": "[crossed box]",
    "\u25cf": "•",
    "\u25aa": "•",
    "\u25a0": "•",
    "\u2043": "•",
}
_NAMED = frozenset({"So", "Sm", "Sk", "Sc", "Po", "Ps", "Pe", "Pd"})


def _stand_in(char: str) -> str | None:
    """Return what is printed in place of a character without a glyph; ``None`` to count it with its neighbours."""
    if char in _STAND_INS:
        return _STAND_INS[char]
    if unicodedata.category(char) in _NAMED:
        name = unicodedata.name(char, "")
        if name:
            return f"[{name.lower()}]"
    return None


def _substituted(text: str) -> Iterator[str]:
    missing = 0
    for char in text:
        if has_glyph(char):
            stand_in: str | None = char
        else:
            stand_in = _stand_in(char)
        if stand_in is None:
            missing += 1
            continue
        if missing and char == " ":
            # A space between two words of the same unprintable script belongs to them.
            missing += 1
            continue
        if missing:
            yield _gap(missing)
            missing = 0
        yield stand_in
    if missing:
        yield _gap(missing)


def _gap(count: int) -> str:
    return (
        f"[{count} {'character' if count == 1 else 'characters'} that this typeface cannot print; kept in the record] "
    )


def printable(text: str) -> str:
    r"""Return ``text`` with every character printable in the documents' typeface.

    Line ends become ``\\n``; control, zero-width and direction-changing characters go; a symbol without a
    glyph is named in square brackets, and letters of another script are counted there.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", _UNSEEN.sub("", text))
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if all(char == "\n" or has_glyph(char) for char in set(text)):
        return text
    return "\n".join("".join(_substituted(line)) for line in text.split("\n"))


def _cut(line: str) -> Iterator[str]:
    """Yield a line in parts of at most :data:`LONGEST` characters, cut at spaces where there are any."""
    start = 0
    while len(line) - start > LONGEST:
        end = line.rfind(" ", start + LONGEST // 2, start + LONGEST)
        if end == -1:
            end = start + LONGEST_RUN
            nearest = line.rfind(" ", start + 1, end)
            end = nearest if nearest != -1 else end
        yield line[start:end]
        start = end
    yield line[start:]


def pieces(text: str) -> list[str]:
    """Return ``text`` as printable paragraphs: one for each line, and several for a very long one."""
    found = [part for line in printable(text).split("\n") if line.strip() for part in _cut(line.strip())]
    return found or [""]
