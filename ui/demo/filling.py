"""Enters the steps of a case script into the form on screen, the way a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hsb_assess.domain.answer import Absence
from hsb_assess.instrument.schema import ItemType
from ui.demo.typist import Typist, stuck
from ui.form.choices import CheckEditor, ComboEditor, RadioEditor
from ui.form.dates import value_text
from ui.form.editor import LineEditor, TextEditor
from ui.form.picker import RefEditor
from ui.form.rows import RowsView
from ui.form.state import StateEditor
from ui.form.when import DateEditor, MomentEditor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import JsonValue

    from hsb_assess.desk.script import Labels
    from hsb_assess.desk.steps import New, Step
    from hsb_assess.domain.answer import Answer
    from ui.form.editor import Editor
    from ui.form.evidence import EvidencePanel
    from ui.form.newthing import NewThing
    from ui.form.question import QuestionField
    from ui.pages.assessment import AssessmentPage

__all__ = ["Filling", "Hands", "Own"]


def _several(value: JsonValue) -> list[str]:
    """Return the codes or labels of an answer: one, or several."""
    return [str(each) for each in (value if isinstance(value, list) else [value])]


class Hands:
    """Gives an editor its value by typing and clicking; naming people is left to who knows them."""

    def __init__(self, typist: Typist) -> None:
        self.typist = typist

    def _fill(self, field: QuestionField, value: JsonValue) -> None:
        self._edit(field.editor, value)

    def _edit(self, editor: Editor, value: JsonValue) -> None:
        if isinstance(editor, StateEditor):
            self._state(editor, value)
        elif isinstance(editor, RefEditor):
            for label in _several(value):
                self._name(editor, label)
        elif isinstance(editor, DateEditor | MomentEditor):
            self.typist.write(editor.field, value_text(value), enter=True)
        elif isinstance(editor, TextEditor):
            self.typist.write(editor.box, str(value))
        elif isinstance(editor, LineEditor):
            self.typist.write(editor.field, str(value))
        else:
            self._choose(editor, value)

    def _choose(self, editor: Editor, value: JsonValue) -> None:
        if isinstance(editor, RadioEditor):
            self.typist.click(editor.buttons[value if isinstance(value, int) else str(value)])
        elif isinstance(editor, CheckEditor):
            for code in _several(value):
                if not editor.boxes[code].isChecked():
                    self.typist.click(editor.boxes[code])
        elif isinstance(editor, ComboEditor):
            self.typist.pick(editor.combo, editor.combo.findData(value))
        else:
            raise stuck(f"a way to fill {type(editor).__name__}")

    def _state(self, editor: StateEditor, value: JsonValue) -> None:
        said = value if isinstance(value, dict) else {}
        self.typist.click(editor.radios.buttons[str(said["state"])])
        if editor.looked is not None and editor.looked.isVisible():
            for name, entry in (("who", editor.looked.who), ("how", editor.looked.how)):
                if name in said:
                    self.typist.write(entry, str(said[name]))
            if "when" in said:
                day: JsonValue = {"date": said["when"]} if isinstance(said["when"], str) else said["when"]
                self.typist.write(editor.looked.when.field, value_text(day), enter=True)

    def _name(self, editor: RefEditor, label: str) -> None:
        """Pick somebody by name."""
        raise stuck(f"somebody called {label} in {type(editor).__name__}")


class Own(Hands):
    """Answers the supervisor's own questions on the review desk."""

    def __init__(self, steps: Iterable[Step], typist: Typist) -> None:
        super().__init__(typist)
        self.steps = tuple(steps)

    def answer(self, fields: Mapping[str, QuestionField]) -> None:
        """Answer each question in its field."""
        for step in self.steps:
            field = fields[step.path]
            self.typist.front(field)
            field.take_focus()
            self._fill(field, step.answer.value)


