"""Contact cards: what the holder wrote, or an error."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.bytesigning import CARD_CONTEXT, framed
from hsb_assess.trust.card import MAX_CARD_BYTES, Card, card_body
from hsb_assess.trust.certificate import prove_possession
from hsb_assess.trust.identity import create_identity

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SUE = create_identity("Sue Ahmed", "supervisor", "Example Council", NOW)
MAL = create_identity("Sue Ahmed", "supervisor", "Example Council", NOW)
CARD = SUE.card()
DATA = CARD.to_bytes()


def code_of(data: bytes) -> str:
    """Return the code of the error that ``data`` gives."""
    with pytest.raises(HsbAssessError) as caught:
        Card.from_bytes(data)
    return caught.value.code


def test_a_card_survives_the_journey() -> None:
    """The file gives the same card, small and readable."""
    again = Card.from_bytes(DATA)
    assert again == CARD
    assert (again.person, again.name, again.role, again.agency) == (
        SUE.person,
        "Sue Ahmed",
        "supervisor",
        "Example Council",
    )
    assert again.fingerprint == CARD.fingerprint
    assert len(DATA) < 2500


@given(st.integers(min_value=0, max_value=len(DATA) * 8 - 1))
def test_any_flipped_bit_is_found(bit: int) -> None:
    """No byte of a card file can change unnoticed."""
    altered = bytearray(DATA)
    altered[bit // 8] ^= 1 << (bit % 8)
    assert code_of(bytes(altered)) in {"card_unreadable", "card_signature"}


@given(st.binary(max_size=300))
def test_any_other_file_is_no_card(data: bytes) -> None:
    """Random bytes give the plain error, never another exception."""
    assert code_of(data) == "card_unreadable"


def test_every_particular_is_signed() -> None:
    """A well-formed card with another name, role, agency, person or date fails its signature."""
    for key, value in {
        "role": "practitioner",
        "agency": "Other Council",
        "person": MAL.person,
        "issued": "2026-03-02T09:30:01+00:00",
        "ed25519": json.loads(MAL.card().to_bytes())["ed25519"],
        "age": MAL.card().age_recipient,
        "certificate": json.loads(MAL.card().to_bytes())["certificate"],
    }.items():
        assert code_of(rfc8785.dumps({**json.loads(DATA), key: value})) == "card_signature", key


def test_nobody_can_publish_anothers_certificate_as_their_own() -> None:
    """A card that is signed by one person but shows another's certificate does not hold."""
    stolen = replace(MAL.card(), certificate=CARD.certificate)
    body = card_body(stolen)
    for proof in (prove_possession(MAL.document_key, framed(CARD_CONTEXT, body)), CARD.proof):
        signed = replace(stolen, proof=proof, signature=MAL.sign(CARD_CONTEXT, body))
        assert code_of(signed.to_bytes()) == "card_signature"


def test_a_certificate_in_another_name_is_no_card() -> None:
    """What a signed document shows and what the card says are one name."""
    renamed = replace(SUE, name="Someone Else").card()
    assert code_of(renamed.to_bytes()) == "card_unreadable"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        DATA + b"\n",
        b" " + DATA,
        DATA.replace(b'"role"', b'"rule"'),
        DATA.replace(b'"name":"Sue Ahmed"', b'"name":["Sue Ahmed"]'),
        DATA.replace(b'{"age"', b'{"age":"","age"', 1),
        DATA[:-1],
        b'{"a":' * 2000,
    ],
)
def test_only_the_canonical_form_is_read(data: bytes) -> None:
    """One card has one file: no white space, doubled, missing or foreign keys."""
    assert code_of(data) == "card_unreadable"


def test_a_large_file_is_refused_unread() -> None:
    """The size is looked at before anything else."""
    assert code_of(b"{" * (MAX_CARD_BYTES + 1)) == "card_too_large"
