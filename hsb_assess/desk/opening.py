"""Opens an assessment for reading: its case, the definition it was made with, and what stands in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.closed import CLOSING_KEY, closing_in
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.catalogue import Sheet
from hsb_assess.instrument.compiled import read_checked
from hsb_assess.instrument.plan import plan_of
from hsb_assess.record.history import Slot, slots
from hsb_assess.record.projection import project
from hsb_assess.record.taken import AFTER

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.reading import Reading
    from hsb_assess.vault.book import Work

__all__ = [
    "ASSESSMENT_KEY",
    "GUIDANCE_KIND",
    "Opened",
    "definition_by_hash",
    "get_ready",
    "kept_guidance",
    "look_ahead",
    "open_assessment",
    "read_assessment",
]

ASSESSMENT_KEY = "@assessment"
"""The key of the entry that starts an assessment: which form, tier, guidance profile."""

GUIDANCE_KIND: Final = "guidance"
"""What a guidance profile is called among the definitions that a vault keeps with its record."""


@dataclass(frozen=True)
class Opened:
    """An assessment's fixed particulars.

    ``profile`` is the nation whose guidance it keeps and ``profile_hash`` the hash of that guidance, empty in a
    record of the first version, which did not say. ``after`` is the assessment that this one follows, empty where it
    follows none.
    """

    case: str
    assessment: str
    definition: Definition
    profile: str
    profile_hash: str = ""
    tier: str = "full"
    after: str = ""

    def body(self) -> dict[str, JsonValue]:
        """Return what the entry that starts an assessment says."""
        body: dict[str, JsonValue] = {"value": self.tier, "profile": self.profile}
        if self.profile_hash:
            body["profile_hash"] = self.profile_hash
        if self.after:
            body[AFTER] = self.after
        return body


def definition_by_hash(at: Workplace, work: Work, wanted: str) -> Definition | None:
    """Return the form with this hash: one that came with the program, or one that this vault keeps; else ``None``."""
    found = at.catalogue.by_hash(wanted)
    if found is not None:
        return found
    kept = work.definitions.get(wanted)
    return _read_once(kept.content) if kept is not None else None


@lru_cache(maxsize=4)
def _read_once(content: bytes) -> Definition:
    """Read a form that the vault keeps; the few that are in use are read once, as those that came with the program are."""
    return read_checked(content)


def get_ready(at: Workplace) -> None:
    """Read the forms that assessments are made with here, and work out what follows from what: done while nobody waits."""
    with at.book.begin("read", write=False) as work:
        for wanted in work.entries.forms():
            definition = definition_by_hash(at, work, wanted)
            if definition is not None:
                plan_of(definition)


def look_ahead(at: Workplace, case: str) -> None:
    """Read what is true of a case: whoever opens it next waits less. Nothing is shown, so nothing is noted."""
    with at.book.begin("read", write=False) as work:
        work.entries.heads(case)


def open_assessment(at: Workplace, work: Work, assessment: str) -> Opened:
    """Return what ``assessment`` was started with, and tell the unit of work which case it is about.

    Raises ``no_such_assessment`` and ``no_such_form``.
    """
    case = work.entries.case_of(assessment)
    started = work.entries.heads(case, assessment, ASSESSMENT_KEY) if case is not None else ()
    if case is None or not started:
        raise HsbAssessError(
            "no_such_assessment",
            "This assessment is not in this vault.",
            "Go back to the caseload and open it from there.",
        )
    work.case = case
    entry = started[-1]
    profile = entry.body.get("profile")
    wanted = "" if entry.instrument is None else entry.instrument.hash
    definition = definition_by_hash(at, work, wanted)
    if definition is None:
        raise HsbAssessError(
            "no_such_form",
            "The form that this assessment was made with is not on this laptop.",
            "Ask the sender to send the case again; a package carries its form.",
        )
    return Opened(
        case,
        assessment,
        definition,
        profile if isinstance(profile, str) and profile in at.catalogue.profiles() else "england",
        _text(entry.body.get("profile_hash")),
        _text(entry.body.get("value")) or "full",
        _text(entry.body.get(AFTER)),
    )


def _text(value: JsonValue) -> str:
    return value if isinstance(value, str) else ""


def kept_guidance(at: Workplace, work: Work, opened: Opened) -> Sheet:
    """Return the guidance that an assessment keeps, whatever has come since; raises ``no_such_guidance``."""
    if not opened.profile_hash:
        return at.catalogue.first_profile(opened.profile)
    shipped = at.catalogue.profile(opened.profile)
    if shipped.hash == opened.profile_hash:
        return shipped
    kept = work.definitions.get(opened.profile_hash)
    if kept is None or kept.kind != GUIDANCE_KIND:
        raise HsbAssessError(
            "no_such_guidance",
            "The guidance that this assessment keeps is not on this laptop.",
            "Ask the sender to send the case again; a package carries its guidance.",
        )
    return Sheet(opened.profile, json.loads(kept.content), opened.profile_hash)


def read_assessment(at: Workplace, work: Work, assessment: str) -> Reading:
    """Return the reading of ``assessment`` as the record stands in this unit of work; of a closed case on the day it closed."""
    opened = open_assessment(at, work, assessment)
    profile = kept_guidance(at, work, opened)
    standing = slots(work.entries.heads(opened.case))
    closing = closing_in(standing.get(Slot(opened.case, CLOSING_KEY), ()))
    return project(
        opened.case,
        assessment,
        opened.definition,
        standing,
        today=at.clock.today() if closing is None else closing.on,
        profile=profile.content,
        profile_hash=profile.hash,
        rules_hash=at.catalogue.rule_texts().hash,
    )
