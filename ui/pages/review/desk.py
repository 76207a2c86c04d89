"""The supervisor's desk: the parts to read, then the supervisor's own questions and the decision; the rest beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from hsb_assess.desk import assessing, reviewing
from hsb_assess.instrument.schema import Stream
from ui.form.form import Form
from ui.form.items import ItemList
from ui.form.model import FormModel
from ui.form.teller import day_of
from ui.form.words import said
from ui.language import tr
from ui.pages.review.asking import agencies_part
from ui.pages.review.child import child_part, grid_part, harm_part
from ui.pages.review.deciding import DecisionPanel
from ui.pages.review.judging import overrides_part
from ui.pages.review.keeper import ReviewKeeper
from ui.pages.review.part import Part
from ui.pages.review.sense import explanations_part, thread_part, unknowns_part
from ui.pages.review.sheet import sheet_part
from ui.pages.review.side import ChangedPanel, ConversationsPanel, StandingPanel, TakenPanel, other_modules
from ui.pages.review.statements import statements_part
from ui.widgets.cards import Card, Column
from ui.widgets.fitting import FitsRoom, letters
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.pages.review.room import Room

__all__ = ["Desk"]

_WIDE: Final = 58
"""Letters of width from which the panels stand beside the reading; below that they stand in it."""
_NOTES: Final = {"statements": "Counts as read when all three are opened to their source."}

_PARTS: Final[dict[str, Callable[[Room], QWidget]]] = {
    "child_five_lines": child_part,
    "grid_tonight": grid_part,
    "harm": harm_part,
    "explanations": explanations_part,
    "thread": thread_part,
    "unknowns": unknowns_part,
    "agencies": agencies_part,
    "overrides": overrides_part,
    "statements": statements_part,
}


class Desk(FitsRoom, QWidget):
    """One column to read from top to bottom, and a narrower one beside it that keeps count."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.parts: dict[str, Part] = {}
        self.current = ""
        self.column = Column(width=860)
        self.side = Column(width=420)
        self.side.setAccessibleName(tr("Beside the reading"))
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(16)
        self._across.addWidget(self.column, 2)
        self._across.addWidget(self.side, 1)
        self._head()
        self._reading()
        self._own()
        self.decision = DecisionPanel(room)
        self.column.body.addWidget(self.decision)
        self.column.body.addStretch(1)
        self.panels = (StandingPanel(room), TakenPanel(room), ChangedPanel(room), ConversationsPanel(room))
        for panel in self.panels:
            self.side.body.addWidget(panel)
        self.side.body.addStretch(1)
        room.refreshed.connect(self._refreshed)
        room.marked.connect(self._show_states)
        room.wanted_part.connect(self.open_part)
        room.own_question.connect(self.show_own)
        self._refreshed()

    # -- building --------------------------------------------------------------------------------------------

    def _head(self) -> None:
        self.title = Heading(tr("Review"))
        self.column.body.addWidget(self.title)
        self.summary = Caption("")
        self.column.body.addWidget(self.summary)

    def _reading(self) -> None:
        room, definition = self.room, self.room.review.reading.definition
        options = {code.code: said(code) for code in reviewing.required_reading(definition)}
        modules = {module.id.lower(): module.id for module in definition.modules}
        for code in room.required():
            build = _PARTS.get(code)
            if build is not None:
                self._part(code, options[code], build, tr(_NOTES[code]) if code in _NOTES else "")
        self.column.body.addWidget(Heading(tr("To be read in full"), 2))
        for code in room.required():
            if code in modules and code not in _PARTS:
                self._part(code, said(definition.module(modules[code]).title), _sheet(modules[code]))
        if options:
            self.column.body.addWidget(Heading(tr("The other sections"), 2))
        for module in other_modules(room):
            self._part(module, said(definition.module(module).title), _sheet(module))

    def _part(self, code: str, title: str, build: Callable[[Room], QWidget], note: str = "") -> None:
        part = Part(code, title, lambda: build(self.room), note=note)
        part.opened.connect(self._opened)
        self.parts[code] = part
        self.column.body.addWidget(part)

    def _own(self) -> None:
        room = self.room
        reading = assessing.reading(room.context.at, room.assessment)
        self.model = FormModel(
            reading,
            ReviewKeeper(room.page, room.assessment),
            self,
            may_write=self._may_write,
            wording=room.context.at.rules.wording.check,
        )
        self.form = Form(self.model, self)
        self.form.told.connect(self.room.context.notices.say)
        self.own_card = card = Card(margin=24)
        self.column.body.addWidget(card)
        module = next((each for each in reading.definition.modules if each.stream is Stream.REVIEW), None)
        if module is None:  # a form from elsewhere asks the supervisor nothing of its own
            card.hide()
            return
        card.setObjectName("own_questions")
        card.body.setSpacing(16)
        card.body.addWidget(Heading(said(module.title), 2))
        if module.intro is not None:
            card.body.addWidget(Caption(said(module.intro)))
        # What was read is marked by opening it, so it is not asked as a question.
        items = tuple(item for item in module.items if item.address != "M23.required_read")
        self.own = ItemList(self.form, module.id, items)
        card.body.addWidget(self.own)
        for draft in assessing.drafts(room.context.at, room.assessment):
            if self.model.definition.find(draft.key) is not None and isinstance(draft.body, dict):
                self.model.put_value(draft.key, draft.body.get("value"), cursor=draft.cursor)
        self.model.seal_all()

    def _may_write(self, path: str) -> bool:
        return self.room.reviewing and self.room.review.reading.definition.module(path).stream is Stream.REVIEW

    # -- reading ---------------------------------------------------------------------------------------------

    def _opened(self, code: str) -> None:
        self.current = code
        if code != "statements":
            self.room.mark(code)

    def _refreshed(self) -> None:
        submission = self.room.review.submission
        self.summary.setText(
            tr(
                "Submitted by {who}, {when}. Read each part; the app notes which ones you opened.",
                who=self.room.teller.name(submission.by),
                when=day_of(submission.at),
            )
        )
        self._show_states()

    def _show_states(self) -> None:
        """Say which parts were opened; a part says so in the moment in which it is."""
        opened, reopened = self.room.opened(), self.room.reopened()
        for code, part in self.parts.items():
            part.show_state(opened=code in opened, changed=code in reopened)

    def rebuild(self) -> None:
        """Make the parts that are shown anew: other answers came."""
        for part in self.parts.values():
            part.rebuild()

    def open_part(self, code: str) -> None:
        """Open a part, bring it into sight and give it the keyboard."""
        part = self.parts.get(code)
        if part is None:
            return
        part.open_part()
        part.header.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.column.ensureWidgetVisible(part.header, 0, 24)

    def show_own(self, path: str) -> None:
        """Go to one of the supervisor's own questions."""
        if path == "M23.required_read":
            unread = [code for code in self.room.required() if code not in self.room.opened()]
            if unread:
                self.open_part(unread[0])
            return
        field = self.form.fields.get(path)
        if field is not None:
            field.take_focus()
            self.column.ensureWidgetVisible(field, 0, 80)

    # -- room ------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Put the panels between the parts where there is little room beside them."""
        beside = letters(self) >= _WIDE
        if beside is not self.side.isHidden():
            return
        self.side.setVisible(beside)
        if beside:
            for at, panel in enumerate(self.panels):
                self.side.body.insertWidget(at, panel)
        else:
            *others, conversations = self.panels
            for at, panel in enumerate(others, 2):
                self.column.body.insertWidget(at, panel)
            self.column.body.insertWidget(self.column.body.indexOf(self.own_card), conversations)


def _sheet(module: str) -> Callable[[Room], QWidget]:
    return lambda room: sheet_part(room, module)
