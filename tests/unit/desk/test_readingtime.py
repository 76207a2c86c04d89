"""How long a supervisor reads what is submitted, and which explanations say the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hsb_assess.desk.gate import justifications, same_words
from hsb_assess.desk.readingtime import RATE, ReadingTime, reading_time
from hsb_assess.domain.answer import Absence, absent
from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Severity
from tests.unit.rules import child_c
from tests.unit.rules.making import TODAY, book, cited, given, reading

if TYPE_CHECKING:
    from pydantic import JsonValue

THING = {"e": {"source": "worker", "what": "Four words of evidence", "when": {"date": "2026-06-01"}}}


def words(label: str) -> int:
    """Return how many words a question itself has."""
    found = reading(given()).definition.item(label)
    return len(found.label.en.split())


def test_questions_count_with_their_answers_and_what_is_not_asked_does_not() -> None:
    """A section that is read in full counts in both numbers, another one only in the whole; a reason counts as its words."""
    nothing = reading_time(reading(given(), TODAY))
    said = given({"M14.worries": "That nobody will come.", "M01.reason": "A neighbour rang the school."})
    held = reading_time(reading(said, TODAY))
    worries, reason = words("M14.worries") + 4, words("M01.reason") + 5
    assert (held.words - nothing.words, held.whole - nothing.whole) == (worries, worries + reason)
    refused = given({"M14.worries": absent(Absence.DECLINED, by="child")})
    held = reading_time(reading(refused, TODAY))
    assert held.words - nothing.words == words("M14.worries") + len(["Declined", "child"])


def test_what_an_answer_rests_on_is_read_once() -> None:
    """The same item cited twice is read where it is met first."""
    both = {"M14.worries": cited("Something", "e"), "M14.hopes": cited("Something", "e")}
    one = reading_time(reading(given({"M14.worries": "Something", "M14.hopes": "Something"}, evidence=THING)))
    assert reading_time(reading(given(both, evidence=THING))).words - one.words == 4


def test_explanations_are_read_in_full() -> None:
    """What explains a finding is for the supervisor to judge, so it counts."""
    read = reading(given())
    noted = replace(read, notes={"@justification.R09:x": {"value": "Five words of an explanation", "evidence": []}})
    assert reading_time(noted).words - reading_time(read).words == 5


def test_minutes_are_whole_and_never_promise_less() -> None:
    """A begun minute is a minute; nothing written takes none."""
    assert [ReadingTime(words, words).minutes for words in (0, 1, RATE, RATE + 1)] == [0, 1, 1, 2]


def test_explanations_that_say_the_same_stand_together() -> None:
    """Letters' case and spaces make no difference; the largest group comes first, and what is not explained is left out."""
    read = reading(child_c.draft(), child_c.TODAY)
    asked = evaluate(read, child_c.TODAY, book()).of(Severity.JUSTIFY)
    assert len(asked) >= 4
    alone, one, other, bare = asked[:4]
    said: dict[str, JsonValue] = {
        alone.key: {"value": "Health was rung."},
        one.key: {"value": "It was weighed  with police."},
        other.key: {"value": "it was weighed\nwith police."},
    }
    noted = replace(read, notes={f"@justification.{key}": body for key, body in said.items()})
    assert same_words((alone, one, other, bare), justifications(noted)) == ((one, other), (alone,))
