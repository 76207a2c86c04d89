"""The words of the rules, read from the compiled data that ships with the forms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.rules.finding import Gate, RuleText, Severity, Weight, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

__all__ = ["read_texts"]

_SAID: Final = ("title", "message", "why", "mend")


def _words(value: JsonValue, language: str) -> str:
    if isinstance(value, dict):
        chosen = value.get(language) or value.get("en")
        return chosen if isinstance(chosen, str) else ""
    return value if isinstance(value, str) else ""


def read_texts(content: Mapping[str, JsonValue], language: str = "en") -> dict[str, RuleText]:
    """Return the text of each rule by its id; raises ``rule_texts`` when the data is not what it should be."""
    listed = content.get("rules")
    try:
        rules = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
        found = {str(item["id"]): _text(item, language) for item in rules}
    except (KeyError, ValueError) as error:
        raise _unreadable() from error
    if not found:
        raise _unreadable()
    return found


def _unreadable() -> HsbAssessError:
    return HsbAssessError("rule_texts", "The texts of the checks cannot be read.", "Install the app again.")


def _text(item: Mapping[str, JsonValue], language: str) -> RuleText:
    given = item["severity"]
    severities = tuple(Severity(str(each)) for each in (given if isinstance(given, list) else [given]))
    questions = item.get("questions")
    variants = item.get("variants")
    tiers = item.get("tiers")
    own = Words(**{key: _words(item[key], language) for key in _SAID}, severity=severities[0])
    return RuleText(
        id=str(item["id"]),
        title=own.title,
        severity=own.severity,
        gate=Gate(str(item["gate"])),
        alert=item.get("alert") is True,
        message=own.message,
        why=own.why,
        mend=own.mend,
        questions=tuple(str(each) for each in questions) if isinstance(questions, list) else (),
        severities=severities,
        variants=_variants(variants, own, language) if isinstance(variants, dict) else {},
        tiers=_weights(tiers) if isinstance(tiers, dict) else {},
    )


def _weights(found: Mapping[str, JsonValue]) -> dict[str, Weight | Mapping[str, Weight]]:
    """Return how much a rule weighs by tier, where a tier tells cases apart by their variant."""
    return {
        tier: {name: Weight(str(each)) for name, each in given.items()}
        if isinstance(given, dict)
        else Weight(str(given))
        for tier, given in found.items()
    }


def _variants(found: Mapping[str, JsonValue], own: Words, language: str) -> dict[str, Words]:
    """Return the words of each case; what a case does not say in its own words, the rule says for it."""
    return {
        name: replace(
            own,
            **{key: _words(given[key], language) for key in _SAID if key in given},
            severity=Severity(str(given.get("severity", own.severity))),
        )
        for name, given in found.items()
        if isinstance(given, dict)
    }
