"""R41, R49, R50 at release: no child recognisable, nobody told what endangers, no label in a family's document."""

from __future__ import annotations

from typing import Any

import pytest

from hsb_assess.domain.answer import Absence, absent
from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Circumstances, Gate, Release, Severity
from tests.unit.rules.making import (
    NONE_FOUND,
    NOT_EVALUATED,
    PASSES,
    SUSPECTED,
    TODAY,
    YES,
    Given,
    book,
    every_line,
    given,
    on,
    reading,
    said,
    table,
)

CHILDREN = {
    "b": {"label": "half-sister Bella", "is": "child"},
    "pupil": {"label": "pupil in his class", "is": "child"},
    "c": {"label": "C", "is": "child"},
}
PLACE = "M18.presenting"


def releasing(audience: str = "C", **more: Any) -> Circumstances:  # noqa: ANN401  # the fields of a Release, each of its type
    """Return what is about to be released."""
    return Circumstances(release=Release(audience, **more))


def text(words: str, audience: str = "C", **more: Any) -> Circumstances:  # noqa: ANN401  # as above
    """Return a release that says something in one place."""
    return releasing(audience, texts={PLACE: words}, **more)


def test_nothing_is_judged_before_something_is_released() -> None:
    """Both rules are listed as not evaluated."""
    assert said("R49", given()) == said("R50", given()) == NOT_EVALUATED


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (text("Nothing about anybody."), PASSES),
        (text("He played with half-sister Bella."), [(PLACE,)]),
        (text("He played with HALF–SISTER BELLA’s bear."), [(PLACE,)]),
        (text("He played with Bella.", written_as={"b": ("Bella",)}), [(PLACE,)]),
        (text("He played with Bellamy.", written_as={"b": ("Bella",)}), PASSES),
        (text("He played with half-sister Bella.", may_name=frozenset({"b"})), PASSES),
        (text("The pupil in his class was upset."), PASSES),
        (text("C was upset."), [(PLACE,)]),
        (text("c. 2024"), PASSES),
        (text("Half-sister Bella", "A"), [(PLACE,)]),
        (releasing(texts={"closing page": "half-sister Bella"}), [("M11.children",)]),
    ],
)
def test_r49_names(about: Circumstances, expected: object) -> None:
    """A label that identifies is found as it may be written; a role in plain words identifies nobody."""
    assert said("R49", given(person=CHILDREN), about=about) == expected


ITEM = {"x": {"when": on("2026-05-01"), "what": "x", "sensitivity": ["third_party"]}}
FLAG = "things.evidence[x].sensitivity"


@pytest.mark.parametrize(
    ("item", "about", "expected"),
    [
        (ITEM, releasing(), PASSES),
        (ITEM, releasing(evidence=frozenset({"x"})), [(FLAG,)]),
        (ITEM, releasing(evidence=frozenset({"x"}), checked=frozenset({"x"})), PASSES),
        ({"x": {**ITEM["x"], "sensitivity": ["therapy"]}}, releasing(evidence=frozenset({"x"})), PASSES),
    ],
)
def test_r49_items_about_others(item: dict[str, Any], about: Circumstances, expected: object) -> None:
    """What is about somebody else leaves only after two people have looked."""
    assert said("R49", given(evidence=item), about=about) == expected


WORDS = releasing(recipient="mother", classes=frozenset({"words"}))
HARM = releasing(recipient="mother", classes=frozenset({"own_harm"}))
ACTIONS = releasing(recipient="mother", classes=frozenset({"actions"}))
QUIET = {**every_line(NONE_FOUND), "M05.harmed_by": "none_found"}
AGREED = {
    "M01.strategy[s].held": "2026-06-08T10:00:00+01:00",
    "M01.strategy[s].told_who_what_when": "Mother, on Friday.",
}
PARTNER = {"r": {"person": "partner", "reason_listed": "may_have_harmed", "contact_kind": "care"}}
FAR = {"r": {**PARTNER["r"], "contact_kind": "none"}}
REASON = "M11.adults[r].reason_listed"


