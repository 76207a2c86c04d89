"""How much a concern asks for: what calls for the full assessment, and whether less is asked with a manager's reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from hsb_assess.rules.facts import (
    BANDS,
    FULL,
    TIER,
    event_path,
    events_of,
    harm_suspected,
    has_answer,
    tier_of,
    worst_band,
)
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hsb_assess.record.reading import Reading, Row

__all__ = [
    "FIRST_DAY",
    "LEAD",
    "ORDINARY",
    "REASON",
    "REASON_BY",
    "RULES",
    "TRIGGERS",
    "Trigger",
    "advice_missing",
    "asked_for",
    "triggers",
    "whole",
]

FIRST_DAY: Final = "first_day"
ORDINARY: Final = "ordinary"
SHORT: Final = "short"
LEAD: Final = "M00.lead"
REASON: Final = "M00.tier_reason"
REASON_BY: Final = "M00.tier_reason_by"
ADVICE: Final = "M01.told_families"
INCIDENTS: Final = "M03.incidents"
GRAVE: Final = frozenset({"abusive", "violent"})
PRESSURE: Final = frozenset({"persuasion", "reward", "secrecy", "threat", "force"})
AGAIN: Final = frozenset({"continued", "repeated_later"})
LIKELY: Final = frozenset({"yes", "suspected", "conflicting"})
SAME_HOME: Final = frozenset({"yes", "weekends"})
RISKY: Final = frozenset({"may_have_harmed", "may_be_risk"})
TOUCH: Final = frozenset({"care", "contact"})
IMAGES: Final = frozenset({"own_image", "others_image", "altered_image", "illegal_material"})
LOOKED_AFTER: Final = frozenset({"looked_after", "care_order", "emergency_protection"})


@dataclass(frozen=True)
class Trigger:
    """Something that calls for the full assessment: its name in the form's tiers, and the answers that set it."""

    id: str
    questions: tuple[str, ...]


def whole(reading: Reading) -> Reading:
    """Return the record as it reads where everything is asked: a small tier hides an answer, and does not undo it."""
    if tier_of(reading) == FULL:
        return reading
    return replace(reading, answers={path: answer for path, answer in reading.answers.items() if path != TIER})


def _rows(reading: Reading, group: str, field: str, holds: Callable[[Row], bool]) -> tuple[str, ...]:
    return tuple(row.at(field) for row in reading.rows(group) if holds(row))


def _band(reading: Reading) -> tuple[str, ...]:
    return _rows(reading, INCIDENTS, "band", lambda row: row.value("band") in GRAVE)


def _pressure(reading: Reading) -> tuple[str, ...]:
    return _rows(reading, INCIDENTS, "pressure", lambda row: bool(PRESSURE & set(row.codes("pressure"))))


def _strategy(reading: Reading) -> tuple[str, ...]:
    held = _rows(reading, "M01.strategy", "held", lambda row: row.day("held") is not None)
    told = tuple(event_path(event) for event in events_of(reading, "strategy_discussion")) if not held else ()
    enquiry = ("M01.s47",) if reading.value("M01.s47") in {"single", "joint"} else ()
    return (*held, *told, *enquiry)


def _repeated(reading: Reading) -> tuple[str, ...]:
    return _rows(reading, INCIDENTS, "redirected", lambda row: row.value("redirected") in AGAIN)


def _same_home(reading: Reading) -> tuple[str, ...]:
    band = worst_band(reading)
    if band is None or band < BANDS.index("problematic"):
        return ()
    shared = ("M01.shares_home",) if reading.state("M01.shares_home") in LIKELY else ()
    homes = _rows(reading, "M11.children", "sleeps_same_home", lambda row: row.value("sleeps_same_home") in SAME_HOME)
    bands = _rows(reading, INCIDENTS, "band", lambda row: row.value("band") in BANDS[BANDS.index("problematic") :])
    return (*shared, *homes, *bands) if shared or homes else ()


