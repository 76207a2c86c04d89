"""Two assessments of one case laid side by side: what is new, gone, changed or the same, and what stood and stands tonight."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.judging import judge
from hsb_assess.desk.lasttime import mapped
from hsb_assess.desk.meanwhile import alerts_of
from hsb_assess.desk.opening import kept_guidance, open_assessment
from hsb_assess.desk.standing import standing_of
from hsb_assess.domain.answer import NOT_ASKED, Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.paths import address_of, module_of
from hsb_assess.instrument.schema import Polarity, Side
from hsb_assess.instrument.wordsof import home_of
from hsb_assess.record.history import slots
from hsb_assess.record.projection import project
from hsb_assess.record.taken import is_own, own_answers, taken_over
from hsb_assess.rules.finding import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.schema import Definition, Item, Module
    from hsb_assess.record.reading import Reading
    from hsb_assess.vault.book import Work

__all__ = [
    "CHANGED",
    "GONE",
    "LESS",
    "LEVELS",
    "MORE",
    "NEW",
    "SAME",
    "Alert",
    "Line",
    "Section",
    "SideBySide",
    "Version",
    "lay",
]

NEW, GONE, CHANGED, SAME = "new", "gone", "changed", "same"
MORE, LESS = "more", "less"
_SENT: Final = frozenset({"submitted", "approved"})
LEVELS: Final = "M19"
"""The section whose answers stand on ladders of words."""
_FIRST: Final = (LEVELS, "M20", "M01", "M11")
"""What is looked at first: the levels, then what keeps everybody safe."""
_SIDES: Final = (Side.HARM, Side.NEEDS, Side.STRENGTHS, Side.BEHAVIOUR)


@dataclass(frozen=True)
class Version:
    """One of the two: ``day`` (ISO) is when it was submitted, ``submitted``, or the day on which it is read as it stands."""

    assessment: str
    day: str
    submitted: bool
    state: str
    form: str


@dataclass(frozen=True)
class Line:
    """One question, at its ``path`` in the later and ``before_path`` in the earlier assessment (empty where it has none).

    ``kind`` is ``new`` (not asked then), ``gone`` (not asked this time), ``changed`` or ``same``. ``direction`` is ``more``
    or ``less`` where both stand on one ladder of words; it is about this question alone and is never added up.
    ``asked`` says whether the later one asks it at all as it stands, ``taken`` that it was taken over and not asked again.
    """

    kind: str
    path: str
    before_path: str
    before: Answer = field(repr=False)
    after: Answer = field(repr=False)
    direction: str = ""
    polarity: Polarity | None = None
    asked: bool = True
    taken: bool = False

    @property
    def only_evidence(self) -> bool:
        """Whether the same is said and rests on something else."""
        said = [each.model_copy(update={"evidence": ()}) for each in (self.before, self.after)]
        return self.kind == CHANGED and said[0] == said[1]


@dataclass(frozen=True)
class Section:
    """The lines of one section, in the order of the form."""

    module: str
    lines: tuple[Line, ...]

    def count(self, kind: str) -> int:
        """Return how many lines are of a kind."""
        return sum(each.kind == kind for each in self.lines)


@dataclass(frozen=True)
class Alert:
    """What stood or stands tonight: ``new``, ``gone`` or ``same``, with the question where it is mended."""

    kind: str
    message: str
    path: str


@dataclass(frozen=True)
class SideBySide:
    """Both assessments, the sections that hold an answer of either, and the alerts of then and now."""

    earlier: Version
    later: Version
    sections: tuple[Section, ...]
    alerts: tuple[Alert, ...]
    before: Reading = field(repr=False)
    after: Reading = field(repr=False)

    def count(self, kind: str) -> int:
        """Return how many answers are of a kind."""
        return sum(section.count(kind) for section in self.sections)


def lay(at: Workplace, earlier: str, later: str) -> SideBySide:
    """Lay two assessments of one case side by side, each by its own form, the earlier brought to the form of the later.

    One that was submitted is read as it was sent, people, plan and all, so that what changed in the case since is told;
    one that is being written as it stands. Codes: ``two_needed`` (they are one, or of two cases).
    """
    with at.book.begin("read", write=False) as work:
        first, second = (open_assessment(at, work, each) for each in (earlier, later))
        if earlier == later or first.case != second.case:
            raise HsbAssessError(
                "two_needed", "Two assessments of one case are compared.", "Choose two different ones."
            )
        then, before = _read(at, work, earlier, always=True)
        now, after = _read(at, work, later, always=False)
        alerts = tuple(_alerts(at, work, before, after))
    found: dict[str, list[Line]] = {}
    for line in (*_own(at, before, after), *_of_things(before, after)):
        found.setdefault(module_of(line.path or line.before_path), []).append(line)
    order = {address: place for place, address in enumerate(after.definition.addresses())}

    def place(line: Line) -> tuple[int, str]:
        path = line.path or line.before_path
        return order.get(address_of(path), len(order)), path

    sections = (
        Section(module, tuple(sorted(found[module], key=place)))
        for module in (
            *_in_order(after.definition),
            *sorted(found.keys() - {m.id for m in after.definition.all_modules()}),
        )
        if module in found
    )
    return SideBySide(then, now, tuple(sections), alerts, before, after)


def _read(at: Workplace, work: Work, assessment: str, *, always: bool) -> tuple[Version, Reading]:
    """Return an assessment as it was sent last, ``always`` or while nothing else stands since; else as it stands."""
    opened = open_assessment(at, work, assessment)
    standing = standing_of(at, work, opened.case, assessment)
    entries = work.entries.of_case(opened.case)
    sent = standing.latest if always or standing.state in _SENT else None
    today = at.clock.today()
    if sent is not None:
        until = next(number for number, entry in enumerate(entries, start=1) if entry.id == sent.entry)
        entries, today = entries[:until], datetime.fromisoformat(sent.at).date()
    profile = kept_guidance(at, work, opened)
    reading = project(
        opened.case,
        assessment,
        opened.definition,
        slots(entries),
        today=today,
        profile=profile.content,
        profile_hash=profile.hash,
        rules_hash=at.catalogue.rule_texts().hash,
    )
    return Version(assessment, _day(today), sent is not None, standing.state, opened.definition.version), reading


def _day(day: date) -> str:
    return day.isoformat()


def _in_order(definition: Definition) -> tuple[str, ...]:
    """Return the sections: levels, safety, then harm, needs, strengths, behaviour, then the others as the form has them."""

    def place(numbered: tuple[int, Module]) -> tuple[int, int]:
        at, module = numbered
        if module.id in _FIRST:
            return 0, _FIRST.index(module.id)
        return (1 + _SIDES.index(module.side), at) if module.side in _SIDES else (9, at)

    return tuple(module.id for _, module in sorted(enumerate(definition.all_modules()), key=place))


def _own(at: Workplace, before: Reading, after: Reading) -> Iterator[Line]:
    """Yield the lines of what each assessment answered itself."""
    was = mapped(at, before, after.definition).answers
    taken = taken_over(after)
    used: set[str] = set()
    for path in dict.fromkeys((*was, *own_answers(after))):
        if not is_own(after.definition, path):
            continue
        answer, sources = was.get(path, (NOT_ASKED, ()))
        used.update(sources)
        yield _line(before, after, path, sources[0] if sources else "", answer, taken=path in taken)
    for path in own_answers(before):
        if path not in used:
            yield Line(GONE, "", path, before.answer(path), NOT_ASKED, asked=False)


def _of_things(before: Reading, after: Reading) -> Iterator[Line]:
    """Yield the lines of people, events, plans and whatever else the case holds, each told once."""
    for path in dict.fromkeys((*before.answers, *after.answers)):
        if "[" not in path or is_own(after.definition, path) or home_of(after.definition, path) != path:
            continue
        group = after.definition.find(path[: path.index("]") + 1])
        if group is None or group.kind is None or after.definition.find(path) is None:
            continue
        if before.answer(path).is_asked() or after.answer(path).is_asked():
            yield _line(before, after, path, path, before.answer(path), taken=False)


def _line(before: Reading, after: Reading, path: str, before_path: str, was: Answer, *, taken: bool) -> Line:
    now, item = after.answer(path), after.definition.item(path)
    if not was.is_asked():
        kind = NEW
    elif not now.is_asked():
        kind = GONE
    else:
        kind = SAME if was == now else CHANGED
    direction = _direction(after.definition, item, was, now) if kind == CHANGED else ""
    return Line(
        kind,
        path,
        before_path if before_path in before.answers else "",
        was,
        now,
        direction,
        _polarity(after.definition, item) if direction else None,
        asked=after.engine.visible(path),
        taken=taken and kind == SAME,
    )


def _direction(definition: Definition, item: Item, was: Answer, now: Answer) -> str:
    """Say which way an answer went on a ladder of words; empty where it stands on none, or one cannot be rated."""
    steps = [definition.code(item, each.value) for each in (was, now)]
    first, second = (step.ordinal if step is not None else None for step in steps)
    if first is None or second is None or first == second:
        return ""
    return MORE if second > first else LESS


def _polarity(definition: Definition, item: Item) -> Polarity | None:
    named = definition.lists.get(item.options) if isinstance(item.options, str) else None
    return named.polarity if named is not None else None


def _alerts(at: Workplace, work: Work, before: Reading, after: Reading) -> Iterator[Alert]:
    """Yield what stood then and stands now; an alert is not over because the one of now does not ask about it yet."""
    then, now = (_standing(at, work, each) for each in (before, after))
    for message in dict.fromkeys((*now, *then)):
        kind = SAME if message in now and message in then else NEW if message in now else GONE
        yield Alert(kind, message, now.get(message) or then.get(message, ""))


def _standing(at: Workplace, work: Work, reading: Reading) -> Mapping[str, str]:
    """Return the messages of what stands with a reading, each with the first question that it is about."""
    found = alerts_of(at, work, reading, judge(at, reading, gate=Gate.ALERT).findings)
    return {each.message: next(iter(each.questions), "") for each in found}
