"""Assessing again: a new assessment presumes nothing of the last one, and takes over only what somebody looked at."""

from __future__ import annotations

import io
import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from hsb_assess.desk import (
    access,
    again,
    assessing,
    caseload,
    closing,
    gathering,
    history,
    meanwhile,
    moving,
    sharing,
    tonight,
    undoing,
)
from hsb_assess.desk.laptops import package_for_own_laptop, vault_for_other_laptop
from hsb_assess.desk.lasttime import NO_LAST, Note, last_time
from hsb_assess.desk.scribe import Scribe
from hsb_assess.domain.answer import NOT_ASKED, Absence, absent, answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.entry import Stream
from hsb_assess.record.history import Slot
from hsb_assess.record.rights import may_write
from hsb_assess.record.taken import TAKEN_KEY, follows, mark_of, said_now, taken_over
from hsb_assess.reports import document_a
from hsb_assess.reports.source import DocumentMeta, Signatory, Source
from hsb_assess.reports.wording import day
from hsb_assess.rules.finding import Report
from hsb_assess.vault.keys import KdfParameters

from .conftest import PASSPHRASE, Opened, Person, begin, make_person, meet, unlocked
from .packages import sharing_package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hsb_assess.desk.script import Script
    from hsb_assess.desk.workplace import Workplace

LATER = timedelta(days=92)
WHY, TOLD, INCIDENTS = "M01.reason", "M01.told_child", "M03.incidents"


def later(folder: Path, story: Script) -> Person:
    """Open a vault three months after the script's day."""
    vault = access.unlock(folder, PASSPHRASE, clock=clock_for(story.today + LATER))
    return Person(vault, vault.workplace(read_only=False))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, child_a: Script) -> tuple[Path, Opened]:
    """A vault with a first assessment in it, made once."""
    folder = tmp_path_factory.mktemp("again") / "vault"
    make_person(folder, "Worker P", "practitioner", child_a)
    person = unlocked(folder, child_a)
    opened = begin(person, child_a, "first_draft", "completion")
    person.vault.close()
    return folder, opened


@pytest.fixture
def first(filled: tuple[Path, Opened]) -> Opened:
    """The first assessment."""
    return filled[1]


@pytest.fixture
def person(filled: tuple[Path, Opened], tmp_path: Path, child_a: Script) -> Iterator[Person]:
    """Worker P, three months later, at a copy of that vault."""
    found = later(shutil.copytree(filled[0], tmp_path / "later"), child_a)
    yield found
    found.vault.close()


def anew(at: Workplace, first: Opened) -> str:
    """Start an assessment that follows the first one."""
    return str(again.reassess(at, first.case, after=first.assessment).created)


def seen(at: Workplace, assessment: str, *paths: str) -> dict[str, str]:
    """Name answers of last time as somebody does who looked at them."""
    answers = last_time(at, assessment).answers
    return {path: answers[path].entry for path in paths}


def refusal(act: Callable[[], object]) -> str:
    """Return the code with which an act is refused."""
    with pytest.raises(HsbAssessError) as refused:
        act()
    return refused.value.code


def test_a_new_assessment_says_which_one_it_follows_and_nothing_of_what_that_said(
    person: Person, first: Opened
) -> None:
    """It holds exactly what an assessment that follows none begins with; people, events and evidence stand anyway."""
    at = person.at
    assessment = anew(at, first)
    plain = str(assessing.start_assessment(at, first.case, tier="full").created)
    new, bare = assessing.reading(at, assessment), assessing.reading(at, plain)
    assert (follows(new), follows(bare)) == (first.assessment, "")
    assert dict(new.answers) == dict(bare.answers)
    assert dict(new.rows_of) == dict(bare.rows_of)
    assert new.engine.tier == assessing.reading(at, first.assessment).engine.tier == "full"
    assert new.things("person")
    assert new.things("evidence")
    assert not taken_over(new)
    assert last_time(at, plain) is NO_LAST


