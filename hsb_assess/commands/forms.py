"""``hsb-assess forms``: the instruments, checked, compiled, shown and turned into other things."""

from __future__ import annotations

import sys

from hsb_assess.commands import exchanging, forms_moving, forms_paper, forms_showing
from hsb_assess.commands.saying import EXIT_OK, EXIT_REFUSED, write

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse

    from hsb_assess.instrument.faults import Fault

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command, its actions and their options."""
    forms = commands.add_parser("forms", help="list, check, compile and exchange form definitions")
    actions = forms.add_subparsers(metavar="ACTION", required=True)
    check = actions.add_parser("check", help="say what is wrong in form definitions, where, and how to mend it")
    check.add_argument(
        "paths", nargs="+", metavar="PATH", help="a YAML file, a folder of them, or a form in one YAML file"
    )
    check.add_argument("--json", action="store_true", help="print the findings as JSON")
    check.set_defaults(run=_check)
    compile_ = actions.add_parser("compile", help="write the definitions in the form that the app opens")
    compile_.add_argument("folder", nargs="?", metavar="FOLDER", help="default: the forms that came with the program")
    compile_.set_defaults(run=_compile)
    forms_showing.add(actions)
    forms_moving.add(actions)
    forms_paper.add(actions)
    exchanging.add(actions)


def _check(options: argparse.Namespace) -> int:
    """Print one line a fault, ``file:line: code: question: what: mend``; exit 1 if there is one."""
    import json
    from dataclasses import asdict
    from pathlib import Path

    from hsb_assess.instrument.loading import check
    from hsb_assess.instrument.writing import faults_of_one_file

    faults: list[Fault] = []
    for path in dict.fromkeys(Path(each) for each in options.paths):
        whole = faults_of_one_file(path) if path.is_file() else None
        faults += check([path]) if whole is None else whole
    faults = sorted(set(faults))
    if options.json:
        write(json.dumps([asdict(fault) for fault in faults], indent=1))
    else:
        for fault in faults:
            write(str(fault))
        write(f"Faults found: {len(faults)}." if faults else "The forms have no faults.")
    return EXIT_REFUSED if faults else EXIT_OK


def _compile(options: argparse.Namespace) -> int:
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
        write(str(path))
    return EXIT_OK
