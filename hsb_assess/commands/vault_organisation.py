"""``hsb-assess vault organisation``: what an organisation sets in a vault, and whether it can open it."""

from __future__ import annotations

from hsb_assess.commands.asking import passphrase
from hsb_assess.commands.organisation import as_json, lines
from hsb_assess.commands.saying import EXIT_OK, EXIT_REFUSED, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse

    from hsb_assess.desk.organisation import EscrowState, Known
    from hsb_assess.desk.workplace import Workplace

__all__ = ["add"]


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the action and its options."""
    made = actions.add_parser(
        "organisation",
        help="say what an organisation sets in a vault, take its configuration in, let it open the vault",
        description="Without options: what counts, and whether the organisation can open the vault. Exit code 1 while a"
        " configuration waits for its eight words, or if the organisation's part of the key file is missing.",
    )
    made.add_argument("folder", metavar="FOLDER", help="the folder of the vault")
    made.add_argument("--take-in", metavar="FILE", help="take in a configuration; it waits until its words are given")
    made.add_argument("--words", metavar="WORDS", help="the eight words, as the organisation tells them")
    made.add_argument("--how", choices=("phone", "in_person"), default="phone", help="how they were told")
    choice = made.add_mutually_exclusive_group()
    choice.add_argument("--allow-escrow", action="store_true", help="let the organisation open this vault")
    choice.add_argument("--end-escrow", action="store_true", help="let nobody else open it from now on")
    made.add_argument("--passphrase-file", metavar="FILE", help="read the passphrase from a file; else it is asked for")
    made.add_argument("--json", action="store_true", help="print it as JSON")
    made.set_defaults(run=_organisation)


def _organisation(options: argparse.Namespace) -> int:
    from pathlib import Path

    from hsb_assess.desk import organisation
    from hsb_assess.desk.access import unlock

    current = passphrase(options.passphrase_file)
    vault = unlock(Path(options.folder), current)
    try:
        at = vault.workplace(read_only=False)
        found = organisation.look(at)
        if options.take_in:
            found = organisation.take_in(at, _read(Path(options.take_in)))
        if options.words:
            found = _compared(at, found, options.words, options.how)
        if options.allow_escrow:
            organisation.allow_escrow(at, vault, current)
        if options.end_escrow:
            organisation.end_escrow(at, vault, current)
        state = organisation.escrow_state(vault, at)
    finally:
        vault.close()
    if options.json:
        write_json(_as_json(found, state))
    else:
        _tell(found, state)
    return EXIT_REFUSED if found.pending is not None or state.missing else EXIT_OK


def _read(path: object) -> bytes:
    from pathlib import Path

    from hsb_assess.trust.organisation import MAX_BYTES

    with Path(str(path)).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _compared(at: Workplace, found: Known, words: str, how: str) -> Known:
    from hsb_assess.desk import organisation
    from hsb_assess.domain.errors import HsbAssessError

    if found.pending is not None and tuple(words.casefold().split()) != found.pending.words:
        raise HsbAssessError(
            "words_differ",
            "These are not the eight words of the key that signed the configuration.",
            "Do not use it; tell your information security officer.",
        )
    return organisation.confirm(at, how)


def _as_json(found: Known, state: EscrowState) -> dict[str, object]:
    return {
        "accepted": None if found.accepted is None else {**as_json(found.accepted), "how": found.how, "at": found.at},
        "pending": None if found.pending is None else as_json(found.pending),
        "escrow": {
            "allowed": None if state.allowed is None else state.allowed._asdict(),
            "offered": None if state.offered is None else state.offered._asdict(),
            "missing": state.missing,
        },
    }


def _tell(found: Known, state: EscrowState) -> None:
    if found.accepted is None:
        write("No organisation sets anything in this vault.")
    else:
        for line in lines(found.accepted):
            write(line)
    if found.pending is not None:
        write("Waiting until its eight words are compared with those that the organisation tells:")
        for line in lines(found.pending):
            write(f"  {line}")
    if state.missing:
        write("The organisation's part of the key file is missing or is not the one that was allowed.")
    elif state.allowed is None:
        write("Nobody else can open this vault.")
    else:
        write(f"{state.allowed.organisation} can open this vault; your signature stays yours.")
