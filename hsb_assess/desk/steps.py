"""The steps in which an answers file is entered: each when what it names is there and its question is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import NOT_ASKED, Answer
from hsb_assess.exchange.prefill import ME, THIS_CHILD
from hsb_assess.exchange.prefill_reading import reading_of
from hsb_assess.instrument.schema import ItemType
from hsb_assess.record.projection import thing_groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hsb_assess.exchange.prefill import AnswersFile
    from hsb_assess.instrument.schema import Item

__all__ = ["New", "Step", "steps_between"]

WRITTEN_ON_THE_WAY = ("person", "agency", "evidence")
"""Kinds that are entered where they are first named, not on a page of their own."""


@dataclass(frozen=True)
class New:
    """Somebody or something that has to be there first: its kind, its label, and what is known of it by field."""

    kind: str
    label: str
    fields: Mapping[str, Answer] = field(repr=False)


@dataclass(frozen=True)
class Step:
    """One step: a row that is added with its ``fields``, or the ``answer`` to one question.

    ``path`` has labels for row ids; so do answers that name people, things or evidence. ``needs`` are those of them
    that nobody enters on a page, in the order in which they can be entered.
    """

    path: str
    answer: Answer = NOT_ASKED
    fields: Mapping[str, Answer] = field(default_factory=dict)
    needs: tuple[New, ...] = ()

    @property
    def is_row(self) -> bool:
        """Whether the step adds a row."""
        return self.path.endswith("]")


def steps_between(before: AnswersFile | None, after: AnswersFile, today: date) -> tuple[Step, ...]:
    """Return the steps that lead from one file to what is laid over it, page by page.

    A question comes after those that decide whether it is asked, and after the rows that it names. What is not asked
    in the end, whatever is entered, comes last: it stays in the record and waits for its question.
    """
    return tuple(_Order(before, after, today).steps())


def _names(item: Item | None, answer: Answer) -> tuple[str, ...]:
    """Return the labels that an answer names: whom it picks and what it cites."""
    picked = answer.value if item is not None and item.type is ItemType.REF else None
    labels = picked if isinstance(picked, list) else [picked]
    return (*(each for each in labels if isinstance(each, str)), *answer.evidence)


class _Order:
    def __init__(self, before: AnswersFile | None, after: AnswersFile, today: date) -> None:
        self.after = after
        self.definition = after.definition
        self.groups = thing_groups(self.definition)
        self.old_answers = before.answers if before is not None else {}
        self.old_things = before.things if before is not None else {}
        start = reading_of(before if before is not None else type(after)(self.definition), today, {})
        self.engine = start.engine
        self.rows = {group: list(rows) for group, rows in start.rows_of.items()}
        self.there = {label for kind, held in self.old_things.items() for label in held} | {THIS_CHILD, ME}

    def steps(self) -> Iterator[Step]:
        """Yield every step, those first that can be done now."""
        waiting = [*self._wanted()]
        while waiting:
            later: list[Step] = []
            for step in waiting:
                if not self._is_ready(step):
                    later.append(step)
                    continue
                done, left = self._do(step)
                yield done
                later += left
            if later == waiting:
                break
            waiting = later
        for step in waiting:
            yield self._with_needs(step)

    # -- what there is to do ---------------------------------------------------------------------------------

    def _wanted(self) -> list[Step]:
        """Return new rows with all their fields and new answers, page by page in the order of the form."""
        order = {address: number for number, address in enumerate(self.definition.addresses())}
        found: list[tuple[int, int, Step]] = []
        for kind, held in self.after.things.items():
            if kind in WRITTEN_ON_THE_WAY:
                continue
            for label, fields in held.items():
                group = self._group_of(kind, fields)
                old = self.old_things.get(kind, {}).get(label)
                if old is None:
                    found.append((order[group], len(found), Step(f"{group}[{label}]", fields=fields)))
                    continue
                changed = {name: each for name, each in fields.items() if old.get(name) != each}
                found += [
                    (order[group], len(found), Step(f"{group}[{label}].{name}", each)) for name, each in changed.items()
                ]
        rows: dict[str, dict[str, Answer]] = {}
        for path, answer in self.after.answers.items():
            if self.old_answers.get(path) == answer:
                continue
            row, _, name = path.rpartition("].")
            if row and not self._is_old_row(f"{row}]"):
                rows.setdefault(f"{row}]", {})[name] = answer
                continue
            found.append((order[self.definition.item(path).address], len(found), Step(path, answer)))
        for row, fields in rows.items():
            found.append((order[self.definition.item(row).address], len(found), Step(row, fields=fields)))
        return [step for _, _, step in sorted(found, key=lambda each: each[:2])]

    def _is_old_row(self, row: str) -> bool:
        return any(path.startswith(f"{row}.") for path in self.old_answers)

    def _group_of(self, kind: str, fields: Mapping[str, Answer]) -> str:
        """Return the first list of a kind that asks for all of these fields."""
        groups = self.groups[kind]
        return next(
            (each for each in groups if all(self.definition.find(f"{each}.{name}") for name in fields)), groups[0]
        )

    # -- one after another -----------------------------------------------------------------------------------

    def _is_named(self, path: str, answer: Answer) -> bool:
        """Say whether whatever an answer names is there, or can be entered on the way."""
        kinds = self.after.labels()
        return all(
            label in self.there or kinds.get(label) in WRITTEN_ON_THE_WAY
            for label in _names(self.definition.find(path), answer)
        )

    def _is_ready(self, step: Step) -> bool:
        if not step.is_row:
            return self.engine.visible(step.path) and self._is_named(step.path, step.answer)
        group = step.path[: step.path.rindex("[")]
        return self.engine.visible(group)

    def _do(self, step: Step) -> tuple[Step, list[Step]]:
        """Do a step; return it as it can be done now, and what of it has to wait."""
        if not step.is_row:
            self.engine.set_answer(step.path, step.answer)
            return self._with_needs(step), []
        group, _, label = step.path[:-1].rpartition("[")
        self._add_row(group, label)
        now: dict[str, Answer] = {}
        later: list[Step] = []
        for item in self.definition.item(group).items:
            for name, answer in step.fields.items():
                if name.partition(".")[0].partition("[")[0] != item.id:
                    continue
                path = f"{step.path}.{name}"
                plain = answer.absence is None and not answer.evidence and name == item.id
                if plain and self.engine.visible(path) and self._is_named(path, answer):
                    self.engine.set_answer(path, answer)
                    now[name] = answer
                else:
                    later.append(Step(path, answer))
        self.there.add(label)
        return self._with_needs(Step(step.path, fields=now)), later

    def _add_row(self, group: str, label: str) -> None:
        kind = self.definition.item(group).kind
        for each in self.groups.get(kind, ()) if kind is not None else (group,):
            listed = self.rows.setdefault(each, [])
            listed.append(label)
            self.engine.set_rows(each, listed)

    def _with_needs(self, step: Step) -> Step:
        answers = {step.path: step.answer, **{f"{step.path}.{name}": each for name, each in step.fields.items()}}
        needs: dict[str, New] = {}
        for path, answer in answers.items():
            for label in _names(self.definition.find(path), answer):
                self._need(label, needs)
        return Step(step.path, step.answer, step.fields, tuple(needs.values()))

    def _need(self, label: str, needs: dict[str, New]) -> None:
        kind = self.after.labels().get(label)
        if kind not in WRITTEN_ON_THE_WAY or label in {THIS_CHILD, ME} or label in needs:
            return
        fields = self.after.things[kind].get(label, {})
        for name, answer in fields.items():
            for other in _names(self.definition.find(f"things.{kind}.{name}"), answer):
                self._need(other, needs)
        needs[label] = New(kind, label, fields)
