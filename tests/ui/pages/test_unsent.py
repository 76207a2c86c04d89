"""What is half typed outlives a lock: it is in the vault soon after the key and on the page after the unlock."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from hsb_assess.desk import assessing, scraps
from tests.ui.pages.open_case import Desk, desk_on
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.widgets.notices import NoticeBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Made
    from ui.form.question import QuestionField

Control = Qt.KeyboardModifier.ControlModifier
SEXUAL = "M05.harm.sexual"


@pytest.fixture
def unlocked(made: Made, tmp_path: Path, qtbot: QtBot) -> Callable[[], object]:
    """Open the same vault, the first time as a copy; what was open before is locked then."""
    times = iter((True, False, False))

    @contextmanager
    def opened() -> Iterator[Desk]:
        with desk_on(made, tmp_path, qtbot, copied=next(times)) as desk:
            yield desk

    return opened


def at_question(desk: Desk, path: str) -> QuestionField:
    """Go to a question as a link does."""
    page = desk.go("assessment")
    assert isinstance(page, AssessmentPage)
    page.show_target(Target("assessment", case=desk.case, assessment=desk.assessment, path=path))
    return page.form.fields[path]


def kept(desk: Desk) -> dict[str, object]:
    """Return what is in the vault and no answer yet."""
    return dict(scraps.scraps(desk.session.at, desk.assessment))


def test_half_a_date_comes_back_with_its_fault(unlocked, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 (a fixture of conftest)
    """It is no answer and not lost; once it is a date, nothing is kept beside the answer."""
    with unlocked() as desk:
        field = at_question(desk, "M00.dob")
        qtbot.keyClicks(desk.focused(), "20 Janua")
        qtbot.waitUntil(lambda: bool(kept(desk)), timeout=2000)
        assert assessing.reading(desk.session.at, desk.assessment).value("M00.dob") is None
    with unlocked() as desk:
        field = at_question(desk, "M00.dob")
        edit = field.editor.first()
        assert isinstance(edit, QLineEdit)
        assert edit.text() == "20 Janua"
        assert field.fault()
        edit.clear()
        qtbot.keyClicks(edit, "20 Jan 2017")
        qtbot.keyClick(edit, Qt.Key.Key_Return)
        desk.quiet()
        assert kept(desk) == {}
        value = assessing.reading(desk.session.at, desk.assessment).value("M00.dob")
        assert isinstance(value, dict)
        assert value["date"] == "2017-01-20"


def test_particulars_of_an_absence_are_recorded_after_a_lock(unlocked, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 (a fixture of conftest)
    """They were being typed, the field was not left: the next unlock takes them up."""
    with unlocked() as desk:
        at_question(desk, SEXUAL)
        qtbot.keyClick(desk.focused(), Qt.Key.Key_4, Control)
        qtbot.keyClicks(desk.focused(), "police")
        qtbot.waitUntil(lambda: bool(kept(desk)), timeout=2000)
    with unlocked() as desk:
        at_question(desk, "M00.name")
        desk.quiet()
        answer = assessing.reading(desk.session.at, desk.assessment).answer(SEXUAL)
        assert answer.detail == {"advised_by": "police"}
        assert kept(desk) == {}


def test_an_item_not_added_yet_is_offered_again(unlocked, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 (a fixture of conftest)
    """The panel is open again with the words in it; cancelling throws them away for good."""
    with unlocked() as desk:
        field = at_question(desk, SEXUAL)
        field.open_evidence()
        assert field.evidence_panel is not None
        what = field.evidence_panel.new_panel.editors["what"].first()
        what.setFocus()
        qtbot.keyClicks(what, "He said it at bedtime")
        qtbot.waitUntil(lambda: bool(kept(desk)), timeout=2000)
    with unlocked() as desk:
        field = at_question(desk, SEXUAL)
        panel = field.evidence_panel
        assert panel is not None
        assert panel.new_panel.isVisible()
        assert panel.new_panel.editors["what"].value() == "He said it at bedtime"
        panel.new_panel.close_panel()
        desk.quiet()
        assert kept(desk) == {}


def test_a_removed_row_comes_back_from_the_notice(unlocked, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 (a fixture of conftest)
    """Undo puts the row back into its list with what was written in it."""
    with unlocked() as desk:
        page = desk.go("assessment")
        assert isinstance(page, AssessmentPage)
        page.show_target(Target("assessment", case=desk.case, assessment=desk.assessment, path="M02.events"))
        group = "M02.events"
        rows = page.views["M02"].list.parts["events"]
        rows.add()  # type: ignore[attr-defined]  # a list of rows, as the form says
        qtbot.waitUntil(lambda: bool(page.model.rows(group)))
        (row,) = page.model.rows(group)
        rows.remove(row)  # type: ignore[attr-defined]  # as above
        desk.quiet()
        assert page.model.rows(group) == ()
        bar = desk.session.frame.findChild(NoticeBar)
        assert isinstance(bar, NoticeBar)
        next(each for each in bar.findChildren(QPushButton) if each.text() == "Undo").click()
        desk.quiet()
        qtbot.waitUntil(lambda: page.model.rows(group) == (row,))