class Filling(Hands):
    """One person at one assessment page. ``labels`` learns what was made.

    People and evidence are entered when they are first named; ``known`` holds what is to be entered of each.
    """

    def __init__(self, page: AssessmentPage, typist: Typist, labels: Labels, known: dict[str, New]) -> None:
        super().__init__(typist)
        self.page, self.labels, self.known = page, labels, known

    def steps(self, steps: Iterable[Step]) -> None:
        """Do every step in order."""
        for step in steps:
            self.known.update({new.label: new for new in step.needs})
            if step.is_row:
                self._row(step)
            else:
                self._answer(step)
        self.page.seal()
        self.typist.settle(lambda: not self.page.context.operations.busy(), "everything saved")

    # -- going there -----------------------------------------------------------------------------------------

    def _field(self, path: str) -> QuestionField:
        """Bring a question into sight and return it."""
        from ui.navigation import Target

        target = self.labels.path(path)
        there = self.page.form.fields.get(target)
        if there is not None and there.isVisible():
            return there
        self.page.show_target(Target("assessment", case=self.page.case, assessment=self.page.assessment, path=target))
        self.typist.settle(lambda: target in self.page.form.fields, f"question {path}")
        field = self.page.form.fields[target]
        self.typist.settle(field.isVisible, f"question {path} shown")
        return field

    def _rows(self, group: str) -> RowsView:
        from ui.navigation import Target

        there = [each for each in self.page.stack.findChildren(RowsView, group) if each.isVisible()]
        if there:
            return there[0]
        self.page.show_target(Target("assessment", case=self.page.case, assessment=self.page.assessment, path=group))
        return self.typist.find(self.page.stack, RowsView, group)

    # -- steps -----------------------------------------------------------------------------------------------

    def _answer(self, step: Step) -> None:
        field = self._field(step.path)
        standing = self.page.model.answer(self.labels.path(step.path))
        if step.answer.absence is not None:
            self._absence(field, step.answer)
        elif standing.value is None or standing.value != self._standing(step):
            self._fill(field, self._added(step.path, step.answer.value, standing))
        for label in step.answer.evidence:
            self._cite(step.path, label)

    def _standing(self, step: Step) -> JsonValue:
        """Return an answer's value as it would stand in the record; ``None`` where it names somebody who is not there."""
        try:
            return self.labels.answer(step.path, step.answer.model_copy(update={"evidence": ()})).value
        except KeyError:
            return None

    def _added(self, path: str, value: JsonValue, standing: Answer) -> JsonValue:
        """Return whom an answer names besides those who stand there already; any other value as it is."""
        if self.labels.definition.item(path).type is not ItemType.REF or not isinstance(value, list):
            return value
        there = standing.value if isinstance(standing.value, list) else []
        return [label for label in value if self.labels.ids.get(str(label)) not in there]

    def _row(self, step: Step) -> None:
        said = step.path[: step.path.rindex("[")]
        group = self.labels.path(said)
        rows = self._rows(group)
        before = set(self.page.model.rows(group))
        self.typist.click(rows.add_button)
        self.typist.settle(lambda: set(self.page.model.rows(group)) - before, f"a row of {said}")
        (made,) = set(self.page.model.rows(group)) - before
        self.labels.ids[self.labels.key(step.path)] = made
        self.typist.settle(lambda: rows.panel is not None and rows.panel.row == made, f"row of {said}")
        panel = rows.panel
        if panel is None:
            raise stuck(f"row of {said}")
        opened = False
        for name, answer in step.fields.items():
            path = f"{group}[{made}].{name}"
            if path not in self.page.form.fields and not opened:
                self.typist.click(panel.more_button)
                opened = True
            self.typist.settle(lambda path=path: path in self.page.form.fields, path)  # type: ignore[misc]  # mypy infers no type for a bound default
            field = self.page.form.fields[path]
            self.typist.settle(field.isVisible, f"question {said}.{name} shown")
            self._fill(field, answer.value)
        self.typist.click(self.typist.button(panel, "Close"))

    def _absence(self, field: QuestionField, answer: Answer) -> None:
        self.typist.reach(field.editor.first())
        key = Qt.Key(Qt.Key.Key_1 + list(Absence).index(answer.absence or Absence.NOT_ASKED))
        self.typist.press(field.editor.first(), key, control=True)
        for name, value in answer.detail.items():
            self.typist.settle(lambda: field.details is not None, "the particulars of an absence")
            if field.details is None:
                raise stuck("the particulars of an absence")
            entry = field.details.fields[name]
            if isinstance(entry, QLineEdit):
                self.typist.write(entry, value_text({"date": value}) or value, enter=True)

    def _panel(self, path: str) -> EvidencePanel:
        """Open the evidence panel beside a question."""
        field = self._field(path)
        if field.evidence_button is None:
            raise stuck(f"evidence at {path}")
        self.typist.click(field.evidence_button)
        if field.evidence_panel is None:
            raise stuck(f"evidence at {path}")
        return field.evidence_panel

    def _cite(self, path: str, label: str) -> None:
        """Cite an item that is there, or write it where it is first cited."""
        known = self.labels.ids.get(label)
        if known is not None and known in self.page.model.answer(self.labels.path(path)).evidence:
            return
        panel = self._panel(path)
        if known is not None:
            self.typist.click(panel.boxes[known])
        else:
            if not panel.new_panel.isVisible():
                self.typist.click(panel.new_button)
            before = set(panel.boxes)
            self._thing(panel.new_panel, self.known[label].fields)
            self.typist.settle(lambda: set(panel.boxes) - before, "the new evidence item")
            (made,) = set(panel.boxes) - before
            self.labels.ids[label] = made
        self.typist.click(panel.close_button)

    def _thing(self, panel: NewThing, fields: Mapping[str, Answer]) -> None:
        """Fill the panel for something new and add it."""
        for name, answer in fields.items():
            if name not in panel.editors:
                self.typist.click(panel.more_button)
            self._edit(panel.editors[name], answer.value)
        self.typist.click(panel.add_button)

    def _name(self, editor: RefEditor, label: str) -> None:
        """Pick somebody by name; the first time they are named, enter them there and then."""
        known = self.labels.ids.get(label)
        words = self.page.model.thing_text(known) if known is not None else str(self.known[label].fields["label"].value)
        self.typist.write(editor.combo.words, words, enter=True)
        self.typist.close_list(editor.combo)
        if known is not None:
            return
        self.typist.settle(lambda: editor.new_panel is not None and editor.new_panel.isVisible(), f"adding {label}")
        if editor.new_panel is None:
            raise stuck(f"adding {label}")
        before = {thing.id for thing in self.page.model.things_of("person")}
        self._thing(editor.new_panel, self.known[label].fields)

        def made() -> set[str]:
            return {thing.id for thing in self.page.model.things_of("person")} - before

        self.typist.settle(made, f"adding {label}")
        (self.labels.ids[label],) = made()
        self.typist.pause()
