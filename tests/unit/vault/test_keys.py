"""The key slots: what opens them, what does not, and how the two kinds of failure are told apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.vault.keys import Header, KdfParameters, Secrets, SlotFile
from hsb_assess.vault.opening import Vault, unlock, unlock_with_recovery
from hsb_assess.vault.recoverykey import RECOVERY_BYTES, new_recovery_key, printed, typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.vault.conftest import Made


def _secrets() -> Secrets:
    return Secrets(bytearray(range(32)), bytearray(b"the identity's bytes"))


@pytest.fixture(scope="module")
def slots() -> SlotFile:
    """A slot file with both slots."""
    file = SlotFile(Header(vault=new_id(), created="2026-11-22T12:00:00.000+00:00"))
    file = file.with_passphrase("right words", _secrets(), KdfParameters.floor())
    return file.with_recovery(bytearray(20), _secrets())


def _code_of(act: Callable[[], object]) -> str:
    with pytest.raises(HsbAssessError) as caught:
        act()
    return caught.value.code


def _edited(slots: SlotFile, kind: str, **values: object) -> SlotFile:
    content = json.loads(slots.to_bytes())
    next(slot for slot in content["slots"] if slot["kind"] == kind).update(values)
    return SlotFile.from_bytes(json.dumps(content).encode())


def _rechecked(slots: SlotFile, kind: str, **values: object) -> SlotFile:
    """As a forger would: edited, with the plain checksum made to fit."""
    changed = _edited(slots, kind, **values)
    slot = SlotFile(changed.header, tuple(s for s in changed.slots if s["kind"] == kind))
    from hsb_assess.vault.keys import _Slot

    check = _Slot.model_validate(slot.slots[0]).checksum(changed.header)
    return _edited(slots, kind, **values, check=check)


def test_both_slots_unwrap_the_vault_key_and_the_identity(slots: SlotFile) -> None:
    """The passphrase and the recovery key give the same two secrets, after a round trip through the file."""
    read = SlotFile.from_bytes(slots.to_bytes())
    assert read.open_with_passphrase("right words") == _secrets()
    assert read.open_with_recovery(bytearray(20)) == _secrets()


def test_a_wrong_secret_is_told_apart_from_damage(slots: SlotFile) -> None:
    """A wrong secret fails the seal; a damaged file fails its checksum or its shape."""
    assert _code_of(lambda: slots.open_with_passphrase("other words")) == "wrong_passphrase"
    assert _code_of(lambda: slots.open_with_passphrase("")) == "passphrase_empty"
    assert _code_of(lambda: slots.open_with_recovery(bytearray(b"x" * 20))) == "wrong_recovery_key"
    damaged = _edited(slots, "passphrase", salt="00" * 16)
    assert _code_of(lambda: damaged.open_with_passphrase("right words")) == "slots_damaged"
    assert damaged.open_with_recovery(bytearray(20)) == _secrets()
    for data in (b"", b"{}", b"[]", b"\xff", b'{"header": {}, "slots": []}', b"[" * 100_000):
        assert _code_of(lambda data=data: SlotFile.from_bytes(data)) == "slots_damaged"


def test_composed_and_decomposed_letters_are_the_same_passphrase(slots: SlotFile) -> None:
    """The same keys pressed on another system open the vault."""
    file = slots.with_passphrase("caf\u00e9", _secrets(), KdfParameters.floor())
    assert file.open_with_passphrase("cafe\u0301") == _secrets()


def test_one_passphrase_slot_is_left_after_a_change(slots: SlotFile) -> None:
    """The old passphrase's slot is replaced, the recovery slot stays."""
    file = slots.with_passphrase("new words", _secrets(), KdfParameters.floor())
    assert [slot["kind"] for slot in file.slots] == ["recovery", "passphrase"]


@pytest.mark.parametrize(
    ("memory_kib", "passes", "lanes"),
    [(64 * 1024 - 1, 3, 4), (64 * 1024, 2, 4), (2048 * 1024 + 1, 3, 4), (64 * 1024, 17, 4), (64 * 1024, 3, 0)],
)
def test_costs_outside_the_bounds_are_refused(slots: SlotFile, memory_kib: int, passes: int, lanes: int) -> None:
    """Neither the program nor a forged file can ask for too little or too much."""
    assert _code_of(lambda: KdfParameters(memory_kib, passes, lanes)) == "kdf_out_of_bounds"
    forged = _rechecked(slots, "passphrase", memory_kib=max(memory_kib, 1), passes=passes, lanes=lanes)
    assert _code_of(lambda: forged.open_with_passphrase("right words")) == "kdf_out_of_bounds"


def test_the_header_and_the_costs_are_part_of_the_seal(slots: SlotFile) -> None:
    """A forger who changes a parameter within the bounds, or the vault's id, opens nothing."""
    forged = _rechecked(slots, "passphrase", lanes=2)
    assert _code_of(lambda: forged.open_with_passphrase("right words")) == "wrong_passphrase"
    other = SlotFile(Header(vault=new_id(), created=slots.header.created), slots.slots)
    assert _code_of(lambda: other.open_with_recovery(bytearray(20))) == "slots_damaged"


