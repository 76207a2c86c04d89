"""Moves the answers of one form version to the next: every answer finds its new place or is carried over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.domain.answer import Answer
from hsb_assess.instrument.migration import How
from hsb_assess.instrument.paths import address_of, path_of, rows_of
from hsb_assess.instrument.plan import plan_of
from hsb_assess.instrument.schema import ItemType
from hsb_assess.instrument.values import value_faults
from hsb_assess.instrument.wordsof import home_of, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import JsonValue

    from hsb_assess.instrument.migration import Migration, Step
    from hsb_assess.instrument.plan import Place
    from hsb_assess.instrument.schema import Definition, Item

__all__ = ["Carried", "Filled", "Move", "Moved", "migrate"]

_WORDS: Final = frozenset({ItemType.TEXT, ItemType.LONGTEXT})


@dataclass(frozen=True)
class Filled:
    """What one assessment says: answers by path, and the ids of rows by the path of their group.

    Rows of things stand under the group that lists them; where two pages list one kind, under either.
    """

    answers: Mapping[str, Answer]
    rows: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Move:
    """One answer and where it went: ``source`` a path in the old form, ``targets`` paths in the new one."""

    how: How
    source: str
    targets: tuple[str, ...]
    answer: Answer = field(repr=False)


@dataclass(frozen=True)
class Carried:
    """An answer that has no place in the new form: ``label`` is its question, ``words`` the answer as it was shown.

    ``reason`` is ``retired`` (the question is not asked any more), ``unfit`` (its new place does not take it) or
    ``unknown`` (the old form did not have the question either).
    """

    path: str
    label: str
    answer: Answer = field(repr=False)
    words: str = field(repr=False)
    reason: str


@dataclass(frozen=True)
class Moved:
    """What a move makes of some answers; each old answer is a move's source or is carried over."""

    filled: Filled
    moves: tuple[Move, ...]
    carried: tuple[Carried, ...]


