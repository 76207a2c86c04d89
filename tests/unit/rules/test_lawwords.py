"""R39, R40: no offence is presumed of a child too young for one, and no consent below thirteen."""

from __future__ import annotations

from typing import Any

import pytest

from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Case, Skipped
from hsb_assess.rules.lawwords import consent_wording, offence_wording
from tests.unit.rules.making import NOT_EVALUATED, PASSES, TODAY, Given, book, given, on, reading, table

NINE = {"M00.dob": on("2017-01-20"), "M00.jurisdiction": "england"}
FOURTEEN = {"M00.dob": on("2012-02-03"), "M00.jurisdiction": "england"}
NOW = {"M03.incidents[i].when": on("2026-05-18")}
EARLY = {"M03.incidents[e].when": on("2021-05-18")}
CRIME = "He committed an offence."
PERPETRATOR = "He is the perpetrator."
AGREED = "They say that it was consensual."


def offence(held: Given) -> object:
    """Return what R39 says of a record."""
    found = offence_wording(Case(reading(held), TODAY), book().law)
    return NOT_EVALUATED if isinstance(found, Skipped) else [fired.questions for fired in found]


def consent(held: Given) -> object:
    """Return what R40 says of a record."""
    found = consent_wording(Case(reading(held), TODAY), book().law)
    return NOT_EVALUATED if isinstance(found, Skipped) else [fired.questions for fired in found]


def event(category: str = "other", **fields: object) -> dict[str, dict[str, Any]]:
    """Return an event with offence wording."""
    return {"e": {"when": on("2026-05-01"), "category": category, "what": CRIME, **fields}}


@table(
    ("no date of birth", given({**NOW, "M01.reason": CRIME}), NOT_EVALUATED),
    ("an older child, no incident with a day", given({**FOURTEEN, "M01.reason": CRIME}), NOT_EVALUATED),
    ("a child of nine, nothing said", given(NINE), PASSES),
    ("offence", given({**NINE, **NOW, "M01.reason": CRIME}), [("M01.reason",)]),
    ("perpetrator", given({**NINE, **NOW, "M01.reason": PERPETRATOR}), [("M01.reason",)]),
    ("before any incident has a day", given({**NINE, "M01.reason": CRIME}), [("M01.reason",)]),
    ("a child of fourteen", given({**FOURTEEN, **NOW, "M01.reason": CRIME}), PASSES),
    ("a child of nine then, fourteen now", given({**FOURTEEN, **EARLY, "M01.reason": CRIME}), [("M01.reason",)]),
    (
        "on both sides of that birthday: the earlier one alone",
        given({**FOURTEEN, **NOW, **EARLY, "M01.reason": CRIME, "M03.incidents[e].band_why": CRIME}),
        [("M03.incidents[e].band_why",)],
    ),
    (
        "in Scotland at eleven",
        given({"M00.dob": on("2015-01-20"), "M00.jurisdiction": "scotland", **NOW, "M01.reason": CRIME}),
        [("M01.reason",)],
    ),
    (
        "in England at eleven",
        given({"M00.dob": on("2015-01-20"), "M00.jurisdiction": "england", **NOW, "M01.reason": CRIME}),
        PASSES,
    ),
    ("the age itself", given({**NINE, "M01.reason": "He is below the age of criminal responsibility."}), PASSES),
    ("exact words", given({**NINE, "M14.words[w].words": CRIME}), PASSES),
    ("a quote", given(NINE, event=event(verbatim="yes")), PASSES),
    ("an event", given(NINE, event=event()), [("M02.events[e].what",)]),
    ("an event about an adult", given(NINE, event=event(people=["partner"])), PASSES),
    ("harm to this child", given(NINE, event=event("harm_to_child")), PASSES),
    (
        "an adult on the register",
        given(NINE, adult={"r": {"person": "partner", "earlier_allegations": "Convicted of an offence."}}),
        PASSES,
    ),
    ("an investigation of harm to this child", given({**NINE, "M05.investigation[i].outcome": CRIME}), PASSES),
    (
        "the law itself",
        given({**NINE, "M01.separation": "adult_left", "M01.separation_route": "Under the law on offences."}),
        PASSES,
    ),
)
def test_r39(held: Given, expected: object) -> None:
    """Words of crime are pointed out where a child was too young for them, and nowhere else."""
    assert offence(held) == expected


OTHER = {"k": {"person": "b", "age": 5}}
SISTER = {"b": {"label": "half-sister B", "is": "child"}}
WITH_B = {**NOW, "M03.incidents[i].other_person": "b"}


@table(
    ("no young child", given({**FOURTEEN, **NOW, "M01.reason": AGREED}), NOT_EVALUATED),
    ("this child is nine", given({**NINE, "M01.reason": AGREED}), [("M01.reason",)]),
    ("nothing said", given(NINE), PASSES),
    (
        "the other child is five",
        given({**FOURTEEN, **WITH_B, "M01.reason": AGREED}, person=SISTER, child=OTHER),
        [("M01.reason",)],
    ),
    (
        "two incidents, one of them with a young child",
        given(
            {
                **FOURTEEN,
                **WITH_B,
                "M03.incidents[o].when": on("2026-05-18"),
                "M03.incidents[o].other_person": "mother",
                "M03.incidents[o].summary": AGREED,
                "M03.incidents[i].summary": AGREED,
            },
            person=SISTER,
            child=OTHER,
        ),
        [("M03.incidents[i].summary",)],
    ),
    ("exact words", given({**NINE, "M14.words[w].words": AGREED}), PASSES),
    ("could not", given({**NINE, "M01.reason": "A child of five could not consent."}), PASSES),
)
def test_r40(held: Given, expected: object) -> None:
    """Consent is not spoken of where a child below thirteen is involved."""
    assert consent(held) == expected


@pytest.mark.parametrize(
    ("text", "presumes"),
    [
        ("He consented.", True),
        ("She gave her consent to sharing the information with school.", False),
        ("Mother consented to the medical examination.", False),
        ("Consent to treatment was given by his mother.", False),
        ("Medical consent is with the father.", False),
        ("She consented to sharing a picture.", True),
        ("He consented to being touched.", True),
        ("She consented. Information was shared later.", True),
        ("A lesson on boundaries; work on consent comes next.", False),
        ("They were willing participants.", True),
        ("Mother was willing to help.", False),
        ("", False),
    ],
)
def test_consent_to_sharing_or_care_is_something_else(text: str, presumes: bool) -> None:
    """What is agreed to stands in the same sentence; a picture is never a matter of sharing information."""
    assert book().law.presumes_consent(text) is presumes


def test_both_are_explained_and_not_blocked() -> None:
    """They ask for other words or a reason."""
    held = given({**NINE, "M01.reason": f"{CRIME} {AGREED}"})
    found = {finding.rule: str(finding.severity) for finding in evaluate(reading(held), TODAY, book()).findings}
    assert (found["R39"], found["R40"]) == ("justify", "justify")
