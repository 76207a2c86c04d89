"""What a court or an inspector would miss: what is agreed or disputed, what is not known, who decided and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.answer import Absence, AnswerState
from hsb_assess.instrument.schema import ItemType, Stream
from hsb_assess.reports.blocks import Column, Fact, Facts, Heading, Para, Table, Value
from hsb_assess.reports.incidents import incidents
from hsb_assess.reports.wording import moment
from hsb_assess.rules.facts import FORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hsb_assess.instrument.schema import Item
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.source import Explanation, Source
    from hsb_assess.rules.finding import Finding, Report

__all__ = [
    "decisions",
    "done_actions",
    "evidence_list",
    "findings",
    "less_asked",
    "people",
    "questions",
    "standing",
    "unknowns",
]

_CORE_AGENCIES: Final = {
    "social_care": "social care",
    "police": "police",
    "health": "health",
    "education": "education",
}
_SEVERITIES: Final = {
    "blocker": "To be put right before signing",
    "justify": "To be explained in writing",
    "advisory": "To consider",
}


def standing(source: Source) -> list[Block]:
    """Say of each incident and each conflicting answer whether it is agreed, disputed or found."""
    reading = source.reading
    reported = tuple(
        (
            Value(text=each.name),
            source.cell(each.row.at("when")),
            source.cell(each.pattern.at("category")),
            source.cell(each.pattern.at("standing")),
        )
        for each in incidents(source)
    )
    conflicting = tuple(
        (Value(text=item.label.en), source.cell(path))
        for item, path in questions(source)
        if reading.answer(path).state() == AnswerState.CONFLICTING
    )
    established = tuple(
        (Value(text=source.evidence.number(item.id)), source.cell(f"{_evidence_group(source)}[{item.id}].basis"))
        for item in source.evidence.items
        if item.value("confidence") == "established"
    )
    found: list[Block] = [
        Heading(text="What is agreed, disputed and found"),
        Table(
            columns=_columns(("Incident", 1), ("When", 1.4), ("Kind", 3), ("Where accounts stand", 2.4)),
            rows=reported,
            empty="No incident is entered.",
        ),
    ]
    if conflicting:
        found.append(
            Table(
                caption="Answers on which accounts conflict",
                columns=_columns(("Question", 2), ("Answer", 2)),
                rows=conflicting,
            )
        )
    found.append(
        Table(
            caption="Evidence that is called established, and why",
            columns=_columns(("Item", 1), ("Basis", 5)),
            rows=established,
            empty="No item is called established: nothing here rests on a court’s finding, an admission or a "
            "recorded multi-agency conclusion.",
        )
    )
    return found


def unknowns(source: Source) -> list[Block]:
    """List what was not answered and why, the sources that were not seen and the gaps that are known."""
    rows: list[tuple[Value, ...]] = []
    for item, path in questions(source):
        answer = source.reading.answer(path)
        if answer.absence in {None, Absence.NOT_APPLICABLE}:
            continue
        if answer.absence is Absence.NOT_ASKED and not source.reading.engine.mandatory(path):
            continue
        module = source.reading.definition.module(path).title.en
        value = source.cell(path)
        rows.append((Value(text=item.label.en, note=module), value))
    return [
        Heading(text="What is not known, and sources not seen"),
        *_not_seen(source),
        Table(
            caption="Questions without a value, and why",
            columns=_columns(("Question", 2.7), ("Reason recorded", 3.3)),
            rows=tuple(rows),
            empty="Every question that had to be asked has a value.",
        ),
    ]


def _not_seen(source: Source) -> list[Block]:
    lines: list[Fact] = []
    lines.extend(source.facts(("M02.gaps", "Times about which little is known")))
    present: set[str] = set()
    held = [row for row in source.rows("M01.strategy") if row.answer("held").value is not None]
    for row in held:
        present.update(row.codes("attendees"))
    missing = [name for code, name in _CORE_AGENCIES.items() if code not in present]
    if held and missing:
        lines.append(_fact("Agencies that took part in no strategy discussion", ", ".join(missing)))
    waiting = [
        f"{source.text(row.at('agency'))} (asked {source.text(row.at('asked')) or 'on a day that is not recorded'})"
        for row in source.rows("M17.agencies")
        if not source.is_asked(row.at("received")) and not source.is_asked(row.at("summary"))
    ]
    if waiting:
        lines.append(_fact("Agencies that were asked and have not answered", "; ".join(waiting)))
    sources = sorted({words for item in source.evidence.items if (words := _source_words(source, item.id))})
    lines.append(_fact("Sources from which evidence was seen", "; ".join(sources) or "None is entered."))
    return [Facts(rows=tuple(lines))]


def _source_words(source: Source, item: str) -> str:
    row = f"{_evidence_group(source)}[{item}]"
    return source.text(f"{row}.source") or source.text(f"{row}.agency")


def less_asked(source: Source) -> tuple[tuple[str, str], ...]:
    """Return where a manager's reason for how much was asked stands, and who gave it; empty where there is none."""
    if not source.is_asked("M00.tier_reason"):
        return ()
    return (("M00.tier_reason", "The manager’s reason for asking this much"), ("M00.tier_reason_by", "Reason given by"))


