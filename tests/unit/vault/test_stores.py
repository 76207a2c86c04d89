"""The small stores: what is put in comes back as values, and what must not be put in is refused."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.trust.identity import create_identity
from hsb_assess.vault.migrations import MIGRATIONS, migrate
from hsb_assess.vault.opening import unlock_with_recovery

if TYPE_CHECKING:
    from hsb_assess.vault.book import Book
    from hsb_assess.vault.file import Connection
    from hsb_assess.vault.opening import Vault
    from tests.unit.vault.conftest import Made, StandingClock


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_a_draft_is_overwritten_in_place(book: Book, case_id: str, clock: StandingClock) -> None:
    """One row a question, with any text that a keyboard can produce, until it is removed."""
    strange = {"value": "half a pair \ud83d, nothing \x00, Welsh ŵ"}
    with book.begin("type") as work:
        work.drafts.put(case_id, "s", "k", {"value": "first"}, 5)
        clock.move(timedelta(seconds=1))
        work.drafts.put(case_id, "s", "k", strange, 3)
        work.drafts.put(case_id, "s", "a", {"value": "x"})
        work.drafts.put(new_id(), "s", "k", {"value": "y"})
    with book.begin("seal") as work:
        draft = work.drafts.get(case_id, "s", "k")
        assert draft is not None
        assert (draft.body, draft.cursor, draft.changed) == (strange, 3, "2026-11-22T12:00:00.000+00:00")
        assert [row.key for row in work.drafts.of_case(case_id)] == ["a", "k"]
        assert len(work.drafts.all()) == 3
        assert work.drafts.remove(case_id, "s", "k")
        assert not work.drafts.remove(case_id, "s", "k")
        assert work.drafts.get(case_id, "s", "k") is None


def test_a_definition_is_kept_under_its_own_hash(book: Book) -> None:
    """Twice is once; another content under that hash is refused."""
    with book.begin("form") as work:
        assert work.definitions.put(_sha(b"{}"), "form", "holistic", "1.0.0", b"{}")
        assert not work.definitions.put(_sha(b"{}"), "form", "holistic", "1.0.0", b"{}")
        with pytest.raises(HsbAssessError, match="definition_hash"):
            work.definitions.put(_sha(b"{}"), "form", "holistic", "1.0.0", b"[]")
    with book.begin() as work:
        kept = work.definitions.get(_sha(b"{}"))
        assert kept is not None
        assert (kept.kind, kept.id, kept.version, kept.content) == ("form", "holistic", "1.0.0", b"{}")
        assert work.definitions.get("00") is None


def test_a_document_is_kept_by_its_bytes(book: Book, case_id: str) -> None:
    """Its state may change, its bytes may not; a list leaves the bytes where they are."""
    pdf = b"%PDF-1.7 " * 20_000
    with book.begin("submit") as work:
        work.documents.put(_sha(pdf), case_id, "submission", "A", "certified", pdf)
        work.documents.put(_sha(pdf), case_id, "submission", "A", "issued", pdf)
        work.documents.put(_sha(b"B"), case_id, "submission", "B", "certified", b"B")
        with pytest.raises(HsbAssessError, match="document_hash"):
            work.documents.put(_sha(b"C"), case_id, "submission", "B", "certified", b"B")
    with book.begin() as work:
        document = work.documents.get(_sha(pdf))
        assert document is not None
        assert (document.content, document.state, document.size) == (pdf, "issued", len(pdf))
        listed = work.documents.of_case(case_id)
        assert [(row.audience, row.sha256) for row in listed] == [("A", _sha(pdf)), ("B", _sha(b"B"))]
        assert work.documents.get("00") is None
        assert work.documents.of_case(new_id()) == ()


def test_a_changed_card_has_to_be_verified_again(book: Book, made: Made, clock: StandingClock) -> None:
    """A person's newest card counts; it starts unverified, and older ones stay to check old signatures."""
    first = create_identity("Sam Example", "supervisor", "Service", clock.now())
    from dataclasses import replace

    second = replace(create_identity("Sam Example", "supervisor", "Service", clock.now()), person=first.person)
    with book.begin("contact") as work:
        assert work.contacts.put(first.card().to_bytes(), None).verified_how is None
        assert work.contacts.put(first.card().to_bytes(), "telephone").verified_how == "telephone"
        assert work.contacts.put(first.card().to_bytes(), None).verified_how == "telephone"
        work.contacts.put(made.identity.card().to_bytes(), "own")
        work.contacts.put(second.card().to_bytes(), None)
        with pytest.raises(HsbAssessError, match="card_unreadable"):
            work.contacts.put(b"{}", "telephone")
    with book.begin() as work:
        now = work.contacts.get(first.person)
        assert now is not None
        assert (now.card, now.verified_how, now.verified_at) == (second.card().to_bytes(), None, None)
        assert [c.fingerprint for c in work.contacts.history(first.person)] == [
            first.card().fingerprint,
            second.card().fingerprint,
        ]
        assert [c.person for c in work.contacts.all()] == [made.identity.person, first.person]
        assert work.contacts.get(new_id()) is None


