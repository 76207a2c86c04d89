"""The app in a process of its own, measured from inside: ``python -m tests.performance.desk_child WHAT FOLDER …``.

Prints one line of JSON. Before anything is measured the unlock page was painted and what the app loads while somebody
types a passphrase was loaded, as it is for a person. *Painted* is when the events after a widget's paint were handled, so
that what was painted has gone to the screen.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import threading
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from hsb_assess.datafiles import data_dir
from hsb_assess.domain.clock import clock_for
from hsb_assess.trust.identity import create_identity
from ui import options, preload
from ui.app import App
from ui.computer.base import Computer
from ui.configuration import Configuration
from ui.navigation import Page, Target
from ui.theme import fonts

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.workplace import Workplace
    from ui.pages.assessment import AssessmentPage
    from ui.shell.session import Session

P = TypeVar("P", bound=Page)

PATIENCE: Final = 60.0
KEYS: Final = 600
TYPED: Final = "What was seen, who told it and what was done about it. "
TICK_MS: Final = 2
IDLE_SECONDS: Final = 4.0
SECTION_SECONDS: Final = 60
"""Nobody reads and answers forty questions in less."""
MINUTES: Final = 480
WARM_MINUTES: Final = 60


class Painted(QObject):
    """Waits for the first paint of a widget and for what follows it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.at: float | None = None
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the time after the events that are handled with the first paint."""
        if event.type() == QEvent.Type.Paint and self.at is None:
            self.at = 0.0
            QTimer.singleShot(0, self._through)
            watched.removeEventFilter(self)
        return False

    def _through(self) -> None:
        self.at = time.perf_counter()

    def wait(self) -> float:
        """Return when it was painted."""
        wait(lambda: bool(self.at))
        assert self.at
        return self.at


def wait(done: Callable[[], object]) -> None:
    """Handle events until something holds."""
    end = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("what is measured did not happen")
        QApplication.processEvents()


class Desk:
    """The app with its unlock page painted, and a vault that a recovery key opens."""

    def __init__(self, folder: Path, recovery: str, today: str | None) -> None:
        self._folder, self._recovery, self._today = folder, recovery, today
        fonts.load(data_dir("resources") / "fonts")
        self.app = App(
            options.Options(vault=folder, today=today),
            Configuration(folder.parent / "config"),
            end=lambda _code: None,
            computer=Computer(),
        )
        self.app.start()
        Painted(self.app.window).wait()
        preload.preload(lasting=True)
        wait(lambda: not any(thread.name == "preload" for thread in threading.enumerate()))
        QApplication.processEvents()

    def open(self) -> float:
        """Open the vault; returns when that began: all of it but the derivation of a key from a passphrase."""
        from hsb_assess.desk import access

        clock = clock_for(date.fromisoformat(self._today)) if self._today else None
        began = time.perf_counter()
        self.app.open_vault(access.unlock_with_recovery_key(self._folder, self._recovery, clock=clock), self._folder)
        return began

    @property
    def session(self) -> Session:
        """What is open."""
        assert self.app.session is not None
        return self.app.session

    def page(self, kind: type[P]) -> P:
        """Return the page that is shown."""
        page = self.session.frame.navigator.page
        assert isinstance(page, kind)
        return page

    def quiet(self) -> None:
        """Let everything that is under way come to its end."""
        wait(lambda: not self.session.operations.busy())
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()

    def look_around(self) -> None:
        """Do what somebody does who looks for a case: nothing, while the app loads what comes next."""
        desktop = self.app.desktop
        assert desktop is not None
        wait(lambda: not desktop.ahead.left())
        self.quiet()

    def pass_seconds(self, seconds: int) -> None:
        """Look for rubbish as often as the app does in so many seconds, which are not waited for."""
        for _ in range(seconds):
            self.session.rubbish.look()

    def stay(self) -> None:
        """Do what somebody does who reads and answers a section, which is not waited for: the app's own work is."""
        self.look_around()
        self.pass_seconds(SECTION_SECONDS)

    def show_assessment(self, case: str, assessment: str) -> tuple[AssessmentPage, float]:
        """Open an assessment; returns its page and the milliseconds until its questions were painted."""
        from ui.pages.assessment import AssessmentPage

        began = time.perf_counter()
        self.session.context.navigate(Target("assessment", case=case, assessment=assessment))
        page = self.page(AssessmentPage)
        view = page.stack.currentWidget()
        assert view is not None
        return page, (Painted(view).wait() - began) * 1000


def caseload(desk: Desk, _case: str, _assessment: str) -> dict[str, float]:
    """Measure from the open key to the painted caseload."""
    began = desk.open()
    from ui.pages.caseload import CaseloadPage

    page = desk.page(CaseloadPage)
    painted = Painted(page.table.viewport()).wait()
    if page.table.model().rowCount() < 1000:
        raise RuntimeError("the caseload is not the one that was made")
    return {"ms": (painted - began) * 1000}


