"""An assessment that was made with the first version of the form opens for ever, and may move to the newest."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.desk import access, assessing, moving
from hsb_assess.domain.answer import Answer
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.wordsof import home_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.desk.workplace import Workplace

HERE = Path(__file__).parent / "form-1.0.0"


@pytest.fixture
def kept() -> dict[str, Any]:
    """What was in the vault when it was made: case, assessment, the form's hash and every answer by path."""
    found: dict[str, Any] = json.loads((HERE / "answers.json").read_text("utf-8"))
    return found


@pytest.fixture
def at(tmp_path: Path, kept: dict[str, Any]) -> Iterator[Workplace]:
    """A copy of the vault, opened by the present program."""
    shutil.copytree(HERE / "vault", tmp_path / "vault")
    passphrase = (HERE / "passphrase.txt").read_text("utf-8").strip()
    vault = access.unlock(tmp_path / "vault", passphrase, clock=clock_for(date.fromisoformat(kept["today"])))
    yield vault.workplace(read_only=False)
    vault.close()


def test_the_first_version_opens_as_it_was(at: Workplace, kept: dict[str, Any]) -> None:
    """The form it was made with, the guidance of its day, and every answer at its place."""
    reading = assessing.reading(at, kept["assessment"])
    assert (reading.definition.version, reading.definition.hash) == ("1.0.0", kept["form"])
    assert {path: answer.body() for path, answer in reading.answers.items()} == kept["answers"]
    assert reading.profile["edition"] == "2026-11"
    assert assessing.findings(at, kept["assessment"]).findings


def test_the_move_is_shown_before_it_is_made(at: Workplace, kept: dict[str, Any]) -> None:
    """What moves where, what is carried over, what opens; looking changes nothing."""
    assert moving.newer_form(at, kept["assessment"]) == "1.1.0"
    preview = moving.form_preview(at, kept["assessment"])
    assert preview is not None
    assert (preview.before, preview.after) == ("1.0.0", "1.1.0")
    assert {line.how for line in preview.moves} == {"rename", "split", "merge", "recode"}
    assert [line.words for line in preview.carried] == ["yes; school", "unknown; the police"]
    form = at.catalogue.get("holistic", "1.0.0")
    asked = {home_of(form, path) for path in kept["answers"] if form.find(home_of(form, path)) is not None}
    moved = sum(line.times for line in preview.moves)
    assert preview.kept + moved + len(preview.carried) == len(asked)
    assert preview.opens
    assert assessing.reading(at, kept["assessment"]).definition.version == "1.0.0"


def test_a_move_loses_nothing(at: Workplace, kept: dict[str, Any]) -> None:
    """Afterwards the form is the newest, renamed answers stand at their new place, and the rest is in sight."""
    assessment = kept["assessment"]
    before = assessing.reading(at, assessment)
    preview = moving.form_preview(at, assessment)
    moving.move_form(at, assessment)
    after = assessing.reading(at, assessment)
    assert preview is not None
    assert after.definition.version == "1.1.0"
    assert after.value("M01.conference_needed") == before.value("M01.conference")
    lengths = {row.id: row.answer("length") for row in before.rows("M21.actions")}
    assert {row.id: row.answer("duration") for row in after.rows("M21.actions")} == lengths
    (condition,) = after.rows("M11.conditions")
    assert condition.text("text") == "Stays away from the home until the hearing."
    assert condition.value("status") == "in_force"
    assert condition.value("binds") in (
        [before.rows("M11.adults")[0].value("person")],
        before.rows("M11.adults")[0].value("person"),
    )
    assert "placement" in after.rows("M01.strategy")[0].codes("attendees")
    assert [(each.question, each.words) for each in moving.carried_over(after)] == [
        (line.question, line.words) for line in preview.carried
    ]
    assert "M01.conference" not in after.answers
    changed = {"attendees", "orders", "condition_status", "condition_from", "length"}
    for path, body in kept["answers"].items():
        if after.definition.find(path) is not None and path.rpartition(".")[2] not in changed:
            assert after.raw(path) == Answer.from_body(body), path
    assert moving.newer_form(at, assessment) is None
    with at.book.begin(write=False) as work:
        said = work.entries.of_case(kept["case"])
        assert work.audit.verify().faults == ()
    assert any(entry.key == "M01.conference" and "value" in entry.body for entry in said), "the history keeps it"


def test_there_is_no_way_beyond_the_newest(at: Workplace, kept: dict[str, Any]) -> None:
    """A second move is refused, and shown as nothing to do."""
    moving.move_form(at, kept["assessment"])
    assert moving.form_preview(at, kept["assessment"]) is None
    with pytest.raises(HsbAssessError) as refused:
        moving.move_form(at, kept["assessment"])
    assert refused.value.code == "form_is_newest"
