"""Document A: the full assessment, for the case file, a court and an inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.schema import Side, Stream
from hsb_assess.record.taken import follows, own_answers
from hsb_assess.reports.accounts import decisions, done_actions, evidence_list, findings, people, standing, unknowns
from hsb_assess.reports.blocks import Balance, BalanceSide, Fact, Facts, Front, Heading, Notice, Value
from hsb_assess.reports.closing import closing
from hsb_assess.reports.incidents import incidents
from hsb_assess.reports.marked import marks_recorded
from hsb_assess.reports.modules import module_blocks
from hsb_assess.reports.shapes import SHAPES, contact_summary
from hsb_assess.reports.unasked import unasked
from hsb_assess.reports.wording import moment
from hsb_assess.rules.facts import FORM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.source import Explanation, Source
    from hsb_assess.rules.finding import Report

__all__ = ["NAME", "TITLE", "blocks"]

TITLE: Final = "Assessment record"
NAME: Final = "Full assessment"

_SIDES: Final = {
    Side.BEHAVIOUR: "Behaviour",
    Side.HARM: "Harm to this child",
    Side.NEEDS: "Needs",
    Side.STRENGTHS: "Strengths",
}


_NOTES_OF_OTHERS = (
    "These are the questions of a form from elsewhere. It does not take the place of the holistic assessment.",
    "An answer is a value or a reason why there is none. “Not yet asked” and “unknown” never mean no.",
    "Numbers such as E3 lead to the evidence list near the end. A number that the form works out is its own, and no finding.",
)


def blocks(source: Source, report: Report, explanations: Mapping[str, Explanation]) -> list[Block]:
    """Return the whole document in reading order; of a form from elsewhere what it asked, and nothing that ours does."""
    if source.reading.definition.id != FORM:
        return _of_others(source, report, explanations)
    found: list[Block] = [_front(source), _reading_note(source), *_glance(source)]
    for module in source.reading.definition.modules:
        if module.stream is Stream.REVIEW or module.id == "things":
            continue
        found.extend(module_blocks(source, module, SHAPES))
        if module.id == "M21":
            found.extend(done_actions(source))
    found.extend(marks_recorded(source))
    found.extend(decisions(source))
    found.extend(standing(source))
    found.extend(unknowns(source))
    found.extend(findings(source, report, explanations))
    found.extend(evidence_list(source))
    found.extend(people(source))
    found.extend(unasked(source))
    found.extend(closing(source, "A"))
    return found


def _of_others(source: Source, report: Report, explanations: Mapping[str, Explanation]) -> list[Block]:
    form = source.reading.definition
    front = _front(source)
    told = Fact(label="Form", value=Value(text=f"{form.title.en} {form.version}"))
    found: list[Block] = [
        front.model_copy(
            update={"rows": (told, *front.rows), "subtitle": "Document A: a form from elsewhere, for the case file"}
        ),
        Notice(title="How to read this record", items=_NOTES_OF_OTHERS),
    ]
    for module in form.modules:
        found.extend(module_blocks(source, module, {}))
    for part in (unknowns(source), findings(source, report, explanations), evidence_list(source), people(source)):
        found.extend(part)
    return [*found, *unasked(source), *closing(source, "A")]


def _front(source: Source) -> Front:
    meta = source.meta
    rows = [
        *source.facts(("M00.name", "Child"), ("M00.dob", "Date of birth"), ("M00.ref", "Case reference")),
        Fact(label="Version", value=Value(text=meta.version)),
        Fact(label="Author", value=Value(text=meta.author.name, note=meta.author.role_words)),
        Fact(label="Supervisor", value=Value(text=meta.supervisor.name, note=meta.supervisor.role_words)),
    ]
    if meta.co_assessor is not None:
        rows.append(
            Fact(label="Assessed with", value=Value(text=meta.co_assessor.name, note=meta.co_assessor.role_words))
        )
    rows.extend(source.facts(("M00.hsb_training", "Author’s training"), ("M00.qualifications", "Qualifications")))
    rows.append(Fact(label="Information up to", value=Value(text=moment(meta.cut_off), strong=True)))
    rows.extend(source.facts(("M00.legal_status", "Legal status")))
    return Front(
        title=TITLE,
        subtitle="Document A: the full assessment, for the case file",
        rows=tuple(rows),
    )


def _reading_note(source: Source) -> Notice:
    taken = len(source.taken)
    again = (
        (
            f"This is a reassessment. Taken over from an earlier assessment and not asked again: {taken} of"
            f" {len(own_answers(source.reading))} answers, each with a note that says so."
        )
        if follows(source.reading)
        else ""
    )
    return Notice(
        title="How to read this record",
        items=(
            (
                "What has happened to this child, what this child needs and what is going well have the same weight here "
                "as the behaviour that was reported."
            ),
            "An answer is a value or a reason why there is none. “Not yet asked” and “unknown” never mean no.",
            "Numbers such as E3 lead to the evidence list near the end. Words in quotation marks are exact.",
            "It holds no score and no prediction. Nothing here is a finding of fact unless it says so, with its basis.",
            (
                "Other people stand here by role. Names and initials were replaced by these roles, inside sentences too; "
                "in exact words the role stands in [brackets]."
            ),
            "Some information is kept in a restricted annex. Optional questions that were not asked are listed last.",
            *filter(None, (again,)),
        ),
    )


def _glance(source: Source) -> list[Block]:
    counts = source.reading.engine.balance()
    sides = tuple(
        BalanceSide(
            title=title, answered=counts[side].answered, total=counts[side].total, evidence=counts[side].evidence
        )
        for side, title in _SIDES.items()
        if side in counts
    )
    rows = [
        *source.facts(
            ("M01.sleeps_tonight", "Where this child sleeps"),
            ("M01.danger", "Danger now"),
            ("M01.stops_contact_tonight", "What protects children tonight"),
            ("M05.enquiry", "Possible harm looked into"),
            ("M05.threshold", "Decided for this child"),
        ),
        Fact(label="Contact", value=Value(text=contact_summary(source))),
        *_bands(source),
    ]
    return [
        Heading(text="At a glance"),
        Balance(sides=sides),
        Facts(rows=tuple(rows), numbered=False),
    ]


def _bands(source: Source) -> list[Fact]:
    said = [
        ": ".join(part for part in (source.text(each.row.at("when")), source.text(each.pattern.at("band"))) if part)
        for each in incidents(source)
    ]
    lines = "; ".join(line for line in said if line)
    return [Fact(label="Reported incidents and bands", value=Value(text=lines))] if lines else []
