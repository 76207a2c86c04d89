"""The fixed words of the form language: kinds, types, sides, streams, demands, data classes."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "KINDS",
    "OPTIONED",
    "UNANSWERED",
    "DataClass",
    "Demand",
    "ItemType",
    "Polarity",
    "Sensitivity",
    "Side",
    "Stream",
    "Tense",
]

KINDS = (
    "person",
    "agency",
    "evidence",
    "event",
    "contact",
    "child",
    "adult",
    "pair",
    "condition",
    "action",
    "setting",
)
"""Kinds of case-level things that a group may list and a reference may pick."""


class ItemType(StrEnum):
    """What a question takes for an answer; groups and notes take none.

    From *boolean* on they are for forms from elsewhere. An attachment (a file) and a reference (a record of another
    system) are shown and kept, and cannot be answered here.
    """

    TEXT = "text"
    LONGTEXT = "longtext"
    CHOICE = "choice"
    MULTICHOICE = "multichoice"
    SCALE = "scale"
    NUMBER = "number"
    DATE = "date"
    DATETIME = "datetime"
    STATE = "state"
    REF = "ref"
    GROUP = "group"
    NOTE = "note"
    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    TIME = "time"
    QUANTITY = "quantity"
    URL = "url"
    OPEN_CHOICE = "open_choice"
    ATTACHMENT = "attachment"
    REFERENCE = "reference"


UNANSWERED = frozenset({ItemType.GROUP, ItemType.NOTE, ItemType.ATTACHMENT, ItemType.REFERENCE})
"""Types that take no answer themselves."""

OPTIONED = frozenset({ItemType.CHOICE, ItemType.MULTICHOICE, ItemType.SCALE, ItemType.OPEN_CHOICE})
"""Types that need options."""


class Side(StrEnum):
    """Which of the four equal bars a module belongs to, or none of them."""

    BEHAVIOUR = "behaviour"
    HARM = "harm"
    NEEDS = "needs"
    STRENGTHS = "strengths"
    NONE = "none"


class Stream(StrEnum):
    """Who owns the answers: the assessors or the reviewer."""

    ANSWERS = "answers"
    REVIEW = "review"


class Tense(StrEnum):
    """Which days a date may name: any, or only days that have come."""

    ANY = "any"
    PAST = "past"


class Demand(StrEnum):
    """Whether a question offers or requires evidence; ``at_extremes`` means a rating of 3 or more, or 0 on a strength."""

    NONE = "none"
    OFFERED = "offered"
    REQUIRED = "required"
    AT_EXTREMES = "at_extremes"


class DataClass(StrEnum):
    """What an answer is about, so that each document can include or leave it out at source."""

    GENERAL = "general"
    OTHER_CHILD_IDENTITY = "other_child_identity"
    OTHER_CHILD_ACCOUNT = "other_child_account"
    BEHAVIOUR = "behaviour"
    OWN_HARM = "own_harm"
    OTHER_CARER_PRIVATE = "other_carer_private"
    ADULTS_LISTED = "adults_listed"
    REFERRER = "referrer"
    IMMIGRATION = "immigration"
    SEXUAL_HEALTH = "sexual_health"
    LEGAL = "legal"
    THERAPY = "therapy"
    FORMULATION = "formulation"
    CHALLENGE = "challenge"
    DISAGREEMENT = "disagreement"
    ACTIONS = "actions"
    WORDS = "words"
    WELLBEING = "wellbeing"
    IDENTITY = "identity"


class Sensitivity(StrEnum):
    """Why a field is kept from most audiences."""

    THIRD_PARTY = "third_party"
    INTELLIGENCE = "intelligence"
    THERAPY = "therapy"
    LEGAL = "legal"
    LOCATION_RISK = "location_risk"


class Polarity(StrEnum):
    """Which way a scale's list runs: need (4 is urgent) or strength (4 is reliable)."""

    NEED = "need"
    STRENGTH = "strength"
