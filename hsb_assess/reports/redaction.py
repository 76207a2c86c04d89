"""What each document may carry, by data class: the matrix as data, applied before anything is written.

A document is made from what this matrix lets through. Nothing is blacked out afterwards, because what was
never there cannot be copied out of a text layer, a bookmark or a property.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.schema import DataClass, ItemType, Sensitivity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.instrument.schema import Item

__all__ = [
    "AUDIENCES",
    "HIDES_PLACES",
    "KEPT_APART",
    "MATRIX",
    "OPEN_REGISTER",
    "URGENT",
    "Treatment",
    "is_free_text",
    "treatment",
]

AUDIENCES: Final = ("A", "B")
URGENT: Final = "U"
"""Whoever has to act tonight: a duty social worker, the police, an out-of-hours team. Not a document that is signed."""


class Treatment(StrEnum):
    """How a document treats one data class.

    ``summarise`` prints codes, dates and roles and never a sentence that somebody typed. ``agreed`` prints
    only what the child has agreed may be shown. ``annex`` is kept in a restricted annex, outside the document.
    """

    INCLUDE = "include"
    SUMMARISE = "summarise"
    AGREED = "agreed"
    ANNEX = "annex"
    EXCLUDE = "exclude"


_I, _S, _G, _N, _X = (
    Treatment.INCLUDE,
    Treatment.SUMMARISE,
    Treatment.AGREED,
    Treatment.ANNEX,
    Treatment.EXCLUDE,
)

MATRIX: Final[Mapping[DataClass, Mapping[str, Treatment]]] = {
    DataClass.GENERAL: {"A": _I, "B": _I, "U": _I},
    DataClass.IDENTITY: {"A": _I, "B": _I, "U": _I},
    DataClass.OTHER_CHILD_IDENTITY: {"A": _I, "B": _S, "U": _I},
    DataClass.OTHER_CHILD_ACCOUNT: {"A": _S, "B": _X, "U": _S},
    DataClass.BEHAVIOUR: {"A": _I, "B": _S, "U": _I},
    DataClass.OWN_HARM: {"A": _I, "B": _X, "U": _I},
    DataClass.OTHER_CARER_PRIVATE: {"A": _I, "B": _X, "U": _X},
    DataClass.ADULTS_LISTED: {"A": _N, "B": _X, "U": _N},
    DataClass.REFERRER: {"A": _I, "B": _X, "U": _X},
    DataClass.IMMIGRATION: {"A": _I, "B": _X, "U": _X},
    DataClass.SEXUAL_HEALTH: {"A": _I, "B": _X, "U": _X},
    DataClass.LEGAL: {"A": _I, "B": _S, "U": _I},
    DataClass.THERAPY: {"A": _S, "B": _S, "U": _X},
    DataClass.FORMULATION: {"A": _I, "B": _S, "U": _X},
    DataClass.CHALLENGE: {"A": _I, "B": _S, "U": _X},
    DataClass.DISAGREEMENT: {"A": _I, "B": _S, "U": _X},
    DataClass.ACTIONS: {"A": _I, "B": _I, "U": _I},
    DataClass.WORDS: {"A": _I, "B": _G, "U": _X},
    DataClass.WELLBEING: {"A": _X, "B": _X, "U": _X},
}
"""One row for each data class, one column for each audience. Persons print as roles in all.

Who acts tonight has to know what was reported, what medical need there is and which orders hold; who reported it, accounts
of others, words of children and everything that is worked out later are not theirs.
"""

OPEN_REGISTER: Final = frozenset(
    {
        "M11.adults.person",
        "M11.adults.relation",
        "M11.adults.contact_kind",
        "M11.adults.check",
        "M11.adults.check_asked",
        "M11.pairs.older",
    }
)
"""What a full assessment says of an adult on the register, as a role: without it the protection grid says nothing.

Why the adult is listed, earlier reports, intelligence and results of checks stay in the restricted annex.
"""

KEPT_APART: Final = frozenset({"M11.children.own_referral_ref", "M11.children.dob"})
"""What leads to another child or their file: no document prints it, and it stands with the key to the roles."""

HIDES_PLACES: Final = ("M09.location_risk", "M12.retaliation")
"""Where one of these is not ruled out, no document but the full assessment shows a place of this child or family."""

_FREE: Final = frozenset({ItemType.TEXT, ItemType.LONGTEXT, ItemType.URL, ItemType.OPEN_CHOICE})


def is_free_text(item: Item) -> bool:
    """Say whether the question takes sentences rather than codes, dates, numbers or picked things."""
    return item.type in _FREE


def treatment(audience: str, item: Item, *, hides_places: bool = False) -> Treatment:
    """Return how ``audience``'s document treats the answer to ``item``.

    ``hides_places`` keeps what could show where somebody lives, learns or spends time in the full assessment alone.
    """
    if item.sensitivity is Sensitivity.INTELLIGENCE:
        return Treatment.ANNEX if audience == "A" else Treatment.EXCLUDE
    if item.sensitivity is Sensitivity.LOCATION_RISK and hides_places and audience != "A":
        return Treatment.EXCLUDE
    found = MATRIX[item.data_class][audience]
    if found is Treatment.INCLUDE and item.address in KEPT_APART:
        return Treatment.SUMMARISE
    if found is Treatment.ANNEX and item.address in OPEN_REGISTER:
        return Treatment.SUMMARISE
    return found
