"""What goes into the log: codes and places, never a message, since a foreign one may quote the record."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from hsb_assess.domain.errors import HsbAssessError
from ui.language import tr

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["note", "unforeseen"]

_log = logging.getLogger("assess")


def note(code: str) -> None:
    """Log that something with this code happened."""
    _log.info("%s", code)


def unforeseen(error: BaseException) -> HsbAssessError:
    """Log type and place of an error nobody expected, and return one fit to show."""
    kind, place = type(error).__name__, _place(error.__traceback__)
    _log.error("internal %s %s", kind, place)
    return HsbAssessError(
        "internal",
        tr("Something inside the app went wrong ({kind} at {place}).", kind=kind, place=place),
        tr("What you wrote is kept. Try again; if it happens again, report this line."),
    )


def _place(trace: TracebackType | None) -> str:
    place = "?"
    while trace is not None:
        code = trace.tb_frame.f_code
        place, trace = f"{Path(code.co_filename).name}:{trace.tb_lineno}", trace.tb_next
    return place
