"""What we publish of our extensions: one StructureDefinition each, made from the form language itself.

``python -m hsb_assess.exchange.fhir.published docs/fhir`` writes them; a test keeps the folder equal.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.answer import ABSENCE_DETAILS
from hsb_assess.exchange.fhir.names import BASE, extension_url
from hsb_assess.instrument.schema import Code, CodeList, Definition, Item, Module

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

    from hsb_assess.exchange.fhir.names import Json

__all__ = ["main", "published"]

_PLACES: Final[tuple[tuple[type[BaseModel], tuple[str, ...]], ...]] = (
    (Definition, ("Questionnaire",)),
    (Module, ("Questionnaire.item",)),
    (Item, ("Questionnaire.item",)),
    (CodeList, ("ValueSet",)),
    (Code, ("Questionnaire.item.answerOption", "ValueSet.compose.include.concept")),
)
_ELSEWHERE: Final = frozenset({"address", "items", "codes", "code", "modules", "hash", "version", "en", "cy"})
"""Fields that always have a place of FHIR's own."""

_PARTICULARS: Final = ", ".join(
    sorted({name.replace("_", "-") for names in ABSENCE_DETAILS.values() for name in names})
)

_MEANING: Final = {
    "absences": "Which typed reasons for having no answer this question offers.",
    "agrees": "What the answer may not say beside the answer to another question, as JSON.",
    "alone": "Where several options can be chosen, this one goes with no other; beside it stands HL7's optionExclusive.",
    "beside": "Questions whose answers are shown with this one, because they come near to it.",
    "calculate": "The score that works this number out of other answers, as JSON.",
    "child_voice": "The answer is in the child's own words.",
    "columns": "Which fields a table of the group's rows shows.",
    "data_class": "What an answer is about, so that a document can leave it out at source.",
    "evidence": "On a question: whether it offers or asks for evidence. On an answer: an evidence item that it rests on.",
    "exact": "The date is one day, month or year, without 'about' and without an end.",
    "filter": "Only things whose field has one of these codes can be picked, as JSON.",
    "first": "What an open row asks first.",
    "help": "What to ask, why, and what enough looks like.",
    "hint": "A short line under the question.",
    "intro": "The sentence at the top of a page.",
    "local": "An area may add options to this list.",
    "mandatory": "The condition under which an answer is needed, as JSON; 'required' where it always is.",
    "of": "The kinds of things of the case that a group lists or a reference picks.",
    "polarity": "Which way a scale runs: need or strength.",
    "sensitivity": "Why most readers do not get this answer.",
    "side": "Which of the four sides a page belongs to.",
    "stream": "Whether assessors or the supervisor answer.",
    "time": "'past' where no day ahead makes sense.",
    "type": "Our own type of question, where FHIR's does not tell enough: scale, state or ref.",
    "verbatim": "The answer quotes words exactly.",
    "when": "The condition under which this is asked, as JSON, where enableWhen cannot say it.",
    "kept": "The names of elements that HSB Assess keeps as they came and has no use for itself.",
    "id": "The id in the form language, where the linkId is another one.",
}
_MORE: Final[dict[str, tuple[tuple[str, ...], str]]] = {
    "form": (("Questionnaire",), "Says that HSB Assess made this Questionnaire, and the form's id."),
    "whole": (
        ("Questionnaire.item", "Questionnaire.item.answerOption", "ValueSet"),
        "The whole element in the form language, as JSON, where FHIR could not hold part of it.",
    ),
    "wrap": (("Questionnaire.item",), "The repeating group that stands for a question that repeats, as JSON."),
    "inside": (("Questionnaire.item",), "The group that holds the questions under this question, as JSON."),
    "role": (("Questionnaire.item",), "What an item is that was made on import: a number that a condition looks at."),
    "numbers": (("Questionnaire.item",), "Hidden numbers that this item's condition looks at, as JSON."),
    "page": (
        ("Questionnaire.item",),
        "The page on which an item stands that had none when it came: on the first, the page as JSON, then its id.",
    ),
    "things": (
        ("Questionnaire.item",),
        "These groups hold what is entered once and picked everywhere; they are no page.",
    ),
    "row": (("QuestionnaireResponse.item",), "The id of a row of a repeating group."),
    "absence": (
        ("QuestionnaireResponse.item.answer",),
        f"The typed reason for having no answer: its code, and its particulars ({_PARTICULARS}).",
    ),
    "looked": (("QuestionnaireResponse.item.answer",), "Who looked, how and when, as JSON."),
    "about": (("QuestionnaireResponse.item.answer",), "The date is approximate."),
    "end": (("QuestionnaireResponse.item.answer",), "The date on which the span ends."),
    "value": (("QuestionnaireResponse.item.answer",), "A value that FHIR cannot hold as it is."),
    "definition_hash": (("QuestionnaireResponse",), "SHA-256 of the compiled form that was answered."),
    "evidence": (("QuestionnaireResponse.item.answer",), ""),
}


