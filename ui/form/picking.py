"""A list to pick from that letters narrow: Return takes the one that fits, shows those that fit, or says that none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from ui.widgets.pulled import keep_rows_whole
from ui.widgets.still import StillCombo

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent

__all__ = ["PickCombo"]

_MOST = 12
"""How many entries are in sight at once."""


class PickCombo(StillCombo):
    """``entries`` tells what can be picked now, as pairs of an id and its words; it is asked when the list is first used.

    ``taken`` carries the id of the entry that was chosen, or that alone fits the letters when Return was pressed;
    ``unknown`` letters that fit none.
    """

    taken = Signal(str)
    unknown = Signal(str)

    def __init__(self, entries: Callable[[], list[tuple[str, str]]], placeholder: str) -> None:
        super().__init__()
        self._entries = entries
        self.picked = ""
        self._choosing = False
        self.words = QLineEdit()
        self.words.setPlaceholderText(placeholder)
        self.setEditable(True)
        self.setLineEdit(self.words)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(_MOST)
        self.activated.connect(self._activated)
        self.words.returnPressed.connect(self._entered)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the list ready to be typed in."""
        self.fetch()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        """Show the things there are now."""
        self.fetch()
        super().showPopup()

    def fetch(self) -> None:
        """Fill the list with what there is now, keeping what is written in the line."""
        wanted = self._entries()
        if wanted == [(self.itemData(at), self.itemText(at)) for at in range(self.count())]:
            return
        text = self.currentText()
        self.blockSignals(True)  # noqa: FBT003 (Qt's own signature)
        self.clear()
        for each, words in wanted:
            self.addItem(words, each)
        self.setCurrentIndex(self.findData(self.picked) if self.picked else -1)
        self.setEditText(text)
        self.blockSignals(False)  # noqa: FBT003 (Qt's own signature)
        completer = self.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setMaxVisibleItems(_MOST)
            if (popup := completer.popup()) is not None:
                keep_rows_whole(popup, self, _MOST)

    def show_picked(self, picked: str, words: str) -> None:
        """Show what is picked, or nothing."""
        self.picked = picked
        self.setCurrentIndex(self.findData(picked) if picked else -1)
        self.setEditText(words)

    def called(self) -> str:
        """Return the id of what is called exactly as is written, or nothing."""
        words = self._typed()
        return next((each for each, name in self._entries() if name.casefold() == words), "") if words else ""

    def is_choosing(self) -> bool:
        """Say whether those that fit are being shown because Return was pressed."""
        return self._choosing

    def _typed(self) -> str:
        return self.currentText().strip().casefold()

    def _activated(self) -> None:
        if isinstance(picked := self.currentData(), str):
            self.taken.emit(picked)

    def _entered(self) -> None:
        """Take the one that fits, show those that do, or tell that none does."""
        words = self._typed()
        if not words:
            return
        called = self.called()
        fits = [called] if called else [each for each, name in self._entries() if words in name.casefold()]
        if len(fits) == 1:
            self.taken.emit(fits[0])
        elif fits:
            # A moment later: the key that is being handled closes a list that is open.
            self._choosing = True
            QTimer.singleShot(0, self, self._show_fitting)
        else:
            self.unknown.emit(self.currentText().strip())

    def _show_fitting(self) -> None:
        self._choosing = False
        self.fetch()
        completer = self.completer()
        if completer is not None and self.words.hasFocus():
            completer.setCompletionPrefix(self.currentText().strip())
            completer.complete()
