"""The key file edited as a forger would, guesses from fresh processes, an exchanged cipher, and a keyring that is gone."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.desk import access
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.escrow import new_escrow_identity, recipient_of
from hsb_assess.vault import escrow as escrow_slot
from hsb_assess.vault import keys as key_slots
from hsb_assess.vault.escrow import Escrow, open_with_escrow
from hsb_assess.vault.keys import KdfParameters, SlotFile
from hsb_assess.vault.recoverykey import typed
from tests.faults.places import ROOT, Places
from tests.faults.vaults import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.faults.frame import Tally

KEY = new_escrow_identity()
FLOOR = KdfParameters.floor()


class Locked:
    """A vault that three secrets open, and what its key file seals."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.recovery = access.first_run(
            folder, PASSPHRASE, name="Worker P", role="practitioner", agency="Agency",
            kdf=KdfParameters(FLOOR.memory_kib * 2, FLOOR.passes, FLOOR.lanes), escrow=Escrow(recipient_of(KEY), "Agency"),
        )  # fmt: skip
        self.content: dict[str, Any] = json.loads((folder / "keys.json").read_bytes())
        self.key = bytes(
            SlotFile.from_bytes((folder / "keys.json").read_bytes()).open_with_recovery(typed(self.recovery)).vault_key
        )

    def opens(self, content: object, kind: str) -> bool:
        """Say whether the slot of ``kind`` in an edited key file gives a key, and fail if that is another one."""
        try:
            slots = SlotFile.from_bytes(json.dumps(content).encode())
            if kind == "passphrase":
                opened = slots.open_with_passphrase(PASSPHRASE)
            elif kind == "recovery":
                opened = slots.open_with_recovery(typed(self.recovery))
            else:
                opened = open_with_escrow(slots, KEY)
        except HsbAssessError:
            return False
        assert bytes(opened.vault_key) == self.key, "another key came out"
        return True


@pytest.fixture
def locked(tmp_path: Path) -> Locked:
    """A vault to be attacked."""
    return Locked(tmp_path / "vault")


def rechecked(content: dict[str, Any]) -> dict[str, Any]:
    """Make the plain checksums fit, as whoever edits the file can."""
    with suppress(ValueError):  # what no checksum can be made for is refused anyway
        header = key_slots.Header.model_validate(content["header"])
        for slot in content["slots"]:
            with suppress(ValueError):
                model = escrow_slot._Slot if slot.get("kind") == "escrow" else key_slots._Slot
                slot["check"] = model.model_validate(slot).checksum(header)
    return content


