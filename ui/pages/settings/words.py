"""The eight-word check: both people see the same words, or somebody stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QRadioButton, QVBoxLayout

from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.text import Caption, Heading, Paragraph, Scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

__all__ = ["WordsDialog"]


class WordsDialog(QDialog):
    """``same`` carries how the words were compared; ``different`` says that they were not equal."""

    same = Signal(str)
    different = Signal()

    def __init__(
        self,
        said: str,
        words: Sequence[str],
        *,
        how_to: str,
        warning: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Assess")
        self.setMinimumWidth(560)
        body = QVBoxLayout(self)
        body.setContentsMargins(28, 24, 28, 24)
        body.setSpacing(14)
        body.addWidget(Heading(tr("Compare the eight words"), 2))
        body.addWidget(Paragraph(said))
        if warning:
            warn = Card(tone="warning", margin=12)
            warn.body.addWidget(Paragraph(warning))
            body.addWidget(warn)
        body.addWidget(Paragraph(how_to))
        ground = self.words = Card(tone="neutral")
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        for at, word in enumerate(words):
            number = Caption(str(at + 1))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            shown = Scaled(word, 1.2, bold=True)
            shown.setWordWrap(False)
            grid.addWidget(number, at % 4, 2 * (at // 4))
            grid.addWidget(shown, at % 4, 2 * (at // 4) + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        ground.body.addLayout(grid)
        ground.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        ground.setAccessibleName(tr("The eight words: {words}", words=", ".join(words)))
        body.addWidget(ground)
        self.phone = QRadioButton(tr("By phone or video call"))
        self.in_person = QRadioButton(tr("In person"))
        self._how = QButtonGroup(self)
        for choice in (self.phone, self.in_person):
            self._how.addButton(choice)
            choice.toggled.connect(self._chosen)
            body.addWidget(choice)
        self.same_button = button(tr("The words are the same"), self._same, kind="primary")
        self.same_button.setEnabled(False)
        self.different_button = button(tr("They differ"), self._different, kind="danger")
        self.later_button = button(tr("Later"), self.reject, kind="quiet")
        body.addStretch(1)
        body.addLayout(button_row(self.same_button, self.different_button, self.later_button))

    def _chosen(self) -> None:
        self.same_button.setEnabled(self._how.checkedButton() is not None)

    def _same(self) -> None:
        self.same.emit("phone" if self.phone.isChecked() else "in_person")
        self.accept()

    def _different(self) -> None:
        self.different.emit()
        self.reject()
