"""While the first answers are given, the page says at once which alert an answer raised or cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication

from hsb_assess.domain.answer import answered
from tests.ui.pages.test_tiers import _new

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Desk

NONE = {"state": "none_found", "who": "class teacher", "how": "asked", "when": {"date": "2026-04-20"}}


def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by what a screen reader is given to say."""
    said: list[str] = []

    def tell(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", tell)
    return said


def test_the_strip_follows_each_answer_and_leaves_the_keyboard_alone(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that worries raises its alert in words, one that clears it takes it away, both are said aloud."""
    page = _new(desk)
    said = heard(monkeypatch)
    strip = page.frame.tonight
    qtbot.waitUntil(lambda: strip.words.text().startswith("Alerts tonight:"), timeout=10_000)
    top = page.stack.y()
    field = page.form.fields["M00.name"]
    field.take_focus()
    page.model.put("M01.self_harm_now", answered({"state": "suspected"}))
    qtbot.waitUntil(lambda: "New: " in strip.words.text(), timeout=10_000)
    worried = strip.words.text()
    page.model.put("M01.self_harm_now", answered(NONE))
    qtbot.waitUntil(lambda: "Cleared: " in strip.words.text(), timeout=10_000)
    assert said[:2] == [worried, strip.words.text()]
    assert desk.focused() is field.editor.first()
    assert page.stack.y() == top


def test_the_newest_alert_leads_to_its_question(desk: Desk, qtbot: QtBot) -> None:
    """One button goes to what the alert is about."""
    page = _new(desk)
    strip = page.frame.tonight
    qtbot.waitUntil(lambda: strip.words.text().startswith("Alerts tonight:"), timeout=10_000)
    page.model.put("M01.self_harm_now", answered({"state": "suspected"}))
    qtbot.waitUntil(lambda: "New: " in strip.words.text(), timeout=10_000)
    strip.go.click()
    assert page.form.current is not None
    assert page.form.current.path.startswith(("M07.clinical", "M01.arrangement"))


@pytest.fixture
def large_text() -> Iterator[None]:
    """Text at twice its size."""
    before, large = QApplication.font(), QApplication.font()
    large.setPixelSize(32)
    QApplication.setFont(large)
    yield
    QApplication.setFont(before)


@pytest.mark.usefixtures("large_text")
def test_at_twice_the_size_it_is_told_over_the_page(desk: Desk, qtbot: QtBot) -> None:
    """Where the strip has no room, the same words come as a notice."""
    page = _new(desk)
    strip = page.frame.tonight
    qtbot.waitUntil(lambda: strip.words.text().startswith("Alerts tonight:"), timeout=10_000)
    assert not strip.isVisible()
    page.model.put("M01.self_harm_now", answered({"state": "suspected"}))
    qtbot.waitUntil(lambda: "New: " in desk.session.frame.notices.text(), timeout=10_000)


def test_the_whole_assessment_keeps_its_room_for_the_questions(desk: Desk) -> None:
    """Beyond the small tiers the button with its count stands alone."""
    page = desk.go("assessment")
    assert not page.frame.tonight.isVisible()
