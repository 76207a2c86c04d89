"""What is drawn: at which stage of the fictional case, on which page, and what somebody did there before the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Absence
from ui.navigation import Target
from ui.screenshots_again import assessed_again
from ui.screenshots_case import drawn, for_tonight
from ui.screenshots_scene import Scene, bottom, settled
from ui.screenshots_sense import made_sense_of
from ui.screenshots_spelling import spelt
from ui.screenshots_submit import checked, later
from ui.screenshots_voice import spoken
from ui.settingsparts import settings_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.navigation import Page
    from ui.shell.desktop import Desktop

__all__ = ["Scene", "scenes"]


def _open_row(group: str) -> Callable[[Page, Desktop], None]:
    """Open the first row of a list."""

    def does(page: Page, _desktop: Desktop) -> None:
        from ui.form.rows import RowsView

        rows = page.findChild(RowsView, group)
        assert isinstance(rows, RowsView)
        rows.open_row(rows.form.model.rows(group)[0])
        assert rows.panel is not None
        rows.panel.open_more()

    return does


def _absence(path: str, absence: Absence) -> Callable[[Page, Desktop], None]:
    """Say why there is no answer, and begin to say the particulars."""

    def does(page: Page, _desktop: Desktop) -> None:
        from ui.pages.assessment import AssessmentPage

        assert isinstance(page, AssessmentPage)
        field = page.form.fields[path]
        field.set_absence(absence)

    return does


def _evidence(path: str, *, new: bool = False) -> Callable[[Page, Desktop], None]:
    """Open the evidence panel of a question, or the panel in which a new item is written."""

    def does(page: Page, _desktop: Desktop) -> None:
        from ui.pages.assessment import AssessmentPage

        assert isinstance(page, AssessmentPage)
        field = page.form.fields[path]
        field.open_evidence()
        if new and field.evidence_panel is not None:
            field.evidence_panel.new_panel.start()
            field.evidence_panel.new_panel.more_button.click()

    return does


def _part(code: str) -> Callable[[Page, Desktop], None]:
    """Open a part of the review."""

    def does(page: Page, _desktop: Desktop) -> None:
        from ui.pages.review import ReviewPage

        assert isinstance(page, ReviewPage)
        assert page.desk is not None
        page.desk.open_part(code)

    return does


def _decision(page: Page, _desktop: Desktop) -> None:
    """Go to the decision."""
    from ui.pages.review import ReviewPage

    assert isinstance(page, ReviewPage)
    assert page.desk is not None
    page.desk.column.ensureWidgetVisible(page.desk.decision)


def _checked(page: Page, _desktop: Desktop) -> None:
    """Check the signatures of the document shown."""
    from ui.pages.documents import DocumentsPage

    assert isinstance(page, DocumentsPage)
    page.verify()


def _searched(words: str) -> Callable[[Page, Desktop], None]:
    """Look for something, once everything is indexed."""

    def does(page: Page, desktop: Desktop) -> None:
        from hsb_assess.desk.indexing import index_all
        from ui.pages.search import SearchPage

        assert isinstance(page, SearchPage)
        page.box.setText(words)
        desktop.session.operations.read(index_all, on_done=lambda _done: page.look())

    return does


def _veiled(_page: Page, desktop: Desktop) -> None:
    """Cover the screen."""
    desktop.veil.cover()


def _palette(words: str) -> Callable[[Page, Desktop], None]:
    """Open the command palette and type."""

    def does(_page: Page, desktop: Desktop) -> None:
        from PySide6.QtTest import QTest

        desktop.palette.open()
        if words:
            QTest.keyClicks(desktop.palette.box, words)

    return does


def _new_case(page: Page, _desktop: Desktop) -> None:
    """Ask for a new case."""
    from ui.pages.caseload import CaseloadPage

    assert isinstance(page, CaseloadPage)
    page.ask_reference()


_ANSWERS = """
instrument: holistic
note: Made by the duty desk.
things:
  person:
    teacher: {label: class teacher, is: worker, role: class teacher, agency: school}
