"""What stays outside the vault: appearance, language, folders, geometry, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import platformdirs
import pytest
from PySide6.QtCore import QByteArray

from ui.configuration import Configuration, config_folder, data_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_folders_are_those_of_platformdirs() -> None:
    """The short way on Linux gives what the library gives."""
    assert config_folder() == platformdirs.user_config_path("assess", appauthor=False)
    assert data_folder() == platformdirs.user_data_path("assess", appauthor=False)


def test_everything_comes_back(tmp_path: Path) -> None:
    """What was chosen is there at the next start; the vault used last stands first."""
    one, two = tmp_path / "one", tmp_path / "two"
    written = Configuration(tmp_path)
    written.appearance, written.text_percent, written.language = "dark", 150, "cy"
    written.remember_vault(one)
    written.remember_vault(two)
    written.remember_vault(one)
    written.geometry = QByteArray(b"where")
    written.save()
    read = Configuration(tmp_path)
    assert (read.appearance, read.text_percent, read.language) == ("dark", 150, "cy")
    assert read.vaults == (one, two)
    assert read.geometry == QByteArray(b"where")


def test_nothing_else_is_written(tmp_path: Path) -> None:
    """The file holds three groups and no others."""
    written = Configuration(tmp_path)
    written.appearance = "light"
    written.text_percent = 100
    written.language = "en"
    written.remember_vault(tmp_path)
    written.geometry = QByteArray(b"x")
    written.save()
    lines = (tmp_path / "assess.ini").read_text("utf-8").splitlines()
    assert {line for line in lines if line.startswith("[")} == {"[appearance]", "[vaults]", "[window]"}


@pytest.mark.parametrize("text", ["", "\0\0\0", "[appearance]\ntheme=purple\ntext_percent=9000\n", "[vaults]\nsize=x"])
def test_a_broken_file_means_the_defaults(tmp_path: Path, text: str) -> None:
    """Nobody is kept out of their vault by a broken configuration."""
    (tmp_path / "assess.ini").write_text(text, "utf-8")
    read = Configuration(tmp_path)
    assert read.appearance == "system"
    assert 100 <= read.text_percent <= 200
    assert read.vaults == ()
