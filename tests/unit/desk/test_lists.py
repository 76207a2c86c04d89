"""Options that an area adds: with a reason and a history; a new assessment offers them, one that was started keeps its own."""

from __future__ import annotations

import pytest

from hsb_assess.desk import assessing, caseload, colleagues, lists, sharing
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from tests.unit.desk.conftest import Person, meet

PATH = "M12.groups"


def _start(person: Person) -> tuple[str, str]:
    case = str(caseload.create_case(person.at, "REF-1").created)
    return case, str(assessing.start_assessment(person.at, case, tier="full").created)


def _options(person: Person, assessment: str) -> list[str]:
    definition = assessing.reading(person.at, assessment).definition
    return [code.en for code in definition.codes(definition.item(PATH))]


def test_lists_that_checks_read_are_not_offered(practitioner: Person) -> None:
    """Bands, scales and harm lines are the same everywhere; clubs may differ."""
    names = {line.id for line in lists.open_lists(practitioner.at)}
    assert "clubs" in names
    assert not names & {"bands", "need_scale", "strength_scale", "harm_lines", "tiers", "event_categories"}


def test_an_added_option_is_offered_from_now_on_and_has_a_history(practitioner: Person) -> None:
    """An assessment that was started keeps its form; the next one has the option, and an answer may choose it."""
    _, before = _start(practitioner)
    lists.add_option(practitioner.at, "clubs", "Allotment  group", "Two children of this team go there.")
    _, after = _start(practitioner)
    assert "Allotment group" not in _options(practitioner, before)
    assert _options(practitioner, after)[-1] == "Allotment group"
    assessing.record_answer(practitioner.at, after, PATH, answered(["local_allotment_group"]))
    assert assessing.reading(practitioner.at, after).codes(PATH) == ("local_allotment_group",)
    (added,) = lists.added_options(practitioner.at)
    assert (added.list, added.words, added.why) == ("clubs", "Allotment group", "Two children of this team go there.")
    assert (added.who, added.name) == (practitioner.at.identity.person, practitioner.at.identity.name)
    (line,) = [each for each in lists.open_lists(practitioner.at) if each.id == "clubs"]
    assert line.added == (added,)
    assert "Allotment group" not in line.options


@pytest.mark.parametrize(
    ("name", "words", "why", "code"),
    [
        ("clubs", "Chess", " ", "reason_needed"),
        ("no_such", "Chess", "Asked for.", "no_such_list"),
        ("bands", "Chess", "Asked for.", "list_closed"),
    ],
)
def test_what_is_refused_changes_nothing(practitioner: Person, name: str, words: str, why: str, code: str) -> None:
    """A missing reason, a list that is not there, a list that is closed."""
    with pytest.raises(HsbAssessError) as refused:
        lists.add_option(practitioner.at, name, words, why)
    assert refused.value.code == code
    assert lists.added_options(practitioner.at) == ()


def test_the_same_option_twice_is_refused(practitioner: Person) -> None:
    """What was added here counts as there."""
    lists.add_option(practitioner.at, "clubs", "Chess", "Asked for.")
    with pytest.raises(HsbAssessError) as refused:
        lists.add_option(practitioner.at, "clubs", "chess", "Asked for again.")
    assert refused.value.code == "option_there"


def test_another_laptop_reads_the_option_in_its_words(practitioner: Person, supervisor: Person) -> None:
    """A package carries the form that it needs, so the supervisor sees the words that were chosen."""
    meet(practitioner, supervisor)
    lists.add_option(practitioner.at, "clubs", "Allotment group", "Asked for.")
    case, assessment = _start(practitioner)
    assessing.record_answer(practitioner.at, assessment, PATH, answered(["local_allotment_group"]))
    with practitioner.at.book.begin("packed", case=case) as work:
        cards = colleagues.verified_cards(work)
        package = sharing.pack(practitioner.at, work, case, cards[supervisor.at.identity.person], "review")
    sharing.receive(supervisor.at, package)
    assert assessing.reading(supervisor.at, assessment).codes(PATH) == ("local_allotment_group",)
    assert _options(supervisor, assessment)[-1] == "Allotment group"
