"""The unlock page: the first thing anybody sees, so it imports nothing that it can do without."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.language import sentence, tr
from ui.widgets.appmark import AppMark
from ui.widgets.buttons import button, button_row, language_button
from ui.widgets.card import Card
from ui.widgets.labelled import Field, PassphraseEdit
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.domain.errors import HsbAssessError
    from ui.entry import EntryContext

__all__ = ["UnlockPage"]

LOOK_MS = 100
"""When a wait from before the last restart is looked for: after the first paint, and before a passphrase is typed."""
MINUTE = 60


class UnlockPage(QWidget):
    """Asks for the passphrase, or for the recovery key when that is forgotten."""

    def __init__(self, context: EntryContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._with_recovery = False
        card = Card(margin=36)
        card.setFixedWidth(round(520 * max(1.0, QApplication.font().pixelSize() / 16)))
        self.card = card
        self.heading = Heading(tr("Unlock"))
        self.lead = Paragraph(tr("Your vault is locked. Everything you wrote is kept in it."))
        self.passphrase = PassphraseEdit()
        self.passphrase.submitted.connect(self.unlock)
        self.field = Field(tr("Passphrase"), self.passphrase)
        self.unlock_button = button(tr("Unlock"), self.unlock, kind="primary")
        self.unlock_button.setDefault(True)
        self.recovery_button = button(tr("Use the recovery key"), self.switch, kind="quiet")
        self.working = Caption("")
        self.working.hide()
        body = card.body
        body.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(AppMark(40))
        head.addWidget(self.heading, 1)
        body.addLayout(head)
        body.addWidget(self.lead)
        body.addSpacing(12)
        body.addWidget(self.field)
        body.addSpacing(8)
        body.addLayout(button_row(self.unlock_button, self.recovery_button))
        body.addWidget(self.working)
        self._lay_out(card)
        self._free_at = 0.0
        self._tick = QTimer(self)
        self._tick.setInterval(200)
        self._tick.timeout.connect(self._count_down)
        look = QTimer(self)
        look.setSingleShot(True)
        look.timeout.connect(self._look_for_wait)
        look.start(LOOK_MS)
        self.passphrase.edit.setFocus()

    def _lay_out(self, card: Card) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        where = Caption(str(self.context.folder))
        where.setWordWrap(False)
        where.setToolTip(str(self.context.folder))
        self.other = button(tr("Open another vault, or make one"), self._elsewhere, kind="quiet")
        self.restore_button = button(
            tr("Restore a backup"), lambda: self.context.go("restore", self.context.folder), kind="quiet"
        )
        foot.addWidget(self.other)
        if self.context.anchors is not None:  # not in a window that shows a backup
            foot.addWidget(self.restore_button)
        foot.addWidget(language_button(self.context.language, self.context.speak))
        foot.addStretch(1)
        # Large words in a low window: the page scrolls, and no sentence is cut.
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setProperty("focusPolicy", 0)  # Qt.FocusPolicy.NoFocus; see ui/theme/shapes.py
        # A viewport of our own: to tell what kind of widget Qt made, PySide would load every kind that there is.
        area.setViewport(QWidget())
        ground = QWidget()
        area.setWidget(ground)
        ground.setAutoFillBackground(False)  # the window paints the ground, and tells by it that it was painted
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        whole = QVBoxLayout(ground)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        whole.addLayout(across)
        whole.addSpacing(8)
        here = QHBoxLayout()
        here.addStretch(1)
        here.addWidget(where)
        here.addStretch(1)
        whole.addLayout(here)
        whole.addLayout(foot)
        whole.addStretch(3)

    def unlock(self) -> None:
        """Open the vault in the background; the keys cost most of a second by design."""
        if self._tick.isActive():
            return
        words = self.passphrase.text()
        if not words:
            self._refuse(tr("Type your passphrase, then press Unlock."))
            return
        from ui.background import in_background

        self._busy(tr("Opening the vault"))
        by_key = self._with_recovery
        context = self.context

        def open_it() -> OpenedVault:
            from datetime import date

            from hsb_assess.desk import access
            from hsb_assess.domain.clock import clock_for

            today = date.fromisoformat(context.today) if context.today else None
            way = access.unlock_with_recovery_key if by_key else access.unlock
            outside = access.anchors(context.anchors)
            return way(context.folder, words, clock=clock_for(today), anchors=outside)

        in_background(open_it, self._opened, self._failed, parent=self)

    def switch(self) -> None:
        """Ask for the recovery key instead, or for the passphrase again."""
        self._with_recovery = not self._with_recovery
        by_key = self._with_recovery
        self.passphrase.clear()
        self.field.set_fault("")
        self.heading.setText(tr("Unlock with the recovery key") if by_key else tr("Unlock"))
        self.lead.setText(
            tr("Type the recovery key from its sealed envelope. Capitals and spaces do not matter.")
            if by_key
            else tr("Your vault is locked. Everything you wrote is kept in it.")
        )
        name = tr("Recovery key") if by_key else tr("Passphrase")
        self.field.label.setText(name)
        self.passphrase.edit.setAccessibleName(name)
        self.recovery_button.setText(tr("Use the passphrase") if by_key else tr("Use the recovery key"))
        self.passphrase.edit.setFocus()

    def fault(self) -> str:
        """Return what the page says went wrong."""
        return self.field.fault()

    def _elsewhere(self) -> None:
        self.context.go("first_run", None)

    def _opened(self, vault: OpenedVault) -> None:
        self.passphrase.clear()
        self.context.opened(vault, self.context.folder)

    def _failed(self, error: HsbAssessError) -> None:
        self._busy("")
        seconds = getattr(error, "seconds", None)
        if isinstance(seconds, int):
            self.wait(seconds)
            return
        self._refuse(sentence(error))
        self._look_for_wait()

    def wait(self, seconds: int) -> None:
        """Let nobody try for so long, and say how long it still takes; what stands in the field stays."""
        if seconds <= 0:
            return
        self._free_at = time.monotonic() + seconds
        self.unlock_button.setEnabled(False)
        self.working.show()
        self._tick.start()
        self._count_down()
        _announce(self.working, self.working.text())

    def _look_for_wait(self) -> None:
        # Not through the desk: a wait that is over before the desk is imported would be told too late.
        if not self.passphrase.isEnabled():
            return  # a try is being judged, and already counted; its thread imports, and nobody may beside it
        from hsb_assess.vault.failures import seconds_to_wait

        self.wait(seconds_to_wait(self.context.folder))

    def _count_down(self) -> None:
        left = math.ceil(self._free_at - time.monotonic())
        if left > 0:
            said = tr("You can try again in {time}. Nothing is lost.", time=_span(left))
            self.working.setText(said)
            return
        self._tick.stop()
        self.working.hide()
        self.unlock_button.setEnabled(True)
        _announce(self.unlock_button, tr("You can try again now."))

    def _refuse(self, words: str) -> None:
        self.field.set_fault(words)
        self.passphrase.edit.setFocus()
        self.passphrase.edit.selectAll()

    def _busy(self, words: str) -> None:
        self.working.setText(words)
        self.working.setVisible(bool(words))
        self.field.set_fault("")
        for part in (self.unlock_button, self.recovery_button, self.other, self.restore_button, self.passphrase):
            part.setEnabled(not words)

    def echo(self) -> QLineEdit.EchoMode:
        """Return whether the letters are hidden."""
        return self.passphrase.edit.echoMode()


def _span(seconds: int) -> str:
    """Return a time as people say it: 45 seconds, 3 min 20 s."""
    if seconds < 2 * MINUTE:
        return tr("{n} seconds", n=seconds)
    return tr("{m} min {s} s", m=seconds // MINUTE, s=seconds % MINUTE)


def _announce(widget: QWidget, words: str) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
