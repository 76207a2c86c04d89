"""How much is asked, on screen: the first day on one page, the ladder, moving up and down, what rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk import assessing, caseload, gathering
from hsb_assess.domain.answer import answered
from hsb_assess.instrument.schema import Tier
from ui.form.lines import LinesView, entries_of
from ui.form.section import SectionView
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.assessment.ladder import LadderView
from ui.pages.case import CasePage
from ui.pages.chronology import ChronologyPage
from ui.widgets.text import Caption

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hsb_assess.desk.workplace import Change
    from tests.ui.pages.open_case import Desk

WHY = "The manager has looked at it, and the concern is an old one."


def _writing(desk: Desk, act: Callable[..., Change], *args: object) -> str:
    """Run an act as the page's worker does, and return the id of what it made."""
    heard: list[Change] = []
    desk.session.operations.run(act, *args, on_done=heard.append)
    desk.quiet()
    return str(heard[0].created)


def _new(desk: Desk) -> AssessmentPage:
    """Open another case and start its assessment by the button."""
    case = _writing(desk, caseload.create_case, "A-18")
    desk.session.frame.navigator.go(Target("case", case=case))
    desk.quiet()
    page = desk.session.frame.navigator.page
    assert isinstance(page, CasePage)
    page.start()
    desk.quiet()
    found = desk.session.frame.navigator.page
    assert isinstance(found, AssessmentPage)
    return found


def _ladder(page: AssessmentPage) -> LadderView:
    page.frame.tier.open_button.click()
    view = page.stack.currentWidget()
    assert isinstance(view, LadderView)
    return view


def test_a_case_opens_on_the_first_day_with_all_its_answers_on_one_page(desk: Desk) -> None:
    """Twenty-two answers in their order; beside them only people and evidence."""
    page = _new(desk)
    assert [state.name for state in page.sections.parts()] == ["first_day", "things"]
    view = page.stack.currentWidget()
    assert isinstance(view, LinesView)
    assert {"M00.name", "M01.danger", "M01.arrangement.until", "M01.told_child"} <= page.form.fields.keys()
    assert "M05.enquiry" not in page.form.fields
    state = page.sections.parts()[0]
    assert (state.answered, state.total) == (0, 22)
    assert "0" in page.frame.tier.words.text()
    assert "22" in page.frame.tier.words.text()


def test_the_count_of_the_first_day_follows_the_answers(desk: Desk, qtbot: QtBot) -> None:
    """An answer given counts one of twenty-two, whichever module holds it."""
    page = _new(desk)
    page.model.put_value("M00.name", "Sam")
    page.model.put_value("M01.sleeps_tonight", "At home with mother.")
    qtbot.waitUntil(lambda: page.sections.parts()[0].answered == 2)


def test_moving_up_opens_the_sections_and_keeps_what_was_answered(desk: Desk, qtbot: QtBot) -> None:
    """The ladder says what each tier asks; one button moves up, and the name is not asked again."""
    page = _new(desk)
    page.model.put_value("M00.name", "Sam")
    ladder = _ladder(page)
    assert set(ladder.buttons) == {"ordinary", "short", "full"}
    ladder.buttons["full"].click()
    desk.quiet()
    qtbot.waitUntil(lambda: len(page.sections.parts()) > 15)
    assert isinstance(page.stack.currentWidget(), SectionView)
    assert page.model.engine.tier == "full"
    assert assessing.reading(desk.session.at, page.assessment).value("M00.name") == "Sam"
    told = desk.session.frame.notices.text()
    assert told.startswith("Asked from now on: Full assessment.")
    assert not any(each.isdigit() for each in told)
    assert len(told) < 160
    captions = [each.text() for each in _ladder(page).findChildren(Caption)]
    assert sum("only if they apply to this child." in each for each in captions) == 1
    assert sum(each.startswith("Start with: ") for each in captions) == 1


def test_each_step_up_says_beforehand_what_it_means(desk: Desk) -> None:
    """How much has to be answered, how much only if it applies, that answers stay, and where to start."""
    page = _new(desk)
    page.model.put_value("M00.name", "Sam")
    page.model.seal_all()
    desk.quiet()
    ladder = _ladder(page)
    told = [each.text() for each in ladder.findChildren(Caption)]
    assert sum("only if they apply to this child." in each for each in told) == len(ladder.buttons)
    assert sum(each.startswith("What is answered stays answered:") for each in told) == len(ladder.buttons)
    assert sum(each.startswith("Start with: ") for each in told) == len(ladder.buttons)


def test_the_list_of_sections_has_room_for_their_names(desk: Desk) -> None:
    """At 1280 by 800 most names stand on one line, and the longest takes no more than three."""
    page = desk.go("assessment")
    assert isinstance(page, AssessmentPage)
    assert page.sections.isVisible()
    model, delegate = page.sections.model(), page.sections.itemDelegate()
    heights = [delegate._heights(part, page.sections.viewport().width())[0] for part in page.sections.parts()]
    lines = [round(height / min(heights)) for height in heights]
    assert max(lines) <= 3
    assert sum(each == 1 for each in lines) > model.rowCount() / 2


