"""The organisation's configuration in a vault, and its key: what counts when, what is told, what it opens."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, caseload, custody, organisation
from hsb_assess.desk.opening import open_assessment
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.card import Card
from hsb_assess.trust.escrow import new_escrow_identity, recipient_of
from hsb_assess.trust.organisation import Organisation, new_configuration_key, sign_organisation
from hsb_assess.vault.escrow import Escrow
from hsb_assess.vault.keys import KdfParameters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.workplace import Workplace

PASSPHRASE, OTHER = "five plain words for testing", "marble otter lantern quiet seven"
KEY, OTHER_KEY, ESCROW_KEY = new_configuration_key(), new_configuration_key(), new_escrow_identity()
PLAIN = Organisation(
    name="Northshire",
    serial=1,
    issued="2026-11-27T09:00:00+00:00",
    signing_key=b"",
    escrow=recipient_of(ESCROW_KEY),
    idle_minutes=2,
    session_hours=3,
)


def file(serial: int = 1, key: bytes = KEY) -> bytes:
    """Return a signed configuration."""
    return sign_organisation(replace(PLAIN, serial=serial), key).to_bytes()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault and its recovery key, which opens it quickly."""
    folder = tmp_path_factory.mktemp("organisation") / "vault"
    key = access.first_run(
        folder, PASSPHRASE, name="Worker P", role="practitioner", agency="Agency", kdf=KdfParameters.floor()
    )
    return folder, key


@pytest.fixture
def vault(made: tuple[Path, str], tmp_path: Path) -> Iterator[tuple[OpenedVault, str]]:
    """A copy of it, open, and the key that it was opened with."""
    import shutil

    opened = access.unlock_with_recovery_key(shutil.copytree(made[0], tmp_path / "vault"), made[1])
    yield opened, made[1]
    opened.close()


@pytest.fixture
def at(vault: tuple[OpenedVault, str]) -> Workplace:
    """A place to act at."""
    return vault[0].workplace(read_only=False)


def refused(act: Callable[[], object]) -> str:
    """Return the code that an act is refused with."""
    with pytest.raises(HsbAssessError) as caught:
        act()
    return caught.value.code


def acts(at: Workplace) -> list[str]:
    """Return what the audit says was done."""
    with at.book.begin(write=False) as work:
        return [row.act for row in work.audit.rows()]


def test_a_file_counts_once_its_words_were_compared(at: Workplace) -> None:
    """Before that nothing is set; afterwards it is, with how and when, and the audit says so."""
    waiting = organisation.take_in(at, file())
    assert waiting.accepted is None
    assert waiting.pending is not None
    assert (organisation.idle_seconds(at), organisation.session_seconds(at)) == (300, 8 * 3600)
    assert refused(lambda: organisation.confirm(at, "email")) == "how_compared"
    found = organisation.confirm(at, "phone")
    assert found.accepted is not None
    assert (found.accepted.name, found.how, found.pending) == ("Northshire", "phone", None)
    assert (organisation.idle_seconds(at), organisation.session_seconds(at)) == (120, 3 * 3600)
    assert acts(at)[-2:] == ["organisation_imported", "organisation_accepted"]
    assert refused(lambda: organisation.confirm(at, "phone")) == "no_configuration"


def test_a_later_file_of_the_same_key_follows_and_an_earlier_one_does_not(at: Workplace) -> None:
    """Its signature is known already; the same file twice changes nothing; the history keeps each."""
    organisation.take_in(at, file(2))
    organisation.confirm(at, "in_person")
    later = organisation.take_in(at, file(5))
    assert later.accepted is not None
    assert later.accepted.serial == 5
    before = acts(at)
    assert organisation.take_in(at, file(5)) == later
    assert refused(lambda: organisation.take_in(at, file(2))) == "organisation_older"
    assert acts(at) == before
    assert [each.accepted.serial for each in organisation.history(at) if each.accepted] == [2, 5]


