"""The appendix of the full assessment: optional questions that nobody asked, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.reports.accounts import questions
from hsb_assess.reports.blocks import Column, Heading, Para, Table, Value
from hsb_assess.reports.plan import place_name
from hsb_assess.reports.shapes import SHAPES

if TYPE_CHECKING:
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.source import Source

__all__ = ["unasked"]

_PLACES: Final = "M20.settings"
_OWN_SHAPE: Final = frozenset(SHAPES) - {_PLACES}


def unasked(source: Source) -> list[Block]:
    """List each optional question without an answer once, with the rows for which it stayed open."""
    found: dict[str, dict[str, list[str]]] = {}
    rows: dict[str, int] = {}
    for item, path in questions(source):
        if any(item.address.startswith(f"{group}.") for group in _OWN_SHAPE) or not source.is_open_option(path):
            continue
        section = source.reading.definition.module(path).title.en
        row, several = _row(source, path)
        found.setdefault(section, {}).setdefault(item.label.en, []).append(row)
        rows[item.label.en] = several
    if not found:
        return []
    table = Table(
        columns=(Column(title="Section", weight=1.6), Column(title="Questions", weight=5.4)),
        rows=tuple(
            (
                Value(text=section, strong=True),
                Value(text=" ".join(_said(label, where, rows[label]) for label, where in labels.items())),
            )
            for section, labels in found.items()
        ),
    )
    return [
        Heading(text="Questions that were not asked"),
        Para(
            text="These questions were optional for this child at this time and have not been asked. That says nothing "
            "about their answers.",
        ),
        table,
    ]


def _row(source: Source, path: str) -> tuple[str, int]:
    """Return what the row of a question is called, and how many rows its group has."""
    if "[" not in path:
        return "", 0
    group, _, rest = path.rpartition("[")
    row = rest[: rest.index("]")]
    item = source.reading.definition.find(group)
    rows = source.rows(group)
    number = next((place for place, each in enumerate(rows, start=1) if each.id == row), 0)
    if item is None or not number:
        return "", 0
    if item.address == _PLACES:
        return place_name(source, rows[number - 1]), len(rows)
    name = item.row_label.en if item.row_label is not None else item.label.en
    return f"{name[:1].lower()}{name[1:]} {number}", len(rows)


def _said(label: str, where: list[str], several: int) -> str:
    named = [row for row in where if row]
    if not named or len(named) == several:
        return label
    return f"{label} ({'; '.join(named)})"
