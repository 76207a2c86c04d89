"""The three displays of levels: each by itself, in the order of the form, with what answers it."""

from __future__ import annotations

from hsb_assess.desk.levels import levels
from hsb_assess.domain.answer import Absence, Answer
from tests.unit.rules.making import cited, given, reading

CALM, SAFE = "M19.needs.calm", "M19.risk_to_concern"


def test_needs_and_strengths_keep_the_order_of_the_form() -> None:
    """However they are rated, they are not ranked."""
    shown = levels(reading(given({CALM: 4, "M19.needs.fun": 0, "M19.strengths.school": 2})))
    assert [each.code for each in shown.needs] == [
        "belonging",
        "fun",
        "achievement",
        "independence",
        "calm",
        "meaning",
        "health",
        "relationships",
    ]
    assert [each.code for each in shown.strengths] == ["child", "family", "school", "community"]
    assert [each.code for each in shown.concerns] == [
        "likelihood",
        "seriousness",
        "context",
        "imminence",
        "risk_to",
        "risk_from",
    ]
    assert shown.begun


def test_a_rating_is_a_place_on_its_own_scale() -> None:
    """From *met* to *urgent* and from *none seen* to *reliable*; what cannot be rated stands on no step."""
    shown = levels(
        reading(
            given(
                {
                    CALM: 3,
                    "M19.needs.fun": "cannot_rate",
                    "M19.needs.health": Answer(absence=Absence.UNKNOWN),
                    "M19.strengths.child": 4,
                }
            )
        )
    )
    needs = {each.code: each for each in shown.needs}
    assert needs["calm"].steps == ("met", "minor_gap", "clear_gap", "harming", "urgent")
    assert [needs[code].step for code in ("calm", "fun", "health", "meaning")] == [3, None, None, None]
    assert shown.strengths[0].steps[shown.strengths[0].step or 0] == "reliable"


def test_what_answers_a_level_is_named_and_what_nothing_answers_is_open() -> None:
    """An action or a safety plan answers; a wish to decline is no gap; what calls for evidence and cites none says so."""
    shown = levels(
        reading(
            given(
                {
                    CALM: 3,
                    "M19.needs.fun": cited(4, "x"),
                    SAFE: "yes",
                    "M19.context_concern": "yes",
                    "M19.declined": ["fun"],
                },
                evidence={"x": {"what": "seen"}},
                action={"r": {"action": "Play", "work": "wellbeing", "for_need": ["risk_to"]}},
                setting={"p": {"for_concern": ["risk_to"]}},
            )
        )
    )
    needs = {each.code: each for each in shown.needs}
    concerns = {each.code: each for each in shown.concerns}
    assert concerns["risk_to"].answered_by == ("M21.actions[r].action", "M20.settings[p].adults_do")
    assert not concerns["risk_to"].open
    assert concerns["context"].open
    assert (needs["calm"].open, needs["calm"].uncited) == (True, True)
    assert (needs["fun"].open, needs["fun"].declined, needs["fun"].uncited) == (False, True, False)


def test_what_is_not_asked_is_not_shown() -> None:
    """On the first day there are no levels."""
    shown = levels(reading(given({"M00.tier": "first_day"})))
    assert (shown.concerns, shown.needs, shown.strengths, shown.begun) == ((), (), (), False)
