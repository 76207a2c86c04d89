"""Search through the desk: everything that a person reads is found, leads to its question, and nothing else is."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import (
    access,
    assessing,
    caseload,
    forms,
    gathering,
    indexing,
    reviewing,
    searching,
    sharing,
    undoing,
)
from hsb_assess.desk.indexing import index_all, index_some
from hsb_assess.desk.searching import MOST_LETTERS, pieces, read_query, search
from hsb_assess.desk.undoing import Steps
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.clock import clock_for
from tests.unit.exchange.foreign import OFTEN, item, questionnaire

from .conftest import PASSPHRASE, Opened, Person, begin, unlocked
from .packages import sharing_package, submitted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hsb_assess.desk.script import Script
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.vault.stores_search import Hit

WHY = "M01.s47_single_why"


def found(at: Workplace, typed: str, case: str | None = None) -> list[Hit]:
    """Return the hits, newest first, after everything was indexed."""
    assert index_all(at).waits == ""
    result = search(at, typed, case=case)
    assert not result.behind
    return [line.hit for group in result.groups for line in group.lines]


def one(at: Workplace, typed: str) -> Hit:
    """Return the only hit."""
    (hit,) = found(at, typed)
    return hit


def answer(person: Person, opened: Opened, path: str, value: object) -> None:
    """Record an answer, or what it is."""
    given = answered(value) if isinstance(value, str | dict | list) else value
    assessing.record_answer(person.at, opened.assessment, path, given)  # type: ignore[arg-type]  # an Answer


def rows_of(at: Workplace) -> list[tuple[object, ...]]:
    """Return everything that the index holds."""
    with at.book.begin(write=False) as work:
        rows = work.search._unit.connection.execute(
            "SELECT place.*, title, words, also, scope FROM search_place AS place JOIN search_text ON search_text.rowid = place.seq"
        )
        return sorted(tuple(row) for row in rows)


@pytest.fixture(scope="module")
def shared(
    new_vaults: Path, tmp_path_factory: pytest.TempPathFactory, child_a: Script
) -> Iterator[tuple[Person, Opened]]:
    """A vault with one case in which every kind of text stands; its tests only read."""
    person = unlocked(shutil.copytree(new_vaults, tmp_path_factory.mktemp("read") / "v") / "practitioner", child_a)
    opened = begin(person, child_a)
    answer(person, opened, "M01.reason", "Mother told the nurse about a lighthouse.")
    answer(person, opened, "M00.faith", absent(Absence.DECLINED, by="child", note="Quaker meeting is private"))
    answer(person, opened, "M01.s47", "single")
    answer(person, opened, WHY, "Only the harbour agency was free")
    answer(person, opened, "M01.s47", "none")
    aunt = gathering.add_thing(person.at, opened.case, "person", {"label": "Aunt Wilhelmina", "is": "adult"}).created
    gathering.add_thing(
        person.at,
        opened.case,
        "event",
        {"when": {"date": "2026-04-14"}, "what": "A pelican was seen", "category": "seen", "source": aunt},
    )
    row = str(assessing.add_row(person.at, opened.assessment, "M11.adults").created)
    answer(person, opened, f"M11.adults[{row}].access", "Through a zeppelin club")
    index_all(person.at)
    yield person, opened
    person.vault.close()


def test_what_people_read_is_found_and_leads_to_its_question(shared: tuple[Person, Opened]) -> None:
    """Free text, an absence's note, a coded answer by its label, a person's name, an event, a date however it is typed."""
    person, opened = shared
    at = person.at
    reason = one(at, "lighthouse")
    assert (reason.page, reason.case, reason.assessment, reason.path) == (
        "assessment",
        opened.case,
        opened.assessment,
        "M01.reason",
    )
    assert reason.title == "What was reported?"
    assert [words for words, is_sought in pieces(reason.words) if is_sought] == ["lighthouse"]
    assert one(at, "quaker").path == "M00.faith"
    assert "Declined" in one(at, "quaker").words
    kind = assessing.reading(at, opened.assessment).definition.item("M01.s47")
    label = assessing.reading(at, opened.assessment).definition.code(kind, "none")
    assert label is not None
    assert "M01.s47" in [hit.path for hit in found(at, f'"{label.en}"')]
    named = {hit.path.rpartition("].")[2] for hit in found(at, "wilhelmina")}
    assert named == {"label", "source"}, "the person, and the event that she told of"
    assert one(at, "pelican").path.startswith("M02.events[")
    for typed in ("2026-04-14", "14/04/2026", '"14 April 2026"', '"14 Apr 2026"'):
        assert any(hit.path.endswith("].when") for hit in found(at, typed)), typed
    assert {hit.path for hit in found(at, '"what was reported"')} == {"M01.reason"}, "a question by its own words"
    assert "case" in {hit.page for hit in found(at, f'"{caseload.cases(at)[0].ref}"')}


def test_a_restricted_answer_is_found_and_not_shown(shared: tuple[Person, Opened]) -> None:
    """Its words are nowhere among the hits: whoever wants to read them opens the question."""
    hit = one(shared[0].at, "zeppelin")
    assert hit.restricted
    assert hit.words == ""
    assert "zeppelin" not in str(hit).casefold()
    assert hit.path.endswith("].access")
    named = [each for each in found(shared[0].at, "wilhelmina") if each.path.endswith("].source")]
    assert [each.words for each in named] == [""], "who told of an event is kept from some, too"


def test_an_answer_that_is_not_asked_now_says_so(shared: tuple[Person, Opened]) -> None:
    """It leads to its history, where it can be read: its question is not on screen."""
    hit = one(shared[0].at, "harbour")
    assert (hit.dormant, hit.page, hit.path) == (True, "history", WHY)


def test_what_nobody_reads_is_not_found(shared: tuple[Person, Opened]) -> None:
    """Ids, codes, hashes, and the names of columns."""
    person, opened = shared
    for typed in (opened.case, opened.assessment, person.person, "not_safe", "things", "scope", "case_facts", "M01"):
        assert found(person.at, typed) == [], typed


def test_every_hit_leads_somewhere_that_opens(shared: tuple[Person, Opened]) -> None:
    """Each path is one of the form, each title its question, each place begins with its section."""
    person, opened = shared
    reading = assessing.reading(person.at, opened.assessment)
    with person.at.book.begin(write=False) as work:
        texts = indexing.texts_of(person.at, work, opened.case)
    assert len(texts) > 20
    for text in texts.values():
        if text.page in {"assessment", "history"}:
            item = reading.definition.find(text.path)
            assert item is not None
            assert text.title == item.label.en
            assert text.place.startswith(reading.definition.module(text.path).title.en)


def test_words_all_phrases_beginnings_and_refusals(shared: tuple[Person, Opened]) -> None:
    """All words have to be there; what is typed last may go on until a space ends it; one case only where asked."""
    person, opened = shared
    at = person.at
    assert one(at, "nurse lighthouse").path == "M01.reason"
    assert found(at, "lighthouse pelican") == []
    assert found(at, '"nurse lighthouse"') == []
    assert one(at, "lighth*").path == "M01.reason"
    assert found(at, "lighth") == []
    assert [line.hit.path for group in search(at, "lighth", typing=True).groups for line in group.lines] == [
        "M01.reason"
    ]
    assert search(at, "lighth ", typing=True).count == 0
    assert found(at, "nurse -lighthouse") == []
    assert found(at, "lighthouse", opened.case) != []
    assert found(at, "lighthouse", "another case") == []


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "empty"),
        (" \t\n", "empty"),
        ("\x00", "empty"),
        ('"" * - …', "no_letters"),
        ("-nurse", "only_excluded"),
        ('-nurse -"a b"', "only_excluded"),
        ("x" * (MOST_LETTERS + 1), "too_long"),
        ("word " * 2000, "too_long"),
    ],
)
def test_what_cannot_be_looked_for_is_told_plainly(shared: tuple[Person, Opened], typed: str, problem: str) -> None:
    """It finds nothing, raises nothing, and has a sentence of its own."""
    result = search(shared[0].at, typed)
    assert (result.problem, result.groups, result.count) == (problem, (), 0)
    assert searching.PROBLEMS[problem] or problem == "empty"


def test_operators_are_words(shared: tuple[Person, Opened]) -> None:
    """What FTS5 and SQL would take for an instruction is looked for as it stands, and found nowhere here."""
    for typed in (
        "NEAR(nurse lighthouse)",
        "words:lighthouse",
        "nurse AND lighthouse",
        "light%house",
        "^lighthouse -x",
    ):
        assert [hit.path for hit in found(shared[0].at, typed)] == (["M01.reason"] if typed[0] == "^" else []), typed
    assert read_query('a"b').expression() == '"a" AND "b"'


def test_what_was_superseded_is_not_found_any_more(practitioner: Person, child_a: Script) -> None:
    """An answer that is changed, taken back, done again, restored; a row and a thing that are taken out and put back."""
    opened = begin(practitioner, child_a)
    at, steps = practitioner.at, Steps()
    answer(practitioner, opened, "M01.reason", "walrus")
    assert one(at, "walrus")
    steps.took(opened.assessment, assessing.record_answer(at, opened.assessment, "M01.reason", answered("heron")))
    assert found(at, "walrus") == []
    assert one(at, "heron")
    step = steps.to_undo(opened.assessment)
    assert step is not None
    steps.undone(opened.assessment, step, undoing.undo(at, opened.assessment, step))
    assert found(at, "heron") == []
    assert one(at, "walrus")
    event = str(gathering.add_thing(at, opened.case, "event", {"what": "ibis"}).created)
    assert one(at, "ibis")
    gathering.remove_thing(at, opened.case, event)
    assert found(at, "ibis") == []
    person = str(gathering.add_thing(at, opened.case, "person", {"label": "Uncle Otter", "is": "adult"}).created)
    answer(practitioner, opened, "M01.source", person)
    assert len(found(at, "otter")) == 2
    gathering.set_field(at, opened.case, person, "label", answered("Uncle Badger"))
    assert found(at, "otter") == [], "who is named in an answer is called by the new name"
    assert len(found(at, "badger")) == 2
    made = rows_of(at)
    with at.book.begin("rebuild") as work:
        work.search.make_anew()
    index_all(at)
    assert rows_of(at) == made, "what was kept up step by step is what is made from the beginning"


def test_a_package_is_indexed_and_each_sees_what_is_theirs(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """The receiver finds the case, and their own questions; comments are found by both, those questions by one."""
    opened, package = submitted(practitioner, supervisor, child_a)
    sharing.receive(supervisor.at, package)
    assert found(supervisor.at, f'"{child_a.reference}"')
    thread = reviewing.comment(supervisor.at, opened.assessment, "M01.reason", "Where was the flamingo?")
    assert thread.created is not None
    hit = one(supervisor.at, "flamingo")
    assert (hit.page, hit.assessment) == ("review", opened.assessment)
    assert hit.title.startswith("Comment: ")
    definition = supervisor.at.catalogue.latest("holistic")
    own = next(
        item.address
        for module in definition.modules
        if module.stream.value == "review"
        for item in module.items
        if item.type.value == "longtext"
    )
    assessing.record_answer(supervisor.at, opened.assessment, own, answered("An albatross of a question"))
    assert (one(supervisor.at, "albatross").page, one(supervisor.at, "albatross").path) == ("review", own)
    sharing.receive(practitioner.at, sharing_package(supervisor, practitioner, opened))
    assert one(practitioner.at, "flamingo").page == "review"
    assert found(practitioner.at, "albatross") == []


def test_answers_to_a_form_from_elsewhere_are_found(practitioner: Person) -> None:
    """By the labels of that form, in the words of its own types, and each leads to its question."""
    at = practitioner.at
    asked = [
        item("/1", "choice", answerOption=OFTEN, prefix="1."),
        item("rows", "group", repeats=True, item=[item("name", "string"), item("weight", "quantity")]),
    ]
    taken = forms.import_form(at, json.dumps(questionnaire(*asked, name="small", version="1")).encode())
    case = str(caseload.create_case(at, "CASE-1").created)
    assessment = str(assessing.start_assessment(at, case, form=taken.line.hash).created)
    definition = assessing.reading(at, assessment).definition
    (choice, group) = (next(each for each in definition.items() if each.id == name) for name in ("q1", "rows"))
    row = str(assessing.add_row(at, assessment, group.address).created)
    assessing.record_answer(at, assessment, choice.address, answered("LA6570-1"))
    assessing.record_answer(at, assessment, f"{group.address}[{row}].name", answered("Marmoset"))
    assert (one(at, "often").path, one(at, "often").assessment) == (choice.address, assessment)
    assert one(at, "often").title.startswith("1. ")
    assert one(at, "marmoset").path == f"{group.address}[{row}].name"
    assert found(at, "LA6570") == []


def test_indexing_goes_in_steps_and_takes_up_where_it_was_broken_off(
    vaults: Path, practitioner: Person, child_a: Script
) -> None:
    """A few rows a step; the book is closed in the midst of it, and the next one makes the rest of it."""
    begin(practitioner, child_a)
    assert index_some(practitioner.at, 4).left == 1
    assert len(rows_of(practitioner.at)) == 4
    assert search(practitioner.at, "child").behind
    practitioner.vault.close()
    again = access.unlock(vaults / "practitioner", PASSPHRASE, clock=clock_for(child_a.today))
    at = again.workplace(read_only=False)
    steps = 0
    while index_some(at, 4).left:
        steps += 1
    made = rows_of(at)
    assert len(made) > 8
    assert steps == -(-len(made) // 4) - 2
    assert not search(at, "child").behind
    with at.book.begin("rebuild") as work:
        work.search.make_anew()
    index_all(at)
    assert rows_of(at) == made
    again.close()


def test_a_vault_that_only_reads_is_searched_as_far_as_it_is_indexed(practitioner: Person, child_a: Script) -> None:
    """Nothing is raised and nothing lost: the index says that it is behind, and what it has is found."""
    opened = begin(practitioner, child_a)
    answer(practitioner, opened, "M01.reason", "puffin")
    index_all(practitioner.at)
    answer(practitioner, opened, "M14.worries", "gannet")
    looking = practitioner.vault.workplace(read_only=True)
    assert index_some(looking).waits == "vault_read_only"
    assert search(looking, "puffin").count == 1
    late = search(looking, "gannet")
    assert (late.count, late.behind) == (0, True)
    assert one(practitioner.at, "gannet")


def test_a_case_that_cannot_be_read_keeps_nobody_from_the_others(
    practitioner: Person, child_a: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is that its words cannot be made of."""
    spoilt, other = begin(practitioner, child_a), begin(practitioner, child_a)
    answer(practitioner, other, "M01.reason", "kestrel")
    texts_of = indexing.texts_of

    def stumbles(at: Workplace, work: object, case: str) -> object:
        if case == spoilt.case:
            raise KeyError(case)
        return texts_of(at, work, case)  # type: ignore[arg-type]  # a unit of work

    monkeypatch.setattr(indexing, "texts_of", stumbles)
    assert one(practitioner.at, "kestrel").case == other.case


