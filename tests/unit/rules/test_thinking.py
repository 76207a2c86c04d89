"""R23, R26, R28 to R30 and R32: this child is heard, strengths and reasons are looked for, and the plan helps."""

from __future__ import annotations

from typing import Any

from hsb_assess.domain.answer import Absence, absent
from tests.unit.rules.making import NOT_EVALUATED, PASSES, Given, cited, given, on, said, table, weighed


def action(**fields: object) -> dict[str, dict[str, Any]]:
    """Return one action of the support plan."""
    return {"r": {"work": "wellbeing", **fields}}


OWNED = {"owner": "worker", "by_when": on("2026-06-19")}
MEASURED = {"duration": "ten weeks", "measure": "nights without pain"}


def field(*names: str) -> tuple[str, ...]:
    """Return paths in the action."""
    return tuple(f"M21.actions[r].{name}" for name in names)


@table(
    ("no action", given(), NOT_EVALUATED),
    ("complete", given(action=action(**OWNED, **MEASURED)), PASSES),
    ("nobody's", given(action=action(by_when=on("2026-06-19"), **MEASURED)), [("blocker", *field("owner"))]),
    ("no length, no measure", given(action=action(**OWNED)), [("justify", *field("duration", "measure"))]),
    (
        "both",
        given(action=action()),
        [("blocker", *field("owner", "by_when")), ("justify", *field("duration", "measure"))],
    ),
    ("a safety action needs no length", given(action=action(work="behaviour_safety", **OWNED)), PASSES),
    (
        "unknown is no owner",
        given(action=action(owner=absent(Absence.UNKNOWN), by_when=on("2026-06-19"), **MEASURED)),
        [("blocker", *field("owner"))],
    ),
)
def test_r23(held: Given, expected: object) -> None:
    """An action has an owner and a day; support has a length and a measure."""
    assert weighed("R23", held) == expected


def declined(by: str) -> dict[str, Any]:
    """Return a question about this child's voice that somebody declined, with something else offered."""
    return {"M14.best_worst": absent(Absence.DECLINED, by=by), "M14.alternative": "advocate"}


NOT_HEARD = [("M14.words", "M14.observation")]


@table(
    ("nothing", given(), NOT_HEARD),
    ("words", given({"M14.words[w].words": "Words."}), PASSES),
    ("a row without words", given({"M14.words[w].to": "worker"}), NOT_HEARD),
    ("an observation", given({"M14.observation": "Drew for an hour."}), PASSES),
    ("declined, and an advocate offered", given(declined("child")), PASSES),
    ("declined, and nothing offered", given({"M14.best_worst": absent(Absence.DECLINED, by="child")}), NOT_HEARD),
    ("a carer declined", given(declined("carer")), NOT_HEARD),
    (
        "words in the chronology are not yet this child's voice",
        given(event={"e": {"when": on("2026-06-04"), "category": "child_words", "what": "Words."}}),
        NOT_HEARD,
    ),
)
def test_r26(held: Given, expected: object) -> None:
    """This child is heard in some way, or was offered another when they declined."""
    assert said("R26", held) == expected


def strengths(*ratings: object, seen: bool = True) -> dict[str, Any]:
    """Return strengths with these ratings, each citing an item when somebody saw it."""
    found: dict[str, Any] = {}
    for number, rating in enumerate(ratings):
        found[f"M15.strengths[t{number}].what"] = "Football every Saturday."
        found[f"M15.strengths[t{number}].rating"] = cited(rating, f"x{number}") if seen else rating
    return found


KEPT = {"p": {"setting": "home", "good_kept": "Football."}}
FEW = ("justify", "M15.strengths")
UNUSED = ("justify", "M20.settings", "M21.actions")


