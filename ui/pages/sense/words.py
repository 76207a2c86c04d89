"""What the parts of the formulation, the open ends and what stands on a thread are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.desk.formulating import Gap
from hsb_assess.desk.goldenthread import Stage
from hsb_assess.rules.facts import HARM
from ui.draw.answering import harm_word, need_word
from ui.draw.thread import BeadWords
from ui.form.dates import value_text
from ui.form.naming import short
from ui.language import tr

if TYPE_CHECKING:
    from hsb_assess.desk.formulating import OpenEnd
    from hsb_assess.desk.goldenthread import Bead
    from hsb_assess.record.reading import Row
    from ui.form.teller import Teller

__all__ = ["bead_words", "end_words", "evidence_count", "part_name", "place_name", "stage_names"]

_TITLE: Final = 110
_NOTE: Final = 130

_PARTS: Final = {
    "M18.presenting": "Presenting",
    "M18.predisposing": "Predisposing",
    "M18.precipitating": "Precipitating",
    "M18.perpetuating": "Perpetuating",
    "M18.protective": "Protective",
    "M18.function": "Function of the behaviour",
    "M18.needs_behind": "Needs behind it",
    "M18.harm_bearing": "Harm to this child",
    "M18.alternative": "Another view",
    "M18.change_mind": "What would change our mind",
    "M18.confidence": "How sure we are",
    "M18.agreement": "Who agrees",
}
_NOTHING: Final = {
    Stage.EVIDENCE: "No evidence is cited",
    Stage.CAUSE: "No need, concern or harm is named",
    Stage.ACTION: "No action answers it yet",
}
_WHY_NOT: Final = {
    "no_support": "No support answers it yet",
    "waits": "This child wishes to wait",
    "declined": "Help is not wanted now",
    "not_called_for": "No action names it",
}


def part_name(path: str) -> str:
    """Return the short name of a part of the formulation."""
    return tr(_PARTS[path])


def stage_names() -> tuple[str, ...]:
    """Return what the stages of a thread are called, from what it rests on to what is to get better."""
    return (
        tr("What it rests on"),
        tr("Need, concern or harm"),
        tr("How we understand it"),
        tr("What is done"),
        tr("What gets better"),
    )


def evidence_count(many: int) -> str:
    """Return how many items are cited."""
    return tr("No evidence") if not many else tr("1 evidence item") if many == 1 else tr("{n} evidence items", n=many)


def place_name(teller: Teller, row: Row) -> str:
    """Return the setting and the place that a row of the safety plan is for."""
    parts = (teller.value(row.at("setting")), teller.value(row.at("name")))
    return ": ".join(part for part in parts if part) or tr("A place that is not named yet")


def _harm(teller: Teller, bead: Bead) -> str:
    if bead.path.startswith(HARM):
        return harm_word(teller.reading, bead.code)
    return teller.value(bead.path) if bead.path.startswith("M02.") else teller.question(bead.path)


def cause_words(teller: Teller, bead: Bead) -> str:
    """Return what a harm, a need or a concern is called."""
    return _harm(teller, bead) if bead.kind == "harm" else need_word(teller.reading, bead.code)


def end_words(teller: Teller, end: OpenEnd) -> str:
    """Return an open end as a sentence that says what is missing, and blames nobody."""
    reading, path = teller.reading, end.path
    if end.gap is Gap.HARM:
        known = path.startswith(HARM)
        what = harm_word(reading, path.removeprefix(f"{HARM}.")) if known else teller.value(path)
        return tr("Harm without support: {what}", what=short(what or teller.question(path), _TITLE))
    if end.gap is Gap.NEED:
        code = path.removeprefix("M19.needs.").removeprefix("M19.").removesuffix("_concern")
        return tr("No action yet. {what}", what=need_word(reading, code))
    if end.gap is Gap.ACTION:
        action = teller.value(path.replace(".for_need", ".action"))
        return tr("An action without a need: {what}", what=short(action, _TITLE))
    name = part_name(path) if path in _PARTS else teller.value(path.removesuffix(".why") + ".what")
    return tr("An explanation without evidence: {what}", what=short(name, _TITLE))


def bead_words(teller: Teller, bead: Bead) -> BeadWords:
    """Return what stands on a thread, in words."""
    if bead.kind in {"open", *_WHY_NOT}:
        return _nothing(bead)
    title, note = {
        Stage.EVIDENCE: _evidence,
        Stage.CAUSE: _cause,
        Stage.PART: _part,
        Stage.ACTION: _action,
        Stage.OUTCOME: _outcome,
    }[bead.stage](teller, bead)
    side = {Stage.CAUSE: "harm" if bead.kind == "harm" else "needs", Stage.ACTION: "strengths"}.get(bead.stage, "")
    return BeadWords(
        bead.key, bead.stage, short(title, _TITLE), short(note, _NOTE), side, tone="bad" if bead.late else ""
    )


def _nothing(bead: Bead) -> BeadWords:
    if bead.kind in _WHY_NOT:
        tone = {"no_support": "warning", "not_called_for": "neutral"}.get(bead.kind, "information")
        return BeadWords(bead.key, bead.stage, tr(_WHY_NOT[bead.kind]), tone=tone, nothing=True)
    if bead.stage is Stage.OUTCOME:
        words = tr("No day to look again") if bead.path.endswith(".review") else tr("What gets better is not written")
        return BeadWords(bead.key, bead.stage, words, tone="warning", nothing=True)
    tone = "neutral" if bead.stage is Stage.EVIDENCE else "warning"
    return BeadWords(bead.key, bead.stage, tr(_NOTHING[bead.stage]), tone=tone, nothing=True)


def _evidence(teller: Teller, bead: Bead) -> tuple[str, str]:
    item = teller.reading.thing(bead.code)
    if item is None:
        return "", ""
    words = item.text("what")
    who = ", ".join(part for part in (teller.thing(item.text("source")), value_text(item.value("when"))) if part)
    return (f"“{words}”" if item.value("verbatim") == "yes" else words), who


def _cause(teller: Teller, bead: Bead) -> tuple[str, str]:
    note = "" if bead.kind == "support" or bead.path.startswith("M02.") else teller.value(bead.path)
    if bead.kind == "concern":
        note = tr("Of concern: {answer}", answer=note.lower()) if note else ""
    if bead.kind == "harm":
        note = ": ".join(part for part in (tr("Harm to this child"), note) if part)
    return cause_words(teller, bead), note


def _part(teller: Teller, bead: Bead) -> tuple[str, str]:
    return part_name(bead.path), teller.value(bead.path)


def _action(teller: Teller, bead: Bead) -> tuple[str, str]:
    row = bead.key
    if bead.kind == "plan":
        parts = (teller.value(f"{row}.setting"), teller.value(f"{row}.name"))
        return tr("Safety plan: {place}", place=", ".join(part for part in parts if part)), teller.value(bead.path)
    who = teller.value(f"{row}.owner") or tr("nobody")
    when = teller.value(f"{row}.by_when") or tr("no day")
    state = tr("Late") if bead.late else teller.value(f"{row}.status")
    note = " · ".join(part for part in (state, tr("{who}, by {when}", who=who, when=when)) if part)
    return teller.value(bead.path) or tr("No action is written"), note


def _outcome(teller: Teller, bead: Bead) -> tuple[str, str]:
    if bead.kind == "review":
        return tr("Looked at again on {day}", day=teller.value(bead.path)), ""
    measure = teller.value(bead.path.removesuffix(".goal") + ".measure")
    return teller.value(bead.path), tr("Seen by: {measure}", measure=measure) if measure else ""
