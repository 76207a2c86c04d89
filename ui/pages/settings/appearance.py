"""Appearance and locking: theme, text size and language stay on this computer, the rest in the vault; all change at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ui.language import LANGUAGES, tr
from ui.pages.settings.locking import LockingCard
from ui.theme.fonts import TEXT_PERCENTS
from ui.widgets.cards import Card
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from ui.navigation import PageContext

__all__ = ["AppearancePart"]


class AppearancePart(QWidget):
    """Radio buttons, so that every choice can be read without opening anything."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        appearance = context.appearance
        self._appearance = appearance
        self.themes: dict[str, QRadioButton] = {}
        self.sizes: dict[int, QRadioButton] = {}
        self.languages: dict[str, QRadioButton] = {}
        themes = {
            "system": tr("As the system"),
            "light": tr("Light"),
            "dark": tr("Dark"),
            "high_contrast": tr("High contrast"),
        }
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        colours, self._theme_group = self._card(tr("Colours"), tr("High contrast suits low vision and bright rooms."))
        for name, words in themes.items():
            made = QRadioButton(words)
            made.toggled.connect(lambda on, name=name: appearance.choose(theme=name) if on else None)
            self._theme_group.addButton(made)
            colours.body.addWidget(made)
            self.themes[name] = made
        sizes, self._size_group = self._card(tr("Text size"), tr("Also with Ctrl and plus, minus or zero."))
        for percent in TEXT_PERCENTS:
            made = QRadioButton(tr("{n} per cent", n=percent))
            made.toggled.connect(lambda on, percent=percent: appearance.choose(percent=percent) if on else None)
            self._size_group.addButton(made)
            sizes.body.addWidget(made)
            self.sizes[percent] = made
        languages, self._language_group = self._card(
            tr("Language"), tr("The page is built anew in it. What has no Welsh yet is shown in English.")
        )
        for code, name in LANGUAGES.items():
            made = QRadioButton(name)  # each as its own speakers call it
            made.toggled.connect(lambda on, code=code: appearance.speak(code) if on else None)
            self._language_group.addButton(made)
            languages.body.addWidget(made)
            self.languages[code] = made
        body.addWidget(colours)
        body.addWidget(sizes)
        body.addWidget(languages)
        self.locking = LockingCard(context)
        body.addWidget(self.locking)
        appearance.changed.connect(self._show)
        self._show()

    def _card(self, heading: str, words: str) -> tuple[Card, QButtonGroup]:
        card = Card()
        card.body.setSpacing(0)
        card.body.addWidget(Heading(heading, 2))
        card.body.addWidget(Caption(words))
        card.body.addSpacing(8)
        group = QButtonGroup(self)
        return card, group

    def _show(self) -> None:
        for name, made in self.themes.items():
            made.blockSignals(True)  # noqa: FBT003 (Qt's own signature)
            made.setChecked(name == self._appearance.theme)
            made.blockSignals(False)  # noqa: FBT003 (Qt's own signature)
        for code, language in self.languages.items():
            language.blockSignals(True)  # noqa: FBT003 (Qt's own signature)
            language.setChecked(code == self._appearance.language)
            language.blockSignals(False)  # noqa: FBT003 (Qt's own signature)
        for percent, size in self.sizes.items():
            size.blockSignals(True)  # noqa: FBT003 (Qt's own signature)
            size.setChecked(percent == self._appearance.percent)
            size.blockSignals(False)  # noqa: FBT003 (Qt's own signature)
