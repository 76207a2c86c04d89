"""What a process did to the files of a folder, read from strace, and the disks that a power loss may leave of it.

The model is harsher than a journalling file system: what was written to a file is there once *that file* was flushed,
else each write may be there, be missing, or be torn at 512 bytes, in any combination. Names (made, renamed, removed)
keep their order, and are there once *a folder* was flushed; of later ones any number of the first may be there.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["CALLS", "Operation", "Recording", "read_trace"]

CALLS: Final = (
    "openat,close,dup,write,writev,pwrite64,pwritev,ftruncate,fallocate,fsync,fdatasync,rename,unlink,unlinkat,"
    "copy_file_range"
)
"""What strace has to note; a call that would write and is not understood makes the reading of the trace fail."""

_SECTOR: Final = 512
_LINE: Final = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+|\?)")
_TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_PATHED: Final = re.compile(r"(?:AT_FDCWD|\d+)<((?:\\x[0-9a-f]{2})*)>")
_LEFT_OUT: Final = ("-shm", ".lock")
"""Shared memory is made anew after a crash, and a lock holds nothing."""


@dataclass(frozen=True)
class Operation:
    """One thing that was done. ``what`` is data (write, cut, flush), names (make, folder, rename, remove) or a promise."""

    what: str
    file: int = 0
    path: str = ""
    to: str = ""
    at: int = 0
    data: bytes = field(default=b"", repr=False)


def _plain(hexadecimal: str) -> bytes:
    return bytes.fromhex(hexadecimal.replace("\\x", ""))


class _Reader:
    """Follows file descriptors and names of one process."""

    def __init__(self, root: str, names: dict[str, int]) -> None:
        self.root, self.names = root, dict(names)
        self.last = len(names)
        self.open: dict[int, tuple[int, str]] = {}
        self.written: dict[int, int] = {}
        self.operations: list[Operation] = []

    def read(self, lines: Iterable[str]) -> None:
        """Turn lines of strace into operations; raises ``NotImplementedError`` for a call that it does not know."""
        for line in lines:
            match = _LINE.match(line)
            if match is None or match[4] == "?" or match[4].startswith("-"):
                continue
            call, given, result = match[2], match[3], int(match[4])
            known = getattr(self, f"_{call}", None)
            if known is not None:
                known(given, [_plain(text) for text in _TEXT.findall(given)], result)
            elif self._file(given):
                raise NotImplementedError(call)

    def _inside(self, path: str) -> bool:
        return (path + "/").startswith(self.root + "/") and not path.endswith(_LEFT_OUT)

    def _file(self, given: str) -> int:
        """Return the file that the first argument names; 0 where it is none of the folder's."""
        number = given.partition("<")[0]
        return self.open.get(int(number), (0, ""))[0] if number.isdecimal() else 0

    def _openat(self, given: str, texts: list[bytes], result: int) -> None:
        path = _path(given, texts[0])
        self.open.pop(result, None)
        self.written[result] = 0
        if not self._inside(path):
            return
        flags = given.rpartition('"')[2]
        if path not in self.names and "O_CREAT" in flags:
            self.last += 1
            self.names[path] = self.last
            self.operations.append(Operation("make", self.last, path))
        elif path in self.names and "O_TRUNC" in flags:
            self.operations.append(Operation("cut", self.names[path]))
        self.open[result] = (self.names.get(path, 0), path)

    def _close(self, given: str, _texts: list[bytes], _result: int) -> None:
        self.open.pop(int(given.partition("<")[0]), None)

    def _pwrite64(self, given: str, texts: list[bytes], result: int) -> None:
        if file := self._file(given):
            at = int(given.rpartition(", ")[2])
            self.operations.append(Operation("write", file, at=at, data=texts[0][:result]))

    def _write(self, given: str, texts: list[bytes], result: int) -> None:
        number = int(given.partition("<")[0])
        if number == 1:
            self.operations += [Operation("promise", path=line) for line in texts[0].decode().splitlines()]
        elif file := self._file(given):
            at = self.written[number]
            self.operations.append(Operation("write", file, at=at, data=texts[0][:result]))
            self.written[number] = at + result

    def _ftruncate(self, given: str, _texts: list[bytes], _result: int) -> None:
        if file := self._file(given):
            self.operations.append(Operation("cut", file, at=int(given.rpartition(", ")[2])))

    def _fsync(self, given: str, _texts: list[bytes], _result: int) -> None:
        file, path = self.open.get(int(given.partition("<")[0]), (0, ""))
        if path:
            self.operations.append(Operation("flush", file) if file else Operation("flush folder", path=path))

    _fdatasync = _fsync

    def _rename(self, given: str, texts: list[bytes], _result: int) -> None:
        old, new = (_path(given, text) for text in texts)
        if self._inside(old):
            self.operations.append(Operation("rename", path=old, to=new))
            _move(self.names, old, new)

    def _unlink(self, given: str, texts: list[bytes], _result: int) -> None:
        path = _path(given, texts[0])
        if self.names.pop(path, None) is not None:
            self.operations.append(Operation("remove", path=path))

    def _unlinkat(self, given: str, texts: list[bytes], result: int) -> None:
        if "AT_REMOVEDIR" not in given:
            self._unlink(given, texts, result)


