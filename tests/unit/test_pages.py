"""The generated pages of ``docs`` say what the forms say, and name every question and every check."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsb_assess.commands.pages import PAGES, main
from hsb_assess.instrument.catalogue import Catalogue

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_the_data_says(name: str) -> None:
    """After a change of the forms: ``make docs``."""
    assert (DOCS / name).read_text("utf-8") == PAGES[name]()


def test_every_question_is_listed() -> None:
    """Each path of the form stands on its page once as a row."""
    definition = Catalogue.shipped().latest("holistic")
    rows = [line.split("`")[1] for line in PAGES["instrument.md"]().splitlines() if line.startswith("| `")]
    tiers = {tier.id for tier in definition.tiers.tiers} if definition.tiers is not None else set()
    assert sorted(row for row in rows if row not in tiers) == sorted(definition.addresses())


def test_pages_are_written(tmp_path: Path) -> None:
    """Every page, into the folder that is named."""
    assert main([str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == set(PAGES)
    assert main([]) == 2
