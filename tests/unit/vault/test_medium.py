"""What a folder lies on: shares are refused by name, folders that are synchronised are told apart."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault import medium, opening

MOUNTINFO = r"""22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 22 0:36 / /home/me/My\040share rw,relatime shared:20 - cifs //host/share rw,vers=3.0
41 22 0:37 / /home/me/My\040share/local rw,relatime - tmpfs tmpfs rw
42 22 0:38 / /mnt/remote rw - fuse.sshfs me@host: rw
43 22 0:39 / /mnt/crypt rw - fuse.gocryptfs /home/me/.crypt rw
44 22 254:2 / /mnt/twice rw - ext4 /dev/vdb rw
45 22 0:40 / /mnt/twice rw - nfs4 host:/export rw"""
MOUNT = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//me@host/share on /Volumes/the share (smbfs, nodev, nosuid, mounted by me)
host:/export on /Volumes/export (nfs)"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/me/vault", None),
        ("/home/me/My share/vault", "cifs"),
        ("/home/me/My share/local/vault", None),
        ("/home/me/My share elsewhere", None),
        ("/mnt/remote", "sshfs"),
        ("/mnt/crypt/vault", None),
        ("/mnt/twice/vault", "nfs4"),
    ],
)
def test_linux_says_what_a_folder_lies_on(path: str, kind: str | None) -> None:
    """The innermost mount counts, and on one point the last; blanks are escaped."""
    found = medium.mount_of(Path(path), medium.linux_mounts(MOUNTINFO.splitlines()))
    assert found is not None
    assert medium.kind_of(found[1]) == kind


@pytest.mark.parametrize(
    ("path", "kind"), [("/Users/me", None), ("/Volumes/the share/vault", "smbfs"), ("/Volumes/export/v", "nfs")]
)
def test_macos_says_what_a_folder_lies_on(path: str, kind: str | None) -> None:
    """From the lines of its `mount`."""
    found = medium.mount_of(Path(path), medium.mac_mounts(MOUNT.splitlines()))
    assert found is not None
    assert medium.kind_of(found[1]) == kind


@pytest.mark.parametrize(
    ("path", "share"),
    [
        ("C:\\Users\\me", False),
        ("\\\\host\\share\\vault", True),
        ("//host/share", True),
        ("\\\\?\\C:\\x", False),
        ("\\\\?\\UNC\\h\\s", True),
    ],
)
def test_windows_names_shares(path: str, share: bool) -> None:
    """Long paths and shares begin alike."""
    assert medium.is_share(path) is share


def test_a_vault_on_a_share_is_refused_at_making_and_at_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By name and with what to do, before anything is written there."""
    share = tmp_path / "share"
    share.mkdir()
    monkeypatch.setattr(medium, "mounts", lambda: (("/", "ext4", "8:1"), (str(share), "nfs4", "0:40")))
    for way in (opening.unlock, opening.unlock_with_recovery):
        with pytest.raises(HsbAssessError, match=r"network_folder.*nfs4"):
            way(share / "vault", "words")
    with pytest.raises(HsbAssessError, match="network_folder"):
        opening.create(share / "vault", "words", None)  # type: ignore[arg-type]  # refused before the identity is looked at
    assert list(share.iterdir()) == []
    medium.must_be_local(tmp_path)


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        ("OneDrive - Northshire Council/vault", "OneDrive"),
        ("Dropbox (Personal)/vault", "Dropbox"),
        ("Google Drive/My Drive/vault", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/vault", "iCloud"),
        ("Library/CloudStorage/Box-Box/vault", "Box"),
        ("Nextcloud/vault", "Nextcloud"),
        ("Box/vault", "Box"),
        ("work/Box/vault", None),
        ("Documents/vault", None),
    ],
)
def test_folders_that_are_copied_to_a_cloud_are_told_by_their_names(
    inside: str, name: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the vault lies in them; a folder that only shares a word with one is none."""
    monkeypatch.setattr(Path, "home", classmethod(lambda _: tmp_path))
    folder = tmp_path / PurePosixPath(inside)
    folder.mkdir(parents=True)
    assert medium.synced_by(folder) == name


def test_folders_that_are_copied_to_a_cloud_are_told_by_their_markers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of any name, by what its program keeps in it; OneDrive by what Windows says."""
    folder = tmp_path / "shared things" / "vault"
    folder.mkdir(parents=True)
    assert medium.synced_by(folder) is None
    (tmp_path / "shared things" / ".stfolder").mkdir()
    assert medium.synced_by(folder) == "Syncthing"
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert medium.synced_by(folder) == "OneDrive"
