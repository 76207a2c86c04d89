"""Beneath a line or a row: the conversations on it, and a box for a new one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import tr
from ui.pages.review.talk import Composer, ThreadView, clear
from ui.widgets.fields import choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.desk.reviewing import Thread
    from ui.form.labels import SmallButton
    from ui.pages.review.room import Room

__all__ = ["TalkBelow"]


class TalkBelow(QWidget):
    """The conversations on one answer and a box for a new one, shown on request.

    ``answers`` are the other answers of the same row, by path: the box then asks which one is meant.
    """

    def __init__(
        self,
        room: Room,
        path: str,
        button: SmallButton,
        question: str,
        answers: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self.room, self.path, self.button, self.question = room, path, button, question
        self.answers = answers
        self._filled: tuple[Thread, ...] = ()
        self.about = choice(list(answers.items()), path)
        self.about.setAccessibleName(tr("Which answer is it about?"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        self._threads = QVBoxLayout()
        body.addLayout(self._threads)
        self.composer: Composer | None = None
        self._body = body
        button.clicked.connect(lambda _checked=False: self.toggle())
        room.refreshed.connect(self.show_threads)
        self.about.activated.connect(self._about_another)
        self.hide()
        self.show_threads()
        self._take_up()

    def show_threads(self) -> None:
        """Say on the button how many conversations there are; show them if they are open."""
        count = len(self._threads_here())
        counted = tr("1 comment") if count == 1 else tr("{n} comments", n=count)
        words = counted if count else tr("Comment")
        self.button.setText(words)
        self.button.setAccessibleName(f"{words}: {self.question}")
        self.button.setHidden(not count and not self.room.reviewing)
        if not self.isHidden():
            self._fill()

    def _threads_here(self) -> tuple[Thread, ...]:
        paths = {self.path, *self.answers}
        return tuple(each for each in self.room.threads() if each.path in paths)

    def set_path(self, path: str, question: str) -> None:
        """Be about another answer."""
        if path != self.path:
            self.path, self.question = path, question
            self.hide()
            self.show_threads()
            self._take_up()

    def toggle(self) -> None:
        """Show the conversations and the box, or put them away."""
        if not self.isHidden():
            self.hide()
            return
        self.show()
        self._fill()
        if self.room.reviewing:
            self._write()

    def _fill(self) -> None:
        now = self._threads_here()
        if now == self._filled:
            return
        self._filled = now
        clear(self._threads)
        for thread in now:
            self._threads.addWidget(ThreadView(self.room, thread, about=bool(self.answers)))

    def _meant(self) -> str:
        """Return the path that a comment written here is about."""
        return self.about.currentData() or self.path

    def _scrap(self) -> str:
        return f"comment.{self._meant()}"

    def _take_up(self) -> None:
        """Show the box at once where a comment was begun and not sent."""
        kept = self.room.scraps.kept
        begun = next((path for path in (self.path, *self.answers) if path and kept(f"comment.{path}")), None)
        if begun is not None and self.room.reviewing:
            self.about.setCurrentIndex(self.about.findData(begun))
            self.show()
            self._fill()
            self._box().take_up(self._scrap())
            self._box().show()

    def _about_another(self) -> None:
        if self.composer is not None and self.composer.text.name != self._scrap():
            self.composer.text.move_to(self._scrap())

    def _box(self) -> Composer:
        """Return the box for a new comment, which stands here from now on."""
        if self.composer is None:
            self.composer = Composer(
                tr("What do you want to ask or say?"),
                tr("Add the comment"),
                lambda text, box: self.room.comment(self._meant(), text, box),
                self.room.scraps,
                self._scrap(),
            )
            self.composer.closed = self._closed
            if self.answers:
                self.composer.add_above(self.about)
            self._body.addWidget(self.composer)
        return self.composer

    def _write(self) -> None:
        box = self._box()
        box.take_up(self._scrap())
        box.open_box()

    def _closed(self) -> None:
        if not self._threads_here():
            self.hide()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
