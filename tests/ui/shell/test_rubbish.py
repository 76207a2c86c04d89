"""Rubbish is collected on the UI thread only."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from ui.shell.rubbish import WHOLE_EVERY, Rubbish

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Knot:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


def test_only_the_timer_collects(qtbot: QtBot) -> None:
    """Python's own collector is off while it lives; what is rubbish goes with the next look."""
    del qtbot
    owner = QObject()
    rubbish = Rubbish(owner)
    assert not gc.isenabled()
    gone = weakref.ref(Knot())
    many = [[] for _ in range(gc.get_threshold()[0] + 100)]
    rubbish.look()
    assert gone() is None
    assert many
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gc.isenabled() is (Rubbish._alive == 0)


def test_all_is_looked_through_once_a_minute(qtbot: QtBot) -> None:
    """What lived long enough to be thought lasting, and is rubbish now, goes within a minute of looks."""
    del qtbot
    owner = QObject()
    rubbish = Rubbish(owner)
    old = Knot()
    gone = weakref.ref(old)
    gc.collect()  # it is in the oldest generation now
    del old
    for _ in range(WHOLE_EVERY - 1):
        rubbish.look()
    assert gone() is not None
    rubbish.look()
    assert gone() is None
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
