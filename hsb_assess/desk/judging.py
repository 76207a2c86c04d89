"""Judges a reading with the rule texts and the wording list that ship with the forms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hsb_assess.rules.check import RuleBook, evaluate
from hsb_assess.rules.finding import Circumstances, Gate

if TYPE_CHECKING:
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.catalogue import Catalogue
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Report

__all__ = ["judge", "rule_book"]

ENGLISH: Final = "en_GB"


def rule_book(catalogue: Catalogue, language: str = "en") -> RuleBook:
    """Return the texts of the rules in a language and the wording lists of all, read afresh from the catalogue."""
    others = (catalogue.language(name).content for name in catalogue.languages() if name != ENGLISH)
    return RuleBook.of(catalogue.rule_texts().content, catalogue.language(ENGLISH).content, *others, language=language)


def judge(
    at: Workplace,
    reading: Reading,
    *,
    gate: Gate = Gate.SUBMIT,
    circumstances: Circumstances | None = None,
) -> Report:
    """Return what the rules find in ``reading`` on its day: today, or the day on which its case was closed."""
    about = replace(circumstances or Circumstances(), now=at.clock.now())
    return evaluate(reading, reading.today, at.rules, gate=gate, circumstances=about)
