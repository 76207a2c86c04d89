"""What becomes of each question of one form version in the next: data, one step a change."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import rfc8785
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.schema import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["STEPS", "How", "Migration", "Part", "Step", "compile_migration", "read_migration"]


class How(StrEnum):
    """The six things that can become of a question."""

    KEEP = "keep"
    RENAME = "rename"
    SPLIT = "split"
    MERGE = "merge"
    RECODE = "recode"
    RETIRE = "retire"


STEPS: Final = tuple(how.value for how in How)
"""The words that a step begins with."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Part(_Value):
    """One question that takes part of a split answer.

    Without more it takes the whole answer; ``value`` is what it says wherever the old question has a value;
    ``codes`` say which code it takes for which old one, and an old code that is not among them says nothing here.
    """

    question: str
    value: str | None = None
    codes: dict[str, str] = {}


class Step(_Value):
    """What becomes of one or several questions.

    ``sources`` are addresses in the old form. ``to`` is the address in the new one (rename, recode, and merge into
    one text); ``row`` the group in which a merge makes one row for each row it comes from, ``fields`` the field of
    that row for each source, ``copies`` questions that stay where they are and are said in the new row as well.
    """

    how: How
    sources: tuple[str, ...]
    to: str | None = None
    parts: tuple[Part, ...] = ()
    row: str | None = None
    fields: dict[str, str] = {}
    copies: dict[str, str] = {}
    codes: dict[str, str] = {}
    why: Text | None = None

    def targets(self) -> Iterator[str]:
        """Yield the addresses in the new form that this step fills."""
        if self.how is How.KEEP or (self.how is How.RECODE and self.to is None):
            yield from self.sources
        if self.to is not None:
            yield self.to
        yield from (part.question for part in self.parts)
        if self.row is not None:
            yield from (f"{self.row}.{field}" for field in (*self.fields.values(), *self.copies.values()))


class Migration(_Value):
    """The way from one version of a form to a later one; questions that no step names are kept."""

    instrument: str
    before: str = Field(alias="from")
    after: str = Field(alias="to")
    steps: tuple[Step, ...] = ()

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True)

    @property
    def name(self) -> str:
        """The two versions, as files are named: ``1.0.0-1.1.0``."""
        return f"{self.before}-{self.after}"


def compile_migration(migration: Migration) -> bytes:
    """Return the canonical bytes (RFC 8785) of a migration."""
    return rfc8785.dumps(migration.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def read_migration(data: bytes) -> Migration:
    """Return the migration that compiled bytes hold; raises ``migration_unreadable`` on anything else."""
    try:
        return Migration.model_validate_json(data)
    except ValidationError:
        # The cause quotes the file, so it is not chained.
        pass
    raise HsbAssessError(
        "migration_unreadable",
        "What changed between two versions of a form cannot be read.",
        "Install HSB Assess again; from a checkout, run: hsb-assess forms compile.",
    )
