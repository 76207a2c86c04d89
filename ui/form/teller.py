"""An answer written out as a person would say it: its value or why there is none, who says so, what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.answer import Absence, AnswerState
from hsb_assess.instrument.schema import ItemType, address_of
from ui.form.dates import moment_text, value_text
from ui.form.naming import label_of
from ui.form.words import absence_word, answer_text, detail_word, said
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.schema import Item
    from hsb_assess.record.reading import Reading, Thing

__all__ = ["Teller", "day_of", "state_tone"]

_SHORT: Final = 60
_TONES: Final = {"yes": "warning", "suspected": "warning", "conflicting": "warning", "none_found": "neutral"}


def state_tone(answer: Answer) -> str:
    """Return the tone of an answer state; an absence is information, a question nobody asked a warning."""
    if answer.absence is not None:
        return "warning" if answer.absence is Absence.NOT_ASKED else "information"
    return _TONES.get(answer.state() or "", "neutral")


def day_of(stamp: str) -> str:
    """Return the day and time of an ISO 8601 stamp in words."""
    return moment_text(stamp)


class Teller:
    """Puts what a reading holds into words; ``names`` are people's names by person id, from their cards."""

    def __init__(self, reading: Reading, names: Mapping[str, str]) -> None:
        self.reading, self._names = reading, names

    def name(self, person: str) -> str:
        """Return what a person who writes or signs is called."""
        return self._names.get(person, tr("somebody whose card is not here"))

    def item(self, path: str) -> Item | None:
        """Return the form's question at a path, ``None`` where there is none."""
        return self.reading.definition.find(address_of(path))

    def question(self, path: str) -> str:
        """Return the question at a path, and of which row it is."""
        item = self.item(path)
        if item is None:
            try:
                return said(self.reading.definition.module(path).title)
            except KeyError:
                return tr("The assessment")
        row = self.row(path)
        return f"{said(item.label)} ({row})" if row else said(item.label)

    @staticmethod
    def label(item: Item) -> str:
        """Return a question without its row."""
        return said(item.label)

    def row(self, path: str) -> str:
        """Return what the innermost row that a path stands in is known by; empty outside rows."""
        end = path.rfind("]")
        if end == -1:
            return ""
        group = self.item(path[: end + 1])
        if group is None:
            return ""
        names = group.columns or tuple(item.id for item in group.items[:2])
        parts = [self.value(f"{path[: end + 1]}.{name}") for name in names[:2]]
        return ", ".join(_short(part) for part in parts if part)

    def value(self, path: str) -> str:
        """Return the value at a path as one line; empty where there is none."""
        item = self.item(path)
        answer = self.reading.answer(path)
        if item is None or answer.absence is not None:
            return ""
        return answer_text(self.reading.definition, item, answer, self.thing)

    def words(self, path: str) -> str:
        """Return the answer at a path in full: text as it was written, an absence with its particulars."""
        item = self.item(path)
        if item is None:
            return ""
        return self.answer_words(item, self.reading.answer(path))

    def answer_words(self, item: Item, answer: Answer) -> str:
        """Return an answer in full."""
        if answer.absence is not None:
            return self._absence(answer)
        if item.type in {ItemType.TEXT, ItemType.LONGTEXT} and isinstance(answer.value, str):
            return answer.value
        told = answer_text(self.reading.definition, item, answer, self.thing)
        if item.type is not ItemType.STATE or not isinstance(answer.value, dict):
            return told
        if self.record_only(answer):
            told = tr("None recorded")
        value = answer.value
        parts = [str(value.get("who") or ""), str(value.get("how") or ""), value_text(_dated(value.get("when")))]
        who = "; ".join(part for part in parts if part)
        return f"{told} ({who})" if who else told

    def record_only(self, answer: Answer) -> bool:
        """Say whether *no sign found* rests on a search of records alone."""
        cited = [found for each in answer.evidence if (found := self.reading.thing(each)) is not None]
        return (
            answer.state() == AnswerState.NONE_FOUND
            and bool(cited)
            and all(each.value("record_search_only") == "yes" for each in cited)
        )

    def _absence(self, answer: Answer) -> str:
        assert answer.absence is not None
        parts = [
            f"{detail_word(answer.absence, name)}: {self.day(text)}" for name, text in answer.detail.items() if text
        ]
        return ". ".join([absence_word(answer.absence), *parts])

    def day(self, text: str) -> str:
        """Return an ISO day in words."""
        return value_text(_dated(text)) or text

    def evidence(self, path: str) -> tuple[str, ...]:
        """Return a sentence for each evidence item that the answer at a path cites."""
        return tuple(self.evidence_line(item) for item in self.reading.evidence_of(path))

    def evidence_line(self, item: Thing) -> str:
        """Return an evidence item: who, when, what, and how much weight it bears."""
        who, when = self.thing(item.text("source")), value_text(item.value("when"))
        head = ", ".join(part for part in (who, when) if part)
        weight = self._field(item, "confidence")
        words = f"“{item.text('what')}”" if item.value("verbatim") == "yes" else item.text("what")
        return f"{head}: {words}" + (f" ({weight})" if weight else "")

    def recorded(self, path: str) -> str:
        """Return who recorded the answer at a path, and when."""
        known = self.reading.recorded(path)
        if known is None:
            return ""
        return tr("{who}, {when}", who=self.name(known.author), when=day_of(known.recorded))

    def thing(self, thing_id: str) -> str:
        """Return what a thing of the case is called."""
        found = self.reading.thing(thing_id)
        if found is None:
            return ""
        if label := label_of(found, self.reading.answer):
            return label
        if found.kind in {"evidence", "event"}:
            return ", ".join(part for part in (value_text(found.value("when")), _short(found.text("what"))) if part)
        return self.thing(found.text("person")) or self._first(found)

    def _first(self, thing: Thing) -> str:
        group = self.reading.definition.group_for_kind(thing.kind)
        names = () if group is None else group.columns
        return " · ".join(part for name in names if (part := self._field(thing, name)))

    def _field(self, thing: Thing, name: str) -> str:
        group = self.reading.definition.group_for_kind(thing.kind)
        item = group.child(name) if group is not None else None
        if item is None:
            return ""
        return answer_text(self.reading.definition, item, thing.answer(name), self.thing)


def _dated(text: JsonValue) -> JsonValue:
    """Return an ISO day as a fuzzy date's mapping, anything else as nothing."""
    if isinstance(text, dict):
        return text
    shown = str(text or "")
    return {"date": shown} if shown[:4].isdigit() else ""


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"
