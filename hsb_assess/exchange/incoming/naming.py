"""Ids of the form language made from other people's names, each once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

__all__ = ["code_for", "name_for"]

_LONGEST = 48
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def name_for(text: str, taken: Container[str], otherwise: str = "item") -> str:
    """Return an id for an item, a list or a form: small letters, digits and underscores, a letter first."""
    plain = re.sub(r"[^a-z0-9]+", "_", text.lower()[:200]).strip("_")[:_LONGEST].strip("_")
    if not plain:
        plain = otherwise
    if not plain[0].isalpha():
        plain = f"q{plain}"
    return _once(plain, taken, "_")


def code_for(text: str, taken: Container[str]) -> str:
    """Return a code for an option: the text itself where it can be one."""
    if _CODE.fullmatch(text) and text not in taken:
        return text
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", text[:200]).strip("-_")[:_LONGEST] or "option"
    return _once(plain, taken, "-")


def _once(plain: str, taken: Container[str], joint: str) -> str:
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}{joint}{number}", number + 1
    return name
