"""The guidance that assessments are judged by: what came with the program, what an area changed, what each keeps."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

import rfc8785

from hsb_assess.desk.opening import GUIDANCE_KIND
from hsb_assess.desk.workplace import Change, Workplace
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.catalogue import Sheet
from hsb_assess.rules.retention import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import JsonValue

    from hsb_assess.vault.book import Work

__all__ = [
    "Edit",
    "LimitLine",
    "NameLine",
    "PaperLine",
    "change_limit",
    "change_name",
    "english",
    "guidance_in_force",
    "history",
    "keep",
    "keep_edit",
    "limits_of",
    "lines_of",
    "names_of",
    "nations",
    "papers_of",
    "part_of",
]

SETTING: Final = "guidance."
"""With a nation behind it, the setting that holds what was changed: every change, oldest first."""

LONGEST: Final = 365
_OWN: Final = frozenset({"product_default", "local"})
RETENTION: Final = "retention"
_PARTS: Final = ("limits", "defaults")


@dataclass(frozen=True)
class Edit:
    """One change to a nation's guidance: ``what`` is ``defaults.safety_plan_review``, ``names.front_door`` or ``retention.local``."""

    what: str
    old: JsonValue
    new: JsonValue
    why: str
    who: str
    name: str
    when: str


@dataclass(frozen=True)
class LimitLine:
    """One limit as the settings list it; ``days`` is ``None`` where the nation has no figure."""

    what: str
    title: str
    start: str
    days: int | None
    working: bool
    basis: str
    source: str
    rule: str
    note: str
    verified: bool
    may_change: bool


@dataclass(frozen=True)
class NameLine:
    """What something is called in this area."""

    what: str
    title: str
    name: str


@dataclass(frozen=True)
class PaperLine:
    """An edition of guidance, or the days that do not count: its words, and whether anybody verified them."""

    title: str
    words: str
    verified: bool


def nations(at: Workplace) -> tuple[tuple[str, str], ...]:
    """Return the nations that there is guidance for, with their names, in alphabetical order."""
    return tuple((name, english(at.catalogue.profile(name).content.get("title"))) for name in at.catalogue.profiles())


def english(value: JsonValue) -> str:
    """Return the English of a text, or the text itself; empty for anything else."""
    text = value.get("en") if isinstance(value, dict) else value
    return text if isinstance(text, str) else ""


def part_of(content: Mapping[str, JsonValue], name: str) -> dict[str, JsonValue]:
    """Return one part of a sheet by its name, empty where it has none."""
    part = content.get(name)
    return dict(part) if isinstance(part, dict) else {}


def _edits(work: Work, nation: str) -> tuple[Edit, ...]:
    kept = work.settings.get(f"{SETTING}{nation}", [])
    return tuple(_edit(each) for each in kept if isinstance(each, dict)) if isinstance(kept, list) else ()


def _edit(kept: Mapping[str, JsonValue]) -> Edit:
    words = {name: str(kept.get(name, "")) for name in ("what", "why", "who", "name", "when")}
    return Edit(old=kept.get("old"), new=kept.get("new"), **words)


def _edited(sheet: Sheet, edits: tuple[Edit, ...]) -> Sheet:
    """Return a sheet with an area's changes laid over it, under a hash of its own."""
    content = dict(sheet.content)
    marks: dict[str, JsonValue] = {}
    for edit in edits:
        part, _, name = edit.what.partition(".")
        if part == RETENTION:
            content[part] = [_scheduled(each, name, edit.new) for each in _listed(content, part)]
            marks[edit.what] = edit.when[:10]
            continue
        entries = part_of(content, part)
        entry = entries.get(name)
        if not isinstance(entry, dict):
            continue  # a later edition has it no more
        if part in _PARTS:
            entries[name] = {**entry, "days": edit.new, "basis": "local"}
        else:
            entries[name] = {**entry, "name": {"en": edit.new}}
        content[part] = entries
        marks[edit.what] = edit.when[:10]
    if not marks:
        return sheet
    content["edited"] = [{"what": what, "on": day} for what, day in sorted(marks.items())]
    data = rfc8785.dumps(content)
    return Sheet(sheet.id, content, hashlib.sha256(data).hexdigest())


def _listed(content: Mapping[str, JsonValue], part: str) -> list[JsonValue]:
    listed = content.get(part)
    return listed if isinstance(listed, list) else []


def _scheduled(entry: JsonValue, name: str, figures: JsonValue) -> JsonValue:
    """Return a class of files with the figures of the area's own schedule in place of those that it had."""
    if not isinstance(entry, dict) or entry.get("id") != name or not isinstance(figures, dict):
        return entry
    return {key: value for key, value in entry.items() if key not in FIGURES} | figures


def guidance_in_force(at: Workplace, work: Work, nation: str) -> Sheet:
    """Return a nation's guidance as it came with the program, with what this vault's owner changed; ``sheet_missing``."""
    return _edited(at.catalogue.profile(nation), _edits(work, nation))


def keep(work: Work, sheet: Sheet) -> None:
    """Keep a sheet with the record, for as long as an assessment may name it."""
    work.definitions.put(
        sheet.hash, GUIDANCE_KIND, sheet.id, str(sheet.content.get("edition", "")), rfc8785.dumps(dict(sheet.content))
    )


# -- reading and changing it in the settings -------------------------------------------------------------------