def _adult(reading: Reading) -> tuple[str, ...]:
    """Return what lists an adult who may have harmed or may be a risk, or is not yet identified, and is in contact.

    Contact is what the register or the grid says; of somebody whom nobody can name it cannot be known to be none.
    """
    meeting = {
        person for pair in reading.rows("M11.pairs") if pair.value("contact") in {"possible", "yes"}
        for person in pair.codes("older")
    }  # fmt: skip
    found = []
    for row in reading.rows("M11.adults"):
        person = row.value("person")
        known = reading.thing(person) if isinstance(person, str) else None
        nameless = row.value("not_yet_identified") == "yes" or (
            known is not None and known.value("is") == "unidentified"
        )
        touches = row.value("contact_kind") in TOUCH or person in meeting
        if row.value("reason_listed") in RISKY and (touches or nameless):
            found.append(row.at("reason_listed"))
        elif nameless and (touches or row.value("contact_kind") is None):
            found.append(row.at("not_yet_identified" if row.value("not_yet_identified") == "yes" else "person"))
    return tuple(found)


def _images(reading: Reading) -> tuple[str, ...]:
    uses = ("M04.uses",) if IMAGES & set(reading.codes("M04.uses")) else ()
    pressed = ("M04.approached",) if reading.state("M04.approached") in LIKELY else ()
    return (*uses, *pressed)


def _self_harm(reading: Reading) -> tuple[str, ...]:
    said = tuple(path for path in ("M01.self_harm_now", "M07.self_harm") if reading.state(path) in LIKELY)
    return (*said, *(event_path(event) for event in events_of(reading, "self_harm")))


def _looked_after(reading: Reading) -> tuple[str, ...]:
    return ("M00.legal_status",) if LOOKED_AFTER & set(reading.codes("M00.legal_status")) else ()


def _interview(reading: Reading) -> tuple[str, ...]:
    asked = ("M05.interview",) if reading.value("M05.interview") in {"planned", "done"} else ()
    own = tuple(path for path in ("M16.interview_planned", "M16.interview_done") if reading.day(path) is not None)
    return (*asked, *own)


TRIGGERS: Final[dict[str, Callable[[Reading], tuple[str, ...]]]] = {
    "band": _band,
    "pressure": _pressure,
    "harm": harm_suspected,
    "strategy": _strategy,
    "repeated": _repeated,
    "same_home": _same_home,
    "adult": _adult,
    "images": _images,
    "self_harm": _self_harm,
    "looked_after": _looked_after,
    "interview": _interview,
}
"""What calls for the full assessment, each with what finds the answers that set it."""


def triggers(reading: Reading) -> tuple[Trigger, ...]:
    """Return what calls for the full assessment now, each with the paths of the answers that set it.

    Answers that a small tier has put out of sight count as they stand.
    """
    everything = whole(reading)
    found = ((name, find(everything)) for name, find in TRIGGERS.items())
    return tuple(Trigger(name, tuple(dict.fromkeys(paths))) for name, paths in found if paths)


def asked_for(reading: Reading, standing: Iterable[Trigger] | None = None) -> str:
    """Return the tier that the concern asks for as far as it is known: empty before any incident is rated."""
    if tuple(triggers(reading) if standing is None else standing):
        return FULL
    band = worst_band(whole(reading))
    if band is None:
        return ""
    return ORDINARY if BANDS[band] == "normal" else SHORT


def advice_missing(reading: Reading, otherwise: str) -> tuple[Fired, ...]:
    """Return what a rule about the plan says where it has nothing: of the advice in *ordinary*, else of ``otherwise``."""
    if tier_of(reading) != ORDINARY:
        return (Fired((otherwise,)),)
    return () if has_answer(reading.answer(ADVICE)) else (Fired((ADVICE,), variant="ordinary"),)


def less_than_asked(case: Case) -> Outcome:
    """R61: the tier is short or ordinary while a full-tier trigger stands, and no manager's reason is printed."""
    reading = case.reading
    if tier_of(reading) not in {SHORT, ORDINARY}:
        return Skipped("The assessment is not short or ordinary.")
    standing = triggers(reading)
    if not standing:
        return ()
    set_by = tuple(dict.fromkeys(path for trigger in standing for path in trigger.questions))
    if not has_answer(reading.answer(REASON)):
        return (Fired((REASON, *set_by)),)
    named = reading.value(REASON_BY)
    nobody = reading.definition.find(REASON_BY) is not None and (named is None or named == reading.value(LEAD))
    return (Fired((REASON_BY, *set_by), variant="nobody"),) if nobody else ()


RULES = (Rule("R61", Gate.SUBMIT, less_than_asked),)
