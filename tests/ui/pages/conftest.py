"""Two vaults with a submitted case, made once for all pages; each test copies what it writes in."""

from __future__ import annotations

import pytest

from tests.ui.pages.two_vaults import TwoVaults, make_two_vaults


@pytest.fixture(scope="session")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> TwoVaults:
    """A whole case of a practitioner, submitted, and received by their supervisor."""
    return make_two_vaults(tmp_path_factory.mktemp("two"))