def lines_of(content: Mapping[str, JsonValue]) -> Iterator[LimitLine]:
    """Yield the limits of a sheet: those of guidance first, then those of the product."""
    editions = content.get("guidance")
    listed = [each for each in editions if isinstance(each, dict)] if isinstance(editions, list) else []
    sources = {str(each.get("id")): english(each.get("title")) for each in listed}
    for part in _PARTS:
        for name, entry in part_of(content, part).items():
            if not isinstance(entry, dict):
                continue
            days, basis = entry.get("days"), str(entry.get("basis"))
            yield LimitLine(
                what=f"{part}.{name}",
                title=english(entry.get("title")),
                start=english(entry.get("from")),
                days=days if isinstance(days, int) else None,
                working=entry.get("counted") != "calendar",
                basis=basis,
                source=sources.get(str(entry.get("source")), ""),
                rule=str(entry.get("rule", "")),
                note=english(entry.get("note")),
                verified=entry.get("verified") is True,
                may_change=basis in _OWN or days is None,
            )


def limits_of(at: Workplace, nation: str) -> tuple[LimitLine, ...]:
    """Return a nation's limits as they are in force: those of guidance first, then those of the product."""
    with at.book.begin(write=False) as work:
        return tuple(lines_of(guidance_in_force(at, work, nation).content))


def names_of(at: Workplace, nation: str) -> tuple[NameLine, ...]:
    """Return what things are called in this area."""
    with at.book.begin(write=False) as work:
        content = guidance_in_force(at, work, nation).content
    return tuple(
        NameLine(f"names.{name}", english(entry.get("title")), english(entry.get("name")))
        for name, entry in part_of(content, "names").items()
        if isinstance(entry, dict)
    )


def papers_of(at: Workplace, nation: str) -> tuple[PaperLine, ...]:
    """Return the editions that a nation's guidance rests on, and the bank holidays it knows."""
    content = at.catalogue.profile(nation).content
    lines = []
    for each in _listed(content, "guidance"):
        if isinstance(each, dict):
            said = " ".join(filter(None, (str(each.get("dated", "")), english(each.get("note")))))
            lines.append(PaperLine(english(each.get("title")), said, each.get("verified") is True))
    until, projected = content.get("bank_holidays_until"), content.get("bank_holidays_projected_from")
    said = f"Until {until}; from {projected} they are worked out and not published yet." if projected else str(until)
    return (*lines, PaperLine("Bank holidays", said, verified=False))


def history(at: Workplace, nation: str) -> tuple[Edit, ...]:
    """Return what was changed in a nation's guidance in this vault, newest first."""
    with at.book.begin(write=False) as work:
        return tuple(reversed(_edits(work, nation)))


def change_limit(at: Workplace, nation: str, what: str, days: int, why: str) -> Change:
    """Set a limit that is local or this product's own, with the reason; new assessments get it, others keep theirs.

    ``what`` is :attr:`LimitLine.what`. Raises ``limit_of_guidance`` for one that law or guidance sets, ``limit_days``
    for a number of days that cannot be meant, ``reason_needed`` and ``no_such_limit``.
    """
    if not 1 <= days <= LONGEST:
        raise HsbAssessError(
            "limit_days", "This number of days cannot be meant.", f"Give a number from 1 to {LONGEST}."
        )
    with at.book.begin("guidance_changed") as work:
        line = next((each for each in lines_of(guidance_in_force(at, work, nation).content) if each.what == what), None)
        if line is None:
            raise HsbAssessError("no_such_limit", "There is no such limit.", "Open the settings again.")
        if not line.may_change:
            raise HsbAssessError(
                "limit_of_guidance",
                "National guidance sets this limit.",
                "A new edition of the guidance comes with the program; until then the limit stays.",
            )
        return keep_edit(at, work, nation, what, line.days, days, why)


def change_name(at: Workplace, nation: str, what: str, name: str, why: str) -> Change:
    """Write what something is called in this area, with the reason; raises ``name_needed``, ``reason_needed``."""
    name = " ".join(name.split())
    if not name:
        raise HsbAssessError("name_needed", "There is no name yet.", "Write what this is called in your area.")
    with at.book.begin("guidance_changed") as work:
        part, _, key = what.partition(".")
        entry = part_of(guidance_in_force(at, work, nation).content, part).get(key) if part == "names" else None
        if not isinstance(entry, dict):
            raise HsbAssessError("no_such_name", "There is no such name.", "Open the settings again.")
        return keep_edit(at, work, nation, what, english(entry.get("name")), name, why)


def keep_edit(at: Workplace, work: Work, nation: str, what: str, old: JsonValue, new: JsonValue, why: str) -> Change:
    """Keep one change with its reason, within a unit of work; nothing where it is none. Raises ``reason_needed``."""
    if not why.strip():
        raise HsbAssessError("reason_needed", "There is no reason yet.", "Say in a sentence why it changes.")
    if old == new:
        return Change("guidance_changed")
    edit = Edit(what, old, new, why.strip(), at.identity.person, at.identity.name, at.clock.now().isoformat())
    kept: list[JsonValue] = [asdict(each) for each in (*_edits(work, nation), edit)]
    work.settings.put(f"{SETTING}{nation}", kept)
    work.audit.note("guidance_changed", f"{nation} {what}", {"old": old, "new": new, "why": edit.why})
    return Change("guidance_changed")
