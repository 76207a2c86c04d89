"""The navigation at the left: the caseload, the parts of the open case, settings and the lock."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.language import tr
from ui.shell.signs import draw_sign
from ui.theme.follows import FollowsTextSize
from ui.theme.shapes import face, ring
from ui.theme.style import ROW, tokens_of
from ui.widgets.appmark import AppMark
from ui.widgets.text import Caption, Heading, Scaled

__all__ = ["CASE_KEYS", "CASE_PAGES", "Sidebar", "page_words"]

_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
_WIDTH, _SHARE = 224, 0.31
"""Pixels of width at ordinary text size, and how much of the window the navigation takes at most."""
CASE_PAGES = (
    "case",
    "assessment",
    "sense",
    "check",
    "review",
    "documents",
    "family",
    "chronology",
    "grid",
)
"""Parts of a case that Alt and a number open, in the order of the numbers."""
CASE_KEYS = {"visit": "Ctrl+Shift+V", "voice": "Ctrl+Shift+O"}
"""Parts of a case with keys of their own."""
_ROWS = ("case", "assessment", *CASE_KEYS, *CASE_PAGES[2:])
"""The parts of a case in the order in which they stand."""
_WITHOUT_ASSESSMENT = frozenset({"case", *CASE_KEYS})
"""Parts of a case that are there before any assessment is."""


def page_words(page: str) -> str:
    """Return the words of a page in the navigation and the breadcrumb."""
    words = {
        "caseload": tr("Caseload"),
        "packages": tr("Packages"),
        "case": tr("Case"),
        "assessment": tr("Assessment"),
        "sense": tr("Making sense"),
        "check": tr("Check and submit"),
        "review": tr("Review"),
        "documents": tr("Documents"),
        "settings": tr("Settings"),
        "history": tr("History of this question"),
        "compare": tr("What changed"),
        "between": tr("Two assessments compared"),
        "audit": tr("Audit"),
        "keeping": tr("Keeping and closing"),
        "erasures": tr("Erasing and receipts"),
        "search": tr("Search"),
        "family": tr("Family and network"),
        "chronology": tr("Chronology"),
        "grid": tr("Protection grid"),
        "visit": tr("Visit notes"),
        "tonight": tr("Papers for tonight"),
        "voice": tr("In this child’s words"),
        "beside": tr("Side by side"),
        "help": tr("Help"),
        "older": tr("An older vault"),
        "lock": tr("Lock"),
    }
    return words.get(page, page)


class NavigationItem(QAbstractButton, FollowsTextSize):
    """One row: a sign and a word; a ground, a bar and a heavier word say that it is the page on screen.

    To a screen reader it is a button, and in words the page on screen: nothing is checked here that could be unchecked.
    """

    def __init__(self, page: str, tip: str) -> None:
        super().__init__()
        self.page = page
        self._current = False
        self.setText(page_words(page))
        self.setAccessibleName(page_words(page))
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: dict[tuple[int, int], int] = {}

    @property
    def is_current(self) -> bool:
        """Whether its page is on screen."""
        return self._current

    def mark(self, *, current: bool) -> None:
        """Say whether its page is on screen."""
        if current != self._current:
            self._current = current
            self.setAccessibleDescription(tr("The page on screen") if current else "")
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the words and at least a row's height."""
        font = self.font()
        font.setBold(True)
        words = QFontMetrics(font).horizontalAdvance(self.text())
        return QSize(words + round(self._side()) + 46, self.heightForWidth(10_000))

    def hasHeightForWidth(self) -> bool:
        """Say that large words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the room of the words, as wide as they are when the page is on screen."""
        font = self.font()
        asked = width, font.pixelSize()
        if asked not in self._heights:
            font.setBold(True)
            room = self._words_room(QRectF(0, 0, width, 1000)).toRect()
            words = QFontMetrics(font).boundingRect(room, _WRAP, self.text())
            self._heights[asked] = max(ROW, words.height() + 16)
        return self._heights[asked]

    def _side(self) -> float:
        return max(20.0, self.fontMetrics().height() * 0.95)

    def _words_room(self, rect: QRectF) -> QRectF:
        return rect.adjusted(30 + self._side(), 3, -12, -3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, open with Enter as well as with Space."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def follow_text_size(self) -> None:
        """Take the room that the words need now."""
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(4, 3, -4, -3)
        if self._current:
            face(painter, rect, tokens.selected, None)
            bar = QRectF(rect.left(), rect.top() + 8, 4, rect.height() - 16)
            face(painter, bar, tokens.accent, None, 1.0, 2.0)
        elif self.underMouse():
            face(painter, rect, tokens.hover, None)
        ink = tokens.text if self._current else tokens.muted
        side = self._side()
        draw_sign(painter, QRectF(rect.left() + 14, rect.center().y() - side / 2, side, side), self.page, ink)
        font = self.font()
        font.setBold(self._current)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(self._words_room(QRectF(self.rect())), _WRAP, self.text())
        if self.hasFocus():
            ring(painter, QRectF(self.rect()).adjusted(1, 0, -1, 0), tokens.focus)


class Sidebar(QWidget):
    """``chosen`` carries a page's name, or ``lock``."""

    chosen = Signal(str)

    def __init__(self, worker: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Navigation"))
        self._items: dict[str, NavigationItem] = {}
        self._window = 0
        body = QVBoxLayout(self)
        body.setContentsMargins(8, 20, 8, 12)
        body.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 8, 16)
        head.setSpacing(10)
        head.addWidget(AppMark(28))
        head.addWidget(Heading("Assess", 2), 1)
        body.addLayout(head)
        rows = QWidget()
        middle = QVBoxLayout(rows)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._item("caseload", "Ctrl+Shift+C"))
        middle.addWidget(self._item("packages", "Ctrl+Shift+P"))
        middle.addWidget(self._item("search", "Ctrl+Shift+F"))
        self._case = QWidget()
        inner = QVBoxLayout(self._case)
        inner.setContentsMargins(0, 16, 0, 0)
        inner.setSpacing(0)
        self._case_name = Scaled("", 0.9, bold=True)
        self._case_name.setContentsMargins(18, 0, 8, 4)
        inner.addWidget(self._case_name)
        keys = {page: f"Alt+{at}" for at, page in enumerate(CASE_PAGES, start=1)} | CASE_KEYS
        for page in _ROWS:
            inner.addWidget(self._item(page, keys[page]))
        middle.addWidget(self._case)
        middle.addStretch(1)
        # Large words in a low window: the rows scroll, they are never squeezed.
        self._rows = QScrollArea()
        self._rows.setFrameShape(QFrame.Shape.NoFrame)
        self._rows.setWidgetResizable(True)
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.viewport().setAutoFillBackground(False)
        self._rows.setWidget(rows)
        rows.setAutoFillBackground(False)
        body.addWidget(self._rows, 1)
        body.addSpacing(8)
        body.addWidget(self._item("settings", "Ctrl+,"))
        body.addWidget(self._item("lock", "Ctrl+L"))
        self._who = Caption(f"{worker}\n{role}")
        self._who.setContentsMargins(18, 12, 8, 0)
        body.addWidget(self._who)
        self._case.hide()
        self.fit()

    def show_place(self, page: str, case_ref: str | None, *, assessment: bool) -> None:
        """Mark the page on screen; show the parts of a case only while one is open."""
        for name, item in self._items.items():
            item.mark(current=name == page)
        self._case.setVisible(case_ref is not None)
        self._case_name.setText(case_ref or "")
        QTimer.singleShot(0, self, self._show_current)
        for name in _ROWS:
            self._items[name].setVisible(assessment or name in _WITHOUT_ASSESSMENT)
        self._give_room()

    def _show_current(self) -> None:
        if (rows := self._rows.widget()) is not None and (layout := rows.layout()) is not None:
            layout.activate()  # rows that just came have no place yet
        self._rows.ensureWidgetVisible(self.first(), 0, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows their room."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Leave the name away where the window is too low for the rows: whoever sits here knows it."""
        rows = self._rows.widget()
        layout = self.layout()
        if rows is not None and layout is not None:
            around = layout.sizeHint().height() - self._rows.sizeHint().height()
            name = 0 if self._who.isVisibleTo(self) else self._who.sizeHint().height()
            self._who.setVisible(self.height() >= rows.sizeHint().height() + around + name)

    def first(self) -> QWidget:
        """Return where the keyboard starts: the page on screen."""
        return next((item for item in self._items.values() if item.is_current), self._items["caseload"])

    def item(self, page: str) -> NavigationItem:
        """Return the row of a page."""
        return self._items[page]

    def event(self, event: QEvent) -> bool:
        """Follow the text size."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.fit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line at its right."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.sunken))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(tokens.line))

    def fit(self, window: int = 0) -> None:
        """Be as wide as the words, but leave most of a narrow ``window`` to the page: there they wrap."""
        least = round(_WIDTH * min(1.4, max(1.0, QApplication.font().pixelSize() / 16)))
        self._window = window or self._window
        words = max((item.sizeHint().width() for item in self._items.values()), default=0) + 30
        self.setFixedWidth(max(least, min(words, round(self._window * _SHARE))))

    def _item(self, page: str, keys: str) -> NavigationItem:
        item = NavigationItem(page, f"{page_words(page)} ({keys})")
        item.clicked.connect(lambda _checked=False: self.chosen.emit(page))
        self._items[page] = item
        return item
