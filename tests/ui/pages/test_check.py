"""The check page and the case page on a real vault."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from hsb_assess.desk import access, assessing, gathering
from hsb_assess.desk.gate import in_the_way, justifications
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.rules.finding import Severity
from tests.ui.pages.open_case import PASSPHRASE, Desk
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.case import CasePage
from ui.pages.check import CheckPage
from ui.widgets.errors import Link
from ui.widgets.text import Caption

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hsb_assess.desk.workplace import Change


def check_page(desk: Desk) -> CheckPage:
    """Open the check page and wait for its findings."""
    page = desk.go("check")
    assert isinstance(page, CheckPage)
    desk.qtbot.waitUntil(lambda: bool(page.cards), timeout=10_000)
    return page


def answer(desk: Desk, **answers: object) -> None:
    """Record answers by path (``M01__danger``)."""
    for name, value in answers.items():
        path = name.replace("__", ".")
        desk.session.operations.run(assessing.record_answer, desk.assessment, path, answered(value))  # type: ignore[arg-type]  # any JSON
    desk.quiet()


def test_findings_stand_in_their_groups(desk: Desk) -> None:
    """An empty assessment has things to fix; each card says what and how to mend it."""
    page = check_page(desk)
    assert page.looked is not None
    report = page.looked.report
    assert set(page.cards) == {finding.key for finding in report.findings}
    first = report.of(Severity.BLOCKER)[0]
    words = " ".join(label.text() for label in page.cards[first.key].findChildren(QLabel))
    assert first.message in words
    assert first.mend in words


def test_a_link_goes_to_its_question(desk: Desk, qtbot: QtBot) -> None:
    """The first link of a card opens the assessment at that question."""
    page = check_page(desk)
    card = next(
        card for card in page.cards.values() if card.finding.questions == ("M05.enquiry",) or card.finding.questions
    )
    path = card.finding.questions[0]
    qtbot.keyClick(card.findChildren(Link)[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(desk.session.frame.navigator.page, AssessmentPage))
    desk.quiet()
    shown = desk.session.frame.navigator.page
    assert isinstance(shown, AssessmentPage)
    assert shown.current_module() == path.partition(".")[0]


def test_the_open_questions_are_listed_a_few_at_a_time(desk: Desk) -> None:
    """A finding about many questions shows five links and the rest on demand."""
    page = check_page(desk)
    card = max(page.cards.values(), key=lambda each: len(each.finding.questions))
    assert len(card.findChildren(Link)) == 5
    card.show_links_all()
    assert len(card.findChildren(Link)) == len(card.finding.questions)


def test_a_person_without_a_kind_is_an_open_question(desk: Desk, qtbot: QtBot) -> None:
    """What somebody who is entered lacks is told with all that is open, and its link opens that person."""
    made: list[str] = []
    desk.session.operations.run(
        gathering.add_thing, desk.case, "person", {"label": "uncle"}, on_done=lambda done: made.append(done.created)
    )
    desk.quiet()
    page = check_page(desk)
    path = f"things.person[{made[0]}].is"
    (card,) = [card for card in page.cards.values() if path in card.finding.questions]
    assert card.finding.rule == "R60"
    card.show_links_all()
    asked = card.finding.questions.index(path)
    qtbot.keyClick(card.findChildren(Link)[asked], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(desk.session.frame.navigator.page, AssessmentPage))
    desk.quiet()
    shown = desk.session.frame.navigator.page
    assert isinstance(shown, AssessmentPage)
    assert shown.current_module() == "things"


def one_strength(desk: Desk) -> None:
    """Record one strength with its evidence: enough to be explained, too little to pass."""
    made: list[str] = []

    def remember(change: Change) -> None:
        made.append(change.created or "")

    person = next(iter(gathering.things(desk.session.at, desk.case)))
    seen = {"source": person, "when": {"date": "2026-04-14"}, "what": "Seen at school"}
    desk.session.operations.run(gathering.add_thing, desk.case, "evidence", seen, on_done=remember)
    desk.session.operations.run(assessing.add_row, desk.assessment, "M15.strengths", on_done=remember)
    desk.quiet()
    evidence, row = made
    path = f"M15.strengths[{row}]"
    for name, value in (("what", answered("Kind to small children")), ("rating", answered(4, evidence))):
        desk.session.operations.run(assessing.record_answer, desk.assessment, f"{path}.{name}", value)
    desk.quiet()


def test_an_explanation_is_recorded_with_its_evidence(desk: Desk, qtbot: QtBot) -> None:
    """Writing and citing at a *justify* finding is recorded under that finding."""
    one_strength(desk)
    page = check_page(desk)
    card = next(card for card in page.cards.values() if card.finding.rule == "R28")
    explanation = card.explanation
    assert explanation is not None
    explanation.text.setFocus()
    qtbot.keyClicks(explanation.text, "Agreed with the manager today")
    explanation.cite.click()
    next(iter(explanation.panel.boxes.values())).click()
    desk.quiet()
    written = justifications(assessing.reading(desk.session.at, desk.assessment))[card.finding.key]
    assert written.text == "Agreed with the manager today"
    assert len(written.evidence) == 1
    assert explanation.state.text() == "Explained, with evidence: 1"


def test_submission_is_refused_at_the_top(desk: Desk, qtbot: QtBot) -> None:
    """With everything open, signing is refused; the summary takes the keyboard and lists what stands in the way."""
    page = check_page(desk)
    page.submit.supervisor.addItem("Manager S", "somebody")
    page.submit.supervisor.setCurrentIndex(page.submit.supervisor.count() - 1)
    qtbot.keyClicks(page.submit.passphrase.edit, "not the passphrase")
    page.submit.submit_button.click()
    desk.quiet()
    assert page.submit.passphrase_field.fault()
    qtbot.keyClicks(page.submit.passphrase.edit, PASSPHRASE)
    page.submit.submit_button.click()
    desk.quiet()
    assert page.summary.isVisible()
    assert page.submit.sent is None
    assert page.submit.passphrase.text() == ""
    assert page.looked is not None
    page._refused(HsbAssessError("not_ready", "Some things still need to be put right.", "Open each line."))
    qtbot.wait(1)
    waiting = in_the_way(page.looked.report, page.looked.reading)
    lines = [each.text() for each in page.summary.findChildren(Link) if not each.isHidden()]
    assert len(lines) == len(waiting)
    assert all(line.startswith(finding.message) for line, finding in zip(lines, waiting, strict=True))
    assert sum(line.endswith("questions)") for line in lines) == sum(len(each.questions) >= 10 for each in waiting)


def test_open_questions_are_counted_beside_what_is_to_fix(desk: Desk) -> None:
    """Scores of open questions are not one thing to do: both numbers are said, none is part of the other."""
    page = check_page(desk)
    assert page.looked is not None
    items = [item for item in page.looked.report.items() if item[0].severity is Severity.BLOCKER]
    most = max(len(finding.questions) for item in items for finding in item)
    assert most > 20
    words = f"{len(items) - 1}, and {most} questions still open"
    assert page.lead.text().startswith(f"To fix: {words}.")
    assert f"Fix: {words}" in [label.text() for label in page.findChildren(QLabel)]


def test_numbers_of_checks_are_there_for_whoever_wants_them(desk: Desk) -> None:
    """An author reads why in words; one button adds the numbers of the checks and of the inspections' findings."""
    page = check_page(desk)

    def told() -> list[str]:
        return [each.text() for card in page.cards.values() for each in card.findChildren(Caption)]

    assert not page.ids.isVisible()
    assert not [each for each in told() if re.search(r"\b[RFG]\d+", each)]
    page.codes.click()
    assert page.ids.isVisible()
    assert any(re.search(r"^Check R\d+: .*\(F\d+", each) for each in told())


