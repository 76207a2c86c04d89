"""The lanes of a chronology: what happened to this child stands apart from what this child did."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = ["LANE_OF", "Lane", "lane_of"]


class Lane(StrEnum):
    """The lanes from top to bottom."""

    HAPPENED = "happened"
    """What happened to this child."""
    SHOWN = "shown"
    """What this child said or showed."""
    BEHAVIOUR = "behaviour"
    """What this child is reported to have done."""
    CONTACT = "contact"
    """Contact, conditions, moves and restrictions."""
    AGENCIES = "agencies"
    SUPPORT = "support"
    OTHER = "other"


LANE_OF: Final = {
    **dict.fromkeys(("harm_to_child", "loss_or_trauma", "health", "good_time"), Lane.HAPPENED),
    **dict.fromkeys(("child_words", "sign", "self_harm"), Lane.SHOWN),
    "behaviour": Lane.BEHAVIOUR,
    **dict.fromkeys(
        ("contact", "condition_set", "condition_varied", "condition_ended", "move", "restriction"), Lane.CONTACT
    ),
    **dict.fromkeys(
        ("referral", "decision", "decision_other_acting", "strategy_discussion", "police_milestone", "seen"),
        Lane.AGENCIES,
    ),
    **dict.fromkeys(
        (
            "support_asked",
            "support_offered",
            "support_started",
            "support_on_hold",
            "support_ended",
            "support_restarted",
        ),
        Lane.SUPPORT,
    ),
}


def lane_of(category: object) -> Lane:
    """Return the lane of a kind of event; what no lane is for is in the last one."""
    return LANE_OF.get(str(category), Lane.OTHER)
