"""What the papers for tonight are called, whom each is for, and what found no room on the one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["basis_words", "left_out_words", "options", "whom"]


def basis_words() -> str:
    """Return the basis that is proposed: protecting a child waits for no other."""
    return tr("Public task: safeguarding children tonight")


def options() -> list[tuple[str | int, str, str]]:
    """Return each paper: its code, its name, whom it is for."""
    return [
        (
            "extract",
            tr("Urgent referral extract"),
            tr("For a duty social worker or the police: all that they need to act."),
        ),
        ("handover", tr("Out-of-hours handover"), tr("One page for the team that is on duty tonight.")),
        ("plan", tr("Interim safety plan"), tr("For the adults and agencies that keep to it, place by place.")),
    ]


def whom(kind: str) -> str:
    """Return whom a paper is for."""
    return next(meaning for code, _, meaning in options() if code == kind)


def left_out_words(left_out: Iterable[tuple[str, int]]) -> str:
    """Return what found no room on the page, counted; empty if everything did."""
    names = {
        "Lines of what cannot wait": tr("Lines of what cannot wait"),
        "Children": tr("Children"),
        "Lines of who is with whom": tr("Lines of who is with whom"),
        "People not yet asked about": tr("People not yet asked about"),
        "People with no contact known": tr("People with no contact known"),
        "People to ring": tr("People to ring"),
    }
    said = ", ".join(f"{names.get(words, words)}: {count}" for words, count in left_out)
    return tr("No room for: {what}. The page says so, and the extract has them.", what=said) if said else ""
