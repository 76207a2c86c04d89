"""R01 to R08: harm to this child is looked for as carefully as the behaviour, and presumed in neither direction."""

from __future__ import annotations

from datetime import date
from typing import Any

from hsb_assess.domain.answer import Absence, absent
from tests.unit.rules.making import (
    CONFLICTING,
    HARM_LINES,
    NONE_FOUND,
    NOT_EVALUATED,
    PASSES,
    SUSPECTED,
    YES,
    Given,
    cited,
    definition,
    every_line,
    given,
    on,
    said,
    table,
)

SEXUAL = "M05.harm.sexual"
ONLINE = "M05.harm.online"
UNKNOWN = absent(Absence.UNKNOWN)
BANDED = {"M03.incidents[i].band": "inappropriate"}


def waiting(**detail: str) -> object:
    """Return *not safe to ask yet* with its particulars."""
    return absent(Absence.NOT_SAFE, **detail)


def harm_event(day: str = "2026-05-01") -> dict[str, dict[str, Any]]:
    """Return a chronology event *harm to this child*."""
    return {"e": {"when": on(day), "category": "harm_to_child", "what": "Reported."}}


def action(**fields: object) -> dict[str, dict[str, Any]]:
    """Return one action of the support plan."""
    return {"help": {"work": "own_harm", **fields}}


