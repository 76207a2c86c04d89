"""Types into an assessment as a person does, key by key, and tells the test what was typed and what is said to be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from hsb_assess.desk import assessing
from hsb_assess.desk.script import Labels, known_people, steps_of_text
from hsb_assess.desk.steps import Step
from hsb_assess.domain.answer import Absence, Answer, absent
from ui.demo.filling import Filling
from ui.demo.typist import Typist
from ui.form.editor import LineEditor, NumberEditor, TextEditor
from ui.form.question import QuestionField
from ui.pages.assessment import AssessmentPage

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from pydantic import JsonValue

    from tests.faults.desk import Line
    from ui.app import App
    from ui.form.keeping import Keeper
    from ui.operations import SaveState

__all__ = ["EARLY", "SLOW", "WORDS", "SlowTypist", "do_steps", "leave_open", "type_away"]

EARLY: Final = "early"
"""A control: an answer is said to be saved when it is handed over, before it is committed."""
SLOW: Final = "slow"
"""A control: drafts are kept two seconds after a key instead of a fifth of one."""

WORDS: Final = (
    "it",
    "was",
    "said",
    "at",
    "home",
    "after",
    "school",
    "that",
    "nobody",
    "had",
    "asked",
    "him",
    "how",
    "he",
    "felt",
)
TEXTS: Final = ("M00.ref", "M00.name", "M00.known_as", "M00.qualifications", "M01.sleeps_tonight")
LONG_TEXTS: Final = ("M01.reason", "M01.stops_contact_tonight", "M14.worries", "M14.hopes", "M14.best_worst")
CHOICES: Final = {
    "M00.jurisdiction": ("england", "wales"),
    "M01.danger": ({"state": "yes"}, {"state": "suspected"}),
    "M01.s47": ("single", "joint", "none"),
}
DAYS: Final = ("2017-01-20", "2016-11-03", "2018-05-28")


class Witness(QObject):
    """Stands between the form and the desk: notes what is handed over, and when the window says that it is saved.

    The window says so in its status line; an act that was handed over before it said so is acknowledged.
    """

    def __init__(self, app: App, page: AssessmentPage, line: Line, control: str) -> None:
        super().__init__(app)
        assert app.session is not None
        self.line, self.control = line, control
        self.status = app.session.frame.status
        self.keeper: Keeper = page.model.keeper
        page.model.keeper = self
        self.handed: list[dict[str, Any]] = []
        app.session.operations.state_changed.connect(self._state)

    def _hand(self, act: str, path: str, value: object) -> None:
        said = {"act": act, "path": path, "value": value}
        if self.control == EARLY:
            self.line.tell("saved", **said)
        else:
            self.handed.append(said)
        self.line.tell("handed", **said)

    def _state(self, state: SaveState) -> None:
        if state.saving or state.error or not self.status.words.text().startswith("Saved in this vault"):
            return
        for said in self.handed:
            self.line.tell("saved", **said)
        self.handed.clear()

    # -- what a keeper does ----------------------------------------------------------------------------------

    def draft(self, path: str, value: JsonValue, cursor: int) -> None:
        """Pass a draft on."""
        self._hand("draft", path, value)
        self.keeper.draft(path, value, cursor)

    def record(self, path: str, answer: Answer, failed: Callable[[], None], *, noted: bool = False) -> None:
        """Pass an answer on."""
        self._hand("answer", path, answer.body())
        self.keeper.record(path, answer, failed, noted=noted)

    def add_row(self, group_path: str, done: Callable[[str], None]) -> None:
        """Pass a new row on; it is there when it comes back."""

        def made(row: str) -> None:
            self.line.tell("saved", act="row", path=f"{group_path}[{row}]", value=None)
            done(row)

        self.keeper.add_row(group_path, made)

    def remove_row(self, row_path: str, done: Callable[[], None]) -> None:
        """Pass a removal on."""
        self.keeper.remove_row(row_path, done)

    def add_thing(self, kind: str, fields: Mapping[str, Answer], done: Callable[[str], None]) -> None:
        """Pass a new thing on."""
        self.keeper.add_thing(kind, fields, done)

    def now(self) -> datetime:
        """Return the present moment."""
        return self.keeper.now()


class SlowTypist(Typist):
    """Hands that take their time over each key, and tell what stands in a field of words after it.

    ``path`` is what they write at, where that is no question.
    """

    def __init__(self, line: Line, chance: random.Random) -> None:
        self.line, self.chance = line, chance
        self.path = ""

    def write(self, widget: QLineEdit | QPlainTextEdit, text: str, *, enter: bool = False) -> None:
        """Replace what is in a field by ``text``, key by key, at the pace of a quick typist."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        widget.selectAll()
        path = self.path or _words_of(widget)
        for letter in text:
            QTest.keyClicks(widget, letter)
            if path:
                now = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
                self.line.tell("typed", path=path, value=now)
            self.rest(self.chance.randint(4, 60))
        if enter:
            QTest.keyClick(widget, Qt.Key.Key_Return)
        self.pause()

    @staticmethod
    def rest(milliseconds: int) -> None:
        """Let the app be for a moment, in a loop such as its own: ``QTest.qWait`` keeps every other Python thread waiting."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def _words_of(widget: QLineEdit | QPlainTextEdit) -> str:
    """Return the path of the question whose words ``widget`` takes; empty where the words are read as something else."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QuestionField):
        above = above.parentWidget()
    if not isinstance(above, QuestionField) or isinstance(above.editor, NumberEditor):
        return ""
    ours = isinstance(above.editor, LineEditor | TextEditor) and above.editor.first() is widget
    return above.path if ours else ""


