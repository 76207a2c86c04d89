"""J5, making sense: the case is seen, what it may mean is written with what it rests on, and every thread is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk.script import Labels
from ui.demo.filling import Filling
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.chronology import ChronologyPage
from ui.pages.family import FamilyPage
from ui.pages.sense import SensePage
from ui.pages.sense.board import BoardView
from ui.pages.sense.safety import SafetyView
from ui.pages.sense.support import SupportView
from ui.widgets.empty import EmptyState
from ui.widgets.errors import Link
from ui.widgets.tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.journeys.stories import Story
    from ui.demo.person import Person

pytestmark = pytest.mark.timeout(240)


def words_of(widget: QWidget) -> str:
    """Return the words in every table of a widget."""
    said = []
    for table in widget.findChildren(Table):
        model = table.model()
        cells = (model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
        said += [str(cell.data()) for cell in cells]
    return "\n".join(said)


def sense(person: Person, story: Story, part: str) -> SensePage:
    """Go to a view of the page *Making sense*."""
    if person.session.frame.navigator.target is not None:
        person.session.context.navigate(Target("caseload"))
    page = person.go(Target("sense", case=story.case, assessment=story.assessment, part=part), SensePage)
    person.typist.settle(lambda: part in page.views, f"the view {part}")
    person.quiet()
    return page


def test_from_what_happened_to_what_is_done(unsensed: Story, sitting: Callable[..., Person], tmp_path: Path) -> None:
    """The chronology and the map show everybody and everything; then formulation, safety and support follow from it."""
    person = sitting(unsensed.copy(tmp_path / "vault"))
    person.start()
    person.unlock()
    typist = person.typist

    chronology = person.go(Target("chronology", case=unsensed.case), ChronologyPage)
    typist.settle(lambda: chronology.table is not None, "the chronology")
    assert chronology.drawing is not None
    assert "Bed-wetting came back after four dry years" in words_of(chronology)
    family = person.go(Target("family", case=unsensed.case), FamilyPage)
    typist.settle(lambda: family.table is not None, "the family map")
    assert family.drawing is not None
    assert {"mother", "grandmother", "half-sister B"} <= {each.label for each in family.people}
    assert "half-sister B" in words_of(family)

    empty = sense(person, unsensed, "board").views["board"]
    assert isinstance(empty, BoardView | EmptyState)

    page = person.go(Target("assessment", case=unsensed.case, assessment=unsensed.assessment), AssessmentPage)
    Filling(page, typist, Labels(page.model.definition, dict(unsensed.ids)), {}).steps(unsensed.left)

    board = sense(person, unsensed, "board").views["board"]
    assert isinstance(board, BoardView)
    assert set(board.cards) >= {"M18.presenting", "M18.predisposing", "M18.precipitating", "M18.perpetuating"}
    card = board.cards["M18.predisposing"]
    assert card.items.isHidden()
    typist.click(card.evidence_button)
    assert card.items.isVisible()
    assert card.items.findChildren(Link)
    assert len(board.board.explanations) >= 2
    board.show_thread("M18.precipitating")
    assert board.threads is not None
    assert "Trauma-informed play sessions" in words_of(board)

    safety = sense(person, unsensed, "safety").views["safety"]
    assert isinstance(safety, SafetyView)
    support = sense(person, unsensed, "support").views["support"]
    assert isinstance(support, SupportView)
    page = sense(person, unsensed, "support")
    page.as_tables.setChecked(True)
    person.quiet()
    assert "Trauma-informed play sessions" in words_of(page)
