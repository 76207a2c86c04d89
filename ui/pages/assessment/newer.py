"""Quiet lines above an assessment: a newer form, newer guidance, and answers that were carried over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from hsb_assess.desk import guidancekept, moving
from ui.language import tr
from ui.navigation import Target
from ui.widgets.buttons import button, button_row
from ui.widgets.fields import GrowingText
from ui.widgets.labelled import Field
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from hsb_assess.desk.guidancekept import Difference
    from hsb_assess.desk.moving import CarriedOver, FormPreview, MoveLine
    from hsb_assess.desk.workplace import Change
    from hsb_assess.record.reading import Reading
    from ui.navigation import Page

__all__ = ["CarriedDialog", "FormDialog", "GuidanceDialog", "Newer", "NewerLines"]

_SETTLED: Final = 20
"""Milliseconds after which a table has followed another text size."""

MOST_ROWS: Final = 9


def _becomes(line: MoveLine) -> str:
    """Return what happens to an answered question, in words."""
    said = {
        "rename": tr("moves to: {where}", where=line.becomes),
        "split": tr("is shared out: {where}", where=line.becomes),
        "merge": tr("becomes part of: {where}", where=line.becomes),
        "recode": tr("stays here; its option has another code"),
        "retired": tr("is not asked any more; carried over: {words}", words=line.words),
        "unfit": tr("has no place that takes it; carried over: {words}", words=line.words),
        "unknown": tr("is not known to the form; carried over: {words}", words=line.words),
        "opens": tr("is newly asked, in: {page}", page=line.page),
    }
    words = said[line.how]
    return words if line.times == 1 else tr("{words} ({times} times)", words=words, times=line.times)


def _table(name: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]], stretch: int) -> Table:
    table = Table(name, list(columns), stretch=stretch)
    table.show_rows([Row(str(at), tuple(Cell(words) for words in row)) for at, row in enumerate(rows)])
    table.fit_height(MOST_ROWS)
    return table


class _Dialog(QDialog):
    """A heading, some words, a table and its buttons."""

    agreed = Signal()

    def __init__(self, heading: str, words: Sequence[str], table: Table, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Assess")
        self.setMinimumWidth(960)
        self.table = table
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(28, 24, 28, 24)
        self.body.setSpacing(14)
        self.body.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.body.addWidget(Heading(heading, 2))
        for each in words:
            self.body.addWidget(Paragraph(each))
        self.body.addWidget(table)

    def _end(self, agree: str, later: str) -> None:
        self.body.addStretch(1)
        self.later_button = button(later, self.reject, kind="quiet")
        if agree:
            self.agree_button = button(agree, self._agree, kind="primary")
            self.body.addLayout(button_row(self.agree_button, self.later_button))
        else:
            self.body.addLayout(button_row(self.later_button))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words need."""
        super().showEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Follow the text size, once the table has."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            QTimer.singleShot(_SETTLED, self, self._fit)
        return super().event(event)

    def _fit(self) -> None:
        """Be as high as is needed at this width: words that wrap ask for the height of a narrow window first."""
        self.resize(self.width(), self.body.totalHeightForWidth(self.width()))

    def _agree(self) -> None:
        self.agreed.emit()
        self.accept()


class FormDialog(_Dialog):
    """What moving to a newer form would do; ``agreed`` says to do it."""

    def __init__(self, preview: FormPreview, parent: QWidget | None = None) -> None:
        lines = (*preview.moves, *preview.carried, *preview.opens)
        table = _table(
            tr("What changes"),
            (tr("Question"), tr("What happens")),
            [(line.question, _becomes(line)) for line in lines],
            1,
        )
        words = [
            tr("Answers that stay as they are: {kept}.", kept=preview.kept),
            tr(
                "Nothing is dropped: what was said before stays in the history, and an answer that has no place is "
                "carried over and stays in sight. A document that was signed before stays as it is; what is signed "
                "after the move is a new version."
            ),
        ]
        super().__init__(tr("From form {before} to {after}", before=preview.before, after=preview.after), words, table, parent)  # fmt: skip
        self._end(tr("Move to the newer form"), tr("Not now"))


class GuidanceDialog(_Dialog):
    """What newer guidance would change for this assessment; a reason is needed. ``reason`` is what was written."""

    def __init__(self, differences: Sequence[Difference], parent: QWidget | None = None) -> None:
        table = _table(
            tr("What changes"),
            (tr("What"), tr("This assessment keeps"), tr("In force now")),
            [(each.title, each.kept, each.new) for each in differences],
            0,
        )
        words = [
            tr("An assessment keeps the guidance that it began with, until somebody moves it for a reason."),
            tr("An approval that was given by the guidance of before does not cover it afterwards."),
        ]
        super().__init__(tr("Newer guidance"), words, table, parent)
        self.reason = GrowingText(lines=2)
        self.reason_field = Field(tr("Why should this assessment follow the newer guidance?"), self.reason)
        self.body.addWidget(self.reason_field)
        self._end(tr("Follow the newer guidance"), tr("Not now"))

    def _agree(self) -> None:
        missing = not self.reason.toPlainText().strip()
        self.reason_field.set_fault(tr("Say in a sentence why it changes.") if missing else "")
        if not missing:
            super()._agree()


