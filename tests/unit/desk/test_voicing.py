"""This child's words: added in one act, gathered from everywhere, corrected with what stood before in sight, never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, gathering, sitting, voicing
from hsb_assess.desk.saidwords import Said, said_words
from hsb_assess.desk.sitting import PROMPTS, Reply, Sitting
from hsb_assess.desk.voicing import WrittenWords
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.catalogue import Catalogue
from tests.ui.pages.open_case import CLOCK, PASSPHRASE, make_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hsb_assess.desk.workplace import Workplace
    from tests.ui.pages.open_case import Made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One vault for all tests here; each writes words of its own."""
    return make_vault(tmp_path_factory.mktemp("voice") / "vault")


@pytest.fixture(scope="module")
def at(made: Made) -> Iterator[Workplace]:
    """Somebody at work in it."""
    vault = access.unlock(made.folder, PASSPHRASE, clock=CLOCK)
    workplace = vault.workplace(read_only=False)
    yield workplace
    workplace.book.close()
    vault.close()


def with_words(at: Workplace, made: Made, words: str) -> list[Said]:
    """Return what is gathered that has these words."""
    return [each for each in said_words(at, made.case) if words in each.words]


def test_words_that_are_being_written_are_kept(at: Workplace, made: Made) -> None:
    """As a draft with its caret, which is no entry; emptied, nothing is left."""
    writing = WrittenWords("I don’t li", {"date": "2026-04"}, "", "sought", cursor=4)
    voicing.keep(at, made.case, writing)
    assert voicing.being_written(at, made.case) == writing
    assert with_words(at, made, "I don’t li") == []
    voicing.throw_away(at, made.case)
    assert voicing.being_written(at, made.case) is None


def test_sealed_words_are_a_row_and_evidence_and_stand_once(at: Workplace, made: Made) -> None:
    """The row has what is known and no more; the item has the same words as this child's account; they are shown once."""
    words = "I like it when the door is open."
    voicing.keep(at, made.case, WrittenWords(words))
    item = voicing.seal(at, made.case, WrittenWords(words)).created
    assert voicing.being_written(at, made.case) is None
    reading = assessing.reading(at, made.assessment)
    row = next(row for row in reading.rows("M14.words") if row.text("words") == words)
    assert row.value("when") == {"date": "2026-04-20"}
    assert row.value("how_came") is None
    evidence = reading.all_things[str(item)]
    assert (evidence.text("what"), evidence.text("kind"), evidence.text("verbatim")) == (words, "child_said", "yes")
    assert evidence.text("confidence") == "childs_account"
    (said,) = with_words(at, made, words)
    assert (said.path, said.typed, said.exact, said.quoted) == (row.at("words"), "adult", True, True)


def test_a_correction_is_a_new_entry_with_the_old_one_in_sight(at: Workplace, made: Made) -> None:
    """The item follows; the words before are told with when and by whom; a second correction of the old ones is refused."""
    voicing.seal(at, made.case, WrittenWords("He sed no", how="spontaneous"))
    (first,) = with_words(at, made, "He sed no")
    voicing.correct(at, made.case, first.entry, "He said no.")
    (now,) = with_words(at, made, "He said no.")
    assert now.path == first.path
    assert [(each.words, each.by) for each in now.before] == [("He sed no", "Worker P")]
    assert now.how == "spontaneous"
    items = [each.text("what") for each in gathering.things(at, made.case).values() if each.kind == "evidence"]
    assert "He said no." in items
    assert "He sed no" not in items
    for entry, text, code in ((first.entry, "Else", "words_changed"), (now.entry, "  ", "words_empty")):
        with pytest.raises(HsbAssessError) as refused:
            voicing.correct(at, made.case, entry, text)
        assert refused.value.code == code
    assert with_words(at, made, "He said no.") == [now]


def test_words_of_a_row_that_was_taken_out_are_still_told(at: Workplace, made: Made) -> None:
    """Taking a row out of its list does not take words away."""
    voicing.seal(at, made.case, WrittenWords("Nobody asked me"))
    (said,) = with_words(at, made, "Nobody asked me")
    assessing.remove_row(at, made.assessment, said.path.rpartition(".")[0])
    (still,) = with_words(at, made, "Nobody asked me")
    assert still.taken_out


