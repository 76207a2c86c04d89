"""The command line: without a command it starts the app, with one it does that and ends.

Nothing is imported here before it is known to be needed: starting the app must not pay for the commands.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from typing import Any, Final

__all__ = ["main"]

_ABOUT: Final = ("-h", "--help", "--version")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code. Whatever goes wrong is told in a sentence, never a traceback."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in _ABOUT):
        from hsb_assess import launcher

        return launcher.run(arguments)
    as_json = "--json" in arguments
    try:
        code = _run_command(arguments)
        sys.stdout.flush()  # here, where somebody can still be told that it fails
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _end_quietly()
    except Exception as error:  # the outermost room: whatever comes this far becomes one sentence
        if sys.flags.dev_mode:
            raise
        return _tell(error, as_json=as_json)
    return code


def _run_command(arguments: Sequence[str]) -> int:
    parser = _parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as end:  # argparse has printed the help or the usage
        return int(end.code or 0)
    command: Callable[[argparse.Namespace], int] = options.run
    return command(options)


def _end_quietly() -> int:
    """Return the exit code of a program whose reader, such as ``head``, has seen enough."""
    import contextlib
    import os

    # Python flushes once more as it ends, and would complain then; where standard output is no file, it does not.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141


def _tell(error: Exception, *, as_json: bool) -> int:
    """Tell a person about an error: what, how to mend it, a code. Of an unforeseen one only type and place."""
    from hsb_assess.commands.saying import EXIT_INTERNAL, EXIT_REFUSED, foreseen

    known = foreseen(error)
    if known is not None:
        _say(known.what, known.mend, known.code, as_json=as_json)
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
        as_json=as_json,
    )
    return EXIT_INTERNAL


def _say(what: str, mend: str, code: str, *, as_json: bool) -> None:
    sys.stderr.write(f"{what}\n{mend}\n[{code}]\n")
    if as_json:
        from hsb_assess.commands.saying import write_json

        write_json({"refused": {"code": code, "reason": f"{what} {mend}"}})


def _parser() -> argparse.ArgumentParser:
    """Return the parser of every command; each module of ``commands`` adds its own."""
    import argparse

    from hsb_assess import __version__
    from hsb_assess.commands import backup, case, demo, doctor, forms, organisation, rules, vault, verify

    class Exact(argparse.ArgumentParser):
        """Takes no option for the beginning of another, in any command: `--passphrase` is not `--passphrase-file`."""

        def __init__(self, **more: Any) -> None:  # noqa: ANN401 - whatever argparse takes
            super().__init__(**{**more, "allow_abbrev": False})

    parser = Exact(
        prog="hsb-assess",
        description="Assessment of harmful sexual behaviour. Without a command, the app starts.",
    )
    parser.add_argument("--version", action="version", version=f"HSB Assess {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for each in (demo, verify, forms, case, rules, vault, organisation, backup, doctor):
        each.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
