"""The safety plan as document B prints it: who does what, where and when, in the words of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.reports.blocks import Fact, Panel, Para, Value
from hsb_assess.reports.cells import sentences

if TYPE_CHECKING:
    from hsb_assess.record.reading import Row
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.source import Source

__all__ = ["place_name", "safety_panels"]

_LINES: Final = (
    ("risky", "When harm is more likely"),
    ("protects", "Whom it protects"),
    ("signs", "What shows that this child is struggling"),
    ("child_does", "What this child does"),
    ("adults_do", "What adults do"),
    ("adults", "Adults it relies on"),
    ("supervision", "How closely this child is supervised"),
    ("sleeping", "Sleeping, washing and dressing"),
    ("devices", "Devices"),
    ("contact", "Contact with other children"),
    ("good_kept", "Good things that stay"),
)
_RESTRICTION: Final = (
    ("least_restrictive", "Why nothing gentler would do"),
    ("legal_route", "Legal route of what is taken away"),
    ("replacement", "What takes its place"),
    ("effect", "What it does to this child"),
    ("restrict_end", "When that ends"),
)
_AFTER: Final = (("breach", "If it is not kept"), ("review", "Looked at again on"))


def place_name(source: Source, row: Row) -> str:
    """Return the kind and the name of the place that a row of the safety plan is for."""
    parts = (source.text(row.at("setting")), source.text(row.at("name")))
    return ": ".join(part for part in parts if part) or "A place"


def safety_panels(source: Source, group: str) -> list[Block]:
    """Return one panel for each place or time of the safety plan."""
    found: list[Block] = []
    for row in source.rows(group):
        start, end = source.text(row.at("from")), source.text(row.at("to"))
        facts = [
            *source.facts(*((row.at(name), label) for name, label in (*_LINES, *_RESTRICTION, *_AFTER))),
            _shown(source, row),
        ]
        aside = f"{start} to {end}" if start and end else start
        found.append(Panel(title=place_name(source, row), aside=aside, rows=tuple(facts)))
    return found or [Para(text="No place or time has a safety plan yet.")]


def _shown(source: Source, row: Row) -> Fact:
    child, carer = source.text(row.at("shown_child")), source.text(row.at("shown_carer"))
    agreed = source.text(row.at("adults_agreed"))
    parts = [
        f"with this child {child}" if child else "not yet with this child",
        f"with the carers {carer}" if carer else "not yet with the carers",
        f"agreed by the adults it relies on {agreed}" if agreed else "not yet agreed by the adults it relies on",
    ]
    note = ""
    if row.answer("disagreement").value is not None:
        note = "A disagreement is recorded, with our answer, in the full assessment."
    return Fact(label="Gone through", value=Value(text=sentences("; ".join(parts)), note=note))
