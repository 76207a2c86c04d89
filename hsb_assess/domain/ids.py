"""Identifiers that sort by the time at which they were made."""

from __future__ import annotations

import re

import uuid_utils

__all__ = ["is_id", "new_id"]

_SHAPE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def new_id() -> str:
    """Return a fresh UUID version 7 in lower-case text (RFC 9562)."""
    return str(uuid_utils.uuid7())


def is_id(text: object) -> bool:
    """Say whether ``text`` is a UUID version 7 as :func:`new_id` writes it."""
    return isinstance(text, str) and _SHAPE.fullmatch(text) is not None
