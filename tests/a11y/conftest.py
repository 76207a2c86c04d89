"""The vaults of the page tests: an empty case, and one that was submitted, in two people's vaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.pages.two_vaults import make_two_vaults

if TYPE_CHECKING:
    from tests.ui.pages.two_vaults import TwoVaults


@pytest.fixture(scope="session")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> TwoVaults:
    """A practitioner's and a supervisor's vault with the same submitted case."""
    return make_two_vaults(tmp_path_factory.mktemp("two"))
