"""The lanes of the chronology: what happened to this child apart from what this child is reported to have done."""

from __future__ import annotations

from hsb_assess.diagrams.lanes import LANE_OF, Lane, lane_of
from tests.unit.rules.making import data


def test_every_kind_of_event_has_a_lane_or_is_other() -> None:
    """The lanes name only kinds that the form has; of those that it has, only *other* is in none."""
    kinds = {code["code"] for code in data("lists/event_categories.yaml")["codes"]}
    assert set(LANE_OF) <= kinds
    assert kinds - set(LANE_OF) == {"other"}
    assert lane_of("other") is Lane.OTHER
    assert lane_of(None) is Lane.OTHER


def test_harm_to_this_child_and_behaviour_never_share_a_lane() -> None:
    """One lane is what was done to this child, one what this child said or showed, one what this child is said to have done."""
    assert lane_of("harm_to_child") is Lane.HAPPENED
    assert lane_of("self_harm") is lane_of("child_words") is Lane.SHOWN
    assert lane_of("behaviour") is Lane.BEHAVIOUR
    assert [kind for kind, lane in LANE_OF.items() if lane is Lane.BEHAVIOUR] == ["behaviour"]
