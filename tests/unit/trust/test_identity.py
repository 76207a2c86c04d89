"""Identities keep their keys to themselves and survive being wrapped and unwrapped."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
import rfc8785
from cryptography import x509
from hypothesis import given, settings
from hypothesis import strategies as st

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.roles import Role
from hsb_assess.trust.bytesigning import ENTRY_CONTEXT, verify
from hsb_assess.trust.identity import Identity, create_identity

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=1)))
ME = create_identity("Rhŷs O’Neill", Role.PRACTITIONER, "Example Council", NOW)


def test_an_identity_survives_wrapping() -> None:
    """Every field, and the keys behind them, come back from the bytes."""
    again = Identity.from_bytes(ME.to_bytes())
    assert again == ME
    assert again.to_bytes() == ME.to_bytes()
    assert again.card() == ME.card()
    assert verify(ME.card().signing_key, ENTRY_CONTEXT, b"x", again.sign(ENTRY_CONTEXT, b"x"))


def test_no_key_is_shown() -> None:
    """Neither ``repr`` nor ``str`` holds a private key, so that a log cannot."""
    secrets = json.loads(ME.to_bytes())
    shown = repr(ME) + str(ME) + repr(ME.card())
    for name in ("signing_key", "age_secret", "document_key"):
        assert secrets[name] not in shown
    assert "PRIVATE" not in shown.upper()


def test_the_certificate_is_one_that_signs_documents_for_decades() -> None:
    """P-256, from a day before, for more than 30 years, for signing only; nobody's authority."""
    certificate = x509.load_der_x509_certificate(ME.certificate)
    assert certificate.subject.rfc4514_string() == "CN=Rhŷs O’Neill"
    assert certificate.not_valid_before_utc == NOW.astimezone(UTC) - timedelta(days=1)
    assert certificate.not_valid_after_utc > NOW + timedelta(days=30 * 366)
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (usage.digital_signature, usage.content_commitment, usage.key_cert_sign) == (True, True, False)
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_a_name_typed_decomposed_is_kept_composed() -> None:
    """Two spellings of one accented letter make one name."""
    assert create_identity(" Rhy\u0302s ", "supervisor", "", NOW).name == "Rhŷs"


@pytest.mark.parametrize(
    ("name", "role", "agency"),
    [
        ("", "supervisor", ""),
        ("x" * 65, "supervisor", ""),
        ("A\u202eB", "supervisor", ""),
        ("A\nB", "supervisor", ""),
        ("\ud800", "supervisor", ""),
        ("A", "Team Manager", ""),
        ("A", "", ""),
        ("A", "supervisor", "x" * 121),
    ],
)
def test_a_name_that_could_mislead_is_refused(name: str, role: str, agency: str) -> None:
    """Empty, over-long, invisible or line-breaking text gets a plain error."""
    with pytest.raises(HsbAssessError) as caught:
        create_identity(name, role, agency, NOW)
    assert caught.value.code == "identity_particulars"


@settings(max_examples=40)
@given(st.data())
def test_altered_identity_bytes_are_refused_without_quoting_them(data: st.DataObject) -> None:
    """A changed byte, value, key or type is one error, which holds no key and chains no cause."""
    good = json.loads(ME.to_bytes())
    key = data.draw(st.sampled_from([*sorted(good), "extra"]))
    good[key] = data.draw(st.one_of(st.none(), st.integers(-5, 5), st.text(max_size=40)))
    altered = rfc8785.dumps(good) if data.draw(st.booleans()) else ME.to_bytes()[: data.draw(st.integers(0, 400))]
    if key in {"agency", "role"} and altered != ME.to_bytes():
        return
    with pytest.raises(HsbAssessError) as caught:
        Identity.from_bytes(altered)
    assert caught.value.code == "identity_unreadable"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_two_identities_share_nothing() -> None:
    """Person, device and every key are fresh each time."""
    other = json.loads(create_identity("Rhŷs O’Neill", "practitioner", "Example Council", NOW).to_bytes())
    mine = json.loads(ME.to_bytes())
    same = {key for key in mine if mine[key] == other[key]}
    assert same == {"format", "name", "role", "agency", "created"}
