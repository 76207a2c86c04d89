"""Before submitting: the author sees explanations in the same words together, and how long the supervisor will read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hsb_assess.desk import assessing
from hsb_assess.desk.readingtime import ReadingTime, reading_time
from ui.pages.check import CheckPage
from ui.pages.check.before import reading_words
from ui.widgets.errors import Link

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.pages.bench import Bench
    from tests.ui.pages.two_vaults import TwoVaults


@pytest.fixture
def page(bench: Bench, vaults: TwoVaults) -> CheckPage:
    """The check page of a case in which two findings are explained in the same words."""
    page = bench.page(CheckPage, case=vaults.case, assessment=vaults.assessment)
    bench.qtbot.waitUntil(lambda: page.looked is not None, timeout=20_000)
    bench.settle()
    return page


def test_identical_explanations_stand_together_and_lead_to_each(page: CheckPage, bench: Bench, qtbot: QtBot) -> None:
    """The words stand once; each finding's line gives the keyboard to its own explanation; other words part them."""
    ((text, findings),) = page.same.groups
    assert page.same.isVisible()
    assert text == "It was weighed with health and police."
    assert len(findings) > 1
    lines = page.same.findChildren(Link)
    assert [each.text() for each in lines] == [each.message for each in findings]
    qtbot.waitUntil(page.window().isActiveWindow)
    for line, finding in zip(lines, findings, strict=True):
        qtbot.keyClick(line, Qt.Key.Key_Return)
        card = page.cards[finding.key]
        explained = [each for each in card.item if each.severity is finding.severity]
        at = [each.key for each in explained].index(finding.key)
        assert QApplication.focusWidget() is card.explanations[at].text
    explanation = page.cards[findings[-1].key].explanations[-1]
    for other in findings[1:]:
        words = f"Weighed apart: {other.key}"
        bench.operations.run(assessing.justify, page.assessment, other.key, words, explanation.evidence)
    bench.settle()
    qtbot.waitUntil(lambda: page.same.groups == (), timeout=10_000)
    assert page.same.isHidden()


def test_the_reading_time_is_said_before_the_signature(page: CheckPage, bench: Bench) -> None:
    """It is the estimate of what stands, with its rate."""
    words = page.submit.reading.text()
    time = reading_time(assessing.reading(bench.at, page.assessment))
    assert page.submit.reading.isVisible()
    assert words == reading_words(time)
    assert f"about {time.minutes} min" in words
    assert reading_words(ReadingTime(0, 0)) == ""
    assert "at 200 a minute" in words


def test_a_long_one_says_what_a_review_is_meant_to_take() -> None:
    """From a word over twenty minutes on it is said, and not before."""
    assert "meant to take" not in reading_words(ReadingTime(4000, 9000))
    assert "meant to take 20 min" in reading_words(ReadingTime(4001, 9000))
