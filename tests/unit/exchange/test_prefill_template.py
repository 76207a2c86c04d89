"""Empty answers files: valid as they are, complete for their tier, and told as the form tells it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hsb_assess.exchange.prefill import read_answers
from hsb_assess.exchange.prefill_reading import reading_of
from hsb_assess.exchange.prefill_template import template
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.instrument.schema import Stream
from hsb_assess.instrument.tiers import scope_of

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.instrument.schema import Definition

CATALOGUE = Catalogue.shipped()
TIERS = ("", "first_day", "ordinary", "short", "full")


@pytest.fixture(scope="module")
def holistic() -> Definition:
    """Return the built-in form."""
    return CATALOGUE.latest("holistic")


@pytest.mark.parametrize("tier", TIERS)
def test_an_empty_file_is_valid_and_says_nothing(tmp_path: Path, holistic: Definition, tier: str) -> None:
    """What is left empty is not yet asked: only the tier itself is answered."""
    path = tmp_path / "empty.yaml"
    path.write_text(template(holistic, tier), "utf-8")
    found = read_answers(path, CATALOGUE)
    assert {name: answer.value for name, answer in found.answers.items()} == ({"M00.tier": tier} if tier else {})
    assert found.things == {}
    assert reading_of(found, date(2026, 6, 8), {}).engine.dormant() == frozenset()


@pytest.mark.parametrize("tier", TIERS)
def test_each_question_of_a_tier_has_its_block(holistic: Definition, tier: str) -> None:
    """Every question that the tier asks stands there with its wording, and none that it leaves out."""
    written = template(holistic, tier)
    out = scope_of(holistic, tier).left_out
    plain = " ".join(re.sub(r"\s*#\s*", " ", written).split())
    for module in holistic.modules:
        if module.stream is Stream.REVIEW:
            assert f"{module.id} ·" not in written
            continue
        for item in holistic.items(module.id):
            if item.is_question and item.address not in out and not item.hidden:
                assert " ".join(item.label.en.split()) in plain, item.address
    assert ("M18 ·" in written) is ("M18" not in out)


def test_a_block_says_what_the_question_takes(holistic: Definition) -> None:
    """Options, absences, evidence and when it is asked."""
    written = template(holistic)
    sexual = holistic.item("M05.harm.sexual")
    start = written.index(f"# {sexual.label.en}")
    block = written[start : written.index("sexual:", start)]
    assert "value: , evidence: [x1]" in block
    assert f"# Absences: {', '.join(each.value for each in sexual.absences if each.value != 'not_asked')}" in block
    assert "not_applicable" not in block
    assert "#   problematic: " in written
    assert "# Asked when M01.shares_home is yes, suspected or conflicting." in written


def test_a_filled_block_is_read(tmp_path: Path, holistic: Definition) -> None:
    """A value typed behind a name of the file is the answer to that question, on a page and in a row."""
    text = template(holistic)
    filled = text.replace("\n  M00.name:\n", "\n  M00.name: Child A\n").replace(
        "\n      band_why:\n", "\n      band_why: One sentence.\n"
    )
    path = tmp_path / "filled.yaml"
    path.write_text(filled, "utf-8")
    answers = read_answers(path, CATALOGUE).answers
    assert answers["M00.name"].value == "Child A"
    assert answers["M03.incidents[r1].band_why"].value == "One sentence."
