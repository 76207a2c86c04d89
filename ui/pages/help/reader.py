"""Shows a topic of the help: Markdown of our own, in the theme's colours and the chosen text size; fetches nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QTextEdit

from ui.theme.follows import FollowsTextSize
from ui.theme.fonts import scaled
from ui.theme.shapes import ring
from ui.theme.style import tokens_of

__all__ = ["Reader"]

_MEASURE: Final = 46
"""Letters of a line at most, so that a wide window stays readable."""
_LINE: Final = 112
"""Per cent of a line's height."""
_SIZES: Final = {1: 1.7, 2: 1.25, 3: 1.0}


class Reader(QTextBrowser, FollowsTextSize):
    """``wanted`` tells the name of a topic that a link leads to; no other link is followed."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._text, self._sought = "", "", ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(lambda url: self.wanted.emit(url.toString()))

    def loadResource(self, kind: int, name: QUrl | str) -> bytes:
        """Load nothing: a topic is all there is."""
        del kind, name
        return b""

    def show_text(self, title: str, markdown: str, sought: str = "") -> None:
        """Show a topic from its beginning, with the words marked that somebody looks for."""
        self._title, self._text, self._sought = title, markdown, sought
        self.setAccessibleName(title)
        self._lay_out()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self.mark(sought)

    def mark(self, sought: str) -> None:
        """Mark every word that is looked for."""
        self._sought = sought
        tone = tokens_of(self).tone("warning")
        marked = QTextCharFormat()
        marked.setBackground(QColor(tone.ground))
        marked.setForeground(QColor(tokens_of(self).text))
        marked.setFontUnderline(True)
        selections = []
        for word in sought.split():
            found = self.document().find(word)
            while not found.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = found, marked
                selections.append(selection)
                found = self.document().find(word, found)
        self.setExtraSelections(selections)

    def follow_text_size(self) -> None:
        """Set the topic anew at another text size, at the same place of it."""
        share = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
        self._lay_out()
        self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))
        self.mark(self._sought)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._text:
            self.follow_text_size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show that the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            ring(QPainter(self.viewport()), QRectF(self.viewport().rect()), tokens_of(self).focus)

    def _lay_out(self) -> None:
        font = QApplication.font()
        tokens = tokens_of(self)
        palette = QPalette(QApplication.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(tokens.window))
        palette.setColor(QPalette.ColorRole.Link, QColor(tokens.accent))
        if self.palette() != palette:
            self.setPalette(palette)
        document = QTextDocument(self)
        document.setDefaultFont(font)
        document.setDocumentMargin(8)
        document.setMarkdown(self._text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._dress(document, font.pixelSize())
        self.setDocument(document)
        self.setMaximumWidth(_MEASURE * max(16, font.pixelSize()))

    def _dress(self, document: QTextDocument, pixels: int) -> None:
        """Give headings our sizes, paragraphs room, links the theme's colour, and tables thin lines."""
        tokens = tokens_of(self)
        found: list[tuple[int, int, int]] = []
        block = document.begin()
        while block.isValid():
            shape = block.blockFormat()
            level = shape.headingLevel()
            shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if level or block.textList() is None:
                shape.setTopMargin(pixels * (1.1 if level else 0.3) if block.blockNumber() else 0)
                shape.setBottomMargin(pixels * (0.4 if level else 0.5))
            QTextCursor(block).setBlockFormat(shape)
            piece = block.begin()
            while not piece.atEnd():
                fragment = piece.fragment()
                if level or fragment.charFormat().isAnchor():
                    found.append((fragment.position(), fragment.length(), level))
                piece += 1
            block = block.next()
        for position, length, level in found:
            words = QTextCharFormat()
            if level:
                words.setFont(scaled(document.defaultFont(), _SIZES.get(level, 1.0), bold=True))
            else:
                words.setForeground(QColor(tokens.accent))
                words.setFontUnderline(True)
            inside = QTextCursor(document)
            inside.setPosition(position)
            inside.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            inside.mergeCharFormat(words)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                made = frame.format()
                made.setBorder(1)
                made.setBorderCollapse(True)
                made.setBorderBrush(QColor(tokens.edge))
                made.setCellPadding(6)
                frame.setFormat(made)
