"""What somebody is writing and has not sent yet: kept in the vault while they type, offered again, dropped once sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from hsb_assess.desk import scraps as desk
from ui.form.keeping import INSIDE
from ui.form.model import DRAFT_AFTER
from ui.language import tr
from ui.widgets.fields import GrowingText
from ui.widgets.text import Caption

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import Page

__all__ = ["KeptText", "Scraps"]


class Scraps(QObject):
    """The scraps of one assessment, as a page sees them, by name: ``comment.M05.impact``, ``new.evidence@M05.impact``."""

    changed = Signal(str)
    """The name under which something else stands now."""

    def __init__(self, page: Page, assessment: str) -> None:
        super().__init__(page)
        self._page, self._assessment = page, assessment
        self._operations, self._notices = page.context.operations, page.context.notices
        self._unkept: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_AFTER)
        self._timer.timeout.connect(self.seal)
        waiting = self._operations.busy()
        self._words: dict[str, JsonValue] = desk.scraps(page.context.at, assessment)
        self._touched: set[str] = set()
        if waiting:  # the page before this one may have handed over words that are not written yet
            self._operations.read(desk.scraps, assessment, on_done=self._take, on_error=self._notices.error)

    def _take(self, kept: dict[str, JsonValue]) -> None:
        if not shiboken6.isValid(self):
            return
        for name in (kept.keys() | self._words.keys()) - self._touched:
            if kept.get(name) != self._words.get(name):
                self._set(name, kept.get(name))

    def _set(self, name: str, value: JsonValue) -> None:
        if value is None:
            self._words.pop(name, None)
        else:
            self._words[name] = value
        self.changed.emit(name)

    def kept(self, name: str) -> JsonValue:
        """Return what stands under a name, ``None`` where nothing does."""
        return self._words.get(name)

    def write(self, name: str, value: JsonValue) -> None:
        """Take what stands in a box now; it is on the disk a moment later. Blank words are the same as none."""
        if value is None or (isinstance(value, str) and not value.strip()):
            self.drop(name)
            return
        self._touched.add(name)
        self._unkept.add(name)
        self._set(name, value)
        if not self._timer.isActive():
            self._timer.start()

    def drop(self, name: str) -> None:
        """Forget what was written under a name, and what was begun inside of it."""
        for each in [each for each in self._words if each == name or f"@{name}{INSIDE}" in each]:
            self._forget(each)
            self._operations.run(desk.drop_scrap, self._assessment, each, by=self._page, on_error=self._notices.error)

    def _forget(self, name: str) -> None:
        self._touched.add(name)
        self._unkept.discard(name)
        self._set(name, None)

    def seal(self) -> None:
        """Hand over at once what is not kept yet."""
        self._timer.stop()
        for name in sorted(self._unkept):
            self._keep(name)
        self._unkept.clear()

    def _keep(self, name: str) -> None:
        def failed(error: HsbAssessError) -> None:
            self._notices.error(error)
            if shiboken6.isValid(self) and name in self._words:
                self._unkept.add(name)  # with the next key, or when the page is left, it is tried again

        self._operations.run(desk.keep_scrap, self._assessment, name, self._words[name], by=self._page, on_error=failed)

    def spend(
        self,
        name: str,
        act: Callable[..., Any],
        *args: Any,  # noqa: ANN401 (the act's own arguments)
        on_done: Callable[[Any], None],
        **keywords: Any,  # noqa: ANN401 (its keywords, and those of ``Operations.run``)
    ) -> None:
        """Run an act that sends what was written under ``name``; once it is done, the scrap is gone with it."""
        self.seal()

        def done(result: Change) -> None:
            if shiboken6.isValid(self):
                self._forget(name)
                self.drop(name)
            on_done(result)

        self._operations.run(
            desk.spend_scrap, self._assessment, name, act, *args, by=self._page, on_done=done, **keywords
        )


class KeptText(GrowingText):
    """A box to write in that forgets nothing. ``note`` says that its words were written earlier and not sent."""

    def __init__(self, scraps: Scraps, name: str, *, lines: int = 3) -> None:
        super().__init__(lines=lines)
        self.scraps, self.name = scraps, name
        self.note = Caption(tr("Not sent yet"))
        self.note.hide()
        self._filling = False
        self.textChanged.connect(self._wrote)
        scraps.changed.connect(self._heard)

    def _wrote(self) -> None:
        if self._filling:
            return
        if not self.toPlainText().strip():
            self.note.hide()
        self.scraps.write(self.name, self.toPlainText())

    def _heard(self, name: str) -> None:
        """Show what was written or sent from another box on the same thing."""
        if name == self.name and not self._filling and not self.hasFocus():
            self.take_up()

    def take_up(self, name: str | None = None) -> bool:
        """Show what stands under the name, or from now on under another one; say whether there is anything."""
        self.name = name or self.name
        kept = self.scraps.kept(self.name)
        words = kept if isinstance(kept, str) else ""
        if words != self.toPlainText() and (words or self.toPlainText().strip()):
            self._filling = True
            self.setPlainText(words)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self._filling = False
            self.note.setVisible(bool(words))
        return bool(words)

    def move_to(self, name: str) -> None:
        """Take the words along to another name, after those that stand there."""
        words = [self.scraps.kept(name), self.toPlainText().strip()]
        self.scraps.drop(self.name)
        self.name = name
        self.scraps.write(name, "\n\n".join(each for each in words if isinstance(each, str) and each))
        self.take_up()
