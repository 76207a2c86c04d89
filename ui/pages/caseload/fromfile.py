"""A new case from a file of answers that somebody wrote, or another program made: looked into first, then taken in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hsb_assess.desk import prefilling
from ui.language import sentence, tr
from ui.navigation import Target
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card
from ui.widgets.escaping import on_escape
from ui.widgets.fields import Field
from ui.widgets.files import Files
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.desk.prefilling import LookedInto
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import PageContext

__all__ = ["FromFile"]

_KIND: Final = "Answers (*.yaml *.yml)"
_LONGEST = 60
_MOST_FAULTS: Final = 12
_MANY: Final = {
    "person": "People besides this child",
    "agency": "Agencies",
    "evidence": "Evidence items",
    "event": "Events",
    "contact": "Contacts",
}
"""What an answers file may bring, by the kind of thing."""


class FromFile(Card):
    """Chosen, said what it holds, taken in under a reference. Escape closes it; ``closed`` tells that it was closed."""

    closed = Signal()

    def __init__(self, context: PageContext, back_to: Callable[[], QWidget]) -> None:
        super().__init__()
        self.context, self._back_to = context, back_to
        self.files = Files()
        self.found: LookedInto | None = None
        self.body.addWidget(Heading(tr("A referral from a file"), 2))
        self.body.addWidget(
            Paragraph(
                tr(
                    "A file of answers (.yaml) was written by somebody, or made by another program. It is only looked "
                    "into first: nothing is in your vault before you say so."
                )
            )
        )
        self.choose_button = button(tr("Choose the file…"), self.choose, kind="primary")
        self.said = QVBoxLayout()
        self.said.setSpacing(6)
        self.body.addLayout(self.said)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.returnPressed.connect(self.take)
        self.field = Field(
            tr("Reference of the case"),
            self.line,
            hint=tr("The one your service uses. It stands on every page of every document; do not use a name."),
        )
        self.field.hide()
        self.body.addWidget(self.field)
        self.take_button = button(tr("Open the case with these answers"), self.take, kind="primary")
        self.take_button.hide()
        cancel = button(tr("Cancel"), self.close_form, kind="quiet")
        self.body.addLayout(button_row(self.take_button, self.choose_button, cancel))
        on_escape(self, self.close_form)
        self.hide()

    def open(self) -> None:
        """Show it, with the keyboard at the button that chooses."""
        self.show()
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Let go of what was looked into."""
        self._show_nothing()
        self.hide()
        self.closed.emit()
        self._back_to().setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self) -> None:
        """Ask which file, and look into it."""
        path = self.files.open(self, tr("Choose a file of answers"), _KIND)
        if path is not None:
            self.look_into(path)

    def look_into(self, path: Path) -> None:
        """Read a file off the screen's thread and say what it holds, or all that is wrong with it."""
        self._show_nothing()
        self.context.operations.read(prefilling.look_into, path, on_done=self._show, on_error=self._refused)

    def take(self) -> None:
        """Open the case."""
        if self.found is None:
            return
        self.take_button.setEnabled(False)
        self.context.operations.run(
            prefilling.take_in,
            self.found.file,
            self.line.text(),
            on_done=self._taken,
            on_error=self._not_taken,
            by=self,
            label=tr("Taking in the answers"),
        )

    def words(self) -> str:
        """Return what is said of the file that was looked into."""
        parts = (self.said.itemAt(at) for at in range(self.said.count()))
        labels = (part.widget() for part in parts if part is not None)
        return "\n".join(each.text() for each in labels if isinstance(each, Paragraph | Caption | Heading))

    # -- what came of it -------------------------------------------------------------------------------------

    def _show_nothing(self) -> None:
        self.found = None
        while (part := self.said.takeAt(0)) is not None:
            if (widget := part.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.line.clear()
        self.field.set_fault("")
        for widget in (self.field, self.take_button):
            widget.hide()
        self.take_button.setEnabled(True)
        self._offer_another(tr("Choose the file…"), "primary")

    def _offer_another(self, words: str, kind: str) -> None:
        self.choose_button.setText(words)
        self.choose_button.setAccessibleName(words)
        self.choose_button.setProperty("kind", kind)
        self.choose_button.update()

    def _show(self, found: LookedInto) -> None:
        self.found = found
        self.said.addWidget(Heading(tr("What it holds"), 3))
        counts = [tr("{n} answers", n=found.answered) if found.answered != 1 else tr("1 answer")]
        if found.reasons:
            counts.append(tr("Reasons for having no answer: {n}", n=found.reasons))
        counts += [f"{tr(_MANY[kind])}: {count}" for kind, count in found.things.items() if kind in _MANY]
        self.said.addWidget(Paragraph("\n".join(counts)))
        if found.file.note:
            self.said.addWidget(Caption(tr("It says of itself: {note}", note=found.file.note)))
        self.said.addWidget(
            Paragraph(
                tr(
                    "Each answer becomes yours, signed today. What the file does not say stays not asked yet; look it over."
                )
            )
        )
        self.line.setText(found.reference)
        for widget in (self.field, self.take_button):
            widget.show()
        self._offer_another(tr("Choose another file…"), "")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: HsbAssessError) -> None:
        self.said.addWidget(Heading(tr("It was not taken in, and nothing was changed"), 3))
        faults = getattr(error, "faults", ())
        for fault in faults[:_MOST_FAULTS]:
            what = f"{tr(fault.what)} {_without_commands(tr(fault.mend))}".rstrip()
            self.said.addWidget(Paragraph(tr("Line {n}: {what}", n=fault.line, what=what) if fault.line else what))
        if len(faults) > _MOST_FAULTS:
            self.said.addWidget(Caption(tr("Places that need mending besides: {n}", n=len(faults) - _MOST_FAULTS)))
        if not faults:
            self.said.addWidget(Paragraph(sentence(error)))
        self._offer_another(tr("Choose another file…"), "primary")
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_taken(self, error: HsbAssessError) -> None:
        self.take_button.setEnabled(True)
        self.field.set_fault(sentence(error))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _taken(self, change: Change) -> None:
        self.close_form()
        self.context.navigate(Target("assessment", case=change.case, assessment=change.assessment))


def _without_commands(mend: str) -> str:
    """Return how to mend something without the sentences that name a command to type: whoever reads this has a window."""
    return " ".join(each for each in re.split(r"(?<=\.) ", mend) if "hsb-assess" not in each)
