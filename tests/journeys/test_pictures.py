"""What ``docs/journeys.md`` says of pictures is so."""

from __future__ import annotations

import re

from hsb_assess.datafiles import data_dir
from ui.screenshots_scenes import scenes

ROOT = data_dir("resources").parent


def test_every_picture_of_a_journey_is_drawn() -> None:
    """Each name in the page's tables is a scene, or a picture of the pages before a vault is open."""
    page = (ROOT / "docs" / "journeys.md").read_text(encoding="utf-8")
    named = {name for line in page.splitlines() if line.startswith("| ") for name in re.findall(r"`(\w+)`", line)}
    before = set(re.findall(r'take\(app, "(\w+)"\)', (ROOT / "ui" / "screenshots.py").read_text(encoding="utf-8")))
    drawn = [scene.name for scene in scenes("case", "assessment")]
    assert len(named) > 15
    assert len(drawn) == len(set(drawn))
    assert named - before - set(drawn) == set()
