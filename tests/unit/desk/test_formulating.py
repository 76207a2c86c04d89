"""The formulation board: parts with what they cite, open ends as the checks find them, and threads through needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.desk.formulating import Board, Gap, board
from hsb_assess.desk.goldenthread import Stage, Thread, thread
from hsb_assess.rules.thread import EXPLANATIONS
from tests.unit.rules.making import NOT_EVALUATED, SUSPECTED, Given, cited, given, reading, said, table, told

if TYPE_CHECKING:
    from hsb_assess.record.reading import Reading

CALM, SAFE, HARM = "M19.needs.calm", "M19.risk_to_concern", "M05.harm.neglect"
ITEMS = {"x": {"what": "seen"}, "y": {"what": "said"}}


def shown(held: Given) -> tuple[Reading, Board]:
    """Return a reading and its board."""
    read = reading(held)
    return read, board(read)


def open_ends(held: Given) -> list[tuple[Gap, str]]:
    """Return the open ends of a record: what is missing, and where it is mended."""
    return [(end.gap, end.path) for end in shown(held)[1].open_ends]


def of_stage(found: Thread, stage: Stage) -> list[str]:
    """Return the keys of what stands in a stage of a thread."""
    return [bead.key for bead in found.beads if bead.stage is stage]


def action(**fields: object) -> dict[str, dict[str, Any]]:
    """Return one action of the plan."""
    return {"r": {"work": "wellbeing", "action": "Time with his grandfather.", **fields}}


@table(
    ("nothing", given(), []),
    ("a need with an action", given({CALM: 3}, action=action(for_need=["calm"])), []),
    ("a need without", given({CALM: 3}), [(Gap.NEED, CALM)]),
    ("a need that is not grave", given({CALM: 2}), []),
    ("a need with a safety plan", given({SAFE: "yes"}, setting={"p": {"for_concern": ["risk_to"]}}), []),
    ("help is not wanted", given({CALM: 3, "M19.declined": ["calm"]}), []),
    ("an action for nothing", given(action=action()), [(Gap.ACTION, "M21.actions[r].for_need")]),
    ("harm without support", given({HARM: SUSPECTED}), [(Gap.HARM, HARM)]),
    ("harm with support", given({HARM: SUSPECTED}, action=action(for_harm=["neglect"])), []),
    (
        "harm answered by safety work alone",
        given({HARM: SUSPECTED}, action=action(for_harm=["neglect"], work="behaviour_safety")),
        [(Gap.HARM, HARM)],
    ),
    (
        "this child wishes to wait",
        given({HARM: SUSPECTED, "M05.wish_to_wait": {"state": "yes"}, "M05.wait_recheck": {"date": "2026-07-01"}}),
        [],
    ),
    ("a part without evidence", given({"M18.presenting": "worry"}), [(Gap.EXPLANATION, "M18.presenting")]),
    ("a part with evidence", given({"M18.presenting": cited("worry", "x")}, evidence=ITEMS), []),
    ("the function needs no evidence", given({"M18.function": "calm"}), []),
)
def test_open_ends(held: Given, expected: object) -> None:
    """Each gap is told once, where it is mended, and a wish of this child's or the family's is no gap."""
    assert open_ends(held) == expected


CASES = (
    given({CALM: 3, SAFE: "yes", "M19.needs.fun": 4}, action=action(for_need=["fun"])),
    given({CALM: 4}, action=action(for_need=["calm"])),
    given({CALM: 1}, action=action()),
    given({HARM: SUSPECTED, CALM: 2}, action=action(for_harm=["physical"])),
    told("child-a-complete"),
    told("child-c-complete"),
    told("child-e-complete"),
)


@pytest.mark.parametrize("held", CASES)
def test_the_board_knows_the_gaps_that_the_checks_know(held: Given) -> None:
    """R62 and R04 and the board name the same questions: there is one truth about gaps."""
    ends = open_ends(held)
    found = said("R62", held)
    judged = [] if found == NOT_EVALUATED else [path for fired in found for path in fired]  # type: ignore[attr-defined]  # a list then
    assert {path for gap, path in ends if gap in {Gap.NEED, Gap.ACTION}} == {
        path for path in judged if path != "M21.actions"
    }
    harm = said("R04", held)
    judged = [] if harm == NOT_EVALUATED else [path for fired in harm for path in fired]  # type: ignore[attr-defined]  # a list then
    assert {path for gap, path in ends if gap is Gap.HARM} == {path for path in judged if path != "M21.actions"}


def test_the_cards_are_the_parts_that_are_asked() -> None:
    """Eight cards in the form's order with what each cites; one that nobody wrote is there, and not written."""
    _, made = shown(given({"M18.presenting": cited("worry", "x", "y")}, evidence=ITEMS))
    assert [part.path.removeprefix("M18.") for part in made.parts] == [
        "presenting",
        "predisposing",
        "precipitating",
        "perpetuating",
        "protective",
        "function",
        "needs_behind",
        "harm_bearing",
    ]
    assert made.parts[0].evidence == ("x", "y")
    assert [part.written for part in made.parts] == [True] + [False] * 7
    assert made.begun


