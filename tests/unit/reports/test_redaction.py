"""What each document carries and what it must not, class by class, in text, properties and streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.answer import Absence, Answer, absent, answered
from hsb_assess.instrument.schema import DataClass, Item, ItemType, Sensitivity, Stream, Text
from hsb_assess.reports.content import build
from hsb_assess.reports.layout import make
from hsb_assess.reports.redaction import AUDIENCES, MATRIX, Treatment, treatment

from .conftest import child_a, meta, report
from .reading import everything, rewritten

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Definition

EXPECTED = {
    # class: (A, B) as the matrix of outputs and redaction has them.
    "general": ("include", "include"),
    "identity": ("include", "include"),
    "other_child_identity": ("include", "summarise"),
    "other_child_account": ("summarise", "exclude"),
    "behaviour": ("include", "summarise"),
    "own_harm": ("include", "exclude"),
    "other_carer_private": ("include", "exclude"),
    "adults_listed": ("annex", "exclude"),
    "referrer": ("include", "exclude"),
    "immigration": ("include", "exclude"),
    "sexual_health": ("include", "exclude"),
    "legal": ("include", "summarise"),
    "therapy": ("summarise", "summarise"),
    "formulation": ("include", "summarise"),
    "challenge": ("include", "summarise"),
    "disagreement": ("include", "summarise"),
    "actions": ("include", "include"),
    "words": ("include", "agreed"),
    "wellbeing": ("exclude", "exclude"),
}


def question(data_class: DataClass, sensitivity: Sensitivity | None = None) -> Item:
    """Return a question of one data class."""
    return Item(
        id="q",
        address="M99.q",
        type=ItemType.LONGTEXT,
        label=Text(en="Q"),
        data_class=data_class,
        sensitivity=sensitivity,
    )


@pytest.mark.parametrize("data_class", list(DataClass))
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_cell_of_the_matrix(data_class: DataClass, audience: str) -> None:
    """Each class has its treatment for each audience, and no class is missing."""
    assert set(MATRIX) == set(DataClass)
    expected = EXPECTED[data_class.value][AUDIENCES.index(audience)]
    assert treatment(audience, question(data_class)).value == expected


@pytest.mark.parametrize("audience", AUDIENCES)
def test_intelligence_is_never_in_a_document(audience: str) -> None:
    """A field marked as intelligence stays out, whatever its class."""
    found = treatment(audience, question(DataClass.GENERAL, Sensitivity.INTELLIGENCE))
    assert found in {Treatment.ANNEX, Treatment.EXCLUDE}


@pytest.mark.parametrize(("audience", "hides", "found"), [
    ("A", True, Treatment.INCLUDE), ("B", True, Treatment.EXCLUDE), ("B", False, Treatment.INCLUDE),
])  # fmt: skip
def test_a_place_is_left_out_where_somebody_might_look(audience: str, *, hides: bool, found: Treatment) -> None:
    """What could show where a family lives stays in the full assessment alone, whatever its class."""
    place = question(DataClass.ACTIONS, Sensitivity.LOCATION_RISK)
    assert treatment(audience, place, hides_places=hides) is found


@pytest.mark.parametrize("asked", ["M12.retaliation", "M09.location_risk"])
@pytest.mark.parametrize(
    ("answer", "hides"),
    [
        (answered({"state": "yes"}), True),
        (answered({"state": "suspected"}), True),
        (answered({"state": "conflicting"}), True),
        (absent(Absence.UNKNOWN), True),
        (absent(Absence.NOT_SAFE), True),
        (answered({"state": "none_found"}), False),
        (absent(Absence.NOT_ASKED), False),
    ],
)
def test_places_are_left_out_of_the_plan(definition: Definition, asked: str, answer: Answer, *, hides: bool) -> None:
    """Where anyone might threaten this family, or an address is kept from somebody, the plan says *school*, not which."""
    marker = "PLACEMARKER"
    reading = child_a(definition, {asked: answer, "setting/school/name": answered(marker)})
    plan = str(build("B", reading, report(), meta()))
    assert (marker in plan) is not hides
    assert "School or nursery" in plan
    assert marker in str(build("A", reading, report(), meta()))


@pytest.fixture(scope="module")
def seeded(definition: Definition) -> tuple[dict[str, tuple[str, Item]], dict[str, str]]:
    """Both documents of a record in which each sentence is a marker, and whose marker each is."""
    markers: dict[str, tuple[str, Item]] = {}

    def _marker(path: str, item: Item) -> str:
        marker = f"ZQ{len(markers):03d}K"
        markers[marker] = (path, item)
        return marker

    more = {
        "M01.duty[d1].reported_to": answered("x"),
        "M02.earlier_referrals[z1].source": answered("x"),
    }
    reading = rewritten(child_a(definition, more), _marker)
    return markers, {
        audience: everything(make(audience, build(audience, reading, report(), meta())).pdf) for audience in AUDIENCES
    }


def test_no_marker_of_a_class_that_is_left_out(seeded: tuple[dict[str, tuple[str, Item]], dict[str, str]]) -> None:
    """What the matrix does not include as it is written is in no page, property, bookmark or stream."""
    markers, found = seeded
    classes = set()
    for audience in AUDIENCES:
        for marker, (path, item) in markers.items():
            if treatment(audience, item) is not Treatment.INCLUDE:
                classes.add((audience, item.data_class))
                assert marker not in found[audience], (audience, path)
    assert {data_class for audience, data_class in classes if audience == "B"} >= {
        DataClass.OWN_HARM,
        DataClass.OTHER_CHILD_ACCOUNT,
        DataClass.OTHER_CHILD_IDENTITY,
        DataClass.OTHER_CARER_PRIVATE,
        DataClass.ADULTS_LISTED,
        DataClass.REFERRER,
        DataClass.BEHAVIOUR,
        DataClass.FORMULATION,
        DataClass.DISAGREEMENT,
        DataClass.WORDS,
        DataClass.LEGAL,
        DataClass.THERAPY,
    }


def test_the_full_assessment_carries_all_that_it_may(
    seeded: tuple[dict[str, tuple[str, Item]], dict[str, str]],
) -> None:
    """Every sentence of an included class is in document A, except the review and what would name people."""
    markers, found = seeded
    missing = []
    for marker, (path, item) in markers.items():
        review = path.startswith("M23")
        people = path.startswith("things.person") or (path.startswith("things.evidence[e_intel]") and item.id == "what")
        if treatment("A", item) is Treatment.INCLUDE and not review and not people and marker not in found["A"]:
            missing.append(path)
    assert missing == []


def test_the_plan_carries_its_actions(seeded: tuple[dict[str, tuple[str, Item]], dict[str, str]]) -> None:
    """What people do, where and when is in document B; support for harm to this child is not."""
    markers, found = seeded
    for marker, (path, item) in markers.items():
        if path.startswith("M20.settings") and item.id in {"child_does", "adults_do", "good_kept", "breach"}:
            assert marker in found["B"]
        if path.startswith("M21.actions") and item.id in {"need", "goal", "action"}:
            assert (marker in found["B"]) is ("[t2]" not in path)


def test_other_people_stand_by_role(made: object, documents: dict[str, object]) -> None:
    """Labels and initials of children and of adults other than workers are printed by no field of people."""
    del made
    a = everything(documents["A"].pdf)  # type: ignore[attr-defined]  # its type is not told here
    b = everything(documents["B"].pdf)  # type: ignore[attr-defined]  # its type is not told here
    for raw in (a, b):
        for label in ("half-sister B", "pupil Q", "Adult M", "Grandfather G", "B's father"):
            assert label not in raw
        assert "Other child 1 (half-brother or half-sister)" in " ".join(raw.split())


def test_the_plan_points_at_nobody_unnamed(definition: Definition) -> None:
    """A person not yet identified, or an adult who may be a risk, is every adult with care or contact in B."""
    risk = {"adult/amm/reason_listed": answered("may_be_risk")}
    content = str(build("B", child_a(definition, risk), report(), meta()))
    assert "not yet identified" not in content
    assert "Every adult with care or contact" in content
    assert "Adult 2" not in content
    approved = str(build("B", child_a(definition, risk), report(), meta(police_approved=True)))
    assert "Adult 2 (parent's partner)" in approved
    assert "not yet identified" not in approved


def test_what_leads_to_another_child_is_kept_apart(definition: Definition) -> None:
    """No document prints the other child's birthday or the reference of their file; A says that they are recorded."""
    changes = {"child/cb/dob": answered({"date": "2020-11-23"}), "child/cb/own_referral_ref": answered("B-77")}
    for audience in AUDIENCES:
        content = str(build(audience, child_a(definition, changes), report(), meta()))
        assert "2020" not in content, audience
        assert "B-77" not in content, audience
        assert ("The key is held separately" in content) is (audience == "A")


