"""What a built wheel holds, and that the Qt binding it pins is a sound one."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> zipfile.ZipFile:
    """The wheel that a release would ship, built with the pinned build tool."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    subprocess.run([*command, str(pytestconfig.rootpath)], check=True, capture_output=True, timeout=120)
    (built,) = out.glob("*.whl")
    return zipfile.ZipFile(built)


def test_the_wheel_holds_two_packages(wheel: zipfile.ZipFile) -> None:
    """Import names are folder names: nothing else of the project may land in a person's site-packages."""
    top = {Path(name).parts[0] for name in wheel.namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"hsb_assess", "ui"}


def test_the_wheel_carries_the_forms_and_resources(
    wheel: zipfile.ZipFile, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """An installed program finds the same files as a checkout does."""
    wheel.extractall(tmp_path)
    call = (
        "from hsb_assess.datafiles import data_dir\n"
        "for name in ('forms', 'resources', 'guide'):\n"
        "    folder = data_dir(name)\n"
        "    for path in sorted(folder.rglob('*')):\n"
        "        if path.is_file(): print(name, path.relative_to(folder).as_posix())"
    )
    found = subprocess.run(
        [sys.executable, "-S", "-c", call], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    tracked = subprocess.run(
        ["git", "ls-files", "forms", "resources", "docs/guide"],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.splitlines()
    assert tracked, "this test compares with the files that git knows"
    assert not {name.removeprefix("docs/").replace("/", " ", 1) for name in tracked} - set(found)


def test_the_qt_binding_keeps_its_references() -> None:
    """PySide6 6.12.0 below Python 3.12 loses a reference to None on each void call, and aborts after thousands."""
    call = (
        "import sys\n"
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "before = sys.getrefcount(None)\n"
        "for _ in range(1000): thing.setObjectName('x')\n"
        "print(before - sys.getrefcount(None))"
    )
    lost = int(subprocess.run([sys.executable, "-c", call], check=True, capture_output=True, text=True).stdout)
    assert lost < 100


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_hashes_and_names_no_address(name: str, pytestconfig: pytest.Config) -> None:
    """Each package is pinned to a version and to the bytes of its files, wherever they are downloaded from."""
    text = (pytestconfig.rootpath / name).read_text(encoding="utf-8")
    assert "://" not in text
    packages = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(packages) > 20
    assert [package.split()[0] for package in packages if "==" not in package or "--hash=sha256:" not in package] == []