def test_a_tier_that_asks_for_no_explanation_shows_none() -> None:
    """On the first day there is no card, nothing is open, and the board says that it has not begun."""
    _, made = shown(given({"M00.tier": "first_day", "M00.name": "A"}))
    assert (made.parts, made.open_ends, made.begun) == ((), (), False)


def test_explanations_are_counted_and_compared() -> None:
    """One explanation is too few; two are enough, each with its own evidence."""
    one = {"h": {"what": "curiosity", "why": "rules not taught"}}
    two = {**one, "i": {"what": "loneliness", "why": "no friends"}}

    def made(rows: dict[str, dict[str, str]]) -> Board:
        answers: dict[str, object] = {}
        for row, fields in rows.items():
            answers |= {f"{EXPLANATIONS}[{row}].{name}": value for name, value in fields.items()}
        return shown(given(answers))[1]

    assert made(one).too_few
    assert not made(two).too_few
    assert [each.code for each in made(two).explanations] == ["curiosity", "loneliness"]
    assert {end.gap for end in made(two).open_ends} == {Gap.EXPLANATION}


def test_an_explanation_of_behaviour_alone_says_so() -> None:
    """As R29: what cites only what the behaviour pages cite is one-sided."""
    parts = ("presenting", "predisposing", "precipitating", "perpetuating", "protective")
    written = {f"M18.{name}": cited("words", "x") for name in parts}
    behaviour = {"M03.incidents[i].band": cited("problematic", "x")}
    assert shown(given({**written, **behaviour}, evidence=ITEMS))[1].one_sided
    assert not shown(given({**written, **behaviour, CALM: cited(2, "x")}, evidence=ITEMS))[1].one_sided


# --- threads -----------------------------------------------------------------------------------


def two_needs() -> Given:
    """Return two needs that rest on one item, each with an action of its own, and a part that cites the item."""
    return given(
        {
            CALM: cited(3, "x"),
            "M19.needs.health": cited(4, "x", "y"),
            "M18.precipitating": cited("a move", "x"),
            "M18.needs_behind": ["calm"],
        },
        evidence=ITEMS,
        action={
            "r": {"action": "Play", "work": "wellbeing", "for_need": ["calm"], "goal": "He sleeps."},
            "s": {"action": "Clinic", "work": "wellbeing", "for_need": ["health"]},
        },
    )


def test_the_thread_of_a_need_runs_from_its_evidence_to_its_outcome() -> None:
    """It has its own action and not that of a need which shares its evidence and its explanation."""
    read, made = shown(two_needs())
    found = thread(read, made.web, CALM)
    assert of_stage(found, Stage.EVIDENCE) == ["evidence:x"]
    assert of_stage(found, Stage.CAUSE) == [CALM]
    assert of_stage(found, Stage.PART) == ["M18.precipitating", "M18.needs_behind"]
    assert of_stage(found, Stage.ACTION) == ["M21.actions[r]"]
    assert of_stage(found, Stage.OUTCOME) == ["M21.actions[r].goal"]
    assert {bead.key for bead in found.after("M18.precipitating")} == {"M21.actions[r]"}


