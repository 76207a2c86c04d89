"""Undoing on the assessment page: a row that was removed, an answer that was put aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from hsb_assess.desk import assessing
from ui.language import tr
from ui.navigation import Target

if TYPE_CHECKING:
    from ui.form.form import Form
    from ui.navigation import PageContext

__all__ = ["Undoing"]


class Undoing(QObject):
    """Hears of what a form lets go of, says so in the notice bar, and offers it again."""

    def __init__(self, form: Form, context: PageContext, case: str, assessment: str) -> None:
        super().__init__(form)
        self._form, self._context, self._case, self._assessment = form, context, case, assessment
        form.row_removed.connect(self._row_removed)
        form.put_aside.connect(self._put_aside)

    def _row_removed(self, path: str) -> None:
        def undo() -> None:
            # Not named as our own act: what comes back is read again like what somebody else did.
            self._context.operations.run(assessing.restore_row, self._assessment, path)

        self._context.notices.done(
            tr("Removed. What was written there stays in the history."), action=(tr("Undo"), undo)
        )

    def _put_aside(self, path: str) -> None:
        def undo() -> None:
            field = self._form.fields.get(path) if shiboken6.isValid(self._form) else None
            if field is not None:
                field.put_back()
            else:  # its line still stands at the question
                place = Target("assessment", case=self._case, assessment=self._assessment, path=path)
                self._context.navigate(place)

        self._context.notices.done(tr("Your answer is put aside, not lost."), action=(tr("Undo"), undo))
