"""The description of answers files: its examples are read as they stand, and its lists are the program's own."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest

from hsb_assess.domain.answer import ABSENCE_DETAILS, Absence, AnswerState
from hsb_assess.exchange.prefill import KEYS, read_answers
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.instrument.vocabulary import KINDS, ItemType

DOCS: Final = Path(__file__).parents[3] / "docs"
PAGE: Final = (DOCS / "answers-file.md").read_text("utf-8")
EXAMPLES: Final = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """Return the JSON Schema."""
    found: dict[str, Any] = json.loads((DOCS / "answers-file.schema.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_is_read(tmp_path: Path, text: str) -> None:
    """Whoever copies an example has an answers file; the short ones lack only their first line."""
    path = tmp_path / "example.yaml"
    path.write_text(text if "instrument:" in text else f"instrument: holistic\n{text}", "utf-8")
    assert read_answers(path, Catalogue.shipped()).answers


def test_the_three_ways_of_naming_a_row_are_the_same(tmp_path: Path) -> None:
    """As the page says."""
    path = tmp_path / "example.yaml"
    said = []
    for text in EXAMPLES[1:4]:
        path.write_text(f"instrument: holistic\n{text}", "utf-8")
        said.append(read_answers(path, Catalogue.shipped()).answers)
    assert len(said) == 3
    assert said[0] == said[1] == said[2]


def test_a_list_may_stand_inside_a_row(tmp_path: Path) -> None:
    """As the page says of the other incidents of a pattern."""
    path = tmp_path / "example.yaml"
    (text,) = EXAMPLES[4:]
    path.write_text(f"instrument: holistic\n{text}", "utf-8")
    assert "M03.incidents[may].times[june].when" in read_answers(path, Catalogue.shipped()).answers


def test_the_schema_has_the_same_keys(schema: dict[str, Any]) -> None:
    """Keys of the file, kinds of things, absences with their particulars, states."""
    properties = schema["properties"]
    assert set(properties) == set(KEYS)
    assert set(properties["things"]["propertyNames"]["enum"]) == set(KINDS)
    absent = next(each for each in schema["$defs"]["answer"]["anyOf"] if "absence" in each.get("required", ()))
    assert {*absent["properties"]["absence"]["enum"]} == {*(each.value for each in Absence), None}
    details = {name for names in ABSENCE_DETAILS.values() for name in names}
    assert set(absent["properties"]["detail"]["propertyNames"]["enum"]) == details
    assert set(schema["$defs"]["state"]["properties"]["state"]["enum"]) == {each.value for each in AnswerState}


def test_the_page_names_everything() -> None:
    """Each key, kind, absence, particular and type of question is described."""
    names = {*KEYS, *KINDS, *(each.value for each in Absence), *(each.value for each in AnswerState)}
    names |= {name for particulars in ABSENCE_DETAILS.values() for name in particulars}
    names |= {each.value for each in ItemType} - {"group", "note"}
    assert {name for name in names if f"`{name}`" not in PAGE} == set()


def test_defaults_and_codes_of_evidence_are_those_of_the_form() -> None:
    """The page lists the codes that an evidence item takes."""
    definition = Catalogue.shipped().latest("holistic")
    for name in ("kind", "confidence", "how_came"):
        for code in definition.codes(definition.item(f"things.evidence.{name}")):
            assert f"`{code.code}`" in PAGE, code.code
    fields = definition.item("things.evidence").items
    assert {item.id for item in fields if f"`{item.id}`" not in PAGE} == set()
