"""Acts on the worker: in order, off the UI thread, told to everybody, never a traceback."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

import pytest
import shiboken6
from PySide6.QtCore import QObject

from hsb_assess.desk.workplace import Change, Workplace
from hsb_assess.domain.errors import HsbAssessError
from ui.operations import Operations, SaveState
from ui.shell.statusline import save_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Book:
    """A book that only knows whether it was closed, and on which thread it was opened."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.closed = False

    def close(self) -> None:
        """Take note."""
        assert threading.get_ident() == self.thread
        self.closed = True


class Place:
    """As much of a workplace as operations touch."""

    def __init__(self) -> None:
        self.book = Book()


@pytest.fixture
def places() -> list[Place]:
    """The workplaces that were opened."""
    return []


@pytest.fixture
def operations(qtbot: QtBot, places: list[Place]) -> Iterator[Operations]:
    """Operations over the small workplace."""
    del qtbot

    def open_place() -> Workplace:
        places.append(Place())
        return cast("Workplace", places[-1])

    made = Operations(open_place)
    yield made
    made.drain(5)


def act(at: Workplace, word: str, *, fail: str = "") -> Change:
    """Do something, or fail as asked."""
    del at
    if fail:
        raise HsbAssessError(fail, "It did not work.", "Do something else.")
    return Change(word)


def test_acts_run_in_order_on_one_thread(operations: Operations, places: list[Place], qtbot: QtBot) -> None:
    """Fifty acts run one after another, on the thread that opened the book, which is not ours."""
    heard: list[str] = []
    threads: set[int] = set()

    def note(at: Workplace, word: str) -> Change:
        threads.add(threading.get_ident())
        return act(at, word)

    operations.changed.connect(lambda change, _by: heard.append(change.act))
    for n in range(50):
        operations.run(note, str(n))
    qtbot.waitUntil(lambda: len(heard) == 50)
    assert heard == [str(n) for n in range(50)]
    assert threads == {places[0].book.thread}
    assert threading.get_ident() not in threads
    assert len(places) == 1


def test_callbacks_come_back_on_the_ui_thread(operations: Operations, qtbot: QtBot) -> None:
    """Whoever asked is answered where widgets may be touched, and everybody hears who asked."""
    answers: list[tuple[str, int]] = []
    initiators: list[object] = []
    operations.changed.connect(lambda _change, by: initiators.append(by))
    operations.run(act, "a", on_done=lambda change: answers.append((change.act, threading.get_ident())), by=operations)
    qtbot.waitUntil(lambda: bool(initiators))
    assert answers == [("a", threading.get_ident())]
    assert initiators == [operations]


def test_an_error_reaches_its_handler_or_everybody(operations: Operations, qtbot: QtBot) -> None:
    """An error goes to the handler that was given, else to ``failed``; the next act runs all the same."""
    own: list[str] = []
    common: list[str] = []
    operations.failed.connect(lambda error: common.append(error.code))
    operations.run(act, "a", fail="first", on_error=lambda error: own.append(error.code))
    operations.run(act, "b", fail="second")
    with qtbot.waitSignal(operations.changed):
        operations.run(act, "c")
    assert (own, common) == (["first"], ["second"])


