"""Asks the dictionaries, which live in a child process: one thread talks to it, so that no window waits.

The child is started by the first question, ends after a while without one, and dies with the desk process. Answers are
given on the thread of the speller. ``stop`` ends both; nothing is answered after that.
"""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.children import read_message, start_child, write_message
from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Mapping, Sequence

    from pydantic import JsonValue

__all__ = ["Speller"]

IDLE_SECONDS: Final = 300.0
"""After so long without a question the child ends, and its memory is free."""
PATIENCE: Final = 20.0
"""Seconds after which an answer comes no more, whatever the word was."""
_TRIES: Final = 2
_LAST_SECONDS: Final = 0.5


@dataclass(frozen=True)
class _Question:
    asked: dict[str, JsonValue]
    done: Callable[[Mapping[str, JsonValue]], object]


class Speller:
    """``failed`` is told once, on the speller's thread, why nothing can be looked up any more."""

    def __init__(
        self, languages: Sequence[str], failed: Callable[[HsbAssessError], object], *, idle: float = IDLE_SECONDS
    ) -> None:
        self.languages = tuple(languages)
        self._failed, self._idle = failed, idle
        self._questions: queue.SimpleQueue[_Question | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._ended = self._broken = False
        self._left = _TRIES

    def check(self, words: Sequence[str], done: Callable[[Sequence[str]], object]) -> None:
        """Have ``done`` told which of the words are wrong."""
        self._ask({"check": [*words]}, lambda answer: done(_texts(answer.get("wrong"))))

    def suggest(self, word: str, done: Callable[[Sequence[str]], object]) -> None:
        """Have ``done`` told what may have been meant."""
        self._ask({"suggest": word}, lambda answer: done(_texts(answer.get("words"))))

    @property
    def is_running(self) -> bool:
        """Whether there is a child now."""
        return self._child is not None

    def stop(self) -> None:
        """End the child at once and answer nothing more."""
        self._ended = True
        self._questions.put(None)
        child = self._child
        if child is not None:
            child.kill()
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout=_LAST_SECONDS)  # whoever asked may be gone a moment from now

    def _ask(self, asked: dict[str, JsonValue], done: Callable[[Mapping[str, JsonValue]], object]) -> None:
        if self._ended or self._broken:
            return
        self._questions.put(_Question(asked, done))
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="spelling", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        try:
            while not (self._ended or self._broken):
                try:
                    question = self._questions.get(timeout=self._idle)
                except queue.Empty:
                    self._end_child()
                    continue
                if question is None:
                    return
                answer = self._answer(question.asked)
                if answer is not None and not self._ended:
                    question.done(answer)
        finally:
            self._end_child()

    def _answer(self, asked: dict[str, JsonValue]) -> Mapping[str, JsonValue] | None:
        while self._left and not self._ended:
            try:
                return self._talk(asked)
            except HsbAssessError as error:
                self._give_up(error)
                return None
            except (OSError, EOFError, ValueError, TypeError):
                self._end_child()
                self._left -= 1
        if not self._ended:
            self._give_up(
                HsbAssessError(
                    "spelling_stopped",
                    "Spelling is checked no more until the vault is opened again: its helper ended twice.",
                    "Everything else works; your words are kept.",
                )
            )
        return None

    def _talk(self, asked: dict[str, JsonValue]) -> Mapping[str, JsonValue]:
        child = self._child
        # Whatever a word does to the library, somebody waits for an answer only so long.
        if child is None:
            child = self._child = start_child()
            if self._ended:  # between the two
                raise EOFError
            self._exchange(child, {"kind": "spelling", "request": {"languages": [*self.languages]}})
        return self._exchange(child, asked)

    @staticmethod
    def _exchange(child: subprocess.Popen[bytes], asked: dict[str, JsonValue]) -> Mapping[str, JsonValue]:
        assert child.stdin is not None
        assert child.stdout is not None
        limit = threading.Timer(PATIENCE, child.kill)
        limit.daemon = True
        limit.start()
        try:
            write_message(child.stdin, asked)
            answer = read_message(child.stdout).value
        finally:
            limit.cancel()
        error = answer.get("error")
        if isinstance(error, dict):
            raise HsbAssessError(str(error.get("code")), str(error.get("what")), str(error.get("mend")))
        return answer

    def _give_up(self, error: HsbAssessError) -> None:
        self._broken = True
        self._failed(error)

    def _end_child(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            try:
                if stream is not None:
                    stream.close()
            except OSError:
                continue  # what was still meant for it has nowhere to go


def _texts(given: JsonValue) -> tuple[str, ...]:
    return tuple(each for each in given if isinstance(each, str)) if isinstance(given, list) else ()
