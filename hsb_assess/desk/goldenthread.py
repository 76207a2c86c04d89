"""The golden thread through an assessment: evidence, need or risk, explanation, action, outcome, as it is recorded.

Everything here is read from what somebody said; no link is guessed. Words are the screen's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from hsb_assess.rules.facts import HARM, harm_suspected, has_answer
from hsb_assess.rules.thread import (
    ACTIONS,
    DECLINED,
    FIVE_PS,
    LEVELS,
    PLANS,
    grave_needs,
    harm_line,
    is_late,
    rated_at,
    rows_asked,
    unsupported_harm,
    wishes_to_wait,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hsb_assess.record.reading import Reading

__all__ = ["PARTS", "Bead", "Stage", "Thread", "Web", "thread", "web"]

FUNCTION, NEEDS_BEHIND, BEARING = "M18.function", "M18.needs_behind", "M18.harm_bearing"
PARTS: Final = (*FIVE_PS, FUNCTION, NEEDS_BEHIND, BEARING)
"""The questions of the formulation that a thread can run through, in their order."""


class Stage(IntEnum):
    """Where on the golden thread something stands."""

    EVIDENCE = 0
    CAUSE = 1
    PART = 2
    ACTION = 3
    OUTCOME = 4


@dataclass(frozen=True)
class Bead:
    """Something on a thread.

    ``kind``: ``evidence``; ``harm``, ``need``, ``concern``, ``support`` (for carers, brothers and sisters); ``part``;
    ``action``, ``plan`` (a place of the safety plan); ``goal``, ``review``; ``open`` (nothing stands here), ``no_support``
    (work, but none that helps this child), ``not_called_for``, and ``waits`` and ``declined`` (nothing by this child's or the
    family's own wish). ``path`` is the question that it opens, ``code`` the evidence item's id or the code by which a plan
    names it.
    """

    key: str
    stage: Stage
    kind: str
    path: str
    code: str = ""
    late: bool = False


@dataclass(frozen=True)
class Thread:
    """The thread of one bead: what is on it, stage by stage, and the links between, each to a later stage."""

    chosen: str
    beads: tuple[Bead, ...]
    links: tuple[tuple[str, str], ...]

    def after(self, key: str) -> tuple[Bead, ...]:
        """Return what a bead leads on to."""
        ends = {end for start, end in self.links if start == key}
        return tuple(bead for bead in self.beads if bead.key in ends)


@dataclass(frozen=True)
class Web:
    """All threads at once: the beads by their keys, and the links between; :func:`thread` picks one."""

    beads: Mapping[str, Bead]
    links: frozenset[tuple[str, str]]

    def of(self, stage: Stage) -> tuple[Bead, ...]:
        """Return the beads of a stage, in their order."""
        return tuple(bead for bead in self.beads.values() if bead.stage is stage)

    def beside(self, key: str, stage: Stage) -> tuple[str, ...]:
        """Return what of a stage is linked to a bead, before it or after it, in the web's order."""
        linked = {end if start == key else start for start, end in self.links if key in {start, end}}
        return tuple(bead.key for bead in self.of(stage) if bead.key in linked)


def web(reading: Reading) -> Web:
    """Return every thread of an assessment."""
    gathered = _Gathering(reading)
    return Web(gathered.beads, frozenset(gathered.links))


class _Gathering:
    """Walks the record once and keeps what it meets as beads and links."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.beads: dict[str, Bead] = {}
        self.links: set[tuple[str, str]] = set()
        self._items: dict[str, set[str]] = {}
        self._codes: dict[tuple[str, str], str] = {}
        self._causes()
        self._parts()
        self._actions()
        self._plans()

    def _add(self, bead: Bead) -> str:
        self.beads.setdefault(bead.key, bead)
        return bead.key

    def _cite(self, key: str, *paths: str) -> None:
        group = self.reading.definition.group_for_kind("evidence")
        for path in paths:
            for item in self.reading.answer(path).evidence:
                if self.reading.thing(item) is None:
                    continue
                opens = f"{group.address}[{item}]" if group is not None else path
                self._add(Bead(f"evidence:{item}", Stage.EVIDENCE, "evidence", opens, item))
                self.links.add((f"evidence:{item}", key))
                self._items.setdefault(key, set()).add(item)

    def _causes(self) -> None:
        """Take every harm that is known or suspected, every grave need and every concern, and what a plan names besides."""
        reading, named = self.reading, _named(self.reading)
        suspected = harm_suspected(reading)
        lines = [f"{HARM}.{code}" for kind, code in named if kind == "harm"]
        for path in dict.fromkeys((*suspected, *lines)):
            if reading.definition.find(path) is not None:
                code = harm_line(path) if not path.startswith("M02.") else ""
                key = self._add(Bead(path, Stage.CAUSE, "harm", path, code))
                self._codes.setdefault(("harm", code), key)
                self._cite(key, path)
        behind = reading.codes(NEEDS_BEHIND)
        wanted = {*grave_needs(reading), *behind, *(code for kind, code in named if kind == "need")}
        for code, path in rated_at().items():
            if code in wanted:
                kind = "concern" if code in LEVELS else "need"
                key = self._add(Bead(path, Stage.CAUSE, kind, path, code))
                self._codes["need", code] = key
                self._cite(key, path, *([f"M19.{code}"] if code in LEVELS else []))
        for (kind, code), path in named.items():
            if kind == "need" and code not in rated_at():
                self._codes["need", code] = self._add(Bead(f"support:{code}", Stage.CAUSE, "support", path, code))

    def _parts(self) -> None:
        causes = [bead for bead in self.beads.values() if bead.stage is Stage.CAUSE]
        for path in PARTS:
            if has_answer(self.reading.answer(path)):
                self._add(Bead(path, Stage.PART, "part", path))
                self._cite(path, path)
                self.links |= {(cause.key, path) for cause in causes if self._belongs(path, cause)}

    def _belongs(self, part: str, cause: Bead) -> bool:
        """Say whether a part speaks of a cause: it names the need, it is about harm, or both rest on one item."""
        if part == NEEDS_BEHIND:
            return cause.kind == "need" and cause.code in self.reading.codes(NEEDS_BEHIND)
        if part == BEARING:
            return cause.kind == "harm"
        return bool(self._items.get(cause.key, set()) & self._items.get(part, set()))

    def _actions(self) -> None:
        for row in rows_asked(self.reading, ACTIONS):
            late = is_late(row, self.reading.today)
            key = self._add(Bead(row.path, Stage.ACTION, "action", row.at("action"), late=late))
            self._answers(key, "harm", row.codes("for_harm"))
            self._answers(key, "need", row.codes("for_need"))
            if has_answer(row.answer("goal")):
                self.links.add((key, self._add(Bead(row.at("goal"), Stage.OUTCOME, "goal", row.at("goal")))))

    def _plans(self) -> None:
        for row in rows_asked(self.reading, PLANS):
            if row.codes("for_concern"):
                key = self._add(Bead(row.path, Stage.ACTION, "plan", row.at("adults_do")))
                self._answers(key, "need", row.codes("for_concern"))
                if has_answer(row.answer("review")):
                    self.links.add((key, self._add(Bead(row.at("review"), Stage.OUTCOME, "review", row.at("review")))))

    def _answers(self, key: str, kind: str, codes: Iterable[str]) -> None:
        self.links |= {(self._codes[kind, code], key) for code in codes if (kind, code) in self._codes}


def _named(reading: Reading) -> dict[tuple[str, str], str]:
    """Return what the plans say that they answer, with the first place that says so."""
    found: dict[tuple[str, str], str] = {}
    for row in rows_asked(reading, ACTIONS):
        for code in row.codes("for_harm"):
            found.setdefault(("harm", code), row.at("for_harm"))
        for code in row.codes("for_need"):
            found.setdefault(("need", code), row.at("for_need"))
    for row in rows_asked(reading, PLANS):
        for code in row.codes("for_concern"):
            found.setdefault(("need", code), row.at("for_concern"))
    return found


# --- one thread --------------------------------------------------------------------------------


def thread(reading: Reading, whole: Web, key: str) -> Thread:
    """Return the thread of one bead; where a stage has nothing of its own, an open bead says so.

    A thread runs through needs and risks: an action belongs to a part of the explanation because both belong to one
    need, and to no other part. Raises ``KeyError`` where there is no such bead.
    """
    chosen = whole.beads[key]
    causes = _causes_of(whole, chosen)
    keys = {key, *causes}
    for stage in (Stage.EVIDENCE, Stage.PART, Stage.ACTION):
        if chosen.stage is not stage:
            keys |= {each for cause in causes for each in whole.beside(cause, stage)}
    if chosen.stage is Stage.PART or (chosen.stage is Stage.ACTION and not causes):
        keys |= set(whole.beside(key, Stage.EVIDENCE))
    if chosen.stage is Stage.EVIDENCE:
        keys |= set(whole.beside(key, Stage.PART))
    keys |= {end for each in tuple(keys) for end in whole.beside(each, Stage.OUTCOME)}
    if chosen.stage is Stage.OUTCOME:
        keys -= {bead.key for bead in whole.of(Stage.OUTCOME) if bead.key != key}
        keys -= {bead.key for bead in whole.of(Stage.ACTION) if (bead.key, key) not in whole.links}
    return _strung(reading, whole, key, keys)


def _causes_of(whole: Web, chosen: Bead) -> tuple[str, ...]:
    if chosen.stage is Stage.CAUSE:
        return (chosen.key,)
    if chosen.stage is Stage.OUTCOME:
        actions = [start for start, end in whole.links if end == chosen.key]
        return tuple(dict.fromkeys(cause for each in actions for cause in whole.beside(each, Stage.CAUSE)))
    return whole.beside(chosen.key, Stage.CAUSE)


def _strung(reading: Reading, whole: Web, chosen: str, keys: set[str]) -> Thread:
    beads = {bead.key: bead for bead in whole.beads.values() if bead.key in keys}
    links = {(start, end) for start, end in whole.links if start in keys and end in keys}
    for bead in tuple(beads.values()):
        for other in _nothing_beside(reading, whole, bead):
            beads[other.key] = other
            links.add((other.key, bead.key) if other.stage < bead.stage else (bead.key, other.key))
    for part in (bead for bead in beads.values() if bead.stage is Stage.PART):
        mine = {start for start, end in links if end == part.key}
        through = {(start, end) for start, end in links if start in mine and beads[end].stage is Stage.ACTION}
        links |= {(part.key, end) for _, end in through}
    # What leads through the explanation to an action needs no second line beside it.
    doubled = {
        (start, end)
        for start, end in links
        if beads[start].stage is Stage.CAUSE and beads[end].stage is Stage.ACTION
        if any((start, part) in links and (part, end) in links for part in beads if beads[part].stage is Stage.PART)
    }
    cited = {
        (start, end)
        for start, end in links
        if beads[start].stage is Stage.EVIDENCE and beads[end].stage is Stage.PART
        if any((start, cause) in links and (cause, end) in links for cause in beads)
    }
    order = sorted(beads.values(), key=lambda bead: bead.stage)
    place = {bead.key: at for at, bead in enumerate(order)}
    kept = sorted(links - doubled - cited, key=lambda link: (place[link[0]], place[link[1]]))
    return Thread(chosen, tuple(order), tuple(kept))


def _nothing_beside(reading: Reading, whole: Web, bead: Bead) -> Iterator[Bead]:
    """Yield an open bead for each stage next to this one in which it has nothing at all."""
    cites = bead.kind in {"harm", "need", "concern"} or bead.path in FIVE_PS
    if cites and not whole.beside(bead.key, Stage.EVIDENCE):
        yield Bead(f"open:evidence:{bead.key}", Stage.EVIDENCE, "open", bead.path)
    why = _why_nothing(reading, whole, bead) if bead.stage is Stage.CAUSE else ""
    if why:
        where = {"waits": "M05.wish_to_wait", "declined": DECLINED}.get(why, ACTIONS)
        yield Bead(f"open:action:{bead.key}", Stage.ACTION, why, where)
    if bead.stage is Stage.ACTION:
        if not whole.beside(bead.key, Stage.CAUSE):
            yield Bead(f"open:cause:{bead.key}", Stage.CAUSE, "open", f"{bead.key}.for_need")
        if not whole.beside(bead.key, Stage.OUTCOME):
            field_ = "goal" if bead.kind == "action" else "review"
            yield Bead(f"open:outcome:{bead.key}", Stage.OUTCOME, "open", f"{bead.key}.{field_}")


def _why_nothing(reading: Reading, whole: Web, bead: Bead) -> str:
    """Return why no action answers a harm, need or concern; nothing where one does. Only support answers a harm (R04)."""
    answered = bool(whole.beside(bead.key, Stage.ACTION))
    if bead.kind == "harm":
        if bead.path not in unsupported_harm(reading):
            return ""
        return "waits" if wishes_to_wait(reading, reading.today) else "no_support" if answered else "open"
    if answered:
        return ""
    if bead.code in reading.codes(DECLINED):
        return "declined"
    return "open" if bead.code in grave_needs(reading) else "not_called_for"
