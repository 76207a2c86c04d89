"""Rules about signing: who may approve, what must be read, whether it is still what was signed, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.instrument.schema import Stream
from hsb_assess.rules.facts import has_answer
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Severity, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hsb_assess.rules.finding import Finding

__all__ = ["RULES", "still_open"]

READ = "M23.required_read"
REASONS = "M23.reasons"


def independent_review(case: Case) -> Outcome:
    """R48: the author approves their own work; the required set, or (justify) another module, was not opened.

    ``opened`` holds codes of the required set, which stand for some modules in small letters, and ids of modules.
    """
    round_about = case.circumstances
    if round_about.approver is None:
        return Skipped("Nobody is approving yet.")
    reading = case.reading
    fired = []
    if round_about.author == round_about.approver:
        fired.append(Fired(("M00.supervisor",), Severity.BLOCKER, "own_work"))
    required = {code.code for code in reading.definition.codes(reading.definition.item(READ))}
    if not required <= round_about.opened:
        fired.append(Fired((READ,), Severity.BLOCKER, "unread"))
    others = {
        module.id
        for module in reading.definition.modules
        if module.stream is not Stream.REVIEW
        and module.id.lower() not in required
        and reading.engine.visible(module.id)
    }
    if not others <= round_about.opened and not has_answer(reading.answer(REASONS)):
        fired.append(Fired((REASONS,), Severity.JUSTIFY, "others_unread"))
    return tuple(fired)


def edited_after_signature(case: Case) -> Outcome:
    """R53: what stands now is not what was submitted and signed."""
    signed = case.circumstances.submitted_hash
    if signed is None:
        return Skipped("Nothing has been signed yet.")
    return () if signed == case.reading.content_hash else (Fired(()),)


def review_not_finished(case: Case) -> Outcome:
    """R60 at approval: a mandatory question of the supervisor's own part is open, or an answer there cannot stand."""
    definition = case.reading.definition
    engine = case.reading.engine

    def own(path: str) -> bool:
        return definition.module(path).stream is Stream.REVIEW and path != READ

    return _open_and_faulty(filter(own, engine.mandatory_open()), filter(own, engine.faulty()))


def _open_and_faulty(open_paths: Iterable[str], faulty: Iterable[str]) -> Outcome:
    """Return one finding on what nobody has answered, and one on what was answered with a fault."""
    fired = (Fired(tuple(open_paths)), Fired(tuple(faulty), variant="faulty"))
    return tuple(each for each in fired if each.questions)


def still_open(case: Case, findings: Iterable[Finding]) -> Outcome:
    """R60: mandatory questions that are *not yet asked* and that no other open finding names, in screen order.

    An answer with a fault, such as a day in the future, is as open as none, whatever else names it. A finding names
    a question by its path: one about a register says nothing of what is open in its rows. The supervisor's own
    part is none of the author's.
    """
    named = {path for finding in findings for path in finding.questions}
    definition = case.reading.definition
    engine = case.reading.engine

    def authors(path: str) -> bool:
        return definition.module(path).stream is not Stream.REVIEW

    still = (path for path in engine.mandatory_open() if path not in named and authors(path))
    return _open_and_faulty(still, filter(authors, engine.faulty()))


RULES = (
    Rule("R48", Gate.APPROVE, independent_review),
    Rule("R53", Gate.APPROVE, edited_after_signature),
    Rule("R60", Gate.APPROVE, review_not_finished),
)
