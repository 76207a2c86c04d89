"""Rules about signing: who may approve, what must be read, whether it is still what was signed, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.instrument.schema import Stream
from hsb_assess.instrument.values import evidence_is_due
from hsb_assess.rules.facts import has_answer, standing
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hsb_assess.instrument.values import AnswerFault
    from hsb_assess.record.reading import Reading
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
        fired.append(Fired(("M00.supervisor",), variant="own_work"))
    required = {code.code for code in reading.definition.codes(reading.definition.item(READ))}
    if not required <= round_about.opened:
        fired.append(Fired((READ,), variant="unread"))
    others = {
        module.id
        for module in reading.definition.modules
        if module.stream is not Stream.REVIEW
        and module.id.lower() not in required
        and reading.engine.visible(module.id)
    }
    if not others <= round_about.opened and not has_answer(reading.answer(REASONS)):
        fired.append(Fired((REASONS,), variant="others_unread"))
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

    faults = [fault for fault in case.reading.all_faults if own(fault.path)]
    return _not_finished(filter(own, engine.mandatory_open()), faults, ())


def _not_finished(open_paths: Iterable[str], faults: Iterable[AnswerFault], uncited: Iterable[str]) -> Outcome:
    """Return one finding each on what nobody has answered, what has a fault and what rests on nothing.

    Two answers that do not agree are a finding of their own.
    """
    faults = tuple(faults)
    pairs = dict.fromkeys(tuple(sorted((fault.path, fault.other))) for fault in faults if fault.other)
    fired = (
        Fired(tuple(open_paths)),
        Fired(tuple(dict.fromkeys(fault.path for fault in faults if not fault.other)), variant="faulty"),
        Fired(tuple(uncited), variant="uncited"),
        *(Fired(pair, variant="disagree") for pair in pairs),
    )
    return tuple(each for each in fired if each.questions)


def _uncited(reading: Reading) -> Iterator[str]:
    """Yield the answers that have to rest on evidence and cite none: incidents' bands, ratings at an end of a scale."""
    definition = reading.definition
    for path, answer in standing(reading):
        item = definition.find(path)
        if item is not None and item.is_question and evidence_is_due(definition, item, answer):
            yield path


def still_open(case: Case, findings: Iterable[Finding]) -> Outcome:
    """R60: mandatory questions that are *not yet asked* and that no other open finding names, in screen order.

    An answer with a fault, such as a day in the future, is as open as none, whatever else names it; one that has to
    rest on evidence is open until it cites an item; two that do not agree are open both. A finding names
    a question by its path: one about a register says nothing of what is open in its rows. People, agencies and
    evidence are asked what they have to say as rows are, after all pages. The supervisor's own part is none of the author's.
    """
    named = {path for finding in findings for path in finding.questions}
    definition = case.reading.definition
    engine = case.reading.engine

    def authors(path: str) -> bool:
        return definition.module(path).stream is not Stream.REVIEW

    entered = engine.mandatory_open(definition.things.id) if definition.things is not None else ()
    still = (path for path in (*engine.mandatory_open(), *entered) if path not in named and authors(path))
    uncited = (path for path in _uncited(case.reading) if path not in named and authors(path))
    return _not_finished(still, (fault for fault in case.reading.all_faults if authors(fault.path)), uncited)


RULES = (
    Rule("R48", Gate.APPROVE, independent_review),
    Rule("R53", Gate.APPROVE, edited_after_signature),
    Rule("R60", Gate.APPROVE, review_not_finished),
)
