"""The real desk process with a line to the test that started it: hands on its keyboard, and a witness of what it says.

Run as ``python -m tests.faults.desk`` with the arguments of ``python -m ui``. Orders come over a local socket as lines
of JSON, so that nothing of what is to be typed stands in an argument, the environment or a file.
"""

from __future__ import annotations

import json
import logging
import os
import random
import socket
import sys
import time
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from hsb_assess.domain.errors import HsbAssessError
from ui import app as wiring
from ui.preload import settled

__all__ = ["HANDS"]

HANDS: Final = "HSB_ASSESS_TEST_HANDS"
"""The variable that holds the path of the socket."""


class Line:
    """The way back to the test: what is written here is there even if this process is killed the moment after."""

    def __init__(self, path: str) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self._orders = self.socket.makefile("rb")

    def tell(self, kind: str, **what: Any) -> None:  # noqa: ANN401 (any JSON)
        """Write one line."""
        told = {"kind": kind, "at": time.monotonic(), **what}
        self.socket.sendall(json.dumps(told).encode() + b"\n")

    def order(self) -> dict[str, Any] | None:
        """Return the next order; ``None`` once the test has hung up."""
        line = self._orders.readline()
        return json.loads(line) if line else None


class Hands(QObject):
    """Carries orders out, one after the other, from within the running app."""

    def __init__(self, app: wiring.App, line: Line) -> None:
        super().__init__(app)
        self.app, self.line = app, line
        self._notifier = QSocketNotifier(line.socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_: self._next())
        line.tell("started", pid=os.getpid(), arguments=sys.argv[1:])

    def _next(self) -> None:
        order = self.line.order()
        if order is None:
            self._notifier.setEnabled(False)
            return
        self._notifier.setEnabled(False)
        try:
            answer = getattr(self, f"do_{order.pop('do')}")(**order)
        except Exception as error:  # noqa: BLE001 (the test is told, whatever it was)
            self.line.tell("failed", what=f"{type(error).__name__}: {error}")
        else:
            self.line.tell("done", answer=answer)
        self._notifier.setEnabled(True)

    def do_unlock(self, passphrase: str) -> str:
        """Type the passphrase on the unlock page and wait for what comes after it."""
        settled()  # these hands import too, which nobody does at the real page
        from ui.demo.typist import Typist
        from ui.pages.unlock import UnlockPage

        typist = Typist()
        page = self.app.window.centralWidget()
        if not isinstance(page, UnlockPage):
            raise TypeError(type(page).__name__)
        typist.write(page.passphrase.edit, passphrase, enter=True)
        try:
            typist.settle(lambda: self.app.session is not None, "the desk")
        except HsbAssessError as error:
            here = self.app.window.centralWidget()
            said = here.field.fault() or here.working.text() if isinstance(here, UnlockPage) else ""
            raise RuntimeError(f"{error.what} On screen: {type(here).__name__} {said!r}") from error
        return type(self.app.window.centralWidget()).__name__

    def do_open(self, case: str, assessment: str, path: str | None = None) -> None:
        """Go to the assessment."""
        from ui.demo.typist import Typist
        from ui.navigation import Target
        from ui.pages.assessment import AssessmentPage

        session = self.app.session
        assert session is not None
        session.context.navigate(Target("assessment", case=case, assessment=assessment, path=path))
        Typist().settle(lambda: isinstance(session.frame.navigator.page, AssessmentPage), "the assessment")
        Typist().settle(lambda: not session.operations.busy(), "quiet")

    def do_search(self, words: str) -> int:
        """Type into the search box, wait until everything is indexed and looked for, and return how many hits are shown."""
        from ui.demo.typist import Typist
        from ui.pages.search import SearchPage

        session, typist = self.app.session, Typist()
        assert session is not None
        session.frame.choose("search")
        page = session.frame.navigator.page
        if not isinstance(page, SearchPage):
            raise TypeError(type(page).__name__)
        page.where.setCurrentIndex(page.where.findData("all"))
        typist.write(page.box, words)

        def looked() -> bool:
            still = page._soon.isActive() or session.operations.busy()
            return not still and page.found is not None and not page.found.behind

        typist.settle(looked, "what is found")
        return len(page.results.lines())

    def do_look(self, case: str, assessment: str) -> list[str]:
        """Go to every page of an open vault; return the pages that were shown."""
        from inspect import signature

        from ui.demo.typist import Typist
        from ui.navigation import Target
        from ui.shell.navigation import load_page

        session, typist, shown = self.app.session, Typist(), []
        assert session is not None
        known = {"case": case, "assessment": assessment, "path": "M00.name"}
        for name in wiring.PAGES.keys() - {"unlock", "first_run", "older", "beside"}:
            taken = signature(load_page(wiring.PAGES, name)).parameters
            session.context.navigate(Target(name, **{key: value for key, value in known.items() if key in taken}))
            typist.settle(lambda: not session.operations.busy(), f"{name} to be quiet")
            here = session.frame.navigator.target
            shown.append(here.page if here is not None else "")
        return sorted(shown)

    def do_type(self, seed: int, control: str = "", bursts: int = 1_000_000) -> None:
        """Type into one question after the other until killed."""
        from tests.faults.typing_away import type_away

        type_away(self.app, self.line, random.Random(seed), control, bursts)

    def do_steps(self, steps: str) -> None:
        """Do what a mapping of things and answers says, written as an answers file has them."""
        from tests.faults.typing_away import do_steps

        do_steps(self.app, steps)

    def do_leave_open(self, path: str, words: str, *, kept: bool = False) -> None:
        """Type words and leave the caret behind them: a draft at most, and with ``kept`` one that is on the disk."""
        from tests.faults.typing_away import leave_open

        leave_open(self.app, path, words, kept=kept)

    def do_scribble(self, where: str, case: str, assessment: str, seed: int, words: int) -> str:
        """Open a box for what is no answer yet, and type into it until killed or out of words; return what stands there."""
        from tests.faults.scribbling import scribble

        return scribble(self.app, self.line, random.Random(seed), where, (case, assessment), words)

    def do_children(self) -> list[int]:
        """Start what the app starts for a document, and one process that would not end by itself; return their ids."""
        import subprocess

        from hsb_assess.desk.children import _command

        self._kept = [
            subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL),
            subprocess.Popen([sys.executable, "-c", "import signal; signal.sigwait([signal.SIGUSR1])"]),
        ]
        return [each.pid for each in self._kept]

    def do_told(self) -> list[str]:
        """Return what the computer would tell of now."""
        return sorted(self.app.computer.told)

    def do_make_document(self, words: str) -> int:
        """Have a child make a document of many pages of these words, which takes it far longer than a lock; return its id."""
        import threading

        from hsb_assess.desk.children import run_child
        from tests.faults.processes import children

        furniture = dict.fromkeys(("case_ref", "letter", "name", "version", "hash", "prepared"), "A")
        blocks = [{"kind": "para", "text": f"{words} {n}"} for n in range(20_000)]
        content = {"audience": "A", "title": "A", "made": "A", "furniture": furniture, "blocks": blocks}
        asked = {"audience": "A", "content": content}
        before = set(children(os.getpid()))
        threading.Thread(target=run_child, args=("make_document", asked), daemon=True).start()
        while not (started := set(children(os.getpid())) - before):
            time.sleep(0.01)
        return started.pop()

    def do_lock(self) -> None:
        """Press Ctrl+L where the keyboard is; this process ends within it."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self.line.tell("locking")
        QTest.keyClick(QApplication.focusWidget() or self.app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    def do_stall(self) -> None:
        """Begin a lock and never end: the launcher has to."""
        from ui.shell.ending import announce_lock

        announce_lock()
        self.line.tell("locking")
        while True:
            time.sleep(1)


class HandedApp(wiring.App):
    """The app, with hands from the moment on at which its first page is shown."""

    def start(self) -> None:
        """Show the first page and let the hands begin once it is painted."""
        super().start()
        line = Line(os.environ[HANDS])
        if self.single is not None:
            self.single.handed_over.connect(lambda arguments: line.tell("handed_over", arguments=arguments))
        self.window.painted.connect(lambda: QTimer.singleShot(0, lambda: Hands(self, line)))


if __name__ == "__main__":
    # Whatever any library logs goes where the sweeps look for marked words.
    logging.basicConfig(level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")
    wiring.App = HandedApp  # type: ignore[misc]  # the whole of ui.app.main runs, with this one class exchanged
    sys.exit(wiring.main(sys.argv[1:]))
