"""The index of the pictures: each step that it names is drawn, and none is drawn twice under one name."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from ui import screenshots
from ui.screenshots_scenes import scenes

README = Path(__file__).parents[2] / "docs" / "screenshots" / "README.md"


def entry_names() -> set[str]:
    """Return what is drawn before a vault is open."""
    return set(re.findall(r'take\(app, "([a-z_]+)"\)', Path(screenshots.__file__).read_text("utf-8")))


def test_every_step_of_the_journeys_is_drawn() -> None:
    """A name in the index is the name of a picture."""
    rows = re.findall(r"^\| (J\d+) .*? \| (.*) \|$", README.read_text("utf-8"), re.MULTILINE)
    told = {journey: re.findall(r"`([a-z_0-9]+)`", steps) for journey, steps in rows}
    assert {"J1", "J2", "J3", "J5", "J6", "J9", "J12"} <= told.keys()
    drawn = {scene.name for scene in scenes("case", "assessment")} | entry_names()
    assert {journey: [name for name in steps if name not in drawn] for journey, steps in told.items()} == {
        journey: [] for journey in told
    }


def test_no_two_pictures_have_one_name() -> None:
    """The later would stand in place of the earlier."""
    counts = Counter(scene.name for scene in scenes("case", "assessment"))
    assert [name for name, count in counts.items() if count > 1] == []
