"""Where the program finds the forms and resources that travel with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.datafiles import data_dir

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("name", "where"), [("forms", "forms"), ("resources", "resources"), ("guide", "docs/guide")])
def test_a_checkout_keeps_them_beside_the_package(name: str, where: str, pytestconfig: pytest.Config) -> None:
    """In a checkout the folders are the ones that people edit."""
    assert data_dir(name) == pytestconfig.rootpath / where  # type: ignore[arg-type]  # the names come as plain text


def test_an_installed_package_carries_its_own(tmp_path: Path) -> None:
    """An installed package never takes a folder beside it, which would be somebody else's."""
    package = tmp_path / "hsb_assess"
    (package / "_data" / "forms").mkdir(parents=True)
    (tmp_path / "forms").mkdir()
    (tmp_path / "resources").mkdir()
    assert data_dir("forms", package=package) == package / "_data" / "forms"
    with pytest.raises(FileNotFoundError, match="without its folder 'resources'"):
        data_dir("resources", package=package)


def test_no_other_folder_can_be_asked_for(tmp_path: Path) -> None:
    """A name that is not one of these is refused even if such a folder exists."""
    (tmp_path / "secrets").mkdir()
    with pytest.raises(FileNotFoundError):
        data_dir("secrets", package=tmp_path / "hsb_assess")  # type: ignore[arg-type]  # a name that is not allowed
