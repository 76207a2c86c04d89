"""A form from elsewhere on screen: its own kinds of questions, what cannot be answered, numbers worked out, narrowed options."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QCheckBox, QRadioButton

from hsb_assess.domain.answer import answered
from hsb_assess.exchange.fhir.reading import import_questionnaire
from hsb_assess.exchange.xlsform.reading import import_workbook
from hsb_assess.instrument.schema import YES_NO, Code
from hsb_assess.record.unsealed import reading_from
from tests.ui.form.conftest import TODAY, Remembering
from tests.unit.exchange.foreign import EVERYTHING, OFTEN, calculated, item, taken
from tests.unit.exchange.sheets import WHOLE, workbook
from ui.form.elsewhere import DecimalEditor, OpenChoiceEditor, QuantityEditor, TimeEditor
from ui.form.form import Form
from ui.form.model import FormModel
from ui.form.note import Note
from ui.form.section import SectionView
from ui.form.words import answer_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hsb_assess.instrument.schema import Definition


def shown(
    qtbot: QtBot,
    definition: Definition,
    page: str = "P01",
    **answers: Any,  # noqa: ANN401 (JSON of a test)
) -> tuple[FormModel, Form, SectionView]:
    """Show a page of a form."""
    given = {f"{page}.{name}": answered(value) for name, value in answers.items()}
    model = FormModel(reading_from(definition, given, today=TODAY), Remembering())
    form = Form(model)
    view = SectionView(form, definition.module(page))
    qtbot.addWidget(view)
    view.show()
    return model, form, view


@pytest.mark.parametrize(
    ("typed", "value", "problem"),
    [
        ("1.5", 1.5, False),
        ("1,5", 1.5, False),
        ("3", 3, False),
        ("-0.25", -0.25, False),
        ("x", None, True),
        ("", None, False),
    ],
)
def test_a_number_may_have_a_point(qtbot: QtBot, typed: str, value: float | None, problem: bool) -> None:
    """A point or a comma; anything else is told."""
    editor = DecimalEditor()
    qtbot.addWidget(editor.widget)
    editor.field.setText(typed)
    assert editor.value() == value
    assert bool(editor.problem()) is problem


@pytest.mark.parametrize(
    ("typed", "value"),
    [("14:30", "14:30"), ("9.05", "09:05"), ("23:59:59", "23:59:59"), ("24:00", None), ("soon", None)],
)
def test_a_time_of_day(qtbot: QtBot, typed: str, value: str | None) -> None:
    """Hours and minutes, perhaps seconds; anything else is told and kept as it was typed."""
    editor = TimeEditor()
    qtbot.addWidget(editor.widget)
    editor.field.setText(typed)
    assert editor.value() == value
    assert bool(editor.problem()) is (value is None)
    assert editor.raw() == typed


def test_a_quantity_has_its_only_unit_from_the_start(qtbot: QtBot) -> None:
    """One unit is chosen already; with several one is chosen; with none words are typed."""
    one, free = QuantityEditor(YES_NO[:1]), QuantityEditor(())
    for editor in (one, free):
        qtbot.addWidget(editor.widget)
        editor.number.field.setText("3.5")
    assert one.value() == {"value": 3.5, "unit": "yes"}
    assert free.value() == {"value": 3.5}
    free.fill({"value": 2, "unit": "stone"})
    assert free.value() == {"value": 2, "unit": "stone"}
    one.fill(None)
    assert one.value() is None


def test_own_words_take_the_place_of_an_option_and_stand_beside_several(qtbot: QtBot) -> None:
    """A single answer is one or the other; several are both."""
    one, several = OpenChoiceEditor(YES_NO, several=False), OpenChoiceEditor(YES_NO, several=True)
    for editor in (one, several):
        qtbot.addWidget(editor.widget)
        editor.fill({"codes": ["yes"]})
        editor.other.setText("own")
        editor.other.textEdited.emit("own")
    assert one.value() == {"codes": [], "other": "own"}
    assert several.value() == {"codes": ["yes"], "other": "own"}
    one.widget.findChildren(QRadioButton)[1].click()
    assert one.value() == {"codes": ["no"]}


def test_own_words_and_what_stands_alone_clear_each_other(qtbot: QtBot) -> None:
    """Nothing of this goes with no other option, and with no words of one's own."""
    codes = (Code(code="none", en="Nothing", alone=True), Code(code="talk", en="Talking"))
    editor = OpenChoiceEditor(codes, several=True)
    qtbot.addWidget(editor.widget)
    nothing, talking = editor.widget.findChildren(QCheckBox)
    talking.click()
    editor.other.setText("Swimming.")
    editor.other.textEdited.emit("Swimming.")
    assert editor.value() == {"codes": ["talk"], "other": "Swimming."}
    nothing.click()
    assert editor.value() == {"codes": ["none"]}
    editor.other.setText("Swimming.")
    editor.other.textEdited.emit("Swimming.")
    assert editor.value() == {"codes": [], "other": "Swimming."}


