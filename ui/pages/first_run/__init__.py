"""First run: make a vault in four short steps, open one that is here, or open a demonstration."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import tr
from ui.preload import settled
from ui.theme.follows import FollowsTextSize
from ui.widgets.appmark import AppMark
from ui.widgets.buttons import button, language_button
from ui.widgets.card import Card
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from ui.entry import EntryContext
    from ui.widgets.cards import Column

__all__ = ["FirstRunPage"]

WIDTH = 680
ROOMY_PIXELS = 18


class FirstRunPage(QWidget, FollowsTextSize):
    """Shows one step at a time; the steps after the first are imported when they are needed."""

    def __init__(self, context: EntryContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.step: QWidget | None = None
        self._column: Column | None = None
        self._plain: QWidget | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(24, 0, 12, 0)
        self.welcome()

    def welcome(self) -> None:
        """Show the three ways to begin."""
        self._put(_Welcome(self.context, make=self.make, find=self.choose_folder, demonstration=self.demonstration))

    def follow_text_size(self) -> None:
        """Let the welcome scroll once text grows beyond its window."""
        if self._column is None and QApplication.font().pixelSize() > ROOMY_PIXELS:
            QTimer.singleShot(0, self.welcome)  # not while everybody is being told

    def make(self) -> None:
        """Begin to make a vault."""
        settled()
        from hsb_assess.desk.organisation import offered_here
        from ui.pages.first_run.making import Making

        self._put(Making(self.context, back=self.welcome, offered=offered_here()))

    def choose_folder(self) -> None:
        """Ask for the folder of a vault that is on this computer."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self, tr("Choose the folder of the vault"))
        if chosen:
            self.context.go("unlock", Path(chosen))

    def demonstration(self) -> None:
        """Open the demonstration, building it first if need be."""
        settled()
        from ui.pages.first_run.demonstration import Demonstration

        self._put(Demonstration(self.context, back=self.welcome))

    def _put(self, step: QWidget) -> None:
        old, self.step = self.step, step
        if old is not None:
            old.hide()
            old.deleteLater()
        if old is None and QApplication.font().pixelSize() <= ROOMY_PIXELS and not self.context.known:
            # The welcome fits the smallest window: building a scroll area would cost the first paint 5 ms.
            self._put_plainly(step)
        else:
            self._put_in_column(step)
        step.show()
        # No focus proxy: Qt passes over what stands in the step before the one that is named so.
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to the first way to begin, or to the step."""
        if self.step is not None:
            (self.step.make_button if isinstance(self.step, _Welcome) else self.step).setFocus()

    def _put_plainly(self, step: QWidget) -> None:
        step.setMaximumWidth(WIDTH)
        self._plain = QWidget()
        down = QVBoxLayout(self._plain)
        down.setContentsMargins(0, 24, 12, 16)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(step, 100)
        across.addStretch(1)
        down.addLayout(across)
        down.addStretch(1)
        self._whole.addWidget(self._plain)

    def _put_in_column(self, step: QWidget) -> None:
        from ui.widgets.cards import Column

        # Widgets, not layouts, are taken out: a layout that Python takes from a layout is freed twice.
        for old in (self._plain, self._column):
            if old is not None:
                self._whole.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._plain = None
        self._column = Column(width=WIDTH, centred=True)
        self._column.body.setContentsMargins(0, 48, 0, 32)
        self._column.body.addWidget(step)
        self._column.body.addStretch(1)
        self._whole.addWidget(self._column)
        self._column.show()


class _Welcome(QWidget):
    def __init__(
        self,
        context: EntryContext,
        *,
        make: Callable[[], None],
        find: Callable[[], None],
        demonstration: Callable[[], None],
    ) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(AppMark(48))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Heading(tr("Welcome to Assess")))
        words.addWidget(Caption(tr("Works without a network. Everything stays on this computer, encrypted.")))
        head.addLayout(words, 1)
        head.addWidget(language_button(context.language, context.speak))
        body.addLayout(head)
        body.addSpacing(8)
        self.make_button = button(tr("Make your vault"), make, kind="primary")
        self.find_button = button(tr("Choose its folder"), find)
        self.restore_button = button(tr("Restore a backup"), lambda: context.go("restore", None))
        self.demo_button = button(tr("Open the demonstration"), demonstration)
        body.addWidget(
            _way(
                tr("Start your own vault"),
                tr(
                    "A vault is an encrypted folder for your cases; your passphrase opens it, or a recovery key on paper. "
                    "It takes five minutes; have pen and paper for that key, and an envelope, at hand."
                ),
                self.make_button,
            )
        )
        for folder in context.known:
            known = button(tr("Unlock"), lambda folder=folder: context.go("unlock", folder))  # type: ignore[misc]  # a default of a lambda has no type
            body.addWidget(_way(tr("Your vault on this computer"), str(folder), known))
        body.addWidget(
            _way(
                tr("Open a vault that you made before"),
                tr("Choose its folder on this computer, or put a backup back with its passphrase or the recovery key."),
                self.find_button,
                self.restore_button,
            )
        )
        body.addWidget(
            _way(
                tr("Look around first"),
                tr("A demonstration with fictional people. Nothing in it is real, and you cannot break anything."),
                self.demo_button,
            )
        )


def _way(heading: str, words: str, *acts: QPushButton) -> Card:
    card = Card(margin=24)
    row = QHBoxLayout()
    row.setSpacing(24)
    text = QVBoxLayout()
    text.setSpacing(4)
    text.addStretch(1)
    text.addWidget(Heading(heading, 2))
    text.addWidget(Paragraph(words))
    text.addStretch(1)
    row.addLayout(text, 1)
    side = QVBoxLayout()
    side.setSpacing(8)
    for act in acts:
        act.setAccessibleDescription(f"{heading}. {words}")
        side.addWidget(act)
    row.addLayout(side)
    card.body.addLayout(row)
    return card
