"""R35, R47, R56: adapted to this child, asked about being targeted, each child with a worker of their own."""

from __future__ import annotations

from hsb_assess.domain.answer import Absence, absent
from tests.unit.rules.making import NONE_FOUND, NOT_EVALUATED, PASSES, SUSPECTED, YES, Given, given, said, table

AUTISM, SPEECH = "M06.autism", "M06.speech_language"
ADAPT = "M06.adaptations"
UNKNOWN = absent(Absence.UNKNOWN)


@table(
    ("nothing asked", given(), NOT_EVALUATED),
    ("no difference found", given({AUTISM: NONE_FOUND}), PASSES),
    ("suspected, nothing adapted", given({AUTISM: SUSPECTED}), [(ADAPT, AUTISM)]),
    ("two", given({AUTISM: YES, SPEECH: YES}), [(ADAPT, AUTISM, SPEECH)]),
    ("adapted", given({SPEECH: YES, ADAPT: ["communication_aid"]}), PASSES),
    ("none needed is explained", given({SPEECH: YES, ADAPT: ["none_needed"]}), [(ADAPT, SPEECH)]),
    ("unknown after enquiry", given({AUTISM: UNKNOWN}), PASSES),
)
def test_r35(held: Given, expected: object) -> None:
    """A difference that is known or suspected is met."""
    assert said("R35", held) == expected


@table(
    ("nothing asked", given(), [("M04.approached", "M04.device_use")]),
    ("uses a device", given({"M04.device_use": YES}), [("M04.approached",)]),
    ("may use one", given({"M04.device_use": SUSPECTED}), [("M04.approached",)]),
    ("uses none", given({"M04.device_use": NONE_FOUND}), PASSES),
    ("nobody could say", given({"M04.device_use": UNKNOWN}), NOT_EVALUATED),
    ("asked", given({"M04.device_use": YES, "M04.approached": NONE_FOUND}), PASSES),
    ("not safe to ask yet", given({"M04.approached": absent(Absence.NOT_SAFE)}), PASSES),
)
def test_r47(held: Given, expected: object) -> None:
    """Nobody looks at devices without asking what was done to this child through them."""
    assert said("R47", held) == expected


@table(
    ("nobody has said", given(), [("M01.separate_worker",)]),
    ("no", given({"M01.separate_worker": NONE_FOUND}), [("M01.separate_worker",)]),
    ("yes", given({"M01.separate_worker": YES}), PASSES),
    ("no other child", given({"M01.separate_worker": absent(Absence.NOT_APPLICABLE, why="x")}), PASSES),
)
def test_r56(held: Given, expected: object) -> None:
    """Each child in the concern has somebody's whole attention."""
    assert said("R56", held) == expected
