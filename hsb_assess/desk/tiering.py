"""The act that changes how much an assessment asks: up by any assessor, down with a manager's reason."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.gathering import ASSESSORS
from hsb_assess.desk.opening import open_assessment, read_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.workplace import Change, Workplace, need_role
from hsb_assess.domain.answer import NOT_ASKED, Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.entry import Stream
from hsb_assess.rules.newcases import closed_to
from hsb_assess.rules.tiers import FIRST_DAY, LEAD, REASON, REASON_BY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from hsb_assess.desk.opening import Opened
    from hsb_assess.instrument.schema import Tiers
    from hsb_assess.record.reading import Reading
    from hsb_assess.vault.book import Work

__all__ = ["TierMoved", "change_tier", "effect_of"]

KEY: Final = "tier_moved"


@dataclass(frozen=True)
class TierMoved(Change):
    """What a change of the tier did: the answers that are out of sight now, and the questions that are asked now."""

    tier: str = ""
    dormant: frozenset[str] = field(default_factory=frozenset)
    opens: frozenset[str] = field(default_factory=frozenset)


def effect_of(reading: Reading, tier: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return what a change to ``tier`` would put out of sight among the answers, and which questions it would open."""
    tiers = _tiers(reading)
    chosen = replace(reading, answers={**reading.answers, tiers.question: Answer(value=tier)})
    before, after = reading.engine, chosen.engine
    dormant = {path for path in after.dormant() - before.dormant() if not _is_initial(reading, path)}
    modules = [module.id for module in reading.definition.modules]
    seen = {path for module in modules for path in before.paths(module)}
    opens = frozenset(
        path
        for module in modules
        for path in after.paths(module)
        if path not in seen and reading.definition.item(path).is_question
    )
    return frozenset(dormant), opens


def _is_initial(reading: Reading, path: str) -> bool:
    """Say whether what stands at a path is the form's own first value, which nobody has answered."""
    initial = reading.definition.item(path).initial
    return initial is not None and reading.raw(path).value == initial


def _initials(reading: Reading, opens: Iterable[str]) -> dict[str, JsonValue]:
    """Return the form's own first values of questions that are asked now for the first time."""
    return {
        path: initial
        for path in sorted(opens)
        if "[" not in path
        and (initial := reading.definition.item(path).initial) is not None
        and path not in reading.answers
    }


def _fills(reading: Reading, tiers: Tiers, tier: str) -> dict[str, JsonValue]:
    """Return what a tier answers itself where nobody has, and ``None`` for what the one before it had answered."""
    left, entered = tiers.tier(reading.engine.tier), tiers.tier(tier)
    before = left.fills if left is not None else {}
    after = entered.fills if entered is not None else {}
    taken = {path: None for path, value in before.items() if path not in after and reading.raw(path).value == value}
    given = {path: value for path, value in after.items() if not reading.raw(path).is_asked()}
    return {**taken, **given}


def change_tier(at: Workplace, assessment: str, tier: str, *, reason: str = "", manager: str = "") -> TierMoved:
    """Ask as much as ``tier`` says from now on; nothing that was answered is lost.

    Less than now takes a manager's ``reason`` and who the ``manager`` is (a worker of the case who neither leads nor
    makes this change); both are printed. A reason may be recorded without a move, where a concern calls for more.
    Codes: ``no_tiers``, ``no_such_tier``, ``first_day_over``, ``reason_needed``, ``manager_needed``, ``adult_case``.
    """
    need_role(at, ASSESSORS)
    with at.book.begin(KEY) as work:
        opened = open_assessment(at, work, assessment)
        reading = read_assessment(at, work, assessment)
        tiers = _tiers(reading)
        now = reading.engine.tier
        _need_way(tiers, now, tier)
        if now == FIRST_DAY != tier:
            _need_child(reading)
        if reason.strip() or tiers.place(tier) < tiers.place(now):
            _need_manager(at, reading, reason, manager)
        dormant, opens = effect_of(reading, tier)
        said: dict[str, JsonValue] = {tiers.question: tier} if tier != now else {}
        if reason.strip():
            said |= {REASON: reason.strip(), REASON_BY: manager}
        said |= _initials(reading, opens) | _fills(reading, tiers, tier)
        _say(at, work, opened, said)
    paths = frozenset((*said, *dormant, *opens))
    return TierMoved(KEY, opened.case, assessment, paths, tier=tier, dormant=dormant, opens=opens)


def _say(at: Workplace, work: Work, opened: Opened, said: dict[str, JsonValue]) -> None:
    scribe = Scribe(at, work, opened.case, opened.definition)
    for path, value in said.items():
        if opened.definition.find(path) is not None:
            stream = opened.definition.module(path).stream
            answer = NOT_ASKED if value is None else Answer(value=value)
            scribe.say(Stream(stream.value), opened.assessment, path, answer.body())


def _tiers(reading: Reading) -> Tiers:
    if reading.definition.tiers is None:
        raise HsbAssessError(
            "no_tiers", "This form asks the same of every case.", "Go on with the questions as they are."
        )
    return reading.definition.tiers


def _need_way(tiers: Tiers, now: str, tier: str) -> None:
    if tiers.tier(tier) is None:
        raise HsbAssessError("no_such_tier", "This form knows no such tier.", "Open the assessment again.")
    if tier == FIRST_DAY != now:
        raise HsbAssessError(
            "first_day_over",
            "The first day comes once, before any other tier.",
            "Its answers are all here; choose how much is asked from now on.",
        )


def _need_child(reading: Reading) -> None:
    """Raise ``adult_case`` where a new case is about somebody who has come of age, and nobody has provided for it."""
    if closed_to(reading):
        raise HsbAssessError(
            "adult_case",
            "This young person is eighteen or over, and new cases are for children.",
            "Correct the date of birth if it is wrong; else pass what you know to adult services today.",
        )


def _need_manager(at: Workplace, reading: Reading, reason: str, manager: str) -> None:
    if not reason.strip():
        raise HsbAssessError(
            "reason_needed",
            "Asking less than now is a manager's decision, with a reason that is printed.",
            "Ask your manager, and write down the reason that they give.",
        )
    person = reading.thing(manager)
    own = at.identity.person
    named = person is not None and person.value("is") == "worker" and manager != reading.value(LEAD)
    if person is None or not named or person.text("card") == own:
        raise HsbAssessError(
            "manager_needed",
            "It is not said which manager gave this reason.",
            "Choose the manager: a worker of this case who does not lead it and is not you.",
        )
