"""``hsb-assess vault info``, ``check`` and ``audit``: what a vault says of itself, whether it is sound, who did what."""

from __future__ import annotations

import sys

from hsb_assess.commands.backup import add_secret, secret
from hsb_assess.commands.saying import EXIT_OK, EXIT_REFUSED, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from hsb_assess.desk.inspecting import Inspection

__all__ = ["add"]

_KEYLESS = "Without a key, the contents and the audit were not looked at: give --passphrase-file, --recovery-key-file or --ask."


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the actions and their options."""
    _action(actions, "info", "say what a vault tells without a key", "Exit code 0: it is a vault. 1: it is not.", _info)
    check = _action(
        actions,
        "check",
        "say whether a vault is sound: keys, pages, tables, audit, and that it is no older than when it was last seen",
        "Without a key only files, key slots and sizes are checked, and nobody is asked for one. Exit code 0: sound. "
        "1: not (vault_damaged, vault_older, audit_broken, not_a_vault, wrong_key) or not checked. 2: wrong usage.",
        _check,
    )
    add_secret(check, "without a key, only what shows without one is checked")
    check.add_argument("--ask", action="store_true", help="ask for the passphrase")
    audit = _action(
        actions,
        "audit",
        "list who did what and when, and whether the audit fits together",
        "Reading it stands in the audit, too. Exit code 0: it fits together. 1: it does not, or cannot be read.",
        _audit,
    )
    add_secret(audit)


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help_: str, more: str, run: object
) -> argparse.ArgumentParser:
    made = actions.add_parser(name, help=help_, description=f"{help_[0].upper()}{help_[1:]}. {more}")
    made.add_argument("folder", metavar="FOLDER", help="the folder of the vault")
    made.add_argument("--json", action="store_true", help="print it as JSON")
    made.set_defaults(run=run)
    return made


def _info(options: argparse.Namespace) -> int:
    """Describe a vault that stays locked."""
    from pathlib import Path

    from hsb_assess.desk.inspecting import describe

    found = describe(Path(options.folder))
    if options.json:
        write_json(found)
        return EXIT_OK
    for name, value in found.items():
        if name == "slots":
            for slot in value:
                write(f"{'slot:':18} {' '.join(f'{key} {part}' for key, part in slot.items())}")
        else:
            shown = (
                {None: "none", True: "yes", False: "no"}.get(value, value) if isinstance(value, bool | None) else value
            )
            write(f"{name.replace('_', ' ') + ':':18} {shown}")
    return EXIT_OK


def _check(options: argparse.Namespace) -> int:
    """Check a vault with a key, or what can be checked without one."""
    from pathlib import Path

    from hsb_assess.desk.inspecting import anchors_here, inspect_locked, inspect_opened

    folder = Path(options.folder)
    if options.ask or options.passphrase_file or options.recovery_key_file:
        words, by_key = secret(options)
        found = inspect_opened(folder, words, with_recovery_key=by_key, anchors=anchors_here())
    else:
        found = inspect_locked(folder)
    if options.json:
        write_json(_as_json(found))
    else:
        _tell(found)
    return EXIT_REFUSED if found.faults else EXIT_OK


def _as_json(found: Inspection) -> dict[str, Any]:
    standing = found.standing
    return {
        "sound": not found.faults,
        "verdict": found.verdict,
        "with_key": found.with_key,
        "vault": found.vault,
        "entries": None if standing is None else standing.entries,
        "audit_rows": None if standing is None else standing.audit_rows,
        "faults": [{"code": each.code, "what": each.what, "mend": each.mend} for each in found.faults],
    }


def _tell(found: Inspection) -> None:
    if found.standing is not None:
        write(f"{found.verdict}: {found.standing.entries} entries, {found.standing.audit_rows} audit rows")
    elif not found.faults:
        write("nothing wrong with what was checked: files, key slots, sizes")
    else:
        write(found.verdict)
    for each in found.faults:
        sys.stderr.write(f"{each.what}\n{each.mend}\n[{each.code}]\n")
    if not found.with_key:
        write(_KEYLESS)


def _audit(options: argparse.Namespace) -> int:
    """List the rows, oldest first."""
    from dataclasses import asdict
    from pathlib import Path

    from hsb_assess.vault.opening import unlock, unlock_with_recovery

    words, by_key = secret(options)
    way = unlock_with_recovery if by_key else unlock
    with way(Path(options.folder), words) as vault, vault.unit("audit_viewed") as work:
        work.audit.note("audit_viewed", vault.id)
        rows, verdict = work.audit.rows(), work.audit.verify()
    if options.json:
        write_json(
            {
                "vault": vault.id,
                "rows": [asdict(row) for row in rows],
                "faults": [asdict(fault) for fault in verdict.faults],
            }
        )
    else:
        for row in rows:
            notes = ", ".join(note.action for note in row.notes)
            late = "  (the clock was set back)" if row.clock_set_back else ""
            write(f"{row.seq:6}  {row.at}  {row.act:22}  {len(row.entries)} entries  {notes}{late}")
        for fault in verdict.faults:
            write(f"row {fault.seq}: {fault.code}")
    return EXIT_REFUSED if verdict.faults else EXIT_OK
