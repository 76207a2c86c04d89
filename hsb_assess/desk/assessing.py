"""Acts on an assessment: start it, answer, leave a draft, add and remove rows, settle a conflict, justify."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.desk.caseload import CASE_KEY
from hsb_assess.desk.closed import need_open
from hsb_assess.desk.gathering import ASSESSORS, write_thing
from hsb_assess.desk.guidance import guidance_in_force, keep
from hsb_assess.desk.guidancekept import follow_nation
from hsb_assess.desk.judging import judge
from hsb_assess.desk.lists import extended
from hsb_assess.desk.opening import ASSESSMENT_KEY, Opened, definition_by_hash, open_assessment, read_assessment
from hsb_assess.desk.organisation import standard_profile
from hsb_assess.desk.scraps import MARK as SCRAP_MARK
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.workplace import Change, Workplace, need_role, need_writer
from hsb_assess.domain.answer import NOT_ASKED, Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.domain.roles import Role
from hsb_assess.instrument.compiled import compile_definition
from hsb_assess.instrument.tiers import scope_of
from hsb_assess.instrument.values import value_faults
from hsb_assess.record.entry import Stream
from hsb_assess.record.history import slots
from hsb_assess.record.places import KIND_KEY, Place, place_of, stream_of_kind
from hsb_assess.record.projection import things_of
from hsb_assess.record.taken import TAKEN_KEY
from hsb_assess.rules.finding import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.entry import Entry
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Report
    from hsb_assess.vault.book import Work
    from hsb_assess.vault.stores import Draft

__all__ = [
    "ACCEPTED_KEY",
    "JUSTIFICATION_KEY",
    "add_row",
    "alerts",
    "drafts",
    "findings",
    "form_of",
    "justify",
    "put_draft",
    "reading",
    "record_answer",
    "remove_row",
    "restore_row",
    "settle",
    "start_assessment",
]

JUSTIFICATION_KEY = "@justification."
ACCEPTED_KEY = "@accepted."
REFERENCE: Final = "M00.ref"
"""Where a form asks for the case's reference, which was typed when the case was opened."""

NATION: Final = "M00.jurisdiction"
LEAD: Final = "M00.lead"
"""What the guidance profile and the person who starts an assessment answer by being what they are."""


def start_assessment(
    at: Workplace,
    case: str,
    *,
    instrument: str = "holistic",
    profile: str = "",
    tier: str = "",
    form: str = "",
    after: str = "",
) -> Change:
    """Start an assessment in ``case`` with the newest version of a form; ``Change.created`` is its id.

    ``form`` is the hash of another form that this vault has (:func:`.forms.choices`); it stands for ``instrument``.

    It begins with the first day, or whatever else the form begins with, unless ``tier`` names another tier. Its lists
    have the options that this area added. It keeps the guidance of the nation ``profile`` as it is in force now, until
    somebody moves it; without one, that of the nation which the organisation sets, else of England. ``after`` names the
    assessment that it follows (:func:`.again.reassess`): nothing of what that one said is in it.
    """
    need_role(at, ASSESSORS)
    definition = _chosen(at, form) if form else at.catalogue.latest(instrument)
    begun = tier if tier and definition.tiers is not None else _first_tier(definition)
    assessment = new_id()
    with at.book.begin("assessment_started", case=case) as work:
        definition = extended(work, definition)
        work.definitions.put(
            definition.hash,
            "instrument",
            definition.id,
            definition.version,
            compile_definition(definition),
        )
        profile = profile or standard_profile(at, work)
        guidance = guidance_in_force(at, work, profile)
        keep(work, guidance)
        scribe = Scribe(at, work, case, definition)
        scribe.say(
            Stream.ANSWERS,
            assessment,
            ASSESSMENT_KEY,
            Opened(case, assessment, definition, profile, guidance.hash, begun, after).body(),
            fresh=True,
        )
        opened = work.entries.heads(case, case, CASE_KEY)
        known = {
            REFERENCE: opened[-1].body.get("value") if opened else None,
            NATION: at.catalogue.profile(profile).content.get("nation"),
            LEAD: _own_person(at, work, case) if at.role == Role.PRACTITIONER else None,
        }
        for address, value in _filled_in(definition, known, begun):
            stream = Stream(definition.module(address).stream.value)
            scribe.say(stream, assessment, address, Answer(value=value).body(), fresh=True)
    return Change("assessment_started", case=case, assessment=assessment, created=assessment)


def _chosen(at: Workplace, form: str) -> Definition:
    with at.book.begin("read", write=False) as work:
        found = definition_by_hash(at, work, form)
    if found is None:
        raise HsbAssessError(
            "no_such_form", "This form is not in this vault.", "Import it again, then start the assessment."
        )
    return found


def _first_tier(definition: Definition) -> str:
    """Return the tier in which a form begins; *full* where it has none or does not say."""
    tiers = definition.tiers
    begun = definition.item(tiers.question).initial if tiers is not None else None
    return begun if isinstance(begun, str) else "full"


