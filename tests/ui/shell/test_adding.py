"""Adding to the chronology from anywhere: a panel that leaves the page as it is and loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hsb_assess.desk import assessing, caseload
from hsb_assess.domain.answer import answered
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.chronology import ChronologyPage

if TYPE_CHECKING:
    from tests.ui.pages.open_case import Desk
    from ui.shell.adding import EventPanel


def opened(desk: Desk) -> EventPanel:
    """Open the panel as its keys do, and return it."""
    assert desk.session.adding.action.isEnabled()
    desk.session.adding.action.trigger()
    panel = desk.session.adding.panel
    assert panel is not None
    assert panel.isVisible()
    return panel


def write(desk: Desk, panel: EventPanel, **words: str) -> None:
    """Type into the panel's fields."""
    for name, typed in words.items():
        field = panel.new.editors[name].first()
        field.setFocus()
        QTest.keyClicks(field, typed)
    desk.quiet()


def choose(panel: EventPanel, name: str, value: str) -> None:
    """Choose an option, as a click on it does."""
    editor = panel.new.editors[name]
    editor.fill(value)
    editor.chosen()


def test_an_event_is_added_beside_an_answer_that_is_being_typed(desk: Desk) -> None:
    """The page keeps its place and its words; the event stands in the record; the keyboard goes back to the answer."""
    page = desk.go("assessment", "M02.gaps")
    assert isinstance(page, AssessmentPage)
    box = desk.focused()
    QTest.keyClicks(box, "Before he was four")
    panel = opened(desk)
    assert panel.isAncestorOf(desk.focused())
    write(desk, panel, when="14 Apr 2026", what="The school rang.")
    choose(panel, "category", "referral")
    panel.new.add()
    desk.quiet()
    assert not panel.isVisible()
    assert desk.session.frame.navigator.page is page
    assert QApplication.focusWidget() is box
    (event,) = assessing.reading(desk.session.at, desk.assessment).events()
    assert (event.text("what"), event.value("category")) == ("The school rang.", "referral")
    assert page.model.answer("M02.gaps").value == "Before he was four"
    assert [each.id for each in page.model.things_of("event")] == [event.id]


def test_escape_puts_it_away_and_keeps_the_words(desk: Desk) -> None:
    """Opened again, also after the vault was locked, the panel offers what was written and not added."""
    desk.go("case")
    panel = opened(desk)
    write(desk, panel, what="Nan says that he slept badly.")
    QTest.keyClick(desk.focused(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    desk.quiet()
    assert assessing.reading(desk.session.at, desk.assessment).events() == ()
    again = opened(desk)
    assert again.new.editors["what"].value() == "Nan says that he slept badly."
    desk.session.seal()
    desk.quiet()
    desk.go("caseload")  # leaving the case lets the panel go; its words stay in the vault
    assert not desk.session.adding.action.isEnabled()
    assert desk.session.adding.panel is None
    desk.go("chronology")
    assert opened(desk).new.editors["what"].value() == "Nan says that he slept badly."


def test_cancel_throws_away_and_what_is_missing_is_said(desk: Desk) -> None:
    """Without a day it is not added and says so; cancelled, nothing is offered again."""
    desk.go("grid")
    panel = opened(desk)
    write(desk, panel, what="A fall.")
    panel.new.add()
    assert panel.isVisible()
    assert panel.new.editors["when"].first() is desk.focused()
    panel.new.close_panel()
    desk.quiet()
    assert not panel.isVisible()
    assert opened(desk).new.editors["what"].value() is None


def test_the_same_keys_go_into_the_panel_that_is_open(desk: Desk) -> None:
    """Pressed twice there is one panel, and the keyboard is in it; the page below can be used meanwhile."""
    page = desk.go("case")
    panel = opened(desk)
    start = page.first_focus()
    assert start is not None
    start.setFocus()
    assert opened(desk) is panel
    assert panel.isAncestorOf(desk.focused())
    desk.go("assessment", "M01.reason")
    assert desk.session.adding.panel is panel
    assert panel.isVisible()


def test_without_an_assessment_it_says_what_to_do_first(desk: Desk) -> None:
    """A case without an assessment has no chronology yet."""
    desk.session.operations.run(caseload.create_case, "B-2")
    desk.quiet()
    other = next(line.case for line in caseload.cases(desk.session.at) if line.ref == "B-2")
    desk.session.context.navigate(Target("case", case=other))
    desk.quiet()
    desk.session.adding.open()
    assert desk.session.adding.panel is None
    assert "Start an assessment in this case first" in desk.session.frame.notices.text()


def test_a_written_event_counts_for_the_page_on_screen(desk: Desk) -> None:
    """The chronology shows what was added from the panel above it, at once."""
    desk.session.operations.run(
        assessing.record_answer, desk.assessment, "M02.gaps", answered("Nothing before school.")
    )
    page = desk.go("chronology")
    panel = opened(desk)
    write(desk, panel, when="March 2026", what="Moved house.")
    choose(panel, "category", "move")
    panel.new.add()
    desk.quiet()
    assert isinstance(page, ChronologyPage)
    assert [each.text("what") for each in page.events] == ["Moved house."]
    assert page.drawing is not None