def test_words_are_in_the_plan_only_if_agreed(definition: Definition) -> None:
    """A child's words stand in B when the child agreed to that row, and only then."""
    words = "My tummy hurts. Am I in trouble?"
    assert words not in str(build("B", child_a(definition), report(), meta()))
    agreed = str(build("B", child_a(definition), report(), meta(agreed_words=("w1",))))
    assert words in agreed
    assert "bath time" not in agreed


def test_typed_particulars_of_an_absence_are_left_out_with_their_class(definition: Definition) -> None:
    """Where a class is summarised, a reason for having no value is named without what was typed about it."""
    marker = "ABSENCEMARKER"
    changes = {"M00.legal_status": absent(Absence.UNKNOWN, asked_of=marker)}
    content = str(build("B", child_a(definition, changes), report(), meta()))
    assert "Unknown after enquiry" in content
    assert marker not in content
    assert marker in str(build("A", child_a(definition, changes), report(), meta()))


def test_review_answers_are_in_neither(definition: Definition) -> None:
    """What a supervisor writes in review belongs to another document."""
    reading = rewritten(child_a(definition), lambda path, _item: "REVIEWMARK" if path.startswith("M23") else "x")
    assert any(module.stream is Stream.REVIEW for module in definition.modules)
    for audience in AUDIENCES:
        assert "REVIEWMARK" not in str(build(audience, reading, report(), meta()))
