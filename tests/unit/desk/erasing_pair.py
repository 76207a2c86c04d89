"""Two people with a case in both vaults that is to be erased: made once, copied for each test, and looked through after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import (
    access,
    assessing,
    caseload,
    closing,
    erasing,
    gathering,
    reviewing,
    scraps,
    sharing,
)
from hsb_assess.desk.auditing import Sought, audit_lines
from hsb_assess.desk.carryingout import carry_out
from hsb_assess.desk.indexing import index_all
from hsb_assess.domain.answer import answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.package import Outline, seal
from hsb_assess.trust.card import Card
from hsb_assess.vault.keys import KdfParameters
from tests.pages_of import decrypted_pages

from .conftest import PASSPHRASE, Opened, Person
from .packages import sharing_package, submitted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.desk.auditing import AuditLine
    from hsb_assess.desk.script import Script

WHY = "The organisation’s own file keeps everything that was signed."
MARK = "Quietmarkedword"


def refused(act: Callable[[], object]) -> str:
    """Return the code with which something is refused."""
    with pytest.raises(HsbAssessError) as error:
        act()
    return error.value.code


@dataclass
class Template:
    """Two vaults with a case in both, made once, and the recovery keys that open them at no cost."""

    folder: Path
    keys: dict[str, str]
    opened: Opened
    reference: str


def opened_person(folder: Path, key: str, story: Script) -> Person:
    """Open a vault with its recovery key, on the script's day."""
    vault = access.unlock_with_recovery_key(folder, key, clock=clock_for(story.today))
    return Person(vault, vault.workplace(read_only=False))


def make_template(folder: Path, child_a: Script) -> Template:
    """Make a case with marked words in every kind of text, which the supervisor has a copy of; closed at both."""
    keys: dict[str, str] = {}
    clock = clock_for(child_a.today)
    people = {}
    for name, role in (("Worker P", "practitioner"), ("Manager S", "supervisor")):
        keys[role] = access.first_run(
            folder / role, PASSPHRASE, name=name, role=role, agency="Agency", clock=clock, kdf=KdfParameters.floor()
        )
        people[role] = opened_person(folder / role, keys[role], child_a)
    practitioner, supervisor = people.values()
    opened, package = submitted(practitioner, supervisor, child_a)
    at, assessment = practitioner.at, opened.assessment
    for number in range(30):
        assessing.put_draft(at, assessment, "M14.worries", f"{MARK} {number} " * (number + 1))
    assessing.record_answer(at, assessment, "M01.reason", answered(f"{MARK} told by a neighbour " * 60))
    assessing.record_answer(at, assessment, "M01.reason", answered(f"{MARK} told again"))
    gathering.add_thing(at, opened.case, "person", {"label": f"{MARK} aunt", "is": "adult", "relation": "aunt"})
    assessing.put_draft(at, assessment, "M14.worries", f"{MARK} still typing")
    scraps.keep_scrap(at, assessment, "comment.M05.impact", f"{MARK} a scrap")
    sharing.receive(supervisor.at, package)
    reviewing.comment(supervisor.at, assessment, "M01.reason", f"{MARK} who said so?")
    sharing.receive(at, sharing_package(supervisor, practitioner, opened))
    caseload.refresh(at)
    index_all(at)
    closing.close_case(at, opened.case, "needs_met", "It is over.")
    sharing.receive(supervisor.at, sharing_package(practitioner, supervisor, opened))
    for person in people.values():
        person.vault.close()
    return Template(folder, keys, opened, child_a.reference)


@dataclass
class Two:
    """Both people at copies of their vaults, and the case that they share."""

    practitioner: Person
    supervisor: Person
    keys: dict[str, str]
    case: str
    opened: Opened
    reference: str

    def ask(self, basis: str = "kept_elsewhere") -> str:
        """Propose, have it arrive, and return its id."""
        sent = erasing.propose(self.practitioner.at, self.case, self.supervisor.person, basis, WHY)
        received = sharing.receive(self.supervisor.at, sent.package)
        assert (received.status, received.purpose) == ("received", "erasure_request")
        return str(sent.change.created)

    def answer(self, erasure: str, *, agrees: bool = True, why: str = "") -> bytes:
        """Have the supervisor answer."""
        return erasing.answer(self.supervisor.at, erasure, self.keys["supervisor"], agrees=agrees, why=why).package

    def agree(self) -> str:
        """Propose, agree, have the answer arrive, and return the proposal's id."""
        erasure = self.ask()
        assert sharing.receive(self.practitioner.at, self.answer(erasure)).purpose == "erasure_answer"
        return erasure

    def do(self, erasure: str, typed: str = "", *, at: str = "practitioner", secret: str = "") -> None:
        """Carry it out."""
        person = self.practitioner if at == "practitioner" else self.supervisor
        carry_out(person.at, person.vault.vault, erasure, typed or self.reference, secret or self.keys[at])

    def send(self, sender: str) -> bytes:
        """Return a package of the case to the other one."""
        pair = (self.practitioner, self.supervisor)
        one, other = pair if sender == "practitioner" else pair[::-1]
        return sharing_package(one, other, self.opened)


def faults(person: Person) -> tuple[object, ...]:
    """Return what is wrong with a vault's audit."""
    with person.at.book.begin() as work:
        return work.audit.verify().faults


def marked_pages(person: Person) -> int:
    """Return on how many pages of the database a marked word stands, after all of it was written into the file."""
    vault = person.vault.vault
    folder, key = vault.folder, bytes(vault._key)
    assert not (folder / "vault.db-wal").stat().st_size, "the write-ahead file is empty"
    return sum(
        MARK.encode() in page or MARK.lower().encode() in page for page in decrypted_pages(folder / "vault.db", key)
    )


def marked_rows(person: Person) -> list[str]:
    """Return the tables in which a marked word stands in any row."""
    connection = person.at.book._connection
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return [
        name
        for name in names
        if any(MARK in str(value) or MARK.encode() in bytes(value if isinstance(value, bytes) else b"")
               for row in connection.execute(f'SELECT * FROM "{name}"') for value in tuple(row))
    ]  # fmt: skip


def audit_of(person: Person, case: str) -> tuple[AuditLine, ...]:
    """Return the audit's lines about a case, newest first."""
    with person.at.book.begin() as work:
        return audit_lines(person.at, work, Sought(case=case))


def letter(sender: Person, reader: Person, purpose: str, manifest: dict[str, object]) -> bytes:
    """Seal a letter as its sender's own key can, whatever is in it."""
    card = Card.from_bytes(access.card_bytes(reader.at))
    outline = Outline(purpose, 1, "", "")
    return seal(sender.vault.identity, [card], outline, manifest)[1]  # type: ignore[arg-type]  # whatever it is
