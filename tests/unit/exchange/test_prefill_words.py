"""The words of a fault in an answers file: nothing that may be about a child is quoted, and each mend helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.exchange.prefill import read_answers
from hsb_assess.exchange.prefill_faults import AnswersFaults
from hsb_assess.instrument.catalogue import Catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.instrument.faults import Fault

CATALOGUE = Catalogue.shipped()
ANSWERS = "instrument: holistic\nanswers:\n"
SECRET = "Ben told his aunt"


def only_fault(tmp_path: Path, text: str) -> Fault:
    """Return the one fault of a file."""
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(AnswersFaults) as caught:
        read_answers(path, CATALOGUE)
    (found,) = caught.value.faults
    return found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{ANSWERS}  M03.incidents: {{i: {{band: {SECRET}}}}}\n", "option"),
        (f"{ANSWERS}  M01.source: {SECRET}\n", "unknown_label"),
        (f"{ANSWERS}  M03.incidents: {{{SECRET}: {{band: abusive}}}}\n", "bad_label"),
        (f"{ANSWERS}  {SECRET}: yes\n", "unknown_question"),
        (f"{ANSWERS}  M05.harm.online: {{absence: {SECRET}}}\n", "unknown_absence"),
        (f"{ANSWERS}  M05.harm.online: {{absence: unknown, detail: {{{SECRET}: x}}}}\n", "detail"),
        (f"{ANSWERS}  {SECRET}: a\n  {SECRET}: b\n  ", "duplicate_key"),
        (f"instrument: holistic\n{SECRET}: yes\n", "unknown_key"),
        (f"instrument: {SECRET}\n", "no_instrument"),
        (f"instrument: holistic\nversion: {SECRET}\n", "no_version"),
        (f"instrument: holistic\nformat: {SECRET}\n", "format"),
        (f"instrument: holistic\nthings: {{{SECRET}: {{}}}}\n", "unknown_kind"),
        (f"instrument: holistic\nthings: {{person: {{p: [{SECRET}]}}}}\n", "not_a_mapping"),
    ],
)
def test_what_may_be_about_a_child_is_left_out(tmp_path: Path, text: str, code: str) -> None:
    """Only what looks like a code or a label is quoted."""
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(AnswersFaults) as caught:
        read_answers(path, CATALOGUE)
    assert code in {fault.code for fault in caught.value.faults}
    told = " ".join([*map(str, caught.value.faults), str(caught.value)])
    assert "Ben" not in told
    assert "{" not in told


@pytest.mark.parametrize(("word", "quoted"), [("worst", True), ("w" * 40, True), ("w" * 41, False)])
def test_what_looks_like_a_code_is_quoted(tmp_path: Path, word: str, quoted: bool) -> None:
    """At most 40 characters without a space."""
    found = only_fault(tmp_path, f"{ANSWERS}  M03.incidents: {{i: {{band: {word}}}}}\n")
    assert (word in found.what) is quoted


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (f"{ANSWERS}  M05.harm.online: no\n", "value", "yes, suspected, conflicting or none_found"),
        (f"{ANSWERS}  M00.dob: 20/01/2017\n", "value", "2026-09-07, 2026-09 or 2026"),
        (f"{ANSWERS}  M01.received: Monday\n", "value", "2026-09-07T16:20"),
        (f"{ANSWERS}  M03.incidents: {{i: {{band: [abusive, normal]}}}}\n", "value_shape", "one code"),
        (f"{ANSWERS}\tM00.name: A\n", "yaml_tab", "tab"),
        ("instrument: holistic\nbase: case.yaml\n", "base_self", "names itself"),
        (f"{ANSWERS}  M00.name: *a\n", "yaml_alias", "double quotes"),
        (f"{ANSWERS}  M00.name: !a b\n", "yaml_tag", "double quotes"),
        ("#" * 2_100_000, "file_size", "2 MB"),
    ],
)  # fmt: skip
def test_a_mend_helps_in_a_file(tmp_path: Path, text: str, code: str, words: str) -> None:
    """What to write is shown, and nothing is said of form definitions."""
    found = only_fault(tmp_path, text)
    assert found.code == code
    assert words in f"{found.what} {found.mend}"
    assert "list" not in found.mend.replace("list of codes", "")


def test_a_missing_file_is_told_without_a_word_on_lists(tmp_path: Path) -> None:
    """Its name is to be checked; there is no list to take it from."""
    with pytest.raises(AnswersFaults) as caught:
        read_answers(tmp_path / "gone.yaml", CATALOGUE)
    assert caught.value.mend.startswith("Check the name")
