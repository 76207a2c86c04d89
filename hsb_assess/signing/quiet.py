"""Keeps pyHanko from writing to the log: its messages and tracebacks may quote what a document says."""

from __future__ import annotations

import logging
from typing import Final

__all__ = ["quieten"]

_LIBRARIES: Final = ("pyhanko", "pyhanko_certvalidator", "fontTools")


def quieten() -> None:
    """Silence the libraries' loggers in this process; what they find out is returned, not logged."""
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
