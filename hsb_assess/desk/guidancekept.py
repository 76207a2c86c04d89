"""What one assessment keeps of the guidance: stamped when it starts, moved with a reason, named in documents."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from hsb_assess.desk.gathering import ASSESSORS
from hsb_assess.desk.guidance import LimitLine, english, guidance_in_force, keep, lines_of, part_of
from hsb_assess.desk.opening import ASSESSMENT_KEY, kept_guidance, open_assessment
from hsb_assess.desk.scribe import Scribe
from hsb_assess.desk.workplace import Change, Workplace, need_role
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.catalogue import Sheet
from hsb_assess.instrument.pathway import NATION
from hsb_assess.record.entry import Stream

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import JsonValue

    from hsb_assess.desk.opening import Opened
    from hsb_assess.vault.book import Work

__all__ = [
    "Difference",
    "assessment_guidance",
    "follow_nation",
    "guidance_words",
    "move_guidance",
    "read_sheet_bytes",
]


@dataclass(frozen=True)
class Difference:
    """What would change for an assessment that took the guidance in force: a title, as it is kept, as it would be."""

    title: str
    kept: str
    new: str


def guidance_words(profile: Mapping[str, JsonValue], digest: str) -> tuple[str, str]:
    """Return how a document names the guidance that it was judged by, and what it says of it in small print."""
    title, edition = english(profile.get("title")), profile.get("edition")
    lines, edits = [*lines_of(profile)], profile.get("edited")
    marks = edits if isinstance(edits, list) else []
    titles = {line.what: line.title for line in lines}
    titles |= {
        f"names.{name}": english(each.get("title"))
        for name, each in part_of(profile, "names").items()
        if isinstance(each, dict)
    }
    changed = [titles.get(str(each.get("what")), "") for each in marks if isinstance(each, dict)]
    said = [f"Changed here: {'; '.join(filter(None, changed))}."] if changed else []
    if not all(line.verified for line in lines):
        said.append("Its figures are to be verified by a practitioner.")
    return f"{title}, edition {edition}" if edition else title, " ".join([*said, digest])


def assessment_guidance(at: Workplace, assessment: str) -> tuple[Sheet, tuple[Difference, ...]]:
    """Return the guidance that an assessment keeps, and what the guidance in force now would change for it."""
    with at.book.begin(write=False) as work:
        opened = open_assessment(at, work, assessment)
        kept = kept_guidance(at, work, opened)
        return kept, tuple(_differences(kept.content, guidance_in_force(at, work, opened.profile).content))


def _differences(kept: Mapping[str, JsonValue], new: Mapping[str, JsonValue]) -> Iterator[Difference]:
    if kept.get("edition") != new.get("edition"):
        yield Difference("Edition", str(kept.get("edition")), str(new.get("edition")))
    before, after = ({line.what: line for line in lines_of(content)} for content in (kept, new))
    for what in dict.fromkeys((*before, *after)):
        was, now = before.get(what), after.get(what)
        told = (_days(was), _days(now))
        if told[0] != told[1]:
            yield Difference((now or was or _NONE).title, *told)
    names = (part_of(kept, "names"), part_of(new, "names"))
    for key in dict.fromkeys((*names[0], *names[1])):
        first, second = (names[0].get(key), names[1].get(key))
        called = (_called(first), _called(second))
        if called[0] != called[1]:
            titled = second if isinstance(second, dict) else first
            yield Difference(english(titled.get("title")) if isinstance(titled, dict) else key, *called)


def _called(entry: JsonValue) -> str:
    return english(entry.get("name")) if isinstance(entry, dict) else ""


_NONE: Final = LimitLine("", "", "", None, True, "", "", "", "", False, False)  # noqa: FBT003 - a line that says nothing


def _days(line: LimitLine | None) -> str:
    if line is None or line.days is None:
        return "no figure"
    return f"{line.days} {'working' if line.working else 'calendar'} days"


def move_guidance(at: Workplace, assessment: str, why: str) -> Change:
    """Judge an assessment by the guidance in force from now on, with a reason that the record keeps."""
    need_role(at, ASSESSORS)
    if not why.strip():
        raise HsbAssessError("reason_needed", "There is no reason yet.", "Say in a sentence why it changes.")
    with at.book.begin("guidance_moved") as work:
        opened = open_assessment(at, work, assessment)
        _stamp(at, work, opened, opened.profile, why.strip())
    return Change("guidance_moved", opened.case, assessment)


def follow_nation(at: Workplace, work: Work, opened: Opened, path: str, value: JsonValue) -> None:
    """Give an assessment the guidance of the nation that it was just said to be made in, inside the same unit."""
    if path == NATION and isinstance(value, str) and value != opened.profile and value in at.catalogue.profiles():
        _stamp(at, work, opened, value, "")


def _stamp(at: Workplace, work: Work, opened: Opened, nation: str, why: str) -> None:
    sheet = guidance_in_force(at, work, nation)
    keep(work, sheet)
    if sheet.hash == opened.profile_hash:
        return
    body = replace(opened, profile=nation, profile_hash=sheet.hash).body()
    if why:
        body["why"] = why
    Scribe(at, work, opened.case, opened.definition).say(Stream.ANSWERS, opened.assessment, ASSESSMENT_KEY, body)


def read_sheet_bytes(data: bytes) -> Sheet:
    """Return guidance that came from elsewhere, checked in full; raises ``guidance_unreadable``."""
    from hsb_assess.instrument.guidance import ProfileSheet  # it reads YAML too, which nothing needs at the start

    try:
        content = json.loads(data)
        sheet = ProfileSheet.model_validate(content)
    except ValueError:
        # The cause quotes the file, so it is not chained.
        pass
    else:
        return Sheet(sheet.id, content, hashlib.sha256(data).hexdigest())
    raise HsbAssessError(
        "guidance_unreadable",
        "The guidance that came with this package cannot be read.",
        "Ask the sender to make the package again with an up-to-date app.",
    )
