"""What the cards of keeping share: a reason, a day that may be left out, and running an act that says what is wrong there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit

from hsb_assess.domain.errors import HsbAssessError
from ui.form.dates import read_date
from ui.language import sentence, tr
from ui.widgets.cards import Card
from ui.widgets.fields import Field, GrowingText

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ui.navigation import Page

__all__ = ["ActCard", "Day", "Reason"]


class Reason(Field):
    """A sentence that has to be written before something is done."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        self.text = GrowingText(lines=2)
        super().__init__(label, self.text, hint=hint)

    def words(self) -> str:
        """Return what was written."""
        return self.text.toPlainText().strip()

    def given(self) -> bool:
        """Say whether there is one; else say so at the field and put the keyboard there."""
        if not self.words():
            self.set_fault(tr("Say in a sentence why."))
            self.focus()
        return bool(self.words())


class Day(Field):
    """One day, typed; left empty it means what the hint says."""

    def __init__(self, label: str, today: date, *, hint: str) -> None:
        self.edit, self._today = QLineEdit(), today
        super().__init__(label, self.edit, hint=hint, optional=True)

    def read(self) -> tuple[bool, date | None]:
        """Return whether it can be read, and the day; what cannot is said at the field."""
        self.set_fault("")
        fault, found = "", None
        try:
            found = read_date(self.edit.text(), self._today)
        except HsbAssessError as error:
            fault = sentence(error)
        if found is not None and found.earliest() != found.latest():
            fault = tr("This is not one day. Write it like 14 Apr 2026.")
        if fault:
            self.set_fault(fault)
            self.focus()
        return not fault, None if found is None or fault else found.earliest()


class ActCard(Card):
    """A card with an act of its own; what the act refuses is said at ``reason``, or above the page if that has none."""

    def __init__(self, page: Page) -> None:
        super().__init__(margin=24)
        self.page, self.context = page, page.context
        self.body.setSpacing(12)
        self.reason: Reason | None = None

    def run(self, done: str, act: Callable[..., Any], *args: Any, **keywords: Any) -> None:  # noqa: ANN401 - the act's own
        """Do an act; ``done`` is what is said when it is done."""
        self.context.operations.run(
            act,
            *args,
            on_done=lambda _change: self.context.notices.done(done),
            on_error=self.refused,
            by=self.page,
            **keywords,
        )

    def refused(self, error: HsbAssessError) -> None:
        """Say why something was not done."""
        if self.reason is not None and self.reason.isVisibleTo(self.page):
            self.reason.set_fault(sentence(error))
            self.reason.focus()
        else:
            self.context.notices.error(error)
