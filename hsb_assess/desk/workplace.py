"""Where somebody works: an open book, who they are, the time, and the forms they have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hsb_assess.desk.indexing import Read
    from hsb_assess.domain.clock import Clock
    from hsb_assess.instrument.catalogue import Catalogue
    from hsb_assess.record.entry import Entry, Stream
    from hsb_assess.rules.check import RuleBook
    from hsb_assess.trust.identity import Identity
    from hsb_assess.vault.book import Book

__all__ = ["ASSESSORS", "Change", "Workplace", "need_role", "need_writer"]

ASSESSORS: Final = (Role.PRACTITIONER, Role.CO_ASSESSOR)
"""Whose answers, facts and plans a case holds."""


@dataclass(frozen=True)
class Workplace:
    """Everything an act needs; one for the book's worker thread, one read-only for the screen.

    ``confirm`` raises unless it is given the passphrase again: asked before anything is signed. ``lines`` is where
    the caseload keeps what it worked out and could not write, by case; ``indexed`` is what is left to write of the case that is being indexed.
    ``told`` is what was told of the whole vault, and the state of it that this was told of.
    ``language`` is that of the screen which this workplace is for: what is written is worked out in English.
    """

    book: Book
    identity: Identity
    clock: Clock
    catalogue: Catalogue
    confirm: Callable[[str], None] = field(repr=False)
    rules: RuleBook = field(repr=False)
    language: str = "en"
    lines: dict[str, tuple[object, object]] = field(default_factory=dict, repr=False, compare=False)
    told: dict[str, tuple[object, object]] = field(default_factory=dict, repr=False, compare=False)
    indexed: dict[str, Read] = field(default_factory=dict, repr=False, compare=False)

    @property
    def role(self) -> str:
        """The role on this person's own card."""
        return self.identity.role


@dataclass(frozen=True)
class Change:
    """What an act touched, for screens to decide what to refresh.

    ``paths`` are question paths; ``created`` the id of what was made; ``words`` a sentence for the person. ``entries``
    are what an act wrote that can be taken back, ``kind`` the kind of thing that it was about, if it was about one.
    """

    act: str
    case: str | None = None
    assessment: str | None = None
    paths: frozenset[str] = field(default_factory=frozenset)
    created: str | None = None
    words: str = ""
    entries: tuple[Entry, ...] = field(default=(), repr=False, compare=False)
    kind: str = ""


def need_role(at: Workplace, roles: Iterable[Role]) -> None:
    """Raise ``not_your_role`` unless this person's role is one of ``roles``."""
    if at.role not in set(roles):
        raise HsbAssessError(
            "not_your_role",
            "Your role does not include this.",
            "Ask the person whose work this is, or see the people page for who has which role.",
        )


def need_basis(recipient: str, basis: str) -> None:
    """Raise ``basis_needed`` unless somebody wrote who receives what leaves the vault, and why that is lawful."""
    if not recipient.strip() or not basis.strip():
        raise HsbAssessError(
            "basis_needed", "An export names who receives it and why that is lawful.", "Write both, then export."
        )


def need_writer(at: Workplace, stream: Stream) -> None:
    """Raise ``not_your_role`` unless this person's role writes in ``stream``: the review is the supervisor's."""
    need_role(at, (Role.SUPERVISOR,) if stream.value == "review" else ASSESSORS)
