"""Compiled definitions: the same form gives the same bytes, and they open quickly to the same form."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hsb_assess.instrument.compiled import compile_definition, read_compiled
from hsb_assess.instrument.faults import FormFaults
from hsb_assess.instrument.schema import DataClass, Demand
from tests.unit.instrument.making import form, page
from tests.unit.instrument.test_linter import GOOD

if TYPE_CHECKING:
    from pathlib import Path

EXTRA = """
- id: note
  type: note
  label: {en: Look, cy: Edrych}
  when: {any: [{question: M01.kind, is: [yes, no]}, {not: {question: M01.rows, rows_at_least: 2}}]}
- {id: n, type: number, label: {en: N}, mandatory: {question: M01.kind, is: yes}, initial: 3}
"""


def test_reading_what_was_compiled_gives_the_same_form(tmp_path: Path) -> None:
    """Nothing is lost, and the hash is that of the bytes."""
    definition = form(tmp_path, {"M01": page("M01", GOOD) + EXTRA.lstrip()})
    data = compile_definition(definition)
    again = read_compiled(data)
    assert again == definition
    assert again.hash == definition.hash == hashlib.sha256(data).hexdigest()
    assert compile_definition(again) == data


def test_state_offers_evidence_and_a_scale_knows_its_codes(tmp_path: Path) -> None:
    """Defaults that the language gives stand in the compiled form."""
    definition = form(tmp_path, {"M01": page("M01", GOOD)})
    assert definition.item("M01.seen").evidence is Demand.OFFERED
    assert definition.item("M01.rows[r].rating").address == "M01.rows.rating"
    assert definition.item("M01.kind").data_class is DataClass.GENERAL
    found = definition.code(definition.item("M01.rows.rating"), 4)
    assert found is not None
    assert found.code == "urgent"
    assert definition.code(definition.item("M01.rows.rating"), None) is None
    assert definition.addresses() == ("M01.seen", "M01.kind", "M01.rows", "M01.rows.when", "M01.rows.rating")
    assert definition.find("M09.x") is None


def test_text_falls_back_to_english(tmp_path: Path) -> None:
    """Welsh where there is Welsh, English where not."""
    definition = form(tmp_path, {"M01": page("M01", GOOD) + EXTRA.lstrip()})
    note = definition.item("M01.note").label
    assert (note.get("cy_GB"), note.get("en_GB"), definition.title.get("cy_GB")) == ("Edrych", "Look", "A sample")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"M01.kind","id"', b'"M01.kinds","id"'),
        (b'"options":"yes_no"', b'"options":"no_list"'),
        (b'"rows_at_least"', b'"rows_at_most"'),
        (b'"question":"M01.kind"', b'"question":"M01.gone"'),
        (b'"type":"note"', b'"type":"poem"'),
        (b'"id":"kind"', b'"id":"ki.nd"'),
    ],
)
def test_compiled_bytes_are_checked_in_full(tmp_path: Path, old: bytes, new: bytes) -> None:
    """A definition from another laptop meets the same checks as a form's source."""
    data = compile_definition(form(tmp_path, {"M01": page("M01", GOOD) + EXTRA.lstrip()}))
    assert old in data
    with pytest.raises(FormFaults):
        read_compiled(data.replace(old, new))


def test_opening_a_form_needs_no_yaml() -> None:
    """The app never loads the YAML reader."""
    program = (
        "import sys, hsb_assess.instrument.catalogue, hsb_assess.instrument.engine; sys.exit('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0
