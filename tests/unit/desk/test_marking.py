"""Marks: of this child and each carer, one entry each, outside what an approval names, and honest about later changes."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pypdf import PdfReader

from hsb_assess.desk import access, assessing, gathering, marking
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.marks import MEANING, MarkAnswer, NotShown
from hsb_assess.domain.strokes import Drawing
from hsb_assess.exchange.fhir.answers import answers_to_response
from hsb_assess.record.merge import ChangeSet
from hsb_assess.record.rights import may_write
from hsb_assess.reports.content import DocumentMeta, Signatory, build
from hsb_assess.reports.layout import make
from hsb_assess.rules.finding import Report
from tests.ui.pages.open_case import CLOCK, PASSPHRASE, make_vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.domain.strokes import Ink
    from tests.ui.pages.open_case import Made


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One vault for all tests here."""
    return make_vault(tmp_path_factory.mktemp("marks") / "vault")


@pytest.fixture(scope="module")
def at(vault: Made) -> Iterator[Workplace]:
    """Somebody at work in it."""
    opened = access.unlock(vault.folder, PASSPHRASE, clock=CLOCK)
    workplace = opened.workplace(read_only=False)
    yield workplace
    workplace.book.close()
    opened.close()


@pytest.fixture
def made(at: Workplace, vault: Made) -> Made:
    """The case with an empty assessment for each test."""
    started = assessing.start_assessment(at, vault.case, tier="full")
    return replace(vault, assessment=str(started.created))


def drawn() -> Ink:
    """Return a short line."""
    drawing = Drawing()
    drawing.begin(0.1, 0.5, 0)
    drawing.go_on(0.8, 0.4, 0.4, 0.9)
    ink = drawing.ink()
    assert ink is not None
    return ink


def a_carer(at: Workplace, made: Made) -> str:
    """List a carer in the form; return the person."""
    mother = str(gathering.add_thing(at, made.case, "person", {"label": "mother", "is": "adult"}).created)
    row = assessing.add_row(at, made.assessment, "M10.carers").created
    assessing.record_answer(at, made.assessment, f"M10.carers[{row}].person", answered(mother))
    return mother


def test_this_child_and_each_carer_are_asked(at: Workplace, made: Made) -> None:
    """This child first, then the carers of the form; nobody else, and nobody twice."""
    assert [each.child for each in marking.marks(at, made.assessment).asked] == [True]
    a_carer(at, made)
    assert [each.label for each in marking.marks(at, made.assessment).asked] == ["this child", "mother"]


def test_a_mark_is_kept_as_strokes_and_changes_no_content(at: Workplace, made: Made) -> None:
    """What an approval names stays the same; the strokes come back as drawn; a later answer makes it older than that."""
    mother = a_carer(at, made)
    before = assessing.reading(at, made.assessment).content_hash
    marking.make(at, made.assessment, mother, MarkAnswer.DIFFERS, words="He is never alone.", ink=drawn())
    assert assessing.reading(at, made.assessment).content_hash == before
    (given,) = marking.marks(at, made.assessment).given
    assert (given.label, given.child, given.by, given.later) == ("mother", False, "Worker P", False)
    assert given.mark.drawn() == drawn()
    assert given.mark.words == "He is never alone."
    assessing.record_answer(at, made.assessment, "M01.told_child", answered("That we talked with school."))
    (given,) = marking.marks(at, made.assessment).given
    assert given.later


def test_without_a_pen_somebody_else_heard_it(at: Workplace, made: Made) -> None:
    """Said is as good as drawn if somebody is named who heard it; neither is refused and leaves nothing."""
    mother = a_carer(at, made)
    with pytest.raises(HsbAssessError) as refused:
        marking.make(at, made.assessment, mother, MarkAnswer.AGREES)
    assert refused.value.code == "mark_how"
    assert marking.marks(at, made.assessment).given == ()
    marking.make(at, made.assessment, mother, MarkAnswer.AGREES, heard_by="family support worker")
    (given,) = marking.marks(at, made.assessment).given
    assert (given.mark.heard_by, given.mark.ink) == ("family support worker", None)


def test_not_shown_says_why_and_is_never_older(at: Workplace, made: Made) -> None:
    """Without a reason it is refused; with one it needs no pen and nobody who heard it."""
    mother = a_carer(at, made)
    with pytest.raises(HsbAssessError) as refused:
        marking.make(at, made.assessment, mother, MarkAnswer.NOT_SHOWN)
    assert refused.value.code == "mark_why"
    marking.make(at, made.assessment, mother, MarkAnswer.NOT_SHOWN, why=NotShown.NOT_SAFE, ink=drawn())
    assessing.record_answer(at, made.assessment, "M01.told_child", answered("Nothing yet."))
    (given,) = marking.marks(at, made.assessment).given
    assert (given.mark.why, given.mark.ink, given.later) == (NotShown.NOT_SAFE, None, False)