@given(data=st.data())
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_no_answer_appears_without_an_act(person: Person, first: Opened, data: st.DataObject) -> None:
    """Whatever is taken over, what stands afterwards is what stood before and those answers, each signed and marked."""
    at = person.at
    assessment = anew(at, first)
    before = assessing.reading(at, assessment)
    offered = last_time(at, assessment).answers
    fit = [
        path
        for path, last in offered.items()
        if last.fits
        and "[" not in path
        and before.engine.visible(path)
        and not before.raw(path).is_asked()
        and not before.engine.withheld(path)
    ]
    assert len(fit) > 50
    places = data.draw(st.sets(st.integers(0, 10_000), max_size=5))
    chosen = sorted({fit[place % len(fit)] for place in places})
    if chosen:
        again.take_over(at, assessment, seen(at, assessment, *chosen))
    after = assessing.reading(at, assessment)
    assert after.answers.keys() == before.answers.keys() | set(chosen)
    assert {path: after.answers[path] for path in chosen} == {path: offered[path].answer for path in chosen}
    assert taken_over(after).keys() == set(chosen)


def test_an_answer_is_taken_over_whole_and_says_so(person: Person, first: Opened, child_a: Script) -> None:
    """Its evidence or its absence with the reason comes along; it is an entry of today with a mark that names the old one."""
    at = person.at
    item = str(gathering.add_thing(at, first.case, "evidence", {"label": "a letter"}).created)
    assessing.record_answer(at, first.assessment, WHY, answered("What was said", item))
    assessing.record_answer(at, first.assessment, TOLD, absent(Absence.DECLINED, by="carer", note="not yet"))
    assessment = anew(at, first)
    found = last_time(at, assessment).answers
    assert (found[WHY].cited, found[WHY].fits, found[WHY].name) == (1, True, "Worker P")
    change = again.take_over(at, assessment, seen(at, assessment, WHY, TOLD))
    reading = assessing.reading(at, assessment)
    assert reading.answer(WHY) == answered("What was said", item)
    assert reading.answer(TOLD) == absent(Absence.DECLINED, by="carer", note="not yet")
    said = {entry.key: entry for entry in change.entries}
    assert said.keys() == {WHY, TOLD, f"{TAKEN_KEY}{WHY}", f"{TAKEN_KEY}{TOLD}"}
    assert said[f"{TAKEN_KEY}{WHY}"].body["value"] == found[WHY].entry
    assert all(entry.recorded[:10] == (child_a.today + LATER).isoformat() for entry in change.entries)
    assert taken_over(reading)[WHY].asked == found[WHY].asked
    # A laptop with an earlier version lets the mark in: it is of a family that it knows.
    assert may_write(said[f"{TAKEN_KEY}{WHY}"], "practitioner")


def test_what_is_said_anew_is_not_taken_over_any_more(person: Person, first: Opened) -> None:
    """Another answer there, or the same one after it was taken away, is an answer of its own."""
    at = person.at
    assessment = anew(at, first)
    again.take_over(at, assessment, seen(at, assessment, WHY))
    words = assessing.reading(at, assessment).answer(WHY)
    assessing.record_answer(at, assessment, WHY, answered("Something else"))
    assert not taken_over(assessing.reading(at, assessment))
    assessing.record_answer(at, assessment, WHY, NOT_ASKED)
    assessing.record_answer(at, assessment, WHY, words)
    assert not taken_over(assessing.reading(at, assessment))


