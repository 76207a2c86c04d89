"""The pictures of checking and signing, of what comes months later, and of a form that has a newer version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.navigation import Target
from ui.screenshots_scene import Scene, bottom, settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.navigation import Page
    from ui.shell.desktop import Desktop

__all__ = ["OLD_FORM", "checked", "later"]

OLD_FORM = "A-2026-021"
"""The reference of the case whose assessment was started with the first version of the form."""


def _refused(page: Page, _desktop: Desktop) -> None:
    """Try to sign while something is in the way."""
    from ui.pages.check import CheckPage

    assert isinstance(page, CheckPage)
    page.submit.passphrase.set_text("whatever it is")
    page.submit.submit_button.click()


def _same_words(page: Page, _desktop: Desktop) -> None:
    """Explain every finding that asks for it in the same words, and go to where they stand together."""
    from ui.pages.check import CheckPage

    assert isinstance(page, CheckPage)
    assert page.looked is not None
    evidence = page.looked.reading.things("evidence")[0].id
    for explanation in [each for card in page.cards.values() for each in card.explanations]:
        explanation.text.setPlainText("It was weighed with health and police, and the plan says what follows.")
        explanation.panel.changed((evidence,))
    settled(page)
    page.column.ensureWidgetVisible(page.same)


def _signed(page: Page, _desktop: Desktop) -> None:
    """Sign, and wait for the package."""
    from PySide6.QtCore import QDeadlineTimer
    from PySide6.QtWidgets import QApplication

    from ui.pages.check import CheckPage
    from ui.screenshots_story import PASSPHRASE

    assert isinstance(page, CheckPage)
    page.submit.passphrase.set_text(PASSPHRASE)
    page.submit.submit_button.click()
    end = QDeadlineTimer(60_000)
    while page.submit.sent is None and not end.hasExpired():
        QApplication.processEvents()
    bottom(page, _desktop)


def checked(case: str, assessment: str) -> Iterator[Scene]:
    """Yield the check: with much to do, refused, with nothing in the way, explained in the same words, signed."""
    here = Target("check", case=case, assessment=assessment)
    yield Scene("first_draft", "check_findings", here)
    yield Scene("first_draft", "check_refused", here, _refused)
    yield Scene("complete", "check_clear", here)
    yield Scene("complete", "check_sign", here, bottom)
    yield Scene("complete", "check_same_words", here, _same_words)
    yield Scene("explained", "check_signed", here, _signed)


def _varied(page: Page, _desktop: Desktop) -> None:
    """Record that a condition was varied, and show the cases whose safety plan is older than that."""
    from hsb_assess.desk import caseload, gathering
    from ui.pages.caseload import CaseloadPage

    assert isinstance(page, CaseloadPage)
    case = caseload.cases(page.context.at)[0].case
    told = {
        "when": {"date": page.context.at.clock.today().isoformat()},
        "what": "May see his sister at their grandmother's, with her there.",
        "category": "condition_varied",
    }
    page.context.operations.run(gathering.add_thing, case, "event", told)
    settled(page)
    page.bar.choose("stale")


def _reviewing(page: Page, _desktop: Desktop) -> None:
    """Say that a review is going on."""
    from ui.form.choices import RadioEditor
    from ui.pages.assessment import AssessmentPage

    assert isinstance(page, AssessmentPage)
    editor = page.form.fields["M22.kind"].editor
    assert isinstance(editor, RadioEditor)
    editor.buttons["review"].click()
    settled(page)


def _older(page: Page, _desktop: Desktop) -> None:
    """Go to the assessment that was started with the first version of the form."""
    from hsb_assess.desk import caseload

    at = page.context.at
    case = next(line.case for line in caseload.cases(at) if line.ref == OLD_FORM)
    page.context.navigate(Target("assessment", case=case, assessment=caseload.assessments(at, case)[0].id))


def _previewed(page: Page, desktop: Desktop) -> None:
    """Open what moving to the newer form would do."""
    from ui.pages.assessment import AssessmentPage

    _older(page, desktop)
    shown = desktop.session.frame.navigator.page
    assert isinstance(shown, AssessmentPage)
    shown.newer.show_form()
    settled(page)


def later(case: str, assessment: str) -> Iterator[Scene]:
    """Yield what comes later: a plan older than a condition, a review, a newer form."""
    yield Scene("issued", "later_caseload_stale", Target("caseload"), _varied)
    review = Target("assessment", case=case, assessment=assessment, path="M22.kind")
    yield Scene("issued", "later_review", review, _reviewing)
    yield Scene("issued", "newer_form", Target("caseload"), _older)
    yield Scene("issued", "newer_form_preview", Target("caseload"), _previewed)