def test_every_flipped_byte_of_the_file_is_noticed(slots: SlotFile) -> None:
    """No change of any single byte is taken in silence, except in spaces and line ends."""
    data = slots.to_bytes()
    for place in range(0, len(data), 7):
        if data[place : place + 1].isspace():
            continue
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        codes = set()
        for act in (lambda f: f.open_with_recovery(bytearray(20)), lambda f: f._slot("passphrase")):
            try:
                act(SlotFile.from_bytes(changed))
            except HsbAssessError as error:
                codes.add(error.code)
        assert codes & {"slots_damaged", "kdf_out_of_bounds"}, place


@given(st.binary(min_size=RECOVERY_BYTES, max_size=RECOVERY_BYTES), st.data())
def test_a_recovery_key_reads_back_and_shows_a_typing_slip(key: bytes, data: st.DataObject) -> None:
    """Any case and spacing reads back; any one character exchanged, or two neighbours swapped, is a typo."""
    text = printed(key)
    assert [len(group) for group in text.split("-")] == [4] * 9
    assert typed(text.lower().replace("-", " ")) == key
    assert typed(text.replace("0", "O").replace("1", "l")) == key
    letters = text.replace("-", "")
    place = data.draw(st.integers(0, len(letters) - 2))
    other = data.draw(st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZU!"))
    for slip in (
        letters[:place] + other + letters[place + 1 :],
        letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :],
        letters[:-1],
        letters + "0",
    ):
        if slip != letters:
            assert _code_of(lambda slip=slip: typed(slip)) == "recovery_key_typo"


def test_recovery_keys_are_not_repeated() -> None:
    """Each one is new."""
    assert new_recovery_key() != new_recovery_key()


def test_the_passphrase_opens_the_vault_and_a_wrong_one_does_not(made: Made) -> None:
    """Wrong tries are counted in the folder and stand in the audit after the next unlock."""
    assert _code_of(lambda: unlock(made.folder, "not these words")) == "wrong_passphrase"
    assert _code_of(lambda: unlock_with_recovery(made.folder, printed(bytes(20)))) == "wrong_recovery_key"
    assert _code_of(lambda: unlock_with_recovery(made.folder, "ABCD")) == "recovery_key_typo"
    with unlock(made.folder, made.passphrase) as vault, vault.book().begin() as work:
        row = work.audit.rows()[-1]
        assert row.act == "unlock"
        assert [note.action for note in row.notes] == ["unlock", "failed_unlocks"]
        assert row.notes[0].object == "passphrase"
        assert row.notes[1].detail["passphrase"] == 1
        assert row.notes[1].detail["recovery"] == 1
    assert not (made.folder / "failed-unlocks.json").exists()


def test_a_damaged_count_of_failures_does_not_keep_the_owner_out(made: Made) -> None:
    """The audit says that it could not be read."""
    (made.folder / "failed-unlocks.json").write_bytes(b"\x00")
    with unlock_with_recovery(made.folder, made.recovery) as vault, vault.book().begin() as work:
        assert work.audit.rows()[-1].notes[1].detail == {"unreadable": True}


def test_the_recovery_key_brings_the_identity_and_sets_a_new_passphrase(made: Made) -> None:
    """Who lost the passphrase keeps their keys, and chooses a new passphrase with the printed key."""
    with unlock_with_recovery(made.folder, made.recovery) as vault:
        assert vault.identity == made.identity
        assert vault.identity.to_bytes() == made.identity.to_bytes()
        vault.change_passphrase(made.recovery, "newly chosen words", kdf=KdfParameters.floor())
    assert _code_of(lambda: unlock(made.folder, made.passphrase)) == "wrong_passphrase"
    with unlock(made.folder, "newly chosen words") as vault:
        renewed = printed(new_recovery_key())
        vault.renew_recovery_key("newly chosen words", renewed)
        assert _code_of(lambda: vault.confirm("wrong words")) == "wrong_passphrase"
        vault.confirm("newly chosen words")
        with vault.book().begin() as work:
            assert [row.act for row in work.audit.rows()][-3:] == ["change_keys", "unlock", "change_keys"]
            assert work.audit.verify().faults == ()
    assert _code_of(lambda: unlock_with_recovery(made.folder, made.recovery)) == "wrong_recovery_key"
    unlock_with_recovery(made.folder, renewed).close()


def test_slots_of_another_vault_are_not_sealed_over(made: Made) -> None:
    """A key file exchanged behind the open vault is not trusted with its passphrase."""
    with unlock_with_recovery(made.folder, made.recovery) as vault:
        other = SlotFile(Header(vault=new_id(), created="x")).with_recovery(typed(made.recovery), _secrets())
        (made.folder / "keys.json").write_bytes(other.to_bytes())
        assert _code_of(lambda: vault.change_passphrase(made.recovery, "new words")) == "slots_damaged"


def test_secrets_are_overwritten_when_the_vault_closes(made: Made) -> None:
    """The key that Python can reach is zeroed, and nothing shows it."""
    vault: Vault = unlock_with_recovery(made.folder, made.recovery)
    key = vault._key
    assert any(key)
    assert key.hex() not in repr(vars(vault))
    vault.close()
    vault.close()
    assert not any(key)
    assert _code_of(vault.book) == "book_closed"
