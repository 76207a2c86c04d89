"""A form as YAML again: in one file and in a folder, and read back as it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.instrument.loading import check, load_yaml
from hsb_assess.instrument.writing import as_one_file, read_one_file, write_folder
from tests.unit.exchange.forms_made import definitions

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.instrument.schema import Definition


def test_our_own_form_is_written_as_a_folder_that_checks(tmp_path: Path) -> None:
    """Every module, list, tier and thing is there, without a fault."""
    form = Catalogue.shipped().latest("holistic")
    folder = write_folder(form, tmp_path)
    assert check([folder]) == []
    assert load_yaml(folder) == form


def test_a_list_of_another_form_is_left_as_it_is(tmp_path: Path) -> None:
    """Lists are shared by name: one that says something else is in the way, and nothing is written."""
    theirs = tmp_path / "lists" / "bands.yaml"
    theirs.parent.mkdir()
    theirs.write_text("theirs", encoding="utf-8")
    with pytest.raises(HsbAssessError, match="says something else") as refused:
        write_folder(Catalogue.shipped().latest("holistic"), tmp_path)
    assert refused.value.code == "file_exists"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [theirs]


@given(definitions())
def test_every_form_comes_back_from_one_file_or_is_refused(form: Definition) -> None:
    """Nothing is written that would be read differently."""
    try:
        text = as_one_file(form)
    except HsbAssessError as error:
        code = error.code
    else:
        assert read_one_file(text.encode()) == form
        return
    assert code in {"yaml_cannot_say", "form_faults"}


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "a: 1", "id: x\nmodules: []", "id: ../x\nversion: 1\nmodules: [{id: M01}]", "id: x\nmodules: [{id: /etc/x}]",
        "id: x\nversion: 1\ntitle: {en: T}\nmodules: [1]", "id: x\nmodules: []\nlists: [{id: ../../y}]", "{",
    ],
)  # fmt: skip
def test_what_is_no_form_is_refused(text: str) -> None:
    """Shapes that are none, and names that would lead out of a folder."""
    with pytest.raises(HsbAssessError):
        read_one_file(text.encode())
