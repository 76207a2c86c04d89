"""Things of a case: what is filled in of an evidence item from its source, and that there is one child."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, gathering
from hsb_assess.domain.answer import Answer
from hsb_assess.domain.errors import HsbAssessError

from .conftest import begin

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.desk.script import Script
    from hsb_assess.record.reading import Thing

    from .conftest import Opened, Person


def evidence(person: Person, opened: Opened, source: str, **fields: JsonValue) -> Thing:
    """Enter an item from somebody and return it as the record has it."""
    given: dict[str, JsonValue] = {"source": source, "when": {"date": "2026-06-04"}, "what": "Words.", **fields}
    made = gathering.add_thing(person.at, opened.case, "evidence", given).created
    return gathering.things(person.at, opened.case)[str(made)]


def someone(person: Person, opened: Opened, **fields: JsonValue) -> str:
    """Enter a person and return the id."""
    return str(gathering.add_thing(person.at, opened.case, "person", {"label": "somebody", **fields}).created)


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("adult", "carer_said"),
        ("child", "other_child_said"),
        ("worker", "professional_report"),
        ("unidentified", None),
    ],
)
def test_the_kind_follows_from_who_said_it(practitioner: Person, child_a: Script, who: str, kind: str | None) -> None:
    """What others say is unverified until somebody weighs it, and is not verbatim until somebody says so."""
    opened = begin(practitioner, child_a)
    item = evidence(practitioner, opened, someone(practitioner, opened, **{"is": who}))
    assert item.value("kind") == kind
    assert (item.value("confidence"), item.value("verbatim")) == ("unverified", "no")
    assert item.value("recorded") == {"date": "2026-06-08"}


def test_this_childs_words_are_this_childs_account(practitioner: Person, child_a: Script) -> None:
    """They are never called unverified."""
    opened = begin(practitioner, child_a)
    item = evidence(practitioner, opened, opened.labels.ids["this_child"])
    assert (item.value("kind"), item.value("confidence")) == ("child_said", "childs_account")


def test_the_agency_comes_from_the_worker(practitioner: Person, child_a: Script) -> None:
    """From what is entered of them, else from their card."""
    opened = begin(practitioner, child_a)
    health = someone(practitioner, opened, **{"is": "worker", "agency": "Health"})
    assert evidence(practitioner, opened, health).value("agency") == "Health"
    by_card = someone(practitioner, opened, **{"is": "worker", "card": practitioner.person})
    assert evidence(practitioner, opened, by_card).value("agency") == "Agency"


def test_what_is_said_is_not_overruled(practitioner: Person, child_a: Script) -> None:
    """A default fills a gap and nothing else."""
    opened = begin(practitioner, child_a)
    adult = someone(practitioner, opened, **{"is": "adult"})
    item = evidence(practitioner, opened, adult, kind="record", confidence="well_supported", verbatim="yes")
    assert [item.value(name) for name in ("kind", "confidence", "verbatim")] == ["record", "well_supported", "yes"]


def test_minimising_locks_until_somebody_says_otherwise(practitioner: Person) -> None:
    """The preference is kept in the vault."""
    assert access.locks_when_minimised(practitioner.at)
    access.lock_when_minimised(practitioner.at, wanted=False)
    assert not access.locks_when_minimised(practitioner.at)


def test_a_case_has_one_child(practitioner: Person, child_a: Script) -> None:
    """Nobody becomes this child beside the one who is there: not when entered, not later, not by being put back."""
    opened = begin(practitioner, child_a)
    at, child = practitioner.at, opened.labels.ids["this_child"]
    before = gathering.things(at, opened.case).keys()
    with pytest.raises(HsbAssessError) as refused:
        someone(practitioner, opened, **{"is": "this_child"})
    assert refused.value.code == "child_entered_already"
    assert gathering.things(at, opened.case).keys() == before
    father = someone(practitioner, opened, **{"is": "adult"})
    with pytest.raises(HsbAssessError):
        gathering.set_field(at, opened.case, father, "is", Answer(value="this_child"))
    path = f"things.person[{father}]"
    with pytest.raises(HsbAssessError):
        assessing.record_answer(at, opened.assessment, f"{path}.is", Answer(value="this_child"))
    assert gathering.things(at, opened.case)[father].value("is") == "adult"
    gathering.set_field(at, opened.case, child, "is", Answer(value="this_child"))
    assessing.remove_row(at, opened.assessment, f"things.person[{child}]")
    gathering.set_field(at, opened.case, father, "is", Answer(value="this_child"))
    with pytest.raises(HsbAssessError):
        assessing.restore_row(at, opened.assessment, f"things.person[{child}]")
