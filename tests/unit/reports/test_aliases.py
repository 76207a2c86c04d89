"""Names of others in sentences: every known form becomes a role, and nothing else is touched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.domain.answer import answered
from hsb_assess.reports.aliases import SEVERAL, Aliases, Labelled, is_identifier
from hsb_assess.reports.content import build

from .conftest import child_a, meta, report

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Definition

PEOPLE = (
    Labelled("half-sister B", "Other child 1"),
    Labelled("Adult M", "Adult 2"),
    Labelled("B's father", "Adult 4"),
    Labelled("mother", "Adult 1"),
    Labelled("class teacher", "Adult 3"),
    Labelled("pupil at the same school (8)", "Other child 2"),
    Labelled("neighbour Bella Okoro", "Adult 5"),
    Labelled("Will", "Adult 6"),
)
NAMES = Aliases(
    PEOPLE, kept=("Worker P", "Manager S"), own=("Child A", "A"), exact={"B-2026-015": "reference kept apart"}
)

SMALL = st.sampled_from(
    ["he", "went", "to", "the", "game", "and", "cloakroom", "18", "May", "I", "A", "mother", "ill", "we"]
)
SENTENCES = st.lists(SMALL, max_size=8).map(" ".join)
IDENTIFIERS = st.sampled_from([person.label for person in PEOPLE if is_identifier(person.label)])
CASES = st.sampled_from([str, str.upper, str.lower, str.title])


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Found with half-sister B. B said it.", "Found with Other child 1. Other child 1 said it."),
        ("B’s own worker, and half sister B's room", "Other child 1’s own worker, and Other child 1's room"),
        ("Adult  m looks after both; M agreed.", "Adult 2 looks after both; Adult 2 agreed."),
        ("B's father rang; (B) and B/M", "Adult 4 rang; (Other child 1) and Other child 1/Adult 2"),
        ("Bella came. BELLA OKORO and Ms Okoro", "Adult 5 came. Adult 5 and Ms Adult 5"),
        ("Their file is B-2026-015.", "Their file is reference kept apart."),
        ("the pupil at the same school (8) was upset", "the Other child 2 was upset"),
    ],
)
def test_every_form_of_a_name_becomes_the_role(text: str, printed: str) -> None:
    """Labels in any case, names in them, single capitals and possessives, and another child's reference."""
    assert NAMES.replaced(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "His mother told the class teacher; Mother was worried.",
        "Plan B, vitamin B and hepatitis B; option M.",
        "T-shirt, J.B. Priestley, M&S, B-road, 3B and A4.",
        "A visit. I said that A went, and A's words. Child A and Worker P.",
        "She will come, and we will see on 18 May.",
        "Another pupil at the same school.",
    ],
)
def test_what_names_nobody_else_stays(text: str) -> None:
    """Roles in lower case, this child, workers, ordinary words and marks that only look like initials."""
    assert NAMES.replaced(text) == text


@given(SENTENCES, IDENTIFIERS, CASES, SENTENCES, st.sampled_from(["", "'s", "’s", ".", ",", "?"]))
def test_no_label_survives_in_any_case(before: str, label: str, case: object, after: str, end: str) -> None:
    """Wherever a label stands as whole words it is gone, and the words around it are as they were."""
    written = case(label) if " " in label else label  # type: ignore[operator]  # one of two kinds of case
    text = f"{before} {written}{end} {after}"
    found = NAMES.replaced(text)
    assert not re.search(rf"(?<!\w){re.escape(label)}(?!\w)", found, re.IGNORECASE)
    assert found.startswith(before)
    assert found.endswith(f"{end} {after}")


@given(SENTENCES, IDENTIFIERS, SENTENCES)
def test_exact_words_keep_everything_but_identifiers(before: str, label: str, after: str) -> None:
    """Outside the brackets somebody's exact words are letter by letter as they were said."""
    found = NAMES.replaced(f"{before} {label} {after}", bracketed=True)
    assert re.fullmatch(rf"{re.escape(before)} \[[^\]]+\] {re.escape(after)}", found)


@given(st.text(max_size=60))
def test_without_a_known_name_nothing_changes(text: str) -> None:
    """A record in which nobody has an identifying label prints every sentence as it was typed."""
    assert Aliases([Labelled("mother", "Adult 1"), Labelled("class teacher", "Adult 2")]).replaced(text) == text


@given(st.text(min_size=1, max_size=30), st.text(max_size=60))
def test_any_label_and_any_text_are_taken(label: str, text: str) -> None:
    """No label is read as a pattern, and none that identifies survives between spaces."""
    names = Aliases([Labelled(label, "Adult 1")])
    names.replaced(text)
    if is_identifier(label) and len(re.findall(r"[^\W_]", label)) > 1 and " " in label.strip():
        assert label.strip() not in names.replaced(f"x {label.strip()} x")


def test_a_letter_that_fits_two_people_names_neither() -> None:
    """*B* of two people is another person; with its whole label each keeps its own role."""
    names = Aliases([Labelled("pupil B", "Other child 1"), Labelled("Adult B", "Adult 1")])
    assert names.replaced("B and pupil B") == f"{SEVERAL.capitalize()} and Other child 1"


def test_a_and_i_are_words_unless_they_own_something() -> None:
    """*A* and *I* are replaced as possessives, and *A* at the end of a phrase after a word like *with*."""
    names = Aliases([Labelled("adult A", "Adult 1"), Labelled("adult I", "Adult 2")])
    assert (
        names.replaced("A walk; I ran. A's coat, I's hat, with A.")
        == "A walk; I ran. Adult 1's coat, Adult 2's hat, with Adult 1."
    )


@pytest.mark.parametrize(
    ("called", "printed"), [("Worker B", "Worker B"), ("B's social worker", "Other child 1's social worker")]
)
def test_a_worker_keeps_their_own_letter(called: str, printed: str) -> None:
    """What a worker is called may not say whose worker it is by a name."""
    assert NAMES.replaced(called, of_worker=True) == printed


@pytest.mark.parametrize("audience", ["A", "B"])
def test_documents_hold_no_name_typed_into_a_sentence(definition: Definition, audience: str) -> None:
    """Sentences, typed particulars of an answer and explanations are all cleaned, in both documents."""
    changes = {
        "event/v4/what": answered("Adult M saw half-sister B and pupil Q; their file is HR-2026-0118."),
        "evidence/e_secret/what": answered("M says B knows"),
        "setting/home/sleeping": answered("Half-sister B sleeps beside Adult M; B's door is open."),
        "setting/school/child_does": answered("He plays with Q."),
        "M14.advocate": answered({"state": "none_found", "who": "Adult M", "how": "asked B"}),
    }
    words = str(build(audience, child_a(definition, changes), report(), meta()))
    for name in ("half-sister B", "Half-sister B", "Adult M", "pupil Q", "HR-2026-0118", "asked B", "with Q"):
        assert name not in words
    assert "He plays with Other child 2." in words
    if audience == "A":
        assert "[Adult 2] says [Other child 1] knows" in words
        assert "The key is held separately." in words


def test_the_plan_points_at_no_risk_inside_a_sentence(definition: Definition) -> None:
    """In B an adult who may be a risk is *an adult* in sentences, unless the police agreed."""
    changes = {
        "adult/amm/reason_listed": answered("may_be_risk"),
        "setting/home/adults_do": answered("Adult M is not alone with him."),
    }
    reading = child_a(definition, changes)
    assert "An adult is not alone with him." in str(build("B", reading, report(), meta()))
    assert "Adult 2 is not alone with him." in str(build("B", reading, report(), meta(police_approved=True)))
