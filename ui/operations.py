"""Acts run here: one worker thread owns the writing workplace, the screens hear of what changed.

``run`` is for acts of ``desk`` that write: ``run(assessing.record_answer, case, path, answer, by=self)`` calls
``assessing.record_answer(at, case, path, answer)`` on the worker, in the order in which they were asked for.
``read`` is for a moment's reading (or note in the audit) in the same order; it does not touch the save state.
``look`` is for reading that takes longer: it sees all that was asked for before it, and then runs on a thread of its
own with a book that only reads, so that nothing that is being typed waits for it.
Callbacks come back on the UI thread. ``by`` is whoever asks (a page or a field): it is passed on with
``changed`` so that nobody overwrites the field that is being typed in.
"""

from __future__ import annotations

import queue
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QThread, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.errors import HsbAssessError

__all__ = ["Operations", "SaveState"]


STORAGE_CODES = frozenset({"disk_full", "vault_busy", "vault_damaged", "vault_io", "vault_read_only", "internal"})
"""Errors that say *not saved* even when the page that asked handles them; others are for the page alone."""


@dataclass(frozen=True)
class SaveState:
    """Where the newest words are: ``saving`` counts acts under way; ``error`` is the last refusal, if any.

    ``saved_at`` is a wall-clock ``HH:MM``; ``label`` names a long act under way ("Making two documents").
    """

    saving: int = 0
    saved_at: str = ""
    error: HsbAssessError | None = None
    label: str = ""


@dataclass
class _Job:
    act: Callable[..., Any]
    args: tuple[Any, ...]
    keywords: dict[str, Any]
    writes: bool
    by: QObject | None
    label: str
    on_done: Callable[[Any], None] | None
    on_error: Callable[[HsbAssessError], None] | None
    onward: queue.SimpleQueue[_Job | None] | None = None
    """The queue of the thread that only looks, for a job that takes its place here first."""
    result: Any = None
    error: HsbAssessError | None = None


class _Worker(QThread):
    """Takes jobs one by one; everything it opens, it opens and closes on its own thread."""

    finished_job = Signal(object)
    relieved = Signal()

    def __init__(self, open_workplace: Callable[[], Workplace], relieve: Callable[[], bool]) -> None:
        super().__init__()
        self._relieve = relieve
        self.jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._open = open_workplace
        self._at: Workplace | None = None

    def run(self) -> None:
        """Work until told to stop; a workplace that cannot be opened fails each job with its reason."""
        while (job := self.jobs.get()) is not None:
            if job.onward is not None and job.onward is not self.jobs:
                job.onward.put(job)
                continue
            try:
                job.result = self._done(job)
            except Exception as error:  # noqa: BLE001 (the one place that turns any error into words)
                job.error = _in_words(error)
            self.finished_job.emit(job)
        if self._at is not None:
            self._at.book.close()

    def _done(self, job: _Job) -> Any:  # noqa: ANN401 (the act's own result)
        """Run the act; where the disk is full, once more after the room that was kept aside is given up.

        An act writes in one unit of work, so one that failed has changed nothing.
        """
        from hsb_assess.domain.errors import HsbAssessError
        from hsb_assess.vault.ballast import NO_ROOM

        try:
            return self._act(job)
        except HsbAssessError as error:
            if error.code not in NO_ROOM or not self._relieve():
                raise
        self.relieved.emit()
        return self._act(job)

    def _act(self, job: _Job) -> Any:  # noqa: ANN401 (as above)
        if self._at is None:
            self._at = self._open()
        return job.act(self._at, *job.args, **job.keywords)


def _in_words(error: Exception) -> HsbAssessError:
    """Return ``error`` as one fit to show; anything unforeseen is logged by type and place, never by message."""
    from hsb_assess.domain.errors import HsbAssessError

    if isinstance(error, HsbAssessError):
        return error
    from ui.eventlog import unforeseen

    return unforeseen(error)


