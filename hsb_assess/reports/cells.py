"""Small pieces of a table's cells: several answers of a row in one, and rows in the order of their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hsb_assess.record.reading import Row
    from hsb_assess.reports.blocks import Value
    from hsb_assess.reports.source import Source

__all__ = ["joined", "sentences", "when_of", "with_note"]


def joined(source: Source, row: Row, *fields: tuple[str, str]) -> str:
    """Return what is said in these fields of a row as lines, each after its own word."""
    parts = [f"{word}{words}" for name, word in fields if (words := source.text(row.at(name)))]
    return "\n".join(parts)


def sentences(*parts: str) -> str:
    """Return these parts as sentences in one paragraph, each with its capital and its stop."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(f"{part[0].upper()}{part[1:]}{'' if part[-1] in '.!?' else '.'}" for part in said)


def with_note(value: Value, note: str) -> Value:
    """Return a value with a further smaller line under it."""
    return value.model_copy(update={"note": "\n".join(part for part in (value.note, note) if part)})


def when_of(row: Row) -> tuple[str, str]:
    """Return the key that sorts rows by the first day they can mean; rows without a day come last."""
    when = row.day("when")
    return ("9999-12-31" if when is None else when.earliest().isoformat(), row.id)
