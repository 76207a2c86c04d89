"""The rule about needs and concerns: each leads to an action, and each action answers one."""

from __future__ import annotations

from hsb_assess.rules.facts import has_answer
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped
from hsb_assess.rules.thread import ACTIONS, aimless, rated_at, unmet_needs

__all__ = ["RULES"]


def need_without_action(case: Case) -> Outcome:
    """R62: a need that harms daily life, or a concern, has no action and no wish to decline; or an action has no need.

    An action for harm to this child answers a need as well.
    """
    reading, paths = case.reading, rated_at()
    if not any(has_answer(reading.answer(path)) for path in paths.values()):
        return Skipped("No need and no level is rated yet.")
    alone = tuple(paths[code] for code in unmet_needs(reading))
    fired = [Fired((*alone, ACTIONS))] if alone else []
    fired.extend(Fired((row.at("for_need"),), variant="aimless") for row in aimless(reading))
    return tuple(fired)


RULES = (Rule("R62", Gate.SUBMIT, need_without_action),)
