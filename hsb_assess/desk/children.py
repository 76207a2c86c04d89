"""Runs heavy or risky work in a child process: values in and bytes out through pipes, no files, killed by cancel.

A message is a count and that many frames, each a length and its bytes; the first frame is JSON. The child is
``python -m hsb_assess.desk.child_main``; it ends when its standard input closes, so it cannot outlive its parent.
"""

from __future__ import annotations

import io
import json
import queue
import struct
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pydantic import JsonValue

__all__ = ["ChildResult", "read_message", "run_child", "start_child", "write_message"]

MAX_FRAME: Final = 256 * 1024 * 1024
MAX_FRAMES: Final = 64
_COUNT: Final = struct.Struct(">I")
_LENGTH: Final = struct.Struct(">Q")
_LOOK_AGAIN: Final = 0.05
_CHILD: Final = "hsb_assess.desk.child_main"


@dataclass(frozen=True)
class ChildResult:
    """What a child answered: a JSON value and blobs, in the order in which its work returns them."""

    value: dict[str, JsonValue]
    blobs: tuple[bytes, ...] = ()


def write_message(stream: IO[bytes], value: Mapping[str, JsonValue], blobs: Sequence[bytes] = ()) -> None:
    """Write one message and flush it."""
    stream.write(_COUNT.pack(1 + len(blobs)))
    for frame in (json.dumps(value).encode(), *blobs):
        stream.write(_LENGTH.pack(len(frame)))
        stream.write(frame)
    stream.flush()


def _exactly(stream: IO[bytes], size: int) -> bytes:
    gathered = io.BytesIO()
    while (missing := size - gathered.tell()) > 0:
        part = stream.read(min(missing, 1 << 20))
        if not part:
            raise EOFError
        gathered.write(part)
    return gathered.getvalue()


def read_message(stream: IO[bytes]) -> ChildResult:
    """Read one message; raises ``EOFError`` where it is cut short and ``ValueError`` where it is no message."""
    (count,) = _COUNT.unpack(_exactly(stream, _COUNT.size))
    if not 1 <= count <= MAX_FRAMES:
        raise ValueError("frames")
    frames = []
    for _ in range(count):
        (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
        if length > MAX_FRAME:
            raise ValueError("length")
        frames.append(_exactly(stream, length))
    value = json.loads(frames[0])
    if not isinstance(value, dict):
        raise TypeError("value")
    return ChildResult(value, tuple(frames[1:]))


def _command() -> list[str]:
    """Return how a child starts; a frozen program starts itself with the word ``child``."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "child"]
    return [sys.executable, "-I", "-m", _CHILD]


def _quiet_window() -> int:
    """Return the creation flag that keeps Windows from opening a console; 0 elsewhere."""
    return int(getattr(subprocess, "CREATE_NO_WINDOW", 0))


def start_child() -> subprocess.Popen[bytes]:
    """Start a child that waits for its first message; it ends when its standard input closes."""
    return subprocess.Popen(  # noqa: S603  our own interpreter and module, no shell
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # An exception's words can quote what was written about a child, so nobody keeps them.
        stderr=subprocess.DEVNULL,
        close_fds=True,
        creationflags=_quiet_window(),
    )


def _never() -> bool:
    return False


def run_child(
    kind: str,
    request: Mapping[str, JsonValue],
    blobs: Sequence[bytes] = (),
    *,
    timeout: float = 120.0,
    cancelled: Callable[[], bool] = _never,
) -> ChildResult:
    """Do the work ``kind`` (see :mod:`hsb_assess.desk.child_main`) in a fresh process and return its answer.

    ``cancelled`` is asked about twenty times a second. Everything, secrets too, goes through the pipe: nothing
    stands in arguments, the environment or a file. Raises the child's own :class:`HsbAssessError`, else
    ``cancelled``, ``took_too_long``, or ``document_failed`` / ``<kind>_failed`` with an exception's type and place.
    """
    process = start_child()
    answers: queue.SimpleQueue[ChildResult | None] = queue.SimpleQueue()
    talk = threading.Thread(
        target=_talk, args=(process, kind, dict(request), tuple(blobs), answers), name=f"child-{kind}", daemon=True
    )
    talk.start()
    try:
        answer = _awaited(answers, time.monotonic() + timeout, cancelled)
    finally:
        process.kill()
        process.wait()
        talk.join(timeout=5)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                _close(stream)
    if answer is None:
        raise _failed(kind, "the child ended", "")
    return _judged(kind, answer)


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        # What was still buffered for a dead child has nowhere to go.
        return


def _talk(
    process: subprocess.Popen[bytes],
    kind: str,
    request: dict[str, JsonValue],
    blobs: tuple[bytes, ...],
    answers: queue.SimpleQueue[ChildResult | None],
) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        write_message(process.stdin, {"kind": kind, "request": request}, blobs)
        answers.put(read_message(process.stdout))
    except (OSError, EOFError, ValueError, TypeError):
        answers.put(None)


def _awaited(
    answers: queue.SimpleQueue[ChildResult | None], deadline: float, cancelled: Callable[[], bool]
) -> ChildResult | None:
    while True:
        try:
            return answers.get(timeout=_LOOK_AGAIN)
        except queue.Empty:
            if cancelled():
                raise HsbAssessError("cancelled", "This was cancelled.", "Start it again when you are ready.") from None
            if time.monotonic() > deadline:
                raise HsbAssessError(
                    "took_too_long", "This took too long and was stopped.", "Close other programs and try again."
                ) from None


def _judged(kind: str, answer: ChildResult) -> ChildResult:
    error = answer.value.get("error")
    if not isinstance(error, dict):
        return answer
    code, what, mend = error.get("code"), error.get("what"), error.get("mend")
    if isinstance(code, str) and isinstance(what, str) and isinstance(mend, str):
        raise HsbAssessError(code, what, mend)
    raise _failed(kind, str(error.get("type", "")), str(error.get("place", "")))


_FAILED: Final = {"make_document": ("document_failed", "The document could not be made")}


def _failed(kind: str, fault: str, place: str) -> HsbAssessError:
    code, what = _FAILED.get(kind, (f"{kind}_failed", "This could not be done"))
    where = f" in {place}" if place else ""
    return HsbAssessError(code, f"{what} ({fault}{where}).", "Try again; if it comes back, tell support this line.")
