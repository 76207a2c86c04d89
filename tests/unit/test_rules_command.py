"""``hsb-assess rules list``: every check with its severity, tiers, gate and message."""

from __future__ import annotations

import json

import pytest

from hsb_assess import cli
from hsb_assess.rules.finding import Gate, Severity, Weight
from tests.unit.rules.making import data

TEXTS = {text["id"]: text for text in data("rules/holistic.yaml")["rules"]}


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """Return what the command prints as JSON."""
    assert cli.main(["rules", "list", "--json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["rules"]
    return found


def test_every_rule_is_listed_once_with_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    """The list is the data of the rules, in its order, and nothing else."""
    found = listed(capsys)
    assert [rule["id"] for rule in found] == list(TEXTS)
    for rule in found:
        text = TEXTS[str(rule["id"])]
        assert set(rule) == {"id", "severity", "tier", "gate", "message", "severities", "variants"}
        assert rule["message"] == text["message"]["en"]
        assert rule["gate"] == Gate(text["gate"])
        assert rule["severity"] in set(Severity)


def test_how_much_a_rule_weighs_in_each_tier(capsys: pytest.CaptureFixture[str]) -> None:
    """A tier in which a rule says nothing is not named; where cases differ the gravest is told."""
    by_id = {rule["id"]: rule for rule in listed(capsys)}
    assert by_id["R02"]["tier"] == {"short": "advisory", "full": "blocker"}
    assert by_id["R10"]["tier"] == {"first_day": "alert", "short": "blocker", "full": "blocker"}
    assert by_id["R48"]["tier"] == {"short": "blocker", "full": "blocker", "ordinary": "blocker"}
    for rule in by_id.values():
        tiers = rule["tier"]
        assert isinstance(tiers, dict)
        assert set(tiers.values()) <= set(Weight)


def test_each_case_in_which_a_rule_speaks_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """What a rule says in another case is told with how grave it is there."""
    by_id = {rule["id"]: rule for rule in listed(capsys)}
    assert by_id["R01"]["variants"] == []
    assert by_id["R57"]["severities"] == ["justify", "advisory"]
    assert by_id["R57"]["variants"] == [
        {
            "id": "spontaneous",
            "severity": "advisory",
            "message": "This child said something unasked before the interview was done.",
            "mend": "Children may always talk. Keep the exact words and who was there, and tell the interview team; do not ask"
            " further.",
        }
    ]
    for rule in by_id.values():
        variants = rule["variants"]
        assert isinstance(variants, list)
        assert {each["id"] for each in variants} == set(TEXTS[str(rule["id"])].get("variants", {}))


def test_for_people_it_is_a_line_for_the_rule_and_one_for_each_thing_that_it_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What it is, and what it says."""
    assert cli.main(["rules", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == sum(2 + len(text.get("variants", {})) for text in TEXTS.values())
    assert "R10  blocker  submit +alert  (first_day alert, full blocker, short blocker)" in lines
    assert "     or: advisory: This child said something unasked before the interview was done." in lines


@pytest.mark.parametrize("arguments", [["rules"], ["rules", "show"], ["rules", "list", "R01"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """It lists, and does nothing else."""
    assert cli.main(arguments) == 2
    assert "usage:" in capsys.readouterr().err
