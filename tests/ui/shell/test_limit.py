"""The longest time that a vault stays open: told ten minutes before, then locked, whatever its person does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shell.limit import SessionLimit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Running

HOUR = 3600.0


class Counted:
    """A limit with a clock of its own, and what it said when."""

    def __init__(self, seconds: float) -> None:
        self.now = 1000.0
        self.said: list[tuple[str, float]] = []
        self.limit = SessionLimit(seconds, clock=lambda: self.now)
        self.limit.soon.connect(lambda: self.said.append(("soon", self.now - 1000)))
        self.limit.over.connect(lambda: self.said.append(("over", self.now - 1000)))

    def at(self, seconds: float) -> list[tuple[str, float]]:
        """Look at the clock so long after the unlock; return all that was said so far."""
        self.now = 1000 + seconds
        self.limit.look()
        return self.said


def test_it_is_told_and_then_over(qtbot: QtBot) -> None:
    """Once each, at their time and not a second before."""
    del qtbot
    counted = Counted(8 * HOUR)
    assert counted.at(8 * HOUR - 601) == []
    assert counted.at(8 * HOUR - 600) == [("soon", 8 * HOUR - 600)]
    assert len(counted.at(8 * HOUR - 1)) == 1
    assert counted.at(8 * HOUR)[1:] == [("over", 8 * HOUR)]


def test_sleep_counts(qtbot: QtBot) -> None:
    """A computer that slept past the end locks at once on waking, without a notice that nobody could use."""
    del qtbot
    counted = Counted(HOUR)
    assert counted.at(60) == []
    assert counted.at(9 * HOUR) == [("over", 9 * HOUR)]


def test_the_app_tells_and_locks(running: Running) -> None:
    """A line at the top, which takes no keyboard; then a lock like any other, that asks nothing."""
    session = running.unlock()
    desktop = running.app.desktop
    assert desktop is not None
    assert desktop.limit.seconds == 8 * HOUR
    before = running.app.window.focusWidget()
    desktop.limit.soon.emit()
    assert "open for 8 hours" in session.frame.notices.text()
    assert running.app.window.focusWidget() is before
    assert running.codes == []
    desktop.limit.over.emit()
    assert running.codes == [75]
