"""A visit is on the day that its note gives, by whom it names; who wrote it stays apart, and mending keeps what stood."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, gathering, visiting, went
from hsb_assess.desk.visiting import Writing
from hsb_assess.desk.went import OWN, Went
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.rules.seen import days_seen
from tests.ui.pages.open_case import CLOCK, PASSPHRASE, make_vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.desk.workplace import Workplace
    from tests.ui.pages.open_case import Made

WRITTEN = Writing("He said little.\nHe mended his bicycle.", "alone", begun="2026-04-20T14:05+01:00")
BORN = "2012-02-03"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One vault for all tests here; each writes notes of its own."""
    return make_vault(tmp_path_factory.mktemp("went") / "vault")


@pytest.fixture(scope="module")
def at(made: Made) -> Iterator[Workplace]:
    """Somebody at work in it, with a child whose birth is known."""
    vault = access.unlock(made.folder, PASSPHRASE, clock=CLOCK)
    workplace = vault.workplace(read_only=False)
    assessing.record_answer(workplace, made.assessment, "M00.dob", answered({"date": BORN}))
    yield workplace
    workplace.book.close()
    vault.close()


def sealed(at: Workplace, made: Made, given: Went) -> str:
    """Seal a note of such a visit and return its contact."""
    return str(visiting.seal(at, made.case, replace(WRITTEN, went=given)).created)


def note_of(at: Workplace, made: Made, contact: str) -> visiting.Note:
    """Return a sealed note as it stands."""
    return next(each for each in visiting.notes(at, made.case, made.assessment) if each.contact == contact)


def label_of(at: Workplace, made: Made, person: object) -> str:
    """Return what a person of the case is called."""
    return gathering.things(at, made.case)[str(person)].text("label")


def test_a_visit_is_on_its_day_and_by_whoever_went(at: Workplace, made: Made) -> None:
    """The contact log, the day on which this child was seen and evidence follow the note; the author is somebody else."""
    given = Went("2026-03-20", "15:30", (), ("Worker Q", "Worker R"))
    contact = sealed(at, made, given)
    reading = assessing.reading(at, made.assessment)
    row = next(row for row in reading.rows("M01.contacts") if row.id == contact)
    assert row.value("when") == {"date": "2026-03-20"}
    assert label_of(at, made, row.value("by")) == "Worker Q"
    assert [day.isoformat() for day, path in days_seen(reading) if contact in path] == ["2026-03-20"]
    note = note_of(at, made, contact)
    assert (note.by, note.author) == (("Worker Q", "Worker R"), "Worker P")
    assert (note.went.day, note.went.time) == ("2026-03-20", "15:30")
    item = visiting.file(at, made.assessment, contact, "He said little.", "M05.harm.sexual", as_answer=False).created
    evidence = gathering.things(at, made.case)[str(item)]
    assert evidence.value("when") == {"date": "2026-03-20"}
    assert label_of(at, made, evidence.value("source")) == "Worker Q"


def test_a_worker_is_entered_once(at: Workplace, made: Made) -> None:
    """A name that the case knows, in whatever letters, is that worker; one is oneself without being written."""
    sealed(at, made, Went("2026-03-21", "", (), ("Worker S",)))
    contact = sealed(at, made, Went("2026-03-22", "", (OWN,), ("worker s", "  ")))
    assert note_of(at, made, contact).by == ("Worker P", "Worker S")
    known = went.workers(at, made.case)
    assert [each.name for each in known].count("Worker S") == 1
    assert (known[0].own, known[0].name) == (True, "Worker P")


def test_what_is_being_written_keeps_day_and_people_as_typed(at: Workplace, made: Made) -> None:
    """Half a date is a draft as half a sentence is."""
    writing = replace(WRITTEN, went=Went("20 Au", "15", (OWN,), ("Worker Q",), "Wor"))
    visiting.keep(at, made.case, writing)
    assert visiting.being_written(at, made.case) == writing
    visiting.throw_away(at, made.case)


def test_a_draft_of_an_earlier_version_is_of_the_day_on_which_it_was_begun(at: Workplace, made: Made) -> None:
    """It has no day and nobody in it: sealed as it is, it is today's by oneself, as it was."""
    with at.book.begin("draft_kept", case=made.case) as work:
        body = {name: getattr(WRITTEN, name) for name in ("text", "how", "where", "begun")}
        work.drafts.put(made.case, made.case, "@visit", body, 3)
    read = visiting.being_written(at, made.case)
    assert read == replace(WRITTEN, cursor=3)
    assert read is not None
    note = note_of(at, made, str(visiting.seal(at, made.case, read).created))
    assert (note.went.day, note.by) == ("2026-04-20", ("Worker P",))


TOMORROW = (CLOCK.today() + timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (Went("20 Aug"), "visit_day_shape"),
        (Went(TOMORROW), "visit_ahead"),
        (Went("2027"), "visit_ahead"),
        (Went("2012-02-02"), "visit_before_birth"),
        (Went("2011"), "visit_before_birth"),
        (Went("2026-04-01", "25:10"), "visit_time"),
        (Went("2026-04-20", "23:59"), "visit_time_ahead"),
        (Went("2026-04-01", "", (), (" ",)), "visit_who"),
    ],
)
def test_a_day_that_cannot_be_is_refused(at: Workplace, made: Made, given: Went, code: str) -> None:
    """To come, before the birth, unreadable, or by nobody: it is said, and nothing is written."""
    contact = sealed(at, made, Went("2026-04-02"))
    before = gathering.things(at, made.case)
    for act in (lambda: sealed(at, made, given), lambda: went.mend(at, made.case, contact, given)):
        with pytest.raises(HsbAssessError) as refused:
            act()
        assert refused.value.code == code
    assert gathering.things(at, made.case) == before


@pytest.mark.parametrize("day", [BORN, "2012", "2026-04", "2026-04-20"])
def test_a_day_that_can_be_is_taken(at: Workplace, made: Made, day: str) -> None:
    """The day of birth, today, and a month or a year that may be right."""
    assert note_of(at, made, sealed(at, made, Went(day))).went.day == day


def test_mending_keeps_what_stood_before(at: Workplace, made: Made) -> None:
    """Evidence from the note follows, unless somebody said another day of it; the note tells what was changed by whom."""
    contact = sealed(at, made, Went("2026-04-10", "09:00"))
    items = [
        str(visiting.file(at, made.assessment, contact, words, "M05.harm.physical", as_answer=False).created)
        for words in ("He said little.", "He mended his bicycle.")
    ]
    gathering.set_field(at, made.case, items[1], "when", answered({"date": "2026-04-09"}))
    change = went.mend(at, made.case, contact, Went("2026-04-08", "", (), ("Worker T",)))
    assert change.entries
    note = note_of(at, made, contact)
    assert (note.went.day, note.went.time, note.by, note.author) == ("2026-04-08", "", ("Worker T",), "Worker P")
    assert {(each.what, each.said, each.name) for each in note.mended} == {
        ("day", "2026-04-10", "Worker P"),
        ("time", "09:00", "Worker P"),
        ("who", "Worker P", "Worker P"),
    }
    things = gathering.things(at, made.case)
    assert [things[item].value("when") for item in items] == [{"date": "2026-04-08"}, {"date": "2026-04-09"}]
    assert {label_of(at, made, things[item].value("source")) for item in items} == {"Worker T"}
    again = went.mend(at, made.case, contact, note.went)
    assert again.entries == ()
