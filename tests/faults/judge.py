"""Compares what the window said was saved with what a vault holds after its app was killed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hsb_assess.desk import assessing
from hsb_assess.record.places import place_of
from tests.faults.vaults import record_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hsb_assess.desk.workplace import Workplace

__all__ = ["BURST_MS", "Judgement", "burst_lost", "judge"]

BURST_MS = 250
"""The most typing that may be lost: one burst of keys."""

Said = dict[str, Any]


@dataclass
class Judgement:
    """What was found wrong. ``saved`` counts what the window said was saved.

    ``burst`` is the typing that was lost, ``latest`` the longest time from a key to *saved*, both in milliseconds.
    """

    saved: int = 0
    burst: float = 0.0
    latest: float = 0.0
    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def _by_path(told: Iterable[Said], *kinds: str) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for said in told:
        if said["kind"] in kinds:
            found[said["path"]].append(said)
    return found


def judge(at: Workplace, assessment: str, told: Sequence[Said]) -> Judgement:
    """Judge one vault against everything that its app told before it was killed."""
    result = Judgement(broken=record_faults(at))
    reading = assessing.reading(at, assessment)
    drafts = {draft.key: draft.body for draft in assessing.drafts(at, assessment)}
    saved = _by_path(told, "saved")
    result.saved = sum(map(len, saved.values()))
    for path, acknowledged in saved.items():
        last = acknowledged[-1]
        if last["act"] == "row":
            group, _, row = path.removesuffix("]").rpartition("[")
            if row not in reading.rows_of.get(group, ()):
                result.lost.append(f"a row of {group}")
            continue
        # What stands may be newer than what was acknowledged, never older.
        after = [said for said in told if said["kind"] == "handed" and said["path"] == path]
        while after and (after[0]["act"], after[0]["value"]) != (last["act"], last["value"]):
            after.pop(0)
        if not _stands(reading.raw(path).body(), drafts.get(path), [last, *after]):
            result.lost.append(f"the newest {last['act']} of {path}")
        result.lost += [
            f"an older answer of {path}" for _ in _missing(at, reading.case, assessment, path, acknowledged)
        ]
    for path, typed in _by_path(told, "typed").items():
        result.burst = max(result.burst, burst_lost(reading.raw(path).value, drafts.get(path), typed))
        result.latest = max(result.latest, _latest(typed, saved[path]))
    return result


def _stands(answer: Any, draft: Any, allowed: Sequence[Said]) -> bool:  # noqa: ANN401 (JSON)
    if draft is not None:
        return any(said["act"] == "draft" and draft == {"value": said["value"]} for said in allowed)
    return any(said["act"] == "answer" and answer == said["value"] for said in allowed)


def _missing(at: Workplace, case: str, assessment: str, path: str, acknowledged: Sequence[Said]) -> list[Said]:
    """Return the acknowledged answers that the history does not have."""
    place = place_of(at.catalogue.latest("holistic"), assessment, path)
    with at.book.begin(write=False) as work:
        bodies = [entry.body for entry in work.entries.of_case(case, subject=place.subject, key=place.key)]
    return [said for said in acknowledged if said["act"] == "answer" and said["value"] not in bodies]


def burst_lost(answer: Any, draft: Any, typed: Sequence[Said]) -> float:  # noqa: ANN401 (JSON)
    """Return how long somebody typed at the end of a question's words that are not there, in milliseconds."""
    kept = draft["value"] if draft is not None else answer
    at = next((n for n in reversed(range(len(typed))) if typed[n]["value"] == kept), -1)
    gone = typed[at + 1 :]
    return (gone[-1]["at"] - gone[0]["at"]) * 1000 if gone else 0.0


def _latest(typed: Sequence[Said], saved: Sequence[Said]) -> float:
    """Return the longest time from a key to the moment at which the window called it saved, in milliseconds."""
    worst, done = 0.0, 0
    for said in saved:
        value = said["value"] if said["act"] == "draft" else said["value"].get("value")
        at = next((n for n in reversed(range(done, len(typed))) if typed[n]["value"] == value), None)
        if at is not None:
            worst, done = max(worst, said["at"] - typed[done]["at"]), at + 1
    return worst * 1000