def decisions(source: Source) -> list[Block]:
    """Gather the decisions, who made them and the manager's reasons."""
    rows = [
        *source.facts(
            "M01.decision_what",
            "M01.decision_at",
            "M01.decision_by",
            "M00.tier",
            *less_asked(source),
            "M01.decision_late_reason",
            "M01.decision_late_effect",
            "M01.s47_single_why",
            "M01.s47_agreed_by",
            "M01.conference_late_reason",
            "M01.overrun_reason",
            "M01.overrun_effect",
            "M05.threshold",
            "M05.threshold_why",
            "M05.threshold_date",
        )
    ]
    for number, row in enumerate(source.rows("M01.strategy"), start=1):
        prefix = f"Strategy discussion {number}: "
        rows.extend(
            source.facts(
                *(
                    (row.at(name), prefix + words)
                    for name, words in (
                        ("held", "held"),
                        ("not_held_reason", "why it was not held"),
                        ("manager_reason", "the manager’s reason"),
                    )
                    if source.is_asked(row.at(name))
                )
            )
        )
    rows.extend(source.facts(("M14.changed", "What this child’s views changed")))
    return [Heading(text="Decisions and reasons"), Facts(rows=tuple(rows))]


def done_actions(source: Source) -> list[Block]:
    """List the actions that are done, with the day on which that was recorded."""
    rows = []
    for row in source.rows("M21.actions"):
        if row.value("status") == "done":
            recorded = source.reading.recorded(row.at("status"))
            day = moment(recorded.recorded) if recorded is not None else ""
            rows.append((source.cell(row.at("action")), source.cell(row.at("owner")), Value(text=day)))
    if not rows:
        return [Para(text="No action is recorded as done yet.")]
    columns = _columns(("Action", 3), ("Who", 1.4), ("Recorded as done", 1.4))
    return [Table(caption="Actions done", columns=columns, rows=tuple(rows))]


def findings(source: Source, report: Report, explanations: Mapping[str, Explanation]) -> list[Block]:
    """Print what the checks found, what was written about it, and what they could not judge."""
    rows = tuple(_finding(source, finding, explanations) for finding in report.findings)
    not_judged = tuple((Value(text=each.rule), Value(text=each.reason)) for each in report.not_evaluated)
    if source.reading.definition.id != FORM:
        words = (
            "The checks of the holistic assessment are not applied to this form. Of it one thing was checked: that what it "
            "requires itself is answered."
        )
        return [Heading(text="Checks of this record"), Para(text=words)]
    return [
        Heading(text="Checks of this record"),
        Para(
            text="The same checks are applied to every assessment. They ask whether possible harm to this child was looked "
            "for line by line and is answered by support; whether every other child and adult is on the register and "
            "something protects each child tonight; whether this child was heard and strengths were found; whether more "
            "than one explanation was considered; whether each action can be delivered and each plan has a day to look "
            "again; whether information was shared, words are neutral and no question was passed over. They do not "
            "judge this child or predict anything.",
        ),
        Table(
            columns=_columns(("Check", 0.7), ("What it says", 3.1), ("What was written about it", 3.4)),
            rows=rows,
            empty="All of this was checked, and no check found anything missing or contradictory.",
        ),
        Table(
            caption="Checks that could not be applied" if not_judged else "",
            columns=_columns(("Check", 0.7), ("Why", 6.5)),
            rows=not_judged,
            empty="Every check could be applied.",
        ),
    ]


