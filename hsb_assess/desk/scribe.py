"""Writes statements into a unit of work, each sealed on top of what it supersedes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk.closed import need_open
from hsb_assess.desk.onechild import need_one_child
from hsb_assess.record.entry import InstrumentRef, Statement, Stream, seal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.book import Work

__all__ = ["Scribe"]


class Scribe:
    """The pen of one person in one case within one unit of work."""

    def __init__(
        self, at: Workplace, work: Work, case: str, definition: Definition | None = None, *, closed_too: bool = False
    ) -> None:
        """Open the pen; ``definition`` is named in what it writes, where a form was used.

        Raises ``case_closed`` in a case that is closed, unless this writes what is written of such a case (``closed_too``).
        """
        if not closed_too:
            need_open(work, case)
        self._at = at
        self._work = work
        self._case = case
        self._instrument = (
            None
            if definition is None
            else InstrumentRef(id=definition.id, version=definition.version, hash=definition.hash)
        )
        self._previous = work.entries.last_of_device(case, at.identity.device, at.identity.person)

    def say(
        self,
        stream: Stream,
        subject: str,
        key: str,
        body: Mapping[str, JsonValue],
        *,
        occurred: datetime | None = None,
        fresh: bool = False,
        standing: Sequence[Entry] | None = None,
    ) -> Entry:
        """Append one statement, superseding the heads that stand in its place.

        ``fresh`` says that the subject was made in this unit of work, so that there is nothing to supersede;
        ``standing`` are the heads at this subject and key, where they were read in this unit already.
        Raises ``child_entered_already`` where a case would have two children whom it is about.
        """
        need_one_child(self._work, self._case, stream, subject, key, body)
        if standing is None:
            standing = () if fresh else self._work.entries.heads(self._case, subject, key)
        parents = tuple(head.id for head in standing if head.stream is stream)
        now = self._at.clock.now()
        entry = seal(
            Statement(
                case=self._case,
                stream=stream,
                subject=subject,
                key=key,
                body=dict(body),
                parents=parents,
                occurred=occurred or now,
                instrument=self._instrument,
            ),
            self._at.identity,
            recorded=now,
            previous=self._previous,
        )
        self._work.entries.append(entry)
        self._previous = entry.hash
        return entry
