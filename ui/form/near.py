"""What was answered elsewhere and comes near to a question: shown with it, so that nobody says it again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsb_assess.instrument.paths import module_of
from ui.form.words import question_words, said
from ui.language import tr
from ui.widgets.errors import link

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.form.model import FormModel

__all__ = ["NearLines"]

_MOST: Final = 160


class NearLines(QWidget):
    """A line for each such answer, with its question; following it goes there. Hidden where nothing is answered."""

    def __init__(self, model: FormModel, path: str, go: Callable[[str], object]) -> None:
        super().__init__()
        self._model, self._path, self._go = model, path, go
        self._said: tuple[tuple[str, str], ...] = ()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self.hide()

    def show_said(self) -> None:
        """Show what is answered by now."""
        found = tuple((each, self._words(each)) for each in self._model.engine.said_near(self._path))
        if found == self._said:
            return
        self._said = found
        while (old := self._body.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for path, words in found:
            self._body.addWidget(link(words, partial(self._go, path)))
        self.setVisible(bool(found))

    def _words(self, path: str) -> str:
        model = self._model
        item = model.item(path)
        answer = " ".join(model.text_of(item, model.answer(path)).split())
        short = answer if len(answer) <= _MOST else answer[: _MOST - 1].rstrip() + "…"
        row = self._row(path)
        question = f"{question_words(item)} ({row})" if row else question_words(item)
        section = said(model.definition.module(module_of(path)).title)
        return tr("Said already, in {section}: {question} {answer}", section=section, question=question, answer=short)

    def _row(self, path: str) -> str:
        """Return what the row is known by in which an answer stands; empty outside of lists."""
        end = path.rfind("]")
        group = self._model.item(path[: path.rfind("[")]) if end != -1 else None
        if group is None:
            return ""
        name = group.columns[0] if group.columns else group.items[0].id
        item = group.child(name)
        return "" if item is None else self._model.text_of(item, self._model.answer(f"{path[: end + 1]}.{name}"))
