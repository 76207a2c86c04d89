"""Enters the steps of a case script into the form on screen, the way a person would."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from hsb_assess.domain.answer import Absence
from ui.demo.typist import Typist, stuck
from ui.form.choices import CheckEditor, ComboEditor, RadioEditor
from ui.form.editor import LineEditor, StillCombo, TextEditor
from ui.form.picker import RefEditor
from ui.form.rows import RowsView
from ui.form.state import StateEditor
from ui.form.when import DateEditor, MomentEditor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hsb_assess.desk.script import Labels, Step
    from ui.form.editor import Editor
    from ui.form.evidence import EvidencePanel
    from ui.form.newthing import NewThing
    from ui.form.question import QuestionField
    from ui.pages.assessment import AssessmentPage

__all__ = ["Filling", "Hands", "Own"]


def _day(value: Any) -> str:  # noqa: ANN401 - a date or a text of the script
    """Return a day as people type it: ``2 Feb 2026``."""
    day = value if isinstance(value, date) else date.fromisoformat(str(value))
    return f"{day.day} {day:%b %Y}"


def _moment(value: str) -> str:
    moment = datetime.fromisoformat(value)
    return f"{moment.day} {moment:%b %Y %H:%M}"


class Hands:
    """Gives an editor its value by typing and clicking; naming people is left to who knows them."""

    def __init__(self, typist: Typist) -> None:
        self.typist = typist

    def _fill(self, field: QuestionField, value: Any) -> None:  # noqa: ANN401 - a value of the script
        self._edit(field.editor, value)

    def _edit(self, editor: Editor, value: Any) -> None:  # noqa: ANN401 - as above
        if isinstance(editor, StateEditor):
            self._state(editor, value)
        elif isinstance(editor, RefEditor):
            for label in value if isinstance(value, list) else [value]:
                self._name(editor, label.removeprefix("@"))
        elif isinstance(editor, DateEditor):
            self.typist.write(editor.field, _day(value), enter=True)
        elif isinstance(editor, MomentEditor):
            self.typist.write(editor.field, _moment(value), enter=True)
        elif isinstance(editor, TextEditor):
            self.typist.write(editor.box, value)
        elif isinstance(editor, LineEditor):
            self.typist.write(editor.field, str(value))
        else:
            self._choose(editor, value)

    def _choose(self, editor: Editor, value: Any) -> None:  # noqa: ANN401 - as above
        if isinstance(editor, RadioEditor):
            self.typist.click(editor.buttons[value])
        elif isinstance(editor, CheckEditor):
            for code in value:
                if not editor.boxes[code].isChecked():
                    self.typist.click(editor.boxes[code])
        elif isinstance(editor, ComboEditor):
            self.typist.pick(editor.combo, editor.combo.findData(value))
        else:
            raise stuck(f"a way to fill {type(editor).__name__}")

    def _state(self, editor: StateEditor, value: Mapping[str, Any]) -> None:
        self.typist.click(editor.radios.buttons[value["state"]])
        if editor.looked is not None and editor.looked.isVisible():
            for name, entry in (("who", editor.looked.who), ("how", editor.looked.how)):
                if name in value:
                    self.typist.write(entry, str(value[name]))
            if "when" in value:
                self.typist.write(editor.looked.when.field, _day(value["when"]), enter=True)

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
            self._fill(field, step.fields["value"])


class Filling(Hands):
    """One person at one assessment page. ``labels`` learns what was made; people are entered when first named."""

    def __init__(
        self, page: AssessmentPage, typist: Typist, labels: Labels, people: dict[str, Mapping[str, Any]]
    ) -> None:
        super().__init__(typist)
        self.page, self.labels, self.people = page, labels, people

    def steps(self, steps: Iterable[Step]) -> None:
        """Do every step in order."""
        for step in steps:
            if step.does == "person":
                self.people[step.label] = step.fields
            elif step.does == "row":
                self._row(step)
            elif step.does == "evidence":
                self._write_evidence(step)
            elif step.does == "cite":
                self._cite(step)
            elif "absence" in step.fields:
                self._absence(self._field(step.path), step.fields)
            else:
                self._fill(self._field(step.path), step.fields["value"])
        self.page.seal()
        self.typist.settle(lambda: not self.page.context.operations.busy(), "everything saved")

    # -- going there -----------------------------------------------------------------------------------------

    def _field(self, path: str) -> QuestionField:
        """Bring a question into sight and return it."""
        from ui.navigation import Target

        target = self.labels.path(path)
        self.page.show_target(Target("assessment", case=self.page.case, assessment=self.page.assessment, path=target))
        self.typist.settle(lambda: target in self.page.form.fields, f"question {path}")
        field = self.page.form.fields[target]
        self.typist.settle(field.isVisible, f"question {path} shown")
        return field

    def _rows(self, group: str) -> RowsView:
        from ui.navigation import Target

        self.page.show_target(Target("assessment", case=self.page.case, assessment=self.page.assessment, path=group))
        return self.typist.find(self.page.stack, RowsView, group)

    # -- steps -----------------------------------------------------------------------------------------------

    def _row(self, step: Step) -> None:
        group = self.labels.path(step.path)
        rows = self._rows(group)
        before = set(self.page.model.rows(group))
        self.typist.click(rows.add_button)
        self.typist.settle(lambda: set(self.page.model.rows(group)) - before, f"a row of {step.path}")
        (made,) = set(self.page.model.rows(group)) - before
        self.labels.ids[step.label] = made
        self.typist.settle(lambda: rows.panel is not None and rows.panel.row == made, f"row of {step.path}")
        panel = rows.panel
        if panel is None:
            raise stuck(f"row of {step.path}")
        opened = False
        for name, value in step.fields.items():
            path = f"{group}[{made}].{name}"
            if path not in self.page.form.fields and not opened:
                self.typist.click(panel.more_button)
                opened = True
            self.typist.settle(lambda path=path: path in self.page.form.fields, path)  # type: ignore[misc]  # a default of a lambda has no type
            field = self.page.form.fields[path]
            self.typist.settle(field.isVisible, f"question {step.path}.{name} shown")
            self._fill(field, value)
        self.typist.click(self.typist.button(panel, "Close"))

    def _absence(self, field: QuestionField, fields: Mapping[str, Any]) -> None:
        absence = Absence(fields["absence"])
        field.take_focus()
        key = Qt.Key(Qt.Key.Key_1 + list(Absence).index(absence))
        self.typist.press(field.editor.first(), key, control=True)
        for name, value in fields.get("detail", {}).items():
            self.typist.settle(lambda: field.details is not None, "the particulars of an absence")
            if field.details is None:
                raise stuck("the particulars of an absence")
            entry = field.details.fields[name]
            if isinstance(entry, QLineEdit):
                self.typist.write(entry, _day(value) if isinstance(value, date) else str(value), enter=True)

    def _panel(self, path: str) -> EvidencePanel:
        """Open the evidence panel beside a question."""
        field = self._field(path)
        if field.evidence_button is None:
            raise stuck(f"evidence at {path}")
        self.typist.click(field.evidence_button)
        if field.evidence_panel is None:
            raise stuck(f"evidence at {path}")
        return field.evidence_panel

    def _write_evidence(self, step: Step) -> None:
        panel = self._panel(step.path)
        if not panel.new_panel.isVisible():
            self.typist.click(panel.new_button)
        before = set(panel.boxes)
        self._thing(panel.new_panel, step.fields)
        self.typist.settle(lambda: set(panel.boxes) - before, "the new evidence item")
        (made,) = set(panel.boxes) - before
        self.labels.ids[step.label] = made
        self.typist.click(panel.close_button)

    def _cite(self, step: Step) -> None:
        panel = self._panel(step.path)
        for label in step.items:
            box = panel.boxes[self.labels.ids[label]]
            if not box.isChecked():
                self.typist.click(box)
        self.typist.click(panel.close_button)

    def _thing(self, panel: NewThing, fields: Mapping[str, Any]) -> None:
        """Fill the panel for something new and add it."""
        for name, value in fields.items():
            if name not in panel.editors:
                self.typist.click(panel.more_button)
            self._edit(panel.editors[name], value)
        self.typist.click(panel.add_button)

    def _name(self, editor: RefEditor, label: str) -> None:
        """Pick somebody by name; the first time they are named, enter them there and then."""
        known = self.labels.ids.get(label)
        words = self.page.model.thing_text(known) if known is not None else self.people[label]["label"]
        editor.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.typist.write(editor.combo.words, words, enter=True)
        self._close_popup(editor.combo)
        if known is not None:
            return
        self.typist.settle(lambda: editor.new_panel is not None and editor.new_panel.isVisible(), f"adding {label}")
        if editor.new_panel is None:
            raise stuck(f"adding {label}")
        before = {thing.id for thing in self.page.model.things_of("person")}
        self._thing(editor.new_panel, self.people[label])

        def made() -> set[str]:
            return {thing.id for thing in self.page.model.things_of("person")} - before

        self.typist.settle(made, f"adding {label}")
        (self.labels.ids[label],) = made()
        self.typist.pause()

    def _close_popup(self, combo: StillCombo) -> None:
        completer = combo.completer()
        popup: QWidget | None = completer.popup() if completer is not None else None
        if popup is not None and popup.isVisible():
            popup.hide()
        self.typist.front(combo)