class _Move:
    """One move at work: what was said, what is said now, and where everything went."""

    def __init__(
        self, migration: Migration, old: Definition, new: Definition, filled: Filled, fresh: Callable[[str], str]
    ) -> None:
        self.old, self.new, self.fresh = old, new, fresh
        self.said: dict[str, Answer] = {}
        for path, answer in filled.answers.items():
            if answer.is_asked():
                self.said.setdefault(home_of(old, path), answer)
        self.by_source = {source: step for step in migration.steps for source in step.sources}
        self.answers: dict[str, Answer] = {}
        self.moves: list[Move] = []
        self.carried: list[Carried] = []
        self.rows: dict[str, dict[str, None]] = {}
        self._done: set[str] = set()
        self._old_places, self._new_places = plan_of(old).places, plan_of(new).places
        self._keep_rows(filled.rows)

    # Rows

    def _new_path(self, address: str, rows: tuple[str, ...]) -> str:
        return _in_rows(self._new_places, address, rows)

    def _old_path(self, address: str, rows: tuple[str, ...]) -> str:
        return _in_rows(self._old_places, address, rows)

    def _keep_rows(self, rows: Mapping[str, tuple[str, ...]]) -> None:
        for path, ids in rows.items():
            group, address = self.old.find(path), address_of(path)
            step = self.by_source.get(address) or self._step_above(address)
            target = self._renamed(step, address) if step is not None and step.how is How.RENAME else address
            place = self.new.find(target)
            if place is not None and place.repeats and (group is None or group.kind == place.kind):
                for row in ids:
                    self._have_row(f"{self._new_path(target, rows_of(path))}[{row}]")

    def _have_row(self, row_path: str) -> None:
        """Make sure that the rows around a path are there; a thing's row on every page that lists its kind."""
        start = row_path.rindex("[")
        group, row = row_path[:start], row_path[start + 1 : -1]
        item = self.new.find(group)
        groups = [group]
        if item is not None and item.kind is not None:
            groups = [each.address for each in self.new.groups_for_kind(item.kind)]
        for each in groups:
            self.rows.setdefault(each, {})[row] = None

    # Answers

    def run(self) -> Moved:
        for path, answer in self.said.items():
            if path not in self._done:
                self._place(path, answer)
        for path in self.answers:
            end = path.find("]")
            while end != -1:
                self._have_row(path[: end + 1])
                end = path.find("]", end + 1)
        rows = {group: tuple(ids) for group, ids in self.rows.items()}
        return Moved(Filled(self.answers, rows), tuple(self.moves), tuple(self.carried))

    def _place(self, path: str, answer: Answer) -> None:
        address = address_of(path)
        step = self.by_source.get(address) or self._step_above(address)
        if step is None or step.how is How.KEEP:
            self._put_whole(How.KEEP, path, address, answer, {})
        elif step.how is How.RETIRE:
            self._carry(path, answer, "retired")
        elif step.how is How.SPLIT:
            self._split(step, path, answer)
        elif step.how is How.MERGE:
            self._merge(step, path)
        else:
            self._put_whole(step.how, path, self._renamed(step, address), answer, step.codes)

    def _step_above(self, address: str) -> Step | None:
        """Return the step of the nearest group around a question that is renamed or retired with all in it."""
        while "." in address:
            address = address.rpartition(".")[0]
            step = self.by_source.get(address)
            if step is not None:
                return step
        return None

    @staticmethod
    def _renamed(step: Step, address: str) -> str:
        source = step.sources[0]
        return address if step.to is None else step.to + address[len(source) :]

    def _put_whole(self, how: How, path: str, target: str, answer: Answer, codes: Mapping[str, str]) -> None:
        place = self._at(target, path)
        fitted = None if place is None else self._fitted(self.new.item(place), self._recoded(answer, codes), path)
        if place is None or fitted is None or place in self.answers:
            known = self.old.find(path) is not None
            self._carry(path, answer, "unfit" if known else "unknown")
            return
        self.answers[place] = fitted
        self.moves.append(Move(how, path, (place,), answer))

    def _at(self, target: str, path: str) -> str | None:
        """Return the path of a question of the new form in the rows of an old path, or ``None``."""
        item = self.new.find(target)
        if item is None or not item.is_question:
            return None
        rows = rows_of(path)
        if len(self._new_places[target].groups) != len(rows):
            return None
        return home_of(self.new, self._new_path(target, rows))

    @staticmethod
    def _recoded(answer: Answer, codes: Mapping[str, str]) -> Answer:
        if not codes or answer.absence is not None:
            return answer
        if isinstance(answer.value, str):
            return answer.model_copy(update={"value": codes.get(answer.value, answer.value)})
        if isinstance(answer.value, list):
            found = {codes.get(each, each) for each in answer.value if isinstance(each, str)}
            return answer.model_copy(update={"value": sorted(found)})
        return answer

    def _fitted(self, item: Item, answer: Answer, path: str) -> Answer | None:
        """Return an answer as the new question takes it, or ``None`` where it would be a new fault there."""
        if answer.absence is not None:
            return answer
        before = self.old.find(path)
        value = answer.value
        if before is not None and before.type is ItemType.CHOICE and item.type is ItemType.MULTICHOICE:
            value = [value]
        if before is not None and before.type is not item.type and not _widens(before.type, item.type):
            return None
        faults = {fault.code for fault in value_faults(self.new, item, value)}
        had = {fault.code for fault in value_faults(self.old, before, answer.value)} if before is not None else set()
        return answer.model_copy(update={"value": value}) if faults <= had or not faults & _UNFIT else None

    def _split(self, step: Step, path: str, answer: Answer) -> None:
        targets = []
        whole = False
        for part in step.parts:
            place = self._at(part.question, path)
            said = self._part(part.value, part.codes, answer)
            fitted = None if place is None or said is None else self._fitted_part(place, said, path, part.value)
            if place is not None and fitted is not None and place not in self.answers:
                self.answers[place] = fitted
                targets.append(place)
                whole = whole or part.value is None
        if whole:
            self.moves.append(Move(How.SPLIT, path, tuple(targets), answer))
        else:
            for place in targets:
                del self.answers[place]
            self._carry(path, answer, "unfit")

    @staticmethod
    def _part(value: str | None, codes: Mapping[str, str], answer: Answer) -> Answer | None:
        if value is not None:
            return answer.model_copy(update={"value": value}) if answer.absence is None else None
        if not codes or answer.absence is not None:
            return answer
        said = answer.value if isinstance(answer.value, list) else [answer.value]
        found = sorted({codes[each] for each in said if isinstance(each, str) and each in codes})
        if not found:
            return None
        return answer.model_copy(update={"value": found if isinstance(answer.value, list) else found[0]})

    def _fitted_part(self, place: str, said: Answer, path: str, value: str | None) -> Answer | None:
        item = self.new.item(place)
        if value is None:
            return self._fitted(item, said, path)
        return None if value_faults(self.new, item, said.value) else said

    # Merging

    def _merge(self, step: Step, path: str) -> None:
        """Merge what stands beside ``path``: all sources of the step in the same rows."""
        rows = rows_of(path)
        beside = {source: home_of(self.old, self._old_path(source, rows)) for source in step.sources}
        found = {source: place for source, place in beside.items() if place in self.said}
        self._done.update(found.values())
        valued = {source: place for source, place in found.items() if self.said[place].absence is None}
        if not valued:
            for place in found.values():
                self._carry(place, self.said[place], "unfit")
        elif step.row is not None:
            self._merge_row(step, rows, found)
        elif step.to is not None:
            self._merge_text(step.to, path, found, valued)

    def _merge_text(self, to: str, path: str, found: Mapping[str, str], valued: Mapping[str, str]) -> None:
        place, all_valued = self._at(to, path), set(valued.values())
        lines: list[str] = []
        evidence: list[str] = []
        for source in valued.values():
            item, answer = self.old.find(source), self.said[source]
            label = item.label.en if item is not None and len(valued) > 1 else ""
            words = in_words(self.old, item, answer)
            lines.append(f"{label}: {words}" if label else words)
            evidence += answer.evidence
        said = Answer(value="\n".join(lines), evidence=tuple(dict.fromkeys(evidence)))
        taken = place is not None and place not in self.answers
        if place is not None and taken and not value_faults(self.new, self.new.item(place), said.value):
            self.answers[place] = said
            self.moves += [Move(How.MERGE, source, (place,), self.said[source]) for source in valued.values()]
            valued = {}
        for place_left in [*valued.values(), *(each for each in found.values() if each not in all_valued)]:
            self._carry(place_left, self.said[place_left], "unfit")

    def _merge_row(self, step: Step, rows: tuple[str, ...], found: Mapping[str, str]) -> None:
        group = step.row or ""
        row = f"{group}[{self.fresh(group)}]"
        for source, place in found.items():
            target = home_of(self.new, f"{row}.{step.fields[source]}")
            item, answer = self.new.find(target), self.said[place]
            fitted = self._fitted(item, answer, place) if item is not None else None
            if fitted is None:
                self._carry(place, answer, "unfit")
            else:
                self.answers[target] = fitted
                self.moves.append(Move(How.MERGE, place, (target,), answer))
        for source, name in step.copies.items():
            answer_there = self.said.get(home_of(self.old, self._old_path(source, rows)))
            item = self.new.find(f"{group}.{name}")
            if answer_there is None or item is None or answer_there.absence is not None:
                continue
            value = answer_there.value
            listed: JsonValue = [value] if item.multiple and isinstance(value, str) else value
            if not value_faults(self.new, item, listed):
                self.answers[home_of(self.new, f"{row}.{name}")] = answer_there.model_copy(update={"value": listed})

    def _carry(self, path: str, answer: Answer, reason: str) -> None:
        item = self.old.find(path)
        label = item.label.en if item is not None else address_of(path)
        self.carried.append(Carried(path, label, answer, in_words(self.old, item, answer), reason))


