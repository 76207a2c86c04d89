"""The command palette (Ctrl+K): whatever somebody means, from its first letters; wiped when it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.language import tr
from ui.navigation import Target
from ui.settingsparts import settings_parts
from ui.shell.menus import NEAR, bare, keys_of
from ui.shell.palettelist import PaletteList, line_words
from ui.shell.sidebar import page_words
from ui.theme.style import tokens_of
from ui.widgets.assisted import WrittenLine
from ui.widgets.cards import Card
from ui.widgets.text import Caption

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction, QMouseEvent

    from hsb_assess.desk.matching import Line, Matcher
    from ui.shell.session import Session

__all__ = ["Palette"]

_REST: Final = 150
"""Milliseconds after a key before answers are looked for in the vault, and before a screen reader is told."""
_LEAST: Final = 2
"""Letters from which on answers are looked for."""
_WIDTH: Final = 46
"""Letters of ordinary text that the palette is wide."""
_SHADE: Final = 150
_MARGIN: Final = 16
_GAP: Final = 8


class _Box(WrittenLine):
    """A line to type in; the keys that move in the list below are told, and Tab leads nowhere else."""

    moved = Signal(int)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Take Tab as a step in the list: there is nothing else to go to."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 8,
                Qt.Key.Key_PageUp: -8,
                Qt.Key.Key_Tab: 1,
                Qt.Key.Key_Backtab: -1,
            }
            key = Qt.Key(event.key())
            if key in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.moved.emit(steps[key])
                return True
            if key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().event(event)


class Palette(QWidget):
    """Lies over the window while it is open. ``acts`` gives the entries of the menus with the names of their menus."""

    def __init__(
        self, session: Session, window: QWidget, acts: Callable[[], Iterable[tuple[str, QAction]]] = tuple
    ) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._acts_now = acts
        self._actions: list[QAction] = []
        self._matcher: Matcher | None = None
        self._answers: tuple[Line, ...] = ()
        self._before: QWidget | None = None
        self._number = 0
        self._noted = False
        self.setAccessibleName(tr("Find anything"))
        self.card = Card(self, margin=_MARGIN)
        self.card.body.setSpacing(_GAP)
        self.box = _Box()
        self.box.setPlaceholderText(tr("A child, a page, a question, an act, a word"))
        self.box.setAccessibleName(tr("Find anything"))
        self.box.setAccessibleDescription(
            tr("Type the beginning of what you want. Up and Down choose, Enter opens, Escape goes back.")
        )
        self.box.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )  # no keyboard on screen learns a name here
        self.box.setMaxLength(200)
        self.list = PaletteList()
        self.status = Caption("")
        column: QVBoxLayout = self.card.body
        for part in (self.box, self.list, self.status):
            column.addWidget(part)
        self.box.textEdited.connect(self._typed)
        self.box.moved.connect(self._move)
        self.box.returnPressed.connect(self.choose)
        self.box.left.connect(self.close_palette)
        self.list.taken.connect(self.choose)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self._rested)
        self.hide()
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    # -- opening and closing ---------------------------------------------------------------------------------

    def open(self) -> None:
        """Show the palette with the pages and acts, and read in what else there is meanwhile."""
        from hsb_assess.desk import finding
        from hsb_assess.desk.matching import Matcher

        if self.isVisible():
            self.close_palette()
            return
        self._before = self._window.focusWidget()
        self._number += 1
        number = self._number
        self._matcher = Matcher(self._acts())
        self._place()
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

        def take(lines: tuple[Line, ...]) -> None:
            if isValid(self) and number == self._number and self._matcher is not None:
                self._matcher.add(lines)
                self._show()

        self._session.operations.look(finding.everything, self._session.frame.assessment, on_done=take)

    def close_palette(self) -> None:
        """Give the keyboard back to where it was, and forget everything."""
        before = self._before
        self.wipe()
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Forget what was typed and found."""
        self._soon.stop()
        self._number += 1
        self.box.setText("")
        self._matcher, self._answers, self._actions, self._before = None, (), [], None
        self.list.show_lines(())
        self.status.setText("")
        self.status.setAccessibleName("")
        self.hide()

    def _acts(self) -> list[Line]:
        """Return the entries of the menus that can be chosen now, and the parts of the settings."""
        from hsb_assess.desk.matching import Line

        lines = []
        self._actions = []
        for menu, action in self._acts_now():
            page = action.data()
            if not action.isEnabled() or "Ctrl+K" in keys_of(action):
                continue
            words = bare(action.text())
            lines.append(
                Line(
                    "page" if page else "act",
                    words,
                    menu,
                    (page_words(page),) if page and page_words(page) != words else (),
                    near=bool(action.property(NEAR)),
                    shortcut=", ".join(keys_of(action)[:1]),
                    act=len(self._actions),
                )
            )
            self._actions.append(action)
        lines.sort(key=lambda line: not line.near)
        settings = page_words("settings")
        lines += [Line("page", words, settings, page="settings", part=part) for part, words in settings_parts().items()]
        return lines

    # -- looking ---------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        self._answers = ()
        self._show()
        self._soon.start()

    def _show(self) -> None:
        """Show what fits what stands in the box; what is chosen stays chosen while only more is read in."""
        if self._matcher is None:
            return
        found = self._matcher.match(self.box.text())
        lines = (*found.lines, *self._answers)
        count = found.count + len(self._answers)
        self.list.show_lines(lines)
        if not lines:
            words = tr("Nothing found. Fewer letters find more.")
        elif count == 1:
            words = tr("1 found.")
        elif count > len(lines):
            words = tr("{n} found, the {shown} nearest are shown. More letters narrow them.", n=count, shown=len(lines))
        else:
            words = tr("{n} found.", n=count)
        self.status.setText(words)
        self._place()

    def _rested(self) -> None:
        """Look for answers, and have a screen reader say what was found so far."""
        from hsb_assess.desk import finding, searching

        typed, number = self.box.text(), self._number
        self._tell(f"{self.status.text()} {self._chosen_words()}")
        if len(typed.strip()) < _LEAST:
            return

        def take(lines: tuple[Line, ...]) -> None:
            if isValid(self) and number == self._number and typed == self.box.text() and lines:
                self._answers = lines
                self._show()
                self._tell(self.status.text())

        self._session.operations.look(finding.answers, typed, on_done=take)
        if not self._noted:
            self._noted = True
            self._session.operations.read(searching.searched, None, on_done=lambda _nothing: None)

    def _move(self, by: int) -> None:
        self.list.step(by)
        self._tell(self._chosen_words())

    def _chosen_words(self) -> str:
        line = self.list.line()
        if line is None:
            return ""
        at, of = self.list.currentIndex().row() + 1, self.list.count()
        return f"{line_words(line)}. {tr('{at} of {of}', at=at, of=of)}"

    def _tell(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.box, words))

    # -- going -----------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Do or open what is marked, with the keyboard back where it was."""
        line = self.list.line()
        if line is None:
            return
        action = self._actions[line.act] if line.act >= 0 else None
        self.close_palette()
        if action is not None:
            if isValid(action):
                action.trigger()
            return
        self._session.context.navigate(
            Target(
                line.page,
                case=line.case or None,
                assessment=line.assessment or None,
                path=line.path or None,
                part=line.part or None,
            )
        )

    def event(self, event: QEvent) -> bool:
        """Follow the text size."""
        if event.type() == QEvent.Type.ApplicationFontChange and self.isVisible():
            QTimer.singleShot(0, self, self._place)
        return super().event(event)

    # -- lying over the window -------------------------------------------------------------------------------

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        letter = max(16, QApplication.font().pixelSize())
        width = min(_WIDTH * letter, self.width() - 32)
        most = round(self.height() * 0.8)
        inside = width - 2 * _MARGIN
        rest = self.box.sizeHint().height() + self.status.heightForWidth(inside) + 2 * _MARGIN + 2 * _GAP
        self.list.set_room(most - rest, inside)
        height = min(most, rest + self.list.height())
        top = max(16, min(self.height() // 10, self.height() - height - 16))
        self.card.setGeometry((self.width() - width) // 2, top, width, height)

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Go when the keyboard goes elsewhere: another page was opened by its own key, or somebody clicked there."""
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.wipe()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the palette puts it away."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a shade over the page."""
        del event
        shade = QColor(tokens_of(self).window)
        shade.setAlpha(_SHADE)
        QPainter(self).fillRect(self.rect(), shade)
