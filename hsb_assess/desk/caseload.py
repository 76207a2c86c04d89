"""The caseload: open a case, and see for every case where it stands and whom it waits on."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, cast

from hsb_assess import __version__
from hsb_assess.desk.closed import closing_of
from hsb_assess.desk.gathering import ASSESSORS, write_thing
from hsb_assess.desk.judging import judge
from hsb_assess.desk.keeping import within
from hsb_assess.desk.meanwhile import alerts_of
from hsb_assess.desk.opening import ASSESSMENT_KEY, definition_by_hash, read_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.standing import STATE_WORDS, Standing, standing_of, supervisors
from hsb_assess.desk.workplace import Change, Workplace, need_role
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import Stream
from hsb_assess.record.history import slots
from hsb_assess.record.taken import AFTER
from hsb_assess.rules.clocks import State, clocks
from hsb_assess.rules.watches import STALE_PLAN

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.rules.clocks import Clock as RunningClock
    from hsb_assess.vault.book import Work

__all__ = ["AssessmentLine", "CaseLine", "assessments", "cases", "create_case", "is_behind", "name_of", "refresh"]

CASE_KEY = "@case"
NAME: Final = "M00.name"
"""Where a form asks how this child is called."""


@dataclass(frozen=True)
class AssessmentLine:
    """One assessment of a case: which form, since when (ISO day), where it stands, and which one it follows, if any."""

    id: str
    title: str
    started: str
    standing: Standing
    after: str = ""


@dataclass(frozen=True)
class CaseLine:
    """One line of the caseload. ``alerts`` are messages of findings that stand tonight.

    ``state`` is one of :data:`.standing.STATE_WORDS`, ``new`` without an assessment, ``closed``, or ``unreadable``.
    ``due`` is the earliest day (ISO) on which something of the newest assessment is due and not done, ``due_clock`` the
    name of its clock (:mod:`hsb_assess.rules.clocks`), ``late`` how many are over, ``soon`` whether one is due soon.
    ``stale`` says that a condition changed after the safety plan, ``conflicts`` how many questions two people answered
    unseen by each other, ``unsent`` that this laptop wrote since the last package about the case was made.
    ``look_again`` says that the day has come from which somebody may look whether its file is still needed.
    """

    case: str
    ref: str
    name: str = field(repr=False)
    assessment: str | None
    state: str
    words: str
    waiting_on: str
    alerts: tuple[str, ...]
    changed: str
    look_again: bool = False
    due: str = ""
    due_clock: str = ""
    late: int = 0
    soon: bool = False
    stale: bool = False
    conflicts: int = 0
    unsent: bool = False

    @property
    def is_mine(self) -> bool:
        """Whether it waits on this person."""
        return self.waiting_on == "you"


def create_case(at: Workplace, ref: str) -> Change:
    """Open a case for one child under the service's own reference; ``Change.created`` is its id.

    The child and the worker become people of the case, so that both can be picked from the first answer on.
    """
    need_role(at, ASSESSORS)
    if not ref.strip():
        raise HsbAssessError(
            "reference_needed", "A case needs a reference.", "Type the reference that your service uses."
        )
    case = new_id()
    with at.book.begin("case_opened", case=case) as work:
        scribe = Scribe(at, work, case)
        scribe.say(Stream.CASE_FACTS, case, CASE_KEY, {"value": ref.strip()}, fresh=True)
        write_thing(scribe, "person", {"label": "this child", "is": "this_child"})
        write_thing(
            scribe,
            "person",
            {
                "label": at.identity.name,
                "is": "worker",
                "role": at.identity.role,
                "agency": at.identity.agency,
                "card": answered(at.identity.person),
            },
        )
    return Change("case_opened", case=case, created=case)


def assessments(at: Workplace, case: str) -> tuple[AssessmentLine, ...]:
    """Return the assessments of a case, newest first."""
    with at.book.begin("read", case=case, write=False) as work:
        return _assessments(at, work, case)


def _assessments(at: Workplace, work: Work, case: str) -> tuple[AssessmentLine, ...]:
    lines = []
    for slot, heads in slots(work.entries.heads(case)).items():
        if slot.key == ASSESSMENT_KEY:
            instrument = heads[-1].instrument
            known = definition_by_hash(at, work, instrument.hash) if instrument is not None else None
            title = known.title.get(at.language) if known is not None else "Assessment"
            lines.append(
                AssessmentLine(
                    slot.subject,
                    title,
                    heads[-1].recorded[:10],
                    standing_of(at, work, case, slot.subject),
                    str(heads[-1].body.get(AFTER, "")),
                )
            )
    return tuple(sorted(lines, key=lambda line: line.id, reverse=True))


def cases(at: Workplace) -> tuple[CaseLine, ...]:
    """Return a line for every case in the vault, in the order of their references.

    A line is worked out once for what the case says and for the day, and kept; what cannot be read is said in its
    own line and keeps nobody from the others. A workplace that only reads tells again what it told, until something
    in the vault is changed.
    """
    return _told(at).lines


def is_behind(at: Workplace) -> bool:
    """Say whether lines are missing in the vault, or are of another day: those are worked out again each time."""
    return bool(_told(at).made)


@dataclass(frozen=True)
class _Told:
    """Every line in its order, and the cases whose line is not in the vault as it should be."""

    lines: tuple[CaseLine, ...]
    made: tuple[str, ...]


def _told(at: Workplace) -> _Told:
    with at.book.begin("read", write=False) as work:
        state = (at.clock.today(), work.version) if at.book.read_only else None
        before, known = at.told.get(CASE_KEY, (None, None))
        if state is not None and before == state and isinstance(known, _Told):
            return known
        lines, made = _lines(at, work)
        told = _Told(tuple(sorted(lines.values(), key=_order)), made)
        at.told[CASE_KEY] = (state, told)
        return told


def refresh(at: Workplace) -> None:
    """Write the lines that are missing or of another day into the vault, for the next time; leaves no audit row."""
    with at.book.begin("caseload_kept") as work:
        lines, made = _lines(at, work)
        for case in made:
            work.caseload.upsert(case, {"basis": _basis(at, work), "line": cast("JsonValue", asdict(lines[case]))})


def _basis(at: Workplace, work: Work) -> str:
    """Return what a line depends on besides its case: the day, the checks and their words, whose decisions count."""
    sheets = (at.catalogue.rule_texts().hash, at.catalogue.language().hash)
    return " ".join((at.clock.today().isoformat(), __version__, *sheets, at.role, *sorted(supervisors(at, work))))


def _lines(at: Workplace, work: Work) -> tuple[dict[str, CaseLine], tuple[str, ...]]:
    """Return every case's line, and the cases whose line is not in the vault as it should be."""
    basis = _basis(at, work)
    # An entry that joins a case throws its line away, so a line that is there is of what the case says now.
    lines = {row.case: line for row in work.caseload.all() if (line := _kept(row.summary, basis)) is not None}
    made, cases = [], work.entries.cases()
    for gone in at.lines.keys() - {*cases}:
        del at.lines[gone]
    for case in cases:
        if case in lines:
            continue
        made.append(case)
        now = (basis, work.entries.mark(case))
        before, known = at.lines.get(case, (None, None))
        if before == now and isinstance(known, CaseLine):
            lines[case] = known
            continue
        lines[case] = _safe_line(at, work, case)
        at.lines[case] = (now, lines[case])
    return lines, tuple(made)


