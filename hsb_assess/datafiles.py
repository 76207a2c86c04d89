"""Finds the forms, resources and the guide that travel with the program, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

__all__ = ["DataFolder", "data_dir"]

DataFolder = Literal["forms", "resources", "guide"]
_IN_CHECKOUT: Final = {"forms": "forms", "resources": "resources", "guide": "docs/guide"}
"""Where each folder lies in a checkout; in a wheel it lies under its own name."""

_PACKAGE: Final = Path(__file__).resolve().parent


def data_dir(name: DataFolder, *, package: Path = _PACKAGE) -> Path:
    """Return the folder of that name; raise ``FileNotFoundError`` if the program was installed without it.

    An installed wheel carries the folders in ``hsb_assess/_data``. Only where that is absent are the
    folders beside the package a checkout's: beside an installed package they would be somebody else's.
    """
    carried = package / "_data"
    folder = carried / name if carried.is_dir() else package.parent / _IN_CHECKOUT.get(name, name)
    if name not in _IN_CHECKOUT or not folder.is_dir():
        raise FileNotFoundError(f"HSB Assess was installed without its folder {name!r}; install it again.")
    return folder
