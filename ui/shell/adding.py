"""Adding to the chronology from anywhere: a small panel above the page, which stays as it is and loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.language import tr
from ui.navigation import Page

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from hsb_assess.desk.workplace import Workplace
    from ui.form.casebook import CaseBook
    from ui.form.newthing import NewThing
    from ui.navigation import PageContext
    from ui.shell.frame import Frame

__all__ = ["AddEvent"]

_KEYS: Final = "Ctrl+Shift+E"
_SCRAP: Final = "new.event@case"
_SHARE: Final = 0.6
"""The part of the window's height that the panel takes at most; beyond it the panel scrolls."""
_AROUND: Final = 20


class AddEvent:
    """The act and its panel. ``action`` stands in a menu; it can be used while a case is open."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.panel: EventPanel | None = None
        """The panel of the open case, on screen or put away with what is written in it."""
        self._returns: QWidget | None = None
        self.action = QAction(tr("Add to the chronology"), frame)
        self.action.setShortcut(QKeySequence(_KEYS))
        self.action.triggered.connect(lambda _checked=False: self.open())
        self.action.setEnabled(False)
        frame.navigator.moved.connect(lambda _target: self._moved())

    def _moved(self) -> None:
        """Keep the panel while the same case is open; let it go, with its words kept, when another one is."""
        case = self._frame.case
        self.action.setEnabled(case is not None)
        panel = self.panel
        if panel is not None and case != panel.case:
            self.panel = None
            panel.seal()
            self._frame.show_panel(None)
            # Only after all that it asked for is done: what was added is then no longer kept as not added.
            panel.context.operations.read(_reach, on_done=lambda _nothing: panel.deleteLater())

    def open(self) -> None:
        """Show the panel and give it the keyboard; where it is open, go into it."""
        from hsb_assess.desk import assessing
        from ui.form.casebook import case_book

        context, case = self._frame.context, self._frame.case
        if context is None or case is None:
            return
        if self.panel is not None and not self.panel.isHidden():
            self.panel.take_focus()
            return
        book = case_book(context, case, self._frame.assessment)
        if book is None:
            context.notices.say(tr("Start an assessment in this case first; then events can be added from anywhere."))
            return
        if not book.may_write:
            context.notices.say(tr("Nothing can be added to this chronology here: it can be read."))
            return
        self._returns = QApplication.focusWidget()
        if self.panel is None:
            self.panel = EventPanel(context, book, self)
        else:
            self.panel.model.replace_reading(assessing.reading(context.at, book.assessment))
        self._frame.show_panel(self.panel)
        self.panel.take_focus()

    def put_away(self) -> None:
        """Hide the panel; what is written in it and not added is kept and offered again."""
        if self.panel is None or self.panel.isHidden():
            return
        self.panel.seal()
        back = self._returns
        target = back if back is not None and shiboken6.isValid(back) and back.isVisible() else self._frame.page_start()
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._frame.show_panel(None)

    def seal(self) -> None:
        """Hand over what is being typed: the app is being locked."""
        if self.panel is not None:
            self.panel.seal()


def _reach(_at: Workplace) -> None:
    """Do nothing, after everything that was asked for before."""


class EventPanel(Page):
    """Asks for one event of one case. Escape puts it away and keeps the words; *Cancel* throws them away."""

    def __init__(self, context: PageContext, book: CaseBook, owner: AddEvent) -> None:
        super().__init__(context)
        from ui.form.keeper import DeskKeeper
        from ui.form.model import FormModel
        from ui.form.newthing import NewThing
        from ui.form.scraps import Scraps
        from ui.widgets.cards import Column
        from ui.widgets.text import Caption, Heading

        self.case, self._owner = book.case, owner
        self.setAccessibleName(tr("Add to the chronology"))
        self.body.setContentsMargins(28, 8, 28, 0)
        self.model = FormModel(
            book.reading,
            DeskKeeper(self, book.case, book.assessment),
            self,
            scraps=Scraps(self, book.assessment),
            wording=context.at.rules.wording.check,
        )
        self.column = Column(width=880)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(Heading(tr("Add to the chronology"), 2))
        inner.addWidget(
            Caption(
                tr(
                    "The page below stays as it is. Escape puts this away and keeps what is written; Ctrl+Shift+E brings it back."
                )
            )
        )
        group = self.model.definition.group_for_kind("event")
        assert group is not None
        self.new: NewThing = NewThing(group, self.model, "event", scrap=_SCRAP)
        self.new.made = self._made
        self.new.closed = self.new.escaped = owner.put_away
        inner.addWidget(self.new)
        self.column.body.addWidget(holder)
        self.column.body.setContentsMargins(0, 0, 0, 8)
        self.body.addWidget(self.column)
        self._window = 0
        if (content := self.column.widget()) is not None:
            content.installEventFilter(self)

    def take_focus(self) -> None:
        """Show what was begun, and give the keyboard to the first question that is open."""
        if self.new.isHidden():
            self.new.start()
        elif (focused := QApplication.focusWidget()) is None or not self.isAncestorOf(focused):
            self.new.editors[self.new.asked[0].id].first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, _event: str) -> None:
        self.context.notices.done(tr("Added to the chronology."))

    def seal(self) -> None:
        """Keep what is written and not added."""
        self.model.seal_all()

    def fit(self, window: int) -> None:
        """Be as high as what is asked, and leave the greater part of a window of that height to the page."""
        self._window = window
        content = self.column.widget()
        if content is None:
            return
        width = self.column.viewport().width()
        wanted = content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
        self.setFixedHeight(min(wanted + _AROUND, round(window * _SHARE)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with what is asked."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.column.widget():
            QTimer.singleShot(0, self, lambda: self.fit(self._window))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape put the panel away."""
        if event.key() == Qt.Key.Key_Escape:
            self._owner.put_away()
        else:
            super().keyPressEvent(event)