def test_the_thread_of_an_action_leads_back_to_what_is_known() -> None:
    """From an action over its need to the evidence; an outcome that nobody wrote is an open end."""
    read, made = shown(two_needs())
    found = thread(read, made.web, "M21.actions[s]")
    assert of_stage(found, Stage.CAUSE) == ["M19.needs.health"]
    assert of_stage(found, Stage.EVIDENCE) == ["evidence:x", "evidence:y"]
    assert of_stage(found, Stage.OUTCOME) == ["open:outcome:M21.actions[s]"]
    nothing = next(bead for bead in found.beads if bead.stage is Stage.OUTCOME)
    assert (nothing.kind, nothing.path) == ("open", "M21.actions[s].goal")


def test_the_thread_of_a_part_and_of_an_item() -> None:
    """A part has every need that belongs to it; an evidence item every need and every part that cites it."""
    read, made = shown(two_needs())
    part = thread(read, made.web, "M18.precipitating")
    assert of_stage(part, Stage.PART) == ["M18.precipitating"]
    assert of_stage(part, Stage.ACTION) == ["M21.actions[r]", "M21.actions[s]"]
    item = thread(read, made.web, "evidence:y")
    assert of_stage(item, Stage.EVIDENCE) == ["evidence:y"]
    assert of_stage(item, Stage.CAUSE) == ["M19.needs.health"]


def test_where_nothing_stands_the_thread_says_why() -> None:
    """Open, waiting by this child's wish, or declined: three different things, each leading to its question."""
    wish = {"M05.wish_to_wait": {"state": "yes"}, "M05.wait_recheck": {"date": "2026-07-01"}}
    for held, key, kind, path in (
        (given({CALM: 3}), CALM, "open", "M21.actions"),
        (given({CALM: 3, "M19.declined": ["calm"]}), CALM, "declined", "M19.declined"),
        (given({HARM: SUSPECTED, **wish}), HARM, "waits", "M05.wish_to_wait"),
        (given({CALM: 1, "M18.needs_behind": ["calm"]}), CALM, "not_called_for", "M21.actions"),
    ):
        read, made = shown(held)
        found = thread(read, made.web, key)
        ends = [(bead.kind, bead.path) for bead in found.beads if bead.stage is Stage.ACTION]
        assert ends == [(kind, path)]
        assert of_stage(found, Stage.EVIDENCE) == [f"open:evidence:{key}"]


def test_work_on_safety_alone_does_not_answer_a_harm() -> None:
    """As R04: the thread shows the action that names the harm, and beside it that no support answers it yet."""
    held = given({HARM: SUSPECTED}, action=action(for_harm=["neglect"], work="behaviour_safety"))
    read, made = shown(held)
    found = thread(read, made.web, HARM)
    assert [bead.kind for bead in found.beads if bead.stage is Stage.ACTION] == ["action", "no_support"]


@pytest.mark.parametrize("name", ["child-a-complete", "child-c-complete", "child-e-complete", "child-a-draft"])
def test_every_thread_of_the_fictional_cases_holds(name: str) -> None:
    """Each bead has a thread that holds it, whose links lead to later stages and whose beads open a question of the form."""
    read, made = shown(told(name))
    for key in made.web.beads:
        found = thread(read, made.web, key)
        stages = {bead.key: bead.stage for bead in found.beads}
        assert key in stages
        assert all(stages[start] < stages[end] for start, end in found.links)
        tied = {key, *(each for link in found.links for each in link)}
        assert tied == set(stages), "a bead that no line reaches"
        assert all(read.definition.find(bead.path) is not None for bead in found.beads)
        assert [bead.stage for bead in found.beads] == sorted(stages.values())
