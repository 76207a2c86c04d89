"""Printing a document from memory: the system's own dialog, then each page as it would be shown; no file is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

__all__ = ["Printers", "paint"]

_DOTS: Final = 300


class Printers:
    """Asks on which printer; a page keeps one as its attribute ``printers``, where a test puts its own."""

    def choose(self, parent: QWidget) -> QPagedPaintDevice | None:
        """Ask which printer; ``None`` if the person thought better of it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer: QPrinter = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Assess")  # what the queue shows says nothing about a child
        dialog = QPrintDialog(printer, parent)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def paint(document: QPdfDocument, device: QPagedPaintDevice) -> None:
    """Paint every page of ``document`` on ``device``, each as large as its paper allows."""
    painter = QPainter(device)
    for page in range(document.pageCount()):
        if page:
            device.newPage()
        points = document.pagePointSize(page)
        size = QSize(round(points.width() * _DOTS / 72), round(points.height() * _DOTS / 72))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        on_white = QPainter(image)
        on_white.drawImage(0, 0, document.render(page, size))
        on_white.end()
        room = painter.viewport()
        fitted = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (room.width() - fitted.width()) // 2
        painter.drawImage(QRect(left, 0, fitted.width(), fitted.height()), image)
    painter.end()
