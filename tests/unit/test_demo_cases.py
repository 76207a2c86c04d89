"""The fictional cases that come with the app, judged as ``case check`` judges them, at each of their dates.

What has to fire and what must not is read from the vignettes; the variants are facts that are recorded later.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any, Final

import pytest

from hsb_assess import cli
from hsb_assess.datafiles import data_dir
from hsb_assess.exchange.prefill import read_answers
from hsb_assess.exchange.prefill_reading import reading_of
from hsb_assess.instrument.catalogue import Catalogue

if TYPE_CHECKING:
    from pathlib import Path

DEMO: Final = data_dir("resources") / "demo"
TODAY: Final = {"a": "2026-06-08", "c": "2026-09-14", "e": "2026-11-02"}
FIRES: Final = {
    "a": {
        "blocker": "R01 R02 R09 R10 R14 R16 R18 R21 R25 R26 R28 R29 R30 R32 R33 R36 R46 R47 R59 R60 R65",
        "justify": "R11 R34 R38 R45 R51 R56",
        "advisory": "R31",
    },
    "c": {
        "blocker": "R01 R02 R04 R08 R09 R10 R14 R16 R20 R25 R26 R28 R29 R30 R32 R33 R36 R46 R59 R60 R65",
        "justify": "R13 R22 R27 R34 R45 R51 R56 R69",
        "advisory": "R31",
    },
    "e": {
        "blocker": "R01 R02 R04 R08 R09 R10 R14 R16 R19 R25 R26 R28 R29 R30 R32 R33 R36 R46 R47 R59 R60 R65",
        "justify": "R13 R24 R34 R45 R51 R56",
        "advisory": "R31",
    },
}
SILENT: Final = {
    "a": "R13 R17 R19 R27 R35 R42 R57 R61 R64 R68 R69 R70",
    "c": "R11 R18 R19 R21 R35 R42 R43 R47 R55 R57 R61 R64 R68 R70",
    "e": "R11 R18 R21 R27 R37 R42 R44 R52 R55 R57 R61 R64 R68 R69",
}
CHILDREN = pytest.mark.parametrize("child", TODAY)


class Desk:
    """Somebody who runs ``case check`` on the first draft of a child with what is recorded later."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        shutil.copytree(DEMO, folder / "demo")
        self.folder, self.capsys = folder / "demo", capsys

    def check(self, name: str, today: str = "") -> tuple[int, dict[str, Any]]:
        """Return the exit code and the JSON for one of the files."""
        more = ["--today", today] if today else []
        code = cli.main(["case", "check", str(self.folder / f"{name}.yaml"), "--json", *more])
        return code, json.loads(self.capsys.readouterr().out)

    def later(self, child: str, text: str, today: str = "", *, stage: str = "draft") -> dict[str, str]:
        """Lay ``text`` over a child's file and return the gravest severity of each rule that fires."""
        over = f"instrument: holistic\nbase: child-{child}-{stage}.yaml\n{text}"
        (self.folder / "later.yaml").write_text(over, "utf-8")
        return gravest(self.check("later", today)[1])


def gravest(found: dict[str, Any]) -> dict[str, str]:
    """Return the gravest severity of each rule that fired; a report has the gravest first."""
    return {each["rule"]: each["severity"] for each in reversed(found["findings"])}


def about(found: dict[str, Any], rule: str) -> set[str]:
    """Return the questions of all findings of one rule."""
    return {path for each in found["findings"] if each["rule"] == rule for path in each["questions"]}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A copy of the fictional cases."""
    return Desk(tmp_path, capsys)


# -- the files themselves ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(DEMO.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_answer_is_asked(path: Path) -> None:
    """Each answer has its place, its shape and its question: nothing is dormant, nothing has a fault."""
    catalogue = Catalogue.shipped()
    found = read_answers(path, catalogue)
    assert found.today is not None
    reading = reading_of(found, found.today, catalogue.profile("england").content)
    assert reading.engine.unplaced() == frozenset()
    assert reading.dormant == frozenset()
    assert {name: faults for name in reading.answers if (faults := reading.engine.faults(name))} == {}


@CHILDREN
def test_nothing_of_a_first_draft_is_in_a_register_or_a_plan(child: str) -> None:
    """It fills what is told of referral, chronology and behaviour; no row of M11, no harm line, no plan."""
    found = read_answers(DEMO / f"child-{child}-draft.yaml", Catalogue.shipped())
    assert set(found.things) == {"person", "contact", "event", "evidence"}
    pages = {path.partition(".")[0] for path in found.answers}
    assert pages <= {"M00", "M01", "M02", "M03", "M04"}
    assert ("M04" in pages) is (child == "c")


# -- first drafts ------------------------------------------------------------------------------------------------


@CHILDREN
def test_what_fires_on_a_first_draft(desk: Desk, child: str) -> None:
    """What the vignette lists fires as gravely as it says; what it excludes is silent; the draft cannot be submitted."""
    code, found = desk.check(f"child-{child}-draft", TODAY[child])
    rules = gravest(found)
    expected = {rule: severity for severity, listed in FIRES[child].items() for rule in listed.split()}
    assert {rule: rules.get(rule) for rule in expected} == expected
    assert set(SILENT[child].split()) & set(rules) == set()
    assert (code, found["tier"]) == (1, "full")


def test_nobody_is_put_in_the_place_of_the_unnamed_he(desk: Desk) -> None:
    """No finding says who *he* is, and none leads to a row about anybody."""
    _, found = desk.check("child-a-draft")
    said = json.dumps([each["message"] for each in found["findings"]])
    assert not {word for word in ("Adult M", "adult_m", "partner", "step") if word in said}
    assert not [path for each in found["findings"] for path in each["questions"] if path.startswith("M11.adults[")]


# -- from a date -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("child", "rule", "last", "first"),
    [
        ("a", "R27", "2026-06-18", "2026-06-19"),
        ("a", "R42", "2026-07-22", "2026-07-23"),
        ("c", "R42", "2026-09-29", "2026-09-30"),
        ("e", "R42", "2026-11-10", "2026-11-11"),
        ("e", "R27", "2026-11-11", "2026-11-12"),
    ],
)
def test_a_limit_is_kept_on_its_last_day(desk: Desk, child: str, rule: str, last: str, first: str) -> None:
    """A rule about a limit fires from the day after it."""
    assert rule not in gravest(desk.check(f"child-{child}-draft", last)[1])
    assert rule in gravest(desk.check(f"child-{child}-draft", first)[1])


def test_e_bail_that_ends_is_watched(desk: Desk) -> None:
    """Had the condition stayed in force to 8 December, R68 would speak from twenty working days before."""
    bail = """
