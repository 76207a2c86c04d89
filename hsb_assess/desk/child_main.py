"""The child process: reads one request from its pipe, does it, writes the answer, and ends; the one for spelling goes on.

It writes no file and no log. An exception is reported by its type and place only, because its words may quote
what was written about a child. Heavy libraries are imported for the work that needs them.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import traceback
from base64 import b64decode
from datetime import datetime
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, Any, Final, cast

from hsb_assess.desk.children import ChildResult, read_message, write_message
from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

__all__ = ["main"]

_PR_SET_DUMPABLE: Final = 4
MAX_MEMORY: Final = 4 * 1024**3
FORM_MEMORY: Final = 1024**3
FORM_SECONDS: Final = 15


def _make_document(request: Mapping[str, Any]) -> ChildResult:
    """``audience``, ``content`` → ``pages``, ``fields`` and the PDF."""
    from hsb_assess.reports.layout import make

    made = make(request["audience"], request["content"])
    fields: dict[str, JsonValue] = {
        name: {"page": page, "rect": list(rect)} for name, (page, rect) in made.fields.items()
    }
    return ChildResult({"pages": made.pages, "fields": fields}, (made.pdf,))


def _make_worksheet(request: Mapping[str, Any]) -> ChildResult:
    """``content``, ``made`` → the PDF of a blank worksheet."""
    from hsb_assess.reports.worksheet import make

    return ChildResult({}, (make(request["content"], request["made"]),))


def _make_sheet(request: Mapping[str, Any]) -> ChildResult:
    """``sheet`` → ``pages``, ``left_out`` and the PDF of a paper for tonight."""
    from hsb_assess.reports.sheets import make

    made = make(request["sheet"])
    left_out: dict[str, JsonValue] = {**made.left_out}
    return ChildResult({"pages": made.pages, "left_out": left_out}, (made.pdf,))


def _certify(request: Mapping[str, Any], blobs: tuple[bytes, ...]) -> ChildResult:
    """Pages, key, certificate; ``roster``, ``particulars``, ``fields`` and ``hand`` → the certified document.

    ``fields`` is what ``make_document`` answered; ``hand`` is the signature's field, name, role_text, meaning, when.
    """
    from hsb_assess.signing.pdf import Panel, Particulars, RosterLine, certify, prepare

    pages, key, certificate = blobs
    told = request["particulars"]
    prepared = prepare(
        pages,
        [RosterLine(line["field"], line["role"], line["meaning"]) for line in request["roster"]],
        Particulars(**{**told, "created": datetime.fromisoformat(told["created"])}),
        [Panel(name, place["page"], _rect(place["rect"])) for name, place in request["fields"].items()],
    )
    return ChildResult({}, (certify(prepared, key, certificate, **_hand(request["hand"])),))


def _countersign(request: Mapping[str, Any], blobs: tuple[bytes, ...]) -> ChildResult:
    """Document, key, certificate, then the cards it is checked against; ``hand``, ``now`` → the signed document.

    Refused (``not_in_order``) unless the document waits for exactly this signature and is otherwise in order.
    """
    from hsb_assess.signing.pdf import countersign
    from hsb_assess.signing.verify import verify_pending
    from hsb_assess.trust.card import Card

    document, key, certificate, *cards = blobs
    verdict = verify_pending(
        document,
        trust=[Card.from_bytes(card) for card in cards],
        crls=[],
        now=datetime.fromisoformat(request["now"]),
        record_sha256=request.get("record_sha256"),
    )
    if not verdict.is_accepted:
        told = " ".join(reason.message for reason in verdict.reasons)
        raise HsbAssessError(
            "not_in_order", f"This document cannot be signed. {told}", "Ask the author to submit it again."
        )
    return ChildResult({}, (countersign(document, key, certificate, **_hand(request["hand"])),))


def _verify(request: Mapping[str, Any], blobs: tuple[bytes, ...]) -> ChildResult:
    """Document, then cards; ``now``, perhaps ``record_sha256``, ``pending``, certificates of ``organisation`` → the verdict."""
    from hsb_assess.signing.verify import verify, verify_pending
    from hsb_assess.trust.card import Card

    document, *cards = blobs
    ask = verify_pending if request.get("pending") else verify
    verdict = ask(
        document,
        trust=[*(Card.from_bytes(card) for card in cards), *map(b64decode, request.get("organisation", ()))],
        crls=[],
        now=datetime.fromisoformat(request["now"]),
        record_sha256=request.get("record_sha256"),
    )
    # The verdict's mapping holds texts, lists and nulls only.
    return ChildResult(cast("dict[str, JsonValue]", verdict.as_json()))


def _verify_file(request: Mapping[str, Any]) -> ChildResult:
    """Names of a ``file``, of ``trust`` and of ``crls``; ``now`` → the verdict as JSON, for the command line."""
    from hsb_assess.signing.verify import verify_file

    verdict = verify_file(
        Path(request["file"]),
        [Path(path) for path in request["trust"]],
        [Path(path) for path in request["crls"]],
        datetime.fromisoformat(request["now"]),
    )
    return ChildResult(cast("dict[str, JsonValue]", verdict.as_json()))


def _read_form(blobs: tuple[bytes, ...]) -> ChildResult:
    """A file → ``carried``, ``not_carried`` (item, feature, reason) and the compiled form."""
    _bound_work()
    from hsb_assess.exchange.incoming.opening import read_form
    from hsb_assess.instrument.compiled import compile_definition

    found = read_form(blobs[0])
    told: list[JsonValue] = [list(each) for each in found.not_carried]
    return ChildResult({"carried": found.carried, "not_carried": told}, (compile_definition(found.definition),))


def _bound_work() -> None:
    """Bound what a stranger's file may cost: memory, and seconds of work."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (FORM_MEMORY, FORM_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (FORM_SECONDS, FORM_SECONDS))


