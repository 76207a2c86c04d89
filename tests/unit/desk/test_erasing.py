"""Erasing a case: two people, exactly what both signed, everything at once, and a receipt that says what remains."""

from __future__ import annotations

import io
import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from hsb_assess.desk import (
    access,
    assessing,
    backups,
    caseload,
    closing,
    erasing,
    issuing,
    keeping,
    sharing,
    subjectaccess,
)
from hsb_assess.desk.carryingout import receipt_document, receipt_json, verify_receipt
from hsb_assess.desk.indexing import index_all
from hsb_assess.desk.searching import search
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.record.erasure import Receipt, Signed
from hsb_assess.trust.card import Card
from hsb_assess.vault.checking import check_tables
from hsb_assess.vault.erasures import CASE_COLUMN
from hsb_assess.vault.file import open_database
from hsb_assess.vault.folder import DATABASE

from .conftest import Opened, Person, begin, meet, open_person
from .erasing_pair import (
    MARK,
    WHY,
    Template,
    Two,
    audit_of,
    faults,
    letter,
    make_template,
    marked_pages,
    marked_rows,
    opened_person,
    refused,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hsb_assess.desk.script import Script
    from hsb_assess.desk.workplace import Workplace


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, child_a: Script) -> Template:
    """Two vaults with a closed case in both, made once."""
    return make_template(tmp_path_factory.mktemp("erasing"), child_a)


@pytest.fixture
def two(template: Template, tmp_path: Path, child_a: Script) -> Iterator[Two]:
    """Copies of both vaults."""
    shutil.copytree(template.folder, tmp_path / "two")
    people = [opened_person(tmp_path / "two" / role, key, child_a) for role, key in template.keys.items()]
    yield Two(*people, template.keys, template.opened.case, template.opened, template.reference)
    for person in people:
        person.vault.close()


def test_what_two_people_signed_goes_at_once_and_nothing_else(two: Two, child_a: Script) -> None:
    """No row and no page keeps a word of it; another case is untouched; the audit verifies; a receipt says what remains."""
    practitioner, at, case = two.practitioner, two.practitioner.at, two.case
    vault = practitioner.vault.vault
    other = begin(practitioner, child_a, "first_draft")
    assessing.put_draft(at, other.assessment, "M00.faith", "half a word")
    reader = practitioner.vault.workplace(read_only=True)
    before = assessing.reading(reader, other.assessment).content_hash
    assert assessing.reading(reader, two.opened.assessment).text("M01.reason").startswith(MARK)
    access.remember_place(at, {"page": "case", "case": case})
    (document, *_) = issuing.documents(at, case)
    issuing.export(at, document.sha256, "Family court", "order of the court")
    backups.choose_second(vault, vault.folder.parent / "stick", at.clock)
    subjectaccess.case_file(at, case, recipient="The young person", basis="request for access")
    with at.book.begin("set_aside", case=case) as work:
        work.parcels.quarantine(json.dumps([{"case": case, "body": MARK}]).encode(), "author_unknown", "Refused.")
        own = Card.from_bytes(access.card_bytes(at))
        work.parcels.quarantine(sharing.pack(at, work, case, own, "review"), "sender_unknown", "Refused.")
        work.parcels.quarantine(b"another file", "not_a_package", "Refused.")
    erasure = two.agree()
    index_all(at)
    at.book._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert marked_pages(practitioner) > 3
    assert {"entry", "draft", "quarantine", "search_text_content"} <= set(marked_rows(practitioner))
    assert refused(lambda: two.do(erasure, "another reference")) == "word_differs"
    assert refused(lambda: two.do(erasure, secret=two.keys["supervisor"])) == "wrong_recovery_key"
    two.do(erasure, f" {two.reference.lower()} ")

    assert marked_rows(practitioner) == []
    assert marked_pages(practitioner) == 0
    index_all(at)
    assert [{group.case for group in search(at, words).groups} for words in (MARK, "child")] == [set(), {other.case}]
    with at.book.begin() as work:
        assert work.entries.cases() == (other.case,)
        assert work.erasures.counts(case) == {}
        assert [draft.body for draft in work.drafts.all()] == [{"value": "half a word"}]
        assert [each.content for each in work.parcels.quarantined()] == [b"another file"]
        assert work.audit.rows()[-1].act == "case_erased"
        said = json.dumps([[note.detail for note in row.notes] for row in work.audit.rows(case)])
        assert MARK not in said
    assert access.last_place(at) == {}
    look_at_what_is_left(two, erasure, other, reader, before)
    look_at_receipt(two, erasure)


