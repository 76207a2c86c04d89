"""Reads a form of others in a process of its own, which may neither hang nor take all memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.desk.children import run_child
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.incoming.report import Imported, NotCarried, refused
from hsb_assess.instrument.compiled import read_compiled

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["read_apart"]

SECONDS: Final = 20.0


def _never() -> bool:
    return False


def read_apart(data: bytes, *, cancelled: Callable[[], bool] = _never) -> Imported:
    """Return the form in a file's bytes and what it does not carry; raises ``HsbAssessError`` with a refusal's name.

    What comes back over the pipe is checked again, as what another laptop sends is.
    """
    try:
        answer = run_child("read_form", {}, (data,), timeout=SECONDS, cancelled=cancelled)
    except HsbAssessError as error:
        if error.code == "took_too_long":
            raise refused("too_slow", "It takes too long to read.") from None
        if error.code == "read_form_failed":
            raise refused("unreadable", "It cannot be read.") from None
        raise
    told = answer.value.get("not_carried")
    carried = answer.value.get("carried")
    listed = [NotCarried(*map(str, each)) for each in told if isinstance(each, list)] if isinstance(told, list) else []
    return Imported(read_compiled(answer.blobs[0]), carried if isinstance(carried, int) else 0, tuple(listed))
