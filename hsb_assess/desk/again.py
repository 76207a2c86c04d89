"""Assesses a child again: a new assessment that follows the last one, presumes nothing of it, and takes over what is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.desk.assessing import start_assessment
from hsb_assess.desk.gathering import ASSESSORS
from hsb_assess.desk.guidancekept import follow_nation
from hsb_assess.desk.lasttime import NOTES, Note, last_time_in, withheld
from hsb_assess.desk.opening import ASSESSMENT_KEY, open_assessment, read_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.standing import submissions
from hsb_assess.desk.workplace import Change, Workplace, need_role
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.paths import address_of, parent_row
from hsb_assess.record.entry import Stream
from hsb_assess.record.places import place_of
from hsb_assess.record.taken import TAKEN_KEY, mark_of
from hsb_assess.rules.tiers import FIRST_DAY, ORDINARY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.desk.lasttime import Last
    from hsb_assess.desk.opening import Opened
    from hsb_assess.record.reading import Reading
    from hsb_assess.vault.book import Work

__all__ = ["bring_row", "newest_of", "reassess", "take_over"]

_ANEW: Final = frozenset({FIRST_DAY, ORDINARY})
"""Tiers that a new concern begins with, or that end a worry: what follows them begins as any assessment does."""


def newest_of(work: Work, case: str) -> str:
    """Return the assessment of a case that was started last; empty where there is none."""
    return max((head.subject for head in work.entries.heads(case, key=ASSESSMENT_KEY)), default="")


def reassess(at: Workplace, case: str, *, after: str = "", tier: str = "") -> Change:
    """Start an assessment that follows ``after``, the newest of the case if not given; ``Change.created`` is its id.

    It has the newest version of that one's form and the guidance in force of its nation, and asks as much as that one
    did unless ``tier`` says otherwise. Every question is *not yet asked*: nothing of the last time is presumed. The other one
    stays as it is, whether it is signed, returned or still being written. Codes: ``no_last_assessment``, ``case_closed``,
    ``assessing_again`` (the newest follows another one and has not been submitted; not where ``after`` is given).
    """
    need_role(at, ASSESSORS)
    with at.book.begin("read", case=case, write=False) as work:
        followed = after or newest_of(work, case)
        if not followed or work.entries.case_of(followed) != case:
            raise HsbAssessError(
                "no_last_assessment",
                "This case has no assessment that another could follow.",
                "Start the first assessment instead.",
            )
        before = open_assessment(at, work, followed)
        if before.after and not after and not submissions(at, work, case, followed):
            raise HsbAssessError(
                "assessing_again", "This child is being assessed again already.", "Go on with that assessment."
            )
        asked = read_assessment(at, work, followed).engine.tier
    known = before.definition.id in at.catalogue.instruments()
    return start_assessment(
        at,
        case,
        instrument=before.definition.id,
        form="" if known else before.definition.hash,
        profile=before.profile,
        tier=tier or ("" if asked in _ANEW else asked),
        after=followed,
    )


def take_over(at: Workplace, assessment: str, seen: Mapping[str, str]) -> Change:
    """Give the answers of last time again today, with their evidence or their reason for having none.

    ``seen`` names each answer that somebody looked at: its path here, and the entry that said it then. Each becomes an answer
    of its own, signed today, with a mark beside it that names that entry. There is no way to take over what is not named.
    Codes: ``not_last_time`` (nothing was said there last time, or something else than was seen), ``answered_already``,
    ``not_asked_now`` (the question is not on the form as it stands), ``not_fit`` (see :data:`.lasttime.NOTES`).
    """
    need_role(at, ASSESSORS)
    with at.book.begin("taken_over") as work:
        opened = open_assessment(at, work, assessment)
        reading = read_assessment(at, work, assessment)
        last = last_time_in(at, work, reading)
        scribe = Scribe(at, work, opened.case, opened.definition)
        for path, entry in seen.items():
            found = last.answers.get(path)
            if found is None or found.entry != entry:
                raise HsbAssessError(
                    "not_last_time",
                    "This was not answered so last time, or it was changed there since.",
                    "Look at the question again and answer it as it is today.",
                )
            _need_fit(reading, found)
            _say(at, work, opened, scribe, found)
            work.audit.note("taken_over", path, {"entry": entry})
        written = tuple(work.entries.appended)
    return Change("taken_over", opened.case, assessment, frozenset(seen), entries=written)


def _need_fit(reading: Reading, found: Last) -> None:
    if reading.raw(found.path).is_asked():
        raise HsbAssessError(
            "answered_already",
            "This question is answered already.",
            "Say that it was not asked yet, then the answer of last time can be taken over.",
        )
    if not reading.engine.visible(found.path):
        raise HsbAssessError(
            "not_asked_now", "This question is not asked as things stand.", "Answer what stands before it first."
        )
    fits = found.fits and not withheld(reading.engine.withheld, found)
    if not fits:
        why = NOTES[Note.WITHHELD] if found.fits else " ".join(NOTES[each] for each in found.notes)
        raise HsbAssessError("not_fit", why, "Answer the question as it is today.")


def _say(at: Workplace, work: Work, opened: Opened, scribe: Scribe, found: Last) -> None:
    place = place_of(opened.definition, opened.assessment, found.path)
    work.drafts.remove(opened.case, opened.assessment, found.path)
    scribe.say(place.stream, place.subject, place.key, found.answer.body())
    mark = mark_of(found.entry, found.answer, found.asked)
    scribe.say(Stream.ANSWERS, opened.assessment, f"{TAKEN_KEY}{found.path}", mark)
    follow_nation(at, work, opened, found.path, found.answer.value)


def bring_row(at: Workplace, assessment: str, row_path: str) -> Change:
    """List a row of last time again; nothing that was answered in it is answered here. ``created`` is its id.

    Codes: ``not_last_time``, ``not_asked_now`` (its list, or the row around it, is not here).
    """
    need_role(at, ASSESSORS)
    with at.book.begin("row_added") as work:
        opened = open_assessment(at, work, assessment)
        reading = read_assessment(at, work, assessment)
        group, _, row = row_path.removesuffix("]").rpartition("[")
        if row not in last_time_in(at, work, reading).rows.get(group, ()):
            raise HsbAssessError(
                "not_last_time", "This was not listed last time.", "Add it to the list as it is today."
            )
        above = parent_row(row_path)
        if opened.definition.find(address_of(group)) is None or not reading.engine.visible(group):
            raise HsbAssessError(
                "not_asked_now", "This list is not asked as things stand.", "Answer what stands before it first."
            )
        if above is not None and not reading.engine.visible(above):
            raise HsbAssessError("not_asked_now", "The row around this list is not here.", "Bring that one in first.")
        if row not in reading.rows_of.get(group, ()):
            place = place_of(opened.definition, assessment, row_path)
            scribe = Scribe(at, work, opened.case, opened.definition)
            scribe.say(place.stream, place.subject, place.key, {"order": 0})
        written = tuple(work.entries.appended)
    return Change("row_added", opened.case, assessment, frozenset({row_path}), created=row, entries=written)
