"""Loading ahead: step by step, and never while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.shell import ahead
from ui.shell.ahead import Ahead

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_steps_wait_for_a_quiet_moment(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is loaded within four tenths of a second of a key; afterwards everything is, in its order."""
    monkeypatch.setattr(ahead, "FIRST_MS", 1)
    monkeypatch.setattr(ahead, "NEXT_MS", 1)
    parent, done, asked = QObject(), [], []
    still = [0.1]

    def since() -> float:
        asked.append(still[0])
        return still[0]

    made = Ahead([lambda: done.append("case"), lambda: done.append("assessment")], since, parent)
    made.start()
    qtbot.waitUntil(lambda: len(asked) > 5)
    assert (done, made.left()) == ([], 2)
    still[0] = 0.5
    qtbot.waitUntil(lambda: not made.left())
    assert done == ["case", "assessment"]


def test_a_step_can_be_added_until_the_end(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page asks for one more when all others are done; after the end nothing is taken any more."""
    monkeypatch.setattr(ahead, "NEXT_MS", 1)
    parent, done = QObject(), []
    made = Ahead([], lambda: 1.0, parent)
    made.then(lambda: done.append("next section"))
    qtbot.waitUntil(lambda: not made.left())
    assert done == ["next section"]
    made.stop()
    made.then(lambda: done.append("too late"))
    assert made.left() == 0
