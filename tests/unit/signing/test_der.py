"""One value has one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.signing.der import end_of_der
from tests.unit.signing.making import ann


def test_a_certificate_is_walked_to_its_end() -> None:
    """Real DER ends where it ends, whatever follows."""
    der = ann().certificate
    assert end_of_der(der) == len(der)
    assert end_of_der(der + b"\x00\x00") == len(der)


@pytest.mark.parametrize(
    "spelling",
    [
        "",
        "30",
        "3003020101ff"[:8],  # a part runs over the end
        "30800201010000",  # indefinite length
        "3081030201ff",  # a long length that fits the short form
        "308200030201ff",  # leading zero in the length
        "30050201010000",  # zeros counted in as a part
        "1f010101",  # tag above 30
        "3085000000000100",  # length of five bytes
        "30" * 3 + "ff" * 9,
    ],
)
def test_other_spellings_are_refused(spelling: str) -> None:
    """What a lenient parser would also read is not read."""
    with pytest.raises(ValueError, match="DER"):
        end_of_der(bytes.fromhex(spelling))


def test_depth_is_bounded() -> None:
    """Nesting ends in an error, not in the interpreter's stack."""
    with pytest.raises(ValueError, match="DER"):
        end_of_der(b"\x30\x80" * 5000)
    nested = b"\x05\x00"
    for _ in range(50):
        nested = b"\x30" + bytes([len(nested)]) + nested
    with pytest.raises(ValueError, match="DER"):
        end_of_der(nested)


@given(st.binary(max_size=300))
def test_random_bytes_end_or_are_refused(data: bytes) -> None:
    """No other outcome, and never an end beyond the data."""
    try:
        assert 0 < end_of_der(data) <= len(data)
    except ValueError:
        return
