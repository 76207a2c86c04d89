"""While writing: words to look at are told beside the text after a moment's rest, and nothing is rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.pages.open_case import Made, desk_on, make_vault
from ui.navigation import Target
from ui.pages.assessment.page import AssessmentPage
from ui.widgets.fields import GrowingText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.form.question import QuestionField

REASON = "M01.reason"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A vault with one assessment in which nothing is answered."""
    return make_vault(tmp_path_factory.mktemp("made") / "vault")


@pytest.fixture
def page(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[AssessmentPage]:
    """The assessment at the section of the referral."""
    with desk_on(made, tmp_path, qtbot) as desk:
        found = desk.go("assessment", REASON)
        assert isinstance(found, AssessmentPage)
        yield found


def _written(page: AssessmentPage, path: str, text: str, qtbot: QtBot) -> QuestionField:
    field = page.form.fields[path]
    box = field.editor.widget
    assert isinstance(box, GrowingText)
    box.setFocus()
    box.setPlainText(text)
    hints = field.hints
    if hints is not None:
        assert hints.is_due(), "it waits for a rest"
        qtbot.waitUntil(lambda: not hints.is_due(), timeout=10_000)
    return field


def test_a_flagged_word_is_told_with_why_and_what_else(page: AssessmentPage, qtbot: QtBot) -> None:
    """The word, alternatives and reason stand under the text, the word is underlined, and the text is as it was typed."""
    field = _written(page, REASON, "The victim told her teacher 🙂. The victim is safe.", qtbot)
    hint = field.hint()
    assert hint.startswith("“victim”: perhaps the other child; or after a finding, the child who was harmed; or ")
    assert hint.endswith("It names a role, not a whole person.")
    assert hint.count("“victim”") == 1, "each word is told once"
    box = field.editor.widget
    assert isinstance(box, GrowingText)
    assert [cursor.selectedText() for cursor in box.marks("hints")] == ["victim", "victim"]
    assert box.toPlainText() == "The victim told her teacher 🙂. The victim is safe."


def test_the_note_goes_when_the_words_do(page: AssessmentPage, qtbot: QtBot) -> None:
    """Mended words leave no note and no underline."""
    field = _written(page, REASON, "He denies it.", qtbot)
    assert field.hint()
    field = _written(page, REASON, "He says that it did not happen.", qtbot)
    assert not field.hint()
    box = field.editor.widget
    assert isinstance(box, GrowingText)
    assert box.marks("hints") == ()


def test_the_keyboard_and_a_screen_reader_reach_the_note(page: AssessmentPage, qtbot: QtBot) -> None:
    """Tab goes from the text to the note, which is read with its words; the text's description says them, too."""
    field = _written(page, REASON, "He is manipulative.", qtbot)
    qtbot.keyClick(field.editor.widget, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Words to look at. “manipulative”")
    assert "manipulative" in field.editor.first().accessibleDescription()


def test_exact_words_are_left_alone(page: AssessmentPage, qtbot: QtBot) -> None:
    """A question for exact words never gets a note, whatever is written."""
    page.show_target(Target("assessment", path="M13.identity"))
    field = _written(page, "M13.identity", "They call me the victim.", qtbot)
    assert field.item.verbatim
    assert not field.hint()
