"""``case check``: an answers file judged from the command line, without a vault."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess import cli
from hsb_assess.datafiles import data_dir

if TYPE_CHECKING:
    from pathlib import Path

DEMO = data_dir("resources") / "demo"
KEYS = {"tier", "findings", "balance", "clocks", "dormant", "not_evaluated", "notices"}


def judged(capsys: pytest.CaptureFixture[str], path: Path, *more: str) -> tuple[int, dict[str, Any]]:
    """Return the exit code and what was printed as JSON."""
    code = cli.main(["case", "check", str(path), "--json", *more])
    return code, json.loads(capsys.readouterr().out)


def test_a_first_draft_is_judged(capsys: pytest.CaptureFixture[str]) -> None:
    """The contract's JSON; exit 1 while something stops a submission."""
    code, found = judged(capsys, DEMO / "child-a-draft.yaml", "--today", "2026-06-08")
    assert code == 1
    assert set(found) == KEYS
    assert found["tier"] == "full"
    assert {"rule", "severity", "gate", "message", "mend", "questions"} == set(found["findings"][0])
    assert "R01" in {each["rule"] for each in found["findings"]}
    assert set(found["balance"]) == {"behaviour", "harm", "needs", "strengths"}
    assert all(set(each) == {"answered", "total", "evidence"} for each in found["balance"].values())
    assert {"name": "assessment", "from": "2026-05-19", "due": "2026-07-22", "state": "running"} in found["clocks"]
    assert all(set(each) == {"rule", "reason"} for each in found["not_evaluated"])
    assert found["notices"] == []


def test_the_day_decides(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule about a limit fires from the day after it; without --today the file's own day counts."""
    _, on_the_day = judged(capsys, DEMO / "child-a-draft.yaml")
    _, too_late = judged(capsys, DEMO / "child-a-draft.yaml", "--today", "2026-06-19")
    assert "R27" not in {each["rule"] for each in on_the_day["findings"]}
    assert "R27" in {each["rule"] for each in too_late["findings"]}


def test_a_file_that_does_not_say_how_much_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is judged as the full assessment, and that is told, with what a case in a vault would begin with."""
    path = tmp_path / "case.yaml"
    path.write_text("instrument: holistic\nanswers: {M00.name: Child Z}\n")
    _, found = judged(capsys, path)
    (notice,) = found["notices"]
    assert found["tier"] == "full"
    assert (notice["code"], notice["question"]) == ("tier_not_said", "M00.tier")
    assert "judged as full" in notice["message"]
    assert "begins with first_day" in notice["message"]
    assert notice["mend"] == "Write M00.tier with one of: first_day, ordinary, short, full."
    cli.main(["case", "check", str(path)])
    assert f"tier: full\nnotice: M00.tier: {notice['message']} {notice['mend']}" in capsys.readouterr().out


def test_people_and_evidence_without_what_they_need_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person without a kind and an item without its day are open questions as any, under the labels of the file."""
    path = tmp_path / "case.yaml"
    path.write_text(
        "instrument: holistic\nthings:\n  person: {p: {label: uncle}}\n  evidence: {x: {source: p, what: Seen.}}\n"
    )
    code, found = judged(capsys, path)
    (still,) = [each for each in found["findings"] if each["rule"] == "R60"]
    assert (code, still["severity"], still["gate"]) == (1, "blocker", "submit")
    assert [each for each in still["questions"] if each.startswith("things.")] == [
        "things.person[p].is",
        "things.evidence[x].when",
    ]


@pytest.mark.parametrize("tier", ["first_day", "ordinary", "short", "full"])
def test_what_is_wrong_with_an_answer_is_told_in_every_tier(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], tier: str
) -> None:
    """A birth in the future and a lead who is a relative: what is wrong, where, how to mend it; two that clash once."""
    path = tmp_path / "case.yaml"
    path.write_text(
        "instrument: holistic\nthings: {person: {m: {label: mother, is: adult}}}\n"
        f"answers: {{M00.tier: {tier}, M00.dob: 2062-01-01, M00.lead: m}}\n"
    )
    _, found = judged(capsys, path, "--today", "2026-06-08")
    assert [(each["code"], each["question"]) for each in found["notices"]] == [
        ("value_ahead", "M00.dob"),
        ("value_unfit", "M00.lead"),
    ]
    assert all(each["message"] and each["mend"] for each in found["notices"])
    cli.main(["case", "check", str(path), "--today", "2026-06-08"])
    assert "notice: M00.dob: This lies in the future. Check the year." in capsys.readouterr().out


def test_what_the_tier_does_not_ask_is_looked_at_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The clocks read a decision that the first day does not ask, so that it comes before the referral is told."""
    path = tmp_path / "case.yaml"
    path.write_text(
        "instrument: holistic\n"
        "answers: {M00.tier: first_day, M01.received: 2026-05-19T16:20, M01.decision_at: 2026-05-18T09:00}\n"
    )
    _, found = judged(capsys, path, "--today", "2026-06-08")
    assert [(each["code"], each["question"]) for each in found["notices"]] == [("value_before", "M01.received")]
    assert "M01.decision_at" in found["dormant"]


def test_what_is_not_asked_any_more_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An answer whose question another answer has hidden is dormant: named, and judged by nothing."""
    path = tmp_path / "case.yaml"
    path.write_text(
        "instrument: holistic\nanswers: {M01.shares_home: none_found, M01.shares_home_with: [this_child]}\n"
    )
    _, found = judged(capsys, path)
    assert found["dormant"] == ["M01.shares_home_with"]


def test_a_bad_file_is_told_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`file:line: code: question: what: mend` on standard error, exit 1, and the same as JSON."""
    path = tmp_path / "case.yaml"
    path.write_text("instrument: holistic\nanswers:\n  M00.nmae: A\n")
    assert cli.main(["case", "check", str(path)]) == 1
    assert capsys.readouterr().err.startswith(f"{path}:3: unknown_question: M00.nmae: This form has no M00.nmae: Use ")
    code, found = judged(capsys, path)
    assert code == 1
    assert [fault["code"] for fault in found["refused"]["faults"]] == ["unknown_question"]


def test_words_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json each finding says what mends it and where."""
    assert cli.main(["case", "check", str(DEMO / "child-a-draft.yaml")]) == 1
    out = capsys.readouterr().out
    assert "tier: full" in out
    assert "R01 blocker (submit): " in out
    assert "clock assessment: " in out
    assert "due 2026-07-22" in out
    assert "not evaluated: R" in out
    assert "M05.enquiry" in out
    assert "harm: 0 of " in out


@pytest.mark.parametrize("arguments", [["case"], ["case", "check"], ["case", "check", "f", "--today", "soon"]])
def test_wrong_usage(arguments: list[str]) -> None:
    """Exit 2, as for every command."""
    assert cli.main(arguments) == 2
