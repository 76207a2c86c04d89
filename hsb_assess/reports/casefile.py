"""Everything that is held about one case, in words: what stands, all that was ever recorded, documents, audit."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from hsb_assess.domain.answer import Answer
from hsb_assess.instrument.schema import address_of, module_of
from hsb_assess.reports.blocks import (
    Block,
    Column,
    Content,
    Fact,
    Facts,
    Front,
    Furniture,
    Heading,
    Notice,
    Table,
    Value,
)
from hsb_assess.reports.wording import moment, said_of_absence, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from pydantic import JsonValue

    from hsb_assess.record.entry import Entry
    from hsb_assess.record.reading import Reading

__all__ = ["LETTER", "CaseFileMeta", "content"]

LETTER: Final = "S"
TITLE: Final = "Case file"
NAME: Final = "Everything held about one case"
_LONGEST: Final = 20_000


@dataclass(frozen=True)
class CaseFileMeta:
    """What the pages say of themselves, and what is no answer.

    ``names`` are people's by id; ``documents`` are audience, state, time and SHA-256; ``audit`` time, act, person and
    particulars; ``json_sha256`` is of the complete file that goes with the pages.
    """

    made: datetime
    made_by: str
    reference: str
    names: Mapping[str, str] = field(repr=False)
    documents: tuple[tuple[str, str, str, str], ...]
    audit: tuple[tuple[str, str, str, str], ...] = field(repr=False)
    json_sha256: str


def content(readings: Sequence[Reading], entries: Sequence[Entry], meta: CaseFileMeta) -> dict[str, JsonValue]:
    """Return the content of the pages as JSON values, for :func:`hsb_assess.reports.layout.make`.

    ``readings`` are the assessments as they stand, ``entries`` all that was ever recorded in the case.
    """
    blocks: list[Block] = [_front(meta, len(entries)), _note()]
    for reading in readings:
        blocks.extend(_assessment(reading, meta))
    blocks.extend(_log(readings, entries, meta))
    blocks.extend(_documents(meta))
    blocks.extend(_audit(meta))
    return Content(
        audience=LETTER,
        title=TITLE,
        made=meta.made.isoformat(),
        furniture=Furniture(
            case_ref=meta.reference or "not given",
            letter=LETTER,
            name=NAME,
            version="1",
            hash=meta.json_sha256,
            prepared=f"Prepared by {meta.made_by} on {moment(meta.made)}",
        ),
        blocks=tuple(blocks),
    ).as_json()


def _front(meta: CaseFileMeta, entries: int) -> Front:
    rows = (
        Fact(label="Case reference", value=Value(text=meta.reference or "not given")),
        Fact(label="Prepared", value=Value(text=f"{moment(meta.made)} by {meta.made_by}")),
        Fact(label="Entries of the record", value=Value(text=str(entries))),
        Fact(label="Complete file", value=Value(text=f"JSON, SHA-256 {meta.json_sha256}")),
    )
    return Front(title=TITLE, subtitle=NAME, rows=rows)


def _note() -> Notice:
    return Notice(
        title="How to read this",
        items=(
            "This is everything that the vault holds about the case, as it was written. Nothing has been left out or blacked out.",
            "It names other people. Somebody has to decide what each reader may see before it is handed on.",
            "An answer is a value or a reason why there is none. “Not yet asked” and “unknown” never mean no.",
            "The documents themselves, signatures and packages are in the JSON file that goes with these pages.",
        ),
    )


def _name_of(readings: Sequence[Reading], meta: CaseFileMeta, who: str) -> str:
    found = next((label for reading in readings if (label := reading.label(who))), "")
    return found or meta.names.get(who, who)


def _words(reading: Reading | None, path: str, answer: Answer, name: Callable[[str], str]) -> Value:
    if answer.absence is not None:
        words, particulars = said_of_absence(answer, details=True, name=name)
        return Value(text=words, absence=True, detail=particulars)
    item = reading.definition.find(address_of(path)) if reading is not None else None
    if item is None or reading is None:
        return Value(text=_plain(answer.value))
    return Value(text=words_of(reading.definition, item, answer, name=name)[:_LONGEST] or _plain(answer.value))


def _plain(value: JsonValue) -> str:
    return (
        value[:_LONGEST] if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)[:_LONGEST]
    )


def _question(reading: Reading, path: str) -> str:
    item = reading.definition.find(address_of(path))
    words = item.label.en if item is not None and item.label is not None else path
    end = path.rfind("]")
    if end == -1:
        return words
    group, row = path[: path.rindex("[", 0, end)], path[path.rindex("[", 0, end) + 1 : end]
    title = reading.definition.find(address_of(group))
    rows = reading.rows_of.get(group, ())
    number = f" {rows.index(row) + 1}" if row in rows else ""
    listed = title.label.en if title is not None and title.label is not None else group
    return f"{listed}{number}: {words}"


def _assessment(reading: Reading, meta: CaseFileMeta) -> Iterator[Block]:
    definition = reading.definition
    yield Heading(text=f"{definition.title.en} {definition.version}", new_page=True)

    def name(who: str) -> str:
        return _name_of([reading], meta, who)

    order = {address: number for number, address in enumerate(definition.addresses())}
    paths = sorted(reading.answers, key=lambda path: (order.get(address_of(path), len(order)), path))
    for module in definition.modules:
        rows = []
        for path in paths:
            answer = reading.answers[path]
            if module_of(path) != module.id or not answer.is_asked():
                continue
            said = reading.recorded(path)
            note = f"{name(said.author)}, {moment(said.recorded)}" if said is not None else ""
            resting = " This answer rests: the question is not asked now." if path in reading.dormant else ""
            value = _words(reading, path, answer, name)
            rows.append(Fact(label=_question(reading, path), value=value.model_copy(update={"note": note + resting})))
        if rows:
            yield Heading(text=module.title.en, level=2)
            yield Facts(rows=tuple(rows), numbered=False)


def _columns(*given: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(Column(title=title, weight=weight) for title, weight in given)


def _log(readings: Sequence[Reading], entries: Sequence[Entry], meta: CaseFileMeta) -> Iterator[Block]:
    yield Heading(text="Everything that was recorded, oldest first", new_page=True)
    by_assessment = {reading.assessment: reading for reading in readings}

    def name(who: str) -> str:
        return _name_of(readings, meta, who)

    rows = []
    for entry in sorted(entries, key=_made):
        reading = by_assessment.get(entry.subject)
        where = (
            _question(reading, entry.key)
            if reading is not None and not entry.key.startswith("@")
            else _MARKS.get(entry.key, entry.key)
        )
        subject = "" if reading is not None else name(entry.subject)
        place = Value(text=where, note="" if subject == entry.subject else subject)
        late = "" if entry.occurred == entry.recorded else f"It happened on {moment(entry.occurred)}"
        who = Value(text=name(entry.author), note=late)
        rows.append((Value(text=moment(entry.recorded)), who, place, _body(reading, entry, name)))
    columns = _columns(("Recorded", 1.2), ("By", 1.2), ("Where", 2.0), ("What", 3.0))
    yield Table(columns=columns, rows=tuple(rows))


_MARKS: Final = {
    "@case": "Case opened under a reference",
    "@closing": "Closed, or opened again",
    "@hold": "Legal hold",
    "@keeping": "How long it is kept",
}
"""What is recorded of the case itself, in the words in which it is told."""


def _made(entry: Entry) -> str:
    return entry.id


def _body(reading: Reading | None, entry: Entry, name: Callable[[str], str]) -> Value:
    if entry.body.get("removed") is True:
        return Value(text="Taken out", absence=True)
    try:
        answer = Answer.from_body(entry.body)
    except ValidationError:  # a mark or a row, told as it is kept
        return Value(text=_plain(entry.body))
    value = _words(reading, entry.key, answer, name)
    settled = entry.body.get("settled")
    return value.model_copy(update={"note": f"Decided between two: {settled}"}) if isinstance(settled, str) else value


def _documents(meta: CaseFileMeta) -> Iterator[Block]:
    yield Heading(text="Documents")
    rows = tuple(
        (Value(text=audience), Value(text=state), Value(text=moment(stored)), Value(text=sha256))
        for audience, state, stored, sha256 in meta.documents
    )
    yield Table(columns=_columns(("For", 0.5), ("State", 1.0), ("Kept", 1.4), ("SHA-256", 3.4)), rows=rows)


def _audit(meta: CaseFileMeta) -> Iterator[Block]:
    yield Heading(text="Who did what with it")
    rows = tuple(
        (Value(text=moment(at)), Value(text=words), Value(text=person), Value(text=details[:_LONGEST]))
        for at, words, person, details in meta.audit
    )
    yield Table(columns=_columns(("When (UTC)", 1.4), ("What", 1.6), ("Who", 1.2), ("To what", 2.8)), rows=rows)
