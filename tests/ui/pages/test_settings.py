"""Settings: cards and their eight words, the passphrase, the appearance."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hsb_assess.desk import access, caseload, forms, organisation
from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.authority import certify
from hsb_assess.trust.card import Card
from hsb_assess.trust.identity import create_identity
from hsb_assess.trust.organisation import Organisation, new_configuration_key, sign_organisation
from hsb_assess.trust.words import pair_words
from tests.ui.conftest import PASSPHRASE
from tests.ui.pages.bench import Chosen
from tests.unit.exchange.foreign import item, questionnaire
from tests.unit.trust.test_authority import CA, CA_KEY
from ui.computer.base import Event
from ui.navigation import Target
from ui.pages.case import CasePage
from ui.pages.settings import SettingsPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Running


def settings(running: Running, part: str) -> SettingsPage:
    """Unlock and go to a part of the settings."""
    session = running.unlock()
    session.context.navigate(Target("settings", part=part))
    page = running.page(SettingsPage)
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def supervisor_card(tmp_path: Path) -> Path:
    """The card of a supervisor, in a file."""
    path = tmp_path / "morag.card"
    path.write_bytes(create_identity("Morag Bell", "supervisor", "Northshire", SystemClock().now()).card().to_bytes())
    return path


def test_own_card_is_saved(running: Running, tmp_path: Path) -> None:
    """The file holds a card that verifies, with name and role."""
    page = settings(running, "people")
    page.people.save_card(tmp_path / "mine.card")
    card = Card.from_bytes((tmp_path / "mine.card").read_bytes())
    assert (card.name, card.role) == ("Asha Rahman", "practitioner")


def test_a_card_is_imported_compared_and_confirmed(running: Running, supervisor_card: Path) -> None:
    """The eight words are those that the other person sees; confirming needs a way of comparing."""
    page = settings(running, "people")
    page.people.import_card(supervisor_card)
    running.bot.waitUntil(lambda: page.people.dialog is not None, timeout=20_000)
    dialog = page.people.dialog
    assert dialog is not None
    other = Card.from_bytes(supervisor_card.read_bytes())
    assert running.app.session is not None
    words = pair_words(running.app.session.at.identity.card(), other)
    assert all(word in dialog.words.accessibleName() for word in words)
    assert not dialog.same_button.isEnabled()
    dialog.phone.setChecked(True)
    dialog.same_button.click()
    running.settle()
    contact = access.contacts(running.app.session.at)[0]
    assert contact.name == "Morag Bell"
    assert contact.verified is not None


def test_a_card_that_the_organisation_vouches_for_needs_no_words(
    running: Running, supervisor_card: Path, tmp_path: Path
) -> None:
    """Card first, then its certificate by the same button: the line says who confirmed it; without a card, it is told."""
    session = running.unlock()
    settings_file = Organisation("Northshire", 1, "2026-11-27T09:00:00+00:00", b"", ca=CA)
    signed = sign_organisation(settings_file, new_configuration_key()).to_bytes()
    session.operations.run(organisation.take_in, signed)
    session.operations.run(organisation.confirm, "in_person")
    running.settle()
    session.context.navigate(Target("settings", part="people"))
    page = running.page(SettingsPage)
    assert isinstance(page, SettingsPage)
    card = Card.from_bytes(supervisor_card.read_bytes())
    certificate = tmp_path / "morag.pem"
    certificate.write_bytes(certify(card, CA, CA_KEY, SystemClock().now(), days=30))
    page.people.import_card(certificate)
    running.settle()
    assert "is not here" in session.frame.notices.text()
    page.people.import_card(supervisor_card)
    running.settle()
    page.people.import_card(certificate)
    running.settle()
    assert page.people.table.model().index(0, 3).data() == "Organisation"
    assert access.contacts(session.at)[0].how == "organisation"


def test_different_words_confirm_nothing(running: Running, supervisor_card: Path) -> None:
    """Words that differ leave the card unconfirmed and say what may have happened."""
    page = settings(running, "people")
    page.people.import_card(supervisor_card)
    running.bot.waitUntil(lambda: page.people.dialog is not None, timeout=20_000)
    assert page.people.dialog is not None
    page.people.dialog.different_button.click()
    running.settle()
    assert running.app.session is not None
    assert access.contacts(running.app.session.at)[0].verified is None
    assert "words differ" in running.app.session.frame.notices.text()


@pytest.mark.parametrize("data", [b"", b"not a card", b"\xff" * 70000])
def test_what_is_no_card_is_refused(running: Running, tmp_path: Path, data: bytes) -> None:
    """Any other file is refused with a sentence and a code."""
    page = settings(running, "people")
    (tmp_path / "x.card").write_bytes(data)
    page.people.import_card(tmp_path / "x.card")
    running.settle()
    assert running.app.session is not None
    running.bot.waitUntil(lambda: bool(running.app.session and running.app.session.frame.notices.text()))
    assert access.contacts(running.app.session.at) == ()


def test_the_passphrase_is_changed(running: Running, vault_folder: Path) -> None:
    """The new one opens the vault, the old one no more."""
    new = "copper violin meadow orbit thimble"
    page = settings(running, "keys")
    running.bot.keyClicks(page.keys.current.edit, PASSPHRASE)
    page.keys.chooser.first.set_text(new)
    page.keys.chooser.second.set_text(new)
    page.keys.change_button.click()
    running.settle()
    assert running.app.session is not None
    assert "is changed" in running.app.session.frame.notices.text()
    assert page.keys.current.text() == page.keys.chooser.text() == ""
    running.app.lock()
    with pytest.raises(HsbAssessError):
        access.unlock(vault_folder, PASSPHRASE)
    access.unlock(vault_folder, new).close()


def test_a_wrong_passphrase_changes_nothing(running: Running) -> None:
    """Whoever does not know the passphrase in use cannot change it."""
    page = settings(running, "keys")
    page.keys.current.set_text("not the passphrase")
    for edit in (page.keys.chooser.first, page.keys.chooser.second):
        edit.set_text("copper violin meadow orbit thimble")
    page.keys.change_button.click()
    running.settle()
    running.bot.waitUntil(lambda: bool(page.keys.current_field.fault()), timeout=20_000)
    assert page.keys.change_button.isEnabled()


def test_appearance_changes_at_once_and_stays(running: Running) -> None:
    """Theme and text size show at once, and are written for the next start."""
    page = settings(running, "appearance")
    page.appearance.themes["dark"].click()
    page.appearance.sizes[150].click()
    assert running.app.appearance.tokens().name == "dark"
    assert QApplication.font().pixelSize() == 24
    assert running.app.configuration.appearance == "dark"
    assert running.app.configuration.text_percent == 150
    running.app.appearance.choose(theme="light", percent=100)
    assert page.appearance.themes["light"].isChecked()


def test_what_locks_by_itself_is_told_as_it_is_here(running: Running) -> None:
    """Stillness and hours always; of the computer's events those that it tells of, and which it does not, also when that changes."""
    page = settings(running, "appearance")
    card = page.appearance.locking
    assert "After 5 minutes" in card.lines.text()
    assert "8 hours after it was unlocked" in card.lines.text()
    assert "locked" not in card.lines.text().replace("unlocked", "")
    assert "of a locked screen, a switch to somebody else's session or the beginning" in card.missing.text()
    assert "when it wakes" in card.missing.text()
    assert not card.hiding.isVisible()
    computer = running.app.computer
    computer._tell({Event.SCREEN, Event.SLEEP})
    assert "When the screen is locked." in card.lines.text()
    assert "Before the computer sleeps." in card.lines.text()
    assert card.missing.text().startswith("This computer's system does not tell the app of a switch")
    assert "when it wakes" not in card.missing.text()
    computer._tell(Event)
    assert not card.missing.isVisible()


