"""From which visit note, or from which words of this child, the answer to a question and its evidence came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.record.visits import VISIT
from ui.form.dates import value_text
from ui.language import tr

if TYPE_CHECKING:
    from hsb_assess.domain.answer import Answer
    from hsb_assess.record.reading import Thing
    from ui.form.model import FormModel

__all__ = ["source_words"]

_MOST: Final = 80


def source_words(model: FormModel, path: str, answer: Answer) -> str:
    """Return a line for each item of a visit note or of this child's words; empty where there is none."""
    filed = model.filed_to(path)
    if not filed and not answer.evidence:
        return ""
    cited = (model.thing(each) for each in answer.evidence)
    found = {each.id: each for each in (*filed, *cited) if each is not None}
    return "\n".join(filter(None, (_line(each, answer) for each in found.values())))


def _line(evidence: Thing, answer: Answer) -> str:
    words = evidence.text("what")
    short = words if len(words) <= _MOST else words[: _MOST - 1].rstrip() + "…"
    day = value_text(evidence.value("when"))
    inside = isinstance(answer.value, str) and bool(words) and words in answer.value
    if not evidence.value(VISIT):
        return tr("This child’s exact words, said {day}; they are evidence, too.", day=day) if inside else ""
    exact = evidence.text("verbatim") == "yes"
    if inside and exact:
        return tr(
            "In this answer, this child’s exact words from the visit note of {day}: {words}", day=day, words=short
        )
    if inside:
        return tr("In this answer, from the visit note of {day}: {words}", day=day, words=short)
    if evidence.id in answer.evidence and exact:
        return tr("Evidence: this child’s exact words from the visit note of {day}: {words}", day=day, words=short)
    if evidence.id in answer.evidence:
        return tr("Evidence from the visit note of {day}: {words}", day=day, words=short)
    return tr(
        "From the visit note of {day}, ready as evidence once there is an answer to tick it for: {words}",
        day=day,
        words=short,
    )