answers:
  M00.ref: K-2026-07
  M00.name: Child K
  M01.source: teacher
  M00.dob: {absence: unknown, detail: {asked_of: the school office}}
"""


def _from_file(words: str) -> Callable[[Page, Desktop], None]:
    """Look into a file of answers."""

    def does(page: Page, desktop: Desktop) -> None:
        import tempfile
        from pathlib import Path

        from PySide6.QtWidgets import QApplication

        from ui.pages.caseload import CaseloadPage

        assert isinstance(page, CaseloadPage)
        page.ask_reference()
        page.ask_file()
        card = page.from_file
        assert card is not None
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "referral.yaml"
            path.write_text(words, encoding="utf-8")
            card.look_into(path)
            while desktop.session.operations.busy() or not card.words():
                QApplication.processEvents()

    return does


def _told(page: Page, _desktop: Desktop) -> None:
    """Show an error, as the bar above a page does."""
    from hsb_assess.domain.errors import HsbAssessError

    page.context.notices.error(HsbAssessError("disk_full", "The disk is full.", "Make room, then type a letter."))


def _ladder(page: Page, _desktop: Desktop) -> None:
    """Open what says how much is asked, and why."""
    from ui.pages.assessment import AssessmentPage

    assert isinstance(page, AssessmentPage)
    page.frame.tier.open_button.click()


def _ladder_less(page: Page, desktop: Desktop) -> None:
    """Go to where less is asked for a manager's reason."""
    from ui.pages.assessment import AssessmentPage
    from ui.pages.assessment.ladder import LadderView

    _ladder(page, desktop)
    assert isinstance(page, AssessmentPage)
    ladder = page.stack.currentWidget()
    assert isinstance(ladder, LadderView)
    ladder.less_button.setFocus()


def _looked_for(case: str, assessment: str) -> Iterator[Scene]:
    """Yield the pictures of a question's history and of the search page."""
    here, harm = Target("search", case=case), "M05.harm.sexual"
    yield Scene("complete", "history", Target("history", case=case, assessment=assessment, path=harm))
    yield Scene("complete", "search", Target("search"), _searched("nurse"))
    yield Scene("complete", "search_case", here, _searched("harm*"))
    yield Scene("complete", "search_restricted", here, _searched("nurse referral"))
    yield Scene("complete", "search_nothing", here, _searched("rhinoceros"))
    yield Scene("complete", "search_empty", Target("search"))


def _visited(*, sealed: bool) -> Callable[[Page, Desktop], None]:
    """Write a note of a visit; if ``sealed``, seal it, file a paragraph of it and begin to file another."""

    def does(page: Page, _desktop: Desktop) -> None:
        from PySide6.QtCore import QCoreApplication

        from hsb_assess.desk.went import OWN, Went
        from ui.pages.visit import VisitPage

        assert isinstance(page, VisitPage)
        words = (
            "10:05 At school, in the quiet room. The class teacher left us alone.\n"
            "He said, building with bricks: “I like it better when the door is open.”\n"
            "10:40 He asked whether he may come back to this room."
        )
        page.writing.text.setPlainText(words)
        page.writing.where.setText("School, the quiet room")
        page.writing.went.fill(Went("2026-06-04", "10:05", (OWN,), ("Worker Q",)))
        if not sealed:
            bottom(page, _desktop)
            return
        page.writing.ways["alone"].click()
        page.writing.seal()
        settled(page)
        first, second, _ = page.cards[0].note.paragraphs
        page.cards[0].file.emit(first.text, "M05.harm.sexual", False, "")  # noqa: FBT003 (a signal's arguments)
        settled(page)
        QCoreApplication.processEvents()  # the keyboard goes back to where it was filed from a moment later
        page.cards[0].open(second.text)
        panel = page.cards[0].panel
        assert panel is not None
        panel.box.setText("sleep")
        panel.look()
        panel.pick()
        bottom(page, _desktop)

    return does


