"""What a form on screen knows: answers, rows and things in memory, and what still has to be handed over.

The model changes at once; the record follows. What is being typed is kept as a draft within 250 ms and
sealed as an answer when the field is left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from hsb_assess.domain.answer import NOT_ASKED, Absence, Answer
from hsb_assess.instrument.schema import address_of
from hsb_assess.record.reading import Thing
from hsb_assess.record.visits import filed_to
from ui.form.keeping import Unkept
from ui.form.naming import label_of
from ui.form.words import answer_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Definition, Item
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.language import Flag
    from ui.form.keeping import Keeper, ScrapKeeper

__all__ = ["DRAFT_AFTER", "FormModel"]

PERSON, IS, THIS_CHILD = "person", "is", "this_child"
DRAFT_AFTER: Final = 100
"""Milliseconds from the first unsaved key to its draft; 250 is the promise, and on a busy laptop it takes up to 150 to be kept."""


@dataclass
class _Typed:
    answer: Answer
    cursor: int
    drafted: bool = False
    noted: bool = False


class FormModel(QObject):
    """One assessment in memory, shared by every section, row and panel that shows a part of it."""

    answered = Signal(str)
    """The path of an answer that is another one now."""
    shown = Signal(object)
    """The paths whose visibility or whose being mandatory changed."""
    rows_changed = Signal(str)
    """The path of a group that has other rows now."""
    things_changed = Signal(str)
    """The kind of which there are other things now."""

    def __init__(
        self,
        reading: Reading,
        keeper: Keeper,
        parent: QObject | None = None,
        *,
        may_write: Callable[[str], bool] = lambda _path: True,
        scraps: ScrapKeeper | None = None,
        wording: Callable[[str], Sequence[Flag]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.wording = wording  # says which words of a text to look at; none where nobody is told
        self.scraps: ScrapKeeper = scraps if scraps is not None else Unkept()
        self.keeper = keeper
        self.may_write = may_write
        self._typed: dict[str, _Typed] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_AFTER)
        self._timer.timeout.connect(self.keep_drafts)
        self._take(reading)

    def _take(self, reading: Reading) -> None:
        self.reading = reading
        self.definition: Definition = reading.definition
        self.engine = reading.engine
        self._answers = dict(reading.answers)
        self._rows = dict(reading.rows_of)
        self._things = dict(reading.all_things)
        self._filed: dict[str, list[str]] | None = None
        self._noted = _noted_in(reading)

    @property
    def today(self) -> date:
        """The present day."""
        return self.keeper.now().date()

    def answer(self, path: str) -> Answer:
        """Return the answer at ``path`` with what is being typed there, whether or not it is visible."""
        typed = self._typed.get(path)
        if typed is not None:
            return typed.answer
        return self._answers[path] if path in self._answers else self.engine.worked_out().get(path, NOT_ASKED)

    def withheld(self, path: str) -> frozenset[str]:
        """Return the options at a path that cannot be chosen as things stand."""
        found = self.engine.withheld(path)
        if path.endswith(f"].{IS}") and (thing := self._owner(path)) is not None and thing.kind == PERSON:
            found |= self.withheld_of(PERSON, IS, thing.id)
        return found

    def withheld_of(self, kind: str, name: str, thing: str = "") -> frozenset[str]:
        """Return the options of a field that another thing than ``thing`` has taken: a case is about one child."""
        taken = (kind, name) == (PERSON, IS) and any(
            each.id != thing and each.text(IS) == THIS_CHILD for each in self.things_of(PERSON)
        )
        return frozenset({THIS_CHILD} if taken else ())

    def rows(self, group_path: str) -> tuple[str, ...]:
        """Return the row ids of a repeating group."""
        return self._rows.get(group_path, ())

    def things(self, item: Item) -> tuple[Thing, ...]:
        """Return the things that a reference may pick, oldest first."""
        return tuple(
            thing
            for thing in self._things.values()
            if thing.kind in item.of
            and all(set(thing.codes(name)) & set(wanted) for name, wanted in item.filter.items())
        )

    def things_of(self, kind: str) -> tuple[Thing, ...]:
        """Return the things of one kind, oldest first."""
        return tuple(thing for thing in self._things.values() if thing.kind == kind)

    def filed_to(self, path: str) -> tuple[Thing, ...]:
        """Return the evidence items that were filed to the question at ``path``, or that are its words, oldest first."""
        if self._filed is None:
            self._filed = {}
            for thing in self.things_of("evidence"):
                for place in filed_to(thing):
                    self._filed.setdefault(place, []).append(thing.id)
        return tuple(self._things[each] for each in self._filed.get(path, ()) if each in self._things)

    def thing(self, thing: str) -> Thing | None:
        """Return one thing by its id."""
        return self._things.get(thing)

    def thing_text(self, thing_id: str) -> str:
        """Return what a thing is called: its label, else what its list shows of it."""
        thing = self._things.get(thing_id)
        if thing is None:
            return ""
        return label_of(thing, self.answer) or self.thing_line(thing)

    def thing_line(self, thing: Thing) -> str:
        """Return the columns of a thing's list as one line."""
        group = self.definition.group_for_kind(thing.kind)
        if group is None:
            return thing.text("label")
        names = group.columns or tuple(item.id for item in group.items[:3])
        parts = (self.field_text(group, thing, name) for name in names)
        return " · ".join(part for part in parts if part)

    def field_text(self, group: Item, thing: Thing, name: str) -> str:
        """Return one field of a thing as a line of text."""
        item = group.child(name)
        return "" if item is None else self.text_of(item, thing.answer(name))

    def text_of(self, item: Item, answer: Answer) -> str:
        """Return an answer as one line."""
        return answer_text(self.definition, item, answer, self.thing_text)

    def put_value(self, path: str, value: JsonValue, *, cursor: int | None = None) -> None:
        """Take a value, or ``None`` for an emptied field; with ``cursor`` it is still being typed."""
        standing = self.answer(path)
        if value is None:
            if standing.absence is not None:
                return
            answer = NOT_ASKED.model_copy(update={"evidence": standing.evidence})
        else:
            answer = Answer(value=value, evidence=standing.evidence)
        self.put(path, answer, cursor=cursor)

    def noted(self, path: str) -> bool:
        """Say whether *not yet asked* is recorded at ``path``, by whoever chose it: else nothing is."""
        return path in self._noted and not self.answer(path).is_asked()

    def put_absence(self, path: str, absence: Absence, detail: Mapping[str, str] | None = None) -> None:
        """Take a reason for having no answer."""
        answer = Answer(absence=absence, detail=dict(detail or {}), evidence=self.answer(path).evidence)
        self._noted.add(path)
        self._typed[path] = _Typed(answer, 0, drafted=True, noted=True)
        self.seal(path)

    def put_evidence(self, path: str, evidence: tuple[str, ...]) -> None:
        """Take the evidence items that the answer at ``path`` rests on."""
        self.put(path, self.answer(path).model_copy(update={"evidence": evidence}))

    def put(self, path: str, answer: Answer, *, cursor: int | None = None) -> None:
        """Take an answer: record it at once, or keep it as a draft while it is being typed."""
        if cursor is not None:
            self._typed[path] = _Typed(answer, cursor)
            if not self._timer.isActive():
                self._timer.start()
            return
        self._typed[path] = _Typed(answer, 0, drafted=True)
        self.seal(path)

    def stand(self, path: str, answer: Answer) -> None:
        """Let an answer stand that is recorded by an act of its own."""
        self._typed.pop(path, None)
        self._apply(path, answer)

    def keep_drafts(self) -> None:
        """Hand over every draft that was not kept yet, and let the form react to it."""
        self._timer.stop()
        for path, typed in list(self._typed.items()):
            if not typed.drafted:
                typed.drafted = True
                self.keeper.draft(path, typed.answer.value, typed.cursor)
                self._apply(path, typed.answer)

    def seal(self, path: str) -> None:
        """Record what was typed at ``path`` as an answer; nothing where nothing was typed."""
        typed = self._typed.pop(path, None)
        if typed is None:
            return
        self._apply(path, typed.answer)

        def failed() -> None:
            # Still unsaved: the next time that the field is left, it is tried again.
            self._typed.setdefault(path, replace(typed, drafted=True))

        self.keeper.record(path, typed.answer, failed, noted=typed.noted)

    def seal_all(self) -> None:
        """Record everything that was typed, and keep what cannot be recorded yet."""
        self._timer.stop()
        self.scraps.seal()
        for path in list(self._typed):
            self.seal(path)

    def _apply(self, path: str, answer: Answer) -> None:
        if self._answers.get(path, NOT_ASKED) == answer:
            return
        self._answers[path] = answer
        before = self.engine.worked_out()
        changed = self.engine.set_answer(path, answer)
        thing = self._owner(path)
        if thing is not None:
            name = path[path.index(thing.id) + len(thing.id) + 2 :]
            self._things[thing.id] = replace(thing, fields={**thing.fields, name: answer})
            self.things_changed.emit(thing.kind)
        self.answered.emit(path)
        for other, number in self.engine.worked_out().items():
            if before.get(other) != number:
                self.answered.emit(other)
        if changed:
            self.shown.emit(changed)

    def _owner(self, path: str) -> Thing | None:
        """Return the thing whose field ``path`` is, else ``None``."""
        end = path.find("]")
        while end != -1:
            found = self._things.get(path[path.rindex("[", 0, end) + 1 : end])
            if found is not None:
                return found
            end = path.find("]", end + 1)
        return None

    # -- rows and things -------------------------------------------------------------------------------------

    def add_row(self, group_path: str, done: Callable[[str], None]) -> None:
        """Add a row; ``done`` hears its id once the form has it."""

        def added(row: str) -> None:
            kind = self.definition.item(group_path).kind
            if kind is None:
                self._set_rows(group_path, (*self.rows(group_path), row))
            else:
                self._add_thing(Thing(row, kind, {}))
            done(row)

        self.keeper.add_row(group_path, added)

    def row_came(self, group_path: str, row: str) -> None:
        """Take a row that was listed by an act of its own."""
        if row not in self.rows(group_path):
            self._set_rows(group_path, (*self.rows(group_path), row))

    def remove_row(self, row_path: str, done: Callable[[], None]) -> None:
        """Remove a row; ``done`` when it is gone."""
        group_path, row = row_path[: row_path.rindex("[")], row_path[row_path.rindex("[") + 1 : -1]
        for path in [path for path in self._typed if path.startswith(row_path)]:
            self.seal(path)

        def removed() -> None:
            thing = self._things.pop(row, None)
            for path in self._groups(thing.kind) if thing is not None else (group_path,):
                self._set_rows(path, tuple(each for each in self.rows(path) if each != row))
            if thing is not None:
                self.things_changed.emit(thing.kind)
            done()

        self.keeper.remove_row(row_path, removed)

    def add_thing(self, kind: str, fields: Mapping[str, Answer], done: Callable[[str], None]) -> None:
        """Enter a thing; ``done`` hears its id once the form has it."""

        def added(thing: str) -> None:
            self._add_thing(Thing(thing, kind, dict(fields)))
            done(thing)

        self.keeper.add_thing(kind, fields, added)

    def _add_thing(self, thing: Thing) -> None:
        self._things[thing.id] = thing
        for group in self._groups(thing.kind):
            for name, answer in thing.fields.items():
                self._answers[f"{group}[{thing.id}].{name}"] = answer
            self._set_rows(group, (*self.rows(group), thing.id))
            for name, answer in thing.fields.items():
                self.engine.set_answer(f"{group}[{thing.id}].{name}", answer)
        self.things_changed.emit(thing.kind)

    def _groups(self, kind: str) -> tuple[str, ...]:
        return tuple(group.address for group in self.definition.groups_for_kind(kind) if group.repeats)

    def _set_rows(self, group_path: str, rows: tuple[str, ...]) -> None:
        self._rows[group_path] = rows
        changed = self.engine.set_rows(group_path, rows)
        self.rows_changed.emit(group_path)
        if changed:
            self.shown.emit(changed)

    # -- what others did -------------------------------------------------------------------------------------

    def replace_reading(self, reading: Reading) -> None:
        """Take a newer reading, keeping what is being typed; say everything that is different now."""
        answers, rows, things = self._answers, self._rows, self._things
        self._take(reading)
        for path, typed in self._typed.items():
            self._answers[path] = typed.answer
            self.engine.set_answer(path, typed.answer)
        for kind in {
            thing.kind for thing in {**things, **self._things}.values() if self._things.get(thing.id) != thing
        }:
            self.things_changed.emit(kind)
        for path in rows.keys() | self._rows.keys():
            if rows.get(path, ()) != self._rows.get(path, ()):
                self.rows_changed.emit(path)
        for path in answers.keys() | self._answers.keys():
            if answers.get(path) != self._answers.get(path):
                self.answered.emit(path)
        self.shown.emit(None)

    def item(self, path: str) -> Item:
        """Return the form's item at ``path``."""
        return self.definition.item(address_of(path))


def _noted_in(reading: Reading) -> set[str]:
    """Return where somebody recorded *not yet asked* before anything else: an answer undone or emptied was no such record."""
    open_ones = [path for path, answer in reading.answers.items() if not answer.is_asked()]
    if not open_ones:
        return set()
    first = {head.id for heads in reading.slots.values() for head in heads if not head.parents}
    said = ((path, reading.recorded(path)) for path in open_ones)
    return {path for path, recorded in said if recorded is not None and recorded.entry in first}