def test_the_unforeseen_is_told_by_type_and_place(
    operations: Operations, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """A foreign error is shown and logged without its message, which may quote what was written."""

    def broken(at: Workplace) -> Change:
        del at
        raise ValueError("secret words about a child")

    with qtbot.waitSignal(operations.failed) as heard:
        operations.run(broken)
    error = heard.args[0]
    assert error.code == "internal"
    assert "ValueError" in error.what
    assert "test_operations.py" in error.what
    assert "secret" not in error.what + error.mend + caplog.text


def test_the_save_state_in_words(operations: Operations, qtbot: QtBot) -> None:
    """Saving, then saved at a time; a refusal to store stays in view until something is stored again."""
    states: list[SaveState] = []
    operations.state_changed.connect(states.append)
    with qtbot.waitSignal(operations.changed):
        operations.run(act, "a")
    assert save_words(states[0])[0] == "Saving"
    assert save_words(states[-1])[0].startswith("Saved in this vault at ")
    with qtbot.waitSignal(operations.failed):
        operations.run(act, "b", fail="disk_full")
    words, tone = save_words(operations.state)
    assert words.startswith("Not saved: It did not work.")
    assert tone == "bad"
    with qtbot.waitSignal(operations.changed):
        operations.run(act, "c")
    assert save_words(operations.state)[1] == "good"


def test_a_page_that_handles_a_refusal_does_not_alarm(operations: Operations, qtbot: QtBot) -> None:
    """A missing reference is the page's own affair; a full disk is everybody's, whoever handles it."""
    codes: list[str] = []
    operations.run(act, "a", fail="reference_needed", on_error=lambda error: codes.append(error.code))
    qtbot.waitUntil(lambda: len(codes) == 1)
    assert operations.state.error is None
    operations.run(act, "a", fail="disk_full", on_error=lambda error: codes.append(error.code))
    qtbot.waitUntil(lambda: len(codes) == 2)
    assert operations.state.error is not None


def test_reading_leaves_the_save_state_alone(operations: Operations, qtbot: QtBot) -> None:
    """A long reading says what it does and changes nothing about what is saved."""
    found: list[int] = []
    operations.read(lambda _at: 7, on_done=found.append, label="Reading")
    assert operations.state.label == "Reading"
    qtbot.waitUntil(lambda: found == [7])
    assert operations.state == SaveState()


def test_looking_comes_after_what_was_asked_for_and_in_nobodys_way(
    operations: Operations, places: list[Place], qtbot: QtBot
) -> None:
    """A long look begins once the acts before it are done; an act after it is done while it still looks."""
    order: list[str] = []
    go_on = threading.Event()

    def look(_at: Workplace) -> str:
        order.append("look")
        assert go_on.wait(20)
        return "seen"

    operations.run(lambda _at: order.append("before"))
    operations.look(look, on_done=order.append)
    qtbot.waitUntil(lambda: "look" in order)
    operations.run(lambda _at: order.append("after"))
    qtbot.waitUntil(lambda: "after" in order)
    assert operations.busy()
    go_on.set()
    qtbot.waitUntil(lambda: "seen" in order)
    assert order == ["before", "look", "after", "seen"]
    assert len({place.book.thread for place in places}) == 2
    operations.look(lambda _at: order.append("last"), on_done=order.append)
    assert operations.drain(10)
    assert order[-1] == "last"
    assert all(place.book.closed for place in places)


def test_a_page_that_was_left_hears_nothing(operations: Operations, qtbot: QtBot) -> None:
    """Neither a result nor an error is given to a widget that Qt took apart meanwhile."""

    class Page(QObject):
        def hear(self, what: object) -> None:
            self.setObjectName(str(what))
            heard.append(what)

    heard: list[object] = []
    gone, there = Page(), Page()
    operations.read(lambda _at: 1, on_done=gone.hear)
    operations.run(act, "a", fail="reference_needed", on_error=gone.hear)
    shiboken6.delete(gone)
    operations.read(lambda _at: 2, on_done=there.hear)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [2]


def test_draining_finishes_what_was_asked_for(operations: Operations, places: list[Place]) -> None:
    """A lock waits for what is queued, then the book is closed on its own thread."""
    done: list[int] = []
    for n in range(20):
        operations.run(lambda _at, n=n: done.append(n))
    assert operations.drain(10)
    assert done == list(range(20))
    assert places[0].book.closed


@pytest.mark.parametrize("code", ["disk_full", "vault_io"])
def test_where_the_disk_is_full_the_room_kept_aside_is_given_up_and_the_act_tried_again(
    code: str, qtbot: QtBot
) -> None:
    """Once: the words are saved, somebody hears of it, and the next time there is nothing left to give up."""
    ballast = [True]
    tried: list[int] = []

    def act(_at: Workplace) -> Change:
        tried.append(len(ballast))
        if ballast:
            raise HsbAssessError(code, "The disk is full.", "Free some space.")
        return Change("kept")

    operations = Operations(lambda: cast("Workplace", Place()), relieve=lambda: bool(ballast) and ballast.pop())
    with qtbot.waitSignals([operations.relieved, operations.changed]):
        operations.run(act)
    assert tried == [1, 0]
    assert operations.state.error is None
    ballast += [True, True]
    with qtbot.waitSignal(operations.failed) as failed:
        operations.run(act)
    assert failed.args is not None
    assert failed.args[0].code == code
    operations.drain(5)
