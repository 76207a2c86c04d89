"""The only door from a reading to a document: every answer passes the audience's matrix on its way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from hsb_assess.domain.answer import Absence, AnswerState
from hsb_assess.instrument.schema import ItemType
from hsb_assess.record.taken import taken_over
from hsb_assess.reports.blocks import Fact, Value
from hsb_assess.reports.cells import with_note
from hsb_assess.reports.evidence import EvidenceIndex
from hsb_assess.reports.people import Roles
from hsb_assess.reports.redaction import HIDES_PLACES, KEPT_APART, URGENT, Treatment, is_free_text, treatment
from hsb_assess.reports.wording import day, moment, said_of_absence, state_note, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Item
    from hsb_assess.record.reading import Reading, Row
    from hsb_assess.record.taken import Taken

__all__ = ["DocumentMeta", "Explanation", "Signatory", "Source"]

WITHHELD = "Recorded. This document does not carry the account."
APART = "Recorded. The key is held separately."
_MAY_BE_RISK = frozenset({"may_have_harmed", "may_be_risk", "not_known"})
_LIKELY = frozenset({AnswerState.YES, AnswerState.SUSPECTED, AnswerState.CONFLICTING})
_SENSITIVE = {
    "intelligence": "Held in the restricted annex.",
    "therapy": "From therapy. What is said there is not part of this document.",
}


@dataclass(frozen=True)
class Signatory:
    """Who signs: a name and a role (or its code) as the card says; ``confirmed`` says how the role was confirmed."""

    name: str
    role: str
    confirmed: str = ""

    @property
    def role_words(self) -> str:
        """The role as a reader sees it."""
        words = self.role.replace("_", "-")
        return words[:1].upper() + words[1:]


class Explanation(Protocol):
    """What the author wrote about one finding, and the evidence items it cites."""

    @property
    def text(self) -> str:
        """The explanation itself."""
        ...

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of the evidence items that it cites."""
        ...


