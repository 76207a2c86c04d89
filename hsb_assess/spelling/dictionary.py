"""One language's dictionary: whether it knows a word, and what may have been meant. The only room that knows Hunspell.

It reads the files that came with the program and none else, and writes nothing. Loading takes a tenth of a second, what may
have been meant as long again, and neither lets another thread go on: so whoever has windows does this in another process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.datafiles import data_dir
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.spelling.words import LONGEST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["LANGUAGES", "MOST", "Dictionary", "knows", "suggestions"]

LANGUAGES: Final = {"en": "en_GB", "cy": "cy_GB"}
"""The files of a language, by its code."""
MOST: Final = 5
"""So many suggestions are made at most."""
_PROOF: Final = {"en": ("child", "chlid"), "cy": ("plentyn", "plnetyn")}
"""A word that is right and one that is wrong: a damaged file is read without complaint, and then knows nothing."""
_JOINED: Final = frozenset({"r", "n", "i", "u", "m", "w", "th", "ch", "na", "nw", "ti"})
"""What Welsh joins to the word before with an apostrophe: *gwaith a’i*, *mae’n*."""


class Dictionary:
    """A language (a key of ``LANGUAGES``); raises ``spelling_missing`` where its files are not there or damaged."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self.language = language
        try:
            from hunspell import Hunspell

            where = folder or data_dir("resources") / "dictionaries"
            self._hunspell = Hunspell(LANGUAGES[language], hunspell_data_dir=str(where), system_encoding="UTF-8")
            words = (where / f"practice_{language}.txt").read_text(encoding="utf-8")
        except (ImportError, OSError, UnicodeError) as error:
            raise _missing() from error
        self._practice = frozenset(words.casefold().split())
        right, wrong = _PROOF[language]
        if not self._hunspell.spell(right) or self._hunspell.spell(wrong):
            raise _missing()

    def knows(self, word: str) -> bool:
        """Say whether a word (see :func:`.words.plain`) is right; what is too long to be one is."""
        if not 1 < len(word) <= LONGEST or "\0" in word:
            return True
        if self._has(word):
            return True
        stem, joined, end = word.rpartition("'")
        if joined and stem and self._ends_so(end) and self._has(stem):
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(len(part) < 2 or self._has(part) for part in parts)  # noqa: PLR2004 (one letter)

    def _ends_so(self, end: str) -> bool:
        return end == "s" if self.language == "en" else end in _JOINED

    def _has(self, word: str) -> bool:
        return bool(self._hunspell.spell(word)) or word.casefold() in self._practice

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first, at most ``MOST``."""
        if not 1 < len(word) <= LONGEST or "\0" in word:
            return ()
        return tuple(self._hunspell.suggest(word)[:MOST])


def knows(dictionaries: Sequence[Dictionary], word: str) -> bool:
    """Say whether any of the languages knows a word."""
    return any(each.knows(word) for each in dictionaries)


def suggestions(dictionaries: Sequence[Dictionary], word: str) -> tuple[str, ...]:
    """Return what may have been meant in any of the languages, each language's likeliest before the others' second."""
    lists = [each.suggest(word) for each in dictionaries]
    ranked = [made[rank] for rank in range(MOST) for made in lists if rank < len(made)]
    return tuple(dict.fromkeys(ranked))[:MOST]


def _missing() -> HsbAssessError:
    return HsbAssessError(
        "spelling_missing",
        "Spelling cannot be checked: a dictionary is missing or damaged.",
        "Everything else works. Install Assess again from its original source.",
    )
