"""Erasing rows so that no page keeps a word of them: after churn that cuts pages in two, beside a plain deletion as control."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import new_id
from hsb_assess.record.erasure import Answer, Proposal, Receipt, Signed, State, hash_of, hash_of_all
from hsb_assess.vault.erasures import case_tables
from hsb_assess.vault.opening import unlock_with_recovery
from tests.pages_of import decrypted_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.opening import Vault
    from tests.unit.vault.conftest import Made, StandingClock

MARK = "Quietmarkedword"


def churn(vault: Vault, say: Callable[..., Entry], cases: list[str]) -> None:
    """Fill cases in turn, every other one marked: drafts that come, grow and go as over years of work, and answers."""
    chance, words = random.Random(0), [MARK, "plain"]  # a seed that leaves copies behind: about every third does
    book = vault.book()
    with book.begin("filled") as work:
        for _ in range(1200):
            at, key = chance.randrange(len(cases)), f"M{chance.randrange(40)}"
            work.drafts.put(cases[at], "subject", key, {"value": f"{words[at % 2]} " * chance.choice([5, 20, 100])})
            if chance.random() < 0.6:
                work.drafts.remove(cases[chance.randrange(len(cases))], "subject", f"M{chance.randrange(40)}")
        for number in range(200):
            at = number % len(cases)
            say(work, cases[at], f"M01.q{number}", f"{words[at % 2]} " * chance.choice([1, 6, 40, 120, 700]))
            work.caseload.upsert(cases[at], {"line": f"{words[at % 2]} " * chance.choice([1, 30])})
    book.close()


def proposal(vault: Vault, case: str) -> tuple[Signed[Proposal], Signed[Receipt]]:
    """Return what an erasure is kept with; whose signatures count is not asked here."""
    state = State(entries=0, entries_hash=hash_of_all([]), documents=0, documents_hash=hash_of_all([]))
    me, at = vault.identity, "2026-11-22T12:00:00+00:00"
    said = Proposal(
        id=new_id(), case=case, reference="A-17", closed="", hold="", by=me.person, card="", basis="court_order",
        why="", state=state, audit=(1, ""), at=at,
    )  # fmt: skip
    told = Receipt(
        id=said.id, case=case, reference="A-17", by=me.person, by_name="", agreed_by="", agreed_by_name="",
        agreed_role="", agreed_confirmed="", agreed_at=at, basis="", why="", state=state, counts={}, proposal="",
        answer="", audit=(1, ""), remains=(), at=at,
    )  # fmt: skip
    return Signed.by(said, me), Signed.by(told, me)


def marked(folder: Path, key: bytes) -> int:
    """Return on how many pages a marked word stands."""
    assert not (folder / "vault.db-wal").exists()
    return sum(MARK.encode() in page for page in decrypted_pages(folder / "vault.db", key))


def test_no_page_keeps_a_word_where_a_plain_deletion_leaves_some(
    made: Made, say: Callable[..., Entry], clock: StandingClock, tmp_path: Path
) -> None:
    """The control deletes the same rows with ``secure_delete`` on, and words stay beside the rows of other cases."""
    cases = sorted(new_id() for _ in range(8))
    gone, stays = cases[::2], cases[1::2]
    with unlock_with_recovery(made.folder, made.recovery, clock=clock) as vault:
        key = bytes(vault._key)
        churn(vault, say, cases)
    plain = shutil.copytree(made.folder, tmp_path / "plain")
    assert marked(made.folder, key) > 50
    with unlock_with_recovery(plain, made.recovery, clock=clock) as vault:
        connection = vault.book()._connection
        for table in ("head", "search_due", "search_place", "draft", "caseload", "entry"):
            connection.executemany(f"DELETE FROM {table} WHERE case_id = ?", [(case,) for case in gone])
    assert marked(plain, key) > 0, "the control: pages that were cut in two keep copies of rows"

    with unlock_with_recovery(made.folder, made.recovery, clock=clock) as vault:
        book = vault.book()
        with book.begin() as work:
            others = [(len(work.entries.of_case(case)), len(work.drafts.of_case(case))) for case in stays]
        for case in gone:
            asked, receipt = proposal(vault, case)
            with book.begin("case_erased", case=case) as work:
                work.erasures.put(asked, b"")
                work.erasures.erase(asked.said.id, receipt, b"%PDF-1.7")
                assert work.erasures.counts(case) == {}
        with book.begin() as work:
            assert [(len(work.entries.of_case(case)), len(work.drafts.of_case(case))) for case in stays] == others
            assert work.erasures.document(asked.said.id) == b"%PDF-1.7"
            assert [each.is_done for each in work.erasures.of_case(case)] == [True]
            # Nobody agreed to this, so the audit does not take it for an erasure.
            assert {fault.code for fault in work.audit.verify().faults} == {"erasure_unproved", "entry_missing"}
        with book.begin("case_erased", case=case) as work, pytest.raises(HsbAssessError) as refused:
            work.erasures.erase(asked.said.id, receipt, b"%PDF-1.7")
        assert refused.value.code == "erasure_done"
        with book.begin("later") as work:
            with pytest.raises(Exception, match="an entry is never changed"):
                work.audit._unit.connection.execute("UPDATE entry SET body = '' WHERE case_id = ?", (stays[0],))
            assert "head" in case_tables(work.audit._unit)
    assert marked(made.folder, key) == 0


@pytest.mark.parametrize("kind", [Proposal, Answer, Receipt])
@pytest.mark.parametrize("value", [None, {}, {"text": "{}", "signature": ""}, {"text": 1, "signature": ""}, "text"])
def test_a_statement_has_one_way_of_being_written(kind: type, value: object) -> None:
    """Whatever it is not, it is refused by name, and a space more makes it another."""
    with pytest.raises(HsbAssessError) as refused:
        Signed.read(kind, value)  # type: ignore[arg-type]  # whatever it is
    assert refused.value.code == "erasure_shape"


def test_a_statement_is_its_signers_alone(vault: Vault) -> None:
    """Read back it is the same; with another key, another text or no signature it is nobody's."""
    asked, _ = proposal(vault, new_id())
    key = vault.identity.card().signing_key
    again = Signed.read(Proposal, asked.as_json())
    assert again == asked
    assert again.is_by(key)
    assert again.hash == hash_of(asked.text.encode())
    assert not Signed.read(Proposal, {**asked.as_json(), "signature": "zz"}).is_by(key)
    assert not Signed.read(Proposal, {**asked.as_json(), "signature": "00" * 64}).is_by(key)
    with pytest.raises(HsbAssessError):
        Signed.read(Proposal, {**asked.as_json(), "text": asked.text.replace(",", ", ", 1)})
