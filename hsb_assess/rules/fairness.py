"""Rules about fair conditions for this child: adapted, not pre-judged, asked about being targeted, own worker."""

from __future__ import annotations

from hsb_assess.rules.facts import APPROACHED, WORRYING
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

__all__ = ["RULES"]

DIFFERENCES = tuple(f"M06.{name}" for name in ("learning_disability", "autism", "adhd", "speech_language"))
ADAPTATIONS = "M06.adaptations"
BIAS = ("M13.bias_first", "M13.bias_missed")
DEVICES = "M04.device_use"
NO_DEVICES = frozenset({"none_found"})
OWN_WORKER = "M01.separate_worker"


def not_adapted(case: Case) -> Outcome:
    """R35: a learning, autism, attention or speech difference is known or suspected, and nothing is adapted."""
    reading = case.reading
    if not any(reading.answer(path).is_asked() for path in DIFFERENCES):
        return Skipped("Nobody has said yet how this child learns and speaks.")
    found = tuple(path for path in DIFFERENCES if reading.state(path) in WORRYING)
    adapted = set(reading.codes(ADAPTATIONS)) - {"none_needed"}
    return (Fired((ADAPTATIONS, *found)),) if found and not adapted else ()


def bias_not_checked(case: Case) -> Outcome:
    """R36: nobody has written what adults saw first in this child, and what they may have missed."""
    blank = tuple(path for path in BIAS if not case.reading.answer(path).is_asked())
    return (Fired(blank),) if blank else ()


def targeting_not_asked(case: Case) -> Outcome:
    """R47: this child uses devices, or nobody asked, and nobody asked whether this child was approached online."""
    reading = case.reading
    if reading.answer(APPROACHED).is_asked() or reading.state(DEVICES) in NO_DEVICES:
        return ()
    asked = reading.answer(DEVICES).is_asked()
    if asked and reading.state(DEVICES) is None:
        return Skipped("It is not known whether this child uses a device.")
    return (Fired((APPROACHED,) if asked else (APPROACHED, DEVICES)),)


def no_own_worker(case: Case) -> Outcome:
    """R56: the children in this concern do not each have their own worker, or nobody has said."""
    answer = case.reading.answer(OWN_WORKER)
    if not answer.is_asked():
        return (Fired((OWN_WORKER,), variant="open"),)
    return (Fired((OWN_WORKER,)),) if answer.state() == "none_found" else ()


RULES = (
    Rule("R35", Gate.SUBMIT, not_adapted),
    Rule("R47", Gate.SUBMIT, targeting_not_asked),
    Rule("R56", Gate.SUBMIT, no_own_worker),
)
