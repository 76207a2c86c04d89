"""What was said last time, quietly beside each question: read after the form is on screen, taken over one by one."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hsb_assess.desk import again, lasttime
from hsb_assess.desk.lasttime import NO_LAST, NOTES, Note
from hsb_assess.record.taken import TAKEN_KEY, follows, said_now
from ui.form.dates import day_text
from ui.form.flow import Flow
from ui.form.labels import SmallButton, quiet
from ui.form.naming import short, written
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.lasttime import Last, LastTime
    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.record.reading import Reading
    from ui.form.form import Form
    from ui.form.question import QuestionField
    from ui.form.rows import RowsView
    from ui.navigation import Page

__all__ = ["LastLine", "LastRows", "LastTimes"]

_MOST: Final = 220
"""So many letters of an answer are shown at once; the rest is shown before it can be taken over."""
_ROWS: Final = 8
_REST_MS: Final = 90
"""So long after the last question was built, a section has been painted; what is put beside its questions comes then."""
_BETWEEN_MS: Final = 15
_SLICE_SECONDS: Final = 0.012


def _said(before: Reading, last: Last) -> str:
    """Return an answer of last time in the words of then; what it cited is told apart."""
    return written(before, last.before, before.answer(last.before).model_copy(update={"evidence": ()}))


class LastLine(QWidget):
    """One line under a question: when it was answered last, what was said, what to mind, and a button that takes it over."""

    def __init__(self, last: Last, words: str, press: Callable[[], object]) -> None:
        super().__init__()
        self.last, self._whole = last, words
        self.open = len(" ".join(words.split())) <= _MOST and "\n" not in words
        """Whether all of it is in sight."""
        self.words = quiet("")
        self.button = SmallButton()
        self.button.setToolTip(tr("What was said last time (Ctrl+7)"))
        self.button.clicked.connect(lambda _checked=False: press())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_state(self, question: str, *, taken: bool, same: bool, free: bool, unfit: str) -> None:
        """Say what stands: ``taken`` over, the ``same`` answer given anew, or ``free`` to be taken over.

        ``unfit`` says why it cannot be, beyond what its notes say.
        """
        day = day_text(self.last.asked)
        said = self._whole if self.open else short(self._whole, _MOST)
        told = [tr("Last time ({day}): {words}", day=day, words=said)]
        if taken:
            told = [tr("Taken over from {day}, not asked again.", day=day)]
        elif same:
            told = [tr("The same as last time ({day}).", day=day)]
        else:
            if self.last.cited:
                told.append(tr("Evidence then: {n}.", n=self.last.cited))
            told += [tr(NOTES[code]) for code in self.last.notes]
            if self.last.question:
                told.append(tr("It was asked: “{question}”", question=self.last.question))
            if unfit:
                told.append(unfit)
        separator = "\n" if self.open and "\n" in said else " "
        self.words.setText(separator.join(told))
        self.button.setText(tr("Take it over") if self.open else tr("Show all of it"))
        self.button.setAccessibleName(f"{self.button.text()}: {question}")
        self.button.setAccessibleDescription(self.words.text())
        self.button.setVisible((free and self.last.fits and not unfit) or (free and not self.open))


class LastRows(QWidget):
    """Under a list: the rows of last time that are not listed again yet, each with a button that lists it, empty."""

    def __init__(self, name: str, bring: Callable[[str], object]) -> None:
        super().__init__()
        self._name, self._bring = name, bring
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 4, 0, 0)
        self.body.setSpacing(2)
        self.words = quiet("")
        self.body.addWidget(self.words)
        self.ways = Flow()
        self.body.addLayout(self.ways)
        self.buttons: dict[str, SmallButton] = {}

    def show_rows(self, day: str, rows: dict[str, str], *, may_write: bool) -> None:
        """Show the rows that are left, by id with what each says."""
        for made in self.buttons.values():
            made.hide()
            made.deleteLater()
        self.buttons.clear()
        listed = list(rows.items())
        names = [f"{at}. {words}" for at, (_row, words) in enumerate(listed[:_ROWS], 1)]
        more = [tr("And {n} more.", n=len(listed) - _ROWS)] if len(listed) > _ROWS else []
        head = tr("Listed last time ({day}), and not here yet:", day=day_text(day))
        self.words.setText("\n".join((head, *names, *more)))
        for at, (row, words) in enumerate(listed[:_ROWS] if may_write else (), 1):
            made = SmallButton(tr("List number {n} again", n=at))
            made.setAccessibleName(tr("List again: {row}", row=words))
            made.setAccessibleDescription(tr("Its questions are not asked yet."))
            made.clicked.connect(lambda _checked=False, row=row: self._bring(row))
            self.buttons[row] = made
            self.ways.addWidget(made)
        self.setVisible(bool(rows))


class LastTimes(QObject):
    """Reads what was said last time once the form is on screen, and puts it beside the questions as they are built."""

    def __init__(self, form: Form, page: Page, assessment: str) -> None:
        super().__init__(page)
        self.form, self.model, self._page, self._assessment = form, form.model, page, assessment
        self.last: LastTime = NO_LAST
        self.lines: dict[str, LastLine] = {}
        self._taken: dict[str, bool] = {}
        self._waiting: deque[QuestionField] = deque()
        self._lists: list[RowsView] = []
        self.rows: dict[str, LastRows] = {}
        self._rested = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)
        if follows(self.model.reading):
            form.built.connect(self._built)
            form.listed.connect(self._listed)
            form.model.answered.connect(self._answered)
            form.model.rows_changed.connect(self._rows_changed)
            form.model.shown.connect(self._shown)

    def look(self) -> None:
        """Ask for what was said; nothing where this assessment follows none."""
        if follows(self.model.reading):
            self._page.context.operations.look(
                lasttime.last_time, self._assessment, on_done=self._take, on_error=self._refused
            )

    def _take(self, found: LastTime) -> None:
        self.last = found
        self._waiting.extend(field for path, field in self.form.fields.items() if path in found.answers)
        self._begin()
        for view in self._lists:
            self._show_rows(view)

    def _refused(self, error: HsbAssessError) -> None:
        self._page.context.notices.error(error)

    # -- putting it beside questions, a few at a time --------------------------------------------------------

    def _built(self, field: QuestionField) -> None:
        if field.path in self.last.answers:
            self._waiting.append(field)
            self._begin()

    def _begin(self) -> None:
        if self._waiting:
            self._rested = False
            self._soon.start(0)

    def _go_on(self) -> None:
        if not self._rested:  # however long building took: the rest begins once the events after it are handled
            self._rested = True
            self._soon.start(_REST_MS)
            return
        until = time.monotonic() + _SLICE_SECONDS
        while self._waiting and time.monotonic() < until:
            field = self._waiting.popleft()
            if shiboken6.isValid(field):
                self._put(field)
        if self._waiting:
            self._soon.start(_BETWEEN_MS)

    def _put(self, field: QuestionField) -> None:
        last, before = self.last.answers[field.path], self.last.reading
        if before is None:
            return
        words = _said(before, last)
        line = LastLine(last, words, lambda: self.press(field.path))
        self.lines[field.path] = line
        field.put_below(line)
        self._show(field.path)

    def complete(self) -> None:
        """Put what waits beside its questions now."""
        while self._waiting:
            field = self._waiting.popleft()
            if shiboken6.isValid(field):
                self._put(field)
        self._soon.stop()

    # -- what stands -----------------------------------------------------------------------------------------

    def is_taken(self, path: str) -> bool:
        """Say whether the answer at ``path`` is the one of last time, taken over and not given anew."""
        last = self.last.answers.get(path)
        if last is None or self.model.answer(path) != last.answer:
            return False
        known = self._taken.get(path)
        return said_now(self.model.reading.notes.get(f"{TAKEN_KEY}{path}"), last.answer) if known is None else known

    def _unfit(self, last: Last) -> str:
        return tr(NOTES[Note.WITHHELD]) if lasttime.withheld(self.model.engine.withheld, last) else ""

    def _show(self, path: str) -> None:
        line = self.lines.get(path)
        if line is None or not shiboken6.isValid(line):
            self.lines.pop(path, None)
            return
        now, last = self.model.answer(path), line.last
        taken = self.is_taken(path)
        free = not now.is_asked() and self.model.may_write(path)
        same = now.is_asked() and now.model_copy(update={"evidence": ()}) == last.answer.model_copy(
            update={"evidence": ()}
        )
        field = self.form.fields[path]
        line.show_state(field.question, taken=taken, same=same, free=free, unfit=self._unfit(last))
        field.tell(line.words.text())

    def _answered(self, path: str) -> None:
        if path in self.lines:
            if not self.model.answer(path).is_asked():
                self._taken[path] = False  # whatever is said next is said anew
            self._show(path)

    def _shown(self, paths: frozenset[str] | None) -> None:
        if paths is None:  # a newer reading: its marks say what was taken over
            self._taken.clear()
            for path in list(self.lines):
                self._show(path)

    # -- acting ----------------------------------------------------------------------------------------------

    def press(self, path: str) -> None:
        """Take over what was said at ``path``, once all of it is in sight; else say why not."""
        if path not in self.lines:
            self.complete()
        line, notices = self.lines.get(path), self._page.context.notices
        if line is None:
            words = tr("Nothing was answered here last time.") if self.last is not NO_LAST else self._no_last()
            notices.say(words)
            return
        if not self.model.may_write(path):
            return
        if self.model.answer(path).is_asked():
            notices.say(
                tr("This is answered already. Ctrl+1 says that it was not asked yet; then it can be taken over.")
            )
        elif not line.open:
            line.open = True
            self._show(path)
        elif not line.last.fits or self._unfit(line.last):
            notices.say(line.words.text())
        else:
            self._take_over(path, line.last)

    def _no_last(self) -> str:
        if follows(self.model.reading):
            return tr("What was said last time is being read.")
        return tr("This assessment follows no other. A reassessment is started on the page of the case.")

    def _take_over(self, path: str, last: Last) -> None:
        self.model.stand(path, last.answer)
        self._taken[path] = True
        field = self.form.fields[path]
        had_keyboard = self.lines[path].button.hasFocus()
        field.show_anew()
        self._show(path)
        if had_keyboard:
            field.take_focus()
        self._page.context.notices.done(tr("Taken over, with its evidence. Ctrl+Z takes it back."))
        self._page.context.operations.run(
            again.take_over, self._assessment, {path: last.entry}, by=self._page, on_error=self._not_taken
        )

    def _not_taken(self, error: HsbAssessError) -> None:
        from hsb_assess.desk import assessing

        self._page.context.notices.error(error)
        self.model.replace_reading(assessing.reading(self._page.context.at, self._assessment))

    # -- rows of lists ---------------------------------------------------------------------------------------

    def _listed(self, view: RowsView) -> None:
        if view.item.kind is not None:
            return
        self._lists = [each for each in self._lists if shiboken6.isValid(each)] + [view]
        self._show_rows(view)

    def _rows_changed(self, path: str) -> None:
        for view in self._lists:
            if shiboken6.isValid(view) and view.path == path:
                self._show_rows(view)

    def _show_rows(self, view: RowsView) -> None:
        if not shiboken6.isValid(view) or not self.last.rows.get(view.path):
            return
        there = self.model.rows(view.path)
        left = {row: self._row_words(view, row) for row in self.last.rows[view.path] if row not in there}
        shown = self.rows.get(view.path)
        if shown is None or not shiboken6.isValid(shown) or not view.isAncestorOf(shown):
            if not left:
                return
            shown = self.rows[view.path] = LastRows(view.row_name, lambda row: self._bring(view, row))
            view.body.addWidget(shown)
        shown.show_rows(self.last.day, left, may_write=self.model.may_write(view.path))

    def _row_words(self, view: RowsView, row: str) -> str:
        before = self.last.reading
        found = (self.last.answers.get(f"{view.path}[{row}].{item.id}") for item in view.columns)
        said = (_said(before, each) for each in found if each is not None and before is not None)
        return short(" · ".join(filter(None, said)), 120) or view.row_name

    def _bring(self, view: RowsView, row: str) -> None:
        def came(_change: Change) -> None:
            if shiboken6.isValid(view):
                self.model.row_came(view.path, row)
                view.open_row(row)

        self._page.context.operations.run(
            again.bring_row, self._assessment, f"{view.path}[{row}]", by=self._page, on_done=came
        )
