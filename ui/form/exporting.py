"""A document that leaves the vault, as a file or on paper: who receives it, on what basis, and what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ui.form.flow import Flow
from ui.language import tr
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.escaping import on_escape
from ui.widgets.fields import Field
from ui.widgets.marks import Mark
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ExportPanel"]


class ExportPanel(Card):
    """A small form under the list. ``go(recipient, basis)`` is called once both are written."""

    def __init__(self, go: Callable[[str, str], None], closed: Callable[[], None]) -> None:
        super().__init__(margin=20)
        self._go, self._closed = go, closed
        self.on_paper = False
        self.setObjectName("export")
        self.title = Heading("", 3)
        self.body.addWidget(self.title)
        warning = Card(tone="warning", margin=12)
        row = QHBoxLayout()
        row.addWidget(Mark("warning"), 0, Qt.AlignmentFlag.AlignTop)
        self.warning = Paragraph("")
        row.addWidget(self.warning, 1)
        warning.body.addLayout(row)
        self.body.addWidget(warning)
        self.recipient, self.basis = QLineEdit(), QLineEdit()
        self.recipient.setObjectName("export_recipient")
        self.basis.setObjectName("export_basis")
        for edit in (self.recipient, self.basis):
            edit.setMaxLength(200)
            edit.returnPressed.connect(self.go)
        self.recipient_field = Field(
            tr("Who receives it?"), self.recipient, hint=tr("A person and their service, or the case file.")
        )
        self.basis_field = Field(
            tr("Why is that lawful?"), self.basis, hint=tr("Such as: public task, safeguarding; core group member.")
        )
        self.body.addWidget(self.recipient_field)
        self.body.addWidget(self.basis_field)
        self.go_button = button("", self.go, kind="primary")
        self.cancel_button = button(tr("Cancel"), self.close_panel, kind="quiet", tip="Esc")
        acts = Flow(gap=8)
        for made in (self.go_button, self.cancel_button):
            acts.addWidget(made)
        self.body.addLayout(acts)
        on_escape(self, self.close_panel)
        self.hide()

    def open(self, title: str, *, basis: str = "", on_paper: bool = False) -> None:
        """Show the form for a document that is to be saved, or printed; ``basis`` is proposed where it is known."""
        self.on_paper = on_paper
        if on_paper:
            self.title.setText(tr("Print: {title}", title=title))
            self.warning.setText(tr("Paper is not protected by this vault: whoever has it can read it."))
            self.go_button.setText(tr("Choose the printer…"))
        else:
            self.title.setText(tr("Export: {title}", title=title))
            self.warning.setText(
                tr("The exported copy is no longer protected by this vault: whoever has the file can read it.")
            )
            self.go_button.setText(tr("Choose where to save it…"))
        self.basis.setText(basis)
        self.show()
        self.recipient.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Put the form away and empty it."""
        self.hide()
        for edit, field in ((self.recipient, self.recipient_field), (self.basis, self.basis_field)):
            edit.clear()
            field.set_fault("")
        self._closed()

    def go(self) -> None:
        """Go on if both are written; say at the field what is missing."""
        missing = [
            (field, words)
            for field, edit, words in (
                (self.recipient_field, self.recipient, tr("Write who receives it.")),
                (self.basis_field, self.basis, tr("Write why that is lawful.")),
            )
            if not edit.text().strip()
        ]
        for field in (self.recipient_field, self.basis_field):
            field.set_fault(dict(missing).get(field, ""))
        if missing:
            missing[0][0].focus()
        else:
            self._go(self.recipient.text().strip(), self.basis.text().strip())
