"""Make a vault of the present version, to be opened by the tests of every later one.

Run once for each release: ``.venv/bin/python tests/vaults/make_vault.py``. It fills
``tests/vaults/<version>/`` with the vault, ``passphrase.txt``, ``recovery-key.txt`` and ``expected.json``,
and refuses to touch a folder that is there: a vault that was released is never made again.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hsb_assess import __version__
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.clock import ShiftedClock
from hsb_assess.domain.ids import new_id
from hsb_assess.record.entry import InstrumentRef, Statement, Stream, seal
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault import backup
from hsb_assess.vault.keys import KdfParameters
from hsb_assess.vault.opening import create, unlock

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.record.entry import Entry
    from hsb_assess.trust.identity import Identity
    from hsb_assess.vault.book import Work

PASSPHRASE = "plain words for an old test vault"
DAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
FORM = b'{"id":"holistic","modules":[],"version":"1.0.0"}'
PDF = b"%PDF-1.7\n% a stand-in for a document\n"


class Filler:
    """Writes a small case: two answers, one superseded twice at once, a thing, an absence, a plan row."""

    def __init__(self, identity: Identity, clock: ShiftedClock) -> None:
        self.identity = identity
        self.clock = clock
        self.case, self.assessment, self.thing = new_id(), new_id(), new_id()

    def say(
        self, work: Work, stream: Stream, subject: str, key: str, body: dict[str, JsonValue], *parents: Entry
    ) -> Entry:
        """Seal one statement and append it."""
        statement = Statement(
            case=self.case,
            stream=stream,
            subject=subject,
            key=key,
            body=body,
            parents=tuple(parent.id for parent in parents),
            occurred=self.clock.now(),
            instrument=InstrumentRef(id="holistic", version="1.0.0", hash=hashlib.sha256(FORM).hexdigest()),
        )
        previous = work.entries.last_of_device(self.case, self.identity.device)
        entry = seal(statement, self.identity, recorded=self.clock.now(), previous=previous)
        work.entries.append(entry)
        return entry

    def fill(self, work: Work) -> None:
        """Put something into every store."""
        answers, subject = Stream.ANSWERS, self.assessment
        first = self.say(work, answers, subject, "M01.reason", answered("First wording, é ŵ “quoted”").body())
        self.say(work, answers, subject, "M01.reason", answered("Second wording").body(), first)
        self.say(work, answers, subject, "M01.reason", answered("Second wording, elsewhere").body(), first)
        self.say(work, answers, subject, "M14.worries", absent(Absence.DECLINED, by="child").body())
        self.say(work, Stream.CASE_FACTS, self.thing, "@kind", {"value": "person"})
        self.say(work, Stream.CASE_FACTS, self.thing, "label", answered("Worker A").body())
        self.say(work, Stream.PLAN, new_id(), "@kind", {"value": "action"})
        work.drafts.put(self.case, subject, "M01.sleeps_tonight", {"value": "typing when it was locked"}, 12)
        work.definitions.put(hashlib.sha256(FORM).hexdigest(), "form", "holistic", "1.0.0", FORM)
        work.documents.put(hashlib.sha256(PDF).hexdigest(), self.case, new_id(), "A", "certified", PDF)
        work.contacts.put(self.identity.card().to_bytes(), "own")
        work.parcels.note_received(new_id(), "00" * 32, sender=new_id(), case=self.case, purpose="review", sequence=1)
        work.parcels.note_sent(new_id(), "11" * 32, recipients=["22"], case=self.case, purpose="review", sequence=1)
        work.parcels.quarantine(b"not a package", "package_unreadable", "It is not a package.")
        work.settings.put("place", {"page": "M01", "cursor": 12})
        work.caseload.upsert(self.case, {"ref": "TEST-1"})
        work.audit.note("view", "M09.note", {"why": "test"})


def snapshot(work: Work, case: str) -> dict[str, JsonValue]:
    """Return what the vault holds, as JSON: made now, compared by every later version."""
    return {
        "case": case,
        "entries": [entry.as_json() for entry in work.entries.of_case(case)],
        "heads": [entry.id for entry in work.entries.heads(case)],
        "drafts": [[d.subject, d.key, d.body, d.cursor, d.changed] for d in work.drafts.of_case(case)],
        "definition": [
            definition.content.decode()
            if (definition := work.definitions.get(hashlib.sha256(FORM).hexdigest()))
            else None
        ],
        "documents": [[d.sha256, d.submission, d.audience, d.state] for d in work.documents.of_case(case)],
        "contacts": [[c.person, c.card.decode(), c.verified_how, c.verified_at] for c in work.contacts.all()],
        "sent": [[p.package, p.sha256, list(p.recipients), p.sequence] for p in work.parcels.sent(case)],
        "quarantined": [[q.sha256, q.code, q.reason, q.content.decode()] for q in work.parcels.quarantined()],
        "settings": [work.settings.get("place")],
        "caseload": [[row.case, row.summary] for row in work.caseload.all()],
    }


def main(root: Path) -> None:
    """Make and fill the vault; raises ``FileExistsError`` for a version that has one."""
    target = root / __version__
    target.mkdir()
    clock = ShiftedClock(DAY - datetime.now(UTC))
    identity = create_identity("Avery Example", "practitioner", "Example Service", clock.now())
    created = create(target / "vault", PASSPHRASE, identity, kdf=KdfParameters.floor(), clock=clock)
    filler = Filler(identity, clock)
    with unlock(target / "vault", PASSPHRASE, clock=clock) as vault:
        book = vault.book()
        with book.begin("fill", case=filler.case) as work:
            filler.fill(work)
        with book.begin() as work:
            expected = snapshot(work, filler.case)
            expected["audit"] = [row.hash for row in work.audit.rows()]
            expected["identity"] = identity.card().to_bytes().decode()
        with vault.lend() as source:
            backup.make(source, target / "backups", "asked", clock.now())
    (target / "vault" / "vault.lock").unlink()
    (target / "expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (target / "passphrase.txt").write_text(PASSPHRASE + "\n", "utf-8")
    (target / "recovery-key.txt").write_text(created.recovery_key + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
