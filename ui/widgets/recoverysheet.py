"""The recovery key: shown once, written down or printed, then typed back from the paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ui.language import day_words, tr
from ui.theme.fonts import application_font, scaled
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.fields import Field
from ui.widgets.text import Caption, Paragraph, Scaled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPagedPaintDevice

__all__ = ["RecoveryStep", "paint_sheet", "plain_key"]


def plain_key(text: str) -> str:
    """Return a recovery key without what does not matter: case, spaces, hyphens, and 0/O, 1/I/L."""
    letters = "".join(letter for letter in text.upper() if letter.isalnum())
    return letters.translate(str.maketrans("OIL", "011"))


class RecoveryStep(QWidget):
    """First the key in groups, then an empty field: it has to come back from the paper."""

    def __init__(self, key: str, *, done: Callable[[], None], go_on: str = "") -> None:
        super().__init__()
        self._key, self._done = key, done
        self.card = Card(margin=24)
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(12)
        for at, group in enumerate(key.split("-")):
            words = Scaled(group, 1.5, bold=True)
            words.setWordWrap(False)
            number = Caption(str(at + 1))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(number, at // 3, 2 * (at % 3))
            grid.addWidget(words, at // 3, 2 * (at % 3) + 1)
        for at in (1, 3, 5):
            grid.setColumnStretch(at, 1)
        self.card.body.addLayout(grid)
        self.card.setAccessibleName(tr("Recovery key: {key}", key=key.replace("-", ", ")))
        self.card.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.print_button = button(tr("Print it"), self.print_key)
        self.next_button = button(tr("I have it on paper"), self.ask_back, kind="primary")
        self.showing = QWidget()
        shown = QVBoxLayout(self.showing)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(16)
        shown.addWidget(
            Paragraph(
                tr(
                    "If you forget your passphrase, only this key opens your vault. It is shown here until you have typed "
                    "it back, and never again. Write it down or print it, seal it in an envelope, and keep it away from this computer."
                )
            )
        )
        shown.addWidget(self.card)
        shown.addLayout(button_row(self.next_button, self.print_button))
        self.typed = QLineEdit()
        self.typed.returnPressed.connect(self.check)
        self.field = Field(
            tr("Type the recovery key from the paper"),
            self.typed,
            hint=tr("Nine groups of four. Capitals, spaces and hyphens do not matter."),
        )
        self.asking = QWidget()
        asked = QVBoxLayout(self.asking)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(16)
        asked.addWidget(self.field)
        asked.addLayout(
            button_row(
                button(go_on or tr("Open the vault"), self.check, kind="primary"),
                button(tr("Show the key again"), self.show_again, kind="quiet"),
            )
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.showing)
        body.addWidget(self.asking)
        self.asking.hide()

    def first_focus(self) -> QWidget:
        """Return what gets the keyboard first: the key itself, so that a screen reader says it."""
        return self.card

    def ask_back(self) -> None:
        """Hide the key and ask for it."""
        self.showing.hide()
        self.asking.show()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_again(self) -> None:
        """Show the key once more."""
        self.asking.hide()
        self.field.set_fault("")
        self.showing.show()
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> None:
        """Go on if the key came back as it was shown."""
        if plain_key(self.typed.text()) == plain_key(self._key):
            self.typed.clear()
            self._key = ""
            self._done()
            return
        self.field.set_fault(tr("This is not the key that was shown. Compare it group by group with your paper."))
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_key(self) -> None:
        """Print one plain sheet that does not say what it is for."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        paint_sheet(printer, self._key, date.today())  # noqa: DTZ011 - the day on the wall, for whoever finds two sheets


def paint_sheet(device: QPagedPaintDevice, key: str, day: date) -> None:
    """Paint one plain sheet: the key in numbered groups, its day, and how to keep it; not what it is for."""
    painter = QPainter(device)
    page = QRectF(painter.viewport())
    line = page.height() / 40

    def write(
        at: float, words: str, points: int, *, bold: bool = False, left: float = 0.12, width: float = 0.76
    ) -> None:
        font = scaled(application_font(100), 1.0, bold=bold)
        font.setPointSize(points)
        painter.setFont(font)
        place = QRectF(page.width() * left, at * line, page.width() * width, 4 * line)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, words)

    write(4, tr("Recovery key"), 24, bold=True)
    write(7, tr("Made on {day}", day=day_words(day)), 12)
    for at, group in enumerate(key.split("-")):
        row, column = divmod(at, 3)
        left = 0.12 + 0.26 * column
        write(11 + 3 * row, str(at + 1), 12, left=left, width=0.05)
        write(10.7 + 3 * row, group, 24, bold=True, left=left + 0.04, width=0.2)
    write(
        22,
        tr(
            "Seal this sheet in an envelope, write your name and the day across the flap, and keep it away from the computer."
        ),
        12,
    )
    write(
        26,
        tr(
            "If you make a new recovery key, destroy this sheet. Nobody needs it from you: whoever asks for it is not helping you."
        ),
        12,
    )
    painter.end()