def test_taking_over_is_undone_and_done_again(person: Person, first: Opened) -> None:
    """Answer and mark go and come together, also when a later change is taken back."""
    at, steps = person.at, undoing.Steps()
    assessment = anew(at, first)
    steps.took(assessment, again.take_over(at, assessment, seen(at, assessment, WHY)))
    steps.took(assessment, assessing.record_answer(at, assessment, WHY, answered("Something else")))
    for expected in (True, False):
        step = steps.to_undo(assessment)
        assert step is not None
        steps.undone(assessment, step, undoing.undo(at, assessment, step))
        reading = assessing.reading(at, assessment)
        assert (WHY in taken_over(reading), reading.answer(WHY).is_asked()) == (expected, expected)
    step = steps.to_redo(assessment)
    assert step is not None
    steps.redone(assessment, step, undoing.redo(at, assessment, step))
    assert taken_over(assessing.reading(at, assessment)).keys() == {WHY}


def test_only_what_was_looked_at_is_taken_over(person: Person, first: Opened) -> None:
    """What changed there since, was answered here already, is not asked, or does not fit any more is refused."""
    at = person.at
    assessment = anew(at, first)
    looked = seen(at, assessment, WHY)
    assessing.record_answer(at, first.assessment, WHY, answered("Changed afterwards"))
    assert refusal(lambda: again.take_over(at, assessment, looked)) == "not_last_time"
    assert refusal(lambda: again.take_over(at, assessment, {"M22.worked": looked[WHY]})) == "not_last_time"
    assessing.record_answer(at, assessment, WHY, answered("Asked today"))
    assert refusal(lambda: again.take_over(at, assessment, seen(at, assessment, WHY))) == "answered_already"
    assert assessing.reading(at, assessment).text(WHY) == "Asked today"


def test_what_does_not_fit_any_more_is_told_and_stays_where_it_is(person: Person, first: Opened) -> None:
    """A day to ask again that has come, somebody who is not in the case any more, evidence that was taken out."""
    at, day = person.at, person.at.clock.today().isoformat()
    gone = str(gathering.add_thing(at, first.case, "evidence", {"label": "a note"}).created)
    stays = str(gathering.add_thing(at, first.case, "evidence", {"label": "a letter"}).created)
    assessing.record_answer(at, first.assessment, WHY, answered("What was said", gone, stays))
    assessing.record_answer(at, first.assessment, TOLD, absent(Absence.NOT_SAFE, advised_by="police", recheck=day))
    gathering.remove_thing(at, first.case, gone)
    assessment = anew(at, first)
    found = last_time(at, assessment).answers
    assert found[TOLD].notes == (Note.DAY_PAST,)
    assert refusal(lambda: again.take_over(at, assessment, seen(at, assessment, TOLD))) == "not_fit"
    assert found[WHY].notes == (Note.EVIDENCE_GONE,)
    assert (found[WHY].cited, found[WHY].answer.evidence, found[WHY].fits) == (2, (stays,), True)


def test_a_row_of_last_time_comes_in_empty(person: Person, first: Opened) -> None:
    """Incidents are listed again one by one; what was answered in them is offered and not answered."""
    at = person.at
    assessment = anew(at, first)
    last = last_time(at, assessment)
    row = last.rows[INCIDENTS][0]
    path = f"{INCIDENTS}[{row}]"
    assert refusal(lambda: again.bring_row(at, assessment, f"{INCIDENTS}[{first.case}]")) == "not_last_time"
    assert again.bring_row(at, assessment, path).created == row
    reading = assessing.reading(at, assessment)
    assert reading.rows_of[INCIDENTS] == (row,)
    assert not [each for each in reading.answers if each.startswith(path)]
    offered = [each for each in last.answers if each.startswith(f"{path}.") and reading.engine.visible(each)]
    again.take_over(at, assessment, seen(at, assessment, offered[0]))
    assert assessing.reading(at, assessment).answer(offered[0]) == last.answers[offered[0]].answer
    assert again.bring_row(at, assessment, path).entries == ()


def test_an_answer_that_is_taken_over_twice_is_as_old_as_it_is(person: Person, first: Opened, child_a: Script) -> None:
    """The third assessment tells the day on which it was last asked, not the day of the second."""
    at = person.at
    second = anew(at, first)
    again.take_over(at, second, seen(at, second, WHY))
    third = str(again.reassess(at, first.case, after=second).created)
    last = last_time(at, third)
    assert last.assessment == second
    assert last.answers[WHY].asked == child_a.today.isoformat()


