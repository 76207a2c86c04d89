"""The demonstration: fictional people in two vaults, built on this computer the first time."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QProcessEnvironment
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.configuration import data_folder
from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.text import Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.entry import EntryContext

__all__ = ["Demonstration", "demonstration_folder", "demonstration_vaults"]


def demonstration_folder() -> Path:
    """Return where the demonstration is kept."""
    return data_folder() / "demonstration"


def demonstration_vaults(folder: Path) -> tuple[Path, ...]:
    """Return the vaults of a demonstration that was built to its end, none otherwise."""
    if not (folder / "summary.json").is_file() or not (folder / "vaults").is_dir():
        return ()
    return tuple(sorted(each for each in (folder / "vaults").iterdir() if each.is_dir()))


class Demonstration(QWidget):
    """Says what it is, builds it in a process of its own, then offers its vaults with their passphrases."""

    def __init__(self, context: EntryContext, *, back: Callable[[], None]) -> None:
        super().__init__()
        self.context, self._back = context, back
        self.folder = demonstration_folder()
        self._process: QProcess | None = None
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        self.words = Paragraph("")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(tr("The demonstration is being built"))
        self.progress.hide()
        self.vaults = QVBoxLayout()
        self.vaults.setSpacing(12)
        self.build_button = button(tr("Build it now"), self.build, kind="primary")
        self.back_button = button(tr("Back"), self._go_back, kind="quiet")
        body.addWidget(Heading(tr("The demonstration")))
        body.addWidget(self.words)
        body.addWidget(self.progress)
        body.addLayout(self.vaults)
        body.addLayout(button_row(self.build_button, self.back_button))
        self.setFocusProxy(self.build_button)
        self.show_state()

    def show_state(self) -> None:
        """Offer the vaults if they are there, else to build them."""
        found = demonstration_vaults(self.folder)
        self.build_button.setVisible(not found)
        if not found:
            self.words.setText(
                tr(
                    "It plays a fictional case from the first page to the signed documents and keeps what comes of it: "
                    "a practitioner's vault and a supervisor's. Building it takes about three minutes."
                )
            )
            return
        readme = self.folder / "README.txt"
        self.words.setText(readme.read_text("utf-8")[:4000] if readme.is_file() else tr("Choose a vault."))
        for vault in found:
            card = Card(margin=16)
            card.body.addWidget(Heading(vault.name.replace("-", " ").replace("_", " ").capitalize(), 3))
            card.body.addLayout(
                button_row(
                    button(
                        tr("Unlock"),
                        lambda vault=vault: self.context.go("unlock", vault),  # type: ignore[misc]  # a default of a lambda has no type
                        name=tr("Unlock {name}", name=vault.name),
                    )
                )
            )
            self.vaults.addWidget(card)

    def build(self) -> None:
        """Build the demonstration without showing its windows."""
        shutil.rmtree(self.folder, ignore_errors=True)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        self._process = QProcess(self)
        self._process.setProcessEnvironment(environment)
        self._process.finished.connect(self._built)
        self._process.errorOccurred.connect(lambda _error: self._failed())
        self.build_button.setEnabled(False)
        self.progress.show()
        self._process.start(sys.executable, ["-m", "ui.demo", "--out", str(self.folder)])

    def _go_back(self) -> None:
        self.stop()
        self._back()

    def stop(self) -> None:
        """Stop building."""
        if self._process is not None:
            self._process.kill()

    def _built(self) -> None:
        self.progress.hide()
        self.build_button.setEnabled(True)
        if demonstration_vaults(self.folder):
            self.show_state()
        else:
            self._failed()

    def _failed(self) -> None:
        self.progress.hide()
        self.build_button.setEnabled(True)
        self.words.setText(
            tr(
                "The demonstration could not be built. Try again, or run the command hsb-assess demo and see what it says."
            )
        )
