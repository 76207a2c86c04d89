"""The help page: topics at the side, a box to look for words, and the topic itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hsb_assess.desk.topics import KEYBOARD, found_in, topics
from ui.keys import page_act
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.help.reader import Reader
from ui.widgets.escaping import on_escape
from ui.widgets.fitting import FitsRoom, letters
from ui.widgets.partlist import Parts, Plain
from ui.widgets.text import Caption, Heading

if TYPE_CHECKING:
    from hsb_assess.desk.topics import Topic
    from ui.navigation import KeyLine

__all__ = ["HelpPage", "key_table"]

_WIDE: Final = 48
"""Width in letters of ordinary text below which the list of topics becomes a list to pull down."""
_REST: Final = 150


def key_table(lines: tuple[KeyLine, ...]) -> str:
    """Return every key as Markdown: a table for each menu and page that has some."""
    parts = []
    for menu in dict.fromkeys(line.menu for line in lines):
        rows = [f"| {tr('Act')} | {tr('Keys')} |", "| --- | --- |"]
        for line in lines:
            if line.menu == menu:
                keys = tr(" or ").join(line.keys)
                rows.append(f"| {_cell(line.words)} | {_cell(keys)} |")
        parts.append(f"## {menu}\n\n" + "\n".join(rows))
    return "\n\n".join(parts)


def _cell(words: str) -> str:
    """Return words that mean nothing to Markdown."""
    return "".join(f"\\{letter}" if letter in "\\|*_`<>[]#+-" else letter for letter in words)


class HelpPage(FitsRoom, Page):
    """``part`` names the topic to open at. Nothing here leaves the computer, and nothing is fetched."""

    def __init__(self, context: PageContext, *, part: str | None = None) -> None:
        super().__init__(context)
        self.heading = tr("Help")
        self._topics = {topic.name: topic for topic in topics()}
        self._shown = ""
        self.body.setSpacing(8)
        self.body.addWidget(Heading(tr("Help")))
        self.box = QLineEdit()
        self.box.setAccessibleName(tr("Words to look for in the help"))
        self.box.setPlaceholderText(tr("Look for a word in the help"))
        self.box.setClearButtonEnabled(True)
        self.body.addWidget(self.box)
        self.status = Caption("")
        self.status.hide()
        self.body.addWidget(self.status)
        self.parts = Parts(tr("Topics of the help"), tr("Topic of the help"), self)
        self.reader = Reader()
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.parts.box)
        middle.addWidget(self.reader, 1)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(self.parts.side)
        across.addLayout(middle, 1)
        self.body.addLayout(across, 1)
        self.parts.chosen.connect(self.show_topic)
        self.reader.wanted.connect(self.show_topic)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self.look)
        self.box.textChanged.connect(lambda _text: self._soon.start())
        self.box.returnPressed.connect(self._into)
        page_act(self, "find_topic", self._to_box)
        on_escape(self, self._escape)
        self._show_list(tuple(self._topics.values()))
        self.show_topic(part if part in self._topics else next(iter(self._topics)))

    def show_topic(self, name: str) -> None:
        """Show a topic from its beginning; what is looked for is marked in it."""
        topic = self._topics.get(name)
        if topic is None:
            return
        self._shown = name
        text = f"{topic.text}\n\n{key_table(self.context.keys())}" if name == KEYBOARD else topic.text
        self.reader.show_text(topic.title, text, self.box.text())
        self.parts.show_current(name)

    def look(self) -> None:
        """Show the topics that have every word in the box, and the first of them."""
        self._soon.stop()
        found = found_in(self.box.text())
        names = [topic.name for topic in found]
        self._show_list(found)
        if names and self._shown not in names:
            self.show_topic(names[0])
        elif self._shown:
            self.reader.mark(self.box.text())
        if not self.box.text().strip():
            words = ""
        elif not names:
            words = tr("No topic has these words. Try fewer of them.")
        else:
            words = tr("Topics with these words: {n}", n=len(names))
        self.status.setText(words)
        self.status.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.status, words))

    def _show_list(self, found: tuple[Topic, ...]) -> None:
        self.parts.show_parts([Plain(topic.name, topic.title) for topic in found], self._shown)

    def _into(self) -> None:
        self.look()
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_box(self) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.selectAll()

    def _escape(self) -> None:
        if self.box.hasFocus() and self.box.text():
            self.box.clear()
        else:
            self.context.back()

    def _fit(self) -> None:
        """Give the topic the room it needs."""
        self.parts.fit(listed=letters(self) >= _WIDE)

    def place(self) -> Target:
        """Return the topic that is shown."""
        return Target("help", part=self._shown)

    def show_target(self, target: Target) -> bool:
        """Show another topic."""
        if target.part is not None:
            self.box.setText("")
            self.look()
            self.show_topic(target.part)
        return True

    def first_focus(self) -> QWidget:
        """Start in the topic, where the arrow keys read on."""
        return self.reader
