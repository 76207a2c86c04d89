"""The command line: without a command it starts the app, with one it does that and ends.

Nothing is imported here before it is known to be needed: starting the app must not pay for the commands.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from datetime import date
    from typing import Any, Final

__all__ = ["main"]

EXIT_OK: Final = 0
EXIT_REFUSED: Final = 1
EXIT_USAGE: Final = 2
EXIT_INTERNAL: Final = 70
VERIFY_SECONDS: Final = 60.0

_ABOUT: Final = ("-h", "--help", "--version")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code. Whatever goes wrong is told in a sentence, never a traceback."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in _ABOUT):
        from hsb_assess import launcher

        return launcher.run(arguments)
    try:
        return _run_command(arguments)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # the outermost room: whatever comes this far becomes one sentence
        if sys.flags.dev_mode:
            raise
        return _tell(error)


def _run_command(arguments: Sequence[str]) -> int:
    parser = _parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as end:  # argparse has printed the help or the usage
        return int(end.code or 0)
    command: Callable[[argparse.Namespace], int] = options.run
    return command(options)


def _tell(error: Exception) -> int:
    """Tell a person about an error: what, how to mend it, a code. Of an unforeseen one only type and place."""
    from hsb_assess.domain.errors import HsbAssessError

    if isinstance(error, HsbAssessError):
        _say(error.what, error.mend, error.code)
        return EXIT_REFUSED
    place, trace = "", error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        place, trace = f"{code.co_qualname} line {trace.tb_lineno}", trace.tb_next
    # The message of a foreign error may quote what was written about a child, so it is not shown.
    _say(
        f"Something inside HSB Assess went wrong ({type(error).__name__} in {place}).",
        "Try again; if it happens again, report this line.",
        "internal",
    )
    return EXIT_INTERNAL


def _say(what: str, mend: str, code: str) -> None:
    sys.stderr.write(f"{what}\n{mend}\n[{code}]\n")


def _write(text: str) -> None:
    sys.stdout.write(text + "\n")


# --- the commands and their options ------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    import argparse

    from hsb_assess import __version__

    parser = argparse.ArgumentParser(
        prog="hsb-assess",
        description="Assessment of harmful sexual behaviour. Without a command, the app starts.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"HSB Assess {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    demo = commands.add_parser("demo", help="play the whole journey on made-up people and keep what it produces")
    demo.add_argument("--out", required=True, metavar="DIR", help="folder for documents, screenshots and vaults")
    demo.add_argument("--vignette", default="child-a", metavar="NAME", help="whose story (default: child-a)")
    demo.add_argument("--json", action="store_true", help="print the summary as JSON")
    demo.add_argument("--today", type=_day, metavar="DATE", help="play it on this date (YYYY-MM-DD)")
    demo.set_defaults(run=_demo)

    verify = commands.add_parser(
        "verify",
        help="check the signatures of a PDF",
        description="Check the signatures of a PDF. Exit code 0: accepted. 1: rejected. 2: wrong usage.",
    )
    verify.add_argument("file", metavar="FILE.pdf")
    # `extend`: --trust one.card two.card and --trust one.card --trust two.card mean the same.
    verify.add_argument(
        "--trust", nargs="+", action="extend", default=[], metavar="CARD_OR_CA",
        help="contact cards, or an organisation's certificate; without it nobody is trusted",
    )  # fmt: skip
    verify.add_argument(
        "--crl", nargs="+", action="extend", default=[], metavar="FILE", help="the organisation's revocation lists"
    )
    verify.add_argument("--json", action="store_true", help="print the verdict as JSON")
    verify.add_argument("--today", type=_day, metavar="DATE", help="judge on this date (YYYY-MM-DD)")
    verify.set_defaults(run=_verify)

    forms = commands.add_parser("forms", help="check or compile form definitions")
    actions = forms.add_subparsers(metavar="ACTION", required=True)
    check = actions.add_parser("check", help="say what is wrong in form definitions, where, and how to mend it")
    check.add_argument("paths", nargs="+", metavar="PATH", help="a YAML file, or a folder of them")
    check.add_argument("--json", action="store_true", help="print the findings as JSON")
    check.set_defaults(run=_forms_check)
    compile_ = actions.add_parser("compile", help="write the definitions in the form that the app opens")
    compile_.add_argument("folder", nargs="?", metavar="FOLDER", help="default: the forms that came with the program")
    compile_.set_defaults(run=_forms_compile)
    return parser


def _day(text: str) -> date:
    import argparse
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2026-11-02") from None


def _demo(options: argparse.Namespace) -> int:
    """Play the demo in a process with windows; this one never imports them."""
    import os
    import subprocess

    arguments = ["--out", options.out, "--vignette", options.vignette]
    arguments += ["--json"] if options.json else []
    arguments += ["--today", options.today.isoformat()] if options.today else []
    environment = dict(os.environ)
    has_display = (
        sys.platform in {"win32", "darwin"} or environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    )
    if not has_display:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "ui.demo", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - our own interpreter and module


def _verify(options: argparse.Namespace) -> int:
    """Print the verdict on one PDF. Whatever cannot be judged is rejected; only wrong usage is not a verdict."""
    import json

    verdict = _judged(options)
    if options.json:
        _write(json.dumps(verdict, indent=1))
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

    _write(verdict["verdict"])
    for reason in verdict["reasons"]:
        _write(f"  {reason['message']} [{reason['code']}]")
    for signer in verdict["signers"]:
        signed_at = signer["signed_at"]
        moment = "" if signed_at is None else f"{datetime.fromisoformat(signed_at):%d %B %Y at %H:%M %Z}"
        when = f"on {moment}" if moment else "at an unknown time"
        # Whoever wrote the file chose the name, so it may not steer the terminal.
        name = "".join(letter if letter.isprintable() else "?" for letter in f"{signer['name']}, {signer['role']}")
        _write(f"  Signed {when} by {name}, certificate {signer['fingerprint']}")


def _forms_check(options: argparse.Namespace) -> int:
    """Print one line a fault, ``file:line: code: question: what: mend``; exit 1 if there is one."""
    import json
    from dataclasses import asdict
    from pathlib import Path

    from hsb_assess.instrument.loading import check

    faults = check([Path(path) for path in options.paths])
    if options.json:
        _write(json.dumps([asdict(fault) for fault in faults], indent=1))
    else:
        for fault in faults:
            _write(str(fault))
        _write(f"Faults found: {len(faults)}." if faults else "The forms have no faults.")
    return EXIT_REFUSED if faults else EXIT_OK


def _forms_compile(options: argparse.Namespace) -> int:
    """Write what the app opens, beside the forms that it was made from, and name the files."""
    from pathlib import Path

    from hsb_assess.datafiles import data_dir
    from hsb_assess.instrument.loading import FormFaults, compile_all

    folder = Path(options.folder) if options.folder else data_dir("forms")
    try:
        written = compile_all(folder)
    except FormFaults as error:
        for fault in error.faults:
            sys.stderr.write(f"{fault}\n")
        raise
    for path in written:
        _write(str(path))
    return EXIT_OK


if __name__ == "__main__":
    sys.exit(main())
