"""The options that an area adds to the lists of the form: who added which, when and why."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.workplace import Change, Workplace
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.localcodes import local_code, with_codes
from hsb_assess.instrument.schema import Code

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Definition
    from hsb_assess.vault.book import Work

__all__ = ["Added", "ListLine", "add_option", "added_options", "extended", "open_lists"]

SETTING: Final = "lists."
"""With an instrument's id behind it, the setting that holds every option that was added, oldest first."""


@dataclass(frozen=True)
class Added:
    """One option that was added to a list of the form, and why."""

    list: str
    code: str
    words: str
    why: str
    who: str
    name: str
    when: str


@dataclass(frozen=True)
class ListLine:
    """A list that an area may add to: its options in words, those of the form first; ``added`` are the area's own."""

    id: str
    title: str
    options: tuple[str, ...]
    added: tuple[Added, ...]


def _kept(work: Work, instrument: str) -> tuple[Added, ...]:
    kept = work.settings.get(f"{SETTING}{instrument}", [])
    listed = [each for each in kept if isinstance(each, dict)] if isinstance(kept, list) else []
    names = [field.name for field in fields(Added)]
    return tuple(Added(**{name: str(each.get(name, "")) for name in names}) for each in listed)


def extended(work: Work, definition: Definition) -> Definition:
    """Return a form that came with the program with the options that this vault's owner added to its lists."""
    return _extended(definition, _kept(work, definition.id))


def _extended(definition: Definition, kept: tuple[Added, ...]) -> Definition:
    added: dict[str, list[Code]] = {}
    for each in kept:
        added.setdefault(each.list, []).append(Code(code=each.code, en=each.words))
    return with_codes(definition, added)


def open_lists(at: Workplace, instrument: str = "holistic") -> tuple[ListLine, ...]:
    """Return the lists that an area may add to, by their titles."""
    definition = at.catalogue.latest(instrument)
    with at.book.begin(write=False) as work:
        kept = _kept(work, instrument)
    lines = (
        ListLine(
            each.id,
            each.title.en,
            tuple(code.en for code in each.codes),
            tuple(added for added in kept if added.list == each.id),
        )
        for each in definition.lists.values()
        if each.local
    )
    return tuple(sorted(lines, key=lambda line: line.title))


def added_options(at: Workplace, instrument: str = "holistic") -> tuple[Added, ...]:
    """Return what was added in this vault, newest first."""
    with at.book.begin(write=False) as work:
        return tuple(reversed(_kept(work, instrument)))


def add_option(at: Workplace, name: str, words: str, why: str, *, instrument: str = "holistic") -> Change:
    """Add an option to a list, with the reason; assessments that are started from now on offer it.

    Raises ``no_such_list``, ``reason_needed``, and what :func:`.localcodes.local_code` raises.
    """
    with at.book.begin("option_added") as work:
        kept = _kept(work, instrument)
        listed = _extended(at.catalogue.latest(instrument), kept).lists.get(name)
        if listed is None:
            raise HsbAssessError("no_such_list", "There is no such list.", "Open the settings again.")
        code = local_code(listed, words)
        if not why.strip():
            raise HsbAssessError("reason_needed", "There is no reason yet.", "Say in a sentence why it is needed.")
        added = Added(
            name, code.code, code.en, why.strip(), at.identity.person, at.identity.name, at.clock.now().isoformat()
        )
        everything: list[JsonValue] = [asdict(each) for each in (*kept, added)]
        work.settings.put(f"{SETTING}{instrument}", everything)
        work.audit.note("option_added", f"{name} {code.code}", {"words": code.en, "why": added.why})
    return Change("option_added")
