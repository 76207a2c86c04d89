"""The upkeep of the open vault, on a thread of its own: a while after the unlock, then every hour, never in the way."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal

from ui.language import tr
from ui.navigation import Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.upkeep import Upkeep
    from hsb_assess.domain.errors import HsbAssessError
    from ui.notices import Notices

__all__ = ["UpkeepWatch"]

FIRST_MS = 20_000
EVERY_MS = 3_600_000


class _Thread(QThread):
    told = Signal(object)
    refused = Signal(object)

    def __init__(self, vault: OpenedVault, stop: threading.Event, parent: QObject) -> None:
        super().__init__(parent)
        self._vault, self._stop = vault, stop

    def run(self) -> None:
        """Do what is due."""
        from hsb_assess.desk.upkeep import StoppedError, keep_up
        from hsb_assess.domain.errors import HsbAssessError

        try:
            done = keep_up(self._vault.vault, self._vault.clock, self._stop.is_set)
        except StoppedError:
            return
        except HsbAssessError as error:
            self.refused.emit(error)
        except Exception as error:  # noqa: BLE001 (the one place that turns any error into words)
            from ui.eventlog import unforeseen

            self.refused.emit(unforeseen(error))
        else:
            self.told.emit(done)


class UpkeepWatch(QObject):
    """Says what somebody should hear of, each thing once a session; :meth:`stop` before the vault is closed."""

    def __init__(
        self, vault: OpenedVault, notices: Notices, navigate: Callable[[Target], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._vault, self._notices, self._navigate = vault, notices, navigate
        self._stop = threading.Event()
        self._thread: _Thread | None = None
        self._said: set[str] = set()
        self.timer = QTimer(self)
        self.timer.setInterval(FIRST_MS)
        self.timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self.timer.start()

    def look(self) -> None:
        """Do what is due now, unless that is under way or the vault is being locked."""
        self.timer.setInterval(EVERY_MS)
        if self._stop.is_set() or self.busy():
            return
        self._thread = _Thread(self._vault, self._stop, self)
        self._thread.told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._thread.refused.connect(self._refused, Qt.ConnectionType.QueuedConnection)
        self._thread.start(QThread.Priority.LowPriority)

    def busy(self) -> bool:
        """Say whether something is under way."""
        return self._thread is not None and self._thread.isRunning()

    def stop(self, seconds: float) -> bool:
        """Break off what is under way and wait for it at most so long; ``False`` if it still runs."""
        self.timer.stop()
        self._stop.set()
        return self._thread is None or self._thread.wait(int(seconds * 1000))

    def _refused(self, error: HsbAssessError) -> None:
        if not self._stop.is_set():
            self._notices.error(error)

    def _tell(self, done: Upkeep) -> None:
        if self._stop.is_set():
            return
        if done.fault is not None:
            self._refused(done.fault)
        elif done.synced is not None and self._new("synced"):
            self._notices.warn(
                tr("This vault lies in a folder that {program} copies to a cloud.", program=done.synced),
                tr("Move it to a folder that stays on this computer: two computers that write to it lose work."),
            )
        elif done.second_due and self._new("second"):
            self._notices.say(
                tr("There is no copy of this vault on a second medium that is less than a week old."),
                action=(tr("Go to backups"), lambda: self._navigate(Target("settings", part="backups"))),
            )

    def _new(self, what: str) -> bool:
        known = what in self._said
        self._said.add(what)
        return not known
