"""Stillness: tells when nobody has touched the app for a while, or the computer has slept."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["IDLE_SECONDS", "IdleWatch", "boot_clock"]

IDLE_SECONDS = 300.0
SLEPT_SECONDS = 10.0
_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


def boot_clock() -> float:
    """Return seconds since some moment with sleep counted, as every system here tells them."""
    # Linux: CLOCK_BOOTTIME. macOS: CLOCK_MONOTONIC, which counts sleep there. Windows: the only clock that it has does.
    clock = getattr(time, "CLOCK_BOOTTIME", None) or getattr(time, "CLOCK_MONOTONIC", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


class IdleWatch(QObject):
    """Emits ``still`` once after ``seconds`` without a key, a click or a touch; measured by a monotonic clock."""

    still = Signal()

    def __init__(
        self,
        seconds: float = IDLE_SECONDS,
        *,
        clock: Callable[[], float] = time.monotonic,
        boot_clock: Callable[[], float] = boot_clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.seconds = seconds
        self._clock, self._boot_clock = clock, boot_clock
        self._last = clock()
        self._slept = boot_clock() - clock()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        # Input reaches a window before its widgets: filtering there costs a paint or a timer nothing.
        self._watched: list[QWindow] = []
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)
            self.watch(QGuiApplication.focusWindow())

    def watch(self, window: QWindow | None) -> None:
        """Take input to ``window`` as a sign of life, too."""
        if window is not None and window not in self._watched:
            self._watched.append(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._forget(window))

    def _forget(self, window: QWindow) -> None:
        if window in self._watched:
            self._watched.remove(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take any input as a sign of life."""
        del watched
        if event.type() in _ACTIVITY:
            self._last = self._clock()
        return False

    def seconds_still(self) -> float:
        """Return how long ago the last key, click or touch was."""
        return self._clock() - self._last

    def look(self) -> None:
        """Compare the clocks; called every second."""
        slept = self._boot_clock() - self._clock()
        if self._clock() - self._last >= self.seconds or slept - self._slept > SLEPT_SECONDS:
            self._timer.stop()
            self.still.emit()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        for window in self._watched:
            window.removeEventFilter(self)
