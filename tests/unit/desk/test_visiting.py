"""A visit note: kept while it is written, sealed as a contact, filed word for word, and where it is filed is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, filingplaces, gathering, undoing, visiting
from hsb_assess.desk.filingplaces import Asked
from hsb_assess.desk.undoing import Steps
from hsb_assess.desk.visiting import Writing
from hsb_assess.domain.answer import Absence, answered
from hsb_assess.domain.errors import HsbAssessError
from tests.ui.pages.open_case import CLOCK, PASSPHRASE, make_vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.desk.workplace import Workplace
    from tests.ui.pages.open_case import Made

TEXT = "14:05 At home, in the kitchen.\n\nShe said: “I don’t want to go there.”\n14:40 Left."
SAID = "She said: “I don’t want to go there.”"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One vault for all tests here; each writes notes of its own."""
    return make_vault(tmp_path_factory.mktemp("visits") / "vault")


@pytest.fixture(scope="module")
def at(made: Made) -> Iterator[Workplace]:
    """Somebody at work in it."""
    vault = access.unlock(made.folder, PASSPHRASE, clock=CLOCK)
    workplace = vault.workplace(read_only=False)
    yield workplace
    workplace.book.close()
    vault.close()


def sealed(at: Workplace, made: Made) -> str:
    """Seal a note and return its contact."""
    return str(visiting.seal(at, made.case, Writing(TEXT, "alone", "Home", "2026-04-20T14:05+01:00")).created)


def note_of(at: Workplace, made: Made, contact: str) -> visiting.Note:
    """Return a sealed note as it stands."""
    return next(each for each in visiting.notes(at, made.case, made.assessment) if each.contact == contact)


def test_what_is_being_written_is_kept_with_its_caret(at: Workplace, made: Made) -> None:
    """Nothing of it is an entry; throwing it away leaves nothing."""
    before = gathering.things(at, made.case)
    writing = Writing("Half a sen", "not_alone", "Home", "2026-04-20T14:05+01:00", cursor=4)
    visiting.keep(at, made.case, writing)
    assert visiting.being_written(at, made.case) == writing
    assert assessing.drafts(at, made.assessment) == ()
    assert gathering.things(at, made.case) == before
    visiting.throw_away(at, made.case)
    assert visiting.being_written(at, made.case) is None


def test_a_sealed_note_is_a_contact_of_the_case(at: Workplace, made: Made) -> None:
    """The contact log has the day, the worker, how and where; the words stand as written; no draft is left."""
    visiting.keep(at, made.case, Writing(TEXT))
    contact = sealed(at, made)
    assert visiting.being_written(at, made.case) is None
    row = next(row for row in assessing.reading(at, made.assessment).rows("M01.contacts") if row.id == contact)
    assert (row.value("when"), row.value("how"), row.text("where")) == ({"date": "2026-04-20"}, "alone", "Home")
    note = note_of(at, made, contact)
    assert [each.text for each in note.paragraphs] == [line for line in TEXT.splitlines() if line]
    assert (note.by, note.author, note.begun) == (("Worker P",), "Worker P", "2026-04-20T14:05+01:00")


@pytest.mark.parametrize(("writing", "code"), [(Writing("  "), "visit_empty"), (Writing("Words"), "visit_how")])
def test_a_note_that_is_not_whole_is_not_sealed(at: Workplace, made: Made, writing: Writing, code: str) -> None:
    """An empty one, or one that does not say how this child was seen, is told so and stays."""
    with pytest.raises(HsbAssessError) as refused:
        visiting.seal(at, made.case, writing)
    assert refused.value.code == code


def test_a_paragraph_is_filed_as_the_answer_word_for_word(at: Workplace, made: Made) -> None:
    """It stands under what was there, the answer cites it where it takes evidence, and undoing takes it back."""
    contact, path = sealed(at, made), "M01.reason"
    assessing.record_answer(at, made.assessment, path, answered("Seen at school."))
    change = visiting.file(at, made.assessment, contact, SAID, path, as_answer=True)
    assert assessing.reading(at, made.assessment).raw(path).value == f"Seen at school.\n\n{SAID}"
    (filed,) = next(each.filed for each in note_of(at, made, contact).paragraphs if each.text == SAID)
    assert (filed.path, filed.answer) == (path, True)
    again = visiting.file(at, made.assessment, contact, SAID, path, as_answer=True)
    assert again.created == change.created
    assert assessing.reading(at, made.assessment).raw(path).value == f"Seen at school.\n\n{SAID}"
    steps = Steps()
    steps.took(made.assessment, change)
    step = steps.to_undo(made.assessment)
    assert step is not None
    undoing.undo(at, made.assessment, step)
    assert assessing.reading(at, made.assessment).raw(path).value == "Seen at school."


