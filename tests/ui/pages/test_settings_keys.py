"""Settings, Keys and Organisation: new keys only once they are on paper, an organisation only once its words were compared."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter

from hsb_assess.desk import access, custody, organisation
from hsb_assess.desk.laptops import has_other_laptop
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.escrow import new_escrow_identity, recipient_of
from hsb_assess.trust.organisation import Organisation, new_configuration_key, sign_organisation
from hsb_assess.vault.escrow import Escrow
from hsb_assess.vault.keys import KdfParameters
from tests.ui.conftest import PASSPHRASE
from tests.ui.pages.bench import Chosen
from ui.entry import EntryContext
from ui.navigation import Target
from ui.pages.first_run.making import Making
from ui.pages.settings import SettingsPage
from ui.pages.settings.keyceremony import KeyCeremony
from ui.pages.settings.laptop import OtherLaptop
from ui.widgets.recoverysheet import RecoveryStep, paint_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Running

ESCROW_KEY = new_escrow_identity()
SETTINGS = Organisation(
    name="Northshire",
    serial=1,
    issued="2026-11-27T09:00:00+00:00",
    signing_key=b"",
    escrow=recipient_of(ESCROW_KEY),
    idle_minutes=2,
)


def settings(running: Running, part: str) -> SettingsPage:
    """Unlock and go to a part of the settings."""
    session = running.app.session or running.unlock()
    session.context.navigate(Target("settings", part=part))
    page = running.page(SettingsPage)
    assert isinstance(page, SettingsPage)
    return page


def typed_back(running: Running, dialog: KeyCeremony, passphrase: str = PASSPHRASE) -> str:
    """Give the passphrase, read the key, and type it back; returns it."""
    running.bot.keyClicks(dialog.current.edit, passphrase)
    running.bot.keyClick(dialog.current.edit, Qt.Key.Key_Return)
    running.bot.waitUntil(lambda: dialog.step is not None, timeout=20_000)
    step = dialog.step
    assert step is not None
    key = step._key
    step.ask_back()
    running.bot.keyClicks(step.typed, key.lower())
    running.bot.keyClick(step.typed, Qt.Key.Key_Return)
    return key


def test_a_new_recovery_key_counts_once_it_came_back_from_paper(running: Running, vault_folder: Path) -> None:
    """A wrong passphrase shows no key; given up, nothing changes; typed back, the new key opens."""
    page = settings(running, "keys")
    page.keys.recovery_button.click()
    dialog = page.keys.dialog
    assert isinstance(dialog, KeyCeremony)
    dialog.current.set_text("not these words")
    dialog.confirm()
    running.bot.waitUntil(lambda: bool(dialog.current_field.fault()), timeout=20_000)
    assert dialog.step is None
    before = (vault_folder / "keys.json").read_bytes()
    dialog.current.clear()
    running.bot.keyClicks(dialog.current.edit, PASSPHRASE)
    dialog.confirm()
    running.bot.waitUntil(lambda: dialog.step is not None, timeout=20_000)
    dialog.reject()
    assert (vault_folder / "keys.json").read_bytes() == before
    page.keys.recovery_button.click()
    assert isinstance(page.keys.dialog, KeyCeremony)
    key = typed_back(running, page.keys.dialog)
    assert running.app.session is not None
    running.bot.waitUntil(lambda: "Destroy the old paper" in running.app.session.frame.notices.text(), timeout=20_000)
    running.app.close()
    access.unlock_with_recovery_key(vault_folder, key).close()


def test_the_vaults_key_is_renewed_and_the_vault_locks(running: Running, vault_folder: Path) -> None:
    """The app ends as by a lock; the passphrase opens the vault, and so does the new recovery key."""
    page = settings(running, "keys")
    page.keys.rekey_button.click()
    assert isinstance(page.keys.dialog, KeyCeremony)
    key = typed_back(running, page.keys.dialog)
    running.bot.waitUntil(lambda: running.codes == [75], timeout=60_000)
    assert not (vault_folder / "vault.rekeyed.db").exists()
    opened = access.unlock_with_recovery_key(vault_folder, key)
    at = opened.workplace(read_only=False)
    with at.book.begin(write=False) as work:
        assert "rekey" in [row.act for row in work.audit.rows()]
        assert work.audit.verify().faults == ()
    opened.close()


def test_an_organisations_configuration_is_compared_and_may_open_the_vault(
    running: Running, tmp_path: Path, vault_folder: Path
) -> None:
    """It waits for its words; then it says what it sets; the passphrase lets the organisation in and out again."""
    file = tmp_path / "northshire.json"
    signed = sign_organisation(SETTINGS, new_configuration_key())
    file.write_bytes(signed.to_bytes())
    page = settings(running, "organisation")
    part = page.organisation
    assert part.known.accepted is None
    part.files = Chosen(file)
    part.import_button.click()
    running.bot.waitUntil(lambda: part.dialog is not None, timeout=20_000)
    assert part.dialog is not None
    assert all(word in part.dialog.words.accessibleName() for word in signed.words)
    assert part.known.accepted is None
    part.dialog.in_person.setChecked(True)
    part.dialog.same_button.click()
    running.bot.waitUntil(lambda: part.known.accepted is not None, timeout=20_000)
    assert "Northshire" in part.escrow_button.text()
    part.escrow_button.click()
    assert part.secret_field.fault()
    running.bot.keyClicks(part.secret.edit, PASSPHRASE)
    part.escrow_button.click()
    running.bot.waitUntil(lambda: part.escrow_button.text() == "Let nobody else open this vault", timeout=20_000)
    assert running.app.session is not None
    state = organisation.escrow_state(running.app.session.vault, running.app.session.at)
    assert state.allowed == Escrow(recipient_of(ESCROW_KEY), "Northshire")
    running.bot.keyClicks(part.secret.edit, PASSPHRASE)
    part.escrow_button.click()
    running.bot.waitUntil(lambda: part.escrow_button.text() != "Let nobody else open this vault", timeout=20_000)
    running.app.close()
    opened = access.unlock(vault_folder, PASSPHRASE)
    assert opened.escrow() is None
    opened.close()


def test_words_that_differ_throw_the_configuration_away(running: Running, tmp_path: Path) -> None:
    """Nothing is set, and it is said whom to tell."""
    file = tmp_path / "other.json"
    file.write_bytes(sign_organisation(replace(SETTINGS, name="Elsewhere"), new_configuration_key()).to_bytes())
    part = settings(running, "organisation").organisation
    part.take_in(file)
    running.bot.waitUntil(lambda: part.dialog is not None, timeout=20_000)
    assert part.dialog is not None
    part.dialog.different_button.click()
    running.bot.waitUntil(lambda: part.known.pending is None, timeout=20_000)
    assert running.app.session is not None
    running.bot.waitUntil(lambda: "thrown away" in running.app.session.frame.notices.text(), timeout=20_000)
    (tmp_path / "spoilt.json").write_bytes(b"{}")
    part.take_in(tmp_path / "spoilt.json")
    running.bot.waitUntil(
        lambda: (
            "cannot read" in running.app.session.frame.notices.text()
            or "can read" in running.app.session.frame.notices.text()
        ),
        timeout=20_000,
    )
    assert part.known == organisation.Known()


def test_the_person_is_told_at_the_next_unlock_who_opened_the_vault(
    running: Running, tmp_path: Path, vault_folder: Path
) -> None:
    """Name, agency, day and reason; once, and for good in the settings. Time limits that are tighter count."""
    opened = access.unlock(vault_folder, PASSPHRASE)
    at = opened.workplace(read_only=False)
    organisation.take_in(at, sign_organisation(SETTINGS, new_configuration_key()).to_bytes())
    organisation.confirm(at, "phone")
    organisation.allow_escrow(at, opened, PASSPHRASE)
    opened.close()
    custody.recover_for_organisation(
        vault_folder, ESCROW_KEY, tmp_path / "copy", "copper violin meadow orbit thimble", name="Cass Custodian",
        role="supervisor", agency="Northshire", reason="Left the service.", kdf=KdfParameters.floor(),
    )  # fmt: skip
    session = running.unlock()
    assert "Cass Custodian, Northshire, opened this vault" in session.frame.notices.text()
    running.settle()
    assert custody.untold(session.at) == ()
    assert running.app.desktop is not None
    assert running.app.desktop.idle.seconds == 120
    part = settings(running, "organisation").organisation
    assert [use.reason for use in custody.uses(session.at)] == ["Left the service."]
    assert part.known.accepted is not None


def test_first_run_says_that_the_organisation_can_open_the_vault(qtbot: QtBot, tmp_path: Path) -> None:
    """It is stated where the passphrase is chosen, and is the person's to refuse."""
    context = EntryContext(
        folder=tmp_path / "vault",
        known=(),
        today=None,
        go=lambda _page, _folder: None,
        opened=lambda _vault, _folder: None,
        anchors=tmp_path / "anchors",
    )
    offered = Escrow(recipient_of(ESCROW_KEY), "Northshire")
    assert not Making(context, back=lambda: None).words.lets_organisation()
    step = Making(context, back=lambda: None, offered=offered)
    qtbot.addWidget(step)
    box = step.words.organisation
    assert box is not None
    assert box.text() == "Let Northshire open this vault"
    assert step.words.lets_organisation()
    box.setChecked(False)
    assert not step.words.lets_organisation()


