"""The pictures of assessing again: beside each question what was said last time, and two assessments side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.navigation import Target
from ui.screenshots_scene import Scene, settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.navigation import Page
    from ui.shell.desktop import Desktop

__all__ = ["assessed_again"]


def _at(path: str, *, taken: bool = False) -> Callable[[Page, Desktop], None]:
    """Go to a question of the newest assessment, and take over what was said there last time if ``taken``."""

    def does(page: Page, desktop: Desktop) -> None:
        from PySide6.QtCore import QDeadlineTimer
        from PySide6.QtWidgets import QApplication

        from hsb_assess.desk.caseload import assessments
        from ui.pages.assessment import AssessmentPage

        case = desktop.session.frame.navigator.target.case if desktop.session.frame.navigator.target else None
        newest = assessments(page.context.at, str(case))[0].id
        page.context.navigate(Target("assessment", case=case, assessment=newest, path=path))
        shown = desktop.session.frame.navigator.page
        assert isinstance(shown, AssessmentPage)
        end = QDeadlineTimer(20_000)
        while not shown.last.last.answers and not end.hasExpired():
            QApplication.processEvents()
        settled(shown)
        shown.last.complete()
        if taken:
            shown.last.press(path)
            settled(shown)
        shown.show_target(Target("assessment", case=case, assessment=newest, path=path))

    return does


def _levels(page: Page, _desktop: Desktop) -> None:
    """Show everything, and go to the levels."""
    from ui.pages.between import BetweenPage

    assert isinstance(page, BetweenPage)
    page.all_box.click()
    page.tables["M19"].setFocus()


def assessed_again(case: str) -> Iterator[Scene]:
    """Yield the pictures of a reassessment."""
    here = Target("case", case=case)
    yield Scene("again", "again_case", here)
    yield Scene("again", "again_question", here, _at("M01.reason"))
    yield Scene("again", "again_absence", here, _at("M05.harm.sexual"))
    yield Scene("again", "again_list", here, _at("M03.incidents"))
    yield Scene("again", "between", Target("between", case=case))
    yield Scene("again", "between_levels", Target("between", case=case), _levels)
    yield Scene("issued", "between_none", Target("between", case=case))
    yield Scene("again", "again_taken", here, _at("M01.reason", taken=True))
