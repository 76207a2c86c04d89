"""R57, R64: accounts before an interview are kept clean, and grave concerns are discussed by the agencies."""

from __future__ import annotations

from datetime import date
from typing import Any

from hsb_assess.domain.answer import Absence, absent
from tests.unit.rules.making import NOT_EVALUATED, PASSES, Given, given, on, said, table, weighed

HELD = {"M01.strategy[s].held": "2026-05-20T15:00:00+01:00"}
PLANNED = {**HELD, "M05.interview": "planned", "M05.interview_planned": on("2026-06-12")}
DONE = {**HELD, "M05.interview": "done", "M05.interview_done": on("2026-06-03")}
ABUSIVE = {"M03.incidents[i].band": "abusive"}
TOLD = {"e": {"when": on("2026-05-20"), "category": "strategy_discussion", "what": "Held."}}


def words(day: str, how: str, more: dict[str, Any]) -> Given:
    """Return something this child said, and what else is recorded."""
    row = {"when": on(day), "how_came": how, "words": "I was scared."}
    return given({**more, **{f"M14.words[w].{name}": value for name, value in row.items()}})


def item(day: str, how: str, **fields: object) -> dict[str, dict[str, Any]]:
    """Return an evidence item on what this child said."""
    return {"x": {"when": on(day), "kind": "child_said", "how_came": how, "what": "x", **fields}}


SAID = {"e": {"when": on("2026-06-02"), "category": "child_words", "what": "x"}}
ROW = "M14.words[w].how_came"
ITEM = "things.evidence[x].how_came"


@table(
    ("no interview", words("2026-05-25", "sought", HELD), NOT_EVALUATED),
    ("no discussion", words("2026-05-25", "sought", {"M05.interview": "planned"}), NOT_EVALUATED),
    ("an interview and no account", given(PLANNED), PASSES),
    ("sought before the interview", words("2026-05-25", "sought", PLANNED), [("justify", ROW)]),
    ("said unasked", words("2026-05-25", "spontaneous", PLANNED), [("advisory", ROW)]),
    ("said in the interview", words("2026-06-03", "in_interview", DONE), PASSES),
    ("sought before the discussion", words("2026-05-19", "sought", PLANNED), PASSES),
    ("sought on the day of the discussion", words("2026-05-20", "sought", PLANNED), [("justify", ROW)]),
    ("sought on the day of the interview", words("2026-06-03", "sought", DONE), [("justify", ROW)]),
    ("sought after the interview", words("2026-06-04", "sought", DONE), PASSES),
    ("evidence, sought", given(PLANNED, evidence=item("2026-06-02", "sought")), [("justify", ITEM)]),
    ("what a carer said", given(PLANNED, evidence=item("2026-06-02", "sought", kind="carer_said")), PASSES),
    ("an event counts as unasked", given(PLANNED, event=SAID), [("advisory", "M02.events[e].what")]),
    (
        "an event that evidence of its day explains",
        given(PLANNED, event=SAID, evidence=item("2026-06-02", "sought")),
        [("justify", ITEM)],
    ),
)
def test_r57(held: Given, expected: object) -> None:
    """Between the first discussion and the finished interview nobody seeks an account; a child may always talk."""
    assert weighed("R57", held) == expected


def test_r57_waits_while_the_interview_does() -> None:
    """A planned interview keeps the time open until today."""
    held = words("2026-06-20", "sought", PLANNED)
    assert said("R57", held, date(2026, 6, 19)) == PASSES
    assert said("R57", held, date(2026, 6, 20)) == [(ROW,)]


@table(
    ("nothing rated or decided", given(), NOT_EVALUATED),
    ("abusive, no discussion", given(ABUSIVE), [("M01.strategy",)]),
    ("violent, no discussion", given({"M03.incidents[i].band": "violent"}), [("M01.strategy",)]),
    ("enquiries decided, no discussion", given({"M05.threshold": "enquiries_now"}), [("M01.strategy",)]),
    ("led by another agency", given({"M05.threshold": absent(Absence.LED_BY_OTHER)}), PASSES),
    ("problematic", given({"M03.incidents[i].band": "problematic"}), PASSES),
    ("abusive, discussed", given({**ABUSIVE, **HELD}), PASSES),
    ("abusive, discussed in the chronology", given(ABUSIVE, event=TOLD), PASSES),
    (
        "not held, with no manager's reason",
        given({**ABUSIVE, "M01.strategy[s].not_held_reason": "x"}),
        [("M01.strategy",)],
    ),
    ("a manager's reason", given({**ABUSIVE, "M01.strategy[s].manager_reason": "Held tomorrow."}), PASSES),
)
def test_r64(held: Given, expected: object) -> None:
    """What is grave is discussed together, or a manager says why not."""
    assert said("R64", held) == expected


TEEN = {"M00.dob": on("2012-02-03"), "M00.jurisdiction": "england", "M03.incidents[i].when": on("2026-03-11")}
NINE = {"M00.dob": on("2017-01-20"), "M00.jurisdiction": "england", "M03.incidents[i].when": on("2026-05-18")}
CHARGED = {**TEEN, "M16.status": "charged"}
MILESTONE = {"e": {"when": on("2026-03-12"), "category": "police_milestone", "what": "Voluntary interview."}}
ADVICE = "M16.legal_advice"


def work(kind: str = "behaviour_focused", status: str = "planned") -> dict[str, dict[str, Any]]:
    """Return one action of the plan."""
    return {"r": {"work": kind, "status": status, "action": "x"}}


@table(
    ("no action", given(CHARGED), NOT_EVALUATED),
    ("nothing known of an investigation", given(TEEN, action=work()), NOT_EVALUATED),
    ("planned while charged", given(CHARGED, action=work()), [(ADVICE, "M21.actions[r].work")]),
    ("started while charged", given(CHARGED, action=work(status="started")), [(ADVICE, "M21.actions[r].work")]),
    ("on hold", given(CHARGED, action=work(status="on_hold")), PASSES),
    ("wellbeing never waits", given(CHARGED, action=work("wellbeing")), PASSES),
    ("own harm never waits", given(CHARGED, action=work("own_harm")), PASSES),
    ("family and education never wait", given(CHARGED, action=work("education")), PASSES),
    ("advice was offered", given({**CHARGED, ADVICE: {"state": "yes"}}, action=work()), PASSES),
    ("advice was declined", given({**CHARGED, ADVICE: absent(Absence.DECLINED, by="child")}, action=work()), PASSES),
    (
        "no advice offered",
        given({**CHARGED, ADVICE: {"state": "none_found"}}, action=work()),
        [(ADVICE, "M21.actions[r].work")],
    ),
    ("it ended", given({**TEEN, "M16.status": "no_further_action"}, action=work()), PASSES),
    ("a milestone counts as open", given(TEEN, action=work(), event=MILESTONE), [(ADVICE, "M21.actions[r].work")]),
    ("not of a child of nine", given(NINE, action=work(), event=MILESTONE), PASSES),
    (
        "of a child who was ten when it happened again",
        given({**NINE, "M03.incidents[i].times[j].when": on("2027-02-01")}, action=work(), event=MILESTONE),
        [(ADVICE, "M21.actions[r].work")],
    ),
)
def test_r55(held: Given, expected: object) -> None:
    """Work on the behaviour needs legal advice while an investigation is open; other support never waits."""
    assert said("R55", held) == expected
