"""The words of the rules, read from the compiled data that ships with the forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.rules.finding import Gate, RuleText, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

__all__ = ["read_texts"]


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
    severity = item["severity"]
    first = severity[0] if isinstance(severity, list) else severity
    questions = item.get("questions")
    return RuleText(
        id=str(item["id"]),
        title=_words(item["title"], language),
        severity=Severity(str(first)),
        gate=Gate(str(item["gate"])),
        alert=item.get("alert") is True,
        message=_words(item["message"], language),
        why=_words(item["why"], language),
        mend=_words(item["mend"], language),
        questions=tuple(str(each) for each in questions) if isinstance(questions, list) else (),
    )
