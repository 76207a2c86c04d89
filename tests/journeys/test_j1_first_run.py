"""J1, the first run: a vault, a passphrase, the printed recovery key typed back, an identity of one's own; or the demonstration."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access
from tests.journeys.stories import PASSPHRASE, unlocked
from ui.demo.typist import stuck
from ui.pages.caseload import CaseloadPage
from ui.pages.first_run import FirstRunPage
from ui.pages.first_run.demonstration import demonstration_folder
from ui.pages.first_run.making import Making
from ui.pages.unlock import UnlockPage
from ui.widgets.recoverysheet import RecoveryStep

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.stories import Story
    from ui.demo.person import Person

pytestmark = pytest.mark.timeout(240)


def say_who(person: Person, making: Making) -> None:
    """Write name, role, agency and the place of the vault."""
    typist = person.typist
    typist.write(making.you.name, person.name)
    typist.pick(making.you.role, making.you.role.findData(person.role))
    typist.write(making.you.agency, person.agency)
    typist.write(making.you.where, str(person.folder))
    typist.click(typist.button(making, "Continue"))


def choose_passphrase(person: Person, making: Making) -> str:
    """Type the passphrase twice and return the recovery key that is shown to be printed."""
    typist = person.typist
    for field in (making.words.chooser.first, making.words.chooser.second):
        typist.write(field.edit, PASSPHRASE)
    typist.click(typist.button(making, "Make the vault"))
    step = person._child(RecoveryStep)
    return step.card.accessibleName().partition(":")[2].replace(",", "").replace(" ", "")


def type_it_back(person: Person, key: str) -> None:
    """Type the key from paper: a wrong one is told in words and goes no further, the right one opens the vault."""
    step = person._child(RecoveryStep)
    person.typist.click(step.next_button)
    assert key not in step.typed.text()
    person.typist.write(step.typed, "AAAA" + key[4:], enter=True)
    assert "not the key" in step.field.fault()
    person.typist.write(step.typed, key, enter=True)
    person._opened()


def test_a_vault_of_ones_own(sitting: Callable[..., Person], tmp_path: Path) -> None:
    """Four short steps; then an empty caseload that says what to do, and a vault that key and passphrase open."""
    person = sitting(tmp_path / "vault")
    app = person.start()
    assert isinstance(app.window.centralWidget(), FirstRunPage)
    assert app.window.windowTitle() == "Assess"
    person.typist.click(person.typist.button(person.window, "Make your vault"))
    making = person._child(Making)
    say_who(person, making)
    key = choose_passphrase(person, making)
    type_it_back(person, key)
    caseload = person.page(CaseloadPage)
    assert not caseload.empty.isHidden()
    identity = person.session.at.identity
    assert (identity.name, identity.role, identity.agency) == (person.name, person.role, person.agency)
    assert person.session.vault.recovery_on_paper
    person.leave()
    unlocked(person.folder).close()
    access.unlock_with_recovery_key(person.folder, key).close()
    assert not any(b"Worker P" in path.read_bytes() for path in person.folder.rglob("*") if path.is_file())


def test_a_demonstration_instead(
    nearly: Story, sitting: Callable[..., Person], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it was built before, it is two presses to a vault of fictional people, opened with its passphrase."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    kept = demonstration_folder()
    kept.mkdir(parents=True)
    shutil.copytree(nearly.practitioner, kept / "vaults" / "practitioner")
    (kept / "summary.json").write_text("{}", encoding="utf-8")
    (kept / "README.txt").write_text("Fictional people.", encoding="utf-8")
    person = sitting(tmp_path / "none")
    app = person.start()
    page = app.window.centralWidget()
    assert isinstance(page, FirstRunPage)
    person.typist.click(person.typist.button(person.window, "Open the demonstration"))
    person.typist.click(person.typist.button(person.window, "Unlock"))
    entry = app.window.centralWidget()
    if not isinstance(entry, UnlockPage):
        raise stuck("the unlock page")
    assert entry.context.folder == kept / "vaults" / "practitioner"
    person.unlock()
    assert person.page(CaseloadPage).table.keys() == (nearly.case,)
