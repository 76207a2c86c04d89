"""The pictures of this child's words, of what is read before sitting beside them, of that page, and of marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.navigation import Target
from ui.screenshots_scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from hsb_assess.domain.strokes import Ink
    from ui.navigation import Page
    from ui.shell.desktop import Desktop
    from ui.widgets.cards import Column

__all__ = ["spoken"]


def _wait(page: Page) -> None:
    """Wait until nothing is under way."""
    from PySide6.QtCore import QDeadlineTimer
    from PySide6.QtWidgets import QApplication

    end = QDeadlineTimer(20_000)
    while page.context.operations.busy() and not end.hasExpired():
        QApplication.processEvents()


def _top(column: Column, part: QWidget) -> None:
    """Scroll so that a part begins at the top of what can be seen."""
    ground = column.widget()
    if ground is not None:
        column.verticalScrollBar().setValue(part.mapTo(ground, part.rect().topLeft()).y() - 20)


def _written(page: Page, _desktop: Desktop) -> None:
    """Seal words, correct them, and begin to write others."""
    from hsb_assess.desk import voicing
    from ui.pages.voice import VoicePage

    assert isinstance(page, VoicePage)
    words = voicing.WrittenWords("I lik it better when the door is open.", how="spontaneous")
    page.context.operations.run(voicing.seal, page.case, words)
    _wait(page)
    said = next(each for each in page.said if each.words.startswith("I lik"))
    page.context.operations.run(voicing.correct, page.case, said.entry, "I like it better when the door is open.")
    _wait(page)
    assert page.adding is not None
    page.adding.text.setPlainText("Can I come back to this room?")
    page.adding.text.setFocus()


def _read(page: Page, desktop: Desktop) -> None:
    """Go to the words that stand."""
    from ui.pages.voice import VoicePage

    _written(page, desktop)
    assert isinstance(page, VoicePage)
    page.cards[0].correct_button.setFocus()
    _top(page.column, page.count)


def _before(page: Page, _desktop: Desktop) -> None:
    """Open what is read before, with an interview that waits."""
    from hsb_assess.desk import assessing
    from hsb_assess.domain.answer import answered
    from ui.pages.voice import VoicePage

    assert isinstance(page, VoicePage)
    assert page.assessment is not None
    page.context.operations.run(assessing.record_answer, page.assessment, "M05.interview", answered("planned"))
    _wait(page)
    page.open_before()
    assert page.before is not None
    _top(page.column, page.before)


def _marked(page: Page, _desktop: Desktop) -> None:
    """Record a carer's mark, and draw another one."""
    from hsb_assess.desk import marking
    from hsb_assess.domain.marks import MarkAnswer
    from ui.pages.check import CheckPage

    assert isinstance(page, CheckPage)
    assert page.marks is not None
    assert page.marks.marks is not None
    asked = page.marks.marks.asked
    carer = next(each for each in asked if not each.child)
    page.context.operations.run(
        marking.make,
        page.assessment,
        carer.person,
        MarkAnswer.DIFFERS,
        words="He is not alone at night.",
        ink=scribble(),
    )
    _wait(page)
    page.marks.open_panel()
    assert page.marks.panel is not None
    page.marks.panel.answers[MarkAnswer.AGREES].click()
    page.marks.panel.pad.show_ink(scribble())
    _wait(page)
    page.marks.panel.record_button.setFocus()


def scribble() -> Ink:
    """Return a name-like line, drawn as a pen does: in loops, pressed here and there."""
    from math import cos, pi, sin

    from hsb_assess.domain.strokes import Drawing

    drawing = Drawing()
    for at in range(120):
        along, turn = at / 119, at / 119 * 9 * pi
        x, y = 0.12 + 0.6 * along + 0.035 * sin(turn), 0.55 + 0.22 * cos(turn) * (1 - 0.5 * along)
        (drawing.go_on if at else drawing.begin)(x, y, at * 0.02, 0.35 + 0.4 * abs(sin(turn / 2)))
    drawing.begin(0.1, 0.84, 3.0, 0.5)
    for at in range(1, 24):
        drawing.go_on(0.1 + at * 0.032, 0.84 - 0.05 * sin(at / 8), 3.0 + at * 0.01, 0.6)
    made = drawing.ink()
    assert made is not None
    return made


def _step(code: str, *, covered: bool = False) -> Callable[[Page, Desktop], None]:
    """Go to a step of the page for this child, and give something there."""

    def does(page: Page, _desktop: Desktop) -> None:
        from ui.pages.beside import BesidePage
        from ui.pages.beside.steps import Ask, AskMark

        assert isinstance(page, BesidePage)
        page.show_step(page.steps.index(code))
        page.notes.clear()
        page.notes.hide()
        page.notes_label.hide()
        if isinstance(page.step, Ask):
            if page.step.marks is not None:
                if not page.step.marks.buttons[3].isChecked():
                    page.step.marks.buttons[3].click()
            else:
                page.step.box.setPlainText("We play football and then there is toast.")
        elif isinstance(page.step, AskMark):
            page.step.pad.show_ink(scribble())
            next(each for each in page.step.buttons.values() if not each.isChecked()).click()
        if code == "worries":
            page.open_notes()
            page.notes.setPlainText("he said it unasked")
        if covered:
            page.cover()

    return does


def spoken(case: str, assessment: str) -> Iterator[Scene]:
    """Yield the pictures of this child's voice and of marks."""
    here = Target("voice", case=case, assessment=assessment)
    yield Scene("complete", "voice", here)
    yield Scene("complete", "voice_written", here, _written)
    yield Scene("complete", "voice_words", here, _read)
    yield Scene("complete", "voice_before", here, _before)
    yield Scene("complete", "check_mark", Target("check", case=case, assessment=assessment), _marked)
    for code in ("hello", "days", "best", "worries", "mark"):
        yield Scene("complete", f"beside_{code}", Target("beside", case=case, part="200 child mark"), _step(code))
    largest = Target("beside", case=case, part="250 child mark")
    yield Scene("complete", "beside_largest", largest, _step("not_known"))
    yield Scene("complete", "beside_largest_days", largest, _step("days"))
    yield Scene("complete", "beside_covered", largest, _step("hopes", covered=True))