def test_words_come_from_answers_items_and_events(at: Workplace, made: Made) -> None:
    """An answer in this child's words, an item that quotes them, an event of their words; not what others said."""
    assessing.record_answer(at, made.assessment, "M13.identity", answered("I am Sam and I am Welsh"))
    quoted = {"what": "It is loud at night", "kind": "child_said", "verbatim": "yes", "when": {"date": "2026-03-01"}}
    gathering.add_thing(at, made.case, "evidence", quoted)
    gathering.add_thing(at, made.case, "evidence", {"what": "Mother says he is quiet", "kind": "carer_said"})
    gathering.add_thing(at, made.case, "event", {"what": "Can I stay here?", "category": "child_words"})
    words = [each.words for each in said_words(at, made.case)]
    assert {"I am Sam and I am Welsh", "It is loud at night", "Can I stay here?"} <= set(words)
    assert "Mother says he is quiet" not in words


def test_what_was_written_together_goes_to_its_questions(tmp_path: Path) -> None:
    """Each reply stands in its answer or a row, with who typed it; what was skipped leaves nothing, a refusal is one."""
    made = make_vault(tmp_path / "vault")
    vault = access.unlock(made.folder, PASSPHRASE, clock=CLOCK)
    at = vault.workplace(read_only=False)
    assessing.record_answer(at, made.assessment, "M14.hopes", answered("A dog, she said in May."))
    replies = {
        "called": Reply("Sam"),
        "days": Reply(mark=3),
        "best": Reply("We play football"),
        "worries": Reply(rather_not=True),
        "hopes": Reply("To swim", typed="adult"),
        "helps": Reply("My nan"),
        "known": Reply(""),
    }
    draft = Sitting(replies, at=4, notes="He said: “it was dark”")
    sitting.keep(at, made.case, draft)
    assert sitting.being_written(at, made.case) == draft
    sitting.seal(at, made.case, draft)
    assert sitting.being_written(at, made.case) is None
    reading = assessing.reading(at, made.assessment)
    assert reading.text("M00.known_as") == "Sam"
    assert reading.text("M14.hopes") == "A dog, she said in May.\n\nTo swim"
    days = reading.text("M14.best_worst")
    assert "] Good" in days
    assert "[A really good day] We play football" in days
    assert reading.raw("M14.worries") == absent(Absence.DECLINED, by="child")
    assert not reading.raw("M14.wants_known").is_asked()
    rows = {row.text("words"): row for row in reading.rows("M14.words")}
    assert rows["[Who helps me] My nan"].value("how_came") == "sought"
    assert rows["He said: “it was dark”"].value("how_came") == "spontaneous"
    typed = {each.path: each.typed for each in said_words(at, made.case)}
    assert typed["M00.known_as"] == "child"
    assert typed["M14.hopes"] == "adult"
    assert not [each for each in said_words(at, made.case) if each.path.startswith("things.evidence")]
    at.book.close()
    vault.close()


def test_words_that_are_a_row_and_evidence_are_asked_about_once(at: Workplace, made: Made) -> None:
    """Words from between the strategy discussion and the interview: the check names the row, not the item as well."""
    assessing.record_answer(at, made.assessment, "M05.interview", answered("planned"))
    row = assessing.add_row(at, made.assessment, "M01.strategy").created
    assessing.record_answer(at, made.assessment, f"M01.strategy[{row}].held", answered("2026-04-01T10:00:00+01:00"))
    voicing.seal(at, made.case, WrittenWords("It was cold there", how="sought"))
    (said,) = with_words(at, made, "It was cold there")
    found = next(each for each in assessing.findings(at, made.assessment).findings if each.rule == "R57")
    assert f"{said.path.rpartition('.')[0]}.how_came" in found.questions
    assert not [path for path in found.questions if path.startswith("things.evidence")]
    assessing.record_answer(at, made.assessment, "M05.interview", answered("none_planned"))


def test_every_prompt_belongs_to_a_question_in_this_childs_words() -> None:
    """Where a prompt leads is a question of the form that holds words of this child; none is about what is reported."""
    definition = Catalogue.shipped().latest("holistic")
    for prompt in PROMPTS:
        assert not prompt.path.startswith(("M03", "M04", "M05", "M16"))
        if prompt.path:
            item = definition.item(prompt.path)
            assert item.child_voice
        else:
            assert prompt.lead


def test_an_interview_that_waits_is_told_first(at: Workplace, made: Made) -> None:
    """Planned and not done it waits; done it does not; what is not safe to ask is named."""
    assert not sitting.caution(at, made.case).interview
    assessing.record_answer(at, made.assessment, "M05.interview", answered("planned"))
    assessing.record_answer(
        at, made.assessment, "M05.enquiry", absent(Absence.NOT_SAFE, advised_by="x", recheck="2026-04-30")
    )
    told = sitting.caution(at, made.case)
    assert told.interview
    assert len(told.not_safe) == 1
    assessing.record_answer(at, made.assessment, "M05.interview", answered("done"))
    assert not sitting.caution(at, made.case).interview