def test_a_key_that_never_came_back_from_paper_is_asked_for_again(running: Running, vault_folder: Path) -> None:
    """Who left first run before typing it back is told at every unlock, until a new one came back."""
    shutil.rmtree(vault_folder)
    access.first_run(
        vault_folder, PASSPHRASE, name="Asha Rahman", role="practitioner", agency="Northshire",
        kdf=KdfParameters.floor(), proved=False,
    )  # fmt: skip
    session = running.unlock()
    assert "never came back from paper" in session.frame.notices.text()
    assert not session.vault.recovery_on_paper
    page = settings(running, "keys")
    page.keys.recovery_button.click()
    assert page.keys.dialog is not None
    typed_back(running, page.keys.dialog)
    running.bot.waitUntil(lambda: session.vault.recovery_on_paper, timeout=20_000)


def test_the_recovery_key_asks_for_a_new_passphrase(running: Running, vault_folder: Path) -> None:
    """Who unlocked with the printed key is told what to do, and is asked for that key, not for a passphrase."""
    with pytest.raises(HsbAssessError):
        access.unlock(vault_folder, "wrong words")
    opened = access.unlock(vault_folder, PASSPHRASE)
    key = access.new_recovery_key()
    opened.renew_recovery_key(PASSPHRASE, key)
    opened.close()
    page = running.entry()
    page.switch()
    session = running.unlock(key)
    assert "Choose a new passphrase" in session.frame.notices.text()
    keys = settings(running, "keys").keys
    assert keys.current_field.label.text() == "Recovery key in use"
    assert not keys.rekey_button.isEnabled()


