"""R31, R37, R38: the behaviour does not fill the record, and band and facts agree."""

from __future__ import annotations

from typing import Any

from tests.unit.rules.making import NOT_EVALUATED, PASSES, Given, given, reading, said, table

ROW = "M03.incidents[i]"


def incident(**fields: object) -> Given:
    """Return one incident."""
    return given({f"{ROW}.{name}": value for name, value in fields.items()})


def at(*names: str) -> tuple[str, ...]:
    """Return questions of the incident."""
    return tuple(f"{ROW}.{name}" for name in names)


MORE = ("M05.signs", "M14.words", "M15.strengths")
TEN: dict[str, Any] = {f"{ROW}.band_why": "one two three four five six seven eight nine ten"}


@table(
    ("nothing written", given(), NOT_EVALUATED),
    ("the behaviour alone", given(TEN), [MORE]),
    (
        "as much about this child",
        given({**TEN, "M15.talents": "one two three four five six seven eight nine ten"}),
        PASSES,
    ),
    ("one word less", given({**TEN, "M15.talents": "one two three four five six seven eight nine"}), [MORE]),
    ("only this child", given({"M14.worries": "Being sent away."}), PASSES),
    ("codes are no words", given({"M03.pattern": "not_known", "M14.worries": "Being sent away."}), PASSES),
    ("a hidden answer does not count", given({"M04.devices[d].holder": "police", **TEN}), [MORE]),
)
def test_r31(held: Given, expected: object) -> None:
    """Words about this child are as many as words about the behaviour."""
    assert said("R31", held) == expected


def test_r31_leaves_open_questions_to_the_finding_about_them() -> None:
    """What it names is never mandatory: a finding that is only advice must not hide an open question."""
    assert not [path for path in MORE if reading(given(TEN)).engine.mandatory(path)]


@table(
    ("no incident", given(), NOT_EVALUATED),
    ("an incident without a band", incident(pressure=["none_evident"], power=["none"]), NOT_EVALUATED),
    (
        "abusive without pressure or power",
        incident(band="abusive", pressure=["none_evident"], power=["none"]),
        [at("band", "pressure", "power")],
    ),
    (
        "violent without pressure or power",
        incident(band="violent", pressure=["none_evident"], power=["none"]),
        [at("band", "pressure", "power")],
    ),
    ("power alone", incident(band="abusive", pressure=["none_evident"], power=["age"]), PASSES),
    ("pressure alone", incident(band="abusive", pressure=["threat"], power=["none"]), PASSES),
    ("power not asked about", incident(band="abusive", pressure=["none_evident"]), PASSES),
    ("problematic", incident(band="problematic", pressure=["none_evident"], power=["none"]), PASSES),
)
def test_r37(held: Given, expected: object) -> None:
    """A high band rests on pressure or power."""
    assert said("R37", held) == expected


@table(
    ("no incident", given(), NOT_EVALUATED),
    (
        "inappropriate, and upset",
        incident(band="inappropriate", effect_other="distressed"),
        [at("band", "effect_other")],
    ),
    ("normal, and a secret", incident(band="normal", pressure=["secrecy"]), [at("band", "pressure")]),
    ("normal, and stronger", incident(band="normal", power=["strength"]), [at("band", "power")]),
    (
        "all three",
        incident(band="normal", pressure=["reward"], power=["age"], effect_other="distressed"),
        [at("band", "pressure", "power", "effect_other")],
    ),
    (
        "nothing against it",
        incident(band="normal", pressure=["none_evident"], power=["none"], effect_other="none_seen"),
        PASSES,
    ),
    ("pressure not known", incident(band="normal", pressure=["unknown"]), PASSES),
    ("problematic", incident(band="problematic", pressure=["secrecy"]), PASSES),
)
def test_r38(held: Given, expected: object) -> None:
    """A low band is explained where the facts speak against it."""
    assert said("R38", held) == expected
