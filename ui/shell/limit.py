"""The longest time that a vault stays open: after it the passphrase is asked for again, whatever its person does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.shell.idle import boot_clock

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["WARN_SECONDS", "SessionLimit"]

WARN_SECONDS = 600.0
LOOK_MS = 2000


class SessionLimit(QObject):
    """Counts from when it is made, sleep included; ``soon`` comes once, ten minutes before ``over``, which comes once."""

    soon = Signal()
    over = Signal()

    def __init__(
        self, seconds: float, *, clock: Callable[[], float] = boot_clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.seconds = seconds
        self._clock, self._begun, self._warned = clock, clock(), False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def go_on(self, before: SessionLimit) -> None:
        """Count from when ``before`` began: what is open stays open, in other words."""
        self._begun, self._warned = before._begun, before._warned

    def look(self) -> None:
        """Compare the clock; called every two seconds."""
        passed = self._clock() - self._begun
        if passed >= self.seconds:
            self._timer.stop()
            self.over.emit()
        elif passed >= self.seconds - WARN_SECONDS and not self._warned:
            self._warned = True
            self.soon.emit()
