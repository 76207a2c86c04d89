"""``hsb-assess vault create``, ``passphrase``, ``rekey`` and ``recover``: what opens a vault."""

from __future__ import annotations

import sys

from hsb_assess.commands.asking import new_passphrase, passphrase, passphrase_option, read_secret, typed_back
from hsb_assess.commands.saying import EXIT_OK, EXIT_USAGE, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse

__all__ = ["add"]

_OLD_BACKUPS = "A backup made before today still opens with the passphrase of its time."


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the actions and their options."""
    from hsb_assess.domain.roles import Role

    create = _action(actions, "create", "make a vault for one person in an empty folder", _create)
    create.add_argument("--name", required=True, metavar="NAME", help="as it stands on what the person signs")
    create.add_argument("--role", required=True, choices=[*Role], help="what the person does in the work")
    create.add_argument("--agency", required=True, metavar="AGENCY", help="the service that the person works for")
    _new(create)
    change = _action(actions, "passphrase", "change the passphrase", _passphrase)
    _current(change)
    _new(change)
    rekey = _action(actions, "rekey", "give the vault a new key and a new recovery key", _rekey)
    rekey.description = (
        "Copies the vault under a new key, verifies the copy and puts it in the vault's place. The passphrase stays; the"
        " recovery key is a new one. Backups and copies made before stay readable with what opened them then: destroy"
        " those that somebody else may open."
    )
    _current(rekey)
    recover = _action(actions, "recover", "open a vault whose passphrase is lost, or whose person is gone", _recover)
    recover.description = (
        "With the printed recovery key: sets a new passphrase, and the person's own keys come with it. With an"
        " organisation's private key (--escrow-identity): copies the vault into --out for whoever does that, under a"
        " name of their own; the vault keeps its passphrase, and its person sees it at the next unlock."
    )
    recover.add_argument(
        "--recovery-key-file", metavar="FILE", help="read the recovery key from a file; else it is asked for"
    )
    recover.add_argument("--escrow-identity", metavar="FILE", help="the organisation's private key (escrow-key.txt)")
    recover.add_argument("--out", metavar="FOLDER", help="with it: an empty or new folder for the copy")
    for option in ("--name", "--role", "--agency", "--reason"):
        recover.add_argument(option, help=f"with it: {option[2:]} of whoever opens the vault, and told to its person")
    _new(recover)


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help_: str, run: object
) -> argparse.ArgumentParser:
    made = actions.add_parser(name, help=help_)
    made.add_argument("folder", metavar="FOLDER", help="the folder of the vault")
    made.add_argument("--json", action="store_true", help="say as JSON what was done")
    made.set_defaults(run=run)
    return made


def _current(parser: argparse.ArgumentParser) -> None:
    passphrase_option(parser)


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--new-passphrase-file", metavar="FILE", help="read the new passphrase from a file; else it is asked for twice"
    )


def _create(options: argparse.Namespace) -> int:
    """Make a vault and say its recovery key, which is kept nowhere."""
    from pathlib import Path

    from hsb_assess.desk.access import first_run
    from hsb_assess.vault import ballast
    from hsb_assess.vault.medium import synced_by

    folder = Path(options.folder)
    program = synced_by(folder)
    if program is not None:
        sys.stderr.write(f"{program} copies this folder to a cloud: two computers that write to the vault lose work.\n")
    key = first_run(
        folder,
        new_passphrase(options.new_passphrase_file),
        name=options.name,
        role=options.role,
        agency=options.agency,
    )
    ballast.keep(folder)
    if options.json:
        write_json({"vault": options.folder, "recovery_key": key})
    else:
        write(f"The vault is made. Its recovery key, shown this once, is\n\n  {key}\n")
        write("Write it down, seal it in an envelope, and keep it away from this computer.")
    return EXIT_OK


def _passphrase(options: argparse.Namespace) -> int:
    """Change the passphrase."""
    from pathlib import Path

    from hsb_assess.desk.access import unlock

    current = passphrase(options.passphrase_file)
    vault = unlock(Path(options.folder), current)
    try:
        vault.change_passphrase(current, new_passphrase(options.new_passphrase_file))
    finally:
        vault.close()
    if options.json:
        write_json({"vault": options.folder, "changed": "passphrase"})
    else:
        write(f"The passphrase is changed. {_OLD_BACKUPS}")
    return EXIT_OK


def _rekey(options: argparse.Namespace) -> int:
    """Give the vault a new key; the new recovery key is said, and typed back where somebody sits at a keyboard."""
    from pathlib import Path

    from hsb_assess.desk.access import new_recovery_key, unlock

    current = passphrase(options.passphrase_file)
    vault = unlock(Path(options.folder), current)
    try:
        key = new_recovery_key()
        if not options.json:
            write(f"The new recovery key, shown this once, is\n\n  {key}\n")
            typed_back(key)
        vault.rekey(current, key)
    finally:
        vault.close()
    if options.json:
        write_json({"vault": options.folder, "changed": "key", "recovery_key": key})
    else:
        write("The vault has a new key. Backups and copies made before still open with what opened them then.")
    return EXIT_OK


def _recover(options: argparse.Namespace) -> int:
    """Set a new passphrase with the printed recovery key, or copy the vault with the organisation's key."""
    from pathlib import Path

    if options.escrow_identity:
        return _recover_for_organisation(options)

    from hsb_assess.desk.access import unlock_with_recovery_key

    key = read_secret(
        options.recovery_key_file,
        "Recovery key: ",
        "no_recovery_key",
        "No recovery key was given",
        "--recovery-key-file",
    )
    vault = unlock_with_recovery_key(Path(options.folder), key)
    try:
        vault.change_passphrase(key, new_passphrase(options.new_passphrase_file))
        name = vault.identity.name
    finally:
        vault.close()
    if options.json:
        write_json({"vault": options.folder, "recovered": name})
    else:
        write(f"The vault of {name} opens with the new passphrase.")
    return EXIT_OK


def _recover_for_organisation(options: argparse.Namespace) -> int:
    import sys
    from pathlib import Path

    from hsb_assess.desk.custody import recover_for_organisation
    from hsb_assess.domain.roles import Role

    who = {name: getattr(options, name) for name in ("name", "role", "agency", "reason")}
    missing = [f"--{name}" for name, value in {"out": options.out, **who}.items() if not value]
    if missing or options.role not in {*Role}:
        wanted = ", ".join(missing) or f"--role as one of {', '.join(Role)}"
        sys.stderr.write(f"hsb-assess vault recover: --escrow-identity needs {wanted}\n")
        return EXIT_USAGE
    key = recover_for_organisation(
        Path(options.folder),
        Path(options.escrow_identity).read_text("utf-8"),
        Path(options.out),
        new_passphrase(options.new_passphrase_file),
        **who,
    )
    if options.json:
        write_json({"vault": options.folder, "copied": options.out, "recovery_key": key})
    else:
        write(f"The copy is in {options.out}. Its recovery key, shown this once, is\n\n  {key}\n")
        write("The vault's person will be told who opened it and why.")
    return EXIT_OK
