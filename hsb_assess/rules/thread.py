"""The golden thread as it is recorded: harms, needs and concerns that call for an answer, what answers them, what is open.

The checks and the screens that draw the thread read it here, so that neither knows of a gap that the other does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.values import evidence_is_due
from hsb_assess.rules.facts import HARM, SUPPORT_WORK, harm_suspected, has_answer, is_over

if TYPE_CHECKING:
    from datetime import date

    from hsb_assess.record.reading import Reading, Row

__all__ = [
    "ACTIONS",
    "DECLINED",
    "EXPLANATIONS",
    "FIVE_PS",
    "LEVELS",
    "NEEDS",
    "OVER",
    "PLANS",
    "aimless",
    "grave_needs",
    "harm_line",
    "is_late",
    "rated_at",
    "rows_asked",
    "uncited",
    "unmet_needs",
    "unsupported_harm",
    "wishes_to_wait",
]

ACTIONS: Final = "M21.actions"
PLANS: Final = "M20.settings"
DECLINED: Final = "M19.declined"
EXPLANATIONS: Final = "M05.explanations"
FIVE_PS: Final = ("M18.presenting", "M18.predisposing", "M18.precipitating", "M18.perpetuating", "M18.protective")
LEVELS: Final = ("likelihood", "seriousness", "context", "imminence", "risk_to", "risk_from")
NEEDS: Final = ("belonging", "fun", "achievement", "independence", "calm", "meaning", "health", "relationships")
OVER: Final = frozenset({"done", "ended"})
"""What an action is that is not late any more, whatever its day."""

HARMING: Final = 3
"""The need scale's *harming daily life*; above it stands *urgent*."""


def rated_at() -> dict[str, str]:
    """Return the path of each need and of each level's *of concern*, by the code with which a plan names it."""
    return {**{name: f"M19.needs.{name}" for name in NEEDS}, **{name: f"M19.{name}_concern" for name in LEVELS}}


def grave_needs(reading: Reading) -> tuple[str, ...]:
    """Return the code of each need that harms daily life and of each level that is of concern."""
    return tuple(code for code, path in rated_at().items() if _is_grave(reading, path))


def unmet_needs(reading: Reading) -> tuple[str, ...]:
    """Return those for which there is neither an action nor a safety plan, nor a wish to decline help."""
    answered = _linked(reading) | set(reading.codes(DECLINED))
    return tuple(code for code in grave_needs(reading) if code not in answered)


def aimless(reading: Reading) -> tuple[Row, ...]:
    """Return the written actions that answer neither a need nor a concern nor a harm."""
    return tuple(
        row
        for row in reading.rows(ACTIONS)
        if has_answer(row.answer("action")) and not row.codes("for_need") and not row.codes("for_harm")
    )


def harm_line(path: str) -> str:
    """Return the code by which an action names a harm; what was said of being approached online counts as *online*."""
    return path.removeprefix(f"{HARM}.") if path.startswith(HARM) else "online"


def unsupported_harm(reading: Reading) -> tuple[str, ...]:
    """Return the path of each harm, known or suspected, that no support action answers.

    An event of the chronology says of no line, so any support for harm answers it.
    """
    support = [action for action in reading.rows(ACTIONS) if action.value("work") in SUPPORT_WORK]
    linked = {line for action in support for line in action.codes("for_harm")}
    helped = bool(linked) or any(action.value("work") == "own_harm" for action in support)
    return tuple(
        path
        for path in harm_suspected(reading)
        if not (helped if path.startswith("M02.") else harm_line(path) in linked)
    )


def wishes_to_wait(reading: Reading, today: date) -> bool:
    """Say whether this child wishes to wait, with a day still to come on which they are asked again."""
    again = reading.day("M05.wait_recheck")
    return reading.state("M05.wish_to_wait") == "yes" and again is not None and again.latest() >= today


def uncited(reading: Reading) -> tuple[str, ...]:
    """Return each part of the explanation that is written and cites no evidence, and each explanation considered.

    What was considered (M05) need not cite an item; that it does not is shown, and stops nothing.
    """
    definition = reading.definition
    parts = [
        path
        for path in FIVE_PS
        if (item := definition.find(path)) is not None
        and has_answer(answer := reading.answer(path))
        and evidence_is_due(definition, item, answer)
    ]
    considered = [
        row.at("why")
        for row in reading.rows(EXPLANATIONS)
        if has_answer(row.answer("why")) and not row.answer("why").evidence
    ]
    return (*parts, *considered)


def rows_asked(reading: Reading, group: str) -> tuple[Row, ...]:
    """Return the rows of a list that is asked for; actions and settings belong to the case, and a small tier asks for none."""
    return reading.rows(group) if reading.engine.visible(group) else ()


def is_late(action: Row, today: date) -> bool:
    """Say whether the day of an action has passed, and it is neither done nor ended."""
    return action.value("status") not in OVER and is_over(action, "by_when", today)


def _is_grave(reading: Reading, path: str) -> bool:
    value = reading.value(path)
    return value == "yes" or (isinstance(value, int) and not isinstance(value, bool) and value >= HARMING)


def _linked(reading: Reading) -> set[str]:
    planned = {code for row in reading.rows(PLANS) for code in row.codes("for_concern")}
    return planned | {code for row in reading.rows(ACTIONS) for code in row.codes("for_need")}
