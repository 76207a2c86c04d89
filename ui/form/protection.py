"""What is said of a pair of the protection grid: on its page and in the review, in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.rules.grid import Standing
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["OPEN_STANDINGS", "TONES", "contact_words", "protects", "urgency"]

OPEN_STANDINGS: Final = (Standing.BARE, Standing.RUN_OUT)
"""There is or may be contact, and the protection is not complete."""
TONES: Final = {
    Standing.BARE: "bad",
    Standing.RUN_OUT: "bad",
    Standing.NOT_ASKED: "warning",
    Standing.OPEN: "warning",
    Standing.PROTECTED: "good",
    Standing.NONE_KNOWN: "neutral",
}
_ORDER: Final = tuple(TONES)


def urgency(standing: Standing) -> int:
    """Return where a pair stands in a list whose first line matters most."""
    return _ORDER.index(standing) if standing in _ORDER else len(_ORDER)


def contact_words(words: str, standing: Standing) -> str:
    """Return the answer about contact, and that there is protection where it is complete: a *yes* alone would mislead."""
    return tr("{words}, with protection", words=words) if standing is Standing.PROTECTED else words


def protects(value: Callable[[str], str], standing: Standing) -> tuple[str, ...]:
    """Return what protects, who makes sure of it and until when, a sentence each; ``value`` gives a field's words."""
    what, who, until, agreed = (value(name) for name in ("what", "who", "until", "agreed_by"))
    parts = [
        what,
        tr("By: {who}.", who=who) if who else "",
        tr("Agreed by: {who}.", who=agreed) if agreed else "",
        tr("Until {day}.", day=until) if until else "",
    ]
    found = [part for part in parts if part]
    if standing in OPEN_STANDINGS:
        found = found or [tr("Nothing is written.")]
        found.append(
            tr("This day has passed: look again.")
            if standing is Standing.RUN_OUT
            else tr("Not complete: what, who and until are needed.")
        )
    return tuple(found)
