"""``hsb-assess verify``: the signatures of one PDF, judged in a process that may neither hang nor grow."""

from __future__ import annotations

import sys

from hsb_assess.commands.saying import EXIT_OK, EXIT_REFUSED, day, write

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse
    from typing import Any, Final

__all__ = ["add"]

VERIFY_SECONDS: Final = 60.0


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    verify = commands.add_parser(
        "verify",
        help="check the signatures of a PDF",
        description="Check the signatures of a PDF. Exit code 0: accepted. 1: rejected. 2: wrong usage.",
    )
    verify.add_argument("file", metavar="FILE.pdf")
    # `extend`: --trust one.card two.card and --trust one.card --trust two.card mean the same.
    verify.add_argument(
        "--trust", nargs="+", action="extend", default=[], metavar="CARD_OR_CA",
        help="contact cards, an organisation's certificate, its certificates for cards; without it nobody is trusted",
    )  # fmt: skip
    verify.add_argument(
        "--crl", nargs="+", action="extend", default=[], metavar="FILE", help="the organisation's revocation lists"
    )
    verify.add_argument("--json", action="store_true", help="print the verdict as JSON")
    verify.add_argument("--today", type=day, metavar="DATE", help="judge on this date (YYYY-MM-DD)")
    verify.set_defaults(run=_verify)


def _verify(options: argparse.Namespace) -> int:
    """Print the verdict on one PDF. Whatever cannot be judged is rejected; only wrong usage is not a verdict."""
    import json

    verdict = _judged(options)
    if options.json:
        write(json.dumps(verdict, indent=1))
    else:
        _tell_verdict(verdict)
    return EXIT_OK if verdict["verdict"] == "accepted" else EXIT_REFUSED


def _judged(options: argparse.Namespace) -> dict[str, Any]:
    """Return the verdict of a child process, which may neither hang this one nor take all of its memory."""
    from hsb_assess.desk.children import run_child
    from hsb_assess.domain.clock import clock_for
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.signing.verdict import rejected

    asked = {
        "file": options.file,
        "trust": options.trust,
        "crls": options.crl,
        "now": clock_for(options.today).now().isoformat(),
    }
    try:
        return dict(run_child("verify_file", asked, timeout=VERIFY_SECONDS).value)
    except HsbAssessError as error:
        code = "too_slow" if error.code == "took_too_long" else "unreadable"
    except Exception:  # an attacker wrote the file: no way of failing may be anything but a rejection
        if sys.flags.dev_mode:
            raise
        code = "unreadable"
    return dict(rejected(code).as_json())


def _tell_verdict(verdict: dict[str, Any]) -> None:
    from datetime import datetime

    write(verdict["verdict"])
    for reason in verdict["reasons"]:
        write(f"  {reason['message']} [{reason['code']}]")
    for signer in verdict["signers"]:
        signed_at = signer["signed_at"]
        moment = "" if signed_at is None else f"{datetime.fromisoformat(signed_at):%d %B %Y at %H:%M %Z}"
        when = f"on {moment}" if moment else "at an unknown time"
        # Whoever wrote the file chose the name, so it may not steer the terminal.
        name = "".join(letter if letter.isprintable() else "?" for letter in f"{signer['name']}, {signer['role']}")
        write(f"  Signed {when} by {name}, certificate {signer['fingerprint']}")
