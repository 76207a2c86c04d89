"""First run: from the welcome to an open vault, and every way to go wrong on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from hsb_assess.desk import access
from ui.entry import EntryContext
from ui.pages.first_run import FirstRunPage
from ui.pages.first_run.demonstration import demonstration_vaults
from ui.pages.first_run.making import Making
from ui.widgets.recoverysheet import RecoveryStep, plain_key

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hsb_assess.desk.access import OpenedVault


class Host:
    """What the app does for the page: takes the vault, goes elsewhere."""

    def __init__(self, folder: Path) -> None:
        self.vaults: list[OpenedVault] = []
        self.went: list[tuple[str, Path | None]] = []
        self.context = EntryContext(
            folder=folder,
            known=(),
            today=None,
            go=lambda page, where: self.went.append((page, where)),
            opened=lambda vault, _folder: self.vaults.append(vault),
            anchors=folder.parent / "anchors",
        )


@pytest.fixture
def host(tmp_path: Path) -> Host:
    """A host whose new vaults go into the test's own folder."""
    return Host(tmp_path / "data" / "vault")


@pytest.fixture
def page(qtbot: QtBot, host: Host) -> FirstRunPage:
    """The page, on screen."""
    made = FirstRunPage(host.context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def making(page: FirstRunPage) -> Making:
    """Choose to make a vault."""
    page.make()
    assert isinstance(page.step, Making)
    return page.step


def test_a_vault_is_made_by_keyboard(page: FirstRunPage, host: Host, qtbot: QtBot) -> None:
    """Particulars, suggested words typed once more, the key from paper: then the vault is open, and opens again."""
    step = making(page)
    qtbot.keyClicks(step.you.name, "Asha Rahman")
    qtbot.keyClick(step.you.name, Qt.Key.Key_Return)
    assert step.you.role.hasFocus()
    qtbot.keyClicks(step.you.agency, "Northshire")
    qtbot.keyClick(step.you.agency, Qt.Key.Key_Return)
    assert step.words.isVisible()
    chooser = step.words.chooser
    assert chooser.suggested.isHidden()
    qtbot.keyClick(chooser.first.edit, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(chooser.suggestion.text().split()) == 5)
    words = chooser.suggestion.text()
    assert chooser.text() == words
    assert chooser.second.edit.hasFocus()
    qtbot.keyClicks(chooser.second.edit, words)
    qtbot.keyClick(chooser.second.edit, Qt.Key.Key_Return)
    assert step.busy.isVisible()
    assert step.busy.accessibleName() == "Making the vault. This takes a few seconds."
    assert step.busy.mapTo(step, step.busy.rect().topLeft()).y() > chooser.mapTo(step, chooser.rect().bottomLeft()).y()
    qtbot.waitUntil(lambda: step.findChild(RecoveryStep) is not None, timeout=60_000)
    recovery = step.findChild(RecoveryStep)
    assert recovery is not None
    key = recovery._key
    assert len(key.split("-")) == 9
    assert chooser.text() == ""
    recovery.ask_back()
    qtbot.keyClicks(recovery.typed, key.lower().replace("-", " "))
    qtbot.keyClick(recovery.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(host.vaults), timeout=60_000)
    vault = host.vaults[0]
    assert vault.recovery_on_paper
    assert (vault.identity.name, vault.identity.role, vault.identity.agency) == (
        "Asha Rahman",
        "practitioner",
        "Northshire",
    )
    vault.close()
    access.unlock_with_recovery_key(host.context.folder, key).close()


def test_missing_particulars_are_named_with_links(page: FirstRunPage, host: Host) -> None:
    """Each missing answer stands in the summary and at its field; nothing is written."""
    step = making(page)
    step.show_words()
    assert step.errors.isVisible()
    assert step.errors.hasFocus()
    assert step.you.name_field.fault() == "Type your name."
    assert step.you.agency_field.fault() == "Type the name of your agency."
    assert not host.context.folder.exists()


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("short", "short", "at least 15 characters"),
        ("Northshire Asha", "Northshire Asha", "easy to guess"),
        ("letmeinletmein1letmein", "letmeinletmein1letmein", "easy to guess"),
        ("Correct horse battery staple", "Correct horse battery staple", "Many people"),
        ("marble otter lantern quiet", "marble otter lantern", "not the same"),
    ],
)
def test_a_weak_or_mistyped_passphrase_makes_no_vault(
    page: FirstRunPage, host: Host, first: str, second: str, expected: str
) -> None:
    """Too short, too easy, or not the same twice: said at the field, and no vault is made."""
    step = making(page)
    step.you.name.setText("Asha")
    step.you.agency.setText("Northshire")
    step.show_words()
    step.words.chooser.first.set_text(first)
    step.words.chooser.second.set_text(second)
    step.make_vault()
    said = [words for words, _ in step.words.chooser.faults()]
    assert expected in said[0]
    assert not host.context.folder.exists()


def test_a_wrong_recovery_key_is_not_accepted(qtbot: QtBot) -> None:
    """One wrong letter is noticed; the key can be seen again; the right one goes on."""
    done: list[bool] = []
    step = RecoveryStep("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789-ABCE", done=lambda: done.append(True))
    qtbot.addWidget(step)
    step.show()
    step.ask_back()
    step.typed.setText("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789-ABCD")
    step.check()
    assert not done
    assert "not the key" in step.field.fault()
    step.show_again()
    assert step.card.isVisible()
    step.ask_back()
    step.typed.setText("abcdefghjkmnpqrstvwxyzoi23456789abce")
    step.check()
    assert done == [True]


def test_misread_letters_are_the_same() -> None:
    """O is 0, I and L are 1; case, blanks and hyphens do not matter."""
    assert plain_key("o1-lI 0") == plain_key("0 1-1-1-O") == "01110"


def test_another_passphrase_takes_the_suggestion_away(page: FirstRunPage, qtbot: QtBot) -> None:
    """Suggested words go from the screen once somebody types their own."""
    step = making(page)
    step.show_words()
    chooser = step.words.chooser
    chooser.suggest()
    assert not chooser.suggested.isHidden()
    chooser.first.clear()
    qtbot.keyClicks(chooser.first.edit, "a")
    assert chooser.suggested.isHidden()
    assert chooser.suggestion.text() == ""


def test_an_unfinished_demonstration_is_none(tmp_path: Path) -> None:
    """Only a demonstration that was built to its end is offered."""
    (tmp_path / "vaults" / "practitioner").mkdir(parents=True)
    assert demonstration_vaults(tmp_path) == ()
    (tmp_path / "summary.json").write_text("{}")
    assert [each.name for each in demonstration_vaults(tmp_path)] == ["practitioner"]


def test_what_is_mended_is_not_called_wrong_any_more(page: FirstRunPage, qtbot: QtBot) -> None:
    """A name that is typed, a passphrase that is now the same: the fault goes at the field and at the top."""
    step = making(page)
    step.show_words()
    assert step.you.name_field.fault()
    qtbot.keyClicks(step.you.name, "A")
    assert not step.you.name_field.fault()
    assert not step.errors.isHidden()
    qtbot.keyClicks(step.you.agency, "N")
    assert step.errors.isHidden()
    step.show_words()
    chooser = step.words.chooser
    chooser.second.set_text("brisk otter lantern quiet seven")
    step.make_vault()
    assert chooser.first_field.fault()
    assert chooser.second_field.fault()
    chooser.first.set_text("brisk otter lantern quiet seven")
    assert not chooser.first_field.fault()
    assert not chooser.second_field.fault()
    assert step.errors.isHidden()
