"""What a stranger to the case must not misread: contact, weight, open questions, agreement on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hsb_assess.domain.answer import NOT_ASKED, answered
from hsb_assess.reports.blocks import AgreementLine
from hsb_assess.reports.content import build
from hsb_assess.reports.panels import AgreementTable
from hsb_assess.rules.finding import Report

from .conftest import child_a, meta, report
from .reading import pages

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.reports.layout import MadeDocument


def test_pairs_without_contact_are_one_line_for_each_adult(definition: Definition) -> None:
    """*None known* is folded; of an adult whom the plan does not name it is not said at all."""
    bare: dict[str, Any] = dict.fromkeys(("what", "who", "until", "agreed_by"), NOT_ASKED)
    changes = {
        f"pair/{pair}/{name}": given
        for pair in ("q3", "q4")
        for name, given in {**bare, "contact": answered("none_known")}.items()
    }
    full = str(build("A", child_a(definition, changes), report(), meta()))
    assert "No contact known with: Other child 2." in full
    assert "None known" not in full
    plan = str(build("B", child_a(definition, changes), report(), meta()))
    assert "No contact known with: Other child 2." in plan
    assert "No contact known with: This child." in full
    assert "No contact known with: This child." not in plan


def test_a_weight_that_nobody_stated_is_said_to_be_so(definition: Definition) -> None:
    """An evidence item without a weight is not a question that was forgotten."""
    words = str(build("A", child_a(definition, {"evidence/e_gp/confidence": NOT_ASKED}), report(), meta()))
    assert "Weight not stated" in words


def test_a_record_without_findings_says_what_was_checked(definition: Definition) -> None:
    """Silence of the checks is printed with what they asked."""
    words = str(build("A", child_a(definition), Report(findings=()), meta()))
    assert "whether this child was heard" in words
    assert "All of this was checked" in words


def test_open_options_stand_in_one_place(definition: Definition) -> None:
    """Optional questions that nobody asked are listed once, in the appendix and nowhere else."""
    content: Any = build("A", child_a(definition), report(), meta())
    blocks = content["blocks"]
    start = next(place for place, block in enumerate(blocks) if block.get("text") == "Questions that were not asked")
    label = definition.item("M14.observation").label.en
    changed: Any = build("A", child_a(definition, {"M14.observation": NOT_ASKED}), report(), meta())
    assert "ptional, not yet asked" not in str(blocks)
    assert blocks[start + 2]["kind"] == "table"
    assert str(changed["blocks"]).count(label) == 1


def test_all_lines_of_agreement_stand_on_one_page(documents: dict[str, MadeDocument]) -> None:
    """The heading, every agency and the carer are on the same page."""
    page = next(each for each in pages(documents["B"].pdf) if "Agreement is given in words" in each)
    for who in ("Social care", "Police", "Health", "Education", "Carer", "not shown"):
        assert who in page


def test_more_lines_than_a_page_holds_may_part() -> None:
    """Lines of agreement that no page can hold are set singly."""
    table = AgreementTable([AgreementLine(who=f"Agency {number}") for number in range(40)])
    table.wrap(480, 700)
    assert len(table.split(480, 700)) == 40


def test_the_contact_log_names_everybody_who_went(definition: Definition) -> None:
    """Whoever went beside the worker of the form stands with them, by their role."""
    changes = {"contact/c4/visit_with": answered(["teacher"])}
    words = str(build("A", child_a(definition, changes), report(), meta()))
    alone = str(build("A", child_a(definition, {}), report(), meta()))
    assert words.count("Worker P, Teacher T") == alone.count("Worker P, Teacher T") + 1