@table(
    ("none", given(), [("blocker", "M15.strengths")]),
    ("none that somebody saw", given(strengths(4, 4, 4, seen=False), setting=KEPT), [("blocker", "M15.strengths")]),
    ("none seen is no strength", given(strengths(0), setting=KEPT), [("blocker", "M15.strengths")]),
    ("two", given(strengths(4, 4), setting=KEPT), [FEW]),
    ("three, none used", given(strengths(4, 4, 4)), [UNUSED]),
    ("two, none used", given(strengths(4, 4)), [FEW, UNUSED]),
    ("three, kept in the plan", given(strengths(4, 3, 2), setting=KEPT), PASSES),
    (
        "three, one cited by an action",
        given(strengths(4, 3, 3), action={"r": {"action": cited("Build on football.", "x1")}}),
        PASSES,
    ),
)
def test_r28(held: Given, expected: object) -> None:
    """Strengths that somebody saw are found, and used."""
    assert weighed("R28", held) == expected


FIVE_PS = tuple(f"M18.{name}" for name in ("presenting", "predisposing", "precipitating", "perpetuating", "protective"))


def formulation(*items: str) -> dict[str, Any]:
    """Return a formulation whose parts cite these items."""
    return dict.fromkeys(FIVE_PS, cited("A sentence.", *items))


BAND = {"M03.incidents[i].band": cited("problematic", "seen")}


@table(
    ("none", given(), [FIVE_PS]),
    ("one part missing", given({**formulation("gp"), FIVE_PS[4]: absent(Absence.NOT_ASKED)}), [FIVE_PS[4:]]),
    ("an honest unknown", given({**formulation("gp"), FIVE_PS[2]: absent(Absence.UNKNOWN)}), PASSES),
    ("nothing but unknown", given(dict.fromkeys(FIVE_PS, absent(Absence.UNKNOWN))), [FIVE_PS]),
    ("cites nothing", given(formulation()), [FIVE_PS]),
    ("cites the behaviour alone", given({**formulation("seen"), **BAND}), [FIVE_PS]),
    ("cites health too", given({**formulation("gp", "seen"), **BAND}), PASSES),
    (
        "the same item was weighed as a sign",
        given({**formulation("seen"), **BAND, "M05.signs[n].description": cited("Quiet.", "seen")}),
        PASSES,
    ),
)
def test_r29(held: Given, expected: object) -> None:
    """The explanation is there, and rests on more than the behaviour."""
    assert said("R29", held) == expected


def explained(*kinds: str, why: str = "For and against.") -> dict[str, Any]:
    """Return explanations of these kinds."""
    found = {}
    for number, kind in enumerate(kinds):
        found[f"M05.explanations[h{number}].what"] = kind
        if why:
            found[f"M05.explanations[h{number}].why"] = why
    return found


TOO_FEW = [("M05.explanations",)]


@table(
    ("none", given(), TOO_FEW),
    ("one", given(explained("curiosity")), TOO_FEW),
    ("the same twice", given(explained("curiosity", "curiosity")), TOO_FEW),
    ("two without a reason", given(explained("curiosity", "loss_trauma", why="")), TOO_FEW),
    ("two", given(explained("curiosity", "loss_trauma")), PASSES),
    ("two others", given(explained("other", "other")), PASSES),
)
def test_r30(held: Given, expected: object) -> None:
    """At least two explanations are considered."""
    assert said("R30", held) == expected


@table(
    ("an empty plan", given(), [("M21.actions",)]),
    ("only safety", given(action=action(work="behaviour_safety")), [("M21.actions",)]),
    ("wellbeing", given(action=action()), PASSES),
    ("what was done to this child", given(action=action(work="own_harm")), PASSES),
    ("ordinary, nobody told", given({"M00.tier": "ordinary"}), [("M01.told_families",)]),
    ("ordinary, told", given({"M00.tier": "ordinary", "M01.told_families": "What is common, what helps."}), PASSES),
    ("ordinary, with an action from before", given({"M00.tier": "ordinary"}, action=action()), PASSES),
)
def test_r32(held: Given, expected: object) -> None:
    """The plan helps this child, at any band."""
    assert said("R32", held) == expected
