"""The small widgets: what they say, to the eye and to a screen reader, and how the keyboard goes through them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from hsb_assess.domain.errors import HsbAssessError
from ui.form.labels import SmallButton
from ui.notices import Notices
from ui.theme.appearance import Appearance
from ui.widgets.balance import SIDES, Balance, SideCount
from ui.widgets.buttons import button
from ui.widgets.cards import Column
from ui.widgets.errors import ErrorSummary, link
from ui.widgets.fields import Field, GrowingText, PassphraseEdit, choice
from ui.widgets.notices import NoticeBar
from ui.widgets.pills import Pill
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _style(qapp: QApplication) -> Iterator[None]:
    """Our own style, at ordinary size."""
    del qapp
    appearance = Appearance("light", 100)
    appearance.apply()
    yield
    appearance.choose(theme="light", percent=100)


Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Put parts into a window on screen that lives as long as the test."""
    windows: list[QWidget] = []

    def put(*parts: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        body = QVBoxLayout(window)
        for part in parts:
            body.addWidget(part)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return put


def test_text_is_never_markup(qtbot: QtBot) -> None:
    """What somebody wrote is shown as it was written."""
    label = Paragraph("<b>not bold</b><img src='/etc/passwd'>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text().startswith("<b>")


def test_a_field_tells_its_fault_to_everybody(show: Show) -> None:
    """Label, hint and fault reach a screen reader; a mended field says only its hint."""
    field = Field("Your name", QLineEdit(), hint="As you sign.", optional=True)
    show(field)
    assert field.control.accessibleName() == "Your name (optional)"
    assert field.control.accessibleDescription() == "As you sign."
    field.set_fault("Type your name.")
    assert field.control.accessibleDescription() == "Type your name. As you sign."
    assert field.control.property("fault") is True
    field.set_fault("")
    assert field.fault() == ""
    assert field.control.accessibleDescription() == "As you sign."


def test_a_passphrase_is_hidden_until_asked_for(qtbot: QtBot, show: Show) -> None:
    """Letters show only while *Show* is on; clearing hides again."""
    edit = PassphraseEdit()
    show(edit)
    qtbot.keyClicks(edit.edit, "secret")
    assert edit.edit.echoMode() == QLineEdit.EchoMode.Password
    edit.show_it.setChecked(True)
    assert edit.edit.echoMode() == QLineEdit.EchoMode.Normal
    edit.clear()
    assert (edit.text(), edit.edit.echoMode()) == ("", QLineEdit.EchoMode.Password)


def test_a_box_grows_with_its_text(qtbot: QtBot, show: Show) -> None:
    """A long text is shown whole, without a scroll bar of its own; Tab leaves the box."""
    box, after = GrowingText(), QLineEdit()
    show(box, after)
    before = box.height()
    box.setPlainText("\n".join("line" for _ in range(20)))
    assert box.height() > before + 15 * box.fontMetrics().lineSpacing()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_the_error_summary_leads_to_the_field(qtbot: QtBot, show: Show) -> None:
    """The summary takes the focus; a link in it moves the focus to its field; no faults hide it."""
    summary, field = ErrorSummary(), Field("Your name", QLineEdit())
    show(summary, field)
    assert not summary.isVisible()
    summary.show_faults([("Type your name.", field.focus)])
    assert summary.hasFocus()
    assert summary.accessibleDescription() == "Type your name."
    qtbot.keyClick(summary, Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    assert first is not None
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert field.control.hasFocus()
    summary.show_faults([])
    assert not summary.isVisible()


def test_a_long_link_wraps(qtbot: QtBot) -> None:
    """A long line in the summary grows in height instead of being cut off."""
    long = link("words " * 40, lambda: None)
    qtbot.addWidget(long)
    assert long.heightForWidth(200) > 5 * long.heightForWidth(10_000) / 2


def test_notices_say_and_go(show: Show) -> None:
    """A notice replaces the one before; an error shows its code; dismissing hides it."""
    notices = Notices()
    bar = NoticeBar(notices)
    show(bar)
    assert bar.text() == ""
    done: list[int] = []
    notices.done("Opened.", action=("Undo", lambda: done.append(1)))
    assert bar.text() == "Opened."
    bar._action.click()
    assert done == [1]
    assert not bar.isVisible()
    notices.error(HsbAssessError("disk_full", "The disk is full.", "Make room."))
    assert bar.text() == "The disk is full. Make room."
    assert bar._code.text() == "Code: disk_full"
    bar._dismiss.click()
    assert not bar.isVisible()


def test_done_goes_by_itself_and_errors_stay(show: Show, qtbot: QtBot) -> None:
    """What is done goes after a while, but not from under the keyboard; an error waits to be dismissed."""
    notices = Notices()
    bar = NoticeBar(notices)
    show(bar)
    notices.done("Saved.")
    assert bar._timer.isActive()
    bar._dismiss.setFocus()
    bar._timer.timeout.emit()
    assert bar.text() == "Saved."
    bar._dismiss.clearFocus()
    bar._timer.timeout.emit()
    assert not bar.isVisible()
    notices.error(HsbAssessError("disk_full", "The disk is full.", "Make room."))
    assert not bar._timer.isActive()
    qtbot.wait(0)
    assert bar.isVisible()


def test_a_pill_says_its_state(qtbot: QtBot) -> None:
    """The word is what a screen reader hears; the sign differs between tones, without colour."""
    pictures = set()
    for tone in ("neutral", "information", "good", "warning", "bad"):
        pill = Pill("State", tone)
        qtbot.addWidget(pill)
        pill.resize(pill.sizeHint())
        assert pill.accessibleName() == "State"
        grey = pill.grab().toImage().convertToFormat(pill.grab().toImage().Format.Format_Mono)
        pictures.add(bytes(grey.constBits()))
    assert len(pictures) == 5


def test_the_balance_has_four_equal_bars(qtbot: QtBot, show: Show) -> None:
    """All four have the same size whatever they count; each says its counts; there is no total."""
    balance = Balance()
    window = show(balance)
    window.resize(1000, 120)
    counts = {side: SideCount(n, 10, n) for n, side in enumerate(SIDES)}
    balance.show_counts(counts)
    qtbot.waitUntil(lambda: spread([bar.width() for bar in balance._bars.values()]) <= 1)
    assert len({bar.height() for bar in balance._bars.values()}) == 1
    assert balance._bars["harm"].accessibleName() == "Harm to this child: 1 of 10 answered, 1 evidence item"
    assert not any(cell.accessibleName().endswith("%") for cell in balance._bars.values())


def test_a_side_says_nothing_of_what_is_not_there(show: Show) -> None:
    """No *0 of 0*, no *0 evidence items*; the room is kept, so that nothing moves when it comes."""
    balance = Balance()
    show(balance)
    balance.show_counts({"harm": SideCount(0, 3, 0), "needs": SideCount(1, 3, 2)})
    told = {side: words.text().strip() for side, words in balance._words.items()}
    assert told["behaviour"] == "Nothing asked yet"
    assert told["harm"] == "0 of 3 answered"
    assert told["needs"] == "1 of 3 answered\n2 evidence items"
    assert balance._bars["behaviour"].accessibleName() == "Behaviour: Nothing asked yet"
    assert len({words.sizeHint().height() for words in balance._words.values()}) == 1


def test_a_side_that_asks_more_says_so(show: Show) -> None:
    """What is new is told with its reason while it is new, and no more once something else was answered."""
    balance = Balance()
    show(balance)
    balance.show_counts({side: SideCount(2, 14, 0) for side in SIDES})
    assert balance._words["strengths"].text().strip() == "2 of 14 answered"
    balance.show_counts({side: SideCount(5, 17, 0) if side == "strengths" else SideCount(2, 14, 0) for side in SIDES})
    assert balance._words["strengths"].text().strip() == "5 of 17, 3 new"
    assert "follow from what was just recorded" in balance._bars["strengths"].accessibleName()
    assert balance._words["needs"].text().strip() == "2 of 14 answered"
    balance.set_low(low=True)
    assert balance._words["strengths"].text() == "5 of 17, 3 new"
    balance.show_counts({side: SideCount(6, 17, 0) for side in SIDES})
    assert balance._words["strengths"].text() == "6 of 17"


def spread(sizes: list[int]) -> int:
    """Return how far sizes are apart."""
    return max(sizes) - min(sizes)


def test_a_table_by_keyboard(qtbot: QtBot, show: Show) -> None:
    """Arrows move, Enter opens, Tab leaves, letters find; a cell says its column."""
    table, after = Table("Cases", ["Reference", "State"], stretch=0), QLineEdit()
    show(table, after)
    table.show_rows([Row(key, (Cell(key, bold=True), Cell("Open", tone="good"))) for key in ("beta", "alpha", "gamma")])
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.setFocus()
    assert table.current_key() == "beta"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == ["alpha"]
    qtbot.keyClicks(table, "ga")
    assert table.current_key() == "gamma"
    index = table.model().index(0, 1)
    assert table.model().data(index, Qt.ItemDataRole.AccessibleTextRole) == "State: Open"
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    table.sort_by(0)
    assert table.keys() == ("alpha", "beta", "gamma")
    assert table.current_key() == "gamma"


def test_a_table_keeps_its_row_when_filled_anew(qtbot: QtBot) -> None:
    """Reading again does not move the person to another row."""
    table = Table("Cases", ["Reference"])
    qtbot.addWidget(table)
    rows = [Row(key, (Cell(key),)) for key in ("a", "b", "c")]
    table.show_rows(rows)
    table.select("b")
    table.show_rows(list(reversed(rows)))
    assert table.current_key() == "b"
    table.show_rows(rows[:1])
    assert table.current_key() == "a"
    table.show_rows([])
    assert table.current_key() == ""


def test_a_choice_gives_its_code(qtbot: QtBot) -> None:
    """Words are shown, codes are kept."""
    box = choice([("a", "First"), ("b", "Second")], "b")
    qtbot.addWidget(box)
    assert (box.currentText(), box.currentData()) == ("Second", "b")


def test_a_fault_goes_with_the_first_key(show: Show, qtbot: QtBot) -> None:
    """A field that is being mended does not say that it is wrong; the summary loses the line, then goes."""
    summary, edit, words = ErrorSummary(), QLineEdit(), PassphraseEdit()
    fields = [Field("Your name", edit), Field("Passphrase", words), Field("Role", choice([("", "Choose"), ("a", "A")]))]
    show(summary, *fields)
    for field in fields:
        field.set_fault(f"{field.label.text()} is missing.")
        field.mended.connect(summary.drop)
    summary.show_faults([(field.fault(), field.focus) for field in fields])
    qtbot.keyClicks(edit, "A")
    assert [field.fault() for field in fields] == ["", "Passphrase is missing.", "Role is missing."]
    assert edit.property("fault") is False
    qtbot.keyClicks(words.edit, "x")
    assert summary.isVisible()
    fields[2].control.setCurrentIndex(1)  # type: ignore[attr-defined]  # its type is not told here
    assert not any(field.fault() for field in fields)
    assert summary.isHidden()


def test_enter_and_space_press_the_button_that_has_the_keyboard(show: Show, qtbot: QtBot) -> None:
    """And nothing else hears of the key, such as a panel in which Enter means *add*."""
    pressed: list[str] = []
    made = [button("One", lambda: pressed.append("one")), SmallButton("Two")]
    made[1].clicked.connect(lambda: pressed.append("two"))
    window = show(*made)
    for each in made:
        each.setFocus()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            qtbot.keyClick(each, key)
    assert pressed == ["one"] * 3 + ["two"] * 3
    assert window.isActiveWindow()


def test_a_table_that_scrolls_sideways_still_shows_all_its_rows(show: Show, qtbot: QtBot) -> None:
    """The bar at the bottom has its own room, and no second bar comes with it."""
    table = Table("Narrow", ["A long heading", "Another long heading", "One more heading", "And the last one"])
    window = show(table)
    window.resize(260, 400)
    table.show_rows([Row(str(at), tuple(Cell(f"Words {at}") for _ in range(4))) for at in range(2)])
    table.fit_height()
    qtbot.wait(20)
    assert table.horizontalScrollBar().maximum() > 0
    assert table.verticalScrollBar().maximum() == 0
    assert not table.verticalScrollBar().isVisible()
    assert table.viewport().height() >= sum(table.rowHeight(at) for at in range(2))


def test_a_long_text_grows_to_a_part_of_the_page_and_keeps_the_caret_in_sight(show: Show, qtbot: QtBot) -> None:
    """It grows up to 60 per cent of what is seen, then scrolls; Ctrl+Home brings page and box to the caret."""
    column, box = Column(), GrowingText(lines=3)
    column.body.addWidget(Paragraph("Above"))
    column.body.addWidget(box)
    column.body.addWidget(Paragraph("Below\n" * 80))
    show(column).resize(700, 600)
    qtbot.wait(20)
    small = box.height()
    box.setFocus()
    box.setPlainText("\n".join(f"Line {at}" for at in range(200)))
    assert small < box.height() <= 0.6 * column.viewport().height() + 1
    assert box.verticalScrollBar().maximum() > 0
    ground = column.widget()
    assert ground is not None

    def caret_is_seen() -> bool:
        at = box.viewport().mapTo(column.viewport(), box.cursorRect().center())
        return column.viewport().rect().contains(at) and box.viewport().rect().contains(box.cursorRect().center())

    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        column.verticalScrollBar().setValue(column.verticalScrollBar().maximum())
        qtbot.keyClick(box, key, Qt.KeyboardModifier.ControlModifier)
        assert caret_is_seen()
    box.setPlainText("Short")
    assert box.height() == small
    assert not box.verticalScrollBar().isVisible()
