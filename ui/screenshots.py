"""A picture of every page, in three themes and two text sizes: ``python -m ui.screenshots FOLDER [NAME …]``.

The pages show a fictional case at every stage from an empty vault to signed documents, played through the desk's
acts into vaults of its own. Open the pictures and look at them. With names, only pictures whose name begins so are
drawn. A page that cannot be shown is named, and the exit code is 1.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from hsb_assess.datafiles import data_dir
from ui import options
from ui.app import App
from ui.computer.base import Computer, Event
from ui.configuration import Configuration
from ui.pages.first_run import FirstRunPage
from ui.pages.first_run.making import Making
from ui.pages.unlock import UnlockPage
from ui.theme import fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from ui.screenshots_scenes import Scene
    from ui.screenshots_story import Story

__all__ = ["LOOKS", "main"]

LOOKS = tuple((theme, percent) for theme in ("light", "dark", "high_contrast") for percent in (100, 150))
SIZE = (1280, 860)
"""Of the window, at every text size: the screen of a laptop does not grow with the letters."""
PATIENCE_MS = 60_000
STILL_MS = 5_000
"""A window that still moves after so long is drawn as it is: a caret blinks, a countdown counts."""


def settle(milliseconds: int = 60) -> None:
    """Let Qt lay out and paint."""
    end = QDeadlineTimer(milliseconds)
    while not end.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def still(window: QWidget) -> QPixmap:
    """Return the window's picture once it stands still: two in a row, a moment apart, are the same."""
    end = QDeadlineTimer(STILL_MS)
    settle(120)
    before = _picture(window)
    while not end.hasExpired():
        settle(120)
        after = _picture(window)
        if after.toImage() == before.toImage():
            break
        before = after
    return before


def _picture(window: QWidget) -> QPixmap:
    """Return a window as it is seen, with the menu that is open over it."""
    picture = window.grab()
    menu = QApplication.activePopupWidget()
    if menu is not None:
        painter = QPainter(picture)
        painter.drawPixmap(window.mapFromGlobal(menu.mapToGlobal(QPoint())), menu.grab())
        painter.end()
    return picture


class Camera:
    """Draws what is in the app's window, once a look. ``wanted`` are the beginnings of names; none wants all."""

    def __init__(self, folder: Path, wanted: tuple[str, ...]) -> None:
        self._folder, self._wanted = folder, wanted
        self.pictures = 0
        folder.mkdir(parents=True, exist_ok=True)

    def wants(self, name: str) -> bool:
        """Say whether this picture was asked for."""
        return not self._wanted or name.startswith(self._wanted)

    def take(self, app: App, name: str) -> None:
        """Draw the window, or the dialog that is open above it, in every look under ``name``."""
        if not self.wants(name):
            return
        for theme, percent in LOOKS:
            app.appearance.choose(theme=theme, percent=percent)
            still(QApplication.activeModalWidget() or app.window).save(
                str(self._folder / f"{name}_{theme}_{percent}.png")
            )
            self.pictures += 1
        app.appearance.choose(theme="light", percent=100)
        settle()


