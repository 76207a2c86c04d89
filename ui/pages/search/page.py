"""The search page: a box, where to look, and the hits as they come while somebody types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hsb_assess.desk import searching
from ui.keys import page_act
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.search.results import Results
from ui.widgets.assisted import WrittenLine
from ui.widgets.buttons import button
from ui.widgets.cards import Card, Column
from ui.widgets.escaping import on_escape
from ui.widgets.fields import choice
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from hsb_assess.desk.searching import Found, Line
    from hsb_assess.desk.workplace import Change

__all__ = ["SearchPage"]

_REST: Final = 150
"""Milliseconds after a key before something is looked for."""
_AGAIN: Final = 1000
"""Milliseconds after which it is looked again, while what was recorded last is still being read in."""
_HERE: Final = "case"
_ALL: Final = "all"


class _Box(WrittenLine):
    """A line to type in; Down goes to what was found."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave downwards."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class SearchPage(Page):
    """Looks in ``case``, if there is one, or in all; ``part`` is where and for what somebody looked before, in memory only."""

    def __init__(
        self, context: PageContext, *, case: str | None = None, part: str | None = None, cursor: int | None = None
    ) -> None:
        super().__init__(context)
        self.heading = tr("Search")
        self.case = case
        self.found: searching.Found | None = None
        self._asked = 0
        self._go_in: int | None = None
        self._noted: set[str] = set()
        where, _, words = (part or "").partition(":")
        self.body.setSpacing(8)
        self.body.addWidget(Heading(tr("Search")))
        bar = QHBoxLayout()
        self.box = _Box(words)
        self.box.setAccessibleName(tr("Words to look for"))
        self.box.setPlaceholderText(tr("A word, a name, a date"))
        self.box.setClearButtonEnabled(True)
        self.box.setMaxLength(20_000)
        self.where = choice([(_HERE, tr("This case only")), (_ALL, tr("All cases"))], where or _HERE)
        self.where.setAccessibleName(tr("Where to look"))
        if case is None:  # never *shown* before it has a parent: that would open a window for it
            self.where.hide()
        bar.addWidget(self.box, 1)
        bar.addWidget(self.where)
        self.body.addLayout(bar)
        self.status = Caption("")
        self.body.addWidget(self.status)
        self.results = Results()
        self.body.addWidget(self.results, 1)
        self.help = Card(margin=24)
        self.help_title, self.help_words = Heading("", 2), Paragraph("")
        self.all_button = button(tr("Look in all cases"), self._look_in_all)
        for part_of in (self.help_title, self.help_words):
            self.help.body.addWidget(part_of)
        self.help.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._help_column = Column(width=980)
        self._help_column.body.addWidget(self.help)
        self._help_column.body.addStretch(1)
        self.body.addWidget(self._help_column, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._listen()
        if words:
            self._go_in = cursor
            self.look()
        else:
            self._say_nothing_sought("empty")

    def _listen(self) -> None:
        self.box.textEdited.connect(lambda _text: self._soon.start(_REST))
        self.box.textChanged.connect(lambda text: None if text else self._soon.start(0))
        self.box.returnPressed.connect(self._enter)
        self.box.down.connect(self._into)
        self.where.currentIndexChanged.connect(lambda _at: self.look())
        self.results.opened.connect(self._open)
        self.results.left.connect(self._to_box)
        page_act(self, "look_again", self._to_box)
        on_escape(self, self._escape)

    # -- looking ---------------------------------------------------------------------------------------------

    def _case(self) -> str | None:
        return self.case if self.where.currentData() == _HERE else None

    def look(self) -> None:
        """Look for what stands in the box; its last word may go on until a space ends it."""
        self._soon.stop()
        self._asked += 1
        self.context.operations.look(
            searching.search,
            self.box.text(),
            case=self._case(),
            typing=True,
            on_done=partial(self._take, self._asked),
        )

    def _take(self, number: int, found: Found) -> None:
        if number != self._asked or not shiboken6.isValid(self):
            return  # something else was typed meanwhile, or the page was left
        again = self.found is not None and self.found.behind and self.results.at() > 0
        at = self.results.at()
        self.found = found
        if found.problem:
            self._say_nothing_sought(found.problem)
            return
        self._note()
        self.results.show_found(found)
        self._show_parts(hits=found.count > 0)
        if found.count:
            self._tell(self._count_words(found))
            if self._go_in is not None:
                self.results.go_to(self._go_in)
                self.results.setFocus(Qt.FocusReason.OtherFocusReason)
            elif again:
                self.results.go_to(at)
        else:
            self._say_nothing_found()
        self._go_in = None
        if found.behind and self._is_being_read_in():
            self._soon.start(_AGAIN)

    def _is_being_read_in(self) -> bool:
        return not self.context.vault.only_read and self.context.vault.older is None

    def _note(self) -> None:
        """Have the audit say, once a visit, that one case or all of them were looked through; never for what."""
        where = self._case()
        if (where or _ALL) not in self._noted:
            self._noted.add(where or _ALL)
            self.context.operations.read(searching.searched, where, on_done=lambda _nothing: None)

    # -- saying ----------------------------------------------------------------------------------------------

    def _count_words(self, found: Found) -> str:
        cases = len(found.groups)
        if found.more:
            words = tr("There are more than {n}; the newest {n} are shown.", n=found.count)
        elif found.count == 1:
            words = tr("1 found.")
        elif cases == 1:
            words = tr("{n} found in one case.", n=found.count)
        else:
            words = tr("{n} found in {cases} cases.", n=found.count, cases=cases)
        return f"{words} {self._behind_words(found)}".strip()

    def _behind_words(self, found: Found) -> str:
        if not found.behind:
            return ""
        if self._is_being_read_in():
            return tr("What was recorded last is still being read in.")
        return tr("What was recorded last may be missing: nothing is written in this vault now, its index neither.")

    def _say_nothing_sought(self, problem: str) -> None:
        self.results.show_found(searching.Found())
        self._show_parts(hits=False)
        words = tr(searching.PROBLEMS[problem]) if problem != "empty" else ""
        self._help(
            tr("Nothing to look for yet") if problem != "empty" else tr("Look through what was recorded"),
            f"{words} {self._rules()}".strip(),
        )
        self._tell(words)
        self.all_button.hide()

    def _say_nothing_found(self) -> None:
        found = self.found
        self._help(
            tr("Nothing found"),
            tr(
                "All the words have to stand in one answer or its question. Try fewer of them, or the beginning of one with * behind it."
            ),
        )
        self.all_button.setVisible(self._case() is not None)
        self._tell(f"{tr('Nothing found.')} {self._behind_words(found) if found is not None else ''}".strip())

    @staticmethod
    def _rules() -> str:
        return tr(
            "Answers, reasons, people, evidence, events and comments are looked through, as they stand now. "
            "All words have to be there. “In quotes” they have to follow each other, -word must not be there, "
            "and word* is a beginning, as the last word is until a space ends it. What you look for is kept nowhere."
        )

    def _help(self, title: str, words: str) -> None:
        self.help_title.setText(title)
        self.help_words.setText(words)

    def _show_parts(self, *, hits: bool) -> None:
        self.results.setVisible(hits)
        self.help.setVisible(not hits)
        self._help_column.setVisible(not hits)

    def _tell(self, words: str) -> None:
        """Show a line, and have a screen reader say it without taking the focus."""
        self.status.setText(words)
        self.status.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.status, words))

    # -- going -----------------------------------------------------------------------------------------------

    def _enter(self) -> None:
        """Look for what was typed by now, and go to the first hit."""
        self._go_in = 0
        self.look()

    def _into(self) -> None:
        if self.results.isVisibleTo(self):
            self.results.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_box(self) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.selectAll()

    def _escape(self) -> None:
        if self.results.hasFocus():
            self._to_box()
        else:
            self.context.back()

    def _look_in_all(self) -> None:
        self.where.setCurrentIndex(self.where.findData(_ALL))
        self._to_box()

    def _open(self, line: Line) -> None:
        hit = line.hit
        self.context.navigate(
            Target(
                hit.page,
                case=hit.case,
                assessment=hit.assessment or None,
                path=hit.path or None,
            )
        )

    # -- what the shell asks ---------------------------------------------------------------------------------

    def place(self) -> Target:
        """Return where and for what somebody looks, for the way back; the shell keeps the words nowhere else."""
        part = f"{self.where.currentData()}:{self.box.text()}" if self.box.text() else None
        at = self.results.at() if self.results.isVisibleTo(self) else -1
        return Target("search", case=self.case, part=part, cursor=at if at >= 0 else None)

    def show_target(self, target: Target) -> bool:
        """Start a new search: go to the box."""
        if target.part is not None:
            return False
        self._to_box()
        return True

    def first_focus(self) -> QWidget:
        """Start at the box."""
        return self.box

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Look again once what changed is indexed."""
        del change, mine
        if self.box.text():
            self._soon.start(_AGAIN)
