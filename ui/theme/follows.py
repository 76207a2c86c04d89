"""What a widget promises that has a font or a width of its own: to set it anew when the text size changes."""

from __future__ import annotations

__all__ = ["FollowsTextSize"]


class FollowsTextSize:
    """Mix-in; Qt tells only widgets without a font of their own, so ``Appearance`` calls this on the others."""

    def follow_text_size(self) -> None:
        """Set font or width from the present text size."""
