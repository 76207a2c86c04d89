"""The catalogue opens forms by id, version and hash, and sheets by name."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.instrument.loading import compile_all
from tests.unit.instrument.making import page, write_form

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Three versions of one instrument and a language sheet."""
    folder = write_form(tmp_path, {"M01": page("M01", "- {id: a, type: text, label: {en: A}}")})
    forms = folder.parent
    (forms / "language").mkdir()
    (forms / "language" / "en_GB.yaml").write_text("id: en_GB\nlanguage: en_GB\npairs: []\n", encoding="utf-8")
    head = folder / "instrument.yaml"
    text = head.read_text(encoding="utf-8")
    for version in ("1.9.0", "1.10.0", "1.2.0"):
        head.write_text(text.replace("1.0.0", version), encoding="utf-8")
        compile_all(forms)
    return Catalogue(forms / "compiled")


def test_versions_are_numbers_not_words(catalogue: Catalogue) -> None:
    """The tenth version is newer than the ninth."""
    assert catalogue.versions("sample") == ("1.2.0", "1.9.0", "1.10.0")
    assert catalogue.latest("sample").version == "1.10.0"
    assert catalogue.latest("sample") is catalogue.get("sample", "1.10.0")


def test_a_definition_is_found_by_its_hash(catalogue: Catalogue) -> None:
    """An entry names a hash; the definition of that hash is found or there is none."""
    old = catalogue.get("sample", "1.2.0")
    assert catalogue.by_hash(old.hash) is old
    assert catalogue.by_hash("0" * 64) is None


def test_sheets_carry_their_hash(catalogue: Catalogue, tmp_path: Path) -> None:
    """A sheet's hash is that of its compiled bytes."""
    sheet = catalogue.language()
    data = (tmp_path / "forms" / "compiled" / "language" / "en_GB.json").read_bytes()
    assert sheet.hash == hashlib.sha256(data).hexdigest()
    assert sheet.content["language"] == "en_GB"
    assert catalogue.language() is sheet


def test_what_is_missing_is_told_with_a_mend(catalogue: Catalogue) -> None:
    """An installation without a form says so in words."""
    for ask in (
        lambda: catalogue.latest("other"),
        lambda: catalogue.get("sample", "9"),
        lambda: catalogue.profile("atlantis"),
        catalogue.rule_texts,
    ):
        with pytest.raises(HsbAssessError) as caught:
            ask()
        assert caught.value.code in {"form_missing", "sheet_missing"}
        assert caught.value.mend