def test_packages_are_remembered_and_bad_ones_set_aside(book: Book, case_id: str) -> None:
    """What came, what went, and the bytes that could not be taken in, with the reason."""
    with book.begin("receive") as work:
        assert work.parcels.seen("p1") is None
        work.parcels.note_received("p1", "ab", sender="sam", case=case_id, purpose="review", sequence=4)
        assert work.parcels.seen("p1") == "ab"
        assert work.parcels.last_sequence_from("sam") == 4
        assert work.parcels.last_sequence_from("kim") is None
        for sequence in (1, 2):
            work.parcels.note_sent(
                f"s{sequence}", "cd", recipients=["f1", "f2"], case=case_id, purpose="review", sequence=sequence
            )
        assert work.parcels.quarantine(b"\x00bytes", "package_tampered", "Altered on its way.") == _sha(b"\x00bytes")
        work.parcels.quarantine(b"\x00bytes", "other", "Other.")
    with book.begin() as work:
        assert [parcel.package for parcel in work.parcels.sent(case_id)] == ["s1", "s2"]
        assert work.parcels.sent()[0].recipients == ("f1", "f2")
        assert work.parcels.sent(new_id()) == ()
        (aside,) = work.parcels.quarantined()
        assert (aside.content, aside.code, aside.reason) == (b"\x00bytes", "package_tampered", "Altered on its way.")


def test_settings_and_caseload_are_json(book: Book, case_id: str) -> None:
    """Any JSON value comes back; a missing setting is its default."""
    with book.begin("lock") as work:
        work.settings.put("place", {"page": "M01", "cursor": 3})
        work.settings.put("nothing", None)
        work.caseload.upsert(case_id, {"name": "AB"})
        work.caseload.upsert(case_id, {"name": "CD"})
    with book.begin() as work:
        assert work.settings.get("place") == {"page": "M01", "cursor": 3}
        assert work.settings.get("nothing", 1) is None
        assert work.settings.get("absent", 1) == 1
        assert [(row.case, row.summary) for row in work.caseload.all()] == [(case_id, {"name": "CD"})]


def test_a_migration_runs_once_with_its_record_or_not_at_all(vault: Vault) -> None:
    """One that breaks off leaves nothing; the next start runs it."""
    connection = vault.book()._connection

    def breaks(connection: Connection) -> None:
        connection.execute("CREATE TABLE half (a TEXT)")
        raise KeyboardInterrupt

    def works(connection: Connection) -> None:
        connection.execute("CREATE TABLE half (a TEXT)")

    with pytest.raises(KeyboardInterrupt):
        migrate(connection, "now", (*MIGRATIONS, ("0002_more", breaks)))
    assert migrate(connection, "now", (*MIGRATIONS, ("0002_more", works))) == ("0002_more",)
    assert migrate(connection, "now", (*MIGRATIONS, ("0002_more", works))) == ()


def test_a_newer_vault_is_not_opened(made: Made) -> None:
    """A vault that a later version changed is refused by name."""
    with unlock_with_recovery(made.folder, made.recovery) as vault:
        migrate(vault.book()._connection, "now", (*MIGRATIONS, ("0009_later", lambda _connection: None)))
    with pytest.raises(HsbAssessError, match="vault_newer"):
        unlock_with_recovery(made.folder, made.recovery)
