"""R16 and R17: every other child is on the register, with a decision and an offer."""

from __future__ import annotations

from tests.unit.rules.making import NOT_EVALUATED, PASSES, PUPIL, SISTER, Given, given, said, table

LOOKED = {
    "M11.children_checked": ["clubs", "kin", "neighbours", "online", "school", "siblings", "transport"],
    "M11.children_checked_where": "Worker P asked at home and at school.",
}
LOOKED_AT_HOME = {**LOOKED, "M11.children_checked": ["kin", "siblings"]}
ROW = {"k": {"person": "b"}}


@table(
    ("an empty register", given(), [("M11.children_checked", "M11.children_checked_where")]),
    ("no other child, and everywhere looked", given(LOOKED), PASSES),
    ("not everywhere looked", given(LOOKED_AT_HOME), [("M11.children_checked",)]),
    (
        "nobody says who looked",
        given({"M11.children_checked": LOOKED["M11.children_checked"]}),
        [("M11.children_checked_where",)],
    ),
    ("a child without a row", given(LOOKED, person=SISTER), [("M11.children",)]),
    ("one of two without a row", given(LOOKED, person={**SISTER, **PUPIL}, child=ROW), [("M11.children",)]),
    ("each with a row", given(LOOKED, person=SISTER, child=ROW), PASSES),
    ("adults are no children", given(LOOKED, person={"x": {"label": "he", "is": "unidentified"}}), PASSES),
)
def test_r16(held: Given, expected: object) -> None:
    """A child named anywhere has a row, and *none* says where somebody looked."""
    assert said("R16", held) == expected


@table(
    ("nobody registered", given(), NOT_EVALUATED),
    (
        "neither decision nor offer",
        given(person=SISTER, child=ROW),
        [("M11.children[k].decision", "M11.children[k].support_offer")],
    ),
    (
        "a decision only",
        given(person=SISTER, child={"k": {"person": "b", "decision": "own_assessment"}}),
        [("M11.children[k].support_offer",)],
    ),
    (
        "not offered is a status",
        given(person=SISTER, child={"k": {"person": "b", "decision": "no_action", "support_offer": "not_offered"}}),
        PASSES,
    ),
)
def test_r17(held: Given, expected: object) -> None:
    """Each registered child has a decision, and a word on support."""
    assert said("R17", held) == expected
