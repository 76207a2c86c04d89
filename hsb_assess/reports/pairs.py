"""The protection grid on paper: who is with whom and what protects, with pairs that say the same in one line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.reports.blocks import Column, Fact, Facts, Heading, Table, Value

if TYPE_CHECKING:
    from hsb_assess.record.reading import Row
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.source import Source

__all__ = ["ANY_ADULT", "pair_blocks"]

ANY_ADULT: Final = "Every adult with care or contact"

_COLUMNS: Final = (
    ("Adult or older child", 1.65),
    ("Child", 1.45),
    ("Contact", 0.8),
    ("What protects the child", 2.75),
    ("Who, until when", 1.85),
)
_SAID: Final = ("what", "who", "until", "agreed_by")


@dataclass
class _Line:
    older: str
    contact: Value
    what: Value
    who: Value
    children: list[str] = field(default_factory=list)

    def says_the_same(self, other: _Line) -> bool:
        mine = (self.older, self.contact, self.what, self.who)
        return mine == (other.older, other.contact, other.what, other.who)


def pair_blocks(source: Source, path: str, *, agreed: bool) -> list[Block]:
    """Return the grid as a table and, per adult in one line, with whom no contact is known.

    An adult whom the document does not point at is *every adult with care or contact*; that no contact of
    theirs is known is then not said, because it would be said of every adult. ``agreed`` adds who agreed.
    """
    lines: list[_Line] = []
    apart: dict[str, list[str]] = {}
    for row in source.rows(path):
        person = str(row.value("older") or "")
        points = source.tells_apart(person)
        older = source.name(person) if points else ANY_ADULT
        child = str(row.value("child") or "")
        if row.value("contact") == "none_known" and not any(source.is_asked(row.at(name)) for name in _SAID):
            if points and child not in apart.setdefault(older, []):
                apart[older].append(child)
            continue
        line = _line(source, row, older, agreed=agreed)
        same = next((each for each in lines if each.says_the_same(line)), None)
        if same is None:
            lines.append(line)
        target = same or line
        if child not in target.children:
            target.children.append(child)
    # The full assessment has just listed every child with their relation; the plan has not.
    called = source.roles.short if agreed else source.name
    table = Table(
        columns=tuple(Column(title=title, weight=weight) for title, weight in _COLUMNS),
        rows=tuple(
            (
                Value(text=line.older),
                Value(text="\n".join(called(each) for each in line.children)),
                line.contact,
                line.what,
                line.who,
            )
            for line in lines
        ),
        empty="No pair is entered. An empty list does not mean that nobody is in contact."
        if not apart
        else "No pair with contact is entered.",
    )
    none = tuple(
        Fact(
            label=older,
            value=Value(text=f"No contact known with: {', '.join(source.roles.short(each) for each in children)}."),
        )
        for older, children in apart.items()
    )
    if not none:
        return [table]
    return [table, Heading(text="No contact known", level=3), Facts(rows=none, numbered=False)]


def _line(source: Source, row: Row, older: str, *, agreed: bool) -> _Line:
    until = source.text(row.at("until"))
    note = [f"Until {until}" if until else ""]
    if agreed and source.text(row.at("agreed_by")):
        note.append(f"Agreed by {', '.join(source.roles.short(each) for each in row.codes('agreed_by'))}")
    who = source.cell(row.at("who"))
    if not who.absence and who.text:
        who = who.model_copy(update={"text": ", ".join(source.roles.short(each) for each in row.codes("who"))})
    said = "\n".join(part for part in (who.note, *note) if part)
    return _Line(
        older, source.cell(row.at("contact")), source.cell(row.at("what")), who.model_copy(update={"note": said})
    )
