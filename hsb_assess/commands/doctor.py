"""``hsb-assess doctor``: whether this computer is fit for a vault."""

from __future__ import annotations

from hsb_assess.commands.saying import EXIT_OK, EXIT_REFUSED, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    doctor = commands.add_parser(
        "doctor",
        help="look at libraries, cipher, disk and folder",
        description="Look at the program's parts, the cipher, the disk's encryption and the folder of a vault."
        " Exit code 0: fit, perhaps with warnings. 1: something is wrong. 2: wrong usage.",
    )
    doctor.add_argument(
        "folder", metavar="FOLDER", nargs="?", help="the folder of a vault; default: where one is offered"
    )
    doctor.add_argument("--json", action="store_true", help="print it as JSON")
    doctor.set_defaults(run=_doctor)


def _doctor(options: argparse.Namespace) -> int:
    """Print one line for each thing that was looked at."""
    from dataclasses import asdict
    from pathlib import Path

    from platformdirs import user_data_path

    from hsb_assess.desk.fitness import examine

    folder = Path(options.folder) if options.folder else user_data_path("assess", appauthor=False) / "vault"
    items = examine(folder)
    fit = all(each.state != "fault" for each in items)
    if options.json:
        write_json({"fit": fit, "items": [asdict(each) for each in items]})
    else:
        for each in items:
            write(f"{each.state:8} {each.name:16} {each.what}")
            if each.mend:
                write(f"{'':25} {each.mend}")
    return EXIT_OK if fit else EXIT_REFUSED