def evidence(**items: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return evidence items."""
    return dict(items)


def test_lines_and_actions_speak_of_the_same_harms() -> None:
    """An action names harm by the codes that the harm lines have as ids."""
    lines = [item.id for item in definition().item("M05.harm").items]
    assert [f"M05.harm.{line}" for line in lines] == list(HARM_LINES)
    assert {code.code for code in definition().codes(definition().item("M21.actions.for_harm"))} == set(lines)


@table(
    ("a band and no enquiry", given(BANDED), [("M05.enquiry",)]),
    ("a band and an enquiry", given({**BANDED, "M05.enquiry": YES}), PASSES),
    ("not safe to enquire yet is an answer", given({**BANDED, "M05.enquiry": waiting(advised_by="x")}), PASSES),
    ("no incident", given(), NOT_EVALUATED),
    ("an incident without a band", given({"M03.incidents[i].place": "home"}), NOT_EVALUATED),
)
def test_r01(held: Given, expected: object) -> None:
    """A rated behaviour asks whether harm to this child was looked into."""
    assert said("R01", held) == expected


@table(
    ("nothing asked", given(), [HARM_LINES]),
    ("one line left", given({**every_line(UNKNOWN), SEXUAL: absent(Absence.NOT_ASKED)}), [(SEXUAL,)]),
    ("unknown, declined and not safe are answers", given(every_line(UNKNOWN)), PASSES),
    ("values are answers", given({**every_line(NONE_FOUND), SEXUAL: SUSPECTED}), PASSES),
)
def test_r02(held: Given, expected: object) -> None:
    """Each line about harm needs an answer, and an absence is one."""
    assert said("R02", held) == expected


@table(
    ("nobody waits", given({SEXUAL: UNKNOWN}), PASSES),
    ("adviser and day", given({SEXUAL: waiting(advised_by="police", recheck="2026-06-19")}), PASSES),
    ("twentieth working day", given({SEXUAL: waiting(advised_by="police", recheck="2026-07-06")}), PASSES),
    ("the day after it", given({SEXUAL: waiting(advised_by="police", recheck="2026-07-07")}), [(SEXUAL,)]),
    ("no adviser", given({SEXUAL: waiting(advised_by=" ", recheck="2026-06-19")}), [(SEXUAL,)]),
    ("no day", given({SEXUAL: waiting(advised_by="police")}), [(SEXUAL,)]),
    ("not a day", given({SEXUAL: waiting(advised_by="police", recheck="soon")}), [(SEXUAL,)]),
    ("anywhere in the form", given({"M04.approached": waiting()}), [("M04.approached",)]),
    ("a hidden answer does not count", given({"M04.device_use": NONE_FOUND, "M04.peers": waiting()}), PASSES),
)
def test_r03(held: Given, expected: object) -> None:
    """Waiting has an adviser, and a day within twenty working days."""
    assert said("R03", held) == expected


@table(
    ("nothing asked", given(), NOT_EVALUATED),
    ("no harm suspected", given(every_line(UNKNOWN)), PASSES),
    ("conflicting is not yet suspected", given({SEXUAL: CONFLICTING}), PASSES),
    ("suspected, no action", given({SEXUAL: SUSPECTED}), [(SEXUAL, "M21.actions")]),
    ("a linked action", given({SEXUAL: YES}, action=action(for_harm=["sexual"])), PASSES),
    (
        "an action for another harm",
        given({SEXUAL: YES}, action=action(for_harm=["neglect"])),
        [(SEXUAL, "M21.actions")],
    ),
    (
        "keeping others safe is no support",
        given({SEXUAL: YES}, action=action(work="behaviour_safety", for_harm=["sexual"])),
        [(SEXUAL, "M21.actions")],
    ),
    (
        "only the line that nothing answers",
        given({SEXUAL: YES, ONLINE: SUSPECTED}, action=action(work="wellbeing", for_harm=["sexual"])),
        [(ONLINE, "M21.actions")],
    ),
    (
        "this child would rather wait",
        given({SEXUAL: YES, "M05.wish_to_wait": YES, "M05.wait_recheck": on("2026-06-22")}),
        PASSES,
    ),
    (
        "the day to ask again is today",
        given({SEXUAL: YES, "M05.wish_to_wait": YES, "M05.wait_recheck": on("2026-06-08")}),
        PASSES,
    ),
    (
        "a day to ask again some time this month",
        given({SEXUAL: YES, "M05.wish_to_wait": YES, "M05.wait_recheck": on("2026-06")}),
        PASSES,
    ),
    ("a wish without a day", given({SEXUAL: YES, "M05.wish_to_wait": YES}), [(SEXUAL, "M21.actions")]),
    (
        "the day to ask again has passed",
        given({SEXUAL: YES, "M05.wish_to_wait": YES, "M05.wait_recheck": on("2026-06-05")}),
        [(SEXUAL, "M21.actions")],
    ),
    ("blackmailed online", given({"M04.approached": YES}), [("M04.approached", "M21.actions")]),
    ("blackmailed online, with help", given({"M04.approached": YES}, action=action(for_harm=["online"])), PASSES),
    ("the online line decides", given({"M04.approached": YES, ONLINE: NONE_FOUND}), PASSES),
    ("harm in the chronology", given(event=harm_event()), [("M02.events[e].what", "M21.actions")]),
    ("harm in the chronology, with help", given(event=harm_event(), action=action()), PASSES),
    (
        "one line answered, the event still counts",
        given({"M05.harm.bullying": NONE_FOUND}, event=harm_event()),
        [("M02.events[e].what", "M21.actions")],
    ),
    ("once every line is answered, the lines decide", given(every_line(UNKNOWN), event=harm_event()), PASSES),
)
def test_r04(held: Given, expected: object) -> None:
    """Harm to this child leads to support, or to this child's own wish to wait."""
    assert said("R04", held) == expected


TWO_KINDS = evidence(
    n={"kind": "professional_report"},
    s={"kind": "record"},
    n2={"kind": "professional_report"},
    silence={"kind": "child_said"},
    search={"kind": "record", "record_search_only": "yes"},
)


@table(
    ("nothing asked", given(), NOT_EVALUATED),
    ("unknown rests on nothing", given({SEXUAL: UNKNOWN}), PASSES),
    ("two kinds", given({SEXUAL: cited(NONE_FOUND, "n", "s")}, evidence=TWO_KINDS), PASSES),
    ("no item", given({SEXUAL: NONE_FOUND}), [(SEXUAL,)]),
    ("two of one kind", given({SEXUAL: cited(NONE_FOUND, "n", "n2")}, evidence=TWO_KINDS), [(SEXUAL,)]),
    ("silence is no source", given({SEXUAL: cited(NONE_FOUND, "n", "silence")}, evidence=TWO_KINDS), [(SEXUAL,)]),
    ("a search is no source", given({SEXUAL: cited(NONE_FOUND, "n", "search")}, evidence=TWO_KINDS), [(SEXUAL,)]),
    ("all thin lines in one", given({SEXUAL: NONE_FOUND, ONLINE: NONE_FOUND}), [(SEXUAL, ONLINE)]),
)
def test_r05(held: Given, expected: object) -> None:
    """*No sign found* says who else looked."""
    assert said("R05", held) == expected


SIGN = {"M05.signs[s].description": "Bed-wetting came back.", "M05.signs[s].referred_behaviour": "no"}


@table(
    ("nothing asked", given(SIGN), NOT_EVALUATED),
    ("a sign, and none found", given({**every_line(NONE_FOUND), **SIGN}), [("M05.signs[s].description",)]),
    ("a sign, and one line unknown", given({**every_line(NONE_FOUND), SEXUAL: UNKNOWN, **SIGN}), PASSES),
    ("no sign", given(every_line(NONE_FOUND)), PASSES),
    (
        "the sign is the behaviour itself",
        given({**every_line(NONE_FOUND), **SIGN, "M05.signs[s].referred_behaviour": "yes"}),
        PASSES,
    ),
)
def test_r06(held: Given, expected: object) -> None:
    """Signs are weighed before every line says that none was found."""
    assert said("R06", held) == expected


ITEMS = evidence(
    words={"kind": "child_said", "confidence": "childs_account"},
    sure={"kind": "child_said", "confidence": "established"},
    court={"kind": "record", "confidence": "established", "basis": "court_finding"},
    rumour={"kind": "carer_said", "confidence": "unverified"},
    letter={"kind": "record", "confidence": "some_support"},
    misfiled={"kind": "child_said", "confidence": "unverified"},
)


def weak(*items: str) -> list[tuple[str, ...]]:
    """Return the questions about items that bear less than a line says."""
    return [(SEXUAL, *(f"things.evidence[{item}].confidence" for item in items))]


@table(
    ("nothing asked", given(evidence=ITEMS), NOT_EVALUATED),
    ("suspected on the child's words", given({SEXUAL: cited(SUSPECTED, "words")}, evidence=ITEMS), PASSES),
    ("called established", given({SEXUAL: cited(SUSPECTED, "words", "sure")}, evidence=ITEMS), weak("sure")),
    ("established by a court", given({SEXUAL: cited(YES, "court")}, evidence=ITEMS), PASSES),
    ("yes on a rumour", given({SEXUAL: cited(YES, "rumour")}, evidence=ITEMS), weak("rumour")),
    ("suspected on a rumour", given({SEXUAL: cited(SUSPECTED, "rumour")}, evidence=ITEMS), PASSES),
    ("yes on more than a rumour", given({SEXUAL: cited(YES, "rumour", "letter")}, evidence=ITEMS), PASSES),
    ("a child's words are never unverified", given({SEXUAL: cited(YES, "misfiled")}, evidence=ITEMS), PASSES),
)
def test_r07(held: Given, expected: object) -> None:
    """A line says no more than its evidence bears."""
    assert said("R07", held) == expected


def decided(day: str, what: str = "enquiries_now", **more: object) -> dict[str, Any]:
    """Return a suspicion that cites words of 4 June, and a decision about this child in their own right."""
    return {
        SEXUAL: cited(SUSPECTED, "words"),
        "M05.threshold": what,
        "M05.threshold_date": on(day),
        **{f"M05.{name}": value for name, value in more.items()},
    }


WORDS = {"words": {"kind": "child_said", "when": on("2026-06-04")}}


@table(
    ("nothing asked", given(), NOT_EVALUATED),
    ("no harm suspected", given(every_line(UNKNOWN)), PASSES),
    ("suspected, nothing decided", given({SEXUAL: SUSPECTED}), [("M05.threshold", SEXUAL)]),
    ("decided the same day", given(decided("2026-06-04"), evidence=WORDS), PASSES),
    ("older than the newest item", given(decided("2026-06-03"), evidence=WORDS), [("M05.threshold_date", SEXUAL)]),
    (
        "decided some day in the month, perhaps before",
        given(decided("2026-06"), evidence=WORDS),
        [("M05.threshold_date", SEXUAL)],
    ),
    (
        "decided on no day",
        given({SEXUAL: SUSPECTED, "M05.threshold": "not_met"}),
        [("M05.threshold_date", SEXUAL)],
    ),
    (
        "already made, with its reference",
        given(decided("2026-06-05", "already_made", threshold_ref="2026/15"), evidence=WORDS),
        PASSES,
    ),
    (
        "already made, nobody knows where",
        given(decided("2026-06-05", "already_made"), evidence=WORDS),
        [("M05.threshold_ref", SEXUAL)],
    ),
    (
        "already made, and something new",
        given(decided("2018", "already_made", threshold_ref="2018/3"), evidence=WORDS),
        [("M05.threshold_date", SEXUAL)],
    ),
    ("another agency leads it", given({SEXUAL: SUSPECTED, "M05.threshold": absent(Absence.LED_BY_OTHER)}), PASSES),
    (
        "unknown decides nothing",
        given({SEXUAL: SUSPECTED, "M05.threshold": UNKNOWN}),
        [("M05.threshold", SEXUAL)],
    ),
    ("harm in the chronology", given(event=harm_event()), [("M05.threshold", "M02.events[e].what")]),
    (
        "harm in the chronology after the decision",
        given({"M05.threshold": "not_met", "M05.threshold_date": on("2026-04-30")}, event=harm_event()),
        [("M05.threshold_date", "M02.events[e].what")],
    ),
)
def test_r08(held: Given, expected: object) -> None:
    """Harm to this child leads to a decision in their own right, and new information opens it again."""
    assert said("R08", held) == expected


def test_r08_an_item_of_a_month_is_taken_from_its_first_day() -> None:
    """A rough date must not ask for a decision that lies ahead."""
    held = given(decided("2026-06-01"), evidence={"words": {"when": on("2026-06")}})
    assert said("R08", held, date(2026, 6, 2)) == PASSES