def edits(value: object, chance: random.Random) -> Iterator[object]:
    """Give other values for a field: weaker, stronger, flipped, of another kind."""
    if isinstance(value, int):
        yield from (value // 2, value + 1, 0, -value, 2**40, str(value), None)
    elif isinstance(value, str) and value:
        at = chance.randrange(len(value))
        yield value[:at] + chr(ord(value[at]) ^ 1) + value[at + 1 :]
        yield from (value[:-2], value + value[-2:], "", value[::-1], 0, None, [value])


def edited(content: dict[str, Any], chance: random.Random) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every edit of every field: the kind of slot it concerns, and the whole file."""
    kinds = [slot["kind"] for slot in content["slots"]]
    for at, kind in enumerate(kinds):
        for name, value in content["slots"][at].items():
            for other in edits(value, chance):
                if other != value and name != "check":
                    copy = json.loads(json.dumps(content))
                    copy["slots"][at][name] = other
                    yield kind, rechecked(copy)
    for name, value in content["header"].items():
        for other in edits(value, chance):
            if other != value:
                copy = json.loads(json.dumps(content))
                copy["header"][name] = other
                yield from ((kind, rechecked(copy)) for kind in kinds)
    for first, second in ((0, 1), (1, 0), (2, 1)):
        copy = json.loads(json.dumps(content))
        copy["slots"][first]["sealed"] = copy["slots"][second]["sealed"]
        yield kinds[first], rechecked(copy)


@pytest.mark.faults
def test_no_edit_of_the_key_file_opens(locked: Locked, tally: Callable[..., Tally]) -> None:
    """Every field of every slot and of the header, exchanged for weaker, stronger and foreign values: refused."""
    result = tally("slot_edits")
    for kind in ("passphrase", "recovery", "escrow"):
        assert locked.opens(locked.content, kind)
    for number, (kind, content) in enumerate(edited(locked.content, random.Random(8))):
        result.tried += 1
        if locked.opens(content, kind):
            result.lose(f"edit {number} of the {kind} slot opens")
        else:
            result.survived += 1
    assert result.tried > 100
    assert result.holds, result.faults


def test_the_harness_sees_an_edit_that_opens(locked: Locked, tally: Callable[..., Tally]) -> None:
    """The control: edits that mean nothing, such as another order of the fields, are taken and seen to be."""
    result = tally("slot_edits_control", control=True)
    for kind in ("recovery", "escrow"):
        result.tried += 1
        turned = {name: locked.content[name] for name in reversed(list(locked.content))}
        turned["slots"] = [dict(reversed(list(slot.items()))) for slot in turned["slots"]]
        if locked.opens(turned, kind):
            result.lose(f"the {kind} slot opens")
    assert result.holds
    assert result.lost == 2


def guess(folder: Path, phrase: Path, places: Places) -> str:
    """Try a passphrase in a process of its own; returns what it was refused with, or nothing."""
    command = [
        "vault",
        "passphrase",
        str(folder),
        "--passphrase-file",
        str(phrase),
        "--new-passphrase-file",
        str(phrase),
        "--json",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "hsb_assess.cli", *command],
        env=places.environment(PYTHONPATH=str(ROOT)), capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    said = json.loads(done.stdout)
    return str(said["refused"]["code"]) if "refused" in said else ""


@pytest.mark.faults
@pytest.mark.timeout(600)
@pytest.mark.parametrize("control", [False, True])
def test_guesses_from_fresh_processes_are_held_up(
    places: Places, locked: Locked, tmp_path: Path, tally: Callable[..., Tally], control: bool
) -> None:
    """Three are judged, then none, the right one neither. The control forgets the count between, and all are judged."""
    result = tally("lockout_control" if control else "lockout", control=control)
    wrong, right = tmp_path / "wrong", tmp_path / "right"
    wrong.write_text("not these words at all")
    right.write_text(PASSPHRASE)
    count = locked.folder / "failed-unlocks.json"
    for number in range(6):
        if number >= 3 and not control:
            # A busy computer takes longer to start a process than the first waits last: these tries are yet to come.
            known = json.loads(count.read_bytes())
            count.write_text(json.dumps({**known, "recent": [moment + 3600 for moment in known["recent"]]}))
        code = guess(locked.folder, wrong if number < 5 else right, places)
        result.tried += 1
        if code == ("wrong_passphrase" if number < 3 else "too_many_tries"):
            result.survived += 1
        else:
            result.lose(f"try {number + 1} was judged: {code or 'opened'}")
        if control:
            count.unlink(missing_ok=True)
    assert result.holds, result.faults
    if not control:
        known = json.loads(count.read_bytes())
        count.write_text(json.dumps({**known, "recent": [moment - 7200 for moment in known["recent"]]}))
        assert guess(locked.folder, right, places) == ""


PLAIN = """
from sqlite3 import dbapi2
"""
LYING = """
import sqlite3
from sqlite3.dbapi2 import *
class _Connection(sqlite3.Connection):
    def set_key(self, key):
        pass
def connect(*given, **named):
    return sqlite3.connect(*given, factory=_Connection, **named)
"""
USE = """
import sys
from pathlib import Path
from hsb_assess.desk import access
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.keys import KdfParameters
act, folder, secret = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
try:
    if act == "make":
        access.first_run(folder, secret, name="Worker P", role="practitioner", agency="Agency", kdf=KdfParameters.floor())
    else:
        access.unlock_with_recovery_key(folder, secret, anchors=access.anchors(folder.parent / "anchors")).close()
except HsbAssessError as error:
    print(error.code)
else:
    print("done")
"""


def use(places: Places, act: str, folder: Path, secret: str, **environment: str) -> str:
    """Make or open a vault in a process of its own; returns the code, or ``done``."""
    path = os.pathsep.join([environment.pop("FIRST", ""), str(ROOT)]).strip(os.pathsep)
    done = subprocess.run(
        [sys.executable, "-c", USE, act, str(folder), secret],
        env=places.environment(PYTHONPATH=path, **environment), capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    return done.stdout.strip() or done.stderr.strip()[-200:]


@pytest.mark.faults
@pytest.mark.parametrize(("kind", "module"), [("plain", PLAIN), ("lying", LYING)])
def test_an_exchanged_cipher_is_refused_and_writes_nothing_in_plain(
    places: Places, locked: Locked, tmp_path: Path, tally: Callable[..., Tally], kind: str, module: str
) -> None:
    """Python's own sqlite3 in the cipher's place, also one that pretends to take a key: neither makes nor opens a vault."""
    result = tally(f"cipher_{kind}")
    package = tmp_path / "first" / "sqlcipher3"
    package.mkdir(parents=True)
    if kind == "plain":
        (package / "__init__.py").write_text(module)
    else:
        (package / "__init__.py").write_text("")
        (package / "dbapi2.py").write_text(module)
    before = {path.name: path.read_bytes() for path in locked.folder.iterdir() if path.is_file()}
    for act, folder, secret in (("make", tmp_path / "new", PASSPHRASE), ("open", locked.folder, locked.recovery)):
        result.tried += 1
        code = use(places, act, folder, secret, FIRST=str(package.parent))
        if code not in {"cipher_missing", "vault_damaged"}:
            result.lose(f"{act}: {code}")
        else:
            result.survived += 1
        for path in folder.rglob("*"):
            if path.is_file() and path.read_bytes().startswith(b"SQLite format 3"):
                result.leak(f"{act}: {path.name} is in plain")
    after = {path.name: path.read_bytes() for path in locked.folder.iterdir() if path.is_file()}
    assert {name: data for name, data in after.items() if name in before} == before
    assert result.holds, result.faults
    assert use(places, "open", locked.folder, locked.recovery) == "done"


@pytest.mark.faults
@pytest.mark.parametrize("backend", ["keyring.backends.fail.Keyring", "no.such.Backend"])
def test_a_keyring_that_is_gone_keeps_nobody_out(
    places: Places, locked: Locked, tally: Callable[..., Tally], backend: str
) -> None:
    """The keyring holds no key, only a note of how far the vault had come: without it everything opens."""
    result = tally("keyring_gone")
    copy = shutil.copytree(locked.folder, locked.folder.parent / "copy")
    result.tried += 1
    code = use(places, "open", copy, locked.recovery, PYTHON_KEYRING_BACKEND=backend)
    result.survived += code == "done"
    assert result.holds, code
