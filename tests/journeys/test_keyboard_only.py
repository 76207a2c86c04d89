"""J2 by keyboard alone: unlock, a new case, the first day's answers, the last sections, the check, the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hsb_assess.desk import assessing, issuing
from hsb_assess.desk.script import Labels, known_people, steps_of_text
from hsb_assess.domain.errors import HsbAssessError
from tests.journeys.firstday import FIRST_DAY
from tests.journeys.keys import KeyFilling, KeyPerson, KeyTypist
from tests.journeys.stories import SCRIPT
from ui.demo.journey import Journey
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.case import CasePage
from ui.pages.caseload import CaseloadPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.journeys.stories import Story
    from ui.demo.person import Person

pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def keys_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the test fail where a mouse is used."""

    def refuse(*_: object) -> None:
        pytest.fail("this is to be done by keyboard alone")

    for name in ("mouseClick", "mousePress", "mouseDClick", "mouseMove"):
        monkeypatch.setattr(QTest, name, refuse)


def first_day(person: KeyPerson) -> None:
    """Open a new case and give the first day's answers."""
    keys = person.typist
    caseload = person.page(CaseloadPage)
    keys.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    keys.write(caseload.new_case.line, "B-2026-031", enter=True)
    case = person.page(CasePage)
    person.quiet()
    keys.key(Qt.Key.Key_Space)  # *Start an assessment* has the keyboard
    page = person.page(AssessmentPage)
    labels = known_people(person.session.at, case.case, page.model.definition)
    KeyFilling(page, keys, labels, {}).steps(steps_of_text(page.model.definition, FIRST_DAY, page.model.today))
    assert "22 of 22 answered" in page.frame.tier.words.text()


def last_sections(person: KeyPerson, story: Story) -> None:
    """Open the case that is nearly whole from the caseload, and answer what is missing in it."""
    keys = person.typist
    caseload = person.go(Target("caseload"), CaseloadPage)
    keys.select(caseload.table, lambda: caseload.table.current_key() == story.case, "the case")
    assert person.page(CasePage).case == story.case
    page = person.go(Target("assessment"), AssessmentPage)
    labels = Labels(page.model.definition, dict(story.ids))
    KeyFilling(page, keys, labels, {}).steps(story.left)
    assert assessing.reading(person.session.at, story.assessment).engine.mandatory_open("M14") == ()


@pytest.mark.usefixtures("keys_only")
def test_from_the_passphrase_to_the_signature(nearly: Story, sitting: Callable[..., Person], tmp_path: Path) -> None:
    """A new case gets its first day; one that is nearly whole is finished, explained, signed and saved as a package."""
    person = sitting(nearly.copy(tmp_path / "vault"), KeyPerson)
    assert isinstance(person, KeyPerson)
    person.start()
    person.unlock()
    first_day(person)
    last_sections(person, nearly)
    journey = Journey(SCRIPT, tmp_path / "out", person, person)
    journey.case, journey.assessment = nearly.case, nearly.assessment
    page = person.page(AssessmentPage)
    journey.labels = Labels(page.model.definition, dict(nearly.ids))
    journey.explain()
    journey.submit("submitted", tmp_path / "package.assess")
    assert (tmp_path / "package.assess").stat().st_size > 10_000
    found = issuing.documents(person.session.at, nearly.case)
    assert sorted((each.audience, each.state) for each in found) == [("A", "submitted"), ("B", "submitted")]
    assert person.typist.pressed > 1000


def test_the_measure_sees_what_no_key_reaches(qtbot: QtBot) -> None:
    """A button that takes no focus cannot be pressed by somebody without a mouse, and that is said by its name."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    for words, policy in (("By key", Qt.FocusPolicy.StrongFocus), ("By mouse", Qt.FocusPolicy.NoFocus)):
        made = QPushButton(words)
        made.setFocusPolicy(policy)
        row.addWidget(made)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first, second = window.findChildren(QPushButton)
    first.setFocus()
    KeyTypist().click(first)
    second.setAccessibleName("Reached by mouse only")
    with pytest.raises(HsbAssessError, match="Reached by mouse only"):
        KeyTypist().click(second)
