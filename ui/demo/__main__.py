"""Plays the demonstration: ``python -m ui.demo --out DIR [--vignette child-a] [--json] [--today DATE]``.

Exit code 0 when every document was accepted with the cards in ``DIR/trust``, 1 when not, 2 for usage.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hsb_assess.datafiles import data_dir
from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main", "play"]

PRACTITIONER_PHRASE = "lantern orchard pebble violin meadow"
SUPERVISOR_PHRASE = "harbour thimble walnut gravel sonnet"
MINE = ("documents", "drafts", "packages", "requests", "screenshots", "trust", "vaults", "summary.json", "README.txt")
"""What a demonstration makes in its folder; another run there begins by clearing exactly these."""


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hsb-assess demo", description="Play a fictional case on the real windows.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to leave what comes of it")
    parser.add_argument("--vignette", default="child-a", choices=_vignettes(), help="which fictional case")
    parser.add_argument("--json", action="store_true", help="print the summary as JSON")
    parser.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="the day on which it is played")
    return parser.parse_args(given)


def _vignettes() -> list[str]:
    return sorted(path.stem for path in (data_dir("resources") / "demo" / "journeys").glob("*.yaml"))


def _prepare(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    others = {each.name for each in out.iterdir()} - set(MINE)
    if others:
        raise HsbAssessError(
            "folder_not_empty",
            "This folder holds other things than a demonstration.",
            "Choose an empty folder, or one that does not exist yet.",
        )
    for name in MINE:
        path = out / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    for name in ("documents", "drafts", "packages", "requests"):
        (out / name).mkdir()


def play(out: Path, vignette: str, today: date | None) -> dict[str, Any]:
    """Play ``vignette`` into ``out`` and return the summary; needs a QApplication."""
    from hsb_assess.desk.script import read_script
    from hsb_assess.domain.clock import clock_for
    from ui.demo.journey import Journey
    from ui.demo.person import Person
    from ui.demo.results import summarise, write_readme

    script = read_script(data_dir("resources") / "demo" / "journeys" / f"{vignette}.yaml")
    if today is not None:
        script = replace(script, today=today)
    day = script.today.isoformat()
    with tempfile.TemporaryDirectory(prefix="assess-demo-") as home:
        people = [
            Person(
                card["name"],
                role,
                card["agency"],
                out / "vaults" / role,
                phrase,
                today=day,
                home=Path(home, role),
            )
            for role, card, phrase in (
                ("practitioner", script.practitioner, PRACTITIONER_PHRASE),
                ("supervisor", script.supervisor, SUPERVISOR_PHRASE),
            )
        ]
        journey = Journey(script, out, *people)
        outcome = journey.play()
    write_readme(out, day, PRACTITIONER_PHRASE, SUPERVISOR_PHRASE)
    return summarise(out, journey.album.pictures, outcome, clock_for(script.today).now())


def _tell(summary: dict[str, Any], out: Path) -> None:
    words = [f"The demonstration is in {out}", ""]
    words += [f"  signed document  {out / each['path']} ({each['pages']} pages)" for each in summary["documents"]]
    words.append(f"  pictures         {out / 'screenshots'} ({len(summary['screenshots'])})")
    words.append(f"  what is what     {out / 'README.txt'}")
    first = " ".join(summary["findings"]["first_submit"])
    words += ["", f"The first submission was refused for {first}.", f"All documents accepted: {summary['verified']}."]
    sys.stdout.write("\n".join(words) + "\n")


def _log(_kind: object, _where: object, words: str) -> None:
    """Pass Qt's messages on, but for what a platform without a display says about itself at every popup."""
    if not words.startswith("This plugin does not support"):
        sys.stderr.write(f"{words}\n")


def main(given: Sequence[str] | None = None) -> int:
    """Run from the command line and return the exit code."""
    asked = _arguments(given)
    if "DISPLAY" not in os.environ and "WAYLAND_DISPLAY" not in os.environ:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from ui import host
    from ui.theme import fonts

    host.no_core_dumps()
    qInstallMessageHandler(_log)
    application = QApplication(["assess"])
    application.setApplicationName("assess")
    application.setQuitOnLastWindowClosed(False)
    fonts.load(data_dir("resources") / "fonts")
    out = asked.out.absolute()
    try:
        _prepare(out)
        summary = play(out, asked.vignette, asked.today)
    except HsbAssessError as error:
        sys.stderr.write(f"{error.what} {error.mend} [{error.code}]\n")
        return 2 if error.code == "folder_not_empty" else 1
    if asked.json:
        sys.stdout.write(json.dumps(summary) + "\n")
    else:
        _tell(summary, out)
    gc.collect()
    return 0 if summary["verified"] else 1


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # Windows that are still being put away have nothing left to do.
    os._exit(code)
