"""An answer that was put aside because a reason for having none was chosen: kept in the vault, and put back on request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import ValidationError
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hsb_assess.domain.answer import Answer
from ui.form.labels import SmallButton, quiet
from ui.form.words import absence_word
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from ui.form.model import FormModel

__all__ = ["AsideLine", "forget", "kept", "put_aside", "put_back", "stands"]

ASIDE: Final = "aside."
"""Kind of scrap: the answer that stood at a question before a reason for having none took its place."""
_MOST: Final = 90


def _name(path: str) -> str:
    return f"{ASIDE}{path}"


def put_aside(model: FormModel, path: str, raw: JsonValue) -> bool:
    """Keep what stands at a question; ``raw`` is what is typed and no value yet. ``False`` where nothing is written.

    The particulars of another absence are kept, too, but not in the place of an answer.
    """
    standing, before = model.answer(path), kept(model, path)
    free = before is None or (before.value is None and raw_of(model, path) is None)
    if raw is None and standing.value is None and not (standing.detail and free):
        return False
    begun: dict[str, JsonValue] = {"answer": standing.body()}
    if raw is not None:
        begun["typed"] = raw
    model.scraps.write(_name(path), begun)
    return True


def kept(model: FormModel, path: str) -> Answer | None:
    """Return the answer that is put aside at a question."""
    found = model.scraps.kept(_name(path))
    body = found.get("answer") if isinstance(found, dict) else None
    try:
        return Answer.from_body(body) if isinstance(body, dict) else None
    except ValidationError:  # written by a newer version
        return None


def stands(model: FormModel, path: str) -> bool:
    """Say whether an answer is put aside; one that was brought back by undoing, or typed again, is not any more."""
    found = kept(model, path)
    if found is not None and found.value is not None and found.value == model.answer(path).value:
        forget(model, path)
        return False
    return found is not None


def raw_of(model: FormModel, path: str) -> JsonValue:
    """Return what was typed there and was no value yet."""
    found = model.scraps.kept(_name(path))
    return found.get("typed") if isinstance(found, dict) else None


def forget(model: FormModel, path: str) -> None:
    """Let go of it; what was recorded stays in the history."""
    if model.scraps.kept(_name(path)) is not None:
        model.scraps.drop(_name(path))


def put_back(model: FormModel, path: str) -> JsonValue:
    """Let the answer stand again, with its evidence; what stands now is put aside instead. Return what was raw."""
    answer, raw = kept(model, path), raw_of(model, path)
    if answer is None:
        return None
    now = model.answer(path)
    if not (now.value is not None and put_aside(model, path, None)):
        forget(model, path)
    evidence = tuple(dict.fromkeys((*answer.evidence, *now.evidence)))
    model.put(path, answer.model_copy(update={"evidence": evidence}))
    return raw


def _words(model: FormModel, path: str, answer: Answer) -> str:
    """Return what is put aside as one short line."""
    raw = raw_of(model, path)
    typed = raw.get("words") if isinstance(raw, dict) else raw
    if isinstance(typed, str):
        words = typed
    elif answer.absence is not None:
        words = ", ".join((absence_word(answer.absence), *answer.detail.values()))
    else:
        words = model.text_of(model.item(path), answer)
    words = " ".join(words.split())
    return words if len(words) <= _MOST else words[: _MOST - 1].rstrip() + "…"


class AsideLine(QWidget):
    """Says under a question what is put aside; one button puts it back."""

    def __init__(self, back: Callable[[], object]) -> None:
        super().__init__()
        self.words = quiet("")
        self.button = SmallButton(tr("Put it back"))
        self.button.clicked.connect(lambda _checked=False: back())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)

    def show_kept(self, model: FormModel, path: str, question: str) -> None:
        """Show what is put aside at ``path``; go away where nothing is."""
        answer = kept(model, path)
        if answer is not None:
            self.words.setText(tr("Your answer is put aside: {words}", words=_words(model, path, answer)))
            self.button.setAccessibleName(f"{self.button.text()}: {question}")
        self.setVisible(answer is not None)