def _fields() -> dict[str, tuple[tuple[str, ...], str]]:
    """Return each extension's field, where it may stand, and what it means."""
    found: dict[str, tuple[tuple[str, ...], str]] = {}
    for model, places in _PLACES:
        for name in model.model_fields:
            key = model.model_fields[name].alias or name
            if key not in _ELSEWHERE:
                there = found.get(key, ((), ""))[0]
                words = _MEANING.get(key, f"The field '{key}' of the form language, where FHIR has no place for it.")
                found[key] = (tuple(dict.fromkeys((*there, *places))), words)
    for key, (places, words) in _MORE.items():
        known: tuple[tuple[str, ...], str] = found.get(key, ((), words))
        found[key] = (tuple(dict.fromkeys((*known[0], *places))), known[1])
    return dict(sorted(found.items()))


def published() -> dict[str, Json]:
    """Return our StructureDefinitions by file name."""
    return {
        f"{key.replace('_', '-')}.json": _definition(key, places, words) for key, (places, words) in _fields().items()
    }


def _definition(key: str, places: Sequence[str], words: str) -> Json:
    name = "".join(part.capitalize() for part in key.split("_"))
    elements: list[Json] = [
        {"id": "Extension", "path": "Extension", "short": words, "definition": words, "min": 0, "max": "*"},
        {
            "id": "Extension.extension",
            "path": "Extension.extension",
            "short": "Parts: en and cy of a text, item of a list, json for anything else, or the parts named above.",
            "min": 0,
            "max": "*",
        },
        {"id": "Extension.url", "path": "Extension.url", "fixedUri": extension_url(key)},
        {
            "id": "Extension.value[x]",
            "path": "Extension.value[x]",
            "min": 0,
            "max": "1",
            "type": [{"code": code} for code in ("boolean", "decimal", "integer", "string")],
        },
    ]
    return {
        "resourceType": "StructureDefinition",
        "id": f"hsb-assess-{key.replace('_', '-')}",
        "url": extension_url(key),
        "version": "1.0.0",
        "name": f"HsbAssess{name}",
        "title": f"HSB Assess: {key.replace('_', ' ')}",
        "status": "active",
        "publisher": "HSB Assess",
        "description": words,
        "fhirVersion": "4.0.1",
        "kind": "complex-type",
        "abstract": False,
        "context": [{"type": "element", "expression": place} for place in places],
        "type": "Extension",
        "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Extension",
        "derivation": "constraint",
        "differential": {"element": elements},
    }


def _page() -> str:
    lines = [
        "# Our FHIR extensions",
        "",
        f"One StructureDefinition each, made from the form language. Their addresses start with `{BASE}`; they name",
        "and lead nowhere. How forms travel: [forms from elsewhere](../forms-from-elsewhere.md).",
        "",
        "| Extension | Stands on | Means |",
        "| --- | --- | --- |",
    ]
    for key, (places, words) in _fields().items():
        name = key.replace("_", "-")
        lines.append(f"| [{name}]({name}.json) | {', '.join(f'`{place}`' for place in places)} | {words} |")
    return "\n".join(lines) + "\n"


def main(folder: Path) -> None:
    """Write every definition and the page that lists them."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    for name, definition in published().items():
        (folder / name).write_text(json.dumps(definition, indent=1) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(_page(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
