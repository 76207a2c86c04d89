"""The row of small controls under a question: why there is no answer, what it rests on, whose words they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from hsb_assess.instrument.schema import Demand
from ui.form.absence import AbsenceButton
from ui.form.labels import SmallButton, quiet
from ui.form.words import allowed_absences
from ui.language import tr

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Item

__all__ = ["Tools"]


class Tools(QHBoxLayout):
    """``evidence`` is there only where a question takes evidence; ``exact`` says that the words are somebody's own."""

    def __init__(self, item: Item, question: str, *, exact: bool) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(8)
        self.evidence: SmallButton | None = None
        if item.evidence is not Demand.NONE:
            self.evidence = SmallButton()
            self.evidence.setToolTip(tr("Evidence for this answer (Ctrl+E)"))
            self.addWidget(self.evidence)
        # Last: it is not always drawn, and leaves no gap before what is.
        self.absence = AbsenceButton(allowed_absences(item), question)
        self.addWidget(self.absence)
        self.addStretch(1)
        if exact:
            mark = quiet(tr("This child’s own words") if item.child_voice else tr("Exact words"))
            mark.setWordWrap(False)
            self.addWidget(mark)

    def lock(self) -> None:
        """Let nobody change anything."""
        self.absence.setEnabled(False)
        if self.evidence is not None:
            self.evidence.setEnabled(False)
