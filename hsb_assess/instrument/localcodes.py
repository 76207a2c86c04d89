"""Options that an area adds to a form's code lists: added at the end, never renamed, never taken away."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.compiled import hashed
from hsb_assess.instrument.schema import Code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hsb_assess.instrument.schema import CodeList, Definition

__all__ = ["LOCAL", "MOST_WORDS", "local_code", "with_codes"]

LOCAL: Final = "local_"
"""What the code of an added option begins with, so that it can never be one of a later edition of the form."""
MOST_WORDS: Final = 80
MOST_OPTIONS: Final = 40
_CODE_LENGTH: Final = 64


def local_code(listed: CodeList, words: str) -> Code:
    """Return the code for an option in these words.

    Raises ``list_closed`` where an area may not add to the list, ``option_words`` where the words are missing or longer
    than ``MOST_WORDS``, ``option_there`` where the list has such an option, and ``list_full``.
    """
    words = " ".join(words.split())
    if not listed.local:
        raise HsbAssessError(
            "list_closed",
            "The checks read the options of this list, so none can be added here.",
            "Choose the option that comes closest, and say more in the words beside it.",
        )
    if not words or len(words) > MOST_WORDS or not words.isprintable():
        raise HsbAssessError(
            "option_words",
            "An option is a few plain words.",
            f"Write what the option says, in at most {MOST_WORDS} characters.",
        )
    if len(listed.codes) >= MOST_OPTIONS:
        raise HsbAssessError("list_full", "This list is full.", "Choose the option that comes closest.")
    if any(_alike(words, code.en) for code in listed.codes):
        raise HsbAssessError(
            "option_there", "The list has this option already.", "Choose it where you fill in the form."
        )
    return Code(code=_free(listed, f"{LOCAL}{_slug(words)}"[: _CODE_LENGTH - 4]), en=words)


def _alike(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "option"


def _free(listed: CodeList, wanted: str) -> str:
    """Return a code that the list does not have: the wanted one, or that with the first free number."""
    taken = {code.code for code in listed.codes}
    numbered = (f"{wanted}_{number}" for number in range(2, MOST_OPTIONS + 3))
    return next(each for each in (wanted, *numbered) if each not in taken)


def with_codes(definition: Definition, added: Mapping[str, Iterable[Code]]) -> Definition:
    """Return ``definition`` with options added to its lists, under a hash of its own; itself where none fits.

    What names a list that this form has not, or that is not ``local``, and a code that the list has by now is passed over.
    """
    lists = dict(definition.lists)
    for name, codes in added.items():
        listed = lists.get(name)
        if listed is None or not listed.local:
            continue
        taken = {code.code for code in listed.codes}
        fresh = tuple(code for code in codes if code.code.startswith(LOCAL) and code.code not in taken)
        if fresh:
            lists[name] = listed.model_copy(update={"codes": (*listed.codes, *fresh)})
    if lists == dict(definition.lists):
        return definition
    whole = definition.model_dump(by_alias=True, exclude={"hash"})
    whole["lists"] = {name: each.model_dump(by_alias=True) for name, each in lists.items()}
    return hashed(type(definition).model_validate(whole))
