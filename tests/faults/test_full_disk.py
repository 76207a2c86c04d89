"""The disk fills up under every way of writing: what was promised stays, a plain sentence says why, and it goes on afterwards."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from hsb_assess.desk import backups
from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import ballast, migrations, restoring
from hsb_assess.vault.backup import open_and_verify
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import unlock, unlock_with_recovery
from tests.faults import small
from tests.faults.disks import LEVELS, REAL_USAGE, small_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hsb_assess.vault.opening import Vault
    from tests.faults.disks import Disk
    from tests.faults.frame import Tally
PLAIN: Final = frozenset({"disk_full", "vault_io", "vault_read_only"})


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A small disk in memory."""
    with small_disk(tmp_path / "disk") as made:
        yield made


@dataclass
class Here:
    """What a way of writing may use, and what it promised."""

    folder: Path
    key: str
    backup: Path
    vault: Vault | None = None
    promised: set[str] = field(default_factory=set)

    def open(self) -> Vault:
        """Return the open vault."""
        assert self.vault is not None
        return self.vault


def answer(here: Here) -> None:
    """Answers until there is no room for one."""
    book = here.open().book()
    for _ in range(5):
        here.promised.add(small.write_one(here.open(), book, words=2000))


def index(here: Here) -> None:
    """Answers and their words in the search index; an index that found no room is made by the next step."""
    book = here.open().book()
    for _ in range(3):
        here.promised.add(small.write_one(here.open(), book, words=200))
        small.index_one(book, 3000)
    with book.begin(write=False) as work:
        assert not work.search.is_behind()


def early(here: Here) -> None:
    """The fault that the harness has to see: an answer is promised before it is committed."""
    book = here.open().book()
    for _ in range(5):
        small.write_one(here.open(), book, words=2000, early=here.promised.add)


def draft(here: Here) -> None:
    """What is being typed."""
    with here.open().unit("draft") as work:
        work.drafts.put(small.CASE, "subject", "M01.reason", {"value": "words " * 3000}, 1)


def document(here: Here) -> None:
    """A signed document."""
    content = b"%PDF" + bytes(200_000)
    with here.open().unit("document") as work:
        work.documents.put(hashlib.sha256(content).hexdigest(), small.CASE, "s", "A", "signed", content)


def passphrase(here: Here) -> None:
    """The slots, replaced in one step; the audit with them."""
    here.open().change_passphrase(here.key, "another five plain words", kdf=KdfParameters.floor())


def backup(here: Here) -> None:
    """A backup on the same disk."""
    backups.back_up(here.open(), "asked", SystemClock())


def second(here: Here) -> None:
    """A copy on another medium, which is full too."""
    backups.choose_second(here.open(), here.folder.parent / "stick", SystemClock())


def keep_room(here: Here) -> None:
    """The ballast, which says by its answer whether it is there."""
    ballast.keep(here.folder)


def unlocking(here: Here) -> None:
    """An unlock writes that it happened."""
    unlock_with_recovery(here.folder, here.key).close()


def guessing(here: Here) -> None:
    """A wrong passphrase is called wrong; where it cannot even be noted that somebody tries, nobody may."""
    try:
        unlock(here.folder, "not the words at all")
    except HsbAssessError as error:
        if error.code != "wrong_passphrase":
            raise


def migrating(here: Here) -> None:
    """A later version of the program."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, small.LATER))
        unlock_with_recovery(here.folder, here.key).close()


def restoring_it(here: Here) -> None:
    """A backup in the vault's place."""
    restoring.restore(here.backup, here.folder, here.key, with_recovery_key=True, clock=SystemClock())


def making(here: Here) -> None:
    """Another vault on the same disk; a half-made one is made again."""
    small.make(here.folder.parent / "new", 1)


class Way(NamedTuple):
    """A way of writing, and whether the vault is open while it happens."""

    act: Callable[[Here], None]
    is_open: bool


WAYS: Final = {
    way.act.__name__: way
    for way in (
        *(Way(act, is_open=True) for act in (answer, index, draft, document, passphrase, backup, second, keep_room)),
        *(Way(act, is_open=False) for act in (unlocking, guessing, migrating, restoring_it, making)),
    )
}


@pytest.fixture
def whole(quick_disk: Path, monkeypatch: pytest.MonkeyPatch) -> Here:
    """A vault with a backup of it elsewhere; and a system that does not say how full its disk is, as with a quota."""
    usage = REAL_USAGE(quick_disk)._replace(free=1 << 50)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    monkeypatch.setattr(ballast, "BALLAST_BYTES", 1 << 20)
    folder = quick_disk / "whole"
    key = small.make(folder, 8)
    with unlock_with_recovery(folder, key) as vault:
        made = backups.back_up(vault, "asked", SystemClock(), into=quick_disk / "kept")
    return Here(folder, key, made.path)


