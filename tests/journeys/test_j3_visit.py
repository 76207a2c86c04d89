"""J3, a field visit offline: any order, an absence in one key, evidence in three answers, a visit logged, and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hsb_assess.desk import assessing, gathering, visiting
from hsb_assess.desk.script import Labels, steps_of_text
from hsb_assess.domain.answer import Absence
from tests.faults.driven import Driven
from tests.faults.places import Places
from tests.journeys.keys import KeyTypist
from tests.journeys.stories import PASSPHRASE, TODAY, unlocked
from ui.demo.filling import Filling
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.visit import VisitPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.stories import Story
    from ui.demo.person import Person

pytestmark = pytest.mark.timeout(240)

ABSENCES = {
    "M13.discrimination": Absence.UNKNOWN,
    "M14.best_worst": Absence.DECLINED,
    "M14.worries": Absence.NOT_SAFE,
    "M14.hopes": Absence.LED_BY_OTHER,
    "M14.alternative": Absence.NOT_APPLICABLE,
    "M14.changed": Absence.NOT_ASKED,
}
ANY_ORDER = """
answers:
  M14.view_of_plan: "He wants the door left open."
  M13.culture: "Saturdays belong to his grandfather."
  M14.changed: "The story is told in the kitchen now."
"""
SAID = 'He said: "I sleep better with the light on."'


def at_the_assessment(person: Person, story: Story) -> AssessmentPage:
    """Start, unlock and go to the assessment."""
    person.start()
    person.unlock()
    return person.go(Target("assessment", case=story.case, assessment=story.assessment), AssessmentPage)


def set_absences(filling: Filling) -> None:
    """Say at six questions why there is no answer: one key each."""
    keys = KeyTypist()
    for path, absence in ABSENCES.items():
        field = filling._field(path)
        filling.typist.reach(field.editor.first())
        before = keys.pressed
        keys.key(Qt.Key(Qt.Key.Key_1 + list(Absence).index(absence)), Qt.KeyboardModifier.ControlModifier)
        assert keys.pressed - before == 1
        assert filling.page.model.answer(path).absence is absence


def write_evidence(filling: Filling, path: str) -> str:
    """Write a new evidence item at a question in three answers, and return it."""
    case, at = filling.page.case, filling.page.context.at
    field = filling._field(path)
    filling.typist.reach(field.editor.first())
    KeyTypist().key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    panel = field.evidence_panel
    assert panel is not None
    filling.typist.click(panel.new_button)
    fields = {"source": "grandmother", "when": {"date": TODAY}, "what": "No marks were seen at the swimming lesson."}
    shown = [name for name, editor in panel.new_panel.editors.items() if editor.widget.isVisible()]
    assert shown == list(fields)
    known = set(gathering.things(at, case))
    for name, value in fields.items():
        filling._edit(panel.new_panel.editors[name], value)  # type: ignore[arg-type]  # values of JSON
    filling.typist.click(panel.new_panel.add_button)
    filling.typist.settle(lambda: set(gathering.things(at, case)) - known, "the new item")
    (made,) = set(gathering.things(at, case)) - known
    return made


def log_the_visit(person: Person, story: Story) -> None:
    """Write a visit note from wherever one is, and seal it."""
    KeyTypist().key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    visit = person.page(VisitPage)
    person.typist.write(visit.writing.text, "10:05 At school.", enter=True)
    QTest.keyClicks(visit.writing.text, SAID)
    person.typist.click(visit.writing.ways["alone"])
    KeyTypist().key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.quiet()
    note = visiting.notes(person.session.at, story.case, story.assessment)[0]
    contacts = assessing.reading(person.session.at, story.assessment).rows("M01.contacts")
    assert next(row for row in contacts if row.id == note.contact).value("how") == "alone"
    assert [each.text for each in note.paragraphs] == ["10:05 At school.", SAID]


# The window takes no more keys once Ctrl+L is pressed, so letting go of the key is heard by nobody.
@pytest.mark.qt_log_ignore("Keyboard event not accepted by receiving widget", extend=True)
def test_a_visit(nearly: Story, sitting: Callable[..., Person], tmp_path: Path) -> None:
    """Answers in any order, each absence with one key, a new evidence item, a visit note, a lock: all of it is there."""
    folder = nearly.copy(tmp_path / "vault")
    person = sitting(folder)
    page = at_the_assessment(person, nearly)
    filling = Filling(page, person.typist, Labels(page.model.definition, dict(nearly.ids)), {})
    filling.steps(steps_of_text(page.model.definition, ANY_ORDER, page.model.today))
    set_absences(filling)
    made = write_evidence(filling, "M05.harm.physical")
    log_the_visit(person, nearly)
    at = Target("assessment", case=nearly.case, assessment=nearly.assessment, path="M13.identity")
    page = person.go(at, AssessmentPage)
    person.typist.settle(lambda: "M13.identity" in page.form.fields, "the question")
    QTest.keyClicks(KeyTypist.here(), "He is in goal")
    QTest.keyClick(KeyTypist.here(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)  # the app ends with it
    person.leave()

    back = sitting(folder)
    back.start()
    back.unlock()
    again = back.page(AssessmentPage)
    assert again.model.answer("M13.identity").value == "He is in goal"
    assert again.form.current is not None
    assert (again.form.current.path, again.form.current.caret()) == ("M13.identity", len("He is in goal"))
    reading = assessing.reading(back.session.at, nearly.assessment)
    assert {path: reading.raw(path).absence for path in ABSENCES} == ABSENCES
    assert made in reading.raw("M05.harm.physical").evidence
    assert reading.raw("M14.view_of_plan").value == "He wants the door left open."
    assert reading.raw("M13.culture").value == "Saturdays belong to his grandfather."


def test_the_laptop_dies(nearly: Story, tmp_path: Path) -> None:
    """The process is killed in the middle of a sentence: what was answered and the sentence so far are there."""
    places = Places.under(tmp_path / "laptop")
    folder = nearly.copy(places.vaults / "vault")
    words = "He told me that the dog"
    with Driven(places, "--vault", str(folder), "--today", TODAY) as desk:
        desk.meet()
        desk.tell_to("unlock", passphrase=PASSPHRASE)
        desk.tell_to("open", case=nearly.case, assessment=nearly.assessment)
        desk.tell_to("steps", steps='answers: {M14.advocate: {state: "yes"}}')
        desk.tell_to("leave_open", path="M14.worries", words=words, kept=True)
        desk.kill()
    vault = unlocked(folder)
    at = vault.workplace(read_only=True)
    answered = assessing.reading(at, nearly.assessment).state("M14.advocate")
    drafts = [each.body for each in assessing.drafts(at, nearly.assessment)]
    at.book.close()
    vault.close()
    assert answered == "yes"
    assert drafts == [{"value": words}]
