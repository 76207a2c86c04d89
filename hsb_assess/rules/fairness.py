"""Rules about fair conditions for this child: adapted, not pre-judged, asked about being targeted, own worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.rules.facts import APPROACHED, WORRYING
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hsb_assess.record.reading import Reading

__all__ = ["RULES"]

DIFFERENCES = tuple(f"M06.{name}" for name in ("learning_disability", "autism", "adhd", "speech_language"))
ADAPTATIONS = "M06.adaptations"
BIAS = ("M13.bias_first", "M13.bias_missed")
DEVICES = "M04.device_use"
NO_DEVICES = frozenset({"none_found"})
OWN_WORKER = "M01.separate_worker"
COMMUNICATION = "M00.communication"
INTERPRETING: Mapping[str, frozenset[str]] = {
    COMMUNICATION: frozenset({"spoken_interpreter", "sign_language"}),
    "M13.interpreter": frozenset({"needed_independent", "sign"}),
    ADAPTATIONS: frozenset({"interpreter"}),
}
AIDED: Mapping[str, frozenset[str]] = {
    COMMUNICATION: frozenset({"communication_aid", "signs_or_symbols"}),
    ADAPTATIONS: frozenset({"communication_aid", "pictures"}),
    "M14.how_sought": frozenset({"aid"}),
}


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


def account_through_a_relative(case: Case) -> Outcome:
    """R70: an account was given through a relative who interpreted, or without an interpreter or aid that is needed."""
    reading = case.reading
    accounts = list(_accounts(reading))
    told = [account for account in accounts if account.interpreter in {"relative", "needed_not_used"}]
    if not (told or _needs(reading, INTERPRETING) or _needs(reading, AIDED)):
        return Skipped("Nothing says that this child needs an interpreter or an aid.")
    through = tuple(account.path for account in told if account.interpreter == "relative")
    without = tuple(account.path for account in told if account.interpreter == "needed_not_used")
    aid = tuple(account.aid_path for account in accounts if account.aid == "no") if _needs(reading, AIDED) else ()
    fired = (Fired(through), Fired(without, variant="without"), Fired(aid, variant="aid"))
    return tuple(each for each in fired if each.questions)


def _needs(reading: Reading, needed: Mapping[str, frozenset[str]]) -> bool:
    return any(codes & set(reading.codes(path)) for path, codes in needed.items())


@dataclass(frozen=True)
class _Account:
    """Something this child said: through whom, with the own aid or not, and the questions about it."""

    interpreter: str
    aid: str
    path: str
    aid_path: str


def _accounts(reading: Reading) -> Iterator[_Account]:
    for row in reading.rows("M14.words"):
        yield _Account(row.text("interpreter"), row.text("aid_used"), row.at("interpreter"), row.at("aid_used"))
    for row in reading.rows("M03.incidents"):
        interpreter, aid = "account_interpreter", "account_aid"
        yield _Account(row.text(interpreter), row.text(aid), row.at(interpreter), row.at(aid))
    for item in reading.things("evidence"):
        if item.value("kind") == "child_said":
            at = f"things.evidence[{item.id}]"
            yield _Account(item.text("interpreter"), "", f"{at}.interpreter", f"{at}.aid")


RULES = (
    Rule("R35", Gate.SUBMIT, not_adapted),
    Rule("R36", Gate.SUBMIT, bias_not_checked),
    Rule("R47", Gate.SUBMIT, targeting_not_asked),
    Rule("R56", Gate.SUBMIT, no_own_worker),
    Rule("R70", Gate.SUBMIT, account_through_a_relative),
)
