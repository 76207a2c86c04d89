"""Rules about signing: who may approve, what must be read, whether it is still what was signed, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.instrument.schema import Stream, address_of
from hsb_assess.rules.facts import has_answer
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Severity, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hsb_assess.rules.finding import Finding

__all__ = ["RULES", "still_open"]

READ = "M23.required_read"


def independent_review(case: Case) -> Outcome:
    """R48: the author approves their own work; the required set, or (justify) another module, was not opened."""
    round_about = case.circumstances
    if round_about.approver is None:
        return Skipped("Nobody is approving yet.")
    fired = []
    if round_about.author == round_about.approver:
        fired.append(Fired(("M23.next_supervision",), Severity.BLOCKER))
    required = {code.code for code in case.reading.definition.codes(case.reading.definition.item(READ))}
    if not round_about.opened >= required:
        fired.append(Fired((READ,), Severity.BLOCKER))
    others = {
        module.id
        for module in case.reading.definition.modules
        if module.stream is not Stream.REVIEW and module.id.lower() not in required
    }
    if not round_about.opened >= others and not has_answer(case.reading.answer("M23.reasons")):
        fired.append(Fired(("M23.reasons",), Severity.JUSTIFY))
    return tuple(fired)


def edited_after_signature(case: Case) -> Outcome:
    """R53: what stands now is not what was submitted and signed."""
    signed = case.circumstances.submitted_hash
    if signed is None:
        return Skipped("Nothing has been signed yet.")
    return () if signed == case.reading.content_hash else (Fired(("M00.ref",)),)


def review_not_finished(case: Case) -> Outcome:
    """R60 at approval: a mandatory question of the supervisor's own part is open."""
    definition = case.reading.definition
    open_paths = tuple(
        path
        for path in case.reading.engine.mandatory_open()
        if definition.module(path).stream is Stream.REVIEW and path != READ
    )
    return (Fired(open_paths),) if open_paths else ()


def still_open(case: Case, findings: Iterable[Finding]) -> Outcome:
    """R60: mandatory questions that are *not yet asked* and that no other open finding names."""
    named = {path for finding in findings for path in finding.questions}
    named |= {address_of(path) for path in named}
    definition = case.reading.definition
    open_paths = tuple(
        path
        for path in case.reading.engine.mandatory_open()
        if path not in named
        and definition.module(path).stream is not Stream.REVIEW
        and not any(path.startswith(f"{name}[") for name in named)
    )
    return (Fired(open_paths),) if open_paths else ()


RULES = (
    Rule("R48", Gate.APPROVE, independent_review),
    Rule("R53", Gate.APPROVE, edited_after_signature),
    Rule("R60", Gate.APPROVE, review_not_finished),
)
