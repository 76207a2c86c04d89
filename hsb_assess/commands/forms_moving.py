"""``hsb-assess forms migrate``: an answers file moved to another version of its form."""

from __future__ import annotations

from hsb_assess.commands.forms_showing import no_version
from hsb_assess.commands.saying import EXIT_OK, keep, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse

    from hsb_assess.instrument.catalogue import Catalogue
    from hsb_assess.instrument.schema import Definition

__all__ = ["add"]


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the action and its options."""
    migrate = actions.add_parser(
        "migrate",
        help="move an answers file to another version of its form",
        description="Move an answers file to another version of its form and say where each answer went. Comments are dropped.",
    )
    migrate.add_argument("file", metavar="FILE", help="an answers file")
    migrate.add_argument("--to", default="", metavar="VERSION", help="default: the newest version")
    migrate.add_argument("-o", "--out", metavar="FILE", help="write the moved answers file; without it, only a preview")
    migrate.add_argument("--json", action="store_true", help="print what moved as JSON")
    migrate.set_defaults(run=_migrate)


def _way_to(wanted: str, form: Definition, catalogue: Catalogue) -> str:
    """Return the version that an answers file moves to; raises where it is none, or the file's own."""
    from hsb_assess.domain.errors import HsbAssessError

    known = catalogue.versions(form.id)
    if wanted and wanted not in known:
        raise no_version(form.id, wanted, catalogue)
    version = wanted or known[-1]
    if version == form.version:
        newest = ", the newest" if version == known[-1] else ""
        others = ", ".join(each for each in known if each != version) or "none"
        raise HsbAssessError(
            "same_version",
            f"The file is for version {version} of {form.id} already{newest}.",
            f"Use it as it is, or name another version with --to: {others}.",
        )
    return version


def _migrate(options: argparse.Namespace) -> int:
    """Print where each answer goes, and write the file that comes of it where one is named."""
    from pathlib import Path

    from hsb_assess.commands.case import refuse_file
    from hsb_assess.exchange.prefill import read_answers
    from hsb_assess.exchange.prefill_faults import AnswersFaults
    from hsb_assess.exchange.prefill_moving import moved_to
    from hsb_assess.exchange.prefill_writing import written
    from hsb_assess.instrument.catalogue import Catalogue

    catalogue = Catalogue.shipped()
    try:
        found = read_answers(Path(options.file), catalogue)
    except AnswersFaults as error:
        return refuse_file(error, as_json=options.json)
    version = _way_to(options.to, found.definition, catalogue)
    after, moved = moved_to(found, version, catalogue)
    if options.out:
        keep(Path(options.out), written(after))
    moves = [{"how": move.how.value, "from": move.source, "to": list(move.targets)} for move in moved.moves]
    carried = [{"path": each.path, "question": each.label, "reason": each.reason} for each in moved.carried]
    if options.json:
        forms = {"id": found.definition.id, "from": found.definition.version, "to": version}
        write_json(
            {"forms": [forms], "moves": moves, "carried": carried, "dropped": ["comments"], "written": options.out}
        )
        return EXIT_OK
    for move in moved.moves:
        if move.how.value != "keep" or move.targets != (move.source,):
            write(f"{move.how.value}: {move.source} -> {', '.join(move.targets)}")
    for each in moved.carried:
        write(f"carried over ({each.reason}): {each.path}: {each.label}")
    write(f"{len(moved.moves)} answers have their place in {version}, {len(moved.carried)} are carried over.")
    write("Comments (what follows a # in the file) are not carried over; the note is.")
    return EXIT_OK