def look_at_what_is_left(two: Two, erasure: str, other: Opened, reader: Workplace, before: str) -> None:
    """The audit verifies, the other case is as it was and is found, and nothing can be done to what is gone."""
    practitioner, at, case = two.practitioner, two.practitioner.at, two.case
    assert faults(practitioner) == ()
    assert [line.case for line in caseload.cases(at)] == [other.case]
    assert assessing.reading(reader, other.assessment).content_hash == before
    assert refused(lambda: assessing.reading(reader, two.opened.assessment)) == "no_such_assessment"
    # The numbers of its entries are used again: no book may take a new entry for one that it read before.
    assessing.record_answer(at, other.assessment, "M00.name", answered("Somebody else"))
    assert assessing.reading(reader, other.assessment).text("M00.name") == "Somebody else"
    reader.book.close()
    lines = audit_of(practitioner, case)
    assert {line.ref for line in lines} == {two.reference}
    assert lines[0].words == "Case erased"
    assert refused(lambda: two.do(erasure)) == "erasure_done"


def look_at_receipt(two: Two, erasure: str) -> None:
    """Counts, people, basis, hashes, backups with their days, copies elsewhere, exports; signed, and no word of the case."""
    at = two.practitioner.at
    made = json.loads(receipt_json(at, erasure))
    receipt = Signed.read(Receipt, made["receipt"])
    assert receipt.is_by(at.identity.card().signing_key)
    assert receipt.said.counts["entry"] == receipt.said.state.entries > 20
    assert receipt.said.counts["document"] == 2
    assert {"parcel_sent", "parcel_received", "draft"} <= receipt.said.counts.keys()
    kept = [each for each in receipt.said.remains if each.where == "Backups on this computer"]
    assert kept
    assert all(each.until for each in kept)
    assert refused(lambda: receipt_document(at, erasure, "", "x")) == "basis_needed"
    pdf = receipt_document(at, erasure, "The archive", "information governance")
    words = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)
    for said in (
        two.reference,
        "Manager S, supervisor",
        WHY,
        "organisation’s own file keeps it",
        "Copies on the second medium",
        "The vault of Manager S",
        "A document was exported",
        "Everything about the case was exported",
        receipt.said.state.entries_hash[:20],
    ):
        assert said in words, said
    assert MARK not in words
    assert "Family court" not in words
    verdict = verify_receipt(at, erasure)
    assert verdict["verdict"] == "accepted"


def test_the_supervisors_own_copy_goes_with_the_same_two_signatures(two: Two) -> None:
    """In their own vault, by their own act, for a receipt of its own."""
    erasure = two.ask()
    (asked,) = erasing.erasures(two.supervisor.at)
    assert (asked.mine, asked.by, asked.state, asked.here) == (False, "Worker P", "asked", True)
    assert asked.same is True, "the copy here is what was proposed"
    assert refused(lambda: two.do(erasure, at="supervisor")) == "not_agreed"
    two.answer(erasure)
    assert marked_rows(two.supervisor)
    two.do(erasure, at="supervisor")
    assert marked_rows(two.supervisor) == []
    assert marked_pages(two.supervisor) == 0
    assert faults(two.supervisor) == ()
    look_as_a_later_version(two.supervisor)
    look_as_a_custodian(two.supervisor)


def look_as_a_later_version(person: Person) -> None:
    """What checks a vault after a change of its tables takes the erasure for what it is, too."""
    vault = person.vault.vault
    with vault.lend() as source:
        connection = open_database(vault.folder / DATABASE, source.key, vault=vault.id)
        assert check_tables(connection, vault.id).entries == 0
        connection.close()


def look_as_a_custodian(person: Person) -> None:
    """In a copy that the organisation opened, the vault's person is a contact: what they signed still proves it."""
    card = access.card_bytes(person.at)
    with person.at.book.begin("as_a_custodian") as work:
        work.settings.put("own_card", None)
    assert faults(person)
    with person.at.book.begin("as_a_custodian") as work:
        work.contacts.put(card, "escrow")
    assert faults(person) == ()


def test_an_erased_case_comes_back_only_on_purpose(two: Two) -> None:
    """A package is refused by name and not kept either; taken in anew with a reason it is a case like any other."""
    at, case = two.practitioner.at, two.case
    package = two.send("supervisor")
    two.do(two.agree())
    with pytest.raises(HsbAssessError) as error:
        sharing.receive(at, package)
    assert error.value.code == "case_erased"
    assert "Worker P" in error.value.what
    assert "Manager S" in error.value.what
    with at.book.begin() as work:
        assert work.entries.cases() == ()
        assert [(each.code, each.content) for each in work.parcels.quarantined()] == [("case_erased", b"")]
    found = erasing.erased(at, case)
    assert found is not None
    assert found.state == "done"
    assert sharing.receive(at, package, anew="A claim was made after all.").status == "received"
    assert [line.case for line in caseload.cases(at)] == [case]
    assert erasing.erased(at, case) is None
    assert faults(two.practitioner) == ()
    told = [line for line in audit_of(two.practitioner, case) if line.act == "package_received"]
    assert any("A claim was made after all." in detail for line in told for detail in line.details)
    assert sharing.receive(at, two.send("supervisor")).status == "received", "it needs no reason any more"


