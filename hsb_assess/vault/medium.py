"""What a folder lies on: this computer's own disk, a network share, or a folder that some program copies to a cloud.

A vault on a network share loses commits, because locks and flushes there are promises of another machine, so it is
refused. A folder that is synchronised is only warned about: the vault in it is encrypted, but two computers that
both write to it make two vaults of it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Mount", "mount_of", "mounts", "must_be_local", "nearest", "network_kind", "synced_by"]

_NETWORK: Final = frozenset(
    [
        "9p",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "davfs2",
        "ftp",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs3",
        "nfs4",
        "ocfs2",
        "smb2",
        "smb3",
        "smbfs",
        "sshfs",
        "webdav",
    ]
)
_NETWORK_FUSE: Final = frozenset(
    [
        "davfs",
        "davfs2",
        "gcsfuse",
        "glusterfs",
        "google-drive-ocamlfuse",
        "gvfsd-fuse",
        "onedriver",
        "rclone",
        "s3fs",
        "smbnetfs",
        "sshfs",
    ]
)
_REMOTE_DRIVE: Final = 4  # DRIVE_REMOTE of GetDriveTypeW

_ANYWHERE: Final = (
    (re.compile(r"OneDrive( -.*)?|SkyDrive", re.IGNORECASE), "OneDrive"),
    (re.compile(r"Dropbox( \(.*\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"Google ?Drive( .*)?", re.IGNORECASE), "Google Drive"),
    (re.compile(r"iCloud ?Drive|com~apple~CloudDocs|Mobile Documents", re.IGNORECASE), "iCloud"),
    (re.compile(r"Nextcloud\d*", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"ownCloud", re.IGNORECASE), "ownCloud"),
    (re.compile(r"Box Sync|pCloud ?Drive", re.IGNORECASE), "Box or pCloud"),
)
_AT_HOME: Final = {"box": "Box", "mega": "MEGA", "sync": "Syncthing or Sync.com", "seafile": "Seafile"}
_MARKERS: Final = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "Nextcloud or ownCloud"),
    (".sync_journal.db", "Nextcloud or ownCloud"),
    (".stfolder", "Syncthing"),
)
_CLOUD_STORAGE: Final = "CloudStorage"  # macOS keeps the folders of all such programs below ~/Library/CloudStorage

Mount = tuple[str, str, str]
"""Where a file system is mounted, its type, and its device as ``major:minor`` (or empty)."""


def must_be_local(folder: Path) -> None:
    """Raise ``network_folder`` where ``folder``, which need not exist yet, lies on a network share."""
    kind = network_kind(folder)
    if kind is not None:
        raise HsbAssessError(
            "network_folder",
            f"This folder lies on a network share ({kind}), where a vault can lose what was written.",
            "Keep the vault on this computer's own disk; its backups may go to the share.",
        )


def network_kind(folder: Path) -> str | None:
    """Return what kind of network share ``folder`` lies on, or ``None`` for a disk of this computer."""
    path = nearest(folder)
    if sys.platform == "win32":
        return _windows_kind(str(path))
    found = mount_of(path, mounts())
    return None if found is None else kind_of(found[1])


def nearest(folder: Path) -> Path:
    """Return ``folder`` or the nearest folder above it that exists, without links."""
    path = folder.absolute()
    while not path.exists() and path != path.parent:
        path = path.parent
    return path.resolve()


def kind_of(file_system: str) -> str | None:
    """Return the type of a network file system as people call it, ``None`` for a local one."""
    name = file_system.lower()
    if name in _NETWORK or (name.startswith("fuse.") and name.removeprefix("fuse.") in _NETWORK_FUSE):
        return name.removeprefix("fuse.")
    return None


def mounts() -> tuple[Mount, ...]:
    """Return what is mounted on this computer; empty where the system does not say."""
    try:
        if sys.platform == "darwin":
            told = subprocess.run(["/sbin/mount"], capture_output=True, timeout=5, check=True)
            return mac_mounts(told.stdout.decode("utf-8", "surrogateescape").splitlines())
        return linux_mounts(Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines())
    except (OSError, subprocess.SubprocessError):
        return ()


def linux_mounts(lines: Iterable[str]) -> tuple[Mount, ...]:
    """Read the lines of ``/proc/self/mountinfo``."""
    found = []
    for line in lines:
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) > 4 and kinds[0]:  # noqa: PLR2004 - the fifth field is the mount point
            found.append((_unescaped(fields[4]), kinds[0], fields[2]))
    return tuple(found)


def _unescaped(text: str) -> str:
    """Undo the octal escapes of blanks and the like."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)


def mac_mounts(lines: Iterable[str]) -> tuple[Mount, ...]:
    """Read what ``mount`` says on macOS: ``//me@host/share on /Volumes/share (smbfs, nodev)``."""
    matches = (re.fullmatch(r".+? on (/.*) \((\w+)[,)].*", line) for line in lines)
    return tuple((match[1], match[2], "") for match in matches if match is not None)


def mount_of(path: Path, known: Iterable[Mount]) -> Mount | None:
    """Return the innermost mount that holds ``path``; of several on one point the last one counts."""
    holds = [each for each in known if path.is_relative_to(each[0])]
    return max(reversed(holds), key=lambda each: len(Path(each[0]).parts), default=None)


def is_share(path: str) -> bool:
    r"""Say whether a Windows path names a share: ``\\host\share`` or ``\\?\UNC\host\share``."""
    plain = path.replace("/", "\\")
    if plain[:4] in {"\\\\?\\", "\\\\.\\"}:
        return plain[4:8].upper() == "UNC\\"
    return plain.startswith("\\\\")


def _windows_kind(path: str) -> str | None:
    if is_share(path):
        return "smb"
    import ctypes

    # Not typed elsewhere: this line is reached on Windows only.
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - mypy knows no windll on other systems
    return "mapped drive" if kernel.GetDriveTypeW(os.path.splitdrive(path)[0] + "\\") == _REMOTE_DRIVE else None


def synced_by(folder: Path) -> str | None:
    """Return the name of the program that copies ``folder`` to a cloud, as far as names and markers tell, or ``None``."""
    path = nearest(folder)
    for variable in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = os.environ.get(variable)
        if root and path.is_relative_to(Path(root)):
            return "OneDrive"
    home = Path.home()
    if path.is_relative_to(home):
        inside = path.relative_to(home).parts
        if inside[:1] and inside[0].lower() in _AT_HOME:
            return _AT_HOME[inside[0].lower()]
        if inside[:2] == ("Library", _CLOUD_STORAGE) and len(inside) > 2:  # noqa: PLR2004 - the program's own folder
            return inside[2].partition("-")[0]
    for part in (folder.name, *path.parts):
        for pattern, name in _ANYWHERE:
            if pattern.fullmatch(part):
                return name
    return next(
        (name for above in (path, *path.parents) for marker, name in _MARKERS if (above / marker).exists()), None
    )
