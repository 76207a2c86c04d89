"""J9, three months later: a condition changes, the safety plan is out of date, a review, what changed since, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from hsb_assess.desk import caseload, closing
from hsb_assess.desk.script import Labels, steps_of_text
from tests.journeys.keys import KeyTypist
from ui.demo.filling import Filling, Hands
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.case import CasePage
from ui.pages.caseload import CaseloadPage
from ui.pages.check import CheckPage
from ui.pages.compare import ComparePage
from ui.pages.keeping import KeepingPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.stories import Story
    from ui.demo.person import Person
    from ui.shell.adding import EventPanel

pytestmark = pytest.mark.timeout(240)

LATER = "2026-09-08"
REVIEW = f"""
answers:
  M20.last_review: {LATER}
  M22.kind: review
  M22.review_date: {LATER}
  M22.child_view: "He likes the football and wants to see his sister more."
"""


def tell(person: Person, panel: EventPanel) -> None:
    """Add that a condition was varied to the chronology, in the panel that is open."""
    hands = Hands(person.typist)
    told = {
        "when": {"date": "2026-09-01"},
        "what": "May see his sister at their grandmother's.",
        "category": "condition_varied",
    }
    for name, value in told.items():
        hands._edit(panel.new.editors[name], value)
    person.typist.click(panel.new.add_button)
    person.quiet()


def check_rules(person: Person, story: Story) -> set[str]:
    """Return the rules that fire, as the check page shows them."""
    page = person.go(Target("check", case=story.case, assessment=story.assessment), CheckPage)
    person.typist.settle(lambda: page.looked is not None, "the findings")
    assert page.looked is not None
    return {card.finding.rule for card in page.cards.values()}


def stale(person: Person, story: Story) -> bool:
    """Say whether the caseload, narrowed to plans that are out of date, shows the case."""
    page = person.go(Target("caseload"), CaseloadPage)
    page.bar.choose("stale")
    found = story.case in set(page.table.keys())
    page.bar.choose("")
    return found


def what_changed(person: Person, story: Story, since: str) -> dict[str, set[str]]:
    """Return the paths of what is different since a moment, by section, as the page shows it."""
    page = person.go(Target("compare", case=story.case, assessment=story.assessment), ComparePage)
    person.quiet()
    person.typist.pick(page.which, page.which.count() - 1)
    person.typist.write(page.since, since, enter=True)
    person.quiet()
    return {section: set(table.keys()) for section, table in page.tables.items()}


def close(person: Person, story: Story) -> None:
    """Close the case with its outcome and a reason."""
    page = person.go(Target("keeping", case=story.case), KeepingPage)
    card = page.closing
    assert card is not None
    assert card.reason is not None
    person.typist.pick(card.outcome, card.outcome.findData("needs_met"))
    person.typist.write(card.reason.text, "The plan was carried out and the family is content.")
    person.typist.click(card.go_button)
    person.quiet()


def test_a_change_a_review_and_the_end(nearly: Story, sitting: Callable[..., Person], tmp_path: Path) -> None:
    """What changed is seen from the caseload on, is looked at with those concerned, and is told when the case is closed."""
    person = sitting(nearly.copy(tmp_path / "vault"), today=LATER)
    person.start()
    person.unlock()
    assert not stale(person, nearly)

    # A condition is varied, and told from wherever one is: the plan is older than that.
    person.go(Target("case", case=nearly.case), CasePage)
    KeyTypist().key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    panel = person.session.adding.panel
    assert panel is not None
    tell(person, panel)
    assert stale(person, nearly)
    assert "R19" in check_rules(person, nearly)

    # The review.
    page = person.go(Target("assessment", case=nearly.case, assessment=nearly.assessment), AssessmentPage)
    steps = steps_of_text(page.model.definition, REVIEW, page.model.today)
    Filling(page, person.typist, Labels(page.model.definition, dict(nearly.ids)), {}).steps(steps)
    assert "R19" not in check_rules(person, nearly)
    assert not stale(person, nearly)
    changed = what_changed(person, nearly, "1 Sep 2026 00:00")
    assert changed["M20"] == {"M20.last_review"}
    assert changed["M22"] == {"M22.kind", "M22.review_date", "M22.child_view"}

    # A second assessment of the case knows everybody from the first.
    case = person.go(Target("case", case=nearly.case), CasePage)
    assert case.assessments is not None
    person.typist.click(case.assessments.start_button)
    second = person.page(AssessmentPage)
    person.quiet()
    assert [each.id for each in caseload.assessments(person.session.at, nearly.case)] == [
        second.assessment,
        nearly.assessment,
    ]
    known = {each.text("label") for each in second.model.reading.things("person")}
    assert {"mother", "half-sister B", "grandmother"} <= known

    # The end.
    close(person, nearly)
    closed = closing.closing(person.session.at, nearly.case)
    assert closed is not None
    assert (closed.on.isoformat(), closed.outcome) == (LATER, "needs_met")
    daily = person.go(Target("caseload"), CaseloadPage)
    assert nearly.case not in set(daily.table.keys())
    shut = person.go(Target("assessment", case=nearly.case, assessment=nearly.assessment), AssessmentPage)
    assert not shut._may_write("M20.last_review")