class CarriedDialog(_Dialog):
    """The answers that had no place in a newer form."""

    def __init__(self, carried: Sequence[CarriedOver], parent: QWidget | None = None) -> None:
        why = {
            "retired": tr("not asked any more"),
            "unfit": tr("no place takes it"),
            "unknown": tr("not known to the form"),
        }
        table = _table(
            tr("Carried over"),
            (tr("Question"), tr("Answer"), tr("Why"), tr("From form")),
            [(each.question, each.words, why.get(each.reason, each.reason), each.before) for each in carried],
            1,
        )
        words = [tr("These answers were given under an earlier form. They stay in the record and are read here.")]
        super().__init__(tr("Carried over"), words, table, parent)
        self._end("", tr("Close"))


class NewerLines(QWidget):
    """One line for each thing that there is to say; nothing at all where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(2)
        self.buttons: dict[str, QWidget] = {}
        self.hide()

    def say(self, name: str, words: str, act: str, done: Callable[[], object]) -> None:
        """Add a line with a button."""
        across = QHBoxLayout()
        across.setSpacing(8)
        told = Caption(words)
        told.setWordWrap(False)
        made = button(act, done, kind="quiet", name=f"{words} {act}")
        across.addWidget(told)
        across.addWidget(made)
        across.addStretch(1)
        self.body.addLayout(across)
        self.buttons[name] = made
        self.show()


class Newer:
    """What is newer than an assessment, said on its page, and the acts behind it."""

    def __init__(self, page: Page, lines: NewerLines, case: str, assessment: str) -> None:
        self._page, self._lines, self._assessment = page, lines, assessment
        self._target = Target("assessment", case=case, assessment=assessment)
        self.stale = False
        self.dialog: _Dialog | None = None
        self._carried: tuple[CarriedOver, ...] = ()

    def look(self, reading: Reading, *, may_move: bool) -> None:
        """Say what there is to say of an assessment as it reads now; a supervisor sees what was carried over, and moves nothing."""
        at = self._page.context.at
        self._carried = moving.carried_over(reading)
        if may_move and moving.newer_form(at, self._assessment):
            self._lines.say("form", tr("A newer form is available."), tr("See what changes"), self.show_form)
        if may_move and guidancekept.assessment_guidance(at, self._assessment)[1]:
            words = tr("The guidance has changed since this assessment began.")
            self._lines.say("guidance", words, tr("See what changes"), self.show_guidance)
        if self._carried:
            words = tr("Answers carried over from an earlier form: {count}.", count=len(self._carried))
            self._lines.say("carried", words, tr("Show them"), self.show_carried)

    def show_form(self) -> None:
        """Open the preview of the move; what was being typed is recorded first."""
        self._page.seal()
        self._page.context.operations.look(moving.form_preview, self._assessment, on_done=self._show_preview)

    def _show_preview(self, preview: FormPreview | None) -> None:
        if preview is not None:
            self._open(FormDialog(preview, self._page), self._move_form)

    def show_guidance(self) -> None:
        """Open the list of what newer guidance would change."""
        _, differences = guidancekept.assessment_guidance(self._page.context.at, self._assessment)
        dialog = GuidanceDialog(differences, self._page)
        self._open(dialog, lambda: self._move_guidance(dialog.reason.toPlainText()))

    def show_carried(self) -> None:
        """Open the list of what was carried over."""
        self._open(CarriedDialog(self._carried, self._page), None)

    def _open(self, dialog: _Dialog, agreed: Callable[[], None] | None) -> None:
        self.dialog = dialog
        if agreed is not None:
            dialog.agreed.connect(agreed)
        dialog.open()

    def _move_form(self) -> None:
        self._page.seal()
        self._page.context.operations.run(
            moving.move_form, self._assessment, by=self._page, on_done=self._moved, label=tr("Moving to the newer form")
        )

    def _move_guidance(self, why: str) -> None:
        self._page.context.operations.run(
            guidancekept.move_guidance, self._assessment, why, by=self._page, on_done=self._moved
        )

    def build_anew(self) -> None:
        """Show the page of what is asked now in place of this one."""
        self.stale = True
        self._page.context.navigate(self._target)

    def _moved(self, _change: Change) -> None:
        self.build_anew()
        self._page.context.notices.done(tr("Done. What was said before stays in the history."))