def _own_person(at: Workplace, work: Work, case: str) -> str | None:
    """Return the person of a case who is whoever sits here, or ``None``."""
    people = things_of(slots(work.entries.heads(case))).values()
    return next((each.id for each in people if each.text("card") == at.identity.person), None)


def _filled_in(definition: Definition, known: Mapping[str, JsonValue], tier: str) -> Iterator[tuple[str, JsonValue]]:
    """Yield what a new assessment says before anybody has answered: the form's own values, and what is known already."""
    kept = definition.tiers.question if definition.tiers is not None else ""
    left_out = scope_of(definition, tier).left_out
    begun = definition.tiers.tier(tier) if definition.tiers is not None else None
    if kept:
        yield kept, tier
    if begun is not None:
        yield from begun.fills.items()
    for item in definition.items():
        if item.address == kept or item.address in left_out:
            continue
        if item.initial is not None and "[" not in item.address and not _in_repeat(definition, item.address):
            yield item.address, item.initial
    for address, value in known.items():
        asked = definition.find(address)
        if asked is not None and value and not value_faults(definition, asked, value):
            yield address, value


def _in_repeat(definition: Definition, address: str) -> bool:
    parts = address.split(".")
    above = (definition.find(".".join(parts[:end])) for end in range(2, len(parts)))
    return any(group is not None and group.repeats for group in above)


def reading(at: Workplace, assessment: str) -> Reading:
    """Return what the assessment says now."""
    with at.book.begin("read", write=False) as work:
        return read_assessment(at, work, assessment)


def _standing(work: Work, case: str, place: Place) -> tuple[Entry, ...]:
    """Return the heads in one place; what was said under the same key in another stream is not one of them."""
    return tuple(head for head in work.entries.heads(case, place.subject, place.key) if head.stream is place.stream)


def record_answer(
    at: Workplace,
    assessment: str,
    path: str,
    answer: Answer,
    *,
    occurred: datetime | None = None,
    noted: bool = False,
) -> Change:
    """Record an answer or an absence at ``path``; the draft that was typed there is sealed with it.

    An answer equal to the one that stands writes nothing; nor does *not yet asked* where nothing stands, such as an emptied
    draft, unless somebody ``noted`` it. Shape faults do not stop recording: they are
    shown beside the question and only signing refuses.
    """
    with at.book.begin("answer_recorded") as work:
        opened = open_assessment(at, work, assessment)
        place = place_of(opened.definition, assessment, path)
        need_writer(at, place.stream)
        work.drafts.remove(opened.case, assessment, path)
        standing = _standing(work, opened.case, place)
        body = answer.body()
        unchanged = (len(standing) == 1 and standing[0].body == body) or (
            not standing and not answer.is_asked() and not noted
        )
        if not unchanged:
            scribe = Scribe(at, work, opened.case, opened.definition)
            scribe.say(place.stream, place.subject, place.key, body, occurred=occurred, standing=standing)
            if not answer.is_asked():
                _not_taken_over(work, scribe, opened, path)
            follow_nation(at, work, opened, path, answer.value)
        written = tuple(work.entries.appended)
    return Change("answer_recorded", opened.case, assessment, frozenset({path}), entries=written)


def _not_taken_over(work: Work, scribe: Scribe, opened: Opened, path: str) -> None:
    """Take back the mark that an answer was taken over: whatever is said there next is said anew."""
    key = f"{TAKEN_KEY}{path}"
    standing = work.entries.heads(opened.case, opened.assessment, key)
    if any("value" in head.body for head in standing):
        scribe.say(Stream.ANSWERS, opened.assessment, key, NOT_ASKED.body(), standing=standing)


def form_of(at: Workplace, assessment: str) -> Definition | None:
    """Return the form of an assessment, or ``None`` where either is not in this vault."""
    try:
        with at.book.begin("read", write=False) as work:
            return open_assessment(at, work, assessment).definition
    except HsbAssessError:
        return None


def put_draft(at: Workplace, assessment: str, path: str, value: JsonValue, cursor: int = 0) -> Change:
    """Keep what is being typed at ``path``, durably, without making an entry of every burst of keys."""
    with at.book.begin("draft_kept") as work:
        opened = open_assessment(at, work, assessment)
        need_open(work, opened.case)
        need_writer(at, place_of(opened.definition, assessment, path).stream)
        work.drafts.put(opened.case, assessment, path, {"value": value}, cursor)
    return Change("draft_kept", opened.case, assessment, frozenset({path}))


def drafts(at: Workplace, assessment: str) -> tuple[Draft, ...]:
    """Return what was being typed in this assessment and is not an entry yet."""
    with at.book.begin("read", write=False) as work:
        opened = open_assessment(at, work, assessment)
        return tuple(
            draft
            for draft in work.drafts.of_case(opened.case)
            if draft.subject == assessment and not draft.key.startswith(SCRAP_MARK)
        )