@table(
    ("harm not asked about yet", given(), [("M01.strategy", "M05.harmed_by")]),
    ("no sign found, nobody listed", given(QUIET), PASSES),
    ("ordinary for the age: not asked, nothing suspected", given({"M00.tier": "ordinary"}), PASSES),
    (
        "ordinary for the age, harm in the chronology",
        given({"M00.tier": "ordinary"}, event={"e": {"when": on("2026-05-01"), "category": "harm_to_child"}}),
        [("M01.strategy", "M05.harmed_by")],
    ),
    ("agreed who may be told", given(AGREED), PASSES),
    ("harm, nobody known", given({**QUIET, "M05.harm.sexual": SUSPECTED, "M05.harmed_by": "unknown"}),
     [("M01.strategy", "M05.harmed_by")]),
    ("somebody who may have harmed has care", given(QUIET, adult=PARTNER), [("M01.strategy", REASON)]),
    ("somebody who may have harmed is far", given(QUIET, adult=FAR), PASSES),
    (
        "far, and the recipient",
        given(QUIET, adult={"r": {**FAR["r"], "person": "mother"}}),
        [("M01.strategy", REASON)],
    ),
    (
        "far, and lives there",
        given({**QUIET, "M09.family[f].person": "partner", "M09.family[f].lives": "part_time"}, adult=FAR),
        [("M01.strategy", REASON)],
    ),
    (
        "somebody not yet identified",
        given(QUIET, adult={"r": {"not_yet_identified": "yes", "contact_kind": "none"}}),
        [("M01.strategy", REASON)],
    ),
    ("enquiries open", given({**QUIET, "M01.s47": "joint", "M01.s47_state": "open"}), [("M01.strategy", "M01.s47_state")]),
    (
        "harm to a child is investigated",
        given({**QUIET, "M05.investigation[i].reported": on("2026-05-20")}),
        [("M01.strategy", "M05.investigation[i].outcome")],
    ),
    (
        "that investigation is over",
        given({**QUIET, "M05.investigation[i].reported": on("2026-05-20"), "M05.investigation[i].outcome": "x"}),
        PASSES,
    ),
)  # fmt: skip
def test_r50(held: Given, expected: object) -> None:
    """Who may be told what is agreed before somebody near can read it."""
    assert said("R50", held, about=WORDS) == expected


def test_r50_is_about_what_a_document_carries_and_for_whom() -> None:
    """Actions alone tell nothing; the case file and the agencies' plan have rules of their own."""
    assert said("R50", given(), about=ACTIONS) == PASSES
    assert said("R50", given(), about=HARM) == [("M01.strategy", "M05.harmed_by")]
    for letter in "CDEF":
        assert said("R50", given(), about=releasing(letter, classes=frozenset({"words"}))) != PASSES
    for letter in "ABGH":
        assert said("R50", given(), about=releasing(letter, classes=frozenset({"words"}))) == PASSES


@pytest.mark.parametrize("path", ["M09.domestic_abuse", "M09.location_risk"])
def test_r50_a_home_that_may_not_be_safe(path: str) -> None:
    """Whatever it carries, a document waits for the safety check, and no other agreement stands in for it."""
    held = {**QUIET, **AGREED, path: YES}
    assert said("R50", given(held), about=ACTIONS) == [("M09.safety_check", path)]
    checked = {**held, "M09.domestic_abuse": YES, "M09.safety_check": "Seen alone."}
    assert said("R50", given(checked), about=ACTIONS) == PASSES
    assert said("R50", given({**QUIET, path: absent(Absence.NOT_ASKED)}), about=ACTIONS) == PASSES


@pytest.mark.parametrize(
    ("audience", "words", "place", "expected"),
    [
        ("C", "He is a perpetrator.", PLACE, [(PLACE,)]),
        ("D", "He is a perpetrator.", PLACE, [(PLACE,)]),
        ("E", "He is nine.", PLACE, []),
        ("B", "He is a perpetrator.", PLACE, []),
        ("E", "I am a perpetrator.", "M14.words[w].words", []),
    ],
)
def test_r41_in_what_a_family_reads(audience: str, words: str, place: str, expected: list[Any]) -> None:
    """A label in a child's or a carer's document is explained or changed; exact words stay."""
    held = given({"M14.words[w].words": "x"})
    report = evaluate(
        reading(held), TODAY, book(), gate=Gate.EXPORT, circumstances=releasing(audience, texts={place: words})
    )
    found = [finding for finding in report.findings if finding.rule == "R41"]
    assert [finding.questions for finding in found] == expected
    assert {finding.severity for finding in found} <= {Severity.JUSTIFY}


def test_both_speak_at_release_alone() -> None:
    """They block what leaves and hold up no signature."""
    held = given(person=CHILDREN)
    about = text("half-sister Bella", classes=frozenset({"words"}))
    report = evaluate(reading(held), TODAY, book(), gate=Gate.EXPORT, circumstances=about)
    assert {"R49", "R50"} == report.rules()
    assert {finding.severity for finding in report.findings} == {Severity.BLOCKER}
    assert not {"R49", "R50"} & evaluate(reading(held), TODAY, book(), circumstances=about).rules()