_UNFIT: Final = frozenset(
    {"value_text", "value_option", "value_options", "value_scale", "value_number", "value_date", "value_datetime",
     "value_ref", "value_state", "value_place"}
)  # fmt: skip
"""Faults of shape: an answer that has one cannot be shown in its place. Others are shown beside the question."""


def _widens(before: ItemType, after: ItemType) -> bool:
    """Say whether every answer to one type of question is one to the other."""
    return (before in _WORDS and after in _WORDS) or (before is ItemType.CHOICE and after is ItemType.MULTICHOICE)


def _in_rows(places: Mapping[str, Place], address: str, rows: tuple[str, ...]) -> str:
    """Return an address as a path in some rows, as far as its groups repeat."""
    place = places.get(address)
    return address if place is None else path_of(place.pieces, rows[: len(place.groups)])


def migrate(
    migration: Migration, old: Definition, new: Definition, filled: Filled, fresh: Callable[[str], str]
) -> Moved:
    """Return what answers under ``old`` say under ``new``; ``fresh`` gives the id of a row made in a group.

    Pure and total: it raises for nothing that was answered. *Not yet asked* is nothing that was said, so it is
    passed over; every other answer is the source of a move, or is carried over with its question and its words.
    """
    return _Move(migration, old, new, filled, fresh).run()
