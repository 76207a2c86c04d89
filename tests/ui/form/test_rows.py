"""Repeating groups on screen: rows in a table, one open beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hsb_assess.domain.answer import answered
from ui.form.quote import Quote
from ui.form.rows import RowsView
from ui.form.section import SectionView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.form.conftest import Remembering
    from ui.form.form import Form

Key = Qt.Key


@pytest.fixture
def section(form: Form, qtbot: QtBot) -> SectionView:
    """The section in which the incidents stand, in a window that has the keyboard."""
    made = SectionView(form, form.model.definition.module("X1"))
    qtbot.addWidget(made)
    made.resize(760, 900)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def rows(section: SectionView) -> RowsView:
    """The incidents."""
    found = section.list.parts["incidents"]
    assert isinstance(found, RowsView)
    return found


def focused() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_a_new_row_opens_with_its_columns(rows: RowsView, keeper: Remembering, qtbot: QtBot) -> None:
    """Adding opens the row, the keyboard in its first column; the table shows what is typed."""
    rows.add_button.setFocus()
    qtbot.keyClick(focused(), Key.Key_Space)
    assert rows.panel is not None
    assert [item.id for item in rows.panel.first.items] == ["when", "who"]
    qtbot.keyClicks(focused(), "12 Apr 2026")
    qtbot.keyClick(focused(), Key.Key_Return)
    assert keeper.records[-1] == ("X1.incidents[made1].when", answered({"date": "2026-04-12"}))
    assert rows.table is not None
    assert rows.table.model().index(0, 0).data() == "12 Apr 2026"


def test_a_row_may_open_with_other_questions_than_its_columns(form: Form, qtbot: QtBot) -> None:
    """What has to be looked at first is asked first, although the table shows something else."""
    group = form.model.item("X1.incidents")
    rows = RowsView(form, "X1.incidents")
    qtbot.addWidget(rows)
    rows.item = group.model_copy(update={"first": ("how", "when")})
    rows.add()
    assert rows.panel is not None
    assert [item.id for item in rows.panel.first.items] == ["when", "how"]
    assert [item.id for item in rows.columns] == ["when", "who"]


def test_the_other_questions_come_when_asked_for(rows: RowsView, form: Form, qtbot: QtBot) -> None:
    """*More* builds the rest of the row; what depends on an answer of the row follows that row."""
    rows.add()
    assert rows.panel is not None
    assert "X1.incidents[made1].rough" not in form.fields
    rows.panel.open_more()
    how = form.fields["X1.incidents[made1].how"]
    assert how.isHidden()
    form.fields["X1.incidents[made1].rough"].take_focus()
    qtbot.keyClick(focused(), Key.Key_Space)
    assert not how.isHidden()


def test_a_row_opens_from_the_table_and_closes_again(rows: RowsView, form: Form, qtbot: QtBot) -> None:
    """Enter opens the current row; closing lets its fields go and returns to the table."""
    rows.add()
    rows.add()
    rows.close_row()
    assert rows.table is not None
    assert not [path for path in form.fields if "made" in path]
    rows.table.setFocus()
    rows.table.select("made1")
    qtbot.keyClick(rows.table, Key.Key_Return)
    assert rows.panel is not None
    assert rows.panel.row == "made1"


def test_removing_a_row_is_told_so_that_it_can_be_undone(rows: RowsView, form: Form, keeper: Remembering) -> None:
    """The row goes from the table, and its path is told."""
    told: list[str] = []
    form.row_removed.connect(told.append)
    rows.add()
    rows.remove("made1")
    assert keeper.removed == ["X1.incidents[made1]"]
    assert told == ["X1.incidents[made1]"]
    assert form.model.rows("X1.incidents") == ()
    assert rows.panel is None


def test_a_path_into_a_row_opens_it(section: SectionView, rows: RowsView, form: Form, qtbot: QtBot) -> None:
    """Going to a question deep in a closed row opens the row and what it stands in."""
    rows.add()
    rows.close_row()
    assert section.show_question("X1.incidents[made1].more")
    qtbot.waitUntil(form.fields["X1.incidents[made1].more"].editor.widget.hasFocus)


def test_a_person_entered_elsewhere_shows_in_the_table(rows: RowsView, form: Form) -> None:
    """A row names people by what they are called now."""
    rows.add()
    form.model.put_value("X1.incidents[made1].who", "bee")
    assert rows.table is not None
    assert rows.table.model().index(0, 1).data() == "half-sister B"
    form.model.put_value("THINGS.person[bee].label", "sister B")
    assert rows.table.model().index(0, 1).data() == "sister B"


def test_what_a_list_is_for_stands_under_its_title(section: SectionView) -> None:
    """A list and a group have no field that could bring their guidance beside them, so it is on the page."""
    said = [label.text() for label in section.findChildren(QLabel) if label.isVisible()]
    for title, purpose in (("Incidents", "One row for each."), ("Harm", "Each is asked about every child.")):
        assert said.index(purpose) == said.index(title) + 1


def test_only_words_are_marked_as_somebodys_own(section: SectionView, form: Form) -> None:
    """A yes or a no about what a child said is the worker's, so no bar of a quotation stands beside it."""
    del section
    assert form.fields["X1.story"].findChildren(Quote)
    assert not form.fields["X1.grid.one"].findChildren(Quote)