def attempt(tally: Tally, disk: Disk, whole: Here, way: Way, spoil: Callable[[], None], what: str) -> bool:
    """Try one way while the disk is spoilt, and look at everything afterwards; say whether it went through."""
    tally.tried += 1
    for old in disk.root.iterdir():
        shutil.rmtree(old, ignore_errors=True)
    here = Here(disk.root / "vault", whole.key, whole.backup)
    shutil.copytree(whole.folder, here.folder)
    before = small.look(whole.folder, whole.key).entries
    here.vault = unlock_with_recovery(here.folder, here.key) if way.is_open else None
    spoil()
    went, faults = _try(way, here, what)
    if here.vault is not None:
        with contextlib.suppress(HsbAssessError):
            here.vault.close()
    disk.release()
    try:
        faults += _afterwards(tally, way, here, before, what)
        if not went and way.act is not migrating:
            here.vault = unlock_with_recovery(here.folder, here.key) if way.is_open else None
            way.act(here)
            if here.vault is not None:
                here.vault.close()
    except Exception as error:  # noqa: BLE001 - whatever keeps it from going on is what is counted here
        faults.append(f"{what}: afterwards {getattr(error, 'code', repr(error))}")
    tally.faults += faults
    tally.survived += not faults
    return went


def _try(way: Way, here: Here, what: str) -> tuple[bool, list[str]]:
    """Say whether it went through, and whatever a person would not have been told plainly."""
    try:
        way.act(here)
    except HsbAssessError as error:
        return False, [] if error.code in PLAIN else [f"{what}: told as {error.code}"]
    except Exception as error:  # noqa: BLE001 - a person would get this one as an internal error
        return False, [f"{what}: {error!r}"]
    return True, []


def _afterwards(tally: Tally, way: Way, here: Here, before: set[str], what: str) -> list[str]:
    """Look at all of the vault once there is room again; count what is missing and return what does not fit."""
    with pytest.MonkeyPatch.context() as patch:
        if way.act is migrating:
            patch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, small.LATER))
        found = small.look(here.folder, here.key)
    restored = way.act is restoring_it and "restored_from" in found.actions
    if missing := (set() if restored else before | here.promised) - found.entries:
        tally.lose(f"{what}: {len(missing)} answers")
    return found.faults


@pytest.mark.faults
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", WAYS)
def test_a_disk_fills_up(
    name: str, disk: Disk, whole: Here, often: Callable[..., int], tally: Callable[..., Tally]
) -> None:
    """At twenty levels, each way of writing: it goes through or says that there is no room, and later it goes on."""
    result = tally(f"full_disk_{name}")
    levels = LEVELS[:: 20 // often(2, 20)]
    went = [
        attempt(result, disk, whole, WAYS[name], lambda left=left: disk.fill(left), f"{left} left") for left in levels
    ]
    result.figures["went_through"] = sum(went)
    assert result.holds, result.faults
    if name not in {"guessing", "keep_room"} and disk.mounted:
        assert not went[0], "with nothing left it cannot have gone through"


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_a_disk_becomes_read_only(disk: Disk, whole: Here, tally: Callable[..., Tally]) -> None:
    """As a stick does when it fails: who opens or makes a vault there is told, and goes on once that is over."""
    if not disk.mounted:
        pytest.skip("no small disk can be mounted here")
    result = tally("read_only_disk")
    for name, way in WAYS.items():
        if not way.is_open:  # Linux makes no disk read-only while a file on it is open for writing
            attempt(result, disk, whole, way, disk.forbid, name)
    assert result.holds, result.faults


@pytest.mark.faults
def test_a_backup_on_a_read_only_disk_is_verified_and_restored(disk: Disk, whole: Here, quick_disk: Path) -> None:
    """As from a disc or a locked stick: nothing has to be written beside it."""
    if not disk.mounted:
        pytest.skip("no small disk can be mounted here")
    there = disk.root / whole.backup.name
    shutil.copytree(whole.backup, there)
    disk.forbid()
    found = open_and_verify(there, whole.key, with_recovery_key=True)
    restoring.restore(there, quick_disk / "new", whole.key, with_recovery_key=True, clock=SystemClock())
    assert len(small.look(quick_disk / "new", whole.key).entries) == found.manifest.entries


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_the_harness_sees_a_promise_that_was_not_kept(disk: Disk, whole: Here, tally: Callable[..., Tally]) -> None:
    """The control: an answer that is promised before it is committed is lost when the disk is full."""
    result = tally("full_disk_control", control=True)
    for left in LEVELS:
        attempt(result, disk, whole, Way(early, is_open=True), lambda left=left: disk.fill(left), f"{left} left")
    assert result.lost
