"""The one text of a value is what the reference encoder writes, whichever way it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.domain.canonical import canonical

if TYPE_CHECKING:
    from pydantic import JsonValue

texts = st.text(st.characters(codec="utf-8"))
leaves = (
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False) | texts
)
values: st.SearchStrategy[JsonValue] = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(codec="ascii")), inner, max_size=5)
        | st.dictionaries(texts, inner, max_size=4)
    ),
    max_leaves=25,
)


@given(values)
def test_it_is_what_the_reference_encoder_writes(value: JsonValue) -> None:
    """The same bytes, or the same refusal."""
    try:
        expected = rfc8785.dumps(value)
    except rfc8785.CanonicalizationError:
        with pytest.raises(rfc8785.CanonicalizationError):
            canonical(value)
    else:
        assert canonical(value) == expected


@pytest.mark.parametrize("value", ['\u2028\x00\x1f\x7f"\\/\b\f\n\r\t€', {"b": 1, "a": [True, None, "é😀"], "B": {}}])
def test_what_encoders_differ_on(value: JsonValue) -> None:
    """Escapes, separators of lines, characters beyond the first plane, the order of names."""
    assert canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize("value", ["\ud800", {"a": ["\udfff"]}])
def test_half_a_pair_is_refused(value: JsonValue) -> None:
    """Half a surrogate pair has no UTF-8."""
    with pytest.raises((UnicodeEncodeError, rfc8785.CanonicalizationError)):
        canonical(value)


def test_what_json_cannot_hold_is_refused() -> None:
    """A number that readers would round, and one that is none."""
    for value in (2**53, float("nan"), {"a": float("inf")}):
        with pytest.raises(rfc8785.CanonicalizationError):
            canonical(value)
