"""What stands tonight while a child is assessed again: what the new assessment says, and where it says nothing yet, the last one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hsb_assess.desk.judging import judge
from hsb_assess.desk.lasttime import last_time_in
from hsb_assess.desk.opening import read_assessment
from hsb_assess.desk.standing import submissions
from hsb_assess.record.taken import follows
from hsb_assess.rules.finding import Gate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Finding
    from hsb_assess.vault.book import Work

__all__ = ["Together", "alerts_of", "standing_alerts", "together"]


@dataclass(frozen=True)
class Together:
    """An assessment with what the one before it says where it says nothing yet.

    ``reading`` is that of the new one with those answers in it, ``earlier`` the day (ISO) on which each was given, by path.
    It is made to be looked at tonight and is kept nowhere.
    """

    reading: Reading = field(repr=False)
    earlier: Mapping[str, str] = field(default_factory=dict)


def together(at: Workplace, work: Work, reading: Reading) -> Together:
    """Return what is known of a child tonight; nothing of an earlier assessment once this one has gone to somebody.

    That a question is asked anew answers nothing, so until then what was said last time stands. What this form does not take
    any more is left out, and so is a reason for no answer whose day to ask again has come.
    """
    if not follows(reading) or submissions(at, work, reading.case, reading.assessment):
        return Together(reading)
    last = last_time_in(at, work, reading)
    before = last.reading
    if before is None:
        return Together(reading)
    rows = {group: ids for group, ids in last.rows.items() if not reading.rows_of.get(group)}
    kept = {path: each for path, each in last.answers.items() if each.fits and not reading.raw(path).is_asked()}
    known = {**reading.rows_of, **rows}
    kept = {path: each for path, each in kept.items() if all(row in known.get(group, ()) for group, row in _rows(path))}
    said = {path: each.answer for path, each in kept.items()}
    recorded = {
        path: before.recorded_at[each.before] for path, each in kept.items() if each.before in before.recorded_at
    }
    whole = replace(
        reading,
        answers={**reading.answers, **said},
        rows_of=known,
        recorded_at={**reading.recorded_at, **recorded},
    )
    return Together(whole, {path: each.asked for path, each in kept.items() if path not in whole.dormant})


def _rows(path: str) -> Iterator[tuple[str, str]]:
    """Yield the list and the row of each pair of brackets in a path."""
    end = path.find("]")
    while end != -1:
        group, _, row = path[:end].rpartition("[")
        yield group, row
        end = path.find("]", end + 1)


def alerts_of(at: Workplace, work: Work, reading: Reading, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the alerts that stand tonight: those among what was ``found``, where the assessment follows none.

    Where it does, they are those of both together (see :func:`together`), and those of the last one about what this form does
    not take as it was said, until somebody answers that anew.
    """
    whole = together(at, work, reading)
    if whole.reading is reading:
        return tuple({each.key: each for each in found if each.alert}.values())
    alerts = {each.key: each for each in judge(at, whole.reading, gate=Gate.ALERT).findings if each.alert}
    told = {each.message for each in alerts.values()}
    before = read_assessment(at, work, follows(reading))
    for each in judge(at, before, gate=Gate.ALERT).findings:
        known = any(whole.reading.raw(path).is_asked() for path in each.questions)
        if each.alert and each.message not in told and not known:
            alerts.setdefault(each.key, each)
    return tuple(alerts.values())


def standing_alerts(at: Workplace, assessment: str) -> tuple[Finding, ...]:
    """Return what stands tonight in the case of an assessment."""
    with at.book.begin("read", write=False) as work:
        reading = read_assessment(at, work, assessment)
        return alerts_of(at, work, reading, judge(at, reading, gate=Gate.ALERT).findings)
