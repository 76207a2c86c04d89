"""Loads what people go to next while nobody waits for anything: the first case and the first assessment open sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Ahead"]

FIRST_MS: Final = 600
NEXT_MS: Final = 120
STILL_SECONDS: Final = 0.4
"""After the last key or touch: a step takes up to a tenth of a second, which nobody should feel."""


class Ahead(QObject):
    """Does ``steps`` one by one on the UI thread, each only while ``still`` (seconds since the last key) is long enough."""

    def __init__(self, steps: Sequence[Callable[[], object]], still: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = list(steps)
        self._still, self._ended = still, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin in a moment."""
        self._timer.start(FIRST_MS)

    def then(self, step: Callable[[], object]) -> None:
        """Do one more after those that wait."""
        if self._ended:
            return
        self._steps.append(step)
        if not self._timer.isActive():
            self._timer.start(NEXT_MS)

    def stop(self) -> None:
        """Do no more: what is read may be gone."""
        self._ended = True
        self._steps.clear()
        self._timer.stop()

    def left(self) -> int:
        """Return how many steps are still to be done."""
        return len(self._steps)

    def _step(self) -> None:
        if self._steps and self._still() >= STILL_SECONDS:
            self._steps.pop(0)()
        if self._steps:
            self._timer.start(NEXT_MS)
