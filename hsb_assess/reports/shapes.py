"""Groups that have a shape of their own on paper: contact log, chronology, protection grid, plans, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.record.visits import went_too
from hsb_assess.reports.blocks import (
    Column,
    Heading,
    Panel,
    Para,
    Quote,
    Table,
    Value,
)
from hsb_assess.reports.cells import joined, sentences, when_of, with_note
from hsb_assess.reports.chronology import chronology
from hsb_assess.reports.modules import row_facts
from hsb_assess.reports.pairs import pair_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.record.reading import Row
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.modules import Special
    from hsb_assess.reports.source import Source

__all__ = ["SHAPES", "actions_table", "contact_summary", "pairs_table", "settings_panels", "words_quotes"]

_NEEDS: Final = "M18.needs_behind"
"""The question whose codes name the ordinary needs."""

_AID: Final[Mapping[str, str]] = {
    "yes": "with their own communication aid",
    "no": "without their own communication aid",
}
"""What is said of this child's own aid beside their words."""


def contacts(source: Source, path: str) -> list[Block]:
    """Return the contact log, newest last, with when the child was last seen and last seen alone."""
    rows = sorted(source.rows(path), key=when_of)
    table = Table(
        columns=(
            Column(title="When", weight=1.3),
            Column(title="Who went", weight=1.5),
            Column(title="Where", weight=1.3),
            Column(title="How this child was seen", weight=3.4),
        ),
        rows=tuple(
            (
                source.cell(row.at("when")),
                _went(source, row),
                source.cell(row.at("where")),
                with_note(source.cell(row.at("how")), joined(source, row, ("missed_because", ""), ("note", ""))),
            )
            for row in rows
        ),
        empty="No contact is entered. Whether this child was seen is not yet recorded.",
    )
    return [Heading(text="Contact log", level=2), Para(text=contact_summary(source, path)), table]


def _went(source: Source, row: Row) -> Value:
    """Return who went to a contact: the worker of the form, and whoever a visit note says went too."""
    worker = source.cell(row.at("by"))
    visit = source.reading.thing(row.id)
    too = [source.roles.short(each) for each in went_too(visit)] if visit is not None else []
    return worker if worker.absence or not too else worker.model_copy(update={"text": ", ".join((worker.text, *too))})


def contact_summary(source: Source, path: str = "M01.contacts") -> str:
    """Say when the child was last seen and last seen alone, as the contact log has it."""
    rows = sorted(source.rows(path), key=when_of)
    seen = [row for row in rows if row.value("how") in {"alone", "not_alone"} and row.day("when")]
    alone = [row for row in seen if row.value("how") == "alone"]
    last = source.text(seen[-1].at("when")) if seen else "no visit at which this child was seen is entered"
    by_self = source.text(alone[-1].at("when")) if alone else "no visit at which this child was seen alone is entered"
    return f"Last seen: {last}. Last seen alone: {by_self}."


def adults(source: Source, path: str) -> list[Block]:
    """Return the register of adults as far as the document carries it, and where the rest is."""
    table = Table(
        columns=(
            Column(title="Adult"),
            Column(title="Care or contact"),
            Column(title="Check with police or probation"),
        ),
        rows=tuple(
            (
                source.cell(row.at("person")),
                source.cell(row.at("contact_kind")),
                with_note(source.cell(row.at("check")), joined(source, row, ("check_asked", "Asked on "))),
            )
            for row in source.rows(path)
        ),
        empty="Nobody is entered. An empty list does not mean that there is none.",
    )
    rest = (
        "Why each adult is listed, earlier reports, results of checks, conditions and police information are kept in a "
        "restricted annex that the lead worker holds. They are not part of this document."
    )
    return [Heading(text="Adults with care or contact", level=2), Para(text=rest, style="small"), table]


def pairs_table(source: Source, path: str) -> list[Block]:
    """Return the protection grid: who is with whom, what protects, and until when."""
    return [Heading(text="Who is with whom, and what protects", level=2), *pair_blocks(source, path, agreed=True)]


def words_quotes(source: Source, path: str) -> list[Block]:
    """Return this child's own words, each with when, to whom and how they came."""
    found: list[Block] = [Heading(text="This child’s own words", level=2)]
    for row in sorted(source.rows(path), key=when_of):
        value = source.value(row.at("words"))
        if value is None:
            continue
        parts = [source.text(row.at("when"))]
        to = ", ".join(source.name(each) for each in row.codes("to")) if source.text(row.at("to")) else ""
        parts.append(f"to {to}" if to else "")
        parts.extend(source.text(row.at(name)) for name in ("how_came", "interpreter"))
        parts.append(_AID.get(str(row.value("aid_used")), "") if source.text(row.at("aid_used")) else "")
        parts.append(source.text(row.at("aid")))
        line = ". ".join(part for part in (", ".join(part for part in parts[:2] if part), *parts[2:]) if part)
        cites = f" [{', '.join(value.cites)}]" if value.cites else ""
        if value.absence:
            found.append(Para(text=f"{value.text}. {value.note}".strip(), style="body"))
        else:
            found.append(Quote(words=value.text, source=f"{line}{cites}"))
    if len(found) == 1:
        found.append(Para(text="No words of this child are entered."))
    return found


