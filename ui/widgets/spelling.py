"""Spelling in one text box: wavy lines under words that no dictionary knows, and a menu that offers others.

Nothing happens at a key: a timer of Qt's own is started, and when writing has rested the part that can be seen is looked at. A
word that is being typed is left alone until the caret has left it. Nothing is ever changed but by somebody's choice.
"""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QColor,
    QContextMenuEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from hsb_assess.spelling.words import Token, flat, tokens
from ui.language import tr
from ui.theme.style import tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.widgets.fields import GrowingText

__all__ = ["SpellMarks", "Words"]

SPELLING: Final = "spelling"
REST_MS: Final = 400
WHOLE: Final = 4000
"""A text no longer than this is looked at as a whole; of a longer one what can be seen."""
MOST: Final = 1000
"""So many words are looked at, at once."""
MOST_MARKS: Final = 200


class Words(Protocol):
    """What knows the words: the dictionaries, one's own, and the names of the case. Answers come on the UI thread."""

    def why_off(self) -> str:
        """Return why spelling is not looked at, empty where it is."""

    def is_awake(self) -> bool:
        """Say whether dictionaries were asked for: nothing is, until somebody writes or asks for the next mark."""

    def verdict(self, word: str, box: GrowingText) -> bool | None:
        """Say whether a word is right in a box; ``None`` where that has to be asked."""

    def ask(self, words: Sequence[str], done: Callable[[], object]) -> None:
        """Find out about words; then there is a verdict, and ``done`` is called. Without dictionaries nothing is."""

    def suggest(self, word: str, done: Callable[[Sequence[str]], object]) -> None:
        """Find out what may have been meant, and call ``done`` with it, in a moment at most."""

    def add(self, word: str) -> None:
        """Let a word count as right from now on."""

    def ignore(self, word: str, box: GrowingText) -> None:
        """Let a word count as right in this box until the vault is locked."""

    def say(self, text: str) -> None:
        """Tell a person something."""


