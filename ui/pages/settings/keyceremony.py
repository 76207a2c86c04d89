"""A new recovery key in three steps: the passphrase, the key on paper, the key typed back; only then is anything done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hsb_assess.desk import access
from ui.language import sentence, tr
from ui.widgets.buttons import button, button_row
from ui.widgets.errors import ErrorSummary
from ui.widgets.fields import Field, PassphraseEdit
from ui.widgets.recoverysheet import RecoveryStep
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import PageContext

__all__ = ["KeyCeremony"]


class KeyCeremony(QDialog):
    """``act`` is called on the worker with the passphrase and the new key, ``done`` on the UI thread afterwards."""

    def __init__(
        self,
        context: PageContext,
        title: str,
        lead: str,
        go_on: str,
        act: Callable[[str, str], None],
        done: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context, self._act, self._done, self._go_on = context, act, done, go_on
        self._current = ""
        self._key = ""
        self.setWindowTitle("Assess")
        self.setMinimumWidth(640)
        self.errors = ErrorSummary()
        self.current = PassphraseEdit()
        self.current.submitted.connect(self.confirm)
        asked = tr("Recovery key in use") if context.vault.opened_with_recovery_key else tr("Passphrase in use")
        self.current_field = Field(asked, self.current)
        self.current_field.mended.connect(self.errors.drop)
        self.continue_button = button(tr("Continue"), self.confirm, kind="primary")
        self.asking = QWidget()
        asking = QVBoxLayout(self.asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(16)
        asking.addWidget(Paragraph(lead))
        asking.addWidget(self.current_field)
        asking.addLayout(button_row(self.continue_button, button(tr("Cancel"), self.reject, kind="quiet")))
        self.working = Caption("")
        self.working.hide()
        self.step: RecoveryStep | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(28, 24, 28, 24)
        self._body.setSpacing(16)
        for part in (Heading(title, 2), self.errors, self.asking):
            self._body.addWidget(part)
        self._body.addWidget(self.working)
        self._body.addStretch(1)
        self.current.edit.setFocus()

    def confirm(self) -> None:
        """Check the passphrase before anybody writes a key down."""
        self._current = self.current.text()
        if not self._current:
            self._refuse(tr("Type what opens this vault."))
            return
        self._busy(tr("Checking"))
        current = self._current
        self.context.operations.run(
            lambda at: at.confirm(current), on_done=self._confirmed, on_error=self._refused, by=self
        )

    def _confirmed(self, _nothing: object) -> None:
        self._busy("")
        self.asking.hide()
        self.current.clear()
        self._key = access.new_recovery_key()
        self.step = RecoveryStep(self._key, done=self._typed_back, go_on=self._go_on)
        self._body.insertWidget(2, self.step)
        self.step.show()
        self.step.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed_back(self) -> None:
        self._busy(self._go_on)
        act, current, key = self._act, self._current, self._key
        self.context.operations.run(
            lambda _at: act(current, key), on_done=self._acted, on_error=self._refused, label=self._go_on, by=self
        )

    def _acted(self, _nothing: object) -> None:
        self._current = self._key = ""
        self.accept()
        self._done()

    def _refused(self, error: HsbAssessError) -> None:
        self._busy("")
        self._refuse(sentence(error))

    def _refuse(self, words: str) -> None:
        if self.step is None:
            self.current_field.set_fault(words)
            self.errors.show_faults([(words, self.current_field.focus)])
        else:
            self.errors.show_faults([(words, self.step.ask_back)])

    def _busy(self, words: str) -> None:
        self.errors.show_faults([])
        self.working.setText(words)
        self.working.setVisible(bool(words))
        self.asking.setEnabled(not words)
        if self.step is not None:
            self.step.setEnabled(not words)