def test_another_key_blocks_until_its_words_were_compared(at: Workplace) -> None:
    """What counted goes on counting; refused, the new one is gone."""
    organisation.take_in(at, file())
    organisation.confirm(at, "phone")
    for how in ("", organisation.ADMINISTRATOR):
        found = organisation.take_in(at, file(9, OTHER_KEY), how=how)
        assert found.changed_key
        assert found.accepted is not None
        assert found.accepted.serial == 1
    assert organisation.refuse(at).pending is None
    assert organisation.known(at).accepted == found.accepted


@pytest.mark.parametrize("data", [b"", b"{}", file()[:-1], b"x" * 40_000])
def test_what_is_refused_leaves_no_trace(at: Workplace, data: bytes) -> None:
    """Nothing is kept and nothing audited."""
    before = acts(at)
    assert refused(lambda: organisation.take_in(at, data)).startswith("organisation_")
    assert acts(at) == before
    assert organisation.known(at) == organisation.Known()


def test_new_assessments_follow_its_guidance_and_packages_its_folder(at: Workplace, tmp_path: Path) -> None:
    """A profile that this program has is the standard; another edition, or another profile, is said to be one."""
    shared = tmp_path / "exchange"
    assert organisation.shared_folder(at) is None
    assert not organisation.other_edition(at)
    hash_ = at.catalogue.profile("wales").hash
    for serial, profile, edition, standard, other in (
        (1, "wales", hash_, "wales", False),
        (2, "wales", "0" * 64, "wales", True),
        (3, "atlantis", None, "england", True),
    ):
        settings = replace(PLAIN, serial=serial, profile=profile, profile_hash=edition, shared_folder=str(shared))
        organisation.take_in(at, sign_organisation(settings, KEY).to_bytes())
        if serial == 1:
            organisation.confirm(at, "phone")
        with at.book.begin(write=False) as work:
            assert organisation.standard_profile(at, work) == standard
        assert organisation.other_edition(at) is other
    assert organisation.shared_folder(at) is None, "it is not there yet"
    shared.mkdir()
    assert organisation.shared_folder(at) == shared
    case = str(caseload.create_case(at, "A-1").created)
    organisation.take_in(at, sign_organisation(replace(PLAIN, serial=9, profile="wales"), KEY).to_bytes())
    assessment = str(assessing.start_assessment(at, case).created)
    with at.book.begin(write=False) as work:
        assert open_assessment(at, work, assessment).profile == "wales"


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A folder as an administrator would have it, but for what lies above it."""
    folder = tmp_path / "etc"
    folder.mkdir(mode=0o755)
    (folder / organisation.FILE_NAME).write_bytes(file())
    return folder


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can own the administrators' folder")
def test_the_administrators_file_counts_at_once_if_they_alone_can_write_it(
    at: Workplace, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Owned by root and writable by nobody else, up to the root; one loose bit anywhere, and it is not read."""
    assert organisation.of_administrators(theirs) is None, "/tmp is everybody's"
    top = theirs.parent
    monkeypatch.setattr("pathlib.PurePath.parents", property(lambda path: [path.parent]))  # /tmp itself stays out
    path = theirs / organisation.FILE_NAME
    assert organisation.of_administrators(theirs) == file()
    for loose, mode in ((path, 0o664), (path, 0o646), (theirs, 0o757)):
        kept = loose.stat().st_mode
        loose.chmod(mode)
        assert organisation.of_administrators(theirs) is None
        loose.chmod(kept)
    os.chown(path, 65534, -1)
    assert organisation.of_administrators(theirs) is None
    os.chown(path, 0, -1)
    path.rename(top / "elsewhere")
    path.symlink_to(top / "elsewhere")
    assert organisation.of_administrators(theirs) is None
    path.unlink()
    (top / "elsewhere").rename(path)
    found = organisation.look(at, theirs)
    assert found.accepted is not None
    assert (found.accepted.serial, found.how) == (1, organisation.ADMINISTRATOR)
    path.write_bytes(b"spoilt")
    assert organisation.look(at, theirs) == found


