"""How long a case is kept: its classes with their reason, the day of the next look, and a legal hold. Nothing goes by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.closed import Closing, closing_of
from hsb_assess.desk.guidance import guidance_in_force
from hsb_assess.desk.opening import ASSESSMENT_KEY, open_assessment, read_assessment
from hsb_assess.desk.organisation import standard_profile
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.workplace import ASSESSORS, Change, Workplace, need_role
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role
from hsb_assess.record.entry import Stream
from hsb_assess.record.history import slots
from hsb_assess.record.reading import codes
from hsb_assess.rules.retention import Period, Review, periods, review_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from hsb_assess.domain.fuzzydate import FuzzyDate
    from hsb_assess.record.entry import Entry
    from hsb_assess.record.reading import Reading
    from hsb_assess.vault.book import Work

__all__ = ["HOLD_KEY", "KEEPING_KEY", "Hold", "Keeping", "choose_classes", "hold", "keeping", "lift_hold", "within"]

KEEPING_KEY: Final = "@keeping"
HOLD_KEY: Final = "@hold"

ANSWERED: Final = "M00.retention_class"
_BORN: Final = "M00.dob"
_STATUS: Final = "M00.legal_status"
_LOOKED_AFTER: Final = "looked_after"


@dataclass(frozen=True)
class Hold:
    """Why nobody may erase this case, whatever its day: who said so (a person), from when, and in which stream."""

    why: str
    by: str
    since: str
    stream: str


@dataclass(frozen=True)
class Keeping:
    """How long a case is kept. ``chosen`` says that somebody chose the classes for ``why``; else the form's answers count.

    ``suggested`` are classes that the record speaks for and that do not count yet. ``known`` are all there are in the
    guidance of ``nation``. ``died`` is the child's day of death, where somebody recorded one.
    """

    case: str
    nation: str
    known: tuple[Period, ...]
    classes: tuple[str, ...]
    chosen: bool
    why: str = field(repr=False)
    by: str
    at: str
    died: date | None
    suggested: tuple[str, ...]
    review: Review
    holds: tuple[Hold, ...] = field(repr=False)
    closing: Closing | None = field(repr=False)

    def is_due(self, today: date) -> bool:
        """Say whether this closed case can be looked at: its day has come and nothing holds it."""
        return self.closing is not None and not self.holds and self.review.is_due(today)


def keeping(at: Workplace, case: str) -> Keeping:
    """Return how long a case is kept, as it stands now; raises ``no_such_case``."""
    with at.book.begin("read", case=case, write=False) as work:
        return within(at, work, case)


def within(at: Workplace, work: Work, case: str) -> Keeping:
    """Return :func:`keeping` within a unit of work."""
    need_case(work, case)
    readings = _readings(at, work, case)
    nation = open_assessment(at, work, readings[0].assessment).profile if readings else standard_profile(at, work)
    known = periods(guidance_in_force(at, work, nation).content)
    said = _said(work, case)
    answered = _answered(readings)
    chosen = _classes(said)
    closing = closing_of(work, case)
    classes = tuple(each.id for each in known if each.id in (chosen or answered))
    died = _day(said.body.get("died")) if said is not None else None
    born = next((day for reading in readings if (day := reading.day(_BORN)) is not None), None)
    return Keeping(
        case=case,
        nation=nation,
        known=known,
        classes=classes,
        chosen=bool(chosen),
        why=str(said.body.get("why", "")) if said is not None else "",
        by=said.author if said is not None else "",
        at=said.recorded if said is not None else "",
        died=died,
        suggested=tuple(each for each in _spoken_for(readings, answered) if each not in classes),
        review=_review(known, classes, born, died, closing),
        holds=_holds(work, case),
        closing=closing,
    )


def _review(
    known: Sequence[Period], classes: Sequence[str], born: FuzzyDate | None, died: date | None, closing: Closing | None
) -> Review:
    closed = closing.on if closing is not None else None
    return review_of((each for each in known if each.id in classes), born=born, died=died, closed=closed)


def need_case(work: Work, case: str) -> None:
    """Raise ``no_such_case`` unless a case is in this vault."""
    if not work.entries.heads(case, case, "@case"):
        raise HsbAssessError("no_such_case", "This case is not in this vault.", "Go back to the caseload.")


def _readings(at: Workplace, work: Work, case: str) -> list[Reading]:
    """Return the assessments of a case that can be read, the newest first."""
    found = []
    for slot in sorted(slots(work.entries.heads(case, key=ASSESSMENT_KEY)), reverse=True):
        try:
            found.append(read_assessment(at, work, slot.subject))
        except HsbAssessError:
            continue  # its form is not here; the caseload says so, and it says nothing about how long it is kept
    return found


def _said(work: Work, case: str) -> Entry | None:
    standing = work.entries.heads(case, case, KEEPING_KEY)
    return standing[-1] if standing else None


def _classes(said: Entry | None) -> tuple[str, ...]:
    return codes(said.body.get("value")) if said is not None else ()


def _answered(readings: Sequence[Reading]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for reading in readings for name in codes(reading.value(ANSWERED))))


def _spoken_for(readings: Sequence[Reading], answered: Sequence[str]) -> tuple[str, ...]:
    """Return the classes that the record speaks for: what the form answers, and that this child is looked after."""
    looked_after = any(_LOOKED_AFTER in reading.codes(_STATUS) for reading in readings)
    return tuple(dict.fromkeys((*answered, *((_LOOKED_AFTER,) if looked_after else ()))))


def _holds(work: Work, case: str) -> tuple[Hold, ...]:
    return tuple(
        Hold(
            str(head.body.get("why", "")), head.author, str(head.body.get("since") or head.recorded), head.stream.value
        )
        for head in work.entries.heads(case, case, HOLD_KEY)
        if head.body.get("value") == "held"
    )


def _day(value: JsonValue) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


# -- acts ----------------------------------------------------------------------------------------------------------


def choose_classes(at: Workplace, case: str, classes: Sequence[str], why: str, *, died: date | None = None) -> Change:
    """Say which kinds of file this case is, with the reason; where more than one applies, the longest wins.

    It may be done to a closed case, too: how long it is kept is looked at when it is closed, and later.
    Codes: ``class_needed``, ``no_such_class``, ``reason_needed``, ``day_to_come``, ``not_your_role``.
    """
    need_role(at, ASSESSORS)
    need_reason(why)
    if not classes:
        raise HsbAssessError("class_needed", "No kind of file is chosen.", "Choose at least one.")
    if died is not None and died > at.clock.today():
        raise day_to_come()
    with at.book.begin("keeping_chosen", case=case) as work:
        found = within(at, work, case)
        if not set(classes) <= {each.id for each in found.known}:
            raise HsbAssessError("no_such_class", "There is no such kind of file.", "Open the page again.")
        body: dict[str, JsonValue] = {"value": [*dict.fromkeys(classes)], "why": why.strip()}
        if died is not None:
            body["died"] = died.isoformat()
        Scribe(at, work, case, closed_too=True).say(Stream.CASE_FACTS, case, KEEPING_KEY, body)
    return Change("keeping_chosen", case=case)


def hold(at: Workplace, case: str, why: str, *, since: date | None = None) -> Change:
    """Keep a case from being erased until the hold is lifted, with the reason and from when it holds.

    An assessor's hold and a supervisor's stand beside each other; each is lifted by somebody with the role that set it.
    Codes: ``reason_needed``, ``day_to_come``, ``no_such_case``.
    """
    need_reason(why)
    today = at.clock.today()
    if since is not None and since > today:
        raise day_to_come()
    return _hold(at, case, "hold_set", {"value": "held", "why": why.strip(), "since": (since or today).isoformat()})


def lift_hold(at: Workplace, case: str, why: str) -> Change:
    """Lift the hold that somebody with this person's role set, with the reason.

    Codes: ``reason_needed``, ``no_hold`` (there is none, or it is for somebody with the other role to lift).
    """
    need_reason(why)
    return _hold(at, case, "hold_lifted", {"value": "lifted", "why": why.strip()})


def _hold(at: Workplace, case: str, act: str, body: dict[str, JsonValue]) -> Change:
    stream = Stream.REVIEW if at.role == Role.SUPERVISOR else Stream.CASE_FACTS
    with at.book.begin(act, case=case) as work:
        need_case(work, case)
        if body["value"] == "lifted" and not any(each.stream == stream.value for each in _holds(work, case)):
            raise HsbAssessError(
                "no_hold",
                "There is no hold here that you can lift.",
                "A hold is lifted by somebody with the role of the person who set it.",
            )
        Scribe(at, work, case, closed_too=True).say(stream, case, HOLD_KEY, body)
    return Change(act, case=case)


def need_reason(why: str) -> None:
    """Raise ``reason_needed`` where no reason is given."""
    if not why.strip():
        raise HsbAssessError("reason_needed", "There is no reason yet.", "Say in a sentence why.")


def day_to_come() -> HsbAssessError:
    """Return the error for a day that has not come yet."""
    return HsbAssessError("day_to_come", "This day has not come yet.", "Write today, or the day on which it happened.")