def _page(app: App) -> AssessmentPage:
    assert app.session is not None
    page = app.session.frame.navigator.page
    assert isinstance(page, AssessmentPage)
    return page


def _labels(page: AssessmentPage) -> Labels:
    return known_people(page.context.at, page.case, page.model.definition)


def _some_words(chance: random.Random, most: int) -> str:
    # A number makes every text another one, so that the test can tell which of them it finds.
    words = [chance.choice(WORDS) for _ in range(chance.randint(2, most))]
    return " ".join([*words, str(chance.randrange(10**6))])


def _day(chance: random.Random) -> Answer:
    return Answer(value={"date": chance.choice(DAYS), "about": False, "end": None})


def _action(chance: random.Random, number: int) -> Step:
    kind = chance.choice(("text", "long", "long", "choice", "date", "absence", "row"))
    if kind == "text":
        return Step(chance.choice(TEXTS), Answer(value=_some_words(chance, 4)))
    if kind == "long":
        return Step(chance.choice(LONG_TEXTS), Answer(value=_some_words(chance, 12)))
    if kind == "choice":
        path = chance.choice(sorted(CHOICES))
        return Step(path, Answer(value=chance.choice(CHOICES[path])))
    if kind == "date":
        return Step("M00.dob", _day(chance))
    if kind == "absence":
        return Step("M00.faith", absent(chance.choice((Absence.UNKNOWN, Absence.DECLINED))))
    fields = {"when": _day(chance), "what": Answer(value=_some_words(chance, 8)), "category": Answer(value="seen")}
    return Step(f"M02.events[row{number}]", fields=fields)


def type_away(app: App, line: Line, chance: random.Random, control: str, bursts: int) -> None:
    """Go from question to question and type, ``bursts`` times or until killed."""
    page = _page(app)
    if control == SLOW:
        page.model._timer.setInterval(2000)
    Witness(app, page, line, control)
    filling = Filling(page, SlowTypist(line, chance), _labels(page), {})
    line.tell("typing")
    for number in range(bursts):
        filling.steps([_action(chance, number)])


def do_steps(app: App, text: str) -> None:
    """Do what a mapping of things and answers says, at the usual pace of the demonstration."""
    page = _page(app)
    filling = Filling(page, Typist(), _labels(page), {})
    filling.steps(steps_of_text(page.model.definition, text, page.model.today))


def leave_open(app: App, path: str, words: str, *, kept: bool) -> None:
    """Type words into a question and stay there; with ``kept`` wait until the draft is."""
    page = _page(app)
    field = Filling(page, Typist(), _labels(page), {})._field(path)
    editor = field.editor
    assert isinstance(editor, TextEditor)
    Typist().write(editor.box, words)
    if kept:

        def drafted() -> bool:
            return {"value": words} in [draft.body for draft in assessing.drafts(page.context.at, page.assessment)]

        Typist().settle(drafted, "the draft on the disk")
