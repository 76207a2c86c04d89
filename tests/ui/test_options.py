"""The arguments of the desk process."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui import options


def test_nothing_given() -> None:
    """Without arguments the app decides by its configuration."""
    assert options.read([]) == options.Options()


def test_what_the_launcher_gives() -> None:
    """Folder, day and the mark of a lock are read, with a blank or an equals sign."""
    read = options.read(["--vault", "/tmp/v", "--today=2026-11-02", "--locked"])
    assert read == options.Options(Path("/tmp/v"), "2026-11-02", locked=True)


@pytest.mark.parametrize("arguments", [["--vault"], ["--passphrase", "x"], ["file"], ["--today", "tomorrow"]])
def test_the_rest_is_refused(arguments: list[str]) -> None:
    """Anything unknown is a usage error; a passphrase is never an argument."""
    with pytest.raises(options.UsageError):
        options.read(arguments)