def test_the_printed_sheet_holds_the_key_and_not_what_it_opens(qtbot: QtBot, tmp_path: Path) -> None:
    """Each group can be read back from the page; nothing on it says vault, child or service."""
    from datetime import date

    from pypdf import PdfReader

    step = RecoveryStep("7Q2M-K9XD-4VRT-PC3W-H6NB-8ZFJ-5SGA-2YEK-0D7T", done=lambda: None)
    qtbot.addWidget(step)
    paint_sheet(QPdfWriter(str(tmp_path / "sheet.pdf")), step._key, date(2026, 11, 27))
    said = PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text().replace("\t", " ")
    assert all(group in said for group in step._key.split("-"))
    assert "27 November 2026" in said
    assert not {"vault", "child", "assess"} & {word.strip(".,").lower() for word in said.split()}


def test_a_vault_for_the_other_laptop(running: Running, vault_folder: Path, tmp_path: Path) -> None:
    """What is missing is said at its field; then the same person has a second vault, and packages for it are offered."""
    page = settings(running, "keys")
    page.keys.laptop_button.click()
    dialog = page.keys.dialog
    assert isinstance(dialog, OtherLaptop)
    dialog.make()
    assert dialog.where_field.fault()
    assert dialog.current_field.fault()
    dialog.where.setText(str(vault_folder))
    running.bot.keyClicks(dialog.current.edit, PASSPHRASE)
    for edit in (dialog.chooser.first, dialog.chooser.second):
        edit.set_text("glacier mango ribbon otter")
    dialog.make()
    running.bot.waitUntil(lambda: bool(dialog.where_field.fault()), timeout=20_000)
    assert "empty folder" in dialog.where_field.fault()
    stick = tmp_path / "stick"
    dialog.where.setText(str(stick))
    dialog.make()
    running.bot.waitUntil(lambda: dialog.step is not None, timeout=60_000)
    step = dialog.step
    assert step is not None
    key = step._key
    step.ask_back()
    running.bot.keyClicks(step.typed, key)
    running.bot.keyClick(step.typed, Qt.Key.Key_Return)
    assert running.app.session is not None
    running.bot.waitUntil(lambda: "The vault is made" in running.app.session.frame.notices.text(), timeout=20_000)
    assert has_other_laptop(running.app.session.at)
    mine = running.app.session.at.identity
    running.app.close()
    other = access.unlock(stick, "glacier mango ribbon otter")
    assert other.recovery_on_paper
    assert (other.identity.person, other.identity.device != mine.device) == (mine.person, True)
    assert has_other_laptop(other.workplace(read_only=True))
    other.close()