def settings_panels(source: Source, path: str) -> list[Block]:
    """Return the safety plan, one panel for each place or time."""
    group = source.reading.definition.item(path)
    found: list[Block] = []
    for row in source.rows(path):
        kind, name = source.text(row.at("setting")), source.text(row.at("name"))
        title = ": ".join(part for part in (kind, name) if part) or "A place"
        start, end = source.text(row.at("from")), source.text(row.at("to"))
        aside = f"{start} to {end}" if start and end else start
        facts = row_facts(source, group, row, skip=frozenset({"setting", "name"}))
        if facts:
            found.append(Panel(title=title, aside=aside, rows=facts))
    return found or [Para(text="No place or time has a safety plan yet.")]


def actions_table(source: Source, path: str, *, private: frozenset[str] = frozenset()) -> Table:
    """Return the support plan as a table; ``private`` rows are left out."""
    rows = []
    for row in source.rows(path):
        if row.id in private:
            continue
        rows.append(
            (
                source.cell(row.at("action")).model_copy(update={"strong": True, "detail": _in_sentences(source, row)}),
                source.cell(row.at("work")),
                with_note(source.cell(row.at("owner")), source.text(row.at("agency"))),
                source.cell(row.at("by_when")),
                source.cell(row.at("status")),
            )
        )
    columns = (("What will be done", 4.7), ("Kind of work", 1.15), ("Who", 1.3), ("By when", 1.35), ("How far", 0.9))
    return Table(
        columns=tuple(Column(title=title, weight=weight) for title, weight in columns),
        rows=tuple(rows),
        empty="No action is entered yet.",
    )


def _in_sentences(source: Source, row: Row) -> str:
    """Return what an action is for, when it runs and how its effect will be known, as sentences."""
    times = joined(
        source,
        row,
        ("offered", "offered on "),
        ("start", "starts on "),
        ("duration", "how long: "),
        ("frequency", "how often: "),
    ).replace("\n", "; ")
    aims = (joined(source, row, ("need", "Need: ")), joined(source, row, ("goal", "Aim: ")))
    more = (
        _listing(source, row, "preventive", "To prevent harm, it reaches"),
        _listing(source, row, "for_harm", "It answers"),
        times,
        joined(source, row, ("therapy_by", "Therapy decided by ")),
        joined(source, row, ("hold_why", "On hold because: ")),
        joined(source, row, ("ended_why", "Ended because: ")),
        joined(source, row, ("measure", "How we will know: ")),
    )
    return "\n".join(line for line in (sentences(*aims), sentences(*more)) if line)


def _listing(source: Source, row: Row, name: str, before: str) -> str:
    """Return the chosen codes of a field as the end of a sentence."""
    words = [each[0].lower() + each[1:] for each in source.text(row.at(name)).split("; ") if each]
    if not words:
        return ""
    return f"{before} {', '.join(words[:-1])}{' and ' if words[:-1] else ''}{words[-1]}"


def actions(source: Source, path: str) -> list[Block]:
    """Return the support plan with its heading."""
    return [Heading(text="Actions", level=2), actions_table(source, path)]


def settings(source: Source, path: str) -> list[Block]:
    """Return the safety plan with its heading."""
    return [Heading(text="Places and times", level=2), *settings_panels(source, path)]


def harm(source: Source, path: str) -> list[Block]:
    """Return the harm grid: each line with its state, who looked and what it rests on."""
    group = source.reading.definition.item(path)
    rows = []
    for item in group.items:
        value = source.value(f"{path}.{item.id}")
        if value is not None:
            rows.append((Value(text=item.label.en), value.model_copy(update={"note": ""}), Value(text=value.note)))
    columns = (("What was asked", 2.6), ("Answer", 1.6), ("Who looked, how, when", 2.8))
    table = Table(columns=tuple(Column(title=title, weight=weight) for title, weight in columns), rows=tuple(rows))
    return [Heading(text=group.label.en, level=2), table] if rows else []


def strengths(source: Source, path: str) -> list[Block]:
    """Return the strengths, each with how steady it is and where it is seen."""
    columns = (("Strength", 3.4), ("How steady", 2.0), ("Where", 2.0))
    table = Table(
        columns=tuple(Column(title=title, weight=weight) for title, weight in columns),
        rows=tuple(
            tuple(source.cell(row.at(name)) for name in ("what", "rating", "where")) for row in source.rows(path)
        ),
        empty="No strength is entered yet.",
    )
    return [Heading(text="Strengths", level=2), table]


def goods(source: Source, path: str) -> list[Block]:
    """Return the ordinary needs, each by its name with how it is met."""
    group = source.reading.definition.item(path)
    named = source.reading.definition.find(_NEEDS)
    rows = []
    for item in group.items:
        value = source.value(f"{path}.{item.id}")
        code = source.reading.definition.code(named, item.id) if named is not None else None
        if value is not None:
            rows.append((Value(text=code.en if code is not None else item.label.en), value))
    columns = (Column(title="Need", weight=2.2), Column(title="How it is met today", weight=4.8))
    return [Heading(text=group.label.en, level=2), Table(columns=columns, rows=tuple(rows))] if rows else []


SHAPES: Final[Mapping[str, Special]] = {
    "M01.contacts": contacts,
    "M02.events": chronology,
    "M05.harm": harm,
    "M11.adults": adults,
    "M11.pairs": pairs_table,
    "M14.words": words_quotes,
    "M15.goods": goods,
    "M15.strengths": strengths,
    "M20.settings": settings,
    "M21.actions": actions,
}
