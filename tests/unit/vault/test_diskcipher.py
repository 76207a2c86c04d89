"""Whether a disk is encrypted, from what each system shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.vault.diskcipher import bitlocker, disk_encrypted, dm_crypt, filevault

if TYPE_CHECKING:
    from pathlib import Path


def device(known: Path, number: str, uuid: str = "", *parts: str) -> None:
    """Make what the kernel shows of a block device."""
    here = known / number
    here.mkdir(parents=True)
    (here / "dev").write_text(number + "\n", "ascii")
    if uuid:
        (here / "dm").mkdir()
        (here / "dm" / "uuid").write_text(uuid + "\n", "ascii")
    if parts:
        (here / "slaves").mkdir()
        for part in parts:
            (here / "slaves" / part.replace(":", "-")).symlink_to(known / part, target_is_directory=True)


def test_linux_is_followed_down_to_what_a_volume_is_made_of(tmp_path: Path) -> None:
    """LVM on LUKS is encrypted; a volume over two disks of which one is not, is not; memory cannot be told."""
    device(tmp_path, "8:1")
    device(tmp_path, "253:0", "CRYPT-LUKS2-0123-luks", "8:1")
    device(tmp_path, "253:1", "LVM-abc", "253:0")
    device(tmp_path, "253:2", "LVM-def", "253:0", "8:1")
    told = {number: dm_crypt(number, tmp_path) for number in ("8:1", "253:0", "253:1", "253:2", "0:40")}
    assert told == {"8:1": False, "253:0": True, "253:1": True, "253:2": False, "0:40": None}


@pytest.mark.parametrize(("told", "is_on"), [("1\r\n", True), ("2\r\n", False), ("", None), (None, None)])
def test_windows_tells_a_number(told: str | None, is_on: bool | None) -> None:
    """As its own Explorer shows it to anybody."""
    assert bitlocker(told) is is_on


@pytest.mark.parametrize(
    ("told", "is_on"), [("FileVault is On.\n", True), ("FileVault is Off.\n", False), ("what?", None), (None, None)]
)
def test_macos_tells_a_sentence(told: str | None, is_on: bool | None) -> None:
    """Anything else is not taken for an answer."""
    assert filevault(told) is is_on


def test_this_computer_is_asked(tmp_path: Path) -> None:
    """It gives one of the three answers, also for a folder that is not there yet."""
    assert disk_encrypted(tmp_path / "not" / "yet") in {True, False, None}
