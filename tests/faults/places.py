"""Where a tried app lives: folders of its own for home, settings, temporary files, vaults and what it says."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["ROOT", "Places"]

ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Places:
    """One laptop's folders. ``said`` gets what processes write to their standard output and error."""

    root: Path
    home: Path
    temporary: Path
    vaults: Path
    runtime: Path
    said: Path

    @classmethod
    def under(cls, root: Path) -> Places:
        """Make the folders below ``root``."""
        made = cls(root, root / "home", root / "tmp", root / "vaults", root / "run", root / "said")
        for folder in (made.home, made.temporary, made.vaults, made.runtime, made.said):
            folder.mkdir(mode=0o700, parents=True)
        return made

    def environment(self, **more: str) -> dict[str, str]:
        """Return the environment of a process on this laptop."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SystemRoot") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "TMPDIR": str(self.temporary),
            "TEMP": str(self.temporary),
            "TMP": str(self.temporary),
            "XDG_RUNTIME_DIR": str(self.runtime),
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere/bus",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus",
            "QT_QPA_PLATFORM": "offscreen",
            "QT_ACCESSIBILITY": "0",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "PYTHONDONTWRITEBYTECODE": "1",
            **more,
        }
