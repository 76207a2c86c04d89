"""Anchors: an older copy of a vault is noticed by what is kept outside it, and only reads until somebody explains."""

from __future__ import annotations

import base64
import shutil
import string
import time
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault import anchors
from hsb_assess.vault.anchors import Checkpoint, FileAnchors, KeyringAnchors, read_note, signed_note
from hsb_assess.vault.opening import Vault, unlock_with_recovery
from tests.unit.vault.conftest import NOON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.anchors import AnchorStore
    from tests.unit.vault.conftest import Made


class KeptKeyring(KeyringBackend):
    """A keyring in memory, that may be slow or out of order."""

    priority = 9

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.pause = 0.0
        self.broken = False

    def _answer(self) -> None:
        time.sleep(self.pause)
        if self.broken:
            raise RuntimeError("the bus is gone")

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self._answer()
        self.kept[service, username] = password


@pytest.fixture
def system_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeptKeyring]:
    """A keyring in place of the system's."""
    before, made = keyring.get_keyring(), KeptKeyring()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "set by the test")
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def opened(made: Made, stores: Sequence[AnchorStore]) -> Vault:
    """Unlock with the recovery key, which takes no time."""
    return unlock_with_recovery(made.folder, made.recovery, anchors=stores)


def test_a_note_has_the_form_of_a_signed_checkpoint(made: Made) -> None:
    """Origin, size and root on three lines, a blank one, and one signature line that names the signer's key."""
    checkpoint = Checkpoint(made.id, 7, "ab" * 32)
    key = made.identity.signing_public_key
    note = signed_note(checkpoint, made.identity, key)
    lines = note.split("\n")
    assert lines[:4] == [f"assess-vault/{made.id}", "7", base64.b64encode(b"\xab" * 32).decode(), ""]
    assert lines[4].startswith(f"\u2014 {made.identity.person} ")
    assert lines[5:] == [""]
    assert read_note(note, made.identity.person, key) == checkpoint


def test_a_changed_or_foreign_note_is_not_believed(made: Made) -> None:
    """No character of a note can be another one, and another person's signature does not count."""
    key, person = made.identity.signing_public_key, made.identity.person
    note = signed_note(Checkpoint(made.id, 12, "0f" * 32), made.identity, key)
    letters = (*string.ascii_letters, *string.digits, "+", "/", "=", " ", "\n")
    changed = [note[:at] + ("x" if note[at] != "x" else "y") + note[at + 1 :] for at in range(len(note))]
    # The last letters of the signature: some stand for the same bytes.
    changed += [note[:at] + each + note[at + 1 :] for at in range(len(note) - 6, len(note)) for each in letters]
    changed = [each for each in changed if each != note]
    other = create_identity("Other Person", "supervisor", "Agency", NOON)
    changed += [note + "\n", note[:-9], "", note.replace("\n12\n", "\n012\n"), "x" * 5000]
    changed.append(signed_note(Checkpoint(made.id, 12, "0f" * 32), other, other.signing_public_key))
    for each in changed:
        with pytest.raises(HsbAssessError) as refused:
            read_note(each, person, key)
        assert refused.value.code == "anchor_unreadable"


def test_an_older_copy_only_reads_until_a_second_person_explains(
    made: Made, tmp_path: Path, say: Callable[..., Entry], case_id: str
) -> None:
    """The vault says how much it lacks, refuses every change, and goes on after an explanation that is audited."""
    stores = [FileAnchors(tmp_path / "anchors")]
    copy = tmp_path / "copy"
    shutil.copytree(made.folder, copy)
    with opened(made, stores) as vault, vault.book().begin("answer", case=case_id) as work:
        say(work, case_id, "M01.q", "this is lost with the older copy")
        seen = work.audit.last()[0] + 1
    shutil.rmtree(made.folder)
    shutil.move(copy, made.folder)
    with opened(made, stores) as vault:
        assert vault.older is not None
        assert (vault.older.seen, vault.older.found) == (seen, seen - 2)
        book = vault.book()
        with pytest.raises(HsbAssessError) as refused, book.begin("answer"):
            pass
        assert refused.value.code == "vault_older"
        with book.begin() as work:
            assert {fault.code for fault in work.audit.verify(vault.checkpoints()).faults} == {"vault_older"}
            assert [note.action for note in work.audit.rows()[-1].notes] == ["unlock", "older_than_seen"]
    with opened(made, stores) as vault:
        assert vault.older is not None, "the mark outside stays as it is"
        for name, code in ((" ", "explanation_needed"), (made.identity.name.upper(), "second_person")):
            with pytest.raises(HsbAssessError) as refused:
                vault.explain_older(name, "Manager", "The laptop was replaced.")
            assert refused.value.code == code
        book = vault.book()
        vault.explain_older("Manager S", "Manager", "The laptop was replaced.")
        assert vault.older is None
        with book.begin("answer", case=case_id) as work:
            say(work, case_id, "M01.q", "typed again")
        with book.begin() as work:
            (note,) = [note for row in work.audit.rows() for note in row.notes if note.action == "older_explained"]
            assert isinstance(note.detail, dict)
            assert (note.detail["by"], note.detail["role"]) == ("Manager S", "Manager")
    with opened(made, stores) as vault:
        assert vault.older is None