class SpellMarks(QObject):
    """Marks one box for as long as it lives."""

    def __init__(self, box: GrowingText, words: Words) -> None:
        super().__init__(box)
        self._box, self._words = box, words
        self._led_to = -1
        """Where the word begins to which somebody was led: it is marked although the caret is in it."""
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST_MS)
        self.rest.timeout.connect(self.look)
        self._unwritten = box.document().revision()
        """As long as nobody has written anywhere: the state of the text in which the keyboard came to it."""
        # To the timer itself: between these signals and it there is no Python at a key.
        box.textChanged.connect(self.rest.start)
        box.cursorPositionChanged.connect(self.rest.start)
        box.verticalScrollBar().valueChanged.connect(lambda _value: self.rest.start())
        box.left.connect(self._left)
        box.exact_changed.connect(self.leave_exact_words)
        box.menu = self._context_menu

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that are marked, in their order."""
        return tuple(cursor.selectedText() for cursor in self._box.marks(SPELLING))

    def may_mark(self) -> bool:
        """Say whether this is a text whose spelling is anybody's business."""
        return not self._words.why_off() and not self._box.isReadOnly() and not self._box.is_exact()

    # -- marking ---------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Look at what can be seen, and mark it."""
        self.rest.stop()
        if not self._words.is_awake() and self._box.document().revision() == self._unwritten:
            return
        if not self.may_mark():
            self._show(())
            return
        box = self._box
        text = flat(box.toPlainText())
        caret = box.textCursor().position() if box.hasFocus() else -1
        kept = {cursor.selectionStart() for cursor in self._box.marks(SPELLING)} | {self._led_to}
        wrong: list[Token] = []
        unknown: list[str] = []
        for token in islice(tokens(text, *self._seen(len(text))), MOST):
            verdict = self._words.verdict(token.word, box)
            being_typed = token.start <= caret <= token.end and token.start not in kept
            if verdict is None:
                unknown.append(token.word)
            elif not verdict and not being_typed:
                wrong.append(token)
        self._show(wrong[:MOST_MARKS])
        if unknown:
            self._words.ask(unknown, self._answered)

    def leave_exact_words(self) -> None:
        """Take the marks off what was just said to be somebody's exact words."""
        if not self.may_mark():
            self._show(())

    def _left(self) -> None:
        """Look at the last word, too, which may have been written a moment ago."""
        if self._words.is_awake():
            self.rest.start()

    def _answered(self) -> None:
        if isValid(self):
            self.look()

    def _seen(self, length: int) -> tuple[int, int]:
        if length <= WHOLE:
            return 0, length
        seen = self._box.viewport().rect()
        first = self._box.cursorForPosition(seen.topLeft()).position()
        last = self._box.cursorForPosition(QPoint(seen.right(), seen.bottom())).position()
        return first, last

    def _show(self, wrong: Sequence[Token]) -> None:
        if not wrong and not self._box.marks(SPELLING):
            return
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(tokens_of(self._box).bad.ink))
        self._box.mark(SPELLING, [(token.start, token.end) for token in wrong], form)

    def paint_anew(self) -> None:
        """Take the colours of the theme."""
        if self._box.marks(SPELLING):
            self.look()

    def _at(self, token: Token) -> QTextCursor:
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(token.start)
        cursor.setPosition(token.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # -- going from mark to mark -----------------------------------------------------------------------------

    def go_on(self) -> None:
        """Select the next word that is wrong, from the caret on and then from the beginning."""
        if self._says_why_not():
            return
        here = self._box.textCursor().selectionEnd()
        self._walk(here, None, here, self._lead_to)

    def _says_why_not(self) -> bool:
        if self.may_mark():
            return False
        if why := self._words.why_off():
            self._words.say(why)
        elif self._box.is_exact():
            self._words.say(tr("These are exact words: their spelling is left as it was said."))
        else:
            self._words.say(tr("This text can only be read here."))
        return True

    def _walk(self, start: int, end: int | None, home: int, found: Callable[[Token], object]) -> None:
        """Look from ``start`` on for a word for ``found``; what is not known yet is asked first.

        At the end begin anew, once, up to ``home``.
        """
        if not isValid(self):
            return
        text = flat(self._box.toPlainText())
        unknown: list[str] = []
        at = start
        for token in islice(tokens(text, start, end), MOST):
            verdict = self._words.verdict(token.word, self._box)
            if verdict is None:
                unknown.append(token.word)
            elif not verdict and not unknown and token.start >= start:
                found(token)
                return
            if not unknown:
                at = token.end
        if unknown:
            self._words.ask(unknown, partial(self._walk, at, end, home, found))
        elif at > start:
            self._walk(at, end, home, found)
        elif end is None and home > 0:
            self._walk(0, home, home, found)
        else:
            self._words.say(tr("There is no spelling mark in this text."))

    def _lead_to(self, token: Token) -> None:
        self._select(token)
        self._words.suggest(token.word, partial(self._tell, token.word))

    def _select(self, token: Token) -> None:
        self._led_to = token.start
        self._box.setTextCursor(self._at(token))
        self._box.ensureCursorVisible()
        self.look()

    def tell_count(self) -> None:
        """Have a screen reader say how many words are marked in the text that the keyboard has come to."""
        if count := len(self._box.marks(SPELLING)):
            words = tr("Spelling marks in this text: {n}. F7 leads to them.", n=count)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._box, words))

    def _tell(self, word: str, meant: Sequence[str]) -> None:
        """Have a screen reader say which word it is and what may have been meant."""
        if not isValid(self):
            return
        words = tr("“{word}” is in no dictionary. Shift+F7 offers other words.", word=word)
        if meant:
            words = tr("“{word}” is in no dictionary. Perhaps: {words}.", word=word, words=", ".join(meant))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._box, words))

    # -- offering --------------------------------------------------------------------------------------------

    def offer(self) -> None:
        """Offer other words for the one at the caret, or lead to the next one that is wrong and offer for that."""
        if self._says_why_not():
            return
        here = self._box.textCursor().selectionEnd()
        token = self._wrong_at(here)
        if token is not None:
            self._offer_for(token)
        else:
            self._walk(here, None, here, self._offer_for)

    def _offer_for(self, token: Token) -> None:
        self._select(token)
        beginning = QTextCursor(self._box.document())
        beginning.setPosition(token.start)
        where = self._box.viewport().mapToGlobal(self._box.cursorRect(beginning).bottomLeft())
        self._words.suggest(token.word, partial(self._open, token, where, False))  # noqa: FBT003 (the last of three)

    def _context_menu(self, event: QContextMenuEvent) -> bool:
        """Open a menu with other words first, where the place is one of a wrong word."""
        if not self.may_mark():
            return False
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cursor = self._box.cursorForPosition(event.pos()) if by_mouse else self._box.textCursor()
        token = self._wrong_at(cursor.position())
        if token is None:
            return False
        where = QPoint(event.globalPos())
        self._words.suggest(token.word, partial(self._open, token, where, True))  # noqa: FBT003 (as above)
        return True

    def _wrong_at(self, place: int) -> Token | None:
        """Return the wrong word at a place of the text."""
        text = flat(self._box.toPlainText())
        for token in tokens(text, max(0, place - 1), place + 1):
            if token.start <= place <= token.end and self._words.verdict(token.word, self._box) is False:
                return token
        return None

    def _open(self, token: Token, where: QPoint, whole: bool, meant: Sequence[str]) -> None:  # noqa: FBT001 (whether Cut, Copy and Paste follow)
        if not isValid(self) or self._wrong_at(token.end) != token:
            return  # it was written on meanwhile
        menu = self._box.createStandardContextMenu() if whole else QMenu(self._box)
        menu.setAccessibleName(tr("Spelling of “{word}”", word=token.word))
        first = next(iter(menu.actions()), None)
        made = [self._action(menu, word.replace("&", "&&"), partial(self._replace, token, word)) for word in meant]
        if not made:
            none = QAction(tr("No other word is near it"), menu)
            none.setEnabled(False)
            made.append(none)
        line = QAction(menu)
        line.setSeparator(True)
        made += [
            line,
            self._action(menu, tr("Add to own words"), partial(self._words.add, token.word)),
            self._action(menu, tr("Ignore here"), partial(self._words.ignore, token.word, self._box)),
        ]
        if first is not None:
            end = QAction(menu)
            end.setSeparator(True)
            made.append(end)
        menu.insertActions(first, made)  # type: ignore[arg-type]  # none means: at the end
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
        menu.setActiveAction(next(each for each in made if each.isEnabled() and not each.isSeparator()))
        self._tell(token.word, meant)

    @staticmethod
    def _action(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
        action = QAction(words, menu)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _replace(self, token: Token, word: str) -> None:
        """Write another word in place of one, in one step that Ctrl+Z takes back."""
        if self._wrong_at(token.end) != token or not self.may_mark():
            return
        cursor = self._at(token)
        fit = word.replace("'", "\u2019") if "\u2019" in cursor.selectedText() else word
        cursor.beginEditBlock()
        cursor.insertText(fit)
        cursor.endEditBlock()
        self._led_to = -1
        self._box.setTextCursor(cursor)