def _is_there(callback: Callable[..., object]) -> bool:
    """Say whether whoever asked is still on screen: a page that was left hears nothing."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


class Operations(QObject):
    """The desk's hands: queues acts, keeps the save state, tells everybody what changed."""

    changed = Signal(object, object)
    """``(Change, by)`` after each act that succeeded."""
    state_changed = Signal(object)
    """The new :class:`SaveState`."""
    failed = Signal(object)
    """An :class:`HsbAssessError` that nobody handled."""

    relieved = Signal()
    """The disk was full; room that was kept aside was given up, and an act was tried again."""

    def __init__(
        self,
        open_workplace: Callable[[], Workplace],
        parent: QObject | None = None,
        *,
        open_to_look: Callable[[], Workplace] | None = None,
        relieve: Callable[[], bool] = lambda: False,
    ) -> None:
        """``open_to_look`` opens a workplace that only reads; without one, looking opens a second one that writes."""
        super().__init__(parent)
        self.state = SaveState()
        self._pending = 0
        self._ended = False
        self._worker = _Worker(open_workplace, relieve)
        self._worker.relieved.connect(self.relieved, Qt.ConnectionType.QueuedConnection)
        self._worker.finished_job.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._worker.start()
        self._looker = _Worker(open_to_look or open_workplace, lambda: False)
        self._looker.finished_job.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        act: Callable[..., Any],
        *args: Any,  # noqa: ANN401 (the act's own arguments)
        on_done: Callable[[Any], None] | None = None,
        on_error: Callable[[HsbAssessError], None] | None = None,
        by: QObject | None = None,
        label: str = "",
        **keywords: Any,  # noqa: ANN401 (as above)
    ) -> None:
        """Run a writing ``act(at, *args, **keywords)`` on the worker; a ``Change`` that it returns is told to all."""
        self._queue(_Job(act, args, keywords, True, by, label, on_done, on_error))  # noqa: FBT003 (two flags of one small class)

    def read(
        self,
        act: Callable[..., Any],
        *args: Any,  # noqa: ANN401 (as above)
        on_done: Callable[[Any], None],
        on_error: Callable[[HsbAssessError], None] | None = None,
        label: str = "",
        **keywords: Any,  # noqa: ANN401 (as above)
    ) -> None:
        """Run a reading ``act(at, …)`` on the worker and give its result to ``on_done``."""
        self._queue(_Job(act, args, keywords, False, None, label, on_done, on_error))  # noqa: FBT003 (two flags of one small class)

    def look(
        self,
        act: Callable[..., Any],
        *args: Any,  # noqa: ANN401 (as above)
        on_done: Callable[[Any], None],
        on_error: Callable[[HsbAssessError], None] | None = None,
        label: str = "",
        **keywords: Any,  # noqa: ANN401 (as above)
    ) -> None:
        """Run ``act(at, …)``, which only reads, after all that was asked for before, and in nobody's way."""
        if not self._ended and not self._looker.isRunning():
            self._looker.start(QThread.Priority.LowPriority)
        job = _Job(act, args, keywords, False, None, label, on_done, on_error, self._looker.jobs)  # noqa: FBT003 (two flags of one small class)
        self._queue(job)

    def busy(self) -> bool:
        """Say whether anything is still under way."""
        return self._pending > 0

    def drain(self, seconds: float) -> bool:
        """Wait until everything queued is done, at most ``seconds``; then end the worker. ``False`` if cut short.

        Only the lock and closing call this: nothing can be run afterwards, and nobody hears of what was done.
        """
        self._ended = True
        deadline = time.monotonic() + seconds
        for worker in (self._worker, self._looker):  # in this order: the first may still pass jobs to the second
            worker.jobs.put(None)
            while worker.isRunning() and time.monotonic() < deadline:
                worker.wait(20)
        return not (self._worker.isRunning() or self._looker.isRunning())

    def _queue(self, job: _Job) -> None:
        self._pending += 1
        if job.writes:
            self._show(SaveState(self.state.saving + 1, self.state.saved_at, None, job.label))
        elif job.label:
            self._show(SaveState(self.state.saving, self.state.saved_at, self.state.error, job.label))
        self._worker.jobs.put(job)

    def _finish(self, job: _Job) -> None:
        self._pending -= 1
        if self._ended:
            return
        saving = self.state.saving - (1 if job.writes else 0)
        if job.error is not None:
            lost = job.writes and (job.on_error is None or job.error.code in STORAGE_CODES)
            self._show(SaveState(saving, self.state.saved_at, job.error if lost else None))
            if job.on_error is None:
                self.failed.emit(job.error)
            elif _is_there(job.on_error):
                job.on_error(job.error)
            return
        if job.writes:
            self._show(SaveState(saving, time.strftime("%H:%M"), self.state.error))
        elif job.label:
            self._show(SaveState(saving, self.state.saved_at, self.state.error))
        if job.on_done is not None and _is_there(job.on_done):
            job.on_done(job.result)
        if job.writes:
            from hsb_assess.desk.workplace import Change

            if isinstance(job.result, Change):
                self.changed.emit(job.result, job.by)

    def _show(self, state: SaveState) -> None:
        self.state = state
        self.state_changed.emit(state)
