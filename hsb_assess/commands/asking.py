"""Secrets for a command: from a file or from a prompt, never from an argument and never from the environment."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # not imported: a command that asks for nothing has no need of it
if TYPE_CHECKING:
    import argparse

__all__ = ["new_passphrase", "passphrase", "passphrase_option", "read_secret", "typed_back"]

_LONGEST = 4096


def passphrase(file: str | None, prompt: str = "Passphrase of the vault: ") -> str:
    """Return a secret: the first line of ``file``, else what is typed. Raises ``no_passphrase`` where nobody types."""
    return read_secret(file, prompt, "no_passphrase", "No passphrase was given", "--passphrase-file")


def passphrase_option(parser: argparse.ArgumentParser) -> None:
    """Add the option whose value :func:`passphrase` takes."""
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help="read the passphrase from the first line of a file; else it is asked for",
    )


def new_passphrase(file: str | None) -> str:
    """Return a passphrase to be: the first line of ``file``, else what is typed twice the same."""
    option = "--new-passphrase-file"
    typed = read_secret(file, "New passphrase: ", "no_passphrase", "No new passphrase was given", option)
    if file is None and read_secret(None, "Once more: ", "no_passphrase", "It was not repeated", option) != typed:
        from hsb_assess.domain.errors import HsbAssessError

        raise HsbAssessError("passphrase_repeated", "The two passphrases are not the same.", "Start again.")
    return typed


def read_secret(file: str | None, prompt: str, code: str, missing: str, option: str) -> str:
    """Return the first line of ``file``, else what is typed at ``prompt``; raises ``code`` where nobody can be asked."""
    if file is not None:
        from pathlib import Path

        with Path(file).open(encoding="utf-8") as lines:
            return lines.readline(_LONGEST).rstrip("\r\n")
    from getpass import getpass

    from hsb_assess.domain.errors import HsbAssessError

    try:
        if sys.stdin is not None:
            return getpass(prompt)
    except EOFError:
        pass  # told below, as where there is no standard input at all
    what = f"{missing}, and nobody can be asked for it here."
    raise HsbAssessError(code, what, f"Use {option}, or run this at a keyboard.")


def typed_back(key: str) -> None:
    """Have a recovery key typed from paper where somebody sits at a keyboard; raises ``recovery_key_unlike``."""
    if sys.stdin is None or not sys.stdin.isatty():
        return
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.vault.recoverykey import typed

    back = read_secret(
        None, "Write it down, then type it from the paper: ", "no_recovery_key", "It was not typed", "--json"
    )
    if typed(back) != typed(key):
        raise HsbAssessError(
            "recovery_key_unlike",
            "This is a recovery key, but not the one that was shown; nothing was changed.",
            "Start again, and throw the paper away.",
        )
