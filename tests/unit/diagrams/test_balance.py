"""The balance in words and as a share."""

from __future__ import annotations

from hsb_assess.diagrams.balance import bar


def test_a_bar_says_what_it_shows() -> None:
    """Share and words come from the same numbers."""
    shown = bar("Needs", 3, 12, 1)
    assert (shown.share, shown.words, shown.evidence) == (0.25, "3 of 12 answered", "1 evidence item")


def test_a_side_without_questions_is_empty_not_full() -> None:
    """Nothing asked is never drawn as complete."""
    shown = bar("Needs", 0, 0, 0)
    assert (shown.share, shown.words, shown.evidence) == (0.0, "nothing asked here", "")