def test_a_form_from_elsewhere_is_taken_in_and_its_gaps_are_told(running: Running, tmp_path: Path) -> None:
    """The table lists it, and under it stands item by item what is not carried."""
    page = settings(running, "forms")
    assert page.forms.report.isHidden()
    file = tmp_path / "form.json"
    file.write_text(json.dumps(questionnaire(item("a", "integer", maxLength=3), name="Small")), encoding="utf-8")
    page.forms.files = Chosen(file)
    page.forms.import_button.click()
    running.bot.waitUntil(lambda: not page.forms.report.isHidden(), timeout=30_000)
    assert running.app.session is not None
    taken = [line for line in forms.forms(running.app.session.at) if line.from_elsewhere]
    assert [line.id for line in taken] == ["small"]
    assert page.forms.table.current_key() == taken[0].hash
    assert page.forms.missing.model().rowCount() == 1
    assert not page.forms.remove_button.isHidden()
    page.forms.put_away()
    running.bot.waitUntil(page.forms.remove_button.isHidden, timeout=20_000)
    assert [line for line in forms.forms(running.app.session.at) if line.from_elsewhere] == []


def test_a_file_that_is_no_form_is_told_and_nothing_is_kept(running: Running, tmp_path: Path) -> None:
    """The refusal says why, and the button can be pressed again."""
    page = settings(running, "forms")
    file = tmp_path / "form.json"
    file.write_text("{", encoding="utf-8")
    page.forms.import_form(file)
    running.bot.waitUntil(page.forms.import_button.isEnabled, timeout=30_000)
    assert running.app.session is not None
    assert not any(line.from_elsewhere for line in forms.forms(running.app.session.at))
    assert page.forms.report.isHidden()


def test_where_there_are_more_forms_an_assessment_asks_for_one(running: Running) -> None:
    """With one form it starts at once; with more the choice is put, our own form first."""
    session = running.unlock()
    book = session.operations
    made: list[object] = []
    book.run(caseload.create_case, "NEW-1", on_done=made.append)
    content = json.dumps(questionnaire(item("a", "string"), name="Small")).encode()
    book.run(forms.import_form, content, on_done=made.append)
    running.bot.waitUntil(lambda: len(made) == 2, timeout=30_000)
    session.context.navigate(Target("case", case=str(getattr(made[0], "created", ""))))
    page = running.page(CasePage)
    assert isinstance(page, CasePage)
    page.start()
    assert page.choice is not None
    first, second = page.choice.buttons.values()
    assert first.isChecked()
    second.setChecked(True)
    page.choice.start_button.click()
    running.bot.waitUntil(lambda: bool(caseload.assessments(session.at, page.case)), timeout=20_000)
    running.settle()
    (line,) = caseload.assessments(session.at, page.case)
    assert line.title == "Of others"