def test_a_paragraph_is_evidence_for_an_answer_that_stands(at: Workplace, made: Made) -> None:
    """The answer keeps its value and cites an item with exactly these words and whose they are."""
    contact, path = sealed(at, made), "M05.harm.sexual"
    given = answered({"state": "suspected"})
    assessing.record_answer(at, made.assessment, path, given)
    item = visiting.file(at, made.assessment, contact, SAID, path, as_answer=False, said="spontaneous").created
    answer = assessing.reading(at, made.assessment).raw(path)
    assert (answer.value, answer.evidence) == (given.value, (item,))
    evidence = gathering.things(at, made.case)[str(item)]
    assert evidence.text("what") == SAID
    told = {name: evidence.value(name) for name in ("verbatim", "kind", "confidence", "how_came")}
    assert told == {
        "verbatim": "yes",
        "kind": "child_said",
        "confidence": "childs_account",
        "how_came": "spontaneous",
    }
    child = gathering.things(at, made.case)[str(evidence.value("source"))]
    assert child.value("is") == "this_child"


def test_a_question_without_an_answer_keeps_it_ready(at: Workplace, made: Made) -> None:
    """Evidence alone is no answer: the question stays as it is, the note says where the paragraph waits."""
    contact, path = sealed(at, made), "M05.harm.physical"
    visiting.file(at, made.assessment, contact, SAID, path, as_answer=False)
    assert assessing.reading(at, made.assessment).raw(path).absence is Absence.NOT_ASKED
    (filed,) = next(each.filed for each in note_of(at, made, contact).paragraphs if each.text == SAID)
    assert (filed.path, filed.cited, filed.answer) == (path, False, False)


def test_only_what_fits_can_be_filed(at: Workplace, made: Made) -> None:
    """Words that are not in the note, a question that takes no text, and a supervisor are refused."""
    contact = sealed(at, made)
    for words, path, as_answer, code in (
        ("Other words.", "M01.reason", True, "visit_gone"),
        (SAID, "M05.harm.sexual", True, "visit_way"),
    ):
        with pytest.raises(HsbAssessError) as refused:
            visiting.file(at, made.assessment, contact, words, path, as_answer=as_answer)
        assert refused.value.code == code
    ways = {place.path: place.ways for place in filingplaces.places(at, made.assessment)}
    assert "answer" in ways["M01.reason"]
    assert ways["M05.harm.sexual"] == {"evidence"}


def test_every_question_of_the_form_is_there(at: Workplace, made: Made) -> None:
    """On the first day, too, what is not asked yet says so: evidence waits there, an answer would not count."""
    small = str(assessing.start_assessment(at, made.case).created)
    found = {place.path: place for place in filingplaces.places(at, small)}
    assert (found["M01.reason"].asked, found["M01.reason"].section) == (Asked.NOW, "First day")
    harm = found["M05.harm.sexual"]
    assert (harm.asked, harm.ways) == (Asked.MORE, {"evidence"})
    assert "M05" not in harm.section
    strength = next(place for place in found.values() if place.title == "What is this child's strength?")
    assert (strength.asked, strength.ways) == (Asked.MORE, frozenset())
    full = {place.path: place for place in filingplaces.places(at, made.assessment)}
    assert full[strength.path].asked is Asked.ENTRY
    contact = sealed(at, made)
    visiting.file(at, small, contact, SAID, "M05.harm.sexual", as_answer=False)
    with pytest.raises(HsbAssessError) as refused:
        visiting.file(at, small, contact, SAID, "M13.culture", as_answer=True)
    assert refused.value.code == "visit_not_asked"
    assert not assessing.reading(at, small).raw("M13.culture").is_asked()
