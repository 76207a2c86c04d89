"""How an answer has to agree with another one: a day that does not come before another, somebody who is not the same."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

__all__ = ["Accord"]


class Accord(BaseModel):
    """What an answer may not say beside the answer at another address; it has one of ``not_before`` and ``differs``.

    A day or a moment may not come before the one at ``not_before``, a person picked may not be the one at ``differs``.
    Rows that both questions stand in are shared. Where the other question stands in a list of its own, ``same`` says
    which of its rows is meant: the one whose question, named first, picks somebody whom the question named second
    picks here (``{M11.children.person: M03.incidents.other_person}``); without it every row is meant.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    not_before: str | None = None
    differs: str | None = None
    same: dict[str, str] = {}

    @property
    def other(self) -> str:
        """The address of the other question."""
        return self.not_before or self.differs or ""
