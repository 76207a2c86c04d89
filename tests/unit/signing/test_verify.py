"""A document is accepted only if exactly the right people signed all of it; anything else is rejected."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.signing import sealing
from hsb_assess.signing.verify import verify, verify_pending
from hsb_assess.trust.identity import create_identity
from tests.unit.signing import attacks
from tests.unit.signing.making import (
    NOW,
    PRACTITIONER,
    ROSTER,
    SUPERVISOR,
    ann,
    cards,
    code,
    judge,
    made,
    prepared,
    sign,
    sue,
)

if TYPE_CHECKING:
    import io

CONTENTS = re.compile(rb"/Contents <[0-9A-F]+>")


def test_a_finished_document_is_accepted() -> None:
    """Both signers are named with their roles, fingerprints and the times that they gave."""
    verdict = judge(made().finished).as_json()
    assert verdict == {
        "verdict": "accepted",
        "reasons": [{"code": "role_by_voice", "message": "Role confirmed by voice, not by the organisation."}],
        "signers": [
            {
                "name": "Ann Prŷs-O’Neill",
                "role": "practitioner",
                "fingerprint": cards()[0].certificate_fingerprint,
                "signed_at": "2026-03-02T09:30:00+00:00",
            },
            {
                "name": "Sue Ahmed",
                "role": "supervisor",
                "fingerprint": cards()[1].certificate_fingerprint,
                "signed_at": "2026-03-02T10:30:00+00:00",
            },
        ],
    }


def test_a_document_with_one_signer_is_accepted_and_closed() -> None:
    """A roster of one certifies and forbids every change; nobody can sign after."""
    alone = sign(prepared([PRACTITIONER]), ann(), PRACTITIONER)
    assert code(alone) == "accepted"
    with pytest.raises(HsbAssessError) as caught:
        sign(alone, sue(), SUPERVISOR)
    assert caught.value.code == "sign_order"


def test_three_people_may_sign_in_turn() -> None:
    """The one in the middle neither certifies nor locks."""
    ben = create_identity("Ben Roy", "co_assessor", "", NOW)
    middle = replace(SUPERVISOR, field="CoAssessor", role="co_assessor")
    document = sign(prepared([PRACTITIONER, middle, SUPERVISOR]), ann(), PRACTITIONER)
    document = sign(document, ben, middle)
    trust = [*cards(), ben.card()]
    assert code(document, trust) == "role_unsigned"
    assert code(sign(document, sue(), SUPERVISOR), trust) == "accepted"


def test_a_waiting_document_is_pending_and_not_finished() -> None:
    """Before countersigning, the first signature can be checked on its own terms."""
    verdict = verify_pending(made().certified, trust=cards(), crls=[], now=NOW)
    assert verdict.is_accepted
    assert [item.code for item in verdict.reasons] == ["not_finished", "role_by_voice"]
    assert code(made().certified) == "role_unsigned"
    assert not verify_pending(made().certified + b"\n", trust=cards(), crls=[], now=NOW).is_accepted


def test_any_altered_byte_is_found() -> None:
    """Dense samples, every byte of the structure, outside the last signature's own contents."""
    document = made().finished
    gap = list(CONTENTS.finditer(document))[-1]
    own = range(gap.start() + len(b"/Contents "), gap.end())
    spread = random.Random(7).sample(range(len(document)), 600)
    structure = [
        position
        for match in re.finditer(rb"startxref\s+\d+\s+%%EOF|/ByteRange \[[^\]]*\]|trailer|/Perms|/Lock", document)
        for position in range(match.start(), match.end(), 2)
    ]
    for position in {*spread, *structure, *range(16), *range(len(document) - 16, len(document))} - set(own):
        altered = bytearray(document)
        altered[position] ^= 1 << (position % 8)
        assert not judge(bytes(altered)).is_accepted, position


def test_padding_of_the_last_signature_is_checked_too() -> None:
    """Even in its own gap there is one spelling: upper case and zeros."""
    document = made().finished
    gap = list(CONTENTS.finditer(document))[-1]
    for position in range(gap.start() + len(b"/Contents "), gap.end(), 61):
        altered = bytearray(document)
        altered[position] ^= 0x20
        assert not judge(bytes(altered)).is_accepted, position


