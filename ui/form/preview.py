"""A document shown from memory: never a file on disk. Pages, zoom, and the same words as plain text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.form.flow import Flow
from ui.language import tr
from ui.theme.style import ROW, tokens_of
from ui.widgets.buttons import button
from ui.widgets.text import Caption

__all__ = ["Preview"]

_STEP: Final = 1.25
_LEAST: Final = 0.25
_MOST: Final = 5.0


class _View(QPdfView):
    """Pages under one another; Page Up and Down go from page to page, plus and minus change the size."""

    turned = Signal(int)
    zoomed = Signal(float)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the ground around the pages quiet in every theme."""
        super().changeEvent(event)
        wanted = QColor(tokens_of(self).track)
        if event.type() == QEvent.Type.PaletteChange and self.palette().color(QPalette.ColorRole.Dark) != wanted:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Dark, wanted)
            self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and change the size; leave the rest to Qt."""
        key = event.key()
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        sizes = {Qt.Key.Key_Plus: _STEP, Qt.Key.Key_Equal: _STEP, Qt.Key.Key_Minus: 1 / _STEP, Qt.Key.Key_0: 0.0}
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in turns:
            self.turned.emit(turns[Qt.Key(key)])
        elif key in sizes:
            self.zoomed.emit(sizes[Qt.Key(key)])
        else:
            super().keyPressEvent(event)


class Preview(QWidget):
    """``show_bytes`` shows a document, ``clear`` forgets it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._bytes = QByteArray()
        self.view = _View(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(tr("The document, page by page"))
        QCoreApplication.sendEvent(self.view, QEvent(QEvent.Type.PaletteChange))
        self.view.turned.connect(self.turn)
        self.view.zoomed.connect(self.zoom)
        self.view.pageNavigator().currentPageChanged.connect(self._show_page)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("The document as plain text"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.text)
        self.previous = button(tr("Previous page"), lambda: self.turn(-1), tip=tr("Page Up"))
        self.next = button(tr("Next page"), lambda: self.turn(1), tip=tr("Page Down"))
        self.page_words = Caption("")
        self.page_words.setWordWrap(False)
        self.page_words.setMinimumHeight(ROW)
        self.page_words.setContentsMargins(8, 0, 8, 0)
        self.smaller = button("−", lambda: self.zoom(1 / _STEP), name=tr("Smaller"), tip="-")
        self.larger = button("+", lambda: self.zoom(_STEP), name=tr("Larger"), tip="+")
        for each in (self.smaller, self.larger):
            each.setFixedWidth(56)
        self.fit = button(tr("Fit the width"), lambda: self.zoom(0.0), tip="0")
        self.as_text = button(tr("As plain text"), None, kind="quiet")
        self.as_text.setCheckable(True)
        self.as_text.toggled.connect(self._as_text)
        bar = Flow(gap=2, line_gap=2)
        for part in (self.previous, self.next, self.page_words, self.smaller, self.larger, self.fit, self.as_text):
            bar.addWidget(part)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(bar)
        body.addWidget(self.stack, 1)
        self._show_page(0)

    def show_bytes(self, pdf: bytes) -> bool:
        """Show a document from memory; ``False`` where it cannot be read."""
        self.clear()
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        ready = self.document.status() == QPdfDocument.Status.Ready
        if self.as_text.isChecked():
            self._fill_text()
        self._show_page(0)
        return ready

    def clear(self) -> None:
        """Forget the document: its pages, its words, its bytes."""
        self.document.close()
        self.text.clear()
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.deleteLater()
            self._buffer = None
        self._bytes = QByteArray()

    def page(self) -> int:
        """Return the number of the page that is shown, from 1."""
        return self.view.pageNavigator().currentPage() + 1

    def turn(self, by: int) -> None:
        """Go on or back by pages."""
        wanted = self.page() - 1 + by
        if 0 <= wanted < self.document.pageCount():
            self.view.pageNavigator().jump(wanted, QPointF(), 0)

    def zoom(self, factor: float) -> None:
        """Make pages larger or smaller; nothing fits them to the width."""
        if not factor:
            self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            return
        now = self.view.zoomFactor() if self.view.zoomMode() == QPdfView.ZoomMode.Custom else self._fitted()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(_MOST, max(_LEAST, now * factor)))

    def _fitted(self) -> float:
        """Return the factor at which a page is as wide as the view."""
        points = self.document.pagePointSize(max(0, self.page() - 1)).width()
        dots = self.view.screen().logicalDotsPerInch() / 72
        return self.view.viewport().width() / (points * dots) if points else 1.0

    def _show_page(self, _page: int) -> None:
        count = self.document.pageCount()
        self.page_words.setText(tr("Page {n} of {all}", n=self.page(), all=count) if count else "")
        self.previous.setEnabled(self.page() > 1)
        self.next.setEnabled(self.page() < count)

    def _as_text(self, wanted: bool) -> None:  # noqa: FBT001 (Qt's signal)
        if wanted:
            self._fill_text()
        self.stack.setCurrentIndex(1 if wanted else 0)
        for part in (self.smaller, self.larger, self.fit, self.previous, self.next):
            part.setHidden(wanted)
        (self.text if wanted else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_text(self) -> None:
        pages = range(self.document.pageCount())
        self.text.setPlainText("\n\n".join(self.document.getAllText(page).text() for page in pages))
