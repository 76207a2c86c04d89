"""``hsb-assess forms worksheet``: a form or one of its sections, blank, on paper."""

from __future__ import annotations

from hsb_assess.commands.forms_showing import opened
from hsb_assess.commands.saying import EXIT_OK, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse

__all__ = ["add"]


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the action and its options."""
    sheet = actions.add_parser(
        "worksheet",
        help="write a form or a section as a blank PDF to fill in by hand",
        description="Write a form, or one of its sections, as a blank tagged PDF: the same words in the same order, lines to write on, boxes to tick.",
    )
    sheet.add_argument("form", metavar="ID[@VERSION]|PATH")
    sheet.add_argument("--section", default="", metavar="SECTION", help="only this section, such as M05")
    sheet.add_argument("-o", "--out", required=True, metavar="FILE", help="the PDF to write")
    sheet.add_argument("--json", action="store_true", help="say as JSON what was written")
    sheet.set_defaults(run=_worksheet)


def _worksheet(options: argparse.Namespace) -> int:
    """Write the file and say so; raises ``file_exists`` where that would take the place of something else."""
    from datetime import UTC, datetime
    from pathlib import Path

    from hsb_assess.desk.worksheets import worksheet
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.instrument.catalogue import Catalogue

    path = Path(options.out)
    if path.exists():
        raise HsbAssessError("file_exists", f"There is a file {path} already.", "Choose another name.")
    definition = opened(Catalogue.shipped(), options.form)
    pdf = worksheet(definition, datetime.now(UTC), options.section)
    path.write_bytes(pdf)
    if options.json:
        write_json(
            {"file": str(path), "form": definition.id, "version": definition.version, "section": options.section}
        )
    else:
        write(f"The worksheet is written to {path}.")
    return EXIT_OK