def add_row(at: Workplace, assessment: str, group_path: str) -> Change:
    """Add a row to a repeating group, or a thing where the group's rows are things; ``created`` is its id."""
    with at.book.begin("row_added") as work:
        opened = open_assessment(at, work, assessment)
        group = opened.definition.find(group_path)
        if group is None or not group.repeats:
            raise HsbAssessError("no_such_group", "This form has no such list.", "Open the assessment again.")
        scribe = Scribe(at, work, opened.case, opened.definition)
        if group.kind is not None:
            need_role(at, ASSESSORS)
            row = write_thing(scribe, group.kind, {})
        else:
            row = new_id()
            place = place_of(opened.definition, assessment, f"{group_path}[{row}]")
            need_writer(at, place.stream)
            # Row ids sort by time, so the order of adding is kept without counting what is there.
            scribe.say(place.stream, place.subject, place.key, {"order": 0}, fresh=True)
        written = tuple(work.entries.appended)
    path = f"{group_path}[{row}]"
    return Change("row_added", opened.case, assessment, frozenset({path}), created=row, entries=written)


def remove_row(at: Workplace, assessment: str, row_path: str) -> Change:
    """Take a row out of its list; its answers stay in the history."""
    with at.book.begin("row_removed") as work:
        opened = open_assessment(at, work, assessment)
        place = place_of(opened.definition, assessment, row_path)
        need_writer(at, place.stream)
        body: dict[str, JsonValue] = {"removed": True}
        if place.thing and place.key == KIND_KEY:
            group = opened.definition.item(row_path)
            body["value"] = group.kind
            stream = stream_of_kind(group.kind or "")
        else:
            stream = place.stream
        Scribe(at, work, opened.case, opened.definition).say(stream, place.subject, place.key, body)
        written = tuple(work.entries.appended)
    return Change("row_removed", opened.case, assessment, frozenset({row_path}), entries=written)


def restore_row(at: Workplace, assessment: str, row_path: str) -> Change:
    """Put back a row or thing that was taken out, as a new entry; what was answered in it is read again."""
    with at.book.begin("row_restored") as work:
        opened = open_assessment(at, work, assessment)
        place = place_of(opened.definition, assessment, row_path)
        need_writer(at, place.stream)
        standing = _standing(work, opened.case, place)
        if not any(head.body.get("removed") for head in standing):
            return Change("row_restored", opened.case, assessment)
        body: dict[str, JsonValue] = {"order": 0}
        if place.thing and place.key == KIND_KEY:
            body = {"value": opened.definition.item(row_path).kind}
        Scribe(at, work, opened.case, opened.definition).say(
            place.stream, place.subject, place.key, body, standing=standing
        )
        written = tuple(work.entries.appended)
    return Change("row_restored", opened.case, assessment, frozenset({row_path}), entries=written)


def settle(at: Workplace, assessment: str, path: str, entry: str, reason: str) -> Change:
    """Decide between two answers that were given unseen: keep ``entry``'s, with a reason that is recorded."""
    if not reason.strip():
        raise HsbAssessError(
            "reason_needed", "Two people answered differently.", "Say in a sentence why this one stands."
        )
    with at.book.begin("conflict_settled") as work:
        opened = open_assessment(at, work, assessment)
        place = place_of(opened.definition, assessment, path)
        need_writer(at, place.stream)
        kept = [head for head in _standing(work, opened.case, place) if head.id == entry]
        if not kept:
            raise HsbAssessError(
                "answer_changed", "This answer has changed meanwhile.", "Look at it again and decide then."
            )
        Scribe(at, work, opened.case, opened.definition).say(
            place.stream, place.subject, place.key, {**kept[0].body, "settled": reason.strip()}
        )
        follow_nation(at, work, opened, path, kept[0].body.get("value"))
    return Change("conflict_settled", opened.case, assessment, frozenset({path}))


def findings(at: Workplace, assessment: str) -> Report:
    """Return what the rules find in the assessment as it stands, at the gate of submission."""
    read = reading(at, assessment)
    return judge(at, read)


def alerts(at: Workplace, assessment: str) -> Report:
    """Return what is shown while recording: the few rules about tonight, judged alone."""
    return judge(at, reading(at, assessment), gate=Gate.ALERT)


def justify(at: Workplace, assessment: str, finding_key: str, text: str, evidence: Sequence[str] = ()) -> Change:
    """Explain a finding in writing, citing evidence; the supervisor accepts or refuses each singly."""
    need_role(at, ASSESSORS)
    with at.book.begin("finding_justified") as work:
        opened = open_assessment(at, work, assessment)
        Scribe(at, work, opened.case, opened.definition).say(
            Stream.ANSWERS,
            assessment,
            f"{JUSTIFICATION_KEY}{finding_key}",
            Answer(value=text.strip(), evidence=tuple(evidence)).body(),
        )
        work.audit.note("rule_overridden", finding_key)
        written = tuple(work.entries.appended)
    return Change("finding_justified", opened.case, assessment, entries=written)
