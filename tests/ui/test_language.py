"""Welsh: every text has it, and the window speaks it from the moment in which somebody chooses it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QPushButton

from hsb_assess.datafiles import data_dir
from hsb_assess.domain.errors import HsbAssessError
from tests.ui.shell.test_palette import with_case
from ui.form.question import QuestionField
from ui.language import install, sentence, tr
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.settings import SettingsPage
from ui.shell.menus import bare
from ui.translations import CONTEXT, gathered, translations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Running

FIRST = "1.0.0"
"""The form as it was at first stays as it was."""
NOT_SHOWN = {"language", "migrations"}
"""Folders whose texts are lists of words, or speak of a move between two forms."""


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    """Leave the next test in English."""
    del qapp
    yield
    install("en")


def test_no_text_of_the_screen_is_without_welsh() -> None:
    """What a window can say, it can say in Welsh, with the same places for what is filled in."""
    held = translations()[CONTEXT]
    assert sorted(gathered() - held.keys()) == []
    assert sorted(text for text, welsh in held.items() if not welsh) == []
    places = re.compile(r"\{[^}]*\}")
    different = [text for text, welsh in held.items() if sorted(places.findall(text)) != sorted(places.findall(welsh))]
    assert different == []


def test_no_text_of_the_form_is_without_welsh() -> None:
    """Every question, help, option, list, check and limit that came with the program has its Welsh beside its English."""
    missing = []
    for path in sorted(data_dir("forms").joinpath("compiled").rglob("*.json")):
        if "earlier" in path.parts or path.name == f"holistic-{FIRST}.json" or path.parent.name in NOT_SHOWN:
            continue
        missing += [f"{path.name}: {text}" for text in without_welsh(json.loads(path.read_bytes()))]
    assert missing == []


def without_welsh(value: object) -> Iterator[str]:
    """Yield the English of each text that has no Welsh beside it."""
    if isinstance(value, dict):
        english = value.get("en")
        if isinstance(english, str) and any(letter.isalpha() for letter in english) and not value.get("cy"):
            yield english
        for part in value.values():
            yield from without_welsh(part)
    elif isinstance(value, list):
        for part in value:
            yield from without_welsh(part)


def test_the_window_speaks_welsh_at_once_and_stays_where_it_was(running: Running) -> None:
    """Chosen in the settings: menus, page and dates are Welsh, the vault is open, and what was typed is kept."""
    case, assessment = with_case(running)
    session = running.app.session
    assert session is not None
    session.context.navigate(Target("assessment", case=case, assessment=assessment, path="M00.known_as"))
    page = running.page(AssessmentPage)
    assert isinstance(page, AssessmentPage)
    box = page.findChild(QuestionField, "M00.known_as").editor.first()
    running.bot.keyClicks(box, "Row")
    begun = running.app.desktop.limit._begun
    running.app.appearance.speak("cy")
    running.bot.waitUntil(lambda: running.app.session is not session, timeout=20_000)
    here = running.page(AssessmentPage)
    assert isinstance(here, AssessmentPage)
    assert here.place().path == "M00.known_as"
    field = here.findChild(QuestionField, "M00.known_as")
    assert field.editor.first().text() == "Row"
    assert field.label.text() == "Beth mae’r plentyn hwn yn hoffi cael ei alw? (dewisol)"
    menus = [bare(action.text()) for action in running.app.window.menuBar().actions()]
    assert tr("&Edit") != "&Edit"
    assert bare(tr("&Edit")) in menus
    assert running.app.desktop.limit._begun == begun
    assert QLocale().monthName(1) == "Ionawr"
    assert len(running.windows()) == 1
    assert running.app.configuration.language == "cy"


def test_the_settings_say_each_language_as_its_speakers_do(running: Running) -> None:
    """Two buttons, English and Cymraeg; the one that is spoken is chosen, and pressing the other changes the page."""
    session = running.unlock()
    session.context.navigate(Target("settings", part="appearance"))
    page = running.page(SettingsPage)
    assert isinstance(page, SettingsPage)
    languages = page.appearance.languages
    assert [each.text() for each in languages.values()] == ["English", "Cymraeg"]
    assert languages["en"].isChecked()
    languages["cy"].click()
    running.bot.waitUntil(lambda: running.app.session is not session, timeout=20_000)
    again = running.page(SettingsPage)
    assert isinstance(again, SettingsPage)
    assert again.appearance.languages["cy"].isChecked()
    assert again.heading == tr("Settings") != "Settings"


def test_the_unlock_page_changes_its_language(running: Running) -> None:
    """Before a vault is open, one button leads to the other language, and back."""
    assert running.entry().heading.text() == "Unlock"
    for name, heading in (("Cymraeg", "Datgloi"), ("English", "Unlock")):
        page = running.entry()
        next(each for each in page.findChildren(QPushButton) if each.text() == name).click()
        running.bot.waitUntil(lambda heading=heading: running.entry().heading.text() == heading)


def test_errors_are_told_in_welsh() -> None:
    """What is wrong and how to mend it are both looked up; what has something filled in stays English."""
    install("cy")
    error = HsbAssessError("no_reason", "There is no reason yet.", "Something that was made up for this test.")
    assert sentence(error) == f"{tr('There is no reason yet.')} Something that was made up for this test."
    assert tr("There is no reason yet.") != "There is no reason yet."


def test_qt_speaks_welsh_too(qtbot: QtBot) -> None:
    """The menu of a text box is Qt's own; it is translated with ours."""
    install("cy")
    edit = QLineEdit()
    qtbot.addWidget(edit)
    menu = edit.createStandardContextMenu()
    words = [bare(action.text()).split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert words == ["Dadwneud", "Ail-wneud", "Torri", "Copïo", "Gludo", "Dileu", "Dewis y cyfan"]
