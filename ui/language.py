"""The words on screen, in the language that the person chose: English now, Welsh later.

Every text that a person reads goes through :func:`tr`. English is the key, so a screen reads as it is
written; another language is a translator that :func:`install` puts into the application.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

__all__ = ["install", "tr"]

CONTEXT = "assess"


def tr(text: str, **values: object) -> str:
    """Return ``text`` in the chosen language, with ``{name}`` places filled from ``values``."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**values) if values else translated


def install(code: str) -> None:
    """Make ``code`` (``en`` or ``cy``) the language of dates, numbers and texts from here on."""
    country = QLocale.Country.UnitedKingdom
    language = QLocale.Language.Welsh if code == "cy" else QLocale.Language.English
    QLocale.setDefault(QLocale(language, country))
