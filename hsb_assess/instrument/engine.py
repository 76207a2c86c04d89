"""The form at work in one record: what is asked now, what is still open, what is hidden yet answered.

An engine is a value of its inputs: whatever the order in which answers and rows arrived, it says the
same as a fresh one made from all of them. A change looks again only at what depends on it.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import NOT_ASKED, Answer
from hsb_assess.instrument.agreeing import Agreeing
from hsb_assess.instrument.condition import Condition, OnQuestion, Pathway, holds, meets
from hsb_assess.instrument.pathway import established
from hsb_assess.instrument.plan import plan_of
from hsb_assess.instrument.schema import ItemType, Side
from hsb_assess.instrument.score import Score, work_out
from hsb_assess.instrument.spots import Begun, Counts, Rows, Spot, Spots, Tally
from hsb_assess.instrument.tiers import EVERYTHING, tier_named
from hsb_assess.instrument.values import AnswerFault, answer_faults, counted, withheld_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from hsb_assess.instrument.plan import Place
    from hsb_assess.instrument.schema import Definition

__all__ = ["Counts", "Engine"]


class _Seen:
    """What a condition sees from one spot: this row's answers where the row is shared, else any row's."""

    def __init__(self, engine: Engine, spot: Spot) -> None:
        self._engine = engine
        self._spot = spot

    def readings(self, address: str) -> list[tuple[Rows, Answer]]:
        return self._engine.seen(address, self._spot)


class Engine:
    """Visibility, open questions and counts of one assessment, kept up to date change by change.

    ``answers`` by path, ``rows`` by the path of their group, ``today`` for ages now. Paths that the form does
    not have, and fields of rows that do not exist, are kept and listed as :meth:`unplaced`; nothing raises.
    """

    def __init__(
        self,
        definition: Definition,
        answers: Mapping[str, Answer],
        rows: Mapping[str, Sequence[str]],
        today: date,
    ) -> None:
        self.definition = definition
        self.today = today
        self._plan = plan_of(definition)
        self._answers = dict(answers)
        self._scope = self._plan.scopes.get(tier_named(definition, self._answers), EVERYTHING)
        self._spots = Spots(self._plan, rows)
        self._agreeing = Agreeing(definition, self._plan, self._spots, self.answer)
        self._dormant: set[str] = set()
        self._open: set[str] = set()
        self._modules = {module.id: Tally() for module in definition.all_modules()}
        self._sides = {side: Tally() for side in Side}
        self._facts: dict[tuple[Pathway, Rows], bool] = {}
        self._queue: list[tuple[int, str]] = []
        self._queued: set[str] = set()
        self._unsettled: dict[str, Spot] = {}
        for spot in self._spots.by_path.values():  # made in the order in which they settle
            spot.shown = self._is_shown(spot)
        for spot in self._spots.by_path.values():
            self._settle(spot)
        self._work_out()

    # What is true now

    @property
    def tier(self) -> str:
        """How much is asked; empty where the form has no tiers or none is chosen, and everything is asked."""
        return self._scope.tier

    def asks(self, address: str) -> bool:
        """Say whether the tier asks a module, a group or a question at all, whatever skip logic says of it."""
        return address not in self._scope.left_out

    def visible(self, path: str) -> bool:
        """Say whether a module, question, note, group or row is shown."""
        if path.endswith("]"):
            group, _, row = path[:-1].rpartition("[")
            return row in self._spots.rows(group) and self.visible(group)
        spot = self._spots.by_path.get(path)
        return spot is not None and spot.shown

    def mandatory(self, path: str) -> bool:
        """Say whether a question has to be answered now: shown, and mandatory as things stand."""
        spot = self._spots.by_path.get(path)
        return spot is not None and spot.shown and spot.mandatory

    def answer(self, path: str) -> Answer:
        """Return the answer that counts: *not yet asked* for what is hidden, unplaced or unanswered."""
        spot = self._spots.by_path.get(path)
        return self._answers.get(path, NOT_ASKED) if spot is not None and spot.shown else NOT_ASKED

    def rows(self, group_path: str) -> Rows:
        """Return the ids of a group's rows in their order, whether or not it is shown."""
        return self._spots.rows(group_path)

    def dormant(self) -> frozenset[str]:
        """Return the questions that were answered and are now hidden: kept, not counted, restorable."""
        return frozenset(self._dormant)

    def unplaced(self) -> frozenset[str]:
        """Return the answered paths for which this form or this record has no place (any more)."""
        known = self._spots.by_path
        return frozenset(path for path, answer in self._answers.items() if path not in known and answer.is_asked())

    def mandatory_open(self, module_id: str | None = None) -> tuple[str, ...]:
        """Return what still has to be answered on all pages, or in one module (``things`` too), in screen order.

        A mandatory group without a row is itself open.
        """
        paths = self._spots.sequence() if module_id is None else self.paths(module_id)
        return tuple(path for path in paths if path in self._open)

    def paths(self, module_id: str) -> tuple[str, ...]:
        """Return a module's visible questions, notes and groups in screen order, each row's after its group.

        What the form hides from people for good is not among them.
        """
        by_path = self._spots.by_path
        spot = by_path.get(module_id)
        return tuple(path for path in self._spots.walk(spot) if _is_on_screen(by_path[path])) if spot else ()

    def worked_out(self) -> Mapping[str, Answer]:
        """Return the answers that the form works out of others, by path; *not yet asked* where there is no number."""
        paths = (path for place in self._plan.calculated for _, path in self._spots.filled(place.address, place, ()))
        return {path: self._answers.get(path, NOT_ASKED) for path in paths}

    def counts(self, module_id: str) -> Counts:
        """Return how far one module is; raises ``KeyError`` where there is no such module."""
        return self._modules[module_id].counts()

    def begun(self, module_id: str) -> Begun:
        """Return what one module asks for and whether anybody answered in it; raises ``KeyError`` as :meth:`counts`."""
        return self._modules[module_id].begun()

    def balance(self) -> dict[Side, Counts]:
        """Return how far each of the four sides is; there is no overall figure."""
        return {side: tally.counts() for side, tally in self._sides.items() if side is not Side.NONE}

    def faults(self, path: str) -> tuple[AnswerFault, ...]:
        """Return what is wrong with the recorded answer at a path, shown or not."""
        answer = self._answers.get(path)
        item = self.definition.find(path)
        if answer is None or item is None:
            return ()
        found = answer_faults(self.definition, item, answer, path, today=self.today)
        return found or withheld_faults(answer, path, self.withheld(path)) or tuple(self._agreeing.faults(path))

    def heeds(self, path: str) -> bool:
        """Say whether what is wrong at a path can change with another answer: it agrees with one, or picks of some."""
        item = self.definition.find(path)
        return item is not None and bool(item.agrees or item.filter or item.address in self._plan.heeded)

    def said_near(self, path: str) -> tuple[str, ...]:
        """Return where the answers stand that the form shows with the question at a path: those that are given.

        Of a question in a list around both, that of the same row; of one in another list, those of all its rows.
        """
        item, spot = self.definition.find(path), self._spots.by_path.get(path)
        if item is None or spot is None:
            return ()
        found = (each for address in item.beside for _, each in self._spots.filled(address, spot.place, spot.rows))
        return tuple(each for each in found if self.answer(each).is_asked())

    def withheld(self, path: str) -> frozenset[str]:
        """Return the options at a path that cannot be chosen as things stand: how a choice narrows another."""
        item, spot = self.definition.find(path), self._spots.by_path.get(path)
        if item is None or spot is None:
            return frozenset()
        codes = self.definition.codes(item)
        return frozenset(code.code for code in codes if code.when is not None and not self._holds(code.when, spot))

    def all_faults(self) -> tuple[AnswerFault, ...]:
        """Return what is wrong with the answers of all shown questions: those of all pages, then of things."""
        things = self.paths(self.definition.things.id) if self.definition.things is not None else ()
        shown = (path for path in (*self._spots.sequence(), *things) if self.visible(path))
        return tuple(fault for path in shown for fault in self.faults(path))

    def seen(self, address: str, spot: Spot) -> list[tuple[Rows, Answer]]:
        """Return the answers at an address as they are seen from a spot, each with the rows it stands in."""
        return [(rows, self.answer(path)) for rows, path in self._spots.filled(address, spot.place, spot.rows)]

    # Changes

    def set_answer(self, path: str, answer: Answer | None) -> frozenset[str]:
        """Record or take back one answer; return the paths whose visibility or mandatoriness changed.

        Only an answer that changes the tier looks at every question again.
        """
        if answer is None:
            self._answers.pop(path, None)
        else:
            self._answers[path] = answer
        spot = self._spots.by_path.get(path)
        if spot is None:
            return frozenset()
        self._unsettled[path] = spot
        if spot.place.address == self._plan.tier:
            self._enter_tier()
        if spot.shown:
            self._look_again(spot.place, spot.rows)
        return self._propagate() | self._work_out()

    def set_rows(self, group_path: str, row_ids: Sequence[str]) -> frozenset[str]:
        """Say which rows a group has, in order; return the paths that came, went or changed."""
        spots = self._spots
        group = spots.by_path.get(group_path)
        if group is None or not group.place.repeats:
            spots.set_rows(group_path, row_ids)
            return frozenset()
        inside = self._plan.below(group.place.address)
        before = spots.rows(group_path)
        gone = [path for row in set(before).difference(row_ids) for path in self._take(inside, (*group.rows, row))]
        spots.set_rows(group_path, row_ids)
        after = spots.rows(group_path)
        for row in set(after).difference(before):
            self._put(inside, (*group.rows, row))
        for row in set(before) ^ set(after):
            for place in inside:
                self._look_again(place, (*group.rows, row))
        self._unsettled[group_path] = group
        self._look_again(group.place, group.rows)
        return self._propagate().union(gone, self._work_out())

    # Inside

    def _enter_tier(self) -> None:
        """Look again at everything where another tier holds now."""
        scope = self._plan.scopes.get(tier_named(self.definition, self._answers), EVERYTHING)
        if scope is self._scope:
            return
        self._scope = scope
        self._facts.clear()
        for spot in self._spots.by_path.values():
            self._enqueue(spot)
            self._unsettled[spot.path] = spot

    def _take(self, inside: Iterable[Place], rows: Rows) -> Iterator[str]:
        """Take a row's spots out of all counts; yield the paths of those that were shown."""
        for spot in [spot for place in inside for spot in self._spots.take(place, rows)]:
            self._modules[spot.place.module].add(spot, -1)
            self._sides[spot.place.side].add(spot, -1)
            self._dormant.discard(spot.path)
            self._open.discard(spot.path)
            if spot.shown:
                yield spot.path

    def _put(self, inside: Iterable[Place], rows: Rows) -> None:
        """Make a row's spots; they are worked out with the next propagation."""
        for spot in [spot for place in inside for spot in self._spots.put(place, rows)]:
            self._unsettled[spot.path] = spot
            self._enqueue(spot)

    def _holds(self, condition: Condition, spot: Spot) -> bool:
        return holds(condition, lambda leaf: self._asked(leaf, spot), lambda name: self._fact(name, spot))

    def _is_shown(self, spot: Spot) -> bool:
        if (spot.above is not None and not spot.above.shown) or spot.place.address in self._scope.left_out:
            return False
        return spot.place.when is None or self._holds(spot.place.when, spot)

    def _asked(self, leaf: OnQuestion, spot: Spot) -> bool:
        operator, operand = leaf.operator
        found = self._spots.filled(leaf.question, spot.place, spot.rows)
        if operator == "rows_at_least":
            fewest = operand if isinstance(operand, int) else 1
            return any(self.visible(path) and len(self._spots.rows(path)) >= fewest for _, path in found)
        return any(meets(operator, operand, self.answer(path)) for _, path in found)

    def _fact(self, name: Pathway, spot: Spot) -> bool:
        key = (name, spot.rows)
        if key not in self._facts:
            self._facts[key] = established(name, _Seen(self, spot), self.today)
        return self._facts[key]

    def _enqueue(self, spot: Spot) -> None:
        if spot.path not in self._queued:
            self._queued.add(spot.path)
            heappush(self._queue, (spot.place.rank, spot.path))

    def _look_again(self, place: Place, rows: Rows) -> None:
        """Mark everything that looks at this place from where it can see these rows."""
        facts = self._plan.facts.get(place.address)
        if facts:
            self._facts = {key: value for key, value in self._facts.items() if key[0] not in facts}
        for address in self._plan.shows.get(place.address, ()):
            for spot in self._watching(address, place, rows):
                self._enqueue(spot)
        for address in self._plan.requires.get(place.address, ()):
            for spot in self._watching(address, place, rows):
                self._unsettled[spot.path] = spot

    def _watching(self, address: str, place: Place, rows: Rows) -> Iterable[Spot]:
        found = (self._spots.by_path.get(path) for _, path in self._spots.filled(address, place, rows))
        return [spot for spot in found if spot is not None]

    def _propagate(self) -> frozenset[str]:
        changed: set[str] = set()
        while self._queue:
            _, path = heappop(self._queue)
            self._queued.discard(path)
            spot = self._spots.by_path.get(path)
            if spot is None:
                continue
            shown = self._is_shown(spot)
            if shown is spot.shown:
                continue
            spot.shown = shown
            changed.add(path)
            self._unsettled[path] = spot
            self._look_again(spot.place, spot.rows)
            for inner in self._spots.below(spot):
                self._enqueue(inner)
        for path, spot in self._unsettled.items():
            if self._spots.by_path.get(path) is spot and self._settle(spot):
                changed.add(path)
        self._unsettled.clear()
        return frozenset(changed)

    def _work_out(self) -> frozenset[str]:
        """Work out what is calculated, in the order in which one rests on another; return what this showed or hid."""
        changed: frozenset[str] = frozenset()
        for place in self._plan.calculated:
            for _, path in self._spots.filled(place.address, place, ()):
                spot = self._spots.by_path[path]
                answer = self._number(spot)
                if answer != self._answers.get(path, NOT_ASKED):
                    self._answers[path] = answer
                    self._look_again(place, spot.rows)
                    changed |= self._propagate()
        return changed

    def _number(self, spot: Spot) -> Answer:
        item = spot.place.item
        assert item is not None
        assert item.calculate is not None
        found = work_out(item.calculate, lambda part: self._counted(part, spot), lambda when: self._holds(when, spot))
        if found is None or (item.type is ItemType.NUMBER and not isinstance(found, int)):
            return NOT_ASKED
        return Answer(value=found)

    def _counted(self, part: Score, spot: Spot) -> float | None:
        item = self.definition.item(part.question or "")
        answers = [self.answer(path) for _, path in self._spots.filled(item.address, spot.place, spot.rows)]
        return counted(self.definition, item, part.op, answers)

    def _settle(self, spot: Spot) -> bool:
        """Work out what a spot counts for; say whether it became or ceased to be mandatory where it is shown."""
        item = spot.place.item
        if item is None or item.type is ItemType.NOTE:
            return False
        mark = self._scope.marks.get(item.address, item.mandatory)
        mandatory = mark if isinstance(mark, bool) else self._holds(mark, spot)
        mandatory = mandatory and item.calculate is None
        changed = spot.shown and mandatory is not spot.mandatory
        answer = self._answers.get(spot.path, NOT_ASKED)
        given = item.is_question and item.calculate is None
        recorded = given and answer.is_asked() if item.is_question else bool(self._spots.rows(spot.path))
        tallies = (self._modules[spot.place.module], self._sides[spot.place.side])
        if spot.total or spot.needed or spot.said or spot.cited:  # otherwise it did not count before
            for tally in tallies:
                tally.add(spot, -1)
        spot.mandatory = mandatory
        spot.total = spot.shown and (mandatory or (recorded and item.is_question))
        spot.answered = spot.total and recorded and (not item.is_question or answer.is_given())
        spot.needed = spot.shown and mandatory
        spot.said = spot.shown and recorded and (item.initial is None or answer.value != item.initial)
        spot.cited = answer.evidence if spot.shown and recorded and item.is_question else ()
        if spot.total or spot.needed or spot.said or spot.cited:
            for tally in tallies:
                tally.add(spot, 1)
        _keep(self._open, spot.path, kept=spot.total and not spot.answered)
        _keep(self._dormant, spot.path, kept=recorded and item.is_question and not spot.shown)
        return changed


def _is_on_screen(spot: Spot) -> bool:
    return spot.shown and (spot.place.item is None or not spot.place.item.hidden)


def _keep(paths: set[str], path: str, *, kept: bool) -> None:
    if kept:
        paths.add(path)
    else:
        paths.discard(path)
