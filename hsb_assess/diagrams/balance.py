"""The balance of an assessment as four equal bars: how much of each side is answered, in words and as a share.

There is never one total: a full behaviour side must not look like a finished assessment.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Bar", "bar"]


@dataclass(frozen=True)
class Bar:
    """One bar: ``share`` of it is filled (0 to 1); ``words`` say the same without the drawing."""

    title: str
    share: float
    words: str
    evidence: str


def bar(title: str, answered: int, total: int, evidence: int) -> Bar:
    """Return one side's bar; a side without questions is empty and says so."""
    share = min(1.0, answered / total) if total > 0 else 0.0
    words = f"{answered} of {total} answered" if total > 0 else "nothing asked here"
    items = "1 evidence item" if evidence == 1 else f"{evidence} evidence items" if evidence else ""
    return Bar(title, share, words, items)