def test_nobody_else_is_asked(at: Workplace, made: Made) -> None:
    """A mark of somebody whom the form does not list is refused."""
    other = str(gathering.add_thing(at, made.case, "person", {"label": "neighbour", "is": "adult"}).created)
    with pytest.raises(HsbAssessError) as refused:
        marking.make(at, made.assessment, other, MarkAnswer.AGREES, ink=drawn())
    assert refused.value.code == "mark_who"


def test_a_mark_can_be_taken_back_once(at: Workplace, made: Made) -> None:
    """It stands no more, stays in the record, and cannot be taken back again."""
    child = marking.marks(at, made.assessment).asked[0].person
    mark = str(marking.make(at, made.assessment, child, MarkAnswer.NOT_SAID, ink=drawn()).created)
    marking.take_back(at, made.case, mark)
    assert marking.marks(at, made.assessment).given == ()
    with at.book.begin("read", case=made.case, write=False) as work:
        bodies = [entry.body for entry in work.entries.of_case(made.case) if entry.subject == mark]
    assert [bool(body.get("removed")) for body in bodies] == [False, True]
    assert "mark" in bodies[0]
    with pytest.raises(HsbAssessError) as refused:
        marking.take_back(at, made.case, mark)
    assert refused.value.code == "mark_gone"


def documents(at: Workplace, made: Made) -> tuple[bytes, bytes]:
    """Make documents A and B of what stands now."""
    now = at.clock.now()
    meta = DocumentMeta("1", now, now, Signatory("Worker P", "practitioner"), Signatory("Manager S", "supervisor"))
    reading = assessing.reading(at, made.assessment)
    a, b = (make(audience, build(audience, reading, Report(findings=()), meta)).pdf for audience in ("A", "B"))
    return a, b


def text(pdf: bytes) -> str:
    """Return the words of a document, without line breaks."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_a_mark_is_printed_as_lines_beside_the_carers(at: Workplace, made: Made) -> None:
    """In the plan as strokes with when, and that answers changed since; no word of theirs, no image, no signature field."""
    mother = a_carer(at, made)
    marking.make(at, made.assessment, mother, MarkAnswer.DIFFERS, words="He is never alone.", ink=drawn())
    child = marking.marks(at, made.assessment).asked[0].person
    marking.make(at, made.assessment, child, MarkAnswer.AGREES, ink=drawn())
    assessing.record_answer(at, made.assessment, "M01.told_child", answered("That we talked."))
    whole, plan = documents(at, made)
    words = text(plan)
    assert words.count("Drawn on screen on 20 April 2026") == 1
    assert "Made before later changes." in words
    assert "recorded and answered in the full assessment" in words
    assert "He is never alone." not in words
    assert "says nothing about what happened" in words
    with pikepdf.open(io.BytesIO(plan)) as opened:
        assert not [
            each for each in opened.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
    full = text(whole)
    assert "Gone through with this child and the carers" in full
    assert "Does not agree. In their words: “He is never alone.”" in full
    assert MEANING in full


def test_why_it_was_not_shown_stands_in_the_full_assessment_alone(at: Workplace, made: Made) -> None:
    """The plan ticks *not shown*; the reason could tell one carer about another."""
    mother = a_carer(at, made)
    marking.make(at, made.assessment, mother, MarkAnswer.NOT_SHOWN, why=NotShown.NOT_SAFE, note="Ask the refuge first.")
    whole, plan = map(text, documents(at, made))
    assert "it is not safe for somebody" in whole
    assert "Ask the refuge first." in whole
    assert "safe for somebody" not in plan
    assert "refuge" not in plan
    assert "Why is recorded in the full assessment." in plan


def test_a_mark_travels_and_leaves_all_else_as_it_was(at: Workplace, made: Made) -> None:
    """Its entries are an assessor's to make on any laptop; what the form says, as another program reads it, is the same."""
    mother = a_carer(at, made)
    before = assessing.reading(at, made.assessment)
    mark = str(marking.make(at, made.assessment, mother, MarkAnswer.AGREES, ink=drawn()).created)
    marking.take_back(at, made.case, mark)
    marking.make(at, made.assessment, mother, MarkAnswer.DIFFERS, ink=drawn())
    after = assessing.reading(at, made.assessment)
    assert answers_to_response(after, authored="2026-04-20") == answers_to_response(before, authored="2026-04-20")
    assert after.rows_of == before.rows_of
    with at.book.begin("read", case=made.case, write=False) as work:
        entries = [each for each in work.entries.of_case(made.case) if each.body.get("value") == "mark"]
    assert len(entries) >= 3
    assert all(may_write(entry, "practitioner") and not may_write(entry, "supervisor") for entry in entries)
    changes = ChangeSet.of(made.case, entries)
    assert ChangeSet.from_json(json.loads(json.dumps(changes.as_json()))) == changes
