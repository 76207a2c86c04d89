"""Where a question stands: addresses name it in the form, paths name it in one record."""

from __future__ import annotations

import re

__all__ = ["address_of", "last_row", "module_of", "parent_row", "path_of"]

_ROW = re.compile(r"\[([^\[\]]*)\]")


def address_of(path: str) -> str:
    """Return the address of a path: ``M03.incidents[R].band`` becomes ``M03.incidents.band``."""
    return _ROW.sub("", path) if "[" in path else path


def module_of(path: str) -> str:
    """Return the module's id, the first part of an address or a path."""
    return path.partition(".")[0]


def parent_row(path: str) -> str | None:
    """Return the path of the row around a question or a row, else ``None``.

    ``M02.x[A].y[B].z`` stands in ``M02.x[A].y[B]``, and that row stands in ``M02.x[A]``.
    """
    body = path[: path.rfind("[")] if path.endswith("]") else path
    end = body.rfind("]")
    return body[: end + 1] if end >= 0 else None


def last_row(path: str) -> str | None:
    """Return the id of the innermost row that a path names, else ``None``."""
    rows = _ROW.findall(path)
    return rows[-1] if rows else None


def rows_of(path: str) -> tuple[str, ...]:
    """Return the ids of all rows that a path names, outermost first."""
    return tuple(_ROW.findall(path)) if "[" in path else ()


def path_of(pieces: tuple[str, ...], rows: tuple[str, ...]) -> str:
    """Join an address, cut after each repeating group, with the rows that fill the cuts."""
    if not rows:
        return "".join(pieces)
    parts = [pieces[0]]
    for row, piece in zip(rows, pieces[1:], strict=False):
        parts.append(f"[{row}]{piece}")
    parts.extend(pieces[len(rows) + 1 :])
    return "".join(parts)
