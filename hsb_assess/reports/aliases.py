"""Replaces names, initials and other labels of people by their roles, inside any sentence that is printed.

The rule is small, so that it can be checked by reading: a label that holds a capital letter or a digit is an
identifier and is replaced wherever it stands as whole words, in any case and with any apostrophe or hyphen; a
label in lower-case words (*mother*, *class teacher*) is a role and stays. A family word with one capital
(*Mother*) is a role too. Out of an identifier follow two shorter forms: a name in it (*half-sister Bella*:
*Bella*) and a single capital letter that stands in it (*half-sister B*: *B*, *B's*). Workers and this child
keep their names. A short form that fits several people becomes *another person*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hsb_assess.reports.aliaswords import (
    BEFORE_A,
    BEFORE_PLACES,
    FAMILY,
    FORM_MARKS,
    GENERIC,
    MONTHS,
    NO_PERSON,
    WORDS_TOO,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["SEVERAL", "Aliases", "Labelled", "is_identifier", "role_in"]

SEVERAL: Final = "another person"

_APOSTROPHES: Final = "'\u2018\u2019\u02bc"
_HYPHENS: Final = r"\s\-\u2010\u2011\u2013"
_FIRST: Final = 1000
_TOKEN: Final = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")
_OWNING: Final = re.compile(rf"[{_APOSTROPHES}]s(?!\w)", re.IGNORECASE)
_POSSESSIVE: Final = re.compile(rf"[{_APOSTROPHES}]s$", re.IGNORECASE)


@dataclass(frozen=True)
class Labelled:
    """A person who is no worker: the label they are recorded under, and what they are called instead."""

    label: str
    role: str


@dataclass(frozen=True)
class _Form:
    """One way in which a person is written; the pattern stands between word boundaries."""

    pattern: str
    role: str
    length: int


def is_identifier(label: str) -> bool:
    """Say whether a label identifies somebody: it holds a capital letter or a digit and is no family word."""
    words = label.strip()
    if len(words) == 1:
        return words.isalnum()
    if words.casefold() in FAMILY and words[1:] == words[1:].lower():
        return False
    return any(char.isdigit() or char.isupper() or char.istitle() for char in words)


def role_in(label: str) -> str:
    """Return a label that is nothing but words for roles (*mother*, *friend at school*), empty for any other.

    A name in small letters is none of these words, so that it is not taken for a role.
    """
    words = _tokens(label)
    known = bool(words) and not is_identifier(label) and all(len(word) > 1 and word in GENERIC for word in words)
    return label.strip() if known else ""


class Aliases:
    """Replaces every identifier of one case's people in a text.

    ``kept`` are names that stay as they are (workers, this child), ``own`` this child's labels, whose single
    letter is never anybody else's, ``exact`` further texts with what stands in their place.
    """

    def __init__(
        self,
        people: Iterable[Labelled],
        *,
        kept: Iterable[str] = (),
        own: Iterable[str] = (),
        exact: Mapping[str, str] | None = None,
    ) -> None:
        own = tuple(label for label in own if label.strip())
        people = tuple(person for person in people if is_identifier(person.label))
        forms: dict[str, _Form] = {}
        for text, instead in (exact or {}).items():
            if text.strip():
                _add(forms, _whole(text), instead, len(text) + _FIRST)
        for name in (*kept, *own):
            if len(name.strip()) > 1:
                _add(forms, _whole(name), "", len(name) + 1)
        for name in {name for label in own for name in _names(label)}:
            _add(forms, _name_pattern(name), "", len(name))
        for person in people:
            _add_person(forms, person)
        letters = _letters_of(people, {letter for label in own for letter in _letters(label)})
        alone = (_letter_form(letter, who) for letter, who in letters.items())
        ordered = sorted((*forms.values(), *alone), key=lambda form: -form.length)
        self._roles = {f"p{number}": form.role for number, form in enumerate(ordered)}
        parts = (f"(?P<p{number}>{form.pattern})" for number, form in enumerate(ordered))
        self._pattern = re.compile("|".join(parts)) if ordered else None

    def replaced(self, text: str, *, bracketed: bool = False, of_worker: bool = False) -> str:
        """Return ``text`` with roles in place of identifiers, in [brackets] where the words are somebody's own.

        ``of_worker`` is for what a worker is called: there a short form counts only as a possessive, because
        *Worker B* is not the *B* of *half-sister B*.
        """
        if self._pattern is None:
            return text

        def _role(found: re.Match[str]) -> str:
            role = self._roles[found.lastgroup or ""]
            if not role or (of_worker and len(_tokens(found[0])) < 2 and not _OWNING.match(text, found.end())):  # noqa: PLR2004 (a first name and a surname)
                return found[0]
            return f"[{role}]" if bracketed else _opening(role, found)

        return self._pattern.sub(_role, text)


def _opening(role: str, found: re.Match[str]) -> str:
    """Return the role with a capital where a sentence begins with it."""
    before = found.string[: found.start()].rstrip()
    begins = not before or before[-1] in ".!?\u201c"
    return role[0].upper() + role[1:] if begins else role


def _add(forms: dict[str, _Form], pattern: str, role: str, length: int) -> None:
    """Keep a form; one that stands for two people is said of neither, and a name that is kept stays kept."""
    known = forms.get(pattern)
    if known is not None and known.role != role:
        role = SEVERAL if known.role else ""
    forms[pattern] = _Form(pattern, role, max(length, known.length if known else 0))


def _add_person(forms: dict[str, _Form], person: Labelled) -> None:
    """Add a person's label, and the names in it: each alone, and those that stand together."""
    if len(person.label.strip()) > 1:
        _add(forms, _label_pattern(person.label), person.role, len(person.label))
    for run in _runs(person.label):
        if len(run) > 1:
            _add(forms, _whole(" ".join(run)), person.role, sum(map(len, run)) + len(run))
        for name in run:
            _add(forms, _name_pattern(name), person.role, len(name))


