"""What stands tonight while a child is assessed again: the alerts of the new assessment, and those of the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk.judging import judge
from hsb_assess.desk.opening import read_assessment
from hsb_assess.desk.standing import submissions
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.taken import follows
from hsb_assess.rules.finding import Gate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Finding
    from hsb_assess.vault.book import Work

__all__ = ["alerts_of", "standing_alerts"]


def alerts_of(at: Workplace, work: Work, reading: Reading, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the alerts among what was ``found`` in an assessment, and those of the one that it follows.

    Until the new one has gone to somebody, what stood tonight by the last one stands tonight: that a question is asked
    anew answers nothing.
    """
    alerts = {each.key: each for each in found if each.alert}
    after = follows(reading)
    if not after or work.entries.case_of(after) != reading.case:
        return tuple(alerts.values())
    if submissions(at, work, reading.case, reading.assessment):
        return tuple(alerts.values())
    try:
        before = read_assessment(at, work, after)
    except HsbAssessError:  # its form or guidance is not here
        return tuple(alerts.values())
    told = {each.message for each in alerts.values()}
    still = (each for each in judge(at, before, gate=Gate.ALERT).findings if each.alert and each.message not in told)
    return (*alerts.values(), *{each.key: each for each in still}.values())


def standing_alerts(at: Workplace, assessment: str) -> tuple[Finding, ...]:
    """Return what stands tonight in the case of an assessment."""
    with at.book.begin("read", write=False) as work:
        reading = read_assessment(at, work, assessment)
        return alerts_of(at, work, reading, judge(at, reading).findings)