def test_every_table_with_a_case_is_emptied(practitioner: Person) -> None:
    """A new table is either swept, because it names its case, or stands here with the reason why it holds none."""
    holds_none = {
        "audit": "says who did what, with hashes; never changed",
        "contact": "cards of people who work, not of children",
        "definition": "forms and guidance, which say nothing about a child",
        "erasure": "the statements and receipts of erasing: they stay, and name the case `about`",
        "meta": "the vault's own name",
        "migration": "which changes of the tables were made",
        "quarantine": "what was refused: rows about the case are found by reading them",
        "search_state": "how far the record was looked at for the search index",
        "search_text": "words without their case: dropped, and made anew from what is left",
        "setting": "what the owner chose; the place of the last lock is let go of if it was in the case",
    }
    connection = practitioner.at.book._connection
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    shadows = re.compile(r".+_(data|idx|content|docsize|config)")
    swept = {
        name
        for name in names
        if CASE_COLUMN in {column[0] for column in connection.execute(f'SELECT * FROM "{name}" LIMIT 0').description}
    }
    left = {name for name in names - swept - holds_none.keys() if not shadows.fullmatch(name)}
    assert left == set(), "say how these are emptied when a case is erased"
    assert {"entry", "head", "awaited", "draft", "caseload", "document", "parcel_sent", "parcel_received"} <= swept


