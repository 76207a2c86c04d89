"""Two laptops of one person, with packages between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, sharing
from hsb_assess.desk.history import history_of
from hsb_assess.desk.laptops import package_for_own_laptop, vault_for_other_laptop
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.chains import chain_faults
from hsb_assess.vault.keys import KdfParameters

from .conftest import PASSPHRASE, Person, begin, meet
from .packages import sharing_package

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.desk.script import Script


def test_entries_of_two_laptops_become_one_record(
    practitioner: Person, supervisor: Person, child_a: Script, tmp_path: Path
) -> None:
    """Each has its own chain; both answers to one question are kept and decided between; the supervisor takes all of it."""
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a)
    at, assessment, path = practitioner.at, opened.assessment, "M01.reason"
    folder = tmp_path / "stick"
    key = vault_for_other_laptop(practitioner.vault, at, folder, PASSPHRASE, kdf=KdfParameters.floor())
    vault = access.unlock_with_recovery_key(folder, key, clock=at.clock)
    other = Person(vault, vault.workplace(read_only=False))
    assert other.person == practitioner.person
    assert vault.identity.device != practitioner.vault.identity.device
    assert [each.person for each in access.contacts(other.at)] == [supervisor.person]

    first = sharing.receive(other.at, package_for_own_laptop(at, opened.case))
    assert (first.status, first.refused, first.notes) == ("received", (), ())
    assessing.record_answer(at, assessment, path, answered("on this laptop"))
    assessing.record_answer(other.at, assessment, path, answered("on that laptop"))
    assessing.record_answer(other.at, assessment, "M00.name", answered("Sam"))
    for sender, reader in ((other, practitioner), (practitioner, other)):
        received = sharing.receive(reader.at, package_for_own_laptop(sender.at, opened.case))
        assert (received.refused, received.notes) == ((), ())
    for each in (practitioner, other):
        reading = assessing.reading(each.at, assessment)
        assert reading.conflicts == (path,)
        assert reading.text("M00.name") == "Sam"
    newest = history_of(at, assessment, path)[0]
    assessing.settle(at, assessment, path, newest.entry, "Written later that day.")
    assert {each.laptop for each in history_of(at, assessment, path)} == {1, 2}
    with at.book.begin() as work:
        entries = work.entries.of_case(opened.case)
    assert chain_faults(entries) == ()
    assert len({entry.device for entry in entries}) == 2

    brought = sharing.receive(supervisor.at, sharing_package(practitioner, supervisor, opened))
    assert (brought.entries, brought.refused) == (len(entries), ())
    vault.close()
    with pytest.raises(HsbAssessError) as refused:
        package_for_own_laptop(at, assessment)
    assert refused.value.code == "no_such_case"
