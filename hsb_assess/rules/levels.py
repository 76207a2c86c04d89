"""The rule about needs and concerns: each leads to an action, and each action answers one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.rules.facts import has_answer
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

if TYPE_CHECKING:
    from hsb_assess.record.reading import Reading

__all__ = ["RULES"]

ACTIONS = "M21.actions"
PLANS = "M20.settings"
LEVELS = ("likelihood", "seriousness", "context", "imminence", "risk_to", "risk_from")
NEEDS = ("belonging", "fun", "achievement", "independence", "calm", "meaning", "health", "relationships")
HARMING = 3
"""The need scale's *harming daily life*; above it stands *urgent*."""


def need_without_action(case: Case) -> Outcome:
    """R62: a need that harms daily life, or a concern, has no action and no wish to decline; or an action has no need.

    An action for harm to this child answers a need as well.
    """
    reading = case.reading
    paths = {**{name: f"M19.needs.{name}" for name in NEEDS}, **{name: f"M19.{name}_concern" for name in LEVELS}}
    if not any(has_answer(reading.answer(path)) for path in paths.values()):
        return Skipped("No need and no level is rated yet.")
    answered = _linked(reading) | set(reading.codes("M19.declined"))
    alone = tuple(path for name, path in paths.items() if _is_grave(reading, path) and name not in answered)
    fired = [Fired((*alone, ACTIONS))] if alone else []
    aimless = [
        row
        for row in reading.rows(ACTIONS)
        if has_answer(row.answer("action")) and not row.codes("for_need") and not row.codes("for_harm")
    ]
    fired.extend(Fired((row.at("for_need"),), variant="aimless") for row in aimless)
    return tuple(fired)


def _is_grave(reading: Reading, path: str) -> bool:
    value = reading.value(path)
    return value == "yes" or (isinstance(value, int) and not isinstance(value, bool) and value >= HARMING)


def _linked(reading: Reading) -> set[str]:
    planned = {code for row in reading.rows(PLANS) for code in row.codes("for_concern")}
    return planned | {code for row in reading.rows(ACTIONS) for code in row.codes("for_need")}


RULES = (Rule("R62", Gate.SUBMIT, need_without_action),)