def test_what_was_sought_is_kept_nowhere(practitioner: Person, child_a: Script) -> None:
    """The audit says that somebody searched, in one case or in all, and not for what; settings and drafts say nothing."""
    opened = begin(practitioner, child_a)
    answer(practitioner, opened, "M01.reason", "osprey")
    assert found(practitioner.at, "osprey")
    assert found(practitioner.at, "neverwritten -atall") == []
    searching.searched(practitioner.at, None)
    searching.searched(practitioner.at, opened.case)
    with practitioner.at.book.begin(write=False) as work:
        rows = work.audit.rows()
        tables = ("audit", "setting", "draft", "caseload", "search_place", "search_text", "search_state", "search_due")
        connection = work.search._unit.connection
        held = "".join(str(tuple(row)) for table in tables for row in connection.execute(f"SELECT * FROM {table}"))
    assert [(row.act, row.case) for row in rows[-2:]] == [("searched", None), ("searched", opened.case)]
    assert "osprey" in held
    assert "neverwritten" not in held
    assert "atall" not in held


def test_only_the_newest_are_shown_where_there_are_many(practitioner: Person, child_a: Script) -> None:
    """So many of them, and that there are more."""
    opened = begin(practitioner, child_a)
    for number in range(8):
        gathering.add_thing(practitioner.at, opened.case, "event", {"what": f"sandpiper {number}"})
    index_all(practitioner.at)
    assert not search(practitioner.at, "sandpiper", most=8).more
    result = search(practitioner.at, "sandpiper", most=5)
    assert (result.count, result.more) == (5, True)
    (group,) = result.groups
    assert (group.ref, len(group.lines)) == (child_a.reference, 5)
    assert "".join(words for words, _ in pieces(group.lines[0].hit.words)) == "sandpiper 7"
    assert {line.name for line in group.lines} == {"Worker P"}