def test_the_history_says_from_when_an_answer_was_taken_over(person: Person, first: Opened, child_a: Script) -> None:
    """Only of what was taken over, not of what was said there before or after."""
    at = person.at
    assessment = anew(at, first)
    assessing.record_answer(at, assessment, WHY, answered("Asked today"))
    assessing.record_answer(at, assessment, WHY, NOT_ASKED)
    again.take_over(at, assessment, seen(at, assessment, WHY))
    assessing.record_answer(at, assessment, WHY, answered("Something else"))
    told = [each.taken for each in history.history_of(at, assessment, WHY)]
    assert told == ["", child_a.today.isoformat(), "", ""]


def test_moving_and_newer_guidance_keep_which_one_is_followed(person: Person, first: Opened) -> None:
    """Every entry that starts an assessment anew names it."""
    assessment = anew(person.at, first)
    assessing.record_answer(person.at, assessment, "M00.jurisdiction", answered("wales"))
    reading = assessing.reading(person.at, assessment)
    assert reading.notes["@assessment"] == {
        "value": "full",
        "profile": "wales",
        "profile_hash": reading.profile_hash,
        "after": first.assessment,
    }


def test_a_case_without_an_assessment_or_a_closed_one_is_not_assessed_again(
    person: Person, first: Opened, child_a: Script
) -> None:
    """There is nothing to follow in the one; the other is opened again first."""
    at = person.at
    assert refusal(lambda: again.reassess(at, first.case, after=first.case)) == "no_last_assessment"
    empty = str(caseload.create_case(at, child_a.reference).created)
    assert refusal(lambda: again.reassess(at, empty)) == "no_last_assessment"
    closing.close_case(at, first.case, next(iter(closing.outcome_words(at))), "Moved away")
    assert refusal(lambda: again.reassess(at, first.case)) == "case_closed"


def test_a_newer_form_takes_what_was_said_by_the_older(person: Person, child_a: Script) -> None:
    """Answers are found by their question as a move of the form finds them; a place that is new is told with its words then."""
    at = person.at
    case = str(caseload.create_case(at, child_a.reference).created)
    older = at.catalogue.get("holistic", "1.0.0")
    before = str(assessing.start_assessment(at, case, tier="full", form=older.hash).created)
    assessing.record_answer(at, before, WHY, answered("Said by the older form"))
    assessing.record_answer(at, before, "M01.conference", answered("yes"))
    assessing.record_answer(at, before, "M01.shares_elsewhere", answered({"state": "yes"}))
    assessment = str(again.reassess(at, case).created)
    reading, last = assessing.reading(at, assessment), last_time(at, assessment)
    assert (last.form, reading.definition.version) == ("1.0.0", at.catalogue.latest("holistic").version)
    moved = last.answers["M01.conference_needed"]
    assert (moved.before, moved.answer.value) == ("M01.conference", "yes")
    assert (Note.REWORDED in moved.notes) == bool(moved.question)
    assert "M01.shares_elsewhere" not in last.answers
    again.take_over(at, assessment, seen(at, assessment, WHY))
    assert taken_over(assessing.reading(at, assessment)).keys() == {WHY}


def test_a_move_to_a_newer_form_keeps_what_is_followed_and_what_was_taken_over(person: Person, child_a: Script) -> None:
    """The entry that names the new form names the one before it still; a mark goes with its answer to its new place."""
    at = person.at
    case = str(caseload.create_case(at, child_a.reference).created)
    older = at.catalogue.get("holistic", "1.0.0").hash
    before = str(assessing.start_assessment(at, case, tier="full", form=older).created)
    second = str(assessing.start_assessment(at, case, tier="full", form=older, after=before).created)
    assessing.record_answer(at, before, "M01.conference", answered("yes"))
    again.take_over(at, second, seen(at, second, "M01.conference"))
    moving.move_form(at, second)
    reading = assessing.reading(at, second)
    assert (follows(reading), reading.definition.version) == (before, at.catalogue.latest("holistic").version)
    mark = reading.notes[f"{TAKEN_KEY}M01.conference_needed"]
    assert said_now(mark, answered("yes"))