def _finding(source: Source, finding: Finding, explanations: Mapping[str, Explanation]) -> tuple[Value, ...]:
    said = explanations.get(finding.key)
    severity = _SEVERITIES.get(str(finding.severity.value), "")
    if said is not None:
        written = Value(text=source.plain(said.text), cites=source.evidence.cites(said.evidence))
    elif finding.severity.value == "advisory":
        written = Value(text="No explanation is asked for.", absence=True)
    else:
        written = Value(text="Nothing is written about it yet.", absence=True)
    return (Value(text=finding.rule, strong=True), Value(text=source.plain(finding.message), note=severity), written)


def evidence_list(source: Source) -> list[Block]:
    """Print the numbered evidence items that answers cite."""
    group = _evidence_group(source)
    rows = []
    for item in source.evidence.items:
        path = f"{group}[{item.id}]"
        about = [source.text(f"{path}.{name}") for name in ("kind", "how_came", "interpreter", "aid")]
        recorded = source.text(f"{path}.recorded")
        about.append(f"recorded {recorded}" if recorded else "")
        basis = source.text(f"{path}.basis")
        confidence = _weight(source, path)
        origin = source.cell(f"{path}.source")
        agency = source.text(f"{path}.agency")
        rows.append(
            (
                Value(text=source.evidence.number(item.id), strong=True),
                source.cell(f"{path}.when"),
                origin.model_copy(update={"note": agency}),
                source.cell(f"{path}.what").model_copy(update={"note": ". ".join(part for part in about if part)}),
                confidence.model_copy(update={"note": basis}),
            )
        )
    return [
        Heading(text="Evidence"),
        Table(
            columns=_columns(
                ("No", 0.5), ("When", 1.2), ("From", 1.4), ("What was said, seen or written", 3.8), ("Weight", 1.2)
            ),
            rows=tuple(rows),
            empty="No evidence item is entered.",
        ),
    ]


def _weight(source: Source, path: str) -> Value:
    """Return how much an item weighs; nobody is asked for it, so that it is stated or is not."""
    if source.is_asked(f"{path}.confidence"):
        return source.cell(f"{path}.confidence")
    return Value(text="Weight not stated", absence=True)


def people(source: Source) -> list[Block]:
    """Print what people are called in this document, and where the key is kept."""
    rows = tuple((Value(text=name), Value(text=who)) for name, who in source.roles.workers())
    others = "; ".join(source.roles.others()) or "nobody else is entered"
    return [
        Heading(text="People in this record"),
        Para(
            text="Children and adults other than workers stand here by role, inside sentences too. The key to the roles is "
            f"kept in the record itself, apart from this document. They are: {others}.",
        ),
        Table(
            caption="Workers",
            columns=_columns(("Called here", 2), ("Role in the work, agency", 3)),
            rows=rows,
            empty="No worker is entered.",
        ),
    ]


def _evidence_group(source: Source) -> str:
    group = source.reading.definition.group_for_kind("evidence")
    return group.address if group is not None else "things.evidence"


def questions(source: Source) -> Iterator[tuple[Item, str]]:
    """Yield every question that is asked now and that this audience sees, in screen order."""
    for module in source.reading.definition.modules:
        if module.stream is Stream.REVIEW or module.id == "things":
            continue
        for path in source.reading.engine.paths(module.id):
            item = source.reading.definition.find(path)
            if item is not None and item.is_question and item.type is not ItemType.NOTE and source.shows(path):
                yield item, path


def _columns(*given: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(Column(title=title, weight=weight) for title, weight in given)


def _fact(label: str, words: str) -> Fact:
    return Fact(label=label, value=Value(text=words))
