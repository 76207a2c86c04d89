"""Findings: what a rule that fired says, why it matters, what mends it and where."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from hsb_assess.instrument.paths import module_of, parent_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date, datetime

    from hsb_assess.record.reading import Reading

__all__ = [
    "Case",
    "Circumstances",
    "Finding",
    "Fired",
    "Gate",
    "NotEvaluated",
    "Outcome",
    "Release",
    "Report",
    "Rule",
    "RuleText",
    "Severity",
    "Skipped",
    "Weight",
    "Words",
]

PAIRS = "M11.pairs["
ABOUT_PAIRS = frozenset({"R21", "R59"})


class Severity(StrEnum):
    """Blocker: fix before signing. Justify: explain, citing evidence. Advisory: consider."""

    BLOCKER = "blocker"
    JUSTIFY = "justify"
    ADVISORY = "advisory"


class Gate(StrEnum):
    """At which act a rule speaks."""

    SUBMIT = "submit"
    APPROVE = "approve"
    EXPORT = "export"
    CLOSURE = "closure"
    ALERT = "alert"


class Weight(StrEnum):
    """How much a rule weighs in a tier: its own severity, but no more than this; *alert* is shown and stops nothing."""

    BLOCKER = "blocker"
    JUSTIFY = "justify"
    ADVISORY = "advisory"
    ALERT = "alert"


@dataclass(frozen=True)
class Words:
    """What a finding says: its title, what was found, why it matters, what mends it, and how grave that is."""

    title: str
    message: str
    why: str
    mend: str
    severity: Severity

    def told(self, facts: Iterable[tuple[str, str]]) -> Words:
        """Return these words with each ``{name}`` in what was found and what mends it replaced by its fact."""
        message, mend = self.message, self.mend
        for name, fact in facts:
            message, mend = (text.replace(f"{{{name}}}", fact) for text in (message, mend))
        return replace(self, message=message, mend=mend)


@dataclass(frozen=True)
class RuleText:
    """The words of one rule, kept as data: what it says, why (with the inspection's own ids), what mends it.

    ``variants`` are its words by the case in which it fires, so that a person reads only what is true now;
    ``severities`` all that it can have, its own first.
    ``tiers`` says how much it weighs by the tier of the assessment, or by the variant in that tier; what is not named
    there is not said.
    """

    id: str
    title: str
    severity: Severity
    gate: Gate
    alert: bool
    message: str
    why: str
    mend: str
    questions: tuple[str, ...]
    variants: Mapping[str, Words] = field(default_factory=dict)
    severities: tuple[Severity, ...] = ()
    tiers: Mapping[str, Weight | Mapping[str, Weight]] = field(default_factory=dict)

    def speaks(self, tier: str) -> bool:
        """Say whether the rule says anything in ``tier``."""
        return tier in self.tiers

    def weight(self, tier: str, variant: str = "") -> Weight | None:
        """Return how much this case of the rule weighs in ``tier``; ``None`` where it is not said at all."""
        found = self.tiers.get(tier)
        return found if found is None or isinstance(found, Weight) else found.get(variant)

    def by_tier(self) -> dict[str, str]:
        """Return how much the rule weighs at most in each tier in which it speaks."""
        order = list(Weight)
        return {
            tier: (found if isinstance(found, Weight) else min(found.values(), key=order.index)).value
            for tier, found in self.tiers.items()
        }

    def words(self, variant: str = "") -> Words:
        """Return the words for a case; the rule's own where it has none for this one."""
        return self.variants.get(variant, Words(self.title, self.message, self.why, self.mend, self.severity))


@dataclass(frozen=True)
class Release:
    """What is about to leave: to whom, what it says by place, and what kinds of data it carries.

    ``audience`` is the letter of the document (A to H), ``recipient`` a person's id. A place in ``texts`` is a
    question's path where there is one. ``classes`` are data classes, ``evidence`` the items carried, ``checked`` those
    whose flag *about somebody else* two people have looked at. ``may_name`` are the children whom this recipient may
    see named (their own, the same school's, the one that a note is about), ``written_as`` further ways in which
    a person of the case is written.
    """

    audience: str
    recipient: str | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    classes: frozenset[str] = field(default_factory=frozenset)
    evidence: frozenset[str] = field(default_factory=frozenset)
    checked: frozenset[str] = field(default_factory=frozenset)
    may_name: frozenset[str] = field(default_factory=frozenset)
    written_as: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Circumstances:
    """What some rules need besides the reading: who, what was opened, submitted or is released, and the hour."""

    author: str | None = None
    approver: str | None = None
    opened: frozenset[str] = field(default_factory=frozenset)
    submitted_hash: str | None = None
    now: datetime | None = None
    release: Release | None = None


@dataclass(frozen=True)
class Case:
    """What a rule looks at."""

    reading: Reading
    today: date
    circumstances: Circumstances = field(default_factory=Circumstances)


@dataclass(frozen=True)
class Fired:
    """One way in which a rule fired: the questions that it is about, and its severity where its words do not decide.

    ``variant`` names the case where the rule's words differ by case; ``facts`` are what its words leave open, such
    as a number of days. Neither is part of what an explanation is about, so a day that passes voids none.
    """

    questions: tuple[str, ...]
    severity: Severity | None = None
    variant: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Skipped:
    """A rule whose inputs are blank: neither passed nor failed."""

    reason: str


Outcome: TypeAlias = tuple[Fired, ...] | Skipped


@dataclass(frozen=True)
class Rule:
    """A rule's id, the act at which it speaks, and its judgement."""

    id: str
    gate: Gate
    judge: Callable[[Case], Outcome]


@dataclass(frozen=True)
class Finding:
    """A rule that fired. ``key`` stays the same while the rule fires about the same questions."""

    rule: str
    severity: Severity
    gate: Gate
    alert: bool
    title: str
    message: str
    why: str
    mend: str
    questions: tuple[str, ...]

    @property
    def by_module(self) -> dict[str, tuple[str, ...]]:
        """The questions by module id, in their order: the finding on open questions is shown in this way."""
        found: dict[str, tuple[str, ...]] = {}
        for path in self.questions:
            found[module_of(path)] = (*found.get(module_of(path), ()), path)
        return found

    @property
    def key(self) -> str:
        """The name under which an explanation of this finding is kept."""
        about = "\n".join(sorted(self.questions)).encode()
        return f"{self.rule}.{hashlib.sha256(about).hexdigest()[:12]}"


@dataclass(frozen=True)
class NotEvaluated:
    """A rule that could not be judged, and why: listed, neither passed nor failed."""

    rule: str
    reason: str


@dataclass(frozen=True)
class Report:
    """What the rules found, most severe first, and what they could not judge."""

    findings: tuple[Finding, ...]
    not_evaluated: tuple[NotEvaluated, ...] = ()

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity is severity)

    def items(self) -> tuple[tuple[Finding, ...], ...]:
        """Return the findings as they are shown: what two rules say of one pair of the grid stands in one item."""
        shown: dict[str, tuple[Finding, ...]] = {}
        for number, finding in enumerate(self.findings):
            rows = {parent_row(path) for path in finding.questions if path.startswith(PAIRS)}
            row = rows.pop() if finding.rule in ABOUT_PAIRS and len(rows) == 1 else None
            place = row or str(number)
            shown[place] = (*shown.get(place, ()), finding)
        return tuple(shown.values())

    def rules(self) -> frozenset[str]:
        """Return the ids of the rules that fired."""
        return frozenset(finding.rule for finding in self.findings)
