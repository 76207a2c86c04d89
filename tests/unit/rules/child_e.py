"""Child E's first draft, as the vignette tells it: referral, chronology and behaviour, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.unit.rules.making import told

if TYPE_CHECKING:
    from tests.unit.rules.making import Given

TODAY = date(2026, 11, 2)


def draft(answers: dict[str, Any] | None = None, **things: dict[str, Any]) -> Given:
    """Return the first draft, with what is recorded later on top of it."""
    return told("child-e-draft", answers, **things)