def test_one_at_a_time_is_begun_anew(person: Person, first: Opened) -> None:
    """While an assessment that follows another is being written there is no third beside it by accident."""
    at = person.at
    again.reassess(at, first.case)
    assert refusal(lambda: again.reassess(at, first.case)) == "assessing_again"


def test_it_travels_and_two_laptops_merge(person: Person, first: Opened, supervisor: Person, tmp_path: Path) -> None:
    """Both laptops take over the same answer: nothing is lost, somebody decides, and what was decided is still taken over."""
    at = person.at
    meet(person, supervisor)
    assessment = anew(at, first)
    key = vault_for_other_laptop(person.vault, at, tmp_path / "stick", PASSPHRASE, kdf=KdfParameters.floor())
    vault = access.unlock_with_recovery_key(tmp_path / "stick", key, clock=at.clock)
    other = Person(vault, vault.workplace(read_only=False))
    sharing.receive(other.at, package_for_own_laptop(at, first.case))
    for each in (person, other):
        again.take_over(each.at, assessment, seen(each.at, assessment, WHY))
    for sender, reader in ((other, person), (person, other)):
        received = sharing.receive(reader.at, package_for_own_laptop(sender.at, first.case))
        assert (received.status, received.refused, received.notes) == ("received", (), ())
    for each in (person, other):
        reading = assessing.reading(each.at, assessment)
        assert reading.conflicts == (WHY,)
        assert taken_over(reading).keys() == {WHY}
    conflict = [head.id for head in assessing.reading(at, assessment).slots[Slot(assessment, WHY)]]
    assessing.settle(at, assessment, WHY, conflict[0], "Both are one")
    sent = sharing_package(person, supervisor, first)
    received = sharing.receive(supervisor.at, sent)
    assert received.refused == ()
    reading = assessing.reading(supervisor.at, assessment)
    assert (reading.conflicts, follows(reading)) == ((), first.assessment)
    assert taken_over(reading).keys() == {WHY}
    assert reading.content_hash == assessing.reading(at, assessment).content_hash
    vault.close()


def test_what_stood_tonight_stands_until_the_new_one_is_submitted(person: Person, first: Opened) -> None:
    """The caseload tells the alerts of both together, and whose case it is: asking anew answers nothing, an answer counts."""
    at = person.at
    assessing.record_answer(at, first.assessment, "M01.self_harm_now", answered({"state": "yes"}))
    assessing.record_answer(at, first.assessment, "M07.clinical", NOT_ASKED)
    before = {each.message for each in assessing.alerts(at, first.assessment).findings if each.alert}
    assessment = anew(at, first)
    bare = {each.message for each in assessing.alerts(at, assessment).findings if each.alert}
    (line,) = (each for each in caseload.cases(at) if each.case == first.case)
    assert before - bare
    assert bare - before
    assert {*line.alerts} == before
    assert {each.message for each in meanwhile.standing_alerts(at, assessment)} == before
    assessing.record_answer(
        at, assessment, "M01.self_harm_now", answered({"state": "none_found", "who": "school nurse"})
    )
    own = assessing.reading(at, assessment)
    with at.book.begin("read", write=False) as work:
        whole = meanwhile.together(at, work, own)
    assert whole.reading.state("M01.self_harm_now") == "none_found"
    assert "M01.self_harm_now" not in whole.earlier
    assert whole.earlier[WHY] == last_time(at, assessment).answers[WHY].asked