def test_only_a_closed_case_that_nobody_holds_is_proposed(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """Open, held, too early, nobody to ask: each is told; a granted request or an order goes before a hold and says so."""
    opened = begin(practitioner, child_a)
    at, case = practitioner.at, opened.case

    def propose(basis: str = "kept_elsewhere", why: str = WHY, person: str = supervisor.person) -> object:
        return erasing.propose(at, case, person, basis, why)

    codes = {code for code, _ in erasing.standing(at, case).obstacles}
    assert codes == {"case_open", "nobody_to_ask"}
    assert refused(propose) == "case_open"
    closing.close_case(at, case, "needs_met", WHY)
    assert refused(propose) == "recipient_unverified"
    meet(practitioner, supervisor)
    assert erasing.second_people(at) == ((supervisor.person, "Manager S"),)
    assert refused(lambda: propose(why=" ")) == "reason_needed"
    assert refused(lambda: propose(basis="because")) == "no_such_basis"
    assert refused(lambda: propose(basis="period_over")) == "not_due"
    keeping.hold(at, case, "A claim is expected.")
    assert refused(propose) == "case_held"
    assert [code for code, _ in erasing.standing(at, case).obstacles] == ["case_held", "not_due"]
    propose(basis="court_order")
    (asked,) = erasing.erasures(at)
    assert (asked.state, asked.mine, asked.entries > 0) == ("asked", True, True)
    assert asked.hold == at.clock.today().isoformat(), "since when, and no word of why"
    keeping.lift_hold(at, case, "Settled.")
    propose()
    (asked,) = erasing.erasures(at)
    assert (asked.basis, asked.hold) == ("kept_elsewhere", "")
    erasing.withdraw(at, asked.id)
    assert erasing.erasures(at) == ()
    assert refused(lambda: erasing.withdraw(at, asked.id)) == "no_such_erasure"


def test_what_is_recorded_after_the_agreement_makes_it_worthless(two: Two) -> None:
    """An entry that comes in a package, or opening and closing it again: the other person agreed to something else."""
    at, case, theirs = two.practitioner.at, two.case, two.supervisor.at
    erasure = two.agree()
    assert erasing.standing(at, case).open is not None
    keeping.hold(theirs, case, "Something came up.")
    assert refused(lambda: two.do(erasure, at="supervisor")) == "erasure_moved"
    sharing.receive(at, two.send("supervisor"))
    assert refused(lambda: two.do(erasure)) == "erasure_moved"
    (found,) = erasing.erasures(at)
    assert found.state == "moved"
    assert refused(two.agree) == "case_held"
    keeping.lift_hold(theirs, case, "Nothing came of it.")
    sharing.receive(at, two.send("supervisor"))
    again = two.agree()
    assert again != erasure
    closing.reopen_case(at, case, "Something came up.")
    closing.close_case(at, case, "other", WHY)
    assert refused(lambda: two.do(again)) == "erasure_moved"
    assert marked_rows(two.practitioner)


def test_a_hold_that_comes_after_the_agreement_stands_in_the_way_of_a_copy(two: Two) -> None:
    """The supervisor answers again after holding it: what is held does not go, unless an order says so."""
    erasure = two.ask()
    keeping.hold(two.supervisor.at, two.case, "A claim is expected.")
    two.answer(erasure)
    assert refused(lambda: two.do(erasure, at="supervisor")) == "case_held"


def test_a_supervisor_declines_with_a_reason(two: Two) -> None:
    """The reason travels back; nothing can be carried out; only a supervisor answers, and proves that it is them."""
    erasure = two.ask()
    assert refused(lambda: two.answer(erasure, agrees=False)) == "reason_needed"
    assert (
        refused(lambda: erasing.answer(two.supervisor.at, erasure, two.keys["practitioner"], agrees=True))
        == "wrong_recovery_key"
    )
    assert refused(lambda: erasing.answer(two.practitioner.at, erasure, "", agrees=True)) == "not_your_role"
    package = two.answer(erasure, agrees=False, why="An inquiry is going on.")
    sharing.receive(two.practitioner.at, package)
    assert sharing.receive(two.practitioner.at, package).status == "already_received"
    (found,) = erasing.erasures(two.practitioner.at)
    assert (found.state, found.answer_why, found.answered_by) == ("declined", "An inquiry is going on.", "Manager S")
    assert refused(lambda: two.do(erasure)) == "not_agreed"


def test_nobody_agrees_with_themselves(two: Two, child_a: Script, tmp_path: Path) -> None:
    """Neither the same person on another laptop, nor somebody who is no supervisor, nor an answer to what is withdrawn."""
    at, case = two.practitioner.at, two.case
    colleague = open_person(tmp_path / "colleague", "Worker C", "co_assessor", child_a)
    meet(two.practitioner, colleague)

    def propose(person: str) -> object:
        return erasing.propose(at, case, person, "kept_elsewhere", WHY)

    assert refused(lambda: propose(colleague.person)) == "second_person"
    assert refused(lambda: propose(two.practitioner.person)) == "recipient_unverified"
    erasure = two.ask()
    package = two.answer(erasure)
    assert refused(lambda: sharing.receive(colleague.at, package)) == "package_not_for_you"
    erasing.withdraw(at, erasure)
    assert refused(lambda: sharing.receive(at, package)) == "erasure_unknown"
    colleague.vault.close()


def test_letters_that_were_not_written_by_their_sender_are_refused(two: Two) -> None:
    """For another person, about another case, altered, unsigned, or with more in it: nothing of it is kept."""
    one, other = two.practitioner, two.supervisor
    erasure = two.ask()
    with one.at.book.begin() as work:
        (kept,) = work.erasures.all()
    proposal, case = kept.proposal, two.case
    again = Signed.by(proposal.said.model_copy(update={"id": new_id()}), one.vault.identity)
    theirs = Signed.by(proposal.said.model_copy(update={"id": new_id()}), other.vault.identity)
    altered = {**again.as_json(), "text": again.text.replace("kept_elsewhere", "court_order")}
    for said, about, more in (
        (theirs.as_json(), case, {}),
        (altered, case, {}),
        (again.as_json(), new_id(), {}),
        (again.as_json(), case, {"changes": {}}),
        ({"text": again.text}, case, {}),
        ({"text": "{}", "signature": ""}, case, {}),
        (None, case, {}),
    ):
        package = letter(one, other, "erasure_request", {"erasure": {"case": about, "proposal": said}, **more})
        assert refused(lambda package=package: sharing.receive(other.at, package)) in {  # type: ignore[misc]  # a default of a lambda has no type
            "package_content",
            "erasure_shape",
        }
    assert [each.id for each in erasing.erasures(other.at)] == [erasure]

    with other.at.book.begin() as work:
        (there,) = work.erasures.all()
    two.answer(erasure)
    with other.at.book.begin() as work:
        given = work.erasures.all()[0].answer
    assert given is not None
    assert there.answer is None
    for update in ({"by": one.person}, {"role": "practitioner"}, {"proposal": "0" * 64}, {"case": new_id()}):
        said = Signed.by(given.said.model_copy(update=update), other.vault.identity)
        package = letter(other, one, "erasure_answer", {"erasure": {"case": case, "answer": said.as_json()}})
        assert refused(lambda package=package: sharing.receive(one.at, package)) in {  # type: ignore[misc]  # as above
            "package_content",
            "second_person",
            "erasure_unknown",
        }
    (found,) = erasing.erasures(one.at)
    assert found.state == "asked"
