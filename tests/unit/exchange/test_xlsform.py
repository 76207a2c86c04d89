"""XLSForms: what they say in our words, what is told with sheet and row, what is refused by its name."""

from __future__ import annotations

import io
import json
import time
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.fhir.definition import definition_to_questionnaire, questionnaire_to_definition
from hsb_assess.exchange.xlsform.reading import import_workbook
from hsb_assess.instrument.engine import Engine
from tests.unit.exchange.sheets import CHOICES, WHOLE, spoiled_workbook, survey, workbook

if TYPE_CHECKING:
    from hsb_assess.exchange.incoming.report import Imported
    from hsb_assess.instrument.schema import Definition

TODAY = date(2026, 4, 20)
HEADER = "type | name | label | relevant | constraint | calculation | required | default | choice_filter | appearance"


@pytest.fixture(scope="module")
def whole() -> Imported:
    """The workbook of everything, imported once."""
    return import_workbook(workbook(WHOLE))


def engine(definition: Definition, **answers: object) -> Engine:
    """Return the form at work once these are answered; ``__`` in a name stands for a full stop."""
    given = {name.replace("__", "."): answered(value) for name, value in answers.items()}  # type: ignore[arg-type] # JSON
    return Engine(definition, given, {}, TODAY)


def test_one_of_everything_is_carried(whole: Imported) -> None:
    """Types, groups, repeats, translations, bounds, defaults, calculations, cascading selects."""
    assert whole.not_carried == ()
    assert whole.carried == 13
    form = whole.definition
    assert (form.id, form.version, form.title.en) == ("survey1", "7", "A survey")
    name, age, day = form.item("P01.name"), form.item("P01.age"), form.item("P03.day")
    assert (name.label.en, name.label.cy, name.mandatory, name.max_length) == ("Name", "Enw", True, 40)
    assert name.hint is not None
    assert name.hint.en == "Full"
    assert (age.minimum, age.maximum) == (0, 119)
    assert (day.minimum, day.initial, day.read_only) == ("2020-01-01", {"date": "2020-02-01"}, True)
    assert form.item("P01.county").initial == "n"
    assert form.item("P02.kids").repeats
    assert form.item("P02.kids.photo").type.value == "attachment"
    assert form.item("P02.twice").hidden
    assert [(code.en, code.cy) for code in form.codes(form.item("P01.county"))] == [
        ("North", "Gogledd"),
        ("South", "De"),
    ]


def test_relevance_requirement_and_calculation_follow_the_answers(whole: Imported) -> None:
    """What was asked when is asked when."""
    form = whole.definition
    assert not engine(form, P01__age=10).visible("P02")
    assert engine(form, P01__age=11).visible("P02")
    assert engine(form, P01__seen=["s"]).visible("P02")
    assert engine(form, P01__name="x").mandatory("P01.age")
    assert not engine(form).mandatory("P01.age")
    assert engine(form, P01__age=21).answer("P02.twice").value == 43
    assert engine(form, P01__age=21).visible("P02.old")
    assert not engine(form, P01__age=20).visible("P02.old")


def test_selects_cascade_by_a_condition_on_each_option(whole: Imported) -> None:
    """An option of the second list is offered for its own answer to the first."""
    form = whole.definition
    conditions = [
        code.when.model_dump(exclude_none=True) if code.when else None for code in form.codes(form.item("P01.town"))
    ]
    assert conditions == [{"question": "P01.county", "is": "n"}, {"question": "P01.county", "is": "s"}]


def test_it_travels_on_as_fhir(whole: Imported) -> None:
    """What came from a spreadsheet leaves as a Questionnaire and comes back."""
    made = json.loads(json.dumps(definition_to_questionnaire(whole.definition)))
    assert questionnaire_to_definition(made) == whole.definition


@pytest.mark.parametrize(
    ("row", "feature"),
    [
        ("text | b | B | position(..) > 1", "relevant"),
        ("text | b | B | selected(${a}, 'n')", "relevant"),
        ("nonsense | b | B", "type"),
        ("text | b | B | | regex(., '[0-9]+')", "constraint"),
        ("integer | b | B | | . > ${a}", "constraint"),
        ("calculate | b | | | | concat(${a}, 'x')", "calculation"),
        ("text | b | B | | | | ${a} mod 2 = 1", "required"),
        ("date | b | B | | | | | today()", "default"),
        ("geopoint | b | B", "type"),
        ("audit | audit | ", "type"),
        ("select_one county | b | B | | | | | | name = position(..)", "choice_filter"),
        ("integer | b | B | | | | | | | thousands-sep", "appearance"),
        ("text | b | Hello ${a}", "label"),
    ],
)
def test_what_is_not_carried_names_sheet_and_row(row: str, feature: str) -> None:
    """Each thing that is missing is told with where it stands."""
    found = import_workbook(survey(f"integer | a | A\n{row}", HEADER, choices=CHOICES))
    assert [each.feature for each in found.not_carried] == [feature]
    assert found.not_carried[0].item.startswith("survey row 3: ")


