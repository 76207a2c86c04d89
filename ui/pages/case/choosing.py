"""Which form an assessment is started with, where there is more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout

from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hsb_assess.desk.forms import FormLine

__all__ = ["FormChoice"]


class FormChoice(QDialog):
    """The forms as radio buttons, our own first and chosen; ``chosen`` carries the hash of one."""

    chosen = Signal(str)

    def __init__(self, lines: Sequence[FormLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Assess")
        self.setMinimumWidth(480)
        body = QVBoxLayout(self)
        body.setContentsMargins(28, 24, 28, 24)
        body.setSpacing(10)
        body.addWidget(Heading(tr("Which form?"), 2))
        self.buttons: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        for line in lines:
            radio = QRadioButton(tr("{title}, version {version}", title=line.title, version=line.version))
            group.addButton(radio)
            body.addWidget(radio)
            self.buttons[line.hash] = radio
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setChecked(True)
        self.start_button = button(tr("Start"), self._start, kind="primary")
        body.addStretch(1)
        body.addLayout(button_row(self.start_button, button(tr("Cancel"), self.reject, kind="quiet")))

    def _start(self) -> None:
        wanted = next((each for each, radio in self.buttons.items() if radio.isChecked()), None)
        if wanted is not None:
            self.chosen.emit(wanted)
        self.accept()
