"""Conditions as ``enableWhen``, where that can say the same, and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hsb_assess.exchange.fhir.names import MOST_INTEGER, STRING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import JsonValue

    from hsb_assess.exchange.fhir.names import Json

__all__ = ["DATE", "MOMENT", "TIME", "lift", "project"]

_SIGNS: Final = {"at_least": ">=", "at_most": "<=", "above": ">", "below": "<"}
_OPERATORS: Final = {sign: operator for operator, sign in _SIGNS.items()}

DATE: Final = re.compile(r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?")
MOMENT: Final = re.compile(
    r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?"
    r"(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00)))?)?)?"
)

_NUMERIC: Final = frozenset({"integer", "decimal"})


def _answer(kind: str, operand: JsonValue, coding: Callable[[JsonValue], Json | None]) -> Json | None:  # noqa: PLR0911 - one return a type
    """Return the ``answer[x]`` that stands for an operand at a question of FHIR type ``kind``."""
    match kind:
        case "choice" | "open-choice":
            found = coding(operand)
            return None if found is None else {"answerCoding": found}
        case "boolean" if operand in {"yes", "no"}:
            return {"answerBoolean": operand == "yes"}
        case "integer" | "decimal" if isinstance(operand, int | float):
            whole = isinstance(operand, int) and abs(operand) <= MOST_INTEGER
            return {"answerInteger" if whole else "answerDecimal": operand}
        case "quantity" if isinstance(operand, int | float):
            return {"answerQuantity": {"value": operand}}
        case "date" if isinstance(operand, str) and DATE.fullmatch(operand):
            return {"answerDate": operand}
        case "dateTime" if isinstance(operand, str) and MOMENT.fullmatch(operand):
            return {"answerDateTime": operand}
        case "time" if isinstance(operand, str) and TIME.fullmatch(operand):
            return {"answerTime": operand}
        case "string" | "text" | "url" if isinstance(operand, str) and STRING.fullmatch(operand):
            return {"answerString": operand}
        case _:
            return None


def _leaf(
    condition: Json, links: Mapping[str, tuple[str, Json]], codings: Callable[[str, JsonValue], Json | None]
) -> Json | None:
    negated = "not" in condition
    inner = condition.get("not") if negated else condition
    address = inner.get("question") if isinstance(inner, dict) else None
    if not isinstance(inner, dict) or not isinstance(address, str) or address not in links:
        return None
    link, question = links[address]
    operator, operand = next((key, value) for key, value in inner.items() if key != "question")
    if operator == "answered":
        return None if negated else {"question": link, "operator": "exists", "answerBoolean": operand}
    sign = "=" if operator in {"is", "includes"} else _SIGNS.get(operator)
    if sign is None or (negated and sign != "=") or isinstance(operand, list):
        return None
    answer = _answer(str(question.get("type")), operand, lambda code: codings(address, code))
    return None if answer is None else {"question": link, "operator": "!=" if negated else sign, **answer}


def project(
    condition: Json, links: Mapping[str, tuple[str, Json]], codings: Callable[[str, JsonValue], Json | None]
) -> Json | None:
    """Return ``enableWhen`` and ``enableBehavior``, or ``None`` where FHIR cannot say this condition.

    ``links`` gives the linkId and the FHIR item of an address; ``codings`` the coding of an option.
    """
    for behaviour in ("all", "any"):
        parts = condition.get(behaviour)
        if isinstance(parts, list):
            said = [_leaf(part, links, codings) for part in parts if isinstance(part, dict)]
            if not said or None in said:
                return None
            return {"enableWhen": list(said), "enableBehavior": behaviour}
    single = _leaf(condition, links, codings)
    return None if single is None else {"enableWhen": [single]}


def _operand(when: Json) -> JsonValue:
    name = next((key for key in when if key.startswith("answer")), "")
    value = when.get(name)
    match name:
        case "answerCoding":
            return value.get("code") if isinstance(value, dict) else None
        case "answerBoolean":
            return "yes" if value is True else "no"
        case "answerQuantity":
            return value.get("value") if isinstance(value, dict) else None
        case _:
            return value


def _lifted(when: Json, addresses: Mapping[str, tuple[str, Json]]) -> Json:
    address, question = addresses[str(when.get("question"))]
    sign = when.get("operator")
    if sign == "exists":
        return {"question": address, "answered": when.get("answerBoolean")}
    if sign in _OPERATORS:
        return {"question": address, _OPERATORS[str(sign)]: _operand(when)}
    said: Json = {"question": address, "includes" if question["several"] else "is": _operand(when)}
    return {"not": said} if sign == "!=" else said


def lift(element: Json, addresses: Mapping[str, tuple[str, Json]]) -> Json | None:
    """Return the condition that :func:`project` put in, ``None`` without one; raises ``KeyError`` on an unknown linkId."""
    given = element.get("enableWhen")
    if not isinstance(given, list) or not given:
        return None
    parts: list[JsonValue] = [_lifted(each, addresses) for each in given if isinstance(each, dict)]
    behaviour = element.get("enableBehavior")
    if behaviour in {"all", "any"}:
        return {str(behaviour): parts}
    first = parts[0]
    return first if isinstance(first, dict) else None
