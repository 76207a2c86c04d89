"""The organisation's slot: the vault key and nothing of the person's, bound to its vault, audited, missed when it goes."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.trust.escrow import new_escrow_identity, recipient_of
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault.escrow import ESCROW, Escrow, escrow_of, open_with_escrow, with_escrow
from hsb_assess.vault.keys import Header, KdfParameters, SlotFile
from hsb_assess.vault.opening import unlock, unlock_with_escrow, unlock_with_recovery
from hsb_assess.vault.recoverykey import new_recovery_key, printed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.vault.conftest import Made, StandingClock

KEY = new_escrow_identity()
TO = Escrow(recipient_of(KEY), "Northshire")


def refused(act: Callable[[], object]) -> str:
    """Return the code that an act is refused with."""
    with pytest.raises(HsbAssessError) as caught:
        act()
    return caught.value.code


@pytest.fixture
def allowed(made: Made) -> Made:
    """A vault that an organisation can open too."""
    with unlock_with_recovery(made.folder, made.recovery) as vault:
        vault.allow_escrow(made.recovery, TO)
        assert vault.escrow() == TO
    return made


def test_it_opens_the_vault_under_another_name_and_gives_no_signature_away(allowed: Made, clock: StandingClock) -> None:
    """The custodian's own identity acts; nothing that the slot holds contains the person's keys."""
    custodian = create_identity("Cass Custodian", "supervisor", "Northshire", clock.now())
    slots = SlotFile.from_bytes((allowed.folder / "keys.json").read_bytes())
    assert open_with_escrow(slots, KEY).identity == bytearray()
    with unlock_with_escrow(allowed.folder, KEY, custodian, clock=clock) as vault:
        assert vault.identity == custodian
        with vault.book().begin() as work:
            row = work.audit.rows()[-1]
            assert (row.actor, row.notes[0].object) == (custodian.person, ESCROW)
        for act in (
            lambda: vault.confirm(KEY),
            lambda: vault.change_passphrase(KEY, "new words for the vault"),
            lambda: vault.renew_recovery_key(KEY, printed(bytes(20))),
            lambda: vault.allow_escrow(KEY, TO),
            lambda: vault.end_escrow(KEY),
        ):
            assert refused(act) == "escrow_only_reads"
        assert refused(lambda: vault.rekey(KEY, printed(bytes(20)))) == "rekey_needs_passphrase"


def test_other_keys_and_other_files_open_nothing(allowed: Made, clock: StandingClock, template: Made) -> None:
    """Another key is wrong and counted; what is no key is said as such; without a slot nobody opens."""
    custodian = create_identity("Cass Custodian", "supervisor", "Northshire", clock.now())
    assert refused(lambda: unlock_with_escrow(allowed.folder, new_escrow_identity(), custodian)) == "wrong_escrow_key"
    assert json.loads((allowed.folder / "failed-unlocks.json").read_bytes())["escrow"] == 1
    assert refused(lambda: unlock_with_escrow(allowed.folder, "nothing", custodian)) == "escrow_key_unreadable"
    assert (
        refused(lambda: open_with_escrow(SlotFile.from_bytes((template.folder / "keys.json").read_bytes()), KEY))
        == "no_escrow"
    )


def test_allowing_and_ending_are_audited(allowed: Made) -> None:
    """Both stand in the audit with whom, and afterwards nobody else opens."""
    with unlock_with_recovery(allowed.folder, allowed.recovery) as vault:
        vault.end_escrow(allowed.recovery)
        assert vault.escrow() is None
        with vault.book().begin() as work:
            notes = [note for row in work.audit.rows() for note in row.notes if note.action == "change_slot"]
            assert [note.detail for note in notes] == [{"allowed": [*TO]}, {"allowed": None}]
            assert work.settings.get(ESCROW) == {"allowed": None}
    unlock(allowed.folder, allowed.passphrase).close()


def test_a_slot_of_another_vault_and_a_slot_with_another_name_do_not_open() -> None:
    """What is sealed begins with a digest of the header and the names."""
    slots = with_escrow(SlotFile(Header(vault=new_id(), created="x")), TO, bytearray(32))
    assert open_with_escrow(slots, KEY).vault_key == bytearray(32)
    moved = SlotFile(Header(vault=new_id(), created="x"), slots.slots)
    assert refused(lambda: open_with_escrow(moved, KEY)) == "slots_damaged"
    # As a forger would, with the plain checksum made to fit.
    from hsb_assess.vault.escrow import _Slot

    renamed = {**slots.slots[0], "organisation": "Elsewhere"}
    renamed["check"] = _Slot.model_validate(renamed).checksum(slots.header)
    forged = SlotFile(slots.header, (renamed,))
    assert escrow_of(forged) == Escrow(TO.recipient, "Elsewhere")
    assert refused(lambda: open_with_escrow(forged, KEY)) == "slots_damaged"


def test_every_flipped_byte_of_the_slot_is_noticed() -> None:
    """No field of the organisation's slot can be another one."""
    slots = with_escrow(SlotFile(Header(vault=new_id(), created="x")), TO, bytearray(32))
    data = slots.to_bytes()
    for place in range(data.index(b'"slots"') + 9, len(data) - 4):
        if not data[place : place + 1].isspace():
            changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
            code = refused(lambda changed=changed: open_with_escrow(SlotFile.from_bytes(changed), KEY))
            assert code in {"slots_damaged", "no_escrow"}, place


def test_a_new_vault_key_is_sealed_to_the_organisation_too(allowed: Made, clock: StandingClock) -> None:
    """After a change of key, or a change of passphrase, the organisation opens as before."""
    custodian = create_identity("Cass Custodian", "supervisor", "Northshire", clock.now())
    before = shutil.copytree(allowed.folder, allowed.folder.parent / "before")
    with unlock(allowed.folder, allowed.passphrase) as vault:
        vault.rekey(allowed.passphrase, printed(new_recovery_key()), kdf=KdfParameters.floor())
        assert vault.escrow() == TO
    with unlock_with_escrow(allowed.folder, KEY, custodian) as vault:
        fresh = bytes(vault._key)
    with unlock_with_escrow(before, KEY, custodian) as vault:
        assert bytes(vault._key) != fresh