def test_guidance_lists_limits_and_says_what_is_unverified(running: Running) -> None:
    """Each nation's limits with what they rest on; a limit of guidance cannot be changed; nothing claims to be verified."""
    part = settings(running, "guidance").guidance
    rows = part.table.model()
    shown = {str(rows.index(at, 0).data()): str(rows.index(at, 1).data()) for at in range(rows.rowCount())}
    assert shown["Assessment"] == "45 working"
    assert {str(rows.index(at, 3).data()) for at in range(rows.rowCount())} == {"To be verified"}
    part.table.select("limits.assessment")
    assert not part.limit_card.isEnabled()
    part.nation.setCurrentIndex(part.nation.findData("scotland"))
    shown = {str(rows.index(at, 0).data()): str(rows.index(at, 1).data()) for at in range(rows.rowCount())}
    assert shown["Child protection planning meeting"] == "28 calendar"
    part.table.select("limits.assessment")
    assert part.limit_card.isEnabled(), "where there is no national figure an area sets its own"


def test_a_limit_and_a_name_are_changed_for_a_reason(running: Running) -> None:
    """Without a reason nothing changes; with one it stands in the list and in the history."""
    part = settings(running, "guidance").guidance
    part.table.select("defaults.safety_plan_review")
    part.days.setValue(10)
    part.change_button.click()
    running.settle()
    assert part.limit_why_field.fault()
    assert part.past.keys() == ()
    part.limit_why.setPlainText("We look sooner here.")
    part.change_button.click()
    running.settle()
    part.names.select("names.front_door")
    part.name.setText("First Contact Team")
    part.name_why.setPlainText("Our own name.")
    part.name_button.click()
    running.settle()
    history = part.past.model()
    assert [str(history.index(0, at).data()) for at in (1, 2, 4, 5)] == [
        "Asha Rahman", "Where referrals arrive", "First Contact Team", "Our own name.",
    ]  # fmt: skip
    assert str(history.index(1, 3).data()) == "20"
    assert str(history.index(1, 4).data()) == "10"


def test_an_option_is_added_to_a_list_for_a_reason(running: Running) -> None:
    """Without a reason nothing is added; with one the option stands at the end of its list and in the history."""
    part = settings(running, "lists").lists
    part.which.setCurrentIndex(part.which.findData("clubs"))
    before = part.table.keys()
    part.words.setText("Allotment group")
    part.add_button.click()
    running.settle()
    assert part.why_field.fault()
    assert part.table.keys() == before
    part.why.setPlainText("Two children of this team go there.")
    part.add_button.click()
    running.settle()
    assert part.table.keys() == (*before, "local_allotment_group")
    history = part.past.model()
    assert [str(history.index(0, at).data()) for at in (1, 3, 4)] == [
        "Asha Rahman", "Allotment group", "Two children of this team go there.",
    ]  # fmt: skip
    assert part.words.text() == ""


def test_a_form_is_saved_as_a_worksheet(running: Running, tmp_path: Path) -> None:
    """The chosen form becomes a PDF of a plain name where somebody says; it is made beside the work."""
    page = settings(running, "forms")
    session = running.app.session
    assert session is not None
    content = json.dumps(questionnaire(item("a", "string"), name="Small")).encode()
    session.operations.run(forms.import_form, content)
    running.settle()
    page.forms.read()
    page.forms.files = Chosen(tmp_path / "sheet.pdf")
    page.forms.table.select(next(line.hash for line in page.forms._lines.values() if line.from_elsewhere))
    page.forms.paper_button.click()
    running.bot.waitUntil((tmp_path / "sheet.pdf").is_file, timeout=60_000)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert page.forms.files.suggested == "worksheet.pdf"


def test_the_parts_are_a_list_or_a_list_to_pull_down(running: Running) -> None:
    """Where there is room a list, else its twin; both lead to every part, and the keyboard goes along."""
    page = settings(running, "people")
    window = running.app.window
    window.resize(1280, 720)
    for percent, listed in ((100, True), (200, False)):
        running.app.appearance.choose(percent=percent)
        running.bot.waitUntil(lambda listed=listed: page.parts.list.isVisible() is listed)
        assert page.parts.box.isVisible() is not listed
        assert page.parts.shown().hasFocus()
    page.parts.box.activated.emit(page.parts.box.findData("appearance"))
    assert page.place() == Target("settings", part="appearance")
    running.app.appearance.choose(percent=100)
    running.bot.waitUntil(page.parts.list.isVisible)
    assert page.parts.list.current() == "appearance"
    page.parts.list.show_current("people")
    running.bot.keyClick(page.parts.list, Qt.Key.Key_Down)
    assert page.place() == Target("settings", part="guidance")