def _letters_of(people: Iterable[Labelled], own: set[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for person in people:
        for letter in _letters(person.label) - own:
            found.setdefault(letter, set()).add(person.role)
    return found


def _tokens(label: str) -> list[str]:
    return _TOKEN.findall(label)


def _letters(label: str) -> set[str]:
    """Return the single capitals that stand for this label; a possessive is somebody else's letter."""
    if len(label.strip()) == 1:
        label = label.upper()
    return {token for token in _tokens(label) if len(token) == 1 and token.isupper() and token.isascii()}


def _names(label: str) -> set[str]:
    """Return the names in a label: words with a capital that are no role, title, place or possessive."""
    return {name for run in _runs(label) for name in run}


def _runs(label: str) -> list[list[str]]:
    """Return the names in a label, those that follow one another together."""
    runs: list[list[str]] = [[]]
    before = ""
    for token in _tokens(label):
        named = len(token) > 1 and token[0].isupper() and not _POSSESSIVE.search(token)
        if named and token.casefold() not in GENERIC and before not in BEFORE_PLACES:
            runs[-1].append(token)
        else:
            runs.append([])
        before = token.casefold()
    return [run for run in runs if run]


def _loosely(text: str) -> str:
    """Return a pattern for ``text`` with any white space or hyphen between words and any apostrophe."""
    parts: list[str] = []
    for char in text.strip():
        if char.isspace() or char in "-\u2010\u2011\u2013":
            if not parts or parts[-1] != f"[{_HYPHENS}]+":
                parts.append(f"[{_HYPHENS}]+")
        elif char in _APOSTROPHES:
            parts.append(f"[{_APOSTROPHES}]")
        else:
            parts.append(re.escape(char))
    return "".join(parts)


def _whole(text: str) -> str:
    return rf"(?<!\w)(?i:{_loosely(text)})(?!\w)"


def _label_pattern(label: str) -> str:
    return _name_pattern(label) if len(_tokens(label)) == 1 else _whole(label)


def _name_pattern(name: str) -> str:
    """Return the pattern of a single name; one that is a word as well counts only with its capital."""
    folded = name.strip().casefold()
    if folded not in WORDS_TOO:
        return _whole(name)
    words = f"(?:{re.escape(folded.capitalize())}|{re.escape(folded.upper())})"
    if folded in MONTHS:
        return rf"(?<!\w)(?<!\d )(?<!\bof )(?<!\bin ){words}(?!\w)(?! \d)"
    return rf"(?<!\w){words}(?!\w)"


def _letter_form(letter: str, roles: set[str]) -> _Form:
    """Return how a single capital is found where it stands for a person and for nothing else.

    *A* and *I* are words: they count only as possessives, and *A* also where a sentence or a part of it ends.
    """
    role = next(iter(roles)) if len(roles) == 1 else SEVERAL
    possessive = rf"(?=[{_APOSTROPHES}]s(?!\w))"
    slash = "/" if letter in FORM_MARKS else ""
    match letter:
        case "I":
            pattern = f"I{possessive}"
        case "A":
            after = "|".join(rf"(?<=\b{word} )" for word in BEFORE_A)
            pattern = rf"A{possessive}|(?:{after})A(?=\s*(?:[.,;:!?)\]\u201d]|$))(?!\.\w)"
        case _:
            pattern = rf"{letter}(?![\w&+{slash}-])(?!\.\w)(?![{_APOSTROPHES}][A-Z])"
    marks = "".join(rf"(?<!\b{word} )(?<!\b{word.capitalize()} )" for word in NO_PERSON)
    return _Form(rf"(?<![\w&+@{slash}-])(?<!\w\.){marks}(?:{pattern})", role, 1)
