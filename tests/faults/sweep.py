"""Looks for marked words where none may be: in files, in what was written to files that are gone, in memory."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import string
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Marks", "in_memory", "in_trace", "in_trees", "traced", "written_outside"]

_CHUNK: Final = 1 << 22
_OPENED: Final = re.compile(rb'^\d+ +(?:openat\([^<]*(?:<([^>]*)>)?, |open\(|creat\()"((?:[^"\\]|\\.)*)"')
_WRITTEN: Final = re.compile(rb"^\d+ +(?:write|writev|pwrite64|pwritev2?|sendfile|copy_file_range)\(\d+<([^>]*)>")
_HARMLESS: Final = (b"/dev/null", b"/dev/tty", b"/proc/self/", b"/proc/", b"/sys/")


class Marks:
    """Words that stand nowhere else, by what they are typed as; eleven made-up ones if none are given."""

    KINDS: Final = (
        "reference", "name", "answer", "draft", "row", "person", "evidence", "absence", "comment", "decision", "sought",
    )  # fmt: skip

    def __init__(self, words: Mapping[str, str] | None = None) -> None:
        letters = string.ascii_lowercase
        made = {kind: "Marked" + "".join(secrets.choice(letters) for _ in range(14)) for kind in self.KINDS}
        self.words = dict(made if words is None else words)

    def __getitem__(self, kind: str) -> str:
        return self.words[kind]

    def found_in(self, data: bytes) -> set[str]:
        """Return the kinds whose word is in ``data``, as one byte a letter or as two."""
        codes = ("utf-8", "utf-16-le", "utf-16-be")
        return {kind for kind, word in self.words.items() if any(word.encode(code) in data for code in codes)}

    def found_in_trace(self, line: bytes) -> set[str]:
        """Return the kinds whose word is in a line of strace, which writes a zero byte as two letters."""
        return self.found_in(line.replace(b"\\0", b"\0"))


def _files(root: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(root):
        for name in names:
            path = Path(folder, name)
            if path.is_file() and not path.is_symlink():
                yield path


def in_trees(roots: Iterable[Path], marks: Marks) -> dict[Path, set[str]]:
    """Return the files below ``roots`` that hold a marked word, or bear one in their name, with the kinds."""
    found = {}
    for root in roots:
        for path in _files(root):
            kinds = marks.found_in(path.read_bytes()) | marks.found_in(str(path).encode())
            if kinds:
                found[path] = kinds
    return found


def traced(report: Path) -> tuple[str, ...]:
    """Return what goes before a command to have every write reported; empty where there is no strace."""
    if shutil.which("strace") is None:
        return ()
    calls = "open,openat,creat,write,writev,pwrite64,pwritev,pwritev2,sendfile,copy_file_range"
    return ("strace", "-f", "-y", "--seccomp-bpf", "-s", "1048576", "-e", f"trace={calls}", "-o", str(report))


def in_trace(report: Path, marks: Marks) -> dict[Path, set[str]]:
    """Return the files, gone or not, into which a marked word was written; pipes between our processes may carry them."""
    found: dict[Path, set[str]] = {}
    with report.open("rb") as lines:
        for line in lines:
            target = _WRITTEN.match(line)
            if target is None or not target[1].startswith(b"/"):
                continue
            kinds = marks.found_in_trace(line)
            if kinds:
                found.setdefault(Path(os.fsdecode(target[1])), set()).update(kinds)
    return found


def written_outside(report: Path, roots: Iterable[Path]) -> set[str]:
    """Return the files that were opened for writing and lie below none of ``roots``."""
    inside = tuple(f"{root}/".encode() for root in roots)
    found = set()
    with report.open("rb") as lines:
        for line in lines:
            if re.search(rb"O_WRONLY|O_RDWR|O_CREAT|creat\(", line) is None or re.search(rb"\) += -1 ", line):
                continue
            opened = _OPENED.match(line)
            if opened is not None:
                path = os.path.normpath(
                    (opened[1] or b"") + b"/" + opened[2] if not opened[2].startswith(b"/") else opened[2]
                )
                if not path.startswith((*inside, *_HARMLESS)):
                    found.add(path.decode())
    return found


def in_memory(pid: int, words: Mapping[str, str]) -> dict[str, int]:
    """Return how often each word stands in a process's memory; raises ``PermissionError`` where it may not be read."""
    patterns = {kind: (word.encode(), word.encode("utf-16-le")) for kind, word in words.items()}
    longest = max(len(each) for pair in patterns.values() for each in pair)
    found = dict.fromkeys(words, 0)
    with Path(f"/proc/{pid}/maps").open("rb") as maps, Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith(b"r") or b"[v" in line:
                continue
            start, end = (int(part, 16) for part in span.split(b"-"))
            before = b""
            for at in range(start, end, _CHUNK):
                try:
                    memory.seek(at)
                    data = before + memory.read(min(_CHUNK, end - at))
                except (OSError, ValueError, OverflowError):
                    break  # a page that cannot be read by anybody
                for kind, pair in patterns.items():
                    found[kind] += sum(data.count(each) for each in pair)
                before = data[-(longest - 1) :]
    return found