def test_one_of_everything_stands_on_its_pages(qtbot: QtBot) -> None:
    """Every type has a field or a note; what is hidden has neither; numbers of others stand before their questions."""
    definition = import_questionnaire(json.dumps(EVERYTHING).encode()).definition
    _, form, _ = shown(qtbot, definition)
    assert form.fields["P01.q1"].label.text() == "1. Question /1"
    _, form, view = shown(qtbot, definition, "P02")
    assert {"P02.half", "P02.clock", "P02.weight", "P02.other", "P02.page"} <= set(form.fields)
    assert "P02.secret" not in form.fields
    notes = [note.accessibleName() for note in view.findChildren(Note)]
    assert sum("Question file" in words and "file here" in words for words in notes) == 1
    assert sum("Question patient" in words and "another system" in words for words in notes) == 1


def test_a_number_is_worked_out_while_answers_come(qtbot: QtBot) -> None:
    """The field shows it at once, and nobody can type in it."""
    form_of_others = taken(
        item("a", "choice", answerOption=OFTEN),
        item("t", "integer", extension=[calculated("item.where(linkId='a').answer.value.ordinal() + 1")]),
    )
    model, form, _ = shown(qtbot, form_of_others.definition)
    field = form.fields["P01.t"]
    assert field.editor.value() is None
    model.put_value("P01.a", "LA6570-1")
    assert field.editor.value() == 3
    assert field.editor.field.isReadOnly()  # type: ignore[attr-defined] # a line of figures
    assert model.answer("P01.t").value == 3


def test_a_choice_narrows_the_options_of_another(qtbot: QtBot) -> None:
    """Only towns of the chosen county are offered; one that no longer fits is kept and told."""
    definition = import_workbook(workbook(WHOLE)).definition
    model, form, _ = shown(qtbot, definition, county="n")
    town = form.fields["P01.town"]
    assert [not button.isHidden() for button in town.editor.buttons.values()] == [True, False]  # type: ignore[attr-defined]  # a choice has them
    model.put_value("P01.town", "a")
    assert town.fault() == ""
    model.put_value("P01.county", "s")
    assert "does not go with" in town.fault()
    assert [not button.isHidden() for button in town.editor.buttons.values()] == [True, True]  # type: ignore[attr-defined]  # a choice has them


def test_several_options_are_narrowed_as_well(qtbot: QtBot) -> None:
    """Check boxes that cannot be ticked as things stand are not shown."""
    editor = OpenChoiceEditor(YES_NO, several=True)
    qtbot.addWidget(editor.widget)
    editor.options.offer(frozenset({"no"}))
    assert [box.isHidden() for box in editor.widget.findChildren(QCheckBox)] == [False, True]


@pytest.mark.parametrize(
    ("link", "value", "words"),
    [
        ("yes", "no", "No"),
        ("much", {"value": 3.5, "unit": "kg"}, "3.5 kg"),
        ("open", {"codes": ["this"], "other": "own words"}, "this; own words"),
    ],
)
def test_their_answers_are_words_in_tables(link: str, value: Any, words: str) -> None:  # noqa: ANN401 (JSON of a test)
    """A boolean, a quantity and an open choice are written out."""
    definition = taken(
        item("yes", "boolean"),
        item("much", "quantity"),
        item("open", "open-choice", answerOption=[{"valueString": "this"}]),
    ).definition
    assert answer_text(definition, definition.item(f"P01.{link}"), answered(value), str) == words
