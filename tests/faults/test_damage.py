"""Bits flip, files are cut, emptied and exchanged: a vault or a backup that is spoilt says so, and never shows other words."""

from __future__ import annotations

import random
import shutil
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import restoring
from hsb_assess.vault.backup import make, open_and_verify
from hsb_assess.vault.checking import check_database
from hsb_assess.vault.opening import unlock_with_recovery
from tests.faults import small

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.frame import Tally

NAMED = frozenset(
    {
        "vault_damaged",
        "vault_empty",
        "vault_not_encrypted",
        "vault_mismatch",
        "vault_missing",
        "slots_missing",
        "slots_damaged",
        "kdf_out_of_bounds",
        "wrong_recovery_key",
        "not_a_vault",
        "audit_broken",
        "backup_damaged",
        "backup_altered",
        "not_a_backup",
    }
)
"""What may be said of files that were spoilt. Of the slots of another vault only the key's owner knows: wrong key."""


@dataclass
class Kept:
    """A vault with a backup in it, its key, everything that stands in it, and its files' bytes."""

    folder: Path
    key: str
    words: list[str]
    files: dict[str, bytes]

    def reset(self) -> None:
        """Put every file back as it was."""
        shutil.rmtree(self.folder)
        for name, content in self.files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def words_in(folder: Path, key: str) -> list[str]:
    """Return every word that a vault shows its owner, after all of it was looked at as a week's upkeep does."""
    with unlock_with_recovery(folder, key) as vault:
        with vault.unit() as work:
            entries = work.entries.of_case(small.CASE)
            shown = [str(entry.body) + entry.id + entry.signature for entry in entries]
            shown += sorted(str(draft.body) for draft in work.drafts.of_case(small.CASE))
        with vault.lend() as source:
            check_database(folder / "vault.db", source.key, vault.id)
    return shown


@pytest.fixture
def kept(quick_disk: Path) -> Kept:
    """A vault with a backup, locked."""
    folder = quick_disk / "vault"
    key = small.make(folder, 25)
    with unlock_with_recovery(folder, key) as vault, vault.lend() as source:
        small.write_one(vault, vault.book(), words=4000)  # its end lies on pages of its own
        path = make(source, quick_disk / "kept", "asked", SystemClock().now()).path
    shutil.copytree(path, folder / "backups" / "one.backup")
    (folder / "vault.lock").unlink()
    files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return Kept(folder, key, words_in(folder, key), files)


def judge(tally: Tally, kept: Kept, name: str, what: str) -> bool:
    """Count one spoilt file: it is named, or everything is shown as it was. Says whether it was named."""
    tally.tried += 1
    try:
        if name.startswith("backups"):
            open_and_verify(kept.folder / "backups" / "one.backup", kept.key, with_recovery_key=True)
            shown = kept.words
        else:
            shown = words_in(kept.folder, kept.key)
    except HsbAssessError as error:
        if error.code in NAMED:
            tally.survived += 1
        else:
            tally.faults.append(f"{what} of {name}: told as {error.code}")
        return True
    except Exception as error:  # noqa: BLE001 - a person would get this one as an internal error
        tally.faults.append(f"{what} of {name}: {error!r}")
        return True
    if shown == kept.words:
        tally.survived += 1
    else:
        tally.lose(f"{what} of {name}: other words are shown")
    return False


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_flipped_bits_are_named(kept: Kept, often: Callable[..., int], tally: Callable[..., Tally]) -> None:
    """Anywhere in the database, the slots, and a backup. Whatever flips in an encrypted page is found."""
    result, chance = tally("bit_flips"), random.Random(11)
    names = [*sorted(kept.files), *["vault.db"] * 4]
    for _ in range(often(20, 2000, 2000)):
        name = chance.choice(names)
        kept.reset()
        data = bytearray(kept.files[name])
        at = chance.randrange(len(data))
        data[at] ^= 1 << chance.randrange(8)
        (kept.folder / name).write_bytes(data)
        named = judge(result, kept, name, f"bit {at}")
        if name.endswith("vault.db") and not named:
            result.lose(f"bit {at} of {name} was not seen")
    assert result.holds, result.faults


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_cut_files_are_named(kept: Kept, often: Callable[..., int], tally: Callable[..., Tally]) -> None:
    """At any length, also at none: nothing is taken for a new, empty vault."""
    result, chance = tally("truncations"), random.Random(12)
    names = sorted(kept.files)
    for number in range(often(20, 500, 500)):
        name = chance.choice([*names, "vault.db"])
        kept.reset()
        size = 0 if number % 10 == 0 else chance.randrange(len(kept.files[name]))
        (kept.folder / name).write_bytes(kept.files[name][:size])
        if not judge(result, kept, name, f"cut at {size}"):
            result.lose(f"{name} cut at {size} was not seen")
    assert result.holds, result.faults


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_exchanged_files_are_named(kept: Kept, quick_disk: Path, tally: Callable[..., Tally]) -> None:
    """By those of another vault, by a database without a key, by nothing, by each other; and none is restored."""
    result = tally("exchanged_files")
    small.make(quick_disk / "other", 3)
    plain = quick_disk / "plain.db"
    with sqlite3.connect(plain) as other:
        other.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    other.close()
    for name in sorted(kept.files):
        base = name.rpartition("/")[2]
        strange = {"another database": plain.read_bytes(), "zeros": bytes(8192), "text": b"words\n" * 2000}
        if base != "manifest.json":
            strange["another vault's"] = (quick_disk / "other" / base).read_bytes()
        for what, content in strange.items():
            kept.reset()
            (kept.folder / name).write_bytes(content)
            if not judge(result, kept, name, what):
                result.lose(f"{what} in place of {name} was not seen")
            if not name.startswith("backups"):
                continue
            with pytest.raises(HsbAssessError):
                restoring.restore(
                    kept.folder / "backups" / "one.backup",
                    quick_disk / "new",
                    kept.key,
                    with_recovery_key=True,
                    clock=SystemClock(),
                )
            assert not (quick_disk / "new" / "vault.db").exists()
    assert result.holds, result.faults


@pytest.mark.faults
def test_the_harness_sees_other_words(quick_disk: Path, tally: Callable[..., Tally]) -> None:
    """The control: without a cipher, flipped bits show other words and nobody is told."""
    result, chance = tally("bit_flips_control", control=True), random.Random(13)
    path = quick_disk / "plain.db"
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE said (words TEXT)")
        made.executemany("INSERT INTO said VALUES (?)", [("words " * 100,)] * 50)
    made.close()
    whole = path.read_bytes()
    for _ in range(500):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        result.tried += 1
        other = sqlite3.connect(path)
        try:
            shown = [row[0] for row in other.execute("SELECT words FROM said")]
        except (sqlite3.Error, UnicodeDecodeError):
            result.survived += 1
        else:
            if shown == ["words " * 100] * 50:
                result.survived += 1
            else:
                result.lose("other words are shown")
        finally:
            other.close()
        if result.lost:
            break
    assert result.lost
