"""The language checker points at words, says why, and leaves exact quotes alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given as generated
from hypothesis import strategies

from hsb_assess.domain.answer import Absence, absent
from hsb_assess.rules.finding import Case
from hsb_assess.rules.language import Wording, flagged_language
from tests.unit.rules.making import TODAY, Given, book, data, given, on, reading, table

LISTED = data("language/en_GB.yaml")
PHRASES = [phrase for pair in LISTED["pairs"] for phrase in pair["avoid"]]


def words(text: str) -> list[str]:
    """Return what is flagged in a text."""
    return [flag.words for flag in book().wording.check(text)]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("He is nine and likes football.", []),
        ("The perpetrator was asked.", ["perpetrator"]),
        ("The Perpetrator’s mother", ["Perpetrator’s"]),
        ("The alleged victim was seen.", ["alleged victim"]),
        ("the victim, and the alleged victim", ["victim", "alleged victim"]),
        ("He denies abuse and denies it again.", ["denies abuse", "denies"]),
        ("It is attention-seeking, or attention seeking.", ["attention-seeking", "attention seeking"]),
        ("She won’t engage; he won't engage.", ["won’t engage", "won't engage"]),
        ("Ask victim support and the offender manager.", []),
        ("He knows the victims' code and the Victims’ Code.", []),
        ("He was a victim. Support was offered.", ["victim"]),
        ("We saw him, in denial. In  denial\nagain.", ["in denial", "In  denial"]),
        ("victimised, revictimisation, experiment", []),
        ("", []),
    ],
)
def test_flags(text: str, flagged: list[str]) -> None:
    """Whole words, any case, straight or curly apostrophes; the longest phrase wins, and a full stop ends one."""
    assert words(text) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Perpetrators' homes, a perpetrator’s home", ["Perpetrators", "perpetrator’s"]),
        ("She took part in risk-taking, risk taking and risk\u2011taking.", ["risk-taking", "risk taking", "risk\u2011taking"]),
        ("He recanted, and was seen retracting it.", ["recanted", "retracting"]),
        ("They put themselves at risk by placing himself at risk.", ["put themselves at risk", "placing himself at risk"]),
        ("Contact with his mum is on Sunday.", ["Contact with his mum"]),
        ("Contact with this child is stopped tonight; the contact log says so.", []),
        ("She was denied access; he was denied bail.", []),
        ("A disclosure and barring check, and disclosure to the court", []),
        ("A victim liaison officer and victim support", []),
        ("On the sex offenders' register", []),
        ("The behaviour was problematic, then abusive and violent.", []),
    ],
)  # fmt: skip
def test_inflections_and_what_the_words_mean_elsewhere(text: str, flagged: list[str]) -> None:
    """Plural, possessive, verb forms, hyphen or space; titles of services and the continuum's bands are left alone."""
    assert words(text) == flagged


def test_a_flag_says_where_what_and_why() -> None:
    """Positions are those of the text as typed."""
    text = "Notes say: “promiscuous”, and more."
    (flag,) = book().wording.check(text)
    assert text[flag.start : flag.end] == flag.words == "promiscuous"
    assert flag.alternatives == ("describe it", "ask about age, power and choice")
    assert flag.why
    assert flag.verified


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_listed_phrase_is_found(phrase: str) -> None:
    """Nothing on the list is out of reach, alone or in a sentence."""
    assert words(phrase), phrase
    assert words(f"It says {phrase} here.") == words(phrase)


def test_of_two_alike_the_exempt_phrase_wins() -> None:
    """An exemption cannot be overruled by the same phrase among the pairs."""
    wording = Wording(
        {"exempt": ["victim support"], "pairs": [{"avoid": ["victim support", "victim"], "prefer": "", "why": ""}]}
    )
    assert not wording.check("victim support")
    assert [flag.words for flag in wording.check("victim of")] == ["victim"]


