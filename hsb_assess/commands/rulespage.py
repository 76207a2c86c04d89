"""The page ``docs/rules.md``: every check with when it speaks, how much it weighs, what it says, why, and what mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import yaml

from hsb_assess.datafiles import data_dir
from hsb_assess.rules.texts import read_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hsb_assess.rules.finding import RuleText, Words

__all__ = ["rules_page"]

HEAD: Final = """# The checks

Written from `forms/rules/holistic.yaml` by `make docs`; do not edit it here. When a check speaks is one function each in
`hsb_assess/rules/`.

*Blocker*: put right before signing. *Justify*: explained in writing with evidence cited, and accepted by the supervisor one by
one. *Advisory*: considered. *Alert*: shown while recording, stops nothing. A tier that is not named for a check does not hear it.
F, G and C numbers are findings, good practice and definitions of the joint inspection that this work starts from. Words in curly
brackets, such as {days}, are filled in from the record. *or* begins what a check says in another case, with its severity where that
is not the check's own.
"""
TIERS: Final = {"first_day": "first day", "short": "short", "full": "full", "ordinary": "ordinary for age"}


def rules_page() -> str:
    """Return the page as the data has it now."""
    content = yaml.safe_load((data_dir("forms") / "rules" / "holistic.yaml").read_text(encoding="utf-8"))
    texts = read_texts(content).values()
    return "\n".join([HEAD, *_overview(texts), *(line for text in texts for line in _section(text))])


def _overview(texts: Iterable[RuleText]) -> Iterator[str]:
    yield f"| Check | Title | Speaks at | {' | '.join(TIERS.values())} |"
    yield f"| --- | --- | --- | {' | '.join('---' for _ in TIERS)} |"
    for text in texts:
        weights = text.by_tier()
        heard = " | ".join(weights.get(tier, "–") for tier in TIERS)
        yield f"| [{text.id}](#{text.id.lower()}) | {text.title} | {_gate(text)} | {heard} |"
    yield ""


def _gate(text: RuleText) -> str:
    return f"{text.gate}, while recording" if text.alert else str(text.gate)


def _section(text: RuleText) -> Iterator[str]:
    yield f"## {text.id}"
    yield ""
    yield f"**{text.title}.** Speaks at {_gate(text)}."
    yield ""
    yield f"- Finds: {text.message}"
    yield from (f"  - {_case(text, words)}{words.message}" for words in _other(text, "message"))
    yield f"- Why: {text.why}"
    yield from (f"  - {_case(text, words)}{words.why}" for words in _other(text, "why"))
    yield f"- Mend: {text.mend}"
    yield from (f"  - {_case(text, words)}{words.mend}" for words in _other(text, "mend"))
    yield f"- Questions: {', '.join(f'`{address}`' for address in text.questions)}"
    yield ""


def _other(text: RuleText, part: str) -> list[Words]:
    """Return the words of each case that differ from the rule's own in one part."""
    return [words for words in text.variants.values() if getattr(words, part) != getattr(text, part)]


def _case(text: RuleText, words: Words) -> str:
    weight = "" if words.severity is text.severity else f" ({words.severity})"
    return f"or{weight}: " if words.title == text.title else f"or{weight}, {words.title}: "
