"""Says which answers rest because of what was changed: kept, not counted, and back when they are asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ui.form.words import said
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from hsb_assess.instrument.schema import Definition
    from ui.form.model import FormModel
    from ui.notices import Notices

__all__ = ["PutAside", "resting_words"]

_SHOWN: Final = 4


def resting_words(definition: Definition, paths: Collection[str]) -> str:
    """Return a sentence on answers that rest, the first few by their questions; empty where there are none."""
    if not paths:
        return ""
    places = {address: number for number, address in enumerate(definition.addresses())}
    labels = list(
        dict.fromkeys(
            said(definition.item(path).label)
            for path in sorted(paths, key=lambda path: places[definition.item(path).address])
        )
    )
    shown = " · ".join(labels[:_SHOWN])
    if len(labels) > _SHOWN:
        shown = tr("{questions} · and {n} more", questions=shown, n=len(labels) - _SHOWN)
    return tr("No longer asked, and kept: {questions} They come back when they are asked again.", questions=shown)


class PutAside(QObject):
    """Listens to a form; tells what an answer, such as another date of birth, has put out of sight."""

    def __init__(self, model: FormModel, notices: Notices) -> None:
        super().__init__(model)
        self._model, self._notices = model, notices
        self._resting = model.engine.dormant()
        model.shown.connect(self._shown)

    def _shown(self, paths: frozenset[str] | None) -> None:
        """Compare with before; a newer reading (``None``) is taken as it is, for whoever made it has said what it does."""
        before, self._resting = self._resting, self._model.engine.dormant()
        rests = {path for path in self._resting - before if self._model.definition.item(path).initial is None}
        if paths is not None and rests:
            self._notices.say(resting_words(self._model.definition, rests))
