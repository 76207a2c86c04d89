"""Every dialog, the entry pages, notices and the palette, in every theme and at two text sizes: named, reached, readable."""

from __future__ import annotations

import shutil
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

import ui
from hsb_assess.desk import caseload, erasing, forms, moving
from hsb_assess.desk.guidancekept import Difference
from hsb_assess.domain.errors import HsbAssessError
from tests.a11y.inks import faint
from tests.a11y.walking import assert_all_reached, named, to_be_reached
from tests.ui.pages.bench import Bench
from tests.ui.pages.two_vaults import PASSPHRASE, SCRIPT
from ui.demo.person import Person
from ui.form.erasingdialogs import EraseDialog, ProposeDialog
from ui.navigation import Target
from ui.pages.assessment.newer import CarriedDialog, FormDialog, GuidanceDialog
from ui.pages.case.choosing import FormChoice
from ui.pages.older import OlderPage
from ui.pages.settings.keyceremony import KeyCeremony
from ui.pages.settings.laptop import OtherLaptop
from ui.pages.settings.words import WordsDialog
from ui.theme.appearance import Appearance
from ui.theme.palettes import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.pages.two_vaults import TwoVaults

SIZES: Final = (100, 150)
LINE: Final = moving.MoveLine("Referral", "What was reported?", "rename", "What was reported, and by whom?")
CARRIED: Final = moving.CarriedOver("What was reported?", "A neighbour rang.", "retired", "1.0.0")
AGREED: Final = erasing.Erasure(
    id="e",
    case="c",
    reference="A-17",
    state="agreed",
    mine=True,
    by="Worker P",
    answered_by="Manager S",
    basis="kept_elsewhere",
    why="The organisation keeps it.",
    hold="",
    closed="2026-05-01",
    entries=12,
    documents=2,
    proposed="2026-06-01T09:00:00+01:00",
    answered="2026-06-02T09:00:00+01:00",
    answer_why="",
    done="",
    same=None,
    here=True,
)


def _words(_bench: Bench, _case: str) -> QDialog:
    words = ("anchor", "basket", "candle", "dragon", "eagle", "forest", "garden", "harbour")
    return WordsDialog("Manager S says who they are.", words, how_to="Read them to each other.", warning="A new card.")


def _ceremony(bench: Bench, _case: str) -> QDialog:
    return KeyCeremony(bench.context, "A new key", "It takes a moment.", "Go on", lambda *_: None, lambda: None)


MAKERS: Final[dict[type[QDialog], Callable[[Bench, str], QDialog]]] = {
    FormDialog: lambda _b, _c: FormDialog(moving.FormPreview("1.0.0", "1.1.0", 12, (LINE,), (LINE,), (LINE,))),
    GuidanceDialog: lambda _b, _c: GuidanceDialog([Difference("Safety plan", "20 days", "10 days")]),
    CarriedDialog: lambda _b, _c: CarriedDialog([CARRIED]),
    FormChoice: lambda bench, _c: FormChoice(forms.choices(bench.at)),
    WordsDialog: _words,
    OtherLaptop: lambda bench, _c: OtherLaptop(bench.context, lambda: None),
    KeyCeremony: _ceremony,
    ProposeDialog: lambda bench, case: ProposeDialog(bench.context, erasing.standing(bench.at, case), None),  # type: ignore[arg-type]  # Qt takes none for a parent
    EraseDialog: lambda bench, _c: EraseDialog(bench.context, AGREED, None),  # type: ignore[arg-type]  # as above
}
"""How each dialog of the app is made for a look."""


def _dialogs() -> set[type[QDialog]]:
    """Return every dialog that somebody can meet, wherever it is written."""
    for found in walk_packages(ui.__path__, "ui."):
        if not found.name.endswith("__main__") and ".computer." not in found.name:
            import_module(found.name)
    below: set[type[QDialog]] = set()
    waiting: list[type[QDialog]] = [QDialog]
    while waiting:
        for each in waiting.pop().__subclasses__():
            waiting.append(each)
            if each.__module__.startswith("ui.") and not each.__name__.startswith("_"):
                below.add(each)
    return below