def _path(given: str, text: bytes) -> str:
    """Return the whole path of a name that may be relative to an open folder."""
    name = os.fsdecode(text)
    base = _PATHED.search(given)
    return os.path.normpath(name if name.startswith("/") or not base else f"{os.fsdecode(_plain(base[1]))}/{name}")


def _move(names: dict[str, int], old: str, new: str) -> None:
    """Give a file, or all that is in a folder, another path."""
    for path in [path for path in names if path == old or path.startswith(old + "/")]:
        names[new + path[len(old) :]] = names.pop(path)


@dataclass(frozen=True)
class Recording:
    """A folder as it was, and everything that was done to it afterwards, in order."""

    root: str
    before: dict[str, int]
    content: dict[int, bytes] = field(repr=False)
    operations: tuple[Operation, ...] = field(repr=False)

    def promised(self, until: int) -> tuple[str, ...]:
        """Return what had been promised before the power went after so many operations."""
        return tuple(each.path for each in self.operations[:until] if each.what == "promise")

    def crash(self, until: int, chance: random.Random, into: Path, keep: float | None = None) -> None:
        """Write a folder that a power loss after so many operations may leave.

        ``keep`` says how much of what was not flushed is there, from 0 to 1; it is drawn if not given.
        """
        done = self.operations[:until]
        keep = chance.choice((0.0, 0.5, 0.9, 1.0)) if keep is None else keep
        files = self._data(done, chance, keep)
        for path, number in self._names(done, chance, keep).items():
            target = into / os.path.relpath(path, self.root)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            target.write_bytes(files.get(number, b""))

    def _names(self, done: tuple[Operation, ...], chance: random.Random, keep: float) -> dict[str, int]:
        names = dict(self.before)
        flushed = max((at for at, each in enumerate(done) if each.what == "flush folder"), default=-1)
        later = [each for each in done[flushed + 1 :] if each.what in {"make", "rename", "remove"}]
        some = len(later) if keep == 1.0 else 0 if keep == 0.0 else chance.randint(0, len(later))
        for each in (*done[: flushed + 1], *later[:some]):
            if each.what == "make":
                names[each.path] = each.file
            elif each.what == "remove":
                names.pop(each.path, None)
            elif each.what == "rename":
                _move(names, each.path, each.to)
        return names

    def _data(self, done: tuple[Operation, ...], chance: random.Random, keep: float) -> dict[int, bytes]:
        flushed: dict[int, int] = {each.file: at for at, each in enumerate(done) if each.what == "flush"}
        files = {number: bytearray(content) for number, content in self.content.items()}
        for at, each in enumerate(done):
            if each.what not in {"write", "cut"}:
                continue
            file = files.setdefault(each.file, bytearray())
            for start, data in _survives(each, chance, 1.0 if at < flushed.get(each.file, -1) else keep):
                if each.what == "cut":
                    del file[start:]
                    file.extend(bytes(start - len(file)))
                else:
                    file.extend(bytes(max(0, start + len(data) - len(file))))
                    file[start : start + len(data)] = data
        return {number: bytes(content) for number, content in files.items()}


def _survives(each: Operation, chance: random.Random, keep: float) -> Iterator[tuple[int, bytes]]:
    """Yield the parts of a write that reached the disk; a cut reaches it or does not."""
    if keep == 1.0 or chance.random() < keep * 0.8:
        yield each.at, each.data
    elif each.what == "write" and keep > 0.0 and chance.random() < 0.5:
        for start in range(0, len(each.data), _SECTOR):
            if chance.random() < keep:
                yield each.at + start, each.data[start : start + _SECTOR]


def read_trace(folder: Path, before: Path, trace: Path) -> Recording:
    """Read what strace noted (``-f -y -xx`` and a large ``-s``) of a process in ``folder``; ``before`` is a copy of it."""
    names, content = {}, {}
    for path in sorted(before.rglob("*")):
        if path.is_file() and not path.name.endswith(_LEFT_OUT):
            number = len(names) + 1
            names[str(folder / path.relative_to(before))] = number
            content[number] = path.read_bytes()
    reader = _Reader(str(folder), names)
    with trace.open(encoding="ascii") as lines:
        reader.read(lines)
    return Recording(str(folder), names, content, tuple(reader.operations))