def _kept(summary: JsonValue, basis: str) -> CaseLine | None:
    if not isinstance(summary, dict) or summary.get("basis") != basis or not isinstance(summary.get("line"), dict):
        return None
    given: dict[str, Any] = dict(cast("dict[str, Any]", summary["line"]))
    try:
        return CaseLine(**{**given, "alerts": tuple(given["alerts"])})
    except (KeyError, TypeError):
        return None


def _safe_line(at: Workplace, work: Work, case: str) -> CaseLine:
    try:
        return _line(at, work, case)
    except HsbAssessError as error:
        words = error.what
    except Exception:  # noqa: BLE001 - one case that cannot be read must not keep anybody from the others
        words = "Something in this case cannot be read by this version."
    return CaseLine(case, _ref(work, case), "", None, "unreadable", words, "", (), "")


def _ref(work: Work, case: str) -> str:
    opened = work.entries.heads(case, case, CASE_KEY)
    ref = opened[-1].body.get("value") if opened else None
    return ref if isinstance(ref, str) else ""


def _order(line: CaseLine) -> tuple[str, str]:
    return (line.ref.casefold(), line.case)


def _line(at: Workplace, work: Work, case: str) -> CaseLine:
    opened = work.entries.heads(case, case, CASE_KEY)
    started = _assessments(at, work, case)
    closing = closing_of(work, case)
    line = CaseLine(
        case=case,
        ref=_ref(work, case),
        name="",
        assessment=started[0].id if started else None,
        state="new",
        words=STATE_WORDS["new"],
        waiting_on="",
        alerts=(),
        changed=opened[-1].recorded if opened else "",
        unsent=closing is None and _is_unsent(at, work, case),
    )
    if started:
        line = _with_assessment(at, work, line, started[0].standing)
    if closing is None:
        return line
    return replace(
        line,
        state="closed",
        words=STATE_WORDS["closed"],
        waiting_on="",
        alerts=(),
        changed=max(line.changed, closing.at),
        look_again=within(at, work, case).is_due(at.clock.today()),
        due="",
        due_clock="",
        late=0,
        soon=False,
        stale=False,
    )


