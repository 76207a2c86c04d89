"""Every page at twice the size of text, in English and in Welsh: no word is cut, above, below or at an edge."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from hsb_assess.datafiles import data_dir
from tests.a11y.cuts import cut
from tests.a11y.desks import on_screen
from tests.a11y.test_themes import ENTRY, OLDER
from ui.app import PAGES
from ui.language import LANGUAGES, install
from ui.navigation import Target
from ui.shell.navigation import load_page
from ui.theme import fonts
from ui.theme.appearance import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.two_vaults import TwoVaults
    from ui.shell.session import Session


@pytest.fixture(scope="module", params=sorted(LANGUAGES))
def session(vaults: TwoVaults, request: pytest.FixtureRequest) -> Iterator[Session]:
    """The practitioner's vault in a window of an ordinary laptop, with text of 200 per cent; nothing is written in it."""
    install(request.param)
    fonts.load(data_dir("resources") / "fonts", fonts.FIRST + fonts.LATER)
    with on_screen(vaults, Appearance("light", 200, language=request.param), 1366, 768) as made:
        yield made
    install("en")
    Appearance("light", 100).apply()


@pytest.mark.parametrize("place", sorted(PAGES.keys() - ENTRY - {OLDER}))
def test_no_word_is_cut_at_twice_the_size(session: Session, vaults: TwoVaults, qtbot: QtBot, place: str) -> None:
    """Labels and buttons have the room that their words need, or wrap, or the page scrolls."""
    known = {"case": vaults.case, "assessment": vaults.assessment, "path": "M05.harm.sexual"}
    taken = signature(load_page(PAGES, place)).parameters
    session.frame.navigator.go(Target(place, **{name: value for name, value in known.items() if name in taken}))
    qtbot.waitUntil(lambda: not session.operations.busy(), timeout=20_000)

    def all_fits() -> None:
        assert list(cut(session.frame)) == []

    qtbot.waitUntil(all_fits, timeout=5_000)  # what wraps gets its height after its width


def test_the_measure_sees_words_that_are_cut(qtbot: QtBot) -> None:
    """A label half as wide as its words is told, and one as wide is not."""
    label = QLabel("Words that need some room")
    qtbot.addWidget(label)
    label.show()
    label.resize(label.sizeHint())
    assert list(cut(label.window())) == []
    label.resize(label.sizeHint().width() // 2, label.height())
    assert _told(label)


def _told(label: QLabel) -> bool:
    from tests.a11y.cuts import _how

    return _how(label) is not None
