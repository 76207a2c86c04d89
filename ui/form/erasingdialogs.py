"""Two calm dialogs about erasing a case: proposing it, and carrying out what was agreed. Each says what goes and what remains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QProgressBar, QVBoxLayout

from hsb_assess.desk import erasing
from hsb_assess.desk.carryingout import carry_out, remaining
from hsb_assess.record.erasure import ALWAYS
from ui.draw.readingtable import ReadingTable
from ui.form.keptwords import day_words
from ui.language import sentence, tr
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Column
from ui.widgets.fields import Field, GrowingText, choice
from ui.widgets.labelled import PassphraseEdit
from ui.widgets.tables import Cell, Row
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hsb_assess.desk.erasing import Erasure, Standing
    from hsb_assess.desk.issuing import Sent
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.record.erasure import Remaining
    from ui.navigation import PageContext

__all__ = ["EraseDialog", "ProposeDialog"]


class _Said(QObject):
    """Carries words from the worker's thread to the window's."""

    words = Signal(str)


class _Dialog(QDialog):
    """A column that scrolls, with a heading, and a table of what remains that comes when it has been looked up."""

    def __init__(self, context: PageContext, case: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.case = context, case
        self.setWindowTitle("Assess")
        self.resize(760, 700)
        around = QVBoxLayout(self)
        around.setContentsMargins(28, 24, 16, 20)
        self.column = Column(width=760)
        self.body = self.column.body
        self.body.setSpacing(12)
        self.body.addWidget(Heading(title, 2))
        around.addWidget(self.column)

    def add_remains(self) -> None:
        """Add what is left when a case is erased now; it is looked up while the dialog is read already."""
        self.body.addWidget(Heading(tr("What remains"), 3))
        self.waits = Caption(tr("Looking for backups and copies…"))
        self.remains = ReadingTable(tr("What remains"), [tr("Where"), tr("What"), tr("Until")], (5, 9, 4))
        self.remains.hide()
        self.body.addWidget(self.waits)
        self.body.addWidget(self.remains)
        vault = self.context.vault.vault
        self.context.operations.look(
            lambda at: remaining(at, vault, self.case), on_done=self._show_remains, on_error=self._no_remains
        )

    def _show_remains(self, found: tuple[Remaining, ...]) -> None:
        rows = []
        for place, each in enumerate(found):
            no_day = {"": tr("Nobody can say"), ALWAYS: tr("For ever")}
            until = no_day[each.until] if each.until in no_day else day_words(each.until)
            rows.append(Row(str(place), (Cell(each.where, bold=True), Cell(each.what), Cell(until))))
        self.remains.show_rows(rows)
        self.remains.show()
        self.waits.setText(tr("Days are those on which a backup goes if one more is made every day."))

    def _no_remains(self, error: HsbAssessError) -> None:
        self.waits.setText(sentence(error))


class ProposeDialog(_Dialog):
    """On which basis, why, and who is asked to agree. ``sent`` carries the package that asks them."""

    sent = Signal(object)
    export_wanted = Signal()

    def __init__(self, context: PageContext, standing: Standing, parent: QWidget) -> None:
        super().__init__(context, standing.keeping.case, tr("Propose to erase this case"), parent)
        self.body.addWidget(
            Paragraph(
                tr(
                    "It takes two people. You propose it, a supervisor agrees in writing, and only then you can carry it out, "
                    "in this vault. If anything is recorded in the case meanwhile, it has to be proposed again."
                )
            )
        )
        self.body.addWidget(
            Paragraph(
                tr(
                    "Everything that this vault holds of the case goes: statements with their history, typing, signed "
                    "documents, packages, what was set aside. It cannot be brought back from this vault."
                )
            )
        )
        before = Card(tone="information", margin=16)
        before.body.addWidget(Paragraph(tr("Is everything that has to be kept in the organisation’s own file?")))
        self.export_button = button(tr("Export everything first…"), self._export)
        before.body.addLayout(button_row(self.export_button))
        self.body.addWidget(before)
        for _code, words in standing.obstacles:
            self.body.addWidget(Caption(words))
        self.basis = choice(
            [("", tr("Choose why it may be erased")), *((code, tr(words)) for code, words in erasing.BASES.items())]
        )
        # As wide as there is room: the longest basis would push the dialog aside at large text.
        self.basis.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.basis.setMinimumContentsLength(12)
        self.basis_field = Field(tr("On which basis?"), self.basis)
        self.why = GrowingText(lines=2)
        self.why_field = Field(
            tr("Why now?"), self.why, hint=tr("It stays in the receipt, so write no name of a child or family.")
        )
        people = erasing.second_people(context.at)
        self.person = choice([("", tr("Choose a supervisor")), *people])
        if len(people) == 1:
            self.person.setCurrentIndex(1)
        self.person_field = Field(tr("Who is asked to agree?"), self.person)
        for part in (self.basis_field, self.why_field, self.person_field):
            self.body.addWidget(part)
        self.add_remains()
        self.propose_button = button(tr("Propose it"), self.propose, kind="primary")
        self.cancel_button = button(tr("Cancel"), self.reject, kind="quiet", tip="Esc")
        self.body.addLayout(button_row(self.propose_button, self.cancel_button))
        self.basis.setFocus(Qt.FocusReason.OtherFocusReason)

    def _export(self) -> None:
        self.reject()
        self.export_wanted.emit()

    def propose(self) -> None:
        """Propose it; what is missing is said at its field."""
        basis, person = str(self.basis.currentData() or ""), str(self.person.currentData() or "")
        why = self.why.toPlainText().strip()
        said = (
            (self.basis_field, bool(basis), tr("Choose a basis.")),
            (self.why_field, bool(why), tr("Say in a sentence why.")),
            (self.person_field, bool(person), tr("Choose who is asked.")),
        )
        for field, given, words in said:
            field.set_fault("" if given else words)
        missing = next((field for field, given, _words in said if not given), None)
        if missing is not None:
            missing.focus()
            return
        self.context.operations.run(
            erasing.propose, self.case, person, basis, why, on_done=self._proposed, on_error=self._refused, by=self
        )

    def _proposed(self, sent: Sent) -> None:
        self.accept()
        self.sent.emit(sent)

    def _refused(self, error: HsbAssessError) -> None:
        self.basis_field.set_fault(sentence(error))
        self.basis_field.focus()


class EraseDialog(_Dialog):
    """The last step: the reference typed once more, and the passphrase. ``erased`` carries the change."""

    erased = Signal(object)

    def __init__(self, context: PageContext, erasure: Erasure, parent: QWidget) -> None:
        super().__init__(context, erasure.case, tr("Erase this case"), parent)
        self.erasure = erasure
        other = erasure.answered_by if erasure.mine else erasure.by
        goes = tr(
            "All of case {ref} goes from this vault: its statements ({entries}), its documents ({documents}), and whatever was "
            "typed, sent or set aside. It cannot be brought back from this vault.",
            ref=erasure.reference,
            entries=erasure.entries,
            documents=erasure.documents,
        )
        agreed = tr("{other} agreed with you on {day}.", other=other, day=day_words(erasure.answered[:10]))
        # First what goes, also for the keyboard and a screen reader; the buttons come last.
        self.goes = Card(tone="warning", margin=16)
        self.goes.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.goes.setAccessibleName(f"{goes} {agreed}")
        for words in (goes, agreed):
            self.goes.body.addWidget(Paragraph(words))
        self.body.addWidget(self.goes)
        self.add_remains()
        self.word = QLineEdit()
        self.word_field = Field(tr("Type the reference of the case: {ref}", ref=erasure.reference), self.word)
        self.passphrase = PassphraseEdit()
        self.passphrase.submitted.connect(self.erase)
        self.passphrase_field = Field(
            tr("Your passphrase, once more"), self.passphrase, hint=tr("The receipt is signed with your key.")
        )
        self.erase_button = button(tr("Erase it now"), self.erase, kind="danger")
        self.cancel_button = button(tr("Not now"), self.reject, kind="quiet", tip="Esc")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("Erasing is under way"))
        self.bar.hide()
        self.step = Paragraph()
        self.step.hide()
        for part in (self.word_field, self.passphrase_field):
            self.body.addWidget(part)
        self.body.addLayout(button_row(self.cancel_button, self.erase_button))
        for line in (self.bar, self.step):
            self.body.addWidget(line)
        self._said = _Said(self)
        self._said.words.connect(self.step.setText)
        self.goes.setFocus(Qt.FocusReason.OtherFocusReason)

    def erase(self) -> None:
        """Carry it out; what is missing is said at its field."""
        typed, secret = self.word.text().strip(), self.passphrase.text()
        self.word_field.set_fault("" if typed else tr("Type the reference as it stands above."))
        self.passphrase_field.set_fault("" if secret else tr("Type your passphrase."))
        if not typed or not secret:
            (self.passphrase_field if typed else self.word_field).focus()
            return
        self._busy(under_way=True)
        vault = self.context.vault.vault
        self.context.operations.run(
            carry_out,
            vault,
            self.erasure.id,
            typed,
            secret,
            self._said.words.emit,
            on_done=self._done,
            on_error=self._refused,
            label=tr("Erasing a case"),
            by=self,
        )
        self.passphrase.clear()

    def _busy(self, *, under_way: bool) -> None:
        for made in (self.erase_button, self.cancel_button):
            made.setEnabled(not under_way)
        for line in (self.bar, self.step):
            line.setVisible(under_way)

    def reject(self) -> None:
        """Close, unless it is under way: whoever began it hears how it ended."""
        if self.cancel_button.isEnabled():
            super().reject()

    def _done(self, change: Change) -> None:
        self.accept()
        self.erased.emit(change)

    def _refused(self, error: HsbAssessError) -> None:
        self._busy(under_way=False)
        secret = error.code in {"wrong_passphrase", "wrong_recovery_key", "recovery_key_typo", "too_many_tries"}
        field = self.passphrase_field if secret else self.word_field
        field.set_fault(sentence(error))
        field.focus()