def _rect(given: list[float]) -> tuple[float, float, float, float]:
    left, bottom, right, top = given
    return left, bottom, right, top


def _hand(given: Mapping[str, Any]) -> dict[str, Any]:
    return {**given, "when": datetime.fromisoformat(given["when"])}


def _work(kind: str, request: Mapping[str, Any], blobs: tuple[bytes, ...]) -> ChildResult:  # noqa: PLR0911  one line for each kind of work
    match kind:
        case "make_document":
            return _make_document(request)
        case "make_worksheet":
            return _make_worksheet(request)
        case "make_sheet":
            return _make_sheet(request)
        case "certify":
            return _certify(request, blobs)
        case "countersign":
            return _countersign(request, blobs)
        case "verify_file":
            return _verify_file(request)
        case "read_form":
            return _read_form(blobs)
        case "verify":
            return _verify(request, blobs)
        case _:
            raise HsbAssessError("no_such_work", "The child process does not know this work.", "Install the app again.")


def _close_up() -> None:
    """Keep other programs of the same person from reading this process, leave no core file, bound its memory."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # A file that unpacks without end fails here, before the laptop runs out of memory.
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _end_with_parent(stream: IO[bytes]) -> None:
    """End at once when the parent's end of the pipe closes."""

    def _watch() -> None:
        stream.read(1)
        os._exit(1)

    threading.Thread(target=_watch, name="parent", daemon=True).start()


def _place(error: BaseException) -> str:
    """Return the innermost place of ours in which an exception rose: file and line, no words."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "hsb_assess" in frame.filename] or frames
    return f"{PurePath(ours[-1].filename).name} line {ours[-1].lineno}" if ours else ""


def main() -> int:
    """Answer one request and return the exit code: 0 when an answer was written."""
    _close_up()
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    # Nothing that a library prints may get between the frames of the answer.
    sys.stdout = sys.stderr
    try:
        asked = read_message(source)
    except (EOFError, ValueError, TypeError):
        return 2
    kind, request = asked.value.get("kind"), asked.value.get("request")
    if kind == "spelling":
        from hsb_assess.desk.spellchild import serve

        return serve(source, sink, request if isinstance(request, dict) else {})
    _end_with_parent(source)
    try:
        answer = _work(str(kind), request if isinstance(request, dict) else {}, asked.blobs)
    except HsbAssessError as error:
        answer = ChildResult({"error": {"code": error.code, "what": error.what, "mend": error.mend}})
    except Exception as error:  # noqa: BLE001  whatever it is, only its type and place may leave this process
        answer = ChildResult({"error": {"type": type(error).__name__, "place": _place(error)}})
    write_message(sink, answer.value, answer.blobs)
    return 0


if __name__ == "__main__":
    # The watching thread may be waiting in a read; leaving at once is all that is left to do.
    os._exit(main())