class Studio:
    """Opens the app on one stage of the story after the other."""

    def __init__(self, home: Path, story: Story, day: str, camera: Camera) -> None:
        self._home, self._story, self._day, self._camera = home, story, day, camera
        self.failed: list[str] = []

    def start(self, vault: Path) -> App:
        """Return the app with its first page for ``vault`` on screen."""
        app = App(
            options.Options(vault=vault, today=self._day),
            # One for each stage: to another stage's checkpoints, this one would be older than last seen.
            Configuration(self._home / "config" / vault.name),
            end=lambda _code: None,
            computer=Computer(told=Event),
        )
        app.window.resize(*SIZE)
        app.start()
        settle()
        return app

    def entry(self, vault: Path) -> None:
        """Draw unlocking and first run, step by step."""
        from ui.widgets.recoverysheet import RecoveryStep

        app, take = self.start(vault), self._camera.take
        take(app, "unlock")
        page = app.window.centralWidget()
        assert isinstance(page, UnlockPage)
        page.passphrase.set_text("not this one, surely")
        page.unlock()
        self._wait(page.isEnabled)
        settle(300)
        take(app, "unlock_refused")
        app.show_entry("first_run", None)
        take(app, "first_run")
        first = app.window.centralWidget()
        assert isinstance(first, FirstRunPage)
        first.make()
        step = first.step
        assert isinstance(step, Making)
        step.you.where.setText("/home/worker/assess/vault")
        take(app, "first_run_you")
        step.show_words()
        take(app, "first_run_you_missing")
        step.you.name.setText("Worker P")
        step.you.agency.setText("Children's social care")
        step.show_words()
        take(app, "first_run_passphrase")
        step._made("7Q2M-K9XD-4VRT-PC3W-H6NB-8ZFJ-5SGA-2YEK-0D7T")  # noqa: SLF001 (the step after sealing, which takes its time)
        take(app, "first_run_recovery")
        recovery = step.findChild(RecoveryStep)
        assert isinstance(recovery, RecoveryStep)
        recovery.ask_back()
        take(app, "first_run_recovery_back")
        self._leave(app)

    def stage(self, vault: Path, scenes: Sequence[Scene]) -> None:
        """Unlock ``vault`` and draw every scene in it."""
        from ui.screenshots_story import PASSPHRASE

        app = self.start(vault)
        page = app.window.centralWidget()
        assert isinstance(page, UnlockPage)
        page.passphrase.set_text(PASSPHRASE)
        page.unlock()
        self._wait(lambda: app.session is not None)
        for scene in scenes:
            self._draw(app, scene)
        self._leave(app)

    def _draw(self, app: App, scene: Scene) -> None:
        from hsb_assess.domain.errors import HsbAssessError
        from ui.eventlog import unforeseen
        from ui.navigation import Page, Target

        session, desktop = app.session, app.desktop
        assert session is not None
        assert desktop is not None
        desktop.idle.seconds = math.inf  # nobody presses a key while pictures are taken, and it would lock
        try:
            session.notices.clear()
            # From somewhere else, so that the page is built anew and shows nothing of the picture before.
            session.context.navigate(Target("packages" if scene.target.page == "settings" else "settings"))
            session.context.navigate(scene.target)
            self._quiet(app)
            page = session.frame.navigator.page
            assert isinstance(page, Page)
            scene.does(page, desktop)
            self._quiet(app)
            self._camera.take(app, scene.name)
        except Exception as error:  # noqa: BLE001 (the other pages are still wanted)
            told = error if isinstance(error, HsbAssessError) else unforeseen(error)
            self.failed.append(f"{scene.name}: {told.what} {error!r}")
        if (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()
        desktop.veil.lift()
        desktop.wipe()
        session.adding.put_away()

    def _quiet(self, app: App) -> None:
        settle(200)
        session = app.session
        assert session is not None
        self._wait(lambda: not session.operations.busy())
        settle(100)

    @staticmethod
    def _wait(done) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 (any question that answers yes or no)
        end = QDeadlineTimer(PATIENCE_MS)
        while not done() and not end.hasExpired():
            settle(20)

    @staticmethod
    def _leave(app: App) -> None:
        app.close()
        app.window.hide()
        app.window.deleteLater()
        settle()


def main(arguments: Sequence[str]) -> int:
    """Draw every page into the folder named; return 1 if one could not be shown."""
    from hsb_assess.desk.script import read_script
    from ui.screenshots_scenes import scenes
    from ui.screenshots_story import Story

    if not arguments:
        sys.stderr.write("usage: python -m ui.screenshots FOLDER [NAME ...]\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["assess"])
    if isinstance(application, QApplication):
        application.setQuitOnLastWindowClosed(False)
    fonts.load(data_dir("resources") / "fonts", fonts.FIRST + fonts.LATER)
    script = read_script(data_dir("resources") / "demo" / "journeys" / "child-a.yaml")
    camera = Camera(Path(arguments[0]), tuple(arguments[1:]))
    with tempfile.TemporaryDirectory(prefix="assess-pictures-") as home:
        story = Story(Path(home), script)
        story.play()
        studio = Studio(Path(home), story, script.today.isoformat(), camera)
        if camera.wants("unlock") or camera.wants("first_run"):
            studio.entry(story.stages["empty"])
        wanted = (scene for scene in scenes(story.case, story.assessment) if camera.wants(scene.name))
        for stage, group in groupby(wanted, key=lambda scene: scene.stage):
            studio.stage(story.stages[stage], tuple(group))
    sys.stderr.write("".join(f"{line}\n" for line in studio.failed))
    sys.stdout.write(f"{camera.pictures} pictures\n")
    return 1 if studio.failed else 0


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # Windows that are still being put away have nothing left to do.
    os._exit(code)