def test_papers_of_a_reassessment_say_what_was_said_last_time_and_that_it_was(person: Person, first: Opened) -> None:
    """A handover made while a child is assessed again never calls *not asked* what somebody answered the time before."""
    at = person.at
    assessing.record_answer(
        at, first.assessment, "M01.self_harm_now", answered({"state": "yes", "who": "school nurse"})
    )
    assessing.record_answer(at, first.assessment, "M01.reason", answered("Two pupils were found together."))
    assessment = anew(at, first)
    assessing.record_answer(at, assessment, "M01.reason", answered("Seen again by the same teacher."))
    words = paper_words(tonight.paper(at, assessment, "extract").pdf)
    assert "This child is being assessed again." in words
    assert "From the assessment before this one, given on" in words
    assert "Seen again by the same teacher." in words
    assert "Two pupils were found together." not in words
    own = assessing.reading(at, assessment)
    assert not own.answer("M01.self_harm_now").is_asked()
    assert "being assessed again" not in paper_words(tonight.paper(at, first.assessment, "extract").pdf)


def paper_words(pdf: bytes) -> str:
    """Return the words of a paper on one line."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_check_speaks_where_nearly_all_was_taken_over(person: Person, first: Opened) -> None:
    """R71 is to be considered, stops nothing, counts, and is silent once enough was asked anew."""
    at = person.at
    assessment = anew(at, first)
    new, offered = assessing.reading(at, assessment), last_time(at, assessment).answers
    fit = [
        path
        for path, last in offered.items()
        if last.fits
        and "[" not in path
        and new.engine.visible(path)
        and not new.raw(path).is_asked()
        and not new.engine.withheld(path)
    ][:40]
    again.take_over(at, assessment, seen(at, assessment, *fit))
    (found,) = (each for each in assessing.findings(at, assessment).findings if each.rule == "R71")
    assert (found.severity.value, set(found.questions) < set(fit)) == ("advisory", True)
    assert "40 of" in found.message
    for path in fit[:12]:
        assessing.record_answer(at, assessment, path, absent(Absence.DECLINED, by="child"))
    assert "R71" not in {each.rule for each in assessing.findings(at, assessment).findings}
    assert "R71" not in {each.rule for each in assessing.findings(at, first.assessment).findings}


def test_document_a_says_what_was_taken_over(person: Person, first: Opened) -> None:
    """A note at the answer, a count where the record says how to read it; no other document speaks of it."""
    at = person.at
    assessment = anew(at, first)
    again.take_over(at, assessment, seen(at, assessment, WHY))
    reading = assessing.reading(at, assessment)
    now = at.clock.now()
    who = Signatory("Worker P", "practitioner")
    meta = DocumentMeta("draft", now, now, who, who)
    told = str(document_a.blocks(Source(reading, "A", meta), Report((), ()), {}))
    given = last_time(at, assessment).answers[WHY].asked
    assert f"given on {day(date.fromisoformat(given))}; not asked again" in told
    assert "Taken over from an earlier assessment and not asked again: 1 of " in told
    assert Source(reading, "B", meta).taken == {}


def test_a_mark_that_says_nothing_sensible_is_no_mark(person: Person, first: Opened) -> None:
    """Whoever seals such a mark past their app gets nothing but an answer."""
    at = person.at
    assessment = anew(at, first)
    assessing.record_answer(at, assessment, WHY, answered("Asked today"))
    entry = assessing.reading(at, assessment).slots[Slot(assessment, WHY)][0]
    for asked in ("yesterday", "", None, ["2026-01-01"]):
        mark = {**mark_of(entry.id, answered("Asked today"), "2026-01-01"), "asked": asked}
        with at.book.begin("by_hand", case=first.case) as work:
            Scribe(at, work, first.case).say(Stream.ANSWERS, assessment, f"{TAKEN_KEY}{WHY}", mark)  # type: ignore[arg-type]  # any JSON
        assert not taken_over(assessing.reading(at, assessment))
        assert history.history_of(at, assessment, WHY)[0].taken == ""
