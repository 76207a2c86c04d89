"""Writes the generated pages of ``docs``: ``python -m hsb_assess.commands.pages docs``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hsb_assess.commands.instrumentpage import instrument_page
from hsb_assess.commands.rulespage import rules_page
from hsb_assess.commands.saying import EXIT_OK, EXIT_USAGE, write

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["PAGES", "main"]

PAGES: Final[Mapping[str, Callable[[], str]]] = {"instrument.md": instrument_page, "rules.md": rules_page}
"""Every generated page by its file name; a test keeps each equal to what is written."""


def main(arguments: Sequence[str]) -> int:
    """Write every page into the folder named, and say which."""
    if len(arguments) != 1:
        sys.stderr.write("Name the folder for the pages, such as docs.\n")
        return EXIT_USAGE
    for name, page in PAGES.items():
        path = Path(arguments[0]) / name
        path.write_text(page(), encoding="utf-8")
        write(str(path))
    return EXIT_OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
