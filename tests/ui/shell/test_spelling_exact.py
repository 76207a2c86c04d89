"""Exact words are never marked and never offered to be changed, wherever they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from hsb_assess.desk import gathering
from hsb_assess.desk.saidwords import Said
from hsb_assess.domain.answer import Answer
from tests.ui.pages.open_case import CLOCK
from tests.ui.shell.spelt import (
    EXACT,
    WRONG,
    event_at,
    field_of,
    marks_of,
    wait_marked,
    waves,
    written,
)
from ui.form.markpanel import MarkPanel
from ui.form.rows import RowsView
from ui.pages.assessment.page import AssessmentPage
from ui.pages.beside.parts import WritingBox
from ui.pages.voice.adding import AddingCard
from ui.pages.voice.said import SaidCard
from ui.widgets.fields import GrowingText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk


def test_exact_words_are_never_marked_and_never_offered_to_be_changed(here: Desk) -> None:
    """A question for exact words has no mark and the ordinary menu; F7 says that they stay as they were said."""
    _, marks = written(here, WRONG)
    wait_marked(here, marks, "techer", "behavour")  # what is marked elsewhere is not here
    box, marks = written(here, "I dint do nuthin to techer ", EXACT)
    marks.look()
    assert marks.marked == ()
    assert marks._context_menu(event_at(box, "dint")) is False
    told: list[str] = []
    here.session.notices.said.connect(lambda notice: told.append(notice.text))
    here.session.spelling.next_action.trigger()
    assert told == ["These are exact words: their spelling is left as it was said."]
    here.session.spelling.offer_action.trigger()
    assert len(told) == 2
    assert box.toPlainText() == "I dint do nuthin to techer "


def test_what_is_entered_as_exact_words_is_exact_while_it_is_written(here: Desk) -> None:
    """A new item of evidence is somebody's words as soon as that is said beside it, and the writer's own otherwise."""
    field = field_of(here, "M05.harm.sexual")
    field.open_evidence()
    assert field.evidence_panel is not None
    panel = field.evidence_panel.new_panel
    panel.start()
    panel.more_button.click()
    box = panel.editors["what"].widget
    assert isinstance(box, GrowingText)
    for value, expected in (("no", False), ("yes", True), (None, False)):
        panel.editors["verbatim"].fill(value)
        assert box.is_exact() is expected
    box.setFocus()
    QTest.keyClicks(box, WRONG)
    marks = marks_of(box)
    wait_marked(here, marks, "techer", "behavour")
    panel.editors["verbatim"].fill("yes")
    panel.editors["verbatim"].chosen()
    assert marks.marked == ()
    assert waves(box) == []


def test_an_event_that_is_said_to_be_quoted_loses_its_marks(here: Desk) -> None:
    """Words that stand in the record are exact as soon as somebody answers that they are."""
    here.session.operations.run(gathering.add_thing, here.case, "event", {"what": Answer(value="x")})
    here.quiet()
    page = here.go("assessment", "M02.events")
    assert isinstance(page, AssessmentPage)
    rows = page.findChild(RowsView, "M02.events")
    assert isinstance(rows, RowsView)
    row = page.model.rows("M02.events")[0]
    rows.open_row(row)
    assert rows.panel is not None
    rows.panel.open_more()
    field = page.form.fields[f"M02.events[{row}].what"]
    box = field.editor.widget
    assert isinstance(box, GrowingText)
    box.setFocus()
    box.setPlainText(WRONG)
    marks = marks_of(box)
    wait_marked(here, marks, "techer", "behavour")
    verbatim = page.form.fields[f"M02.events[{row}].verbatim"]
    verbatim.editor.fill("yes")
    verbatim.editor.chosen()
    here.quiet()
    assert marks.marked == ()


def test_boxes_for_this_childs_words_are_exact(here: Desk, qtbot: QtBot) -> None:
    """Words of this child, their correction, the page to sit beside them and what they say is wrong are left alone."""
    page = here.session.frame.navigator.page
    assert isinstance(page, AssessmentPage)
    said = Said("e", here.assessment, "M14.words[r].words", "Words", "I dint do it", "2026-04-20T10:00:00+01:00", "P")
    correcting = SaidCard(said, may_write=True)
    cards = [AddingCard([], lambda: CLOCK.now().date()), correcting, MarkPanel(page.model.scraps)]
    for card in cards:
        qtbot.addWidget(card)
    correcting.open()
    beside = WritingBox()
    qtbot.addWidget(beside)
    boxes = [box for card in cards for box in card.findChildren(GrowingText)]
    assert [box.is_exact() for box in (*boxes, beside)] == [True] * 4
