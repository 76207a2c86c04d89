"""Five thousand malformed definitions: each is faults within a second of work, and nothing is raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.unit.instrument import test_malformed

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS: dict[str, Callable[[], None]] = {
    "any structure": test_malformed.test_any_structure_is_faults_and_no_exception,
    "any structure in any place": test_malformed.test_any_structure_in_any_place_is_faults_and_no_exception,
    "any bytes": test_malformed.test_any_bytes_are_faults_and_no_exception,
    "changed characters": test_malformed.test_a_changed_character_is_faults_and_no_exception,
    "compiled bytes": test_malformed.test_compiled_bytes_from_elsewhere_are_faults_and_nothing_else,
}


@pytest.mark.faults
@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("kind", KINDS)
def test_a_thousand_of_each_kind(kind: str) -> None:
    """The five properties that `make test` tries fifty times each, a thousand times each, the same ones every day."""
    settings(max_examples=1_000, derandomize=True, database=None)(KINDS[kind])()
