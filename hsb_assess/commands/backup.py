"""``hsb-assess backup``: make a backup of a vault, list them, verify one, put one in a vault's place."""

from __future__ import annotations

from hsb_assess.commands.asking import read_secret
from hsb_assess.commands.saying import EXIT_OK, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse
    from pathlib import Path
    from typing import Any

    from hsb_assess.vault.backup import Backup

__all__ = ["add", "add_secret", "secret"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command, its actions and their options."""
    command = commands.add_parser("backup", help="make, list, verify or restore backups of a vault")
    actions = command.add_subparsers(metavar="ACTION", required=True)
    create = _action(actions, "create", "make a backup and verify it", "FOLDER", "the folder of the vault", _create)
    create.add_argument("--into", metavar="FOLDER", help="where to make it; default: backups, in the vault's folder")
    add_secret(create)
    _action(
        actions, "list", "list the backups of a vault, or those in a folder; needs no key", "FOLDER",
        "the folder of a vault, or one that holds backups", _list,
    )  # fmt: skip
    verify = _action(
        actions, "verify", "check every byte, page, table and audit row of a backup", "BACKUP", "the backup", _verify
    )
    add_secret(verify)
    restore = _action(
        actions, "restore", "put a backup in the place of its vault, or into an empty folder", "BACKUP", "the backup",
        _restore,
    )  # fmt: skip
    restore.add_argument("vault", metavar="FOLDER", help="the folder of the vault; what is there now is kept in it")
    add_secret(restore)


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    help_: str,
    what: str,
    about: str,
    run: object,
) -> argparse.ArgumentParser:
    made = actions.add_parser(
        name,
        help=help_,
        description=help_[0].upper() + help_[1:] + ". Exit code 0: done. 1: refused or not whole. 2: wrong usage.",
    )
    made.add_argument("folder", metavar=what, help=about)
    made.add_argument("--json", action="store_true", help="print the outcome as JSON")
    made.set_defaults(run=run)
    return made


def add_secret(parser: argparse.ArgumentParser, otherwise: str = "else it is asked for") -> None:
    """Add the two ways to give what opens a vault or a backup."""
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help=f"read the passphrase from the first line of a file; {otherwise}",
    )
    ways.add_argument(
        "--recovery-key-file", metavar="FILE", help="open it with the recovery key on the first line of a file"
    )


def secret(options: argparse.Namespace, prompt: str = "Passphrase: ") -> tuple[str, bool]:
    """Return what opens a vault or a backup, and whether that is a recovery key."""
    by_key = options.recovery_key_file is not None
    file, option = options.recovery_key_file or options.passphrase_file, "--passphrase-file or --recovery-key-file"
    return read_secret(file, prompt, "no_passphrase", "No passphrase was given", option), by_key


def _as_json(backup: Backup) -> dict[str, Any]:
    return {
        "backup": str(backup.path),
        "size": backup.size,
        **backup.manifest.model_dump(exclude={"mac", "files", "format", "version"}),
    }


def _create(options: argparse.Namespace) -> int:
    """Make a backup of a vault that is locked."""
    from pathlib import Path

    from hsb_assess.desk.backups import back_up
    from hsb_assess.domain.clock import SystemClock
    from hsb_assess.vault.opening import unlock, unlock_with_recovery

    words, by_key = secret(options)
    with (unlock_with_recovery if by_key else unlock)(Path(options.folder), words) as vault:
        made = back_up(vault, "asked", SystemClock(), into=Path(options.into) if options.into else None)
    if options.json:
        write_json(_as_json(made))
    else:
        write(f"made and verified: {made.path}")
    return EXIT_OK


def _list(options: argparse.Namespace) -> int:
    """List what is there, newest first; whether it is whole takes a key."""
    from pathlib import Path

    from hsb_assess.vault.backup import backups_in
    from hsb_assess.vault.folder import BACKUPS, DATABASE, SLOTS

    folder = Path(options.folder)
    next(folder.iterdir(), None)  # raises where there is no such folder
    own = folder / BACKUPS
    if own.is_dir() or (folder / DATABASE).is_file() or (folder / SLOTS).is_file():
        folder = own
    found = backups_in(folder)
    if options.json:
        write_json([_as_json(each) for each in found])
    for each in () if options.json else found:
        write(f"{each.manifest.made}  {each.size / 1e6:8.1f} MB  {each.manifest.why:9}  {each.path}")
    if not found and not options.json:
        write("no backups here")
    return EXIT_OK


def _verify(options: argparse.Namespace) -> int:
    """Open a backup with a passphrase of its day, or its recovery key, and check all of it."""
    from pathlib import Path

    from hsb_assess.vault.backup import open_and_verify

    words, by_key = secret(options, "Passphrase of the backup: ")
    found = open_and_verify(Path(options.folder), words, with_recovery_key=by_key)
    if options.json:
        write_json(_as_json(found))
    else:
        manifest = found.manifest
        write(f"whole: {manifest.entries} entries, {manifest.audit_rows} audit rows, made {manifest.made}")
    return EXIT_OK


def _restore(options: argparse.Namespace) -> int:
    """Put a backup in the place of a vault."""
    from pathlib import Path

    from hsb_assess.domain.clock import SystemClock
    from hsb_assess.vault.restoring import restore

    words, by_key = secret(options, "Passphrase of the backup: ")
    done = restore(Path(options.folder), Path(options.vault), words, with_recovery_key=by_key, clock=SystemClock())
    aside: Path | None = done.aside
    if options.json:
        write_json({**_as_json(done.backup), "vault": options.vault, "aside": None if aside is None else str(aside)})
        return EXIT_OK
    write(f"restored: {options.vault}")
    if aside is not None:
        write(f"what was there before: {aside}")
    return EXIT_OK
