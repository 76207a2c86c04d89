"""The test's end of the line to a desk process: starts it, gives orders, gathers what it tells, ends it."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tests.faults.places import ROOT

if TYPE_CHECKING:
    from types import TracebackType

    from tests.faults.places import Places

__all__ = ["Driven", "FailedError"]

PATIENCE = 60.0


class FailedError(AssertionError):
    """The driven process did not do what it was told, or ended instead."""


class Driven:
    """A desk process, or with ``before`` a launcher and its desk processes, one after the other; ``more`` is environment."""

    def __init__(self, places: Places, *arguments: str, before: tuple[str, ...] = (), **more: str) -> None:
        self.places = places
        # A socket's path may hold about a hundred letters, and pytest's folders are longer than that.
        self._folder = tempfile.TemporaryDirectory(prefix="hsb-", dir="/tmp" if Path("/tmp").is_dir() else None)
        path = str(Path(self._folder.name, "hands"))
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(path)
        self._server.listen(4)
        self.told: list[dict[str, Any]] = []
        self._read = 0
        self._rest = b""
        self._line: socket.socket | None = None
        command = [*before, sys.executable, "-m", "tests.faults.desk", *arguments]
        with (places.said / "out").open("ab") as out, (places.said / "err").open("ab") as err:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=places.environment(HSB_ASSESS_TEST_HANDS=path, **more),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def meet(self, seconds: float = PATIENCE) -> dict[str, Any]:
        """Wait for the next desk process to start, and return what it says of itself."""
        self._server.settimeout(0.1)
        deadline = time.monotonic() + seconds
        while True:
            try:
                line, _ = self._server.accept()
            except TimeoutError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise FailedError(f"no desk process started: {self._said()}") from None
            else:
                if self._line is not None:
                    self._line.close()
                self._line, self._rest = line, b""
                return self.wait_for("started", seconds)

    def order(self, do: str, **what: Any) -> None:  # noqa: ANN401 (any JSON)
        """Give an order without waiting."""
        assert self._line is not None
        self._line.sendall(json.dumps({"do": do, **what}).encode() + b"\n")

    def tell_to(self, do: str, **what: Any) -> Any:  # noqa: ANN401 (any JSON)
        """Give an order, wait until it is carried out, and return its answer."""
        self.order(do, **what)
        return self.wait_for("done")["answer"]

    def wait_for(self, kind: str, seconds: float = PATIENCE) -> dict[str, Any]:
        """Wait until a line of this kind comes, and return it."""
        deadline = time.monotonic() + seconds
        while True:
            while self._read < len(self.told):
                said = self.told[self._read]
                self._read += 1
                if said["kind"] == "failed":
                    raise FailedError(said["what"])
                if said["kind"] == kind:
                    return said
            if time.monotonic() > deadline:
                raise FailedError(f"{kind} did not come: {self._said()}")
            if not self.listen(0.1):
                raise FailedError(f"ended before {kind}: {self._said()}")

    def listen(self, seconds: float) -> bool:
        """Gather what comes within ``seconds`` at most; ``False`` once the other end is gone."""
        assert self._line is not None
        self._line.settimeout(max(0.001, seconds))
        try:
            data = self._line.recv(1 << 16)
        except TimeoutError:
            return True
        except ConnectionResetError:
            return False
        *whole, self._rest = (self._rest + data).split(b"\n")
        self.told += [json.loads(line) for line in whole if line]
        return bool(data)

    def kill(self) -> float:
        """Kill the process at once; return the moment. Everything that it had told is gathered."""
        at = time.monotonic()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        while self.listen(1.0):
            pass
        return at

    def end(self) -> None:
        """End what was started, by force if it takes longer than its grace."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self._line is not None:
            self._line.close()
        self._server.close()
        self._folder.cleanup()

    def _said(self) -> str:
        return f"exit code {self.process.poll()}, {(self.places.said / 'err').read_text('utf-8', 'replace')[-600:]}"