def test_nothing_there_is_nothing_said(at: Workplace, tmp_path: Path) -> None:
    """Most computers have no such file."""
    assert organisation.of_administrators(tmp_path / "none") is None
    assert organisation.look(at, tmp_path / "none") == organisation.Known()


def test_the_person_decides_whether_the_organisation_can_open(at: Workplace, vault: tuple[OpenedVault, str]) -> None:
    """It is offered, allowed with the passphrase in use, seen, ended; a slot taken out of the file is missed."""
    opened, key = vault
    assert refused(lambda: organisation.allow_escrow(at, opened, key)) == "no_escrow_offered"
    organisation.take_in(at, file())
    organisation.confirm(at, "phone")
    to = Escrow(recipient_of(ESCROW_KEY), "Northshire")
    assert organisation.escrow_state(opened, at) == (None, to, False)
    assert refused(lambda: organisation.allow_escrow(at, opened, "ABCD")) == "recovery_key_typo"
    organisation.allow_escrow(at, opened, key)
    assert organisation.escrow_state(opened, at) == (to, to, False)
    slots = opened.folder / "keys.json"
    whole = slots.read_bytes()
    from hsb_assess.vault.keys import SlotFile

    slots.write_bytes(SlotFile.from_bytes(whole).without("escrow").to_bytes())
    assert organisation.escrow_state(opened, at) == (None, to, True)
    slots.write_bytes(whole)
    organisation.end_escrow(at, opened, key)
    assert organisation.escrow_state(opened, at) == (None, to, False)


def test_the_organisation_opens_a_copy_and_the_person_is_told(tmp_path: Path) -> None:
    """A copy under other keys with the whole record; the vault's person sees who, when and why, once."""
    folder, out = tmp_path / "vault", tmp_path / "copy"
    to = Escrow(recipient_of(ESCROW_KEY), "Northshire")
    recovery = access.first_run(
        folder, PASSPHRASE, name="Worker P", role="practitioner", agency="Agency", kdf=KdfParameters.floor(), escrow=to
    )
    access.unlock_with_recovery_key(folder, recovery).close()
    who = {"name": "Cass Custodian", "role": "supervisor", "agency": "Northshire", "kdf": KdfParameters.floor()}
    assert (
        refused(
            lambda: custody.recover_for_organisation(folder, ESCROW_KEY, out, OTHER, reason=" ", **who)  # type: ignore[arg-type]  # as the command gives them
        )
        == "escrow_reason"
    )
    assert not out.exists()
    key = custody.recover_for_organisation(
        folder,
        ESCROW_KEY,
        out,
        OTHER,
        reason="Worker P left the service.",
        **who,  # type: ignore[arg-type]  # as the command gives them
    )
    copy = access.unlock_with_recovery_key(out, key)
    place = copy.workplace(read_only=False)
    assert copy.identity.name == "Cass Custodian"
    assert [each.name for each in access.contacts(place)] == ["Worker P"]
    assert custody.untold(place) == ()
    with place.book.begin(write=False) as work:
        assert work.audit.verify().faults == ()
        assert [row.act for row in work.audit.rows()][-3:] == ["escrow_open", "escrow_copy", "unlock"]
        signer = Card.from_bytes(work.contacts.all()[0].card)
    copy.close()
    owner = access.unlock_with_recovery_key(folder, recovery)
    assert owner.identity.card() == signer
    place = owner.workplace(read_only=False)
    (use,) = custody.untold(place)
    assert (use.name, use.agency, use.reason) == ("Cass Custodian", "Northshire", "Worker P left the service.")
    assert use.at.endswith("+00:00")
    custody.told(place)
    custody.told(place)
    assert custody.untold(place) == ()
    assert custody.uses(place) == (use,)
    owner.close()
