"""What is recorded about tonight, as the papers for tonight say it: each child, each pair, who was told, what was done, what is open.

It passes the same door as every document (:mod:`hsb_assess.reports.source`). What nobody asked stands there as *not yet
asked*; what this reader may not see stands there as recorded and held back, so that no gap looks like an answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.answer import Absence
from hsb_assess.instrument.tiers import open_lines
from hsb_assess.reports.blocks import Column, Fact, Table, Value
from hsb_assess.reports.cells import with_note
from hsb_assess.reports.wording import ABSENCES, day, moment
from hsb_assess.rules.grid import Pair, Standing, grid_of
from hsb_assess.rules.tiers import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.instrument.schema import Line
    from hsb_assess.reports.source import Source

__all__ = [
    "HELD_BACK",
    "brief",
    "children",
    "done",
    "first_day_lines",
    "no_contact",
    "not_asked_pairs",
    "pairs",
    "told",
    "told_value",
]

NOT_ASKED: Final = ABSENCES[Absence.NOT_ASKED]
HELD_BACK: Final = "Recorded, and not on this paper. Ask the worker by telephone."
TWO_VERSIONS: Final = "Two people recorded this differently, and it is not decided yet. Ask the worker."
NOBODY_LISTED: Final = "No adult is entered yet. That does not mean that no adult is in contact with a child."
NO_OTHER_CHILD: Final = "No other child is entered yet. That does not mean that there is none."

_ORDER: Final = (Standing.BARE, Standing.RUN_OUT, Standing.NOT_ASKED, Standing.OPEN, Standing.PROTECTED)


def told_value(source: Source, path: str) -> Value:
    """Return the answer at ``path``: a value, a reason for none, or that it is recorded and held back."""
    value = source.value(path)
    if value is None:
        value = Value(text=HELD_BACK if source.is_asked(path) else NOT_ASKED, absence=True)
    return with_note(value, TWO_VERSIONS) if path in source.reading.conflicts else value


def told(source: Source, *given: tuple[str, str]) -> list[Fact]:
    """Return the answers at these paths under these labels; a question that is not asked of this child is left out."""
    visible = source.reading.engine.visible
    return [Fact(label=label, value=told_value(source, path)) for path, label in given if visible(path)]


def brief(value: Value, most: int) -> Value:
    """Return an answer in one run of words, cut to ``most`` letters and saying how many words more stand in the extract."""

    def cut(words: str, room: int) -> str:
        if len(words) <= room:
            return words
        kept = words[:room].rsplit(" ", 1)[0] if " " in words[:room] else words[:room]
        more = max(1, len(words[len(kept) :].split()))
        return f"{kept} … [{more} more {'word' if more == 1 else 'words'} in the extract]"

    parts = (" ".join(part.split()) for part in (value.text, value.detail, value.note))
    said = [part if part[-1] in ".!?—" else f"{part}." for part in parts if part]
    return value.model_copy(
        update={"text": cut(" ".join(said) if len(said) > 1 else said[0].rstrip("."), most), "note": "", "detail": ""}
    )


def columns(*given: tuple[str, float]) -> tuple[Column, ...]:
    """Return columns from their titles and shares of the width."""
    return tuple(Column(title=title, weight=weight) for title, weight in given)


# -- children and pairs ----------------------------------------------------------------------------------------------


def children(source: Source) -> Table:
    """Return where each child is tonight: this child first, then every other child of the case, listed or not."""
    rows = [(Value(text="This child", strong=True), told_value(source, "M01.sleeps_tonight"), Value(text="—"))]
    listed = {str(row.value("person")): row for row in source.rows("M11.children")}
    known = [person.id for person in source.reading.things("person") if person.value("is") == "child"]
    for person in dict.fromkeys((*listed, *known)):
        row = listed.get(person)
        blank = Value(text=NOT_ASKED, absence=True)
        where = told_value(source, row.at("sleeps")) if row is not None else blank
        same = told_value(source, row.at("sleeps_same_home")) if row is not None else blank
        name = source.name(person) if source.reading.thing(person) is not None else "Another child, not yet named"
        rows.append((Value(text=name[:1].upper() + name[1:], strong=True), where, same))
    return Table(
        columns=columns(("Child", 1.6), ("Where tonight", 2.6), ("Same home as this child", 1.4)), rows=tuple(rows)
    )


@dataclass
class _Line:
    older: str
    contact: Value
    protects: Value
    who: Value
    standing: Standing
    children: list[str]

    def says_the_same(self, other: _Line) -> bool:
        mine = (self.older, self.contact, self.protects, self.who)
        return mine == (other.older, other.contact, other.protects, other.who)


def pairs(source: Source, *, unasked: bool = True) -> Table:
    """Return every adult and older child against every child tonight, what is most urgent first.

    A pair that nobody asked about is there as *not yet asked*, or, without ``unasked``, in :func:`not_asked_pairs`; pairs
    without known contact are told by :func:`no_contact`.
    """
    lines: list[_Line] = []
    for pair in _pairs(source):
        if pair.standing is Standing.NOT_ASKED and not unasked:
            continue
        line = _line(source, pair)
        same = next((each for each in lines if each.says_the_same(line)), None)
        if same is None:
            lines.append(line)
        elif line.children[0] not in same.children:
            same.children.extend(line.children)
    lines.sort(key=lambda line: _ORDER.index(line.standing))
    rows = [
        (Value(text=line.older), Value(text=", ".join(line.children)), line.contact, line.protects, line.who)
        for line in lines
    ]
    blank = Value(text=NOT_ASKED, absence=True)
    for _ in grid_of(source.reading).nameless if unasked else ():
        everyone = Value(text="Every child")
        rows.append((Value(text="A person not yet identified"), everyone, blank, blank, blank))
    return Table(
        columns=columns(
            ("Adult or older child", 1.6),
            ("Child", 1.4),
            ("Contact", 0.9),
            ("What protects the child", 2.7),
            ("Who, until when", 1.6),
        ),
        rows=tuple(rows),
        empty=""
        if no_contact(source) or not_asked_pairs(source)
        else "No pair is entered yet. An empty list does not mean that nobody is in contact.",
    )


def _pairs(source: Source) -> Iterator[Pair]:
    """Yield each pair of two people once, where contact is not ruled out by what is recorded."""
    seen: set[frozenset[str]] = set()
    for (older, child), pair in grid_of(source.reading).pairs.items():
        both = frozenset((older, child))
        if pair.standing in _ORDER and both not in seen:
            seen.add(both)
            yield pair


def _line(source: Source, pair: Pair) -> _Line:
    older, child = _named(source, pair.older), source.roles.short(pair.child)
    row = pair.row
    if row is None or pair.standing is Standing.NOT_ASKED:
        blank = Value(text=NOT_ASKED, absence=True)
        return _Line(older, blank, blank, Value(text="—"), pair.standing, [child])
    contact = told_value(source, row.at("contact"))
    if pair.standing is Standing.OPEN:
        return _Line(older, contact, Value(text="—"), Value(text="—"), pair.standing, [child])
    what = told_value(source, row.at("what"))
    if not source.is_asked(row.at("what")):
        what = Value(text="Nothing is recorded that protects.", strong=True)
    who = told_value(source, row.at("who"))
    until = source.text(row.at("until"))
    if not until:
        note = "Until when: not said"
    elif pair.standing is Standing.RUN_OUT:
        note = f"It ran out on {until}"
    else:
        note = f"Until {until}"
    return _Line(older, contact, what, with_note(who, note), pair.standing, [child])


def _named(source: Source, person: str) -> str:
    name = source.name(person)
    return name[:1].upper() + name[1:]


def no_contact(source: Source) -> tuple[str, ...]:
    """Return, a sentence for each adult or older child, with which children no contact is known."""
    found: dict[str, list[str]] = {}
    for (older, child), pair in grid_of(source.reading).pairs.items():
        if pair.standing is Standing.NONE_KNOWN:
            found.setdefault(_named(source, older), []).append(source.roles.short(child))
    return tuple(f"{older}: no contact known with {', '.join(each)}." for older, each in found.items())


def not_asked_pairs(source: Source) -> tuple[str, ...]:
    """Return, a sentence for each adult or older child, with which children nobody has asked about contact."""
    found: dict[str, list[str]] = {}
    for pair in _pairs(source):
        if pair.standing is Standing.NOT_ASKED:
            found.setdefault(_named(source, pair.older), []).append(source.roles.short(pair.child))
    said = [f"{older}: not yet asked whether there is contact with {', '.join(each)}." for older, each in found.items()]
    said += ["A person not yet identified: not yet asked." for _ in grid_of(source.reading).nameless]
    return tuple(said)


# -- what was done, and what was not asked ---------------------------------------------------------------------------


def done(source: Source) -> Table:
    """Return what was done so far in the order of time: when, what, by whom."""
    rows: list[tuple[str, tuple[Value, ...]]] = []

    def add(when: str, what: str, who: Value | None = None) -> None:
        value = source.value(when)
        if value is not None and not value.absence:
            rows.append((_sorting(source, when), (Value(text=value.text), Value(text=what), who or Value(text=""))))

    def by(path: str, when: str) -> Value | None:
        return _doer(source, path) or _recorder(source, when)

    add("M01.received", "The referral arrived")
    add(
        "M01.decision_at",
        _words("First decision", source.text("M01.decision_what")),
        by("M01.decision_by", "M01.decision_at"),
    )
    add("M01.manager_told", "The manager was told", _recorder(source, "M01.manager_told"))
    add("M01.police_told", "The police were told", _recorder(source, "M01.police_told"))
    add("M01.health_told", "Health was told", _recorder(source, "M01.health_told"))
    add(
        "M01.medical_advised_at",
        _words("Medical advice", source.text("M01.medical_advice")),
        by("M01.medical_advised_by", "M01.medical_advised_at"),
    )
    add(
        "M07.clinical.at",
        _words("Talk with a clinician", source.text("M07.clinical.outcome")),
        by("M07.clinical.who", "M07.clinical.at"),
    )
    for row in source.rows("M01.strategy"):
        add(
            row.at("held"),
            _words("Strategy discussion", source.text(row.at("attendees"))),
            _recorder(source, row.at("held")),
        )
    for row in source.rows("M01.contacts"):
        how = source.text(row.at("how")) or "How this child was seen is not said"
        add(row.at("when"), _words(how, source.text(row.at("missed_because"))), by(row.at("by"), row.at("when")))
    rows.sort(key=lambda row: row[0])
    return Table(
        columns=columns(("When", 1.5), ("What was done", 3.6), ("Who", 1.7)),
        rows=tuple(row for _, row in rows),
        empty="Nothing that was done is entered yet.",
    )


def _words(what: str, more: str) -> str:
    return f"{what}: {more}" if more else what


def _doer(source: Source, path: str) -> Value | None:
    """Return who did something; said is also what the tier of the first day does not ask, such as who made a visit."""
    if source.is_asked(path):
        return source.value(path)
    said = source.reading.raw(path).value
    names = [source.name(each) for each in (said if isinstance(said, list) else [said]) if isinstance(each, str)]
    return Value(text=", ".join(names)) if names else None


def _recorder(source: Source, path: str) -> Value | None:
    """Return who wrote an answer down, where that is known."""
    found = source.reading.recorded(path)
    name = source.meta.names.get(found.author, "") if found is not None else ""
    return Value(text=f"Recorded by {name}") if name else None


def _sorting(source: Source, path: str) -> str:
    value = source.reading.value(path)
    if isinstance(value, dict):
        return str(value.get("date", "9999"))
    return value if isinstance(value, str) else "9999"


def first_day_lines(source: Source) -> tuple[int, tuple[Line, ...]]:
    """Return how many answers the first day has, and those that are not given; none where a form has no first day."""
    tiers = source.reading.definition.tiers
    tier = tiers.tier(FIRST_DAY) if tiers is not None else None
    if tier is None:
        return 0, ()
    return len(tier.lines), open_lines(source.reading.engine, tier)


def told_until(source: Source) -> str:
    """Return the moment up to which the record was read, as the papers say it."""
    return moment(source.meta.cut_off)


def age(source: Source) -> str:
    """Return this child's birthday with the age it gives today, ``about`` where it is not exact."""
    born = source.reading.day("M00.dob")
    if born is None:
        return ""
    first, today = born.earliest(), source.reading.today
    years = today.year - first.year - ((today.month, today.day) < (first.month, first.day))
    exact = first == born.latest() and not born.about
    return f"{day(born)} ({'' if exact else 'about '}{years} years old)"