def test_the_page_ends_where_its_content_ends(desk: Desk) -> None:
    """Scrolled to its end, the page shows the signature at the bottom and no empty sheet below it."""
    page = check_page(desk)
    desk.qtbot.waitUntil(lambda: page.column.verticalScrollBar().maximum() > 0)
    desk.qtbot.wait(100)
    ground = page.column.widget()
    assert ground is not None
    end = page.submit.mapTo(ground, page.submit.rect().bottomLeft()).y()
    assert ground.height() - end < 60
    bar = page.column.verticalScrollBar()
    assert bar.maximum() == ground.height() - page.column.viewport().height()


def test_without_a_supervisor_the_way_to_one_is_shown(desk: Desk, qtbot: QtBot) -> None:
    """Nobody can be chosen: the page says so and leads to People."""
    page = check_page(desk)
    page.submit.submit()
    assert desk.focused() is page.submit.people_link
    assert "card" in page.submit.supervisor_field.fault()
    qtbot.keyClick(page.submit.people_link, Qt.Key.Key_Return)
    desk.quiet()
    assert desk.session.frame.navigator.target == Target("settings", part="people")


def test_what_is_missing_at_the_signature_is_said_at_its_field(desk: Desk) -> None:
    """Without a supervisor and a passphrase nothing is started."""
    page = check_page(desk)
    page.submit.submit()
    assert page.submit.supervisor_field.fault()
    assert page.submit.passphrase_field.fault()
    assert access.contacts(desk.session.at) == ()
    assert not desk.session.operations.busy()


def test_the_case_shows_the_child_and_what_cannot_wait(desk: Desk, qtbot: QtBot) -> None:
    """Name and age stand on the page and nowhere else; alerts lead to their questions."""
    answer(desk, M00__name="Sam Poe", M00__dob={"date": "2015-03-02"}, M01__shares_home={"state": "yes"})
    page = desk.go("case")
    assert isinstance(page, CasePage)
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Sam Poe" in words
    assert "11 years old" in words
    assert "Sam" not in page.heading
    qtbot.waitUntil(page.alerts.isVisible, timeout=10_000)
    assert page.alerts.findChildren(Link)


def test_a_case_goes_on_with_its_newest_assessment(desk: Desk, qtbot: QtBot) -> None:
    """*Continue* has the keyboard, and opens the assessment."""
    page = desk.go("case")
    assert isinstance(page, CasePage)
    go_on = desk.focused()
    assert isinstance(go_on, QPushButton)
    assert go_on.text() == "Continue"
    qtbot.keyClick(go_on, Qt.Key.Key_Space)
    assert isinstance(desk.session.frame.navigator.page, AssessmentPage)


def test_people_are_entered_on_the_case_page_too(desk: Desk, qtbot: QtBot) -> None:
    """The table of people holds who is known, and takes more."""
    page = desk.go("case")
    assert isinstance(page, CasePage)
    people = page.people
    assert people is not None
    people.add()
    qtbot.waitUntil(lambda: people.panel is not None)
    qtbot.keyClicks(desk.focused(), "uncle C")
    page.seal()
    desk.quiet()
    labels = {thing.text("label") for thing in gathering.things(desk.session.at, desk.case).values()}
    assert "uncle C" in labels
