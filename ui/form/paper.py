"""Saves a blank worksheet: made in a child process, asked for a place once it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shiboken6 import isValid

from hsb_assess.domain.errors import HsbAssessError
from ui.language import tr
from ui.navigation import Page
from ui.widgets.files import Files, write_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.navigation import PageContext

__all__ = ["save_worksheet"]

_NAME = "worksheet.pdf"
"""Says nothing of what it is about; nothing of a case is in it."""


def save_worksheet(
    parent: QWidget,
    make: Callable[..., bytes],
    *arguments: Any,  # noqa: ANN401 (the act's own arguments)
    files: Files | None = None,
    context: PageContext | None = None,
) -> None:
    """Have ``make`` make the PDF beside the work, then ask where it should be saved."""
    told = context or (parent.context if isinstance(parent, Page) else None)
    if told is None:
        return

    def made(pdf: bytes) -> None:
        if not isValid(parent):
            return
        path = (files or Files()).save(parent, tr("Save the worksheet"), _NAME, tr("PDF documents (*.pdf)"))
        if path is None:
            return
        try:
            write_file(path, pdf)
        except HsbAssessError as error:
            told.notices.error(error)
            return
        told.notices.done(tr("The worksheet is saved as {name}. Nothing of the case is in it.", name=path.name))

    told.operations.look(make, *arguments, on_done=made, on_error=told.notices.error, label=tr("Making the worksheet"))