def test_an_explanation_stands_where_the_old_mark_could_not_be_replaced(made: Made, tmp_path: Path) -> None:
    """A store that takes nothing any more does not bar the vault again for what was explained."""
    place = tmp_path / "anchors"
    copy = tmp_path / "copy"
    shutil.copytree(made.folder, copy)
    opened(made, [FileAnchors(place)]).close()
    kept = (place / f"{made.id}.note").read_text(encoding="utf-8")
    shutil.rmtree(made.folder)
    shutil.move(copy, made.folder)
    for _ in range(2):
        with opened(made, [FileAnchors(place)]) as vault:
            if vault.older is not None:
                vault.explain_older("Manager S", "Manager", "Put back from a backup.")
        (place / f"{made.id}.note").write_text(kept, encoding="utf-8")
    with opened(made, [FileAnchors(place)]) as vault:
        assert vault.older is None


def test_marks_are_kept_at_lock_and_where_a_unit_asks(made: Made, tmp_path: Path) -> None:
    """Sign-off and packages ask for a mark at once; all else is marked when the vault is locked."""
    store = FileAnchors(tmp_path / "anchors")
    key, person = made.identity.signing_public_key, made.identity.person
    with opened(made, [store]) as vault:
        book = vault.book()
        assert store.read(vault.id) is None
        with book.begin("submitted") as work:
            work.audit.note("submitted", "assessment")
            work.audit.anchor()
        with book.begin() as work:
            size, head = work.audit.last()
        assert read_note(str(store.read(vault.id)), person, key) == Checkpoint(vault.id, size, head)
        with book.begin("answer") as work:
            work.audit.note("answer", "question")
    assert read_note(str(store.read(made.id)), person, key).size == size + 1


def test_a_keyring_keeps_the_mark(made: Made, tmp_path: Path, system_keyring: KeptKeyring) -> None:
    """The system's keyring alone finds an older copy."""
    copy = tmp_path / "copy"
    shutil.copytree(made.folder, copy)
    opened(made, [KeyringAnchors()]).close()
    assert len(system_keyring.kept) == 1
    shutil.rmtree(made.folder)
    shutil.move(copy, made.folder)
    with opened(made, [KeyringAnchors()]) as vault:
        assert vault.older is not None


def test_no_keyring_holds_a_vault_up(made: Made, system_keyring: KeptKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken, slow, null or not there: the vault opens and closes as without one."""
    monkeypatch.setattr(anchors, "SECONDS", 0.05)
    store = KeyringAnchors()
    system_keyring.broken = True
    assert (store.read(made.id), store.write(made.id, "note")) == (None, False)
    system_keyring.broken, system_keyring.pause = False, 0.3
    assert (store.read(made.id), store.write(made.id, "note")) == (None, False)
    from keyring.backends import fail, null

    for other in (null.Keyring(), fail.Keyring()):  # type: ignore[no-untyped-call]  # keyring's classes are not annotated
        keyring.set_keyring(other)
        assert (store.read(made.id), store.write(made.id, "note")) == (None, False)
    for name in ("PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    opened(made, [store]).close()


def test_a_spoiled_mark_is_told_and_shuts_nobody_out(made: Made, tmp_path: Path) -> None:
    """A mark that is not the owner's counts as none, and the audit says so."""
    store = FileAnchors(tmp_path / "anchors")
    assert store.write(made.id, "not a note")
    with opened(made, [store]) as vault:
        assert vault.older is None
        with vault.book().begin() as work:
            assert [note.action for note in work.audit.rows()[-1].notes] == ["unlock", "anchor_unreadable"]
    assert not FileAnchors(made.folder / "keys.json").write(made.id, "a folder that cannot be")
