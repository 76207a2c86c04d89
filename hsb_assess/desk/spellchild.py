"""The child process that knows the dictionaries: words in, wrong ones and suggestions out, until its pipe closes.

Single words come here, never a text, and nothing is kept of them. A word that makes the library end takes this process
with it and nothing else.
"""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING, Any, Final

from hsb_assess.desk.children import read_message, write_message
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.spelling.dictionary import Dictionary, knows, suggestions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import JsonValue

__all__ = ["MOST_WORDS", "serve"]

MOST_WORDS: Final = 1000
"""So many words are looked up for one question."""
MEMORY: Final = 512 * 1024 * 1024


def serve(source: IO[bytes], sink: IO[bytes], request: Mapping[str, Any]) -> int:
    """Load the ``languages``, say so (``ready``, or an ``error``), and answer until the pipe closes."""
    _bound()
    try:
        dictionaries = [Dictionary(str(language)) for language in request["languages"]]
    except HsbAssessError as error:
        write_message(sink, {"error": {"code": error.code, "what": error.what, "mend": error.mend}})
        return 0
    write_message(sink, {"ready": True})
    while True:
        try:
            asked = read_message(source).value
        except (EOFError, ValueError, TypeError):
            return 0
        write_message(sink, _answer(dictionaries, asked))


def _answer(dictionaries: Sequence[Dictionary], asked: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    word, words = asked.get("suggest"), asked.get("check")
    if isinstance(word, str):
        return {"words": list(suggestions(dictionaries, word))}
    listed = words[:MOST_WORDS] if isinstance(words, list) else []
    return {"wrong": [each for each in listed if isinstance(each, str) and not knows(dictionaries, each)]}


def _bound() -> None:
    """Bound what dictionaries and words may take of the memory."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
