"""R44, R63: what is not known behind a decision has somebody who finds out, and waiting ends on its day."""

from __future__ import annotations

from datetime import date
from typing import Any

from hsb_assess.domain.answer import Absence, Answer, absent
from tests.unit.rules.making import NOT_EVALUATED, PASSES, Given, given, on, said, table

UNTIL = "M01.arrangement.until"
SEXUAL, EXPLOITED = "M05.harm.sexual", "M05.harm.exploitation"


def unknown(**detail: str) -> Answer:
    """Return *unknown after enquiry* with its particulars."""
    return absent(Absence.UNKNOWN, **detail)


def waits(recheck: str = "", absence: Absence = Absence.NOT_SAFE) -> Answer:
    """Return an answer that waits until a day."""
    return absent(absence, **({"recheck": recheck} if recheck else {}))


def plan(**fields: object) -> dict[str, dict[str, Any]]:
    """Return one safety plan."""
    return {"p": {"setting": "home", **fields}}


@table(
    ("no decision", given(), NOT_EVALUATED),
    ("an arrangement that is known", given({UNTIL: on("2026-06-12")}), PASSES),
    ("an arrangement that is not", given({UNTIL: unknown()}), [(UNTIL,)]),
    ("nobody by a day", given({UNTIL: unknown(owner="Worker P")}), [(UNTIL,)]),
    ("a day and nobody", given({UNTIL: unknown(by="2026-06-10")}), [(UNTIL,)]),
    ("somebody, by a day", given({UNTIL: unknown(owner="Worker P", by="2026-06-10")}), PASSES),
    ("a plan that is known", given(setting=plan()), PASSES),
    ("a plan with an answer that is not", given(setting=plan(review=unknown())), [("M20.settings[p].review",)]),
    ("a plan that has ended", given(setting=plan(review=unknown(), to=on("2026-06-01"))), NOT_EVALUATED),
    ("unknown elsewhere costs nothing", given({"M05.impact": unknown(), UNTIL: on("2026-06-12")}), PASSES),
)
def test_r44(held: Given, expected: object) -> None:
    """An honest unknown is followed up where a child's safety rests on it."""
    assert said("R44", held) == expected


@table(
    ("nothing waits", given(), PASSES),
    ("until tomorrow", given({SEXUAL: waits("2026-06-09")}), PASSES),
    ("until today", given({SEXUAL: waits("2026-06-08")}), PASSES),
    ("until yesterday", given({SEXUAL: waits("2026-06-07")}), [(SEXUAL,)]),
    (
        "led by another agency",
        given({"M04.approached": waits("2026-06-01", Absence.LED_BY_OTHER)}),
        [("M04.approached",)],
    ),
    ("without a day", given({SEXUAL: waits()}), PASSES),
    ("not a day", given({SEXUAL: waits("soon")}), PASSES),
    ("both lines", given({SEXUAL: waits("2026-06-19"), EXPLOITED: waits("2026-06-19")}), [(SEXUAL, EXPLOITED)]),
    (
        "both lines, each in its way, and one of them late",
        given({SEXUAL: waits("2026-06-01"), EXPLOITED: waits("2026-06-19", Absence.LED_BY_OTHER)}),
        [(SEXUAL,), (SEXUAL, EXPLOITED)],
    ),
)
def test_r63(held: Given, expected: object) -> None:
    """Waiting ends on its day, and two lines that both wait are explained."""
    assert said("R63", held) == expected


def test_r63_takes_today_as_it_comes() -> None:
    """The same record is late the day after."""
    held = given({SEXUAL: waits("2026-06-08")})
    assert said("R63", held, date(2026, 6, 8)) == PASSES
    assert said("R63", held, date(2026, 6, 9)) == [(SEXUAL,)]


AT = "M17.decisions[d]"


@table(
    ("a safety decision that knows enough", given({f"{AT}.safety": "yes"}), PASSES),
    (
        "what is not known, and nobody finds out",
        given({f"{AT}.safety": "yes", f"{AT}.unknown": "Who he is."}),
        [(f"{AT}.unknown_owner", f"{AT}.unknown_by")],
    ),
    (
        "no day",
        given({f"{AT}.safety": "yes", f"{AT}.unknown": "x", f"{AT}.unknown_owner": "worker"}),
        [(f"{AT}.unknown_by",)],
    ),
    (
        "somebody, by a day",
        given(
            {
                f"{AT}.safety": "yes",
                f"{AT}.unknown": "x",
                f"{AT}.unknown_owner": "worker",
                f"{AT}.unknown_by": on("2026-06-10"),
            }
        ),
        PASSES,
    ),
    ("another decision", given({f"{AT}.safety": "no", f"{AT}.unknown": "x"}), NOT_EVALUATED),
)
def test_r44_decisions(held: Given, expected: object) -> None:
    """A decision about safety says who finds out what was not known."""
    assert said("R44", held) == expected