def _mended(page: Page, desktop: Desktop) -> None:
    """Seal a note, mend its day, and begin to mend it again."""
    from hsb_assess.desk.went import OWN, Went
    from ui.pages.visit import VisitPage

    assert isinstance(page, VisitPage)
    _visited(sealed=True)(page, desktop)
    page.cards[0].mended.emit(Went("2026-06-05", "", (OWN,), ("Worker Q",)))
    settled(page)
    page.cards[0].open_mending()
    page.column.ensureWidgetVisible(page.cards[0])


def _found(here: Target) -> Iterator[Scene]:
    """Yield the pictures of the command palette over an assessment, of visit notes, and of this child's voice."""
    yield Scene("complete", "palette", here, _palette(""))
    yield Scene("complete", "palette_words", here, _palette("school"))
    yield Scene("complete", "palette_nothing", here, _palette("rhinoceros"))
    visit = Target("visit", case=here.case)
    yield Scene("complete", "visit_empty", visit)
    yield Scene("complete", "visit_writing", visit, _visited(sealed=False))
    yield Scene("complete", "visit_filing", visit, _visited(sealed=True))
    yield Scene("complete", "visit_mending", visit, _mended)
    yield from spoken(here.case or "", here.assessment or "")


def _before_a_case() -> Iterator[Scene]:
    """Yield what there is before the first case: the empty pages, the help, the settings."""
    yield Scene("empty", "caseload_empty", Target("caseload"))
    yield Scene("empty", "caseload_new", Target("caseload"), _new_case)
    yield Scene("empty", "caseload_from_file", Target("caseload"), _from_file(_ANSWERS))
    yield Scene(
        "empty", "caseload_from_bad_file", Target("caseload"), _from_file("answers: {M99.x: 1}\ninstrument: x\n")
    )
    yield Scene("empty", "packages_empty", Target("packages"))
    for topic in ("start", "absences", "keyboard"):
        yield Scene("empty", f"help_{topic}", Target("help", part=topic))
    for part in settings_parts():
        yield Scene("empty", f"settings_{part}", Target("settings", part=part))


def _first_day(case: str, assessment: str) -> Iterator[Scene]:
    """Yield what there is before the first answer, and once the first day is answered."""
    here = Target("assessment", case=case, assessment=assessment)
    yield Scene("first_day", "assessment_first_day", here)
    yield from (scene for scene in (*drawn(case), *for_tonight(case)) if scene.stage == "first_day")
    yield Scene("first_evening", "assessment_first_evening", here.at(path="M01.danger"))
    yield Scene("first_evening", "assessment_ladder_first_evening", here, _ladder)
    yield from (scene for scene in for_tonight(case) if scene.stage == "first_evening")


def _while_drafting(case: str, assessment: str) -> Iterator[Scene]:
    """Yield the pictures of spelling and of the check while not all is answered."""
    drafted = (*spelt(case, assessment), *checked(case, assessment))
    yield from (scene for scene in drafted if scene.stage == "first_draft")