@pytest.fixture(scope="module")
def bench(vaults: TwoVaults, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Bench]:
    """The practitioner's vault, open; nothing is written in it."""
    del qapp
    folder = tmp_path_factory.mktemp("dialogs") / "own"
    shutil.copytree(vaults.practitioner, folder)
    made = Bench(None, folder)  # type: ignore[arg-type]  # no page is put on screen with it
    yield made
    made.close()
    Appearance("light", 100).apply()


def settle() -> None:
    """Let Qt follow another theme or size."""
    for _ in range(3):
        QApplication.processEvents()


def look_through(window: QWidget, appearance: Appearance, sizes: tuple[int, ...] = SIZES) -> None:
    """Look at a window in each theme and at these sizes; walk it by Tab once a size."""
    for percent in sizes:
        for theme in THEMES:
            appearance.choose(theme=theme, percent=percent)
            settle()
            unnamed = [type(each).__name__ for each in to_be_reached(window) if not named(each).strip()]
            assert unnamed == [], (theme, percent)
            assert list(faint(window)) == [], (theme, percent)
        assert_all_reached(window)
    appearance.choose(theme="light", percent=100)
    settle()


def test_no_dialog_is_forgotten() -> None:
    """Each one that is written anywhere in the app is looked at below."""
    assert _dialogs() == set(MAKERS)


@pytest.mark.parametrize("kind", list(MAKERS), ids=lambda kind: kind.__name__)
def test_a_dialog(bench: Bench, vaults: TwoVaults, qtbot: QtBot, kind: type[QDialog]) -> None:
    """Nothing in it is without a name, out of reach or too faint."""
    dialog = MAKERS[kind](bench, vaults.case)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.focusNextChild()
    look_through(dialog, bench.appearance)


def test_the_page_of_an_older_vault(bench: Bench, qtbot: QtBot) -> None:
    """It is met where a vault is older than last seen, and is looked at here on one that is not."""
    page = OlderPage(bench.context)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focusNextChild()
    look_through(page, bench.appearance)


@pytest.fixture
def person(vaults: TwoVaults, tmp_path: Path, qapp: QApplication) -> Iterator[Person]:
    """Somebody at the app, before it is unlocked."""
    del qapp
    folder = shutil.copytree(vaults.practitioner, tmp_path / "vault")
    day = SCRIPT.today.isoformat()
    made = Person("Worker P", "practitioner", "Agency", folder, PASSPHRASE, today=day, home=tmp_path / "home")
    made.start()
    yield made
    made.leave()
    Appearance("light", 100).apply()


@pytest.mark.parametrize("place", ["unlock", "first_run", "restore"])
def test_a_page_before_the_vault_is_open(person: Person, place: str) -> None:
    """Unlocking, first run and putting a backup back are walked as every page is."""
    assert person.app is not None
    if place != "unlock":
        person.app.show_entry(place, person.folder)
    settle()
    person.window.activateWindow()
    person.window.focusNextChild()
    look_through(person.window, person.app.appearance)


def test_notices_the_palette_and_the_panel(person: Person) -> None:
    """What stands above, over or beside a page is named and readable, and is reached where it does not take the keys."""
    person.unlock()
    app, session = person.app, person.session
    assert app is not None
    assert app.desktop is not None
    person.quiet()
    session.notices.error(HsbAssessError("disk_full", "The disk is full.", "Make room, then type a letter."))
    settle()
    look_through(app.window, app.appearance)
    session.notices.clear()
    session.context.navigate(Target("case", case=caseload.cases(session.at)[0].case))
    person.quiet()
    session.adding.open()
    settle()
    look_through(app.window, app.appearance, (150,))
    session.adding.put_away()
    palette = app.desktop.palette
    palette.open()
    QTest.keyClicks(palette.box, "school")
    person.quiet()
    for theme in THEMES:
        app.appearance.choose(theme=theme)
        settle()
        assert list(faint(palette)) == [], theme
        assert [each for each in to_be_reached(palette) if not named(each).strip()] == []
    QTest.keyClick(palette.box, Qt.Key.Key_Escape)
    assert not palette.isVisible()