def test_a_choice_of_several_is_not_compared_as_a_whole() -> None:
    """In XLSForm an equals sign compares all that is chosen; that is told and not approximated."""
    rows = "select_multiple county | a | A\ntext | b | B | ${a} = 'n'"
    found = import_workbook(survey(rows, HEADER, choices=CHOICES))
    assert [each.feature for each in found.not_carried] == ["relevant"]


def test_other_languages_are_told() -> None:
    """English and Welsh are kept; French is told once."""
    rows = "text | a | A | Un\ntext | b | B | Deux"
    found = import_workbook(survey(rows, "type | name | label::English (en) | label::French (fr)"))
    assert [each.feature for each in found.not_carried] == ["language French (fr)"]


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (survey("select_one missing | a | A", choices=CHOICES), "xlsform", "row 2"),
        (survey("begin group | a | A\ntext | b | B"), "xlsform", "Sheet survey"),
        (workbook({"survey": "type | name | label", "choices": CHOICES}), "empty_form", "no items"),
        (survey("text | a | A\ntext | b | B | ${nobody} = 'x'", HEADER), "xlsform", "Sheet survey, row 3"),
        (workbook({"other": "type | name"}), "empty_form", "no items"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 500, "old_workbook", "XLSX"),
        (b"PK\x03\x04 and no more", "not_a_workbook", "workbook"),
        (survey("text | a | A | =cmd()")[:-300], "not_a_workbook", "workbook"),
        (survey(f"text | a | {'()' * 3_000}", HEADER) and survey("text | a | A | " + "(" * 2_000, HEADER), "", ""),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_name(data: bytes, code: str, words: str) -> None:
    """Errors of the form name sheet and row; what is no workbook says so."""
    if not code:
        assert [each.feature for each in import_workbook(data).not_carried] == ["relevant"]
        return
    with pytest.raises(HsbAssessError) as caught:
        import_workbook(data)
    assert caught.value.code == code
    assert words in f"{caught.value.what} {caught.value.mend}"


def packed(**parts: bytes) -> bytes:
    """Return a good workbook with these parts in place of its own; ``__`` stands for a slash, ``_xml`` for the end."""
    names = {
        name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"): data for name, data in parts.items()
    }
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(WHOLE))) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, names.pop(name, None) or old.read(name))
        for name, data in names.items():
            new.writestr(name, data)
    return file.getvalue()


SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed(xl__worksheets__sheet1_xml=b" " * 17_000_000), "too_large"),
        (packed(**{f"xl__media__{number}_bin": b"x" for number in range(200)}), "too_large"),
        (packed(xl__worksheets__sheet1_xml=SHEET % (b'<row r="1"><c r="A1"/></row>' * 120_000)), "too_many_cells"),
        (packed(xl__worksheets__sheet1_xml=SHEET % b'<row r="1048576"><c r="A1048576"/></row>'), "too_many_cells"),
        (packed(xl__worksheets__sheet1_xml=SHEET % b"<row r='1'><c r='XFD1'/></row>"), "too_many_cells"),
        (packed(xl__worksheets__sheet1_xml=b'<!DOCTYPE a [<!ENTITY b "bb">]>' + SHEET % b""), "hostile_xml"),
        (packed(xl__worksheets__sheet1_xml=(SHEET % b"").decode().encode("utf-16")), "hostile_xml"),
        (packed(xl__vbaProject_bin=b"x"), "macros"),
    ],
)
def test_hostile_workbooks_are_refused_before_they_are_opened(data: bytes, code: str) -> None:
    """Bombs, sheets without end, entities, programs: a name, soon."""
    start = time.process_time()
    with pytest.raises(HsbAssessError) as caught:
        import_workbook(data)
    assert time.process_time() - start < 1
    assert caught.value.code == code


def judge(data: bytes) -> str:
    """Import a workbook within a second of work; return ``usable``, or the name by which it is refused."""
    start = time.process_time()
    found, code = imported(data)
    assert time.process_time() - start < 1
    assert code.isidentifier()
    if found is not None:
        json.dumps(found.as_json())
        Engine(found.definition, {}, {}, TODAY).mandatory_open()
    return code


def imported(data: bytes) -> tuple[Imported | None, str]:
    """Return the form and ``usable``, or the name of the refusal."""
    try:
        return import_workbook(data), "usable"
    except HsbAssessError as error:
        return None, error.code


@pytest.mark.parametrize("number", range(60))
def test_a_spoiled_workbook_is_refused_or_reported(number: int, whole: Imported) -> None:
    """Whatever was replaced, moved, doubled or broken: an answer soon."""
    del whole  # what it takes to import the libraries is not counted
    judge(spoiled_workbook(number))