def test_what_calls_for_the_full_assessment_is_named_and_leads_to_its_answer(desk: Desk, qtbot: QtBot) -> None:
    """Each trigger stands with the question that set it."""
    page = _new(desk)
    page.model.put_value("M01.self_harm_now", {"state": "suspected", "who": "mother"})
    page.model.seal_all()
    desk.quiet()
    ladder = _ladder(page)
    assert ladder.called == "full"
    ladder.asked.emit("M01.self_harm_now")
    assert isinstance(page.stack.currentWidget(), LinesView)
    field = page.form.fields["M01.self_harm_now"]
    qtbot.waitUntil(lambda: field.isAncestorOf(desk.focused()))


def test_moving_down_asks_for_a_manager_and_says_what_rests(desk: Desk, qtbot: QtBot) -> None:
    """Without a reason it is refused in words; with one, what is put aside is listed."""
    manager = _writing(desk, gathering.add_thing, desk.case, "person", {"label": "Manager T", "is": "worker"})
    _writing(desk, assessing.record_answer, desk.assessment, "M18.function", answered("To feel close."))
    page = desk.go("assessment")
    assert isinstance(page, AssessmentPage)
    ladder = _ladder(page)
    assert set(ladder.buttons) == set(), "full stands at the top"
    ladder.less_button.click()
    desk.quiet()
    assert "manager" in desk.session.frame.notices.text()
    assert page.model.engine.tier == "full"
    assert ladder.reason is not None
    ladder.choice.setCurrentIndex(ladder.choice.findData("ordinary"))
    ladder.reason.setPlainText(WHY)
    ladder.manager.setCurrentIndex(ladder.manager.findData(manager))
    ladder.less_button.click()
    desk.quiet()
    qtbot.waitUntil(lambda: page.model.engine.tier == "ordinary")
    assert isinstance(page.stack.currentWidget(), LinesView)
    assert "No longer asked, and kept" in desk.session.frame.notices.text()
    reading = assessing.reading(desk.session.at, desk.assessment)
    assert (reading.text("M00.tier_reason"), reading.value("M00.tier_reason_by")) == (WHY, manager)


def test_another_date_of_birth_says_which_answers_rest(desk: Desk) -> None:
    """M16 is for an incident at or above the age of responsibility; what was answered there is kept and named."""
    row = _writing(desk, assessing.add_row, desk.assessment, "M03.incidents")
    for path, value in (
        ("M00.dob", {"date": "2012-02-03"}),
        (f"M03.incidents[{row}].when", {"date": "2026-03-01"}),
        ("M16.status", "reported"),
        ("M16.effect", "She does not sleep."),
    ):
        _writing(desk, assessing.record_answer, desk.assessment, path, answered(value))
    page = desk.go("assessment", "M00.dob")
    assert isinstance(page, AssessmentPage)
    assert page.model.engine.visible("M16")
    page.model.put_value("M00.dob", {"date": "2018-02-03"})
    assert not page.model.engine.visible("M16")
    said = desk.session.frame.notices.text()
    assert said.startswith("No longer asked, and kept")
    label = page.model.definition.item("M16.effect").label.en
    assert label in said
    desk.quiet()
    assert assessing.reading(desk.session.at, desk.assessment).raw("M16.effect").value == "She does not sleep."


def test_the_page_of_a_small_tier_shows_everything_that_it_asks_once(desk: Desk) -> None:
    """Nothing that the tier asks of an assessor is missing from its page, and nothing stands twice."""
    definition = assessing.reading(desk.session.at, desk.assessment).definition
    assert definition.tiers is not None
    for name in ("first_day", "ordinary"):
        tier = definition.tiers.tier(name)
        assert isinstance(tier, Tier)
        entries = entries_of(definition, tier)
        places = [place for entry in entries for place in entry.places]
        assert len(places) == len(set(places))
        numbers = sorted(number for entry in entries for number in entry.numbers)
        assert numbers == list(range(1, len(tier.lines) + 1))


def test_an_event_of_the_first_day_stands_in_the_chronology_as_it_was_recorded(desk: Desk) -> None:
    """The first day asks for no list of events; one that was added is told in full all the same, and no way leads nowhere."""
    page = _new(desk)
    told = {
        "when": {"date": "2024-11"},
        "category": "school_event",
        "what": "Laughed at in class.",
        "meaning": "Stayed at home.",
    }
    _writing(desk, gathering.add_thing, page.case, "event", told)
    desk.session.frame.navigator.go(Target("chronology", case=page.case, assessment=page.assessment))
    desk.quiet()
    found = desk.session.frame.navigator.page
    assert isinstance(found, ChronologyPage)
    assert found.table is not None
    model = found.table.model()
    line = [str(model.data(model.index(0, column))) for column in range(model.columnCount())]
    assert line[3:5] == ["Laughed at in class.", "Stayed at home."]
    assert line[2] != "Not recorded"
    assert "Laughed at in class." in found.words.text()
    assert not found.open_button.isVisible()
    assert not found.list_button.isVisible()
