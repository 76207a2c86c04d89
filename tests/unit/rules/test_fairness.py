"""R35, R36, R47, R56, R70: adapted to this child, asked about being targeted, each child with a worker of their own, heard their own way."""

from __future__ import annotations

from typing import Any

from hsb_assess.domain.answer import Absence, absent
from tests.unit.rules.making import NONE_FOUND, NOT_EVALUATED, PASSES, SUSPECTED, YES, Given, given, on, said, table

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


BIAS = ("M13.bias_first", "M13.bias_missed")


@table(
    ("nothing written", given(), [BIAS]),
    ("one of two", given({BIAS[0]: "A big boy."}), [BIAS[1:]]),
    ("both", given({BIAS[0]: "A big boy.", BIAS[1]: "That he is nine and frightened."}), PASSES),
)
def test_r36(held: Given, expected: object) -> None:
    """What adults saw first is never left blank."""
    assert said("R36", held) == expected


def account(answers: dict[str, Any] | None = None, **fields: object) -> Given:
    """Return something this child said, and how it was said."""
    row = {"words": "I was scared.", **fields}
    return given({**(answers or {}), **{f"M14.words[w].{name}": value for name, value in row.items()}})


def item(**fields: object) -> dict[str, dict[str, Any]]:
    """Return an evidence item on what this child said."""
    return {"x": {"when": on("2026-06-02"), "kind": "child_said", "what": "x", **fields}}


INTERPRETED = {"M00.communication": ["spoken_interpreter"]}
AIDED = {"M00.communication": ["communication_aid"]}
THROUGH = "M14.words[w].interpreter"


@table(
    ("nothing needed", account(), NOT_EVALUATED),
    ("none needed", account(interpreter="none_needed"), NOT_EVALUATED),
    ("independent", account(INTERPRETED, interpreter="independent"), PASSES),
    ("not said how", account(INTERPRETED), PASSES),
    ("a relative", account(INTERPRETED, interpreter="relative"), [(THROUGH,)]),
    ("a relative, whatever else is recorded", account(interpreter="relative"), [(THROUGH,)]),
    ("needed and not there", account(INTERPRETED, interpreter="needed_not_used"), [(THROUGH,)]),
    ("evidence", given(evidence=item(interpreter="relative")), [("things.evidence[x].interpreter",)]),
    ("what a carer said", given(INTERPRETED, evidence=item(kind="carer_said", interpreter="relative")), PASSES),
)
def test_r70(held: Given, expected: object) -> None:
    """A relative does not interpret, and what is needed is there."""
    assert said("R70", held) == expected


AID = "M14.words[w].aid_used"


@table(
    ("the aid is needed, and was used", account(AIDED, aid_used="yes"), PASSES),
    ("needed, not used", account(AIDED, aid_used="no"), [(AID,)]),
    ("needed, not said", account(AIDED), PASSES),
    ("needed, not sure", account(AIDED, aid_used="unsure"), PASSES),
    ("no aid is known of", account(aid_used="no"), NOT_EVALUATED),
    ("pictures help this child", account({ADAPT: ["pictures"]}, aid_used="no"), [(AID,)]),
    (
        "what this child said of an incident",
        given({**AIDED, "M03.incidents[i].child_account": YES, "M03.incidents[i].account_aid": "no"}),
        [("M03.incidents[i].account_aid",)],
    ),
    (
        "a relative, without the aid",
        account(AIDED, interpreter="relative", aid_used="no"),
        [(THROUGH,), (AID,)],
    ),
)
def test_r70_aids(held: Given, expected: object) -> None:
    """A child who talks with an aid talks with it."""
    assert said("R70", held) == expected