@dataclass(frozen=True)
class DocumentMeta:
    """What a document says of itself, beside its content.

    ``made`` is when it was built and ``cut_off`` the last moment whose information it holds, both aware.
    ``names`` are people's names by the author ids of the record. ``agreed_words`` are the rows of M14 words
    that this child agreed may be shown in B. ``police_approved`` lets B name, by role, adults who may be a risk.
    ``checkpoint`` are number and hash of the last row of the author's audit, which anchor it outside their vault.
    """

    version: str
    made: datetime
    cut_off: datetime
    author: Signatory
    supervisor: Signatory
    co_assessor: Signatory | None = None
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    agreed_words: tuple[str, ...] = ()
    police_approved: bool = False
    checkpoint: tuple[int, str] | None = None
    profile_title: str = ""
    profile_note: str = ""
    content_hash: str = ""
    earlier: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The day (ISO) on which each answer was given that is not of this assessment but of the one before it, by path."""


class Source:
    """Reads one assessment for one audience; what its matrix does not let through is not returned."""

    def __init__(self, reading: Reading, audience: str, meta: DocumentMeta) -> None:
        self.reading = reading
        self.audience = audience
        self.meta = meta
        signers = (meta.author, meta.supervisor, *((meta.co_assessor,) if meta.co_assessor else ()))
        self.roles = Roles(
            reading,
            unnamed=(person.id for person in reading.things("person") if not self.tells_apart(person.id)),
            signers=(*(each.name for each in signers), *meta.names.values()),
        )
        self.evidence = EvidenceIndex(reading)

    @cached_property
    def _things(self) -> frozenset[str]:
        return frozenset(self.reading.all_things)

    @cached_property
    def _hides_places(self) -> bool:
        """Whether a place could help somebody to find this child or family; an answer in a page now hidden counts too."""
        answers = (self.reading.raw(question) for question in HIDES_PLACES)
        return any(
            answer.state() in _LIKELY or answer.absence in {Absence.UNKNOWN, Absence.NOT_SAFE} for answer in answers
        )

    def tells_apart(self, person: str) -> bool:
        """Say whether this document may point at a person; B points at no adult who may be a risk or is unknown.

        Agreement of the police lets it point at an adult; somebody whom nobody has identified stays unnamed.
        """
        if self.audience in {"A", URGENT}:
            return True
        thing = self.reading.thing(person)
        if thing is not None and thing.value("is") == "unidentified":
            return False
        listed = (adult for adult in self.rows("M11.adults") if adult.value("person") == person)
        return self.meta.police_approved or all(adult.value("reason_listed") not in _MAY_BE_RISK for adult in listed)

    def plain(self, text: str, *, verbatim: bool = False) -> str:
        """Return a sentence that somebody wrote with the names of other people replaced by their roles."""
        return self.roles.plain(text, verbatim=verbatim)

    def name(self, text: str) -> str:
        """Return a person's role for an id, a known author's name, or the text itself without names of others."""
        if text in self._things:
            return self.roles.name(text)
        return self.meta.names.get(text) or self.plain(text)

    def shows(self, path: str) -> bool:
        """Say whether the question is asked now and this audience may see anything of its answer."""
        item = self.reading.definition.find(path)
        if item is None or not self.reading.engine.visible(path):
            return False
        return self._treatment(item, path) in {Treatment.INCLUDE, Treatment.SUMMARISE}

    def _treatment(self, item: Item, path: str) -> Treatment:
        found = treatment(self.audience, item, hides_places=self._hides_places)
        if found is Treatment.AGREED:
            agreed = any(f"[{row}]" in path for row in self.meta.agreed_words)
            return Treatment.INCLUDE if agreed else Treatment.EXCLUDE
        return found

    @cached_property
    def taken(self) -> Mapping[str, Taken]:
        """What was taken over from an earlier assessment, by path; only document A says so of each answer."""
        return taken_over(self.reading) if self.audience == "A" else {}

    def value(self, path: str) -> Value | None:
        """Return the answer at ``path`` in words, or ``None`` if this audience sees nothing of it."""
        found, taken = self._value(path), self.taken.get(path)
        earlier = self.meta.earlier.get(path)
        if found is not None and earlier is not None:
            given = day(date.fromisoformat(earlier))
            return with_note(found, f"From the assessment before this one, given on {given}; not asked again yet.")
        if found is None or taken is None:
            return found
        given = day(date.fromisoformat(taken.asked))
        return with_note(
            found, f"Taken over from an earlier assessment, where it was given on {given}; not asked again."
        )

    def _value(self, path: str) -> Value | None:
        if not self.shows(path):
            return None
        item = self.reading.definition.item(path)
        answer = self.reading.answer(path)
        full = self._treatment(item, path) is Treatment.INCLUDE
        cites = self.evidence.cites(answer.evidence) if self.audience == "A" else ()
        if answer.absence is not None:
            return self._absence(path, answer, full=full, cites=cites)
        held = self._held_back(path, item)
        if held:
            return Value(text=held, absence=True, cites=cites)
        if item.address in KEPT_APART:
            return Value(text=APART, absence=True, cites=cites)
        if not full and is_free_text(item):
            return Value(text=WITHHELD, absence=True, cites=cites)
        record_only = self.evidence.rests_on_records_alone(answer)
        words = words_of(self.reading.definition, item, answer, name=self.name, record_only=record_only)
        quote = self._is_quote(path, item)
        if is_free_text(item):
            words = self.plain(words, verbatim=quote)
        elif item.type is ItemType.REF:
            words = words[:1].upper() + words[1:]
        note = ""
        if item.type is ItemType.STATE and isinstance(answer.value, dict) and full:
            note = state_note(answer.value, self.name)
            if not note and answer.state() == AnswerState.NONE_FOUND:
                note = self._recorded(path)
        return Value(text=words or "—", quote=quote, cites=cites, note=note)

    def _absence(self, path: str, answer: Answer, *, full: bool, cites: tuple[str, ...]) -> Value:
        words, note = said_of_absence(answer, details=full, name=self.name)
        if answer.absence is not Absence.NOT_ASKED:
            note = " ".join(part for part in (note, self._recorded(path)) if part)
        return Value(text=words, absence=True, cites=cites, note=note)

    def _held_back(self, path: str, item: Item) -> str:
        """Return what stands in place of an evidence item's words that are too sensitive for the document."""
        if item.id != "what" or "[" not in path:
            return ""
        row = path[path.rindex("[") + 1 : path.rindex("]")]
        thing = self.reading.thing(row)
        if thing is None or thing.kind != "evidence":
            return ""
        return next((_SENSITIVE[code] for code in thing.codes("sensitivity") if code in _SENSITIVE), "")

    def _is_quote(self, path: str, item: Item) -> bool:
        if item.verbatim:
            return True
        if not is_free_text(item) or item.id != "what" or not path.count("["):
            return False
        # Events and evidence items say in a field of their own whether they hold exact words.
        return self.reading.value(f"{path[: path.rindex(']') + 1]}.verbatim") == "yes"

    def _recorded(self, path: str) -> str:
        found = self.reading.recorded(path)
        if found is None:
            return ""
        who = self.meta.names.get(found.author, "")
        return f"Recorded{f' by {who}' if who else ''} on {moment(found.recorded)}."

    def fact(self, path: str, label: str = "") -> Fact | None:
        """Return the question at ``path`` with its answer, or ``None`` if this audience sees nothing of it."""
        value = self.value(path)
        if value is None:
            return None
        item = self.reading.definition.item(path)
        own = f"{item.prefix} {item.label.en}" if item.prefix else item.label.en
        return Fact(label=label or own, value=value)

    def facts(self, *paths: str | tuple[str, str]) -> tuple[Fact, ...]:
        """Return the facts of these paths (or of pairs of path and label) that this audience sees.

        Questions that nobody asked and nobody had to ask are left out.
        """
        pairs = ((path, "") if isinstance(path, str) else path for path in paths)
        found = (self.fact(path, label) for path, label in pairs if not self.is_open_option(path))
        return tuple(fact for fact in found if fact is not None)

    def cell(self, path: str) -> Value:
        """Return the answer at ``path`` for a table; empty where nothing may or can be said."""
        value = self.value(path)
        return value if value is not None else Value(text="")

    def text(self, path: str) -> str:
        """Return the answer's words; empty for an absence or for what this audience does not see."""
        value = self.value(path)
        return value.text if value is not None and not value.absence else ""

    def rows(self, group: str) -> tuple[Row, ...]:
        """Return the visible rows of a group."""
        if self.reading.definition.find(group) is None or not self.reading.engine.visible(group):
            return ()
        return tuple(row for row in self.reading.rows(group) if self.reading.engine.visible(row.path))

    def is_open_option(self, path: str) -> bool:
        """Say whether nothing is recorded at ``path`` and nothing has to be."""
        return not self.is_asked(path) and not self.reading.engine.mandatory(path)

    def is_asked(self, path: str) -> bool:
        """Say whether anything at all is recorded at ``path``."""
        return self.reading.answer(path).is_asked()
