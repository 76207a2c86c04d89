"""What the app says to people: texts of the checks, the guidance profile, and the words it keeps to."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from hsb_assess.instrument.loading import load_yaml
from hsb_assess.rules.language import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.instrument.schema import Definition

FORMS = Path(__file__).parents[3] / "forms"

ALERTS = {"R10", "R21", "R46", "R59", "R65", "R68"}
GATES = {"R48": "approve", "R49": "export", "R50": "export", "R53": "approve", "R54": "closure", "R67": "closure"}
"""The rules that speak at another act than submission."""


def _yaml(path: str) -> Any:  # noqa: ANN401  # a data file has whatever shape the test goes on to check
    return yaml.safe_load((FORMS / path).read_text(encoding="utf-8"))


@cache
def _definition() -> Definition:
    return load_yaml(FORMS / "holistic")


def _texts(node: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every English text below ``node`` with where it stands."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "en":
                yield place, value
            else:
                yield from _texts(value, f"{place}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            name = value.get("id", number) if isinstance(value, dict) else number
            yield from _texts(value, f"{place}[{name}]")


@cache
def _wording() -> Wording:
    return Wording(_yaml("language/en_GB.yaml"), _yaml("language/cy_GB.yaml"))


def _own_words(path: Path) -> Iterator[str]:
    """Yield what a source file may say to people: strings that are not docstrings, but single words that are code.

    A single word is code (a key, an id) unless it stands alone in a call of ``tr``, which shows it.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    described = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    shown = {
        id(node.args[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr" and node.args
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in described:
            text = node.value
            if isinstance(text, str) and (" " in text or id(node) in shown):
                yield text


def _prose(path: Path) -> str:
    """Return what a page says in its own words: without code, addresses of files, and what it quotes as code."""
    text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`]*`|\]\([^)]*\)", "", text)


def test_no_text_of_the_forms_uses_a_flagged_word() -> None:
    """Every label, help, option, rule text and profile text keeps to the words the project asks of others."""
    wording = _wording()
    found = [
        (path.name, place, flag.words)
        for path in sorted(FORMS.rglob("*.yaml"))
        if path.parent.name != "language"
        for place, text in _texts(yaml.safe_load(path.read_text(encoding="utf-8")))
        for flag in wording.check(text)
    ]
    assert found == []


def test_the_advice_itself_uses_no_flagged_word() -> None:
    """What is offered instead, and the reason, could be written into the record."""
    wording = _wording()
    pairs = _yaml("language/en_GB.yaml")["pairs"]
    texts = [text for pair in pairs for text in (*pair["prefer"], pair["why"])]
    assert [flag.words for text in texts for flag in wording.check(text)] == []


UNSAID = {"trust/words.py"}
"""Files that list words in order to keep them away from people."""


@pytest.mark.parametrize("folder", ["hsb_assess", "ui"])
def test_the_app_itself_uses_no_flagged_word(folder: str) -> None:
    """Buttons, messages, documents and errors keep to the same words as the forms."""
    wording = _wording()
    found = [
        (path.name, flag.words, text)
        for path in sorted((FORMS.parent / folder).rglob("*.py"))
        if path.relative_to(FORMS.parent / folder).as_posix() not in UNSAID
        for text in _own_words(path)
        for flag in wording.check(text)
    ]
    assert found == []


PAGES = [FORMS.parent / "README.md", FORMS.parent / "CHANGELOG.md", *sorted((FORMS.parent / "docs").glob("**/*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_for_people_uses_a_flagged_word(page: Path) -> None:
    """The read-me, what changed, and everything in the documentation."""
    assert [flag.words for flag in _wording().check(_prose(page))] == []


@pytest.mark.parametrize(
    "text", ["Two Victims were named.", "the victim's view", "He denied abuse", "attention seeking"]
)
def test_flagged_words_are_found(text: str) -> None:
    """The checks above can fail: whole words are found, in either case, owned or hyphenated."""
    assert _wording().check(text)


@pytest.mark.parametrize(
    "text", ["victimisation", "Offender manager informed", "harm suspected", "contact is possible"]
)
def test_other_words_pass(text: str) -> None:
    """Parts of words, titles of services and the project's own terms are left alone."""
    assert not _wording().check(text)


def test_every_rule_has_its_texts() -> None:
    """A finding says what it found, why it matters with the inspection's own ids, and what mends it."""
    rules = _yaml("rules/holistic.yaml")["rules"]
    assert [rule["id"] for rule in rules] == [f"R{number:02}" for number in range(1, 72)]
    for rule in rules:
        for key in ("title", "message", "why", "mend"):
            assert rule[key]["en"].strip(), (rule["id"], key)
        for key in ("message", "why", "mend"):
            assert rule[key]["en"].endswith("."), (rule["id"], key)
        assert re.search(r"\((?:[FGC]\d{1,2}(?:, )?)+\)", rule["why"]["en"]), rule["id"]
        severities = rule["severity"] if isinstance(rule["severity"], list) else [rule["severity"]]
        assert set(severities) <= {"blocker", "justify", "advisory"}
        assert rule["gate"] == GATES.get(rule["id"], "submit")
        assert rule["alert"] is (rule["id"] in ALERTS)


def test_rules_link_to_questions_that_exist() -> None:
    """A click on a finding lands on a question."""
    for rule in _yaml("rules/holistic.yaml")["rules"]:
        for address in rule["questions"]:
            assert _definition().find(address) is not None, (rule["id"], address)


def test_rule_texts_do_not_blame() -> None:
    """No message says that somebody failed, forgot or should have."""
    for rule in _yaml("rules/holistic.yaml")["rules"]:
        text = f"{rule['message']['en']} {rule['mend']['en']}"
        assert not re.search(
            r"\b(?:you (?:failed|forgot|must)|failed to|should have|invalid|please|incorrect)\b", text
        ), rule["id"]


def test_language_pairs_are_complete_and_distinct() -> None:
    """Each pair of the guidance has its forms, a better wording and a reason; no form stands twice."""
    pairs = _yaml("language/en_GB.yaml")["pairs"]
    assert len(pairs) == 42
    forms = [form for pair in pairs for form in pair["avoid"]]
    assert len(forms) == len(set(forms))
    assert all(form == form.lower() for form in forms)
    for pair in pairs:
        assert set(pair) == {"avoid", "prefer", "why"}
        assert all(text.strip() for text in pair["prefer"])
        assert pair["why"].endswith(".")