things:
  condition:
    bail: {binds: [this_child], about: [child], kind: bail, text: Not to be in touch., from: 2026-09-15, to: 2026-12-08, status: in_force}
"""
    assert "R68" not in desk.later("e", bail, "2026-11-09")
    assert "R68" in desk.later("e", bail, "2026-11-10")


# -- once a fact is recorded -------------------------------------------------------------------------------------

WORDS: Final = """
things:
  evidence:
    x: {source: this_child, when: 2026-06-04, what: I don't like it when he does bath time., kind: child_said, verbatim: yes,
        confidence: CONFIDENCE, how_came: spontaneous}
answers:
  M05.harm.sexual: {value: suspected, evidence: [x]}
"""


def test_a_his_words_open_support_and_a_decision(desk: Desk) -> None:
    """R04 and R08 until there is a support action, or his wish to wait, and a decision about him."""
    words = WORDS.replace("CONFIDENCE", "childs_account")
    assert {"R04", "R08"} <= set(desk.later("a", words))
    assert not {"R07", "R41"} & set(desk.later("a", words))
    decided = f"{words}  M05.threshold: enquiries_now\n  M05.threshold_date: 2026-06-08\n"
    helped = f"{decided}  M21.actions[r]: {{work: own_harm, for_harm: [sexual], owner: me, by_when: 2026-06-19}}\n"
    assert not {"R04", "R08"} & set(desk.later("a", helped))
    waits = f"{decided}  M05.wish_to_wait: yes\n  M05.wait_recheck: 2026-06-19\n"
    assert not {"R04", "R08"} & set(desk.later("a", waits))
    assert "R07" in desk.later("a", WORDS.replace("CONFIDENCE", "established"))


def test_a_what_else_is_recorded(desk: Desk) -> None:
    """Children without a decision or an offer; autism without adaptation; a crime word about a nine-year-old."""
    registered = "things: {child: {k1: {person: b}, k2: {person: pupil}}}\n"
    assert "R17" in desk.later("a", registered)
    assert "R35" in desk.later("a", "answers: {M06.autism: suspected}\n")
    assert "R39" in desk.later("a", "answers: {M03.incidents: {i2: {band_why: The offence was kept secret.}}}\n")
    assert "R39" in desk.later("a", "answers: {M03.incidents: {i2: {band_why: He is the perpetrator.}}}\n")


def test_c_what_else_is_recorded(desk: Desk) -> None:
    """Enquiries by one agency, contact that nothing protects, the aid, work about the behaviour."""
    assert "R12" in desk.later("c", "answers: {M01.s47: single, M01.s47_state: closed}\n")
    assert desk.later("c", "answers: {M01.s47: joint, M01.s47_state: open}\n")["R45"] == "blocker"
    assert "R21" in desk.later("c", "things: {pair: {g: {older: this_child, child: girl, contact: possible}}}\n")
    account = "things: {person: {them: {label: account, is: unidentified}}, pair: {g: {older: them, child: this_child, contact: possible}}}\n"
    assert "R21" in desk.later("c", account)
    speech = "answers: {M06.speech_language: yes, M06.adaptations: [ADAPTED]}\n"
    assert "R35" in desk.later("c", speech.replace("ADAPTED", "none_needed"))
    assert "R35" not in desk.later("c", speech.replace("ADAPTED", "communication_aid"))
    without = "answers: {M14.words: {w: {words: It was me., when: 2026-09-10, to: me, how_came: spontaneous, aid_used: AID}}}\n"
    assert "R70" in desk.later("c", without.replace("AID", "no"))
    assert "R70" not in desk.later("c", without.replace("AID", "yes"))
    work = "answers: {M16.status: under_investigation, M21.actions: {r: {work: WORK, status: planned, owner: me, by_when: 2026-10-01}}}\n"
    assert "R55" in desk.later("c", work.replace("WORK", "behaviour_focused"))
    for other in ("wellbeing", "own_harm", "family", "education"):
        assert "R55" not in desk.later("c", work.replace("WORK", other))


def test_c_a_clinical_conversation_today(desk: Desk) -> None:
    """Recorded today with a safety action, R46 asks for what was done about six weeks of delay."""
    talked = """
