"""When backups make themselves, where they go, and what the audit says of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import backups
from hsb_assess.domain.clock import ShiftedClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import create, unlock_with_recovery

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hsb_assess.vault.opening import Vault

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


def on(days: float) -> ShiftedClock:
    """Return a clock so many days from NOW."""
    return ShiftedClock(NOW + timedelta(days=days) - datetime.now(UTC))


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """One open vault for all of this; its backups are told apart by their time."""
    folder = tmp_path_factory.mktemp("backups") / "vault"
    identity = create_identity("Avery Example", "practitioner", "Example Service", NOW)
    key = create(folder, "five plain words for backups", identity, kdf=KdfParameters.floor()).recovery_key
    with unlock_with_recovery(folder, key) as opened:
        yield opened


def test_a_backup_is_due_a_day_after_the_last(vault: Vault) -> None:
    """And where there is none; not within half an hour of one that seems to come from the future."""
    assert backups.due((), NOW)
    made = backups.back_up(vault, "automatic", on(0))
    moment = made.manifest.moment()
    assert not backups.due([made], moment + timedelta(hours=23))
    assert backups.due([made], moment + timedelta(hours=24))
    assert backups.due([made], moment - timedelta(days=3))
    assert not backups.due([made], moment - timedelta(minutes=29))


def test_the_audit_says_that_a_backup_was_made(vault: Vault) -> None:
    """By name and with what it was made for, after the backup was verified."""
    made = backups.back_up(vault, "asked", on(0))
    with vault.unit() as work:
        last = work.audit.rows()[-1]
        assert work.audit.verify().faults == ()
    assert (last.act, last.notes[0].object) == ("backup_made", made.path.name)
    assert last.notes[0].detail == {"why": "asked", "audit_head": made.manifest.audit_head}


def test_copies_go_to_the_second_medium_while_it_is_there(vault: Vault, tmp_path: Path) -> None:
    """Asked for at first and after a week; each backup follows by itself, and goes without where it is not there."""
    stick = tmp_path / "stick"
    assert backups.second_due(backups.kept(vault), NOW)
    with pytest.raises(HsbAssessError, match="second_missing"):
        backups.copy_to_second(vault, on(0))
    with pytest.raises(HsbAssessError, match="second_is_first"):
        backups.choose_second(vault, vault.folder / "backups", on(0))
    copied = backups.choose_second(vault, stick, on(0))
    assert copied.path.parent == stick
    found = backups.kept(vault)
    assert found.second == stick
    assert not backups.second_due(found, NOW + timedelta(days=6))
    assert backups.second_due(found, NOW + timedelta(days=8))
    assert backups.second_due(found, NOW - timedelta(days=1)), "a clock that was set back shows no week"
    made = backups.back_up(vault, "automatic", on(1))
    assert (stick / made.path.name).is_dir()
    assert backups.copy_to_second(vault, on(1.5)).path.parent == stick
    stick.rename(tmp_path / "in a drawer")
    backups.back_up(vault, "automatic", on(3))
    before = backups.kept(vault).copied
    assert before is not None
    assert before < NOW + timedelta(days=2)