def _with_assessment(at: Workplace, work: Work, line: CaseLine, standing: Standing) -> CaseLine:
    reading = read_assessment(at, work, str(line.assessment))
    report = judge(at, reading)
    running = {State.OVERDUE, State.DUE_SOON, State.RUNNING}
    waiting = [
        clock
        for clock in clocks(reading, at.clock.today())
        if clock.state in running and clock.done is None and clock.due is not None
    ]
    first = min(waiting, key=_due, default=None)
    late = [clock for clock in waiting if clock.state is State.OVERDUE]
    return replace(
        line,
        name=reading.text(NAME) or _name(work, line.case),
        state=standing.state,
        words=STATE_WORDS[standing.state],
        waiting_on=standing.waiting_on,
        alerts=tuple(each.message for each in alerts_of(at, work, reading, report.findings)),
        changed=max((each.recorded for each in reading.recorded_at.values()), default=line.changed),
        due=_due(first) if first is not None else "",
        due_clock=first.name if first is not None else "",
        late=len(late),
        soon=any(clock.state is State.DUE_SOON for clock in waiting),
        stale=any(clock.name == STALE_PLAN for clock in late),
        conflicts=len(reading.conflicts),
    )


def _name(work: Work, case: str) -> str:
    """Return how this child was called when it was last answered in the case: who it is about is known before it is asked anew."""
    said = [head for head in work.entries.heads(case, key=NAME) if isinstance(head.body.get("value"), str)]
    return str(max(said, key=lambda head: head.id).body["value"]) if said else ""


def name_of(at: Workplace, case: str) -> str:
    """Return how this child is called, from the newest answer to it in any assessment of the case; else empty."""
    with at.book.begin("read", case=case, write=False) as work:
        return _name(work, case)


def _due(clock: RunningClock) -> str:
    return clock.due.isoformat() if clock.due is not None else ""


def _is_unsent(at: Workplace, work: Work, case: str) -> bool:
    """Say whether this laptop wrote since the last package; a case that never went anywhere waits for nobody."""
    sent = work.parcels.sent(case)
    if not sent and not work.parcels.senders(case):
        return False
    # Both are uuid7, made on this laptop: what was made later has the greater one.
    last = sent[-1].package if sent else ""
    return any(head.id > last for head in work.entries.heads(case) if head.device == at.identity.device)