def test_welsh_words_are_found_too_and_say_that_they_are_unverified() -> None:
    """Where the Welsh term exists it is pointed out, with Welsh to write instead; nobody has looked through it yet."""
    wording = Wording(LISTED, data("language/cy_GB.yaml"))
    text = "Mae'r dioddefwr yn ddiogel; nid yw'n gyflawnwr. Gwelwyd cymorth i ddioddefwyr."
    flags = wording.check(text)
    assert [flag.words for flag in flags] == ["dioddefwr", "gyflawnwr"]
    assert flags[0].alternatives[0] == "y plentyn arall"
    assert not any(flag.verified for flag in flags)


PIECES = strategies.one_of(strategies.text(max_size=12), strategies.sampled_from([*PHRASES, "’", "'s", " - ", ". "]))


@generated(text=strategies.lists(PIECES, max_size=12).map("".join))
def test_never_raises_and_stays_within_the_text(text: str) -> None:
    """Any text can be checked; flags stand in order, do not overlap, and quote it exactly."""
    end = 0
    for flag in book().wording.check(text):
        assert end <= flag.start < flag.end <= len(text)
        assert text[flag.start : flag.end] == flag.words
        end = flag.end


@generated(
    content=strategies.dictionaries(strategies.sampled_from(["exempt", "pairs"]), strategies.lists(strategies.text()))
)
def test_a_list_that_is_not_one_finds_nothing(content: dict[str, Any]) -> None:
    """Unexpected data is passed over."""
    assert not Wording(content).check("perpetrator")


def flagged(held: Given, *, review: bool = False) -> list[tuple[str, ...]]:
    """Return what R41 says of a record."""
    found = flagged_language(Case(reading(held), TODAY), book().wording, review=review)
    assert isinstance(found, tuple)
    return [fired.questions for fired in found]


LABEL = "He is a perpetrator."


def event(**fields: str) -> dict[str, dict[str, object]]:
    """Return an event that uses a flagged word."""
    return {"e": {"when": on("2026-01"), "what": LABEL, **fields}}


def item(**fields: str) -> dict[str, dict[str, object]]:
    """Return an evidence item that uses a flagged word."""
    return {"x": {"when": on("2026-01"), "what": LABEL, **fields}}


@table(
    ("nothing typed", given(), []),
    ("a plain answer", given({"M01.reason": "Touched over clothing."}), []),
    ("a flagged answer", given({"M01.reason": LABEL}), [("M01.reason",)]),
    ("two in one finding", given({"M01.reason": LABEL, "M18.function": LABEL}), [("M01.reason", "M18.function")]),
    ("this child's exact words", given({"M14.words[w].words": LABEL}), []),
    ("an event", given(event=event(category="other")), [("M02.events[e].what",)]),
    ("an event in exact words", given(event=event(category="other", verbatim="yes")), []),
    ("an event: this child's own words", given(event=event(category="child_words")), []),
    (
        "what adults did is not quoted with it",
        given(event=event(category="child_words", response=LABEL)),
        [("M02.events[e].response",)],
    ),
    ("an evidence item", given(evidence=item(kind="record")), [("things.evidence[x].what",)]),
    ("an evidence item in exact words", given(evidence=item(kind="record", verbatim="yes")), []),
    ("what this child said, retold", given(evidence=item(kind="child_said")), [("things.evidence[x].what",)]),
    ("what a person is called", given(person={"x": {"label": "victim", "is": "child"}}), [("things.person[x].label",)]),
    (
        "who looked and how",
        given({"M05.harm.sexual": {"state": "none_found", "how": "asked whether he denies it"}}),
        [("M05.harm.sexual",)],
    ),
    (
        "the particulars of an absence",
        given({"M05.impact": absent(Absence.DECLINED, note="in denial")}),
        [("M05.impact",)],
    ),
    ("a code is no text", given({"M01.decision_what": "no_further_action"}), []),
    ("a hidden answer", given({"M00.complex": "no", "M00.complex_why": LABEL}), []),
    ("the supervisor's part", given({"M23.balance": LABEL}), []),
)
def test_r41(held: Given, expected: object) -> None:
    """A flagged term outside exact quotes is pointed out."""
    assert flagged(held) == expected


def test_r41_looks_at_the_supervisors_part_when_that_is_judged() -> None:
    """The review is read by others, too."""
    assert flagged(given({"M23.balance": LABEL}), review=True) == [("M23.balance",)]