answers:
  M07.self_harm: yes
  M07.self_harm_noticed: 2026-08-03
  M07.clinical: {who: camhs, at: 2026-09-14T10:00, outcome: Seen today.}
  M21.actions: {r: {work: wellbeing, action: A plan for bad evenings with the clinician., owner: camhs, by_when: 2026-09-14}}
"""
    assert desk.later("c", "answers: {M07.self_harm: yes, M07.self_harm_noticed: 2026-08-03}\n")["R46"] == "blocker"
    assert desk.later("c", talked)["R46"] == "justify"


def test_e_what_else_is_recorded(desk: Desk) -> None:
    """The adult of 24, contact with the child, words of January, an account that was sought, a meeting not held."""
    adult = "things: {adult: {m: {person: adult24, contact_kind: contact, reason_listed: contact}}}\n"
    desk.later("e", adult)
    _, found = desk.check("later")
    assert any(path.startswith("M11.adults[m]") for path in about(found, "R45"))
    risk = "things: {adult: {m: {person: adult24, contact_kind: contact, reason_listed: may_be_risk}}, pair: {g: {older: adult24, child: this_child, contact: yes}}}\n"
    desk.later("e", risk)
    _, found = desk.check("later")
    assert any(path.startswith("M11.pairs[g]") for path in about(found, "R59"))
    assert "R21" in desk.later("e", "things: {pair: {g: {older: this_child, child: child, contact: possible}}}\n")
    copied = "things: {event: {e_missing: {meaning: Notes say that she was promiscuous.}}}\n"
    assert "R41" in desk.later("e", copied)
    sought = """
things:
  evidence:
    x: {source: this_child, when: 2026-09-20, what: What she was asked., kind: child_said, how_came: HOW}
answers:
  M16.status: bailed
  M16.interview_planned: 2026-10-06
  M16.interview_done: 2026-10-06
  M03.incidents: {august: {child_account: {value: yes, evidence: [x]}}}
"""
    assert desk.later("e", sought.replace("HOW", "sought")).get("R57") == "justify"
    assert desk.later("e", sought.replace("HOW", "spontaneous")).get("R57") == "advisory"


def test_e_a_conference_that_was_not_held(desk: Desk) -> None:
    """Fifteen working days from 9 September ended on the 30th; a care review stands for the conference."""
    conference = "answers: {M01.conference_needed: yes, M01.conference_route: ROUTE}\n"
    assert "R43" in desk.later("e", conference.replace("ROUTE", "conference"))
    assert "R43" not in desk.later("e", conference.replace("ROUTE", "care_review"))


# -- complete ----------------------------------------------------------------------------------------------------


@CHILDREN
def test_a_complete_assessment_can_be_submitted(desk: Desk, child: str) -> None:
    """Nothing stops it, every page is answered, and no side of the balance is left behind."""
    code, found = desk.check(f"child-{child}-complete", TODAY[child])
    assert [each["rule"] for each in found["findings"] if each["severity"] == "blocker"] == []
    assert (code, found["tier"], found["dormant"]) == (0, "full", [])
    assert not {"R39", "R40", "R41", "R61"} & set(gravest(found)), "its own words blame nobody and presume nothing"
    for counts in found["balance"].values():
        assert counts["answered"] == counts["total"] > 0
        assert counts["evidence"] > 0
    read = read_answers(DEMO / f"child-{child}-complete.yaml", Catalogue.shipped())
    pages = {path.partition(".")[0] for path in read.answers}
    things = {"event": "M02", "child": "M11", "setting": "M20", "action": "M21"}
    answered = pages | {page for kind, page in things.items() if kind in read.things}
    everything = {f"M{number:02}" for number in range(22)} - ({"M16"} if child == "a" else set())
    assert answered >= everything


def test_ordinary_behaviour_is_not_escalated(desk: Desk) -> None:
    """Fifteen answers: no rule stops it or asks for an explanation, and no clock is overdue."""
    code, found = desk.check("ordinary")
    assert (code, found["tier"], found["dormant"]) == (0, "ordinary", [])
    assert {each["severity"] for each in found["findings"]} <= {"advisory"}
    assert all(counts["answered"] == counts["total"] for counts in found["balance"].values())
    assert "overdue" not in {each["state"] for each in found["clocks"]}
