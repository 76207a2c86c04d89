"""What is kept outside the vault: appearance, language, vault folders and window geometry; nothing else.

The file is ``assess.ini`` in the ``platformdirs`` configuration folder of the app ``assess``. Beside it, ``anchors`` holds
how far the audit of each vault had come (numbers and hashes; ``hsb_assess.vault.anchors``).
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

__all__ = ["Configuration", "config_folder", "data_folder"]

APP = "assess"
_LINUX = sys.platform.startswith("linux")
SYSTEM = "system"
"""The appearance that follows the system's light or dark."""


def config_folder() -> Path:
    """Return the folder of the configuration, as ``platformdirs.user_config_path("assess")`` does."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_path")


def data_folder() -> Path:
    """Return the folder that new vaults are offered in, as ``platformdirs.user_data_path("assess")`` does."""
    return _folder("XDG_DATA_HOME", ".local/share", "user_data_path")


def _folder(variable: str, below_home: str, function: str) -> Path:
    if _LINUX:
        # The same rule, without the 7 ms that importing platformdirs adds to the first paint.
        given = os.environ.get(variable, "").strip()
        return (Path(given) if given else Path.home() / below_home) / APP
    platformdirs = import_module("platformdirs")
    return Path(getattr(platformdirs, function)(APP, appauthor=False))


class Configuration:
    """Reads and writes the file; a broken or missing one means the defaults."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or config_folder()
        self._store = QSettings(str(self.folder / "assess.ini"), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> str:
        """The theme: ``system``, ``light``, ``dark`` or ``high_contrast``."""
        return self._text("appearance/theme", SYSTEM, (SYSTEM, "light", "dark", "high_contrast"))

    @appearance.setter
    def appearance(self, name: str) -> None:
        self._store.setValue("appearance/theme", name)

    @property
    def text_percent(self) -> int:
        """The text size, 100 to 200 per cent."""
        found = str(self._store.value("appearance/text_percent", "100"))
        return min(200, max(100, int(found))) if found.isdecimal() else 100

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._store.setValue("appearance/text_percent", str(min(200, max(100, percent))))

    @property
    def language(self) -> str:
        """The language of the screen: ``en`` or ``cy``."""
        return self._text("appearance/language", "en", ("en", "cy"))

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("appearance/language", code)

    @property
    def vaults(self) -> tuple[Path, ...]:
        """The folders of the vaults on this laptop, the last used first."""
        count = self._store.beginReadArray("vaults")
        found = []
        for at in range(min(count, 20)):
            self._store.setArrayIndex(at)
            path = str(self._store.value("folder", ""))
            if path:
                found.append(Path(path))
        self._store.endArray()
        return tuple(found)

    def remember_vault(self, folder: Path) -> None:
        """Put ``folder`` first among the vaults."""
        folders = [folder, *(known for known in self.vaults if known != folder)]
        if list(self.vaults) == folders:
            return
        self._store.beginWriteArray("vaults", len(folders))
        for at, known in enumerate(folders):
            self._store.setArrayIndex(at)
            self._store.setValue("folder", str(known))
        self._store.endArray()

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place, empty at first."""
        found = self._store.value("window/geometry", QByteArray())
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, state: QByteArray) -> None:
        self._store.setValue("window/geometry", state)

    @property
    def minimised(self) -> bool:
        """Whether the window was minimised when it was locked, so that the next one stays so."""
        return str(self._store.value("window/minimised", "")) == "yes"

    @minimised.setter
    def minimised(self, minimised: bool) -> None:
        if minimised:
            self._store.setValue("window/minimised", "yes")
        else:
            self._store.remove("window/minimised")

    @property
    def in_pictures(self) -> bool:
        """Whether pictures of the screen may hold the window, where the system can leave it out."""
        return str(self._store.value("window/in_pictures", "")) == "yes"

    @in_pictures.setter
    def in_pictures(self, shown: bool) -> None:
        if shown:
            self._store.setValue("window/in_pictures", "yes")
        else:
            self._store.remove("window/in_pictures")

    def save(self) -> None:
        """Write to disk at once; leaving it out loses nothing but a moment."""
        self._store.sync()

    def _text(self, key: str, default: str, allowed: tuple[str, ...]) -> str:
        found = str(self._store.value(key, default))
        return found if found in allowed else default
