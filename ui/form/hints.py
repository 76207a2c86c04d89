"""Beside a text: the words in it that label, blame or imply consent, what to write instead and why. Never rewrites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QSizePolicy, QWidget

from hsb_assess.instrument.paths import parent_row
from hsb_assess.instrument.schema import ItemType
from ui.form.labels import plain
from ui.language import tr
from ui.theme.style import tokens_of
from ui.widgets.card import Card
from ui.widgets.fields import GrowingText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hsb_assess.instrument.schema import Item
    from hsb_assess.rules.language import Flag
    from ui.form.editor import Editor
    from ui.form.model import FormModel

__all__ = ["HintLine", "WordHints", "asks_for_own_words", "is_quoted", "words_of"]

REST: Final = 150
"""Milliseconds of rest before a text is looked at."""
MOST: Final = 4
"""So many words are told at one text; the others are counted."""
_WRITTEN: Final = frozenset({ItemType.TEXT, ItemType.LONGTEXT})


def asks_for_own_words(item: Item) -> bool:
    """Say whether a question takes the writer's own words: exact quotes and titles of the law are not."""
    return item.type in _WRITTEN and not item.verbatim and not item.legal


def is_quoted(model: FormModel, path: str) -> bool:
    """Say whether a text is somebody's exact words: the *what* of an event or evidence item that says so."""
    row = parent_row(path)
    if row is None or path != f"{row}.what":
        return False
    category = model.answer(f"{row}.category").value
    return model.answer(f"{row}.verbatim").value == "yes" or category == "child_words"


def words_of(flags: Sequence[Flag]) -> str:
    """Return what is said of flagged words, each once: the words, what to write instead, why."""
    told: dict[str, Flag] = {}
    for flag in flags:
        told.setdefault(flag.words.lower(), flag)
    lines = []
    for flag in list(told.values())[:MOST]:
        instead = tr("; or ").join(flag.alternatives)
        line = tr("“{words}”: perhaps {instead}. {why}", words=flag.words, instead=instead, why=flag.why)
        lines.append(line if flag.verified else f"{line} {tr('(To be verified by a practitioner.)')}")
    if len(told) > MOST:
        lines.append(tr("And {more} more.", more=len(told) - MOST))
    return "\n".join(lines)


class HintLine(Card):
    """A quiet note that the keyboard reaches and a screen reader reads; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(tone="information", margin=8)
        self.said = plain("")
        self.body.addWidget(self.said)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def say(self, words: str) -> None:
        """Say ``words``; none hides the note."""
        if words == self.said.text():
            return
        self.said.setText(words)
        self.setAccessibleName(tr("Words to look at. {words}", words=words) if words else "")
        self.setVisible(bool(words))


class WordHints:
    """Looks at one text when it has rested; underlines with dashes (spelling has waves), and tells ``show`` what to say."""

    def __init__(
        self, owner: QWidget, editor: Editor, check: Callable[[str], Sequence[Flag]], show: Callable[[str], None]
    ) -> None:
        self._editor, self._check, self._show = editor, check, show
        self.exempt: Callable[[], bool] = lambda: False
        self._rest = QTimer(owner)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.look)

    def soon(self) -> None:
        """Look when the text has rested."""
        self._rest.start()

    def is_due(self) -> bool:
        """Say whether a text was written that has not been looked at yet."""
        return self._rest.isActive()

    def look(self) -> None:
        """Look now."""
        value = self._editor.value()
        flags = self._check(value) if isinstance(value, str) and not self.exempt() else ()
        self._underline(flags)
        self._show(words_of(flags))

    def _underline(self, flags: Sequence[Flag]) -> None:
        box = self._editor.widget
        if not isinstance(box, GrowingText):
            return
        text = box.toPlainText()
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        form.setUnderlineColor(QColor(tokens_of(box).tone("information").ink))
        box.mark("hints", [(_units(text, flag.start), _units(text, flag.end)) for flag in flags], form)


def _units(text: str, place: int) -> int:
    """Return a place in a text as Qt counts it: a letter beyond the basic plane is two."""
    return place + sum(letter > "\uffff" for letter in text[:place])
