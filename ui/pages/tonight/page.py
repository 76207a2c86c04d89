"""The page of the papers for tonight: choose one, see it at once, print it or save it; nothing has to be finished first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hsb_assess.desk import tonight
from hsb_assess.domain.errors import HsbAssessError
from ui.form.choices import RadioEditor
from ui.form.exporting import ExportPanel
from ui.form.flow import Flow
from ui.form.preview import Preview
from ui.language import tr
from ui.navigation import Page, PageContext, Target
from ui.pages.tonight.printing import Printers, paint
from ui.pages.tonight.words import basis_words, left_out_words, options, whom
from ui.widgets.buttons import button
from ui.widgets.cards import Column
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Field
from ui.widgets.files import PDFS, Files, write_file
from ui.widgets.fitting import FitsRoom
from ui.widgets.splitting import Split
from ui.widgets.text import Caption, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from hsb_assess.desk.tonight import Paper
    from hsb_assess.desk.workplace import Change

__all__ = ["TonightPage"]

_LIST: Final = 25
_WIDE: Final = 50
"""Letters of width of what is chosen, and of the page from which the paper stands beside it."""


class TonightPage(FitsRoom, Page):
    """What there is at the left, the paper at the right. ``files`` and ``printers`` are the seams for dialogs."""

    def __init__(
        self, context: PageContext, *, case: str, assessment: str | None = None, part: str | None = None
    ) -> None:
        super().__init__(context)
        self.heading = tr("Papers for tonight")
        self.case, self.assessment = case, self._holistic(case, assessment)
        self.files, self.printers = Files(), Printers()
        self.kind = part if part in tonight.KINDS else tonight.KINDS[0]
        self.paper: Paper | None = None
        self.body.setContentsMargins(24, 16, 24, 8)
        self._lay_out()
        self.make()

    def _holistic(self, case: str, assessment: str | None) -> str | None:
        """Return the assessment that is open if these papers can be made of it, else the newest one of the case."""
        try:
            return tonight.assessment_for(self.context.at, case, assessment)
        except HsbAssessError:
            return None

    # -- building --------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.left = Column(width=560)
        self.preview = Preview()
        self.left.body.setSpacing(12)
        self.title = Heading(tr("Papers for tonight"))
        self.left.body.addWidget(self.title)
        self.intro = Paragraph(
            tr(
                "They hold what is recorded now, and say what is not yet asked. Nothing has to be finished or signed first."
            )
        )
        self.left.body.addWidget(self.intro)
        self.choice = RadioEditor(options(), flow=True)
        self.choice.name(tr("Which paper?"))
        self.choice.fill(self.kind)
        self.choice.chosen = self._chosen
        self.left.body.addWidget(self.choice.widget)
        self.print_button = button(tr("Print…"), lambda: self.ask(on_paper=True), kind="primary")
        self.export_button = button(tr("Save as PDF…"), lambda: self.ask(on_paper=False))
        self.acts = QWidget()
        acts = Flow(self.acts, gap=8)
        for made in (self.print_button, self.export_button):
            acts.addWidget(made)
        self.left.body.addWidget(self.acts)
        self.about = Caption("")
        self.left.body.addWidget(self.about)
        self.export = ExportPanel(self.choose_place, self._export_closed)
        self.left.body.addWidget(self.export)
        self.reach = QLineEdit(tonight.reach(self.context.at))
        self.reach.setObjectName("tonight_reach")
        self.reach.setMaxLength(tonight.MOST_LETTERS)
        self.reach.editingFinished.connect(self._keep_reach)
        self.reach_field = Field(
            tr("How are you reached tonight? (optional)"),
            self.reach,
            hint=tr(
                "Telephone numbers, yours and the duty team’s. They are kept in this vault and stand on each paper."
            ),
        )
        self.left.body.addWidget(self.reach_field)
        self.start_button = button(tr("Go to the case"), self._go_to_case, kind="primary")
        self.empty = EmptyState(
            tr("No first day yet"),
            tr("Start the holistic assessment in the case. From its first answer on, these papers can be printed."),
            self.start_button,
        )
        self.left.body.addWidget(self.empty)
        self.left.body.addStretch(1)
        self.split = Split(self.left, self.preview)
        self.body.addWidget(self.split, 1)
        there = self.assessment is not None
        for part in (self.choice.widget, self.reach_field, self.acts, self.about, self.preview):
            part.setVisible(there)
        self.empty.setVisible(not there)
        self._allow()

    def _fit(self) -> None:
        """Put the paper under the choice where there is little room."""
        letter = max(16, QApplication.font().pixelSize())
        beside = self.width() // letter >= _WIDE
        self.left.setMinimumWidth(_LIST * letter if beside else 240)
        for part in (self.title, self.intro):  # under each other there is little height, and the crumb says the title
            part.setVisible(beside or self.assessment is None)
        self.split.arrange(beside=beside)

    # -- the paper -------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Make the paper that is chosen, from what is recorded now."""
        if self.assessment is None:
            return
        self.paper = None
        self._allow()
        self.about.setText(f"{whom(self.kind)} {tr('Making the paper…')}")
        self.context.operations.look(
            tonight.paper,
            self.assessment,
            self.kind,
            label=tr("Making the paper"),
            on_done=self._made,
            on_error=self._not_made,
        )

    def _made(self, made: Paper) -> None:
        if made.kind != self.kind:
            return  # another one was chosen meanwhile, and is under way
        self.paper = made
        self.preview.show_bytes(made.pdf)
        time = made.made[11:16]
        pages = tr("one page") if made.pages == 1 else tr("{n} pages", n=made.pages)
        words = tr("Made at {time} from what is recorded: {pages}. A draft, not signed.", time=time, pages=pages)
        self.about.setText(" ".join(part for part in (whom(self.kind), words, left_out_words(made.left_out)) if part))
        self._allow()

    def _not_made(self, error: HsbAssessError) -> None:
        self.about.setText(tr("The paper could not be made."))
        self.context.notices.error(error)

    def _allow(self) -> None:
        for made in (self.print_button, self.export_button):
            made.setEnabled(self.paper is not None)

    def _chosen(self) -> None:
        self.show_kind(str(self.choice.value() or tonight.KINDS[0]))

    def show_kind(self, kind: str) -> None:
        """Show another paper."""
        if kind == self.kind:
            return
        self.kind = kind
        self.choice.fill(kind)
        if not self.export.isHidden():
            self.export.close_panel()
        self.make()

    def _keep_reach(self) -> None:
        if self.reach.text().strip() != tonight.reach(self.context.at):
            self.context.operations.run(tonight.keep_reach, self.reach.text(), by=self, on_done=self._kept_reach)

    def _kept_reach(self, _change: Change) -> None:
        """Make the paper anew with what was kept."""
        self.make()

    def _go_to_case(self) -> None:
        self.context.navigate(Target("case", case=self.case))

    # -- taking it out ---------------------------------------------------------------------------------------

    def ask(self, *, on_paper: bool) -> None:
        """Ask who receives the paper; why is proposed."""
        if self.paper is not None:
            title = next(words for code, words, _ in options() if code == self.kind)
            self.split.favour_chosen(more=True)
            self.export.open(title, basis=basis_words(), on_paper=on_paper)

    def _export_closed(self) -> None:
        self.split.favour_chosen(more=False)
        (self.print_button if self.export.on_paper else self.export_button).setFocus()

    def choose_place(self, recipient: str, basis: str) -> None:
        """Ask for the printer or the place; only then does the paper leave the vault, and is that noted."""
        made = self.paper
        if made is None:
            return
        if self.export.on_paper:
            device = self.printers.choose(self)
            if device is not None:
                self._leave(made, recipient, basis, "printed", lambda _pdf: self._print(device))
            return
        name = f"{self.context.at.clock.today().isoformat()}-{made.kind}.pdf"
        path = self.files.save(self, tr("Save the paper"), name, PDFS)
        if path is not None:
            self._leave(made, recipient, basis, "exported", lambda pdf: self._save(path, pdf))

    def _leave(self, made: Paper, recipient: str, basis: str, how: str, then: Callable[[bytes], None]) -> None:
        self.context.operations.run(tonight.left, made, recipient, basis, how, by=self, on_done=then)

    def _print(self, device: QPagedPaintDevice) -> None:
        paint(self.preview.document, device)
        self.export.close_panel()
        self.context.notices.done(tr("Sent to the printer. The vault keeps who receives it and why."))

    def _save(self, path: Path, pdf: bytes) -> None:
        try:
            write_file(path, pdf)
        except HsbAssessError as error:
            self.context.notices.error(error)
            return
        self.export.close_panel()
        self.context.notices.done(tr("Saved. The vault keeps who receives it and why."))

    # -- what the shell asks ---------------------------------------------------------------------------------

    def seal(self) -> None:
        """Keep the telephone number that is being typed."""
        if self.reach.text().strip() != tonight.reach(self.context.at):
            self.context.operations.run(tonight.keep_reach, self.reach.text(), by=self)

    def place(self) -> Target | None:
        """Return the paper that is shown."""
        return Target("tonight", case=self.case, assessment=self.assessment, part=self.kind)

    def show_target(self, target: Target) -> bool:
        """Show another paper."""
        if target.part in tonight.KINDS:
            self.show_kind(str(target.part))
        return True

    def first_focus(self) -> QWidget | None:
        """Start at the choice."""
        return self.choice.first() if self.assessment is not None else self.start_button

    def on_change(self, change: Change, *, mine: bool) -> None:
        """Make the paper anew when something in the case is recorded meanwhile."""
        if change.case == self.case and not mine:
            self.make()
