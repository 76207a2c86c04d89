"""Reading the audit: who did what, narrowed to a person, a case, an act or days; when something was open here last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hsb_assess.vault.audit import entry_hashes, read_row
from hsb_assess.vault.unit import payload_of

if TYPE_CHECKING:
    from hsb_assess.vault.audit import AuditRow
    from hsb_assess.vault.unit import Unit

__all__ = ["Sought", "Trail"]

_UNLOCKED: Final = "SELECT seq FROM audit WHERE json_extract(payload, '$.act') = 'unlock' ORDER BY seq DESC LIMIT 1"
_LOOKED: Final = """SELECT seq FROM audit WHERE seq < :before AND json_extract(payload, '$.act') = 'opened'
    AND json_extract(payload, '$.notes[0].object') = :subject ORDER BY seq DESC LIMIT 1"""
_ENDED: Final = """SELECT seq FROM audit WHERE seq > :after AND json_extract(payload, '$.act') = 'unlock'
    ORDER BY seq LIMIT 1"""
_FOUND: Final = """SELECT seq, payload, hash FROM audit WHERE (:before IS NULL OR seq < :before)
    AND (:person IS NULL OR json_extract(payload, '$.actor') = :person)
    AND (:case IS NULL OR json_extract(payload, '$.case') = :case)
    AND (:since IS NULL OR json_extract(payload, '$.at') >= :since)
    AND (:until IS NULL OR json_extract(payload, '$.at') < :until)
    AND (:action IS NULL OR json_extract(payload, '$.act') = :action OR EXISTS (
        SELECT 1 FROM json_each(payload, '$.notes') AS note WHERE json_extract(note.value, '$.action') = :action))
    ORDER BY seq DESC LIMIT :most"""


@dataclass(frozen=True)
class Sought:
    """What rows are looked for; ``None`` is any. ``since`` and ``until`` are UTC, the latter not included.

    ``action`` is the name of a unit of work or of a note in it; ``before`` the number of a row, to go on from.
    """

    person: str | None = None
    case: str | None = None
    action: str | None = None
    since: str | None = None
    until: str | None = None
    before: int | None = None


class Trail:
    """Reads the audit from its end, where what is asked for mostly lies; see :mod:`.audit` for its form."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def find(self, sought: Sought, most: int) -> tuple[AuditRow, ...]:
        """Return the newest ``most`` rows that are ``sought``, newest first."""
        return tuple(read_row(row) for row in self._unit.reading().execute(_FOUND, {**vars(sought), "most": most}))

    def actions(self) -> tuple[str, ...]:
        """Return the names of all acts and notes that any row has, sorted."""
        rows = self._unit.reading().execute(
            """SELECT DISTINCT json_extract(payload, '$.act') FROM audit UNION
            SELECT DISTINCT json_extract(note.value, '$.action') FROM audit, json_each(payload, '$.notes') AS note"""
        )
        return tuple(sorted(str(row[0]) for row in rows))

    def latest_seen(self) -> str:
        """Return the latest time that any row had (UTC); empty before the first."""
        last = self._unit.reading().execute("SELECT payload FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        return "" if last is None else str(payload_of(last["payload"]).get("seen", ""))

    def last_session_with(self, subject: str) -> tuple[int, str] | None:
        """Return the last row of the last session before this one in which ``subject`` was opened, and its time.

        A session begins with an unlock. ``None`` where it was opened in none.
        """
        connection = self._unit.reading()
        this = connection.execute(_UNLOCKED).fetchone()
        looked = this and connection.execute(_LOOKED, {"before": this["seq"], "subject": subject}).fetchone()
        if not looked:
            return None
        ended = connection.execute(_ENDED, {"after": looked["seq"]}).fetchone()["seq"] - 1
        row = connection.execute("SELECT payload FROM audit WHERE seq = ?", (ended,)).fetchone()
        return ended, str(payload_of(row["payload"]).get("at", ""))

    def entries_until(self, case: str, seq: int) -> frozenset[str]:
        """Return the hashes of the entries of ``case`` that the rows up to ``seq`` brought."""
        rows = self._unit.reading().execute(
            "SELECT payload FROM audit WHERE seq <= ? AND json_extract(payload, '$.case') = ?", (seq, case)
        )
        return frozenset(name for row in rows for name in entry_hashes(payload_of(row["payload"])))
