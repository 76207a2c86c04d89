"""One piece of work off the UI thread before a vault is open: unlocking, making a vault, checking a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QThread, Signal

from ui.preload import settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.domain.errors import HsbAssessError

__all__ = ["in_background"]


class _Thread(QThread):
    _done = Signal(object)
    _failed = Signal(object)

    def __init__(
        self,
        work: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[HsbAssessError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self._on_done, self._on_error = work, on_done, on_error
        # Through methods of an object of the UI thread: a bare callable would run on the worker.
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._refuse, Qt.ConnectionType.QueuedConnection)

    def run(self) -> None:
        """Do the work and hand over its result, or its error in words."""
        settled()
        from hsb_assess.domain.errors import HsbAssessError

        try:
            result = self._work()
        except HsbAssessError as error:
            self._failed.emit(error)
        except Exception as error:  # noqa: BLE001 (the one place that turns any error into words)
            from ui.eventlog import unforeseen

            self._failed.emit(unforeseen(error))
        else:
            self._done.emit(result)

    def _deliver(self, result: object) -> None:
        self._on_done(result)

    def _refuse(self, error: HsbAssessError) -> None:
        self._on_error(error)


def in_background(
    work: Callable[[], Any],
    on_done: Callable[[Any], None],
    on_error: Callable[[HsbAssessError], None],
    *,
    parent: QObject,
) -> None:
    """Run ``work`` on a thread of its own; the answer comes back on the UI thread. ``parent`` keeps the thread."""
    thread = _Thread(work, on_done, on_error, parent)
    thread.finished.connect(thread.deleteLater)
    thread.start()