def scenes(case: str, assessment: str) -> Iterator[Scene]:
    """Yield every picture of an unlocked vault, stage by stage."""

    def at(page: str, path: str | None = None) -> Target:
        return Target(page, case=case, assessment=assessment, path=path)

    yield from _before_a_case()
    yield from _first_day(case, assessment)
    yield Scene("first_draft", "assessment_ladder", at("assessment"), _ladder)
    yield Scene("first_draft", "assessment_ladder_less", at("assessment"), _ladder_less)
    yield Scene("first_draft", "assessment_m01", at("assessment", "M01.received"))
    yield Scene("first_draft", "assessment_m03_row", at("assessment", "M03.incidents"), _open_row("M03.incidents"))
    yield Scene("first_draft", "assessment_m05", at("assessment", "M05.enquiry"))
    absence = _absence("M05.harm.sexual", Absence.NOT_SAFE)
    yield Scene("first_draft", "assessment_m05_absence", at("assessment", "M05.harm.sexual"), absence)
    empty = {"documents_none": "documents", "comments_none": "review", "sense_empty": "sense", "voice_empty": "voice"}
    for name, page in empty.items():
        yield Scene("first_draft", name, at(page))
    yield Scene("first_draft", "notice_error", Target("case", case=case), _told)
    yield from _while_drafting(case, assessment)
    yield Scene(
        "complete", "assessment_m05_evidence", at("assessment", "M05.harm.sexual"), _evidence("M05.harm.sexual")
    )
    new = _evidence("M05.harm.sexual", new=True)
    yield Scene("complete", "assessment_m05_new_evidence", at("assessment", "M05.harm.sexual"), new)
    yield Scene("complete", "assessment_m11_row", at("assessment", "M11.children"), _open_row("M11.children"))
    yield Scene("complete", "assessment_m18", at("assessment", "M18.presenting"))
    yield Scene("complete", "assessment_m20_row", at("assessment", "M20.settings"), _open_row("M20.settings"))
    yield Scene("complete", "assessment_m21", at("assessment", "M21.actions"))
    for name, path in (("people", "things.person"), ("m07_near", "M07.self_harm")):
        yield Scene("complete", f"assessment_{name}", at("assessment", path))
    yield from (scene for scene in checked(case, assessment) if scene.stage == "complete")
    yield from _looked_for(case, assessment)
    yield from made_sense_of(case, assessment)
    yield from (scene for scene in (*drawn(case), *for_tonight(case)) if scene.stage == "complete")
    yield from _found(at("assessment", "M05.enquiry"))
    yield from (scene for scene in checked(case, assessment) if scene.stage == "explained")
    yield Scene("submitted", "case_submitted", Target("case", case=case))
    yield Scene("submitted", "documents_submitted", at("documents"))
    yield Scene("review_first", "supervisor_caseload", Target("caseload"))
    yield Scene("review_first", "review_first", at("review"))
    for code in ("child_five_lines", "grid_tonight", "thread", "unknowns", "statements"):
        yield Scene("review_first", f"review_{code}", at("review"), _part(code))
    yield Scene("review_first", "review_decision", at("review"), _decision)
    yield Scene("returned", "comments", at("review"))
    yield Scene("returned", "caseload_returned", Target("caseload"))
    yield Scene("review_again", "review_changed", at("review"))
    yield Scene("review_decided", "review_decided", at("review"))
    yield Scene("review_decided", "review_decided_end", at("review"), bottom)
    yield Scene("issued", "caseload", Target("caseload"))
    yield Scene("issued", "case", Target("case", case=case))
    yield Scene("issued", "documents", at("documents"))
    yield Scene("issued", "compare", at("compare"))
    yield Scene("issued", "audit", Target("audit", case=case))
    yield Scene("issued", "documents_checked", at("documents"), _checked)
    yield Scene("issued", "packages", Target("packages"))
    yield Scene("issued", "veil", Target("case", case=case), _veiled)
    yield from _kept_and_erased(case, assessment)


def _kept_and_erased(case: str, assessment: str) -> Iterator[Scene]:
    """Yield what a case looks like while it is kept, closed, proposed to be erased, and gone; and one that is assessed again."""
    yield from assessed_again(case)
    yield Scene("issued", "keeping", Target("keeping", case=case))
    yield Scene("issued", "keeping_close", Target("keeping", case=case), bottom)
    yield from later(case, assessment)
    yield Scene("closed", "case_closed", Target("case", case=case))
    yield Scene("closed", "keeping_closed", Target("keeping", case=case), bottom)
    yield Scene("asked", "erasures_asked", Target("erasures"))
    yield Scene("agreed", "keeping_agreed", Target("keeping", case=case), bottom)
    yield Scene("erased", "erasures_done", Target("erasures"))
    yield Scene("erased", "caseload_erased", Target("caseload"))
