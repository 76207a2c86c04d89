"""A change of the tables: backed up first, one transaction, looked at before and after, and the backup stays."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import backup, migrations
from hsb_assess.vault.opening import unlock_with_recovery

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.vault.file import Connection
    from tests.unit.vault.conftest import Made, StandingClock

OLD = Path(__file__).parents[2] / "vaults" / "0.1.0"


def _more(connection: Connection) -> None:
    connection.execute("CREATE TABLE more (name TEXT NOT NULL) STRICT")
    connection.execute("INSERT INTO more VALUES ('new')")


def _breaks(connection: Connection) -> None:
    connection.execute("CREATE TABLE half (name TEXT)")
    connection.execute("no such statement")


def _tampers(connection: Connection) -> None:
    """As a fault in a change would: the tables are whole, and the audit does not fit any more."""
    connection.execute("DROP TRIGGER audit_stays")
    connection.execute("DELETE FROM audit WHERE seq = 1")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have the program be a later one that brings these changes, or with none the present one."""
    known = migrations.MIGRATIONS
    return lambda *more: monkeypatch.setattr(migrations, "MIGRATIONS", (*known, *more))


def test_an_old_vault_is_backed_up_before_its_tables_change(later: Callable[..., None], tmp_path: Path) -> None:
    """The vault of the first version: the backup is what it was; the audit names it; the next unlock makes none."""
    folder = tmp_path / "vault"
    shutil.copytree(OLD / "vault", folder)
    key = (OLD / "recovery-key.txt").read_text("utf-8").strip()
    later(("9001_more", _more))
    with unlock_with_recovery(folder, key) as vault:
        (kept,) = backup.backups_in(folder / "backups", vault.id)
        with vault.lend() as source:
            assert backup.verify(kept.path, source.key).manifest.why == "migration"
        with vault.unit() as work:
            notes = {note.action: note.detail for note in work.audit.rows()[-1].notes}
            assert work.audit.verify().faults == ()
    moved = notes["migrated"]
    assert isinstance(moved, dict)
    assert moved["backup"] == kept.path.name
    assert isinstance(moved["ran"], list)
    assert moved["ran"][-1] == "9001_more"
    with unlock_with_recovery(folder, key) as vault:
        assert backup.backups_in(folder / "backups", vault.id) == (kept,)


@pytest.mark.parametrize("change", [_breaks, _tampers])
def test_a_change_that_fails_leaves_the_vault_as_it_was(
    change: object, later: Callable[..., None], made: Made, clock: StandingClock
) -> None:
    """Also the one before it that went well: they are one transaction. The program of before still opens it."""
    with unlock_with_recovery(made.folder, made.recovery, clock=clock) as vault, vault.unit() as work:
        before = work.audit.head()
    later(("9001_more", _more), ("9002_wrong", change))
    with pytest.raises(Exception, match=r"audit_broken|syntax"):
        unlock_with_recovery(made.folder, made.recovery, clock=clock)
    later()
    with unlock_with_recovery(made.folder, made.recovery, clock=clock) as vault, vault.unit() as work:
        assert before in [row.hash for row in work.audit.rows()]
        found = work.audit._unit.connection.execute("SELECT name FROM sqlite_schema").fetchall()
    assert not {"more", "half"} & {row["name"] for row in found}


def test_without_a_backup_nothing_is_changed(
    later: Callable[..., None], made: Made, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no room for one, the vault stays closed and as it was."""
    later(("9001_more", _more))
    with monkeypatch.context() as patch:
        patch.setattr(backup, "_ROOM", 1 << 60)
        with pytest.raises(HsbAssessError, match="disk_full"):
            unlock_with_recovery(made.folder, made.recovery, clock=clock)
    later()
    unlock_with_recovery(made.folder, made.recovery, clock=clock).close()
