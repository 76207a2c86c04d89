"""Looks at a spreadsheet before anything opens it: how large it unpacks, how many cells, and nothing that refers elsewhere."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final

from hsb_assess.exchange.incoming.report import refused

__all__ = ["look_at"]

MOST_PARTS: Final = 200
MOST_UNPACKED: Final = 16 * 1024 * 1024
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 256
MOST_CELLS: Final = 100_000

_PLACES: Final = re.compile(rb"""\b(?:r|ref|max|min|spans)\s*=\s*["']([^"']*)["']""")
_PLACE: Final = re.compile(rb"([A-Z]*)(\d+)")


def look_at(data: bytes) -> None:
    """Refuse a workbook that would cost more than a form can be worth.

    Codes: ``old_workbook``, ``not_a_workbook``, ``too_large``, ``too_many_cells``, ``hostile_xml``, ``macros``.
    """
    if not data.startswith(b"PK\x03\x04"):
        raise refused("old_workbook", "It is a workbook of an old kind.", "Save it as XLSX, then import that.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            _look_inside(book)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        KeyError,
    ) as error:
        raise refused("not_a_workbook", f"It is no workbook that can be read ({type(error).__name__}).") from None


def _look_inside(book: zipfile.ZipFile) -> None:
    parts = book.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refused("too_large", f"It unpacks to more than {MOST_UNPACKED} bytes, or more than {MOST_PARTS} parts.")
    names = [part.filename for part in parts]
    if len(set(names)) < len(names):
        raise refused("not_a_workbook", "Two of its parts have one name.")
    if "xl/workbook.xml" not in names:
        raise refused("not_a_workbook", "It is no workbook.")
    cells = 0
    for part in parts:
        if part.filename.lower().endswith("vbaproject.bin"):
            raise refused("macros", "It holds a program.", "Save it without macros, then import that.")
        if part.filename.lower().endswith((".xml", ".rels")):
            content = book.read(part)
            _look_at_xml(content)
            if "worksheets/" in part.filename:
                cells += _cells(content)
    if cells > MOST_CELLS:
        raise refused("too_many_cells", f"It has more than {MOST_CELLS} cells.")


def _look_at_xml(content: bytes) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise refused("hostile_xml", "It defines entities, which no workbook needs.")
    if b"\x00" in content:
        raise refused("hostile_xml", "Its parts are not in the encoding that a workbook has.")


def _cells(content: bytes) -> int:
    """Return how many cells a sheet holds; a place far outside would make a reader fill everything before it."""
    for match in _PLACES.finditer(content):
        for letters, digits in _PLACE.findall(match[1]):
            column = 0
            for letter in letters[:8]:
                column = column * 26 + letter - 64
            if int(digits[:9]) > MOST_ROWS or column > MOST_COLUMNS:
                raise refused("too_many_cells", f"It has cells beyond row {MOST_ROWS} or column {MOST_COLUMNS}.")
    return content.count(b"<c ") + content.count(b"<c>") + content.count(b":c ")