@pytest.mark.parametrize("attack", attacks.ATTACKS, ids=lambda attack: attack.__name__)
def test_nothing_can_be_appended(attack: attacks.Attack) -> None:
    """An update after the last signature is rejected, whatever it holds."""
    assert code(attacks.append(made().finished, attack)) in {"not_entire", "unreadable", "no_signature"}


@pytest.mark.parametrize("attack", attacks.ATTACKS, ids=lambda attack: attack.__name__)
def test_nothing_can_be_slipped_in_on_the_way(attack: attacks.Attack) -> None:
    """An update between the two signatures is rejected although the supervisor then signed all of it."""
    waiting = attacks.append(made().certified, attack)
    assert not verify_pending(waiting, trust=cards(), crls=[], now=NOW).is_accepted
    try:
        document = sign(waiting, sue(), SUPERVISOR)
    except HsbAssessError:
        return
    assert not judge(document).is_accepted


@pytest.mark.parametrize("attack", [*attacks.ATTACKS, attacks.drop_lock], ids=lambda attack: attack.__name__)
def test_the_last_signer_cannot_change_what_the_first_signed(
    attack: attacks.Attack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change inside the very update that carries the supervisor's own signature is rejected."""

    class Hostile(sealing._Writer):
        def __init__(self, stream: io.BytesIO, *, strict: bool) -> None:
            super().__init__(stream, strict=strict)
            attack(self)

    certified = made().certified
    monkeypatch.setattr(sealing, "_Writer", Hostile)
    try:
        document = sign(certified, sue(), SUPERVISOR)
    except HsbAssessError:
        return
    assert not judge(document).is_accepted


def test_appended_bytes_are_rejected() -> None:
    """One byte, white space, or a whole second copy."""
    document = made().finished
    for more in (b"\n", b"x", b"\x00" * 5000, document):
        assert not judge(document + more).is_accepted
        assert not judge(more + document).is_accepted


def test_a_cut_back_document_is_rejected() -> None:
    """At the first signature a person is missing; before it there is none; anywhere else it is damaged."""
    document = made().finished
    assert code(document[: len(made().certified)]) == "role_unsigned"
    assert code(document[: len(made().prepared)]) == "no_signature"
    for size in range(0, len(document), 997):
        assert not judge(document[:size]).is_accepted


def test_stripped_and_zeroed_signatures_are_rejected() -> None:
    """Fields emptied, the form gone, or the CMS replaced by zeros or something short."""
    document = made().finished
    assert code(made().prepared) == "no_signature"
    assert not judge(document.replace(b"/V ", b"/X ")).is_accepted
    assert not judge(document.replace(b"/AcroForm", b"/AcroFxrm")).is_accepted
    for match in CONTENTS.finditer(document):
        room = match.end() - match.start() - len(b"/Contents <>")
        for filling in (b"0" * room, b"30030201".ljust(room, b"0"), b"F" * room):
            changed = document[: match.start()] + b"/Contents <" + filling + b">" + document[match.end() :]
            assert not judge(changed).is_accepted


def test_the_right_person_must_sign_each_line() -> None:
    """Swapped people, one person twice, and a stranger are rejected with their own reasons."""
    swapped = sign(sign(prepared(), sue(), PRACTITIONER), ann(), SUPERVISOR)
    assert code(swapped) == "role_differs"
    twice = sign(made().certified, ann(), SUPERVISOR)
    assert code(twice) == "role_differs"
    stranger = create_identity("Sue Ahmed", "supervisor", "Example Council", NOW)
    assert code(sign(made().certified, stranger, SUPERVISOR)) == "signer_unknown"


def test_one_person_with_two_roles_is_still_one_person() -> None:
    """Nobody approves their own work, be it with one certificate or through a second vault."""
    both = replace(ann(), role="supervisor")
    twice = sign(made().certified, both, SUPERVISOR)
    assert code(twice, [*cards(), both.card()]) == "same_person"
    second = replace(create_identity(ann().name, "supervisor", "", NOW), person=ann().person)
    document = sign(made().certified, second, SUPERVISOR)
    assert code(document, [*cards(), second.card()]) == "same_person"


def test_a_panel_in_another_name_is_rejected() -> None:
    """What the page shows and what the card says must be one name."""
    assert code(sign(made().certified, sue(), SUPERVISOR, name="Somebody Else")) == "name_differs"


def test_without_trust_nobody_is_believed() -> None:
    """The answer says so and names whom the signatures claim; with one of two cards the other is unknown."""
    verdict = judge(made().finished, [])
    assert (verdict.verdict, verdict.reasons[0].code) == ("rejected", "nobody_trusted")
    assert [signer.name for signer in verdict.signers] == ["Ann Prŷs-O’Neill", "Sue Ahmed"]
    for card in cards():
        assert code(made().finished, [card]) == "signer_unknown"


def test_the_record_names_the_bytes() -> None:
    """With a record, only the very file that it names is accepted."""
    other = sign(made().certified, sue(), SUPERVISOR)
    assert code(other) == "accepted"
    verdict = verify(other, trust=cards(), crls=[], now=NOW, record_sha256="0" * 64)
    assert verdict.reasons[0].code == "record_differs"


def test_odd_clocks_are_told_and_do_not_reject() -> None:
    """Laptops disagree about time; order comes from the signatures, and the reader is told."""
    early = sign(made().certified, sue(), SUPERVISOR, when=NOW - timedelta(hours=2))
    assert [item.code for item in judge(early).reasons] == ["role_by_voice", "clock_backwards"]
    late = sign(made().certified, sue(), SUPERVISOR, when=NOW + timedelta(days=500))
    assert [item.code for item in judge(late).reasons] == ["role_by_voice", "clock_ahead"]


def test_a_signature_from_before_the_certificate_is_rejected() -> None:
    """A certificate starts a day before its card was made, and counts from then on only."""
    assert code(sign(made().certified, sue(), SUPERVISOR, when=NOW - timedelta(days=3))) == "not_valid"


def test_a_document_by_another_program_is_rejected() -> None:
    """Without a roster of this app's making, good signatures by trusted people mean nothing here."""
    for packet in (b"<x/>", b"", b"\xff", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<a>" * 3000):
        bare = attacks.append(prepared(), partial(attacks.properties, packet=packet))
        with pytest.raises(HsbAssessError):
            sign(bare, ann(), PRACTITIONER)


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7", b"%PDF-1.7\n%%EOF\n", b"\x00" * 4096])
def test_what_is_no_document_is_rejected(data: bytes) -> None:
    """Empty, text and stumps."""
    assert not judge(data).is_accepted


@settings(max_examples=150)
@given(st.binary(max_size=2000), st.booleans())
def test_random_bytes_are_rejected(data: bytes, headed: bool) -> None:
    """No bytes bring an exception out."""
    assert not judge(b"%PDF-1.7\n" * headed + data).is_accepted


@settings(max_examples=150)
@given(st.data())
def test_structural_mutants_are_rejected(data: st.DataObject) -> None:
    """Pieces removed, doubled, moved or overwritten."""
    document = made().finished
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(document))] * 2)))
    piece = data.draw(st.sampled_from([b"", b"0 0 obj", b"<<", b">>", b"endobj", document[start:end]]))
    mutant = document[:start] + piece + document[data.draw(st.integers(0, len(document))) :]
    assert mutant == document or not judge(mutant).is_accepted


def test_a_huge_file_is_refused_unread() -> None:
    """Above 64 MiB nothing is parsed."""
    assert code(b"%PDF-" + b"\x00" * (64 * 1024 * 1024)) == "too_large"


def test_fields_are_those_of_the_roster() -> None:
    """The fixtures' own premise: two lines, two panels, in this order."""
    assert [line.field for line in ROSTER] == ["Practitioner", "Supervisor"]
