"""Runs the desk process, ends it when it locks, and starts a fresh one; keeps its arguments and nothing else.

Closing a database leaves copies of its text in memory, so a lock *ends* the process that held them.
The desk process (``python -m ui``) talks to the launcher over its standard output and its exit code:

* the line ``locking`` says that a lock began: it has two seconds, then its process group is killed;
* exit code 75 says that it locked: a fresh one is started at the unlock page;
* any other exit code is the end, and is passed on.

The desk process leads a process group of its own, so the children that make documents die with it.

Everyone waits for this module at each start, so it starts the desk process with what Python has loaded
anyway, and imports what it needs to listen with while that process is starting. The first desk process on Linux is
this very process, split in two before it has done anything: that saves the start of another Python.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # not imported: see above
if TYPE_CHECKING:
    from collections.abc import Sequence
    from subprocess import Popen
    from threading import Timer
    from types import FrameType
    from typing import Final

__all__ = ["EXIT_LOCKED", "LOCK_GRACE_SECONDS", "run"]

EXIT_LOCKED: Final = 75
LOCKING: Final = b"locking"
LOCK_GRACE_SECONDS: Final = 2.0
STILL_SECONDS: Final = 0.5
"""How long the launcher does nothing beside a desk that it split from: both share caches until that has its window."""
SIGTERM: Final = 15
LOCKED_ARGUMENT: Final = "--locked"

# A desk process that locks at once, again and again, is broken: stop instead of starting it for ever.
_QUICK_LOCK_SECONDS: Final = 1.0
_QUICK_LOCKS_ALLOWED: Final = 5


def run(arguments: Sequence[str], *, desk: Sequence[str] | None = None) -> int:
    """Run desk processes with these arguments until one ends without locking; return its exit code.

    ``desk`` is the command of the desk process, ``python -m ui`` if not given.
    """
    command = [*(desk or (sys.executable, "-m", "ui")), *arguments]
    split = desk is None and sys.platform == "linux"
    quick_locks = 0
    while True:
        process = _started(command, arguments if split else None)
        import time

        started = time.monotonic()
        code = _Watch(process).until_it_ends(still=STILL_SECONDS if split else 0.0)
        split = False  # from here on this process has threads, and is not to be split
        if code != EXIT_LOCKED:
            return code
        quick_locks = quick_locks + 1 if time.monotonic() - started < _QUICK_LOCK_SECONDS else 0
        if quick_locks > _QUICK_LOCKS_ALLOWED:
            _say("HSB Assess locked itself again as soon as it started.", "Restart the computer.", "launcher_lock_loop")
            return 1
        if LOCKED_ARGUMENT not in command:
            command.append(LOCKED_ARGUMENT)


def _started(command: list[str], arguments: Sequence[str] | None) -> _Desk:
    if sys.platform == "win32":
        return _WindowsDesk(command)
    return _Desk(command) if arguments is None else _SplitDesk(command, arguments)


class _Desk:
    """A desk process and the end of the pipe that it writes to."""

    def __init__(self, command: list[str]) -> None:
        self.output, theirs = os.pipe()
        redirect = [(os.POSIX_SPAWN_DUP2, theirs, 1)]
        self.pid = os.posix_spawn(command[0], command, os.environ, file_actions=redirect, setpgroup=0)
        os.close(theirs)

    def wait(self) -> int:
        """Wait for the desk process to end, kill what it left running, and return its exit code or minus its signal."""
        if hasattr(os, "waitid"):
            # Not collected yet: while it is a zombie, the number of its group cannot be given to anyone else.
            os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)
            self.kill()
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def ask_to_end(self) -> None:
        """Ask the desk process to seal what is typed and end."""
        import signal

        try:
            os.kill(self.pid, signal.SIGTERM)
        except ProcessLookupError:
            return  # it has just ended by itself

    def kill(self) -> None:
        """Kill the desk process and all its children."""
        import signal

        try:
            os.killpg(self.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return  # nobody of the group is left (macOS says so with the second error)


class _SplitDesk(_Desk):
    """The other half of this process; for a process without threads that has imported next to nothing."""

    def __init__(self, command: list[str], arguments: Sequence[str]) -> None:
        self.output, theirs = os.pipe()
        self.pid = os.fork()
        if self.pid:
            os.close(theirs)
            return
        os.setpgid(0, 0)  # before anything is imported, so long before anybody could want to end the group
        os.dup2(theirs, 1)
        os.close(theirs)
        os.close(self.output)
        sys.argv = [command[0], *arguments]
        _be_the_desk()


def _be_the_desk() -> None:
    """Do what ``python -m ui`` does, to its end; named only here, because the rooms below know no window."""
    code = 1
    try:
        import gc
        from importlib import import_module

        gc.disable()
        code = import_module("ui.app").main(sys.argv[1:])
    except BaseException:  # noqa: BLE001 - whatever ends it is told as ``python -m ui`` would tell it
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(code)


class _WindowsDesk(_Desk):
    """The same on Windows, where children end when their pipes to the desk process close."""

    def __init__(self, command: list[str]) -> None:
        import subprocess

        self._process: Popen[bytes] = subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603 - our own command
        assert self._process.stdout is not None
        self.output = os.dup(self._process.stdout.fileno())
        self._process.stdout.close()

    def wait(self) -> int:
        return self._process.wait()

    def ask_to_end(self) -> None:
        self._process.terminate()

    def kill(self) -> None:
        self._process.kill()


class _Watch:
    """What the launcher knows of one desk process while it runs."""

    def __init__(self, desk: _Desk) -> None:
        self._desk = desk
        self._locking = False
        self._killed = False
        self._asked_to_end = False
        self._timer: Timer | None = None

    def until_it_ends(self, *, still: float = 0.0) -> int:
        """Listen until the desk process ends; return its exit code, 75 also if it had to be killed while locking.

        Nothing but a request to end is heard for ``still`` seconds, or until there is something to listen to.
        """
        import signal
        import threading

        # A request to end the launcher is passed on. Only the main thread may set handlers.
        in_main = threading.current_thread() is threading.main_thread()
        names = ("SIGINT", "SIGTERM", "SIGHUP") if in_main else ()
        numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
        before = {number: signal.signal(number, self._end) for number in numbers}
        if still:
            import select

            select.select([self._desk.output], [], [], still)
        from hsb_assess.processname import be_called_assess

        be_called_assess()
        listener = threading.Thread(target=self._listen, daemon=True)
        listener.start()
        try:
            code = self._desk.wait()
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        listener.join(1.0)  # every holder of the pipe is dead, so the last line arrives at once
        if self._timer is not None:
            self._timer.cancel()
        return self._judged(code)

    def _judged(self, code: int) -> int:
        if self._asked_to_end and (code in {EXIT_LOCKED, -SIGTERM} or self._killed):
            return 0  # it locked on the way out, had no window yet, or took too long: ended is what was asked for
        if self._locking and self._killed:
            return EXIT_LOCKED
        if code >= 0:
            return code
        if not self._asked_to_end:
            _say(
                f"HSB Assess ended unexpectedly (signal {-code}).",
                "Start it again: everything shown as saved is in the vault.",
                "launcher_desk_ended",
            )
        return 128 - code  # as a shell reports a signal

    def _listen(self) -> None:
        """Read lines until nobody can write any more; pass on what is not for the launcher."""
        with os.fdopen(self._desk.output, "rb") as lines:
            for line in lines:
                if line.strip() == LOCKING:
                    self._locking = True
                    self._kill_after_grace()
                else:
                    _pass_on(line)

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self._asked_to_end = True
        self._desk.ask_to_end()
        self._kill_after_grace()

    def _kill_after_grace(self) -> None:
        import threading

        if self._timer is None:
            self._timer = threading.Timer(LOCK_GRACE_SECONDS, self._kill)
            self._timer.daemon = True
            self._timer.start()

    def _kill(self) -> None:
        self._killed = True
        self._desk.kill()


def _pass_on(line: bytes) -> None:
    try:
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
    except (AttributeError, OSError, ValueError):
        return  # a program without a console has no output, and a closed one loses a line: listening goes on


def _say(what: str, mend: str, code: str) -> None:
    sys.stderr.write(f"{what}\n{mend}\n[{code}]\n")
