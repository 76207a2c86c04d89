"""An organisation's configuration: read only as it was signed, never loosening anything, whatever the bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import rfc8785
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.escrow import new_escrow_identity, recipient_of, unwrap, wrap
from hsb_assess.trust.organisation import MAX_BYTES, Organisation, new_configuration_key, sign_organisation

KEY = new_configuration_key()
PLAIN = Organisation(name="Northshire", serial=1, issued="2026-11-27T09:00:00+00:00", signing_key=b"")


def authority(*, is_authority: bool = True) -> bytes:
    """Return a certificate of an authority, or of somebody else."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Northshire")])
    now = datetime(2026, 11, 27, tzinfo=UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.DER)


FULL = replace(
    PLAIN,
    escrow=recipient_of(new_escrow_identity()),
    ca=authority(),
    profile="england",
    profile_hash="0" * 64,
    idle_minutes=3,
    session_hours=8,
    shared_folder="/srv/hsb/exchange",
)


def code_of(data: bytes) -> str:
    """Return the code that reading is refused with, or nothing."""
    try:
        Organisation.from_bytes(data)
    except HsbAssessError as error:
        return error.code
    return ""


def forged(content: dict[str, object]) -> bytes:
    """Return a file with any content, canonical as the program would write it."""
    return rfc8785.dumps(content)


@pytest.mark.parametrize("settings", [PLAIN, FULL, replace(FULL, shared_folder="C:\\exchange", profile_hash=None)])
def test_what_is_signed_reads_back(settings: Organisation) -> None:
    """Every setting comes back, and the words depend on the key alone."""
    signed = sign_organisation(settings, KEY)
    read = Organisation.from_bytes(signed.to_bytes())
    assert read == signed
    assert len(read.words) == 8
    assert read.words == sign_organisation(PLAIN, KEY).words
    assert read.words != sign_organisation(PLAIN, new_configuration_key()).words


def test_every_flipped_byte_is_refused() -> None:
    """No byte of the file can be another one."""
    data = sign_organisation(FULL, KEY).to_bytes()
    for place in range(len(data)):
        assert code_of(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]), place


def test_a_setting_exchanged_or_signed_by_another_key_is_refused() -> None:
    """The signature covers every setting, the key too."""
    content = json.loads(sign_organisation(FULL, KEY).to_bytes())
    other = json.loads(sign_organisation(FULL, new_configuration_key()).to_bytes())
    for name in ("signing_key", "signature"):
        assert code_of(forged({**content, name: other[name]})) == "organisation_signature"
    assert code_of(forged({**content, "escrow": recipient_of(new_escrow_identity())})) == "organisation_signature"


@pytest.mark.parametrize(
    "change",
    [
        {"idle_minutes": 6},
        {"idle_minutes": 0},
        {"idle_minutes": -5},
        {"session_hours": 9},
        {"serial": 0},
        {"serial": 2**40},
        {"name": ""},
        {"name": "North\u202eshire"},
        {"issued": "2026-11-27"},
        {"escrow": "age1x"},
        {"ca": authority(is_authority=False)},
        {"ca": b"\x30\x00"},
        {"profile": "../england"},
        {"profile": None},
        {"profile_hash": "0" * 63},
        {"shared_folder": "relative/folder"},
        {"shared_folder": "/srv/../etc"},
        {"shared_folder": "/srv/\nx"},
    ],
)
def test_what_loosens_a_default_or_has_no_proper_form_is_neither_signed_nor_read(change: dict[str, object]) -> None:
    """Not even a holder of the key can loosen a time limit or name something that is none."""
    with pytest.raises(HsbAssessError, match="organisation_settings"):
        sign_organisation(replace(FULL, **change), KEY)  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize(
    "change",
    [{"more": 1}, {"idle_minutes": True}, {"idle_minutes": 3.5}, {"serial": "1"}, {"format": "x"}, {"guidance": []}],
)
def test_the_shape_is_strict(change: dict[str, object]) -> None:
    """Another key, another type or another format is unreadable, before anything is verified."""
    content = json.loads(sign_organisation(FULL, KEY).to_bytes())
    assert code_of(forged({**content, **change})) == "organisation_unreadable"
    assert code_of(json.dumps(content, indent=1).encode()) == "organisation_unreadable"
    without = {name: value for name, value in content.items() if name != "ca"}
    assert code_of(forged(without)) == "organisation_unreadable"


def test_a_large_or_deep_file_is_refused_at_once() -> None:
    """Neither size nor nesting costs anything."""
    assert code_of(b" " * (MAX_BYTES + 1)) == "organisation_too_large"
    assert code_of(b"[" * MAX_BYTES) == "organisation_unreadable"
    assert code_of(b'{"a":' * 5000) == "organisation_unreadable"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@given(st.binary(max_size=400) | _JSON.map(lambda value: json.dumps(value).encode()))
def test_whatever_the_bytes_reading_ends_with_a_code(data: bytes) -> None:
    """Anything is refused by a code of ours and by nothing else."""
    assert code_of(data).startswith("organisation_")


@given(st.data())
def test_any_value_in_any_place_is_refused_by_a_code(data: st.DataObject) -> None:
    """One setting replaced by anything that JSON can say."""
    content = json.loads(sign_organisation(FULL, KEY).to_bytes())
    name = data.draw(st.sampled_from(sorted(content)))
    value = data.draw(_JSON)
    try:
        changed = forged({**content, name: value})
    except rfc8785.CanonicalizationError:
        changed = json.dumps({**content, name: value}).encode()
    assert code_of(changed).startswith("organisation_") or value == content[name]


def test_what_is_no_key_is_refused_without_quoting_it() -> None:
    """The error's chain holds nothing of the file."""
    with pytest.raises(HsbAssessError) as caught:
        sign_organisation(PLAIN, b"-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----\n")
    assert caught.value.code == "configuration_key"
    assert caught.value.__cause__ is None


def test_escrow_keys_are_those_of_age() -> None:
    """What is sealed opens with the private key in a file of the age program, and with no other."""
    identity = new_escrow_identity()
    sealed = wrap(recipient_of(identity), b"data")
    assert unwrap(f"# created: today\n# public key: {recipient_of(identity)}\n{identity}\n", sealed) == b"data"
    assert unwrap(new_escrow_identity(), sealed) is None
    for text in ("", "AGE-SECRET-KEY-1", identity + "\n" + identity):
        with pytest.raises(ValueError, match="age identity"):
            unwrap(text, sealed)
    with pytest.raises(ValueError, match="age recipient"):
        wrap("age1nothing", b"")
