"""The history of one question: every answer with its author and times, and restoring any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk import assessing
from hsb_assess.desk.history import MARKS, history_of, restore_answer
from ui.form.dates import day_text, moment_text
from ui.form.naming import question_at, short, written
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.widgets.buttons import button, button_row
from ui.widgets.cards import Card, Column
from ui.widgets.tables import Cell, Row, Table
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hsb_assess.desk.history import Said
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError

__all__ = ["HistoryPage"]

_SHORT = 90


class HistoryPage(Page):
    """A table of what was said, newest first, and below it the one that is chosen, whole."""

    def __init__(self, context: PageContext, *, case: str, assessment: str, path: str) -> None:
        super().__init__(context)
        self.heading = tr("History of a question")
        self.case, self.assessment, self.path = case, assessment, path
        self.reading = assessing.reading(context.at, assessment)
        self.said: dict[str, Said] = {}
        column = Column(width=960)
        self.body.addWidget(column)
        column.body.addWidget(Heading(question_at(self.reading, path)))
        column.body.addWidget(
            Paragraph(
                tr(
                    "Nothing that was recorded is ever changed or taken away. Restoring an answer records it anew, under your name."
                )
            )
        )
        self.empty = Caption(tr("Nothing has been recorded here yet."))
        self.table = Table(
            tr("Answers, the newest first"),
            [tr("Answer"), tr("Who"), tr("Recorded"), tr("Worth knowing")],
            stretch=0,
            spare=(3,),
        )
        self.table.current_changed.connect(self._show)
        self.card = Card(margin=20)
        self.title, self.words = Heading("", 3), Paragraph("")
        self.facts, self.notes = Caption(""), Paragraph("")
        self.restore_button = button(tr("Restore this answer"), self.restore, kind="primary")
        self.back_button = button(tr("Back to the question"), self.leave)
        for part in (self.title, self.words, self.facts, self.notes):
            self.card.body.addWidget(part)
        self.card.body.addLayout(button_row(self.restore_button, self.back_button))
        for widget in (self.empty, self.table, self.card):
            column.body.addWidget(widget)
        column.body.addStretch(1)
        self.read()

    def read(self) -> None:
        """Ask for the history; reading a whole case's chains takes a moment."""
        self.context.operations.look(history_of, self.assessment, self.path, on_done=self._take)

    def _take(self, said: tuple[Said, ...]) -> None:
        self.said = {each.entry: each for each in said}
        rows = [
            Row(
                each.entry,
                (
                    Cell(short(self._answer(each), _SHORT), bold=each.stands),
                    Cell(self._who(each)),
                    Cell(moment_text(each.recorded), sort=each.recorded),
                    Cell(self._worth(each)),
                ),
            )
            for each in said
        ]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.card.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.fit_height(10)
        self._show(self.table.current_key())

    def _who(self, each: Said) -> str:
        name = each.name or tr("somebody else")
        return name if each.laptop == 1 else tr("{name}, laptop {n}", name=name, n=each.laptop)

    def _worth(self, each: Said) -> str:
        noticed = [tr("Stands now")] if each.stands else []
        if each.settled:
            noticed.append(tr("Decided between two"))
        if each.taken:
            noticed.append(tr("Taken over from {day}", day=day_text(each.taken)))
        noticed += [tr(MARKS[code]) for code in each.marks]
        return " ".join(noticed)

    def _answer(self, each: Said) -> str:
        if each.removed:
            return tr("Taken out of the list")
        if each.answer is None:
            return tr("Put in the list")
        return written(self.reading, self.path, each.answer) or tr("No answer yet")

    def _show(self, entry: str) -> None:
        each = self.said.get(entry)
        if each is None:
            return
        self.title.setText(tr("Stands now") if each.stands else tr("An earlier answer"))
        self.words.setText(self._answer(each))
        facts = [
            tr("Recorded by {who} on {when}.", who=self._who(each), when=moment_text(each.recorded)),
            tr("It happened on {when}.", when=moment_text(each.occurred)) if each.occurred != each.recorded else "",
            tr("Form version {version}.", version=each.form) if each.form else "",
        ]
        self.facts.setText(" ".join(filter(None, facts)))
        notes = [tr(MARKS[code]) for code in each.marks]
        if each.settled:
            notes.insert(0, tr("Decided between two answers: {why}", why=each.settled))
        if each.taken:
            notes.insert(
                0, tr("Taken over from an earlier assessment, where it was given on {day}.", day=day_text(each.taken))
            )
        self.notes.setText(" ".join(notes))
        self.notes.setVisible(bool(notes))
        self.restore_button.setEnabled(not each.stands)
        self.restore_button.setAccessibleName(f"{self.restore_button.text()}: {short(self._answer(each), _SHORT)}")

    def restore(self) -> None:
        """Let the chosen answer stand again."""
        chosen = self.table.current_key()
        if chosen:
            self.restore_button.setEnabled(False)
            self.context.operations.run(
                restore_answer,
                self.assessment,
                self.path,
                chosen,
                on_done=self._restored,
                on_error=self._refused,
                by=self,
            )

    def _restored(self, _change: Change) -> None:
        self.context.notices.done(tr("The answer stands again. The history keeps the other one."))
        self.read()

    def _refused(self, error: HsbAssessError) -> None:
        self.restore_button.setEnabled(True)
        self.context.notices.error(error)

    def leave(self) -> None:
        """Go back to the question."""
        self.context.navigate(Target("assessment", case=self.case, assessment=self.assessment, path=self.path))

    def place(self) -> Target:
        """Return this question's history."""
        return Target("history", case=self.case, assessment=self.assessment, path=self.path)

    def first_focus(self) -> QWidget:
        """Start at the answers."""
        return self.table

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Show what was recorded meanwhile."""
        if change.case == self.case and not mine:
            self.read()
