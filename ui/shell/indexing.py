"""Has the search index follow the record soon after each change: a case is read aside, and written in small steps on the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from hsb_assess.desk import indexing

if TYPE_CHECKING:
    from hsb_assess.desk.indexing import Progress, Read
    from hsb_assess.domain.errors import HsbAssessError
    from ui.operations import Operations, SaveState

__all__ = ["IndexWatch"]

FIRST_MS = 1500
"""After the unlock: what was left by a crash, or came before there was an index."""
SOON_MS = 300
NEXT_MS = 10
"""Between two steps, for whatever was asked for meanwhile."""
REST_MS = 300
"""Without anything being saved for so long, nobody is typing."""
TYPING_MS = 20_000
"""The longest that somebody who never rests is left alone: reading a case beside them makes each key wait."""
RETRY_MS = 60_000
"""After a full disk."""


class IndexWatch(QObject):
    """Listens to what is saved; :meth:`stop` before the vault is closed: what is left is indexed after the next unlock."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._wanted = self._under_way = self._on = False
        self._saving, self._last = QElapsedTimer(), QElapsedTimer()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._step)
        # Whatever writes passes by here, also what returns no change (a package, a move).
        operations.state_changed.connect(self._saved)

    def start(self) -> None:
        """Begin with what is left from before."""
        self._on = True
        self._last.start()
        self.timer.start(FIRST_MS)

    def stop(self) -> None:
        """Ask for no more steps."""
        self._on = False
        self.timer.stop()

    def _saved(self, state: SaveState) -> None:
        if state.saving:
            self._saving.start()
        if not self._on or state.saving:
            return
        self._wanted = self._under_way
        if not self._under_way and (not self.timer.isActive() or self.timer.remainingTime() > SOON_MS):
            self.timer.start(SOON_MS)

    def _is_typing(self) -> bool:
        """Say whether something is being saved these moments, and the last step was not long ago."""
        saving = self._saving.isValid() and not self._saving.hasExpired(REST_MS)
        return saving and not self._last.hasExpired(TYPING_MS)

    def _step(self) -> None:
        if self._is_typing():
            self.timer.start(REST_MS // 3)
            return
        self._last.start()
        self._under_way, self._wanted = True, False
        self._write(None)

    def _write(self, read: Read | None) -> None:
        self._operations.read(indexing.index_some, reads=False, read=read, on_done=self._stepped, on_error=self._failed)

    def _stepped(self, progress: Progress) -> None:
        self._under_way = False
        if not self._on:
            return
        if progress.unread:
            self._under_way = True
            self._operations.look(indexing.read_case, progress.unread, on_done=self._read, on_error=self._failed)
        elif progress.waits:
            self.timer.start(RETRY_MS)
        elif progress.left:
            self.timer.start(NEXT_MS)
        elif self._wanted:
            self.timer.start(SOON_MS)

    def _read(self, read: Read) -> None:
        if self._on:
            self._write(read)

    def _failed(self, error: HsbAssessError) -> None:
        """Let it be until the next change: whoever reads or writes next is told what is wrong with the vault."""
        del error
        self._under_way = False
