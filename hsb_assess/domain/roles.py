"""Who may do what: the roles that a card names."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Role"]


class Role(StrEnum):
    """The role a person has in the work, as their card says."""

    PRACTITIONER = "practitioner"
    CO_ASSESSOR = "co_assessor"
    SUPERVISOR = "supervisor"
