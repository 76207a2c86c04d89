"""The forms of a vault: those that came with the program, and those from elsewhere that somebody took in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.gathering import ASSESSORS
from hsb_assess.desk.opening import definition_by_hash
from hsb_assess.desk.reading import read_apart
from hsb_assess.desk.workplace import need_role
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.compiled import compile_definition

if TYPE_CHECKING:
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.exchange.incoming.report import NotCarried
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.vault.book import Work

__all__ = ["FormLine", "TakenIn", "choices", "forms", "import_form", "put_away"]

TAKEN_IN: Final = "forms.taken_in"
"""The setting that lists the hashes of forms from elsewhere that assessments may be started from, in the order they came."""


@dataclass(frozen=True)
class FormLine:
    """One form: its particulars, and whether it came from elsewhere. ``items`` counts questions, notes and groups."""

    hash: str
    id: str
    version: str
    title: str
    items: int
    from_elsewhere: bool


@dataclass(frozen=True)
class TakenIn:
    """A form that was taken in: its line, how many items it carries whole, and what it does not carry."""

    line: FormLine
    carried: int
    not_carried: tuple[NotCarried, ...]


def _line(definition: Definition, *, from_elsewhere: bool) -> FormLine:
    title, items = definition.title.en, len(definition.addresses())
    return FormLine(definition.hash, definition.id, definition.version, title, items, from_elsewhere)


def _taken_in(work: Work) -> list[str]:
    given = work.settings.get(TAKEN_IN, [])
    return [each for each in given if isinstance(each, str)] if isinstance(given, list) else []


def forms(at: Workplace) -> tuple[FormLine, ...]:
    """Return every form that assessments may be started from: our own, then those from elsewhere as they came."""
    with at.book.begin("read", write=False) as work:
        own = [_line(at.catalogue.latest(name), from_elsewhere=False) for name in at.catalogue.instruments()]
        others = [definition_by_hash(at, work, each) for each in _taken_in(work)]
    return (*own, *(_line(each, from_elsewhere=True) for each in others if each is not None))


def choices(at: Workplace) -> tuple[FormLine, ...]:
    """Return the forms to choose from when an assessment starts: of each id the one that came last."""
    newest = {line.id: line for line in forms(at)}
    return tuple(newest.values())


def import_form(at: Workplace, data: bytes) -> TakenIn:
    """Take in the form that a file holds, and say what it does not carry; nothing is kept of a file that is refused.

    Raises ``HsbAssessError`` with the refusal's name, ``form_name_taken`` for what is called as one of our own forms
    and is not, and ``form_version_taken`` where another form of the same id and version is here.
    """
    need_role(at, ASSESSORS)
    found = read_apart(data)
    definition = found.definition
    own = at.catalogue.by_hash(definition.hash)
    if own is None and definition.id in at.catalogue.instruments():
        raise HsbAssessError(
            "form_name_taken",
            "A form of this name came with the program, and this is another one.",
            "Give it another name where it comes from, then import it again.",
        )
    with at.book.begin("form_imported") as work:
        taken = _taken_in(work)
        _no_double(at, work, taken, definition)
        work.definitions.put(
            definition.hash, "instrument", definition.id, definition.version, compile_definition(definition)
        )
        if own is None and definition.hash not in taken:
            work.settings.put(TAKEN_IN, [*taken, definition.hash])
    return TakenIn(_line(definition, from_elsewhere=own is None), found.carried, found.not_carried)


def _no_double(at: Workplace, work: Work, taken: list[str], definition: Definition) -> None:
    for each in taken:
        other = definition_by_hash(at, work, each)
        same = other is not None and (other.id, other.version) == (definition.id, definition.version)
        if same and each != definition.hash:
            raise HsbAssessError(
                "form_version_taken",
                "Another form of this name and version is here already.",
                "Give it another version where it comes from, then import it again.",
            )


def put_away(at: Workplace, wanted: str) -> None:
    """Offer a form from elsewhere no longer; assessments that were made with it keep it."""
    need_role(at, ASSESSORS)
    with at.book.begin("form_put_away") as work:
        work.settings.put(TAKEN_IN, [each for each in _taken_in(work) if each != wanted])
