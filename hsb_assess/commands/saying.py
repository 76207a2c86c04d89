"""What every command shares: exit codes, a day as an option, lines on standard output, files and why they fail."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from typing import Any, Final

    from hsb_assess.domain.errors import HsbAssessError

__all__ = ["EXIT_INTERNAL", "EXIT_OK", "EXIT_REFUSED", "EXIT_USAGE", "day", "foreseen", "keep", "write", "write_json"]

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


def keep(path: Path, text: str) -> None:
    """Write a text as UTF-8; raises ``file_exists`` where that would take the place of something else."""
    data = text.encode()
    if path.is_file() and path.stat().st_size and path.read_bytes() != data:
        from hsb_assess.domain.errors import HsbAssessError

        raise HsbAssessError(
            "file_exists", f"There is a file {path} already, and it says something else.", "Choose another name."
        )
    path.write_bytes(data)


def foreseen(error: Exception) -> HsbAssessError | None:
    """Return what a person is told of an error that can be foreseen, or ``None`` for any other."""
    from hsb_assess.domain.errors import HsbAssessError

    if isinstance(error, HsbAssessError):
        return error
    if not isinstance(error, OSError):
        return None
    # The name is one that was given on the command line, or a file beside it; what is in the file is not told.
    named = "".join(each if each.isprintable() else "?" for each in str(error.filename or ""))
    return HsbAssessError(*_why(error, f"The file or folder {named}" if named else "A file or folder"))


def _why(error: OSError, named: str) -> tuple[str, str, str]:
    """Return code, what and mend for an error of the file system."""
    if isinstance(error, FileNotFoundError):
        return "file_missing", f"{named} is not there.", "Check the name, and make the folder first if it is a new one."
    if isinstance(error, IsADirectoryError):
        return "file_is_folder", f"{named} is a folder, and a file is needed.", "Name a file in it."
    if isinstance(error, FileExistsError | NotADirectoryError):
        return (
            "file_no_folder",
            f"{named} is not a folder, and one is needed.",
            "Name a folder, or choose another name.",
        )
    if isinstance(error, PermissionError):
        return (
            "file_forbidden",
            f"{named} cannot be used: permission is missing.",
            "Choose another place, or ask for it.",
        )
    what = f"{named} cannot be read or written ({type(error).__name__})."
    return "file_unusable", what, "Check that the disk is there and not full, then try again."
