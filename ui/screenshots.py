"""A picture of every page, in three themes and two text sizes: ``python -m ui.screenshots FOLDER``.

The pages show a fictional case that is played through the desk's acts into a vault of its own; open the pictures
and look at them. A page that cannot be shown is named, and the exit code is 1.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from hsb_assess.datafiles import data_dir
from ui import options
from ui.app import App
from ui.configuration import Configuration
from ui.navigation import Target
from ui.pages.first_run import FirstRunPage
from ui.pages.first_run.making import Making
from ui.pages.unlock import UnlockPage
from ui.theme import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hsb_assess.desk.script import Script

__all__ = ["LOOKS", "main"]

LOOKS = tuple((theme, percent) for theme in ("light", "dark", "high_contrast") for percent in (100, 150))
PASSPHRASE = "five plain words for pictures"  # noqa: S105 (of a vault that lives as long as the pictures take)
PATIENCE_MS = 30_000


def settle(milliseconds: int = 60) -> None:
    """Let Qt lay out and paint."""
    end = QDeadlineTimer(milliseconds)
    while not end.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def make_vault(folder: Path, script: Script) -> tuple[str, str]:
    """Play the fictional case into a new vault; return its case and assessment."""
    from hsb_assess.desk import access, assessing, caseload
    from hsb_assess.desk.script import known_people, play
    from hsb_assess.domain.clock import clock_for

    clock = clock_for(script.today)
    agency = "Children's social care"
    access.first_run(folder, PASSPHRASE, name="Worker P", role="practitioner", agency=agency, clock=clock)
    vault = access.unlock(folder, PASSPHRASE, clock=clock)
    at = vault.workplace(read_only=False)
    case = str(caseload.create_case(at, script.reference).created)
    assessment = str(assessing.start_assessment(at, case).created)
    labels = known_people(at, case, assessing.reading(at, assessment).definition)
    play(at, case, assessment, script.phases["first_draft"], labels)
    at.book.close()
    vault.close()
    return case, assessment


def targets(case: str, assessment: str) -> Iterator[tuple[str, Target]]:
    """Yield the places to draw, each with the name of its pictures."""
    yield "caseload", Target("caseload")
    yield "case", Target("case", case=case)
    for path in ("M00.ref", "M03.incidents", "M05.enquiry", "M11.children", "M18.presenting", "M20.settings"):
        module = path.partition(".")[0].lower()
        yield f"assessment_{module}", Target("assessment", case=case, assessment=assessment, path=path)
    for page in ("check", "review", "documents"):
        yield page, Target(page, case=case, assessment=assessment)
    for part in ("people", "keys", "appearance"):
        yield f"settings_{part}", Target("settings", part=part)


class Camera:
    """Draws what is in the app's window, once a look."""

    def __init__(self, app: App, folder: Path) -> None:
        self._app, self._folder = app, folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str) -> None:
        """Draw the window in every look, under ``name``."""
        for theme, percent in LOOKS:
            self._app.appearance.choose(theme=theme, percent=percent)
            settle()
            self._app.window.grab().save(str(self._folder / f"{name}_{theme}_{percent}.png"))
        self._app.appearance.choose(theme="light", percent=100)
        settle()


def entry_pages(app: App, camera: Camera, vault: Path) -> None:
    """Draw first run and unlock, and leave the vault open."""
    camera.take("unlock")
    app.show_entry("first_run", None)
    camera.take("first_run")
    first = app.window.centralWidget()
    assert isinstance(first, FirstRunPage)
    first.make()
    step = first.step
    assert isinstance(step, Making)
    step.you.where.setText("/home/worker/assess/vault")
    camera.take("first_run_you")
    step.you.name.setText("Worker P")
    step.you.agency.setText("Children's social care")
    step.show_words()
    camera.take("first_run_passphrase")
    app.show_entry("unlock", vault)
    page = app.window.centralWidget()
    assert isinstance(page, UnlockPage)
    page.passphrase.set_text(PASSPHRASE)
    page.unlock()
    end = QDeadlineTimer(PATIENCE_MS)
    while app.session is None and not end.hasExpired():
        settle(20)


def main(arguments: Sequence[str]) -> int:
    """Draw every page into the folder named; return 1 if one could not be shown."""
    from hsb_assess.desk.script import read_script
    from ui.eventlog import unforeseen

    if len(arguments) != 1:
        sys.stderr.write("usage: python -m ui.screenshots FOLDER\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["assess"])
    fonts.load(data_dir("resources") / "fonts", fonts.FIRST + fonts.LATER)
    script = read_script(data_dir("resources") / "demo" / "child-a.yaml")
    failed = []
    with tempfile.TemporaryDirectory(prefix="assess-pictures-") as home:
        vault = Path(home, "vault")
        case, assessment = make_vault(vault, script)
        chosen = options.Options(vault=vault, today=script.today.isoformat())
        app = App(chosen, Configuration(Path(home, "config")), end=lambda _code: None)
        app.start()
        camera = Camera(app, Path(arguments[0]))
        entry_pages(app, camera, vault)
        assert app.session is not None
        for name, target in targets(case, assessment):
            try:
                app.session.context.navigate(target)
                settle(300)
                camera.take(name)
            except Exception as error:  # noqa: BLE001 (the other pages are still wanted)
                failed.append(f"{name}: {unforeseen(error).what}")
        app.close()
        app.window.hide()
    sys.stderr.write("".join(f"{line}\n" for line in failed))
    del application
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
