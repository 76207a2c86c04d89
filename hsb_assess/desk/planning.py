"""The two plans as they stand: safety in each setting with what it lacks, and support on a line of days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hsb_assess.diagrams.planline import Span, together
from hsb_assess.rules.facts import FORM, is_over
from hsb_assess.rules.thread import ACTIONS, PLANS, is_late, rows_asked

if TYPE_CHECKING:
    from datetime import date

    from hsb_assess.record.reading import Reading, Row
    from hsb_assess.rules.finding import Finding, Report

__all__ = ["Missing", "Safety", "Setting", "Standing", "Step", "Support", "safety", "support"]

SAFETY: tuple[str, ...] = (PLANS, "M20.last_review")


class Standing(StrEnum):
    """Whether a safety plan holds today."""

    IN_FORCE = "in_force"
    TO_COME = "to_come"
    OVER = "over"
    UNDATED = "undated"


@dataclass(frozen=True)
class Missing:
    """A question that a plan lacks an answer to, or whose answer cannot stand, and the check that says so."""

    path: str
    finding: Finding


@dataclass(frozen=True)
class Setting:
    """One setting of the safety plan: its row, whether it holds today, its days, and what the checks find missing."""

    row: Row
    standing: Standing
    span: Span
    missing: tuple[Missing, ...]
    review_passed: bool


@dataclass(frozen=True)
class Safety:
    """The safety plan. ``whole`` is what the checks say of the plan and of no one setting."""

    settings: tuple[Setting, ...]
    whole: tuple[Finding, ...]


@dataclass(frozen=True)
class Step:
    """One action of the support plan: its row, its days, whether it is late, and the paths of what runs beside it."""

    row: Row
    span: Span
    late: bool
    beside: tuple[str, ...]


@dataclass(frozen=True)
class Support:
    """The actions, by the day on which they begin or are due, those without a day last."""

    steps: tuple[Step, ...]

    @property
    def late(self) -> tuple[Step, ...]:
        """Those whose day has passed."""
        return tuple(step for step in self.steps if step.late)

    @property
    def undated(self) -> tuple[Step, ...]:
        """Those without any day."""
        return tuple(step for step in self.steps if step.span.undated)


def safety(reading: Reading, report: Report) -> Safety:
    """Return the safety plan with what the checks at submission found of it."""
    if reading.definition.id != FORM:
        return Safety((), ())
    settings = tuple(_setting(reading, row, report) for row in rows_asked(reading, PLANS))
    whole = tuple(
        finding
        for finding in report.findings
        if any(path in SAFETY for path in finding.questions)
        and not any(path.startswith(f"{PLANS}[") for path in finding.questions)
        and finding.rule != "R60"
    )
    return Safety(settings, whole)


def _setting(reading: Reading, row: Row, report: Report) -> Setting:
    missing: dict[str, Missing] = {}
    for finding in report.findings:
        for path in finding.questions:
            if path.startswith(f"{row.path}."):
                missing.setdefault(path, Missing(path, finding))
    order = {path: at for at, path in enumerate(reading.engine.paths("M20"))}
    return Setting(
        row,
        _standing(row, reading.today),
        Span(row.path, _first(row, "from"), _last(row, "to"), _last(row, "review")),
        tuple(sorted(missing.values(), key=lambda each: order.get(each.path, len(order)))),
        review_passed=is_over(row, "review", reading.today) and not is_over(row, "to", reading.today),
    )


def _standing(row: Row, today: date) -> Standing:
    start = row.day("from")
    if is_over(row, "to", today):
        return Standing.OVER
    if start is None:
        return Standing.UNDATED
    return Standing.TO_COME if start.earliest() > today else Standing.IN_FORCE


def support(reading: Reading) -> Support:
    """Return the support plan on its days."""
    if reading.definition.id != FORM:
        return Support(())
    rows = rows_asked(reading, ACTIONS)
    spans = [Span(row.path, _first(row, "start"), _last(row, "end"), _last(row, "by_when")) for row in rows]
    beside = together(spans)
    steps = [
        Step(row, span, is_late(row, reading.today), beside[row.path]) for row, span in zip(rows, spans, strict=True)
    ]
    return Support(tuple(sorted(steps, key=_when)))


def _when(step: Step) -> tuple[bool, str]:
    day = step.span.first or step.span.due or step.span.last
    return (day is None, "" if day is None else day.isoformat())


def _first(row: Row, name: str) -> date | None:
    day = row.day(name)
    return day.earliest() if day is not None else None


def _last(row: Row, name: str) -> date | None:
    day = row.day(name)
    return day.latest() if day is not None else None
