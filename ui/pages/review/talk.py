"""Conversations on answers: what was said, an answer to it, and the little box that a new one is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.form.scraps import KeptText
from ui.form.teller import day_of
from ui.language import tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Line
from ui.widgets.errors import link
from ui.widgets.pills import Pill
from ui.widgets.text import Caption, Paragraph, Scaled

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.reviewing import Thread
    from ui.form.scraps import Scraps
    from ui.pages.review.room import Room

__all__ = ["Composer", "ThreadView", "clear", "thread_state"]


def thread_state(state: str) -> tuple[str, str]:
    """Return the words of a conversation's state, and their tone."""
    states = {
        "open": (tr("Open"), "warning"),
        "answered": (tr("Answered"), "information"),
        "resolved": (tr("Resolved"), "good"),
    }
    return states.get(state, (state, "neutral"))


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


class Composer(QWidget):
    """A box to write in and a button to send it; Escape puts it away, Ctrl+Enter sends.

    What is written is kept as the scrap ``name`` until it is sent. ``send`` is given the words and this box, which
    waits to hear :meth:`sent` or :meth:`refused`.
    """

    def __init__(
        self, question: str, send_words: str, send: Callable[[str, Composer], None], scraps: Scraps, name: str
    ) -> None:
        super().__init__()
        self._send = send
        self.closed: Callable[[], None] = lambda: None
        self.text = KeptText(scraps, name, lines=2)
        self.text.setAccessibleName(question)
        self.text.setPlaceholderText(question)
        self.send_button = button(send_words, self.send, tip="Ctrl+Enter")
        self.cancel_button = button(tr("Cancel"), self.close_box, kind="quiet", tip="Esc")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 4, 0, 4)
        body.setSpacing(4)
        body.addWidget(self.text)
        body.addWidget(self.text.note)
        body.addLayout(button_row(self.send_button, self.cancel_button))
        self._body = body
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("Esc", self.close_box), ("Ctrl+Return", self.send)):
            QShortcut(QKeySequence(keys), self, act, context=inside)

    def add_above(self, widget: QWidget) -> None:
        """Put something above the box, such as what it is about."""
        self._body.insertWidget(0, widget)

    def take_up(self, name: str | None = None) -> bool:
        """Show the words that wait to be sent, or those under another name; say whether there are any."""
        waiting = self.text.take_up(name)
        self.text.setAccessibleDescription(self.text.note.text() if waiting else "")
        return waiting

    def open_box(self) -> None:
        """Show the box, with the words that wait there, and put the keyboard into it."""
        self.take_up()
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_box(self) -> None:
        """Put the box away, keeping what was written for the next time; who writes elsewhere is left alone."""
        elsewhere = QApplication.focusWidget()
        inside = elsewhere is None or self.isAncestorOf(elsewhere)
        self.hide()
        self.closed()
        if not inside and elsewhere is not None:
            elsewhere.setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self) -> None:
        """Hand over what was written; the box empties once it is recorded."""
        if not self.text.isReadOnly():
            self.text.setReadOnly(True)
            self._send(self.text.toPlainText(), self)

    def sent(self) -> None:
        """Be empty again: what was written is recorded."""
        self.text.setReadOnly(False)
        self.take_up()
        self.close_box()

    def refused(self) -> None:
        """Be open for more words: what was written is not recorded."""
        self.text.setReadOnly(False)


class ThreadView(Card):
    """One conversation: where it is about, every turn, and a reply."""

    def __init__(self, room: Room, thread: Thread, *, about: bool = True) -> None:
        super().__init__(margin=14)
        self.room, self.talk = room, thread
        self.setObjectName(f"thread:{thread.id}")
        self.body.setSpacing(6)
        words, tone = thread_state(thread.state)
        question = room.teller.question(thread.path)
        self.setAccessibleName(tr("Conversation on: {question}. {state}", question=question, state=words))
        head = QHBoxLayout()
        if about:
            head.addWidget(link(question, lambda: room.go(thread.path)), 1)
        else:
            head.addStretch(1)
        head.addWidget(Pill(words, tone), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        for turn in thread.messages:
            self.body.addWidget(Line())
            who = Scaled(room.teller.name(turn.author), 0.9, bold=True)
            said_by = QHBoxLayout()
            said_by.addWidget(who)
            said_by.addWidget(Caption(day_of(turn.at)), 1)
            self.body.addLayout(said_by)
            self.body.addWidget(Paragraph(turn.text))
        self._acts(question)

    def _acts(self, question: str) -> None:
        thread, room = self.talk, self.room
        self.reply_button = button(tr("Reply"), self._write, name=tr("Reply on: {question}", question=question))
        self.resolve_button = button(
            tr("Resolve"),
            lambda: room.resolve(thread.id),
            kind="quiet",
            name=tr("Resolve: {question}", question=question),
            tip=tr("What was asked has been answered"),
        )
        self.body.addLayout(button_row(self.reply_button, self.resolve_button))
        self.resolve_button.setHidden(not room.reviewing or thread.state == "resolved")
        self.composer: Composer | None = None
        if room.scraps.kept(self._scrap()):
            self._box().take_up()

    def _scrap(self) -> str:
        return f"reply.{self.talk.id}"

    def _box(self) -> Composer:
        """Return the box for a reply, which stands here from now on."""
        if self.composer is None:
            self.composer = Composer(
                tr("Your reply"),
                tr("Send the reply"),
                lambda text, box: self.room.reply(self.talk.id, text, box),
                self.room.scraps,
                self._scrap(),
            )
            self.composer.closed = self._written
            self.body.addWidget(self.composer)
        self.reply_button.hide()
        return self.composer

    def _write(self) -> None:
        self._box().open_box()

    def _written(self) -> None:
        self.reply_button.show()
        self.reply_button.setFocus(Qt.FocusReason.OtherFocusReason)
