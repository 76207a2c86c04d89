"""Packages: take in what somebody sent, say what came of it, and show what had to be set aside."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hsb_assess.desk import caseload, sharing
from hsb_assess.desk.arriving import NOTES
from hsb_assess.desk.laptops import has_other_laptop, package_for_own_laptop
from hsb_assess.desk.organisation import shared_folder
from hsb_assess.desk.workplace import Change
from hsb_assess.domain.clock import LOCAL
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role
from ui.form.anew import AnewCard
from ui.form.dates import moment_text
from ui.keys import page_act
from ui.language import sentence, tr
from ui.navigation import Page, PageContext, Target
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Column
from ui.widgets.fields import Field, choice
from ui.widgets.files import PACKAGES, Files, package_name, read_file, write_file
from ui.widgets.marks import Mark
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hsb_assess.desk.sharing import Received

__all__ = ["PackagesPage"]

MOST_BYTES: Final = 256 * 1024 * 1024


class _Result(Card):
    """What came of a package: in a sentence, with what to do next."""

    def __init__(self) -> None:
        super().__init__(tone="good", margin=20)
        self.setObjectName("result")
        self.mark, self.head = Mark("good", 24), Heading("", 2)
        row = QHBoxLayout()
        row.addWidget(self.mark)
        row.addWidget(self.head, 1)
        self.words, self.notes, self.code = Paragraph(""), Paragraph(""), Caption("")
        self.open_button = button("", None, kind="primary")
        self.body.addLayout(row)
        for part in (self.words, self.notes, self.code):
            self.body.addWidget(part)
        self.body.addLayout(button_row(self.open_button))
        self.hide()

    def say(self, tone: str, head: str, words: str, code: str = "") -> None:
        """Show a result."""
        self.tone = self.mark.tone = tone
        self.head.setText(head)
        self.words.setText(words)
        self.code.setText(tr("Code: {code}", code=code) if code else "")
        self.code.setVisible(bool(code))
        self.open_button.hide()
        self.notes.hide()
        self.setAccessibleName(f"{head} {words}")
        self.show()
        self.update()
        self.mark.update()

    def remark(self, notes: Sequence[str]) -> None:
        """Say what was noticed about a package that was let in all the same."""
        words = "\n".join(notes)
        self.notes.setText(words)
        self.notes.setVisible(bool(notes))
        if notes:
            self.tone = self.mark.tone = "warning"
            self.setAccessibleName(f"{self.accessibleName()} {words}")


class PackagesPage(Page):
    """``files`` is the seam for the native dialog; :meth:`receive` takes a path."""

    def __init__(self, context: PageContext, *, part: str | None = None) -> None:
        super().__init__(context)
        del part
        self.heading = tr("Packages")
        self.files = Files(lambda: shared_folder(context.at))
        self._case = self._purpose = ""
        self._refused_package = b""
        column = Column(width=820)
        self.body.addWidget(column)
        column.body.addWidget(Heading(tr("Packages")))
        column.body.addWidget(
            Paragraph(
                tr(
                    "A package is a sealed file from somebody whose eight words you have compared. The same package twice changes nothing."
                )
            )
        )
        self.receive_button = button(tr("Receive a package…"), self.ask_which, kind="primary", tip="Ctrl+O")
        column.body.addLayout(button_row(self.receive_button))
        self.result = _Result()
        self.result.open_button.clicked.connect(lambda _checked=False: self.open_case())
        column.body.addWidget(self.result)
        self.anew = AnewCard(self.take_anew)
        column.body.addWidget(self.anew)
        column.body.addWidget(Heading(tr("Set aside"), 2))
        self.quiet = Caption(
            tr("Nothing was refused. What cannot be verified or understood is kept here with its reason.")
        )
        self.table = Table(tr("Set aside"), [tr("When"), tr("Why"), tr("Code")], stretch=1)
        column.body.addWidget(self.quiet)
        column.body.addWidget(self.table)
        self.own = _OwnLaptop(context, lambda: self.files)
        column.body.addWidget(self.own)
        column.body.addStretch(1)
        page_act(self, "receive", self.ask_which)
        self.read()

    def first_focus(self) -> QWidget | None:
        """Start at the button."""
        return self.receive_button

    def read(self) -> None:
        """Show what was set aside."""
        kept = sharing.quarantined(self.context.at)
        rows = [
            Row(str(at), (Cell(_local(when)), Cell(reason, bold=True), Cell(code)))
            for at, (when, code, reason) in enumerate(kept)
        ]
        self.table.show_rows(rows[::-1])
        self.table.setVisible(bool(rows))
        self.quiet.setVisible(not rows)
        self.table.fit_height()

    def ask_which(self) -> None:
        """Ask for a file, then take it in."""
        path = self.files.open(self, tr("Receive a package"), PACKAGES)
        if path is not None:
            self.receive(path)

    def receive(self, path: Path) -> None:
        """Take in the package at ``path``."""
        try:
            data = read_file(path, MOST_BYTES)
        except HsbAssessError as error:
            self._refused(error)
            return
        self._refused_package = data
        self._receive(data)

    def take_anew(self, why: str) -> None:
        """Take in the package about a case that was erased here, with the reason why it is kept again."""
        self._receive(self._refused_package, anew=why)

    def _receive(self, data: bytes, anew: str = "") -> None:
        self.anew.hide()
        self.receive_button.setEnabled(False)
        self.result.say(
            "information", tr("Opening the package"), tr("Checking who sent it and that nothing was changed.")
        )
        self.context.operations.run(
            sharing.receive,
            data,
            anew=anew,
            label=tr("Opening the package"),
            by=self,
            on_done=self._received,
            on_error=self._refused,
        )

    def open_case(self) -> None:
        """Go to the case that the package was about."""
        if self._purpose == "erasure_request":
            self.context.navigate(Target("erasures"))
        elif self._case:
            page = "keeping" if self._purpose == "erasure_answer" else "case"
            self.context.navigate(Target(page, case=self._case))

    def _received(self, received: Received) -> None:
        self.receive_button.setEnabled(True)
        self._case, self._purpose = received.case, received.purpose
        if received.status == "already_received":
            self.result.say(
                "information",
                tr("Already received"),
                tr("This package from {who} was taken in before. Nothing was changed.", who=received.sender),
            )
        else:
            self.result.say("good", tr("Received"), self._news(received))
            # The act returns its own result, so the page tells the others what it changed.
            self.context.operations.changed.emit(Change("package_received", received.case), self)
        if received.refused:
            self.result.say(
                "warning",
                tr("Received, with something set aside"),
                tr("Some statements could not be verified. They are kept below with their reason; tell the sender."),
                ", ".join(received.refused),
            )
        self.result.remark([tr(NOTES[code]) for code in received.notes if code in NOTES])
        self._offer()
        self.read()

    def _news(self, received: Received) -> str:
        count = received.entries
        new = tr("1 new statement") if count == 1 else tr("{n} new statements", n=count)
        if received.purpose == "erasure_request":
            return tr(
                "{who} asks you to agree that a case is erased. Nothing happens until you answer.", who=received.sender
            )
        if received.purpose == "erasure_answer":
            return tr("{who} answered what you proposed about erasing a case.", who=received.sender)
        if received.purpose == "return":
            return tr("{who} sent the decision and the comments: {new}.", who=received.sender, new=new)
        if received.purpose == "review":
            return tr("{who} sent an assessment for review: {new}.", who=received.sender, new=new)
        return tr("{who} sent {new}.", who=received.sender, new=new)

    def _offer(self) -> None:
        reviewer = self.context.at.role == Role.SUPERVISOR
        words = tr("Open the case to review it") if reviewer else tr("Open the case")
        if self._purpose == "erasure_request":
            words = tr("Look at what is proposed")
        elif self._purpose == "erasure_answer":
            words = tr("Look at the answer")
        self.result.open_button.setText(words)
        self.result.open_button.setAccessibleName(words)
        self.result.open_button.show()
        self.result.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: HsbAssessError) -> None:
        self.receive_button.setEnabled(True)
        self.result.say("bad", tr("Not taken in"), sentence(error), error.code)
        self.read()
        if error.code == "case_erased":
            self.anew.open()
        else:
            self.receive_button.setFocus(Qt.FocusReason.OtherFocusReason)


class _OwnLaptop(QWidget):
    """Packs a case for one's own other laptop; there only for who has one."""

    def __init__(self, context: PageContext, files: Callable[[], Files]) -> None:
        super().__init__()
        self.context, self._files = context, files
        lines = caseload.cases(context.at) if has_other_laptop(context.at) else ()
        self.case = choice([(each.case, each.ref) for each in lines])
        self.save_button = button(tr("Save the package…"), self.pack)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(Heading(tr("For your other laptop"), 2))
        body.addWidget(
            Paragraph(
                tr(
                    "A package that only your own laptops open. Receive it there; what both laptops answered differently is "
                    "shown side by side."
                )
            )
        )
        body.addWidget(Field(tr("Case"), self.case))
        body.addLayout(button_row(self.save_button))
        self.setVisible(bool(lines))

    def pack(self) -> None:
        """Make the package, ask where, and save it."""
        self.save_button.setEnabled(False)
        self.context.operations.run(
            package_for_own_laptop,
            str(self.case.currentData()),
            label=tr("Making the package"),
            by=self,
            on_done=self._packed,
            on_error=self._refused,
        )

    def _packed(self, package: bytes) -> None:
        self.save_button.setEnabled(True)
        path = self._files().save(
            self, tr("Save the package"), package_name(self.context.at.clock.today(), package), PACKAGES
        )
        if path is None:
            return
        try:
            write_file(path, package)
        except HsbAssessError as error:
            self._refused(error)
        else:
            self.context.notices.done(tr("The package is saved as {name}.", name=path.name))

    def _refused(self, error: HsbAssessError) -> None:
        self.save_button.setEnabled(True)
        self.context.notices.error(error)


def _local(stamp: str) -> str:
    """Return a moment of the vault, which keeps UTC, in the time of this place."""
    return moment_text(datetime.fromisoformat(stamp).astimezone(LOCAL).isoformat())
