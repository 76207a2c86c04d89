"""Moves an answers file from one version of its form to the next: what has no place there is named, never dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hsb_assess.exchange.prefill import AnswersFile
from hsb_assess.instrument.migrate import Filled, migrate
from hsb_assess.instrument.paths import last_row
from hsb_assess.record.projection import thing_groups

if TYPE_CHECKING:
    from hsb_assess.domain.answer import Answer
    from hsb_assess.instrument.catalogue import Catalogue
    from hsb_assess.instrument.migrate import Moved

__all__ = ["moved_to"]


def moved_to(found: AnswersFile, version: str, catalogue: Catalogue) -> tuple[AnswersFile, Moved]:
    """Return an answers file under another version of its form, and where each answer went.

    Raises ``migration_missing`` where there is no way from the one version to the other.
    """
    old = found.definition
    migration = catalogue.migration(old.id, old.version, version)
    new = catalogue.get(old.id, version)
    moved = migrate(migration, old, new, _filled(found), _Fresh(found))
    return replace(_as_file(moved, AnswersFile(new)), today=found.today, note=found.note), moved


class _Fresh:
    """Makes labels for rows that come into being: the list's name and a number that nothing has yet."""

    def __init__(self, found: AnswersFile) -> None:
        self.taken = set(found.labels())

    def __call__(self, group: str) -> str:
        name, number = group.rpartition(".")[2], 1
        while f"{name}_{number}" in self.taken:
            number += 1
        self.taken.add(f"{name}_{number}")
        return f"{name}_{number}"


def _filled(found: AnswersFile) -> Filled:
    groups = thing_groups(found.definition)
    answers = dict(found.answers)
    rows: dict[str, list[str]] = {}
    for kind, labelled in found.things.items():
        for label, fields in labelled.items():
            for name, answer in fields.items():
                group = next(each for each in groups[kind] if found.definition.find(f"{each}.{name}") is not None)
                answers[f"{group}[{label}].{name}"] = answer
    for path in answers:
        row = path
        while (end := row.rfind("]")) != -1:
            group, _, label = row[:end].rpartition("[")
            listed = rows.setdefault(group, [])
            if label not in listed:
                listed.append(label)
            row = group
    return Filled(answers, {group: tuple(listed) for group, listed in rows.items()})


def _as_file(moved: Moved, empty: AnswersFile) -> AnswersFile:
    kinds = {address: kind for kind, listed in thing_groups(empty.definition).items() for address in listed}
    things: dict[str, dict[str, dict[str, Answer]]] = {}
    answers: dict[str, Answer] = {}
    for path, answer in moved.filled.answers.items():
        row, _, name = path.partition("].")
        group = row[: row.rfind("[")] if "[" in row else ""
        label = last_row(f"{row}]") if group else None
        if label is not None and group in kinds:
            things.setdefault(kinds[group], {}).setdefault(label, {})[name] = answer
        else:
            answers[path] = answer
    return replace(empty, things=things, answers=answers)
