"""What stands beside the reading: how far it is, what still stands, what changed, and every conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hsb_assess.instrument.schema import Stream
from hsb_assess.record.taken import follows, own_answers
from ui.form.scraps import KeptText
from ui.language import tr
from ui.pages.review.talk import ThreadView, clear
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.errors import link
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Hashable

    from hsb_assess.rules.finding import Finding
    from ui.pages.review.room import Room

__all__ = ["ChangedPanel", "ConversationsPanel", "StandingPanel", "TakenPanel", "other_modules"]

_FIRST: Final = 8


def other_modules(room: Room) -> tuple[str, ...]:
    """Return the sections that are asked now and are not required reading, in the form's order."""
    required, reading = set(room.required()), room.review.reading
    return tuple(
        module.id
        for module in reading.definition.modules
        if module.stream is not Stream.REVIEW
        and module.id.lower() not in required
        and reading.engine.visible(module.id)
    )


class _Panel(Card):
    """A card beside the reading that is filled anew whenever the review was read anew."""

    def __init__(self, room: Room, title: str) -> None:
        super().__init__(margin=16)
        self.room = room
        self.body.setSpacing(8)
        self.title = Heading(title, 3)
        self.body.addWidget(self.title)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(2)
        self.body.addLayout(self.lines)
        self.setAccessibleName(title)
        self._shows: Hashable = object()
        room.refreshed.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Show what there is now; leave alone what is shown already, for somebody may be writing in it."""
        now = self.shows()
        if now == self._shows:
            return
        self._shows = now
        focused = QApplication.focusWidget()
        writing = focused.name if isinstance(focused, KeptText) and self.isAncestorOf(focused) else ""
        clear(self.lines)
        for widget in self.widgets():
            self.lines.addWidget(widget)
            for box in widget.findChildren(KeptText):
                if writing and box.name == writing:
                    box.setFocus(Qt.FocusReason.OtherFocusReason)

    def shows(self) -> Hashable:
        """Return what the panel shows, to compare with what it showed."""
        return None

    def widgets(self) -> list[QWidget]:
        """Return what the panel shows."""
        return []


class StandingPanel(_Panel):
    """How far the reading is, and every finding that approval waits for, each with a way to mend it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, tr("What still stands"))
        self.setObjectName("standing")

    def shows(self) -> Hashable:
        """Return what was opened and what stands."""
        return self.room.opened(), self.room.review.waiting

    def widgets(self) -> list[QWidget]:
        """Return the progress and the findings."""
        room = self.room
        opened, required, others = room.opened(), room.required(), other_modules(room)
        made: list[QWidget] = [
            Paragraph(
                tr(
                    "{n} of {all} required parts opened, {m} of {rest} other sections",
                    n=sum(1 for code in required if code in opened),
                    all=len(required),
                    m=sum(1 for module in others if module in opened),
                    rest=len(others),
                )
            )
        ]
        waiting = room.review.waiting
        if not waiting:
            made.append(Paragraph(tr("Nothing stands in the way of approval.")))
        made.extend(self._line(finding) for finding in waiting)
        return made

    def _line(self, finding: Finding) -> QWidget:
        return link(self.room.finding_words(finding), lambda: self.room.go_to_finding(finding))


class ChangedPanel(_Panel):
    """The answers that are different since the submission before this one."""

    def __init__(self, room: Room) -> None:
        self._all = False
        super().__init__(room, tr("Changed since the last submission"))
        self.setObjectName("changed")

    def shows(self) -> Hashable:
        """Return the changed answers."""
        return self.room.review.changed, self._all

    def widgets(self) -> list[QWidget]:
        """Return a link for each answer that changed."""
        room = self.room
        definition = room.review.reading.definition
        paths = [
            path
            for path in room.review.changed
            if (item := definition.find(path)) is not None
            and item.is_question
            and definition.module(path).stream is not Stream.REVIEW
            and not path.startswith("things.")
        ]
        if not paths:
            return [Caption(tr("This is the first submission, or nothing changed."))]
        shown = paths if self._all else paths[:_FIRST]
        made: list[QWidget] = [link(room.teller.question(path), lambda path=path: room.go(path)) for path in shown]  # type: ignore[misc]  # a default of a lambda has no type
        if len(shown) < len(paths):
            made.append(button(tr("Show all {n}", n=len(paths)), self._show_all, kind="quiet"))
        return made

    def _show_all(self) -> None:
        self._all = True
        self.fill()


class TakenPanel(_Panel):
    """Of an assessment that follows another: which answers are those of last time, taken over and not asked again."""

    def __init__(self, room: Room) -> None:
        self._all = False
        super().__init__(room, tr("Taken over from last time"))
        self.setObjectName("taken")

    def shows(self) -> Hashable:
        """Return what was taken over, and of how many answers."""
        reading = self.room.review.reading
        self.setVisible(bool(follows(reading)))
        return tuple(self.room.taken), len(own_answers(reading)) if follows(reading) else 0, self._all

    def widgets(self) -> list[QWidget]:
        """Return the count, and a link to each answer."""
        room, reading = self.room, self.room.review.reading
        if not follows(reading):
            return []
        answered = own_answers(reading)
        paths = [path for path in answered if path in room.taken]
        if not paths:
            return [Caption(tr("Nothing: every answer was given anew for this assessment."))]
        made: list[QWidget] = [
            Paragraph(
                tr(
                    "{n} of {all} answers are those of an earlier assessment, taken over unchanged and not asked again.",
                    n=len(paths),
                    all=len(answered),
                )
            )
        ]
        shown = paths if self._all else paths[:_FIRST]
        made += [link(room.teller.question(path), lambda path=path: room.go(path)) for path in shown]  # type: ignore[misc]  # a default of a lambda has no type
        if len(shown) < len(paths):
            made.append(button(tr("Show all {n}", n=len(paths)), self._show_all, kind="quiet"))
        return made

    def _show_all(self) -> None:
        self._all = True
        self.fill()


class ConversationsPanel(_Panel):
    """Every conversation: the open ones first, the resolved ones on request."""

    def __init__(self, room: Room) -> None:
        self._resolved = False
        super().__init__(room, tr("Comments") if room.reviewing else tr("On your answers"))
        self.setObjectName("conversations")
        self.lines.setSpacing(8)

    def shows(self) -> Hashable:
        """Return the conversations."""
        return self.room.review.threads, self._resolved

    def widgets(self) -> list[QWidget]:
        """Return the conversations."""
        threads = self.room.threads()
        if not threads:
            words = (
                tr("No comments yet. Every answer on this page has a button to write one.")
                if self.room.reviewing
                else tr("The supervisor has written no comments.")
            )
            return [Caption(words)]
        live = [each for each in threads if each.state != "resolved"]
        shown = [*live, *([each for each in threads if each.state == "resolved"] if self._resolved else [])]
        made: list[QWidget] = [ThreadView(self.room, each) for each in shown]
        hidden = len(threads) - len(shown)
        if hidden:
            holder = QWidget()
            holder.setLayout(
                button_row(button(tr("Show resolved ones: {n}", n=hidden), self._show_resolved, kind="quiet"))
            )
            made.append(holder)
        return made

    def _show_resolved(self) -> None:
        self._resolved = True
        self.fill()