def assessment(desk: Desk, case: str, name: str) -> dict[str, float]:
    """Measure the long form: opened, section by section, the memory of both, and keys."""
    desk.open()
    desk.look_around()
    page, opened = desk.show_assessment(case, name)
    desk.stay()
    held = resident()
    switches = []
    names = page.tiering.sections(page.modules())
    for _ in names[1:]:
        began = time.perf_counter()
        page.go_on()
        view = page.stack.currentWidget()
        assert view is not None
        switches.append((Painted(view).wait() - began) * 1000)
        desk.stay()
    walked = resident()
    measured = {"opened_ms": opened, "switch_ms": statistics.median(switches), "mib": held, "walked_mib": walked}
    return {**measured, **_keys(desk, page)}


def _keys(desk: Desk, page: AssessmentPage) -> dict[str, float]:
    field = next(iter(page.form.fields.values()))
    box = field.findChild(QPlainTextEdit) or page.findChild(QPlainTextEdit)
    assert isinstance(box, QPlainTextEdit)
    page._go_to(field.path)  # the section that has it is shown again
    box.setFocus()
    desk.quiet()
    before = box.toPlainText()
    typed = _typing(box)
    if box.toPlainText() == before:
        raise RuntimeError("what was typed did not arrive")
    page.seal()
    desk.quiet()
    bare = QPlainTextEdit()
    bare.resize(box.size())
    bare.setPlainText(before)
    bare.show()
    Painted(bare.viewport()).wait()
    bare.setFocus()
    alone = _typing(bare)
    bare.close()
    return {"key_ms": typed, "bare_key_ms": alone}


def _typing(box: QPlainTextEdit) -> float:
    """Type and return the 99th percentile of the milliseconds from a key to the end of what it set off here."""
    from PySide6.QtTest import QTest  # not above: what it loads would count as the form's memory

    taken = []
    for number in range(KEYS):
        began = time.perf_counter()
        QTest.keyClick(box, TYPED[number % len(TYPED)])  # type: ignore[call-overload]  # one letter is a key, too
        QApplication.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.quantiles(taken, n=100)[98]


class Gaps:
    """The longest time that the event loop did not come round."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def stop(self) -> float:
        """Look no longer; returns the longest gap in milliseconds."""
        self._timer.stop()
        return self.longest

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000), now


def document(desk: Desk, case: str, name: str) -> dict[str, float]:
    """Measure the longest gap while nothing happens, and while a document of the assessment is made and signed."""
    desk.open()
    desk.quiet()
    desk.show_assessment(case, name)
    desk.quiet()
    idle = Gaps()
    end = time.monotonic() + IDLE_SECONDS
    wait(lambda: time.monotonic() > end)
    still = idle.stop()
    made: list[bytes] = []
    reviewer = create_identity("Sam Example", "supervisor", "Example Service", clock_for(None).now()).card()

    def make(at: Workplace) -> bytes:
        from hsb_assess.desk import assessing, makers
        from hsb_assess.desk.judging import judge

        reading = assessing.reading(at, name)
        return makers.certified(
            at, reading, judge(at, reading), {}, audience="A", submission=name, version=1, reviewer=reviewer
        )

    busy = Gaps()
    desk.session.operations.read(make, on_done=made.append)
    wait(lambda: made)
    if not made[0].startswith(b"%PDF"):
        raise RuntimeError("no document was made")
    return {"idle_ms": still, "busy_ms": busy.stop()}


def soak(desk: Desk, case: str, name: str) -> dict[str, float]:
    """Work eight hours without their pauses: each minute a sentence in another section, now and then another page."""
    from PySide6.QtTest import QTest

    from ui.pages.assessment import AssessmentPage

    desk.open()
    desk.quiet()
    page, _ = desk.show_assessment(case, name)
    held = []
    for minute in range(MINUTES):
        page.go_on() if minute % 19 else page._show_module(page.tiering.sections(page.modules())[0])
        box = next((each for each in page.findChildren(QPlainTextEdit) if each.isVisible()), None)
        if box is not None:
            box.setFocus()
            QTest.keyClicks(box, TYPED if minute % 10 else "x")
            if minute % 10 == 0:
                box.setPlainText("")
        page.seal()
        if minute % 15 == 0:
            for target in (Target("caseload"), Target("case", case=case), Target("check", case=case, assessment=name)):
                desk.session.context.navigate(target)
                QApplication.processEvents()
            desk.session.context.navigate(Target("assessment", case=case, assessment=name))
            page = desk.page(AssessmentPage)
        desk.quiet()
        desk.pass_seconds(60)
        if minute % WARM_MINUTES == WARM_MINUTES - 1:
            held.append(resident())
    return {"first_mib": held[0], "last_mib": held[-1]}


def resident() -> float:
    """Return the MiB of memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 2**20


MEASURES: Final = {each.__name__: each for each in (caseload, assessment, document, soak)}


def main(arguments: list[str]) -> int:
    """Measure one thing and print it."""
    parser = argparse.ArgumentParser(prog="desk_child")
    parser.add_argument("what", choices=sorted(MEASURES))
    for name in ("folder", "recovery", "case", "assessment"):
        parser.add_argument(name)
    parser.add_argument("--today")
    chosen = parser.parse_args(arguments)
    application = QApplication(["assess"])
    application.setQuitOnLastWindowClosed(False)
    desk = Desk(Path(chosen.folder), chosen.recovery, chosen.today)
    measured = MEASURES[chosen.what](desk, chosen.case, chosen.assessment)
    desk.app.close()
    sys.stdout.write(json.dumps(measured) + "\n")
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
