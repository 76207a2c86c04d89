"""A whole case on screen, to be looked through page by page."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.ui.pages.two_vaults import open_vault
from ui.app import PAGES
from ui.computer.base import Computer
from ui.shell.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.pages.two_vaults import TwoVaults
    from ui.theme.appearance import Appearance

__all__ = ["on_screen"]


@contextmanager
def on_screen(vaults: TwoVaults, appearance: Appearance, width: int, height: int) -> Iterator[Session]:
    """Show the practitioner's vault in this appearance and size; nothing is to be written in it."""
    appearance.apply()
    made = Session(open_vault(vaults.practitioner), PAGES, appearance, Computer(), lock=lambda: None)
    made.frame.resize(width, height)
    made.frame.show()
    made.start()
    yield made
    made.seal()
    assert made.put_away(None, 10.0)
    made.frame.close()
    made.frame.deleteLater()
