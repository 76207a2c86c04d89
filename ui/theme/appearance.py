"""Puts a theme and a text size onto the application, and tells which theme the system asks for and which language a person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.theme.follows import FollowsTextSize
from ui.theme.fonts import TEXT_PERCENTS, application_font
from ui.theme.palettes import DARK, LIGHT, THEMES, Tokens, palette_of
from ui.theme.style import AssessStyle

__all__ = ["Appearance"]

HALF = 128


class Appearance(QObject):
    """The present theme, text size and language. ``changed`` tells that one of the first two was chosen anew.

    ``spoken`` tells another language; what is on screen has to be built anew then, which is the app's work.
    """

    changed = Signal()
    spoken = Signal()

    def __init__(self, theme: str, percent: int, parent: QObject | None = None, *, language: str = "en") -> None:
        super().__init__(parent)
        self.theme, self.percent, self.language = theme, percent, language
        self._style: AssessStyle | None = None
        self._system_is_dark = QGuiApplication.palette().window().color().lightness() < HALF

    def tokens(self) -> Tokens:
        """Return the theme that is shown; ``system`` follows the system's light or dark."""
        if self.theme in THEMES:
            return THEMES[self.theme]
        return DARK if self._system_is_dark else LIGHT

    def ask_system(self) -> None:
        """Follow the system's own word on light or dark, and its changes; called after the first paint."""
        from PySide6.QtCore import Qt

        hints = QGuiApplication.styleHints()

        def follow() -> None:
            self._system_is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
            if self.theme not in THEMES and self._style is not None and self._style.tokens is not self.tokens():
                self.apply()

        hints.colorSchemeChanged.connect(follow)
        follow()

    def apply(self) -> None:
        """Give the application its style, palette and font."""
        tokens = self.tokens()
        # Kept here as well as by Qt: without a Python owner its drawing would fall back to Fusion's.
        self._style = AssessStyle(tokens)
        QApplication.setStyle(self._style)
        QApplication.setPalette(palette_of(tokens))
        QApplication.setFont(application_font(self.percent))

    def choose(self, *, theme: str | None = None, percent: int | None = None) -> None:
        """Change the theme or the text size while the app is open."""
        old_theme, old_percent = self.tokens(), self.percent
        self.theme = theme if theme is not None else self.theme
        self.percent = min(200, max(100, percent)) if percent is not None else self.percent
        if self.tokens() is not old_theme or self.percent != old_percent:
            self.apply()
            _tell_widgets()
        self.changed.emit()

    def speak(self, language: str) -> None:
        """Choose the language of the screen, a key of ``ui.language.LANGUAGES``."""
        if language != self.language:
            self.language = language
            self.spoken.emit()

    def step(self, by: int) -> None:
        """Take the next larger (1) or smaller (-1) text size."""
        at = min(range(len(TEXT_PERCENTS)), key=lambda n: abs(TEXT_PERCENTS[n] - self.percent))
        self.choose(percent=TEXT_PERCENTS[min(len(TEXT_PERCENTS) - 1, max(0, at + by))])


def _tell_widgets() -> None:
    """Tell every widget that the text size changed: Qt itself tells only those without a font of their own."""
    from shiboken6 import isValid

    for widget in QApplication.allWidgets():
        if not isValid(widget):  # one that was told before has replaced it
            continue
        if isinstance(widget, FollowsTextSize):
            widget.follow_text_size()
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.ApplicationFontChange))
