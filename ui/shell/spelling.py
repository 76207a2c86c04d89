"""Spelling in a session: boxes are taken on as the keyboard comes to them, dictionaries start when somebody writes.

What was chosen, own words and the names of the case are read when the first text rests, on the thread that only reads; words
are looked up in a process of their own (``hsb_assess.desk.speller``). All of it is forgotten at the lock.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ui.language import tr
from ui.navigation import Target
from ui.widgets.fields import GrowingText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from hsb_assess.desk.speller import Speller
    from hsb_assess.desk.spelling import Known
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import PageContext
    from ui.shell.frame import Frame
    from ui.widgets.spelling import SpellMarks

__all__ = ["Spelling"]

_FAILED: Final = 0
NEXT_KEY: Final = "F7"
OFFER_KEY: Final = "Shift+F7"
MOST_WORDS: Final = 20_000
"""So many words are remembered as right or wrong; beyond, all are forgotten and asked again."""
SUGGEST_MS: Final = 1500
"""The longest that a menu waits for suggestions."""
NAMES_MS: Final = 15_000
"""Names of the case are read again this long after something changed in it, at the soonest."""


class Spelling(QObject):
    """The words of a session (:class:`ui.widgets.spelling.Words`) and the acts of the menu *Edit*."""

    _found = Signal(int, object)
    """The number of a question and its answer: nothing of a window is ever in the hands of the speller's thread."""

    def __init__(self, context: PageContext, frame: Frame) -> None:
        super().__init__(frame)
        self._context, self._frame = context, frame
        self._speller: Speller | None = None
        self._known: Known | None = None
        self._case: str | None = None
        self._stale = self._reading = self._again = self._broken = self._ended = False
        self._waiting: list[Callable[[], object]] = []
        self._questions: dict[int, Callable[[Any], object]] = {_FAILED: self._failed}
        self._number = _FAILED
        self._read_at = QElapsedTimer()
        self._right: set[str] = set()
        self._wrong: set[str] = set()
        self._meant: dict[str, tuple[str, ...]] = {}
        self._ignored: set[tuple[str | None, str, str]] = set()
        self._boxes: list[SpellMarks] = []
        self._here: SpellMarks | None = None
        self.next_action = self._action(tr("Next spelling mark"), NEXT_KEY, self.go_on)
        self.offer_action = self._action(tr("Other words for a spelling mark…"), OFFER_KEY, self.offer)
        self.settings_action = self._action(tr("Spelling in the settings"), "", self._settings)
        self.actions: tuple[QAction, ...] = (self.next_action, self.offer_action, self.settings_action)
        self._found.connect(self._answered, Qt.ConnectionType.QueuedConnection)
        context.operations.changed.connect(self._heard)
        context.appearance.changed.connect(self._paint_anew)
        application = QApplication.instance()
        if isinstance(application, QApplication) and not context.vault.only_read:
            application.focusChanged.connect(self._focused)

    def _action(self, words: str, keys: str, act: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: act())
        return action

    def stop(self) -> None:
        """End what knows the dictionaries; nothing is marked any more."""
        self._ended = True
        if self._speller is not None:
            self._speller.stop()
            self._speller = None
        self._questions.clear()

    # -- boxes -----------------------------------------------------------------------------------------------

    def _focused(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isinstance(now, GrowingText) or self._ended:
            return
        self._here = next((each for each in self._marks() if each.parent() is now), None)
        if self._here is None:
            from ui.widgets.spelling import SpellMarks

            self._here = SpellMarks(now, self)
            self._boxes.append(self._here)
            if now.window() is not self._frame.window():  # a dialog has no menus, so it has the keys itself
                for keys, act in ((NEXT_KEY, self.go_on), (OFFER_KEY, self.offer)):
                    QShortcut(QKeySequence(keys), now, act, context=Qt.ShortcutContext.WidgetShortcut)
        if self._speller is not None:
            self._here.rest.start()
        self._here.tell_count()

    def _marks(self) -> list[SpellMarks]:
        self._boxes = [each for each in self._boxes if isValid(each)]
        return self._boxes

    def _paint_anew(self) -> None:
        for each in self._marks():
            each.paint_anew()

    def _look_again(self) -> None:
        for each in self._marks():
            each.rest.start()

    def go_on(self) -> None:
        """Lead to the next word that is wrong in the text with the keyboard."""
        here = self._at_hand()
        if here is not None:
            here.go_on()

    def offer(self) -> None:
        """Offer other words for the one at the caret."""
        here = self._at_hand()
        if here is not None:
            here.offer()

    def _at_hand(self) -> SpellMarks | None:
        here = self._here
        box = here.parent() if here is not None and isValid(here) else None
        if here is None or not isinstance(box, GrowingText) or not box.isVisible():
            self.say(tr("Go into a text first; from there F7 leads to words that are in no dictionary."))
            return None
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        return here

    def _settings(self) -> None:
        self._context.navigate(Target("settings", part="spelling"))

    # -- what the boxes ask ----------------------------------------------------------------------------------

    def why_off(self) -> str:
        """Return why spelling is not looked at; until what was chosen is known, it is, and finds nothing yet."""
        if self._ended or self._broken:
            return tr("Spelling cannot be checked until the vault is opened again.")
        if self._known is not None and not self._known.chosen.on:
            return tr("Spelling is switched off; the settings switch it on.")
        return ""

    def is_awake(self) -> bool:
        """Say whether dictionaries were asked for."""
        return self._known is not None

    def verdict(self, word: str, box: GrowingText) -> bool | None:
        """Say whether a word is right in a box; ``None`` where that has to be asked."""
        known = self._known
        if known is None or self._case != self._frame.case:
            return None
        if known.has(word) or (self._case, box.accessibleName(), word) in self._ignored or word in self._right:
            return True
        if word not in self._wrong:
            return None
        if self._stale and self._read_at.hasExpired(NAMES_MS):  # it may be a name by now
            self._read()
        return False

    def ask(self, words: Sequence[str], done: Callable[[], object]) -> None:
        """Find out about words, and about what was chosen if that is not known yet."""
        if self._known is None or self._case != self._frame.case:
            self._waiting.append(done)
            self._read()
            return
        asked = tuple(dict.fromkeys(words))
        speller = self._dictionaries()
        if speller is not None:
            speller.check(asked, self._asks(partial(self._judged, asked, done)))

    def _asks(self, done: Callable[[Sequence[str]], object]) -> Callable[[Sequence[str]], None]:
        """Return what the speller's thread tells the answer for ``done``, which is called here."""
        self._number += 1
        number = self._number
        self._questions[number] = done
        return lambda answer: self._found.emit(number, answer)

    def _answered(self, number: int, answer: object) -> None:
        done = self._questions.pop(number, None)
        if done is not None and not self._ended:
            done(answer)

    def _judged(self, asked: Sequence[str], done: Callable[[], object], wrong: Sequence[str]) -> None:
        if len(self._right) + len(self._wrong) > MOST_WORDS:
            self._right.clear()
            self._wrong.clear()
        self._wrong.update(wrong)
        self._right.update(set(asked) - set(wrong))
        done()

    def suggest(self, word: str, done: Callable[[Sequence[str]], object]) -> None:
        """Find out what may have been meant; whoever waits is told nothing after a moment."""
        speller = self._dictionaries()
        if word in self._meant or speller is None:
            done(self._meant.get(word, ()))
            return
        late = QTimer(self)
        late.setSingleShot(True)

        def tell(meant: Sequence[str]) -> None:
            if late.isActive():
                late.stop()
                late.deleteLater()
                done(meant)

        def found(meant: Sequence[str]) -> None:
            if len(self._meant) > MOST_WORDS:
                self._meant.clear()
            self._meant[word] = tuple(meant)
            tell(meant)

        late.timeout.connect(lambda: done(()))
        late.start(SUGGEST_MS)
        speller.suggest(word, self._asks(found))

    def add(self, word: str) -> None:
        """Keep a word as one's own, with the case that is open."""
        from hsb_assess.desk import spelling

        def added(_change: Change) -> None:
            self._context.notices.done(
                tr("“{word}” counts as right from now on. The settings take it back.", word=word)
            )

        self._context.operations.run(spelling.add_word, word, self._frame.case, on_done=added, by=self)

    def ignore(self, word: str, box: GrowingText) -> None:
        """Let a word be in this text until the vault is locked."""
        self._ignored.add((self._case, box.accessibleName(), word))
        self._look_again()

    def say(self, text: str) -> None:
        """Tell it above the page."""
        self._context.notices.say(text)

    # -- what is known ---------------------------------------------------------------------------------------

    def _dictionaries(self) -> Speller | None:
        if self._ended or self._broken or self._known is None:
            return None
        from hsb_assess.desk import spelling

        languages = spelling.languages(self._known.chosen.languages, self._context.appearance.language)
        if self._speller is not None and self._speller.languages != languages:
            self._speller.stop()
            self._speller = None
            self._right.clear()
            self._wrong.clear()
            self._meant.clear()
            self._questions = {_FAILED: self._failed}
        if self._speller is None:
            from hsb_assess.desk.speller import Speller

            self._speller = Speller(languages, lambda error: self._found.emit(_FAILED, error))
        return self._speller

    def _failed(self, error: HsbAssessError) -> None:
        """Say once why nothing is marked any more."""
        self._broken = True
        self._context.notices.error(error)
        self._look_again()

    def _read(self) -> None:
        self._again = self._reading
        if self._reading or self._ended:
            return
        from hsb_assess.desk import spelling

        self._reading, case = True, self._frame.case
        self._context.operations.look(
            spelling.known, case, on_done=partial(self._knows, case), on_error=self._could_not_read
        )

    def _knows(self, case: str | None, known: Known) -> None:
        self._reading = self._stale = False
        self._known, self._case = known, case
        self._read_at.start()
        if self._again or case != self._frame.case:
            self._again = False
            self._read()
            return
        self._dictionaries()
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()
        self._look_again()

    def _could_not_read(self, error: HsbAssessError) -> None:
        """Mark nothing until the next text rests: whoever reads the page is told what is wrong with the vault."""
        del error
        self._reading = self._again = False
        self._waiting.clear()

    def _heard(self, change: Change, _by: object) -> None:
        if self._known is None:
            return
        if change.act in {"spelling_chosen", "spelling_words"}:
            self._read()
        elif change.case is not None and change.case == self._case:
            self._stale = True
            for each in self._marks():
                each.leave_exact_words()
