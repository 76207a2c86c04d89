"""What an open vault gets from time to time: room kept aside, a look at all of it, a backup; and what is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import backups
from hsb_assess.desk.upkeep import StoppedError, keep_up
from hsb_assess.domain.clock import ShiftedClock
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Statement, Stream, seal
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault import ballast
from hsb_assess.vault.backup import backups_in
from hsb_assess.vault.file import checkpoint, open_database
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import create, unlock_with_recovery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.vault.opening import Vault

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
SMALL = 3 << 20


def on(days: float) -> ShiftedClock:
    """Return a clock so many days from NOW."""
    return ShiftedClock(NOW + timedelta(days=days) - datetime.now(UTC))


@pytest.fixture
def vault(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Vault]:
    """An open vault with one answer, and little ballast."""
    monkeypatch.setattr(ballast, "BALLAST_BYTES", SMALL)
    folder = tmp_path_factory.mktemp("upkeep") / "vault"
    identity = create_identity("Avery Example", "practitioner", "Example Service", NOW)
    key = create(folder, "five plain words for upkeep", identity, kdf=KdfParameters.floor()).recovery_key
    with unlock_with_recovery(folder, key, clock=on(0)) as opened:
        with opened.unit("answer") as work:
            said = Statement(
                case=new_id(),
                stream=Stream.ANSWERS,
                subject=new_id(),
                key="M01.reason",
                body={"value": "words"},
                parents=(),
                occurred=NOW,
            )
            work.entries.append(seal(said, identity, recorded=NOW, previous=None))
        yield opened


def test_the_first_upkeep_does_all_and_the_next_what_is_due(vault: Vault) -> None:
    """A backup a day, which is a look at all of it too; the second medium is asked for from the next day on."""
    first = keep_up(vault, on(0))
    assert (first.ballast, first.checked, first.backed_up, first.fault, first.second_due) == (
        True,
        True,
        True,
        None,
        False,
    )
    again = keep_up(vault, on(0.5))
    assert (again.checked, again.backed_up) == (False, False)
    assert not again.second_due, "a vault of half a day is left in peace"
    next_day = keep_up(vault, on(1.1))
    assert (next_day.backed_up, next_day.second_due) == (True, True)
    assert [each.manifest.why for each in backups.kept(vault).backups] == ["automatic", "automatic"]


def test_it_is_looked_at_once_a_week_where_backups_need_not_be_made(vault: Vault) -> None:
    """Somebody whose clock stood wrong has backups that seem new; the look does not depend on them."""
    backups.back_up(vault, "asked", on(30))
    backups.back_up(vault, "asked", on(0))
    with vault.unit("forget") as work:
        work.settings.put(backups.CHECKED, on(-8).now().isoformat())
    done = keep_up(vault, on(0.1))
    assert (done.checked, done.backed_up) == (True, False)
    assert not keep_up(vault, on(0.2)).checked


def test_damage_is_told_and_not_backed_up(vault: Vault) -> None:
    """The last good backups stay, however old they are."""
    keep_up(vault, on(0))
    kept = backups.kept(vault).backups
    path = vault.folder / "vault.db"
    with vault.lend() as source:
        connection = open_database(path, source.key, vault=vault.id)
        checkpoint(connection)
        connection.close()
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 100)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))
    done = keep_up(vault, on(2))
    assert done.fault is not None
    assert done.fault.code == "vault_damaged"
    assert not done.backed_up
    assert backups_in(vault.folder / "backups", vault.id) == kept
    with path.open("r+b") as file:  # so that it can be closed
        file.seek(path.stat().st_size - 100)
        file.write(byte)


def test_a_lock_stops_it(vault: Vault) -> None:
    """At once before it began, and in the middle of a backup, of which nothing is left."""
    with pytest.raises(StoppedError):
        keep_up(vault, on(0), lambda: True)
    asked = iter([False, False])
    with pytest.raises(StoppedError):
        keep_up(vault, on(0), lambda: next(asked, True))
    assert backups.kept(vault).backups == ()
    assert list((vault.folder / "backups").iterdir()) == []


def test_ballast_is_made_where_there_is_room_and_given_up_once(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds its size in real blocks; three times its size have to be free; a half-made one is made again."""
    folder = vault.folder
    assert ballast.keep(folder)
    path = folder / "ballast"
    assert path.stat().st_size == SMALL
    assert path.stat().st_blocks * 512 >= SMALL
    assert ballast.give_up(folder)
    assert not path.exists()
    assert not ballast.give_up(folder)
    (folder / "ballast.partial").write_bytes(b"half")
    with monkeypatch.context() as patch:
        patch.setattr(ballast, "BALLAST_BYTES", 1 << 60)
        assert not ballast.keep(folder)
    assert ballast.keep(folder)
    assert not (folder / "ballast.partial").exists()
