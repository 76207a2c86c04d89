"""R09 and R10: what health knows is used; where somebody may need medical care, a clinician is asked at once, and nothing says that it is too late."""

from __future__ import annotations

from datetime import datetime

import pytest

from hsb_assess.domain.answer import Absence, absent
from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Circumstances
from tests.unit.rules.making import (
    CONFLICTING,
    NONE_FOUND,
    PASSES,
    SUSPECTED,
    TODAY,
    YES,
    Given,
    book,
    cited,
    given,
    on,
    reading,
    said,
    table,
    weighed,
)

NEED = "M01.medical_need"
BY = "M01.medical_advised_by"
AT = "M01.medical_advised_at"
RAISED = {"M01.medical_raised": "2026-06-08T07:30:00+01:00"}
ADVISED = {BY: "worker", AT: "2026-06-08T08:15:00+01:00"}


@table(
    ("nobody asked", given(), [(NEED,)]),
    ("asked, and none", given({NEED: NONE_FOUND}), PASSES),
    ("declined is an answer", given({NEED: absent(Absence.DECLINED, by="child")}), PASSES),
    ("not safe to ask yet is an answer", given({NEED: absent(Absence.NOT_SAFE)}), PASSES),
    ("yes, and no advice", given({NEED: YES}), [(BY, AT)]),
    ("suspected, and no advice", given({NEED: SUSPECTED}), [(BY, AT)]),
    ("people differ, and no advice", given({NEED: CONFLICTING}), [(BY, AT)]),
    ("unknown after enquiry, and no advice", given({NEED: absent(Absence.UNKNOWN)}), [(BY, AT)]),
    ("advice without when", given({NEED: YES, BY: "worker"}), [(AT,)]),
    ("advice without who", given({NEED: YES, AT: ADVISED[AT]}), [(BY,)]),
    ("advice", given({NEED: YES, **ADVISED}), PASSES),
)
def test_r10(held: Given, expected: object) -> None:
    """A possible need has advice, with who gave it and when."""
    assert said("R10", held) == expected


def message(held: Given, now: str | None) -> str:
    """Return what R10 says at a moment."""
    moment = datetime.fromisoformat(now) if now is not None else None
    found = evaluate(reading(held), TODAY, book(), circumstances=Circumstances(now=moment)).findings
    (finding,) = [each for each in found if each.rule == "R10"]
    return f"{finding.message} {finding.mend}"


@pytest.mark.parametrize(
    ("now", "since"),
    [
        ("2026-06-08T07:31:00+01:00", "less than an hour ago"),
        ("2026-06-08T08:45:00+01:00", "1 hour ago"),
        ("2026-06-08T09:30:00+01:00", "2 hours ago"),
        ("2026-06-11T07:30:00+01:00", "72 hours ago"),
        ("2026-06-29T07:30:00+01:00", "504 hours ago"),
    ],
)
def test_the_alert_tells_the_hours_and_never_that_it_is_too_late(now: str, since: str) -> None:
    """However long ago it was noticed, the way on is to ring a clinician now."""
    said_now = message(given({NEED: YES, **RAISED}), now)
    assert since in said_now
    assert "too late" not in said_now
    assert "now" in said_now


@pytest.mark.parametrize(
    ("held", "now"),
    [
        (given({NEED: YES}), "2026-06-08T09:30:00+01:00"),
        (given({NEED: YES, **RAISED}), None),
        (given({NEED: YES, **RAISED}), "2026-06-08T07:00:00+01:00"),
        (given({NEED: YES, "M01.medical_raised": "2026-06-08"}), "2026-06-08T09:30:00+01:00"),
    ],
)
def test_without_both_moments_no_hours_are_told(held: Given, now: str | None) -> None:
    """Hours are never guessed."""
    assert "ago, and" not in message(held, now)
    assert "{" not in message(held, now)


def test_an_hour_that_passes_leaves_the_finding_the_same() -> None:
    """What was explained or acknowledged stays attached while only the clock moves."""
    held = given({NEED: YES, **RAISED, "M01.received": on("2026-06-08")})
    keys = {
        finding.key
        for hour in ("09", "10")
        for finding in evaluate(
            reading(held),
            TODAY,
            book(),
            circumstances=Circumstances(now=datetime.fromisoformat(f"2026-06-08T{hour}:00:00+01:00")),
        ).findings
        if finding.rule == "R10"
    }
    assert len(keys) == 1


CONTRIBUTIONS = "M07.contributions"
GP = "M07.contributions[g]"
NONE_YET = [("blocker", CONTRIBUTIONS)]
ITEM = {"x": {"source": "worker", "when": on("2026-03-09"), "what": "Letter."}}
ASKED = {f"{GP}.service": "gp", f"{GP}.asked": on("2026-05-21")}
ANSWERED = {
    **ASKED,
    f"{GP}.received": on("2026-06-05"),
    f"{GP}.summary": cited("Bed-wetting came back.", "x"),
    f"{GP}.used_in": ["M05", "M18"],
}
EARLY_HELP = {"M00.legal_status": ["early_help"]}


@table(
    ("nobody asked", given(), NONE_YET),
    ("health at the discussion", given({"M01.strategy[s].attendees": ["health"]}), NONE_YET),
    ("asked, and not called", given(ASKED), NONE_YET),
    (
        "asked and called, and no answer",
        given({**ASKED, f"{GP}.called": on("2026-06-04")}),
        [("justify", f"{GP}.received")],
    ),
    ("an answer that nothing cites", given(ANSWERED, evidence=ITEM), [("blocker", f"{GP}.summary")]),
    ("ticked as used, without evidence", given({**ANSWERED, f"{GP}.summary": "Wet."}), [("blocker", f"{GP}.summary")]),
    (
        "cited where harm to this child is thought about",
        given({**ANSWERED, "M05.harm.neglect": cited(SUSPECTED, "x")}, evidence=ITEM),
        PASSES,
    ),
    (
        "cited in the explanation",
        given({**ANSWERED, "M18.presenting": cited("Words.", "x")}, evidence=ITEM),
        PASSES,
    ),
    (
        "cited elsewhere alone",
        given({**ANSWERED, "M06.learning_disability": cited(SUSPECTED, "x")}, evidence=ITEM),
        [("blocker", f"{GP}.summary")],
    ),
    (
        "an answer that has not come is none, whatever was written",
        given(
            {
                **ASKED,
                f"{GP}.summary": cited("We expect.", "x"),
                "M18.presenting": cited("Words.", "x"),
            },
            evidence=ITEM,
        ),
        NONE_YET,
    ),
    (
        "early help, and the family declined",
        given({**EARLY_HELP, "M01.health_told": absent(Absence.DECLINED, by="carer")}),
        [("justify", CONTRIBUTIONS)],
    ),
    ("early help, and nobody asked the family", given(EARLY_HELP), NONE_YET),
    ("declined above early help", given({"M01.health_told": absent(Absence.DECLINED, by="carer")}), NONE_YET),
    (
        "the service itself declined",
        given({**EARLY_HELP, "M01.health_told": absent(Absence.DECLINED, by="agency")}),
        NONE_YET,
    ),
)
def test_r09(held: Given, expected: object) -> None:
    """What health knows is cited where it matters, or its silence is explained."""
    found = weighed("R09", held)
    assert found == expected
