"""The words on screen, in the language that the person chose: English or Welsh.

Every text that a person reads goes through :func:`tr`. English is the key, so a screen reads as it is written; Welsh is
a translator that :func:`install` puts into the application, with Qt's own words (*Copy*, *Paste*) beside ours. What has
no Welsh stays English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

if TYPE_CHECKING:
    from datetime import date, datetime

__all__ = ["CONTEXT", "LANGUAGES", "day_words", "install", "moment_words", "sentence", "tr"]

CONTEXT: Final = "assess"
LANGUAGES: Final = {"en": "English", "cy": "Cymraeg"}
"""The languages by code, each called as its own speakers call it."""

_installed: list[QTranslator] = []


class Told(Protocol):
    """What is told in two sentences: what is wrong, and how to mend it."""

    @property
    def what(self) -> str:
        """What is wrong."""

    @property
    def mend(self) -> str:
        """How to mend it."""


def tr(text: str, **values: object) -> str:
    """Return ``text`` in the chosen language, with ``{name}`` places filled from ``values``."""
    translated = QCoreApplication.translate(CONTEXT, text) if _installed else text
    return translated.format(**values) if values else translated


def sentence(told: Told) -> str:
    """Return what is wrong and how to mend it, as a line of text."""
    return f"{tr(told.what)} {tr(told.mend)}".rstrip()


def day_words(day: date) -> str:
    """Return a day in full, its month in the chosen language: ``4 March 2026``."""
    return f"{day.day} {QLocale().monthName(day.month)} {day.year}"


def moment_words(moment: datetime) -> str:
    """Return a moment as it is said here: ``4 March 2026, 15:30``."""
    here = moment.astimezone()
    return f"{day_words(here)}, {here:%H:%M}"


def install(code: str) -> None:
    """Make ``code`` (a key of ``LANGUAGES``) the language of dates, numbers and texts from here on."""
    country = QLocale.Country.UnitedKingdom
    language = QLocale.Language.Welsh if code == "cy" else QLocale.Language.English
    QLocale.setDefault(QLocale(language, country))
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    if code == "en":
        return
    from hsb_assess.datafiles import data_dir

    made = QTranslator()
    if made.load(str(data_dir("resources") / "translations" / f"assess_{code}.qm")):
        _installed.append(made)
        QCoreApplication.installTranslator(made)
