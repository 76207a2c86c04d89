"""What stands at a question before a paragraph is filed there, and what filing does to it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.form.words import absence_word, answer_text
from ui.language import tr

if TYPE_CHECKING:
    from hsb_assess.domain.answer import Answer
    from hsb_assess.record.reading import Reading

__all__ = ["Standing", "standing"]


@dataclass(frozen=True)
class Standing:
    """``answer`` is what is recorded at a question, ``None`` where nothing is; ``words`` is its value as one line."""

    answer: Answer | None = None
    words: str = ""

    def now(self) -> str:
        """Return what stands there now."""
        if self.answer is None:
            return tr("Nothing is recorded at this question yet.")
        if self.answer.absence is not None:
            return tr("Recorded at this question now: {reason}.", reason=absence_word(self.answer.absence))
        return tr("The answer now: {answer}", answer=self.words)

    def after(self, *, as_answer: bool) -> str:
        """Return what filing makes of it."""
        answer = self.answer
        if as_answer and answer is None:
            return tr("This paragraph becomes the answer.")
        if as_answer and answer is not None and answer.absence is not None:
            reason = absence_word(answer.absence)
            return tr("This paragraph takes the place of “{reason}”. The history keeps that.", reason=reason)
        if as_answer:
            return tr("That stays, and this paragraph is added below it.")
        if answer is None or not answer.is_asked():
            return tr("That stays as it is. This paragraph waits there as evidence until somebody answers.")
        return tr("That stays as it is, and rests on this paragraph too.")


def standing(reading: Reading, path: str) -> Standing:
    """Return what stands at the question at ``path``."""
    answer = reading.answers.get(path)
    item = reading.definition.find(path)
    if answer is None or item is None:
        return Standing()
    if answer.absence is not None:
        return Standing(answer)
    return Standing(answer, answer_text(reading.definition, item, answer, lambda thing: _called(reading, thing)))


def _called(reading: Reading, thing: str) -> str:
    found = reading.all_things.get(thing)
    return found.text("label") or found.text("what") if found is not None else ""
