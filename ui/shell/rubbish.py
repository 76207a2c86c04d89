"""Collects rubbish on the UI thread only.

Python's collector runs on whichever thread happens to allocate. A widget or timer that is rubbish would be destroyed
on the worker, which Qt forbids: it warns at best and crashes at worst. So it is switched off, and asked for here.
"""

from __future__ import annotations

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

from ui.host import give_back

__all__ = ["Rubbish"]

EVERY_MS = 1000
WHOLE_EVERY = 60
"""Each so many looks everything is looked through: what a person does in a minute is little to Python, but it adds up."""


class Rubbish(QObject):
    """While one of these lives, rubbish is collected by its timer; the last one gone switches Python's own on again."""

    _alive: ClassVar[int] = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        Rubbish._alive += 1
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.destroyed.connect(_gone)

    def look(self) -> None:
        """Collect the oldest generation that is over its threshold, as Python would have done by itself; all now and then."""
        self._looks += 1
        if self._looks % WHOLE_EVERY == 0:
            gc.collect()
            give_back()
            return
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return


def _gone() -> None:
    Rubbish._alive -= 1  # noqa: SLF001 (its own module)
    if not Rubbish._alive:  # noqa: SLF001 (its own module)
        gc.enable()
