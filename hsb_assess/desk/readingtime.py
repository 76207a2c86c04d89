"""How long a supervisor reads what is submitted: its words at a stated rate, said before the signature."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.gate import justifications
from hsb_assess.desk.openings import required_reading
from hsb_assess.instrument.schema import ItemType, Stream
from hsb_assess.reports.wording import ABSENCES, words_of

if TYPE_CHECKING:
    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Item
    from hsb_assess.record.reading import Reading

__all__ = ["MEANT", "RATE", "ReadingTime", "reading_time"]

RATE: Final = 200
"""Words a minute. Adults read prose of this kind at about 240 (Brysbaert 2019); who decides on it reads it more slowly."""
MEANT: Final = 20
"""Minutes that a review is meant to take (the twenty-minute page)."""


@dataclass(frozen=True)
class ReadingTime:
    """Words in what has to be read in full, explanations among it, and in the whole assessment."""

    words: int
    whole: int

    @property
    def minutes(self) -> int:
        """Minutes for what has to be read in full, begun ones whole."""
        return _minutes(self.words)

    @property
    def whole_minutes(self) -> int:
        """Minutes for everything."""
        return _minutes(self.whole)


def _minutes(words: int) -> int:
    return -(-words // RATE)


def reading_time(reading: Reading) -> ReadingTime:
    """Return how many words a supervisor reads of ``reading``: each answered question with its answer, in words.

    What an answer rests on counts where it is cited first, an explanation always. A form that does not say what has to
    be read is read whole.
    """
    definition, required = reading.definition, {code.code for code in required_reading(reading.definition)}
    words = whole = sum(_count(each.text) for each in justifications(reading).values())
    cited: set[str] = set()
    for module in definition.modules:
        if module.stream is Stream.REVIEW:
            continue
        found = 0
        for path in reading.engine.paths(module.id):
            item, answer = definition.find(path), reading.answer(path)
            if item is None or item.type in {ItemType.GROUP, ItemType.NOTE} or not answer.is_asked():
                continue
            found += _count(item.label.en) + _said(reading, item, answer)
            for evidence in reading.evidence_of(path):
                found += 0 if evidence.id in cited else _count(evidence.text("what"))
                cited.add(evidence.id)
        whole += found
        words += found if not required or module.id.lower() in required else 0
    return ReadingTime(words, whole)


def _said(reading: Reading, item: Item, answer: Answer) -> int:
    if answer.absence is not None:
        return _count(ABSENCES[answer.absence]) + sum(_count(each) for each in answer.detail.values())
    said = _count(words_of(reading.definition, item, answer, name=reading.label))
    looked = answer.value if isinstance(answer.value, Mapping) and item.type is ItemType.STATE else {}
    return said + sum(_count(looked[name]) for name in ("who", "how") if name in looked)


def _count(text: object) -> int:
    return len(text.split()) if isinstance(text, str) else 0
