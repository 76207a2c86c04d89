"""J12: a newer form arrives in the middle of an assessment: what would change is shown, and nothing is lost by moving."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import assessing, moving
from hsb_assess.desk.script import Labels, steps_of_text
from hsb_assess.instrument.schema import ItemType
from ui.demo.filling import Filling
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.assessment.newer import CarriedDialog, FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.record.reading import Reading
    from ui.demo.person import Person

pytestmark = pytest.mark.timeout(240)

OLD = Path(__file__).parents[1] / "vaults" / "form-1.0.0"
TYPED = "Written in the old form, a moment before the move."


def said(reading: Reading) -> dict[str, object]:
    """Return every answer that has a value, by path."""
    return {path: answer.value for path, answer in reading.answers.items() if answer.value is not None}


def free_words(reading: Reading) -> list[str]:
    """Return what somebody wrote in words of their own."""
    free = {ItemType.TEXT, ItemType.LONGTEXT}
    asked = ((reading.definition.find(path), value) for path, value in said(reading).items())
    found = [value for item, value in asked if item is not None and item.type in free]
    assert len(found) > 20
    return [str(value) for value in found]


def test_preview_move_and_lose_nothing(sitting: Callable[..., Person], tmp_path: Path) -> None:
    """Typed, previewed, put off, moved: each answer stands where it stood, or is carried over in sight."""
    kept = json.loads((OLD / "answers.json").read_text("utf-8"))
    shutil.copytree(OLD / "vault", tmp_path / "vault")
    phrase = (OLD / "passphrase.txt").read_text("utf-8").strip()
    person = sitting(tmp_path / "vault", phrase=phrase, today=kept["today"])
    person.start()
    person.unlock()
    typist, target = person.typist, Target("assessment", case=kept["case"], assessment=kept["assessment"])
    page = person.go(target, AssessmentPage)
    assert page.model.definition.version == "1.0.0"
    filling = Filling(page, typist, Labels(page.model.definition), {})
    filling.steps(steps_of_text(page.model.definition, f'answers: {{M01.reason: "{TYPED}"}}', page.model.today))
    before = assessing.reading(person.session.at, kept["assessment"])

    # Shown first, and put off: nothing has moved.
    typist.click(page.frame.newer.buttons["form"])
    typist.settle(lambda: page.newer.dialog is not None, "the preview", 60)
    preview = page.newer.dialog
    assert isinstance(preview, FormDialog)
    assert preview.table.keys()
    typist.click(preview.later_button)
    assert assessing.reading(person.session.at, kept["assessment"]).definition.version == "1.0.0"

    typist.click(page.frame.newer.buttons["form"])
    typist.settle(lambda: page.newer.dialog is not preview, "the preview again", 60)
    dialog = page.newer.dialog
    assert isinstance(dialog, FormDialog)
    typist.click(dialog.agree_button)
    person.quiet()
    moved = person.page(AssessmentPage)
    after = assessing.reading(person.session.at, kept["assessment"])
    assert moved.model.definition.version == after.definition.version == "1.1.0"
    assert after.raw("M01.reason").value == TYPED
    carried = moving.carried_over(after)
    assert len(carried) == 2
    written = " ".join([*map(str, said(after).values()), *(each.words for each in carried)])
    assert [words for words in free_words(before) if words not in written] == []

    # What was carried over is in sight where the assessment is written.
    typist.click(moved.frame.newer.buttons["carried"])
    typist.settle(lambda: isinstance(moved.newer.dialog, CarriedDialog), "what was carried over")
    shown = moved.newer.dialog
    assert isinstance(shown, CarriedDialog)
    assert len(shown.table.keys()) == 2
    typist.click(shown.later_button)
