"""Notices lie over the foot of the page: nothing moves for them, nobody's field is covered, no keyboard is taken."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hsb_assess.domain.errors import HsbAssessError
from tests.ui.pages.open_case import Desk, desk_on, make_vault
from ui.app import PAGES
from ui.navigation import Page, Target
from ui.shell.navigation import load_page
from ui.widgets.balance import Balance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.open_case import Made
    from ui.shell.frame import Frame

_STANDING = ("beside", "older", "unlock", "first_run")
"""Pages that stand alone, before a vault is open, or over an older copy of one."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A vault with one case, for this module."""
    return make_vault(tmp_path_factory.mktemp("notices") / "vault")


@pytest.fixture
def desk(made: Made, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A copy of it on screen."""
    with desk_on(made, tmp_path, qtbot) as found:
        yield found


def places(frame: Frame) -> dict[int, QRect]:
    """Return where each part of the page and of what stands around it is in the window."""
    parts = [each for each in frame.findChildren(QWidget) if each.isVisible()]
    notice = {frame.notices, *frame.notices.findChildren(QWidget)}
    return {
        id(each): QRect(each.mapTo(frame, QPoint(0, 0)), each.size())
        for each in parts
        if each not in notice and not each.isWindow()
    }


def over(frame: Frame) -> QRect:
    """Return what the notice covers, in the window."""
    assert frame.notices.isVisible()
    return frame.notices.geometry()


def settled() -> None:
    """Let everything that was asked for be laid out."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def test_no_page_moves_when_a_notice_comes_or_goes(desk: Desk) -> None:
    """On every page, each part stands where it stood: with a long notice, with another, and after it is dismissed."""
    frame, told = desk.session.frame, []
    for name in PAGES:
        if name in _STANDING:
            continue
        wanted = signature(load_page(PAGES, name)).parameters
        keywords = {"case": desk.case, "assessment": desk.assessment, "path": "M00.name"}
        frame.navigator.go(Target(name, **{key: value for key, value in keywords.items() if key in wanted}))
        desk.quiet()
        settled()
        page = frame.navigator.page
        if not isinstance(page, Page) or page.alone:
            continue
        before = places(frame)
        desk.session.notices.error(HsbAssessError("disk_full", "The disk is full. " * 6, "Make room."))
        settled()
        assert frame.notices.isVisible()
        stood = places(frame)
        desk.session.notices.clear()
        settled()
        told += [name for after in (stood, places(frame)) if any(after.get(key) != at for key, at in before.items())]
    assert told == []


def test_a_notice_never_covers_the_field_that_has_the_keyboard(desk: Desk) -> None:
    """It makes way where the keyboard comes under it, in a small window too, and takes no keyboard."""
    frame = desk.session.frame
    frame.resize(900, 560)
    page = desk.go("assessment", "M00.name")
    desk.session.notices.warn("Something that stays. " * 3)
    settled()
    for _ in range(12):
        focused = desk.focused()
        assert not frame.notices.isAncestorOf(focused)
        shown = QRect(focused.mapTo(frame, QPoint(0, 0)), focused.size())
        if shown.height() < frame.height() // 3:
            assert not over(frame).intersects(shown), f"{focused.accessibleName()} is covered"
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        settled()
        if not page.isAncestorOf(desk.focused()):
            break


def test_a_notice_stands_at_the_foot_of_every_page(desk: Desk) -> None:
    """Always there: never over the breadcrumb, the heading of the page or the four bars."""
    frame, feet = desk.session.frame, set()
    for name in ("caseload", "case", "chronology", "assessment", "voice"):
        place = {} if name == "caseload" else {"case": desk.case}
        if name in {"assessment", "chronology"}:
            place["assessment"] = desk.assessment
        frame.navigator.go(Target(name, **place))
        desk.quiet()
        frame.sidebar.first().setFocus()
        desk.session.notices.warn("Something that stays.")
        settled()
        feet.add(over(frame).bottom())
        assert over(frame).top() > frame.height() // 2
        page = frame.navigator.page
        for each in (frame.crumbs, *(page.findChildren(Balance) if page is not None else ())):
            if each.isVisible():
                assert not over(frame).intersects(QRect(each.mapTo(frame, QPoint(0, 0)), each.size()))
    assert len(feet) == 1


def test_escape_dismisses_a_notice_and_leaves_the_keyboard(desk: Desk) -> None:
    """Also while somebody writes; what is written stays as it is."""
    frame = desk.session.frame
    desk.go("assessment", "M00.name")
    field = desk.focused()
    QTest.keyClicks(field, "Sam")
    desk.session.notices.warn("Something that stays.")
    settled()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not frame.notices.isVisible()
    assert desk.focused() is field
    assert field.text().endswith("Sam")


def test_a_click_that_was_aimed_before_a_notice_came_hits_what_it_was_aimed_at(desk: Desk, qtbot: QtBot) -> None:
    """For a moment the pointer goes through the notice; then it can be dismissed, and the field keeps the keyboard."""
    frame = desk.session.frame
    desk.go("assessment", "M00.name")
    field = desk.focused()
    desk.session.notices.done("Saved.", action=("Undo", lambda: None))
    settled()
    dismiss = frame.notices._dismiss
    middle = dismiss.mapTo(frame, dismiss.rect().center())
    assert frame.childAt(middle) not in (dismiss, frame.notices)
    qtbot.waitUntil(lambda: frame.childAt(middle) is dismiss, timeout=3000)
    QTest.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert not frame.notices.isVisible()
    assert desk.focused() is field


def test_a_notice_by_keyboard(desk: Desk) -> None:
    """F6 goes to what can be done about it and on; the keyboard goes back to where it was when it is dismissed."""
    frame = desk.session.frame
    desk.go("assessment", "M00.name")
    field = desk.focused()
    done: list[str] = []
    desk.session.notices.done("Moved.", action=("Undo", lambda: done.append("undone")))
    settled()
    frame.next_region(forwards=True)
    assert desk.focused() is frame.notices._action
    QTest.keyClick(desk.focused(), Qt.Key.Key_Space)
    assert done == ["undone"]
    assert not frame.notices.isVisible()
    assert desk.focused() is field


def test_all_words_of_a_notice_are_read_at_twice_the_size(desk: Desk) -> None:
    """Its height follows from its words at the width that it has."""
    frame = desk.session.frame
    font = QApplication.font()
    try:
        large = QApplication.font()
        large.setPixelSize(32)
        QApplication.setFont(large)
        desk.session.notices.error(
            HsbAssessError("disk_full", "The disk is full. " * 8, "Make room, then type a letter.")
        )
        settled()
        text = frame.notices._text
        assert text.height() >= text.heightForWidth(text.width())
        assert frame.rect().contains(over(frame))
    finally:
        QApplication.setFont(font)
