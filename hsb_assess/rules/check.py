"""Runs every rule over a reading and gathers what they found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.rules import (
    adults,
    agencies,
    anew,
    challenge,
    closure,
    contact,
    deadlines,
    enquiries,
    export,
    fairness,
    harm,
    health,
    independence,
    levels,
    orders,
    others,
    planning,
    rating,
    restrictions,
    safety,
    seen,
    selfharm,
    sharing,
    support,
    thinking,
    tiers,
    unknowns,
)
from hsb_assess.rules.facts import FORM, tier_of
from hsb_assess.rules.finding import (
    Case,
    Circumstances,
    Finding,
    Fired,
    Gate,
    NotEvaluated,
    Report,
    Rule,
    Severity,
    Skipped,
    Weight,
)
from hsb_assess.rules.language import Wording, flagged_in_release, flagged_language
from hsb_assess.rules.lawwords import LawWords, consent_wording, offence_wording
from hsb_assess.rules.texts import read_texts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pydantic import JsonValue

    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Outcome, RuleText

__all__ = ["RULES", "RuleBook", "evaluate"]

RULES: tuple[Rule, ...] = (
    *harm.RULES,
    *health.RULES,
    *agencies.RULES,
    *challenge.RULES,
    *others.RULES,
    *safety.RULES,
    *contact.RULES,
    *sharing.RULES,
    *support.RULES,
    *seen.RULES,
    *selfharm.RULES,
    *thinking.RULES,
    *independence.RULES,
    *tiers.RULES,
    *adults.RULES,
    *deadlines.RULES,
    *enquiries.RULES,
    *fairness.RULES,
    *planning.RULES,
    *rating.RULES,
    *restrictions.RULES,
    *unknowns.RULES,
    *export.RULES,
    *closure.RULES,
    *orders.RULES,
    *levels.RULES,
    *anew.RULES,
)
"""Every rule that looks at a case alone. R39 to R41 need the wording list, and R60 what the others found."""

OF_WORDS = (("R39", offence_wording), ("R40", consent_wording))
"""The rules that need the words of law."""

JUDGED_AT = {Gate.ALERT: {Gate.SUBMIT}, Gate.APPROVE: {Gate.SUBMIT, Gate.APPROVE}}
"""The gates whose rules are judged at a gate, where these are not its own alone."""

ORDER = (Severity.BLOCKER, Severity.JUSTIFY, Severity.ADVISORY)


@dataclass(frozen=True)
class RuleBook:
    """What judging needs besides the rules: their texts, the wording list, and the words of law in it."""

    texts: Mapping[str, RuleText]
    wording: Wording
    law: LawWords

    @classmethod
    def of(
        cls,
        texts: Mapping[str, JsonValue],
        wording: Mapping[str, JsonValue],
        *others: Mapping[str, JsonValue],
        language: str = "en",
    ) -> RuleBook:
        """Read the texts in ``language``, the wording list and those of ``others`` languages; raises ``rule_texts``."""
        return cls(read_texts(texts, language), Wording(wording, *others), LawWords.of(wording))


class _Gathering:
    def __init__(self, book: RuleBook, tier: str) -> None:
        self._book = book
        self._tier = tier
        self.findings: list[Finding] = []
        self.skipped: list[NotEvaluated] = []

    def hears(self, rule: str) -> bool:
        """Say whether a rule says anything in this tier; one that does not is neither judged nor listed."""
        return self._book.texts[rule].speaks(self._tier)

    def take(self, rule: str, outcome: Outcome) -> None:
        """Turn what a rule returned into findings in its own words, as far as the tier lets it speak."""
        if isinstance(outcome, Skipped):
            self.skipped.append(NotEvaluated(rule, outcome.reason))
            return
        for fired in outcome:
            weight = self._book.texts[rule].weight(self._tier, fired.variant)
            if weight is not None:
                self.findings.append(self._finding(rule, fired, weight))

    def _finding(self, rule: str, fired: Fired, weight: Weight) -> Finding:
        text = self._book.texts[rule]
        words = text.words(fired.variant).told(fired.facts)
        own = fired.severity or words.severity
        return Finding(
            rule=rule,
            severity=own if weight is Weight.ALERT else max(own, Severity(weight.value), key=ORDER.index),
            gate=Gate.ALERT if weight is Weight.ALERT else text.gate,
            alert=text.alert,
            title=words.title,
            message=words.message,
            why=words.why,
            mend=words.mend,
            questions=fired.questions,
        )


def evaluate(
    reading: Reading,
    today: date,
    book: RuleBook,
    *,
    gate: Gate = Gate.SUBMIT,
    circumstances: Circumstances | None = None,
) -> Report:
    """Return what the rules find at ``gate``; approval judges all that submission does, and the review itself.

    The gate *alert* judges as submission does and returns only what is shown while recording. The tier of the
    assessment decides which rules speak and how much they weigh. Deterministic and
    offline: the same reading, day and book give the same report.
    """
    case = Case(reading, today, circumstances or Circumstances())
    gathering = _Gathering(book, tier_of(reading))
    if reading.definition.id != FORM:
        return _of_others(case, gathering, gate)
    for rule in RULES:
        heard = gathering.hears(rule.id) and (gate is not Gate.ALERT or book.texts[rule.id].alert)
        if heard and rule.gate in JUDGED_AT.get(gate, {gate}):
            gathering.take(rule.id, rule.judge(case))
    if gate in {Gate.SUBMIT, Gate.APPROVE}:
        for name, judge in OF_WORDS:
            if gathering.hears(name):
                gathering.take(name, judge(case, book.law))
    if gate in {Gate.SUBMIT, Gate.APPROVE} and gathering.hears("R41"):
        gathering.take("R41", flagged_language(case, book.wording, review=gate is Gate.APPROVE))
    if gate is Gate.EXPORT and gathering.hears("R41"):
        gathering.take("R41", flagged_in_release(case, book.wording))
    if gate in {Gate.SUBMIT, Gate.APPROVE} and gathering.hears("R60"):
        gathering.take("R60", independence.still_open(case, gathering.findings))
    return Report(tuple(sorted(gathering.findings, key=_place)), tuple(gathering.skipped))


def _of_others(case: Case, gathering: _Gathering, gate: Gate) -> Report:
    """Judge a form from elsewhere: what it requires itself, and nothing that rules ask of ours."""
    if gate in {Gate.SUBMIT, Gate.APPROVE}:
        gathering.take("R60", independence.still_open(case, gathering.findings))
    return Report(tuple(gathering.findings), ())


def _place(finding: Finding) -> tuple[int, bool, str]:
    return (ORDER.index(finding.severity), not finding.alert, finding.rule)
