"""What every command shares: exit codes, a day as an option, and lines on standard output."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    from datetime import date
    from typing import Any, Final

__all__ = ["EXIT_INTERNAL", "EXIT_OK", "EXIT_REFUSED", "EXIT_USAGE", "day", "write", "write_json"]

EXIT_OK: Final = 0
EXIT_REFUSED: Final = 1
EXIT_USAGE: Final = 2
EXIT_INTERNAL: Final = 70


def write(text: str) -> None:
    """Write one line on standard output."""
    sys.stdout.write(text + "\n")


def write_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Write a value as JSON on standard output."""
    import json

    write(json.dumps(value, indent=1))


def day(text: str) -> date:
    """Read the value of a ``--today``, for :mod:`argparse`."""
    import argparse
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2026-11-02") from None
